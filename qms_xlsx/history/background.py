"""What a run is seen against: the run before it, and the same period of last year."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum
from typing import TYPE_CHECKING

from qms_xlsx.domain.status import Status
from qms_xlsx.judge.expected import Calendar
from qms_xlsx.judge.pace import Pace, pace

if TYPE_CHECKING:
    from qms_xlsx.history.past import PastRow, PastRun
    from qms_xlsx.judge.results import Aggregate, Result

_RANKS = {Status.MISSED: 0, Status.AT_RISK: 1, Status.MET: 2, Status.EXCEEDED: 3}


class Movement(StrEnum):
    """How a status moved since the run before."""

    BETTER = "better"
    WORSE = "worse"
    SAME = "same"
    NEW = "new"
    """Judged now, and not before."""
    LOST = "lost"
    """Judged before, and not now."""


def movement(before: Status | None, now: Status | None) -> Movement | None:
    """Return how a status moved; None where it was judged neither then nor now.

    >>> movement(Status.MET, Status.AT_RISK).value, movement(Status.NOT_DUE, Status.MET).value
    ('worse', 'new')
    """
    then, here = (_RANKS.get(status) if status else None for status in (before, now))
    if then is None or here is None:
        if then == here:
            return None
        return Movement.NEW if then is None else Movement.LOST
    if then == here:
        return Movement.SAME
    return Movement.BETTER if here > then else Movement.WORSE


@dataclass(frozen=True, slots=True)
class Background:
    """The runs that a run is compared with, as far as there are any."""

    before: PastRun | None = None
    """What a leader saw last, else the month before."""
    last_year: PastRun | None = None
    """The same period of last year."""
    years: tuple[PastRun, ...] = ()
    """The same period of the years before, last year's among them, oldest first."""

    def row_before(self, result: Result) -> PastRow | None:
        """Return what the run before said of a row."""
        return _row(self.before, result)

    def row_last_year(self, result: Result) -> PastRow | None:
        """Return what last year's same period says of a row."""
        return _row(self.last_year, result)

    def row_by_year(self, result: Result) -> dict[int, PastRow]:
        """Return what the years before say of a row, as far as they know it, oldest first."""
        rows = ((run.period.year, _row(run, result)) for run in self.years)
        return {year: row for year, row in rows if row}

    def movement(self, result: Result) -> Movement | None:
        """Return how a row's status moved; None without any verdict, or where nobody knows.

        The summary of very many departments tells only of all of them together.
        """
        if self.before is None or (result.department and not self.before.tells_departments):
            return None
        row = self.row_before(result)
        return movement(row.status if row else None, result.status)

    def pace(self, aggregate: Aggregate, result: Result) -> Pace | None:
        """Return the pace of a row of this run; None where it is met, or no amount says it."""
        if result.department is not None:
            return None
        calendar = Calendar(aggregate.register, aggregate.period, aggregate.as_of)
        row = self.row_last_year(result)
        return pace(calendar, result, row.series if row else ())


def _row(run: PastRun | None, result: Result) -> PastRow | None:
    return run.rows.get((result.objective.code, result.department)) if run else None
