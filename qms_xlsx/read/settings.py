"""The settings on a register's first sheet."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, TypeVar

from qms_xlsx.book import labels
from qms_xlsx.book.lines import INFO_LINES
from qms_xlsx.domain.period import PeriodRule
from qms_xlsx.language.text import on_one_line
from qms_xlsx.read.cells import InvalidCell, as_date, as_number

if TYPE_CHECKING:
    from collections.abc import Callable
    from datetime import date

    from qms_xlsx.read.tables import Cell, Row, Table

Value = TypeVar("Value")
_LABELS = {line.key: line.label for line in INFO_LINES}


def value_of(row: Row | None) -> Cell | None:
    """Return the cell of a line's value, None when it is blank."""
    return row.cells.get("value") if row else None


@dataclass(frozen=True, slots=True)
class Settings:
    """The settings of the register's first sheet; what cannot be read takes its default."""

    table: Table
    lines: dict[str, Row]
    year: int
    unreadable: Callable[[Cell, str], None]
    """Takes a cell that cannot be read, and the setting's name as people know it."""

    def text(self, key: str) -> str:
        """Return a setting's text on one line, '' when it is blank."""
        cell = value_of(self.lines.get(key))
        return on_one_line(cell.text) if cell else ""

    def read(self, key: str, convert: Callable[[Cell], Value | None], default: Value) -> Value:
        """Return a setting as `convert` reads it, its default when blank or unreadable."""
        cell = value_of(self.lines.get(key))
        if cell is None:
            return default
        try:
            value = convert(cell)
        except InvalidCell:
            self.unreadable(cell, _LABELS.get(key, key))
            return default
        return default if value is None else value

    def day(self, cell: Cell) -> date | None:
        """Return a day of the register's year; raises InvalidCell for one of another year."""
        day = as_date(cell, self.year)
        if day and day.year != self.year:
            raise InvalidCell(cell.text)
        return day

    def due_date(self, cell: Cell) -> date | None:
        """Return a due date such as 15/6; Excel may have put its own year to it.

        The year after the register's is meant where a text says so, as a school does: 31/5/2027.
        """
        day = as_date(cell, self.year)
        following = day is not None and day.year == self.year + 1 and isinstance(cell.value, str)
        return day if following or day is None else day.replace(year=self.year)


def period_rule(cell: Cell) -> PeriodRule:
    """Return where periods end; raises InvalidCell for no such rule."""
    return PeriodRule(_word_of(cell, labels.PERIOD_RULES))


def _word_of(cell: Cell, shown: dict[str, str]) -> str:
    code = labels.code_of(cell.text, shown)
    if code is None:
        raise InvalidCell(cell.text)
    return code


def caution(cell: Cell) -> float | None:
    """Return a threshold in per cent; raises InvalidCell outside 50 to 100, such as 0,9 or 900."""
    number = as_number(cell)
    if number is not None and not 50 <= number <= 100:
        raise InvalidCell(cell.text)
    return number


def day_of_month(cell: Cell) -> int | None:
    """Return a day of a month, 1 to 31; raises InvalidCell for others."""
    number = as_number(cell)
    if number is not None and not (1 <= number <= 31 and number.is_integer()):
        raise InvalidCell(cell.text)
    return None if number is None else int(number)
