"""What an indicator that falls short still needs, worked out by hand."""

from __future__ import annotations

from datetime import date

import pytest

from qms_xlsx.domain.period import Period
from qms_xlsx.judge import aggregate
from qms_xlsx.judge.expected import Calendar
from qms_xlsx.judge.pace import Pace, pace
from tests.judge.cases import objective, register, submission

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
