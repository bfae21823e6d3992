"""What is expected of a department that closes, and until when."""

from __future__ import annotations

from dataclasses import replace
from datetime import date
from typing import Any

import pytest

from qms_xlsx.domain.department import Department
from qms_xlsx.domain.period import Period, Slot
from qms_xlsx.domain.status import Status
from qms_xlsx.judge.expected import Calendar
from tests.judge.cases import AFTER, objective, register, run, submission

COUNT = {"over_time": "sum", "over_departments": "sum", "cadence": "quarter", "unit": "hộ"}


def closing(day: date, *, owners: tuple[str, ...] = ("D1",), **facts: Any) -> Any:
    """Return a register whose D1 closes on a day, with the row that its owners report."""
    own = objective("≥ 1 hộ", **COUNT | {"departments": owners})
    departments = (
        Department(code="D1", name="Cũ", active_to=day, **facts),
        Department(code="D2", name="Mới"),
    )
    return own, replace(register(own), departments=departments)


def test_what_a_department_typed_for_the_quarter_it_closed_in_is_final() -> None:
    own, known = closing(date(2024, 5, 15))
    whole = run(known, submission(own, [3, 4]), period="2024-H1").organisation_row("A")
    assert (whole.actual, whole.estimated, whole.coverage.slots) == (7, False, (2, 2))


def test_nothing_is_asked_of_a_quarter_that_a_department_left_open_when_it_closed() -> None:
    own, known = closing(date(2024, 5, 15))
    whole = run(known, submission(own, [3]), period="2024-H1").organisation_row("A")
    assert (whole.actual, whole.provisional, whole.coverage.slots) == (3, False, (1, 1))


@pytest.mark.parametrize(("closed", "actual"), [(date(2024, 3, 31), 3), (date(2024, 4, 1), 7)])
def test_a_quarter_is_a_departments_when_it_was_still_there_on_its_first_day(
    closed: date, actual: float
) -> None:
    own, known = closing(closed)
    whole = run(known, submission(own, [3, 4]), period="2024-H1").organisation_row("A")
    assert whole.actual == actual


@pytest.mark.parametrize(
    ("period", "rows"), [("2024-H1", [None, "D1", "D2"]), ("2024-Q3", [None, "D2"])]
)
def test_a_successor_takes_over_the_day_after_though_both_report_the_row(
    period: str, rows: list[str | None]
) -> None:
    own, known = closing(date(2024, 6, 30), owners=("D1", "D2"), successor="D2")
    told = [submission(own, [3, 4], "D1"), submission(own, [1, 1, 5], "D2")]
    done = run(known, *told, period=period)
    assert [row.department for row in done.results] == rows
    assert not done.results[-1].estimated


def test_a_successor_is_asked_from_the_day_after_the_other_closed() -> None:
    own, known = closing(date(2024, 6, 29), successor="D2")
    told = [submission(own, [3], "D1"), submission(own, [None, 4], "D2")]
    done = run(known, *told, period="2024-H1")
    assert [row.department for row in done.results] == [None, "D2"]
    assert done.organisation_row("A").coverage.slots == (2, 2)


@pytest.mark.parametrize(("way", "actual"), [("sum", 10), ("average", 6), ("single", 6)])
def test_of_a_quarter_in_which_one_took_over_amounts_are_added_and_levels_the_new_ones(
    way: str, actual: float
) -> None:
    settings = COUNT | {"over_time": "last", "over_departments": way, "profile": "same"}
    own = objective("≥ 1 hộ", **settings | {"departments": ("D1",)})
    departments = (
        Department(code="D1", name="Cũ", active_to=date(2024, 5, 15), successor="D2"),
        Department(code="D2", name="Mới", active_from=date(2024, 5, 16)),
    )
    known = replace(register(own), departments=departments)
    told = [submission(own, [3, 4], "D1"), submission(own, [None, 6], "D2")]
    done = run(known, *told, period="2024-H1")
    assert [row.department for row in done.results] == [None, "D2"]
    assert (done.organisation_row("A").actual, done.results[1].as_of_slot) == (actual, None)


def test_of_every_month_those_before_the_office_began_are_not_asked() -> None:
    own = objective("01 lần/tháng", over_time="every", cadence="month", unit="lần/tháng")
    told = submission(own, [None, None, 1, 1, 1, 1])
    whole = run(register(own, start=date(2024, 3, 1)), told, period="2024-H1").results[0]
    assert (whole.numerator, whole.denominator, whole.status) == (4, 4, Status.MET)


@pytest.mark.parametrize(("day", "running"), [(date(2024, 3, 31), True), (date(2024, 4, 1), False)])
def test_a_quarter_runs_to_the_evening_of_its_last_day(day: date, running: bool) -> None:
    _, known = closing(AFTER)
    assert Calendar(known, Period.parse("2024"), day).running(Slot.parse("q1")) is running
