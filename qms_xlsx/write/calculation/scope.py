"""Where a formula stands, and what it sees from there."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any, Protocol

from qms_xlsx.write.calculation.values import CellRange, UnknownFormula

if TYPE_CHECKING:
    from collections.abc import Iterator

    from qms_xlsx.write.calculation.values import Value


class Sheets(Protocol):
    """The workbook around a formula."""

    def at(self, sheet: str, row: int, column: int) -> Value:
        """Return what stands in a cell."""

    def named(self, name: str, row: int) -> Term:
        """Return what works out a name for a formula in a row."""


@dataclass(frozen=True, slots=True)
class Scope:
    """Where a formula stands."""

    book: Sheets
    sheet: str
    row: int

    def value(self, term: Term) -> Any:
        """Return a term's value; of a reference, its one cell's."""
        found = term(self)
        if not isinstance(found, CellRange):
            return found
        if (found.top, found.left) != (found.bottom, found.right):
            raise UnknownFormula("several cells where one is meant")
        return self.book.at(found.sheet, found.top, found.left)

    def cells(self, area: CellRange) -> Iterator[Value]:
        """Yield the values of an area's cells."""
        for row in range(area.top, area.bottom + 1):
            for column in range(area.left, area.right + 1):
                yield self.book.at(area.sheet, row, column)

    def named(self, name: str) -> Any:
        """Return what a name stands for."""
        return self.book.named(name, self.row)(self)


Term = Callable[[Scope], Any]
"""A part of a formula, worked out where it stands."""
