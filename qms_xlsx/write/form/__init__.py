"""Register → form: a department's workbook with live results, and the register's own workbook."""

from __future__ import annotations

from datetime import datetime
from functools import partial
from typing import TYPE_CHECKING

from qms_xlsx.book import resources
from qms_xlsx.book.areas import ACTIONS, FORM, FORM_AREAS, PROGRESS, RESULTS
from qms_xlsx.book.labels import choice
from qms_xlsx.write.calculation import calculated
from qms_xlsx.write.form.cell_rules import result_formats, result_validations
from qms_xlsx.write.form.form_indicator import FormIndicator
from qms_xlsx.write.form.heading import name_blank_cells, placeholders, write_heading
from qms_xlsx.write.form.lists import add_lists
from qms_xlsx.write.form.print_area import write_print
from qms_xlsx.write.form.progress_area import write_actions, write_progress
from qms_xlsx.write.form.results_area import write_results
from qms_xlsx.write.form.return_copy import Review, add_index, by_harm, mark_cells
from qms_xlsx.write.form.screen import add_filter, first_input, open_at, protect, show_slots
from qms_xlsx.write.register import fill_register_template
from qms_xlsx.write.saving import save_workbook
from qms_xlsx.write.templating import (
    TemplateError,
    TemplateTable,
    fill_placeholders,
    find_tables,
    open_template,
)

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping
    from pathlib import Path

    from openpyxl.cell.cell import Cell
    from openpyxl.workbook.workbook import Workbook

    from qms_xlsx.book.keys import Entries
    from qms_xlsx.domain.register import Register
    from qms_xlsx.language.messages import Message

__all__ = ["Review", "TemplateError", "by_harm", "fill_register_template", "write_form"]


def write_form(
    register: Register,
    department: str,
    path: Path,
    *,
    template: Path | None = None,
    earlier: Entries | None = None,
    review: Review | None = None,
    closed: frozenset[str] = frozenset(),
) -> tuple[Message, ...]:
    """Write a department's form; returns what of the template is not kept.

    `earlier` holds what the department typed before; with a `review` of it the form is a return
    copy, with an index in front. Slots that are `closed`, by key, are shown and locked. Raises
    TemplateError when the template cannot be filled.
    """
    source = template or resources.template(resources.FORM_TEMPLATE)
    workbook, lost = open_template(source)
    places = _fill(workbook, source.name, register, department, earlier or {}, closed)
    if review:
        add_index(workbook, review, mark_cells(places, review.marks, earlier or {}))
    name = register.department_by_code[department].name
    workbook.properties.title = f"Biểu mẫu mục tiêu chất lượng năm {register.year} – {name}"
    workbook.properties.creator = register.organisation
    save_workbook(workbook, path, datetime(register.year, 1, 1), calculated(workbook))
    return lost


def _fill(
    workbook: Workbook,
    template: str,
    register: Register,
    department: str,
    earlier: Entries,
    closed: frozenset[str],
) -> Mapping[str, Callable[[str, str], Cell | None]]:
    """Fill every area; returns what finds a cell in each, by row key and column key."""
    form, results, progress, actions = find_tables(workbook, FORM_AREAS, template)
    fill_placeholders(workbook, placeholders(register, department))
    _add_lists(workbook, register, department)
    write_heading(workbook, form, register, department, earlier)
    written = write_results(results, register, department, earlier, closed)
    name_blank_cells(workbook, written)
    result_validations(written)
    result_formats(written)
    show_slots(written, register, department, earlier)
    write_print(workbook, template, register, department, written)
    led = write_progress(progress, register, department, earlier)
    names = {own.code: own.name for own in register.owned(department)}
    opened = write_actions(actions, earlier, names)
    add_filter(results, written.last, ("status",))
    add_filter(progress, max(led.values(), default=progress.first_row), ("lead", "state"))
    open_at(workbook, results.sheet, first_input(written))
    for sheet in workbook.worksheets:
        protect(sheet)
    return {
        FORM.name: partial(_cell, form, form.lines),
        RESULTS.name: written.cell,
        PROGRESS.name: partial(_cell, progress, led),
        ACTIONS.name: partial(_cell, actions, opened),
    }


def _cell(table: TemplateTable, rows: Mapping[str, int], row_key: str, key: str) -> Cell | None:
    """Return the cell of a row's key under a column's, where the table has it."""
    return table.cell(rows[row_key], key) if row_key in rows and key in table.columns else None


def _add_lists(workbook: Workbook, register: Register, department: str) -> None:
    owned = [
        FormIndicator.of(register, objective, department)
        for objective in register.owned(department)
    ]
    scales = dict.fromkeys(i.grades for i in owned if i.grades)
    codes = [choice(i.objective.code, i.objective.name) for i in owned]
    add_lists(workbook, register.year, codes, tuple(scales))
