"""What an indicator that falls short still needs, worked out by hand."""

from __future__ import annotations

from datetime import date

import pytest

from qms_xlsx.domain.period import Period
from qms_xlsx.domain.status import Status
from qms_xlsx.judge import aggregate
from qms_xlsx.judge.expected import Calendar
from qms_xlsx.judge.pace import Pace, pace
from tests.judge.cases import KPS, objective, register, submission

MAY = Period.parse("2024-05")
SUM = {"unit": "người", "over_time": "sum", "over_departments": "sum", "cadence": "month"}
RATIO = {"unit": "%", "over_time": "ratio", "over_departments": "ratio", "cadence": "month"}
SERVED = RATIO | {"name": "Tỷ lệ hồ sơ giải quyết đúng hạn"}


def paced(target: str, values: list, period: Period = MAY, last_year: list = (), **settings):
    own = objective(target, **settings)
    office = register(own, **({"start": None} | settings.pop("info", {})))
    day = date(2024, 12, 31) if period.end_month == 12 else date(2024, period.end_month + 1, 1)
    run = aggregate(office, [submission(own, values, day=day)], period, day)
    then = aggregate(office, [submission(own, last_year, day=day)], period, day)
    row = run.organisation_row("A")
    series = then.organisation_row("A").series if last_year else ()
    return pace(Calendar(office, period, day), row, series)


def test_a_sums_rest_is_spread_over_the_months_that_remain():
    told = paced("57 người", [4, 4, 4, 4, 4], **SUM)
    assert told == Pace(missing=37.0, months_left=7, so_far=4.0)
    assert told.per_month == pytest.approx(37 / 7)


def test_last_years_same_months_stand_beside_it():
    told = paced("57 người", [4, 4, 4, 4, 4], last_year=[6] * 12, **SUM)
    assert told.last_year == 6.0


def test_what_is_met_needs_nothing():
    assert paced("50 người", [20, 20, 20, 0, 0], **SUM) is None


def test_at_the_years_end_no_month_is_left():
    told = paced("57 người", [4] * 12, Period.parse("2024"), **SUM)
    assert (told.missing, told.months_left, told.per_month) == (9.0, 0, None)


def test_a_share_needs_cases_that_are_all_good():
    # 90 of 100 are good and 95 % is wanted: (90 + n) / (100 + n) is 95 % at n = 100.
    told = paced("đạt từ 95% trở lên", [(18, 20)] * 5, **SERVED)
    assert told.missing == 100.0
    assert told.so_far == 18.0


def test_a_share_of_every_case_can_no_longer_be_reached_and_has_no_pace():
    assert paced("100%", [(18, 20)] * 5, **SERVED) is None


@pytest.mark.parametrize(
    ("target", "settings"),
    [
        ("không quá 12 vụ", SUM | {"unit": "vụ", "better": "lower"}),
        ("tăng 15% so với cùng kỳ", SUM | {"baseline_h1": 100.0, "baseline_year": 200.0}),
        ("duy trì hệ thống", {"over_time": "all", "over_departments": "all"}),
    ],
)
def test_limits_changes_and_answers_have_none(target, settings):
    values = [True] if settings.get("over_time") == "all" else [9] * 6
    assert paced(target, values, Period.parse("2024-H1"), **settings) is None


def test_the_organisations_series_adds_the_departments_slot_by_slot():
    own = objective("100 người", departments=("D1", "D2"), **SUM)
    office = register(own, departments=("D1", "D2"))
    forms = [submission(own, [1, 2, 3], "D1"), submission(own, [10, None, 30], "D2")]
    row = aggregate(office, forms, MAY, date(2025, 1, 1)).organisation_row("A")
    assert [(slot.key, item) for slot, item in row.series] == [
        ("t1", 11.0),
        ("t2", 2.0),
        ("t3", 33.0),
    ]


def test_an_office_that_began_later_counts_its_months_from_there():
    own = objective("57 người", **SUM)
    office = register(own, start=date(2024, 3, 1))
    day = date(2024, 6, 1)
    values = [None, None, 4, 4, 4]
    run = aggregate(office, [submission(own, values, day=day)], MAY, day)
    told = pace(Calendar(office, MAY, day), run.organisation_row("A"))
    assert (told.so_far, told.months_left) == (4.0, 7)


def test_a_share_needs_whole_cases_and_an_amount_its_fraction():
    assert paced("đạt từ 97% trở lên", [(18, 20)] * 5, **SERVED).missing == 234
    plan = RATIO | {"name": "Thu ngân sách so với kế hoạch"}
    assert paced("đạt 100% kế hoạch", [(1.5, 2)] * 5, **plan).missing == 2.5
    assert paced("đạt 100% kế hoạch", [(1, 2.1)] * 5, **plan).missing == 5.5


def test_where_not_one_case_was_good_all_are_missing():
    assert paced("đạt từ 95% trở lên", [(0, 20)] * 5, **SERVED).missing == 1900


def test_one_that_is_missing_is_a_pace_and_none_that_is_missing_has_none():
    assert paced("57 người", [56] + [0] * 11, Period.parse("2024"), **SUM).missing == 1
    assert paced("trên 56 người", [56] + [0] * 11, Period.parse("2024"), **SUM) is None


def test_months_in_which_nothing_arose_brought_nothing():
    assert paced("57 người", [4, KPS, 4, KPS, 4], **SUM).so_far == 2.4


@pytest.mark.parametrize(
    ("target", "values", "settings"),
    [
        ("không quá 12 vụ", [9, 0, 0, 0, 0], SUM | {"unit": "vụ", "better": "lower"}),
        ("tăng 15% so với cùng kỳ", [2] * 6, SUM | {"baseline_h1": 100.0}),
        ("12.000 con", [9000] * 5, SUM | {"over_time": "last", "unit": "con", "profile": "same"}),
        ("đạt từ 95% trở lên", [(18, 20)] * 5, SERVED | {"over_time": "last", "profile": "same"}),
        ("12 người", [2], SUM),
    ],
)
def test_room_under_a_limit_a_change_a_level_or_what_has_no_verdict_is_no_rest(
    target, values, settings
):
    period = Period.parse("2024-H1") if "baseline_h1" in settings else MAY
    assert paced(target, values, period, **settings) is None


def test_a_share_of_departments_is_no_amount():
    own = objective("01 người", departments=("D1", "D2"), **SUM | {"over_departments": "each"})
    office = register(own, departments=("D1", "D2"))
    forms = [submission(own, [1], "D1"), submission(own, [0] * 12, "D2")]
    run = aggregate(office, forms, Period.parse("2024"), date(2025, 1, 31))
    row = run.organisation_row("A")
    assert row.status is Status.MISSED
    assert pace(Calendar(office, run.period, run.as_of), row) is None


def test_a_heading_has_none():
    own = objective("57 người", parent="P", **SUM)
    office = register(objective("1/1 chỉ tiêu", code="P"), own)
    run = aggregate(office, [submission(own, [0] * 12)], Period.parse("2024"), date(2025, 1, 31))
    row = run.organisation_row("P")
    assert row.status is Status.MISSED
    assert pace(Calendar(office, run.period, run.as_of), row) is None


@pytest.mark.parametrize(
    ("last_year", "each"),
    [([6] * 12, 6.0), ([None, 9], None), ([None] * 4 + [9], 3.0), ([None] * 5 + [9], None)],
)
def test_last_years_months_are_those_that_this_year_has_come_through(last_year, each):
    own = objective("57 người", **SUM)
    office = register(own, start=date(2024, 3, 1))
    day = date(2024, 6, 1)
    row = aggregate(
        office, [submission(own, [None, None, 4, 4, 4], day=day)], MAY, day
    ).organisation_row("A")
    whole = register(own)
    then = aggregate(whole, [submission(own, last_year)], Period.parse("2024"), date(2025, 1, 31))
    series = then.organisation_row("A").series
    assert pace(Calendar(office, MAY, day), row, series).last_year == each
