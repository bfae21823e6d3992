"""A template as an office might restyle it."""

from __future__ import annotations

from copy import copy
from typing import TYPE_CHECKING

from openpyxl import load_workbook
from openpyxl.styles import Font

from qms_xlsx.book import resources

if TYPE_CHECKING:
    from pathlib import Path

    from openpyxl.worksheet.worksheet import Worksheet


def restyled(path: Path) -> Path:
    """Return the form's template with columns moved, rows and columns inserted, sheets renamed."""
    workbook = load_workbook(resources.template(resources.FORM_TEMPLATE))
    for sheet in workbook.worksheets:
        _loosen(sheet)
    results = workbook["Kết quả"]
    for pair in (("note", "name"), ("status", "unit"), ("cause", "_coverage")):
        _swap(results, *pair)
    results.insert_rows(1, 3)
    results.insert_cols(1, 2)
    workbook["Kế hoạch"].insert_rows(2, 4)
    results.title, workbook["Kế hoạch"].title = "Số liệu năm (1)", "KH của UB'ND"
    workbook.move_sheet(results, 2)
    workbook.save(path)
    return path


def _loosen(sheet: Worksheet) -> None:
    """Take merges away (inserting would leave them behind) and change every font."""
    for merged in list(sheet.merged_cells.ranges):
        sheet.unmerge_cells(str(merged))
    for row in sheet.iter_rows():
        for cell in row:
            cell.font = Font(name="Arial", size=9, italic=True)


def _swap(sheet: Worksheet, one: str, other: str) -> None:
    """Exchange two columns of the results, labels, keys and looks alike."""
    places = {cell.value: cell for row in sheet.iter_rows() for cell in row if cell.value}
    a, b = places[one].column, places[other].column
    for row in range(places[one].row - 2, sheet.max_row + 1):
        left, right = sheet.cell(row, a), sheet.cell(row, b)
        left.value, right.value = right.value, left.value
        left._style, right._style = copy(right._style), copy(left._style)
