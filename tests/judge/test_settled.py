"""The settled questions of judging, each with its case worked out by hand (docs/figures.md)."""

from __future__ import annotations

from dataclasses import replace
from datetime import date
from typing import Any

import pytest

from qms_xlsx import say
from qms_xlsx.domain.allocation import Allocation
from qms_xlsx.domain.department import Department
from qms_xlsx.domain.period import Period
from qms_xlsx.domain.progress import Derived, State
from qms_xlsx.domain.status import Status
from qms_xlsx.domain.submission import ProgressEntry
from qms_xlsx.judge import aggregate
from qms_xlsx.read.indicators import shared_out
from tests.judge.cases import AFTER, KPS, judged, objective, register, run, submission
from tests.registers import measure, register_of

SUM = {"over_time": "sum", "cadence": "month", "unit": "vụ", "better": "higher"}
LIMIT = SUM | {"better": "lower"}
RATIO = {"over_time": "ratio", "over_departments": "ratio", "cadence": "month", "unit": "%"}
LAST = {"over_time": "last", "cadence": "month", "unit": "%", "profile": "same"}
HALVES = {"over_time": "last", "cadence": "half", "unit": "%", "profile": "same"}
LEVEL = {"over_time": "last", "cadence": "quarter", "unit": "con", "profile": "linear"}
EVERY = {"over_time": "every", "cadence": "month", "unit": "lần/tháng", "profile": "same"}
AIM = {"over_time": "last", "cadence": "half", "unit": "có/không"}
YES = {"over_time": "all", "over_departments": "all", "cadence": "month", "unit": "có/không"}

CASES: list[tuple[str, str, dict[str, Any], list[Any], str, str, Any]] = [
    # what, target, settings, slots, period, status, actual
    ("zero fails on an event in any slot", "0 vụ", LIMIT | {"over_time": "last"}, [2, 0, 0, 0, 0, 0], "2024-H1", "missed", 2),
    ("zero of a ratio fails in any slot", "0%", RATIO | {"over_time": "last", "better": "lower"}, [(1, 10), (0, 10)], "2024-02", "missed", 5),
    ("a written comparator decides though one only follows", "không quá 12 vụ", LIMIT | {"better": "neither"}, [2] * 12, "2024", "missed", 24),
    ("the same, kept", "không quá 12 vụ", LIMIT | {"better": "neither"}, [1] * 12, "2024", "met", 12),
    ("a half-year target of a change", "giảm 10% so với cùng kỳ", HALVES | {"target_h1": "giảm 4%", "baseline_h1": 50.0}, [47.5], "2024-H1", "exceeded", 47.5),
    ("the same, not reached", "giảm 10% so với cùng kỳ", HALVES | {"target_h1": "giảm 6%", "baseline_h1": 50.0}, [47.5], "2024-H1", "missed", 47.5),
    ("a half-year grade", "xếp loại tốt", {"over_time": "last", "cadence": "half", "target_h1": "xếp loại khá"}, ["khá"], "2024-H1", "met", "khá"),
    ("a half-year target of another kind leaves no goal", "đạt 95%", HALVES | {"target_h1": "tăng 5%"}, [99], "2024-H1", "no_data", 99),
    ("a half-year target in another unit leaves no goal", "450 người", SUM | {"unit": "người", "target_h1": "50 ha"}, [90] * 6, "2024-H1", "no_data", 540),
    ("a fraction beside a year's percentage is per cent", "đạt 95% trở lên", HALVES | {"target_h1": "0,9"}, [91], "2024-H1", "exceeded", 91),
    ("a limit on a sum, above the pace", "không quá 12 vụ", LIMIT, [2, 2, 2, 1, 1, 1], "2024-H1", "at_risk", 9),
    ("a limit on a sum, passed", "không quá 12 vụ", LIMIT, [3, 3, 3, 2, 1, 1], "2024-H1", "missed", 13),
    ("a limit that was passed is missed whatever is missing", "không quá 12 vụ", LIMIT, [13], "2024-H1", "missed", 13),
    ("money is never rounded down", "5 tỷ đồng", SUM | {"unit": "tỷ đồng"}, [0.8, 0.8, 0.8], "2024-03", "exceeded", 2.4),
    ("money a little short of its share", "5 tỷ đồng", SUM | {"unit": "tỷ đồng"}, [0.4, 0.4, 0.4], "2024-03", "at_risk", 1.2),
    ("the same in another scale", "5 tỷ đồng", SUM | {"unit": "triệu đồng"}, [400, 400, 400], "2024-03", "at_risk", 1200),
    ("one street by June is not due", "01 tuyến", SUM | {"unit": "tuyến"}, [0] * 6, "2024-H1", "not_due", 0),
    ("below a range where less is better", "từ 5 đến 8%", HALVES | {"better": "lower"}, [3, 3], "2024", "met", 3),
    ("inside a range where less is better", "từ 5 đến 8%", HALVES | {"better": "lower"}, [7, 7], "2024", "met", 7),
    ("points from a zero baseline", "tăng 2 điểm phần trăm so với năm trước", HALVES | {"baseline_year": 0.0}, [3, 3], "2024", "exceeded", 3),
    ("KPS against a positive sum is 0", "ít nhất 5 vụ", SUM, [KPS] * 12, "2024", "missed", 0),
    ("0/0 is KPS in last", "100%", LAST | {"over_departments": "ratio"}, [(5, 5), (0, 0)], "2024-02", "met", 100),
    ("a sum that has reached its target", "ít nhất 5 vụ", SUM, [5], "2024-H1", "exceeded", 5),
    ("0 so far is no success", "0 vụ", LIMIT, [0, 0], "2024-H1", "no_data", 0),
    ("one Không whatever is missing", "duy trì hệ thống", YES, [False], "2024-H1", "missed", False),
    ("one Có of six is too little", "duy trì hệ thống", YES, [True], "2024-H1", "no_data", True),
    ("KPS leaves the answers", "duy trì hệ thống", YES, [True, KPS, True, KPS, True, True], "2024-H1", "met", True),
    ("KPS and blanks are no answer", "duy trì hệ thống", YES, [KPS, KPS], "2024-H1", "no_data", None),
    ("half of the answers", "duy trì hệ thống", YES, [True, True, True], "2024-H1", "met", True),
    ("an aim that is not reached yet", "ban hành kế hoạch", AIM, [False], "2024-H1", "not_due", False),
    ("an aim that is reached later", "ban hành kế hoạch", AIM, [False, True], "2024", "met", True),
    ("an aim that was reached stays reached", "ban hành kế hoạch", AIM, [True], "2024", "met", True),
    ("what is kept up is spoilt by an early Không", "duy trì hệ thống", AIM | {"over_time": "all"}, [False, True], "2024", "missed", False),
    ("a limit kept in one month of six is no success", "không quá 12 vụ", LIMIT, [1], "2024-H1", "no_data", 1),
    ("a limit passed is missed before the year's report", "không quá 12 vụ", LIMIT | {"profile": "year_end"}, [13], "2024-H1", "missed", 13),
    ("a sum of the highest months that has reached its target", "ít nhất 5 vụ", SUM | {"over_time": "max", "over_departments": "sum", "profile": "same"}, [5], "2024-H1", "met", 5),
    ("meetings in two months of six leave it open", "01 lần/tháng", EVERY, [1, 1], "2024-H1", "no_data", 33.3333333333),
    ("a lost case of 100 % is judged whatever is missing", "100%", RATIO, [(9, 10)], "2024-H1", "at_risk", 90),
    ("a ratio with less than half", "đạt 80% trở lên", RATIO, [(9, 10)], "2024-H1", "no_data", 90),
    ("a ratio that falls short with less than half", "đạt 95% trở lên", RATIO, [(9, 10)], "2024-H1", "no_data", 90),
    ("a ratio with half", "đạt 80% trở lên", RATIO, [(9, 10)] * 3, "2024-H1", "exceeded", 90),
    ("a level whose latest figure is there", "đạt 80% trở lên", LAST, [None] * 5 + [90], "2024-H1", "exceeded", 90),
    ("a level as of February", "đạt 80% trở lên", LAST, [90, 90], "2024-H1", "no_data", 90),
    ("a level on its line from the baseline", "12.000 con", LEVEL | {"baseline_year": 10000.0}, [10400, 11000], "2024-H1", "met", 11000),
    ("a level below its line", "12.000 con", LEVEL | {"baseline_year": 10000.0}, [10400, 10500], "2024-H1", "at_risk", 10500),
    ("every month has its meeting", "01 lần/tháng", EVERY, [1, 2, 1, 1, 1, 1], "2024-H1", "met", 100),
    ("one month has none", "01 lần/tháng", EVERY, [1, 0, 3, 1, 1, 1], "2024-H1", "missed", 83.3333333333),
    ("KPS is no meeting", "01 lần/tháng", EVERY, [1, KPS, 1, 1, 1, 1], "2024-H1", "missed", 83.3333333333),
    ("every month answers Có", "duy trì hệ thống", EVERY | {"unit": "có/không"}, [True] * 6, "2024-H1", "met", 100),
    ("every month but one answers Có", "duy trì hệ thống", EVERY | {"unit": "có/không"}, [True, False, True, True, True, True], "2024-H1", "missed", 83.3333333333),
    ("more than three a month are four", "trên 3 lần/tháng", EVERY, [3, 4, 4, 4, 4, 4], "2024-H1", "missed", 83.3333333333),
    ("more than a weight in every month is asked about", "trên 3 tấn/tháng", EVERY | {"unit": "tấn"}, [4] * 6, "2024-H1", "no_data", 4),
    ("a growth in every month is asked about", "tăng 5% so với cùng kỳ", EVERY | {"unit": "tấn", "baseline_h1": 90.0}, [82] * 6, "2024-H1", "no_data", 82),
    ("a fall without a number in every month is asked about", "giảm so với cùng kỳ", EVERY | {"unit": "%", "better": "lower", "baseline_h1": 5.0}, [6] * 6, "2024-H1", "no_data", 6),
    ("a share of cases in every month is asked about", "đạt 95% trở lên", EVERY | {"unit": "%", "over_departments": "ratio"}, [(99, 100)] * 6, "2024-H1", "no_data", 99),
    ("a grade in every month is asked about", "xếp loại tốt", EVERY | {"unit": ""}, ["khá"] * 6, "2024-H1", "no_data", "khá"),
    ("a span of what should be little is asked about", "từ 5 đến 8%", EVERY | {"unit": "%", "better": "lower"}, [10] * 6, "2024-H1", "no_data", 10),
    ("a span in every month", "01 - 02 lần/tháng", EVERY, [1, 2, 1, 0, 1, 1], "2024-H1", "missed", 83.3333333333),
    ("two each quarter, told by month", "02 lần/quý", EVERY | {"unit": "lần/quý"}, [2, 0, 0, 1, 0, 1], "2024-H1", "met", 100),
    ("a plan may be done beyond 100 %", "đạt 105% kế hoạch", RATIO, [(11, 10)] * 6, "2024-H1", "exceeded", 110),
    ("beyond the target, short of what is striven for", "đạt 95% trở lên", RATIO | {"stretch": "đạt 98% trở lên"}, [(97, 100)] * 6, "2024-H1", "met", 97),
    ("what is striven for", "đạt 95% trở lên", RATIO | {"stretch": "đạt 98% trở lên"}, [(99, 100)] * 6, "2024-H1", "exceeded", 99),
]  # fmt: skip


@pytest.mark.parametrize(
    ("target", "settings", "slots", "period", "status", "actual"),
    [case[1:] for case in CASES],
    ids=[case[0] for case in CASES],
)
def test_a_settled_question_is_judged_as_settled(
    target: str, settings: dict[str, Any], slots: list[Any], period: str, status: str, actual: Any
) -> None:
    result = judged(objective(target, **settings), slots, period)
    assert result.status is Status(status), say.text(result.why, "vi")
    assert result.actual == (pytest.approx(actual) if isinstance(actual, float) else actual)


def test_the_share_of_a_limit_is_what_is_used_of_it() -> None:
    result = judged(objective("không quá 12 vụ", **LIMIT), [1, 0, 0, 1, 0, 1], "2024-H1")
    assert result.percent_of_year == 25
    assert "đã dùng 25 %" in say.text(result.why, "vi")


@pytest.mark.parametrize(
    ("target", "settings", "slots", "period", "gone"),
    [
        ("100%", RATIO, [(9, 10)] * 6, "2024-H1", True),
        ("98%", RATIO, [(9, 10)] * 6, "2024-H1", False),
        ("không quá 12 vụ", LIMIT, [3, 3, 3, 2, 1, 1], "2024-H1", True),
        ("không quá 12 vụ", LIMIT, [3, 3, 3, 1, 1, 1], "2024-H1", False),
        ("không để phát sinh", LIMIT, [0, 0, 1, 0, 0, 0], "2024-H1", True),
        ("không để phát sinh", LIMIT, [0, 0, 1, *[0] * 9], "2024", False),
        ("không quá 10 vụ", LIMIT | {"over_time": "max"}, [3, 11, 0, 0, 0, 0], "2024-H1", True),
        ("từ 3 đến 5 vụ", LIMIT | {"profile": "linear"}, [1, 2, 1, 1, 1, 0], "2024-H1", True),
        ("từ 3 đến 5 vụ", LIMIT | {"profile": "linear"}, [1, 2, 1, 1, 0, 0], "2024-H1", False),
        ("01 lần/tháng", EVERY, [1, 1, 0, 1, 1, 1], "2024-H1", True),
        ("01 lần/tháng", EVERY, [1, 1, None, 1, 1, 1], "2024-H1", False),
    ],
)  # fmt: skip
def test_a_years_target_that_can_no_longer_be_reached_says_so(
    target: str, settings: dict[str, Any], slots: list[Any], period: str, gone: bool
) -> None:
    result = judged(objective(target, **settings), slots, period)
    assert ("không còn đạt được" in say.text(result.why, "vi")) is gone


@pytest.mark.parametrize(
    ("own", "values", "period", "shown"),
    [
        (objective("đạt 4,625 điểm", **LAST | {"unit": "điểm"}), [4.62], "2024-01", "4,62 điểm, chưa đạt mức ≥ 4,625"),
        (objective("100%", **RATIO), [(9996, 10000)] * 12, "2024", "bằng 99,96 %"),
        (objective("giảm 1% so với cùng kỳ", **HALVES | {"baseline_year": 50.0}), [51, 52], "2024", "tăng 4,00 %, trong khi cần giảm ≥ 1 %"),
        (objective("tăng 5% so với cùng kỳ", **HALVES | {"baseline_year": 50.0}), [50, 50], "2024", "không thay đổi, cần tăng ≥ 5 %"),
        (objective("tăng 0,8% so với cùng kỳ", **HALVES | {"baseline_year": 50.0}), [50, 50.2], "2024", "tăng 0,40 %, cần ≥ 0,8 %"),
        (objective("tăng 0,8% so với cùng kỳ", **HALVES | {"baseline_year": 50.0}), [50, 49.8], "2024", "giảm 0,40 %, trong khi cần tăng ≥ 0,8 %"),
        (objective("từ 80 đến 85%", **HALVES), [86.4, 85.04321], "2024", "85,04 %"),
        (objective("đạt 95% trở lên", **RATIO | {"stretch": "đạt 98% trở lên"}), [(99, 100)] * 6, "2024-H1", "đạt cả mức phấn đấu cao hơn là 98 %."),
        (objective("đạt 95% trở lên", **RATIO | {"stretch": "đạt 98% trở lên"}), [(97, 100)] * 6, "2024-H1", "đạt mức ≥ 95 % (bằng 102,1 % mức của kỳ)."),
    ],
)  # fmt: skip
def test_a_sentence_never_contradicts_itself(
    own: Any, values: Any, period: str, shown: str
) -> None:
    assert shown in say.text(judged(own, values, period).why, "vi")


def test_the_latest_figure_names_its_own_cell_only() -> None:
    result = judged(objective("97,5%", **LAST), [98, 98, KPS, 99, KPS, None], "2024-H1")
    assert [place.cell for place in result.sources] == ["valuet4"]
    nothing = judged(objective("97,5%", **LAST), [KPS, KPS], "2024-H1")
    assert [place.cell for place in nothing.sources] == ["valuet2"]


def test_a_single_owner_that_reported_is_named_and_no_other() -> None:
    own = objective("≥ 1 điểm", **LAST | {"unit": "điểm", "departments": ("D1", "D2")})
    told = [submission(own, [KPS], "D1"), submission(own, [4], "D2")]
    whole = run(register(own, departments=("D1", "D2")), *told, period="2024-01").organisation_row(
        "A"
    )
    assert (whole.actual, [p.file for p in whole.sources]) == (4, ["D2.xlsx"])


@pytest.mark.parametrize(("typed", "actual"), [((3, 4), 3), ((KPS, KPS), None)])
def test_of_two_owners_that_reported_the_first_is_named(
    typed: tuple[Any, Any], actual: float | None
) -> None:
    own = objective("≥ 1 điểm", **LAST | {"unit": "điểm", "departments": ("D1", "D2")})
    told = [submission(own, [value], d) for d, value in zip(("D1", "D2"), typed, strict=True)]
    known = register(own, departments=("D1", "D2"))
    whole = run(known, *told, period="2024-01").organisation_row("A")
    assert (whole.actual, [p.file for p in whole.sources]) == (actual, ["D1.xlsx"])


def each(told: dict[str, list[Any]], period: str = "2024", **more: Any) -> dict[str | None, Any]:
    """Return the rows of "each department has one initiative"."""
    ways = {"over_time": "sum", "over_departments": "each", "cadence": "half", "unit": "sáng kiến"}
    own = objective("01 sáng kiến", **ways | {"departments": ("D1", "D2", "D3")} | more)
    known = register(own, departments=("D1", "D2", "D3"))
    done = run(known, *(submission(own, v, d) for d, v in told.items()), period=period)
    return {row.department: row for row in done.results}


def test_each_department_must_reach_it() -> None:
    found = each({"D1": [1, 0], "D2": [0, 2], "D3": [0, 1]})
    assert (found[None].status, found[None].actual) == (Status.MET, 100)
    assert (found[None].numerator, found[None].denominator) == (3, 3)


def test_one_department_that_misses_it_is_enough() -> None:
    found = each({"D1": [1, 0], "D2": [0, 0], "D3": [0, 1]})
    assert (found[None].status, found["D2"].status) == (Status.MISSED, Status.MISSED)
    assert say.text(found[None].why, "vi") == "2/3 bộ phận đạt mức giao cho mỗi bộ phận."


def test_one_department_that_reaches_it_is_no_success_of_three() -> None:
    found = each({"D1": [1, 1]})
    assert (found[None].status, found["D1"].status) == (Status.NO_DATA, Status.EXCEEDED)


def test_each_is_not_due_before_the_departments_are() -> None:
    assert each({"D1": [0]}, "2024-H1")[None].status is Status.NOT_DUE


def shares(*given: str) -> Any:
    """Return a register that gives D1, D2 and D3 these shares of 100 households, with its rows."""
    ways = {"over_time": "sum", "over_departments": "sum", "cadence": "half", "unit": "hộ"}
    own = objective("100 hộ", **ways | {"departments": ("D1", "D2", "D3")})
    known = register(own, departments=("D1", "D2", "D3"))
    codes = zip(("D1", "D2", "D3"), given, strict=True)
    rows = tuple(
        Allocation(objective="A", department=code, target=words, excluded=words == "không giao")
        for code, words in codes
    )
    known = replace(known, allocations=shared_out(rows, known))
    told = [submission(own, [20, 10], "D1"), submission(own, [20, 25], "D2")]
    done = aggregate(known, told, Period.parse("2024"), date(2025, 1, 31))
    return known, {row.department: row for row in done.results}


def test_a_departments_own_share_is_judged() -> None:
    known, found = shares("40 hộ", "60 hộ", "không giao")
    assert known.owners["A"] == ("D1", "D2")
    assert [o.target for o in known.owned("D1")] == ["40 hộ"]
    assert (found["D1"].status, found["D1"].attainment) == (Status.MISSED, 75)
    assert (found["D2"].status, found["D2"].period_target) == (Status.MISSED, 60)
    assert (found[None].actual, found[None].period_target) == (75, 100)


def test_without_a_share_a_department_only_contributes() -> None:
    _, found = shares("40 hộ", "", "không giao")
    assert (found["D1"].status, found["D2"].status) == (Status.MISSED, None)


def succession(
    how: str,
    over: str,
    old: list[Any],
    new: list[Any],
    period: str = "2024",
    begun: date | None = date(2024, 7, 1),
) -> Any:
    ways = {"over_time": how, "over_departments": over, "cadence": "quarter", "unit": "hộ"}
    own = objective("≥ 1 hộ", **ways | {"departments": ("D1",), "profile": "same"})
    departments = (
        Department(code="D1", name="Cũ", active_to=date(2024, 6, 30), successor="D2"),
        Department(code="D2", name="Mới", active_from=begun),
    )
    known = replace(register(own), departments=departments)
    told = [submission(own, old, "D1"), submission(own, new, "D2")]
    return run(known, *told, period=period)


@pytest.mark.parametrize(("how", "over"), [("sum", "sum"), ("last", "single"), ("last", "sum")])
def test_figures_of_a_closed_department_count_on_in_its_successor(how: str, over: str) -> None:
    done = succession(how, over, [3, 4], [None, None, 5, 6])
    assert [row.department for row in done.results] == [None, "D2"]
    whole = done.organisation_row("A")
    assert whole.actual == {"sum": 18, "last": 6}[how]
    assert (whole.coverage.slots, whole.coverage.departments) == ((4, 4), (1, 1))


def test_before_it_closes_a_department_reports_by_itself() -> None:
    done = succession("sum", "sum", [3, 4], [], period="2024-Q1")
    assert [row.department for row in done.results] == [None, "D1"]


@pytest.mark.parametrize(
    ("period", "rows", "slots"),
    [
        ("2024-Q1", [None, "D1"], (1, 1)),
        ("2024-H1", [None, "D1"], (2, 2)),
        ("2024", [None, "D2"], (4, 4)),
    ],
)
def test_a_department_that_was_there_is_not_asked_before_it_takes_over(
    period: str, rows: list[str | None], slots: tuple[int, int]
) -> None:
    done = succession("sum", "sum", [3, 4], [None, None, 5, 6], period=period, begun=None)
    assert [row.department for row in done.results] == rows
    assert done.organisation_row("A").coverage.slots == slots


def test_a_row_that_nobody_has_to_report_any_more_does_not_apply() -> None:
    own = objective("≥ 1 hộ", over_time="sum", cadence="quarter", unit="hộ")
    gone = (Department(code="D1", name="Cũ", active_to=date(2023, 12, 31)),)
    whole = run(replace(register(own), departments=gone)).organisation_row("A")
    assert whole.status is Status.NOT_APPLICABLE


@pytest.mark.parametrize(
    ("period", "slots", "status", "target"),
    [
        ("2024-H1", [None, None], "not_due", None),
        ("2024-Q3", [None, None, 25], "met", 25),
        ("2024", [None, None, 25, 20], "missed", 50),
    ],
)
def test_an_office_that_begins_in_july_is_asked_from_july(
    period: str, slots: list[Any], status: str, target: float | None
) -> None:
    own = objective("50 hộ", over_time="sum", cadence="quarter", unit="hộ")
    result = judged(own, slots, period, start=date(2024, 7, 1))
    assert (result.status, result.period_target) == (Status(status), target)


def test_early_figures_of_one_department_do_not_run_ahead_of_the_target() -> None:
    own = objective("120 hộ", over_time="sum", over_departments="sum", cadence="month", unit="hộ",
                    departments=("D1", "D2"))  # fmt: skip
    known = register(own, departments=("D1", "D2"))
    day = date(2024, 5, 20)
    told = [submission(own, [5] * 5, "D1", day), submission(own, [5] * 4, "D2", day)]
    whole = run(known, *told, period="2024-06", as_of=day).organisation_row("A")
    assert (whole.actual, whole.period_target, whole.status) == (40, 40, Status.MET)
    both = [submission(own, [5] * 5, code, day) for code in ("D1", "D2")]
    moved = run(known, *both, period="2024-06", as_of=day).organisation_row("A")
    assert (moved.actual, moved.period_target, moved.estimated) == (50, 50, True)


@pytest.mark.parametrize(
    ("words", "better", "judged_at_all"),
    [
        ("giảm 5% so với cùng kỳ", "higher", False),
        ("giảm 5% so với cùng kỳ", "lower", True),
        ("tăng 5% so với cùng kỳ", "lower", False),
        ("tăng 5% so với cùng kỳ", "higher", True),
        ("đạt dưới 5%", "higher", False),
        ("đạt dưới 5%", "lower", True),
        ("đạt trên 5%", "lower", False),
        ("5%", "lower", True),
    ],
)
def test_words_against_the_direction_of_the_row_leave_no_goal(
    words: str, better: str, judged_at_all: bool
) -> None:
    own = objective(words, **HALVES | {"better": better, "baseline_year": 50.0})
    assert (judged(own, [4, 4]).status is not Status.NO_DATA) == judged_at_all


@pytest.mark.parametrize(
    ("value", "status"), [(5, "met"), (8, "met"), (8.01, "missed"), (4.99, "met")]
)
def test_the_ends_of_a_range_belong_to_it(value: float, status: str) -> None:
    own = objective("từ 5 đến 8%", **HALVES | {"better": "lower"})
    assert judged(own, [value, value]).status is Status(status)
    more = objective("từ 5 đến 8%", **HALVES | {"better": "higher"})
    assert judged(more, [value, value]).status is (Status.MISSED if value < 5 else Status.MET)


@pytest.mark.parametrize(
    ("by_old", "by_heir", "rows"),
    [
        (None, None, [("D2", Derived.OVERDUE)]),
        (State.DONE, None, [("D1", Derived.DONE_ON_TIME)]),
        (None, State.DONE, [("D2", Derived.DONE_ON_TIME)]),
        (State.DONE, State.DONE, [("D1", Derived.DONE_ON_TIME)]),
    ],
)
def test_what_was_done_before_a_department_closed_stands_and_the_rest_passes_on(
    by_old: State | None, by_heir: State | None, rows: list[tuple[str, Derived]]
) -> None:
    departments = (
        Department(code="D1", name="Cũ", active_to=date(2024, 6, 30), successor="D2"),
        Department(code="D2", name="Mới"),
    )
    plan = (measure(number="I.1", measure="Tập huấn", lead="D1", deadline="Trước 31/5"),)
    known = register_of(
        organisation="UBND xã Thử", year=2024, departments=departments, measures=plan
    )
    forms = [
        replace(
            submission(objective("100%", **RATIO), [], code, date(2024, 5, 20)),
            progress={"I.1": ProgressEntry(number="I.1", state=state, done_on=date(2024, 5, 15))},
        )
        for code, state in (("D1", by_old), ("D2", by_heir))
        if state
    ]
    found = aggregate(known, forms, Period.parse("2024"), AFTER).measures
    assert [(row.department, row.derived) for row in found if row.department] == rows
