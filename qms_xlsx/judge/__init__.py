"""Submissions × register → judged figures. Pure: no file is read or written here."""

from __future__ import annotations

from typing import TYPE_CHECKING

from qms_xlsx.judge.expected import Calendar
from qms_xlsx.judge.headings import heading_rows
from qms_xlsx.judge.indicators import indicator_rows
from qms_xlsx.judge.measures import measure_rows
from qms_xlsx.judge.reporting import reporting
from qms_xlsx.judge.results import Aggregate, Result

if TYPE_CHECKING:
    from collections.abc import Collection, Iterable, Mapping
    from datetime import date

    from qms_xlsx.domain.period import Period
    from qms_xlsx.domain.register import Register
    from qms_xlsx.domain.submission import Submission


def aggregate(
    register: Register,
    submissions: Iterable[Submission],
    period: Period,
    as_of: date,
    rejected: Collection[str] = (),
) -> Aggregate:
    """Return every indicator, heading and measure judged for a period, as known on a day.

    Of several submissions of one department the newest handed in by `as_of` counts, whole;
    the order in which they are given does not matter. `rejected` are the departments of forms that
    could not be trusted as a whole.
    """
    known = _handed_in(submissions, as_of)
    newest = newest_submissions(known)
    calendar = Calendar(register, period, as_of)
    return Aggregate(
        register=register,
        period=period,
        as_of=as_of,
        results=_judged(calendar, newest),
        measures=tuple(measure_rows(register, newest, as_of)),
        reporting=reporting(calendar, known, rejected),
        submissions=tuple(newest[d.code] for d in register.departments if d.code in newest),
    )


def judged_rows(
    register: Register, submissions: Iterable[Submission], period: Period, as_of: date
) -> tuple[Result, ...]:
    """Return what `aggregate` says of indicators and headings, where nothing else is asked."""
    newest = newest_submissions(_handed_in(submissions, as_of))
    return _judged(Calendar(register, period, as_of), newest)


def _handed_in(submissions: Iterable[Submission], as_of: date) -> list[Submission]:
    return [s for s in submissions if s.dated is None or s.dated <= as_of]


def _judged(calendar: Calendar, newest: Mapping[str, Submission]) -> tuple[Result, ...]:
    register = calendar.register
    rows = {o.code: indicator_rows(calendar, o, newest) for o in register.indicators}
    headings = heading_rows(register, {code: own[0] for code, own in rows.items()})
    found: list[Result] = []
    for objective in register.objectives:
        if objective.code in rows:
            found.extend(rows[objective.code])
        elif objective.code in headings:
            found.append(headings[objective.code])
    return tuple(found)


def newest_submissions(submissions: Iterable[Submission]) -> dict[str, Submission]:
    """Return the newest submission of each department: by report date, 'modified', then name."""
    newest: dict[str, Submission] = {}
    for submission in sorted(submissions, key=lambda s: s.order):
        newest[submission.department] = submission
    return newest
