"""Places in an order: "top 3", "nhóm 10 đơn vị dẫn đầu", "từ thứ 4 trở lên"."""

# ruff: noqa: E501 (a pattern is easier to check on one line)

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import TYPE_CHECKING

from qms_xlsx.language.messages import Message, message
from qms_xlsx.language.text import bare

if TYPE_CHECKING:
    from qms_xlsx.domain.target.scan import Text, Token

_WORDS = {
    "nhất": 1, "nhì": 2, "hai": 2, "ba": 3, "tư": 4, "năm": 5, "sáu": 6, "bảy": 7, "tám": 8,
    "chín": 9, "mười": 10,
}  # fmt: skip
_BARE_WORDS = {bare(word): place for word, place in _WORDS.items()}
_N = r"(?P<n>\d{1,3})\b"
_SAID = r"(?P<n>\d{1,3}|" + "|".join(_BARE_WORDS) + r")\b"
_OF = r"(?:\s*(?:/|tren|trong(?: tong)? so|tren tong so)\s*(?P<of>\d{1,3})\b)?"
_NOUNS = r"(?:[^\W\d]+\s+){0,4}?"
_UP = rf"(?P<up>\s+{_NOUNS}tro len)?"
_PATTERNS = [
    re.compile(pattern)
    for pattern in (
        rf"\b(?:top|top dau|top)\s+{_N}(?P<up>)",
        rf"\b(?:trong |thuoc |vao )?(?:nhom|top|tot|so|trong|thuoc)\s+{_N}{_OF}\s+{_NOUNS}"
        r"(?:dan dau|dung dau|cao nhat|tot nhat|hang dau|dau)\b(?P<up>)",
        rf"\b(?:trong |thuoc )?nhom\s+{_N}\s+(?:dia phuong|don vi|tinh|huyen|xa|phuong)\b(?P<up>)",
        rf"\b(?<!nang)(?<!nang )(?:tu\s+)?(?:xep|dung|dat|giu)?\s*(?:vi tri|vi thu|thu hang|xep hang|hang)\s*:?\s*"
        rf"(?:tu\s+)?(?:so\s+)?(?:\d+\s*(?:-|den)\s*)?{_N}{_OF}{_UP}",
        r"\b(?:tu\s+)?(?:xep|dung|dat|giu)?\s*(?:o\s+)?(?:vi tri|vi thu|xep hang|hang|xep|dung|dat)\s+"
        rf"(?:tu\s+)?thu\s+{_SAID}{_OF}{_UP}",
        rf"(?<!con )(?<!lan )\b(?:tu\s+|toi thieu\s+|it nhat\s+)?thu\s+{_SAID}{_OF}"
        rf"(?P<up>\s+{_NOUNS}tro len)",
        rf"\b(?:thu hang|vi tri|xep hang)\s+(?:[^\W\d]+\s*){{1,5}}?:?\s*{_N}{_OF}(?P<up>)$",
        rf"\bxep\s+{_N}\s*/\s*(?P<of>\d{{1,3}})\b(?P<up>)",
    )
]
# Words that mean a place only with their marks: "thu" is also to collect, "hang" also every.
_MARKED = {"thu": "thứ", "hang": "hạng", "xep": "xếp", "dung": "đứng"} | {
    bare(word): word for word in _WORDS
}
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
    found.sort(key=lambda rank: rank.start)
    return [
        r for r, after in zip(found, [*found[1:], None], strict=False) if not _left(text, r, after)
    ]


def _left(text: Text, rank: Rank, after: Rank | None) -> bool:
    """Tell a place that is left for a better one ("từ vị trí 8 lên vị trí 5")."""
    between = text.tokens[rank.end : after.start] if after else []
    return [token.bare for token in between] == ["len"]


def _rank(text: Text, match: re.Match[str]) -> Rank | None:
    start, end = _span(text, match.start(), match.end())
    span = text.tokens[start:end]
    if not span or any(token.hidden or _other_word(text, token) for token in span):
        return None
    place = match["n"]
    total = match.groupdict().get("of")
    number = float(_BARE_WORDS.get(place, 0) or place)
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


def _other_word(text: Text, token: Token) -> bool:
    meant = _MARKED.get(token.bare)
    return not text.plain and meant is not None and token.fold not in (meant, "từ")


def _implied(number: float) -> Message:
    return message("Place {number} or better is meant.", number=number)


def _span(text: Text, start: int, end: int) -> tuple[int, int]:
    inside = [i for i, t in enumerate(text.tokens) if t.start >= start and t.end <= end]
    return (inside[0], inside[-1] + 1) if inside else (0, 0)
