"""Where a measure stands for each who leads it, and for the organisation."""

from __future__ import annotations

from dataclasses import replace
from datetime import date
from typing import Any

import pytest

from qms_xlsx.domain.department import Department
from qms_xlsx.domain.progress import Derived, State
from qms_xlsx.domain.submission import ProgressEntry, Submission
from qms_xlsx.judge.measures import own_rows
from tests.judge.cases import objective, register, run
from tests.registers import measure

DUE = measure(number="I.1", measure="Tập huấn", lead="Tất cả", deadline="Trước 30/6/2024")


def form(department: str, day: date | None, **facts: Any) -> Submission:
    """Return a form that says the measure is done, on a day or undated, handed in on 10/7."""
    entry = ProgressEntry(number="I.1", state=State.DONE, done_on=day, **facts)
    return Submission(
        path=f"{department}.xlsx",
        department=department,
        year=2024,
        report_date=date(2024, 7, 10),
        progress={"I.1": entry},
    )


def rows(*forms: Submission, departments: tuple[str, ...] = ("D1", "D2", "D3")) -> Any:
    known = register(objective("1 hộ", unit="hộ"), departments=departments, measures=(DUE,))
    return run(known, *forms, as_of=date(2024, 7, 20)).measures


def test_a_groups_measure_stands_where_its_last_department_does() -> None:
    whole, *own = rows(form("D1", date(2024, 6, 3)))
    assert [(row.department, row.derived) for row in own] == [
        ("D1", Derived.DONE_ON_TIME), ("D2", Derived.OVERDUE), ("D3", Derived.OVERDUE),
    ]  # fmt: skip
    assert (whole.derived, whole.done_departments, whole.entry) == (Derived.OVERDUE, (1, 3), None)


def test_a_measure_of_one_department_is_that_departments() -> None:
    whole, own = rows(form("D1", date(2024, 6, 3), note="xong"), departments=("D1",))
    assert (whole.entry, whole.done_departments) == (own.entry, None)
    assert whole.entry.note == "xong"


@pytest.mark.parametrize(
    ("sent", "derived"),
    [(date(2024, 7, 10), Derived.DONE_LATE), (date(2024, 6, 28), Derived.DONE_ON_TIME)],
)
def test_what_is_done_without_a_day_was_done_when_the_form_was_handed_in(
    sent: date, derived: Derived
) -> None:
    undated = replace(form("D1", None), report_date=sent)
    assert rows(undated, departments=("D1",))[0].derived is derived


@pytest.mark.parametrize(
    ("as_of", "done", "taken_over", "rows"),
    [
        (date(2024, 6, 3), False, False, ["I.1"]),
        (date(2024, 7, 20), False, False, []),
        (date(2024, 7, 20), True, False, ["I.1"]),
        (date(2024, 6, 3), False, True, []),
        (date(2024, 6, 3), True, True, ["I.1"]),
    ],
)
def test_of_a_form_what_it_leads_or_has_done_stands_and_what_it_only_took_over_when_told(
    as_of: date, done: bool, taken_over: bool, rows: list[str]
) -> None:
    lead = Department(code="D0", name="Cũ", active_to=date(2024, 1, 31), successor="D1")
    own = Department(code="D1", name="Mới", active_to=date(2024, 6, 30))
    step = replace(DUE, lead="D0" if taken_over else "D1")
    known = replace(
        register(objective("1 hộ", unit="hộ"), measures=(step,)), departments=(lead, own)
    )
    told = form("D1", date(2024, 6, 1))
    told = told if done else replace(told, progress={})
    assert [row.measure.number for row in own_rows(known, told, as_of)] == rows
