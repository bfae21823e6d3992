"""Where each measure of the plan stands, for each department that leads it."""

from __future__ import annotations

from typing import TYPE_CHECKING

from qms_xlsx.domain.progress import Derived, Progress, Report, derive
from qms_xlsx.judge.results import MeasureResult

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping, Sequence
    from datetime import date

    from qms_xlsx.domain.measure import Measure
    from qms_xlsx.domain.register import Register
    from qms_xlsx.domain.submission import ProgressEntry, Submission

_DONE = (Derived.DONE_ON_TIME, Derived.DONE_LATE)
WORST_FIRST = (
    Derived.OVERDUE,
    Derived.DUE_SOON,
    Derived.NOT_DUE,
    Derived.ONGOING,
    Derived.ON_EVENT,
    Derived.DONE_LATE,
    Derived.DONE_ON_TIME,
    Derived.NOT_APPLICABLE,
)
"""The order in which a group's measure takes the state of its departments."""


def measure_rows(
    register: Register, submissions: Mapping[str, Submission], as_of: date
) -> list[MeasureResult]:
    """Return the rows of every measure: the organisation's, then one for each lead of a group."""
    rows: list[MeasureResult] = []
    for measure in register.measures:
        own = list(_department_rows(register, measure, submissions, as_of))
        rows.append(_organisation_row(register, measure, own, as_of))
        rows.extend(own)
    return rows


def _department_rows(
    register: Register, measure: Measure, submissions: Mapping[str, Submission], as_of: date
) -> Iterator[MeasureResult]:
    """Yield who leads a measure now, and who did it before it closed."""
    done: set[str] = set()
    leads = register.leads[measure.number]
    for code in sorted(leads, key=lambda c: register.department_by_code[c].closed):
        row = department_row(register, measure, code, submissions.get(code), as_of)
        active = register.department_by_code[code].active(as_of)
        answered = any(heir in done for heir in register.predecessors.get(code, ()))
        if row.derived in _DONE or answered:
            done.add(code)
        if (active and not answered) or (not active and row.derived in _DONE):
            yield row


def own_rows(register: Register, submission: Submission, as_of: date) -> Iterator[MeasureResult]:
    """Yield where each measure that a form's department leads stands, as the form tells it.

    One that it took over and is silent of is left out: who closed may have done it.
    """
    code = submission.department
    active = register.department_by_code[code].active(as_of)
    for measure in register.led(code):
        row = department_row(register, measure, code, submission, as_of)
        told = row.entry or code in register.resolve(measure.lead)
        if told and (active or row.derived in _DONE):
            yield row


def department_row(
    register: Register,
    measure: Measure,
    code: str,
    submission: Submission | None,
    as_of: date,
) -> MeasureResult:
    """Return where a measure stands for a department that leads it."""
    entry = submission.progress.get(measure.number) if submission else None
    return MeasureResult(
        measure=measure,
        department=code,
        progress=_progress(register, measure, entry, submission, as_of),
        entry=entry,
    )


def _progress(
    register: Register,
    measure: Measure,
    entry: ProgressEntry | None,
    submission: Submission | None,
    as_of: date,
) -> Progress:
    report = None
    if entry:
        report = Report(
            state=entry.state,
            times_done=entry.times_done,
            done_on=entry.done_on,
            reported_on=submission.dated if submission else None,
        )
    return derive(
        measure.deadline,
        report,
        as_of,
        strict_before=register.strict_before,
        report_dates=register.due_dates,
    )


def _organisation_row(
    register: Register, measure: Measure, own: Sequence[MeasureResult], as_of: date
) -> MeasureResult:
    """Return the one lead's row, or a group's: its worst state and how many have done it."""
    worst = min(own, key=lambda r: WORST_FIRST.index(r.derived), default=None)
    progress = worst.progress if worst else _progress(register, measure, None, None, as_of)
    done = sum(r.derived in _DONE for r in own)
    return MeasureResult(
        measure=measure,
        department=None,
        progress=progress,
        entry=own[0].entry if len(own) == 1 else None,
        done_departments=(done, len(own)) if len(own) > 1 else None,
    )
