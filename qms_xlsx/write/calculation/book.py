"""A workbook's formulas worked out, each once."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from openpyxl.utils.datetime import to_excel

from qms_xlsx.write.calculation.parsing import reading
from qms_xlsx.write.calculation.scope import Scope
from qms_xlsx.write.calculation.values import CellError, UnknownFormula, Value

if TYPE_CHECKING:
    from openpyxl.workbook.workbook import Workbook

    from qms_xlsx.write.calculation.scope import Term
    from qms_xlsx.write.rows import Place


def calculated(workbook: Workbook) -> dict[Place, Value]:
    """Return what each formula comes to, but for those that we cannot work out or that fail."""
    book = _Book(workbook)
    for sheet in book.sheets.values():
        for (row, column), cell in sheet._cells.items():
            if cell.data_type == "f":
                book.worked_out(sheet.title, row, column)
    return {
        place: value for place, value in book.results.items() if not isinstance(value, Exception)
    }


class _Book:
    """A workbook's cells, with the results of its formulas as far as they are known."""

    def __init__(self, workbook: Workbook) -> None:
        self.sheets: dict[str, Any] = {sheet.title: sheet for sheet in workbook.worksheets}
        self.names = {name: own.attr_text for name, own in workbook.defined_names.items()}
        self.results: dict[Place, Any] = {}

    def at(self, sheet: str, row: int, column: int) -> Value:
        """Return what stands in a cell."""
        cell = self.sheets[sheet]._cells.get((row, column))
        if cell is None:
            return None
        if cell.data_type == "f":
            return self.result(sheet, row, column)
        value: Any = cell._value
        if cell.data_type == "d":
            return to_excel(value)  # type: ignore[no-any-return,no-untyped-call]
        return None if value == "" else value

    def named(self, name: str, row: int) -> Term:
        """Return what works out a name for a formula in a row."""
        if name not in self.names:
            raise UnknownFormula(name)
        return reading(f"={self.names[name]}", row)

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
            formula = str(self.sheets[sheet]._cells[row, column]._value)
            try:
                value = Scope(self, sheet, row).value(reading(formula, row))
                self.results[place] = 0 if value is None else value
            except (CellError, UnknownFormula) as fault:
                self.results[place] = fault
        found: Value | Exception = self.results[place]
        return found
