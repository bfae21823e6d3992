"""When a row is met, as the first clause of its reading."""

from __future__ import annotations

from typing import TYPE_CHECKING

from qms_xlsx.domain.indicator import Aggregation, Component
from qms_xlsx.domain.period import Cadence
from qms_xlsx.domain.target import Better, Kind, grade_rank
from qms_xlsx.language.messages import N_, Message, message
from qms_xlsx.language.numbers import show
from qms_xlsx.say.readings.exact import exact

if TYPE_CHECKING:
    from qms_xlsx.domain.goal import Goal
    from qms_xlsx.domain.indicator import Heading, Indicator

_FIGURES = {
    Aggregation.SUM: message("the total"),
    Aggregation.LAST: message("the latest figure"),
    Aggregation.AVERAGE: message("the mean"),
    Aggregation.MIN: message("the smallest figure"),
    Aggregation.MAX: message("the largest figure"),
}
_COMPARED = {
    ">=": N_("Met when {subject} is {value} or more"),
    ">": N_("Met when {subject} is above {value}"),
    "<=": N_("Met when {subject} is no more than {value}"),
    "<": N_("Met when {subject} is below {value}"),
    "=": N_("Met when {subject} is exactly {value}"),
}
_EVERY = {
    Cadence.MONTH: N_("Met when every month has {value} or more"),
    Cadence.QUARTER: N_("Met when every quarter has {value} or more"),
    Cadence.HALF: N_("Met when every half-year has {value} or more"),
}
_FULL = N_("Met when {subject} is the full {value}")
_FOLLOWED = N_("Followed only, beside the level {value}: neither met nor missed")
_RANKED = ("quality", "task")
"""Families of grades; the others are of titles."""


def met_when(indicator: Indicator, goal: Goal, departments: int) -> Message:
    """Return the clause that says when an indicator is met."""
    if indicator.parts == (Component.ANSWER,):
        return _answers(indicator, goal, departments)
    if goal.kind is Kind.GRADE:
        return _grades(str(goal.value))
    if goal.kind is Kind.RANK:
        return message("Met at rank {rank} or better (rank 1 is the best)", rank=exact(goal.value))
    return _changes(indicator, goal) if goal.change else _compares(indicator, goal)


def exceeded_when(goal: Goal) -> Message | None:
    """Return the clause on the higher level that is striven for; None where there is none."""
    if goal.stretch is None:
        return None
    value = exact(goal.stretch, "" if isinstance(goal.stretch, str) else goal.target_unit)
    if goal.better is Better.LOWER and not goal.change:
        return message("exceeded when no more than {value}", value=value)
    return message("exceeded from {value} on", value=value)


def heading_rule(heading: Heading | None, below: int) -> Message:
    """Return how an objective with others below it is judged."""
    count = heading.count if heading else None
    if count is not None:
        return message("Met when {n} of {m} items below are met.", n=count[0], m=count[1])
    if heading is not None and heading.goal is not None:
        return message("Met when all {count} items below are met.", count=below)
    if below:
        return message("A heading: takes the worst status of its {count} items.", count=below)
    return message("A line without a target: nothing is reported and nothing is judged.")


def _answers(indicator: Indicator, goal: Goal, departments: int) -> Message:
    if goal.kind is not Kind.YES_NO and goal.value != 100:
        share = exact(goal.value, goal.unit)
        return message(
            "Met when {share} of the {count} departments answer “Có”",
            share=share,
            count=departments,
        )
    if departments > 1 and indicator.across is Aggregation.ALL:
        return message("Met when all {count} departments answer “Có”", count=departments)
    return message("Met when the answer is “Có”")


def _grades(grade: str) -> Message:
    family, place = grade_rank(grade) or ("quality", 1)
    if family in _RANKED:
        if place == 0:
            return message("Met at grade “{grade}”", grade=grade)
        return message("Met at grade “{grade}” or better", grade=grade)
    if place == 0:
        return message("Met with the title “{grade}”", grade=grade)
    return message("Met with the title “{grade}” or a higher one", grade=grade)


def subject(indicator: Indicator) -> Message:
    """Return what is compared: the rate, the total, the latest figure."""
    once = indicator.cadence is Cadence.YEAR
    latest = indicator.over_slots is Aggregation.LAST and not once
    if indicator.unit.startswith(("%", "‰")):
        if indicator.pair and not indicator.capped:
            return message("the share of the plan")
        return message("the latest rate") if latest else message("the rate")
    if indicator.pair:
        return _quotient(indicator)
    if once and indicator.over_slots in (Aggregation.LAST, Aggregation.SUM):
        return message("the year's figure")
    return _FIGURES.get(indicator.over_slots, _FIGURES[Aggregation.LAST])


def _quotient(indicator: Indicator) -> Message:
    if not (indicator.numerator_label and indicator.denominator_label):
        return message("the numerator divided by the denominator")
    return message(
        "“{numerator}” divided by “{denominator}”",
        numerator=indicator.numerator_label,
        denominator=indicator.denominator_label,
    )


def _compares(indicator: Indicator, goal: Goal) -> Message:
    value = exact(goal.value, goal.unit)
    if goal.zero:
        return message("Met only while there is none: one is missed at once, until the year's end")
    if Aggregation.EVERY is indicator.over_slots or indicator.across is Aggregation.EACH:
        return _everywhere(indicator)
    values = {"subject": subject(indicator), "value": value}
    if goal.kind is Kind.RANGE:
        return _ranges(goal, values)
    if goal.of is not None and not indicator.pair:
        return message("Met when {value} or more of {whole}", value=value, whole=show(goal.of))
    told = _COMPARED.get(goal.comparator or "", _FOLLOWED)
    full = goal.comparator == ">=" and goal.value == 100 and goal.unit.startswith("%")
    return message(_FULL if full else told, **values)


def _everywhere(indicator: Indicator) -> Message:
    """Return the clause on a number that every period, or every department, must reach."""
    target = indicator.only_target
    unit = (indicator.unit or (target.unit if target else "") or "").split("/")[0]
    value = exact(target.value, unit) if target else ""
    if indicator.over_slots is not Aggregation.EVERY:
        return message("Met when every department has {value} or more", value=value)
    asked = asked_period(indicator)
    return message(_EVERY.get(asked, _EVERY[Cadence.HALF]), value=value)


def asked_period(indicator: Indicator) -> Cadence:
    """Return the period in each of which a number is asked."""
    target = indicator.only_target
    per = target.per if target else None
    return Cadence(per) if per in set(Cadence) else indicator.cadence


def _ranges(goal: Goal, values: dict[str, object]) -> Message:
    values |= {"low": exact(goal.value), "high": exact(goal.upper, goal.unit)}
    if goal.better is Better.LOWER:
        return message(
            "Met when {subject} lies between {low} and {high} (below it too, with a remark)",
            **values,
        )
    return message(
        "Met when {subject} lies between {low} and {high} (above it too, with a remark)", **values
    )


def _changes(indicator: Indicator, goal: Goal) -> Message:
    values: dict[str, object] = {
        "subject": subject(indicator),
        "against": _baseline(indicator, goal),
        "value": exact(goal.value, goal.target_unit),
    }
    if goal.ranked:
        return message(
            "Met when the rank rises by {value} or more against the year's baseline ({against})",
            **values,
        )
    if goal.kind is Kind.GROWTH:
        if goal.value is None:
            return message("Met when {subject} is above the year's baseline ({against})", **values)
        return message(
            "Met when {subject} grows by {value} or more against the year's baseline ({against})",
            **values,
        )
    if goal.value is None:
        return message("Met when {subject} is below the year's baseline ({against})", **values)
    return message(
        "Met when {subject} falls by {value} or more against the year's baseline ({against})",
        **values,
    )


def _baseline(indicator: Indicator, goal: Goal) -> Message:
    """Return the baseline, and the figure that the change comes to."""
    base = indicator.baseline_year
    if base is None:
        return message("not written yet")
    known = exact(base, goal.unit)
    if not isinstance(goal.value, int | float):
        return message("{value}", value=known)
    step = base * goal.value / 100 if goal.relative else goal.value
    if goal.kind is Kind.GROWTH:
        bound = exact(base + step, goal.unit)
        return message("{value}, so {bound} or more", value=known, bound=bound)
    bound = exact(base - step, goal.unit)
    return message("{value}, so {bound} at the most", value=known, bound=bound)
