"""Levels for a part of the year ahead of the year's own: none of them is read as the year's."""

from __future__ import annotations

import pytest

from qms_xlsx.document.clauses import clauses


@pytest.mark.parametrize(
    ("sentence", "name", "half", "target"),
    [
        ("Giải ngân vốn đầu tư công 6 tháng đạt 45%, cả năm đạt 98%",
         "Giải ngân vốn đầu tư công", "đạt 45%", "đạt 98%"),
        ("Hồ sơ toàn trình đạt ít nhất 80% trong 6 tháng đầu năm và ít nhất 90% vào cuối năm",
         "Hồ sơ toàn trình", "đạt ít nhất 80%", "ít nhất 90%"),
        ("Tỷ lệ giải ngân đến 30/6 đạt 50%, đến 31/12 đạt 95% trở lên",
         "Tỷ lệ giải ngân", "đạt 50%", "đạt 95% trở lên"),
        ("Giải ngân vốn: 6 tháng đạt 45%; cả năm đạt 98%",
         "Giải ngân vốn", "đạt 45%", "đạt 98%"),
        ("Thu ngân sách đến hết tháng 6 đạt 50%, cả năm đạt 100% dự toán",
         "Thu ngân sách", "đạt 50%", "đạt 100% dự toán"),
        ("Trong 6 tháng đầu năm, giải ngân đạt 45%; cả năm đạt 98%",
         "Giải ngân", "đạt 45%", "đạt 98%"),
        ("Đến 30/6/2026 giải ngân 50%; đến 31/12/2026 giải ngân 98%", "Giải ngân", "50%", "98%"),
        ("Hết quý II giải ngân đạt 50%, hết năm đạt 100%", "Giải ngân", "đạt 50%", "đạt 100%"),
    ],
)  # fmt: skip
def test_the_half_years_level_stands_beside_the_years(
    sentence: str, name: str, half: str, target: str
) -> None:
    (clause,) = clauses(sentence)
    assert (clause.name, clause.half, clause.target) == (name, half, target)
    assert not any(note.doubtful for note in clause.notes)


def test_what_is_less_stays_better_where_only_the_half_year_s_clause_says_so() -> None:
    (clause,) = clauses("Thời gian chờ khám 6 tháng đầu năm dưới 60 phút, cả năm dưới 50 phút")
    assert (clause.half, clause.goal.comparator, clause.goal.value) == ("dưới 60 phút", "<", 50)


@pytest.mark.parametrize(
    "sentence",
    [
        "Tỷ lệ hài lòng 6 tháng đầu năm đạt 92%",
        "Giải ngân đạt 45% trong 6 tháng đầu năm",
        "Thu ngân sách đến 30/6 đạt 50% dự toán",
    ],
)
def test_a_level_for_the_half_year_alone_is_asked_about(sentence: str) -> None:
    (clause,) = clauses(sentence)
    assert any(note.doubtful for note in clause.notes)


def test_levels_for_other_parts_of_the_year_are_asked_about_and_the_years_is_not() -> None:
    first, second, year = clauses("Giải ngân đạt 30% trong quý I, 60% trong quý II, 95% cả năm")
    asked = [any(note.doubtful for note in one.notes) for one in (first, second, year)]
    assert asked == [True, True, False]
    assert (year.name, year.target) == ("Giải ngân", "95%")


@pytest.mark.parametrize(
    "sentence", ["Báo cáo 6 tháng: 02 báo cáo", "Nâng cấp 06 tuyến, hoàn thành trước ngày 30/6"]
)
def test_a_half_year_that_sets_no_level_is_not_asked_about(sentence: str) -> None:
    (clause,) = clauses(sentence)
    assert not any(note.doubtful for note in clause.notes)
