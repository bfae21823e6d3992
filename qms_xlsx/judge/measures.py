"""Where each measure of the plan stands, for each department that leads it."""

from __future__ import annotations

from functools import lru_cache
from typing import TYPE_CHECKING

from qms_xlsx.domain.deadline import Deadline
from qms_xlsx.domain.progress import Derived, Progress, Report, derive
from qms_xlsx.judge.results import MeasureResult

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence
    from datetime import date

    from qms_xlsx.domain.register import Measure, Register
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
        own = [
            _department_row(register, measure, code, submissions.get(code), as_of)
            for code in register.leads[measure.number]
            if register.department_by_code[code].active(as_of)
        ]
        rows.append(_organisation_row(register, measure, own, as_of))
        rows.extend(own)
    return rows


@lru_cache(maxsize=4096)
def deadline_of(text: str, year: int) -> Deadline:
    """Return the reading of a measure's deadline; the same words are read once."""
    return Deadline.parse(text, year)


def _department_row(
    register: Register,
    measure: Measure,
    code: str,
    submission: Submission | None,
    as_of: date,
) -> MeasureResult:
    entry = submission.progress.get(measure.number) if submission else None
    return MeasureResult(
        measure=measure,
        department=code,
        deadline=deadline_of(measure.deadline, register.year),
        progress=_progress(register, measure, entry, as_of),
        entry=entry,
    )


def _progress(
    register: Register, measure: Measure, entry: ProgressEntry | None, as_of: date
) -> Progress:
    report = (
        Report(state=entry.state, times_done=entry.times_done, done_on=entry.done_on)
        if entry
        else None
    )
    return derive(
        deadline_of(measure.deadline, register.year),
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
    progress = worst.progress if worst else _progress(register, measure, None, as_of)
    done = sum(r.derived in _DONE for r in own)
    return MeasureResult(
        measure=measure,
        department=None,
        deadline=deadline_of(measure.deadline, register.year),
        progress=progress,
        entry=own[0].entry if len(own) == 1 else None,
        done_departments=(done, len(own)) if len(own) > 1 else None,
    )
