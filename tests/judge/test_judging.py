"""Each kind × period × missing-data situation, expectations worked out by hand."""

from __future__ import annotations

from datetime import date
from typing import Any

import pytest

from qms_xlsx import say
from qms_xlsx.domain.status import Status
from tests.judge.cases import KPS, judged, objective

SUM = {"over_time": "sum", "cadence": "month", "unit": "người", "better": "higher"}
RATIO = {"over_time": "ratio", "over_departments": "ratio", "cadence": "month", "unit": "%"}
LAST = {"over_time": "last", "cadence": "month", "unit": "%", "profile": "same"}
ZERO = {"over_time": "sum", "cadence": "month", "unit": "vụ", "better": "lower"}
HALF_LAST = {"over_time": "last", "cadence": "half", "unit": "%", "profile": "same"}
YES = {"over_time": "last", "cadence": "half", "unit": "có/không"}
YEARLY = {"over_time": "last", "cadence": "year"}

CASES: list[tuple[str, str, dict[str, Any], list[Any], str, str, float | bool | str | None, float | None]] = [
    # what, target, settings, slots, period, status, actual, attainment
    ("sum, linear, on the way", "450 người", SUM, [40] * 6, "2024-H1", "exceeded", 240, 106.666666667),
    ("sum, linear, exactly", "450 người", SUM, [37.5] * 6, "2024-H1", "met", 225, 100),
    ("sum, a little short", "450 người", SUM, [35] * 6, "2024-H1", "at_risk", 210, 93.3333333333),
    ("sum, far short", "450 người", SUM, [20] * 6, "2024-H1", "missed", 120, 53.3333333333),
    ("sum, year, a little short", "450 người", SUM, [37] * 12, "2024", "missed", 444, 98.6666666667),
    ("sum, in March", "120 người", SUM, [10] * 3, "2024-03", "met", 30, 100),
    ("sum, a month missing, not met", "450 người", SUM, [40, 40, None, 41, 41, 41], "2024-H1", "at_risk", 203, 90.2222222222),
    ("sum, half of the months missing, not met", "450 người", SUM, [60, 60, None, None, None, 60], "2024-H1", "missed", 180, 80),
    ("sum, more than half missing, not met", "450 người", SUM, [90, 90], "2024-H1", "no_data", 180, 80),
    ("sum, a month missing, met", "450 người", SUM, [60, 60, None, 60, 60, 60], "2024-H1", "exceeded", 300, 133.333333333),
    ("sum, KPS counts as nothing", "450 người", SUM, [KPS, 50, 50, 50, 50, 50], "2024-H1", "exceeded", 250, 111.111111111),
    ("sum, KPS alone", "450 người", SUM, [KPS] * 6, "2024-H1", "missed", 0, 0),
    ("sum, KPS and blanks", "450 người", SUM, [KPS, None, KPS], "2024-H1", "no_data", None, None),
    ("sum, nothing", "450 người", SUM, [], "2024-H1", "no_data", None, None),
    ("small whole targets are rounded down", "05 tuyến", SUM, [0, 0, 0, 0, 0, 2], "2024-H1", "met", 2, 100),
    ("half-year target given", "450 người", SUM | {"target_h1": "300 người"}, [40] * 6, "2024-H1", "missed", 240, 80),
    ("between half-year target and year", "400 người", SUM | {"target_h1": "300"}, [35] * 9, "2024-09", "at_risk", 315, 90),
    ("ratio, sums of parts", "đạt từ 95% trở lên", RATIO, [(2, 4), (98, 100)], "2024-02", "exceeded", 96.1538461538, 101.214574899),
    ("ratio is no mean of percentages", "≥ 50%", RATIO, [(2, 4), (2, 100)], "2024-02", "missed", 3.84615384615, 7.69230769231),
    ("ratio, 0/0 is nothing to count", "100%", RATIO, [(0, 0), (0, 0)], "2024-02", "not_applicable", None, None),
    ("ratio, some of nothing is nothing to count", "100%", RATIO, [(3, 0)], "2024-01", "not_applicable", None, None),
    ("ratio, 0/0 and a blank", "100%", RATIO, [(0, 0), None], "2024-02", "no_data", None, None),
    ("ratio, half a pair leaves", "100%", RATIO, [(5, 5), (3, None)], "2024-02", "met", 100, 100),
    ("ratio, KPS drops out", "100%", RATIO, [(5, 5), KPS], "2024-02", "met", 100, 100),
    ("ratio, incomplete is judged all the same", "100%", RATIO, [(9, 10), None], "2024-02", "at_risk", 90, 90),
    ("strict: exactly is not enough", "trên 95%", RATIO, [(95, 100)], "2024-01", "at_risk", 95, 100),
    ("strict: a little more is enough", "trên 95%", RATIO, [(951, 1000)], "2024-01", "exceeded", 95.1, 100.105263158),
    ("strict, year", "trên 95%", RATIO, [(95, 100)] * 12, "2024", "missed", 95, 100),
    ("94,996 is not 95", "đạt từ 95% trở lên", RATIO, [(94996, 100000)] * 12, "2024", "missed", 94.996, 99.9957894737),
    ("0,1 + 0,2 is 0,3", "0,3 tấn", SUM | {"unit": "tấn"}, [0.1, 0.2] + [0] * 10, "2024", "met", 0.3, 100),
    ("last takes the latest typed", "97,5%", LAST, [90, 95, 98, None], "2024-04", "exceeded", 98, 100.512820513),
    ("last, KPS drops out", "97,5%", LAST, [98, KPS], "2024-02", "exceeded", 98, 100.512820513),
    ("average of typed slots", "≥ 4", LAST | {"over_time": "average", "unit": ""}, [3, 5, None, 4], "2024-04", "met", 4, 100),
    ("min", "≥ 4", LAST | {"over_time": "min", "unit": ""}, [3, 5, 4], "2024-03", "missed", 3, 75),
    ("max, lower is better", "không quá 3 ngày", LAST | {"over_time": "max", "unit": "ngày"}, [1, 4, 2], "2024-03", "missed", 4, 75),
    ("lower is better, implied", "0,9 %", HALF_LAST | {"better": "lower"}, [0.8], "2024-H1", "exceeded", 0.8, 112.5),
    ("lower is better, nothing at all", "dưới 2,3%", HALF_LAST, [0], "2024-H1", "exceeded", 0, None),
    ("lower, strictly at the limit", "dưới 2,3%", HALF_LAST, [2.3, 2.3], "2024", "missed", 2.3, 100),
    ("at most one, none", "không quá 1 vụ", ZERO, [0] * 12, "2024", "exceeded", 0, None),
    ("zero kept", "không để phát sinh đơn thư vượt cấp", ZERO, [0] * 6, "2024-H1", "met", 0, 100),
    ("zero kept by KPS", "không để phát sinh đơn thư vượt cấp", ZERO, [KPS] * 6, "2024-H1", "met", 0, 100),
    ("zero kept in half of the months", "không để phát sinh đơn thư vượt cấp", ZERO, [0, None, 0, 0], "2024-H1", "met", 0, 100),
    ("zero kept in two of six months", "không để phát sinh đơn thư vượt cấp", ZERO, [0, None, 0], "2024-H1", "no_data", 0, 100),
    ("zero, KPS and blanks", "không để phát sinh đơn thư vượt cấp", ZERO, [KPS, None], "2024-H1", "no_data", None, None),
    ("one event fails at once", "không để phát sinh đơn thư vượt cấp", ZERO, [0, 1], "2024-H1", "missed", 1, 0),
    ("one event fails before the year end", "không có khiếu nại", ZERO | {"profile": "year_end"}, [1], "2024-01", "missed", 1, 0),
    ("range, inside", "từ 01 - 02 lần/năm", YEARLY | {"over_time": "sum", "better": "neither"}, [2], "2024", "met", 2, 100),
    ("range, below", "từ 01 - 02 lần/năm", YEARLY | {"over_time": "sum", "better": "neither"}, [0], "2024", "missed", 0, 0),
    ("range, above", "từ 01 - 02 lần/năm", YEARLY | {"over_time": "sum", "better": "neither"}, [3], "2024", "met", 3, 100),
    ("range, above, lower better", "từ 5 đến 8%", HALF_LAST | {"better": "lower"}, [10, 10], "2024", "missed", 10, 80),
    ("range, inside, lower better", "từ 5 đến 8%", HALF_LAST | {"better": "lower"}, [7, 7], "2024", "met", 7, 100),
    ("yes", "duy trì áp dụng hệ thống", YES, [True], "2024-H1", "met", True, None),
    ("no, before the year's report", "duy trì áp dụng hệ thống", YES | {"profile": "year_end"}, [False], "2024-H1", "not_due", False, None),
    ("no, where something is to be kept up", "duy trì áp dụng hệ thống", YES, [False], "2024-H1", "missed", False, None),
    ("no, in the year", "duy trì áp dụng hệ thống", YES, [False, False], "2024", "missed", False, None),
    ("all: one no is enough", "duy trì áp dụng hệ thống", YES | {"over_time": "all"}, [False, True], "2024", "missed", False, None),
    ("answers cannot be added: all is meant", "duy trì áp dụng hệ thống", YES | {"over_time": "sum"}, [True, True], "2024", "met", True, None),
    ("grades are no answers: the lowest counts", "xếp loại tốt trở lên", YEARLY | {"over_time": "all", "cadence": "half"}, ["tốt", "khá"], "2024", "missed", "khá", None),
    ("0,05 above is exceeded", "200 điểm", HALF_LAST | {"unit": "điểm"}, [200.1], "2024-H1", "exceeded", 200.1, 100.05),
    ("0,04 above is not", "200 điểm", HALF_LAST | {"unit": "điểm"}, [200.08], "2024-H1", "met", 200.08, 100.04),
    ("grade reached", "xếp loại tốt trở lên", YEARLY, ["xuất sắc"], "2024", "met", "xuất sắc", None),
    ("grade not reached", "xếp loại xuất sắc", YEARLY, ["tốt"], "2024", "missed", "tốt", None),
    ("grade not due", "xếp loại xuất sắc", YEARLY, [], "2024-H1", "not_due", None, None),
    ("rank reached early", "nằm trong top 3 của huyện", YEARLY | {"cadence": "half"}, [2], "2024-H1", "met", 2, None),
    ("rank not reached", "nằm trong top 3 của huyện", YEARLY, [4], "2024", "missed", 4, None),
    ("growth at half-year", "tăng 15% so với cùng kỳ", SUM | {"unit": "tỷ đồng", "baseline_h1": 100, "baseline_year": 220}, [20] * 6, "2024-H1", "exceeded", 120, 133.333333333),
    ("growth never across", "tăng 15% so với cùng kỳ", SUM | {"unit": "tỷ đồng", "baseline_h1": 100, "baseline_year": 220}, [20] * 3, "2024-03", "not_due", 60, None),
    ("growth, baseline missing", "tăng 15% so với cùng kỳ", SUM | {"unit": "tỷ đồng", "baseline_year": 220}, [20] * 6, "2024-H1", "no_data", 120, None),
    ("growth, baseline zero", "tăng 15% so với cùng kỳ", SUM | {"unit": "tỷ đồng", "baseline_h1": 0}, [20] * 6, "2024-H1", "no_data", 120, None),
    ("reduction without a number", "Giảm tỷ lệ người sinh con thứ 3", HALF_LAST | {"better": "lower", "baseline_h1": 5.0}, [4.9], "2024-H1", "met", 4.9, None),
    ("reduction without a number, by however little", "Giảm tỷ lệ người sinh con thứ 3", HALF_LAST | {"better": "lower", "baseline_h1": 5.0}, [4.99], "2024-H1", "met", 4.99, None),
    ("reduction, not below the baseline", "Giảm tỷ lệ người sinh con thứ 3", HALF_LAST | {"better": "lower", "baseline_year": 5.0}, [5, 5], "2024", "missed", 5, None),
    ("money scales", "8.550 triệu đồng", SUM | {"unit": "tỷ đồng"}, [0.7125] * 12, "2024", "met", 8.55, 100),
    ("contradictory target", "> 6,0%", HALF_LAST | {"better": "lower"}, [5], "2024-H1", "no_data", 5, None),
    ("followed only", "9,267 tỷ đồng", SUM | {"unit": "tỷ đồng", "better": "neither"}, [1] * 6, "2024-H1", "not_applicable", 6, None),
    ("yearly figure before its time", "72 triệu đồng", YEARLY | {"unit": "triệu đồng"}, [], "2024-H1", "not_due", None, None),
]  # fmt: skip


@pytest.mark.parametrize(
    ("target", "settings", "slots", "period", "status", "actual", "attainment"),
    [case[1:] for case in CASES],
    ids=[case[0] for case in CASES],
)
def test_a_figure_is_judged_as_by_hand(
    target: str,
    settings: dict[str, Any],
    slots: list[Any],
    period: str,
    status: str,
    actual: float | bool | str | None,
    attainment: float | None,
) -> None:
    result = judged(objective(target, **settings), slots, period)
    assert result.status is Status(status)
    assert result.actual == (pytest.approx(actual) if isinstance(actual, float) else actual)
    assert result.attainment == (None if attainment is None else pytest.approx(attainment))


def test_all_seven_statuses_occur_in_the_table() -> None:
    assert {case[5] for case in CASES} == {status.value for status in Status}


@pytest.mark.parametrize(
    ("as_of", "period", "status", "slots"),
    [
        (date(2024, 2, 29), "2024-H1", "missed", (1, 1)),  # January has ended, February has not
        (date(2024, 3, 1), "2024-H1", "missed", (1, 2)),
        (date(2024, 6, 14), "2024-H1", "missed", (1, 5)),  # the report is not due yet
        (date(2024, 6, 15), "2024-H1", "missed", (1, 6)),  # it is: June is expected too
        (date(2024, 11, 30), "2024", "missed", (1, 12)),
        (date(2024, 1, 31), "2024-01", "not_due", (0, 0)),
    ],
)
def test_a_slot_is_expected_once_it_ended_or_its_report_is_due(
    as_of: date, period: str, status: str, slots: tuple[int, int]
) -> None:
    result = judged(objective("100%", **RATIO), [(1, 2)], period, as_of=as_of)
    assert (result.status, result.coverage.slots) == (Status(status), slots)


@pytest.mark.parametrize(("start", "slots"), [((3, 31), (4, 4)), ((4, 1), (3, 3))])
def test_a_month_on_whose_last_day_an_office_begins_is_expected(
    start: tuple[int, int], slots: tuple[int, int]
) -> None:
    own = objective("450 người", **SUM)
    result = judged(own, [None, None] + [40] * 4, "2024-H1", start=date(2024, *start))
    assert result.coverage.slots == slots


@pytest.mark.parametrize(("baseline", "said"), [(None, "missing"), (0, "zero")])
def test_a_change_against_no_baseline_says_which_it_is(baseline: float | None, said: str) -> None:
    own = objective("tăng 15% so với năm trước", **SUM | {"baseline_year": baseline})
    result = judged(own, [20] * 12, "2024")
    assert (result.status, said in result.why.id) == (Status.NO_DATA, True)


def test_a_yearly_grade_reached_early_is_met_and_one_not_reached_is_not_due() -> None:
    own = objective("xếp loại tốt trở lên", **YEARLY)
    july = date(2024, 7, 10)
    assert judged(own, ["xuất sắc"], "2024", as_of=july).status is Status.MET
    assert judged(own, ["khá"], "2024", as_of=july).status is Status.NOT_DUE


def test_an_incomplete_growth_shows_no_share_of_the_years_plan() -> None:
    settings = SUM | {"unit": "tỷ đồng", "baseline_year": 220}
    own = objective("tăng 15% so với năm trước", **settings)
    result = judged(own, [20] * 7, "2024")
    assert (result.status, result.percent_of_year) == (Status.MISSED, None)
    assert result.provisional
    assert judged(own, [21.5] * 12, "2024").percent_of_year == pytest.approx(100 * (38 / 2.2) / 15)


def test_a_figure_typed_before_it_is_expected_is_an_estimate() -> None:
    result = judged(objective("100%", **RATIO), [(1, 1)], "2024-01", as_of=date(2024, 1, 20))
    assert (result.status, result.provisional, result.actual) == (Status.NOT_DUE, True, 100.0)


def test_estimates_count_and_make_the_figure_provisional() -> None:
    own = objective("450 người", **SUM)
    result = judged(own, [40] * 6, "2024-H1", estimate_from="t6")
    assert (result.status, result.provisional, result.estimated) == (Status.EXCEEDED, True, True)
    before = judged(own, [40] * 6, "2024-05", estimate_from="t6")
    assert not before.provisional


@pytest.mark.parametrize(("start", "estimated"), [("t4", True), ("t6", True), ("t7", False)])
def test_a_quarter_is_an_estimate_when_one_of_its_months_is(start: str, estimated: bool) -> None:
    own = objective("450 người", **SUM | {"cadence": "quarter"})
    assert judged(own, [90, 90], "2024-H1", estimate_from=start).estimated is estimated


@pytest.mark.parametrize(("period", "estimated"), [("2024-03", False), ("2024-04", True)])
def test_months_are_estimates_from_the_first_of_a_quarter_named(
    period: str, estimated: bool
) -> None:
    own = objective("450 người", **SUM)
    assert judged(own, [40] * 4, period, estimate_from="q2").estimated is estimated


def test_an_estimated_baseline_makes_the_status_provisional() -> None:
    settings = SUM | {"baseline_h1": 100, "baseline_kind": "estimate", "unit": "tỷ đồng"}
    own = objective("tăng 15% so với ước thực hiện năm trước", **settings)
    result = judged(own, [20] * 6, "2024-H1")
    assert (result.status, result.provisional) == (Status.EXCEEDED, True)


def test_an_old_last_figure_says_from_when_it_is() -> None:
    result = judged(objective("97,5%", **LAST), [98, 98, 98], "2024-H1")
    assert (result.as_of_slot, result.coverage.slots, result.provisional) == ("T3", (3, 6), True)


def test_the_period_figure_stands_beside_the_figure_to_date() -> None:
    result = judged(objective("450 người", **SUM), [10, 20, 30, 40, 50, 60], "2024-Q2")
    assert (result.actual, result.in_period) == (210, 150)


def test_percent_of_year_is_against_the_years_target() -> None:
    result = judged(objective("450 người", **SUM), [40] * 6, "2024-H1")
    assert result.percent_of_year == pytest.approx(100 * 240 / 450)
    followed = judged(
        objective("9,267 tỷ đồng", **SUM | {"unit": "tỷ đồng", "better": "neither"}),
        [1] * 6,
        "2024-H1",
    )
    assert followed.percent_of_year == pytest.approx(100 * 6 / 9.267)
    level = judged(objective("không quá 3 ngày", **LAST | {"unit": "ngày"}), [4], "2024-01")
    assert level.percent_of_year == 75


def test_decree_09_ends_months_on_the_fourteenth() -> None:
    from qms_xlsx.domain.period import PeriodRule

    own = objective("100%", **RATIO)
    day = date(2024, 2, 15)
    by_calendar = judged(own, [(1, 1)], "2024-H1", as_of=day)
    by_decree = judged(own, [(1, 1)], "2024-H1", as_of=day, period_rule=PeriodRule.DECREE09)
    assert by_calendar.coverage.slots == (1, 1)
    assert by_decree.coverage.slots == (1, 2)


@pytest.mark.parametrize(
    ("target", "value", "sentence"),
    [
        (
            "tăng 15% so với cùng kỳ",
            114,
            "Thực hiện 114 so với số gốc 100: tăng 14,00 %, cần ≥ 15 %.",
        ),
        ("giảm 5% so với cùng kỳ", 98, "Thực hiện 98 so với số gốc 100: giảm 2,00 %, cần ≥ 5 %."),
    ],
)
def test_a_change_says_why_in_vietnamese_and_without_a_unit_of_its_own(
    target: str, value: float, sentence: str
) -> None:
    own = objective(target, over_time="last", cadence="year", baseline_year=100.0)
    assert say.text(judged(own, [value]).why, "vi") == sentence


def test_a_fraction_in_a_row_counted_in_per_cent_is_not_judged() -> None:
    found = judged(objective("1", **RATIO), [(9, 10)] * 12)
    assert (found.status, found.actual) == (Status.NO_DATA, 90)
    assert "100%" in say.text(found.why, "vi")


@pytest.mark.parametrize(
    ("target", "typed", "status"),
    [("0 vụ", 0, "not_due"), ("0 vụ", 1, "missed"), ("không quá 5 vụ", 1, "not_due")],
)
def test_before_anything_is_expected_only_an_event_that_may_not_be_is_judged(
    target: str, typed: int, status: str
) -> None:
    result = judged(objective(target, **ZERO), [typed], "2024-01", as_of=date(2024, 1, 20))
    assert result.status is Status(status)
    assert (result.why.id == "No figure is expected yet.") is (status == "not_due")


@pytest.mark.parametrize(
    ("target", "level"), [("đạt 95% trở lên", (95, None)), ("từ 80 đến 85%", (80, 85))]
)
def test_what_is_not_judged_yet_shows_what_is_asked(
    target: str, level: tuple[float, float | None]
) -> None:
    result = judged(objective(target, **HALF_LAST), [], "2024-H1")
    assert result.status is Status.NO_DATA
    assert (result.period_target, result.period_upper) == level


@pytest.mark.parametrize(("period", "status"), [("2024-11", "at_risk"), ("2024", "missed")])
def test_until_the_years_report_what_is_close_is_at_risk(period: str, status: str) -> None:
    assert judged(objective("≥ 50%", **RATIO), [(49, 100)] * 12, period).status is Status(status)
