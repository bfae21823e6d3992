"""What may stand in a phrase for a number, a year, a name: each slot with a sample."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, NamedTuple

from qms_xlsx.language.numerals import ORDINALS, ROMAN
from qms_xlsx.language.text import bare

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping

    from qms_xlsx.language.scanner import Text, Token


class OpenToken(NamedTuple):
    """A kind of token that a phrase leaves open."""

    sample: str
    fits: Callable[[Text, Token], bool]


_BARE_ORDINALS = frozenset(bare(word) for word in ORDINALS)
_JOINERS = frozenset(("-", ",", "và", "đến", "hoặc", "/", "÷", "~", "tới"))
_STANDARDS = frozenset(("tcvn", "iso", "iec", "qcvn", "tcn", "haccp", "asean", "qlcl"))


def roman(text: Text, token: Token) -> int | None:
    """Return the Roman numeral of a token; None for a word ("vị", "xí") that looks like one."""
    if token.kind != "word" or (text.plain and not token.raw.isupper()):
        return None
    return ROMAN.get(token.fold)


def _spelt(pattern: str) -> Callable[[Text, Token], bool]:
    compiled = re.compile(pattern)
    return lambda _, token: compiled.fullmatch(token.bare) is not None


def _of_kind(kind: str) -> Callable[[Text, Token], bool]:
    return lambda _, token: token.kind == kind


def _ordinal(text: Text, token: Token) -> bool:
    return token.fold in (_BARE_ORDINALS if text.plain else ORDINALS) or _small(text, token)


def _small(text: Text, token: Token) -> bool:
    return (token.raw.isdigit() and len(token.raw) <= 2) or roman(text, token) is not None


SLOTS: Mapping[str, OpenToken] = {
    "#": OpenToken("3", _spelt(r"\d{1,3}")),
    "##": OpenToken("15", _of_kind("number")),
    "@": OpenToken("2024", _spelt(r"(?:19|20)\d\d")),
    "<n>": OpenToken("II", _small),
    "<n.n>": OpenToken("4.1", _spelt(r"\d{1,2}\.\d{1,2}")),
    "<n.0>": OpenToken("4.0", _spelt(r"[1-6][.,]0")),
    "<d.m.y>": OpenToken("15.6.2024", _spelt(r"\d{1,2}\.\d{1,2}\.(?:19|20)\d\d")),
    "<roman>": OpenToken("II", lambda text, token: roman(text, token) is not None),
    "<quarter>": OpenToken(
        "III", lambda text, token: token.raw in "1234" or roman(text, token) in (1, 2, 3, 4)
    ),
    "<nth>": OpenToken("3", _ordinal),
    "<and>": OpenToken("và", lambda _, token: token.fold in _JOINERS),
    "<w>": OpenToken("tu", _of_kind("word")),
    "<glued>": OpenToken("a", lambda _, token: token.kind == "word" and not token.spaced),
    "<std>": OpenToken("ISO", lambda _, token: token.bare in _STANDARDS),
    "<sign>": OpenToken("QĐ", _spelt(r"qd|nq|nd|tt|ttlt|ct|kh|bc|tb|ttr|hd|cv|cp|qh\d*|ctr|da|pa")),
    "<date>": OpenToken("năm 2024", _of_kind("date")),
    "<document>": OpenToken("12/QĐ-UBND", _of_kind("document")),
    "<ordinal>": OpenToken("thứ 3", _of_kind("ordinal")),
    "<age>": OpenToken("18 tuổi", _of_kind("age")),
}
"""Slots by how they are written in a phrase; the last four are names that were grouped before."""
