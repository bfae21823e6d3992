"""The one sentence that says why a status is what it is."""

from __future__ import annotations

from typing import TYPE_CHECKING

from qms_xlsx.domain.status import Status
from qms_xlsx.domain.target import Kind
from qms_xlsx.language.messages import Message, message
from qms_xlsx.language.numbers import decimals, show
from qms_xlsx.language.symbols import NOTHING, SIGNS, YES, answer

if TYPE_CHECKING:
    from qms_xlsx.judge.goals import Goal
    from qms_xlsx.judge.verdict import Figure

NOTHING_EXPECTED = message("No figure is expected yet.")
NOTHING_AROSE = message("Nothing arose in the period (KPS).")
NOTHING_AROSE_SO_FAR = message("Only KPS so far, and expected figures are missing.")
YEAR_END_ONLY = message("Judged with the year's report only.")
GROWTH_NOT_DUE = message("A change is judged at half-year and for the year only.")
NOTHING_REPORTED = message("A figure is expected and none was reported.")
FOLLOWED_ONLY = message("Followed only: neither direction is better and no comparison is written.")
BASELINE_MISSING = message("The baseline is missing in the register.")
BASELINE_ZERO = message("The baseline is zero, so no change can be measured against it.")
CONTRIBUTION = message("This department's part of a total; the total is judged.")


def compared(
    goal: Goal,
    figure: Figure,
    target: float | str | None,
    upper: float | None,
    attained: float | None,
    status: Status,
    caution: float,
) -> Message:
    """Return the sentence for a figure that was compared with a target."""
    values = {
        "actual": with_unit(figure.value, goal.unit, target),
        "rule": rule(goal, target, upper),
        "attained": "" if attained is None else show(attained, 1),
        "caution": show(caution),
    }
    if status in (Status.MET, Status.EXCEEDED):
        above = goal.kind is Kind.RANGE and upper is not None and _above(figure, upper)
        if above:
            return message(
                "Actual {actual} lies above the range {rule}: met, please check.", **values
            )
        if attained is None:
            return message("Actual {actual} meets {rule}.", **values)
        return message("Actual {actual} meets {rule} ({attained} % of the target).", **values)
    if status is Status.NO_DATA:
        return message("Not enough figures yet: {actual} so far, {rule} wanted.", **values)
    if status is Status.AT_RISK:
        return message(
            "Actual {actual} does not meet {rule}, but {attained} % of it is reached "
            "(caution from {caution} %).",
            **values,
        )
    if attained is None:
        return message("Actual {actual} does not meet {rule}.", **values)
    return message("Actual {actual} does not meet {rule} ({attained} % of the target).", **values)


def changed(goal: Goal, figure: Figure, baseline: float, change: float) -> Message:
    """Return the sentence for a growth or a reduction."""
    unit = goal.unit_of_change or "%"
    values = {
        "actual": with_unit(figure.value, goal.unit),
        "baseline": show(baseline),
        "change": f"{show(change, 2)} {unit}",
        "rule": "> 0" if goal.value is None else f"≥ {show(float(goal.value))} {unit}",
    }
    if goal.kind is Kind.GROWTH:
        return message(
            "Actual {actual} against the baseline {baseline}: growth {change}, {rule} wanted.",
            **values,
        )
    return message(
        "Actual {actual} against the baseline {baseline}: reduction {change}, {rule} wanted.",
        **values,
    )


def rule(goal: Goal, target: float | str | None, upper: float | None) -> str:
    """Return the target as a rule, such as '≥ 95 %'."""
    if goal.kind is Kind.YES_NO or target is None:
        return YES
    if goal.kind is Kind.RANGE and upper is not None and not isinstance(target, str):
        return f"{show(target)}–{with_unit(upper, goal.unit)}"
    return f"{SIGNS.get(goal.comparator or '', '')} {with_unit(target, goal.unit)}".strip()


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
    limit = against if isinstance(against, int | float) else None
    return f"{show(value, decimals(value, limit))} {unit}".strip()


def _above(figure: Figure, upper: float) -> bool:
    return isinstance(figure.value, int | float) and figure.value > upper
