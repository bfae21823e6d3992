"""The objectives part: numbered lines become items, sentences become rows under one number."""

from __future__ import annotations

import re
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING, TypeAlias

from qms_xlsx.document.aims import aims_in
from qms_xlsx.document.carrying import part_of
from qms_xlsx.document.cells import PARTY
from qms_xlsx.document.clauses import clauses
from qms_xlsx.document.counts import without_count
from qms_xlsx.document.decision import Item, LeftOut, PlanRow
from qms_xlsx.document.exhorting import without_sayings
from qms_xlsx.document.labels import Labels
from qms_xlsx.document.other_years import of_other_year, without_other_years
from qms_xlsx.document.outline import outline_of
from qms_xlsx.domain.target import Kind
from qms_xlsx.language.messages import doubt, message
from qms_xlsx.language.text import bare, clean

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from qms_xlsx.document.model import Paragraph
    from qms_xlsx.document.tree import Node
    from qms_xlsx.document.wording import StatedTarget

_TOPIC = re.compile(
    r"^((?:về|lĩnh vực|trong lĩnh vực|công tác)\s[^:;\d%]{3,80}):\s+"
    r"(?!(?:đạt|từ|trên|dưới|ít nhất|tối thiểu|không quá|tăng|giảm|còn)\b)(?=\S)",
    re.IGNORECASE,
)
_SLIP = re.compile(
    r"(?<![^\W\d_])(?=[lIO]*\d)(?=\d*[lIO])[lIO\d]{2,4}(?=\s?(?:%|°/[o0]))"
    r"|(?<!\w)[lIO]\d{1,2}(?=\s[^\W\d_])"
)
_PER_CENT = re.compile(r"(?<=[\dlIO])\s?°/[o0](?!\w)")
_DIGITS = str.maketrans("lIO", "110")
"""Letters that a scan mistakes for figures."""

_PARTY_WORDS = 8

Row: TypeAlias = Item | LeftOut | PlanRow


@dataclass(frozen=True, slots=True)
class Objectives:
    """What the objectives part gives."""

    items: tuple[Item, ...]
    left_out: tuple[LeftOut, ...]
    actions: tuple[PlanRow, ...] = ()


def objectives_of(paragraphs: Iterable[Paragraph], year: int | None = None) -> Objectives:
    """Return the objectives that the paragraphs state for a year, and what was not taken."""
    outline = outline_of(paragraphs, year)
    later = list(_later(outline.roots, year)) if year else []
    roots = list(outline.roots)
    aims = list(aims_in(roots))
    rows = list(_numbered(roots))
    actions = (*(row for row in rows if isinstance(row, PlanRow)), *outline.actions)
    items = tuple(_doubted(row, outline.unheaded) for row in rows if isinstance(row, Item))
    left = [row for row in rows if isinstance(row, LeftOut)]
    return Objectives(items, (*outline.left_out, *later, *aims, *left), actions)


def _later(nodes: Iterable[Node], year: int) -> Iterator[LeftOut]:
    """Take what lines say of other years out of them, and yield it."""
    for node in nodes:
        node.text, said = without_other_years(node.text, year)
        yield from (LeftOut(words, node.place, of_other_year(words)) for words in said)
        yield from _later(node.below, year)


def _doubted(item: Item, unheaded: bool) -> Item:
    if not unheaded or not item.target:
        return item
    note = doubt("No heading of the document says that this is an objective.")
    return replace(item, notes=(*item.notes, note))


def _numbered(roots: list[Node]) -> Iterator[Row]:
    """Yield the rows of an outline; a line without a number takes the one before with a plus."""
    labels, last = Labels(), ""
    counted = not any(node.label for node in roots)
    for index, node in enumerate(roots, 1):
        last = node.label or (str(index) if counted else f"{last}+")
        yield from _rows(node, labels.own(last), "", labels)


def _served(node: Node, number: str, rows: list[Row]) -> Iterator[PlanRow | LeftOut]:
    """Yield the measures that labelled lines state for an item, bound to its targets.

    How a level is measured ("Phương pháp đo: …") is nothing that is done for it.
    """
    targets = tuple(row.number for row in rows if isinstance(row, Item) and row.target)
    for order, told in enumerate(node.measures, 1):
        words = told.get("measure", "")
        if not {"measure", "deadline"} & told.keys():
            said = "; ".join(text for key, text in told.items() if key != "place")
            yield LeftOut(said, told["place"], message("It says how the level is shown."))
            continue
        keys = ("coordinating", "deadline", "monitor", "evidence")
        yield PlanRow(
            number=f"{number}.{order}" if len(node.measures) > 1 else number,
            measure=words or node.text,
            quote=words,
            place=told["place"],
            objectives=targets,
            lead="; ".join(node.departments),
            **{key: told.get(key, "") for key in keys},
        )


def _rows(node: Node, number: str, parent: str, labels: Labels) -> Iterator[Row]:
    """Yield an item's rows, the measures that serve it, and what it only exhorts to."""
    if not node.style:
        node.text, said = without_sayings(node.text)
        said = said if node.text else [node.quote]
        reason = message("It exhorts, and sets no level.")
        yield from (LeftOut(words, node.place, reason) for words in said)
        if not node.text:
            return
    rows = list(_items(node, number, parent, labels))
    yield from rows
    yield from _served(node, number, rows)


def _items(node: Node, number: str, parent: str, labels: Labels) -> Iterator[Row]:
    """Yield an item's rows: a heading with what stands below it, or one row a target."""
    node.text = without_count(node.text, heads=bool(node.below))
    topic, found = _under_topic(node.text)
    found = _mended(node.text) or found
    if node.below:
        yield from _heading(node, number, parent, found, labels)
        return
    if not found and re.search(r"\d", node.text):
        yield _unclear(node, number, parent)
        return
    if not found:
        reason = message("It names no level, no figure and nothing to be done.")
        yield LeftOut(node.quote, node.place, reason)
        return
    if len(found) == 1:
        yield _item(found[0], node, number, parent)
        return
    inner = number if _own_heading(node, parent) else parent
    if inner == number:
        name = topic or _title(node.text, found)
        yield Item(number=number, name=name, quote=node.quote, place=node.place, parent=parent)
    for index, clause in enumerate(found):
        yield _item(clause, node, labels.own(_below(number, index)), inner)


def _under_topic(text: str) -> tuple[str, tuple[StatedTarget, ...]]:
    """Return what a line is about, where it says that first, and its targets.

    "Về đội ngũ: 90% cán bộ đạt loại tốt; không có ai bị kỷ luật" has two, neither is "đội ngũ".
    What stands before a level alone is what it measures: "Lĩnh vực xây dựng: 98%".
    """
    topic = _TOPIC.match(text)
    found = clauses(text[topic.end() :]) if topic else ()
    alone = any(bare(c.target).startswith(bare(c.name)) for c in found[:1])
    return (topic[1], found) if topic and found and not alone else ("", clauses(text))


def _mended(text: str) -> tuple[StatedTarget, ...]:
    """Return the targets of a line with slips in its figures, as a scan has them: "9O%", "l5"."""
    plain = _PER_CENT.sub("%", _SLIP.sub(lambda slip: slip[0].translate(_DIGITS), text))
    if plain == text:
        return ()
    note = doubt("A letter stands in its figure: it is read as “{words}”.", words=plain)
    return tuple(replace(clause, notes=(*clause.notes, note)) for clause in clauses(plain))


def _unclear(node: Node, number: str, parent: str) -> Item:
    """Return a line with a figure that is not understood: it stays, and is asked about."""
    text = node.text.strip(" .;")
    notes = (doubt("Its level is not understood as one target: write it more plainly."),)
    return Item(
        number=number,
        parent=parent,
        name=text,
        target=text,
        quote=node.quote,
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
) -> Iterator[Row]:
    title = _title(node.text, ())
    declared = next((c for c in found if c.goal.kind is Kind.CHILDREN), None)
    if declared:
        yield _item(declared, node, number, parent)
        own: tuple[StatedTarget, ...] = tuple(c for c in found if c is not declared and c.measured)
    else:
        yield Item(number=number, name=title, quote=node.quote, place=node.place, parent=parent)
        own = tuple(clause for clause in found if clause.measured and clause.goal.value is not None)
    for index, clause in enumerate(own):
        own_number = labels.own(f"{number}.0{_letter(index) if index else ''}")
        yield _item(clause, node, own_number, number)
    for index, child in enumerate(node.below, 1):
        label = child.label or str(index)
        own_number = label if child.style.startswith("decimal") else f"{number}.{label}"
        for row in _rows(child, labels.own(own_number), number, labels):
            if isinstance(row, Item) and row.target and row.quote == child.quote:
                yield replace(row, name=part_of(row.name, title))
            else:
                yield row


def _item(clause: StatedTarget, node: Node, number: str, parent: str) -> Item:
    goal = clause.goal
    return Item(
        number=number,
        parent=parent,
        name=clause.name,
        target=clause.target,
        half=clause.half,
        stretch=clause.stretch,
        unit=goal.unit or ("có/không" if goal.kind is Kind.YES_NO else ""),
        better=clause.better,
        quote=node.quote,
        place=node.place,
        departments=node.departments or _whose(clause.name),
        goal=goal,
        notes=clause.notes,
    )


def _whose(name: str) -> tuple[str, ...]:
    """Return whose share a part is: "Thu thuế: xã An Hưng" is the commune's."""
    _, colon, part = name.rpartition(": ")
    own = f"{part[:1].upper()}{part[1:]}" if colon else ""
    return (part,) if PARTY.match(own) and len(part.split()) <= _PARTY_WORDS else ()


def _title(text: str, found: tuple[StatedTarget, ...]) -> str:
    """Return what a heading is called: its words, or what its targets are about."""
    if found:
        return "; ".join(dict.fromkeys(clause.name for clause in found))
    return clean(text).rstrip(" :;.").removesuffix(", cụ thể").removesuffix(" cụ thể")
