"""A wording as tokens, each known by its marked and by its bare letters."""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import cache
from typing import TYPE_CHECKING, Generic, TypeVar
from unicodedata import normalize

from qms_xlsx.language.text import bare, clean, folded

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping, Sequence

T = TypeVar("T")

_TOKEN = re.compile(
    r"(?P<number>\d+(?:[.,]\d+)*)"
    r"|(?P<word>[^\W\d_]+)"
    r"|(?P<symbol>>\s?=|=\s?>|<\s?=|=\s?<|%\s?[o0](?![\w.,])|[^\w\s]|_)"
)
_LINES = re.compile(r"\s*[\r\n]+\s*")
_BULLET = re.compile(
    r"^\W*?(?:[-+*•●▪]+|\(?\d{1,2}(?:\.\d{1,2})*[.)]|\(?[a-zđ]\d?[.)])\s+(?=[^\W\d_]|\d|[<>≥≤(])",
    re.I,
)
MARKED_ENOUGH = 1 / 3
"""Share of marked words above which a text is taken as written with its marks."""


@dataclass(slots=True)
class Token:
    """A word, number or symbol of a wording; `hidden` says why its number is no target."""

    kind: str
    raw: str
    fold: str
    bare: str
    start: int
    end: int
    spaced: bool
    hidden: str = ""
    depth: int = 0


@dataclass(slots=True)
class Text:
    """A wording with its tokens; `plain` when it was typed without marks."""

    raw: str
    bare: str
    plain: bool
    tokens: list[Token]

    def raw_words(self, start: int, end: int) -> str:
        """Return the words between two tokens as written."""
        return self.raw[self._slice(start, end)]

    def bare_words(self, start: int, end: int) -> str:
        """Return the bare letters between two tokens."""
        return self.bare[self._slice(start, end)]

    def _slice(self, start: int, end: int) -> slice:
        return (
            slice(self.tokens[start].start, self.tokens[end - 1].end) if start < end else slice(0)
        )


_AMONG = re.compile(r"\(\s*(trong đó|trong do)\b([^()]*)\)", re.I)
"""A part in brackets, "(trong đó nước sạch 60%)", is a target like one after a semicolon."""


def scan(text: str) -> Text:
    """Return the wording as tokens, bullets and list numbers left off."""
    raw = _AMONG.sub(r"; \1\2", _BULLET.sub("", clean(_LINES.sub(" ; ", text.strip()))))
    fold, plain = folded(raw), bare(raw)
    raw = raw if len(raw) == len(fold) else fold
    plain = plain if len(plain) == len(fold) else fold
    tokens = [_token(match, raw, fold, plain) for match in _TOKEN.finditer(fold)]
    _set_depths(tokens)
    return Text(raw, plain, _is_plain(tokens), tokens)


def _token(match: re.Match[str], raw: str, fold: str, plain: str) -> Token:
    start, end = match.span()
    kind = str(match.lastgroup)
    spaced = start > 0 and fold[start - 1].isspace()
    return Token(kind, raw[start:end], fold[start:end], plain[start:end], start, end, spaced)


def _set_depths(tokens: list[Token]) -> None:
    depth = 0
    for token in tokens:
        if token.fold in ("(", "["):
            depth += 1
        token.depth = depth
        if token.fold in (")", "]"):
            depth = max(0, depth - 1)


def _is_plain(tokens: list[Token]) -> bool:
    words = [t for t in tokens if t.kind == "word"]
    marked = sum(1 for t in words if t.fold != t.bare)
    return marked <= MARKED_ENOUGH * len(words)


class Lexicon(Generic[T]):
    """Phrases and what they mean, found in tokens, the longest first.

    A phrase of two words or more is known by its letters alone, whatever their marks, so that
    slips of the eye ("Phần đầu") are read; a single word needs its marks, unless the text has none.
    A `strict` lexicon lets marks be missing ("hô nghèo"), not others be there ("đất trồng, trống").
    """

    def __init__(self, entries: Mapping[str, T], *, strict: bool = False) -> None:
        self._strict = strict
        self._first: dict[str, list[tuple[tuple[str, ...], tuple[str, ...], T]]] = {}
        self._last: dict[str, list[tuple[tuple[str, ...], tuple[str, ...], T]]] = {}
        for phrase, value in entries.items():
            fold = tuple(m.group() for m in _TOKEN.finditer(folded(phrase)))
            plain = tuple(m.group() for m in _TOKEN.finditer(bare(phrase)))
            self._first.setdefault(plain[0], []).append((plain, fold, value))
            self._last.setdefault(plain[-1], []).append((plain, fold, value))
        for group in (*self._first.values(), *self._last.values()):
            group.sort(key=lambda entry: -len(entry[0]))

    def at(self, text: Text, index: int) -> tuple[int, T] | None:
        """Return how many tokens the longest phrase that begins here takes, and its meaning."""
        tokens = text.tokens
        if index >= len(tokens):
            return None
        return _best(
            (plain, fold, value, tokens[index : index + len(plain)])
            for plain, fold, value in self._first.get(tokens[index].bare, ())
            if _same(text, tokens[index : index + len(plain)], plain, fold)
            and not (self._strict and _other(text, tokens[index : index + len(plain)], fold))
        )

    def before(self, text: Text, index: int) -> tuple[int, T] | None:
        """Return the same for the longest phrase that ends just before this token."""
        tokens = text.tokens
        if index <= 0:
            return None
        return _best(
            (plain, fold, value, tokens[index - len(plain) : index])
            for plain, fold, value in self._last.get(tokens[index - 1].bare, ())
            if len(plain) <= index and _same(text, tokens[index - len(plain) : index], plain, fold)
        )

    def within(self, text: Text, start: int, end: int) -> Iterable[tuple[int, int, T]]:
        """Yield each phrase found from left to right: its first token, its size, its meaning."""
        index = start
        while index < end:
            found = self.at(text, index)
            if found and index + found[0] <= end:
                yield index, found[0], found[1]
                index += found[0]
            else:
                index += 1


def _same(
    text: Text, tokens: Sequence[Token], plain: tuple[str, ...], fold: tuple[str, ...]
) -> bool:
    if len(tokens) != len(plain) or any(t.bare != p for t, p in zip(tokens, plain, strict=True)):
        return False
    if len(plain) > 1 or text.plain:
        return True
    return tokens[0].fold == fold[0]


_TONES = re.compile("[\u0300\u0301\u0303\u0309\u0323]")


def _other(text: Text, tokens: Sequence[Token], fold: tuple[str, ...]) -> bool:
    """Tell other words with the same bare letters from words that lack some of their marks."""
    return not text.plain and any(
        token.fold not in (word, token.bare, _toneless(word))
        for token, word in zip(tokens, fold, strict=True)
    )


@cache
def _toneless(word: str) -> str:
    return normalize("NFC", _TONES.sub("", normalize("NFD", word)))


def _best(
    found: Iterable[tuple[tuple[str, ...], tuple[str, ...], T, Sequence[Token]]],
) -> tuple[int, T] | None:
    """Return the longest match with the very marks ("hộ so" is no "hồ sơ"), else the longest."""
    best: tuple[int, T] | None = None
    for plain, fold, value, tokens in found:
        if all(token.fold == word for token, word in zip(tokens, fold, strict=True)):
            return len(plain), value
        best = best or (len(plain), value)
    return best


def phrases(*entries: str) -> dict[str, bool]:
    """Return a table of phrases for a lexicon, from lists separated by commas or lines."""
    return {p.strip(): True for entry in entries for p in re.split(r"[,\n]", entry) if p.strip()}
