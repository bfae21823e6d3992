"""A sheet of lines in front of a register: what to look at, what differs, what came over."""

from __future__ import annotations

from typing import TYPE_CHECKING

from qms_xlsx import say
from qms_xlsx.write.parts.book import RELATIONSHIPS
from qms_xlsx.write.parts.node import element
from qms_xlsx.write.parts.sheet import Worksheet
from qms_xlsx.write.parts.styles import filled, font
from qms_xlsx.write.templating import cleaned, height_of

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping

    from qms_xlsx.write.parts.book import Workbook
    from qms_xlsx.write.parts.sheet import CellPlace
    from qms_xlsx.write.templating import TemplateTable

Columns = tuple[tuple[str, int], ...]
"""Each column's heading, a message id, and its width in characters."""
_SIZE = 11
_BAND = "E7EAEE"
_LINK = "1F4E79"
_TALLEST = 400
_ELEMENTS = {
    "sheetPr": '<sheetPr><pageSetUpPr fitToPage="1"/></sheetPr>',
    "sheetViews": '<sheetViews><sheetView showGridLines="0" workbookViewId="0"/></sheetViews>',
    "sheetFormatPr": '<sheetFormatPr baseColWidth="8" defaultRowHeight="15"/>',
    "pageMargins": (
        '<pageMargins left="0.75" right="0.75" top="1" bottom="1" header="0.5" footer="0.5"/>'
    ),
    "pageSetup": (
        '<pageSetup orientation="landscape" paperSize="9" fitToHeight="0" fitToWidth="1"/>'
    ),
}


def in_front(book: Workbook, sheets: Mapping[str, Callable[[Listing], object]]) -> None:
    """Put sheets in front of a workbook's own, each filled by its function; the first is open."""
    for at, (name, fill) in enumerate(sheets.items()):
        sheet = Worksheet(name, elements=dict(_ELEMENTS))
        book.add(sheet, at)
        fill(Listing(book, sheet))
    book.open_at(book.sheets[0], "A1")


class Listing:
    """Writes such a sheet from top to bottom."""

    def __init__(self, book: Workbook, sheet: Worksheet) -> None:
        self._book, self._sheet, self._styles = book, sheet, book.frame.styles
        self._columns: Columns = ()
        self._language = say.VIETNAMESE
        self._row = 1

    def of(self, columns: Columns, language: str) -> Listing:
        """Return the listing with its columns, in a language."""
        self._columns, self._language = columns, language
        self._sheet.widths = {at: float(width) for at, (_, width) in enumerate(columns, 1)}
        return self

    def title(self, text: str, size: int = _SIZE) -> None:
        """Write a line over the columns, bold when it is larger than the others."""
        self._put(1, text, self._styles.like(0, font=font(size, bold=size > _SIZE)))
        self._row += 1

    def headings(self, *, frozen: bool = False) -> None:
        """Write the columns' headings; `frozen` ones stay in sight and on each printed page."""
        style = self._styles.like(0, font=font(_SIZE, bold=True), fill=filled(_BAND))
        for at, (heading, _) in enumerate(self._columns, 1):
            self._put(at, say.word(heading, self._language), style)
        if frozen:
            titles = f"{_quoted(self._sheet.title)}!${self._row}:${self._row}"
            self._book.define("_xlnm.Print_Titles", titles, self._sheet)
            self._sheet.elements["sheetViews"] = _FROZEN.format(above=self._row, top=self._row + 1)
        self._row += 1

    def line(self, *texts: object, numbered: bool = True) -> None:
        """Write a line, as high as its longest text; its number stands in the middle."""
        top = {"vertical": "top", "wrapText": "1"}
        for at, value in enumerate(texts, 1):
            middle = {"horizontal": "center"} if numbered and at == 1 else {}
            style = self._styles.like(0, font=font(_SIZE), alignment=top | middle)
            self._put(at, value, style)
        widths = (width for _, width in self._columns)
        heights = [height_of(str(text), width) for text, width in zip(texts, widths, strict=False)]
        self._sheet.row(self._row).height = min(max(heights), _TALLEST)
        self._row += 1

    def lead_on(self, column: int, table: TemplateTable, row: int, key: str) -> None:
        """Lead from the line just written to a cell of the register."""
        address, sheet = table.address(row, key), table.sheet.title
        cell = self._sheet.cell(self._row - 1, column)
        cell.put(cleaned(f"{sheet}!{address}"))
        self._link(cell, {"location": f"{_quoted(sheet)}!{address}"})
        cell.look(self._styles.like(0, font=_LINKED, alignment={"vertical": "top"}))

    def lead_out(self, column: int, target: str, sheet: str, address: str) -> None:
        """Lead from a text of the line just written to a cell of another workbook."""
        cell = self._sheet.cell(self._row - 1, column)
        relation = f"out{len(self._sheet.relations) + 1}"
        where = {"Type": f"{RELATIONSHIPS}/hyperlink", "Target": target}
        self._sheet.relations.append(
            element("Relationship", {**where, "TargetMode": "External", "Id": relation})
        )
        place = f"{_quoted(sheet)}!{address}"
        self._link(cell, {"xmlns:r": RELATIONSHIPS, "r:id": relation, "location": place})
        cell.look(self._styles.like(cell.style, font=_LINKED))

    def _link(self, cell: CellPlace, where: Mapping[str, str]) -> None:
        self._sheet.links.append(element("hyperlink", {"ref": cell.coordinate, **where}))

    def _put(self, column: int, value: object, style: int) -> None:
        cell = self._sheet.cell(self._row, column)
        cell.put(cleaned(value))
        cell.look(style)


_LINKED = font(_SIZE, underlined=True, ink=_LINK)
_FROZEN = (
    '<sheetViews><sheetView showGridLines="0" workbookViewId="0"><pane ySplit="{above}" '
    'topLeftCell="A{top}" activePane="bottomLeft" state="frozen"/></sheetView></sheetViews>'
)


def _quoted(sheet: str) -> str:
    """Return a sheet's name as a link names it."""
    own = sheet.replace("'", "''")
    return f"'{own}'"
