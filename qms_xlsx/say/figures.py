"""Figures, dates and coverage as an office writes them."""

from __future__ import annotations

from typing import TYPE_CHECKING

from qms_xlsx.domain.period import Cadence
from qms_xlsx.judge.why import with_unit
from qms_xlsx.language.numbers import is_number, show
from qms_xlsx.language.symbols import SIGNS, day

if TYPE_CHECKING:
    from qms_xlsx.judge.results import Aggregate, Result

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


_ROOM_FOR_A_UNIT = 8
"""Characters beside a figure in its column; with more the figure would shrink past reading."""


def unit_of(result: Result) -> str:
    """Return the unit as it may stand in a number format; nothing when it is too long for that."""
    return short(result.unit)


def short(unit: str) -> str:
    """Return a unit as it may stand in a number format, '' when it is too long for that."""
    unit = unit.replace('"', "").replace("\\", "").strip()
    return unit if len(unit) <= _ROOM_FOR_A_UNIT else ""


def named(result: Result) -> str:
    """Return an indicator's name, with the unit that is too long to stand beside its figures."""
    figures = (result.actual, result.in_period, result.period_target)
    long = result.unit.strip() and not unit_of(result)
    if not long or not any(map(is_number, figures)):
        return result.objective.name
    return f"{result.objective.name} (đơn vị tính: {result.unit.strip()})"


def fraction(result: Result) -> str:
    """Return numerator over denominator, such as 1.544/1.600; nothing where there is no pair."""
    if result.numerator is None or result.denominator is None:
        return ""
    return f"{show(result.numerator)}/{show(result.denominator)}"


def period_target(result: Result) -> str:
    """Return the target that the period was judged by, in short; nothing when it had none."""
    target = result.period_target
    if target is None:
        return ""
    if isinstance(target, str | bool):
        return figure(target)
    if result.period_upper is not None:
        return f"{figure(target)} – {figure(result.period_upper, result.target_unit)}"
    return f"{symbol(result)} {figure(target, result.target_unit)}".strip()


def symbol(result: Result) -> str:
    """Return the sign of the comparison; 'từ' for a range, whose upper end stands beside it."""
    if result.period_upper is not None:
        return "từ"
    return SIGNS.get(result.comparator or "", "")


def spans(result: Result) -> bool:
    """Whether the period's target is a range, which no single number can show."""
    return result.period_upper is not None


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


def reservations(result: Result) -> str:
    """Return what a reader must know before relying on a figure: provisional, estimated, old."""
    parts = ["tạm tính" if result.provisional else "", "có số ước" if result.estimated else ""]
    if result.as_of_slot:
        parts.append(f"số liệu đến {result.as_of_slot}")
    return ", ".join(part for part in parts if part)


def completeness(result: Result) -> str:
    """Return coverage and reservations together, a line each."""
    return "\n".join(part for part in (covered(result), reservations(result)) if part)


def several(items: list[str], most: int = 8) -> str:
    """Return a list in words, its tail counted.

    >>> several(["a", "b", "c"], most=2)
    'a, b và 1 mục khác'
    """
    if len(items) <= most:
        return ", ".join(items)
    return f"{', '.join(items[:most])} và {len(items) - most} mục khác"
