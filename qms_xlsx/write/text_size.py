"""How much room a text takes in a cell: few programs fit rows around wrapped text."""

from __future__ import annotations

from functools import cache
from unicodedata import normalize

_NARROW, _WIDE = "fijlrt.,:;'|!()[]/-“”", "mwMW%@"
_PADDING = 4.5
"""Points that a program leaves free beside a cell's text."""


@cache
def _char_width(char: str) -> float:
    """Return a character's width in Times New Roman, in units of its size."""
    base = normalize("NFD", char)[0]
    if base.isspace():
        return 0.25
    if base in _NARROW:
        return 0.33
    if base in _WIDE:
        return 0.85
    return 0.70 if base.isupper() else 0.48


def text_width(text: str) -> float:
    """Return the width of one line of text, in units of its size."""
    return sum(map(_char_width, text))


def line_count(text: str, width: float, size: float) -> int:
    """Return how many lines a text takes in a column of so many characters' width.

    >>> line_count("Số hồ sơ trả đúng hạn", 30, 11), line_count("một hai ba bốn", 8, 11)
    (1, 2)
    """
    room = ((width * 7 + 5) * 0.75 - _PADDING) / size
    return sum(_wrapped(part, room) for part in text.split("\n"))


def _wrapped(text: str, room: float) -> int:
    lines, used = 1, 0.0
    for word in text.split():
        own = text_width(word)
        if used and used + 0.25 + own > room:
            lines, used = lines + 1, 0.0
        used += own + (0.25 if used else 0.0)
        while used > room:  # a word longer than a line is broken
            lines, used = lines + 1, used - room
    return lines
