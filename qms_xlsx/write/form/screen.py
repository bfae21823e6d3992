"""How a form meets its reader: columns shown, where the cursor stands, what paper takes, locks."""

from __future__ import annotations

from typing import TYPE_CHECKING

from qms_xlsx.book.a1 import letters
from qms_xlsx.book.keys import CellKey
from qms_xlsx.domain.period import SLOTS, InvalidPeriod, Period, slots_of
from qms_xlsx.write.form.listing import finest
from qms_xlsx.write.form.lists import quoted
from qms_xlsx.write.form.paper import break_pages
from qms_xlsx.write.parts.page import filter_by
from qms_xlsx.write.parts.sheet import LAST

if TYPE_CHECKING:
    from collections.abc import Sequence

    from qms_xlsx.book.keys import Entries
    from qms_xlsx.domain.period import Slot
    from qms_xlsx.domain.register import Register
    from qms_xlsx.write.form.results_area import Results
    from qms_xlsx.write.parts.book import Workbook
    from qms_xlsx.write.parts.sheet import Worksheet
    from qms_xlsx.write.parts.styles import Styles
    from qms_xlsx.write.templating import TemplateTable


def show_slots(
    book: Workbook, written: Results, register: Register, department: str, earlier: Entries
) -> None:
    """Hide the slots that nothing is typed in; print those of the half-year that is reported."""
    table, cadence = written.table, finest(register, department)
    for slot in SLOTS:
        hide(table, slot.key, hidden=slot.cadence.months < cadence.months)
    owned = register.owned(department)
    baselines = any(o.baseline_h1 is not None or o.baseline_year is not None for o in owned)
    hide(table, "baseline", hidden=not baselines)
    second = _second_half(earlier.get(CellKey("form", "report_period", "value")), register.year)
    slots = slots_of(cadence)
    half = [s for s in slots if (s.end_month > 6) is second] or list(slots)
    _print_slots(book, written, half)


def hide(table: TemplateTable, key: str, *, hidden: bool) -> None:
    """Hide a column, or show it."""
    (set.add if hidden else set.discard)(table.sheet.hidden, table.columns[key])


def _second_half(period: object, year: int) -> bool:
    try:
        return period is not None and Period.parse(str(period), year).end_month > 6
    except InvalidPeriod:
        return False


def _print_slots(book: Workbook, written: Results, printed: Sequence[Slot]) -> None:
    """Print some slots beside the repeated labels."""
    table, sheet = written.table, written.table.sheet
    first, last = (printed[place].key for place in (0, -1))
    set_print_area(
        book, sheet, f"${table.letter(first)}${written.first}:${table.letter(last)}${written.last}"
    )
    slots = range(table.columns[first], table.columns[last] + 1)
    labels = range(1, table.columns["component"] + 1)
    heads = range(table.marker_row - 1, table.marker_row)
    break_pages(sheet, (*labels, *slots), written.starts, written.last, heads)


def set_print_area(book: Workbook, sheet: Worksheet, cells: str) -> None:
    """Print some cells of a sheet alone."""
    book.define("_xlnm.Print_Area", f"{quoted(sheet)}{cells}", sheet)


def add_filter(table: TemplateTable, keys: Sequence[str]) -> None:
    """Let people filter a table by some of its columns, and the lock leave the filter free."""
    first, top, last = _filtered(table)
    shown = {table.columns[key] for key in keys}
    hidden = [column - first for column in range(first, last + 1) if column not in shown]
    filter_by(table.sheet, f"{letters(first - 1)}{top}:{letters(last - 1)}{LAST}", hidden)


def name_filter(book: Workbook, table: TemplateTable) -> None:
    """Name the rows that a table is filtered by, as Excel does."""
    first, top, last = _filtered(table)
    cells = f"${letters(first - 1)}${top}:${letters(last - 1)}${table.sheet.last}"
    place = f"{quoted(table.sheet)}{cells}"
    book.define("_xlnm._FilterDatabase", place, table.sheet, hidden="1")


def _filtered(table: TemplateTable) -> tuple[int, int, int]:
    """Return the first column, the heading row and the last column of a table's filter."""
    columns = [column for key, column in table.columns.items() if not key.startswith("_")]
    return min(columns), table.marker_row - 1, max(columns)


def first_input(written: Results, styles: Styles) -> str:
    """Return the address of the first cell that is typed in."""
    sheet = written.table.sheet
    for block, row in written.placed:
        looks = sheet.rows[row].looks.styles
        for column in block.typed:
            if not styles.locked(looks[column]):
                return f"{letters(column - 1)}{row}"
    return written.table.address(written.first, "name")
