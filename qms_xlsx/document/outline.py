"""The objectives part as lines below lines, and what does not belong to it."""

from __future__ import annotations

import re
from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from qms_xlsx.document.assigning import (
    assignment_of,
    department_of,
    given_above,
    owner_of,
    without_party,
)
from qms_xlsx.document.clauses import clauses
from qms_xlsx.document.decision import LeftOut
from qms_xlsx.document.labelled import field_of
from qms_xlsx.document.lines import Line
from qms_xlsx.document.told_measures import measure_of, tells_measures
from qms_xlsx.document.zones import Zone, zoned
from qms_xlsx.domain.target import Kind
from qms_xlsx.language.messages import Message
from qms_xlsx.language.text import bare

if TYPE_CHECKING:
    from collections.abc import Iterable

    from qms_xlsx.document.decision import PlanRow
    from qms_xlsx.document.model import Paragraph

_DATED = re.compile(r"(so|ngay|kinh gui|v/v)\b")
_PAST = re.compile(r"\bda (dat|giai quyet|hoan thanh|thuc hien|tiep nhan|to chuc|xay dung|co)\b")
_SILENT = (Zone.HEAD, Zone.SIGNATURE)
"""What is not listed among what was left out, unless it states a level: the head, who signed."""


@dataclass(slots=True)
class Node:
    """A line of the objectives part with the lines below it."""

    style: str
    level: int
    label: str
    text: str
    quote: str
    place: str
    departments: tuple[str, ...] = ()
    titled: bool = False
    """Whether it looks like a heading: what follows without a marker stands below it."""
    below: list[Node] = field(default_factory=list)
    measures: list[dict[str, str]] = field(default_factory=list)
    """What labelled lines below say is done for it, by whom and when."""

    def give(self, departments: tuple[str, ...]) -> None:
        """Give it and what stands below to departments, where it names none itself."""
        self.departments = self.departments or departments
        for node in self.below:
            node.give(self.departments)


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
    tree = _Tree()
    left: list[LeftOut] = []
    actions: list[PlanRow] = []
    title = Line("", "", "")
    for paragraph, line, zone in lines:
        title = line if zone in (Zone.HEADING, Zone.TITLE) else title
        if zone is not Zone.OBJECTIVES:
            tree.close()
        elif tree.takes(paragraph, line):
            continue
        if zone is Zone.OTHER and tells_measures(title.text):
            number = ".".join(filter(None, (title.label, line.label or f"{len(actions) + 1}")))
            measure = measure_of(line, number, paragraph.place, year)
            actions += [measure] if measure else []
            if measure:
                continue
        if zone not in _SILENT or _says_more(line) or (zone is Zone.HEAD and unheaded):
            reason = Zone.PAST if zone is Zone.OBJECTIVES and _is_past(line) else zone
            left.append(LeftOut(paragraph.text, paragraph.place, Message(reason.value)))
    tree.give()
    return Outline(tuple(tree.roots), tuple(left), unheaded, tuple(actions))


class _Tree:
    """Hangs lines under each other as they come."""

    def __init__(self) -> None:
        self.roots: list[Node] = []
        self._stack: list[Node] = []
        self._given: list[tuple[tuple[str, ...], tuple[str, ...]]] = []

    def close(self) -> None:
        """End the list: what follows hangs under none of its lines."""
        self._stack.clear()

    def takes(self, paragraph: Paragraph, line: Line) -> bool:
        """Hang a line, or put it to the one before; tell whether it belongs to the objectives."""
        heads = not line.style and (not self._stack or self._stack[0].style == "owner")
        if heads and (owner := owner_of(line.text)):
            self._place(Node("owner", 0, "", owner, line.text, paragraph.place))
            return True
        given = assignment_of(line.text)
        if given and (given.numbers or self._stack):
            self._given.append((given.numbers or self._above(line), given.departments))
            return True
        key, rest = field_of(line.text)
        if key and key != "level" and self._stack:
            self._serve(key, rest, line, paragraph.place)
            return True
        if self._stack and _goes_on(self._stack[-1], line):
            last = self._stack[-1]
            last.quote += f" {line.text}"
            last.text, last.departments = without_party(last.quote)
            return True
        level = key == "level" and bool(self._stack) and not line.style
        if not level and not _is_item(line):
            return False
        rest, above = given_above(rest)
        if above and self._stack:
            self._given.append((self._above(line), above))
        text, departments = without_party(rest)
        node = Node(
            line.style, paragraph.level, line.label, text, line.text, paragraph.place, departments
        )
        node.titled = bool(line.style) and (paragraph.bold or text.isupper())
        if level:
            self._owner(line).below.append(node)
        else:
            self._place(node)
        return True

    def _serve(self, key: str, words: str, line: Line, place: str) -> None:
        """Put what a labelled line says to the measure of the item that it stands below."""
        measures = self._owner(line).measures
        if not measures or key in measures[-1]:
            measures.append({"place": place})
        measures[-1][key] = words

    def _owner(self, line: Line) -> Node:
        """Return the item that a line without a number of its own speaks of."""
        other = [node for node in self._stack if node.style != line.style]
        return (other or self._stack)[-1] if line.style else self._stack[0]

    def _above(self, line: Line) -> tuple[str, ...]:
        """Give the item that a line speaks of a name of its own, and return it."""
        return (f"@{id(self._owner(line))}",)

    def give(self) -> None:
        """Give the items that lines of their own assign."""
        by_number: dict[str, list[Node]] = {}
        waiting = list(self.roots)
        while waiting:
            node = waiting.pop()
            waiting += node.below
            named = department_of(node.text) if node.below else ""
            if named or node.below:
                node.give((named,) if named else node.departments)
            for name in (node.label, f"@{id(node)}"):
                by_number.setdefault(name, []).append(node)
        for numbers, departments in self._given:
            for number in numbers:
                for node in by_number.get(number, []):
                    node.give(departments)

    def _place(self, node: Node) -> None:
        """Hang a line under the last one whose marker is of a higher kind."""
        stack = self._stack
        same = [at for at, one in enumerate(stack) if _beside(one, node)]
        if node.style.startswith("decimal"):
            depth = [i for i, one in enumerate(stack) if node.label.startswith(f"{one.label}.")]
            del stack[(depth[-1] + 1 if depth else 0) :]
        elif not node.style and any(one.titled for one in stack):
            del stack[max(at for at, one in enumerate(stack) if one.titled) + 1 :]
        elif same:
            del stack[same[0] :]
        elif not node.style or node.style == "roman":
            stack.clear()
        elif stack and not stack[-1].style:
            stack.pop()
        (stack[-1].below if stack else self.roots).append(node)
        stack.append(node)


def _beside(one: Node, node: Node) -> bool:
    """Whether a line ends another: it bears the same marker and stands no deeper."""
    return one.style == node.style and one.level >= node.level


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


def _is_item(line: Line) -> bool:
    """Whether a line of the objectives part is an item: it has a number, or states a figure."""
    if line.style:
        return True
    if _is_past(line):
        return False
    if line.text.endswith(";"):
        return bool(clauses(line.text))
    return any(clause.measured for clause in clauses(line.text)) and not line.text.endswith(":")


def _is_past(line: Line) -> bool:
    """Whether a line without a number tells what was reached before."""
    return not line.style and bool(_PAST.search(bare(line.text)))


def _goes_on(last: Node, line: Line) -> bool:
    """Whether a line is the rest of the one before: no marker, no capital.

    Behind a semicolon it is a further clause of a marked item; another would bear a marker.
    """
    if line.style or last.quote.endswith((".", ":") if last.style else (".", ";", ":")):
        return False
    return line.text[:1].islower() or line.text.startswith("(")
