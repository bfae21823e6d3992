"""An objective's goal: its target's words read, turned to its unit, and spread over the year."""

from __future__ import annotations

from dataclasses import dataclass, replace
from functools import lru_cache
from math import floor
from typing import TYPE_CHECKING

from qms_xlsx.domain.period import Cadence
from qms_xlsx.domain.register import RATIO, Aggregation, Component, Profile
from qms_xlsx.domain.target import Better, Kind, Reading, Target, Unknown
from qms_xlsx.language import numbers
from qms_xlsx.language.messages import Message, message
from qms_xlsx.language.text import folded
from qms_xlsx.language.units import factor

if TYPE_CHECKING:
    from qms_xlsx.domain.register import Objective

LARGEST_WHOLE = 20
"""Whole targets up to this are prorated to whole numbers: 5 streets are 2 by June."""

_AT_LEAST = (">=", ">")
_AT_MOST = ("<=", "<")
_CHANGES = (Kind.GROWTH, Kind.REDUCTION)


@dataclass(frozen=True, slots=True, kw_only=True)
class Goal:
    """What an indicator is judged against, in the register's unit."""

    kind: Kind
    comparator: str | None
    value: float | str | None
    upper: float | None
    half: float | None
    half_upper: float | None
    better: Better
    unit: str
    profile: Profile
    explicit: bool
    of: float | None = None
    unit_of_change: str = ""

    @property
    def zero(self) -> bool:
        """Whether not one event may happen."""
        return self.comparator == "=" and self.value == 0

    @property
    def change(self) -> bool:
        """Whether it is judged by the change against a baseline."""
        return self.kind in _CHANGES

    @property
    def relative(self) -> bool:
        """Whether a change is measured in per cent of the baseline."""
        return self.unit_of_change in ("", "%")

    def at(self, reach: int) -> tuple[float | str | None, float | None]:
        """Return the target, and a range's upper end, for a year that has come to month `reach`.

        Only for a reach at which there is a target: see `due`.
        """
        if reach == 12 or self.kind in (Kind.GRADE, Kind.RANK, Kind.YES_NO, *_CHANGES):
            return self.value, self.upper
        if reach == 6 and self.half is not None:
            return self.half, self.half_upper if self.half_upper is not None else self.upper
        if self.profile is not Profile.LINEAR:
            return self.value, self.upper
        return self._prorated(self.value, self.half, reach), self._prorated(self.upper, None, reach)

    def due(self, reach: int) -> bool:
        """Whether there is a target to be judged against at this reach."""
        if reach == 0:
            return False
        if self.change:
            return reach in (6, 12)
        if reach == 12 or (reach == 6 and self.half is not None):
            return True
        return self.profile is not Profile.YEAR_END

    def _prorated(self, year: float | str | None, half: float | None, reach: int) -> float | None:
        if not isinstance(year, int | float):
            return None
        middle = year / 2 if half is None else half
        value = middle * reach / 6 if reach <= 6 else middle + (year - middle) * (reach - 6) / 6
        whole = float(year).is_integer() and abs(year) <= LARGEST_WHOLE
        return float(floor(numbers.significant(value))) if whole else value


@dataclass(frozen=True, slots=True)
class NoGoal:
    """Why an indicator has no target to be judged against until the register is mended."""

    reason: Message


@lru_cache(maxsize=8192)
def read_target(text: str) -> Reading | Unknown:
    """Return the reading of a target's words; the same words are read once."""
    return Target.parse(text)


@lru_cache(maxsize=8192)
def goal(objective: Objective) -> Goal | NoGoal:
    """Return the objective's goal, or why there is none."""
    reading = read_target(objective.target)
    if not reading.understood:
        return NoGoal(message("The target “{target}” is not understood.", target=objective.target))
    if len(reading.targets) > 1:
        return NoGoal(
            message("The cell holds several targets: “{target}”.", target=objective.target)
        )
    target = reading.targets[0]
    better = objective.better or target.better
    if _contradicts(target, better):
        return NoGoal(
            message(
                "The target “{target}” contradicts the direction of the indicator: {better}.",
                target=objective.target,
                better=_DIRECTIONS[better],
            )
        )
    if fraction_for_percentage(objective, target):
        return NoGoal(
            message(
                "The target is the number {value} without a percent sign, in a row counted in %: "
                "spreadsheets keep a typed percentage as a fraction (1 for 100%).",
                value=objective.target.replace(".", ","),
            )
        )
    return _resolved(objective, _implied(target, better), better)


def fraction_for_percentage(objective: Objective, target: Target) -> bool:
    """Whether a bare number of at most 1 stands where a percentage is wanted, be it 1 or 100 %."""
    bare = target.kind is Kind.THRESHOLD and not target.explicit and not target.unit
    share = objective.unit.startswith("%") or components(objective) == RATIO
    return bare and share and isinstance(target.value, float) and 0 < target.value <= 1


_DIRECTIONS = {
    Better.HIGHER: message("higher is better"),
    Better.LOWER: message("lower is better"),
    Better.NEITHER: message("neither direction is better"),
}


def _contradicts(target: Target, better: Better) -> bool:
    if target.kind is Kind.GROWTH:
        return better is Better.LOWER
    if target.kind is Kind.REDUCTION:
        return better is Better.HIGHER
    if target.kind is not Kind.THRESHOLD or not target.explicit:
        return False
    if better is Better.LOWER:
        return target.comparator in _AT_LEAST
    return better is Better.HIGHER and target.comparator in _AT_MOST


def _implied(target: Target, better: Better) -> Target:
    """Give a number without a comparator the one that its direction implies."""
    if target.explicit or target.kind is not Kind.THRESHOLD:
        return target
    comparator = {Better.HIGHER: ">=", Better.LOWER: "<=", Better.NEITHER: None}[better]
    return replace(target, comparator=comparator, better=better)


def _resolved(objective: Objective, target: Target, better: Better) -> Goal | NoGoal:
    change = target.kind in _CHANGES
    unit = objective.unit or ("" if change else target.unit or "")
    scale = 1.0 if change else _scale(target.unit, unit)
    if scale is None:
        return NoGoal(
            message(
                "The target “{target}” cannot be turned into the indicator's unit “{unit}”.",
                target=objective.target,
                unit=unit,
            )
        )
    half = _half(objective, unit)
    return Goal(
        kind=target.kind,
        comparator=target.comparator,
        value=_scaled(target.value, scale),
        upper=None if target.upper is None else target.upper * scale,
        half=half[0],
        half_upper=half[1],
        better=better,
        unit=unit,
        profile=objective.profile or default_profile(objective, target.kind),
        explicit=target.explicit,
        of=target.of,
        unit_of_change=(target.unit or "") if change else "",
    )


def _scale(written: str | None, unit: str) -> float | None:
    """Return what turns the written unit into the register's; None for shares against counts.

    Two plain nouns ("người", "lao động") are taken as the same thing; the lint asks about them.
    """
    if not written or not unit:
        return 1.0
    found = factor(written, unit)
    return 1.0 if found is None and not (_scaled_unit(written) or _scaled_unit(unit)) else found


def _scaled_unit(unit: str) -> bool:
    return unit.startswith(("%", "‰")) or "đồng" in folded(unit)


def _scaled(value: float | str | None, scale: float) -> float | str | None:
    return value * scale if isinstance(value, int | float) else value


def _half(objective: Objective, unit: str) -> tuple[float | None, float | None]:
    if not objective.target_h1:
        return None, None
    reading = read_target(objective.target_h1)
    if not reading.understood:
        return None, None
    target = reading.targets[0]
    scale = _scale(target.unit, unit) or 1.0
    value = _scaled(target.value, scale)
    upper = None if target.upper is None else target.upper * scale
    return (value, upper) if isinstance(value, int | float) else (None, None)


def default_profile(objective: Objective, kind: Kind) -> Profile:
    """Return the profile of a row whose register leaves it blank (DESIGN §8)."""
    if kind in (Kind.GRADE, Kind.RANK, Kind.RANGE) or objective.cadence is Cadence.YEAR:
        return Profile.YEAR_END
    if kind is Kind.YES_NO and objective.over_time is not Aggregation.ALL:
        return Profile.YEAR_END
    return Profile.LINEAR if objective.over_time is Aggregation.SUM else Profile.SAME


def components(objective: Objective) -> tuple[Component, ...]:
    """Return what a form's rows hold of the indicator: one component, or the two of a ratio."""
    reading = read_target(objective.target)
    kind = reading.targets[0].kind if reading.understood else None
    if kind is Kind.GRADE:
        return (Component.GRADE,)
    if kind is Kind.RANK:
        return (Component.RANK,)
    answered = (
        objective.over_departments is Aggregation.ALL or objective.over_time is Aggregation.ALL
    )
    if kind is Kind.YES_NO or answered:
        return (Component.ANSWER,)
    ratio = Aggregation.RATIO in (objective.over_time, objective.over_departments)
    return RATIO if ratio or objective.numerator_label else (Component.VALUE,)


def ratio_scale(unit: str) -> float:
    """Return what a quotient is multiplied by to be in this unit."""
    if unit.startswith("%"):
        return 100.0
    return 1000.0 if unit.startswith("‰") else 1.0
