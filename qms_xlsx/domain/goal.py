"""What an indicator is judged against: its target turned to its unit, spread over the year."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum
from math import ceil, floor
from typing import TYPE_CHECKING

from qms_xlsx.domain.target import Better, Kind
from qms_xlsx.domain.target.model import PLACES
from qms_xlsx.language import numbers
from qms_xlsx.language.symbols import YES

if TYPE_CHECKING:
    from qms_xlsx.language.messages import Message

LARGEST_WHOLE = 20
"""Whole targets up to this are prorated to whole numbers: 5 streets are 2 by June."""
CHANGES = (Kind.GROWTH, Kind.REDUCTION)


class Profile(StrEnum):
    """How the year's target is spread over the year."""

    LINEAR = "linear"
    SAME = "same"
    YEAR_END = "year_end"


Level = tuple[float | str | None, float | None]
"""A target, and a range's upper end."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Goal:
    """What an indicator is judged against, in the register's unit."""

    kind: Kind
    comparator: str | None
    value: float | str | None
    upper: float | None = None
    half: float | str | None = None
    half_upper: float | None = None
    half_given: bool = False
    """Whether the register names the half-year's target."""
    stretch: float | str | None = None
    """The higher level that is striven for; reaching it is exceeding."""
    base: float = 0.0
    """Where the straight line to the year's target begins: a level's baseline."""
    better: Better
    unit: str
    profile: Profile
    explicit: bool
    counted: bool = True
    """Whether whole things are counted, so that small targets are prorated to whole numbers."""
    of: float | None = None
    unit_of_change: str = ""

    @property
    def zero(self) -> bool:
        """Whether not one event may happen."""
        return self.comparator == "=" and self.value == 0

    @property
    def limit(self) -> bool:
        """Whether it sets how much there may be at the most."""
        return self.kind is Kind.THRESHOLD and self.comparator in ("<=", "<")

    @property
    def of_the_year(self) -> float | str | None:
        """What is asked of the whole year: a level, a grade, a change, or Có."""
        return YES if self.kind is Kind.YES_NO else self.value

    @property
    def change(self) -> bool:
        """Whether it is judged by the change against a baseline."""
        return self.kind in CHANGES

    @property
    def relative(self) -> bool:
        """Whether a change is measured in per cent of the baseline."""
        return self.unit_of_change in ("", "%")

    @property
    def ranked(self) -> bool:
        """Whether the change is one of rank, where rising makes the number smaller."""
        return self.change and self.unit_of_change in PLACES

    @property
    def target_unit(self) -> str:
        """The unit that the target is given in: a change's own, else the figure's."""
        return (self.unit_of_change or "%") if self.change else self.unit

    def at(self, reach: int, begin: int = 0) -> Level:
        """Return the target of a year that has come to month `reach`, and a range's upper end.

        The line begins after month `begin`. Only for a reach at which there is a target: see `due`.
        """
        if reach == 6 and self.half_given:
            return self.half, self.half_upper
        prorated = self.profile is Profile.LINEAR and self.kind in (Kind.THRESHOLD, Kind.RANGE)
        if reach == 12 or not prorated:
            return self.value, self.upper
        half, upper = self.half, self.half_upper
        return self._line(self.value, half, reach, begin), self._line(
            self.upper, upper, reach, begin
        )

    def stretch_at(self, reach: int, begin: int = 0) -> float | str | None:
        """Return the level that is striven for, spread over the year as the target is."""
        if reach == 12 or self.profile is not Profile.LINEAR:
            return self.stretch
        return self._line(self.stretch, None, reach, begin)

    def due(self, reach: int, begin: int = 0) -> bool:
        """Whether there is a target to be judged against at this reach."""
        if reach <= begin:
            return False
        if reach == 12 or (reach == 6 and self.half_given):
            return True
        if self.change:
            return reach == 6
        if self.profile is Profile.YEAR_END:
            return False
        return self.at(reach, begin)[0] != 0 or self.value == 0

    def _line(
        self, year: float | str | None, half: float | str | None, reach: int, begin: int
    ) -> float | None:
        """Return a level on the way to the year's, by way of the half-year's where given."""
        if not isinstance(year, int | float):
            return None
        month, level, end, top = begin, self.base, 12, float(year)
        if isinstance(half, int | float) and begin < 6:
            month, level, end, top = (6, half, 12, top) if reach > 6 else (begin, level, 6, half)
        value = level + (top - level) * (reach - month) / (end - month)
        if not (self.counted and float(year).is_integer() and abs(year) <= LARGEST_WHOLE):
            return value
        whole = ceil if top < level else floor
        return float(whole(numbers.significant(value)))


EVERY_ONE = Goal(
    kind=Kind.THRESHOLD,
    comparator=">=",
    value=100.0,
    better=Better.HIGHER,
    unit="%",
    profile=Profile.SAME,
    explicit=True,
)
"""What is asked of the share of periods or departments that have what each must."""


class Fault(StrEnum):
    """Why a row has no goal."""

    UNKNOWN = "unknown"
    SEVERAL = "several"
    DIRECTION = "direction"
    FRACTION = "fraction"
    UNIT = "unit"
    HALF = "half"
    STRETCH = "stretch"
    QUESTION = "question"


@dataclass(frozen=True, slots=True)
class NoGoal:
    """Why an indicator has no target to be judged against until the register is mended."""

    fault: Fault
    reason: Message
