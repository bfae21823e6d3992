"""How far a measure is, from its deadline and what its department states."""

from __future__ import annotations

from bisect import bisect_left
from dataclasses import dataclass
from datetime import date, timedelta
from enum import StrEnum
from typing import TYPE_CHECKING

from qms_xlsx.domain.deadline import Deadline, DeadlineKind
from qms_xlsx.language.messages import message

if TYPE_CHECKING:
    from qms_xlsx.language.messages import Message

SOON = 30
"""Days before the last good day within which a measure counts as due soon."""


class State(StrEnum):
    """What a department states of a measure."""

    NOT_STARTED = "not_started"
    IN_PROGRESS = "in_progress"
    DONE = "done"
    NOT_APPLICABLE = "not_applicable"


class Derived(StrEnum):
    """What follows from the statement and the deadline as of a day."""

    DONE_ON_TIME = "done_on_time"
    DONE_LATE = "done_late"
    OVERDUE = "overdue"
    DUE_SOON = "due_soon"
    ONGOING = "ongoing"
    ON_EVENT = "on_event"
    NOT_DUE = "not_due"
    NOT_APPLICABLE = "not_applicable"


@dataclass(frozen=True, slots=True, kw_only=True)
class Report:
    """What a department's form states of a measure."""

    state: State | None = None
    times_done: int | None = None
    done_on: date | None = None
    reported_on: date | None = None
    """The form's own date: what it states happened on that day at the latest."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Progress:
    """How far a measure is as of a day, and why."""

    derived: Derived
    next_due: date | None = None
    days_overdue: int = 0
    done: int | None = None
    due_so_far: int | None = None
    total: int | None = None
    why: Message


def derive(
    deadline: Deadline,
    report: Report | None,
    as_of: date,
    *,
    strict_before: bool = True,
    report_dates: tuple[date, ...] = (),
    soon: int = SOON,
) -> Progress:
    """Return the progress of a measure as of a day; what is not reported is not done.

    `report_dates` are the register's, lent to a "Định kỳ" that does not say how often.
    """
    report = report or Report()
    if report.state is State.NOT_APPLICABLE:
        why = message("The department states that there was nothing to do.")
        return Progress(derived=Derived.NOT_APPLICABLE, why=why)
    due, good = due_and_good(deadline, strict_before=strict_before, report_dates=report_dates)
    if not due:
        return _undated(deadline, report, as_of)
    return _Measured(due, good, deadline.times, report, as_of, soon).progress()


def due_and_good(
    deadline: Deadline, *, strict_before: bool, report_dates: tuple[date, ...]
) -> tuple[tuple[date, ...], tuple[date, ...]]:
    """Return the due dates, and for each the last day on time."""
    if not deadline.lends_report_dates:
        return deadline.due, deadline.last_good_days(strict_before=strict_before)
    begins = deadline.begins or date.min
    # The register's report dates are "trước ngày …" too, so its rule for them holds.
    early = timedelta(days=strict_before)
    lent = tuple(day for day in sorted(set(report_dates)) if day - early >= begins)
    return lent, tuple(day - early for day in lent)


def _undated(deadline: Deadline, report: Report, as_of: date) -> Progress:
    """Return the progress of a measure without dates."""
    done = _counts(report, as_of) and report.state is State.DONE
    kinds = deadline.kinds
    if deadline.start and as_of < deadline.start:
        why = message("It begins on {day}.", day=deadline.start)
        return Progress(derived=Derived.NOT_DUE, next_due=deadline.start, why=why)
    if deadline.dropped and deadline.begins and not done:
        why = message("Its dates of this year lie before {day}.", day=deadline.begins)
        return Progress(derived=Derived.NOT_DUE, why=why)
    goes_on = DeadlineKind.ONGOING in kinds or DeadlineKind.RECURRING in kinds
    if goes_on and not deadline.dropped:
        why = message("It goes on all the time; no date is set.")
        return Progress(derived=Derived.ONGOING, done=report.times_done, why=why)
    if done:
        why = message("Done; the deadline sets no date.")
        return Progress(derived=Derived.DONE_ON_TIME, done=report.times_done, why=why)
    if DeadlineKind.ON_EVENT in kinds:
        why = message("It is due when its event happens.")
        return Progress(derived=Derived.ON_EVENT, done=report.times_done, why=why)
    why = message("The deadline is not understood, so nothing is due.")
    return Progress(derived=Derived.NOT_DUE, why=why)


def _counts(report: Report, as_of: date) -> bool:
    """Return whether the day on which it was done has come."""
    return report.done_on is None or report.done_on <= as_of


@dataclass(frozen=True, slots=True)
class _Measured:
    """A measure with dates, and its report as of a day."""

    due: tuple[date, ...]
    good: tuple[date, ...]
    times: int
    report: Report
    as_of: date
    soon: int

    def progress(self) -> Progress:
        done, passed, total = self._done(), self._passed(self.as_of), len(self.due)
        late = 0
        if done >= total:
            derived, why = self._finished()
        elif done < passed:
            late = (self.as_of - self.good[done]).days
            derived, why = Derived.OVERDUE, self._overdue(done, passed, late)
        else:
            derived, why = self._ahead(self.good[done], done)
        return Progress(
            derived=derived,
            next_due=self.due[done] if done < total else None,
            days_overdue=late,
            done=done,
            due_so_far=passed,
            total=total,
            why=why,
        )

    def _passed(self, day: date) -> int:
        """Return how many last good days lie before the day."""
        return bisect_left(self.good, day)

    @property
    def _day(self) -> date | None:
        """The day on which it was done, at the latest."""
        return self.report.done_on or self.report.reported_on

    def _done(self) -> int:
        """Return how many of the dates are met: by the count stated, else by the day."""
        report, total = self.report, len(self.due)
        future = not _counts(report, self.as_of)
        stated = report.state is State.DONE and not future
        if report.times_done is None:
            return self._answered(self._day or self.as_of) if stated else 0
        counted = min(max(report.times_done - future, 0) // self.times, total)
        single = total * self.times == 1 and report.state is not None
        return counted if stated or not single else 0

    def _answered(self, day: date) -> int:
        """Return how many dates something done on the day answers: the nearest and those before.

        What is done a day late answers the date just past, not the one that comes next.
        """
        passed = self._passed(day)
        if passed == len(self.good) or not passed:
            return max(passed, 1)
        return passed + (self.good[passed] - day < day - self.good[passed - 1])

    def _finished(self) -> tuple[Derived, Message]:
        day, last = self._day, self.good[-1]
        if self.report.done_on is None and (day or self.as_of) > last:
            why = message(
                "Done, but without a date: it cannot be shown to be on time (by {day}).",
                day=last,
            )
            return Derived.DONE_LATE, why
        if day is None or day <= last:
            return Derived.DONE_ON_TIME, message("Done on time, by {day}.", day=last)
        why = message("Done on {done}, after {day}.", done=day, day=last)
        return Derived.DONE_LATE, why

    def _overdue(self, done: int, passed: int, late: int) -> Message:
        if len(self.due) == 1:
            return message(
                "Not reported as done; the last day was {day}, {late} days ago.",
                day=self.good[0],
                late=late,
            )
        return message(
            "Done {done} of {passed} due so far; the first open was due by {day}, {late} days ago.",
            done=done,
            passed=passed,
            day=self.good[done],
            late=late,
        )

    def _ahead(self, day: date, done: int) -> tuple[Derived, Message]:
        left = (day - self.as_of).days
        if left <= self.soon:
            why = message("Due by {day}, in {left} days.", day=day, left=left)
            return Derived.DUE_SOON, why
        if done:
            return Derived.NOT_DUE, message("Done so far; the next one is due by {day}.", day=day)
        return Derived.NOT_DUE, message("Not due before {day}.", day=day)
