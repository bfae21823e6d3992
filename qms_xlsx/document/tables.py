"""A table of objectives: one target a row, its unit and level in columns of their own."""

from __future__ import annotations

import re
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

from qms_xlsx.document.assigning import department_of
from qms_xlsx.document.clauses import clauses
from qms_xlsx.document.columns import PARTY, Columns, columns_of
from qms_xlsx.document.decision import Item, LeftOut, PlanRow
from qms_xlsx.document.labels import Labels
from qms_xlsx.document.parties import split_parties
from qms_xlsx.document.wording import parsed
from qms_xlsx.document.zones import Zone
from qms_xlsx.domain.period import Cadence
from qms_xlsx.domain.target import Kind
from qms_xlsx.language.messages import Message, doubt, message
from qms_xlsx.language.text import bare, clean

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Sequence

    from qms_xlsx.document.model import TextTable
    from qms_xlsx.domain.target import Target

_BLANK = re.compile(r"[\s.…_\-–x/%]*$", re.IGNORECASE)
_NOTE = re.compile(r"(tong so|tong cong|cong|ghi chu|nguoi lap|chu thich)\b")
_CADENCES = (
    (r"\b0?6 thang|nua nam\b", Cadence.HALF),
    (r"\bquy\b", Cadence.QUARTER),
    (r"\bthang\b", Cadence.MONTH),
    (r"\bnam\b", Cadence.YEAR),
)
_PART = re.compile(r"^\s*(?:[-–+*•]|trong đó)\s*:?\s*", re.IGNORECASE)


@dataclass(frozen=True, slots=True)
class Listed:
    """What a document's tables of objectives give."""

    items: tuple[Item, ...]
    left_out: tuple[LeftOut, ...]
    actions: tuple[PlanRow, ...] = ()


def listed_of(tables: Iterable[TextTable]) -> Listed:
    """Return the objectives of tables that list them."""
    items: list[Item] = []
    left: list[LeftOut] = []
    actions: list[PlanRow] = []
    for order, table in enumerate(table for table in tables if columns_of(table).objectives):
        found = list(_rows(table, columns_of(table)))
        prefix = f"{order + 1}-" if order and _clash(found, items) else ""
        items += [_prefixed(row, prefix) for row in found if isinstance(row, Item)]
        left += [row for row in found if isinstance(row, LeftOut)]
        actions += [_served(row, prefix) for row in found if isinstance(row, PlanRow)]
    return Listed(tuple(items), tuple(left), tuple(actions))


def unread_of(table: TextTable) -> Iterator[LeftOut]:
    """Yield the rows of a table that lists neither objectives nor measures."""
    reason = message("The table lists neither objectives nor measures.")
    for index, row in enumerate(table.rows):
        quote = " | ".join(dict.fromkeys(text for text in row if text))
        if not _BLANK.fullmatch(quote):
            yield LeftOut(quote, table.at(index), reason)


def _clash(found: list[Item | LeftOut | PlanRow], items: list[Item]) -> bool:
    numbers = {item.number for item in items}
    return any(isinstance(row, Item) and row.number in numbers for row in found)


def _served(action: PlanRow, prefix: str) -> PlanRow:
    objectives = tuple(f"{prefix}{number}" for number in action.objectives)
    return replace(action, number=f"{prefix}{action.number}", objectives=objectives)


def _prefixed(item: Item, prefix: str) -> Item:
    parent = f"{prefix}{item.parent}" if item.parent else ""
    return replace(item, number=f"{prefix}{item.number}", parent=parent)


def _rows(table: TextTable, columns: Columns) -> Iterator[Item | LeftOut | PlanRow]:
    above: list[tuple[int, str]] = []  # the rows that this one may stand under, by depth
    counts: dict[str, int] = {}
    labels = Labels()
    owner = ""  # the department whose rows follow, where a row across the table names one
    for index, row in _whole_rows(table, columns):
        name, label = columns.get(row, "name"), columns.get(row, "number").rstrip(".) ")
        if not name and label and not label.isdigit():
            name, label = label, ""
        if not name or _BLANK.fullmatch(name):
            continue
        if _is_note(row, columns, name):
            yield LeftOut(" | ".join(filter(None, row)), table.at(index), Message(Zone.NOTE.value))
            continue
        depth = _depth(label, name)
        while above and above[-1][0] >= depth:
            above.pop()
        parent = above[-1][1] if above else ""
        number = labels.own(_number(label, parent, counts))
        found = list(_read(row, name, number, parent, columns, table.at(index)))
        if any(isinstance(one, Item) and not one.target for one in found):
            owner = department_of(name)
        found = [_owned(one, owner) for one in found]
        yield from found
        if columns.combined and columns.get(row, "measure"):
            yield _measure(row, columns, found, number, table.at(index))
        if any(isinstance(one, Item) for one in found):
            above.append((depth, number))


def _owned(row: Item | LeftOut | PlanRow, owner: str) -> Item | LeftOut | PlanRow:
    """Return a target that names nobody as the owner's of its part of the table."""
    if not owner or not isinstance(row, Item) or not row.target:
        return row
    return row if row.departments or row.shares else replace(row, departments=(owner,))


def _measure(
    row: tuple[str, ...],
    columns: Columns,
    found: Sequence[Item | LeftOut | PlanRow],
    number: str,
    place: str,
) -> PlanRow:
    """Return the measure that stands in the row of its objective."""
    words = columns.get(row, "measure")
    keys = ("lead", "coordinating", "deadline", "monitor", "evidence")
    return PlanRow(
        number=number,
        measure=words,
        quote=words,
        place=place,
        objectives=tuple(one.number for one in found if isinstance(one, Item) and one.target),
        **{key: columns.get(row, key) for key in keys},
    )


def _whole_rows(table: TextTable, columns: Columns) -> list[tuple[int, tuple[str, ...]]]:
    """Return the rows with their place; one that a page's end cut in two is made whole."""
    whole: list[tuple[int, tuple[str, ...]]] = []
    for index, row in enumerate(table.rows[columns.first :], columns.first):
        if whole and _is_rest(row, columns):
            at, before = whole[-1]
            joined = (clean(f"{one} {other}") for one, other in zip(before, row, strict=True))
            whole[-1] = at, tuple(joined)
        else:
            whole.append((index, row))
    return whole


def _is_rest(row: tuple[str, ...], columns: Columns) -> bool:
    """Whether a row only ends texts of the one above: no number, no level, no capital."""
    own = any(columns.get(row, key) for key in ("number", "value", "unit"))
    texts = [text for text in row if text]
    numbered = "number" in columns.at and "value" in columns.at
    return numbered and not own and bool(texts) and all(text[:1].islower() for text in texts)


def _is_note(row: tuple[str, ...], columns: Columns, name: str) -> bool:
    """Whether a row below the list only counts it or explains it."""
    valued = any(columns.get(row, key) not in ("", name) for key in ("value", "unit"))
    return bool(_NOTE.match(bare(name))) and not valued


def _is_section(row: tuple[str, ...], columns: Columns) -> bool:
    """Whether a row goes across the table: all behind its number says the same."""
    behind = set(row[1:]) if columns.at.get("number") == 0 else set(row)
    return len(row) > 2 and len(behind) == 1


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
) -> Iterator[Item | LeftOut | PlanRow]:
    quote = " | ".join(dict.fromkeys(text for text in row if text))
    if _is_section(row, columns):
        yield Item(number=number, parent=parent, name=clean(name), quote=quote, place=place)
        return
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
        further = columns.get(row, "stretch")
        yield replace(
            stated,
            cadence=_cadence(columns.get(row, "cadence")),
            half=_given(half, unit),
            stretch=_given(further, unit),
        )
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
        if PARTY.match(heading)
        if not _BLANK.fullmatch(words) and bare(words) != "khong giao"
    )


def _cadence(words: str) -> Cadence | None:
    """Return how often a row is reported, where its column says one of the register's ways."""
    low = bare(words)
    return next((own for pattern, own in _CADENCES if re.search(pattern, low)), None)


def _given(words: str, unit: str) -> str:
    return "" if _BLANK.fullmatch(words) else _with_unit(words, unit)


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
            stretch=clause.stretch,
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
    with_name, _ = parsed(f"{base.name}: {level}")
    goal = with_name[0] if len(with_name) == 1 else alone[0] if len(alone) == 1 else None
    if goal and len(alone) == 1 and _counts_a_gain(goal, alone[0]):
        goal = alone[0]
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


def _counts_a_gain(named: Target, alone: Target) -> bool:
    """Whether a row counts what is added, as "Số xã tăng thêm | 05": its level is an amount."""
    change = named.kind in (Kind.GROWTH, Kind.REDUCTION)
    return change and alone.kind is Kind.THRESHOLD and alone.unit != "%"
