"""How wide text is in Times New Roman, and how many lines it takes: spreadsheets don't ask."""

from __future__ import annotations

import unicodedata
from functools import lru_cache
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Sequence

# Advance widths of Times Roman, ' ' to '~', in thousandths of the font size (Adobe font metrics).
_WIDTHS = (
    *(250, 333, 408, 500, 500, 833, 778, 180, 333, 333, 500, 564, 250, 333, 250, 278),
    *(500, 500, 500, 500, 500, 500, 500, 500, 500, 500, 278, 278, 564, 564, 564, 444),
    *(921, 722, 667, 667, 722, 611, 556, 722, 722, 333, 389, 722, 611, 889, 722, 722),
    *(556, 722, 667, 556, 611, 722, 722, 944, 722, 722, 611, 333, 278, 333, 469, 500),
    *(333, 444, 500, 444, 500, 444, 333, 500, 500, 278, 278, 500, 278, 778, 500, 500),
    *(500, 500, 333, 389, 278, 500, 500, 722, 500, 500, 444, 480, 200, 480, 541),
)
_OTHER = 1000
"""Symbols from a fallback font are about as wide as they are high."""
_BOLD = 1.07
_PIXELS = 96 / 72
_PADDING = 7
"""Pixels that a cell keeps free at its sides, its border included."""
_SLACK = 1.03
"""Programs differ by a few per cent; a line too many is better than a cut word."""
LINE = 1.2
"""Height of a line, in font sizes."""


@lru_cache(maxsize=1024)
def _character(char: str) -> int:
    base = unicodedata.normalize("NFD", char)[0].replace("đ", "d").replace("Đ", "D")
    place = ord(base) - 32
    if 0 <= place < len(_WIDTHS):
        return _WIDTHS[place]
    return 500 if unicodedata.category(base).startswith("P") else _OTHER


@lru_cache(maxsize=16384)
def _word(word: str) -> int:
    return sum(map(_character, word))


def width(text: str, size: float, *, bold: bool = False) -> float:
    """Return the width of one line of text in pixels at 96 dots an inch."""
    return _word(text) * size / 1000 * _PIXELS * _SLACK * (_BOLD if bold else 1)


def fitted(text: str, pixels: float, size: float, *, bold: bool = False) -> str:
    """Return a text that fits one line of a cell; a longer one is cut between words.

    >>> fitted("Hồ sơ trả đúng hạn và trước hạn", 120, 11), fitted("Hồ sơ", 120, 11)
    ('Hồ sơ trả đúng…', 'Hồ sơ')
    """
    room = pixels - _PADDING
    if width(text, size, bold=bold) <= room:
        return text
    while text and width(f"{text}…", size, bold=bold) > room:
        text = text.rpartition(" ")[0].rstrip(" ,;:")
    return f"{text}…"


def fitting(names: Sequence[str], pixels: float, size: float) -> str:
    """Return the first of some names that fits one line, else the longest that does.

    >>> fitting(["Địa chính - Xây dựng - Môi trường", "Địa chính", "ĐC"], 120, 11)
    'Địa chính'
    """
    whole = [name for name in names if fitted(name, pixels, size) == name]
    if names[0] in whole or not whole:
        return fitted(names[0], pixels, size)
    return max(whole, key=len)


@lru_cache(maxsize=16384)
def lines(text: str, pixels: int, size: float, *, bold: bool = False) -> int:
    """Return how many lines the text takes in a cell so many pixels wide.

    >>> lines("Đạt", 80, 11), lines("Bộ phận Tiếp nhận và Trả kết quả", 80, 11)
    (1, 4)
    """
    scale = 1000 / (size * _PIXELS * _SLACK * (_BOLD if bold else 1))
    room = max(pixels - _PADDING, 8) * scale
    return sum(_wrapped(paragraph, room) for paragraph in text.split("\n"))


def _wrapped(paragraph: str, room: float) -> int:
    if len(paragraph) * _OTHER <= room:
        return 1
    count, used = 1, 0.0
    for word in paragraph.split(" "):
        needed = _word(word)
        if used and used + _WIDTHS[0] + needed <= room:
            used += _WIDTHS[0] + needed
            continue
        count += bool(used)
        count += int(needed // room) if needed > room else 0  # a long word breaks anywhere
        used = needed % room if needed > room else needed
    return count


def height(count: int, size: float) -> float:
    """Return the height in points of a row that holds so many lines."""
    return round(count * size * LINE + 3, 1)
