"""The things a clause may ask for: a figure, a place, a grade, or none at all."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from qms_xlsx.domain.target import verbs
from qms_xlsx.domain.target.quantity import Quantity
from qms_xlsx.domain.target.ranks import Rank
from qms_xlsx.domain.target.scales import grade_at
from qms_xlsx.language.lexicon import Lexicon, phrases
from qms_xlsx.language.messages import Message, message

if TYPE_CHECKING:
    from collections.abc import Iterator

    from qms_xlsx.language.scanner import Text


@dataclass(frozen=True, slots=True)
class Grade:
    """A grade to be reached, between two tokens."""

    start: int
    end: int
    name: str
    explicit: bool


@dataclass(frozen=True, slots=True)
class Zero:
    """A "không có", between two tokens."""

    start: int
    end: int


@dataclass(frozen=True, slots=True)
class Untold:
    """Something asked for that the words do not tell, between two tokens, with what to ask."""

    start: int
    end: int
    note: Message


Core = Quantity | Rank | Grade | Zero | Untold
_AVERAGE = Lexicon(
    phrases(
        "[đạt] (trên|dưới|vượt|bằng|bằng hoặc cao hơn|bằng hoặc thấp hơn|cao hơn|thấp hơn"
        "|không thấp hơn|không cao hơn|không dưới|tương đương|cao hơn hoặc bằng)"
        " [mức] (trung bình|bình quân) [chung] [của] [cả|toàn]"
        " (tỉnh|huyện|nước|xã|thành phố|quận|ngành|khu vực|vùng|cụm|chung|khối)",
        "(cao hơn|thấp hơn|hơn|vượt|nhiều hơn|ít hơn) ## [%|điểm|lần] so với [mức]"
        " (trung bình|bình quân|mặt bằng) [chung] [của] [cả|toàn] <w>",
    )
)


def asked(text: Text, places: list[Rank], figures: list[Quantity]) -> list[Core]:
    """Return the things that a wording may ask for, from left to right."""
    grades = list(_grades(text))
    rated = {index for grade in grades for index in range(grade.start, grade.end)}
    questions = list(_questions(text))
    rated |= {index for asked in questions for index in range(asked.start, asked.end)}
    found: list[Core] = [*places, *(q for q in figures if q.number not in rated)]
    taken = [(c.start, c.end) for c in found]
    others: list[Core] = [*questions, *grades, *_zeros(text)]
    found += (c for c in others if not any(s < c.end and c.start < end for s, end in taken))
    return sorted(found, key=lambda core: core.start)


def _grades(text: Text) -> Iterator[Grade]:
    index = 0
    while index < len(text.tokens):
        found = grade_at(text, index)
        if found:
            yield Grade(index, index + found[0], found[1], found[2])
        index += found[0] if found else 1


def _zeros(text: Text) -> Iterator[Zero]:
    for index, size, _ in verbs.NONE.within(text):
        if not (verbs.NOT_NONE.at(text, index) or verbs.CHANGES.at(text, index)):
            yield Zero(index, index + size)
    for index, token in enumerate(text.tokens):
        if token.bare == "khong" and text.fold(index - 1) == ":" and _ends(text, index + 1):
            yield Zero(index, index + 1)


def _ends(text: Text, index: int) -> bool:
    """Tell whether a demand ends here ("Án quá hạn: không; …")."""
    return text.fold(index) in ("", ";", ",", ".", ")")


def _questions(text: Text) -> Iterator[Untold]:
    """Yield the comparisons with an average whose figure is not given."""
    for index, size, _ in _AVERAGE.within(text):
        words = text.raw_words(index, index + size)
        yield Untold(
            index, index + size, message("“{words}”: that figure is not given.", words=words)
        )
