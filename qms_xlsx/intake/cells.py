"""What calamine does not tell of a worksheet: its reach, its errors and its formulas."""

from __future__ import annotations

import re
from dataclasses import dataclass, field
from functools import lru_cache
from typing import TYPE_CHECKING

from qms_xlsx.intake import limits
from qms_xlsx.intake.concealed import hidden, is_locked, true, union
from qms_xlsx.intake.faults import damaged, refuse
from qms_xlsx.intake.markup import check_size, parse
from qms_xlsx.language.messages import N_

if TYPE_CHECKING:
    from qms_xlsx.intake.book import Place, Span

# `[^<>]*` and not `[^>]*`: a tag without end must not make each search run to the end.
# A comment or the like, or a cell that is not written `<c r="A1"…`.
_UNUSUAL = re.compile(rb'<(?:!|c(?:[\t\r\n>/]| (?!r="[A-Z]{1,3}[0-9]{1,7}")))')
# The same, or a cell that stands far out.
_UNUSUAL_OR_FAR = re.compile(rb'<(?:!|c(?:[\t\r\n>/]| (?!r="[A-Z]{1,2}[0-9]{1,4}")))')
_PLAIN_START = re.compile(rb"\s*(?:<\?xml[^<>]*\?>\s*)?<worksheet[\s>/]")
_VALUE = re.compile(rb'<c r="([A-Z]+)([0-9]+)"[^<>]*>\s*<[^/]')
_FORMULA = re.compile(
    rb'<c r="([A-Z]+[0-9]+)"([^<>]*)>\s*<f(?:\s[^<>]*)?(?:/>|>[^<]*</f>)'
    rb"\s*(<v(?:\s[^<>]*)?>[^<]|<is>)?"
)
_ARRAY = b't="array"'
_ARRAY_OF_ONE = re.compile(rb'<f t="array" ref="[A-Z]+[0-9]+"')
_ERROR = re.compile(rb'<c r="([A-Z]+[0-9]+)"(?=[^<>]* t="e")')
_MERGE = re.compile(rb'<mergeCell ref="([A-Z]+[0-9]+):([A-Z]+[0-9]+)"')
_ROW = re.compile(rb'<row [^<>]*?\br="([0-9]{1,8})"')
_ADDRESS = re.compile("([A-Za-z]{1,3})([0-9]{1,7})")
_SMALLEST_CELL = len(b"<c/>")
MAX_ROWS, MAX_COLUMNS = 1_048_576, 16_384


@dataclass(slots=True)
class Cells:
    """What a worksheet part says beside its values."""

    errors: set[Place] = field(default_factory=set)
    formulas: set[Place] = field(default_factory=set)
    unvalued: set[Place] = field(default_factory=set)
    hidden_rows: set[int] = field(default_factory=set)
    hidden_columns: set[int] = field(default_factory=set)
    merges: list[Span] = field(default_factory=list)
    locked: bool = False
    last_row: int = 0  # the number of the last stored row, formatted ones included


@lru_cache(maxsize=65_536)  # forms from one template have the same addresses
def place(reference: str | bytes) -> Place:
    """Return the row and column, from 0, of a cell's address.

    >>> place("B12")
    (11, 1)
    """
    match = _ADDRESS.fullmatch(reference.decode() if isinstance(reference, bytes) else reference)
    if match is None:
        raise damaged(N_("a cell has no valid address"))
    column = 0
    for letter in match[1].upper():
        column = column * 26 + ord(letter) - 64
    row = int(match[2])
    if not (1 <= row <= MAX_ROWS and column <= MAX_COLUMNS):
        raise damaged(N_("a cell has no valid address"))
    return row - 1, column - 1


def address(at: Place) -> str:
    """Return the address of a row and column.

    >>> address((11, 27))
    'AB12'
    """
    letters, number = "", at[1] + 1
    while number:
        number, rest = divmod(number - 1, 26)
        letters = chr(65 + rest) + letters
    return f"{letters}{at[0] + 1}"


def check_reach(rows: int, columns: int, room: int = limits.BOX_CELLS) -> None:
    """Raise RefusedError when the box from A1 is larger than the room that is left."""
    if rows * columns > room:
        last = address((rows - 1, columns - 1))
        used = limits.BOX_CELLS - room
        raise refuse("F206", cell=last, limit=limits.BOX_CELLS, actual=rows * columns + used)


def check_count(sheets: list[bytes]) -> None:
    """Raise RefusedError when worksheet parts hold more cells than the limit."""
    if sum(map(len, sheets)) > limits.CELLS * _SMALLEST_CELL:
        count = sum(data.count(b"<c ") + data.count(b"<c>") for data in sheets)
        if count > limits.CELLS:
            raise refuse("F205", limit=limits.CELLS, actual=count)


def scan(data: bytes) -> Cells:
    """Return what a worksheet part says; raise RefusedError past a limit.

    Parts written the usual way are searched, all others are parsed in full.
    """
    if _PLAIN_START.match(data) and not _spills(data):
        if not _UNUSUAL_OR_FAR.search(data):
            return _searched(data)
        if not _UNUSUAL.search(data):
            _check_far(data)
            return _searched(data)
    check_size(data, limits.PARSED_BYTES)
    return _Parser().parsed(data)


def _spills(data: bytes) -> bool:
    """Whether an array formula may cover more cells than its own."""
    return _ARRAY in data and data.count(_ARRAY) > len(_ARRAY_OF_ONE.findall(data))


def _check_far(data: bytes) -> None:
    rows, columns = 0, b""
    for match in _VALUE.finditer(data):
        letters = match[1]
        rows = max(rows, int(match[2]))
        columns = max(columns, letters, key=lambda name: (len(name), name))
    if rows:
        row, column = place(columns + str(rows).encode())
        check_reach(row + 1, column + 1)


def _searched(data: bytes) -> Cells:
    found = Cells()
    if b' t="e"' in data:
        found.errors = set(map(place, _ERROR.findall(data)))
    if b"<f" in data:
        formulas = _FORMULA.findall(data)
        found.formulas = {place(reference) for reference, _, _ in formulas}
        found.unvalued = {
            place(reference)
            for reference, attributes, value in formulas
            if not value and b't="str"' not in attributes
        }
    merges = data.find(b"<mergeCells")
    if merges >= 0:
        found.merges = _merges(data, merges)
    found.hidden_rows, found.hidden_columns = hidden(data)
    found.locked = is_locked(data)
    last_row = _ROW.match(data, data.rfind(b"<row "))
    found.last_row = int(last_row[1]) if last_row else 0
    return found


def _merges(data: bytes, start: int) -> list[Span]:
    _check_area(2 * data.count(b"<mergeCell ", start))  # a merge has two cells at least
    spans = [(place(first), place(last)) for first, last in _MERGE.findall(data, start)]
    area = _Area()
    for first, last in spans:
        area.add(first, last)
    return spans


def _check_area(covered: int) -> None:
    if covered > limits.MERGED_CELLS:
        raise refuse("F207", limit=limits.MERGED_CELLS, actual=covered)


@dataclass(slots=True)
class _Area:
    """The cells that ranges cover together, kept within the limit."""

    covered: int = 0

    def add(self, first: Place, last: Place) -> None:
        self.covered += (abs(last[0] - first[0]) + 1) * (abs(last[1] - first[1]) + 1)
        _check_area(self.covered)


class _Parser:
    """The slow and exact way: every element of the part."""

    def __init__(self) -> None:
        self.found = Cells()
        self.area = _Area()
        self.count = 0
        self.columns: list[tuple[bytes, bytes]] = []  # hidden ones, as they are written
        self.current = -1  # row
        self.at: Place = (0, -1)
        self.reach = (0, 0)
        self.type = ""
        self.has_formula = self.has_value = self.in_value = False

    def parsed(self, data: bytes) -> Cells:
        parse(data, self.start, self.end, self.text)
        self.found.hidden_columns = union(self.columns)
        return self.found

    def start(self, name: str, attributes: dict[str, str]) -> None:
        match name.rpartition(":")[2]:
            case "c":
                self.cell(attributes)
            case "v" | "is":
                self.in_value = True
            case "f":
                self.has_formula = True
                if attributes.get("t") in ("array", "dataTable"):
                    self.cover(attributes.get("ref", ""))
            case "row":
                self.row(attributes)
            case "mergeCell":
                merged = _range(attributes.get("ref", ""))
                self.area.add(*merged)
                self.found.merges.append(merged)
            case "col" if true(attributes.get("hidden")):
                span = attributes.get("min", ""), attributes.get("max", "")
                self.columns.append((span[0].encode(), span[1].encode()))
            case "sheetProtection":
                self.found.locked = true(attributes.get("sheet"))

    def row(self, attributes: dict[str, str]) -> None:
        number = attributes.get("r", "")
        row = int(number) - 1 if number.isascii() and number.isdigit() else self.current + 1
        if row >= MAX_ROWS:
            raise damaged(N_("a cell has no valid address"))
        self.current, self.at = row, (row, -1)
        if true(attributes.get("hidden")):
            self.found.hidden_rows.add(row)
        self.found.last_row = max(self.found.last_row, row + 1)

    def cell(self, attributes: dict[str, str]) -> None:
        self.count += 1
        if self.count > limits.CELLS:
            raise refuse("F205", limit=limits.CELLS, actual=self.count)
        reference = attributes.get("r")
        self.at = place(reference) if reference else (max(self.current, 0), self.at[1] + 1)
        self.type = attributes.get("t", "n")
        self.has_formula = self.has_value = False

    def cover(self, reference: str) -> None:
        """Count all cells of an array formula as formulas."""
        first, last = _range(reference)
        self.area.add(first, last)
        self.found.formulas.update(
            (row, column)
            for row in range(first[0], last[0] + 1)
            for column in range(first[1], last[1] + 1)
        )

    def text(self, _: str) -> None:
        self.has_value = self.has_value or self.in_value

    def end(self, name: str) -> None:
        match name.rpartition(":")[2]:
            case "v" | "is":
                self.in_value = False
            case "c":
                self.finish()

    def finish(self) -> None:
        if self.has_value:
            self.reach = max(self.reach[0], self.at[0] + 1), max(self.reach[1], self.at[1] + 1)
            check_reach(*self.reach)
        if self.type == "e":
            self.found.errors.add(self.at)
        if self.has_formula:
            self.found.formulas.add(self.at)
            if not self.has_value and self.type != "str":
                self.found.unvalued.add(self.at)


def _range(reference: str) -> tuple[Place, Place]:
    first, _, last = reference.partition(":")
    return place(first), place(last or first)
