"""Judging a figure: status, attainment and the sentence that says why (DESIGN §8)."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from qms_xlsx.domain.goal import Goal, NoGoal
from qms_xlsx.domain.indicator import Aggregation, Component
from qms_xlsx.domain.status import Status
from qms_xlsx.domain.submission import Mark
from qms_xlsx.domain.target import Kind
from qms_xlsx.judge import why
from qms_xlsx.judge.comparing import (
    Actual,
    Figure,
    attainment,
    compare,
    meets,
    out_of_reach,
    quotient,
    settled,
)
from qms_xlsx.judge.items import Pair
from qms_xlsx.language.messages import message
from qms_xlsx.language.numbers import is_number, significant

if TYPE_CHECKING:
    from qms_xlsx.domain.goal import Level
    from qms_xlsx.domain.indicator import Indicator
    from qms_xlsx.judge.items import MaybeItem
    from qms_xlsx.language.messages import Message


@dataclass(frozen=True, slots=True, kw_only=True)
class Verdict:
    """A status with what led to it; none for a department's part of a total."""

    status: Status | None
    why: Message
    period_target: float | str | None = None
    period_upper: float | None = None
    """The upper end where the period's target is a range."""
    change: float | None = None
    baseline: float | None = None
    """What a change is measured against."""
    attainment: float | None = None
    percent_of_year: float | None = None
    estimated_baseline: bool = False


def value_of(item: MaybeItem, scale: float) -> Actual:
    """Return an item as one number, answer or grade, pairs turned into quotients times `scale`."""
    value = item.quotient(scale) if isinstance(item, Pair) else item
    return None if isinstance(value, Mark) else value


def kps_as_zero(indicator: Indicator, item: MaybeItem, *, complete: bool) -> MaybeItem:
    """Return 0 for a KPS where things are summed, else the item; with blanks it stays KPS."""
    summed = indicator.sums and indicator.parts == (Component.VALUE,)
    return 0.0 if isinstance(item, Mark) and complete and summed else item


def judge(indicator: Indicator, figure: Figure, caution: float) -> Verdict:
    """Return the verdict on a figure; the order of the questions is that of docs/figures.md."""
    goal = indicator.goal
    if isinstance(goal, NoGoal):
        return Verdict(status=Status.NO_DATA, why=goal.reason)
    share = None if goal.change else _percent_of_year(goal, figure, indicator)
    due = goal.due(figure.reach, figure.begin)
    level: Level = goal.at(figure.reach, figure.begin) if due else (None, None)
    early = _before_comparison(indicator, goal, figure)
    if early is not None:
        return Verdict(
            status=early[0],
            why=early[1],
            period_target=level[0],
            period_upper=level[1],
            percent_of_year=share,
        )
    if goal.change:
        return _judge_change(indicator, goal, figure, caution)
    if not due:  # a year-end goal reported as met already, or an event against a zero target
        level = goal.value, goal.upper
    return _judge_level(indicator, goal, figure, level, caution, share)


def _judge_level(
    indicator: Indicator,
    goal: Goal,
    figure: Figure,
    level: Level,
    caution: float,
    share: float | None,
) -> Verdict:
    target, upper = level
    met = meets(goal, figure.value, target, upper)
    attained = attainment(goal, figure.value, target, upper)
    status = _status(indicator, goal, figure, met=met, attained=attained, caution=caution)
    said = why.compared(indicator, goal, figure, level, attained, status, caution)
    if status in (Status.AT_RISK, Status.MISSED) and out_of_reach(indicator, goal, figure):
        said = message(why.OUT_OF_REACH, sentence=said)
    return Verdict(
        status=status,
        why=said,
        period_target=target,
        period_upper=upper,
        attainment=attained,
        percent_of_year=share,
    )


def _before_comparison(
    indicator: Indicator, goal: Goal, figure: Figure
) -> tuple[Status, Message] | None:
    """Return the statuses that need no comparison, or None."""
    value = figure.value
    if goal.zero and isinstance(value, int | float) and significant(value) > 0:
        return None
    already = _met_already(goal, value) or _past_the_limit(indicator, goal, value)
    if figure.reach <= figure.begin and not already:
        return Status.NOT_DUE, why.NOTHING_EXPECTED
    if figure.kps:
        if figure.full:
            return Status.NOT_APPLICABLE, why.NOTHING_AROSE
        return Status.NO_DATA, why.NOTHING_AROSE_SO_FAR
    if not goal.due(figure.reach, figure.begin) and not already:
        return Status.NOT_DUE, why.GROWTH_NOT_DUE if goal.change else why.YEAR_END_ONLY
    if value is None:
        return Status.NO_DATA, why.NOTHING_REPORTED
    if goal.kind is Kind.THRESHOLD and goal.comparator is None:
        return Status.NOT_APPLICABLE, why.FOLLOWED_ONLY
    return None


def _met_already(goal: Goal, value: Actual) -> bool:
    early = goal.kind in (Kind.YES_NO, Kind.GRADE, Kind.RANK)
    return early and value is not None and meets(goal, value, goal.value, goal.upper)


def _past_the_limit(indicator: Indicator, goal: Goal, value: Actual) -> bool:
    """Whether the whole year's limit on what adds up is passed: no later month can mend that."""
    adding = indicator.over_slots is Aggregation.SUM and goal.limit
    return adding and is_number(value) and not meets(goal, value, goal.value, goal.upper)


def _judge_change(indicator: Indicator, goal: Goal, figure: Figure, caution: float) -> Verdict:
    target = goal.at(figure.reach)[0]
    baseline = indicator.baseline_h1 if figure.reach == 6 else indicator.baseline_year
    if baseline is None or (baseline == 0 and goal.relative):
        missing = why.BASELINE_MISSING if baseline is None else why.BASELINE_ZERO
        return Verdict(status=Status.NO_DATA, why=missing, period_target=target)
    change = change_of(goal, float(figure.value or 0.0), baseline)
    wanted = float(target) if isinstance(target, int | float) else None
    met = significant(change) > 0 if wanted is None else compare(goal.comparator, change, wanted)
    attained = quotient(change, wanted) if wanted is not None else None
    status = _status(indicator, goal, figure, met=met, attained=attained, caution=caution)
    return Verdict(
        status=status,
        why=why.lent(indicator, why.changed(goal, figure, baseline, change, wanted, status)),
        period_target=target,
        change=change,
        baseline=baseline,
        attainment=attained,
        percent_of_year=attained if figure.reach == 12 and figure.complete else None,
        estimated_baseline=indicator.baseline_kind == "estimate",
    )


def change_of(goal: Goal, actual: float, baseline: float) -> float:
    """Return the change of a figure against its baseline; a reduction is positive."""
    difference = actual - baseline
    change = 100 * difference / baseline if goal.relative else difference
    return change if goal.kind is Kind.GROWTH else -change


def _status(
    indicator: Indicator,
    goal: Goal,
    figure: Figure,
    *,
    met: bool,
    attained: float | None,
    caution: float,
) -> Status:
    certain = figure.certain or settled(indicator, goal, figure.value, met=met)
    if not (certain or figure.half_there):
        return Status.NO_DATA
    if met:
        return Status.EXCEEDED if _exceeds(goal, figure, attained) else Status.MET
    if indicator.over_slots is Aggregation.SUM and goal.limit:
        within = meets(goal, figure.value, goal.value, goal.upper)
        return Status.AT_RISK if within else Status.MISSED
    if figure.reach < 12 and attained is not None and significant(attained) >= caution:
        return Status.AT_RISK
    return Status.MISSED


def _exceeds(goal: Goal, figure: Figure, attained: float | None) -> bool:
    if goal.kind is Kind.RANGE:
        return False
    if goal.stretch is not None:
        return meets(goal, figure.value, goal.stretch_at(figure.reach, figure.begin), None)
    if attained is None:  # nothing of what should be little: better than any limit above zero
        return goal.limit and figure.value == 0 and goal.value != 0
    return significant(attained) >= 100.05  # above 100,0 once rounded to 0,1


def _percent_of_year(goal: Goal, figure: Figure, indicator: Indicator) -> float | None:
    """Return the attainment of the year's target by the figure to date; of a limit, its use."""
    used = goal.limit and indicator.over_slots is Aggregation.SUM
    if used and isinstance(figure.value, int | float) and isinstance(goal.value, int | float):
        return quotient(figure.value, goal.value)
    return attainment(goal, figure.value, goal.value, goal.upper)
