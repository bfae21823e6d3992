"""Register → form: a department's workbook with live results, and the register's own workbook."""

from __future__ import annotations

from dataclasses import dataclass, field
from datetime import datetime
from functools import partial
from typing import TYPE_CHECKING

from qms_xlsx.book.areas import ACTIONS, FORM, PROGRESS, RESULTS
from qms_xlsx.book.labels import choice
from qms_xlsx.write.calculation import calculated
from qms_xlsx.write.form.cell_rules import result_validations
from qms_xlsx.write.form.form_indicator import FormIndicator
from qms_xlsx.write.form.heading import name_blank_cells, placeholders, write_heading
from qms_xlsx.write.form.lists import add_lists, own_lists
from qms_xlsx.write.form.progress_area import write_actions, write_progress
from qms_xlsx.write.form.results_area import write_results
from qms_xlsx.write.form.return_copy import fill_index, mark_cells
from qms_xlsx.write.form.screen import first_input, name_filter, show_slots
from qms_xlsx.write.form.stencil import Stencil
from qms_xlsx.write.form.typed import TypedEntries
from qms_xlsx.write.parts.writing import written
from qms_xlsx.write.register import fill_register_template
from qms_xlsx.write.templating import TemplateError, TemplateTable, fill_placeholders

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping
    from pathlib import Path

    from qms_xlsx.book.keys import Entries
    from qms_xlsx.domain.register import Register
    from qms_xlsx.language.messages import Message
    from qms_xlsx.write.parts.book import Workbook
    from qms_xlsx.write.parts.sheet import CellPlace
    from qms_xlsx.write.review import Review

__all__ = [
    "FormWriter",
    "TemplateError",
    "fill_register_template",
    "write_form",
]


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
    """Write one form, as `FormWriter` does many; returns what of the template is not kept."""
    writer = FormWriter(register, template)
    writer.write(department, path, earlier=earlier, review=review, closed=closed)
    return writer.lost


@dataclass(slots=True)
class FormWriter:
    """Writes forms of an office's departments, what they have in common made once."""

    register: Register
    template: Path | None = None
    lost: tuple[Message, ...] = ()
    """What of the template is not kept, once a form is written."""
    _stencils: dict[bool, Stencil] = field(default_factory=dict)

    def write(
        self,
        department: str,
        path: Path,
        *,
        earlier: Entries | None = None,
        review: Review | None = None,
        closed: frozenset[str] = frozenset(),
    ) -> None:
        """Write a department's form.

        `earlier` holds what the department typed before; with a `review` of it the form is a return
        copy, with an index in front. Slots that are `closed`, by key, are shown and locked. Raises
        TemplateError when the template cannot be filled.
        """
        stencil = self._stencil(returned=review is not None)
        book, tables = stencil.begun()
        places = _fill(stencil, book, tables, department, earlier or {}, closed)
        if review and stencil.marking:
            marked = mark_cells(stencil.marking, places, review.marks, earlier or {})
            fill_index(book, stencil.marking, review, marked)
        register, name = self.register, self.register.department_by_code[department].name
        book.title = f"Biểu mẫu mục tiêu chất lượng năm {register.year} – {name}"
        book.author = register.organisation
        path.write_bytes(written(book, datetime(register.year, 1, 1), calculated(book)))

    def _stencil(self, *, returned: bool) -> Stencil:
        if returned not in self._stencils:
            made = Stencil.of(self.register, self.template, returned=returned)
            self._stencils[returned], self.lost = made, made.lost
        return self._stencils[returned]


def _fill(
    stencil: Stencil,
    book: Workbook,
    tables: list[TemplateTable],
    department: str,
    earlier: Entries,
    closed: frozenset[str],
) -> Mapping[str, Callable[[str, str], CellPlace | None]]:
    """Fill every area; returns what finds a cell in each, by row key and column key."""
    register, typed = stencil.blocks.register, TypedEntries.among(earlier)
    form, results, progress, actions = tables
    fill_placeholders(book, placeholders(register, department))
    _add_lists(stencil, book, department)
    write_heading(form, register, department, earlier, book.frame.styles)
    done = write_results(results, stencil.blocks, department, typed, closed)
    name_blank_cells(book, done)
    result_validations(done)
    show_slots(book, done, register, department, earlier)
    if stencil.paper:
        stencil.paper.write(book, department, done, register)
    led = write_progress(book, progress, register, department, typed)
    names = {own.code: own.name for own in register.owned(department)}
    opened = write_actions(actions, typed, names, book.frame.styles)
    for table in (results, progress):
        name_filter(book, table)
    results.sheet.input_cell = first_input(done, book.frame.styles)
    return {
        FORM.name: partial(_cell, form, form.lines),
        RESULTS.name: done.cell,
        PROGRESS.name: partial(_cell, progress, led),
        ACTIONS.name: partial(_cell, actions, opened),
    }


def _cell(
    table: TemplateTable, rows: Mapping[str, int], row_key: str, key: str
) -> CellPlace | None:
    """Return the cell of a row's key under a column's, where the table has it."""
    return table.cell(rows[row_key], key) if row_key in rows and key in table.columns else None


def _add_lists(stencil: Stencil, book: Workbook, department: str) -> None:
    register = stencil.blocks.register
    owned = [
        FormIndicator.of(register, objective, department)
        for objective in register.owned(department)
    ]
    scales = dict.fromkeys(i.grades for i in owned if i.grades)
    codes = [choice(i.objective.code, i.objective.name) for i in owned]
    add_lists(book, book.sheet(stencil.lists), own_lists(codes, tuple(scales)))
