"""Numbers as Vietnamese offices write them: comma for decimals, dot for thousands."""

from __future__ import annotations

import math
import re
from typing import TypeGuard

SIGNIFICANT = 12
"""Digits that a comparison looks at, in code as in the form's formulas."""

MOST_DECIMALS = 6
"""Decimals shown at the most."""
EXACT_DECIMALS = 3
"""A figure with no more decimals than these is shown as it is."""

_THOUSANDS = re.compile(r"[+-]?\d{1,3}(\.\d{3})+(,\d+)?")
_DECIMAL = re.compile(r"[+-]?\d+(,\d+)?")


class InvalidNumber(ValueError):
    """A text that is not a number in Vietnamese notation."""


def is_number(value: object) -> TypeGuard[float]:
    """Whether a value is a figure: an answer is none, though Python counts with it.

    >>> is_number(3), is_number(0.5), is_number(True), is_number("3")
    (True, True, False, False)
    """
    return isinstance(value, int | float) and not isinstance(value, bool)


def parse(text: str) -> float:
    """Return the number that a Vietnamese text writes, or raise InvalidNumber.

    >>> parse("9,267"), parse("12.250"), parse("1.234,5")
    (9.267, 12250.0, 1234.5)
    """
    text = text.strip().replace("−", "-")
    if not (_THOUSANDS.fullmatch(text) or _DECIMAL.fullmatch(text)):
        raise InvalidNumber(text)
    return float(text.replace(".", "").replace(",", "."))


def show(value: float, decimals: int | None = None) -> str:
    """Return the number as a Vietnamese reader expects it; all its digits, or so many decimals.

    >>> show(12250.0), show(9.267), show(3.846153846, 2), show(-0.5)
    ('12.250', '9,267', '3,85', '-0,5')
    """
    if decimals is None:
        text = f"{significant(value):,.10f}".rstrip("0").rstrip(".")
    else:
        text = f"{value:,.{decimals}f}"
    return "0" if text in ("-0", "") else text.translate(str.maketrans(",.", ".,"))


def significant(value: float) -> float:
    """Return the value rounded to 12 significant digits: 0,1 + 0,2 is 0,3, 94,996 stays below 95.

    >>> significant(0.1 + 0.2) == 0.3, significant(94.996) >= 95
    (True, False)
    """
    return float(f"{value:.{SIGNIFICANT}g}") if math.isfinite(value) else value


def decimals(value: float, against: float | None = None) -> int:
    """Return how many decimals show a figure without hiding on which side of a target it lies.

    >>> decimals(97.0), decimals(96.46666), decimals(9.267), decimals(94.996, 95.0)
    (0, 1, 3, 3)
    """
    return _places(value) if against is None else told_apart(value, against)[0]


def told_apart(value: float, against: float) -> tuple[int, int]:
    """Return how many decimals show a figure and its target on the sides on which they lie.

    >>> told_apart(4.6499, 4.6501), told_apart(99.96, 100.0), told_apart(4.62, 4.625)
    ((1, 1), (2, 0), (2, 3))
    """
    wanted = _side(significant(value), significant(against))
    places = range(1, MOST_DECIMALS)
    apart = (d for d in places if _side(round(value, d), round(against, d)) == wanted)
    least = next(apart, MOST_DECIMALS)
    return _places(value, least), _places(against, least)


def _places(value: float, least: int = 1) -> int:
    """Return the decimals of a figure that has at most three, else as many as asked."""
    whole = significant(value)
    exact = next((d for d in range(EXACT_DECIMALS + 1) if round(whole, d) == whole), None)
    return least if exact is None else exact


def _side(value: float, against: float) -> int:
    return (value > against) - (value < against)
