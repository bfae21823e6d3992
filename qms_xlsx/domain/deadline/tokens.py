"""A deadline's words and figures, each with the part that it plays in the sentence."""

from __future__ import annotations

import re
from enum import Enum, auto
from functools import cache
from typing import TYPE_CHECKING, Any, NamedTuple

from qms_xlsx.domain.deadline.values import Edge, Every
from qms_xlsx.language.numerals import ORDINALS, ROMAN, spoken, words_at
from qms_xlsx.language.scanner import scan
from qms_xlsx.language.vocabulary.row import lexicon
from qms_xlsx.language.vocabulary.times import TIMES

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

    from qms_xlsx.language.lexicon import Lexicon
    from qms_xlsx.language.scanner import Text


class Role(Enum):
    """The part that a word plays."""

    NUMBER = auto()
    NUMERAL = auto()  # in words
    ROMAN = auto()
    DATE = auto()  # day, month, year or None
    MONTH_YEAR = auto()
    DASHED = auto()  # 30-9: a date or a range, as its neighbours say
    CLOCK = auto()
    REFERENCE = auto()  # 59/QĐ-UBND
    UNIT = auto()
    HALF = auto()
    EACH = auto()
    TIMES = auto()
    EDGE = auto()
    ORDINAL = auto()
    WORKING = auto()
    BEFORE = auto()
    LATEST = auto()
    FROM = auto()
    AFTER = auto()
    TO = auto()
    DASH = auto()
    SLASH = auto()
    COMMA = auto()
    AND = auto()
    OR = auto()
    STOP = auto()
    SOFT = auto()  # brackets and colons: they explain what stands before
    IN = auto()
    FILLER = auto()
    NEXT = auto()
    THIS = auto()
    PERIODIC = auto()
    YEARLY = auto()
    ONGOING = auto()
    EVENT = auto()  # value: whether the words after it tell the event
    WITHIN = auto()
    MORE = auto()  # ít nhất, tối thiểu before a count
    PERIOD = auto()
    WEEKDAY = auto()
    LUNAR = auto()
    DATA = auto()
    DOCUMENT = auto()
    STAGE = auto()
    ONWARD = auto()
    LATER = auto()  # years past the plan's
    OTHER_YEAR = auto()  # a year or season that is not the calendar's
    DEPENDS = auto()  # on what another document says
    NEGATION = auto()
    EXCEPT = auto()
    WORD = auto()
    END = auto()


class Word(NamedTuple):
    """A word, phrase or figure: what it is, what it says, as it is written."""

    kind: Role
    value: Any
    text: str


K = Role
DATES = frozenset({K.DATE, K.DASHED, K.MONTH_YEAR})
NUMBERS = frozenset({K.NUMBER, K.NUMERAL, K.ROMAN, K.MONTH_YEAR, K.DATE, K.DASHED})
"""Kinds that hold a number, whether a date's or another."""
TIME = DATES | {K.NUMBER, K.NUMERAL, K.UNIT, K.CLOCK, K.EDGE, K.STAGE}
"""Kinds that begin a time: "trước" before one of them sets a limit."""

_PERIOD_WORD = r"(?:thang|quy|nam|tuan|ngay|lan|ky|dot)\b"
_FIGURES = re.compile(
    rf"""
    (?P<REFERENCE>\d+[a-z]?/(?:\d{{4}}/)?(?!{_PERIOD_WORD})[a-z]{{2,}}\d*(?:-[a-z]+\d*)*
        |(?:iso\s)?\d{{4,5}}:\d{{4}})
  | (?P<ONGOING>24/24\s?(?:h|gio)?\b|24/7)
  | (?P<CLOCK>\d{{1,2}}\s?(?:gio|h|g)(?![^\W\d_])(?:\s?\d{{1,2}}(?![\d/.-]|\s?thang))?
        (?:\s?(?:phut|ph|p|')(?![^\W\d_]))?|\d{{1,2}}h\d{{2}}|\d{{1,2}}:\d{{2}}(?!\d))
  | (?P<YMD>(?<![\d/])\d{{4}}[-/.]\d{{1,2}}[-/.]\d{{1,2}}(?!\d))
  | (?P<NUMBER>(?<![\d/])\d{{1,2}}(?=\s?-\s?\d{{1,2}}\s?/\s?\d{{1,2}}(?!\d)))
  | (?P<DMY>(?<![\d/])\d{{1,2}}
        (?P<sep>\s?/\s?|\s?-\s?|\.)\d{{1,2}}(?P=sep)(?:\d{{4}}|\d{{2}})(?![\d/]))
  | (?P<MONTH_YEAR>(?<![\d/])\d{{1,2}}(?:\s?/\s?|-|\.)\d{{4}}(?![\d/]))
  | (?P<DM>(?<![\d/])\d{{1,2}}\s?/\s?\d{{1,2}}(?![\d]|\s?/\s?\d))
  | (?P<DOTTED>(?<![\d/.])\d{{1,2}}\.\d{{1,2}}(?![\d.]))
  | (?P<DASHED>(?<![\d/])\d{{1,2}}-\d{{1,2}}(?![\d/-]))
  | (?P<WORD>\d+(?:,\d+)?\s?%)
  | (?P<UNIT>\b(?:t|q)\.?\s?(?=\d{{1,2}}\b)|\bq\.?\s?(?=(?:iv|i{{1,3}})\b)|(?<=\d)t\b)
  | (?P<PLAIN>\d+)
    """,
    re.VERBOSE,
)
_SPACED_DATE = re.compile(r"\b(\d{1,2})\.\s?(\d{1,2})\.\s?(\d{4})\b")
_SIGNS = {"/": K.SLASH, ",": K.COMMA, "-": K.DASH, "÷": K.DASH, "&": K.AND, "+": K.AND}
_SIGNS |= dict.fromkeys(("->", "=>", "→"), K.TO) | dict.fromkeys("():", K.SOFT)
_SIGNS |= {"<": K.BEFORE, "≤": K.LATEST} | dict.fromkeys(';[]|•*!?"“”…', K.STOP)
_SHORT_UNITS = {"t": Every.MONTH, "q": Every.QUARTER}


def tokens(text: str) -> tuple[Word, ...]:
    """Return the text's tokens, phrases and dates read as one.

    >>> [token.kind.name for token in tokens("Trước 15/6 hằng năm")]
    ['BEFORE', 'DATE', 'EACH', 'UNIT']
    """
    # "15. 6. 2024" is a date, not the fifteenth item of a list.
    return tuple(_tokens(scan(_SPACED_DATE.sub(r"\1.\2.\3", text))))


def _tokens(text: Text) -> Iterator[Word]:
    places = {token.start: index for index, token in enumerate(text.tokens)}
    at = 0
    while at < len(text.bare):
        index = places.get(at)
        found = None if index is None else _phrase(text, index)
        if found is None and (figure := _FIGURES.match(text.bare, at)):
            found = figure.end(), _figure(str(figure.lastgroup), figure.group())
        if found is None:
            sign = text.bare[at] if index is None else text.tokens[index].fold
            found = at + len(sign), _single(sign)
        at, token = found
        if not token.text.isspace():
            yield token


def _phrase(text: Text, index: int) -> tuple[int, Word] | None:
    """Return where the phrase or numeral that begins here ends, and its token."""
    if text.kind(index) != "word":
        return None
    found = _words().at(text, index)
    if found:
        size, (kind, value) = found[0], _meaning(found[1])
    elif (spelt := spoken(words_at(text, index))) and text.fold(index) != "năm":
        size, kind, value = spelt[0], K.NUMERAL, int(spelt[1])
    elif text.fold(index) in ORDINALS and text.fold(index) != "năm":
        size, kind, value = 1, K.NUMERAL, ORDINALS[text.fold(index)]
    else:
        return None
    inside = text.tokens[index : index + size]
    return inside[-1].end, Word(kind, value, " ".join(token.fold for token in inside))


@cache
def _words() -> Lexicon[str]:
    return lexicon(TIMES)


@cache
def _meaning(name: str) -> tuple[Role, Any]:
    """Return the kind and the value of a class of the vocabulary: "unit=day", "event=told"."""
    head, _, value = name.partition("=")
    kind = Role[head.upper()]
    values: dict[Role, Callable[[str], Any]] = {
        K.UNIT: Every,
        K.EDGE: Edge,
        K.NEXT: int,
        K.EVENT: "told".__eq__,
    }
    return kind, values[kind](value) if kind in values else None


def _single(text: str) -> Word:
    if text in ROMAN:
        return Word(K.ROMAN, ROMAN[text], text)
    return Word(K.STOP if text.startswith(".") else _SIGNS.get(text, K.WORD), None, text)


def _figure(shape: str, text: str) -> Word:
    numbers = [int(part) for part in re.findall(r"\d+", text)]
    match shape:
        case "DMY" | "DM" | "DOTTED" | "DASHED" if not numbers[0]:
            return Word(K.NUMBER, 0, text)
        case "YMD":
            return Word(K.DATE, (numbers[2], numbers[1], numbers[0]), text)
        case "DMY":
            year = numbers[2]
            return Word(K.DATE, (*numbers[:2], year + 2000 if year < 100 else year), text)
        case "DM" | "DOTTED":
            return Word(K.DATE, (*numbers, None), text)
        case "MONTH_YEAR" | "DASHED":
            return Word(Role[shape], tuple(numbers), text)
        case "NUMBER" | "PLAIN":
            return Word(K.NUMBER, numbers[0], text)
        case "UNIT":
            return Word(K.UNIT, _SHORT_UNITS[text[0]], text)
    return Word(Role[shape], None, text)
