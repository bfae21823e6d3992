"""Single figures: digits in either notation, and numbers written out in words."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from qms_xlsx.domain.target.scan import Lexicon, Text, phrases
from qms_xlsx.language import numbers
from qms_xlsx.language.messages import Message, message
from qms_xlsx.language.numbers import significant

if TYPE_CHECKING:
    from collections.abc import Iterator

_POINT_DECIMAL = re.compile(r"\d+\.(?:\d{1,2}|\d{4,})")
_ENGLISH = re.compile(r"\d{1,3}(?:,\d{3})+\.\d+|\d{1,3}(?:,\d{3}){2,}")
_THREE_DECIMALS = re.compile(r"[1-9]\d{0,2},\d{3}")

_DIGITS = {
    "một": 1, "hai": 2, "ba": 3, "bốn": 4, "năm": 5, "sáu": 6, "bảy": 7, "bẩy": 7,
    "tám": 8, "chín": 9,
}  # fmt: skip
_AFTER_TENS = _DIGITS | {"mốt": 1, "lăm": 5, "nhăm": 5, "tư": 4}
_MULTIPLES = {"mươi": 10, "trăm": 100, "nghìn": 1000, "ngàn": 1000}
_HALVES = {"một nửa": 50.0, "nửa": 50.0}
_TIMES = {"doi": 2.0, "ruoi": 1.5, "ba": 3.0, "bon": 4.0, "nam": 5.0}
NOT_COUNTED = Lexicon(
    phrases(
        "một cửa, một phần, một số, một trong, một cách, một lần nữa, một bước, một chiều",
        "một mặt, năm nay, năm trước, năm sau, năm học, năm qua, ba đình, tư pháp, hai bên",
        "hai con, hai cấp, ba cấp, bốn tại chỗ, một cấp, năm mới, hai chiều, năm ngoái",
    )
)


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


def _read_as(raw: str, value: float) -> Message:
    return message("“{raw}” could be read two ways: it is read as {value}.", raw=raw, value=value)


def spoken(text: Text, index: int) -> tuple[int, float] | None:
    """Return how many tokens a number in words takes from here, and its value."""
    if text.tokens[index].kind != "word":
        return None
    if NOT_COUNTED.at(text, index) and _part(list(_words(text, index))) is None:
        return None
    if index and text.tokens[index - 1].bare == "gap" and text.tokens[index].bare in _TIMES:
        return 1, _TIMES[text.tokens[index].bare]
    words = list(_words(text, index))
    if (part := _part(words)) is not None:
        return 3, part
    for half, share in _HALVES.items():
        if words[: len(half.split())] == half.split():
            return len(half.split()), share
    return _with_decimals(words, _compose(words))


def _part(words: list[str]) -> float | None:
    """Return "hai phần ba" as a percentage."""
    if len(words) < 3 or words[1] != "phần" or words[0] not in _DIGITS:
        return None
    whole = _AFTER_TENS.get(words[2], 0)
    return significant(_DIGITS[words[0]] / whole * 100) if whole > _DIGITS[words[0]] else None


def _with_decimals(words: list[str], whole: tuple[int, float] | None) -> tuple[int, float] | None:
    """Add what follows "phẩy" to a number in words."""
    if whole is None or words[whole[0] : whole[0] + 1] != ["phẩy"]:
        return whole
    digits = _compose(words[whole[0] + 1 :])
    if digits is None:
        return whole
    places = 1 if digits[1] < 10 else 2
    return whole[0] + 1 + digits[0], significant(whole[1] + digits[1] / 10**places)


def _words(text: Text, index: int) -> Iterator[str]:
    for token in text.tokens[index : index + 8]:
        if token.kind != "word":
            return
        yield _MARKED.get(token.bare, "") if text.plain else token.fold


def _compose(words: list[str]) -> tuple[int, float] | None:
    total, last, used = 0.0, 0.0, 0
    for word in words:
        tens = used > 0 and (words[used - 1] in ("mươi", "mười") or total >= 100)
        if word in _MULTIPLES and used and 0 < last < 10:
            total += last * (_MULTIPLES[word] - 1)
            last = 0
        elif word in ("mười", "mươi") and (
            not used or words[used - 1] in ("trăm", "nghìn", "ngàn")
        ):
            total, last = total + 10, 10
        elif word in ("linh", "lẻ") and used:
            last = 0
        elif word in (_AFTER_TENS if tens else _DIGITS) and _fits(words, used):
            last = _AFTER_TENS[word]
            total += last
        else:
            break
        used += 1
    return (used, total) if used and total else None


def _fits(words: list[str], used: int) -> bool:
    """Tell whether a digit may stand here: first, or after a multiple; five after ten is "lăm"."""
    if not used:
        return True
    previous = words[used - 1]
    if words[used] == "năm":
        return previous in ("linh", "lẻ") or words[used + 1 : used + 2] in (["mươi"], ["trăm"])
    return previous in ("mươi", "mười", "trăm", "nghìn", "ngàn", "linh", "lẻ")


_MARKED = {
    "mot": "một", "hai": "hai", "ba": "ba", "bon": "bốn", "nam": "năm", "sau": "sáu",
    "bay": "bảy", "tam": "tám", "chin": "chín", "muoi": "mươi", "tram": "trăm", "nghin": "nghìn",
    "ngan": "ngàn", "lam": "lăm", "tu": "tư", "linh": "linh", "le": "lẻ", "nua": "nửa",
    "phay": "phẩy", "phan": "phần",
}  # fmt: skip
