"""The year's due dates, month by month: done, late, due, coming."""

from __future__ import annotations

from collections import Counter
from dataclasses import dataclass
from typing import TYPE_CHECKING

from qms_xlsx.domain.progress import SOON, Derived
from qms_xlsx.write.summary.states import STATES

if TYPE_CHECKING:
    from collections.abc import Iterator
    from datetime import date

    from qms_xlsx.judge.results import MeasureResult
    from qms_xlsx.say.facts import Facts
    from qms_xlsx.write.summary.states import StateLook

ROWS = {
    Derived.DONE_ON_TIME: STATES[Derived.DONE_ON_TIME],
    Derived.DONE_LATE: STATES[Derived.DONE_LATE],
    Derived.OVERDUE: STATES[Derived.OVERDUE],
    Derived.DUE_SOON: STATES[Derived.DUE_SOON],
    Derived.NOT_DUE: STATES[Derived.NOT_DUE],
}
"""The strip's rows, top to bottom."""


@dataclass(frozen=True, slots=True)
class Strip:
    """How many due dates of each month are in which state; and how many lie outside the year."""

    months: dict[Derived, tuple[int, ...]]
    outside: int

    def rows(self) -> Iterator[tuple[StateLook, tuple[int, ...]]]:
        """Yield each row's state and its twelve counts."""
        for derived, state in ROWS.items():
            yield state, self.months[derived]


def strip(facts: Facts) -> Strip:
    """Return the strip of all measures, each leading department's dates on their own."""
    register, as_of = facts.aggregate.register, facts.aggregate.as_of
    tally: Counter[tuple[Derived, int]] = Counter()
    outside = 0
    for row in facts.led:
        if row.derived is Derived.NOT_APPLICABLE:
            continue
        for day, state in _dates(row, as_of):
            inside = day.year == register.year
            tally[state, day.month] += inside
            outside += not inside
    months = {state: tuple(tally[state, month] for month in range(1, 13)) for state in ROWS}
    return Strip(months, outside)


def _dates(row: MeasureResult, as_of: date) -> Iterator[tuple[date, Derived]]:
    done = row.progress.done or 0
    dates = zip(row.measure.due, row.measure.last_good, strict=True)
    for index, (day, good) in enumerate(dates):
        if index < done:
            late = row.derived is Derived.DONE_LATE and index == done - 1
            yield day, Derived.DONE_LATE if late else Derived.DONE_ON_TIME
            continue
        if good < as_of:
            yield day, Derived.OVERDUE
        else:
            soon = (good - as_of).days <= SOON
            yield day, Derived.DUE_SOON if soon else Derived.NOT_DUE
