"""What a department typed, as typed: put back into the next form and the return copy."""

from __future__ import annotations

from datetime import date, time, timedelta
from math import isfinite
from typing import TYPE_CHECKING

from qms_xlsx.book import areas as layout
from qms_xlsx.book import labels
from qms_xlsx.book.keys import CellKey
from qms_xlsx.book.lines import FORM_INPUTS
from qms_xlsx.domain.submission import Mark
from qms_xlsx.language.numbers import show, significant
from qms_xlsx.language.symbols import answer
from qms_xlsx.read.cells import number_shown_as_date
from qms_xlsx.read.tables import HOLLOW
from qms_xlsx.steps.reading import contents_in

if TYPE_CHECKING:
    from collections.abc import Collection, Iterable, Iterator

    from qms_xlsx.book.keys import Entries
    from qms_xlsx.domain.period import Slot
    from qms_xlsx.domain.submission import Submission, Value
    from qms_xlsx.read.tables import Cell, Contents, Row, Table
    from qms_xlsx.steps.intake import Intake


def earlier_entries(
    taken: Intake, submissions: Iterable[Submission | None]
) -> Iterator[dict[CellKey, object]]:
    """Yield what stands in the input cells of each submission's file; nothing without one.

    Raises StepError where such a file can be read no more.
    """
    wanted = list(submissions)
    files = taken.opened_again(own.path for own in wanted if own)
    for own in wanted:
        yield typed_entries(contents_in(next(files))) if own else {}


def typed_entries(contents: Contents) -> dict[CellKey, object]:
    """Return what was typed in the input cells of a form, also what could not be read."""
    return {
        CellKey(area, key, column): _again(area, column, row.cells[column])
        for area, columns in layout.INPUTS.items()
        for table in contents.of(area)[:1]
        for key, row in keyed_rows(table).items()
        if area != "form" or key in FORM_INPUTS
        for column in columns
        if column in row.cells and row.cells[column].state not in HOLLOW
    }


def with_reported(
    entries: Entries, submission: Submission | None, closed: Collection[Slot]
) -> dict[CellKey, object]:
    """Return entries with what was reported in closed slots, whatever was typed there since."""
    shut = {slot.key for slot in closed}
    area = layout.RESULTS.name
    kept = {k: v for k, v in entries.items() if k.area != area or k.column not in shut}
    for (code, part), row in submission.entries.items() if submission else ():
        for slot, entry in row.items():
            if slot.key in shut:
                kept[CellKey(area, f"{code}:{part.value}", slot.key)] = _as_typed(entry.value)
    return kept


def _as_typed(value: Value) -> object:
    if isinstance(value, Mark):
        return value.value
    return answer(value) if isinstance(value, bool) else value


def keyed_rows(table: Table) -> dict[str, Row]:
    """Return a table's rows by key; actions have none and are numbered from 1 as they stand."""
    if table.area != layout.ACTIONS.name:
        return table.by_key()
    filled = [row for row in table.rows if not row.cells.keys().isdisjoint(layout.ACTIONS.keys)]
    return {str(number): row for number, row in enumerate(filled, start=1)}


def _again(area: str, column: str, cell: Cell) -> object:
    """Return what a cell can hold again as typed; no workbook can hold NaN or infinity.

    A date among the results would make its cell one of dates for good: figures typed later too.
    """
    value = cell.value
    if cell.shown == "percent" and area == layout.RESULTS.name and isinstance(value, float):
        return f"{show(significant(value * 100))} %"
    if isinstance(value, float) and not isfinite(value):
        return str(value)
    if area == layout.ACTIONS.name and column == "objective":
        return labels.chosen_code(str(value))
    if area != layout.RESULTS.name or not isinstance(value, date | time | timedelta):
        return value
    number = number_shown_as_date(value)
    if number is not None:
        return number
    if isinstance(value, date):
        return f"{value.day}/{value.month}/{value.year}"
    return str(value)
