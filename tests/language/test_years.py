"""Years in words: what moves into the next year, and what stays."""

from __future__ import annotations

import pytest

from qms_xlsx.language.years import moved_on


@pytest.mark.parametrize(
    ("text", "now"),
    [
        ("Chương trình công tác năm 2024", "Chương trình công tác năm 2025"),
        ("tăng 15% so với năm 2023", "tăng 15% so với năm 2024"),
        ("Kế hoạch đào tạo 2024 và tham gia đầy đủ", "Kế hoạch đào tạo 2025 và tham gia đầy đủ"),
        ("năm học 2023 - 2024", "năm học 2024 - 2025"),
        ("vụ đông xuân 2024–2025", "vụ đông xuân 2024–2025"),
        ("Tháng 12.2023", "Tháng 12.2024"),
        ("đến hết ngày 29/02/2024", "đến hết ngày 28/02/2025"),
        ("ngày 29 tháng 02 năm 2024", "ngày 28 tháng 02 năm 2025"),
        ("quý I/2024", "quý I/2025"),
    ],
)
def test_this_year_and_last_move_on(text: str, now: str) -> None:
    assert moved_on(text, 2024).text == now


@pytest.mark.parametrize(
    ("text", "kept"),
    [
        ("giao tại 06/QĐ-UBND ngày 05/01/2024", ("06/QĐ-UBND ngày 05/01/2024",)),
        ("theo Nghị quyết số 12/2023/NQ-HĐND", ("12/2023/NQ-HĐND",)),
        ("Thông báo kết luận ngày 10/3/2024", ("Thông báo kết luận ngày 10/3/2024",)),
        ("triển khai Luật Đất đai năm 2024", ("Luật Đất đai năm 2024",)),
        ("giai đoạn 2021-2025", ("giai đoạn 2021-2025",)),
        ("áp dụng từ năm 2023", ("từ năm 2023",)),
        ("đến năm 2025 đạt 95%", ("đến năm 2025 đạt 95%",)),
        ("TCVN ISO 9001:2015", ()),
        ("so với năm 2020", ()),
        ("Quyết định số 18/2020/QĐ-UBND ngày 07/8/2020", ()),
    ],
)
def test_other_papers_laws_and_spans_stay_and_are_told_when_near(
    text: str, kept: tuple[str, ...]
) -> None:
    moved = moved_on(text, 2024)
    assert (moved.text, moved.kept) == (text, kept)


@pytest.mark.parametrize(
    ("text", "now"),
    [
        ("Trước 05/01/2024", "Trước 05/01/2025"),
        ("Trước ngày 15/01/2025", "Trước ngày 15/01/2026"),
        ("Tháng 2-3/2024", "Tháng 2-3/2025"),
        ("Tháng 12/2023 – Tháng 01/2024", "Tháng 12/2024 – Tháng 01/2025"),
        ("Trước ngày 30 tháng 8 hàng năm", "Trước ngày 30 tháng 8 hàng năm"),
        ("Từ 01/03/2024 đến 30/6/2024", "Từ 01/03/2025 đến 30/6/2025"),
    ],
)
def test_deadlines_move_on_by_a_year(text: str, now: str) -> None:
    assert moved_on(text, 2024, deadline=True).text == now


def test_an_amount_that_looks_like_a_year_stays_among_targets() -> None:
    assert moved_on("2024 hồ sơ", 2024, amounts=True).text == "2024 hồ sơ"
    assert moved_on("2024 hồ sơ", 2024, amounts=True).kept == ("2024 hồ sơ",)
    assert moved_on("100% nhiệm vụ năm 2024", 2024, amounts=True).text == "100% nhiệm vụ năm 2025"
