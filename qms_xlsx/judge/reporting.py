"""Who owes a report for the period, who has handed in, and who on time."""

from __future__ import annotations

from calendar import monthrange
from datetime import date, timedelta
from typing import TYPE_CHECKING

from qms_xlsx.domain.period import Cadence, Period
from qms_xlsx.judge.results import Reporting

if TYPE_CHECKING:
    from collections.abc import Collection, Sequence

    from qms_xlsx.domain.register import Register
    from qms_xlsx.domain.submission import Submission
    from qms_xlsx.judge.expected import Calendar


def reporting(
    calendar: Calendar, accepted: Sequence[Submission], rejected: Collection[str] = ()
) -> Reporting:
    """Return the reporting of the period.

    A department is expected when it is active on the period's last day and has a slot in the
    period, a measure to lead, or the half-year or year report to give. It has handed
    in when an accepted form covers the period's end; on time when
    the first such form is dated no later than the last good day. Of those that are missing, the
    departments among `rejected` sent a form that had to be refused.
    """
    register, period = calendar.register, calendar.period
    last_day = register.period_rule.end(register.year, period.slot)
    expected = tuple(
        d.code for d in register.departments if d.active(last_day) and _owes(calendar, d.code)
    )
    handed: dict[str, list[date | None]] = {}
    for submission in accepted:
        if _covers(submission, period):
            handed.setdefault(submission.department, []).append(submission.dated)
    received = tuple(c for c in expected if c in handed)
    due = last_good_day(register, period)
    first = {c: day for c in received if (day := min(filter(None, handed[c]), default=None))}
    late = None if due is None else {c for c in received if c not in first or first[c] > due}
    on_time = None if late is None else tuple(c for c in received if c not in late)
    refused = tuple(c for c in expected if c in rejected and c not in received)
    return Reporting(
        expected=expected,
        received=received,
        on_time=on_time,
        rejected=refused,
        due=due,
        handed_in=first,
    )


def _owes(calendar: Calendar, department: str) -> bool:
    register = calendar.register
    owned = register.owned(department)
    report = calendar.period.end_month in (6, 12)
    slots = any(calendar.in_period(objective.cadence) for objective in owned)
    return bool(register.led(department)) or bool(owned and (report or slots))


def _covers(submission: Submission, period: Period) -> bool:
    reported = submission.report_period
    return reported is None or reported.end_month >= period.end_month


def last_good_day(register: Register, period: Period) -> date | None:
    """Return the last day on which the period's report is on time; None without a due date."""
    if period.end_month == 12 and period.slot.cadence in (Cadence.YEAR, Cadence.HALF):
        return _strictly(register, register.due_year)
    if period.slot.cadence is Cadence.HALF:
        return _strictly(register, register.due_h1)
    day = {
        Cadence.MONTH: register.due_day_month,
        Cadence.QUARTER: register.due_day_quarter,
    }.get(period.slot.cadence)
    if day is None:
        return None
    following = date(register.year, period.end_month, 28) + timedelta(days=7)
    return following.replace(day=min(day, monthrange(following.year, following.month)[1]))


def _strictly(register: Register, due: date | None) -> date | None:
    """Return where "trước ngày X" ends: the day before, unless the register says otherwise."""
    return due - timedelta(days=1) if due and register.strict_before else due
