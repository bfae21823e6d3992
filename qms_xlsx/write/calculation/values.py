"""The values of cells, and how a spreadsheet compares and converts them."""

from __future__ import annotations

from typing import Any, NamedTuple

Value = float | int | str | bool | None
"""A cell's value; None is a blank cell."""


class CellError(Exception):
    """An error value, such as #DIV/0!."""


class UnknownFormula(Exception):
    """A formula that we cannot work out."""


class CellRange(NamedTuple):
    """A reference to cells: a sheet's rows and columns, both ends included."""

    sheet: str
    top: int
    left: int
    bottom: int
    right: int

    def to(self, other: CellRange) -> CellRange:
        """Return the area from the first cell of this one to the last of another."""
        return CellRange(self.sheet, self.top, self.left, other.bottom, other.right)


def number(value: Any) -> float:
    """Return a value as a number in arithmetic; raises CellError for other texts."""
    if value is None:
        return 0
    if isinstance(value, str):
        raise CellError("#VALUE!")
    result: float = value
    return result


def truth(value: Any) -> bool:
    """Return a value as a condition; raises CellError for texts."""
    if isinstance(value, str):
        raise CellError("#VALUE!")
    return bool(value)


def text(value: Any) -> str:
    """Return a value as it is joined to a text, numbers with a Vietnamese comma."""
    if value is None:
        return ""
    if isinstance(value, bool):
        return "TRUE" if value else "FALSE"
    return value if isinstance(value, str) else f"{value:.15g}".replace(".", ",")


def compare(left: Any, right: Any) -> int:
    """Return -1, 0 or 1: numbers before texts before truth values, a blank as what it meets."""
    if left is right or (isinstance(left, str) and left == right):
        return 0
    one, other = _ranked(left, right), _ranked(right, left)
    return (one > other) - (one < other)


def _ranked(value: Any, beside: Any) -> tuple[int, Any]:
    if value is None:
        value = "" if isinstance(beside, str) else False if isinstance(beside, bool) else 0
    if isinstance(value, bool):
        return 2, value
    return (1, value.casefold()) if isinstance(value, str) else (0, value)
