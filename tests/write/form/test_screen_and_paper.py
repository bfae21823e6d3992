"""What a department sees at 1366 × 768 without scrolling, and what its printer takes."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

import pytest
from openpyxl import load_workbook
from openpyxl.utils import get_column_letter

from qms_xlsx.book.areas import FORM_PRINT, PROGRESS, RESULTS
from qms_xlsx.book.keys import CellKey
from qms_xlsx.write.form import write_form
from tests.write.found_tables import find_tables
from tests.year_folders import NAMES, sample_register

if TYPE_CHECKING:
    from pathlib import Path

    from tests.write.found_tables import FoundTable

WIDTH, HEIGHT = 1316, 470
"""Pixels of cells that Excel shows at 1366 × 768 beside and below its own bars."""


def _made(sample: str, department: str, path: Path) -> Any:
    register = sample_register(sample)
    write_form(register, department, path)
    return load_workbook(path)


def _pixels_right(table: FoundTable, column: int) -> float:
    """Return where a column ends, the row numbers before it."""
    dimensions = table.sheet.column_dimensions
    own = [dimensions[get_column_letter(number)] for number in range(1, column + 1)]
    return 30 + sum(int((d.width or 8.43) * 7 + 5) for d in own if not d.hidden)


def _pixels_down(sheet: Any, row: int) -> float:
    dimensions = sheet.row_dimensions
    own = [dimensions[number] for number in range(1, row + 1)]
    return sum((d.height or 15) / 0.75 for d in own if not d.hidden)


@pytest.mark.parametrize(
    ("sample", "department"),
    [
        ("thuong-lo-2024", "VH-XH"),
        ("thuong-lo-2024", "DC-XD"),
        ("thuong-lo-2024", "VP-TK"),
        ("loc-son-2021", "DC-XD"),
        ("loc-son-2021", "VH-XH"),
    ],
)
def test_eight_indicators_and_their_first_inputs_show_without_scrolling(
    tmp_path: Path, sample: str, department: str
) -> None:
    workbook = _made(sample, department, tmp_path / "form.xlsx")
    (table,) = find_tables(workbook, (RESULTS,))
    sheet: Any = table.sheet
    firsts: dict[str, int] = {}
    for key, row in table.lines.items():
        firsts.setdefault(key.partition(":")[0], row)
    rows = list(firsts.values())[:8]
    assert len(rows) == 8
    assert _pixels_down(sheet, rows[-1]) <= HEIGHT
    for row in rows:
        inputs = [cell.column for cell in sheet[row] if not cell.protection.locked]
        assert _pixels_right(table, min(inputs)) <= WIDTH
    frozen = sheet[sheet.freeze_panes]
    assert _pixels_down(sheet, frozen.row - 1) <= 64
    assert sheet["B1"].value, "the department's name"
    assert workbook.active is sheet
    assert not sheet[sheet.sheet_view.selection[-1].activeCell].protection.locked


@pytest.mark.parametrize(("sample", "department"), [("thuong-lo-2024", "VP-TK"),
                                                    ("loc-son-2021", "VH-XH")])  # fmt: skip
def test_no_letter_on_paper_is_under_nine_points(
    tmp_path: Path, sample: str, department: str
) -> None:
    workbook = _made(sample, department, tmp_path / "form.xlsx")
    for name in ("Kết quả", "Kế hoạch", "Bản in"):
        sheet = workbook[name]
        assert not sheet.sheet_properties.pageSetUpPr.fitToPage, "page breaks would be overlooked"
        sizes = [cell.font.sz for row in sheet.iter_rows() for cell in row
                 if cell.value is not None and cell.column > 1
                 and not sheet.row_dimensions[cell.row].hidden]  # fmt: skip
        assert min(sizes) * sheet.page_setup.scale / 100 >= 8.99, name


def test_no_page_ends_within_an_indicator(tmp_path: Path) -> None:
    workbook = _made("thuong-lo-2024", "VP-TK", tmp_path / "form.xlsx")
    sheet = workbook["Kết quả"]
    breaks = [own.id for own in sheet.row_breaks.brk]
    assert breaks
    for merged in sheet.merged_cells.ranges:
        assert not [row for row in breaks if merged.min_row <= row < merged.max_row], merged


def test_locked_sheets_let_people_filter_resize_and_comment(tmp_path: Path) -> None:
    workbook = _made("thuong-lo-2024", "VP-TK", tmp_path / "form.xlsx")
    for sheet in workbook.worksheets:
        own = sheet.protection
        assert own.sheet
        if sheet.sheet_state == "visible":
            free = (own.formatColumns, own.formatRows, own.autoFilter, own.objects)
            assert free == (False, False, False, False)
            assert own.sort
    assert workbook["Kết quả"].auto_filter.ref


@pytest.mark.parametrize("sample", NAMES)
def test_signatures_never_stand_on_a_page_of_their_own(tmp_path: Path, sample: str) -> None:
    register = sample_register(sample)
    for department in register.departments:
        write_form(register, department.code, tmp_path / "form.xlsx")
        sheet: Any = load_workbook(tmp_path / "form.xlsx")[FORM_PRINT]
        signed = next(c.row for row in sheet for c in row if c.value == "NGƯỜI LẬP BIỂU")
        breaks = {b.id for b in sheet.row_breaks.brk}
        assert not breaks & {signed - 2, signed - 1, signed, signed + 3}


def test_an_action_that_is_long_takes_the_room_of_free_rows(tmp_path: Path) -> None:
    register = sample_register()
    heights = []
    for text in ("", "Rà soát hồ sơ quá hạn; " * 6):
        typed = {CellKey("actions", "1", "action"): text} if text else {}
        write_form(register, "VP-TK", tmp_path / "form.xlsx", earlier=typed)
        sheet: Any = load_workbook(tmp_path / "form.xlsx")["Khắc phục"]
        heights.append(sum(d.height or 15 for d in sheet.row_dimensions.values()))
    assert heights[0] - 24 <= heights[1] <= heights[0]


@pytest.mark.parametrize("department", ["VH-XH", "TNTKQ"])
def test_the_plan_on_paper_ends_with_the_measures_that_a_department_leads(
    tmp_path: Path, department: str
) -> None:
    workbook = _made("thuong-lo-2024", department, tmp_path / "form.xlsx")
    (table,) = find_tables(workbook, (PROGRESS,))
    sheet: Any = table.sheet
    roles = {row: table.cell(row, "role").value for row in range(table.first_row, sheet.max_row)}
    led = [row for row, role in roles.items() if role == "Chủ trì"]
    assert "Phối hợp" in roles.values()
    assert str(sheet.print_area).endswith(f"${led[-1]}")
    assert all(own.id < led[-1] for own in sheet.row_breaks.brk)
