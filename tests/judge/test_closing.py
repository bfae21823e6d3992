"""Work of a department that closed or has not begun: what was done stands, what is open passes on."""

from __future__ import annotations

from dataclasses import replace
from datetime import date
from typing import Any

from qms_xlsx.domain.department import Department
from qms_xlsx.domain.finding import Place
from qms_xlsx.domain.progress import Derived, State
from qms_xlsx.domain.submission import ProgressEntry
from tests.judge.cases import objective, run, submission
from tests.registers import measure, register_of

OWN = objective("≥ 1 hộ", over_time="sum", cadence="quarter", unit="hộ", profile="same")
LATE = date(2024, 10, 20)


def plan(done: dict[str, date], **facts: Any) -> dict[str | None, Derived]:
    """Return where a measure due on 30/4 stands that D1 led until June, by department."""
    departments = (
        Department(code="D1", name="Cũ", active_to=date(2024, 6, 30), **facts),
        Department(code="D2", name="Mới", active_from=date(2024, 7, 1)),
    )
    known = register_of(
        organisation="UBND xã Thử",
        year=2024,
        departments=departments,
        objectives=(OWN,),
        measures=(measure(number="1", measure="Việc", lead="D1", deadline="Trước 30/9/2024"),),
    )
    told = [_form(code, day) for code, day in done.items()]
    return {row.department: row.derived for row in run(known, *told, as_of=LATE).measures}


def _form(code: str, day: date) -> Any:
    entry = ProgressEntry(number="1", state=State.DONE, done_on=day, place=Place(code))
    return replace(submission(OWN, [1], code, day), progress={"1": entry})


def test_what_a_department_did_before_it_closed_stands() -> None:
    assert plan({"D1": date(2024, 6, 20)}) == {
        None: Derived.DONE_ON_TIME,
        "D1": Derived.DONE_ON_TIME,
    }


def test_its_open_work_is_its_successors() -> None:
    assert plan({}, successor="D2") == {None: Derived.OVERDUE, "D2": Derived.OVERDUE}
    done = plan({"D2": date(2024, 9, 20)}, successor="D2")
    assert done == {None: Derived.DONE_ON_TIME, "D2": Derived.DONE_ON_TIME}


def test_what_was_done_before_is_not_asked_of_the_successor_again() -> None:
    assert set(plan({"D1": date(2024, 6, 20)}, successor="D2")) == {None, "D1"}


def test_without_a_successor_nobodys_work_stays_open_for_the_organisation() -> None:
    assert plan({}) == {None: Derived.OVERDUE}
