"""What calamine does not tell of a worksheet: its reach, its errors, formulas and formats."""

from __future__ import annotations

import re
from dataclasses import dataclass, field
from functools import lru_cache
from typing import TYPE_CHECKING

from qms_xlsx.book.a1 import address
from qms_xlsx.intake import limits
from qms_xlsx.intake.faults import refuse

if TYPE_CHECKING:
    from qms_xlsx.intake.book import Place, Span

_ADDRESS = re.compile("([A-Za-z]{1,3})([0-9]{1,7})")
_SMALLEST_CELL = len(b"<c/>")
MAX_ROWS, MAX_COLUMNS = 1_048_576, 16_384


@dataclass(slots=True)
class Cells:
    """What a worksheet says beside its values."""

    errors: set[Place] = field(default_factory=set)
    formulas: set[Place] = field(default_factory=set)
    unvalued: set[Place] = field(default_factory=set)
    odd: dict[Place, str] = field(default_factory=dict)
    """Cells that no program writes so, and what stands in them: left out."""
    shown: dict[Place, str] = field(default_factory=dict)
    """Numbers that their format shows as a date, a time or a percentage."""
    hidden_rows: set[int] = field(default_factory=set)
    hidden_columns: set[int] = field(default_factory=set)
    merges: list[Span] = field(default_factory=list)
    locked: bool = False
    last_row: int = 0  # the number of the last stored row, formatted ones included

    def cover(self, first: Place, last: Place) -> None:
        """Note all cells of an array formula as formulas."""
        self.formulas.update(
            (row, column)
            for row in range(first[0], last[0] + 1)
            for column in range(first[1], last[1] + 1)
        )


@lru_cache(maxsize=65_536)  # forms from one template have the same addresses
def place(reference: str | bytes) -> Place:
    """Return the row and column, from 0, of a cell's address.

    >>> place("B12")
    (11, 1)
    """
    text = reference.decode() if isinstance(reference, bytes) else reference
    match = _ADDRESS.fullmatch(text)
    if match is None:
        raise refuse("F307", reference=text[:20])
    column = 0
    for letter in match[1].upper():
        column = column * 26 + ord(letter) - 64
    row = int(match[2])
    if not (1 <= row <= MAX_ROWS and column <= MAX_COLUMNS):
        raise refuse("F307", reference=text[:20])
    return row - 1, column - 1


def span(reference: str) -> Span:
    """Return the first and last cell of a range; of one cell twice that cell."""
    first, _, last = reference.partition(":")
    (top, left), (bottom, right) = place(first), place(last or first)
    return (min(top, bottom), min(left, right)), (max(top, bottom), max(left, right))


def check_reach(rows: int, columns: int, room: int = limits.BOX_CELLS) -> None:
    """Raise RefusedError when the box from A1 is larger than the room that is left."""
    if rows * columns > room:
        last = address(rows - 1, columns - 1)
        used = limits.BOX_CELLS - room
        raise refuse("F206", cell=last, limit=limits.BOX_CELLS, actual=rows * columns + used)


def check_count(sheets: list[bytes]) -> None:
    """Raise RefusedError when worksheet parts hold more cells than the limit."""
    if sum(map(len, sheets)) > limits.CELLS * _SMALLEST_CELL:
        count = sum(data.count(b"<c ") + data.count(b"<c>") for data in sheets)
        if count > limits.CELLS:
            raise refuse("F205", limit=limits.CELLS, actual=count)


def check_area(covered: int) -> None:
    """Raise RefusedError when ranges cover more cells than the limit."""
    if covered > limits.MERGED_CELLS:
        raise refuse("F207", limit=limits.MERGED_CELLS, actual=covered)


def covered(first: Place, last: Place) -> int:
    """Return how many cells a range covers."""
    return (abs(last[0] - first[0]) + 1) * (abs(last[1] - first[1]) + 1)


@dataclass(slots=True)
class CoveredCells:
    """The cells that ranges cover together, kept within the limit."""

    covered: int = 0

    def add(self, first: Place, last: Place) -> None:
        """Count one more range."""
        self.covered += covered(first, last)
        check_area(self.covered)
