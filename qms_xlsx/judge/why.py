"""The one sentence that says why a status is what it is."""

from __future__ import annotations

from typing import TYPE_CHECKING

from qms_xlsx.domain.indicator import Aggregation
from qms_xlsx.domain.status import MET, Status
from qms_xlsx.domain.target import Kind
from qms_xlsx.judge.comparing import quotient
from qms_xlsx.judge.items import Pair
from qms_xlsx.language.messages import N_, Message, message
from qms_xlsx.language.numbers import decimals, is_number, show, significant, told_apart
from qms_xlsx.language.symbols import NOTHING, SIGNS, YES, answer

if TYPE_CHECKING:
    from collections.abc import Mapping

    from qms_xlsx.domain.goal import Goal, Level
    from qms_xlsx.domain.indicator import Indicator
    from qms_xlsx.judge.comparing import Actual, Figure

NOTHING_EXPECTED = message("No figure is expected yet.")
NOTHING_AROSE = message("Nothing arose in the period (KPS).")
NOTHING_AROSE_SO_FAR = message("Only KPS so far, and expected figures are missing.")
YEAR_END_ONLY = message("Judged with the year's report only.")
GROWTH_NOT_DUE = message("A change is judged at half-year and for the year only.")
NOTHING_REPORTED = message("A figure is expected and none was reported.")
FOLLOWED_ONLY = message("Followed only: neither direction is better and no comparison is written.")
BASELINE_MISSING = message("The baseline is missing in the register.")
BASELINE_ZERO = message("The baseline is zero, so no change can be measured against it.")
NOBODY_EXPECTED = message("No department has to report this any more.")
OUT_OF_REACH = N_("{sentence} The year's target can no longer be reached.")
"""Said of a figure that nothing to come can bring to the year's target."""
CONTRIBUTION = message("This department's part of a total; the total is judged.")


def compared(
    indicator: Indicator,
    goal: Goal,
    figure: Figure,
    level: Level,
    attained: float | None,
    status: Status,
    caution: float,
) -> Message:
    """Return the sentence for a figure that was compared with a target."""
    counted = _counted(indicator, goal, figure)
    if counted is not None and status is not Status.NO_DATA:
        return counted
    values = _values(goal, figure, level, attained, status) | {"caution": show(caution)}
    if status is Status.NO_DATA:
        return message("Not enough figures yet: {actual} so far, {rule} wanted.", **values)
    if goal.limit and indicator.over_slots is Aggregation.SUM and isinstance(goal.value, float):
        return _used(goal, figure, status, values)
    if status in MET:
        return _met(goal, figure, level, attained, status, values)
    return _not_met(goal, attained, status, values)


def _not_met(
    goal: Goal, attained: float | None, status: Status, values: Mapping[str, str]
) -> Message:
    if attained is None:
        return message("Actual {actual} does not meet {rule}.", **values)
    if goal.comparator in (">", "<") and significant(attained) == 100:
        return message("Actual {actual} is just at the limit, which is not yet {rule}.", **values)
    if status is Status.AT_RISK:
        return message(
            "Actual {actual} does not meet {rule}, but {attained} % of it is reached "
            "(caution from {caution} %).",
            **values,
        )
    return message("Actual {actual} does not meet {rule} ({attained} % of the target).", **values)


def _values(
    goal: Goal, figure: Figure, level: Level, attained: float | None, status: Status
) -> dict[str, str]:
    """Return a figure, its rule and its attainment as the sentences say them."""
    target, upper = level
    bound = upper if goal.kind is Kind.RANGE and _beyond(figure.value, upper) else target
    return {
        "actual": with_unit(figure.value, goal.unit, bound),
        "rule": YES if isinstance(figure.value, bool) else rule(goal, target, upper, figure.value),
        "attained": "" if attained is None else _share(attained, status),
    }


def _counted(indicator: Indicator, goal: Goal, figure: Figure) -> Message | None:
    """Return the sentence for a share of periods or of departments; None for other figures."""
    if not isinstance(figure.item, Pair):
        return None
    values = {"n": show(figure.item.numerator), "m": show(figure.item.denominator)}
    if indicator.over_slots is Aggregation.EVERY and indicator.need is None:
        return message("{n} of {m} periods answer Có.", **values)
    if indicator.over_slots is Aggregation.EVERY:
        need = with_unit(indicator.need, indicator.unit.partition("/")[0])
        return message("{n} of {m} periods have at least {need}.", need=need, **values)
    if indicator.across is Aggregation.EACH and goal.value == 100:
        return message("{n} of {m} departments reach what is asked of each.", **values)
    if indicator.across is Aggregation.ALL:
        return message("{n} of {m} departments answer Có.", **values)
    return None


def _used(goal: Goal, figure: Figure, status: Status, values: Mapping[str, str]) -> Message:
    """Return the sentence for a limit on what adds up: how much of the year's is used."""
    used = quotient(float(figure.value or 0.0), float(goal.value or 0.0)) or 0.0
    shown = {
        **values,
        "used": show(used, decimals(used, 100.0)),
        "year": with_unit(goal.value, goal.unit, figure.value),
    }
    if status in MET:
        return message("Actual {actual} keeps {rule}; {used} % of the year's limit used.", **shown)
    if status is Status.AT_RISK:
        return message(
            "Actual {actual} is above {rule}, the pace of the year's limit of {year}: {used} % of "
            "it is used.",
            **shown,
        )
    return message("Actual {actual} is above the year's limit of {year}.", **shown)


def _met(
    goal: Goal,
    figure: Figure,
    level: Level,
    attained: float | None,
    status: Status,
    values: Mapping[str, str],
) -> Message:
    target, upper = level
    if goal.kind is Kind.RANGE and _beyond(figure.value, upper):
        return message("Actual {actual} lies above the range {rule}: met, please check.", **values)
    if goal.kind is Kind.RANGE and not _reaches(figure, target):
        return message("Actual {actual} lies below the range {rule}: met, please check.", **values)
    if goal.stretch is not None and status is Status.EXCEEDED:
        higher = with_unit(goal.stretch_at(figure.reach, figure.begin), goal.unit, figure.value)
        return message(
            "Actual {actual} meets {rule} and reaches the higher level of {higher}.",
            higher=higher,
            **values,
        )
    if attained is None:
        return message("Actual {actual} meets {rule}.", **values)
    return message("Actual {actual} meets {rule} ({attained} % of the target).", **values)


def _share(attained: float, status: Status) -> str:
    """Return an attainment; one that falls short never reads 100,0."""
    places = 1 if status in MET else max(1, decimals(attained, 100.0))
    rounded = round(attained, 1)
    return show(attained, places if rounded == 100 else 1)


def changed(
    goal: Goal,
    figure: Figure,
    baseline: float,
    change: float,
    wanted: float | None,
    status: Status,
) -> Message:
    """Return the sentence for a growth or a reduction."""
    unit = goal.unit_of_change or "%"
    apart = told_apart(change, wanted or 0.0)
    symbol = SIGNS.get(goal.comparator or ">=", "≥")
    values = {
        "actual": with_unit(figure.value, goal.unit, baseline),
        "baseline": show(baseline),
        "change": f"{show(abs(change), max(2, apart[0]))} {unit}",
        "rule": "> 0" if wanted is None else f"{symbol} {show(wanted)} {unit}",
    }
    if status is Status.NO_DATA:
        return message(
            "Not enough figures yet: {actual} against the baseline {baseline}.", **values
        )
    if goal.ranked:
        places = {**values, "change": f"{show(abs(change))} {unit}"}
        return message(_MOVED[(change > 0) - (change < 0)], **places)
    return message(_CHANGED[goal.kind, (change > 0) - (change < 0)], **values)


def lent(indicator: Indicator, sentence: Message) -> Message:
    """Return the sentence of a change, with where a baseline is from that nobody typed."""
    if not indicator.lent:
        return sentence
    return message(
        "{sentence} The baseline is the result in last year's folder {folder}, provisional until "
        "the register names one.",
        sentence=sentence,
        folder=indicator.lender,
    )


_MOVED = {
    1: N_("Rank {actual} against rank {baseline}: up {change}, {rule} wanted."),
    0: N_("Rank {actual} against rank {baseline}: not moved, up {rule} wanted."),
    -1: N_("Rank {actual} against rank {baseline}: down {change}, up {rule} wanted."),
}
_CHANGED = {
    (Kind.GROWTH, 1): N_(
        "Actual {actual} against the baseline {baseline}: growth {change}, {rule} wanted."
    ),
    (Kind.GROWTH, 0): N_(
        "Actual {actual} against the baseline {baseline}: no change, growth {rule} wanted."
    ),
    (Kind.GROWTH, -1): N_(
        "Actual {actual} against the baseline {baseline}: reduction {change}, growth {rule} wanted."
    ),
    (Kind.REDUCTION, 1): N_(
        "Actual {actual} against the baseline {baseline}: reduction {change}, {rule} wanted."
    ),
    (Kind.REDUCTION, 0): N_(
        "Actual {actual} against the baseline {baseline}: no change, reduction {rule} wanted."
    ),
    (Kind.REDUCTION, -1): N_(
        "Actual {actual} against the baseline {baseline}: growth {change}, reduction {rule} wanted."
    ),
}


def rule(
    goal: Goal, target: float | str | None, upper: float | None, against: Actual = None
) -> str:
    """Return the target as a rule, such as '≥ 95 %'; its decimals keep a figure on its side."""
    if goal.kind is Kind.YES_NO or target is None:
        return YES
    if goal.kind is Kind.RANGE and upper is not None and not isinstance(target, str):
        return f"{show(target)}–{with_unit(upper, goal.unit)}"
    symbol = SIGNS.get(goal.comparator or "", "")
    return f"{symbol} {with_unit(target, goal.unit, against)}".strip()


def with_unit(
    value: float | bool | str | None, unit: str = "", against: float | str | None = None
) -> str:
    """Return a figure as people read it, with its unit; its decimals keep it on its side.

    >>> with_unit(96.4666, "%"), with_unit(True, ""), with_unit(12250.0, "con"), with_unit(None, "")
    ('96,5 %', 'Có', '12.250 con', '–')
    """
    if value is None:
        return NOTHING
    if isinstance(value, bool):
        return answer(value)
    if isinstance(value, str):
        return value
    places = decimals(value, against if is_number(against) else None)
    return f"{show(value, places)} {unit}".strip()


def _beyond(value: Actual, upper: float | None) -> bool:
    return is_number(value) and upper is not None and value > upper


def _reaches(figure: Figure, low: float | str | None) -> bool:
    value = figure.value
    return not (is_number(value) and is_number(low)) or value >= low
