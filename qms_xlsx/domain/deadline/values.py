"""What a deadline may say: its kinds, and how often it comes back."""

from __future__ import annotations

from enum import Enum, StrEnum, auto


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


class Edge(Enum):
    """Which part of a period is meant."""

    FIRST = auto()
    MIDDLE = auto()
    LAST = auto()


MONTHS_OF = {
    Every.MONTH: tuple(range(1, 13)),
    Every.QUARTER: (3, 6, 9, 12),
    Every.HALF: (6, 12),
    Every.YEAR: (12,),
}
"""The months at whose ends a period ends."""
STEP = {Every.MONTH: 1, Every.QUARTER: 3, Every.HALF: 6, Every.YEAR: 12}
"""Months in a period."""
