"""Phrases with what they mean, found in tokens.

A phrase may hold "[a|b]" (one or none), "(a|b)" (one of them), slots (`language.slots`) and "…",
which stands for up to four words and commas.
"""

from __future__ import annotations

import re
from dataclasses import replace
from functools import cache, cached_property
from itertools import product
from typing import TYPE_CHECKING, Any, Generic, NamedTuple, TypeVar
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


Word = tuple[str, str]
"""A word of a phrase, folded and bare."""


class _Entry(NamedTuple, Generic[T]):
    """A phrase as pieces, each with its alternatives: "[từ] thứ #" is ("", "từ"), ("thứ #",)."""

    pieces: tuple[tuple[tuple[Word, ...], ...], ...]
    value: T


class _Way(NamedTuple):
    """One way that a phrase fits: where it ends, the tokens of its words, those in its slots."""

    end: int
    words: tuple[tuple[int, Word], ...] = ()
    slots: tuple[int, ...] = ()


class Lexicon(Generic[T]):
    """Phrases and what they mean, the longest found first.

    A phrase of two words or more is known by its letters alone, whatever their marks, so that
    slips of the eye ("Phần đầu") are read; a single word needs its marks, unless the text has none.
    A `strict` lexicon lets marks be missing ("hô nghèo"), not others be there ("đất trồng, trống").
    """

    def __init__(self, entries: Mapping[str, T], *, strict: bool = False) -> None:
        self._strict = strict
        self._entries = entries

    @cached_property
    def _first(self) -> dict[str, list[_Entry[T]]]:
        """The phrases by their first word: not every command reads words of every class."""
        table: dict[str, list[_Entry[T]]] = {}
        for phrase, value in self._entries.items():
            entry = _Entry(_pieces(phrase), value)
            for word in _openings(entry.pieces):
                table.setdefault(word, []).append(entry)
        return table

    @cached_property
    def _opening(self) -> tuple[str, ...]:
        return tuple(slot for slot in SLOTS if slot in self._first)

    def at(self, text: Text, index: int) -> tuple[int, T] | None:
        """Return how many tokens the longest phrase that begins here takes, and its meaning."""
        found = self.match(text, index)
        return (found.size, found.value) if found else None

    def match(self, text: Text, index: int) -> Match[T] | None:
        """Return the longest phrase that begins here, with what stands in its slots.

        One with the very marks comes before a longer one ("hộ so" is no "hồ sơ").
        """
        best: tuple[_Way, T] | None = None
        rank = (False, index, False)
        for entry in self._beginning(text, index):
            for way in _ways(text, index, entry.pieces):
                very = _very(text, way)
                own = (text.plain or very, way.end, very)
                if own > rank and self._same(text, way):
                    best, rank = (way, entry.value), own
        if best is None:
            return None
        slots = tuple(text.tokens[slot] for slot in best[0].slots)
        return Match(best[0].end - index, best[1], slots)

    def before(self, text: Text, index: int) -> tuple[int, T] | None:
        """Return the longest phrase of plain words that ends just before this token."""
        if not 0 < index <= len(text.tokens):
            return None
        best: tuple[int, T] | None = None
        for words, value in self._last.get(text.tokens[index - 1].bare, ()):
            start = index - len(words)
            way = next(_along(text, start, words), None) if start >= 0 else None
            if way is None or not self._same(text, way):
                continue
            if _very(text, way):
                return len(words), value
            best = best or (len(words), value)
        return best

    def within(
        self, text: Text, start: int = 0, end: int | None = None
    ) -> Iterable[tuple[int, int, T]]:
        """Yield each phrase found from left to right: its first token, its size, its meaning."""
        index = start
        end = len(text.tokens) if end is None else end
        while index < end:
            found = self.at(text, index)
            if found and index + found[0] <= end:
                yield index, found[0], found[1]
                index += found[0]
            else:
                index += 1

    @cached_property
    def _last(self) -> dict[str, list[tuple[tuple[Word, ...], T]]]:
        """The phrases by their last word, the longest first."""
        table: dict[str, list[tuple[tuple[Word, ...], T]]] = {}
        for phrase, value in self._entries.items():
            for words in map(_words, expanded(phrase)):
                table.setdefault(words[-1][1], []).append((words, value))
        for group in table.values():
            group.sort(key=lambda entry: -len(entry[0]))
        return table

    def _beginning(self, text: Text, index: int) -> Iterator[_Entry[T]]:
        if index >= len(text.tokens):
            return
        yield from self._first.get(text.tokens[index].bare, ())
        yield from self._first.get(_GAP, ())
        for slot in self._opening:
            if SLOTS[slot].fits(text, text.tokens[index]):
                yield from self._first[slot]

    def _same(self, text: Text, way: _Way) -> bool:
        """Tell whether words with the same bare letters are meant to be the same."""
        if text.plain or _very(text, way):
            return True
        if len(way.words) < 2:
            return False
        return not self._strict or all(
            text.tokens[index].fold in (fold, plain, _toneless(fold))
            for index, (fold, plain) in way.words
        )


def _ways(
    text: Text, index: int, pieces: tuple[tuple[tuple[Word, ...], ...], ...]
) -> Iterator[_Way]:
    """Yield the ways in which pieces fit from here on, the shortest gap first."""
    if not pieces:
        yield _Way(index)
        return
    for words in pieces[0]:
        for way in _along(text, index, words):
            for rest in _ways(text, way.end, pieces[1:]):
                yield _Way(rest.end, way.words + rest.words, way.slots + rest.slots)


def _along(text: Text, index: int, words: tuple[Word, ...]) -> Iterator[_Way]:
    """Yield the ways in which words fit one after the other."""
    if not words:
        yield _Way(index)
        return
    (fold, plain), *others = words
    if fold == _GAP:
        for end in _gaps(text, index):
            yield from _along(text, end, tuple(others))
        return
    if index >= len(text.tokens):
        return
    token, slot = text.tokens[index], SLOTS.get(fold)
    if slot.fits(text, token) if slot else token.bare == plain and not token.named:
        for rest in _along(text, index + 1, tuple(others)):
            if slot:
                yield rest._replace(slots=(index, *rest.slots))
            else:
                yield rest._replace(words=((index, words[0]), *rest.words))


def _gaps(text: Text, index: int) -> Iterator[int]:
    """Yield where a gap of up to four words and commas may end."""
    for width in range(_WIDEST + 1):
        yield index + width
        if text.kind(index + width) != "word" and text.fold(index + width) != ",":
            return


def _very(text: Text, way: _Way) -> bool:
    return all(text.tokens[index].fold == word[0] for index, word in way.words)


def _words(spelt: str) -> tuple[Word, ...]:
    return tuple((m.group(), bare(m.group())) for m in _WORDS.finditer(folded(spelt)))


def _pieces(phrase: str) -> tuple[tuple[tuple[Word, ...], ...], ...]:
    return tuple(tuple(_words(choice) for choice in choices) for choices in _choices(phrase))


def _openings(pieces: tuple[tuple[tuple[Word, ...], ...], ...]) -> set[str]:
    """Return the words that may come first: bare words, slots, a gap."""
    found: set[str] = set()
    for choices in pieces:
        found |= {_key(words[0]) for words in choices if words}
        if all(choices):
            break
    return found


def _key(word: Word) -> str:
    return word[0] if word[0] in SLOTS else word[1]


def _choices(phrase: str) -> list[tuple[str, ...]]:
    return [
        ("", *optional.split("|")) if optional else tuple(either.split("|")) if either else (plain,)
        for optional, either, plain in _PIECE.findall(phrase)
    ]


def expanded(phrase: str) -> list[str]:
    """Return every way to say a phrase: "[a] b" with and without, "(a|b)" either.

    >>> expanded("[từ] thứ # (trở lên|trở xuống)")
    ['thứ # trở lên', 'thứ # trở xuống', 'từ thứ # trở lên', 'từ thứ # trở xuống']
    """
    return [" ".join(" ".join(way).split()) for way in product(*_choices(phrase))]


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


def covered(text: Text, start: int, end: int, *lexicons: Lexicon[Any]) -> bool:
    """Tell whether nothing stands between two tokens but such phrases and what is hidden."""
    index = start
    while index < end:
        found = [f[0] for lexicon in lexicons if (f := lexicon.at(text, index))]
        if found:
            index += max(found)
        elif text.tokens[index].named or text.tokens[index].depth:
            index += 1
        else:
            return False
    return True
