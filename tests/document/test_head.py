"""The head of a decision as offices type it."""

from __future__ import annotations

from datetime import date

import pytest

from qms_xlsx.document.decision import Head
from qms_xlsx.document.head import head_of
from qms_xlsx.document.model import Paragraph


def head(*lines: str) -> Head:
    return head_of(tuple(Paragraph(line, f"Dòng {at}") for at, line in enumerate(lines, 1)))


@pytest.mark.parametrize(
    ("line", "number"),
    [
        ("Số: 59/QĐ-UBND", "59/QĐ-UBND"),
        ("Số : 59 /QĐ - UBND", "59/QĐ-UBND"),
        ("Số: 59/ QĐ-UBND", "59/QĐ-UBND"),
        ("Số:59/2026/QĐ-UBND", "59/2026/QĐ-UBND"),
        ("Số: 07/KH-THCS.TB", "07/KH-THCS.TB"),
        ("Số:        /QĐ-UBND", ""),
        ("Số: …/KH-UBND", ""),
        ("Số: 15 hộ", ""),
    ],
)
def test_a_number_is_read_with_its_blanks_and_a_blank_one_is_none(line: str, number: str) -> None:
    assert head("UBND XÃ HÒA BÌNH", line).number == number


@pytest.mark.parametrize(
    ("line", "number", "day"),
    [
        ("(Kèm theo Quyết định số 214/QĐ-SNNMT ngày 30 tháng 12 năm 2025 của Sở)",
         "214/QĐ-SNNMT", date(2025, 12, 30)),
        ("(Ban hành kèm theo Quyết định số: 59/QĐ-UBND, ngày 22/3/2024 của UBND xã)",
         "59/QĐ-UBND", date(2024, 3, 22)),
        ("(Kèm theo Kế hoạch số 8 /KH - UBND ngày 05.01.2026 của UBND phường)",
         "8/KH-UBND", date(2026, 1, 5)),
        ("(Kèm theo Quyết định số      /QĐ-UBND ngày    /    /2026)", "", None),
        ("Căn cứ Quyết định số 19/2014/QĐ-TTg ngày 05/3/2014 của Thủ tướng Chính phủ;", "", None),
    ],
)  # fmt: skip
def test_an_annex_tells_the_decision_that_it_belongs_to(
    line: str, number: str, day: date | None
) -> None:
    found = head("PHỤ LỤC", "MỤC TIÊU CHẤT LƯỢNG NĂM 2026", line)
    assert (found.number, found.day, found.year) == (number, day, 2026)


def test_place_and_date_stand_before_or_behind_and_may_be_blank() -> None:
    found = head("UBND XÃ HÒA BÌNH", "Hòa Bình, ngày      tháng      năm 2026")
    assert (found.place, found.day) == ("Hòa Bình", None)
    assert head("UBND XÃ A", "Hòa Bình, ngày 05 tháng 1 năm 2026").day == date(2026, 1, 5)


def test_a_title_is_no_part_of_the_office_s_name() -> None:
    lines = ("UBND TỈNH ĐÔNG SƠN", "SỞ NÔNG NGHIỆP VÀ MÔI TRƯỜNG", "Phụ lục",
             "BIỂU GIAO MỤC TIÊU CHẤT LƯỢNG NĂM 2026")  # fmt: skip
    assert head(*lines).organisation == "SỞ NÔNG NGHIỆP VÀ MÔI TRƯỜNG"


def test_the_year_is_the_title_s_and_not_that_of_results_before_it() -> None:
    lines = ("KẾ HOẠCH CHẤT LƯỢNG", "NĂM HỌC 2026 - 2027",
             "Kế hoạch giáo dục năm học 2026 - 2027; kết quả năm học 2025 - 2026: 96% đạt.")  # fmt: skip
    assert head(*lines).year == 2026


def test_lines_of_one_paragraph_with_a_drawn_rule_between_are_told_apart() -> None:
    found = head(
        "HỘI ĐỒNG NHÂN DÂN PHƯỜNG ĐÔNG LĨNH ------- Số: 27/NQ-HĐND",
        "Độc lập - Tự do - Hạnh phúc --------------- Đông Lĩnh, ngày 24 tháng 12 năm 2025",
    )
    assert (found.number, found.day) == ("27/NQ-HĐND", date(2025, 12, 24))


def test_brackets_below_the_title_may_name_the_document_itself() -> None:
    found = head("KẾ HOẠCH", "(Kế hoạch số 35/KH-BV ngày 20 tháng 01 năm 2026 của Giám đốc)")
    assert (found.number, found.day) == ("35/KH-BV", date(2026, 1, 20))
