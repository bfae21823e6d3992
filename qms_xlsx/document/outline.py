"""The objectives part as lines below lines, and what does not belong to it."""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import TYPE_CHECKING

from qms_xlsx.document.clauses import clauses
from qms_xlsx.document.decision import LeftOut
from qms_xlsx.document.labelled_measures import labelled_measures
from qms_xlsx.document.lines import Line
from qms_xlsx.document.told_measures import measure_of, tells_measures
from qms_xlsx.document.tree import Node, Tree, is_past
from qms_xlsx.document.zones import Zone, zoned
from qms_xlsx.domain.target import Kind
from qms_xlsx.language.messages import Message
from qms_xlsx.language.text import bare

if TYPE_CHECKING:
    from collections.abc import Iterable

    from qms_xlsx.document.decision import PlanRow
    from qms_xlsx.document.model import Paragraph

_DATED = re.compile(r"(so|ngay|kinh gui|v/v)\b")
_SILENT = (Zone.HEAD, Zone.SIGNATURE)
"""What is not listed among what was left out, unless it states a level: the head, who signed."""


@dataclass(frozen=True, slots=True)
class Outline:
    """The objectives part, and what was left out."""

    roots: tuple[Node, ...]
    left_out: tuple[LeftOut, ...]
    unheaded: bool
    """Whether nothing says where objectives begin: what states a figure is taken, and asked."""
    actions: tuple[PlanRow, ...] = ()
    """Measures that sentences tell below a heading of measures."""


def outline_of(paragraphs: Iterable[Paragraph], year: int | None = None) -> Outline:
    """Return the lines that state objectives, each below the one that it belongs to."""
    lines = list(zoned(paragraphs))
    unheaded = not any(zone in (Zone.OBJECTIVES, Zone.TITLE) for _, _, zone in lines)
    if unheaded:
        lines = [_stated(*one) for one in lines]
    tree = Tree()
    left: list[LeftOut] = []
    actions, labelled = labelled_measures(lines)
    title = Line("", "", "")
    for paragraph, line, zone in lines:
        title = line if zone in (Zone.HEADING, Zone.TITLE) else title
        if id(paragraph) in labelled:
            continue
        if zone is not Zone.OBJECTIVES:
            tree.close()
        elif tree.takes(paragraph, line):
            continue
        measure = _measure(line, title, len(actions), paragraph.place, year)
        if zone is Zone.OTHER and measure:
            actions.append(measure)
        elif zone not in _SILENT or _says_more(line) or (zone is Zone.HEAD and unheaded):
            reason = Zone.PAST if zone is Zone.OBJECTIVES and is_past(line) else zone
            left.append(LeftOut(paragraph.text, paragraph.place, Message(reason.value)))
    tree.close()
    tree.give()
    left += [LeftOut(p.text, p.place, Message(Zone.OBJECTIVES.value)) for p in tree.unused]
    return Outline(tuple(tree.roots), tuple(left), unheaded, tuple(actions))


def _measure(line: Line, title: Line, count: int, place: str, year: int | None) -> PlanRow | None:
    """Return the measure that a line below a heading of measures tells."""
    if not tells_measures(title.text):
        return None
    number = ".".join(filter(None, (title.label, line.label or str(count + 1))))
    return measure_of(line, number, place, year)


def _stated(paragraph: Paragraph, line: Line, zone: Zone) -> tuple[Paragraph, Line, Zone]:
    """Return a line of a document without headings as an objective, where it states a level."""
    if zone is not Zone.HEAD or _DATED.match(bare(line.text)):
        return paragraph, line, zone
    levels = [clause for clause in clauses(line.text) if clause.measured]
    if not levels:
        return paragraph, line, zone
    clear = any(c.goal.explicit or c.goal.unit or c.goal.kind is not Kind.THRESHOLD for c in levels)
    return paragraph, line, Zone.OBJECTIVES if clear else Zone.STATED


def _says_more(line: Line) -> bool:
    """Whether a silent line is listed all the same: it is counted, or states a level."""
    dated = _DATED.match(bare(line.text))
    return bool(line.style) or (not dated and any(c.measured for c in clauses(line.text)))
