"""Putting departments together: totals, coverage, and what order cannot change."""

from __future__ import annotations

from dataclasses import replace
from datetime import date
from itertools import permutations
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from qms_xlsx.domain.department import Department
from qms_xlsx.domain.period import Period, Slot
from qms_xlsx.domain.status import Status
from qms_xlsx.domain.target import Better
from qms_xlsx.judge import judged_rows
from qms_xlsx.judge.expected import Calendar
from tests.judge.cases import AFTER, KPS, objective, register, run, submission

DEPARTMENTS = ("D1", "D2", "D3")
MONTHLY = {"cadence": "month", "unit": "%", "departments": DEPARTMENTS}


def rows(
    settings: dict[str, Any], target: str, told: dict[str, list[Any]], period: str
) -> dict[str | None, Any]:
    own = objective(target, **settings)
    known = register(own, departments=DEPARTMENTS)
    done = run(known, *(submission(own, v, d) for d, v in told.items()), period=period)
    return {row.department: row for row in done.results}


def test_a_ratio_over_departments_is_never_a_mean_of_percentages() -> None:
    settings = MONTHLY | {"over_time": "ratio", "over_departments": "ratio"}
    found = rows(settings, "100%", {"D1": [(2, 4)], "D2": [(2, 100)], "D3": [KPS]}, "2024-01")
    whole = found[None]
    assert (whole.numerator, whole.denominator) == (4, 104)
    assert whole.actual == pytest.approx(3.84615384615)
    assert whole.coverage.departments == (3, 3)
    assert found["D3"].status is Status.NOT_APPLICABLE


def test_one_single_department_out_of_three_leaves_the_total_provisional() -> None:
    settings = MONTHLY | {"over_time": "ratio", "over_departments": "ratio"}
    whole = rows(settings, "100%", {"D1": [(5, 5), (4, 4)], "D2": [(1, 1)]}, "2024-02")[None]
    assert (whole.coverage.slots, whole.coverage.departments) == ((1, 2), (2, 3))
    assert (whole.status, whole.provisional) == (Status.MET, True)


def test_a_departments_part_of_a_sum_has_no_status() -> None:
    settings = MONTHLY | {"over_time": "sum", "over_departments": "sum", "unit": "người"}
    found = rows(settings, "12 người", {d: [1] for d in DEPARTMENTS}, "2024-01")
    assert found["D1"].status is None
    assert (found[None].actual, found[None].status) == (3, Status.EXCEEDED)


def test_every_department_keeps_a_zero_target_by_itself() -> None:
    settings = MONTHLY | {"over_time": "sum", "over_departments": "sum", "unit": "vụ"}
    found = rows(settings, "không có khiếu nại", {"D1": [0], "D2": [1], "D3": [KPS]}, "2024-01")
    statuses = {code: row.status for code, row in found.items()}
    assert statuses == {
        None: Status.MISSED,
        "D1": Status.MET,
        "D2": Status.MISSED,
        "D3": Status.MET,
    }


def test_all_against_a_percentage_counts_the_departments() -> None:
    settings = MONTHLY | {"over_time": "last", "over_departments": "all", "profile": "same"}
    target = "100% các bộ phận chuyên môn áp dụng hệ thống"
    found = rows(settings, target, {"D1": [True], "D2": [False]}, "2024-01")
    assert found[None].actual == pytest.approx(100 / 3)
    assert (found[None].numerator, found[None].denominator) == (1, 3)
    assert (found["D1"].status, found["D2"].status) == (Status.MET, Status.MISSED)
    kps = rows(settings, target, {"D1": [KPS], "D2": [KPS]}, "2024-01")[None]
    assert (kps.actual, kps.status) == (None, Status.NO_DATA)
    nobody = rows(settings, target, {code: [KPS] for code in DEPARTMENTS}, "2024-01")[None]
    assert nobody.status is Status.NOT_APPLICABLE
    without = rows(settings, target, {"D1": [True], "D2": [True], "D3": [KPS]}, "2024-01")
    assert (without[None].actual, without[None].status) == (100.0, Status.MET)


@pytest.mark.parametrize(
    ("how", "actual"),
    [("average", 6.0), ("min", 2.0), ("max", 12.0), ("single", 4.0), ("sum", 18.0)],
)
def test_plain_values_over_departments(how: str, actual: float) -> None:
    settings = MONTHLY | {"over_time": "last", "over_departments": how, "unit": "điểm"}
    told = {"D1": [4], "D2": [12], "D3": [2]}
    assert rows(settings, "≥ 1 điểm", told, "2024-01")[None].actual == actual


def test_the_worst_grade_of_the_departments_counts() -> None:
    settings = {
        "cadence": "year",
        "over_time": "last",
        "over_departments": "worst",
        "departments": DEPARTMENTS,
    }
    found = rows(
        settings, "xếp loại tốt trở lên", {"D1": ["xuất sắc"], "D2": ["khá"], "D3": ["tốt"]}, "2024"
    )
    assert (found[None].actual, found[None].status) == ("khá", Status.MISSED)


def test_nothing_is_expected_of_a_department_after_it_closed() -> None:
    own = objective(
        "100%",
        **MONTHLY
        | {"over_time": "ratio", "over_departments": "ratio", "departments": ("D1", "D2")},
    )
    closed = Department(code="D2", name="D2", active_to=date(2024, 3, 31))
    known = replace(register(own), departments=(Department(code="D1", name="D1"), closed))
    done = run(
        known,
        submission(own, [(1, 1)] * 6, "D1"),
        submission(own, [(1, 1)] * 3, "D2"),
        period="2024-H1",
    )
    whole = done.organisation_row("A")
    assert (whole.coverage.slots, whole.coverage.departments) == ((6, 6), (2, 2))
    assert done.reporting.expected == ("D1",)


def test_the_newest_form_counts_as_a_whole() -> None:
    own = objective("450 người", over_time="sum", cadence="month", unit="người")
    older = submission(own, [10, 20], day=date(2024, 3, 1))
    newer = submission(own, [15], day=date(2024, 4, 1))
    known = register(own)
    for told in permutations([older, newer]):
        assert run(known, *told, period="2024-02").organisation_row("A").actual == 15
    early = run(known, older, newer, period="2024-02", as_of=date(2024, 3, 15))
    assert early.organisation_row("A").actual == 30


def test_what_is_judged_alone_is_what_a_whole_run_judges() -> None:
    own = objective("450 người", over_time="sum", cadence="month", unit="người")
    known, told = register(own), submission(own, [10, 20], day=date(2024, 3, 1))
    later = submission(own, [99], day=date(2024, 4, 1))
    march = date(2024, 3, 15)
    whole = run(known, told, later, period="2024-02", as_of=march)
    assert judged_rows(known, [told, later], whole.period, march) == whole.results


values = st.floats(min_value=0, max_value=1e9, allow_nan=False).map(lambda x: round(x, 3))
pairs = st.tuples(values, values).map(sorted).map(tuple)  # a part of a whole: never above it


@given(st.data())
def test_sum_and_ratio_do_not_depend_on_the_order_of_files(data: st.DataObject) -> None:
    for how, items in (("sum", values), ("ratio", pairs)):
        own = objective("100", **MONTHLY | {"over_time": how, "over_departments": how})
        known = register(own, departments=DEPARTMENTS)
        told = [submission(own, data.draw(st.lists(items, max_size=12)), d) for d in DEPARTMENTS]
        shuffled = data.draw(st.permutations(told))
        assert run(known, *told).results == run(known, *shuffled).results


@given(st.lists(pairs, min_size=12, max_size=12), st.lists(st.booleans(), min_size=12, max_size=12))
def test_splitting_a_department_in_two_changes_no_total(whole: list[Any], left: list[bool]) -> None:
    own = objective("100%", **MONTHLY | {"over_time": "ratio", "over_departments": "ratio"})
    known = register(own, departments=DEPARTMENTS)
    one = [pair if here else KPS for pair, here in zip(whole, left, strict=True)]
    other = [KPS if here else pair for pair, here in zip(whole, left, strict=True)]
    together = run(known, submission(own, whole, "D1")).organisation_row("A")
    split = run(known, submission(own, one, "D1"), submission(own, other, "D2"))
    apart = split.organisation_row("A")
    assert apart.numerator == pytest.approx(together.numerator)
    assert apart.denominator == pytest.approx(together.denominator)


def test_money_targets_have_a_direction_of_their_own() -> None:
    own = objective("450 triệu đồng", over_time="sum", unit="triệu đồng", better="lower")
    assert own.better is Better.LOWER
    done = run(register(own), submission(own, [200]), period="2024-H1", as_of=AFTER)
    assert done.organisation_row("A").comparator == "<="


def test_reporting_counts_departments_that_cover_the_period() -> None:
    own = objective("100%", **MONTHLY | {"over_time": "ratio", "over_departments": "ratio"})
    known = register(own, departments=DEPARTMENTS)
    early = replace(
        submission(own, [], "D1", date(2024, 6, 10)), report_period=Period.parse("2024-H1")
    )
    late = replace(
        submission(own, [], "D2", date(2024, 6, 16)), report_period=Period.parse("2024-H1")
    )
    before = replace(
        submission(own, [], "D3", date(2024, 4, 2)), report_period=Period.parse("2024-Q1")
    )
    found = run(known, early, late, before, period="2024-H1", as_of=date(2024, 6, 20)).reporting
    assert (found.received, found.on_time, found.missing) == (("D1", "D2"), ("D1",), ("D3",))
    assert (found.rate, found.on_time_rate) == (pytest.approx(200 / 3), pytest.approx(100 / 3))
    month = run(known, early, period="2024-05", as_of=date(2024, 6, 20)).reporting
    assert month.on_time is None


@pytest.mark.parametrize(
    ("last", "open_to_july"), [(date(2024, 6, 30), False), (date(2024, 7, 1), True)]
)
def test_a_department_may_fill_the_slot_in_which_it_closes(last: date, open_to_july: bool) -> None:
    closing = Department(code="D1", name="D1", active_to=last)
    calendar = Calendar(register(departments=("D1",)), Period.parse("2024"), AFTER)
    assert calendar.open_to(Slot.parse("t7"), closing) is open_to_july
