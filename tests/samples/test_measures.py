"""Thượng Lộ's 25 measures on three days, against the table of EXPECTED.md, row by row.

A row: the organisation's state on 15/02, 20/06 and 15/12/2024, with days overdue in brackets and,
where dates are counted, times done of times due so far; below it the departments that differ.
"""

from __future__ import annotations

from datetime import date
from typing import TYPE_CHECKING

import pytest

from qms_xlsx.steps.aggregate import default_period, evaluate
from qms_xlsx.steps.intake import take_in
from tests.year_folders import year_folder

if TYPE_CHECKING:
    from qms_xlsx.judge.results import MeasureResult

pytestmark = pytest.mark.untraced

DAYS = (date(2024, 2, 15), date(2024, 6, 20), date(2024, 12, 15))
TABLE = """
I.1        | overdue(42) 0/1 | done_late 1/1     | done_late 1/1
I.2        | not_due 0/0     | done_on_time 1/1  | done_on_time 1/1
I.3        | not_due 0/0     | not_due 0/0       | done_on_time 1/1
I.4        | not_due 0/0     | due_soon 0/0      | due_soon 1/1
I.5        | ongoing         | ongoing           | ongoing
I.6        | not_due 0/0     | not_due 1/1       | done_on_time 2/2
I.7        | ongoing         | ongoing           | ongoing
I.7 QS     | ongoing         | not_applicable    | not_applicable
II.1       | overdue(15) 0/1 | done_late 1/1     | done_late 1/1
II.1 VP-TK | overdue(15) 0/1 | done_on_time 1/1  | done_on_time 1/1
II.1 TP-HT | overdue(15) 0/1 | done_on_time 1/1  | done_on_time 1/1
II.1 QS    | overdue(15) 0/1 | not_applicable    | not_applicable
II.2       | not_due 0/0     | overdue(20) 2/3   | overdue(15) 8/9
II.2 VP-TK | not_due 0/0     | due_soon 3/3      | due_soon 9/9
II.2 DC-XD | not_due 0/0     | overdue(20) 2/3   | overdue(15) 8/9
II.3       | not_due 0/0     | due_soon 3/3      | due_soon 9/9
III.1      | ongoing         | ongoing           | ongoing
III.2      | not_due 0/0     | not_due 1/1       | done_on_time 2/2
IV.1       | not_due 0/0     | overdue(6) 0/1    | overdue(16) 1/2
IV.1 VP-TK | not_due 0/0     | not_due 1/1       | done_on_time 2/2
IV.1 QS    | not_due 0/0     | overdue(6) 0/1    | overdue(16) 1/2
V.1        | ongoing         | ongoing           | ongoing
V.2        | ongoing         | ongoing           | ongoing
V.2 TC-KT  | ongoing         | not_applicable    | not_applicable
V.2 QS     | ongoing         | not_applicable    | not_applicable
V.3        | not_due 0/0     | due_soon 1/1      | overdue(76) 2/3
V.3 VP-TK  | not_due 0/0     | due_soon 1/1      | due_soon 3/3
V.3 TC-KT  | not_due 0/0     | due_soon 1/1      | overdue(76) 2/3
V.4        | not_due 0/0     | due_soon 1/1      | due_soon 3/3
V.5        | ongoing         | ongoing           | ongoing
VI.1       | ongoing         | ongoing           | ongoing
VI.2       | not_due 0/0     | overdue(6) 0/1    | overdue(16) 1/2
VII.1      | ongoing         | ongoing           | ongoing
VII.2      | ongoing         | not_applicable    | not_applicable
VII.3      | ongoing         | ongoing           | ongoing
VIII.1     | on_event        | on_event          | done_on_time
IX.1       | ongoing         | ongoing           | ongoing
"""
LINES = [[part.strip() for part in line.split("|")] for line in TABLE.strip().splitlines()]
ROWS = [
    (day, number, department, state)
    for name, *found in LINES
    for number, _, department in [name.partition(" ")]
    for day, state in zip(DAYS, found, strict=True)
]


@pytest.fixture(scope="module")
def states(tmp_path_factory: pytest.TempPathFactory) -> dict[tuple[date, str, str], str]:
    """Return every measure's state on every day, by number and department ('': all)."""
    taken = take_in(year_folder(tmp_path_factory.mktemp("nam") / "MTCL"))
    found = {}
    for day in DAYS:
        run = evaluate(taken, default_period(taken.register, day), day)
        for row in run.aggregate.measures:
            found[day, row.measure.number, row.department or ""] = told(row)
    return found


def told(row: MeasureResult) -> str:
    """Return a state as the table writes it."""
    progress = row.progress
    late = f"({progress.days_overdue})" if progress.days_overdue else ""
    counted = "" if progress.total is None else f" {progress.done}/{progress.due_so_far}"
    return f"{row.derived.value}{late}{counted}"


@pytest.mark.parametrize(("day", "number", "department", "state"), ROWS)
def test_a_measure_stands_on_the_day_as_worked_out_by_hand(
    states: dict[tuple[date, str, str], str], day: date, number: str, department: str, state: str
) -> None:
    assert states[day, number, department] == state


def test_the_table_holds_all_twenty_five_measures(
    states: dict[tuple[date, str, str], str],
) -> None:
    numbers = {number for _, number, _ in states}
    assert len(numbers) == 25
    assert numbers == {number for _, number, department, _ in ROWS if not department}
