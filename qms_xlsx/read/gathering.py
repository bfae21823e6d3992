"""How a row's figures are reported and put together, by what its target asks."""

from __future__ import annotations

from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

from qms_xlsx.domain.goal import CHANGES, EVERY_ONE, Fault, Goal, NoGoal, Profile
from qms_xlsx.domain.indicator import ADDING, RATIO, Aggregation, Component
from qms_xlsx.domain.period import Cadence
from qms_xlsx.domain.target import Better, Kind
from qms_xlsx.domain.target.model import PLACES
from qms_xlsx.language.messages import message

if TYPE_CHECKING:
    from qms_xlsx.domain.indicator import Objective
    from qms_xlsx.domain.target import Target

_PERIOD_UNFIT = message("The row asks something of every period, but not of which period.")

_LIMIT_UNFIT = message("A limit for each period is compared with the largest of them.")
_NUMBER_UNFIT = message(
    "Of every period only a number that it must have at least, or an answer, can be asked."
)


@dataclass(frozen=True, slots=True)
class Gathering:
    """How a row's figures are reported and put together."""

    parts: tuple[Component, ...]
    over_slots: Aggregation
    across: Aggregation
    profile: Profile


def eventful(how: Gathering) -> Gathering:
    """Return ways under which one event in any slot or department is never lost."""
    pair = how.parts == RATIO
    worst = Aggregation.RATIO if pair else Aggregation.MAX
    return replace(
        how,
        over_slots=how.over_slots if how.over_slots in ADDING else worst,
        across=how.across
        if how.across in (*ADDING, Aggregation.SINGLE, Aggregation.EACH)
        else worst,
    )


def every(
    own: Goal, target: Target, cadence: Cadence, parts: tuple[Component, ...]
) -> tuple[float | None, Cadence | None, Goal | NoGoal]:
    """Return what each period must have, and the goal: that every one of them has it."""
    if own.limit:
        return None, None, NoGoal(Fault.QUESTION, _LIMIT_UNFIT)
    value = _at_least(own) if parts == (Component.VALUE,) else None
    if value is None and own.kind is not Kind.YES_NO:
        return None, None, NoGoal(Fault.QUESTION, _NUMBER_UNFIT)
    if target.per is None or target.per == cadence:
        return value, None, EVERY_ONE
    if value is None or target.per not in set(Cadence):
        return None, None, NoGoal(Fault.QUESTION, _PERIOD_UNFIT)
    period = Cadence(target.per)
    if period.months > cadence.months:
        return value, period, EVERY_ONE
    return value * cadence.months / period.months, None, EVERY_ONE


def _at_least(own: Goal) -> float | None:
    """Return the number that a period must have at least; None where something else is asked."""
    spans = own.kind is Kind.RANGE and own.better is not Better.LOWER
    if not isinstance(own.value, float) or not (spans or own.kind is Kind.THRESHOLD):
        return None
    if own.comparator == ">" and own.counted:
        return own.value + 1  # "trên 3 lần"
    return own.value if own.comparator in (">=", None) else None


def parts_of(row: Objective, time: Aggregation, across: Aggregation) -> tuple[Component, ...]:
    """Return what a row's department reports: a figure, a pair, an answer, a grade or a rank."""
    kind = row.reading.targets[0].kind if row.reading and row.reading.understood else None
    if kind is Kind.GRADE:
        return (Component.GRADE,)
    if kind is Kind.RANK or _moves_in_rank(row):
        return (Component.RANK,)
    if kind is Kind.YES_NO or Aggregation.ALL in (time, across):
        return (Component.ANSWER,)
    pairs = Aggregation.RATIO in (time, across) or row.numerator_label
    return RATIO if pairs else (Component.VALUE,)


def _moves_in_rank(row: Objective) -> bool:
    """Tell whether a place among others is what changes ("tăng 02 bậc so với năm 2025")."""
    target = row.only_target
    return target is not None and target.kind in CHANGES and target.unit in PLACES


def fitting(how: Aggregation, parts: tuple[Component, ...]) -> Aggregation:
    """Return the nearest way over time that fits: neither answers nor grades can be added."""
    if how is Aggregation.SINGLE:
        return Aggregation.LAST
    if parts == (Component.ANSWER,) and how not in (Aggregation.LAST, Aggregation.EVERY):
        return Aggregation.ALL
    if parts == (Component.GRADE,) and how is Aggregation.ALL:
        return Aggregation.WORST
    placed = parts in ((Component.GRADE,), (Component.RANK,))
    return Aggregation.LAST if placed and how in ADDING else how


def fitting_across(how: Aggregation, parts: tuple[Component, ...]) -> Aggregation:
    """Return the nearest way over departments that fits what they report."""
    if parts == (Component.ANSWER,) and how not in (Aggregation.SINGLE, Aggregation.EACH):
        return Aggregation.ALL
    placed = parts in ((Component.GRADE,), (Component.RANK,))
    return Aggregation.WORST if placed and how in (*ADDING, Aggregation.ALL) else how
