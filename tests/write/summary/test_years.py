"""What is said of closed periods that read otherwise today, and of the years before."""

from __future__ import annotations

from dataclasses import replace
from datetime import date
from zipfile import ZipFile

from openpyxl import load_workbook

from qms_xlsx.domain.closing import Restatement
from qms_xlsx.domain.finding import Place
from qms_xlsx.domain.indicator import Component
from qms_xlsx.domain.period import Cadence, Period, Slot
from qms_xlsx.domain.status import Status
from qms_xlsx.history.background import Background
from qms_xlsx.history.past import PastRow, PastRun
from qms_xlsx.judge.results import Coverage
from tests.write.summary.office import AGGREGATE, FORM, HALF, opened, summary, table, texts

CHANGE = Restatement(
    period=Period.parse("2024-Q1"),
    objective="1a",
    department="VP",
    slot=Slot(Cadence.MONTH, 3),
    component=Component.NUMERATOR,
    reported=10.0,
    now=12.5,
    counted=False,
    place=Place(FORM, "Kết quả", "I12"),
    since=date(2024, 5, 10),
    status_reported=Status.MET,
    status_now=Status.MET,
)
"""A figure of a closed quarter that a later form says otherwise."""


def test_what_reads_otherwise_than_when_it_was_closed_stands_on_a_sheet_of_its_own(tmp_path):
    let_in = replace(
        CHANGE, counted=True, reason="Đếm sót", component=Component.VALUE, status_now=Status.MISSED
    )
    words = replace(
        CHANGE, department=None, slot=None, component=None, column="target", counted=True,
        reported="đạt từ 90%", now="=1+1", since=None, place=Place("so-muc-tieu.xlsx"),
    )  # fmt: skip
    told = replace(AGGREGATE, restatements=(CHANGE, let_in, words))
    book = opened(tmp_path, told)
    rows = table(book["Điều chỉnh"], "Kỳ đã chốt")
    assert [(r["Nội dung"], r["Đã báo cáo"], r["Nay ghi"], r["Được tính"]) for r in rows] == [
        ("T3 · tử số", 10, 12.5, "Không: giữ số đã báo cáo"),
        ("T3", 10, 12.5, "Có: Đếm sót"),
        ("Mức phấn đấu cả năm", "đạt từ 90%", "=1+1", "Theo sổ hiện nay"),
    ]
    assert [(r["Bộ phận"], r["Đánh giá nay"]) for r in rows] == [
        ("Văn phòng - Thống kê", "✔ Đạt"),
        ("Văn phòng - Thống kê", "✖ Không đạt"),
        ("Sổ mục tiêu", "✔ Đạt"),
    ]
    assert any(
        "2 số liệu của kỳ đã chốt nay ghi khác: 1 được tính theo số mới, 1 giữ số đã báo cáo; "
        "1 chỗ sổ mục tiêu khác với khi chốt; 1 đánh giá đã đổi (trang Điều chỉnh)" in text
        for text in texts(book["Tổng quan"])
    )


def test_without_a_change_there_is_no_sheet_and_the_sources_say_so(tmp_path):
    book = opened(tmp_path)
    assert "Điều chỉnh" not in book.sheetnames
    said = "Không có số liệu nào của kỳ đã chốt đọc khác với khi chốt."
    assert any(said in text for text in texts(book["Nguồn"]))


def past(year: int, actual: float | str | None, **more: object) -> PastRun:
    row = PastRow(status=Status.MET, actual=actual, **more)
    day = date(year, 12, 31)
    period = Period(year, HALF.slot)
    return PastRun(
        period=period, as_of=day, rows={("1a", None): row}, folder=f"MTCL-{year}", closed=True
    )


def test_years_that_lie_beside_this_one_stand_side_by_side(tmp_path):
    years = (
        past(2021, 90.0, coverage=Coverage(slots=(6, 6), departments=(2, 2))),
        past(2023, 94.5, provisional=True, coverage=Coverage(slots=(3, 6), departments=(1, 2))),
    )
    path = summary(tmp_path, background=Background(years=years))
    sheet = load_workbook(path)["Xu hướng"]
    heads = next(row for row in sheet.iter_rows() if row[3].value == "2021")
    assert [cell.value for cell in heads[3:7]] == ["2021", "2022", "2023", "2024"]
    row = next(row for row in sheet.iter_rows() if row[0].value == "1a")
    assert [cell.value for cell in row[3:7]] == [90, None, 94.5, 96.5]
    assert row[5].number_format.endswith('"*"')
    assert [cell.value for cell in row[8:12]] == ["6/6 · 2/2", None, "3/6 · 1/2", "5/6 · 1/2"]
    with ZipFile(path) as archive:
        (xml,) = (
            text
            for name in archive.namelist()
            if name.startswith("xl/worksheets/sheet")
            and "'Xu hướng'" in (text := archive.read(name).decode())
        )
    assert xml.count("<x14:sparkline>") == 1  # of the one row that an earlier year knows


def test_without_earlier_years_there_is_no_sheet_of_trends(tmp_path):
    assert "Xu hướng" not in opened(tmp_path).sheetnames
