"""Whether a form's date fits what it reports, and which slip of the date would."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, timedelta
from typing import TYPE_CHECKING

from qms_xlsx.domain.period import Cadence

if TYPE_CHECKING:
    from collections.abc import Iterator

    from qms_xlsx.domain.period import Period, PeriodRule, Slot

_AHEAD = timedelta(days=62)
"""How long before a slot begins it may be estimated: the year's report is due before December."""
_LATE = timedelta(days=120)
"""How long after a period a report of it still comes."""
_DATED_AHEAD = timedelta(days=7)
"""A form may carry the day on which it is to be signed."""


@dataclass(frozen=True, slots=True)
class Reported:
    """What a form says, as far as its date must fit it."""

    rule: PeriodRule
    period: Period
    last_slot: Slot | None = None
    """The last slot with a figure that is no estimate."""
    saved: date | None = None

    def fits(self, day: date) -> bool:
        """Whether a report of this may be dated so."""
        return not self.too_early(day) and not self.too_late(day)

    def too_early(self, day: date) -> bool:
        """Whether the period, or its last figure, was not yet to be reported."""
        year, slot = self.period.year, self.period.slot
        start, end = self.rule.start(year, slot), self.rule.end(year, slot)
        if slot.cadence in (Cadence.HALF, Cadence.YEAR):
            start += (end - start) / 2
        last = self.last_slot
        return day < start or (last is not None and day < self.rule.start(year, last) - _AHEAD)

    def too_late(self, day: date) -> bool:
        """Whether it is dated long after its period, or after the day on which it was saved."""
        end = self.rule.end(self.period.year, self.period.slot)
        return day > end + _LATE or (self.saved is not None and day > self.saved + _DATED_AHEAD)

    def likely(self, day: date, until: date | None = None) -> date | None:
        """Return the date that was probably meant; None where no single slip explains it."""
        found = [d for d in slips(day) if self.fits(d) and (until is None or d <= until)]
        return found[0] if found else None


def slips(day: date) -> Iterator[date]:
    """Yield the dates that one slip turns into this one: the year before, after; day for month.

    >>> [str(d) for d in slips(date(2024, 7, 6))]
    ['2025-07-06', '2023-07-06', '2024-06-07']
    """
    for parts in (
        (day.year + 1, day.month, day.day),
        (day.year - 1, day.month, day.day),
        (day.year, day.day, day.month),
    ):
        try:
            found = date(*parts)
        except ValueError:
            continue
        if found != day:
            yield found
