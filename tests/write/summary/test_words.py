"""Figures, targets and coverage as the sheets word them; how many lines text takes."""

from __future__ import annotations

from dataclasses import replace
from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from qms_xlsx.codes.catalogue import finding
from qms_xlsx.domain.finding import Code, Excludes, Finding, Place, Severity
from qms_xlsx.domain.period import Cadence
from qms_xlsx.domain.progress import Derived
from qms_xlsx.domain.status import Status
from qms_xlsx.domain.submission import Submission
from qms_xlsx.domain.target import Kind
from qms_xlsx.judge.results import Coverage
from qms_xlsx.language.numbers import MOST_DECIMALS, decimals
from qms_xlsx.say import figures as words
from qms_xlsx.say.facts import Facts
from qms_xlsx.say.movement import moved
from qms_xlsx.say.sentences import completeness
from qms_xlsx.write.summary import metrics
from qms_xlsx.write.summary.strip import strip
from tests.registers import measure as measured_as
from tests.registers import register_of
from tests.write.summary.office import (
    AGGREGATE,
    BEFORE,
    PLAN,
    REGISTER,
    RESULTS,
    opened,
    result,
    table,
    texts,
    with_rows,
)


def judged(unit: str, period_target: float | str, comparator: str | None, upper=None):
    row = result("1a", period_target=period_target, comparator=comparator, period_upper=upper)
    return replace(row, unit=unit, target_unit=unit)


@pytest.mark.parametrize(
    ("row", "shown"),
    [
        (judged("%", 97.0, ">="), "≥ 97 %"),
        (judged("ngày", 3.0, "<="), "≤ 3 ngày"),
        (judged("lần", 1.0, None, 2.0), "1 – 2 lần"),
        (judged("xếp loại", "tốt", None), "tốt"),
        (judged("triệu đồng", 5000.0, ">="), "≥ 5.000 triệu đồng"),
        (replace(judged("người", 15.0, ">="), target_unit="%"), "≥ 15 %"),
    ],
)
def test_a_periods_target_is_worded_with_its_sign_and_unit(row, shown):
    assert words.period_target(row) == shown


def test_a_range_that_was_spread_over_the_year_shows_both_ends():
    assert words.period_target(judged("buổi", 5.0, None, 10.0)) == "5 – 10 buổi"


def test_no_target_is_no_words():
    assert words.period_target(RESULTS[7]) == ""


@pytest.mark.parametrize(
    ("coverage", "more", "shown"),
    [
        (Coverage(slots=(5, 6), departments=(7, 9)), {}, "5/6 tháng · 7/9 bộ phận"),
        (Coverage(slots=(0, 0), departments=(0, 0)), {}, ""),
        (Coverage(slots=(1, 2)), {"as_of_slot": "T3"}, "1/2 tháng, số liệu đến T3"),
        (Coverage(slots=(1, 2)), {"estimated": True}, "1/2 tháng, có số ước"),
    ],
)
def test_coverage_says_how_complete_a_figure_is(coverage, more, shown):
    row = replace(RESULTS[1], coverage=coverage, **({"estimated": False} | more))
    assert words.completeness(row) == shown


def test_the_word_for_a_slot_follows_the_cadence():
    row = replace(RESULTS[1], objective=replace(RESULTS[1].objective, cadence=Cadence.HALF))
    assert words.covered(row) == "5/6 kỳ 6 tháng · 1/2 bộ phận"


@given(st.floats(0.001, 1e6), st.floats(0.001, 1e6))
def test_a_shown_figure_lies_on_the_same_side_of_the_target_as_the_figure(value, target):
    places = decimals(value, target)
    if places < MOST_DECIMALS and abs(value - target) > 1e-6:
        shown = round(value, places)
        assert (shown < target) == (value < target)


def test_a_movement_names_both_figures():
    facts = Facts(AGGREGATE, (), background=BEFORE)
    told = moved(facts, facts.organisation["1a"])
    assert told == "1a Hồ sơ đúng hạn: ✖ Không đạt (96,5 %) → ✖ Không đạt (96,5 %)"


def test_a_departments_part_of_a_total_is_shown_without_a_status(tmp_path):
    rows = (result("2", status=Status.MET, actual=30.0), result("2", "VP", actual=12.0))
    book = opened(tmp_path, with_rows(*rows))
    (row,) = (r for r in table(book["Ma trận"], "Toàn cơ quan") if r["TT"] == "2")
    assert row["Toàn cơ quan"] == "✔ 30"
    assert row["Văn phòng - Thống kê"] == "12"


def test_what_a_mark_is_missing_for_is_said_only_where_it_is(tmp_path):
    said = "Số không có dấu"
    without = opened(tmp_path, with_rows(result("2", status=Status.MET, actual=30.0)))
    assert not any(said in text for text in texts(without["Ma trận"]))
    rows = (result("2", status=Status.MET, actual=30.0), result("2", "VP", actual=12.0))
    assert any(said in text for text in texts(opened(tmp_path, with_rows(*rows))["Ma trận"]))


def test_an_answer_stands_beside_an_answer_and_never_beside_a_share():
    row = result("1a", "VP", actual=True, comparator=">=", period_target=100.0)
    assert (words.unit_shown(row), words.period_target(row)) == ("", "Có")


def test_a_refused_file_says_why(tmp_path):
    fault = Finding(
        Code("S103", "năm khác", Severity.ERROR, Excludes.FILE, "Biểu mẫu của năm khác", "sửa"),
        Place("da-nop/hong.xlsx", "Ký nộp", "C6"),
    )
    rows = table(opened(tmp_path, findings=(fault,))["Nguồn"], "SHA-256")
    assert [row["Lý do, ghi chú"] for row in rows][-1] == "Biểu mẫu của năm khác"


def lent(deadline: str):
    own = measured_as(number="9", measure="Làm", deadline=deadline)
    dates = {"due_h1": REGISTER.due_h1, "due_year": REGISTER.due_year}
    return register_of(organisation="X", year=2024, measures=[own], **dates)


def test_a_measure_that_only_says_dinh_ky_takes_the_registers_report_dates():
    measure = next(m for m in lent("Định kỳ").measures)
    row = replace(PLAN[3], measure=measure, progress=replace(PLAN[3].progress, done=0))
    months = strip(Facts(replace(AGGREGATE, measures=(row,)), ())).months
    assert [index + 1 for index, n in enumerate(months[Derived.OVERDUE]) if n] == [6]
    assert [index + 1 for index, n in enumerate(months[Derived.NOT_DUE]) if n] == [11]


def test_the_last_good_day_itself_is_not_late():
    as_of = date(2024, 6, 14)
    measure = next(m for m in lent("Trước 15/6").measures)
    row = replace(PLAN[0], measure=measure, progress=replace(PLAN[0].progress, done=0))
    months = strip(Facts(replace(AGGREGATE, measures=(row,), as_of=as_of), ())).months
    assert sum(months[Derived.OVERDUE]) == 0
    assert months[Derived.DUE_SOON][5] == 1


class TestLines:
    def test_never_fewer_in_a_narrower_cell(self):
        text = "Văn bản giao trên Hệ thống Quản lý văn bản điều hành được xử lý đúng hạn"
        counts = [metrics.lines(text, pixels, 11) for pixels in range(60, 600, 20)]
        assert counts == sorted(counts, reverse=True)
        assert counts[-1] == 1

    def test_a_long_word_is_broken(self):
        assert metrics.lines("a" * 64, 60, 11) >= 7

    def test_each_given_line_counts(self):
        assert metrics.lines("một\nhai\nba", 400, 11) == 3


def growing(kind: Kind, change: float, actual: float, baseline: float):
    own = result("1a").objective
    goal = replace(own.goal, kind=kind, value=1.0, unit_of_change="%")
    return replace(
        RESULTS[1],
        objective=replace(own, goal=goal),
        target_unit="%",
        period_target=1.0,
        actual=actual,
        change=change,
        baseline=baseline,
    )


@pytest.mark.parametrize(
    ("row", "reached", "target"),
    [
        (growing(Kind.REDUCTION, 25 / 3, 2.2, 2.4), "giảm 8,3 % (2,2 so với 2,4)", "giảm ≥ 1 %"),
        (growing(Kind.REDUCTION, -5.0, 105.0, 100.0), "tăng 5 % (105 so với 100)", "giảm ≥ 1 %"),
        (growing(Kind.GROWTH, 0.9996, 1.0, 2.0), "tăng 0,9996 % (1 so với 2)", "tăng ≥ 1 %"),
        (growing(Kind.GROWTH, 0.0, 2.0, 2.0), "không đổi (2 so với 2)", "tăng ≥ 1 %"),
    ],
)
def test_a_change_is_shown_as_a_change_between_its_two_figures(row, reached, target):
    assert words.reached(row) == reached
    assert words.period_target(row) == target


def test_page_one_says_whose_counted_figures_are_doubtful() -> None:
    counted = Submission(path="vp.xlsx", department="VP-TK", year=2024)
    run = replace(AGGREGATE, submissions=(counted,))
    asked = finding("X205", Place("vp.xlsx", "Kết quả", "H14"), value="98,5", whole="100")
    assert "1 số liệu đã tính cần xem lại" in completeness(Facts(run, (asked,)))
    assert "xem lại" not in completeness(Facts(AGGREGATE, (asked,)))
