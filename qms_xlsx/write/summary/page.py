"""A sheet of the summary, written row by row: text, figures, heights, and how it prints on A4."""

from __future__ import annotations

from dataclasses import dataclass, field
from datetime import date, datetime, time
from typing import TYPE_CHECKING, TypeVar

from qms_xlsx.book import look
from qms_xlsx.book.a1 import MOST_ROWS, address
from qms_xlsx.write.summary import metrics
from qms_xlsx.write.summary.book import writable

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Sequence

    from qms_xlsx.write.summary.book import SummaryBook
    from qms_xlsx.write.summary.xlsx import Format

A4 = 9
MARGINS = {"left": 1.181, "right": 0.591, "top": 0.787, "bottom": 0.787}
"""Inches: 30 mm on the left, 15 mm on the right, 20 mm above and below (Decree 30/2020)."""
PRINTED, PRINTED_HEIGHT = 952, 482.0
"""Pixels and points between the margins of A4 landscape at full size."""
_UPRIGHT = 623, 728.5
"""The same of A4 upright."""
INDENT = 9
"""Pixels that one step of indentation takes."""
TALLEST = 409.0
"""Points: no row may be higher."""
SHORTEST = 16.5
_NO_ROOM = "Trang này đã đầy: phần còn lại không ghi được ở đây."
_SAFE = 0.993
"""Programs differ by a point here and there; a row too many makes a page of its own."""
LIST = 500
"""Rows of a list that are printed: nobody turns over hundreds of pages to look something up."""
_MOST_BREAKS = 1000
"""Excel takes 1,023 on a sheet; a longer one breaks where it may."""
_FOOTER, _FOOTER_SIZE = 110, 11
"""Characters of ours; Excel takes 255 with fonts and all."""
_MIDNIGHT = time()
_SETTLED_ROWS = 256


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


Item = TypeVar("Item")
Value = str | float | date | Link | None
Cell = tuple[Value, "Format"]
Columns = tuple[int, int]
"""The first and the last column of a merged cell."""


@dataclass(slots=True)
class Print:
    """What decides where a sheet's pages end."""

    heights: dict[int, float] = field(default_factory=dict)
    blocks: dict[int, int] = field(default_factory=dict)
    """The first row of what stays together, and the row after it."""
    repeated: tuple[int, int] = (0, 0)
    """The rows that each further page begins with."""
    hidden: set[int] = field(default_factory=set)
    fitted: bool = False
    """Whether it is pressed onto a number of pages instead."""
    room: tuple[int, float] = (PRINTED, PRINTED_HEIGHT)
    """Pixels across and points down that a page has at full size."""

    def breaks(self, room: float, last: int) -> list[int]:
        """Return the rows that begin a page, when a page has room for so many points."""
        found, row, used = [], 0, 0.0
        again = sum(self.heights.get(r, 0.0) for r in range(*self.repeated))
        while row <= last:
            end = max(self.blocks.get(row, row + 1), row + 1)
            height = sum(self.heights.get(r, 0.0) for r in range(row, end))
            if used and used + height > room:
                found.append(row)
                used = again
            used += height
            row = end
        return found


class Page:
    """One sheet; rows are appended, and each grows to hold its wrapped text."""

    def __init__(
        self,
        book: SummaryBook,
        name: str,
        widths: Sequence[int],
        *,
        footer: str,
        numbered: bool = True,
    ) -> None:
        self.book, self.name, self.widths = book, name, tuple(widths)
        self.row = 0
        """The next row to be written, from 0."""
        self.sheet = book.sheet(name)
        self.print = Print()
        self._said_full = False
        self._scope = footer
        self._settled: int | None = None  # the rows before are finished; None: all may still change
        for column, pixels in enumerate(self.widths):
            self.sheet.set_column_pixels(column, column, pixels)
        self._print_set_up(footer, numbered=numbered)

    def line(self, cells: Iterable[Cell], *, first: int = 0, height: float = SHORTEST) -> int:
        """Write a row's cells from column `first` on, and return its index."""
        row = self.row
        for column, (value, style) in enumerate(cells, first):
            self.put(row, column, value, style)
            if style.text_wrap and isinstance(value, str):
                height = max(height, self.needed(column, value, style))
        self.end(height)
        return row

    def end(self, height: float = SHORTEST) -> None:
        """Close the row with a height in points; the next one begins."""
        height = min(height, TALLEST)
        self.sheet.set_row(self.row, height)
        self.print.heights[self.row] = height
        self.advance()

    def advance(self) -> None:
        """Go on to the next row."""
        self.row += 1
        if self._settled is not None and self.row - self._settled >= _SETTLED_ROWS:
            self.sheet.settle(self._settled, self.row)
            self._settled = self.row

    def grows(self) -> None:
        """Hold the rows from here on as they will stand in the file: none is written into again."""
        self._settled = self.row

    def together(self, first: int) -> None:
        """Keep the rows written since row `first` on one printed page."""
        self.print.blocks[first] = self.row

    def hide(self, columns: Iterable[int]) -> None:
        """Hide columns; paper has no room for them either."""
        for column in columns:
            self.print.hidden.add(column)
            self.sheet.set_column_pixels(
                column, column, self.widths[column], None, {"hidden": True}
            )

    def upright(self) -> None:
        """Print on A4 upright."""
        self.print.room = _UPRIGHT
        self.sheet.set_portrait()

    def fit(self, wide: int, tall: int) -> None:
        """Press the sheet onto so many pages (0 for as many as it takes)."""
        self.print.fitted = True
        self.sheet.fit_to_pages(wide, tall)

    def put(self, row: int, column: int, value: Value, style: Format) -> None:
        """Write one cell: text as text, numbers as numbers, nothing as an empty cell."""
        if isinstance(value, str):
            self._text(row, column, value, style)
        elif value is None:
            self.sheet.blank(row, column, style)
        elif isinstance(value, Link):
            self.sheet.formula(row, column, value.formula, style, value.shown)
        elif isinstance(value, date):
            self.sheet.write_datetime(row, column, datetime.combine(value, _MIDNIGHT), style)
        else:
            self.sheet.number(row, column, value, style)

    def span(self, first: int, last: int, value: Value, style: Format, *, rows: int = 1) -> float:
        """Write over several columns of the current row (and rows below); return its height."""
        if first < last or rows > 1:
            self.sheet.merge_range(self.row, first, self.row + rows - 1, last, "", style)
        self.put(self.row, first, value, style)
        if not (style.text_wrap and isinstance(value, str)):
            return SHORTEST
        seen = (self.widths[c] for c in range(first, last + 1) if c not in self.print.hidden)
        return self._needed(value, sum(seen), style)

    def wide(self, value: Value, style: Format, *, height: float = SHORTEST) -> None:
        """Write one row over the whole width of the sheet."""
        needed = self.span(0, len(self.widths) - 1, value, style)
        self.end(max(height, needed))

    def fitting(self, rows: Iterable[Item]) -> Iterator[Item]:
        """Yield what is to be written while there is room; the sheet says once when not."""
        for row in rows:
            if self.row >= MOST_ROWS:
                if not self._said_full:
                    self.put(self.row, 0, _NO_ROOM, self.book.format(bold=True))
                    self.row += 1
                self._said_full = True
                return
            yield row

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

    def opens_below(self, row: int) -> None:
        """Let the screen begin at a row: what stands above it is for paper."""
        self.sheet.set_top_left_cell(row, 0)

    def frozen(
        self, rows: int, *, columns: int = 0, first: int | None = None, seen: int | None = None
    ) -> None:
        """Keep the rows above in sight, and repeat the heading rows on each printed page.

        On the screen only `seen` of the rows stand there (all, by default): the rest is for paper.
        """
        seen = rows if seen is None else seen
        if seen < rows:
            self.opens_below(rows - seen)
        # A frozen pane is as high as the rows that show in it, wherever the first of them is.
        self.sheet.freeze_panes(seen, columns, rows, columns)
        self.repeated(rows - 1 if first is None else first, rows)
        if columns:
            self.sheet.repeat_columns(0, columns - 1)

    def repeated(self, first: int, after: int) -> None:
        """Begin each further printed page with these rows."""
        self.sheet.repeat_rows(first, after - 1)
        self.print.repeated = (first, after)

    def finish(self, most: int | None = None) -> None:
        """Fix what is printed: everything written so far, no block of rows torn between pages.

        Of a list longer than `most` rows only so many are printed, and each page says so.
        """
        last = max(self.row - 1, 0)
        if most is not None and last >= most:
            last = most - 1
            self._footer(f"Bản in chỉ có {most} dòng đầu; {self._scope}")
        self.sheet.print_area(0, 0, last, len(self.widths) - 1)
        if self.print.fitted:
            return
        shown = [w for c, w in enumerate(self.widths) if c not in self.print.hidden]
        wide, tall = self.print.room
        scale = min(1.0, wide / sum(shown))
        breaks = self.print.breaks(_SAFE * tall / scale, last)
        if len(breaks) <= _MOST_BREAKS:
            self.sheet.set_h_pagebreaks(breaks)

    def _text(self, row: int, column: int, value: str, style: Format) -> None:
        text, cut = writable(value)
        if cut:
            self.book.cuts.append(f"'{self.name}'!{address(row, column)}")
        self.sheet.text(row, column, text, style)

    def needed(self, column: int, text: str, style: Format) -> float:
        """Return the height in points that a text needs in a column."""
        return self._needed(text, self.widths[column], style)

    def _needed(self, text: str, pixels: int, style: Format) -> float:
        size, bold = float(style.font_size), bool(style.bold)
        pixels -= INDENT * int(style.indent)
        return metrics.height(metrics.lines(text, pixels, size, bold=bold), size)

    def _print_set_up(self, footer: str, *, numbered: bool) -> None:
        sheet = self.sheet
        sheet.hide_gridlines(2)
        sheet.set_landscape()
        sheet.set_paper(A4)
        sheet.set_margins(**MARGINS)
        sheet.center_horizontally()
        sheet.fit_to_pages(1, 0)
        if numbered:  # at the top, in the middle, never on the first page
            sheet.set_header(f'&C&"{look.FONT},Regular"&12&P/&N', {"margin": 0.4})
        self._footer(footer)

    def _footer(self, text: str) -> None:
        font = f'&"{look.FONT},Regular"&{_FOOTER_SIZE}'  # some programs shrink it with the page
        left = text[:_FOOTER].replace("&", "&&")
        self.sheet.set_footer(f"&L{font} {left}&R{font} {self.name}", {"margin": 0.4})
