"""The plan's progress and the corrective actions in a form."""

from __future__ import annotations

from math import ceil
from typing import TYPE_CHECKING, Any

from openpyxl.utils import get_column_letter

from qms_xlsx.book.areas import ACTION_ROWS, ACTIONS, HELPED_WITH, PROGRESS_INPUTS
from qms_xlsx.book.keys import CellKey
from qms_xlsx.book.labels import choice
from qms_xlsx.domain.department import parties
from qms_xlsx.write.form.cell_rules import add_counts, add_dates, add_list
from qms_xlsx.write.form.listing import headings
from qms_xlsx.write.form.paper import break_pages
from qms_xlsx.write.templating import INPUT, ROW, SECTION, TemplateTable, height_of, put, width_of

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from qms_xlsx.book.keys import Entries
    from qms_xlsx.domain.measure import Measure
    from qms_xlsx.domain.register import Register

LEADS, COORDINATES = "Chủ trì", "Phối hợp"
_SHOWN = ("number", "measure", "lead", "coordinating", "deadline", "evidence")
_DATES = ("done_on", "evidence_date")
NEXT_ACTION = "+"
"""Stands for the first row of actions that is free."""
_ACTION_HEIGHT = 24
"""Points, at which an empty sheet of actions is one page."""


def write_progress(
    table: TemplateTable, register: Register, department: str, earlier: Entries
) -> dict[str, int]:
    """List the measures that a department leads, then those it coordinates; returns rows by key."""
    row, rows, led = table.first_row, {}, register.led(department)
    section, starts = "", [table.first_row]
    for measure in led:
        heading = _heading(register, measure)
        starts.append(row)
        if heading and heading != section:
            row = _section(table, row, heading)
            section = heading
        rows[measure.number] = row
        _measure(table, row, measure, LEADS)
        put(table.sheet.cell(row, table.key_column), measure.number)
        _restore(table, row, measure.number, earlier)
        row += 1
    printed = row - 1 if led else None
    helped = [m for m in register.measures if department in register.coordinators[m.number]]
    if helped:
        starts.append(row)
        row = _section(table, row, HELPED_WITH)
    for number, measure in enumerate(helped):
        if number:
            starts.append(row)
        _measure(table, row, measure, COORDINATES)
        row += 1
    _guard_progress(table, list(rows.values()))
    _set_paper(table, starts, printed or row - 1)
    return rows


def _set_paper(table: TemplateTable, starts: Sequence[int], last: int) -> None:
    """Print the rows up to the last that the department fills in; it only knows of the others."""
    sheet: Any = table.sheet
    columns, heads = table.columns.values(), (table.marker_row - 2, table.marker_row - 1)
    sheet.print_area = f"A1:{get_column_letter(max(columns))}{last}"
    break_pages(sheet, columns, [s for s in dict.fromkeys(starts) if s <= last], last, heads)


def _restore(table: TemplateTable, row: int, number: str, earlier: Entries) -> None:
    for key in PROGRESS_INPUTS:
        value = earlier.get(CellKey("progress", number, key))
        if value is not None:
            put(table.cell(row, key), value)
            _raise_row(table, row, key, value)


def _raise_row(table: TemplateTable, row: int, key: str, value: object) -> None:
    """Make a row high enough for a text in it."""
    if isinstance(value, str):
        dimension = table.sheet.row_dimensions[row]
        dimension.height = max(float(dimension.height or 0), height_of(value, width_of(table, key)))


def _heading(register: Register, measure: Measure) -> str:
    """Return the topmost objective that a measure serves, as a section's heading."""
    served = [register.by_code[code] for code in measure.objectives if code in register.by_code]
    if not served:
        return ""
    top = [*headings(register, served[0]), served[0]][0]
    return f"{top.number}. {top.name}" if top.number else top.name


def _section(table: TemplateTable, row: int, text: str) -> int:
    table.dress(row, {}, SECTION)
    put(table.cell(row, "measure"), text)
    first, last = table.columns["measure"], max(table.columns.values())
    table.merge(first, row, last, row)
    table.sheet.row_dimensions[row].height = height_of(text, 190)
    return row + 1


def _measure(table: TemplateTable, row: int, measure: Measure, role: str) -> None:
    table.dress(row, dict.fromkeys(PROGRESS_INPUTS, INPUT) if role == LEADS else {})
    put(table.cell(row, "role"), role)
    shown = {**{key: measure.words(key) for key in _SHOWN}, "evidence": _evidence(measure)}
    for key, text in shown.items():
        put(table.cell(row, key), text)
    table.sheet.row_dimensions[row].height = max(
        height_of(text, width_of(table, key)) for key, text in shown.items()
    )


def _evidence(measure: Measure) -> str:
    """Return what shows that a measure is done, who watches it and what it needs."""
    beside = (
        ("Theo dõi", "; ".join(parties(measure.monitor))),
        ("Nguồn lực", measure.resources),
    )
    more = [f"{label}: {text}" for label, text in beside if text]
    return "\n".join([part for part in (measure.evidence, *more) if part])


def _guard_progress(table: TemplateTable, rows: Sequence[int]) -> None:
    def cells(key: str) -> list[str]:
        return [table.address(row, key) for row in rows]

    add_list(table.sheet, "qms_states", cells("state"))
    add_counts(table.sheet, cells("times_done"))
    for key in _DATES:
        add_dates(table.sheet, cells(key))


def write_actions(
    table: TemplateTable, earlier: Entries, names: Mapping[str, str]
) -> dict[str, int]:
    """Open rows for corrective actions, earlier ones put back; returns rows by key.

    `names` are the indicators' by code; the first free row goes by `NEXT_ACTION`.
    """
    typed = [key for area, key, _ in earlier if area == ACTIONS.name]
    keys = list(dict.fromkeys(typed))
    rows = {key: table.first_row + number for number, key in enumerate((*keys, NEXT_ACTION))}
    for row in rows.values():
        _open_action(table, row)
    for (area, row_key, key), value in earlier.items():
        if area == ACTIONS.name and key in table.columns:
            named = key == "objective" and value in names
            own = choice(str(value), names[str(value)]) if named else value
            put(table.cell(rows[row_key], key), own)
            _raise_row(table, rows[row_key], key, own)
    count = len(keys) + _free_actions(table, [rows[key] for key in keys])
    for row in range(table.first_row + len(keys), table.first_row + count):
        _open_action(table, row)
    _guard_actions(table, table.first_row, table.first_row + count - 1)
    return rows


def _open_action(table: TemplateTable, row: int) -> None:
    table.dress(row, dict.fromkeys(ACTIONS.keys, INPUT), ROW)
    table.sheet.row_dimensions[row].height = _ACTION_HEIGHT


def _free_actions(table: TemplateTable, filled: Sequence[int]) -> int:
    """Return how many free rows the page has below the filled ones; half a page at least."""
    taken = sum(float(table.sheet.row_dimensions[row].height) for row in filled)
    return max(ACTION_ROWS // 2, ACTION_ROWS - ceil(taken / _ACTION_HEIGHT))


def _guard_actions(table: TemplateTable, first: int, last: int) -> None:
    def span(key: str) -> list[str]:
        return [f"{table.address(first, key)}:{table.address(last, key)}"]

    add_list(table.sheet, "qms_codes", span("objective"))
    add_list(table.sheet, "qms_action_states", span("state"))
    for key in ("found_on", "due", "closed_on"):
        add_dates(table.sheet, span(key))
