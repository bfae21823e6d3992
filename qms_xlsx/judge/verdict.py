"""Judging a figure: status, attainment and the sentence that says why (DESIGN §8)."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from qms_xlsx.domain.register import Aggregation
from qms_xlsx.domain.status import Status
from qms_xlsx.domain.submission import Mark
from qms_xlsx.domain.target import Better, Kind, grade_rank
from qms_xlsx.judge import why
from qms_xlsx.judge.goals import Goal, NoGoal
from qms_xlsx.judge.items import Pair
from qms_xlsx.language.numbers import significant

if TYPE_CHECKING:
    from qms_xlsx.domain.register import Objective
    from qms_xlsx.judge.items import MaybeItem
    from qms_xlsx.language.messages import Message

Actual = float | bool | str | None


@dataclass(frozen=True, slots=True, kw_only=True)
class Figure:
    """What is judged: the item, how far the year has come, and whether something is missing."""

    item: MaybeItem
    value: Actual
    """The item as one number, answer or grade; None for KPS and for nothing."""
    reach: int
    """Last month of the last expected slot; 0 when none is expected, 12 for the year's report."""
    complete: bool

    @property
    def kps(self) -> bool:
        """Whether nothing arose that could be counted."""
        return isinstance(self.item, Mark)


@dataclass(frozen=True, slots=True, kw_only=True)
class Verdict:
    """A status with what led to it."""

    status: Status
    why: Message
    period_target: float | str | None = None
    attainment: float | None = None
    percent_of_year: float | None = None
    estimated_baseline: bool = False


def figure(item: MaybeItem, scale: float, reach: int, *, complete: bool) -> Figure:
    """Return an item ready to be judged, pairs turned into quotients times `scale`."""
    value = item.quotient(scale) if isinstance(item, Pair) else item
    return Figure(
        item=item,
        value=None if isinstance(value, Mark) else value,
        reach=reach,
        complete=complete,
    )


def kps_as_zero(
    objective: Objective, goal: Goal | NoGoal, item: MaybeItem, *, complete: bool
) -> MaybeItem:
    """Return 0 for a KPS where things are summed against a zero target, else the item."""
    zero = isinstance(goal, Goal) and goal.zero and sums(objective)
    return 0.0 if isinstance(item, Mark) and complete and zero else item


def sums(objective: Objective) -> bool:
    """Whether the indicator is a sum, over time or over departments."""
    return Aggregation.SUM in (objective.over_time, objective.over_departments)


def judge(objective: Objective, goal: Goal | NoGoal, figure: Figure, caution: float) -> Verdict:
    """Return the verdict on a figure; the order of the questions is that of docs/figures.md."""
    if isinstance(goal, NoGoal):
        return Verdict(status=Status.NO_DATA, why=goal.reason)
    share = percent_of_year(goal, figure, objective)
    early = _before_comparison(goal, figure)
    if early is not None:
        return Verdict(
            status=early[0],
            why=early[1],
            period_target=_target_at(goal, figure.reach),
            percent_of_year=share,
        )
    if goal.change:
        return _judge_change(objective, goal, figure, caution)
    target, upper = goal.at(figure.reach)
    if not goal.due(figure.reach):  # a year-end goal reported as met already
        target, upper = goal.value, goal.upper
    met = meets(goal, figure.value, target, upper)
    attained = attainment(goal, figure.value, target, upper)
    status = _status(objective, goal, figure, met=met, attained=attained, caution=caution)
    return Verdict(
        status=status,
        why=why.compared(goal, figure, target, upper, attained, status, caution),
        period_target=target,
        attainment=attained,
        percent_of_year=share,
    )


def _before_comparison(goal: Goal, figure: Figure) -> tuple[Status, Message] | None:
    """Return the statuses that need no comparison, or None."""
    value = figure.value
    if goal.zero and isinstance(value, int | float) and significant(value) > 0:
        return None
    if figure.reach == 0 and not _met_already(goal, value):
        return Status.NOT_DUE, why.NOTHING_EXPECTED
    if figure.kps:
        if figure.complete:
            return Status.NOT_APPLICABLE, why.NOTHING_AROSE
        return Status.NO_DATA, why.NOTHING_AROSE_SO_FAR
    if not goal.due(figure.reach) and not _met_already(goal, value):
        return Status.NOT_DUE, why.GROWTH_NOT_DUE if goal.change else why.YEAR_END_ONLY
    if value is None:
        return Status.NO_DATA, why.NOTHING_REPORTED
    if goal.kind is Kind.THRESHOLD and goal.comparator is None:
        return Status.NOT_APPLICABLE, why.FOLLOWED_ONLY
    return None


def _met_already(goal: Goal, value: Actual) -> bool:
    early = goal.kind in (Kind.YES_NO, Kind.GRADE, Kind.RANK)
    return early and value is not None and meets(goal, value, goal.value, goal.upper)


def _target_at(goal: Goal, reach: int) -> float | str | None:
    return goal.at(reach)[0] if goal.due(reach) else None


def _judge_change(objective: Objective, goal: Goal, figure: Figure, caution: float) -> Verdict:
    baseline = objective.baseline_h1 if figure.reach == 6 else objective.baseline_year
    if not baseline:
        missing = why.BASELINE_MISSING if baseline is None else why.BASELINE_ZERO
        return Verdict(status=Status.NO_DATA, why=missing, period_target=goal.value)
    change = _change(goal, float(figure.value or 0.0), baseline)
    target = float(goal.value) if isinstance(goal.value, int | float) else None
    met = significant(change) > 0 if target is None else _compare(goal.comparator, change, target)
    attained = _quotient(change, target) if target is not None else None
    status = _status(objective, goal, figure, met=met, attained=attained, caution=caution)
    return Verdict(
        status=status,
        why=why.changed(goal, figure, baseline, change),
        period_target=goal.value,
        attainment=attained,
        percent_of_year=attained if figure.reach == 12 and figure.complete else None,
        estimated_baseline=objective.baseline_kind == "estimate",
    )


def _change(goal: Goal, actual: float, baseline: float) -> float:
    difference = actual - baseline
    change = 100 * difference / baseline if goal.relative else difference
    return change if goal.kind is Kind.GROWTH else -change


def _status(
    objective: Objective,
    goal: Goal,
    figure: Figure,
    *,
    met: bool,
    attained: float | None,
    caution: float,
) -> Status:
    if met:
        return Status.EXCEEDED if _exceeds(goal, figure, attained) else Status.MET
    if sums(objective) and not figure.complete and goal.better is Better.HIGHER:
        return Status.NO_DATA
    if figure.reach < 12 and attained is not None and significant(attained) >= caution:
        return Status.AT_RISK
    return Status.MISSED


def _exceeds(goal: Goal, figure: Figure, attained: float | None) -> bool:
    if goal.kind is Kind.RANGE:
        return False
    if attained is None:  # nothing of what should be little: better than any limit above zero
        limit = goal.comparator in ("<", "<=") and goal.kind is Kind.THRESHOLD
        return limit and figure.value == 0 and goal.value != 0
    return significant(attained) >= 100.05  # above 100,0 once rounded to 0,1


def meets(goal: Goal, value: Actual, target: float | str | None, upper: float | None) -> bool:
    """Return whether a figure meets a target (both sides to 12 significant digits)."""
    if goal.kind is Kind.YES_NO or isinstance(value, bool):
        return value is True
    if goal.kind is Kind.GRADE:
        return _grade_meets(value, target)
    if not isinstance(value, int | float) or not isinstance(target, int | float):
        return False
    if goal.kind is Kind.RANGE:
        within = upper is None or significant(value) <= significant(upper)
        return significant(value) >= significant(target) and (
            within or goal.better is not Better.LOWER
        )
    return _compare(goal.comparator, value, target)


def _grade_meets(value: Actual, target: float | str | None) -> bool:
    if not isinstance(value, str) or not isinstance(target, str):
        return False
    have, want = grade_rank(value), grade_rank(target)
    return have is not None and want is not None and have[0] == want[0] and have[1] <= want[1]


def _compare(comparator: str | None, value: float, target: float) -> bool:
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
        return _quotient(target, value)
    return _quotient(value, target)


def _range_attainment(goal: Goal, value: float, low: float, high: float | None) -> float | None:
    if significant(value) < significant(low):
        return _quotient(value, low)
    if high is not None and significant(value) > significant(high) and goal.better is Better.LOWER:
        return _quotient(high, value)
    return 100.0


def _quotient(part: float, whole: float | None) -> float | None:
    return 100.0 * part / whole if whole else None


def percent_of_year(goal: Goal, figure: Figure, objective: Objective) -> float | None:
    """Return the attainment of the year's target by the figure to date."""
    if goal.change:
        baseline = objective.baseline_year
        if figure.reach != 12 or not baseline or not isinstance(figure.value, int | float):
            return None
        target = goal.value if isinstance(goal.value, int | float) else None
        return _quotient(_change(goal, float(figure.value), baseline), target)
    return attainment(goal, figure.value, goal.value, goal.upper)
