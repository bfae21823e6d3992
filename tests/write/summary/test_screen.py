"""What a reader sees without scrolling, at 1366 × 768 with the ribbon open."""

from __future__ import annotations

from datetime import date

import pytest
from openpyxl import load_workbook

from qms_xlsx.steps.aggregate import run_aggregation
from tests.year_folders import H1_2024, year_folder

SCREEN = 344.0
"""Points that Excel leaves for rows."""
TABLES = ("Mục tiêu", "Bộ phận", "Ma trận", "Kế hoạch", "Phát hiện", "Dữ liệu", "Nguồn")


@pytest.fixture(scope="module")
def book(tmp_path_factory):
    workspace = year_folder(tmp_path_factory.mktemp("screen") / "MTCL-2024")
    run = run_aggregation(workspace.root, period=H1_2024, as_of=date(2024, 6, 20))
    return load_workbook(run.summary)


def row_of(address: str | None) -> int:
    return int("".join(filter(str.isdigit, address or "A1")))


def height(sheet, row: int) -> float:
    own = sheet.row_dimensions[row]
    return 0.0 if own.hidden else own.height or 15.0


@pytest.mark.parametrize("name", TABLES)
def test_ten_rows_of_each_table_show_under_its_frozen_labels(book, name):
    sheet = book[name]
    top, first = row_of(sheet.sheet_view.topLeftCell), row_of(sheet.freeze_panes)
    used = sum(height(sheet, row) for row in range(top, first))
    assert used + sum(height(sheet, row) for row in range(first, first + 10)) <= SCREEN


@pytest.mark.parametrize("name", TABLES)
def test_the_frozen_pane_is_as_high_as_the_rows_that_show_in_it(book, name):
    view = book[name].sheet_view
    assert view.pane.ySplit == row_of(view.pane.topLeftCell) - row_of(view.topLeftCell)


@pytest.mark.parametrize("name", ["Tổng quan", "Mục tiêu"])
def test_the_offices_heading_is_for_paper(book, name):
    top = row_of(book[name].sheet_view.topLeftCell)
    seen = [str(cell.value) for row in book[name].iter_rows(min_row=top) for cell in row]
    assert not any("CỘNG HÒA XÃ HỘI" in text for text in seen)


def test_the_first_screen_of_page_one_tells_the_message_the_counts_and_what_is_asked(book):
    sheet = book["Tổng quan"]
    top = row_of(sheet.sheet_view.topLeftCell)
    used, row, seen = 0.0, top, []
    while used + height(sheet, row) <= SCREEN:
        seen += [str(cell.value) for cell in sheet[row] if cell.value is not None]
        used, row = used + height(sheet, row), row + 1
    assert any(text.startswith("Đạt 9/12") for text in seen)
    assert {"Đạt và vượt", "Cần lãnh đạo cho ý kiến", "Bộ phận"} <= set(seen)
    assert "Chưa nộp báo cáo của kỳ (hạn 14/06/2024)" in seen
