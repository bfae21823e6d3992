"""How a row's figures are put together, and what is asked before the year's report."""

from __future__ import annotations

from typing import TYPE_CHECKING

from qms_xlsx.domain.goal import Profile
from qms_xlsx.domain.indicator import Aggregation, Component
from qms_xlsx.domain.period import Cadence
from qms_xlsx.domain.target import Kind
from qms_xlsx.language.messages import N_, Message, message
from qms_xlsx.say.readings.exact import exact

if TYPE_CHECKING:
    from qms_xlsx.domain.goal import Goal
    from qms_xlsx.domain.indicator import Indicator
    from qms_xlsx.domain.register import Register

_REPORTED = {
    Cadence.MONTH: message("reported every month"),
    Cadence.QUARTER: message("reported every quarter"),
    Cadence.HALF: message("reported every half-year"),
    Cadence.YEAR: message("reported once, at the end of the year"),
}
_TOGETHER = {
    Aggregation.SUM: {
        Cadence.MONTH: message("months are added up from January"),
        Cadence.QUARTER: message("quarters are added up from Q1"),
        Cadence.HALF: message("the two half-years are added up"),
    },
    Aggregation.RATIO: {
        Cadence.MONTH: message("numerators and denominators are added up from January"),
        Cadence.QUARTER: message("numerators and denominators are added up from Q1"),
        Cadence.HALF: message("numerators and denominators of the two half-years are added up"),
    },
    Aggregation.AVERAGE: {
        Cadence.MONTH: message("the mean of the months is taken"),
        Cadence.QUARTER: message("the mean of the quarters is taken"),
        Cadence.HALF: message("the mean of the two half-years is taken"),
    },
    Aggregation.ALL: {
        Cadence.MONTH: message("every month must say so"),
        Cadence.QUARTER: message("every quarter must say so"),
        Cadence.HALF: message("every half-year must say so"),
    },
}
_ACROSS = {
    Aggregation.SUM: N_("{count} departments are added up"),
    Aggregation.RATIO: N_("numerators and denominators of {count} departments are added up"),
    Aggregation.AVERAGE: N_("the mean of {count} departments is taken"),
    Aggregation.MIN: N_("of {count} departments the smallest figure counts"),
    Aggregation.MAX: N_("of {count} departments the largest figure counts"),
    Aggregation.WORST: N_("of {count} departments the lowest grade counts"),
    Aggregation.EACH: N_("{count} departments one by one"),
}


def over_time(indicator: Indicator) -> Message | None:
    """Return how a year's slots become one figure; None where the rule has said it."""
    if indicator.zero or indicator.over_slots is Aggregation.EVERY:
        return None
    reported = _REPORTED[indicator.cadence]
    return _TOGETHER.get(indicator.over_slots, {}).get(indicator.cadence, reported)


def over_departments(register: Register, indicator: Indicator) -> Message | None:
    """Return how several departments' figures become one; whose figure it is where one reports."""
    owners = register.owners[indicator.code]
    if not owners:
        return message("no department reports it yet")
    if len(owners) == 1:
        return message("reported by {name}", name=register.department_by_code[owners[0]].name)
    count = len(owners)
    if indicator.zero:
        return message("counted in all {count} departments", count=count)
    if indicator.over_slots is indicator.across is Aggregation.RATIO:
        return message("{count} departments are added up", count=count)
    return _several(indicator, count)


def _several(indicator: Indicator, count: int) -> Message | None:
    if indicator.across is Aggregation.ALL:
        return None  # the rule has said it
    told = _ACROSS.get(indicator.across)
    return message(told, count=count) if told else message("one department's figure counts")


def before_year_end(indicator: Indicator, goal: Goal) -> Message | None:
    """Return what the half-year's report is judged by; None where there is nothing to say."""
    followed = goal.kind is Kind.THRESHOLD and goal.comparator is None
    if indicator.cadence is Cadence.YEAR or goal.zero or followed:
        return None
    if goal.change:
        return _half_of_change(indicator, goal)
    if goal.profile is Profile.LINEAR and goal.value and goal.at(6)[0] == 0:
        return message("not judged at half-year: half of it is less than one")
    if not goal.due(6):
        if goal.kind in (Kind.YES_NO, Kind.GRADE, Kind.RANK):
            return message("at half-year judged only if met already, else with the year's report")
        return message("not judged at half-year, only with the year's report")
    return _at_half_year(indicator, goal)


def _at_half_year(indicator: Indicator, goal: Goal) -> Message:
    target, upper = goal.at(6)
    if goal.half is not None or (goal.profile is Profile.LINEAR and target != goal.value):
        return _half_of_its_own(goal, target, upper)
    if indicator.over_slots is Aggregation.EVERY:
        return message("at half-year judged on the periods so far")
    if indicator.parts == (Component.ANSWER,):
        return message("at half-year judged like the year")
    return message("at half-year judged by the year's target")


def _half_of_its_own(goal: Goal, target: float | str | None, upper: float | None) -> Message:
    if goal.kind is Kind.RANGE and upper is not None:
        both = f"{exact(target)}–{exact(upper, goal.unit)}"
        return message("at half-year judged by {target}", target=both)
    return message("at half-year judged by {target}", target=exact(target, goal.unit))


def _half_of_change(indicator: Indicator, goal: Goal) -> Message:
    if indicator.baseline_h1 is None:
        return message("not judged at half-year: its baseline is not written")
    baseline = exact(indicator.baseline_h1, goal.unit)
    return message("at half-year against the half-year's baseline ({value})", value=baseline)
