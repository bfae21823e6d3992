"""The workbook of the level above: what each sheet says, and what machines find in it."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from openpyxl import load_workbook

from qms_xlsx.steps.rollup import run_rollup
from tests.year_folders import SAMPLES

if TYPE_CHECKING:
    from openpyxl import Workbook
    from openpyxl.worksheet.worksheet import Worksheet

PROVINCE = SAMPLES / "tinh-minh-hoa"
HIDDEN = "Kết quả đã xét"
pytestmark = pytest.mark.filterwarnings("ignore:.*extension is not supported:UserWarning")


@pytest.fixture(scope="module")
def book(tmp_path_factory: pytest.TempPathFactory) -> Workbook:
    place = tmp_path_factory.mktemp("tinh") / "tinh.xlsx"
    register = PROVINCE / "so-muc-tieu-tinh.xlsx"
    done = run_rollup([PROVINCE / "cac-xa"], register=register, output=place)
    assert done.summary == place
    return load_workbook(place)


def texts(sheet: Worksheet) -> list[str]:
    return [str(c.value) for row in sheet.iter_rows() for c in row if c.value is not None]


def row_of(sheet: Worksheet, first: str, column: int = 0) -> list[object]:
    """Return the values of the row that bears a text in a column."""
    [found] = [r for r in sheet.iter_rows(values_only=True) if r[column] == first]
    return list(found)


def test_the_sheets_stand_in_the_readers_order(book: Workbook) -> None:
    assert book.sheetnames == [
        "Tổng quan", "Mục tiêu", "Ma trận", "Xếp hạng", "Cơ quan", "Phát hiện", "Dữ liệu", HIDDEN,
        "Nguồn",
    ]  # fmt: skip
    assert [s.title for s in book if s.sheet_state != "visible"] == [HIDDEN]


def test_page_one_says_what_is_reached_and_who_is_missing(book: Workbook) -> None:
    said = texts(book["Tổng quan"])
    assert (
        "Đạt 2/6 chỉ tiêu đã đánh giá. Ba chỉ tiêu không đạt: 2, 5, 6. Mới có số liệu của 38/41 cơ "
        "quan." in said
    )
    assert {"38/41", "37/41", "chưa nộp 1, bị loại 2", "nộp muộn 1"} <= set(said)
    trust = " ".join(said)
    assert "1 cơ quan có chỉ tiêu còn là câu hỏi chưa trả lời" in trust
    assert "26 đã chốt, khớp bản kê (manifest); 11 chưa chốt" in trust


def test_a_leader_is_asked_about_what_was_not_counted_and_set_lower(book: Workbook) -> None:
    said = " · ".join(texts(book["Tổng quan"]))
    assert "Xã Minh Họa 41" in said
    assert "không được tính" in said
    assert "Mức thấp hơn cấp trên (T1) · đạt từ 90% trở lên · UBND xã Minh Họa 05" in said


def test_the_report_counts_offices_and_names_those_that_fall_short(book: Workbook) -> None:
    sheet = book["Mục tiêu"]
    assert "Cơ quan có số liệu" in texts(sheet)
    assert row_of(sheet, "1")[11] == "38/41 cơ quan"
    assert "↳ 1 cơ quan không đạt: Xã Minh Họa 20. Cả năm không còn đạt được." in texts(sheet)
    hidden = {c for c, d in sheet.column_dimensions.items() if d.hidden}
    assert hidden == {"I", "J"}  # nothing is known of the months, and of a run before


def test_the_map_shows_offices_by_rank_with_their_own_verdicts(book: Workbook) -> None:
    sheet = book["Ma trận"]
    best = row_of(sheet, "UBND xã Minh Họa 05", 1)
    assert best[:4] == [1, "UBND xã Minh Họa 05", "7/7", "✔"]
    assert best[4] == "▲ 98,5"
    assert row_of(sheet, "Cấp trên", 1)[5] == "✖ 4.440*"
    assert row_of(sheet, "UBND xã Minh Họa 06", 1)[5] == "✂"
    assert row_of(sheet, "UBND xã Minh Họa 41", 1)[:5] == [
        None,
        "UBND xã Minh Họa 41",
        None,
        "✖",
        None,
    ]


def test_each_indicator_names_the_first_and_the_last(book: Workbook) -> None:
    row = row_of(book["Xếp hạng"], "3")
    assert row[4:9] == [19, 0, 18, 0, 1]
    assert str(row[9]).startswith("3 %: Xã Minh Họa 01")
    assert str(row[10]).startswith("5 %: Xã Minh Họa 02")
    assert row_of(book["Xếp hạng"], "4")[9] == "38 cơ quan như nhau: 1,25 tỷ đồng"


def test_an_office_a_row_says_why_it_does_not_count(book: Workbook) -> None:
    sheet = book["Cơ quan"]
    assert row_of(sheet, "UBND xã Minh Họa 36", 1)[12] == "không đúng là bảng đã chốt"
    assert row_of(sheet, "UBND xã Minh Họa 38", 1)[2] == "◆ Nộp muộn"
    doubtful = row_of(sheet, "UBND xã Minh Họa 39", 1)
    assert (doubtful[4], doubtful[10], doubtful[12]) == ("1/2", "3/7", "còn câu hỏi chưa trả lời")
    assert row_of(sheet, "UBND xã Minh Họa 40", 1)[11] == "mẫu cũ"


def test_every_figure_stands_with_its_file_and_cell(book: Workbook) -> None:
    sheet = book["Dữ liệu"]
    row = row_of(sheet, "X07/M4")
    assert row[4:8] == ["T4", "✔", "triệu đồng", 1250]
    assert row[13] == "xa-07/tong-hop-2024-H1-20240703.xlsx"
    office = load_workbook(PROVINCE / "cac-xa" / str(row[13]))
    assert office[str(row[14])][str(row[15])].value == 1250
    assert row_of(sheet, "X08/M3")[5] == "✂ thiếu tử số, mẫu số"
    counted = [r for r in sheet.iter_rows(min_row=5, values_only=True) if r[0]]
    assert len(counted) == 38 * 7  # what the two offices report otherwise stands there as well


def test_machines_find_the_level_above_as_any_summary(book: Workbook) -> None:
    said = {row[0]: row[1] for row in book[HIDDEN].iter_rows(max_row=20, values_only=True)}
    assert (said["organisation"], said["expected"], said["received"], said["on_time"]) == (
        "UBND tỉnh Minh Họa", 41, 38, 37,
    )  # fmt: skip


def test_every_file_is_listed_with_what_became_of_it(book: Workbook) -> None:
    sheet = book["Nguồn"]
    assert row_of(sheet, "xa-37/tong-hop-2024-H1-20240703.xlsx")[3:5] == [
        "✖ Bị loại",
        "Số liệu của UBND xã Minh Họa 37 đã bị sửa tay sau khi lập bảng tổng hợp.",
    ]
    assert len([t for t in texts(sheet) if t.startswith("xa-")]) == 41


def test_every_sheet_prints_on_a4_across_with_its_labels(book: Workbook) -> None:
    for sheet in book:
        if sheet.title != HIDDEN:
            assert (sheet.page_setup.paperSize, sheet.page_setup.orientation) == (9, "landscape")
        if sheet.title not in ("Tổng quan", HIDDEN):
            assert sheet.print_title_rows, sheet.title
