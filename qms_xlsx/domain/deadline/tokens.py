"""A deadline's words and figures, each with its part in the sentence."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Any, NamedTuple

from qms_xlsx.domain.deadline.values import Every
from qms_xlsx.domain.deadline.words import ROMAN, Entry, Kind, entries, single_words
from qms_xlsx.language.text import bare, folded

if TYPE_CHECKING:
    from collections.abc import Iterator

_PERIOD_WORD = r"(?:tháng|thang|quý|quí|quy|năm|nam|tuần|tuan|ngày|ngay|lần|lan|kỳ|ky|đợt|dot)\b"
_SHAPES = re.compile(
    rf"""
    (?P<REFERENCE>\d+[a-z]?/(?:\d{{4}}/)?(?!{_PERIOD_WORD})[a-zđ]{{2,}}\d*(?:-[a-zđ]+\d*)*
        |(?:iso\s)?\d{{4,5}}:\d{{4}})
  | (?P<ALWAYS>24/24\s?(?:h|giờ|gio)?\b|24/7)
  | (?P<CLOCK>\d{{1,2}}\s?(?:giờ|gio|h|g)(?![^\W\d_])(?:\s?\d{{1,2}}(?![\d/.-]|\s?tháng))?
        (?:\s?(?:phút|phut|ph|p|')(?![^\W\d_]))?|\d{{1,2}}h\d{{2}}|\d{{1,2}}:\d{{2}}(?!\d))
  | (?P<YMD>(?<![\d/])\d{{4}}[-/.]\d{{1,2}}[-/.]\d{{1,2}}(?!\d))
  | (?P<DAYS>(?<![\d/])\d{{1,2}}(?=\s?-\s?\d{{1,2}}\s?/\s?\d{{1,2}}(?!\d)))
  | (?P<DMY>(?<![\d/])\d{{1,2}}
        (?P<sep>\s?/\s?|\s?-\s?|\.\s?)\d{{1,2}}(?P=sep)(?:\d{{4}}|\d{{2}})(?![\d/]))
  | (?P<MY>(?<![\d/])\d{{1,2}}(?:\s?/\s?|-|\.)\d{{4}}(?![\d/]))
  | (?P<DM>(?<![\d/])\d{{1,2}}\s?/\s?\d{{1,2}}(?![\d]|\s?/\s?\d))
  | (?P<DOTTED>(?<![\d/.])\d{{1,2}}\.\d{{1,2}}(?![\d.]))
  | (?P<DASHED>(?<![\d/])\d{{1,2}}-\d{{1,2}}(?![\d/-]))
  | (?P<PERCENT>\d+(?:,\d+)?\s?%)
  | (?P<SHORT>\b(?:t|q)\.?\s?(?=\d{{1,2}}\b)|\bq\.?\s?(?=(?:iv|i{{1,3}})\b)|(?<=\d)t\b)
  | (?P<NUMBER>\d+)
  | (?P<WORD>[^\W\d_]+)
  | (?P<SIGN>->|=>|\.\.+|\S)
    """,
    re.VERBOSE,
)
_SIGNS = {
    "/": Kind.SLASH,
    ",": Kind.COMMA,
    "-": Kind.DASH,
    "->": Kind.TO,
    "=>": Kind.TO,
    "→": Kind.TO,
    "÷": Kind.DASH,
    "&": Kind.AND,
    "+": Kind.AND,
    "(": Kind.SOFT,
    ")": Kind.SOFT,
    ":": Kind.SOFT,
    "<": Kind.BEFORE,
    "≤": Kind.LATEST,
}
_STOPS = frozenset(';.[]|•*!?"“”…')
_SHORT_UNITS = {"t": Every.MONTH, "q": Every.QUARTER}


class Token(NamedTuple):
    """A word, phrase or figure: what it is, what it says, as it is written."""

    kind: Kind
    value: Any
    text: str


class _Raw(NamedTuple):
    shape: str
    text: str


def tokens(text: str) -> tuple[Token, ...]:
    """Return the text's tokens, phrases read as one.

    >>> [token.kind.name for token in tokens("Trước 15/6 hằng năm")]
    ['BEFORE', 'DATE', 'EACH', 'UNIT']
    """
    line = folded(
        re.sub(r"[\r\n]+", " ; ", text)
        .replace("quí", "quý")
        .replace("qúy", "quý")
        .replace("qúi", "quý")
    )
    marked = line != bare(line)
    raw = [_Raw(str(match.lastgroup), match.group()) for match in _matches(line)]
    return tuple(_grouped(raw, marked))


def _matches(line: str) -> Iterator[re.Match[str]]:
    position = 0
    while match := _SHAPES.search(line, position):
        yield match
        position = match.end()


def _grouped(raw: list[_Raw], marked: bool) -> Iterator[Token]:
    at = 0
    while at < len(raw):
        if raw[at].shape == "WORD":
            entry = _entry(raw, at, marked)
            if entry:
                width = len(entry.bare)
                yield Token(entry.kind, entry.value, " ".join(r.text for r in raw[at : at + width]))
                at += width
                continue
        yield _figure(raw[at])
        at += 1


def _entry(raw: list[_Raw], at: int, marked: bool) -> Entry | None:
    """Return the longest phrase that starts here.

    Phrases are compared without marks, for slips of the pen; a single word is too short for that.
    """
    for entry in entries().get(bare(raw[at].text), ()):
        words = raw[at : at + len(entry.bare)]
        if any(word.shape != "WORD" for word in words):
            continue
        if tuple(bare(word.text) for word in words) != entry.bare:
            continue
        written = tuple(word.text for word in words)
        if written == entry.written or not marked or (len(words) > 1 and _slip(written, entry)):
            return entry
    return None


def _slip(written: tuple[str, ...], entry: Entry) -> bool:
    """Return whether the phrase is only misspelt: no word of it is right as another word."""
    wrong = [a for a, b in zip(written, entry.written, strict=True) if a != b]
    return len(wrong) * 2 <= len(written) and not any(word in single_words() for word in wrong)


def _figure(raw: _Raw) -> Token:
    shape, text = raw
    match shape:
        case "REFERENCE" | "CLOCK":
            return Token(Kind[shape], None, text)
        case "ALWAYS":
            return Token(Kind.ONGOING, None, text)
        case "PERCENT":
            return Token(Kind.WORD, None, text)
        case "SHORT":
            return Token(Kind.UNIT, _SHORT_UNITS[text[0]], text)
        case "WORD":
            return Token(Kind.ROMAN, ROMAN[text], text) if text in ROMAN else _plain(text)
        case "SIGN":
            return Token(
                _SIGNS.get(text, Kind.STOP if text[0] in _STOPS else Kind.WORD), None, text
            )
    return _numeric(shape, text)


def _plain(text: str) -> Token:
    return Token(Kind.WORD, None, text)


def _numeric(shape: str, text: str) -> Token:
    numbers = [int(part) for part in re.findall(r"\d+", text)]
    if shape in ("DMY", "DM", "DOTTED") and not numbers[0]:
        return Token(Kind.NUMBER, 0, text)
    match shape:
        case "YMD":
            return Token(Kind.DATE, (numbers[2], numbers[1], numbers[0]), text)
        case "DMY":
            return Token(Kind.DATE, (numbers[0], numbers[1], _century(numbers[2])), text)
        case "MY":
            return Token(Kind.MONTH_YEAR, (numbers[0], numbers[1]), text)
        case "DM" | "DOTTED":
            return Token(Kind.DATE, (numbers[0], numbers[1], None), text)
        case "DASHED":
            return Token(Kind.DASHED, (numbers[0], numbers[1]), text)
    return Token(Kind.NUMBER, numbers[0], text)


def _century(year: int) -> int:
    return year + 2000 if year < 100 else year
