"""A row and a column inserted into a sheet, as Excel does it: every reference moves along.

openpyxl's own insert_rows leaves formulas, merged cells, validations and names where they were.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import TYPE_CHECKING

from openpyxl.utils import column_index_from_string, get_column_letter

if TYPE_CHECKING:
    from collections.abc import Callable

_REFERENCE = re.compile(
    r"(?<![\w.$])(?P<sheet>(?:'(?:[^']|'')+'|[\w.]+)!)?"
    r"(?P<first>\$?[A-Z]{1,3}\$?\d+)(?P<last>:\$?[A-Z]{1,3}\$?\d+)?(?![\w(])"
)
_CELL = re.compile(r"(\$?)([A-Z]{1,3})(\$?)(\d+)")
_FORMULA = re.compile(r"(<(f|formula|formula1|formula2)(?: [^>]*)?>)([^<]*)(</\2>)")
_PLACE = re.compile(r"(<(?:c|f|mergeCell|dimension|selection|pane|dataValidation|"
                    r"conditionalFormatting|autoFilter)\b[^>]*>)")  # fmt: skip
_PLACES = re.compile(r'\b((?:r|ref|sqref|activeCell|topLeftCell)=")([^"]*)(")')
_ROW = re.compile(r'(<row r=")(\d+)(")')
_COLUMN = re.compile(r'(<col\b[^>]*?)\b(min|max)="(\d+)"([^>]*?)\b(min|max)="(\d+)"')
_NAME = re.compile(r"(<definedName\b[^>]*>)([^<]*)(</definedName>)")


@dataclass(frozen=True, slots=True)
class Insertion:
    """A new row above `row` and a new column left of `column` (counted from 1) of one sheet."""

    sheet: str
    row: int
    column: int

    def in_own_sheet(self, xml: str) -> str:
        """Return the sheet's part with everything at or after the new row and column moved."""
        moved = _FORMULA.sub(self._in_formula(own=True), xml)
        moved = _PLACE.sub(lambda tag: _PLACES.sub(self._in_attribute, tag[1]), moved)
        moved = _ROW.sub(lambda tag: f"{tag[1]}{self._row(int(tag[2]))}{tag[3]}", moved)
        return _COLUMN.sub(self._columns, moved)

    def elsewhere(self, xml: str) -> str:
        """Return another sheet's part, or the workbook's, with its references moved."""
        moved = _FORMULA.sub(self._in_formula(own=False), xml)
        return _NAME.sub(
            lambda tag: f"{tag[1]}{self._references(tag[2], own=False)}{tag[3]}", moved
        )

    def _in_formula(self, *, own: bool) -> Callable[[re.Match[str]], str]:
        return lambda tag: f"{tag[1]}{self._references(tag[3], own=own)}{tag[4]}"

    def _in_attribute(self, found: re.Match[str]) -> str:
        return f"{found[1]}{self._references(found[2], own=True)}{found[3]}"

    def _references(self, text: str, *, own: bool) -> str:
        """Return a formula with its references to this sheet moved; quoted texts stay."""
        parts = re.split(r'("[^"]*"|&quot;.*?&quot;)', text)
        return "".join(
            part if number % 2 else _REFERENCE.sub(lambda f: self._moved(f, own=own), part)
            for number, part in enumerate(parts)
        )

    def _moved(self, found: re.Match[str], *, own: bool) -> str:
        named = (found["sheet"] or "").strip("'!").replace("''", "'")
        here = named == self.sheet if named else own
        return _CELL.sub(self._cell, found[0]) if here else found[0]

    def _cell(self, found: re.Match[str]) -> str:
        column = get_column_letter(self._column(column_index_from_string(found[2])))
        return f"{found[1]}{column}{found[3]}{self._row(int(found[4]))}"

    def _columns(self, found: re.Match[str]) -> str:
        numbers = {found[2]: int(found[3]), found[5]: int(found[6])}
        moved = {key: self._column(number) for key, number in numbers.items()}
        head, between = found[1], found[4]
        return f'{head}{found[2]}="{moved[found[2]]}"{between}{found[5]}="{moved[found[5]]}"'

    def _row(self, number: int) -> int:
        return number + (number >= self.row)

    def _column(self, number: int) -> int:
        return number + (number >= self.column)
