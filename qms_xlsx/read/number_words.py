"""Numbers as people write them into cells: Vietnamese first, other notations only offered."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from qms_xlsx.domain.indicator import Component
from qms_xlsx.language import numbers
from qms_xlsx.language.text import bare, folded
from qms_xlsx.language.units import MONEY, NUMERALS, factor

if TYPE_CHECKING:
    from qms_xlsx.read.cell_case import CellCase

_NUMBER = re.compile(r"[+\-−]?\d[\d.,]*(?: \d{3}(?!\d))*(?:,\d+)?")
_GROUPED = re.compile(r"[+\-−]?\d{1,3}(?: \d{3})+(?:,\d+)?")
_ENGLISH = re.compile(r"[+-]?(?:\d{1,3}(?:,\d{3})+|\d+)(?:\.\d+)?")
_TYPED = re.compile(r"[\dOoQIl|.,]*\d[\dOoQIl|.,]*")
_LOOKALIKES = str.maketrans("OoQIl|", "000111")
_FRACTION = re.compile(r"(\d+)\s*[/:]\s*(\d+)")
_LONGEST = 60
"""Characters past which a text is prose and not a number."""


def vietnamese(text: str) -> float | None:
    """Return the number that a text writes in Vietnamese notation, thousands also by spaces.

    >>> vietnamese("1.234.567,89"), vietnamese("1 234 567"), vietnamese("0.985"), vietnamese("98.5")
    (1234567.89, 1234567.0, None, None)
    """
    plain = text.strip().rstrip(".,") if text[-1:] in ".," else text
    if _GROUPED.fullmatch(plain):
        plain = plain.replace(" ", "")
    if plain.lstrip("+-−").startswith("0."):
        return None  # no thousands begin with 0
    try:
        return numbers.parse(plain)
    except numbers.InvalidNumber:
        return None


def english(text: str) -> float | None:
    """Return the number that a text writes in English notation, where it cannot be Vietnamese.

    >>> english("1,234.5"), english("98.5"), english("1,234,567"), english("12.250")
    (1234.5, 98.5, 1234567.0, None)
    """
    if vietnamese(text) is not None or not _ENGLISH.fullmatch(text):
        return None
    return float(text.replace(",", ""))


def written_number(case: CellCase) -> float | None:
    """Return the number of a text such as '12.250' or '50 hồ sơ': alone, or with what it counts."""
    number, rest = _parted(case.text)
    if number is None or not _belongs(rest, case):
        return None
    return number


def _parted(text: str) -> tuple[float | None, str]:
    found = _NUMBER.match(text) if len(text) <= _LONGEST else None
    if found is None:
        return None, text
    return vietnamese(found[0]), text[found.end() :].strip()


def _belongs(rest: str, case: CellCase) -> bool:
    """Whether what stands behind a number is the row's own unit, or a noun that it counts."""
    if not rest or (rest == "%" and case.unit.startswith("%")):
        return True
    if case.unit and (bare(rest) == bare(case.unit) or factor(rest, case.unit) == 1.0):
        return True
    words = folded(rest).split()
    scaled = {folded(word) for word in (*MONEY, *NUMERALS)} & {*words, " ".join(words)}
    return not scaled and f" {bare(rest)} " in f" {bare(case.counted)} "


def other_unit(case: CellCase) -> float | None:
    """Return a number written in another unit of the row's kind, turned into the row's own."""
    number, rest = _parted(case.text)
    scale = factor(rest, case.unit) if number is not None and rest and case.unit else None
    return number * scale if number is not None and scale not in (None, 1.0) else None


def percentage(case: CellCase) -> bool:
    """Whether a text is a percentage in a row that does not take one."""
    _, rest = _parted(case.text)
    return rest in ("%", "phần trăm") and not case.unit.startswith("%")


def fraction(text: str) -> tuple[str, str] | None:
    """Return the two numbers of a text such as '3/4'."""
    found = _FRACTION.fullmatch(text)
    return (found[1], found[2]) if found else None


def likely_number(case: CellCase) -> float | None:
    """Return the one number in a text: too doubtful to use, good enough to offer.

    Of 'khoảng 50', '~50', '1O0', '1,234.5'; nothing of '50-60'.
    """
    text = case.text
    if len(text) > _LONGEST:
        return None
    alone = english(text.rstrip(" %")) or other_unit(case)
    if alone is not None:
        return alone
    found = _TYPED.findall(text)
    if len(found) != 1:
        return None
    plain = found[0].strip(".,")
    for candidate in (plain, plain.rstrip("lI|"), plain.translate(_LOOKALIKES)):  # 50l is litres
        number = vietnamese(candidate)
        number = english(candidate) if number is None else number
        if number is not None:
            return number
    return None


def several_numbers(case: CellCase) -> bool:
    """Whether a text holds more than one number, such as '50-60'."""
    return len(re.findall(r"\d[\d.,]*", case.text[:_LONGEST])) > 1


def is_rank(number: float, component: Component) -> bool:
    """Whether a number may stand in a row: a rank is a whole number from 1 on."""
    return component is not Component.RANK or (number >= 1 and number.is_integer())
