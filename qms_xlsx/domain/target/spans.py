"""What two figures span: ranges, tolerances, once in so many months."""

from __future__ import annotations

from typing import TYPE_CHECKING

from qms_xlsx.domain.target.comparators import BEFORE_NUMBER, DOWN, UP, Comparison
from qms_xlsx.domain.target.figures import figure_at
from qms_xlsx.domain.target.unit_words import unit_at
from qms_xlsx.language.lexicon import Lexicon, phrases
from qms_xlsx.language.messages import message
from qms_xlsx.language.numbers import significant

if TYPE_CHECKING:
    from qms_xlsx.domain.target.quantity import Quantity
    from qms_xlsx.language.scanner import Text

TO = Lexicon(phrases("-, ÷, ~, đến, tới, –") | {"đến dưới": True, "đến dưới mức": True})
_AND = Lexicon(phrases("và, nhưng, đồng thời") | {",": True})
_ONCE = Lexicon(phrases("/ lần, (một|1|01|/ 1|/ 01) lần"))
_IN_A_YEAR = {"tháng": 12, "quý": 4, "năm": 1}


def read_once(text: Text, quantity: Quantity) -> None:
    """Read "6 tháng/lần" as once in every half-year."""
    span, _, times = (quantity.unit or "").partition("/")
    found = _ONCE.at(text, quantity.end) if not times else None
    if span not in (*_IN_A_YEAR, "tuần", "ngày") or not (found or times == "lần"):
        return
    if found:
        quantity.end += found[0]
    months = quantity.value * 12 / _IN_A_YEAR[span] if span in _IN_A_YEAR else 0.0
    known = {1: "lần/tháng", 3: "lần/quý", 6: "lần/6 tháng", 12: "lần/năm"}
    if months and (months in known or not 12 % months):
        quantity.value = 1.0 if months in known else significant(12 / months)
        quantity.unit = known.get(int(months), "lần/năm")
        if months not in known:
            note = message(
                "Once in {n} months is {times} times a year.", n=months, times=12 / months
            )
            quantity.notes.append(note)
    elif span not in _IN_A_YEAR and quantity.value == 1:
        quantity.unit = f"lần/{span}"
    else:
        note = message("How often that is in a year is not told.")
        quantity.comparison = Comparison(None, notes=(note,), conflict=True)


def _second(text: Text, quantity: Quantity, said: list[str]) -> tuple[int, bool]:
    """Return where the upper figure of a range stands (0 for none), and whether it is excluded."""
    end = quantity.end
    to = TO.match(text, end)
    joined = to or _AND.match(text, end)
    second = end + joined.size if joined else end
    below = BEFORE_NUMBER.at(text, second)
    limit = below[1][1] if below and below[1][0] == "says" else ""
    if to:
        quantity.bounded = text.tokens[end].kind == "word" and bool(set(said) & UP)
        strict = limit in ("<", ">") or "dưới" in text.tokens[second - 1].fold
        return second + (below[0] if below and limit else 0), strict
    # "trên 80% và không quá 90%": a lower and an upper limit make a range.
    each = joined is None and quantity.value == 1  # "trên 1 máy tính không quá 10 học sinh"
    if below and limit in DOWN and set(said) & UP and not each:
        quantity.bounded = True
        return second + below[0], limit == "<"
    return 0, False


def _tolerance(text: Text, quantity: Quantity) -> None:
    """Read "95% ± 2%" as the range that it spans."""
    read = figure_at(text, quantity.end + 1)
    if read is None:
        return
    unit = unit_at(text, read.end)
    middle, quantity.end = quantity.value, unit.end if unit else read.end
    quantity.unit = unit.name if unit else quantity.unit
    quantity.value = significant(middle - read.value)
    quantity.upper = significant(middle + read.value)
    quantity.tolerant = True
    quantity.notes.append(
        message("A tolerance is a range: {low} to {high}.", low=quantity.value, high=quantity.upper)
    )


def read_range(text: Text, quantity: Quantity, said: list[str]) -> None:
    """Read the upper end of a range behind a figure, where there is one."""
    if text.fold(quantity.end) == "±":
        _tolerance(text, quantity)
        return
    second, strict = _second(text, quantity, said)
    read = figure_at(text, second) if second else None
    if read is None:
        return
    unit = unit_at(text, read.end)
    if unit and quantity.unit and unit.name.partition("/")[0] != quantity.unit.partition("/")[0]:
        return
    if read.value <= quantity.value:
        note = message("The range runs downwards.")
        quantity.comparison, quantity.end = Comparison(None, notes=(note,), conflict=True), read.end
        return
    quantity.upper = significant(read.value * (unit.times if unit else 1))
    if unit and unit.times != 1 and quantity.unit is None:
        quantity.value = significant(quantity.value * unit.times)
    quantity.notes.extend(read.notes)
    quantity.end = unit.end if unit else read.end
    quantity.unit = unit.name if unit else quantity.unit
    quantity.strict_upper = strict
