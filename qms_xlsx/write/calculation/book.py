"""A workbook's formulas worked out, each once."""

from __future__ import annotations

from datetime import date, time, timedelta
from typing import TYPE_CHECKING, Any

from qms_xlsx.write.calculation.parsing import named, reading
from qms_xlsx.write.calculation.scope import Scope
from qms_xlsx.write.calculation.values import CellError, UnknownFormula, Value
from qms_xlsx.write.parts.row_xml import serial
from qms_xlsx.write.parts.sheet import Formula

if TYPE_CHECKING:
    from qms_xlsx.write.calculation.scope import Term
    from qms_xlsx.write.parts.book import Workbook
    from qms_xlsx.write.parts.row_xml import Place


def calculated(book: Workbook) -> dict[Place, Value]:
    """Return what each formula comes to, but for those that we cannot work out or that fail."""
    work = _Work(book)
    for sheet in book.sheets:
        for number, row in sheet.rows.items():
            for column, value in row.values.items():
                if isinstance(value, Formula):
                    work.worked_out(sheet.title, number, column)
    return {
        place: value for place, value in work.results.items() if not isinstance(value, Exception)
    }


class _Work:
    """A workbook's cells, with the results of its formulas as far as they are known."""

    def __init__(self, book: Workbook) -> None:
        self.book = book
        self.rows = {sheet.title: sheet.rows for sheet in book.sheets}
        self.results: dict[Place, Any] = {}

    def at(self, sheet: str, row: int, column: int) -> Value:
        """Return what stands in a cell."""
        if sheet not in self.rows:
            raise UnknownFormula(sheet)
        own = self.rows[sheet].get(row)
        value: Any = own.values.get(column) if own else None
        if isinstance(value, Formula):
            return self.result(sheet, row, column)
        if isinstance(value, date | time | timedelta):
            return serial(value)  # type: ignore[no-any-return]
        return None if value == "" else value

    def named(self, name: str) -> Term:
        """Return what works out a name."""
        formula = self.book.named(name)
        if formula is None:
            raise UnknownFormula(name)
        return named(formula)

    def result(self, sheet: str, row: int, column: int) -> Value:
        """Return what a cell's formula comes to; raises what its working out raised."""
        value = self.worked_out(sheet, row, column)
        if isinstance(value, Exception):
            raise value
        return value

    def worked_out(self, sheet: str, row: int, column: int) -> Value | Exception:
        """Return what a cell's formula comes to, or why it has no result."""
        place = (sheet, row, column)
        if place not in self.results:
            self.results[place] = UnknownFormula("a circle")
            own = self.rows[sheet][row]
            try:
                value = reading(own.values[column].text)(Scope(self, sheet, own.about))
                self.results[place] = 0 if value is None else value
            except (CellError, UnknownFormula) as fault:
                self.results[place] = fault
        found: Value | Exception = self.results[place]
        return found
