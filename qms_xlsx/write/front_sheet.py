"""A sheet of lines in front of a register: what to look at, what differs, what came over."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from openpyxl.styles import Alignment, Font, PatternFill
from openpyxl.utils import get_column_letter
from openpyxl.worksheet.hyperlink import Hyperlink

from qms_xlsx import say
from qms_xlsx.write.templating import height_of, put

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping

    from openpyxl import Workbook

    from qms_xlsx.write.templating import TemplateTable

Columns = tuple[tuple[str, int], ...]
"""Each column's heading, a message id, and its width in characters."""
_NAME = "Times New Roman"
_SIZE = 11
_BAND = PatternFill("solid", fgColor="E7EAEE")
_LINK = Font(name=_NAME, size=_SIZE, underline="single", color="1F4E79")
_TALLEST = 400


def in_front(workbook: Workbook, sheets: Mapping[str, Callable[[Any], object]]) -> None:
    """Put sheets in front of a workbook's own, each filled by its function; the first is open."""
    for at, (name, fill) in enumerate(sheets.items()):
        fill(workbook.create_sheet(name, at))
    workbook.active = 0
    for other in workbook.worksheets[1:]:
        other.sheet_view.tabSelected = False


class Listing:
    """Writes such a sheet from top to bottom."""

    def __init__(self, sheet: Any, columns: Columns, language: str) -> None:
        self._sheet, self._columns, self._language = sheet, columns, language
        self._row = 1
        for at, (_, width) in enumerate(columns, 1):
            sheet.column_dimensions[get_column_letter(at)].width = width
        sheet.sheet_view.showGridLines = False
        sheet.page_setup.orientation, sheet.page_setup.paperSize = "landscape", 9
        sheet.page_setup.fitToWidth, sheet.page_setup.fitToHeight = 1, 0
        sheet.sheet_properties.pageSetUpPr.fitToPage = True

    def title(self, text: str, size: int = _SIZE) -> None:
        """Write a line over the columns, bold when it is larger than the others."""
        cell = self._put(1, text)
        cell.font = Font(name=_NAME, size=size, bold=size > _SIZE)
        self._row += 1

    def headings(self, *, frozen: bool = False) -> None:
        """Write the columns' headings; `frozen` ones stay in sight and on each printed page."""
        for at, (heading, _) in enumerate(self._columns, 1):
            cell = self._put(at, say.word(heading, self._language))
            cell.font, cell.fill = Font(name=_NAME, size=_SIZE, bold=True), _BAND
        if frozen:
            self._sheet.print_title_rows = f"{self._row}:{self._row}"
            self._sheet.freeze_panes = f"A{self._row + 1}"
        self._row += 1

    def line(self, *texts: object, numbered: bool = True) -> None:
        """Write a line, as high as its longest text; its number stands in the middle."""
        for at, value in enumerate(texts, 1):
            cell = self._put(at, value)
            cell.font = Font(name=_NAME, size=_SIZE)
            middle = "center" if numbered and at == 1 else None
            cell.alignment = Alignment(wrap_text=True, vertical="top", horizontal=middle)
        widths = (width for _, width in self._columns)
        heights = [height_of(str(text), width) for text, width in zip(texts, widths, strict=False)]
        self._sheet.row_dimensions[self._row].height = min(max(heights), _TALLEST)
        self._row += 1

    def lead_on(self, column: int, table: TemplateTable, row: int, key: str) -> None:
        """Lead from the line just written to a cell of the register."""
        address, sheet = table.address(row, key), table.sheet.title
        cell = self._sheet.cell(self._row - 1, column)
        put(cell, f"{sheet}!{address}")
        cell.hyperlink = Hyperlink(ref=cell.coordinate, location=_location(sheet, address))
        cell.font, cell.alignment = _LINK, Alignment(vertical="top")

    def lead_out(self, column: int, target: str, sheet: str, address: str) -> None:
        """Lead from a text of the line just written to a cell of another workbook."""
        cell = self._sheet.cell(self._row - 1, column)
        place = _location(sheet, address)
        cell.hyperlink = Hyperlink(ref=cell.coordinate, target=target, location=place)
        cell.font = _LINK

    def _put(self, column: int, value: object) -> Any:
        cell = self._sheet.cell(self._row, column)
        put(cell, value)
        return cell


def _location(sheet: str, address: str) -> str:
    """Return how a link names a cell."""
    quoted = sheet.replace("'", "''")
    return f"'{quoted}'!{address}"
