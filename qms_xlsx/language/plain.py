"""Patterns of words that may be typed without diacritics."""

from __future__ import annotations

import re
import unicodedata
from functools import lru_cache


def typed(pattern: re.Pattern[str], text: str) -> re.Pattern[str]:
    """Return a pattern as a text is typed: without diacritics where the text has none.

    >>> words = re.compile("trước ngày")
    >>> bool(typed(words, "truoc ngay 15/6").search("truoc ngay 15/6"))
    True
    >>> bool(typed(words, "trước ngày 15/6").search("truoc ngay 15/6"))
    False
    """
    return _stripped(pattern) if text.isascii() else pattern


@lru_cache(maxsize=256)
def _stripped(pattern: re.Pattern[str]) -> re.Pattern[str]:
    whole = pattern.pattern.replace("đ", "d").replace("Đ", "D")
    letters = unicodedata.normalize("NFD", whole)
    plain = "".join(letter for letter in letters if not unicodedata.combining(letter))
    return re.compile(plain, pattern.flags)
