"""A table of objectives: one target a row, its unit and level in columns of their own."""

from __future__ import annotations

from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

from qms_xlsx.document.aims import is_aim
from qms_xlsx.document.columns import columns_of
from qms_xlsx.document.decision import Item, LeftOut, PlanRow
from qms_xlsx.document.listed_rows import rows_of
from qms_xlsx.document.matrix import crossed, crosses
from qms_xlsx.document.table_rows import BLANK
from qms_xlsx.document.wording import MEASURED
from qms_xlsx.document.zones import Zone
from qms_xlsx.language.messages import Message, doubt, message

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from qms_xlsx.document.model import TextTable
    from qms_xlsx.document.standing import Standing

_SEVERAL = 3
"""Of so many rows it is told whether a table has lost its levels."""


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
    if one.reported or columns.plan or columns.followed:
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
        rows = list(_without_aims(list(rows_of(one.table, columns, one.owner))))
        yield from rows if {"value", "upper"} & columns.at.keys() else _without_levels(rows)
    else:
        yield from crossed(one)


def _without_aims(
    rows: list[Item | LeftOut | PlanRow],
) -> Iterator[Item | LeftOut | PlanRow]:
    """Yield the rows of a table; one that only strives for something among levels is listed."""
    items = [row for row in rows if isinstance(row, Item)]
    stated, heads = [one for one in items if one.target], {one.parent for one in items}
    measured = sum(one.goal is not None and one.goal.kind in MEASURED for one in stated)
    alone = [one for one in items if one.target or one.number not in heads]
    aims = {one.number for one in alone if is_aim(one)} if measured * 2 > len(stated) else set()
    for row in rows:
        if isinstance(row, Item) and row.number in aims:
            yield LeftOut(row.quote, row.place, Message(Zone.GENERAL.value))
        elif isinstance(row, PlanRow):
            yield replace(row, objectives=tuple(n for n in row.objectives if n not in aims))
        else:
            yield row


def _without_levels(
    rows: list[Item | LeftOut | PlanRow],
) -> Iterator[Item | LeftOut | PlanRow]:
    """Yield the rows of a table without levels; each is asked about where most name none.

    A wide sheet is printed on pages beside each other: the levels may stand on the next.
    """
    stated = [row for row in rows if isinstance(row, Item) and row.target]
    measured = sum(one.goal is not None and one.goal.kind in MEASURED for one in stated)
    asked = len(stated) >= _SEVERAL and measured * 2 < len(stated)
    note = doubt("Its table has no column of levels: is nothing but this to be reached?")
    for row in rows:
        if asked and isinstance(row, Item) and row.target:
            yield replace(row, notes=(*row.notes, note))
        else:
            yield row


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
