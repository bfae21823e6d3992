"""A table of objectives: one target a row, its unit and level in columns of their own."""

from __future__ import annotations

import re
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

from qms_xlsx.document.assigning import department_of
from qms_xlsx.document.columns import Columns, columns_of
from qms_xlsx.document.decision import Item, LeftOut, PlanRow
from qms_xlsx.document.labels import Labels
from qms_xlsx.document.lines import line_of
from qms_xlsx.document.matrix import crossed, crosses
from qms_xlsx.document.table_rows import BLANK, PART, TOTAL, row_items
from qms_xlsx.document.zones import Zone
from qms_xlsx.language.messages import Message, message
from qms_xlsx.language.text import bare

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Sequence

    from qms_xlsx.document.model import TextTable
    from qms_xlsx.document.standing import Standing

_NOTE = re.compile(r"((tong so|tong cong|cong)\W*$|(ghi chu|nguoi lap|chu thich)\b)")


@dataclass(frozen=True, slots=True)
class Listed:
    """What a document's tables of objectives give."""

    items: tuple[Item, ...]
    left_out: tuple[LeftOut, ...]
    actions: tuple[PlanRow, ...] = ()


def lists(one: Standing) -> bool:
    """Return whether a table lists objectives: its headings say so, or the part it stands in.

    What tells of results or money lists none, whatever its headings are.
    """
    columns = columns_of(one.table)
    inside = one.zone in (Zone.OBJECTIVES, Zone.TITLE)
    if one.reported or columns.plan:
        return False
    return columns.told or (columns.objectives and inside) or crosses(one)


def listed_of(tables: Iterable[Standing]) -> Listed:
    """Return the objectives of tables that list them, below the line that each is titled with."""
    items: list[Item] = []
    left: list[LeftOut] = []
    actions: list[PlanRow] = []
    for order, one in enumerate(tables):
        found = list(_found(one))
        head = _titled(one, found)
        prefix = f"{head.number}." if head else f"{order + 1}-"
        prefix = prefix if head or (order and _clash(found, items)) else ""
        items += [head] if head else []
        for row in found:
            if isinstance(row, Item):
                items.append(_prefixed(row, prefix, head))
        left += [row for row in found if isinstance(row, LeftOut)]
        actions += [_served(row, prefix) for row in found if isinstance(row, PlanRow)]
    return Listed(tuple(items), tuple(left), tuple(actions))


def _found(one: Standing) -> Iterator[Item | LeftOut | PlanRow]:
    """Yield what a table gives: a row an objective, or a level a cell."""
    columns = replace(columns_of(one.table), unit=one.unit)
    if columns.objectives:
        yield from _rows(one.table, columns, one.owner)
    else:
        yield from crossed(one)


def _titled(one: Standing, found: list[Item | LeftOut | PlanRow]) -> Item | None:
    """Return the heading that a table's numbered title is, where the table gives targets."""
    if one.title is None or not one.number or not any(isinstance(row, Item) for row in found):
        return None
    return Item(number=one.number, name=one.text, quote=one.title.text, place=one.title.place)


def unread_of(table: TextTable) -> Iterator[LeftOut]:
    """Yield the rows of a table that lists neither objectives nor measures."""
    reason = message("The table lists neither objectives nor measures.")
    for index, row in enumerate(table.rows):
        quote = " | ".join(dict.fromkeys(text for text in row if text))
        if not BLANK.fullmatch(quote):
            yield LeftOut(quote, table.at(index), reason)


def _clash(found: list[Item | LeftOut | PlanRow], items: list[Item]) -> bool:
    numbers = {item.number for item in items}
    return any(isinstance(row, Item) and row.number in numbers for row in found)


def _served(action: PlanRow, prefix: str) -> PlanRow:
    objectives = tuple(f"{prefix}{number}" for number in action.objectives)
    return replace(action, number=f"{prefix}{action.number}", objectives=objectives)


def _prefixed(item: Item, prefix: str, head: Item | None) -> Item:
    above = head.number if head else ""
    parent = f"{prefix}{item.parent}" if item.parent else above
    return replace(item, number=f"{prefix}{item.number}", parent=parent)


def _rows(
    table: TextTable, columns: Columns, titled: str = ""
) -> Iterator[Item | LeftOut | PlanRow]:
    """Yield what a table's rows give; `titled` is the department that its title names."""
    # rows that this one may stand under: how deep they stand, their numbers, their names
    above: list[tuple[int, str, str]] = []
    counts: dict[str, int] = {}
    labels = Labels()
    owner = titled  # the department whose rows follow, where a row across the table names one
    found: list[Item | LeftOut] = []
    number, before, served = "", (), 0
    for index, row in _by_indicator(_whole_rows(table, columns), columns):
        if columns.combined and columns.objective_of(row) == before:
            served += 1
            yield _measure(row, columns, found, f"{number}.{served}", table.at(index))
            continue
        name, label = columns.get(row, "name"), columns.get(row, "number").rstrip(".) ")
        if not name and label and not label.isdigit():
            name, label = label, ""
        if not name or BLANK.fullmatch(name):
            if not BLANK.fullmatch(columns.get(row, "value")):
                reason = message("Its row does not say what is measured.")
                yield LeftOut(" | ".join(filter(None, row)), table.at(index), reason)
            continue
        if _is_note(row, columns, name):
            yield LeftOut(" | ".join(filter(None, row)), table.at(index), Message(Zone.NOTE.value))
            continue
        depth = _depth(label, name)
        while above and above[-1][0] >= depth:
            above.pop()
        parent, whole = above[-1][1:] if above else ("", "")
        number = labels.own(_number(label, parent, counts))
        found = list(row_items(row, name, number, parent, columns, table.at(index), whole))
        if all(isinstance(one, Item) and not one.target for one in found):
            owner = department_of(name) or titled
        found = [_owned(one, owner) for one in found]
        yield from found
        if columns.combined and columns.get(row, "measure"):
            before, served = columns.objective_of(row), 1
            yield _measure(row, columns, found, number, table.at(index))
        if any(isinstance(one, Item) for one in found):
            above.append((depth, number, next(one.name for one in found if isinstance(one, Item))))


def _owned(row: Item | LeftOut, owner: str) -> Item | LeftOut:
    """Return a target that names nobody as the owner's of its part of the table."""
    if not owner or not isinstance(row, Item) or not row.target:
        return row
    return row if row.departments or row.shares else replace(row, departments=(owner,))


def _measure(
    row: tuple[str, ...],
    columns: Columns,
    found: Sequence[Item | LeftOut],
    number: str,
    place: str,
) -> PlanRow:
    """Return the measure that stands in the row of its objective, by its own number if it has one."""
    words = columns.get(row, "measure")
    line = line_of(words)
    own = line.style.startswith("decimal")
    keys = ("lead", "coordinating", "deadline", "monitor", "evidence")
    return PlanRow(
        number=line.label if own else number,
        measure=line.text if own else words,
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
            _rejoin(whole, row, columns)
        else:
            whole.append((index, row))
    return whole


def _rejoin(
    whole: list[tuple[int, tuple[str, ...]]], rest: tuple[str, ...], columns: Columns
) -> None:
    """Put the rest of a row to the last one; of a merged cell, to all rows beside it."""
    cut = columns.objective_of(whole[-1][1])
    for at in range(len(whole) - 1, -1, -1):
        index, row = whole[at]
        if at < len(whole) - 1 and (not any(cut) or columns.objective_of(row) != cut):
            break
        shared = columns.objective_places if at < len(whole) - 1 else range(len(row))
        whole[at] = (
            index,
            tuple(
                f"{text} {rest[column]}".strip() if column in shared else text
                for column, text in enumerate(row)
            ),
        )


def _by_indicator(
    rows: list[tuple[int, tuple[str, ...]]], columns: Columns
) -> Iterator[tuple[int, tuple[str, ...]]]:
    """Yield rows; an objective beside its indicators becomes a row above them."""
    at, named, number = (columns.at.get(key) for key in ("indicator", "name", "number"))
    last: tuple[str, ...] = ()
    for index, row in rows:
        if at is None or named is None or not row[at] or row[at] == row[named]:
            yield index, row
            continue
        heading = tuple(text if c in (named, number) else "" for c, text in enumerate(row))
        if row[named] and heading != last:
            yield index, heading
            last = heading
        own = {named: row[at], number: ""}
        yield index, tuple(own.get(c, text) for c, text in enumerate(row))


def _is_rest(row: tuple[str, ...], columns: Columns) -> bool:
    """Whether a row only ends texts of the one above: no number, nothing of its own, no capital."""
    if not {"number", "value"} <= columns.at.keys() or columns.get(row, "number"):
        return False
    texts = [text for text in row if text]
    value = columns.get(row, "value")
    own = columns.get(row, "unit") or (
        value and (columns.get(row, "name") or not value[:1].islower())
    )
    begun = any(text[:1].isupper() or line_of(text).style for text in texts)
    return not own and not begun and any(text[:1].islower() for text in texts)


def _is_note(row: tuple[str, ...], columns: Columns, name: str) -> bool:
    """Whether a row below the list only counts it or explains it."""
    valued = any(columns.get(row, key) not in ("", name) for key in ("value", "unit"))
    return bool(_NOTE.match(bare(name))) and not valued


def _depth(label: str, name: str) -> int:
    if not label and TOTAL.match(bare(name)):
        return 2
    if re.fullmatch(r"[A-HĐ]", label):
        return 0
    if re.fullmatch(r"[IVX]+", label):
        return 1
    if re.fullmatch(r"\d+(\.\d+)*", label):
        return 2 + label.count(".")
    if re.fullmatch(r"[a-zđ]\d?", label):
        return 6
    return 8 if PART.match(name) or not label or label in "-+*•" else 7


def _number(label: str, parent: str, counts: dict[str, int]) -> str:
    if re.fullmatch(r"[A-HĐ]|[IVX]+", label):
        return f"{parent}.{label}" if parent else label
    if label and label not in "-+*•":
        if label.startswith(f"{parent}.") or not parent:
            return label
        return f"{parent}.{label}"
    counts[parent] = counts.get(parent, 0) + 1
    return f"{parent}.{counts[parent]}" if parent else str(counts[parent])
