"""Which slots are expected of whom, and from when."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from qms_xlsx.domain.period import Cadence, Period, Slot, slots_of

if TYPE_CHECKING:
    from datetime import date

    from qms_xlsx.domain.department import Department
    from qms_xlsx.domain.register import Register

_Slots = dict[Cadence, tuple[Slot, ...]]


@dataclass(frozen=True, slots=True)
class Calendar:
    """What a register, a period and an as-of date ask of a row of some cadence."""

    register: Register
    period: Period
    as_of: date
    _to_date: _Slots = field(init=False, repr=False)
    _in_period: _Slots = field(init=False, repr=False)
    _expected: _Slots = field(init=False, repr=False)

    def __post_init__(self) -> None:
        """Work out once what every row of a run asks for."""
        end, whole = self.period.end_month, self.period.slot
        to_date = {c: tuple(s for s in slots_of(c) if s.end_month <= end) for c in Cadence}
        inside = {c: tuple(s for s in slots_of(c) if s.within(whole)) for c in Cadence}
        expected = {c: tuple(filter(self._asked, slots)) for c, slots in to_date.items()}
        for name, slots in (("_to_date", to_date), ("_in_period", inside), ("_expected", expected)):
            object.__setattr__(self, name, slots)

    def to_date(self, cadence: Cadence) -> tuple[Slot, ...]:
        """Return the slots that end no later than the period."""
        return self._to_date[cadence]

    def in_period(self, cadence: Cadence) -> tuple[Slot, ...]:
        """Return the slots inside the period."""
        return self._in_period[cadence]

    def expected(self, cadence: Cadence) -> tuple[Slot, ...]:
        """Return the slots to date that should be filled by now."""
        return self._expected[cadence]

    def reach(self, cadence: Cadence) -> int:
        """Return the last month of the last expected slot, 0 when none is expected."""
        return max((slot.end_month for slot in self.expected(cadence)), default=0)

    def expected_of(self, cadence: Cadence, department: Department) -> tuple[Slot, ...]:
        """Return the slots expected of a department: those that end while it is active."""
        slots = self.expected(cadence)
        if not (department.active_from or department.active_to):
            return slots
        rule, year = self.register.period_rule, self.register.year
        return tuple(slot for slot in slots if department.active(rule.end(year, slot)))

    def cut_short(self, cadence: Cadence, department: Department) -> tuple[Slot, ...]:
        """Return the slots that end after a department has closed: what it typed there is final."""
        closed = department.active_to
        if closed is None:
            return ()
        rule, year = self.register.period_rule, self.register.year
        return tuple(s for s in self.expected(cadence) if closed < rule.end(year, s))

    def running(self, slot: Slot) -> bool:
        """Whether a slot has not ended on the as-of day."""
        return self.as_of <= self.register.period_rule.end(self.register.year, slot)

    def open_to(self, slot: Slot, department: Department) -> bool:
        """Whether a department had not closed when a slot began."""
        closed = department.active_to
        return closed is None or self.register.period_rule.start(self.register.year, slot) <= closed

    def took_over(self, department: Department, closed: str) -> bool:
        """Whether a department has taken over the work of another that has closed by now."""
        end = self.register.department_by_code[closed].active_to
        day = self.register.period_rule.end(self.register.year, self.period.slot)
        return end is not None and end < day and department.active(day)

    def _asked(self, slot: Slot) -> bool:
        register = self.register
        end = register.period_rule.end(register.year, slot)
        begun = register.start is None or register.start <= end
        return begun and (end < self.as_of or register.covered(slot, self.as_of))
