"""The things a clause may ask for: a figure, a place, a grade, or none at all."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from qms_xlsx.domain.target import verbs
from qms_xlsx.domain.target.quantity import Quantity
from qms_xlsx.domain.target.ranks import Rank
from qms_xlsx.domain.target.scales import grade_at

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


Core = Quantity | Rank | Grade | Zero


def asked(text: Text, places: list[Rank], figures: list[Quantity]) -> list[Core]:
    """Return the things that a wording may ask for, from left to right."""
    grades = list(_grades(text))
    rated = {index for grade in grades for index in range(grade.start, grade.end)}
    found: list[Core] = [*places, *(q for q in figures if q.number not in rated)]
    taken = [(c.start, c.end) for c in found]
    others: list[Core] = [*grades, *_zeros(text)]
    found += [c for c in others if not any(start < c.end and c.start < end for start, end in taken)]
    return sorted(found, key=lambda core: core.start)


def _grades(text: Text) -> Iterator[Grade]:
    index = 0
    while index < len(text.tokens):
        found = grade_at(text, index)
        if found:
            yield Grade(index, index + found[0], found[1], found[2])
        index += found[0] if found else 1


def _zeros(text: Text) -> Iterator[Zero]:
    for index, size, _ in verbs.NONE.within(text, 0, len(text.tokens)):
        if not verbs.NOT_NONE.at(text, index):
            yield Zero(index, index + size)
