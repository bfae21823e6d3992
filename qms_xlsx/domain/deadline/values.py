"""What a deadline may say; days of the calendar, a month past 12 being one of the next year."""

from __future__ import annotations

from calendar import monthrange
from datetime import MAXYEAR, MINYEAR, date
from enum import StrEnum


class DeadlineKind(StrEnum):
    """What a deadline's words say, in the order in which kinds are listed."""

    BY = "by"
    WINDOW = "window"
    RECURRING = "recurring"
    ONGOING = "ongoing"
    ON_EVENT = "on_event"


class Every(StrEnum):
    """How often a deadline comes back, the longest first."""

    YEAR = "year"
    HALF = "half"
    QUARTER = "quarter"
    MONTH = "month"
    WEEK = "week"
    DAY = "day"


class Edge(StrEnum):
    """Which part of a period is meant."""

    FIRST = "first"
    MIDDLE = "middle"
    LAST = "last"


MONTHS_OF = {
    Every.MONTH: tuple(range(1, 13)),
    Every.QUARTER: (3, 6, 9, 12),
    Every.HALF: (6, 12),
    Every.YEAR: (12,),
}
"""The months at whose ends a period ends."""
STEP = {Every.MONTH: 1, Every.QUARTER: 3, Every.HALF: 6, Every.YEAR: 12}
"""Months in a period."""
EVERY = {step: every for every, step in STEP.items()}
"""The period of so many months."""

LAST = 0
"""As a day: the last one of the month; days below it count back from there."""


def month_of(year: int, month: int) -> tuple[int, int]:
    """Return the year and the month from 1 to 12 of a month counted from January of the year.

    >>> month_of(2024, 13), month_of(2024, 0)
    ((2025, 1), (2023, 12))
    """
    years, index = divmod(month - 1, 12)
    return year + years, index + 1


def exact(year: int, month: int, day: int) -> date | None:
    """Return the day, or None where the calendar has no such day.

    >>> exact(2024, 2, 30) is None, str(exact(2024, 2, LAST))
    (True, '2024-02-29')
    """
    year, month = month_of(year, month)
    if not MINYEAR < year < MAXYEAR:
        return None
    length = monthrange(year, month)[1]
    number = day if day > LAST else length + day
    return date(year, month, number) if 1 <= number <= length else None


def order(day: int) -> int:
    """Return a number by which days of one month sort, those from its end last."""
    return day if day > LAST else day + 99


def clipped(year: int, month: int, day: int) -> date | None:
    """Return the day, or the month's last one where the month is shorter."""
    return exact(year, month, day) or exact(year, month, LAST)
