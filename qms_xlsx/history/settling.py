"""What later forms may change of a closed period: nothing, unless the register lets them in."""

from __future__ import annotations

from dataclasses import dataclass, field, replace
from itertools import groupby
from typing import TYPE_CHECKING

from qms_xlsx.domain.closing import FigureKey, LateChange, Settled
from qms_xlsx.domain.period import SLOTS, InvalidPeriod, Period
from qms_xlsx.domain.submission import Remark, Submission, same_entry

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Sequence
    from datetime import date

    from qms_xlsx.domain.closing import ClosedPeriod, Reopening
    from qms_xlsx.domain.indicator import Component
    from qms_xlsx.domain.period import Slot
    from qms_xlsx.domain.register import Register
    from qms_xlsx.domain.submission import Entry


def settle(
    register: Register, submissions: Iterable[Submission], closed: Sequence[ClosedPeriod]
) -> Settled:
    """Return the submissions with the reported figures in the slots of closed periods.

    A form that was there when the period was closed keeps its own; a later one counts only where
    an exception of the register lets its department in. A department whose forms are gone keeps
    what it had reported.
    """
    given = tuple(submissions)
    if not closed:
        return Settled(given)
    ordered = sorted(closed, key=lambda c: (c.period.end_month, c.as_of))
    rounds = {
        department: list(own)
        for department, own in groupby(
            sorted(given, key=lambda s: (s.department, s.order)), lambda s: s.department
        )
    }
    settled: dict[str, Submission] = {}
    changes: list[LateChange] = []
    for department, own in rounds.items():
        books = _Books(register, department, ordered)
        for submission in own:
            settled[submission.path], found = books.take(submission)
            changes += found
    kept = tuple(_kept(ordered, {d.code for d in register.departments} - rounds.keys()))
    return Settled((*(settled[s.path] for s in given), *kept), tuple(changes), kept)


def closed_slots(
    register: Register, closed: Iterable[ClosedPeriod], department: str, as_of: date
) -> frozenset[Slot]:
    """Return the slots that a department can change no more, seen from a day."""
    shut = [c for c in closed if _leave(register, c, department, as_of) is None]
    return frozenset(slot for slot in SLOTS if any(c.covers(slot) for c in shut))


@dataclass(slots=True)
class _Books:
    """The reported figures of one department, as its forms go by, oldest first."""

    register: Register
    department: str
    closed: list[ClosedPeriod]
    standing: dict[FigureKey, Entry] = field(default_factory=dict)

    def __post_init__(self) -> None:
        for closed in self.closed:
            self.standing = {k: e for k, e in self.standing.items() if not closed.covers(k.slot)}
            self.standing |= closed.of(self.department)

    def take(self, submission: Submission) -> tuple[Submission, list[LateChange]]:
        """Return a form as it counts, and what it says otherwise than was reported."""
        entries = {row: dict(slots) for row, slots in submission.entries.items()}
        changes: list[LateChange] = []
        for key in self._closed_keys(submission):
            covering = [closed for closed in self.closed if closed.covers(key.slot)]
            if submission.sha256 in covering[0].seen:
                continue
            row = entries.setdefault((key.objective, key.component), {})
            now, stands = row.pop(key.slot, None), self.standing.get(key)
            if not same_entry(stands, now):
                change = self._change(submission, key, covering[-1], now)
                changes.append(change)
                stands = now if change.admitted else stands
            if stands is not None:
                row[key.slot] = stands
        self._remember([change for change in changes if change.admitted])
        filled = {row: dict(sorted(slots.items())) for row, slots in entries.items() if slots}
        remarks = self._still_estimates(submission)
        return replace(submission, entries=filled, remarks=remarks), changes

    def _still_estimates(self, submission: Submission) -> dict[str, Remark]:
        """Return a form's remarks: an estimate that was reported and stands is one still."""
        remarks = dict(submission.remarks)
        closed = self.closed[-1]
        if submission.sha256 in closed.seen:
            return remarks
        for code, start in closed.estimates_of(self.department).items():
            if self._stands(closed, code, start):
                own = remarks.get(code, Remark())
                first = min(filter(None, (own.estimate_from, start)), key=lambda s: s.months[0])
                remarks[code] = replace(own, estimate_from=first)
        return remarks

    def _stands(self, closed: ClosedPeriod, code: str, start: Slot) -> bool:
        """Whether a figure that was reported as an estimate is still what counts."""
        return any(
            key.objective == code
            and key.slot.months[0] >= start.months[0]
            and same_entry(self.standing.get(key), entry)
            for key, entry in closed.of(self.department).items()
        )

    def _change(
        self, submission: Submission, key: FigureKey, closed: ClosedPeriod, now: Entry | None
    ) -> LateChange:
        return LateChange(
            key=key,
            closed=closed,
            reported=self.standing.get(key),
            now=now,
            submission=submission,
            admitted=_leave(self.register, closed, self.department, submission.dated),
        )

    def _remember(self, admitted: Iterable[LateChange]) -> None:
        """Let what was admitted stand from now on."""
        for change in admitted:
            if change.now is None:
                self.standing.pop(change.key, None)
            else:
                self.standing[change.key] = change.now

    def _closed_keys(self, submission: Submission) -> list[FigureKey]:
        """Return the closed figures that were reported or are typed, in the form's order."""
        own = [
            FigureKey(self.department, code, part, slot)
            for (code, part), row in submission.entries.items()
            for slot in row
        ]
        known = self.register.indicator_by_code
        return [
            key
            for key in dict.fromkeys((*own, *self.standing))
            if key.objective in known and any(c.covers(key.slot) for c in self.closed)
        ]


def _leave(
    register: Register, closed: ClosedPeriod, department: str, day: date | None
) -> Reopening | None:
    """Return the exception that lets a department in on a day; without a reason it is none."""
    for exception in register.exceptions:
        named = _period(exception) == closed.period and exception.reason
        in_time = exception.until is None or (day is not None and day <= exception.until)
        if named and in_time and department in register.resolve(exception.department):
            return exception
    return None


def lets_in(register: Register, period: Period) -> bool:
    """Whether a register lets anybody change a closed period."""
    return any(_period(one) == period and one.reason for one in register.exceptions)


def _period(exception: Reopening) -> Period | None:
    try:
        return Period.parse(exception.period)
    except InvalidPeriod:
        return None


def _kept(closed: Sequence[ClosedPeriod], gone: Iterable[str]) -> Iterator[Submission]:
    """Yield what departments had reported whose forms are in da-nop/ no more."""
    for department in sorted(gone):
        if own := reported(closed, department):
            yield own


def reported(closed: Iterable[ClosedPeriod], department: str) -> Submission | None:
    """Return what a department had reported of closed periods, the longest last, as one form."""
    own = [c for c in closed if c.of(department)]
    if not own:
        return None
    figures = {key: entry for c in own for key, entry in c.of(department).items()}
    entries: dict[tuple[str, Component], dict[Slot, Entry]] = {}
    for key, entry in figures.items():
        entries.setdefault((key.objective, key.component), {})[key.slot] = entry
    return Submission(
        path=next(iter(figures.values())).place.file,
        department=department,
        year=own[-1].period.year,
        report_period=own[-1].period,
        report_date=own[-1].as_of,
        entries=entries,
        remarks={
            code: Remark(estimate_from=slot)
            for code, slot in own[-1].estimates_of(department).items()
        },
    )
