"""Numbers in words, and Roman numerals."""

from __future__ import annotations

from itertools import takewhile
from typing import TYPE_CHECKING

from qms_xlsx.language.numbers import significant
from qms_xlsx.language.text import bare

if TYPE_CHECKING:
    from collections.abc import Sequence

    from qms_xlsx.language.scanner import Text

_ROMAN = "i ii iii iv v vi vii viii ix x xi xii xiii xiv xv xvi xvii xviii xix xx"
ROMAN = {numeral: value for value, numeral in enumerate(_ROMAN.split(), 1)}

DIGITS = {
    "một": 1, "hai": 2, "ba": 3, "bốn": 4, "năm": 5, "sáu": 6, "bảy": 7, "bẩy": 7,
    "tám": 8, "chín": 9,
}  # fmt: skip
ORDINALS = DIGITS | {"nhất": 1, "nhì": 2, "tư": 4, "mười": 10}
"""What may stand after "thứ"."""
MULTIPLES = {"mươi": 10, "trăm": 100, "nghìn": 1000, "ngàn": 1000}
TIMES = {"đôi": 2.0, "rưỡi": 1.5, "ba": 3.0, "bốn": 4.0, "năm": 5.0}
"""What may stand after "gấp"."""
_AFTER_TENS = DIGITS | {"mốt": 1, "lăm": 5, "nhăm": 5, "tư": 4}
_TEN, _ODD, _POINT, _HALF = ("mười", "mươi"), ("linh", "lẻ"), "phẩy", "nửa"
_MARKED = {
    bare(word): word
    for word in (*_AFTER_TENS, *MULTIPLES, *_ODD, _POINT, _HALF, "phần")
    if word not in ("bẩy", "mốt", "nhăm")
}
_LONGEST = 8


def words_at(text: Text, index: int) -> list[str]:
    """Return the words that follow, with their marks where the text was typed without any."""
    ahead = takewhile(lambda token: token.kind == "word", text.tokens[index : index + _LONGEST])
    return [_MARKED.get(t.bare, "") if text.plain else t.fold for t in ahead]


def spoken(words: Sequence[str]) -> tuple[int, float] | None:
    """Return how many words a number takes, and its value.

    >>> spoken(["chín", "mươi", "lăm", "phần", "trăm"]), spoken(["hai", "phẩy", "năm"])
    ((3, 95.0), (3, 2.5))
    """
    whole = _composed(words)
    if whole is None or list(words[whole[0] : whole[0] + 1]) != [_POINT]:
        return whole
    digits = _composed(words[whole[0] + 1 :])
    if digits is None:
        return whole
    places = 1 if digits[1] < 10 else 2
    return whole[0] + 1 + digits[0], significant(whole[1] + digits[1] / 10**places)


def part(words: Sequence[str]) -> tuple[int, float] | None:
    """Return how many words a part of a whole takes, and its share in per cent.

    >>> part(["hai", "phần", "ba"]), part(["một", "nửa"])
    ((3, 66.6666666667), (2, 50.0))
    """
    if list(words[:2]) == ["một", _HALF] or list(words[:1]) == [_HALF]:
        return 1 + (words[0] != _HALF), 50.0
    if len(words) < 3 or words[1] != "phần" or words[0] not in DIGITS:
        return None
    whole = _AFTER_TENS.get(words[2], 0)
    return (3, significant(DIGITS[words[0]] / whole * 100)) if whole > DIGITS[words[0]] else None


def _composed(words: Sequence[str]) -> tuple[int, float] | None:
    total, last, used = 0.0, 0.0, 0
    for word in words:
        tens = used > 0 and (words[used - 1] in _TEN or total >= 100)
        if word in MULTIPLES and used and 0 < last < 10:
            total += last * (MULTIPLES[word] - 1)
            last = 0
        elif word in _TEN and (not used or words[used - 1] in ("trăm", "nghìn", "ngàn")):
            total, last = total + 10, 10
        elif word in _ODD and used:
            last = 0
        elif word in (_AFTER_TENS if tens else DIGITS) and _fits(words, used):
            last = _AFTER_TENS[word]
            total += last
        else:
            break
        used += 1
    return (used, total) if used and total else None


def _fits(words: Sequence[str], used: int) -> bool:
    """Tell whether a digit may stand here: first, or after a multiple; five after ten is "lăm"."""
    if not used:
        return True
    if words[used] == "năm":
        return words[used - 1] in _ODD or list(words[used + 1 : used + 2]) in (["mươi"], ["trăm"])
    return words[used - 1] in (*_TEN, *_ODD, "trăm", "nghìn", "ngàn")
