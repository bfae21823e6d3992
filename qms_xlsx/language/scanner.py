"""A wording as tokens, each known by its marked and by its bare letters."""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import cached_property
from typing import TYPE_CHECKING, NamedTuple

from qms_xlsx.language.text import bare, clean, folded

if TYPE_CHECKING:
    from collections.abc import Iterator

TOKEN = re.compile(
    r"(?P<number>\d+(?:[.,]\d+)*)"
    r"|(?P<word>[^\W\d_]+)"
    r"|(?P<symbol>->|>\s?=|=\s?>|<\s?=|=\s?<|%[o0](?!\w|[.,]\d)|%\s[o0](?!\w|[.,]\d|\s+\w)|\.\.+|[^\w\s]|_)"
)
_LINES = re.compile(r"\s*[\r\n]+\s*")
_BULLET = re.compile(
    r"^\W*?(?:[-+*•●▪]+|\(?\d{1,2}(?:\.\d{1,2})*[.)]|\(?[a-zđ]\d?[.)])\s+(?=[^\W\d_]|\d|[<>≥≤(])",
    re.I,
)
_SHORT = (
    (re.compile(r"\b(?:ko|kô|khg|hok|hông)\b", re.I), "không"),
    (re.compile(r"(?<![\d.,] )\bkg?(?= (?:quá|để|có|còn|bị|vượt|xảy|phát sinh)\b)", re.I), "không"),
    (re.compile(r"\btrc\b", re.I), "trước"),
)
"""Words that people type in short: a "ko" that is passed over turns a limit round."""
_OPENING, _CLOSING = "([", ")]"
MARKED_ENOUGH = 1 / 3
"""Share of marked words above which a text is taken as written with its marks."""


class Token(NamedTuple):
    """A word, number or symbol: as written, folded, bare, and where it stands.

    `kind` is "word", "number" or "symbol", or the class of the name that it was grouped into.
    `depth` counts the brackets around it, `spaced` tells white space before it.
    """

    kind: str
    raw: str
    fold: str
    bare: str
    start: int
    end: int
    spaced: bool
    depth: int

    @property
    def named(self) -> bool:
        """Whether it is a name with its numbers ("tháng 6", "ISO 9001:2015"), one thing now."""
        return self.kind not in ("word", "number", "symbol")


@dataclass(frozen=True)
class Text:
    """A wording with its tokens."""

    raw: str
    bare: str
    tokens: tuple[Token, ...]

    @cached_property
    def plain(self) -> bool:
        """Whether it was typed without marks."""
        words = [t for t in self.tokens if t.kind == "word"]
        return sum(t.fold != t.bare for t in words) <= MARKED_ENOUGH * len(words)

    def raw_words(self, start: int, end: int) -> str:
        """Return the words between two tokens as written."""
        return self.raw[self._slice(start, end)]

    def bare_words(self, start: int, end: int) -> str:
        """Return the bare letters between two tokens."""
        return self.bare[self._slice(start, end)]

    def fold(self, index: int) -> str:
        """Return the folded token at a place, nothing beyond the ends."""
        return self.tokens[index].fold if 0 <= index < len(self.tokens) else ""

    def letters(self, index: int) -> str:
        """Return the bare letters of the token at a place, nothing beyond the ends."""
        return self.tokens[index].bare if 0 <= index < len(self.tokens) else ""

    def kind(self, index: int) -> str:
        """Return the kind of the token at a place, nothing beyond the ends."""
        return self.tokens[index].kind if 0 <= index < len(self.tokens) else ""

    def named(self, index: int) -> bool:
        """Tell whether a name stands at a place, nothing beyond the ends."""
        return 0 <= index < len(self.tokens) and self.tokens[index].named

    def _slice(self, start: int, end: int) -> slice:
        return (
            slice(self.tokens[start].start, self.tokens[end - 1].end) if start < end else slice(0)
        )


def scan(text: str) -> Text:
    """Return a wording as tokens, its bullet or list number left off, its lines as clauses.

    >>> [token.fold for token in scan("1. Đạt từ 97,5% trở lên").tokens]
    ['đạt', 'từ', '97,5', '%', 'trở', 'lên']
    """
    raw = _BULLET.sub("", clean(_LINES.sub(" ; ", text.strip())))
    for short, word in _SHORT:
        raw = short.sub(word, raw)
    fold, plain = folded(raw), bare(raw)
    raw = raw if len(raw) == len(fold) else fold
    plain = plain if len(plain) == len(fold) else fold
    return Text(raw, plain, tuple(_tokens(raw, fold, plain)))


def _tokens(raw: str, fold: str, plain: str) -> Iterator[Token]:
    depth = 0
    for match in TOKEN.finditer(fold):
        start, end = match.span()
        spaced = start > 0 and fold[start - 1].isspace()
        depth += match.group() in _OPENING
        kind = str(match.lastgroup)
        yield Token(
            kind, raw[start:end], fold[start:end], plain[start:end], start, end, spaced, depth
        )
        depth = max(0, depth - (match.group() in _CLOSING))
