"""Which slots are expected, may be estimated, or lie beyond the report."""

from __future__ import annotations

from dataclasses import dataclass
from functools import lru_cache
from typing import TYPE_CHECKING

from qms_xlsx.domain.period import Cadence, Period, Slot, slots_of

if TYPE_CHECKING:
    from datetime import date

    from qms_xlsx.domain.register import Department, Register


@dataclass(frozen=True)
class Calendar:
    """What a register, a period and an as-of date ask of a row of some cadence."""

    register: Register
    period: Period
    as_of: date

    def __hash__(self) -> int:
        return id(self)

    @lru_cache(maxsize=64)  # noqa: B019 (one calendar a run)
    def to_date(self, cadence: Cadence) -> tuple[Slot, ...]:
        """Return the slots that end no later than the period."""
        return tuple(s for s in slots_of(cadence) if s.end_month <= self.period.end_month)

    @lru_cache(maxsize=64)  # noqa: B019
    def in_period(self, cadence: Cadence) -> tuple[Slot, ...]:
        """Return the slots inside the period."""
        return tuple(s for s in slots_of(cadence) if s.within(self.period.slot))

    @lru_cache(maxsize=64)  # noqa: B019
    def expected(self, cadence: Cadence) -> tuple[Slot, ...]:
        """Return the slots to date that should be filled by now."""
        return tuple(slot for slot in self.to_date(cadence) if self._asked(slot))

    def reach(self, cadence: Cadence) -> int:
        """Return the last month of the last expected slot, 0 when none is expected."""
        return max((slot.end_month for slot in self.expected(cadence)), default=0)

    def expected_of(self, cadence: Cadence, department: Department | None) -> tuple[Slot, ...]:
        """Return the slots expected of a department: those that end while it is active."""
        slots = self.expected(cadence)
        if department is None or not (department.active_from or department.active_to):
            return slots
        rule, year = self.register.period_rule, self.register.year
        return tuple(slot for slot in slots if department.active(rule.end(year, slot)))

    def _asked(self, slot: Slot) -> bool:
        register = self.register
        return register.period_rule.end(register.year, slot) < self.as_of or covered(
            register, slot, self.as_of
        )


def covered(register: Register, slot: Slot, day: date) -> bool:
    """Whether a half-year or year report that is due by `day` covers the slot."""
    half = register.due_h1 if slot.end_month <= 6 else None
    return any(due is not None and due <= day for due in (half, register.due_year))


def begun(register: Register, slot: Slot, day: date, report_period: Period | None) -> bool:
    """Whether a slot may hold a figure on a day: it has begun, or the report covers it."""
    if register.period_rule.start(register.year, slot) <= day:
        return True
    return report_period is not None and slot.end_month <= report_period.end_month
