"""Days of the calendar; a month past 12 is one of the next year."""

from __future__ import annotations

from calendar import monthrange
from datetime import MAXYEAR, MINYEAR, date

LAST = 31
"""As a day: the last one of the month, however long it is."""


def month_of(year: int, month: int) -> tuple[int, int]:
    """Return the year and the month from 1 to 12 of a month counted from January of the year.

    >>> month_of(2024, 13), month_of(2024, 0)
    ((2025, 1), (2023, 12))
    """
    years, index = divmod(month - 1, 12)
    return year + years, index + 1


def last_day(year: int, month: int) -> date:
    """Return the last day of a month.

    >>> str(last_day(2024, 2))
    '2024-02-29'
    """
    year, month = month_of(year, month)
    return date(year, month, monthrange(year, month)[1])


def exact(year: int, month: int, day: int) -> date | None:
    """Return the day, or None where the calendar has no such day.

    >>> exact(2024, 2, 30) is None
    True
    """
    year, month = month_of(year, month)
    if not (MINYEAR < year < MAXYEAR and 1 <= day <= monthrange(year, month)[1]):
        return None
    return date(year, month, day)


def clipped(year: int, month: int, day: int) -> date:
    """Return the day, or the month's last one where the month is shorter."""
    return exact(year, month, day) or last_day(year, month)
