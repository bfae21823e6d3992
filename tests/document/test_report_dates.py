"""When the two reports are due, in the words of offices and of schools."""

from __future__ import annotations

import pytest

from qms_xlsx.document.draft import draft_of
from qms_xlsx.document.model import Document
from qms_xlsx.document.texts import text_blocks
from qms_xlsx.document.understanding import understood

_HEAD = (
    "MỤC TIÊU CHẤT LƯỢNG NĂM {year}\n\n1. Thu phí đạt 2 tỷ đồng.\n\n**II. TỔ CHỨC THỰC HIỆN**\n\n"
)


def dates(text: str, year: str = "2026") -> tuple[str, str]:
    decision = understood(Document(text_blocks(_HEAD.format(year=year) + text)))
    assert [item.target for item in decision.items] == ["đạt 2 tỷ đồng"]
    return decision.due_h1, decision.due_year


@pytest.mark.parametrize(
    "text",
    [
        "Các phòng báo cáo mục tiêu 6 tháng trước ngày 15/6, năm trước ngày 30/11.",
        "Báo cáo kết quả trước ngày 15/6 (6 tháng đầu năm) và trước ngày 30/11 (cả năm).",
        "Báo cáo trước ngày 15 tháng 6 đối với báo cáo 06 tháng, trước ngày 30 tháng 11 năm 2026 "
        "đối với báo cáo năm.",
        "Báo cáo định kỳ 06 tháng một lần, chậm nhất ngày 15/6 và ngày 30/11 hằng năm.",
        "Số liệu báo cáo 6 tháng tính từ 15/12 đến 14/6, gửi trước 15/6; báo cáo năm trước 30/11.",
        "Các phòng gửi kết quả về Văn phòng Sở trước ngày 15/6/2026 và trước ngày 30/11/2026.",
        "Cac phong bao cao ket qua 6 thang truoc ngay 15/6 va ca nam truoc ngay 30/11.",
        "Bao cao dinh ky 06 thang mot lan, cham nhat ngay 15 thang 6 va ngay 30 thang 11.",
        "Thời hạn gửi báo cáo như sau:\n\n- 6 tháng đầu năm: trước ngày 15/6;\n\n"
        "- Cả năm: trước ngày 30/11.",
    ],
)
def test_dates_of_the_two_reports_are_told_by_the_words_beside_them(text: str) -> None:
    assert dates(text) == ("15/6", "30/11")


@pytest.mark.parametrize(
    ("text", "told"),
    [
        ("Báo cáo trước 15/01 (học kỳ I) và trước 31/5 (cả năm).", ("15/1/2027", "31/5/2027")),
        ("Báo cáo học kỳ I trước 15/01/2027; báo cáo tổng kết năm học cuối tháng 5.",
         ("15/1/2027", "31/5/2027")),
        ("Báo cáo sơ kết học kỳ I năm học 2026-2027 trước ngày 31/12, tổng kết trước ngày 05/6.",
         ("31/12", "5/6/2027")),
        ("Các tổ báo cáo kết quả mục tiêu trước ngày 10/01 và trước ngày 25/5.",
         ("10/1/2027", "25/5/2027")),
    ],
)  # fmt: skip
def test_a_school_reports_after_its_terms(text: str, told: tuple[str, str]) -> None:
    assert dates(text, "HỌC 2026 - 2027") == told


@pytest.mark.parametrize(
    "text",
    [
        "Báo cáo học kỳ I trước ngày 15/01.",
        "Báo cáo kết quả sau khi kết thúc học kỳ I và năm học.",
        "Báo cáo 6 tháng trước 10/6, năm trước 20/11; báo cáo 6 tháng trước 15/6, năm trước 30/11.",
        "Báo cáo số 12/BC ngày 15/6 và báo cáo ngày 30/11 của Sở.",
        "Báo cáo kết quả trước ngày 15/3 và trước ngày 20/9.",
    ],
)
def test_dates_that_the_words_do_not_tell_are_asked_for(text: str) -> None:
    assert dates(text) == ("", "")


def test_terms_of_a_school_are_asked_about() -> None:
    text = "Báo cáo học kỳ I trước ngày 15/01/2027, năm học trước ngày 31/5/2027."
    decision = understood(Document(text_blocks(_HEAD.format(year="HỌC 2026 - 2027") + text)))
    assert any("15/1/2027" in look.says.values.values() for look in draft_of(decision).looks)
