"""Phrases with what they mean, found in tokens.

A phrase may hold "[a|b]" (one or none), "(a|b)" (one of them), slots (`language.slots`) and "…",
which stands for up to four words and commas.
"""

from __future__ import annotations

import re
from dataclasses import replace
from functools import cache
from itertools import product
from typing import TYPE_CHECKING, Generic, NamedTuple, TypeVar
from unicodedata import normalize

from qms_xlsx.language.scanner import TOKEN
from qms_xlsx.language.slots import SLOTS
from qms_xlsx.language.text import bare, folded

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence

    from qms_xlsx.language.scanner import Text, Token

T = TypeVar("T")

_GAP, _WIDEST = "…", 4
_PIECE = re.compile(r"\[([^\]]*)\]|\(([^)]+)\)|(.+?)(?=[\[(]|$)")
_WORDS = re.compile(r"##|<[a-z0-9.]+>|" + TOKEN.pattern)


class Match(NamedTuple, Generic[T]):
    """A phrase found: how many tokens it takes, what it means, the tokens in its slots."""

    size: int
    value: T
    slots: tuple[Token, ...]


class _Entry(NamedTuple, Generic[T]):
    words: tuple[str, ...]
    plain: tuple[str, ...]
    value: T
    literals: int


class Lexicon(Generic[T]):
    """Phrases and what they mean, the longest found first.

    A phrase of two words or more is known by its letters alone, whatever their marks, so that
    slips of the eye ("Phần đầu") are read; a single word needs its marks, unless the text has none.
    A `strict` lexicon lets marks be missing ("hô nghèo"), not others be there ("đất trồng, trống").
    """

    def __init__(self, entries: Mapping[str, T], *, strict: bool = False) -> None:
        self._strict = strict
        self._first: dict[str, list[_Entry[T]]] = {}
        self._last: dict[str, list[_Entry[T]]] = {}
        for phrase, value in entries.items():
            for entry in _entries(phrase, value):
                self._first.setdefault(_key(entry.words[0], entry.plain[0]), []).append(entry)
                self._last.setdefault(_key(entry.words[-1], entry.plain[-1]), []).append(entry)
        for group in (*self._first.values(), *self._last.values()):
            group.sort(key=lambda entry: -len(entry.words))
        self._opening = tuple(slot for slot in SLOTS if slot in self._first)

    def at(self, text: Text, index: int) -> tuple[int, T] | None:
        """Return how many tokens the longest phrase that begins here takes, and its meaning."""
        found = self.match(text, index)
        return (found.size, found.value) if found else None

    def match(self, text: Text, index: int) -> Match[T] | None:
        """Return the longest phrase that begins here, with what stands in its slots."""
        if index >= len(text.tokens):
            return None
        return _best(text, index, self._found(text, index))

    def before(self, text: Text, index: int) -> tuple[int, T] | None:
        """Return the longest phrase of plain words that ends just before this token."""
        if not 0 < index <= len(text.tokens):
            return None
        best: tuple[int, T] | None = None
        for entry in self._last.get(text.tokens[index - 1].bare, ()):
            start = index - len(entry.words)
            if start < 0 or not any(self._ways(text, start, entry)):
                continue
            if _very(text, start, entry):
                return len(entry.words), entry.value
            best = best or (len(entry.words), entry.value)
        return best

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

    def _found(self, text: Text, index: int) -> Iterator[tuple[_Entry[T], int, tuple[int, ...]]]:
        for entry in self._beginning(text, index):
            for end, slots in self._ways(text, index, entry):
                yield entry, end, slots

    def _beginning(self, text: Text, index: int) -> Iterator[_Entry[T]]:
        yield from self._first.get(text.tokens[index].bare, ())
        yield from self._first.get(_GAP, ())
        for slot in self._opening:
            if SLOTS[slot].fits(text, text.tokens[index]):
                yield from self._first[slot]

    def _ways(
        self, text: Text, index: int, entry: _Entry[T], at: int = 0
    ) -> Iterator[tuple[int, tuple[int, ...]]]:
        """Yield where an entry may end, and the places of its slots, the shortest gap first."""
        if at == len(entry.words):
            yield index, ()
        elif (word := entry.words[at]) == _GAP:
            for width in range(_WIDEST + 1):
                yield from self._ways(text, index + width, entry, at + 1)
                if text.kind(index + width) != "word" and text.fold(index + width) != ",":
                    return
        elif index < len(text.tokens):
            slot = SLOTS.get(word)
            if slot is None and self._same(text, text.tokens[index], entry, at):
                yield from self._ways(text, index + 1, entry, at + 1)
            elif slot and slot.fits(text, text.tokens[index]):
                for end, slots in self._ways(text, index + 1, entry, at + 1):
                    yield end, (index, *slots)

    def _same(self, text: Text, token: Token, entry: _Entry[T], at: int) -> bool:
        word = entry.words[at]
        if token.fold == word:
            return True
        if token.bare != entry.plain[at] or token.named:
            return False
        if text.plain:
            return True
        if entry.literals < 2:
            return False
        return not self._strict or token.fold in (token.bare, _toneless(word))


def _best(
    text: Text, start: int, found: Iterable[tuple[_Entry[T], int, tuple[int, ...]]]
) -> Match[T] | None:
    """Return the longest match with the very marks ("hộ so" is no "hồ sơ"), else the longest."""
    best, rank = None, (False, 0)
    for entry, end, slots in found:
        if (own := (_very(text, start, entry), end - start)) > rank:
            best, rank = Match(end - start, entry.value, tuple(text.tokens[s] for s in slots)), own
    return best


def _very(text: Text, start: int, entry: _Entry[T]) -> bool:
    return entry.literals < len(entry.words) or all(
        text.tokens[start + place].fold == word for place, word in enumerate(entry.words)
    )


def _key(word: str, plain: str) -> str:
    return word if word in SLOTS else plain


def _entries(phrase: str, value: T) -> Iterator[_Entry[T]]:
    for spelt in expanded(phrase):
        words = tuple(match.group() for match in _WORDS.finditer(folded(spelt)))
        literals = sum(word not in SLOTS and word != _GAP for word in words)
        yield _Entry(words, tuple(bare(word) for word in words), value, literals)


def expanded(phrase: str) -> list[str]:
    """Return every way to say a phrase: "[a] b" with and without, "(a|b)" either.

    >>> expanded("[từ] thứ # (trở lên|trở xuống)")
    ['thứ # trở lên', 'thứ # trở xuống', 'từ thứ # trở lên', 'từ thứ # trở xuống']
    """
    choices: list[Sequence[str]] = []
    for optional, either, plain in _PIECE.findall(phrase):
        if optional:
            choices.append(("", *optional.split("|")))
        elif either:
            choices.append(either.split("|"))
        else:
            choices.append((plain,))
    return [" ".join(" ".join(way).split()) for way in product(*choices)]


_TONES = re.compile("[\u0300\u0301\u0303\u0309\u0323]")


@cache
def _toneless(word: str) -> str:
    return normalize("NFC", _TONES.sub("", normalize("NFD", word)))


def phrases(*entries: str) -> dict[str, bool]:
    """Return a table of phrases for a lexicon, from lists separated by commas or lines."""
    return {p.strip(): True for entry in entries for p in re.split(r"[,\n]", entry) if p.strip()}


def grouped(text: Text, name_at: Callable[[Text, int], tuple[int, str] | None]) -> Text:
    """Return the text with each name that is found made one token of its class."""
    tokens: list[Token] = []
    index = 0
    while index < len(text.tokens):
        size, kind = name_at(text, index) or (1, "")
        inside = text.tokens[index : index + size]
        tokens.append(_joined(text, inside, kind) if kind else inside[0])
        index += size
    return replace(text, tokens=tuple(tokens))


def _joined(text: Text, tokens: Sequence[Token], kind: str) -> Token:
    first, last = tokens[0], tokens[-1]
    raw, plain = text.raw[first.start : last.end], text.bare[first.start : last.end]
    return first._replace(kind=kind, raw=raw, fold=folded(raw), bare=plain, end=last.end)
