"""The objectives part: numbered lines become items, sentences become rows under one number."""

from __future__ import annotations

import re
from dataclasses import dataclass, field, replace
from typing import TYPE_CHECKING

from qms_xlsx.document.clauses import clauses
from qms_xlsx.document.decision import Item, LeftOut
from qms_xlsx.document.labels import Labels
from qms_xlsx.document.zones import Zone, zoned
from qms_xlsx.domain.target import Kind
from qms_xlsx.language.messages import Message, doubt, message
from qms_xlsx.language.text import bare, clean

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from qms_xlsx.document.lines import Line
    from qms_xlsx.document.model import Paragraph
    from qms_xlsx.document.wording import StatedTarget

_DATED = re.compile(r"(so|ngay|kinh gui|v/v)\b")
_SILENT = (Zone.HEAD, Zone.SIGNATURE)
"""What is not listed among what was left out: the head, and who signed."""


@dataclass(slots=True)
class Node:
    """A line of the objectives part with the lines below it."""

    style: str
    label: str
    text: str
    place: str
    below: list[Node] = field(default_factory=list)


@dataclass(frozen=True, slots=True)
class Objectives:
    """What the objectives part gives."""

    items: tuple[Item, ...]
    left_out: tuple[LeftOut, ...]
    roots: tuple[Node, ...] = ()


def objectives_of(paragraphs: Iterable[Paragraph]) -> Objectives:
    """Return the objectives that the paragraphs state, and what was not taken."""
    lines = list(zoned(paragraphs))
    unheaded = not any(zone is Zone.OBJECTIVES for _, _, zone in lines)
    if unheaded:  # nothing says where objectives begin: what states a figure is taken, and asked
        lines = [_stated(*one) for one in lines]
    roots: list[Node] = []
    stack: list[Node] = []
    left: list[LeftOut] = []
    for paragraph, line, zone in lines:
        if zone is Zone.OBJECTIVES and _is_item(line):
            _place(Node(line.style, line.label, line.text, paragraph.place), roots, stack)
            continue
        if zone is not Zone.OBJECTIVES:
            stack.clear()
        if zone is Zone.OBJECTIVES and stack and _goes_on(stack[-1], line):
            stack[-1].text += " " + line.text
        elif zone not in _SILENT or (zone is Zone.HEAD and (line.style or unheaded)):
            left.append(LeftOut(paragraph.text, paragraph.place, Message(zone.value)))
    rows = list(_numbered(roots))
    items = tuple(_doubted(row, unheaded) for row in rows if isinstance(row, Item))
    left += [row for row in rows if isinstance(row, LeftOut)]
    return Objectives(items, tuple(left), tuple(roots))


def _stated(paragraph: Paragraph, line: Line, zone: Zone) -> tuple[Paragraph, Line, Zone]:
    """Return a line of a document without headings as an objective, where it states a level."""
    if zone is not Zone.HEAD or _DATED.match(bare(line.text)):
        return paragraph, line, zone
    levels = [clause for clause in clauses(line.text) if clause.measured]
    if not levels:
        return paragraph, line, zone
    clear = any(c.goal.explicit or c.goal.unit or c.goal.kind is not Kind.THRESHOLD for c in levels)
    return paragraph, line, Zone.OBJECTIVES if clear else Zone.STATED


def _doubted(item: Item, unheaded: bool) -> Item:
    if not unheaded or not item.target:
        return item
    note = doubt("No heading of the document says that this is an objective.")
    return replace(item, notes=(*item.notes, note))


def _is_item(line: Line) -> bool:
    """Whether a line of the objectives part is an item: it has a number, or states a figure."""
    if line.style:
        return True
    return any(clause.measured for clause in clauses(line.text)) and not line.text.endswith(":")


def _goes_on(last: Node, line: Line) -> bool:
    return not line.style and line.text[:1].islower() and not last.text.endswith((".", ";", ":"))


def _place(node: Node, roots: list[Node], stack: list[Node]) -> None:
    """Hang a line under the last one whose marker is of a higher kind."""
    styles = [one.style for one in stack]
    if node.style.startswith("decimal"):
        depth = [i for i, one in enumerate(stack) if node.label.startswith(f"{one.label}.")]
        del stack[(depth[-1] + 1 if depth else 0) :]
    elif node.style in styles:
        del stack[styles.index(node.style) :]
    elif not node.style or node.style == "roman":
        stack.clear()
    elif stack and not stack[-1].style:
        stack.pop()
    (stack[-1].below if stack else roots).append(node)
    stack.append(node)


def _numbered(roots: list[Node]) -> Iterator[Item | LeftOut]:
    labels = Labels()
    for index, node in enumerate(roots, 1):
        yield from _rows(node, labels.own(node.label or str(index)), "", labels)


def _rows(node: Node, number: str, parent: str, labels: Labels) -> Iterator[Item | LeftOut]:
    """Yield an item's rows: a heading with what stands below it, or one row a target."""
    found = clauses(node.text)
    if node.below:
        yield from _heading(node, number, parent, found, labels)
        return
    if not found and re.search(r"\d", node.text):
        yield _unclear(node, number, parent)
        return
    if not found:
        reason = message("It names no level, no figure and nothing to be done.")
        yield LeftOut(node.text, node.place, reason)
        return
    if len(found) == 1:
        yield _item(found[0], node, number, parent)
        return
    inner = number if _own_heading(node, parent) else parent
    if inner == number:
        name = _title(node.text, found)
        yield Item(number=number, name=name, quote=node.text, place=node.place, parent=parent)
    for index, clause in enumerate(found):
        yield _item(clause, node, labels.own(_below(number, index)), inner)


def _unclear(node: Node, number: str, parent: str) -> Item:
    """Return a line with a figure that is not understood: it stays, and is asked about."""
    text = node.text.strip(" .;")
    notes = (doubt("Its level is not understood as one target: write it more plainly."),)
    return Item(
        number=number,
        parent=parent,
        name=text,
        target=text,
        quote=node.text,
        place=node.place,
        notes=notes,
    )


def _own_heading(node: Node, parent: str) -> bool:
    """Whether the targets of one line get a heading; a letter stands in their numbers already."""
    return not (parent and node.style.startswith("letter"))


def _below(number: str, index: int) -> str:
    """Return the number of one of a line's targets: '2a' under '2', '5.a.1' under '5.a'."""
    return f"{number}.{index + 1}" if number[-1:].isalpha() else f"{number}{_letter(index)}"


def _letter(index: int) -> str:
    return chr(ord("a") + index) if index < 26 else f".{index + 1}"


def _heading(
    node: Node, number: str, parent: str, found: tuple[StatedTarget, ...], labels: Labels
) -> Iterator[Item | LeftOut]:
    declared = next((c for c in found if c.goal.kind is Kind.CHILDREN), None)
    if declared:
        yield _item(declared, node, number, parent)
        own: tuple[StatedTarget, ...] = tuple(c for c in found if c is not declared and c.measured)
    else:
        name = _title(node.text, ())
        yield Item(number=number, name=name, quote=node.text, place=node.place, parent=parent)
        own = tuple(clause for clause in found if clause.measured)
    for index, clause in enumerate(own):
        own_number = labels.own(f"{number}.0{_letter(index) if index else ''}")
        yield _item(clause, node, own_number, number)
    for index, child in enumerate(node.below, 1):
        label = child.label or str(index)
        own_number = label if child.style.startswith("decimal") else f"{number}.{label}"
        yield from _rows(child, labels.own(own_number), number, labels)


def _item(clause: StatedTarget, node: Node, number: str, parent: str) -> Item:
    goal = clause.goal
    return Item(
        number=number,
        parent=parent,
        name=clause.name,
        target=clause.target,
        unit=goal.unit or ("có/không" if goal.kind is Kind.YES_NO else ""),
        better=clause.better,
        quote=node.text,
        place=node.place,
        goal=goal,
        notes=clause.notes,
    )


def _title(text: str, found: tuple[StatedTarget, ...]) -> str:
    """Return what a heading is called: its words, or what its targets are about."""
    if found:
        return "; ".join(dict.fromkeys(clause.name for clause in found))
    return clean(text).rstrip(" :;.").removesuffix(", cụ thể").removesuffix(" cụ thể")
