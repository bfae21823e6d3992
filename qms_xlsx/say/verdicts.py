"""Judged figures in sentences and in the cells of a table: level, actual, shortfall."""

from __future__ import annotations

from typing import TYPE_CHECKING

from qms_xlsx import say
from qms_xlsx.domain.goal import Goal
from qms_xlsx.domain.indicator import Indicator
from qms_xlsx.domain.target import Kind, grade_rank
from qms_xlsx.language.numbers import decimals, is_number, show
from qms_xlsx.language.symbols import SIGNS, YES
from qms_xlsx.say import figures as words

if TYPE_CHECKING:
    from qms_xlsx.domain.indicator import Objective
    from qms_xlsx.judge.results import Result, Shown


def shortfall(result: Result) -> str:
    """Return in a sentence how far a figure is from what was wanted of it."""
    if not is_number(result.actual) or result.period_target is None or result.change is not None:
        return say.text(result.why, say.VIETNAMESE)
    fraction = words.fraction(result)
    beside = f" ({fraction})" if fraction else ""
    return f"Thực hiện {achieved(result)}{beside}, mức của kỳ {period_level(result)}."


def year_level(objective: Objective) -> str:
    """Return what the year asks for, in short; the decision's own words where it is not read."""
    goal = _goal(objective)
    return _level(goal, goal.value, goal.upper) if goal else objective.target


def period_level(result: Result) -> str:
    """Return what the period asks for, in short; nothing where it asks for nothing yet."""
    goal, target = _goal(result.objective), result.period_target
    if goal is None:
        return words.period_target(result)
    if target is None and not isinstance(result.actual, bool):
        return ""
    against = result.actual if result.change is None else abs(result.change)
    return _level(goal, target, result.period_upper, against)


def _goal(objective: Objective) -> Goal | None:
    goal = objective.goal if isinstance(objective, Indicator) else None
    return goal if isinstance(goal, Goal) else None


def _level(
    goal: Goal, value: float | str | None, upper: float | None, against: Shown | None = None
) -> str:
    """Return a level as a paper writes it: a comparison that is only implied stands for itself.

    Its decimals keep the figure beside it on its side.
    """
    if goal.kind is Kind.YES_NO:
        return YES
    verb = {Kind.GROWTH: "tăng", Kind.REDUCTION: "giảm"}.get(goal.kind, "")
    if isinstance(value, str):
        best = (grade_rank(value) or ("", 1))[1] == 0
        return value if best else f"{value} trở lên"
    if value is None:
        return verb
    if goal.kind is Kind.RANK:
        return f"hạng {show(value)} trở lên"
    if upper is not None:
        return f"{show(value)} – {words.figure(upper, goal.target_unit)}"
    implied = not goal.explicit or goal.comparator == "="
    sign = "" if implied else SIGNS.get(goal.comparator or "", "")
    places = decimals(value, against) if is_number(against) else None
    return " ".join(f"{verb} {sign} {show(value, places)} {goal.target_unit}".split())


def achieved(result: Result) -> str:
    """Return what was reached, in short: of a change, the change itself."""
    if result.change is None:
        return words.figure(result.actual, result.unit, result.period_target)
    target = result.period_target if isinstance(result.period_target, float) else 0.0
    places = decimals(result.change, target)
    return f"{_verb(result, result.change)} {show(abs(result.change), places)} {result.target_unit}"


def _verb(result: Result, change: float) -> str:
    """Return which way a figure went."""
    goal = _goal(result.objective)
    growth = goal is not None and goal.kind is Kind.GROWTH
    return "tăng" if growth == (change >= 0) else "giảm"
