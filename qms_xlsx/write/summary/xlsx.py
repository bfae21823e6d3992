"""The only door to XlsxWriter, which ships without types; its sheets are made to hold many rows.

The parts of a workbook go into its file one after the other as they are made, none of them whole
in memory; what waits for that are rows of XML, pressed.
"""

from __future__ import annotations

import zlib
from contextlib import suppress
from io import BytesIO, StringIO, TextIOWrapper
from itertools import chain
from math import isfinite
from typing import TYPE_CHECKING, Any
from zipfile import ZIP_DEFLATED, ZipFile, ZipInfo

import xlsxwriter  # type: ignore[import-untyped]
from xlsxwriter.format import Format  # type: ignore[import-untyped]
from xlsxwriter.packager import Packager  # type: ignore[import-untyped]
from xlsxwriter.utility import xl_rowcol_to_cell_fast  # type: ignore[import-untyped]
from xlsxwriter.worksheet import (  # type: ignore[import-untyped]
    CellBlankTuple,
    CellFormulaTuple,
    CellNumberTuple,
    CellStringTuple,
    Worksheet,
)

if TYPE_CHECKING:
    from pathlib import Path

__all__ = ["Format", "RowSheet", "StreamedWorkbook"]

_OPTIONS = {
    "strings_to_formulas": False,
    "strings_to_urls": False,
    "strings_to_numbers": False,
    "in_memory": True,
}
_BORN = (1980, 1, 1, 0, 0, 0)
"""The time of every part, Excel's own: the same cells are the same bytes."""


class StreamedWorkbook(xlsxwriter.Workbook):  # type: ignore[misc]
    """A workbook whose text is only ever text, put into its file part by part."""

    def __init__(self, path: Path, font: dict[str, Any]) -> None:
        super().__init__(BytesIO(), _OPTIONS | {"default_format_properties": font})
        self._path = path

    def close(self) -> None:
        """Write the file; raises OSError as the system does."""
        with ZipFile(self._path, "w", ZIP_DEFLATED) as archive:
            self._packager = _Packager(archive)
            super().close()
            if self._packager.failed:
                raise self._packager.failed

    def _get_packager(self) -> Packager:
        return self._packager


class _Packager(Packager):  # type: ignore[misc]
    """Puts each part into the file before the next one is made; nothing is left to the library."""

    def __init__(self, archive: ZipFile) -> None:
        super().__init__()
        self._archive, self._part = archive, _Part(None)
        self.failed: OSError | None = None

    def _filename(self, name: str) -> StringIO:
        self._part.end()
        info = ZipInfo(name, _BORN)
        info.compress_type = ZIP_DEFLATED
        self._part = _Part(TextIOWrapper(self._archive.open(info, "w"), "utf-8", newline=""))
        return self._part

    def _create_package(self) -> list[Any]:
        try:
            super()._create_package()
            self._part.end()
        except OSError as error:  # the library would tell it as one of its own
            self.failed = error
            with suppress(OSError):
                self._part.end()
        return []


class _Part(StringIO):
    """What a part is written to: the library takes a StringIO for an open file."""

    def __init__(self, file: TextIOWrapper | None) -> None:
        super().__init__()
        if file:
            self.write = file.write  # type: ignore[method-assign]
        self._file = file

    def end(self) -> None:
        """Finish the part."""
        if self._file:
            self._file.close()


class RowSheet(Worksheet):  # type: ignore[misc]
    """A worksheet whose finished rows are held as the XML that they will be in the file.

    That takes a fifth of the room that cells take, and the usual cells are written at once: text,
    numbers and blanks that the caller has made fit.
    """

    def __init__(self) -> None:
        super().__init__()
        self.fh: Any
        self._done: list[bytes] = []
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
        """Take rows as finished: the ones from `first` on, or from where the last ones ended.

        No picture or chart may stand below them: how high they are is forgotten.
        """
        self._begin, self._end = self._begin or first, max(self._end, first)
        self._done.append(zlib.compress(self._rows(self._end, before).encode(), 1))
        self._end = before

    def _write_rows(self) -> None:
        done = (zlib.decompress(rows).decode() for rows in self._done)
        later = max(self._end, self.dim_rowmin), self.dim_rowmax + 1
        for text in chain([self._rows(0, self._begin)], done, [self._rows(*later)]):
            self.fh.write(text)

    def _rows(self, first: int, before: int) -> str:
        """Return the XML of rows, which are then held no more."""
        file, self.fh = self.fh, (made := _Text())
        for number in range(first, before):
            cells, about = self.table.pop(number, None), self.row_info.pop(number, None)
            self.row_sizes.pop(number, None)
            if cells:
                self._write_row(number, None, about)
                for column in sorted(cells):
                    self._cell(number, column, cells[column])
                self.fh.write("</row>")
            elif about:
                self._write_empty_row(number, None, about)
        self.fh = file
        return made.text()

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
