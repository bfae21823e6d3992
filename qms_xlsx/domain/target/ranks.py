"""Places in an order: "top 3", "nhóm 10 đơn vị dẫn đầu", "từ thứ 4 trở lên"."""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import TYPE_CHECKING

from qms_xlsx.i18n import Message, message

if TYPE_CHECKING:
    from qms_xlsx.domain.target.scan import Text

_WORDS = {
    "nhat": 1,
    "nhi": 2,
    "hai": 2,
    "ba": 3,
    "tu": 4,
    "nam": 5,
    "sau": 6,
    "bay": 7,
    "tam": 8,
    "chin": 9,
    "muoi": 10,
}
_PLACE = (
    r"(?P<n>\d{1,3}|"
    + "|".join(_WORDS)
    + r")\b(?:\s*(?:/|tren|trong(?: tong)? so|tren tong so)\s*(?P<of>\d{1,3})\b)?"
)
_UP = r"(?P<up>\s+(?:[^\W\d]+\s+){0,4}?tro len)?"
_PATTERNS = [
    re.compile(r"\b(?:top|top dau)\s+(?P<n>\d{1,3})\b(?P<up>)"),
    re.compile(r"\b(?:trong |thuoc |vao )?(?:nhom|tot?p|so|trong|thuoc)\s+(?P<n>\d{1,3})\s+(?:[^\W\d]+\s+){0,4}?(?:dan dau|dung dau|cao nhat|tot nhat|hang dau|dau)\b(?P<up>)"),
    re.compile(r"\b(?:nhom|trong nhom|thuoc nhom)\s+(?P<n>\d{1,3})\s+(?:dia phuong|don vi|tinh|huyen|xa|phuong)\b(?P<up>)(?!\s+\w*\s*(?:ho|nguoi))"),
    re.compile(r"\b(?:tu\s+)?(?:xep|dung|dat)?\s*(?:vi tri|vi thu|thu hang|thu tu|xep hang|hang)\s*:?\s*(?:thu\s+|so\s+)?" + _PLACE.replace("|" + "|".join(_WORDS), "|" + "|".join(_WORDS)) + _UP),
    re.compile(r"\b(?:xep|dung|dat)\s+(?:o\s+)?(?:vi tri\s+)?thu\s+" + _PLACE + _UP),
    re.compile(r"(?<!con )(?<!lan )\b(?:tu\s+|toi thieu\s+|it nhat\s+)?thu\s+(?P<n>\d{1,3}|" + "|".join(_WORDS) + r")(?:\s*/\s*(?P<of>\d{1,3}))?\s+(?P<up>(?:[^\W\d]+\s+){0,4}?tro len)"),
    re.compile(r"\bxep\s+(?P<n>\d{1,3})\s*/\s*(?P<of>\d{1,3})\b(?P<up>)"),
]  # fmt: skip
_FIRST = re.compile(
    r"\b(?:dung dau|dan dau|dung thu nhat)\s+(?:toan\s+|ca\s+)?(?:tinh|huyen|thi xa|thanh pho|cum|khoi|nuoc|quan)\b"
)


@dataclass(frozen=True, slots=True)
class Rank:
    """A place to be reached, between two tokens."""

    start: int
    end: int
    place: float
    of: float | None = None
    explicit: bool = True
    notes: tuple[Message, ...] = ()


def ranks(text: Text) -> list[Rank]:
    """Return the ranks asked for, and hide their numbers from other readings."""
    found: list[Rank] = []
    for pattern in _PATTERNS:
        for match in pattern.finditer(text.bare):
            rank = _rank(text, match)
            if rank:
                found.append(rank)
    if not found and (first := _FIRST.search(text.bare)):
        start, end = _span(text, first.start(), first.end())
        found.append(Rank(start, end, 1.0))
    return sorted(found, key=lambda rank: rank.start)


def _rank(text: Text, match: re.Match[str]) -> Rank | None:
    start, end = _span(text, match.start(), match.end())
    span = text.tokens[start:end]
    if any(token.hidden for token in span) or not span:
        return None
    place = match["n"]
    total = match.groupdict().get("of")
    number = float(_WORDS.get(place, 0) or place)
    if total and float(total) < number:
        return None
    for token in span:
        token.hidden = "rank"
    stated = bool(match["up"]) or span[0].bare in (
        "top",
        "nhom",
        "trong",
        "thuoc",
        "so",
        "tu",
        "toi",
        "it",
    )
    notes = () if stated else (_implied(number),)
    return Rank(start, end, number, float(total) if total else None, stated, notes)


def _implied(number: float) -> Message:
    return message("Place {number} or better is meant.", number=number)


def _span(text: Text, start: int, end: int) -> tuple[int, int]:
    inside = [i for i, t in enumerate(text.tokens) if t.start >= start and t.end <= end]
    return (inside[0], inside[-1] + 1) if inside else (0, 0)
