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

    def named(self, name: str) -> Term:
        """Return what works out a name."""


@dataclass(slots=True)
class Scope:
    """Where a formula stands."""

    book: Sheets
    sheet: str
    about: tuple[int, ...]
    """The rows that it is about."""

    def cells(self, area: CellRange) -> Iterator[Value]:
        """Yield the values of an area's cells."""
        for row in range(area.top, area.bottom + 1):
            for column in range(area.left, area.right + 1):
                yield self.book.at(area.sheet, row, column)


Term = Callable[[Scope], Any]
"""A part of a formula, worked out where it stands."""


@dataclass(frozen=True, slots=True)
class CellTerm:
    """A cell, as an area or as what stands in it."""

    column: int
    row: int
    """Below 0, counted from the end: the first or second of the rows that a formula is about."""
    sheet: str | None

    def __call__(self, scope: Scope) -> CellRange:
        """Return the cell as an area."""
        row = self.row if self.row > 0 else scope.about[-1 - self.row]
        return CellRange(self.sheet or scope.sheet, row, self.column, row, self.column)

    def value(self, scope: Scope) -> Any:
        """Return what stands in the cell."""
        row = self.row if self.row > 0 else scope.about[-1 - self.row]
        return scope.book.at(self.sheet or scope.sheet, row, self.column)


@dataclass(frozen=True, slots=True)
class ReferringTerm:
    """What may come to cells rather than to a value: an area, a name, a choice among such."""

    found: Term

    def __call__(self, scope: Scope) -> Any:
        """Return the cells, or the value."""
        return self.found(scope)


def refers(*terms: Term) -> bool:
    """Whether one of some terms may come to cells."""
    return any(isinstance(term, CellTerm | ReferringTerm) for term in terms)


def choice_of(found: Term, *among: Term) -> Term:
    """Return a term that comes to one of others."""
    return ReferringTerm(found) if refers(*among) else found


def valued(term: Term) -> Term:
    """Return what works out a term's value; of a reference, its one cell's."""
    if isinstance(term, CellTerm):
        return term.value
    if not isinstance(term, ReferringTerm):
        return term
    referring = term.found

    def value(scope: Scope) -> Any:
        found = referring(scope)
        if not isinstance(found, CellRange):
            return found
        if (found.top, found.left) != (found.bottom, found.right):
            raise UnknownFormula("several cells where one is meant")
        return scope.book.at(found.sheet, found.top, found.left)

    return value
