"""Figures, dates and coverage as an office writes them."""

from __future__ import annotations

from typing import TYPE_CHECKING

from qms_xlsx.domain.goal import Goal
from qms_xlsx.domain.period import Cadence
from qms_xlsx.domain.target import Kind
from qms_xlsx.judge.why import OUT_OF_REACH, with_unit
from qms_xlsx.language.numbers import decimals, show, told_apart
from qms_xlsx.language.symbols import SIGNS, YES, day

if TYPE_CHECKING:
    from qms_xlsx.judge.results import Aggregate, Result, Shown

figure = with_unit
"""A figure as a sentence shows it, with its unit."""
SLOT_WORDS = {"month": "tháng", "quarter": "quý", "half": "kỳ 6 tháng", "year": "năm"}


def scope(aggregate: Aggregate) -> str:
    """Return the line that says what a sheet covers."""
    register = aggregate.register
    return (
        f"{register.organisation} · {aggregate.period.label} · "
        f"số liệu tính đến ngày {day(aggregate.as_of)}"
    )


def number_format(places: int, unit: str = "", symbol: str = "") -> str:
    """Return the number format of a figure with its unit, decimals in the reader's own notation.

    >>> number_format(1, "%"), number_format(0, "hồ sơ", "≥")
    ('#,##0.0" %"', '"≥ "#,##0" hồ sơ"')
    """
    digits = "#,##0" + ("." + "0" * places if places else "")
    before = f'"{symbol} "' if symbol else ""
    return before + digits + (f'" {unit}"' if unit else "")


def unit_shown(result: Result) -> str:
    """Return the unit of what is shown: a change's own, none of an answer, else the figure's."""
    if isinstance(result.actual, bool):
        return ""
    return result.unit if result.change is None and not change_word(result) else result.target_unit


def fraction(result: Result) -> str:
    """Return numerator over denominator, such as 1.544/1.600; nothing where there is no pair."""
    if result.numerator is None or result.denominator is None:
        return ""
    return f"{show(result.numerator)}/{show(result.denominator)}"


def level(value: Shown | None, upper: float | None, result: Result, unit: str = "") -> str:
    """Return a target in short, such as '≥ 97 %'; nothing where there is none."""
    if value is None:
        # of a change any improvement is enough
        return YES if isinstance(result.actual, bool) else change_word(result)
    if isinstance(value, str | bool):
        return figure(value)
    if isinstance(result.actual, bool):
        return YES  # a department's part of a share is an answer
    if upper is not None:
        return f"{figure(value)} – {figure(upper, unit)}"
    return f"{symbol(result)} {figure(value, unit, compared_figure(result))}".strip()


def period_target(result: Result, *, units: bool = True) -> str:
    """Return the target that the period was judged by, in short; nothing when it had none."""
    unit = result.target_unit if units else ""
    return level(result.period_target, result.period_upper, result, unit)


def needed(result: Result) -> str:
    """Return what a sentence says was wanted, such as 'cần 100 %'; nothing without a target."""
    told = period_target(result).removeprefix("≥ ")
    return f"cần {told}" if told else ""


def reached(result: Result) -> str:
    """Return what was reached: a figure with its unit, a change as a change.

    Such as '88 %' and 'giảm 8,9 % (2,2 so với 2,4)'.
    """
    return brief(result) + compared(result)


def lost(result: Result) -> bool:
    """Return whether nothing to come can bring a figure to the year's target."""
    return result.why.id == OUT_OF_REACH


def brief(result: Result) -> str:
    """Return what was reached without what a change is between, such as 'giảm 8,9 %'."""
    change = result.change
    if change is None:
        return figure(result.actual, result.unit, nearest(result))
    if not change:
        return "không đổi"
    said = figure(abs(change), result.target_unit, nearest(result))
    return f"{change_word(result, change)} {said}"


def compared(result: Result) -> str:
    """Return what a change is between, such as ' (2,2 so với 2,4)'."""
    if result.change is None or result.baseline is None or not isinstance(result.actual, float):
        return ""
    sides = figure(result.actual, "", result.baseline), figure(result.baseline, "", result.actual)
    return f" ({sides[0]} so với {sides[1]})"


def change_word(result: Result, change: float = 1.0) -> str:
    """Return the verb of a change as wanted, or as it came; nothing for other goals."""
    goal = getattr(result.objective, "goal", None)
    if not isinstance(goal, Goal) or not goal.change:
        return ""
    return "tăng" if (goal.kind is Kind.GROWTH) == (change >= 0) else "giảm"


def symbol(result: Result) -> str:
    """Return the sign of the comparison behind the verb of a change, such as 'giảm ≥'."""
    return f"{change_word(result)} {SIGNS.get(result.comparator or '', '')}".strip()


def compared_figure(result: Result) -> Shown | None:
    """Return what is compared with the target: the change where that is what is judged."""
    return result.actual if result.change is None else result.change


def nearest(result: Result) -> float | str | None:
    """Return the end of a range that a figure lies beyond, else the period's target."""
    upper, actual = result.period_upper, result.actual
    beyond = upper is not None and isinstance(actual, float) and actual > upper
    return upper if beyond else result.period_target


def places(value: float, target: float | str | None) -> int:
    """Return how many decimals show a figure on its side of a target."""
    return told_apart(value, target)[0] if isinstance(target, float) else decimals(value)


def covered(result: Result) -> str:
    """Return how complete a figure is, such as '5/6 tháng · 7/9 bộ phận'."""
    coverage = result.coverage
    word = SLOT_WORDS[result.objective.cadence or Cadence.HALF]
    parts = [
        _part(coverage.slots, word),
        _part(coverage.departments if result.department is None else None, "bộ phận"),
        _part(coverage.children, "chỉ tiêu"),
    ]
    return " · ".join(part for part in parts if part)


def _part(pair: tuple[int, int] | None, word: str) -> str:
    return f"{pair[0]}/{pair[1]} {word}" if pair and pair[1] else ""


def completeness(result: Result, *, mark: bool = True) -> str:
    """Return how complete a figure is, and from when an old one is; said once, not marked again."""
    parts = [covered(result)]
    if result.as_of_slot:
        parts.append(f"số liệu đến {result.as_of_slot}")
    if mark and result.estimated:
        parts.append("có số ước")
    return ", ".join(part for part in parts if part)


def several(items: list[str], most: int = 8, noun: str = "mục") -> str:
    """Return a list in words, its tail counted.

    >>> several(["a", "b", "c"], most=2)
    'a, b và 1 mục khác'
    """
    if len(items) <= most:
        return ", ".join(items)
    return f"{', '.join(items[:most])} và {len(items) - most} {noun} khác"
