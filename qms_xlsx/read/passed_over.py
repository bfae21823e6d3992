"""Family S, what was typed where no key looks: said at its cell, never lost silently."""

from __future__ import annotations

from collections import defaultdict
from functools import partial
from string import ascii_uppercase
from typing import TYPE_CHECKING

from qms_xlsx.book import areas as layout
from qms_xlsx.codes.rule import Hit, Rule
from qms_xlsx.domain.period import SLOTS, slots_of
from qms_xlsx.read.cell_case import visible

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

    from qms_xlsx.domain.indicator import Indicator
    from qms_xlsx.domain.period import Slot
    from qms_xlsx.read.form_case import FormCase
    from qms_xlsx.read.tables import Cell, Table

    Group = tuple[str, list[Cell]]
    """An area, and cells beside it that are told together."""

_SHOWN = 5
"""Cells that one finding names."""
_FILLED = (layout.RESULTS.name, layout.PROGRESS.name)


def _other_cadence(case: FormCase) -> Iterator[Hit]:
    """Yield figures in slots finer than the row's own; coarser ones are formulas (S112)."""
    for area, slot, cell, objective in _in_finer_slots(case):
        own = ", ".join(slot.label for slot in slots_of(objective.cadence))
        yield Hit(case.at(area, cell.address), {"value": cell.text, "slot": slot.label, "own": own})


def _in_finer_slots(case: FormCase) -> Iterator[tuple[str, Slot, Cell, Indicator]]:
    area = layout.RESULTS.name
    for row in case.rows(area):
        objective = case.register.indicator_by_code.get(row.key.rpartition(":")[0])
        if objective is None or (area, row.number) in case.displaced:
            continue
        for slot in SLOTS:
            cell = row.cells.get(slot.key)
            if cell and slot.cadence.months < objective.cadence.months and _typed(cell):
                yield area, slot, cell, objective


def _typed(cell: Cell) -> bool:
    return cell.state in ("", "odd") and bool(visible(cell.text) or cell.state)


def overlooked(case: FormCase) -> Iterator[tuple[str, Cell]]:
    """Yield every cell that was typed where nothing is read, with its sheet."""
    for find in (_keyless, _beside, _below):
        for area, cells in find(case):
            sheet = case.at(area, "").sheet
            yield from ((sheet, cell) for cell in cells)
    for area, _, cell, _ in _in_finer_slots(case):
        yield case.at(area, "").sheet, cell


def _keyless(case: FormCase) -> Iterator[Group]:
    """Yield rows among the keyed ones that have entries and no key."""
    for area in _FILLED:
        table = case.table(area)
        last = max((row.number for row in table.rows if row.key), default=0) if table else 0
        for row in case.rows(area):
            if not row.key and row.number < last:
                cells = [
                    c for key in layout.INPUTS[area] if (c := row.cells.get(key)) and _typed(c)
                ]
                if cells:
                    yield area, cells


def _below(case: FormCase) -> Iterator[Group]:
    for area in _FILLED:
        table = case.table(area)
        for cells in _rows_below(table).values() if table else ():
            if table and (strange := _strange(case, area, cells, table)):
                yield area, strange


def _told(find: Callable[[FormCase], Iterator[Group]], case: FormCase) -> Iterator[Hit]:
    """Yield a hit at the first cell of each group."""
    for area, cells in find(case):
        yield Hit(case.at(area, cells[0].address), _named(cells))


def _rows_below(table: Table) -> dict[int, list[Cell]]:
    last = max((row.number for row in table.rows if row.key), default=0)
    rows: dict[int, list[Cell]] = defaultdict(list)
    for cell in table.loose:
        if (number := _row_number(cell)) > last:
            rows[number].append(cell)
    return rows


def _strange(case: FormCase, area: str, cells: list[Cell], table: Table) -> list[Cell]:
    """Return what of a row below a table is none of the form's own words."""
    if area != layout.PROGRESS.name:
        return cells
    columns = {letters: key for key, letters in table.columns.items()}
    keys = {columns.get(_letters(cell), ""): cell for cell in cells}
    number, heading = keys.get("number"), keys.get("measure")
    if number is None:
        ours = heading is not None and heading.text == layout.HELPED_WITH
    else:
        ours = number.text in {measure.number for measure in case.register.measures}
    typed = ("", *layout.PROGRESS_INPUTS)
    return [c for c in cells if not ours or columns.get(_letters(c), "") in typed]


def _beside(case: FormCase) -> Iterator[Group]:
    for area in (*_FILLED, layout.ACTIONS.name):
        table = case.table(area)
        if table is None:
            continue
        below = _rows_below(table) if area in _FILLED else {}
        named = set(table.columns.values())
        columns: dict[str, list[Cell]] = defaultdict(list)
        for cell in table.loose:
            letters = _letters(cell)
            if letters not in named and _row_number(cell) not in below:
                columns[letters].append(cell)
        yield from ((area, cells) for cells in columns.values())


def _row_number(cell: Cell) -> int:
    return int(cell.address.lstrip(ascii_uppercase))


def _letters(cell: Cell) -> str:
    return cell.address.rstrip("0123456789")


def _named(cells: list[Cell]) -> dict[str, str]:
    """Return the first cells by address and content, and how many there are."""
    shown = [f"{cell.address} “{' '.join(cell.words.split())}”" for cell in cells[:_SHOWN]]
    more = [f"… ({len(cells)})"] if len(cells) > _SHOWN else []
    return {"cells": "; ".join([*shown, *more])}


def _sorted_rows(case: FormCase) -> Iterator[Hit]:
    for area in _FILLED:
        for row in case.rows(area):
            if (area, row.number) in case.displaced:
                text = row.text("name") or row.text("measure") or row.text("component")
                cell = next(iter(row.cells.values()))
                yield Hit(case.at(area, cell.address), {"key": row.key, "value": text})


PASSED_OVER_RULES: tuple[Rule[FormCase], ...] = (
    Rule("S134", _other_cadence),
    Rule("S135", partial(_told, _keyless)),
    Rule("S136", partial(_told, _beside)),
    Rule("S137", partial(_told, _below)),
    Rule("S138", _sorted_rows),
)
"""Rules on entries that would else be lost without a word."""
