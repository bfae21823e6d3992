"""The hidden sheet of a form's drop-down lists, and the names that formulas go by."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from openpyxl.utils import get_column_letter
from openpyxl.workbook.defined_name import DefinedName

from qms_xlsx.book.labels import ACTION_STATES, KPS, STATES
from qms_xlsx.domain.period import SLOTS, Cadence, Period, slots_of
from qms_xlsx.domain.target import GRADE_SCALES
from qms_xlsx.language.symbols import NO, YES
from qms_xlsx.write.templating import put

if TYPE_CHECKING:
    from collections.abc import Sequence

    from openpyxl.workbook.workbook import Workbook
    from openpyxl.worksheet.worksheet import Worksheet

SHEET = "Danh mục"
_PERIODS = tuple(
    slot
    for cadence in (Cadence.HALF, Cadence.YEAR, Cadence.QUARTER, Cadence.MONTH)
    for slot in slots_of(cadence)
)


def grade_list(grades: tuple[str, ...]) -> str:
    """Return the name of the list of a scale's grades."""
    family = next(name for name, scale in GRADE_SCALES.items() if scale == grades)
    return f"qms_grades_{family}"


def slot_list(cadence: Cadence) -> str:
    """Return the name of the list of a cadence's slots."""
    return f"qms_slots_{cadence.value}"


def define(workbook: Workbook, name: str, target: str) -> None:
    """Give a reference or a formula a name in the workbook."""
    workbook.defined_names[name] = DefinedName(name, attr_text=target)


def quoted(sheet: Any) -> str:
    """Return a sheet's name as a reference begins with it."""
    return "'" + str(sheet.title).replace("'", "''") + "'!"


def add_lists(
    workbook: Workbook, year: int, codes: Sequence[str], scales: Sequence[tuple[str, ...]]
) -> None:
    """Add the hidden sheet with every list that the form's drop-downs and formulas need."""
    sheet = workbook.create_sheet(_free_title(workbook))
    sheet.sheet_state = "hidden"
    sheet.protection.sheet = True
    periods = [Period(year, slot) for slot in _PERIODS]
    lists: dict[str, Sequence[object]] = {
        "qms_periods": [period.label for period in periods],
        "qms_period_codes": [str(period) for period in periods],
        "qms_period_ends": [period.end_month for period in periods],
        "qms_slots": [slot.label for slot in SLOTS],
        "qms_slot_starts": [slot.months[0] for slot in SLOTS],
        "qms_answers": (YES, NO, KPS),
        "qms_states": STATES,
        "qms_action_states": ACTION_STATES,
        "qms_codes": codes or ("",),
        **{slot_list(cadence): [slot.label for slot in slots_of(cadence)] for cadence in Cadence},
        **{grade_list(scale): (*scale, KPS) for scale in scales},
    }
    for column, (name, values) in enumerate(lists.items(), 1):
        _list(workbook, sheet, column, name, values)
    column = len(lists) + 1
    sheet.cell(1, column, "qms_end")
    sheet.cell(2, column, _END)
    define(workbook, "qms_end", f"{quoted(sheet)}${get_column_letter(column)}$2")


_ENTERED = 'TRIM(qms_report_period&"")'
_END = (
    f"=IFERROR(INDEX(qms_period_ends,MATCH({_ENTERED},qms_periods,0)),"
    f"IFERROR(INDEX(qms_period_ends,MATCH({_ENTERED},qms_period_codes,0)),0))"
)
"""The last month of the reporting period, by label or by code; 0 when it names none."""


def _list(
    workbook: Workbook, sheet: Worksheet, column: int, name: str, values: Sequence[object]
) -> None:
    sheet.cell(1, column, name)
    for row, value in enumerate(values, 2):
        put(sheet.cell(row, column), value)
    letter = get_column_letter(column)
    define(workbook, name, f"{quoted(sheet)}${letter}$2:${letter}${len(values) + 1}")


def _free_title(workbook: Workbook) -> str:
    title = SHEET
    while title in workbook.sheetnames:
        title += "_"
    return title
