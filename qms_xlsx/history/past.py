"""What an earlier run said, whether its summary was read or it was worked out again."""

from __future__ import annotations

from collections import Counter
from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from qms_xlsx.domain.progress import Derived

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping
    from datetime import date

    from qms_xlsx.domain.period import Period
    from qms_xlsx.domain.status import Status
    from qms_xlsx.judge.results import Aggregate, Coverage, Result, Series, Shown

Key = tuple[str, str | None]
"""An objective's code, and the department's or None for the organisation's own row."""


@dataclass(frozen=True, slots=True, kw_only=True)
class PastRow:
    """One judged figure of an earlier run."""

    status: Status | None
    actual: Shown | None
    series: Series = ()
    provisional: bool = False
    coverage: Coverage | None = None
    """How much of what was expected was there; None where a summary was read."""


@dataclass(frozen=True, slots=True, kw_only=True)
class PastRun:
    """An earlier run: its period and day, its figures, and what page one counted."""

    period: Period
    as_of: date
    rows: Mapping[Key, PastRow] = field(default_factory=dict)
    file: str = ""
    """The summary that it was read from; '' when it was worked out from the forms."""
    edited: bool = False
    """Whether somebody changed that summary since it was written."""
    folder: str = ""
    """The folder of an earlier year that it is from; '' for this year's own."""
    closed: bool = False
    """Whether that year is closed."""
    received: int | None = None
    """Departments that had handed in; None where nobody saw it."""
    overdue: int | None = None
    """Measures that were overdue; None where nobody saw it."""

    @property
    def tells_departments(self) -> bool:
        """Whether it tells of single departments, too."""
        return any(department for _, department in self.rows)

    def count(self, codes: Iterable[str]) -> Counter[Status]:
        """Return how many of these indicators had each status."""
        own = (self.rows[code, None].status for code in codes if (code, None) in self.rows)
        return Counter(status for status in own if status)


def past_run(aggregate: Aggregate) -> PastRun:
    """Return a run that was worked out again; what only its own day could see is left open."""
    rows = past_rows(aggregate.results)
    return PastRun(period=aggregate.period, as_of=aggregate.as_of, rows=rows)


def past_rows(results: Iterable[Result]) -> dict[Key, PastRow]:
    """Return what is seen later of a run's figures."""
    return {
        (r.objective.code, r.department): PastRow(
            status=r.status,
            actual=r.actual,
            series=r.series,
            provisional=r.provisional,
            coverage=r.coverage,
        )
        for r in results
    }


def overdue_measures(aggregate: Aggregate) -> int:
    """Return how many measures are overdue, however many departments lead each."""
    late = {m.measure.number for m in aggregate.measures if m.derived is Derived.OVERDUE}
    return len(late)
