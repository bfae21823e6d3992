"""A worked example of a reading: figures made up a little short, judged as real ones are."""

from __future__ import annotations

from dataclasses import dataclass, replace
from datetime import date
from math import ceil, floor, log10
from typing import TYPE_CHECKING

from qms_xlsx.domain.finding import Place
from qms_xlsx.domain.goal import Goal
from qms_xlsx.domain.indicator import ADDING, Aggregation, Component, Indicator
from qms_xlsx.domain.period import Cadence, Period, Slot, slots_of
from qms_xlsx.domain.submission import Entry, Mark, Submission
from qms_xlsx.domain.target import GRADE_SCALES, Better, Kind, grade_rank
from qms_xlsx.domain.target.nouns import kind_of
from qms_xlsx.judge import aggregate
from qms_xlsx.judge.why import with_unit
from qms_xlsx.language.messages import Message, message
from qms_xlsx.language.numbers import show
from qms_xlsx.say.readings.rule import asked_period

if TYPE_CHECKING:
    from qms_xlsx.domain.register import Register
    from qms_xlsx.domain.submission import Value
    from qms_xlsx.judge.results import Result

SHORT, OVER = 0.93, 1.08
"""How far from the target the example's figure lies, on the side that does not meet it."""
_WHOLE, _LARGE_WHOLE = 50, 1000


@dataclass(frozen=True, slots=True)
class _Typed:
    """What one department types in its first slots, and in each of the others."""

    first: tuple[Value, ...]
    others: tuple[Value, ...]
    count: int = 1
    """How many slots are its first."""


def example(register: Register, indicator: Indicator) -> Message | None:
    """Return figures that fall a little short, with the status that they get; None for nobody."""
    owners = register.owners[indicator.code]
    if not owners or not isinstance(indicator.goal, Goal):
        return None
    period = _period(register, indicator, indicator.goal)
    result = _judged(register, indicator, indicator.goal, period)
    return _told(indicator, result, period, len(owners)) if result.status else None


def _period(register: Register, indicator: Indicator, goal: Goal) -> Period:
    """Return the half-year where it is judged by then, else the year."""
    half = indicator.cadence is not Cadence.YEAR and goal.due(6)
    target = goal.at(6)[0] if half else None
    if half and not goal.zero and (target == 0 or (goal.change and not indicator.baseline_h1)):
        half = False
    return Period(register.year, Slot.parse("h1" if half else "year"))


def _judged(register: Register, indicator: Indicator, goal: Goal, period: Period) -> Result:
    """Return the row's result for made-up submissions of all who report it."""
    owners = register.owners[indicator.code]
    slots = [s for s in slots_of(indicator.cadence) if s.end_month <= period.end_month]
    day = date(register.year + 1, 1, 31)
    handed_in = [
        Submission(
            path=owner,
            department=owner,
            year=register.year,
            report_period=period,
            report_date=day,
            entries=_entries(indicator, slots, _columns(indicator, goal, period, n, len(owners))),
        )
        for n, owner in enumerate(owners)
    ]
    alone = replace(register, objectives=(replace(indicator, parent=""),), measures=())
    return aggregate(alone, handed_in, period, day).organisation_row(indicator.code)


def _entries(
    indicator: Indicator, slots: list[Slot], typed: _Typed
) -> dict[tuple[str, Component], dict[Slot, Entry]]:
    rows: dict[tuple[str, Component], dict[Slot, Entry]] = {}
    for place, part in enumerate(indicator.parts):
        rows[indicator.code, part] = {
            slot: Entry((typed.first if n < typed.count else typed.others)[place], Place())
            for n, slot in enumerate(slots)
        }
    return rows


def _columns(
    indicator: Indicator, goal: Goal, period: Period, place: int, departments: int
) -> _Typed:
    """Return what one of the departments types: the first falls short, or holds all there is."""
    first = place == 0
    if indicator.parts == (Component.ANSWER,):
        return _Typed((not first,), (not first or indicator.over_slots is not Aggregation.LAST,))
    if indicator.over_slots is Aggregation.EVERY or indicator.across is Aggregation.EACH:
        return _everywhere(indicator, short=first)
    short = _falling_short(indicator, goal, period)
    nothing: tuple[Value, ...] = (Mark.KPS, Mark.KPS) if indicator.pair else (0.0,)
    if indicator.across in ADDING and not first and departments > 1:
        return _Typed(nothing, nothing)
    return _Typed(short, nothing if indicator.over_slots in ADDING else short)


def _everywhere(indicator: Indicator, *, short: bool) -> _Typed:
    """Return what is asked of every period or department, or nothing in the first period."""
    target = indicator.only_target
    enough = float(target.value) if target and isinstance(target.value, int | float) else 1.0
    enough *= max(indicator.cadence.months // asked_period(indicator).months, 1)
    count = max(asked_period(indicator).months // indicator.cadence.months, 1)
    later = 0.0 if indicator.over_slots is Aggregation.SUM else enough
    return _Typed((0.0,) if short else (enough,), (later,), count)


def _falling_short(indicator: Indicator, goal: Goal, period: Period) -> tuple[Value, ...]:
    if goal.kind is Kind.GRADE:
        return (_next_grade(str(goal.value)),)
    if goal.kind is Kind.RANK:
        return (float(goal.value or 0) + 1,)
    wanted = _wanted(indicator, goal, period)
    lower = goal.zero or goal.better is Better.LOWER or goal.kind is Kind.REDUCTION
    if indicator.pair:
        return _pair(indicator, wanted, lower=lower)
    counted = kind_of(goal.unit) not in ("share", "money", "points") and wanted >= 1
    return (_beside(wanted, lower=lower, counted=counted),)


def _wanted(indicator: Indicator, goal: Goal, period: Period) -> float:
    """Return the figure that would just meet the period's target."""
    target, upper = goal.at(period.end_month)
    value = float(target) if isinstance(target, int | float) else 0.0
    if goal.kind is Kind.RANGE and goal.better is Better.LOWER:
        return upper or value
    if not goal.change:
        return value
    base = (indicator.baseline_h1 if period.end_month == 6 else indicator.baseline_year) or 0.0
    step = base * value / 100 if goal.relative else value
    return base + step if goal.kind is Kind.GROWTH else base - step


def _pair(indicator: Indicator, wanted: float, *, lower: bool) -> tuple[Value, ...]:
    """Return a numerator and a denominator in round numbers that do not quite do."""
    share = wanted / indicator.scale
    whole = _WHOLE if share >= 0.1 else _LARGE_WHOLE
    while share * whole < 5 and share > 0 and whole < 10**6:
        whole *= 10
    part = ceil(share * whole * OVER) if lower else floor(share * whole * SHORT)
    if lower and part <= share * whole:
        part += 1
    return (float(part), float(whole))


def _beside(wanted: float, *, lower: bool, counted: bool) -> float:
    """Return a round figure on the side that does not meet the wanted one."""
    step = 10.0 ** (floor(log10(abs(wanted))) - 1) if wanted else 1.0
    if counted:
        step = max(step, 1.0)
    if lower:
        return round(max(floor(wanted * OVER / step), floor(wanted / step) + 1) * step, 9)
    return round(min(ceil(wanted * SHORT / step), ceil(wanted / step) - 1) * step, 9)


def _next_grade(grade: str) -> str:
    """Return the grade below, in its own family."""
    place = grade_rank(grade)
    if place is None:
        return grade
    scale = list(GRADE_SCALES[place[0]])
    return scale[min(place[1] + 1, len(scale) - 1)]


def _told(indicator: Indicator, result: Result, period: Period, departments: int) -> Message:
    values: dict[str, object] = {
        "figures": _typed_figures(indicator, result, departments),
        "status": result.status.shown if result.status else "",
    }
    if period.end_month == 6:
        return message("Example, half-year: {figures} → {status}.", **values)
    return message("Example, year: {figures} → {status}.", **values)


def _typed_figures(indicator: Indicator, result: Result, departments: int) -> Message:
    actual = with_unit(result.actual, result.unit, result.period_target)
    if result.numerator is not None and result.denominator is not None:
        pair = f"{show(result.numerator)}/{show(result.denominator)}"
        if indicator.across is Aggregation.EACH:
            return message("{pair} departments have it → {actual}", pair=pair, actual=actual)
        if indicator.over_slots is Aggregation.EVERY:
            return message("{pair} periods have it → {actual}", pair=pair, actual=actual)
        return message("{pair} → {actual}", pair=pair, actual=actual)
    if indicator.parts == (Component.ANSWER,):
        if departments > 1:
            return message("one department answers “Không”")
        return message("the answer is “Không”")
    if indicator.parts == (Component.RANK,):
        return message("rank {rank}", rank=with_unit(result.actual))
    if indicator.parts == (Component.GRADE,):
        return message("“{grade}”", grade=actual)
    return message("{actual}", actual=actual)
