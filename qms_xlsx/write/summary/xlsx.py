"""The only door to XlsxWriter, which ships without types; its sheets are made to hold many rows."""

from __future__ import annotations

from itertools import chain
from math import isfinite
from typing import TYPE_CHECKING, Any

from xlsxwriter import Workbook  # type: ignore[import-untyped]
from xlsxwriter.format import Format  # type: ignore[import-untyped]
from xlsxwriter.utility import xl_rowcol_to_cell_fast  # type: ignore[import-untyped]
from xlsxwriter.worksheet import (  # type: ignore[import-untyped]
    CellBlankTuple,
    CellFormulaTuple,
    CellNumberTuple,
    CellStringTuple,
    Worksheet,
)

if TYPE_CHECKING:
    from collections.abc import Iterator

__all__ = ["Format", "RowSheet", "Workbook"]


class RowSheet(Worksheet):  # type: ignore[misc]
    """A worksheet whose finished rows are held as the XML that they will be in the file.

    That takes a fifth of the room that cells take, and the usual cells are written at once: text,
    numbers and blanks that the caller has made fit.
    """

    def __init__(self) -> None:
        super().__init__()
        self.fh: Any
        self._done: list[str] = []
        self._begin = self._end = 0  # the rows that are held so

    def text(self, row: int, column: int, text: str, style: Format) -> None:
        """Put text into a cell: no more of it than a cell can hold."""
        index = self.str_table._get_shared_string_index(text)
        self._put(row, column, CellStringTuple(index, style))

    def number(self, row: int, column: int, number: float, style: Format) -> None:
        """Put a finite number into a cell."""
        if not isfinite(number):
            raise ValueError(f"'{self.name}' cannot hold {number}")
        self._put(row, column, CellNumberTuple(number, style))

    def blank(self, row: int, column: int, style: Format) -> None:
        """Give an empty cell its format."""
        self._put(row, column, CellBlankTuple(style))

    def formula(self, row: int, column: int, formula: str, style: Format, shown: str) -> None:
        """Put a formula of our own into a cell, with the text that it shows."""
        self._put(row, column, CellFormulaTuple(formula.removeprefix("="), style, shown))

    def _put(self, row: int, column: int, cell: object) -> None:
        if self._check_dimensions(row, column):
            raise ValueError(f"'{self.name}' has no room for row {row}, column {column}")
        self.table[row][column] = cell

    def settle(self, first: int, before: int) -> None:
        """Take rows as finished: the ones from `first` on, or from where the last ones ended."""
        self._begin, self._end = self._begin or first, max(self._end, first)
        self._done += self._rows(self._end, before)
        self._end = before

    def _write_rows(self) -> None:
        last = self.dim_rowmax + 1
        later = self._rows(max(self._end, self.dim_rowmin), last)
        first = self._rows(0, self._begin)
        for text in chain(first, self._done, later):
            self.fh.write(text)

    def _rows(self, first: int, before: int) -> Iterator[str]:
        """Yield the XML of rows, which are then held no more."""
        file, self.fh = self.fh, _Text()
        for number in range(first, before):
            cells = self.table.pop(number, None)
            about = self.row_info.get(number)
            if cells:
                self._write_row(number, None, about)
                for column in sorted(cells):
                    self._cell(number, column, cells[column])
                self.fh.write("</row>")
            elif about:
                self._write_empty_row(number, None, about)
        text, self.fh = self.fh.text(), file
        yield text

    def _cell(self, row: int, column: int, cell: Any) -> None:
        style = f'<c r="{xl_rowcol_to_cell_fast(row, column)}" s="{cell.format._get_xf_index()}"'
        kind = cell.__class__
        if kind is CellStringTuple:
            self.fh.write(f'{style} t="s"><v>{cell.string}</v></c>')
        elif kind is CellNumberTuple:
            self.fh.write(f"{style}><v>{cell.number:.16G}</v></c>")
        elif kind is CellBlankTuple:
            self.fh.write(f"{style}/>")
        else:
            self._write_cell(row, column, cell)


class _Text:
    """What a worksheet writes to, put together at the end."""

    def __init__(self) -> None:
        self._parts: list[str] = []
        self.write = self._parts.append

    def text(self) -> str:
        """Return all that was written."""
        return "".join(self._parts)
