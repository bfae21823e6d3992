"""How an input cell's content is recognised; each function answers for one rule of family V.

A recogniser returns None where the cell is not its matter; else a value that may be used
(a safe repair) or none (the cell is kept out of the figures).
"""

from __future__ import annotations

import math
import re
from datetime import date, datetime, time, timedelta
from typing import TYPE_CHECKING

from qms_xlsx.book.labels import KPS
from qms_xlsx.domain.indicator import RATIO, Component
from qms_xlsx.domain.submission import Mark
from qms_xlsx.domain.target import GRADE_SCALES, grade_rank
from qms_xlsx.language.numbers import is_number, show, significant
from qms_xlsx.language.symbols import NO, YES
from qms_xlsx.language.text import bare, folded
from qms_xlsx.read.cell_case import LARGEST, CellCase, Outcome
from qms_xlsx.read.cells import NO_WORDS, YES_WORDS, number_shown_as_date, shown_serial
from qms_xlsx.read.number_words import (
    fraction,
    is_rank,
    likely_number,
    percentage,
    several_numbers,
    written_number,
)
from qms_xlsx.read.tables import HOLLOW

if TYPE_CHECKING:
    from qms_xlsx.domain.submission import Value
    from qms_xlsx.read.tables import Cell

_KPS = frozenset(
    ("kps", "khongphatsinh", "khongps", "kphatsinh", "kophatsinh", "khongcophatsinh", "khphatsinh")
)
_NOTHING = frozenset(
    ("", "-", "--", "---", "/", "\\", "?", "*", "_", "…", "n/a", "na", "n.a", "null",
     "none", "nan", "khong", "khong co", "chua", "chua co", "chua co so lieu", "0 phat sinh",
     "khong phat sinh 0", "trong", "bo trong")
)  # fmt: skip


def good_count(cell: Cell) -> float | None:
    """Return a cell's figure when it is good as it stands, as almost every one is."""
    value = cell.value
    good = type(value) is float and 0 <= value < LARGEST and cell.state in ("", "formula")
    good = good and not cell.shown
    return value if good else None  # type: ignore[return-value]


def plain(case: CellCase) -> Value | None:
    """Return the value of a cell that needs no word: a figure, KPS, a listed answer or grade."""
    value = case.cell.value
    other = case.cell.shown == "date" or (case.cell.shown and value != 0)  # 0 % is 0 of anything
    if case.cell.state in HOLLOW or other:
        return None
    if is_number(value) and case.numeric:
        return (
            float(value) if 0 <= value < LARGEST and is_rank(float(value), case.component) else None
        )
    if not isinstance(value, str):
        return None
    if value.strip().upper() == KPS:
        return Mark.KPS
    if case.component is Component.ANSWER:
        return {"có": True, "không": False}.get(folded(value))
    return _grade(value, case.grade) if case.component is Component.GRADE else None


def _grade(text: str, wanted: str) -> str | None:
    """Return the grade's canonical name when it is of the wanted grade's family."""
    key = folded(text).strip(" .")
    return next((name for name in _grades(wanted) if folded(name) == key), None)


def _grades(wanted: str) -> tuple[str, ...]:
    family = grade_rank(wanted)
    return tuple(GRADE_SCALES[family[0]]) if family else ()


def error_cell(case: CellCase) -> Outcome | None:
    """Recognise #N/A, #DIV/0! and the like."""
    return Outcome() if case.cell.state == "error" else None


def formula_without_value(case: CellCase) -> Outcome | None:
    """Recognise a formula whose result was not stored."""
    return Outcome() if case.cell.state == "unvalued" else None


def number_as_text(case: CellCase) -> Outcome | None:
    """Read a number typed as text, alone or with the row's own unit."""
    number = written_number(case) if case.written else None
    if number is None or not 0 <= number < LARGEST or not is_rank(number, case.component):
        return None
    return Outcome(number, {"read": show(number)})


def date_format_on_number(case: CellCase) -> Outcome | None:
    """Read a number that a date's format shows as a day of 1900 or so."""
    number = _under_format(case, "date")
    if number is None and case.numeric:
        number = number_shown_as_date(case.cell.value)
    if number is None or number < 0 or not is_rank(number, case.component):
        return None
    return Outcome(number, {"value": shown_serial(number), "read": show(number)})


def percent_format_on_number(case: CellCase) -> Outcome | None:
    """Read 0.95 that is shown as 95 % as 95, where per cent is the row's unit."""
    number = _under_format(case, "percent")
    if number is None or not case.unit.startswith("%"):
        return None
    read = show(significant(number * 100))
    return Outcome(significant(number * 100), {"value": f"{read} %", "read": read})


def _under_format(case: CellCase, shown: str) -> float | None:
    """Return a cell's good number where its format shows it as something else."""
    value = case.cell.value
    good = case.numeric and case.cell.shown == shown and isinstance(value, int | float)
    return float(value) if good and 0 <= value < LARGEST else None  # type: ignore[arg-type,operator]


def word_repaired(case: CellCase) -> Outcome | None:
    """Read KPS, an answer or a grade written another way."""
    if not isinstance(case.cell.value, str | bool | int | float):
        return None
    letters = re.sub(r"[\W_]+", "", case.word)
    if letters in _KPS:
        return Outcome(Mark.KPS, {"read": KPS})
    if case.component is Component.ANSWER:
        return _answer(case)
    return _grade_repaired(case) if case.component is Component.GRADE else None


def _answer(case: CellCase) -> Outcome | None:
    if case.cell.value is True or case.word in YES_WORDS:
        return Outcome(True, {"read": YES})
    if case.cell.value is False or case.word in NO_WORDS:
        return Outcome(False, {"read": NO})
    return None


def _grade_repaired(case: CellCase) -> Outcome | None:
    text = case.word.removeprefix("xep loai ").removeprefix("loai ").removeprefix("dat ")
    found = [name for name in _grades(case.grade) if bare(name) == text]
    return Outcome(found[0], {"read": found[0]}) if len(found) == 1 else None


def out_of_list(case: CellCase) -> Outcome | None:
    """Recognise an answer or a grade that the list does not have."""
    if case.component is Component.ANSWER:
        return Outcome(None, {"choices": f"Có, Không, {KPS}"})
    if case.component is Component.GRADE:
        return Outcome(None, {"choices": ", ".join([*_grades(case.grade), KPS])})
    return None


def fraction_in_a_cell(case: CellCase) -> Outcome | None:
    """Recognise 3/4 typed into one cell, also as the date that Excel makes of it."""
    parts = _typed_fraction(case) if case.component in RATIO else None
    if parts is None:
        return None
    value = case.cell.value
    shown = case.text if isinstance(value, str) else _shown_date(value)
    names = {"numerator": parts[0], "denominator": parts[1]}
    return Outcome(None, {"value": shown, "likely": "/".join(parts), **names})


def _typed_fraction(case: CellCase) -> tuple[str, str] | None:
    value = case.cell.value
    if isinstance(value, datetime | date):
        return _day_as_fraction(value)
    if isinstance(value, time):
        return str(value.hour), str(value.minute)
    return fraction(case.text) if isinstance(value, str) else None


def _day_as_fraction(day: date) -> tuple[str, str]:
    """Return what was typed when Excel made a date of it: day/month, or month/year (3/40)."""
    current = date.today().year
    month_first = day.day == 1 and abs(day.year - current) > 2
    return (str(day.month), f"{day:%y}") if month_first else (str(day.day), str(day.month))


def date_for_number(case: CellCase) -> Outcome | None:
    """Recognise a date where a number belongs."""
    value = case.cell.value
    if not isinstance(value, datetime | date | time | timedelta):
        return None
    return Outcome(None, {"value": _shown_date(value), "likely": _typed_number(value)})


def _shown_date(value: object) -> str:
    return f"{value.day}/{value.month}/{value.year}" if isinstance(value, date) else str(value)


def _typed_number(value: date | time | timedelta) -> str:
    """Return what was typed when Excel made a date of it: day and month."""
    return "/".join(_day_as_fraction(value)) if isinstance(value, date) else str(value)


def negative(case: CellCase) -> Outcome | None:
    """Recognise a number below 0."""
    value = case.cell.value
    if isinstance(value, str):
        number = written_number(case) if case.numeric else None
    else:
        number = float(value) if isinstance(value, int | float) else None
    return Outcome() if number is not None and number < 0 else None


def unusable_number(case: CellCase) -> Outcome | None:
    """Recognise what is past all bounds, or no number at all (NaN, infinity)."""
    value = case.cell.value
    number = written_number(case) if case.written else value
    if not isinstance(number, int | float) or isinstance(number, bool):
        return None
    return None if math.isfinite(number) and abs(number) < LARGEST else Outcome()


def not_a_rank(case: CellCase) -> Outcome | None:
    """Recognise a number that is no place in a ranking."""
    if case.component is not Component.RANK:
        return None
    number = written_number(case) if case.written else case.cell.value
    return Outcome() if is_number(number) else None


def percentage_for_count(case: CellCase) -> Outcome | None:
    """Recognise a percentage where a numerator or a denominator belongs."""
    wrong = case.written and case.component in RATIO and percentage(case)
    number = _under_format(case, "percent")
    if number is None:
        return Outcome() if wrong else None
    return Outcome(None, {"value": f"{show(significant(number * 100))} %"})


def mark_for_nothing(case: CellCase) -> Outcome | None:
    """Recognise a dash, a dot or a word that may mean 0, KPS or nothing yet."""
    return Outcome() if case.written and case.word in _NOTHING else None


def doubtful_number(case: CellCase) -> Outcome | None:
    """Offer the number in a text that holds just one: too doubtful to use."""
    number = likely_number(case) if case.written else None
    if number is None or not 0 <= number < LARGEST or not is_rank(number, case.component):
        return None
    return Outcome(None, {"likely": show(number)})


def more_than_one_number(case: CellCase) -> Outcome | None:
    """Recognise 50-60, where one number belongs."""
    return Outcome() if case.written and several_numbers(case) else None


def anything_else(_: CellCase) -> Outcome | None:
    """Recognise whatever no other rule knows."""
    return Outcome()
