"""The next year's register, with the sheet that lists all that was carried over, or was not."""

from __future__ import annotations

from itertools import groupby
from typing import TYPE_CHECKING, Any
from urllib.parse import quote

from openpyxl.styles import Alignment, Font, PatternFill
from openpyxl.utils import get_column_letter
from openpyxl.worksheet.hyperlink import Hyperlink

from qms_xlsx import say
from qms_xlsx.language.messages import N_, message
from qms_xlsx.say import VIETNAMESE
from qms_xlsx.write.register import fill_register_template
from qms_xlsx.write.templating import height_of, put

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence
    from pathlib import Path

    from openpyxl import Workbook

    from qms_xlsx.domain.finding import Place
    from qms_xlsx.history.next_year import Carried, NextYear
    from qms_xlsx.language.messages import Message
    from qms_xlsx.write.templating import TemplateTable

CARRIED_SHEET = "Đã chuyển"
_COLUMNS = (
    (N_("No."), 5),
    (N_("What"), 58),
    (N_("Last year"), 40),
    (N_("This year"), 40),
    (N_("Where it is from"), 26),
    (N_("Go to"), 18),
)
_WIDTHS = tuple(width for _, width in _COLUMNS)
_FONT = "Times New Roman"
_BAND = PatternFill("solid", fgColor="E7EAEE")
_LINK = Font(name=_FONT, size=11, underline="single", color="1F4E79")
_TALLEST = 400


def write_next_year(made: NextYear, intro: Message, old: str, path: Path) -> None:
    """Write the new register; its first sheet leads to everything that came into it.

    `intro` says where the figures are from; `old` is last year's folder as seen from the new one.
    """

    def also(workbook: Workbook, tables: Mapping[str, TemplateTable]) -> None:
        sheet = workbook.create_sheet(CARRIED_SHEET, 0)
        _List(sheet, tables, old).fill(made, intro)
        workbook.active = 0
        for other in workbook.worksheets[1:]:
            other.sheet_view.tabSelected = False

    fill_register_template(made.rows, path, also=also)


class _List:
    """Fills the sheet, part by part."""

    def __init__(self, sheet: Any, tables: Mapping[str, TemplateTable], old: str) -> None:
        self._sheet, self._tables, self._old = sheet, tables, old
        self._row = 1
        for at, width in enumerate(_WIDTHS, 1):
            sheet.column_dimensions[get_column_letter(at)].width = width
        sheet.sheet_view.showGridLines = False
        sheet.page_setup.orientation, sheet.page_setup.paperSize = "landscape", 9
        sheet.page_setup.fitToWidth, sheet.page_setup.fitToHeight = 1, 0
        sheet.sheet_properties.pageSetUpPr.fitToPage = True
        sheet.print_title_rows = "3:3"

    def fill(self, made: NextYear, intro: Message) -> None:
        """Write the title, where the figures are from, and each part with its lines."""
        title = message("Register of {year}: what came over from last year", year=str(made.year))
        self._title(say.text(title, VIETNAMESE), 14)
        self._title(say.text(intro, VIETNAMESE), 11)
        self._headings()
        self._sheet.freeze_panes = f"A{self._row}"
        for how, lines in groupby(made.carried, key=lambda one: one.how):
            own = list(lines)
            self._title(f"{say.word(how.value, VIETNAMESE)} ({len(own)})", 12)
            self._lines(own)

    def _title(self, text: str, size: int) -> None:
        cell = self._sheet.cell(self._row, 1)
        put(cell, text)
        cell.font = Font(name=_FONT, size=size, bold=size > 11)
        self._row += 1

    def _headings(self) -> None:
        for at, (heading, _) in enumerate(_COLUMNS, 1):
            cell = self._sheet.cell(self._row, at)
            put(cell, say.word(heading, VIETNAMESE))
            cell.font, cell.fill = Font(name=_FONT, size=11, bold=True), _BAND
        self._row += 1

    def _lines(self, lines: Sequence[Carried]) -> None:
        for number, line in enumerate(lines, 1):
            says = say.text(line.says, VIETNAMESE)
            texts = (number, says, line.before, line.now, _shown(line.source))
            for at, value in enumerate(texts, 1):
                cell = self._sheet.cell(self._row, at)
                put(cell, value)
                cell.font = Font(name=_FONT, size=11)
                middle = "center" if at == 1 else None
                cell.alignment = Alignment(wrap_text=True, vertical="top", horizontal=middle)
            heights = (height_of(str(text), _WIDTHS[at]) for at, text in enumerate(texts))
            self._sheet.row_dimensions[self._row].height = min(max(heights), _TALLEST)
            self._lead_back(line)
            self._lead_on(line)
            self._row += 1

    def _lead_back(self, line: Carried) -> None:
        """Link a line's source to last year's folder, when it is a cell there."""
        source = line.source
        if source.sheet and source.cell:
            cell = self._sheet.cell(self._row, 5)
            cell.hyperlink = Hyperlink(
                ref=cell.coordinate,
                target=quote(f"{self._old}/{source.file}"),
                location=_location(source.sheet, source.cell),
            )
            cell.font = _LINK

    def _lead_on(self, line: Carried) -> None:
        """Link a line to its cell in this register."""
        table = self._tables.get(line.area)
        if table is None or not line.key:
            return
        row = table.lines[line.key] if table.lines else table.first_row + line.row
        address = table.address(row, "value" if table.lines else line.key)
        cell = self._sheet.cell(self._row, 6)
        put(cell, f"{table.sheet.title}!{address}")
        location = _location(table.sheet.title, address)
        cell.hyperlink = Hyperlink(ref=cell.coordinate, location=location)
        cell.font, cell.alignment = _LINK, Alignment(vertical="top")


def _shown(source: Place) -> str:
    """Return where something stood: a cell of the register, or another file."""
    return f"{source.sheet}!{source.cell}" if source.sheet and source.cell else str(source)


def _location(sheet: str, cell: str) -> str:
    quoted = sheet.replace("'", "''")
    return f"'{quoted}'!{cell}"
