"""Slots, periods and the days they end on."""

from __future__ import annotations

import pickle
from copy import deepcopy
from datetime import date, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from qms_xlsx.domain.period import (
    SLOTS,
    InvalidPeriod,
    Period,
    PeriodRule,
    Slot,
    last_ended_month,
)

periods = st.builds(Period, st.integers(1990, 2099), st.sampled_from(SLOTS))


@given(periods)
def test_a_period_is_read_back_from_its_code_and_its_label(period: Period) -> None:
    assert Period.parse(str(period)) == period
    assert Period.parse(period.label) == period
    assert Period.parse(period.slot.label, period.year) == period


@pytest.mark.parametrize(
    ("code", "label"),
    [
        ("2026-06", "Tháng 6/2026"),
        ("2026-Q2", "Quý II/2026"),
        ("2026-H1", "6 tháng đầu năm 2026"),
        ("2026", "Năm 2026"),
    ],
)
def test_a_period_is_written_as_offices_write_it(code: str, label: str) -> None:
    assert Period.parse(code).label == label
    assert Period.parse(label.replace("/", " ")) == Period.parse(code)


@pytest.mark.parametrize(
    ("text", "code"),
    [
        ("2024", "2024"),
        ("2024-H1", "2024-H1"),
        ("2024-h1", "2024-H1"),
        ("6 tháng đầu năm 2024", "2024-H1"),
        ("6 THÁNG ĐẦU NĂM", "2024-H1"),
        ("6 thang dau nam", "2024-H1"),
        ("Quý III/2024", "2024-Q3"),
        ("quý 3", "2024-Q3"),
        ("Tháng 06/2024", "2024-06"),
        ("tháng 6", "2024-06"),
        ("T6", "2024-06"),
        ("Cả năm", "2024"),
        ("NĂM", "2024"),
        ("Năm 2024", "2024"),
    ],
)
def test_people_write_periods_in_many_ways(text: str, code: str) -> None:
    assert str(Period.parse(text, 2024)) == code


@pytest.mark.parametrize(
    "text", ["", "2024-H3", "2024-13", "2024-Q5", "tháng 13", "hôm qua", "H1-"]
)
def test_what_is_no_period_is_refused(text: str) -> None:
    with pytest.raises(InvalidPeriod):
        Period.parse(text, 2024 if text != "2024-13" else None)


def test_a_period_without_a_year_needs_one() -> None:
    with pytest.raises(InvalidPeriod):
        Period.parse("Quý II")


@pytest.mark.parametrize(
    ("rule", "key", "first", "last"),
    [
        ("calendar", "t2", date(2024, 2, 1), date(2024, 2, 29)),
        ("calendar", "h1", date(2024, 1, 1), date(2024, 6, 30)),
        ("calendar", "year", date(2024, 1, 1), date(2024, 12, 31)),
        ("decree09", "t1", date(2023, 12, 15), date(2024, 1, 14)),
        ("decree09", "h1", date(2023, 12, 15), date(2024, 6, 14)),
        ("decree09", "h2", date(2024, 6, 15), date(2024, 12, 14)),
        ("decree09", "year", date(2023, 12, 15), date(2024, 12, 14)),
    ],
)
def test_periods_end_by_the_rule(rule: str, key: str, first: date, last: date) -> None:
    slot = Slot.parse(key)
    assert PeriodRule(rule).start(2024, slot) == first
    assert PeriodRule(rule).end(2024, slot) == last


@given(st.sampled_from(PeriodRule), st.integers(1990, 2100), st.integers(1, 11))
def test_a_month_begins_the_day_after_the_one_before(
    rule: PeriodRule, year: int, month: int
) -> None:
    before, after = Slot.parse(f"t{month}"), Slot.parse(f"t{month + 1}")
    assert rule.start(year, after) == rule.end(year, before) + timedelta(days=1)


@given(st.sampled_from(PeriodRule), st.dates(date(1990, 1, 1), date(2100, 1, 1)))
def test_the_last_ended_month_is_the_latest_that_is_over(rule: PeriodRule, day: date) -> None:
    found = last_ended_month(day, rule)
    assert rule.end(found.year, found.slot) < day
    assert rule.end(found.year, found.slot) >= day - timedelta(days=31)


def test_slots_know_which_lie_inside_which() -> None:
    inside = [s.key for s in SLOTS if s.within(Slot.parse("q2"))]
    assert inside == ["t4", "t5", "t6", "q2"]


def test_there_is_one_of_each_slot_wherever_it_comes_from() -> None:
    for slot in SLOTS:
        sent = pickle.loads(pickle.dumps(slot))  # noqa: S301 (our own)
        copies = (sent, deepcopy(slot), Slot(slot.cadence, slot.index))
        assert all(copy is slot for copy in copies)
    assert len(set(SLOTS)) == 19


def test_slots_of_one_cadence_go_by_the_calendar() -> None:
    december_first = [Slot.parse(f"t{month}") for month in range(12, 0, -1)]
    months = december_first[::-1]
    assert sorted(december_first) == months
    assert max(months) is Slot.parse("t12")
