"""The areas of a workbook as openpyxl reads it: what tests look at in what was written."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Any

from openpyxl.utils import get_column_letter

if TYPE_CHECKING:
    from collections.abc import Iterable

    from openpyxl.workbook.workbook import Workbook

    from qms_xlsx.book.areas import Area


@dataclass
class FoundTable:
    """An area of a workbook: where its columns and rows are."""

    sheet: Any
    area: Area
    first_row: int
    columns: dict[str, int]
    lines: dict[str, int] = field(default_factory=dict)

    def letter(self, key: str) -> str:
        return get_column_letter(self.columns[key])

    def cell(self, row: int, key: str) -> Any:
        return self.sheet.cell(row, self.columns[key])

    def address(self, row: int, key: str) -> str:
        return f"{self.letter(key)}{row}"

    def line(self, key: str) -> Any:
        return self.cell(self.lines[key], "value")


def find_tables(workbook: Workbook, areas: Iterable[Area]) -> list[FoundTable]:
    return [_found(workbook, area) for area in areas]


def _found(workbook: Workbook, area: Area) -> FoundTable:
    cells = [cell for sheet in workbook.worksheets for row in sheet.iter_rows() for cell in row]
    (marker,) = (cell for cell in cells if cell.value == area.marker)
    sheet: Any = marker.parent
    columns = {
        str(cell.value): cell.column
        for cell in sheet[marker.row]
        if cell.value and cell.column > marker.column
    }
    table = FoundTable(sheet, area, marker.row + 1, columns)
    for row in range(table.first_row, sheet.max_row + 1):
        key = str(sheet.cell(row, marker.column).value or "")
        if key.startswith("#qms:"):
            break
        if key and not key.startswith("#"):
            table.lines[key] = row
    return table
