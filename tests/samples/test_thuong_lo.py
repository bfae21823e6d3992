"""The two runs of Thượng Lộ 2024, against figures worked out by hand from the text tables.

samples/thuong-lo-2024/source/EXPECTED.md says where each one comes from.
"""

from __future__ import annotations

from datetime import date
from typing import TYPE_CHECKING

import pytest

from qms_xlsx.domain.period import Period
from qms_xlsx.domain.status import Status
from qms_xlsx.steps.aggregate import evaluate
from qms_xlsx.steps.intake import take_in
from tests.year_folders import H1_2024, year_folder

if TYPE_CHECKING:
    from qms_xlsx.judge.results import Aggregate, MeasureResult, Result
    from qms_xlsx.steps.intake import Intake

pytestmark = pytest.mark.untraced

HALF, YEAR = "2024-H1", "2024"

FIGURES = {
    # objective: status, actual, numerator, denominator, period target, slots, departments
    HALF: {
        "TL-1": ("met", 100, 6, 6, 100, (1, 1), (6, 6)),
        "TL-2a": ("met", 100, 50, 50, 100, (6, 6), (6, 6)),
        "TL-2b": ("exceeded", 54, 27, 50, 50, (6, 6), (6, 6)),
        "TL-3a": ("met", 100, 111, 111, 100, (6, 6), (6, 6)),
        "TL-3b": ("at_risk", 100 * 108 / 111, 108, 111, 100, (6, 6), (6, 6)),
        "TL-4": ("not_due", 100 * 4 / 15, 4, 15, None, (1, 1), (1, 1)),
        "TL-5a1": ("met", 100, 639, 639, 100, (6, 6), (4, 5)),
        "TL-5a2": ("at_risk", 100 * 568 / 573, 568, 573, 100, (5, 6), (4, 5)),
        "TL-5b1": ("met", 100, 94, 94, 100, (2, 2), (1, 1)),
        "TL-5b2": ("no_data", None, None, None, 100, (0, 2), (0, 1)),
        "TL-5b3": ("exceeded", 100 * 222 / 405, 222, 405, 50, (6, 6), (4, 5)),
        "TL-5c1": ("exceeded", 100 * 124 / 132, 124, 132, 90, (2, 2), (1, 1)),
        "TL-5c2": ("not_applicable", None, None, None, 85, (2, 2), (1, 1)),
        "TL-6": ("missed", 88, 682, 775, 100, (5, 6), (6, 6)),
        "TL-7a": ("not_due", None, None, None, None, (0, 0), (0, 0)),
        "TL-7b": ("not_due", None, None, None, None, (0, 0), (0, 0)),
        "TL-7c": ("not_due", None, None, None, None, (0, 0), (0, 0)),
        "TL-8": ("met", 50, 9, 18, 50, (1, 1), (6, 6)),
        "TL-9a": ("not_due", None, None, None, None, (0, 0), (0, 0)),
        "TL-9b": ("not_due", None, None, None, None, (0, 0), (0, 0)),
        "TL-9c": ("not_due", None, None, None, None, (0, 0), (0, 0)),
    },
    YEAR: {
        "TL-1": ("met", 100, 6, 6, 100, (2, 2), (6, 6)),
        "TL-2a": ("met", 100, 50, 50, 100, (12, 12), (6, 6)),
        "TL-2b": ("missed", 98, 49, 50, 100, (12, 12), (6, 6)),
        "TL-3a": ("met", 100, 223, 223, 100, (12, 12), (6, 6)),
        "TL-3b": ("missed", 100 * 219 / 223, 219, 223, 100, (12, 12), (6, 6)),
        "TL-4": ("met", 100, 15, 15, 100, (2, 2), (1, 1)),
        "TL-5a1": ("met", 100, 1290, 1290, 100, (12, 12), (4, 5)),
        "TL-5a2": ("missed", 100 * 1284 / 1290, 1284, 1290, 100, (12, 12), (4, 5)),
        "TL-5b1": ("met", 100, 94, 94, 100, (4, 4), (1, 1)),
        "TL-5b2": ("met", 100, 80, 80, 100, (4, 4), (1, 1)),
        "TL-5b3": ("exceeded", 100 * 508 / 832, 508, 832, 50, (12, 12), (4, 5)),
        "TL-5c1": ("exceeded", 100 * 250 / 264, 250, 264, 90, (4, 4), (1, 1)),
        "TL-5c2": ("exceeded", 87.5, 35, 40, 85, (4, 4), (1, 1)),
        "TL-6": ("missed", 100 * 1497 / 1621, 1497, 1621, 100, (12, 12), (6, 6)),
        "TL-7a": ("met", "xuất sắc", None, None, "xuất sắc", (1, 1), (1, 1)),
        "TL-7b": ("met", "tốt", None, None, "tốt", (1, 1), (1, 1)),
        "TL-7c": ("no_data", None, None, None, 3, (0, 1), (0, 1)),
        "TL-8": ("met", 100, 18, 18, 100, (2, 2), (6, 6)),
        "TL-9a": ("met", "tập thể lao động tiên tiến", None, None,
                  "tập thể lao động tiên tiến", (1, 1), (1, 1)),
        "TL-9b": ("met", 100, 20, 20, 100, (1, 1), (6, 6)),
        "TL-9c": ("met", 15, 3, 20, 15, (1, 1), (6, 6)),
    },
}  # fmt: skip

HEADINGS = {
    HALF: {"TL-2": "met", "TL-3": "at_risk", "TL-5": "at_risk", "TL-7": "not_due",
           "TL-9": "not_due"},
    YEAR: {"TL-2": "missed", "TL-3": "missed", "TL-5": "missed", "TL-7": "no_data",
           "TL-9": "met"},
}  # fmt: skip

DEPARTMENTS = [
    # period, objective, department: status, numerator, denominator
    (HALF, "TL-6", "DC-XD", "missed", 137, 178),
    (HALF, "TL-6", "TC-KT", "missed", 99, 111),
    (HALF, "TL-6", "VP-TK", "at_risk", 178, 190),
    (HALF, "TL-6", "QS", "met", 43, 43),
    (HALF, "TL-5b3", "DC-XD", "at_risk", 42, 92),
    (HALF, "TL-5b3", "QS", "not_applicable", None, None),
    (HALF, "TL-5b3", "CA", "no_data", None, None),
    (HALF, "TL-8", "QS", "missed", 0, 2),
    (HALF, "TL-8", "VP-TK", "exceeded", 3, 4),
    (YEAR, "TL-6", "VP-TK", "missed", 378, 394),
    (YEAR, "TL-2b", "DC-XD", "missed", 9, 10),
    (YEAR, "TL-5a2", "TP-HT", "met", 785, 785),
]


@pytest.fixture(scope="module")
def taken(tmp_path_factory: pytest.TempPathFactory) -> Intake:
    return take_in(year_folder(tmp_path_factory.mktemp("nam") / "MTCL"))


@pytest.fixture(scope="module")
def runs(taken: Intake) -> dict[str, Aggregate]:
    return {
        HALF: evaluate(taken, H1_2024, date(2024, 6, 20)).aggregate,
        YEAR: evaluate(taken, Period.parse("2024"), date(2024, 12, 15)).aggregate,
    }


@pytest.mark.parametrize(
    ("period", "code"), [(period, code) for period, rows in FIGURES.items() for code in rows]
)
def test_an_indicator_comes_out_as_worked_out_by_hand(
    runs: dict[str, Aggregate], period: str, code: str
) -> None:
    status, actual, numerator, denominator, target, slots, departments = FIGURES[period][code]
    row = runs[period].organisation_row(code)
    assert row.status == status
    assert row.actual == (pytest.approx(actual) if isinstance(actual, int | float) else actual)
    assert (row.numerator, row.denominator) == (numerator, denominator)
    assert row.period_target == target
    assert (row.coverage.slots, row.coverage.departments) == (slots, departments)


@pytest.mark.parametrize("period", [HALF, YEAR])
def test_every_figure_is_provisional_since_the_reports_precede_their_periods_ends(
    runs: dict[str, Aggregate], period: str
) -> None:
    rows = [runs[period].organisation_row(code) for code in FIGURES[period]]
    assert {row.objective.code for row in rows if row.provisional} == {
        row.objective.code for row in rows if row.actual is not None
    }


@pytest.mark.parametrize(
    ("period", "code"), [(period, code) for period, rows in HEADINGS.items() for code in rows]
)
def test_a_heading_takes_its_worst_child(
    runs: dict[str, Aggregate], period: str, code: str
) -> None:
    assert runs[period].organisation_row(code).status == HEADINGS[period][code]


def test_no_indicator_is_left_out_of_the_tables_above(runs: dict[str, Aggregate]) -> None:
    indicators = {o.code for o in runs[HALF].register.indicators}
    assert len(indicators) == 21
    assert indicators == set(FIGURES[HALF]) == set(FIGURES[YEAR])


def test_the_half_year_shows_every_status(runs: dict[str, Aggregate]) -> None:
    rows = [runs[HALF].organisation_row(code) for code in FIGURES[HALF]]
    assert {row.status for row in rows} == set(Status)


@pytest.mark.parametrize(
    ("period", "code", "department", "status", "numerator", "denominator"), DEPARTMENTS
)
def test_a_department_is_judged_by_its_own_figures(
    runs: dict[str, Aggregate],
    period: str,
    code: str,
    department: str,
    status: str,
    numerator: float | None,
    denominator: float | None,
) -> None:
    row = department_row(runs[period], code, department)
    assert (row.status, row.numerator, row.denominator) == (status, numerator, denominator)


def test_the_reports_that_came_in_are_counted(runs: dict[str, Aggregate]) -> None:
    half, year = runs[HALF].reporting, runs[YEAR].reporting
    assert (len(half.expected), len(half.received)) == (8, 7)
    assert (half.missing, half.due) == (("CA",), date(2024, 6, 14))
    assert set(half.received) - set(half.on_time or ()) == {"TNTKQ"}
    assert (len(year.received), len(year.on_time or ()), year.missing) == (7, 7, ("CA",))


def test_of_two_forms_of_a_department_the_newer_counts(runs: dict[str, Aggregate]) -> None:
    files = {s.department: s.path for s in runs[HALF].submissions}
    assert files["DC-XD"] == "DC-XD_6thang_sua.xlsx"
    assert files["QS"] == "QS_6thang.xlsx"


def test_a_figure_names_the_cells_that_it_is_from(runs: dict[str, Aggregate]) -> None:
    sources = runs[HALF].organisation_row("TL-8").sources
    assert len(sources) == 12  # two halves of six departments
    assert all(place.file and place.sheet == "Kết quả" and place.cell for place in sources)


MEASURES = [
    # number, department (None: the organisation's row): state, done, due so far, days overdue
    (HALF, "I.1", None, "done_late", 1, 1, 0),
    (HALF, "I.2", None, "done_on_time", 1, 1, 0),
    (HALF, "I.3", None, "not_due", 0, 0, 0),
    (HALF, "I.4", None, "due_soon", 0, 0, 0),
    (HALF, "I.5", None, "ongoing", None, None, 0),
    (HALF, "I.6", None, "not_due", 1, 1, 0),
    (HALF, "I.7", "QS", "not_applicable", None, None, 0),
    (HALF, "II.1", "DC-XD", "done_late", 1, 1, 0),
    (HALF, "II.1", "TP-HT", "done_on_time", 1, 1, 0),
    (HALF, "II.2", "DC-XD", "overdue", 2, 3, 20),
    (HALF, "II.2", "VP-TK", "due_soon", 3, 3, 0),
    (HALF, "IV.1", "QS", "overdue", 0, 1, 6),
    (HALF, "V.3", "TC-KT", "due_soon", 1, 1, 0),
    (HALF, "VI.2", None, "overdue", 0, 1, 6),
    (HALF, "VII.2", None, "not_applicable", None, None, 0),
    (HALF, "VIII.1", None, "on_event", 1, None, 0),
    (YEAR, "I.3", None, "done_on_time", 1, 1, 0),
    (YEAR, "I.4", None, "due_soon", 1, 1, 0),
    (YEAR, "I.6", None, "done_on_time", 2, 2, 0),
    (YEAR, "II.2", "DC-XD", "overdue", 8, 9, 15),
    (YEAR, "II.3", None, "due_soon", 9, 9, 0),
    (YEAR, "IV.1", "QS", "overdue", 1, 2, 16),
    (YEAR, "V.3", "TC-KT", "overdue", 2, 3, 76),
    (YEAR, "V.4", None, "due_soon", 3, 3, 0),
    (YEAR, "VI.2", None, "overdue", 1, 2, 16),
    (YEAR, "VIII.1", None, "done_on_time", 2, None, 0),
    (YEAR, "IX.1", None, "ongoing", None, None, 0),
]


@pytest.mark.parametrize(
    ("period", "number", "department", "state", "done", "due", "overdue"), MEASURES
)
def test_a_measure_stands_where_the_plan_and_the_report_put_it(
    runs: dict[str, Aggregate],
    period: str,
    number: str,
    department: str | None,
    state: str,
    done: int | None,
    due: int | None,
    overdue: int,
) -> None:
    row = measure_row(runs[period], number, department)
    progress = row.progress
    assert row.derived == state
    assert (progress.done, progress.due_so_far) == (done, due)
    assert progress.days_overdue == overdue


def test_before_any_report_nothing_of_the_plan_is_done(taken: Intake) -> None:
    result = evaluate(taken, Period.parse("2024-01"), date(2024, 2, 15)).aggregate
    states = {m.measure.number: m for m in result.measures if m.department is None}
    overdue = {n: m.progress.days_overdue for n, m in states.items() if m.derived == "overdue"}
    assert overdue == {"I.1": 42, "II.1": 15}
    assert states["I.2"].derived == "not_due"
    assert states["VIII.1"].derived == "on_event"
    assert result.submissions == ()


def department_row(run: Aggregate, code: str, department: str) -> Result:
    return next(
        row for row in run.results if row.objective.code == code and row.department == department
    )


def measure_row(run: Aggregate, number: str, department: str | None) -> MeasureResult:
    return next(
        row for row in run.measures if row.measure.number == number and row.department == department
    )
