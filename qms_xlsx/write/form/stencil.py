"""What the forms of an office have in common, made once: each form only fills in its own."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, time
from typing import TYPE_CHECKING

from qms_xlsx.book import resources
from qms_xlsx.book.areas import FORM_AREAS
from qms_xlsx.domain.period import Cadence, slots_of
from qms_xlsx.write.form.blocks import SHOWN_GRADES, Blocks
from qms_xlsx.write.form.cell_rules import result_formats
from qms_xlsx.write.form.heading import guard_heading
from qms_xlsx.write.form.lists import add_end, add_lists, fixed_lists, free_title
from qms_xlsx.write.form.print_area import PrintSheet
from qms_xlsx.write.form.results_area import demand_order
from qms_xlsx.write.form.return_copy import Marking, index_sheet
from qms_xlsx.write.form.screen import add_filter
from qms_xlsx.write.parts.page import protect, scale_to
from qms_xlsx.write.parts.sheet import INPUT_CELL, SCALE, Worksheet
from qms_xlsx.write.templating import INPUT, OFF, ROW, find_tables, open_template

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator
    from pathlib import Path

    from qms_xlsx.domain.register import Register
    from qms_xlsx.language.messages import Message
    from qms_xlsx.write.parts.book import Workbook
    from qms_xlsx.write.templating import TemplateTable

_LISTS = {
    "sheetFormatPr": '<sheetFormatPr baseColWidth="8" defaultRowHeight="15"/>',
    "sheetViews": '<sheetViews><sheetView workbookViewId="0"/></sheetViews>',
}


@dataclass(frozen=True, slots=True)
class Stencil:
    """A template made ready for an office's forms, or for its return copies."""

    book: Workbook
    tables: tuple[TemplateTable, ...]
    """Of the form, the results, the progress and the actions."""
    lists: str
    """The title of the sheet of lists."""
    blocks: Blocks
    paper: PrintSheet | None
    marking: Marking | None
    """Of return copies."""
    lost: tuple[Message, ...]
    """What of the template is not kept."""

    @classmethod
    def of(cls, register: Register, template: Path | None, *, returned: bool) -> Stencil:
        """Return the stencil of a template, by default ours; raises TemplateError without one."""
        source = template or resources.template(resources.FORM_TEMPLATE)
        book, lost = open_template(source, ours=template is None)
        tables = tuple(find_tables(book, FORM_AREAS, source.name))
        form, results, progress, _ = tables
        demand_order(results)
        guard_heading(book, form)
        wrapped = _wrapped(book, results)
        result_formats(results, book.frame.styles)
        paper = PrintSheet.of(book, source.name, results)
        add_filter(results, ("status",))
        add_filter(progress, ("lead", "state"))
        for table in (results, progress, paper.table) if paper else (results, progress):
            scale_to(table.sheet, SCALE)
        lists = _add_lists(book, register)
        book.open_at(results.sheet, INPUT_CELL)
        inputs = {*_inputs(tables), *wrapped.values(), *_dated(book, tables)}
        marking = None
        if returned:
            marking = Marking.of(book.frame.styles, inputs)
            index_sheet(book, marking)
        for sheet in book.sheets:
            protect(sheet)
        blocks = Blocks(results, register, book.frame.styles, wrapped)
        return cls(book, tables, lists, blocks, paper, marking, lost)

    def begun(self) -> tuple[Workbook, list[TemplateTable]]:
        """Return a workbook to fill, and its tables."""
        book = self.book.copy()
        return book, [table.on(book.sheet(table.sheet.title)) for table in self.tables]


def _add_lists(book: Workbook, register: Register) -> str:
    """Add the hidden sheet with every list that drop-downs and formulas of all forms need."""
    sheet = Worksheet(free_title(book), elements=dict(_LISTS))
    book.add(sheet, state="hidden")
    add_end(book, sheet)
    add_lists(book, sheet, fixed_lists(register.year))
    return sheet.title


def _wrapped(book: Workbook, results: TemplateTable) -> dict[int, int]:
    """Return of each style of a grade's cells its like in which words wrap, rather than shrink."""
    keys = [slot.key for cadence in Cadence for slot in slots_of(cadence)]
    columns = {results.columns[key] for key in (*keys, *SHOWN_GRADES)}
    wrapping = {"shrinkToFit": None, "wrapText": "1"}
    return {
        style: book.frame.styles.like(style, alignment=wrapping)
        for kind in (ROW, INPUT, OFF)
        for column, style in results.styles.get(kind, {}).items()
        if column in columns
    }


def _dated(book: Workbook, tables: tuple[TemplateTable, ...]) -> set[int]:
    """Return the looks of dates and times wherever they may be put back: nowhere in results."""
    form, _, *others = tables
    return {
        book.frame.styles.dated(style, value)
        for style in _inputs((form, *others))
        for value in (date.min, time.min)
    }


def _inputs(tables: Iterable[TemplateTable]) -> Iterator[int]:
    """Yield the styles of cells that people type in, and that a finding may stand at."""
    for table in tables:
        for styles in table.styles.values():
            yield from styles.values()
        for row in table.lines.values():
            yield from table.sheet.rows[row].looks.styles.values()
