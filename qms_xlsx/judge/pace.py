"""What an indicator that falls short still needs: a sum's rest, a ratio's next cases."""

from __future__ import annotations

from dataclasses import dataclass
from math import ceil
from typing import TYPE_CHECKING

from qms_xlsx.domain.indicator import Aggregation, Indicator
from qms_xlsx.domain.status import Status
from qms_xlsx.judge.items import Pair
from qms_xlsx.language.numbers import significant

if TYPE_CHECKING:
    from qms_xlsx.judge.expected import Calendar
    from qms_xlsx.judge.results import Result, Series

_SHORT = (Status.AT_RISK, Status.MISSED)
_UPWARDS = (">=", ">")


@dataclass(frozen=True, slots=True, kw_only=True)
class Pace:
    """How far the year's target is, what each remaining month must bring, what each brought."""

    missing: float
    """Of a sum its rest; of a ratio the further cases that must all be good."""
    months_left: int
    so_far: float
    """What each month to date has brought, on average."""
    last_year: float | None = None
    """What each of last year's same months brought; None where it is not known."""

    @property
    def per_month(self) -> float | None:
        """What each remaining month must bring; None where none remains."""
        return self.missing / self.months_left if self.months_left else None


def pace(calendar: Calendar, result: Result, last_year: Series = ()) -> Pace | None:
    """Return the pace of an organisation's row; None where it is met, or no amount says it."""
    indicator = calendar.register.indicator_by_code.get(result.objective.code)
    target = result.year_target
    if indicator is None or result.status not in _SHORT or not isinstance(target, float):
        return None
    missing = _missing(indicator, result, target)
    if missing is None or missing <= 0 or not result.series:
        return None
    begin, end = calendar.register.months_before(), max(slot.end_month for slot, _ in result.series)
    return Pace(
        missing=missing,
        months_left=12 - end,
        so_far=_brought(result.series, (begin, end)) / (end - begin),
        last_year=_last_year(last_year, (begin, end)),
    )


def _missing(indicator: Indicator, result: Result, target: float) -> float | None:
    """Return what is missing of the year's target; None where nothing can be added to reach it."""
    if result.comparator not in _UPWARDS or result.change is not None:
        return None
    if indicator.over_slots is Aggregation.RATIO and result.denominator:
        return _cases(indicator, result, target / indicator.scale)
    adds = indicator.over_slots is Aggregation.SUM and not indicator.pair
    if adds and result.unit == indicator.unit and isinstance(result.actual, float):
        return significant(target - result.actual)
    return None


def _cases(indicator: Indicator, result: Result, share: float) -> float | None:
    """Return how many cases a ratio still needs, all of them good where it is a part of a whole."""
    good, whole = result.numerator or 0.0, result.denominator or 0.0
    short = share * whole - good
    if indicator.capped:
        if share >= 1:
            return None
        short /= 1 - share
    counted = good.is_integer() and whole.is_integer()
    return float(ceil(significant(short))) if counted else significant(short)


def _brought(series: Series, months: tuple[int, int]) -> float:
    """Return what the slots after one month up to another brought: amounts, or numerators."""
    found = 0.0
    for slot, item in series:
        value = item.numerator if isinstance(item, Pair) else item
        if months[0] < slot.end_month <= months[1] and isinstance(value, float):
            found += value
    return found


def _last_year(series: Series, months: tuple[int, int]) -> float | None:
    known = any(months[0] < slot.end_month <= months[1] for slot, _ in series)
    return _brought(series, months) / (months[1] - months[0]) if known else None
