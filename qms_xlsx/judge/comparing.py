"""Whether a figure meets a target, how far it has come, and whether more can still change that."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from qms_xlsx.domain.indicator import Aggregation
from qms_xlsx.domain.submission import Mark
from qms_xlsx.domain.target import Better, Kind, grade_rank
from qms_xlsx.language.numbers import is_number, significant

if TYPE_CHECKING:
    from qms_xlsx.domain.goal import Goal
    from qms_xlsx.domain.indicator import Indicator
    from qms_xlsx.judge.items import MaybeItem

Actual = float | bool | str | None
_RISING = frozenset({Aggregation.SUM, Aggregation.MAX})
_FALLING = frozenset({Aggregation.MIN, Aggregation.ALL, Aggregation.WORST})


@dataclass(frozen=True, slots=True, kw_only=True)
class Figure:
    """What is judged: the item, how far the year has come, and how much is missing."""

    item: MaybeItem
    value: Actual
    """The item as one number, answer or grade; None for KPS and for nothing."""
    reach: int
    """Last month of the last expected slot; 0 when none is expected, 12 for the year's report."""
    begin: int
    """Months of the year before the row begins."""
    there: tuple[int, int]
    """How many of the expected slots need not be waited for, of how many."""
    full: bool
    """Whether every expected slot holds something."""
    certain: bool = False
    """Whether what is missing is known not to matter."""

    @property
    def complete(self) -> bool:
        """Whether nothing is missing."""
        return self.there[0] == self.there[1]

    @property
    def half_there(self) -> bool:
        """Whether at least half of what is expected is there."""
        return 2 * self.there[0] >= self.there[1]

    @property
    def kps(self) -> bool:
        """Whether nothing arose that could be counted."""
        return isinstance(self.item, Mark)


def meets(goal: Goal, value: Actual, target: float | str | None, upper: float | None) -> bool:
    """Return whether a figure meets a target (both sides to 12 significant digits)."""
    if goal.kind is Kind.YES_NO or isinstance(value, bool):
        return value is True
    if goal.kind is Kind.GRADE:
        return _grade_meets(value, target)
    if not isinstance(value, int | float) or not isinstance(target, int | float):
        return False
    if goal.kind is Kind.RANGE and goal.better is Better.LOWER:
        return upper is None or significant(value) <= significant(upper)
    if goal.kind is Kind.RANGE:
        return significant(value) >= significant(target)
    return compare(goal.comparator, value, target)


def _grade_meets(value: Actual, target: float | str | None) -> bool:
    if not isinstance(value, str) or not isinstance(target, str):
        return False
    have, want = grade_rank(value), grade_rank(target)
    return have is not None and want is not None and have[0] == want[0] and have[1] <= want[1]


def compare(comparator: str | None, value: float, target: float) -> bool:
    """Return whether a comparison holds, both sides to 12 significant digits."""
    have, want = significant(value), significant(target)
    match comparator:
        case ">=":
            return have >= want
        case ">":
            return have > want
        case "<=":
            return have <= want
        case "<":
            return have < want
    return have == want


def attainment(
    goal: Goal, value: Actual, target: float | str | None, upper: float | None
) -> float | None:
    """Return the attainment in per cent (unrounded), or None where there is none."""
    if isinstance(value, bool | str) or value is None or not isinstance(target, int | float):
        return None
    if goal.kind in (Kind.RANK, Kind.GRADE, Kind.YES_NO):
        return None
    if goal.kind is Kind.RANGE:
        return _range_attainment(goal, value, target, upper)
    if goal.zero:
        return 100.0 if significant(value) == 0 else 0.0
    if goal.better is Better.LOWER:
        return quotient(target, value)
    return quotient(value, target)


def _range_attainment(goal: Goal, value: float, low: float, high: float | None) -> float | None:
    if goal.better is not Better.LOWER:
        return quotient(value, low) if significant(value) < significant(low) else 100.0
    if high is None or significant(value) <= significant(high):
        return 100.0
    return quotient(high, value)


def quotient(part: float, whole: float | None) -> float | None:
    """Return a part in per cent of a whole; None of nothing."""
    return 100.0 * part / whole if whole else None


def settled(indicator: Indicator, goal: Goal, value: Actual, *, met: bool) -> bool:
    """Whether nothing that is still missing can turn the verdict: no figure is negative."""
    if is_number(value) and goal.zero:
        return not met
    ways = {indicator.over_slots, indicator.across} - {Aggregation.SINGLE}
    if indicator.over_slots is Aggregation.EVERY:
        return False
    if ways <= _RISING and not goal.change:
        wants_more = goal.comparator in (">=", ">") and goal.kind is Kind.THRESHOLD
        return met if wants_more else goal.limit and not met
    if ways <= _FALLING and not goal.change:
        return met if goal.limit else not met
    whole = indicator.capped and ways <= {Aggregation.RATIO} and goal.value == indicator.scale
    return whole and not met  # of every case one is lost


def out_of_reach(indicator: Indicator, goal: Goal, figure: Figure) -> bool:
    """Whether nothing that is still to come can bring a figure to the year's target."""
    if figure.reach >= 12 or meets(goal, figure.value, goal.value, goal.upper):
        return False
    if indicator.over_slots is Aggregation.EVERY:
        return figure.complete  # a period that is past has not had what each must
    passed = goal.kind is Kind.RANGE and goal.better is Better.LOWER
    rising = {indicator.over_slots, indicator.across} - {Aggregation.SINGLE} <= _RISING
    return (passed and rising) or settled(indicator, goal, figure.value, met=False)
