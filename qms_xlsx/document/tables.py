"""A table of objectives: one target a row, its unit and level in columns of their own."""

from __future__ import annotations

import re
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

from qms_xlsx.document.clauses import clauses
from qms_xlsx.document.columns import Columns, columns_of
from qms_xlsx.document.decision import Item, LeftOut
from qms_xlsx.document.labels import Labels
from qms_xlsx.document.parties import split_parties
from qms_xlsx.document.wording import parsed
from qms_xlsx.domain.target import Kind
from qms_xlsx.language.messages import doubt, message
from qms_xlsx.language.text import bare, clean, folded

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from qms_xlsx.document.model import TextTable

_BLANK = re.compile(r"[\s.…_\-–x/%]*$", re.IGNORECASE)
_PARTY = re.compile(r"(xã|phường|thị trấn|phòng|ban|trung tâm|sở|văn phòng|tổ|khoa|trường)\b")
_PART = re.compile(r"^\s*(?:[-–+*•]|trong đó)\s*:?\s*", re.IGNORECASE)


@dataclass(frozen=True, slots=True)
class Listed:
    """What a document's tables of objectives give."""

    items: tuple[Item, ...]
    left_out: tuple[LeftOut, ...]


def listed_of(tables: Iterable[TextTable]) -> Listed:
    """Return the objectives of tables that list them."""
    items: list[Item] = []
    left: list[LeftOut] = []
    for order, table in enumerate(table for table in tables if columns_of(table).objectives):
        found = list(_rows(table, columns_of(table)))
        prefix = f"{order + 1}-" if order and _clash(found, items) else ""
        items += [_prefixed(row, prefix) for row in found if isinstance(row, Item)]
        left += [row for row in found if isinstance(row, LeftOut)]
    return Listed(tuple(items), tuple(left))


def _clash(found: list[Item | LeftOut], items: list[Item]) -> bool:
    numbers = {item.number for item in items}
    return any(isinstance(row, Item) and row.number in numbers for row in found)


def _prefixed(item: Item, prefix: str) -> Item:
    parent = f"{prefix}{item.parent}" if item.parent else ""
    return replace(item, number=f"{prefix}{item.number}", parent=parent)


def _rows(table: TextTable, columns: Columns) -> Iterator[Item | LeftOut]:
    above: list[tuple[int, str]] = []  # the rows that this one may stand under, by depth
    counts: dict[str, int] = {}
    labels = Labels()
    for index, row in enumerate(table.rows[columns.first :], columns.first):
        name, label = columns.get(row, "name"), columns.get(row, "number").rstrip(".) ")
        if not name and label and not label.isdigit():
            name, label = label, ""
        if not name or _BLANK.fullmatch(name):
            continue
        depth = _depth(label, name)
        while above and above[-1][0] >= depth:
            above.pop()
        parent = above[-1][1] if above else ""
        number = labels.own(_number(label, parent, counts))
        found = list(_read(row, name, number, parent, columns, table.at(index)))
        yield from found
        if any(isinstance(one, Item) for one in found):
            above.append((depth, number))


def _depth(label: str, name: str) -> int:
    if re.fullmatch(r"[A-HĐ]", label):
        return 0
    if re.fullmatch(r"[IVX]+", label):
        return 1
    if re.fullmatch(r"\d+(\.\d+)*", label):
        return 2 + label.count(".")
    if re.fullmatch(r"[a-zđ]\d?", label):
        return 6
    return 8 if _PART.match(name) or not label or label in "-+*•" else 7


def _number(label: str, parent: str, counts: dict[str, int]) -> str:
    if re.fullmatch(r"[A-HĐ]|[IVX]+", label):
        return f"{parent}.{label}" if parent else label
    if label and label not in "-+*•":
        if label.startswith(f"{parent}.") or not parent:
            return label
        return f"{parent}.{label}"
    counts[parent] = counts.get(parent, 0) + 1
    return f"{parent}.{counts[parent]}" if parent else str(counts[parent])


def _read(
    row: tuple[str, ...], name: str, number: str, parent: str, columns: Columns, place: str
) -> Iterator[Item | LeftOut]:
    quote = " | ".join(dict.fromkeys(text for text in row if text))
    plain = clean(_PART.sub("", name)).rstrip(" :;")
    base = Item(
        number=number,
        parent=parent,
        name=plain,
        quote=quote,
        place=place,
        departments=split_parties(columns.get(row, "lead")),
    )
    value, unit = columns.get(row, "value"), columns.get(row, "unit")
    if "value" not in columns.at:
        yield from _in_words(base, name)
    elif not _BLANK.fullmatch(value):
        half, shares = columns.get(row, "half"), _shares(row, columns, unit)
        stated = _stated(replace(base, shares=shares), value, unit)
        yield replace(stated, half="" if _BLANK.fullmatch(half) else _with_unit(half, unit))
    elif unit:
        yield LeftOut(quote, place, message("Its level is blank."))
    else:
        yield replace(base, departments=())


def _shares(row: tuple[str, ...], columns: Columns, unit: str) -> tuple[tuple[str, str], ...]:
    """Return what each department of its own column is given."""
    cells = ((heading, row[at]) for at, heading in columns.others.items() if at < len(row))
    return tuple(
        (clean(heading), _with_unit(words, unit))
        for heading, words in cells
        if _PARTY.match(folded(heading)) and not _BLANK.fullmatch(words)
    )


def _with_unit(value: str, unit: str) -> str:
    """Return a level with its unit behind it, where only a figure is written."""
    needs = bool(unit) and bare(unit) not in bare(value) and value[-1:].isdigit()
    return f"{value} {unit}" if needs else value


def _in_words(base: Item, name: str) -> Iterator[Item]:
    """Yield the items of a row whose words hold the level; several stand under a heading."""
    found = clauses(name)
    if len(found) != 1:
        titles = dict.fromkeys(clause.name for clause in found)
        yield replace(base, name="; ".join(titles) or base.name, departments=())
    for order, clause in enumerate(found):
        own = replace(
            base,
            name=clause.name,
            target=clause.target,
            unit=clause.goal.unit or ("có/không" if clause.goal.kind is Kind.YES_NO else ""),
            better=clause.better,
            goal=clause.goal,
            notes=clause.notes,
        )
        below = f"{base.number}{chr(ord('a') + order)}"
        yield own if len(found) == 1 else replace(own, number=below, parent=base.number)


def _stated(base: Item, value: str, unit: str) -> Item:
    """Return the item of a level in its own column: read with its name, written as it stands."""
    level = _with_unit(value, unit)
    alone, notes = parsed(level)
    named, _ = parsed(f"{base.name}: {level}")
    goal = named[0] if len(named) == 1 else alone[0] if len(alone) == 1 else None
    better = None
    if goal is None:
        notes = (*notes, doubt("Its level is not understood as one target: write it more plainly."))
    elif len(alone) == 1 and alone[0].better is not goal.better:
        better = goal.better
    return replace(
        base,
        target=level,
        unit=unit or (goal.unit if goal and goal.unit else ""),
        better=better,
        goal=goal,
        notes=notes,
    )
