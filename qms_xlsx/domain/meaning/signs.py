"""Finding the phrases of the vocabulary in a row's words."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum
from functools import cache
from typing import TYPE_CHECKING

from qms_xlsx.language.scanner import Text, scan
from qms_xlsx.language.vocabulary.amounts import AMOUNTS
from qms_xlsx.language.vocabulary.row import lexicon
from qms_xlsx.language.vocabulary.shares import KEPT, SHARES

if TYPE_CHECKING:
    from qms_xlsx.language.lexicon import Lexicon


WEIGHTS = ("tấn", "tạ", "kg", "m3", "m³", "kwh", "lít")
"""Units of what flows through a year rather than stands."""


class Sign(StrEnum):
    """What a phrase says of the figure that its row counts."""

    NOTHING = "nothing"
    NEW = "new"
    """Comes anew: adds up, whatever it is."""
    HELD = "held"
    """Stands at a moment, whatever it is."""
    EVENT = "event"
    """Happens: it can be counted and added, never owned."""
    MAKING = "making"
    """A verb of making, giving, doing: what it makes adds up."""
    DOING = "doing"
    """A verb of making that also says who somebody is ("hộ sản xuất giỏi")."""
    DRIVING = "driving"
    """A verb of making that is said of what stands as well."""
    AMOUNT = "amount"
    """A noun for what flows through a year: money, goods."""
    OPEN = "open"
    """Adds up in one office and stands in another."""
    STATE = "state"
    """What somebody or something is, has or uses."""
    STANDING = "standing"
    """A noun for what stands at a moment."""
    BODY = "body"
    """A noun for what there is so many of; weak, anything said beside it counts more."""
    AVERAGE = "average"
    """A mean or a quotient, which nobody adds."""
    RATE = "rate"
    """Opens a share that is stated as a figure of its own."""
    CASE = "case"
    """What comes in and is dealt with."""
    GROUP = "group"
    """People, households, places: a whole that stands."""
    EXTENT = "extent"
    """Land, roads, the population: a whole that is measured or published, not listed."""
    OFFICE = "office"
    """The departments themselves."""
    OUTCOME = "outcome"
    """What becomes of a case."""
    SURVEY = "survey"
    """What people are asked."""
    CONDITION = "condition"
    """A share that is found by survey or statistics, not counted by a department."""
    PLANNED = "planned"
    """What the whole of a plan's share is called."""
    AWARD = "award"
    """What is given or known once, at the end of the year."""
    GATHERED = "gathered"
    """What reaches one after another in the course of the year."""


@dataclass(frozen=True, slots=True)
class Found:
    """A phrase found in a text: its class, its first token, how many it takes, its spelling."""

    sign: Sign
    start: int
    size: int
    phrase: str


def counting(text: str) -> tuple[Found, ...]:
    """Return what a text says of something counted or measured, in its order.

    >>> [found.sign.value for found in counting("Tổng đàn lợn")]
    ['standing']
    """
    return _found(scan(text), "amounts")


def sharing(text: str) -> tuple[Found, ...]:
    """Return what a text says of a share, in its order.

    >>> [found.sign.value for found in sharing("Tỷ lệ hồ sơ đúng hạn")]
    ['rate', 'case', 'outcome']
    """
    return _found(scan(text), "shares")


def kept(text: str) -> bool:
    """Tell whether a text asks for something all year round ("duy trì", "không để")."""
    return bool(_found(scan(text), "kept"))


def kept_up(text: str) -> bool:
    """Tell whether a level is to be kept up: "số thôn không có người nghiện" says but which."""
    tokens = scan(text)
    found = _found(tokens, "kept")
    return any(
        not f.phrase.startswith("không") or tokens.fold(f.start - 1) in ("", ";") for f in found
    )


def unmarked(text: str) -> bool:
    """Tell whether a text was typed without diacritics: then it tells less than it seems."""
    words = [token for token in scan(text).tokens if token.kind == "word"]
    return len(words) > 2 and all(token.fold == token.bare for token in words)


def _found(text: Text, table: str) -> tuple[Found, ...]:
    places = _lexicon(table).within(text)
    return tuple(
        Found(Sign(kind), start, size, " ".join(t.fold for t in text.tokens[start : start + size]))
        for start, size, kind in places
        if kind != Sign.NOTHING
    )


@cache
def _lexicon(table: str) -> Lexicon[str]:
    return lexicon({"amounts": AMOUNTS, "shares": SHARES, "kept": KEPT}[table], strict=True)
