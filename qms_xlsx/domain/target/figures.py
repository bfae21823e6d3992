"""Single figures: digits in either notation, and numbers written out in words."""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import TYPE_CHECKING

from qms_xlsx.language import numbers
from qms_xlsx.language.lexicon import Lexicon, phrases
from qms_xlsx.language.messages import Message, message
from qms_xlsx.language.numerals import TIMES, part, spoken, words_at
from qms_xlsx.language.text import bare

if TYPE_CHECKING:
    from qms_xlsx.language.scanner import Text

_POINT_DECIMAL = re.compile(r"\d+\.(?:\d{1,2}|\d{4,})")
_ENGLISH = re.compile(r"\d{1,3}(?:,\d{3})+\.\d+|\d{1,3}(?:,\d{3}){2,}")
_THREE_DECIMALS = re.compile(r"[1-9]\d{0,2},\d{3}")
_TIMES = {bare(word): value for word, value in TIMES.items()}

NOT_COUNTED = Lexicon(
    phrases(
        "một cửa, một phần, một số, một trong, một cách, một lần nữa, một bước, một chiều",
        "một mặt, năm nay, năm trước, năm sau, năm học, năm qua, ba đình, tư pháp, hai bên",
        "hai con, hai cấp, ba cấp, bốn tại chỗ, một cấp, năm mới, hai chiều, năm ngoái",
    )
)


@dataclass(frozen=True, slots=True)
class WrittenNumber:
    """A number as written, where it ends, and how it is written."""

    end: int
    value: float
    notes: tuple[Message, ...] = ()
    words: bool = False
    part: bool = False
    thousands: float = 0.0


def figure(raw: str) -> tuple[float, tuple[Message, ...]] | None:
    """Return the number that digits write, with a note where it could be another; None if none."""
    if _POINT_DECIMAL.fullmatch(raw):
        return float(raw), (_read_as(raw, float(raw)),)
    if _ENGLISH.fullmatch(raw):
        value = float(raw.replace(",", ""))
        return value, (_read_as(raw, value),)
    try:
        value = numbers.parse(raw)
    except numbers.InvalidNumber:
        return None
    return value, (_read_as(raw, value),) if _THREE_DECIMALS.fullmatch(raw) else ()


def english_thousands(raw: str) -> float:
    """Return what "1,250" is where a comma sets off thousands; 0 for another notation."""
    return float(raw.replace(",", "")) if _THREE_DECIMALS.fullmatch(raw) else 0.0


def _read_as(raw: str, value: float) -> Message:
    """Return what a comma before three digits is taken for, and how the other figure is written."""
    return message(
        "“{raw}” is read as {value}, with a decimal comma. If {other} is meant, write it without "
        "a comma.",
        raw=raw,
        value=value,
        other=f"{english_thousands(raw):.0f}",
    )


def in_words(text: Text, index: int) -> tuple[int, float, bool] | None:
    """Return how many tokens a number in words takes, its value, whether it is a part in per cent.

    Behind "gấp" stand words of its own ("gấp đôi", "gấp rưỡi").
    """
    words = words_at(text, index)
    share = part(words)
    if share:
        return *share, True
    if NOT_COUNTED.at(text, index):
        return None
    if text.fold(index - 1) in ("gấp", "gap") and text.tokens[index].bare in _TIMES:
        return 1, _TIMES[text.tokens[index].bare], False
    number = spoken(words)
    return (*number, False) if number else None


def figure_at(text: Text, index: int) -> WrittenNumber | None:
    """Return the number in digits or in words that begins at this token."""
    if text.kind(index) == "word":
        words = in_words(text, index)
        if words is None:
            return None
        return WrittenNumber(index + words[0], words[1], words=True, part=words[2])
    if text.kind(index) != "number":
        return None
    joined, end = _spaced_thousands(text, index)
    read = figure(joined)
    if read is None:
        return None
    notes = read[1]
    if end > index + 1:
        notes = (message("“{raw}” is read as one number.", raw=joined),)
    return WrittenNumber(end, read[0], notes, thousands=english_thousands(joined))


def _spaced_thousands(text: Text, index: int) -> tuple[str, int]:
    """Join "12 250" into one number; a first group has up to three digits and no separator."""
    raw, end = text.tokens[index].raw, index + 1
    while raw.isdigit() and not raw.startswith("0") and len(text.tokens[index].raw) <= 3:
        token = text.tokens[end] if end < len(text.tokens) else None
        if not (token and token.raw.isdigit() and len(token.raw) == 3 and not token.named):
            break
        raw, end = raw + token.raw, end + 1
    return raw, end
