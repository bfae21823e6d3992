"""A sheet of the summary, written row by row: text, figures, heights, and how it prints on A4."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, datetime, time
from typing import TYPE_CHECKING

from qms_xlsx.book import look
from qms_xlsx.book.a1 import address
from qms_xlsx.write.summary import metrics
from qms_xlsx.write.summary.book import writable

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    from qms_xlsx.write.summary.book import SummaryBook
    from qms_xlsx.write.summary.xlsx import Format

A4 = 9
MARGINS = {"left": 0.6, "right": 0.6, "top": 0.7, "bottom": 0.75}
"""Inches: 15 mm at the sides, 18 mm above, 19 mm below."""
PRINTED = 1008
"""Pixels between the side margins of A4 landscape at full size."""
INDENT = 9
"""Pixels that one step of indentation takes."""
TALLEST = 409.0
"""Points: no row may be higher."""
SHORTEST = 18.0
_FOOTER = 110
"""Characters of ours; Excel takes 255 with fonts and all."""
_MIDNIGHT = time()


@dataclass(frozen=True, slots=True)
class Link:
    """A cell that leads elsewhere; both parts are ours or proven harmless."""

    target: str
    shown: str

    @property
    def formula(self) -> str:
        """The HYPERLINK formula, quotation marks doubled."""
        target, shown = (part.replace('"', '""') for part in (self.target, self.shown))
        return f'=HYPERLINK("{target}","{shown}")'


Value = str | float | date | Link | None
Cell = tuple[Value, "Format"]


class Page:
    """One sheet; rows are appended, and each grows to hold its wrapped text."""

    def __init__(self, book: SummaryBook, name: str, widths: Sequence[int], *, footer: str) -> None:
        self.book, self.name, self.widths = book, name, tuple(widths)
        self.row = 0
        """The next row to be written, from 0."""
        self.sheet = book.sheet(name)
        for column, pixels in enumerate(self.widths):
            self.sheet.set_column_pixels(column, column, pixels)
        self._print_set_up(footer)

    def line(self, cells: Iterable[Cell], *, first: int = 0, height: float = SHORTEST) -> int:
        """Write a row's cells from column `first` on, and return its index."""
        row = self.row
        for column, (value, style) in enumerate(cells, first):
            self.put(row, column, value, style)
            if style.text_wrap and isinstance(value, str):
                height = max(height, self.needed(column, value, style))
        self.end(height)
        return row

    def filled(self, cells: Iterable[Cell], *, height: float = SHORTEST) -> None:
        """Write a row without its empty cells: the lines around them are the table's grid."""
        row = self.row
        for column, (value, style) in enumerate(cells):
            if value is None or value == "":
                continue
            self.put(row, column, value, style)
            if value.__class__ is str and style.text_wrap:
                height = max(height, self.needed(column, str(value), style))
        self.end(height)

    def end(self, height: float = SHORTEST) -> None:
        """Close the row with a height in points; the next one begins."""
        self.sheet.set_row(self.row, min(height, TALLEST))
        self.row += 1

    def put(self, row: int, column: int, value: Value, style: Format) -> None:
        """Write one cell: text as text, numbers as numbers, nothing as an empty cell."""
        if isinstance(value, str):
            self._text(row, column, value, style)
        elif value is None:
            self.sheet.write_blank(row, column, None, style)
        elif isinstance(value, Link):
            self.sheet.write_formula(row, column, value.formula, style, value.shown)
        elif isinstance(value, date):
            self.sheet.write_datetime(row, column, datetime.combine(value, _MIDNIGHT), style)
        else:
            self.sheet.write_number(row, column, value, style)

    def span(self, first: int, last: int, value: Value, style: Format, *, rows: int = 1) -> float:
        """Write over several columns of the current row (and rows below); return its height."""
        if first < last or rows > 1:
            self.sheet.merge_range(self.row, first, self.row + rows - 1, last, "", style)
        self.put(self.row, first, value, style)
        if not (style.text_wrap and isinstance(value, str)):
            return SHORTEST
        return self._needed(value, sum(self.widths[first : last + 1]), style)

    def wide(self, value: Value, style: Format, *, height: float = SHORTEST) -> None:
        """Write one row over the whole width of the sheet."""
        needed = self.span(0, len(self.widths) - 1, value, style)
        self.end(max(height, needed))

    def gap(self, height: float = 8) -> None:
        """Leave an empty row."""
        self.end(height)

    def title(self, text: str, below: str, *, first: int = 0) -> None:
        """Write a sheet's name in large letters and what it covers beneath it."""
        ink = f"#{look.HEADER_INK}"
        bold = self.book.format(bold=True, font_size=look.TITLE_SIZE + 1, font_color=ink)
        self.line([(text, bold)], height=24, first=first)
        grey = self.book.format(italic=True, font_color=f"#{look.GREY_INK}")
        self.line([(below, grey)], first=first)

    def frozen(self, rows: int, *, columns: int = 0, first: int | None = None) -> None:
        """Keep the rows above in sight, and repeat the heading rows on each printed page."""
        self.sheet.freeze_panes(rows, columns)
        self.sheet.repeat_rows(rows - 1 if first is None else first, rows - 1)
        if columns:
            self.sheet.repeat_columns(0, columns - 1)

    def finish(self) -> None:
        """Fix what is printed: everything written so far."""
        self.sheet.print_area(0, 0, max(self.row - 1, 0), len(self.widths) - 1)

    def _text(self, row: int, column: int, value: str, style: Format) -> None:
        text, cut = writable(value)
        if cut:
            self.book.cuts.append(f"'{self.name}'!{address(row, column)}")
        if self.sheet.write_string(row, column, text, style) != 0:
            raise ValueError(f"'{self.name}' has no room for row {row}, column {column}")

    def needed(self, column: int, text: str, style: Format) -> float:
        """Return the height in points that a text needs in a column."""
        return self._needed(text, self.widths[column], style)

    def _needed(self, text: str, pixels: int, style: Format) -> float:
        size, bold = float(style.font_size), bool(style.bold)
        pixels -= INDENT * int(style.indent)
        return metrics.height(metrics.lines(text, pixels, size, bold=bold), size)

    def _print_set_up(self, footer: str) -> None:
        sheet = self.sheet
        sheet.hide_gridlines(2)
        sheet.set_landscape()
        sheet.set_paper(A4)
        sheet.set_margins(**MARGINS)
        sheet.center_horizontally()
        sheet.fit_to_pages(1, 0)
        font = f'&"{look.FONT},Regular"&9'
        left = footer[:_FOOTER].replace("&", "&&")
        sheet.set_footer(f"&L{font} {left}&C{font} Trang &P/&N&R{font} {self.name}")
