"""The plan's progress and the corrective actions in a form."""

from __future__ import annotations

from math import ceil
from typing import TYPE_CHECKING, Any

from qms_xlsx.book.a1 import letters
from qms_xlsx.book.areas import ACTION_ROWS, ACTIONS, HELPED_WITH, PROGRESS, PROGRESS_INPUTS
from qms_xlsx.book.labels import choice
from qms_xlsx.domain.department import parties
from qms_xlsx.write.form.cell_rules import add_counts, add_dates, add_list
from qms_xlsx.write.form.listing import headings
from qms_xlsx.write.form.paper import break_pages
from qms_xlsx.write.form.screen import set_print_area
from qms_xlsx.write.templating import (
    INPUT,
    SECTION,
    TemplateTable,
    cleaned,
    height_of,
    width_of,
)

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from qms_xlsx.domain.measure import Measure
    from qms_xlsx.domain.register import Register
    from qms_xlsx.write.form.typed import TypedEntries
    from qms_xlsx.write.parts.book import Workbook
    from qms_xlsx.write.parts.sheet import Looks, SheetRow
    from qms_xlsx.write.parts.styles import Styles

LEADS, COORDINATES = "Chủ trì", "Phối hợp"
_SHOWN = ("number", "measure", "lead", "coordinating", "deadline", "evidence")
_DATES = ("done_on", "evidence_date")
NEXT_ACTION = "+"
"""Stands for the first row of actions that is free."""
_ACTION_HEIGHT = 24.0
"""Points, at which an empty sheet of actions is one page."""


def write_progress(
    book: Workbook, table: TemplateTable, register: Register, department: str, typed: TypedEntries
) -> dict[str, int]:
    """List the measures that a department leads, then those it coordinates; returns rows by key."""
    row, rows, led = table.first_row, {}, register.led(department)
    own, others = table.looks(dict.fromkeys(PROGRESS_INPUTS, INPUT)), table.looks({})
    section, starts = "", [table.first_row]
    for measure in led:
        heading = _heading(register, measure)
        starts.append(row)
        if heading and heading != section:
            row = _section(table, row, heading)
            section = heading
        rows[measure.number] = row
        line = _measure(table, row, measure, LEADS, own)
        line.values[table.key_column] = cleaned(measure.number)
        _restore(table, line, typed.of(PROGRESS.name, measure.number), book.frame.styles)
        row += 1
    printed = row - 1 if led else None
    helped = [m for m in register.measures if department in register.coordinators[m.number]]
    if helped:
        starts.append(row)
        row = _section(table, row, HELPED_WITH)
    for number, measure in enumerate(helped):
        if number:
            starts.append(row)
        _measure(table, row, measure, COORDINATES, others)
        row += 1
    _guard_progress(table, list(rows.values()))
    _set_paper(book, table, starts, printed or row - 1)
    table.sheet.last = max(rows.values(), default=table.first_row)
    return rows


def _set_paper(book: Workbook, table: TemplateTable, starts: Sequence[int], last: int) -> None:
    """Print the rows up to the last that the department fills in; it only knows of the others."""
    columns, heads = table.columns.values(), (table.marker_row - 2, table.marker_row - 1)
    set_print_area(book, table.sheet, f"$A$1:${letters(max(columns) - 1)}${last}")
    pages = [start for start in dict.fromkeys(starts) if start <= last]
    break_pages(table.sheet, columns, pages, last, heads)


def _restore(table: TemplateTable, row: SheetRow, typed: Mapping[str, Any], styles: Styles) -> None:
    """Put back what was typed, the row high enough for its words."""
    for key, value in typed.items():
        if key in table.columns:
            row.put(table.columns[key], cleaned(value), styles)
            if isinstance(value, str):
                row.height = max(row.height or 0, height_of(value, width_of(table, key)))


def _heading(register: Register, measure: Measure) -> str:
    """Return the topmost objective that a measure serves, as a section's heading."""
    served = [register.by_code[code] for code in measure.objectives if code in register.by_code]
    if not served:
        return ""
    top = [*headings(register, served[0]), served[0]][0]
    return f"{top.number}. {top.name}" if top.number else top.name


def _section(table: TemplateTable, row: int, text: str) -> int:
    own = table.sheet.dress(row, table.looks({}, SECTION))
    first, last = table.columns["measure"], max(table.columns.values())
    own.values[first] = cleaned(text)
    table.sheet.merge(row, first, row, last)
    own.height = height_of(text, 190)
    return row + 1


def _measure(table: TemplateTable, row: int, measure: Measure, role: str, looks: Looks) -> SheetRow:
    own = table.sheet.dress(row, looks)
    shown = {**{key: measure.words(key) for key in _SHOWN}, "evidence": _evidence(measure)}
    for key, text in (("role", role), *shown.items()):
        own.values[table.columns[key]] = cleaned(text)
    own.height = max(height_of(text, width_of(table, key)) for key, text in shown.items())
    return own


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
    table: TemplateTable, typed: TypedEntries, names: Mapping[str, str], styles: Styles
) -> dict[str, int]:
    """Open rows for corrective actions, earlier ones put back; returns rows by key.

    `names` are the indicators' by code; the first free row goes by `NEXT_ACTION`.
    """
    looks = table.looks(dict.fromkeys(ACTIONS.keys, INPUT))
    keys = [key for area, key in typed.rows if area == ACTIONS.name]
    rows = {key: table.first_row + number for number, key in enumerate((*keys, NEXT_ACTION))}
    for key in keys:
        own = _open_action(table, rows[key], looks)
        _restore(table, own, _named(typed.of(ACTIONS.name, key), names), styles)
    last = table.first_row + len(keys) + _free_actions(table, [rows[key] for key in keys]) - 1
    for row in range(table.first_row + len(keys), last + 1):
        _open_action(table, row, looks)
    _guard_actions(table, table.first_row, last)
    return rows


def _named(typed: Mapping[str, Any], names: Mapping[str, str]) -> dict[str, Any]:
    """Return an action with its objective as the drop-down names it."""
    own, code = dict(typed), str(typed.get("objective", ""))
    return own | {"objective": choice(code, names[code])} if code in names else own


def _open_action(table: TemplateTable, row: int, looks: Looks) -> SheetRow:
    own = table.sheet.dress(row, looks)
    own.height = _ACTION_HEIGHT
    return own


def _free_actions(table: TemplateTable, filled: Sequence[int]) -> int:
    """Return how many free rows the page has below the filled ones; half a page at least."""
    taken = sum(map(table.sheet.tall, filled))
    return max(ACTION_ROWS // 2, ACTION_ROWS - ceil(taken / _ACTION_HEIGHT))


def _guard_actions(table: TemplateTable, first: int, last: int) -> None:
    def span(key: str) -> list[str]:
        return [f"{table.address(first, key)}:{table.address(last, key)}"]

    add_list(table.sheet, "qms_codes", span("objective"))
    add_list(table.sheet, "qms_action_states", span("state"))
    for key in ("found_on", "due", "closed_on"):
        add_dates(table.sheet, span(key))
