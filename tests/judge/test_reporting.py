"""Who owes a report, who gave it, who in time."""

from __future__ import annotations

from dataclasses import replace
from datetime import date, datetime

import pytest

from qms_xlsx.domain.department import Department
from qms_xlsx.domain.period import Period
from qms_xlsx.domain.register import Register
from qms_xlsx.domain.submission import Submission
from qms_xlsx.judge import aggregate
from qms_xlsx.judge.results import Reporting
from tests.judge.cases import objective, register, submission
from tests.registers import measure

OWN = objective(
    "ít nhất 95%", unit="%", cadence="half", over_time="ratio", over_departments="ratio",
    departments=("D1", "D2", "D3"),
)  # fmt: skip
HALF = "2024-H1"
JULY = date(2024, 7, 1)


def office(**info: object) -> Register:
    return register(OWN, departments=("D1", "D2", "D3"), **info)


def form(department: str, day: date, period: str | None = HALF) -> Submission:
    told = submission(OWN, [(96, 100)], department, day)
    return replace(told, report_period=Period.parse(period) if period else None)


def reported(
    known: Register, *forms: Submission, period: str = HALF, rejected: tuple[str, ...] = ()
) -> Reporting:
    return aggregate(known, forms, Period.parse(period), JULY, rejected).reporting


@pytest.mark.parametrize(
    ("strict", "day", "on_time"),
    [(True, 14, True), (True, 15, False), (False, 15, True), (False, 16, False)],
)
def test_truoc_follows_the_register_for_reports(strict: bool, day: int, on_time: bool) -> None:
    found = reported(office(strict_before=strict), form("D1", date(2024, 6, day)))
    assert found.due == date(2024, 6, 14 if strict else 15)
    assert found.received == ("D1",)
    assert found.on_time == (("D1",) if on_time else ())


def test_the_first_form_that_covers_the_period_says_whether_it_is_on_time() -> None:
    early, mended = form("D1", date(2024, 6, 10)), form("D1", date(2024, 6, 25))
    found = reported(office(), early, replace(mended, path="D1-sua.xlsx"))
    assert (found.on_time, found.handed_in) == (("D1",), {"D1": date(2024, 6, 10)})


def test_the_file_s_own_date_counts_where_the_report_has_none() -> None:
    undated = replace(form("D1", JULY), report_date=None, modified=datetime(2024, 6, 14, 17))
    assert reported(office(), undated).on_time == ("D1",)


def test_a_form_of_an_earlier_period_is_no_report_for_this_one() -> None:
    found = reported(office(), form("D1", date(2024, 6, 10), "2024-03"))
    assert (found.received, found.missing) == ((), ("D1", "D2", "D3"))


def test_a_department_whose_only_form_was_refused_is_missing_and_named_as_rejected() -> None:
    found = reported(office(), form("D1", date(2024, 6, 10)), rejected=("D1", "D2"))
    assert (found.received, found.missing, found.rejected) == (("D1",), ("D2", "D3"), ("D2",))


def test_rates_are_of_those_expected() -> None:
    forms = (form("D1", date(2024, 6, 10)), form("D2", date(2024, 6, 20)))
    found = reported(office(), *forms)
    assert found.rate == pytest.approx(200 / 3)
    assert found.on_time_rate == pytest.approx(100 / 3)


@pytest.mark.parametrize(
    ("closed", "expected"),
    [(date(2024, 5, 31), ("D1", "D2")), (date(2024, 6, 30), ("D1", "D2", "D3"))],
)
def test_a_closed_department_is_not_expected_after_its_last_day(
    closed: date, expected: tuple[str, ...]
) -> None:
    departments = tuple(
        Department(code=code, name=code, active_to=closed if code == "D3" else None)
        for code in ("D1", "D2", "D3")
    )
    assert reported(replace(office(), departments=departments)).expected == expected


def test_two_of_three_on_time_are_two_thirds() -> None:
    forms = (form(code, date(2024, 6, day)) for code, day in (("D1", 10), ("D2", 12), ("D3", 20)))
    found = reported(office(), *forms)
    assert (found.rate, found.on_time_rate) == (100, pytest.approx(200 / 3))


def test_without_a_due_date_nobody_is_on_time_or_late() -> None:
    monthly = objective("ít nhất 95%", unit="%", cadence="month", departments=("D1",))
    known = register(monthly)
    found = reported(known, form("D1", date(2024, 3, 3), "2024-02"), period="2024-02")
    assert (found.received, found.on_time, found.due) == (("D1",), None, None)
    assert found.on_time_rate is None


def test_a_due_day_of_the_month_lies_in_the_month_after() -> None:
    monthly = objective("ít nhất 95%", unit="%", cadence="month", departments=("D1",))
    found = reported(register(monthly, due_day_month=5), period="2024-02")
    assert found.due == date(2024, 3, 5)


@pytest.mark.parametrize(
    ("period", "owing"),
    [
        ("2024-05", ()),
        ("2024-06", ("D1", "D2", "D3")),
        ("2024-Q2", ("D1", "D2", "D3")),
        ("2024-11", ()),
        ("2024-12", ("D1", "D2", "D3")),
    ],
)
def test_a_half_yearly_row_is_owed_when_the_report_is_and_not_each_month(
    period: str, owing: tuple[str, ...]
) -> None:
    assert reported(office(), period=period).expected == owing


def test_who_only_leads_a_measure_owes_a_report_every_month() -> None:
    step = measure(number="1", measure="Làm", lead="D2")
    assert reported(office(measures=(step,)), period="2024-05").expected == ("D2",)


@pytest.mark.parametrize(
    ("day", "period", "due"),
    [
        (31, "2024-01", date(2024, 2, 29)),
        (31, "2024-03", date(2024, 4, 30)),
        (5, "2024-12", date(2025, 1, 5)),
    ],
)
def test_a_day_beyond_the_month_is_the_months_last_day(day: int, period: str, due: date) -> None:
    assert reported(office(due_day_month=day), period=period).due == due


@pytest.mark.parametrize("year", [2023, 2024])
def test_a_month_ends_in_the_next_whatever_its_length(year: int) -> None:
    known = replace(office(due_day_month=28), year=year)
    assert reported(known, period=f"{year}-01").due == date(year, 2, 28)
    assert reported(known, period=f"{year}-02").due == date(year, 3, 28)


@pytest.mark.parametrize(
    ("period", "due"),
    [
        ("2024", date(2024, 11, 29)),
        ("2024-H2", date(2024, 11, 29)),
        ("2024-H1", date(2024, 6, 14)),
        ("2024-Q4", date(2025, 1, 9)),
        ("2024-Q1", date(2024, 4, 9)),
        ("2024-12", None),
        ("2024-06", None),
    ],
)
def test_each_kind_of_report_has_its_own_last_day(period: str, due: date | None) -> None:
    assert reported(office(due_day_quarter=9), period=period).due == due
