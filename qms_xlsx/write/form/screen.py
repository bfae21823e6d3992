"""How a form meets its reader: columns shown, where the cursor stands, what paper takes, locks."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from openpyxl.utils import column_index_from_string, get_column_letter
from openpyxl.worksheet.filters import FilterColumn
from openpyxl.worksheet.views import Selection

from qms_xlsx.book.keys import CellKey
from qms_xlsx.domain.period import SLOTS, InvalidPeriod, Period, slots_of
from qms_xlsx.write.form.listing import finest
from qms_xlsx.write.form.paper import break_pages

if TYPE_CHECKING:
    from collections.abc import Sequence

    from openpyxl.workbook.workbook import Workbook

    from qms_xlsx.book.keys import Entries
    from qms_xlsx.domain.register import Register
    from qms_xlsx.write.form.results_area import Results
    from qms_xlsx.write.templating import TemplateTable


def show_slots(written: Results, register: Register, department: str, earlier: Entries) -> None:
    """Hide the slots that nothing is typed in; print those of the half-year that is reported."""
    table, cadence = written.table, finest(register, department)
    dimensions = table.sheet.column_dimensions
    for slot in SLOTS:
        dimensions[table.letter(slot.key)].hidden = slot.cadence.months < cadence.months
    owned = register.owned(department)
    baselines = any(o.baseline_h1 is not None or o.baseline_year is not None for o in owned)
    dimensions[table.letter("baseline")].hidden = not baselines
    second = _second_half(earlier.get(CellKey("form", "report_period", "value")), register.year)
    slots = slots_of(cadence)
    half = [s for s in slots if (s.end_month > 6) is second] or list(slots)
    _print_slots(written, table.letter(half[0].key), table.letter(half[-1].key))


def _second_half(period: object, year: int) -> bool:
    try:
        return period is not None and Period.parse(str(period), year).end_month > 6
    except InvalidPeriod:
        return False


def _print_slots(written: Results, first: str, last: str) -> None:
    """Print some slots beside the repeated labels."""
    table = written.table
    sheet: Any = table.sheet
    sheet.print_area = f"{first}{written.first}:{last}{written.last}"
    slots = range(column_index_from_string(first), column_index_from_string(last) + 1)
    labels = range(1, table.columns["component"] + 1)
    heads = range(table.marker_row - 1, table.marker_row)
    break_pages(sheet, (*labels, *slots), written.starts, written.last, heads)


def add_filter(table: TemplateTable, last: int, keys: Sequence[str]) -> None:
    """Let people filter a table by some of its columns, and the lock leave the filter free."""
    sheet: Any = table.sheet
    columns = [column for key, column in table.columns.items() if not key.startswith("_")]
    first = min(columns)
    top = f"{get_column_letter(first)}{table.marker_row - 1}"
    sheet.auto_filter.ref = f"{top}:{get_column_letter(max(columns))}{last}"
    shown = {table.columns[key] for key in keys}
    sheet.auto_filter.filterColumn = [
        FilterColumn(colId=column - first, hiddenButton=True)
        for column in range(first, max(columns) + 1)
        if column not in shown
    ]


def protect(sheet: Any) -> None:
    """Lock a sheet but for its inputs; widths, filters and comments stay free."""
    own = sheet.protection
    own.sheet = True
    own.formatColumns = own.formatRows = own.autoFilter = own.objects = False


def first_input(written: Results) -> str:
    """Return the address of the first cell that is typed in."""
    sheet = written.table.sheet
    for _, row, *span in written.typed:
        first, last = map(column_index_from_string, span)
        for column in range(first, last + 1):
            if not sheet.cell(row, column).protection.locked:
                return f"{get_column_letter(column)}{row}"
    return written.table.address(written.first, "name")


def open_at(workbook: Workbook, sheet: Any, cell: str) -> None:
    """Open the workbook at a cell of a sheet."""
    for other in workbook.worksheets:
        other.sheet_view.tabSelected = other is sheet
    workbook.active = workbook.worksheets.index(sheet)
    view = sheet.sheet_view
    pane = view.pane.activePane if view.pane else None
    kept = [s for s in view.selection if s.pane != pane]
    view.selection = [*kept, Selection(pane=pane, activeCell=cell, sqref=cell)]
