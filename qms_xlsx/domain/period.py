"""Periods of a reporting year, the slots of a form, and the days they end on."""

from __future__ import annotations

import re
from calendar import monthrange
from dataclasses import dataclass, field
from datetime import date, timedelta
from enum import StrEnum
from functools import cache
from typing import TYPE_CHECKING

from qms_xlsx.language.text import bare

if TYPE_CHECKING:
    from collections.abc import Collection


class InvalidPeriod(ValueError):
    """A text that names no period."""


_MONTHS = {"month": 1, "quarter": 3, "half": 6, "year": 12}


class Cadence(StrEnum):
    """How often a figure is reported."""

    MONTH = "month"
    QUARTER = "quarter"
    HALF = "half"
    YEAR = "year"

    def __init__(self, key: str) -> None:
        self.months = _MONTHS[key]
        """How many months one slot covers: asked for at every cell."""


_KEYS = {Cadence.MONTH: "t{}", Cadence.QUARTER: "q{}", Cadence.HALF: "h{}", Cadence.YEAR: "year"}
_HEADS = {Cadence.MONTH: "T{}", Cadence.QUARTER: "Q{}", Cadence.HALF: "6T{}", Cadence.YEAR: "NĂM"}
_CODES = {Cadence.MONTH: "-{:02}", Cadence.QUARTER: "-Q{}", Cadence.HALF: "-H{}", Cadence.YEAR: ""}
_ROMAN = ("I", "II", "III", "IV")
_HALVES = ("6 tháng đầu năm", "6 tháng cuối năm")


_EVER: dict[tuple[Cadence, int], Slot] = {}


@dataclass(frozen=True, slots=True, eq=False)
class Slot:
    """One period column of the form, such as T5, Q2, 6T1 or NĂM; there is but one of each.

    So it is looked up by what it is, a million times in a month of a thousand forms.
    """

    cadence: Cadence
    index: int
    key: str = field(init=False, compare=False, repr=False)
    """The machine key: t1…t12, q1…q4, h1, h2, year."""
    label: str = field(init=False, compare=False, repr=False)
    """The column heading that people see: T1…T12, Q1…Q4, 6T1, 6T2, NĂM."""
    months: tuple[int, int] = field(init=False, compare=False, repr=False)
    """Its first and last month, 1 to 12."""
    end_month: int = field(init=False, compare=False, repr=False)
    """Its last month, 1 to 12."""

    def __new__(cls, cadence: Cadence, index: int) -> Slot:
        """Return the one slot of its kind."""
        return _EVER.setdefault((cadence, index), object.__new__(cls))

    def __post_init__(self) -> None:
        """Work out once what every cell of a form asks for."""
        length = self.cadence.months
        end = self.index * length
        object.__setattr__(self, "key", _KEYS[self.cadence].format(self.index))
        object.__setattr__(self, "label", _HEADS[self.cadence].format(self.index))
        object.__setattr__(self, "months", (end - length + 1, end))
        object.__setattr__(self, "end_month", end)

    @classmethod
    def parse(cls, key: str) -> Slot:
        """Return the slot of a machine key or of a heading.

        >>> Slot.parse("q2").months
        (4, 6)
        """
        found = _BY_NAME.get(key.strip().lower())
        if found is None:
            raise InvalidPeriod(key)
        return found

    def __lt__(self, other: Slot) -> bool:
        return (self.cadence, self.index) < (other.cadence, other.index)

    def __reduce__(self) -> tuple[type[Slot], tuple[Cadence, int]]:
        """Let a copy, also in another process, be the one slot of its kind."""
        return Slot, (self.cadence, self.index)

    def __str__(self) -> str:
        return self.key

    def within(self, other: Slot) -> bool:
        """Whether all its months are among the other's."""
        first, last = self.months
        return other.months[0] <= first and last <= other.end_month


@cache
def slots_of(cadence: Cadence) -> tuple[Slot, ...]:
    """Return the slots that a row of this cadence types, January first."""
    return tuple(Slot(cadence, i + 1) for i in range(12 // cadence.months))


SLOTS: tuple[Slot, ...] = tuple(slot for cadence in Cadence for slot in slots_of(cadence))
"""All nineteen slots: twelve months, four quarters, two halves, the year."""
_BY_NAME = {name.lower(): slot for slot in SLOTS for name in (slot.label, slot.key)}


@dataclass(frozen=True, slots=True)
class Period:
    """A slot of a year: what a report is about."""

    year: int
    slot: Slot

    @classmethod
    def parse(cls, text: str, year: int | None = None) -> Period:
        """Return the period of a code or of a label; the year may come from the context.

        >>> str(Period.parse("2024-H1")), str(Period.parse("Quý II", 2024))
        ('2024-H1', '2024-Q2')
        >>> Period.parse("6 tháng đầu năm 2024") == Period.parse("2024-H1")
        True
        """
        found = _PERIODS.get(_key(text)) if text.strip() else None
        given = re.search(r"\b(?:19|20)\d\d\b", text)
        if found is None or (given is None and year is None):
            raise InvalidPeriod(text)
        return cls(int(given[0]) if given else year or 0, found)

    def __str__(self) -> str:
        slot = self.slot
        return f"{self.year}{_CODES[slot.cadence].format(slot.index)}"

    @property
    def label(self) -> str:
        """The period in words, such as '6 tháng đầu năm 2024' and 'Tháng 6/2024'."""
        link = "/" if self.slot.cadence in (Cadence.MONTH, Cadence.QUARTER) else " "
        return f"{_words(self.slot)}{link}{self.year}"

    @property
    def end_month(self) -> int:
        """Its last month, 1 to 12."""
        return self.slot.end_month


def _words(slot: Slot) -> str:
    match slot.cadence:
        case Cadence.MONTH:
            return f"Tháng {slot.index}"
        case Cadence.QUARTER:
            return f"Quý {_ROMAN[slot.index - 1]}"
        case Cadence.HALF:
            return _HALVES[slot.index - 1]
        case Cadence.YEAR:
            return "Năm"


def _key(text: str) -> str:
    """Return the text without its year: what tells one period of a year from another."""
    return re.sub(r"[\s/-]*\b(?:19|20)\d\d\b[\s/-]*", "", bare(text)).strip()


def _spellings(slot: Slot) -> tuple[str, ...]:
    code = _CODES[slot.cadence].format(slot.index).strip("-")
    if slot.cadence is Cadence.MONTH:
        return code, str(slot.index), slot.label, _words(slot), f"Tháng {slot.index:02}"
    if slot.cadence is Cadence.YEAR:
        return code, "Năm", "Cả năm", "year", slot.label
    return code, slot.label, _words(slot), f"Quý {slot.index}" if code[0] == "Q" else slot.key


_PERIODS = {_key(text): slot for slot in SLOTS for text in _spellings(slot)}


class PeriodRule(StrEnum):
    """When periods end: with the calendar, or on the 14th (Decree 09/2019/NĐ-CP, article 12)."""

    CALENDAR = "calendar"
    DECREE09 = "decree09"

    def start(self, year: int, slot: Slot) -> date:
        """Return the slot's first day."""
        first = date(year, slot.months[0], 1)
        if self is PeriodRule.CALENDAR:
            return first
        return (first - timedelta(days=1)).replace(day=15)

    def end(self, year: int, slot: Slot) -> date:
        """Return the slot's last day."""
        last = slot.end_month
        if self is PeriodRule.CALENDAR:
            return date(year, last, monthrange(year, last)[1])
        return date(year, last, 14)


def last_ended_month(as_of: date, rule: PeriodRule = PeriodRule.CALENDAR) -> Period:
    """Return the last month that had ended on a day.

    >>> str(last_ended_month(date(2024, 1, 31))), str(last_ended_month(date(2024, 7, 1)))
    ('2023-12', '2024-06')
    """
    slots = slots_of(Cadence.MONTH)
    candidates = [(year, slot) for year in (as_of.year - 1, as_of.year) for slot in slots]
    year, slot = max(c for c in candidates if rule.end(*c) < as_of)
    return Period(year, slot)


def next_to_close(
    year: int, today: date, closed: Collection[Slot], rule: PeriodRule = PeriodRule.CALENDAR
) -> Period | None:
    """Return the half-year or year that ended last, else the first to end; None: all are closed.

    >>> first, second = slots_of(Cadence.HALF)
    >>> [str(next_to_close(2024, day, [])) for day in (date(2024, 6, 20), date(2024, 9, 1))]
    ['2024-H1', '2024-H1']
    >>> [str(next_to_close(2024, day, [first])) for day in (date(2024, 9, 1), date(2025, 1, 3))]
    ['2024', '2024']
    >>> next_to_close(2024, date(2025, 1, 3), [second]) is None
    True
    """
    long = (*slots_of(Cadence.HALF), *slots_of(Cadence.YEAR))
    covered = max((slot.end_month for slot in closed), default=0)
    left = [slot for slot in long if slot.end_month > covered]
    ends = {rule.end(year, slot): slot for slot in left}
    ended = [day for day in ends if day < today]
    return Period(year, ends[max(ended) if ended else min(ends)]) if ends else None
