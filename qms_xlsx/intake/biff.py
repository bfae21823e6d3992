"""Old workbooks (.xls): the one stream that holds the cells, and what calamine will not tell.

Records are those of [MS-XLS]; texts and figures are left to calamine.
"""

from __future__ import annotations

import codecs
import struct
from dataclasses import dataclass, field
from io import BytesIO
from typing import TYPE_CHECKING

from qms_xlsx.intake import compound, kinds, limits
from qms_xlsx.intake.cells import Cells, CoveredCells, check_reach
from qms_xlsx.intake.faults import damaged, fault, refuse
from qms_xlsx.intake.formats import kind_of
from qms_xlsx.intake.package import Package
from qms_xlsx.language.messages import N_

if TYPE_CHECKING:
    from collections.abc import Iterator

    from qms_xlsx.intake.book import Place

_BOF, _EOF = 0x809, 0x0A
_XF, _SST, _DIMENSIONS = 0xE0, 0xFC, 0x200
_NUMBER, _RK, _MULRK, _FORMULA, _BOOLERR = 0x203, 0x27E, 0xBD, 0x06, 0x205
_LABELSST = 0xFD
_OTHER_CELLS = (_LABELSST, 0x204, 0xD6)  # texts
_BIFF8 = 0x600


@dataclass(frozen=True, slots=True)
class _Record:
    """A record: its kind, where its data begin in the stream, and the data."""

    kind: int
    at: int
    data: bytes

    def numbers(self, layout: str, at: int = 0) -> tuple[int, ...]:
        """Return numbers from the data; raises RefusedError where they end too early."""
        try:
            return struct.unpack_from("<" + layout, self.data, at)
        except struct.error:
            raise damaged(N_("its contents cannot be understood")) from None


@dataclass(slots=True)
class _Globals:
    """What a workbook says before its sheets."""

    version: int = _BIFF8
    encoding: str = "cp1252"
    from_1904: bool = False
    texts: int = 0  # in the list that all sheets share
    codes: dict[int, str] = field(default_factory=dict)
    formats: list[int] = field(default_factory=list)  # of each cell style
    sheets: list[tuple[str, bool, int, int]] = field(default_factory=list)

    @property
    def styles(self) -> dict[int, str]:
        """What each cell style shows, plain ones left out."""
        shown = (kind_of(number, self.codes.get(number)) for number in self.formats)
        return {number: kind for number, kind in enumerate(shown) if kind}


def workbook(data: bytes) -> Package:
    """Return an .xls workbook made ready; raise RefusedError past a limit."""
    container = compound.Compound(data)
    name = kinds.workbook_stream(container.root)
    stream = bytearray(container.read(name))
    about = _globals(stream)
    worksheets = [n for n, (_, _, kind, _) in enumerate(about.sheets) if kind == 0]
    styles, area = about.styles, CoveredCells()
    cells = [_cells(stream, about.sheets[n][3], styles, area, about.texts) for n in worksheets]
    count = sum(found.count for found in cells)
    if count > limits.CELLS:
        raise refuse("F205", limit=limits.CELLS, actual=count)
    plain = compound.packed("Workbook" if about.version == _BIFF8 else "Book", bytes(stream))
    return Package(
        "xls",
        BytesIO(plain),
        names=tuple(about.sheets[n][0] for n in worksheets),
        visible=tuple(about.sheets[n][1] for n in worksheets),
        indices=tuple(worksheets),
        cells=tuple(found.cells for found in cells),
        from_1904=about.from_1904,
        warnings=(fault("F504"), *([fault("F507")] if about.from_1904 else [])),
    )


def _records(stream: bytes | bytearray, at: int) -> Iterator[_Record]:
    """Yield the records of a part of the stream until it ends; charts inside it are left out."""
    depth = 0
    while True:
        if at + 4 > len(stream):
            raise damaged(N_("it ends too early"))
        kind, length = struct.unpack_from("<2H", stream, at)
        if at + 4 + length > len(stream):
            raise damaged(N_("it ends too early"))
        if kind == _BOF:
            depth += 1
        if depth == 1:
            yield _Record(kind, at + 4, bytes(stream[at + 4 : at + 4 + length]))
        elif depth == 0:
            raise damaged(N_("its contents cannot be understood"))
        if kind == _EOF:
            depth -= 1
            if depth == 0:
                return
        at += 4 + length


def _globals(stream: bytearray) -> _Globals:
    """Return what the workbook says of itself; its number formats are taken out of the stream."""
    about = _Globals()
    for record in _records(stream, 0):
        _say(record, about)
        if record.kind == _XF:
            struct.pack_into("<H", stream, record.at + 2, 0)
        elif record.kind == _SST:
            about.texts = _texts(record, len(stream))
    if not about.sheets or len(about.sheets) > limits.SHEETS:
        raise damaged(N_("a sheet is missing"))
    if len(about.formats) > limits.STYLES:
        raise refuse("F208", limit=limits.STYLES, actual=len(about.formats))
    return about


def _say(record: _Record, about: _Globals) -> None:
    """Note what a record says of the workbook."""
    match record.kind:
        case 0x809:  # BOF
            about.version = record.numbers("H")[0]
        case 0x2F:  # FilePass
            raise refuse("F107")
        case 0x42:  # CodePage
            about.encoding = _encoding(record.numbers("H")[0])
        case 0x22:  # Date1904
            about.from_1904 = record.numbers("H")[0] == 1
        case 0x41E:  # Format
            wide = about.version == _BIFF8
            about.codes[record.numbers("H")[0]] = _text(record, 2, about, wide=wide)
        case 0xE0:  # XF
            about.formats.append(record.numbers("2H")[1])
        case 0x85:  # BoundSheet8
            start, state, kind = record.numbers("IBB")
            name = _text(record, 6, about, wide=False)
            about.sheets.append((name, state & 3 == 0, kind, start))


def _encoding(page: int) -> str:
    try:
        return codecs.lookup(f"cp{page}").name
    except LookupError:
        return "cp1252"


def _text(record: _Record, at: int, about: _Globals, *, wide: bool) -> str:
    """Return a text whose length stands before it, in one byte or (wide) two."""
    length = record.numbers("H" if wide else "B", at)[0]
    begin = at + (2 if wide else 1)
    if about.version != _BIFF8:
        return record.data[begin : begin + length].decode(about.encoding, "replace")
    double = record.numbers("B", begin)[0] & 1
    raw = record.data[begin + 1 : begin + 1 + length * (1 + double)]
    return raw.decode("utf-16-le" if double else "latin-1", "replace")


def _texts(record: _Record, size: int) -> int:
    """Return how many texts the list holds; raise RefusedError where it lies."""
    claimed, room = record.numbers("2I")[1], size // 3  # the shortest text takes three bytes
    if claimed > room:
        raise refuse("F210", limit=room, actual=str(claimed))
    return claimed


@dataclass(slots=True)
class _Found:
    """What a sheet says beside its values, and how many cells it stores."""

    cells: Cells = field(default_factory=Cells)
    count: int = 0
    rows: int = 0
    columns: int = 0

    def meet(self, row: int, column: int, count: int = 1) -> Place:
        """Count cells of a row from this column on."""
        self.count += count
        self.rows, self.columns = max(self.rows, row + 1), max(self.columns, column + count)
        return row, column


def _cells(
    stream: bytearray, start: int, styles: dict[int, str], area: CoveredCells, texts: int
) -> _Found:
    found = _Found()
    for record in _records(stream, start):
        if record.kind in (_NUMBER, _RK, _FORMULA, _BOOLERR, *_OTHER_CELLS):
            _cell(record, found, styles)
            if record.kind == _LABELSST and (index := record.numbers("I", 6)[0]) >= texts:
                row, column = record.numbers("2H")
                found.cells.odd[row, column] = str(index)
        elif record.kind == _MULRK:
            _many(record, found, styles)
        elif record.kind == _DIMENSIONS:  # what it claims would be believed
            stream[record.at : record.at + len(record.data)] = bytes(len(record.data))
        else:
            _look(record, found.cells, area)
    check_reach(found.rows, found.columns)
    found.cells.last_row = max(found.cells.last_row, found.rows)
    return found


def _cell(record: _Record, found: _Found, styles: dict[int, str]) -> None:
    row, column, style = record.numbers("3H")
    at = found.meet(row, column)
    cells = found.cells
    if record.kind == _BOOLERR and record.numbers("BB", 6)[1]:
        cells.errors.add(at)
    if record.kind == _FORMULA:
        cells.formulas.add(at)
        if record.numbers("H", 12)[0] == 0xFFFF:  # no number: a text, yes or no, or an error
            if record.numbers("B", 6)[0] == 2:
                cells.errors.add(at)
            return
    if style in styles and record.kind in (_NUMBER, _RK, _FORMULA):
        cells.shown[at] = styles[style]


def _many(record: _Record, found: _Found, styles: dict[int, str]) -> None:
    row, first = record.numbers("2H")
    count = max(len(record.data) - 6, 0) // 6
    found.meet(row, first, count)
    for number in range(count):
        style = record.numbers("H", 4 + 6 * number)[0]
        if style in styles:
            found.cells.shown[row, first + number] = styles[style]


def _look(record: _Record, cells: Cells, area: CoveredCells) -> None:
    """Note what is hidden, merged and locked."""
    match record.kind:
        case 0x208:  # Row
            row, height = record.numbers("H")[0], record.numbers("H", 12)[0]
            if height & 0x20:
                cells.hidden_rows.add(row)
            cells.last_row = max(cells.last_row, row + 1)
        case 0x7D:  # ColInfo
            first, last = record.numbers("2H")
            if record.numbers("H", 8)[0] & 1:
                cells.hidden_columns.update(range(first, min(last, 0xFF) + 1))
        case 0xE5:  # MergeCells
            for number in range(record.numbers("H")[0]):
                top, bottom, left, right = record.numbers("4H", 2 + 8 * number)
                area.add((top, left), (bottom, right))
                cells.merges.append(((top, left), (bottom, right)))
        case 0x12:  # Protect
            cells.locked = record.numbers("H")[0] != 0
