"""The hidden sheet of a form's drop-down lists, and the names that formulas go by."""

from __future__ import annotations

from typing import TYPE_CHECKING

from qms_xlsx.book.a1 import letters
from qms_xlsx.book.labels import ACTION_STATES, KPS, STATES
from qms_xlsx.domain.period import SLOTS, Cadence, Period, slots_of
from qms_xlsx.domain.target import GRADE_SCALES
from qms_xlsx.language.symbols import NO, YES
from qms_xlsx.write.parts.sheet import Formula, Worksheet
from qms_xlsx.write.templating import cleaned

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from qms_xlsx.write.parts.book import Workbook

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


def quoted(sheet: Worksheet) -> str:
    """Return a sheet's name as a reference begins with it."""
    return "'" + sheet.title.replace("'", "''") + "'!"


def fixed_lists(year: int) -> dict[str, Sequence[object]]:
    """Return the lists that every form of a year has, by their names."""
    periods = [Period(year, slot) for slot in _PERIODS]
    return {
        "qms_periods": [period.label for period in periods],
        "qms_period_codes": [str(period) for period in periods],
        "qms_period_ends": [period.end_month for period in periods],
        "qms_slots": [slot.label for slot in SLOTS],
        "qms_slot_starts": [slot.months[0] for slot in SLOTS],
        "qms_answers": (YES, NO, KPS),
        "qms_states": STATES,
        "qms_action_states": ACTION_STATES,
        **{slot_list(cadence): [slot.label for slot in slots_of(cadence)] for cadence in Cadence},
    }


def own_lists(
    codes: Sequence[str], scales: Sequence[tuple[str, ...]]
) -> dict[str, Sequence[object]]:
    """Return the lists of a department's form, by their names."""
    return {
        "qms_codes": codes or ("",),
        **{grade_list(scale): (*scale, KPS) for scale in scales},
    }


def add_lists(book: Workbook, sheet: Worksheet, lists: Mapping[str, Sequence[object]]) -> None:
    """Add lists to their sheet, each in the next free column, under its name."""
    start = 1 + max((column for row in sheet.rows.values() for column in row.values), default=0)
    for column, (name, values) in enumerate(lists.items(), start):
        for row, value in enumerate((name, *values), 1):
            sheet.row(row).values[column] = cleaned(value)
        letter = letters(column - 1)
        book.define(name, f"{quoted(sheet)}${letter}$2:${letter}${len(values) + 1}")


def add_end(book: Workbook, sheet: Worksheet) -> None:
    """Add the last month of the reporting period, by which figures are to date."""
    sheet.row(1).values[1], sheet.row(2).values[1] = "qms_end", Formula(_END)
    book.define("qms_end", f"{quoted(sheet)}$A$2")


_ENTERED = 'TRIM(qms_report_period&"")'
_END = (
    f"IFERROR(INDEX(qms_period_ends,MATCH({_ENTERED},qms_periods,0)),"
    f"IFERROR(INDEX(qms_period_ends,MATCH({_ENTERED},qms_period_codes,0)),0))"
)
"""The last month of the reporting period, by label or by code; 0 when it names none."""


def free_title(book: Workbook) -> str:
    """Return the title of the lists' sheet, one that the template does not have."""
    title, taken = SHEET, {sheet.title for sheet in book.sheets}
    while title in taken:
        title += "_"
    return title
