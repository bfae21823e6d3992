"""The year's calendar, as another program's library reads it."""

from __future__ import annotations

from dataclasses import replace
from datetime import date, timedelta
from typing import Any

import pytest
import vobject

from qms_xlsx.domain.measure import Measure
from qms_xlsx.domain.register import Register
from qms_xlsx.write.reminders.calendar import calendar_file, due_dates
from tests.judge.cases import objective, register
from tests.registers import measure
from tests.tables_helper import sample

JUNE = date(2024, 6, 20)
MONTH_ENDS = [date(2024, 1, 31), date(2024, 2, 29), date(2024, 3, 31), date(2024, 4, 30),
              date(2024, 5, 31), date(2024, 6, 30), date(2024, 7, 31), date(2024, 8, 31),
              date(2024, 9, 30), date(2024, 10, 31), date(2024, 11, 30), date(2024, 12, 31)]  # fmt: skip
REPORTS = [date(2024, 6, 14), date(2024, 11, 29)]
# Read off the plan of Thượng Lộ by hand: the last good days of the year.
LAST_GOOD_DAYS = {
    "I.1": [date(2024, 1, 4)],
    "I.2": [date(2024, 3, 31)],
    "I.3": [date(2024, 8, 29)],
    "I.4": [date(2024, 6, 30), date(2024, 12, 31)],
    "I.6": REPORTS,
    "II.1": [date(2024, 1, 31)],
    "II.2": MONTH_ENDS[2:],  # none before the decision of 22/3
    "II.3": MONTH_ENDS[2:],
    "III.2": REPORTS,
    "IV.1": REPORTS,
    "V.3": MONTH_ENDS[2::3],
    "V.4": MONTH_ENDS[2::3],
    "VI.2": REPORTS,
}


@pytest.fixture(scope="module")
def thuong_lo() -> Register:
    found = sample("thuong-lo-2024").register
    assert found is not None
    return found


@pytest.fixture(scope="module")
def events(thuong_lo: Register) -> list[Any]:
    calendar = vobject.readOne(calendar_file(thuong_lo, JUNE).decode())
    return list(calendar.vevent_list)


def test_every_last_good_day_of_the_plan_stands_in_the_calendar(events: list[Any]) -> None:
    found: dict[str, list[date]] = {}
    for event in events:
        title = event.summary.value
        if title.startswith("Hạn biện pháp "):
            number = title.removeprefix("Hạn biện pháp ").split(":")[0].split(" ")[0]
            found.setdefault(number, []).append(event.dtstart.value)
    assert found == LAST_GOOD_DAYS


def test_the_two_reports_stand_in_it_with_those_who_owe_them(events: list[Any]) -> None:
    reports = [e for e in events if e.summary.value.startswith("Hạn nộp báo cáo")]
    assert [e.dtstart.value for e in reports] == REPORTS
    assert all("Công an xã" in e.description.value for e in reports)


def test_events_are_whole_days_that_block_nothing_with_an_alarm_a_week_before(
    events: list[Any],
) -> None:
    for event in events:
        assert type(event.dtstart.value) is date
        assert event.dtend.value - event.dtstart.value == timedelta(days=1)
        assert event.transp.value == "TRANSPARENT"
        assert event.valarm.trigger.value == timedelta(days=-7)


def test_a_measure_says_who_does_it_and_what_the_plan_says(events: list[Any]) -> None:
    event = next(e for e in events if e.summary.value.startswith("Hạn biện pháp I.6 (lần 1/2)"))
    assert "Chủ trì: Văn phòng - Thống kê" in event.description.value
    assert "Trước 15/6 và trước 30/11" in event.description.value


def test_the_same_day_makes_the_same_bytes_and_another_day_the_same_events(
    thuong_lo: Register,
) -> None:
    first, later = calendar_file(thuong_lo, JUNE), calendar_file(thuong_lo, date(2024, 9, 1))
    assert calendar_file(thuong_lo, JUNE) == first
    assert first.replace(b"DTSTAMP:20240620", b"DTSTAMP:20240901") == later


def test_lines_are_as_the_standard_wants_them(thuong_lo: Register) -> None:
    data = calendar_file(thuong_lo, JUNE)
    assert data.count(b"\n") == data.count(b"\r\n")
    assert max(len(line) for line in data.split(b"\r\n")) <= 75
    assert b"VTIMEZONE" not in data
    assert b"TZID" not in data


def plan(*deadlines: str) -> tuple[Measure, ...]:
    return tuple(
        measure(number=str(n), measure="Việc", lead="D1", deadline=text)
        for n, text in enumerate(deadlines, 1)
    )


def test_a_date_that_moves_keeps_its_key_so_that_calendars_move_it() -> None:
    before = register(measures=plan("Trước 15/6"), due_h1=None, due_year=None)
    after = register(measures=plan("Chậm nhất 20/6"), due_h1=None, due_year=None)
    (old,), (new,) = due_dates(before), due_dates(after)
    assert (old.key, old.day, new.day) == (new.key, date(2024, 6, 14), date(2024, 6, 20))


def test_keys_differ_even_where_two_measures_bear_one_number() -> None:
    measures = plan("Trước 15/6", "Hàng quý")
    known = register(measures=(*measures, replace(measures[0], measure="Việc khác")))
    keys = [due.key for due in due_dates(known)]
    assert len(keys) == len(set(keys)) == 8


def test_truoc_follows_the_register() -> None:
    known = register(measures=plan("Trước 15/6"), due_h1=None, due_year=None, strict_before=False)
    assert [due.day for due in due_dates(known)] == [date(2024, 6, 15)]


def test_monthly_reports_stand_in_the_month_after() -> None:
    own = objective("ít nhất 95%", unit="%", cadence="month")
    known = register(own, due_day_month=5, due_h1=None, due_year=None)
    days = [due.day for due in due_dates(known)]
    assert (len(days), days[0], days[-1]) == (12, date(2024, 2, 5), date(2025, 1, 5))


def test_what_sets_no_date_is_not_in_it() -> None:
    known = register(measures=plan("Thường xuyên", "như trên"), due_h1=None, due_year=None)
    assert due_dates(known) == ()
    assert b"VEVENT" not in calendar_file(known, JUNE)
