"""Numbers as Vietnamese offices write them: comma for decimals, dot for thousands."""

from __future__ import annotations

import math
import re

SIGNIFICANT = 12
"""Digits that a comparison looks at, in code as in the form's formulas."""

MOST_DECIMALS = 6
"""Decimals shown at the most."""

_THOUSANDS = re.compile(r"[+-]?\d{1,3}(\.\d{3})+(,\d+)?")
_DECIMAL = re.compile(r"[+-]?\d+(,\d+)?")


class InvalidNumber(ValueError):
    """A text that is not a number in Vietnamese notation."""


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
    whole = significant(value)
    if whole == round(whole):
        return 0
    fitting = next((d for d in range(1, 4) if round(whole, d) == whole), 1)
    for places in range(fitting, MOST_DECIMALS):
        if against is None or _side(round(value, places), against) == _side(whole, against):
            return places
    return MOST_DECIMALS


def told_apart(value: float, against: float) -> tuple[int, int]:
    """Return how many decimals show a figure and its target on the sides on which they lie.

    >>> told_apart(4.6499, 4.6501), told_apart(99.96, 100.0), told_apart(4.62, 4.625)
    ((1, 1), (2, 0), (2, 3))
    """
    places = [decimals(value, against), decimals(against, value)]
    wanted = _side(significant(value), significant(against))
    while min(places) < MOST_DECIMALS:
        if _side(round(value, places[0]), round(against, places[1])) == wanted:
            break
        places[places[0] > places[1]] += 1
    return places[0], places[1]


def _side(value: float, against: float) -> int:
    return (value > against) - (value < against)
