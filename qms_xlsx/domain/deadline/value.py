"""The reading of a deadline: what kinds it is of, and the dates that it sets."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, timedelta
from enum import StrEnum
from typing import TYPE_CHECKING, Self

if TYPE_CHECKING:
    from qms_xlsx.language.messages import Message

DAY = timedelta(days=1)


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


@dataclass(frozen=True, slots=True, kw_only=True)
class Deadline:
    """A deadline as an official reads it; without kinds it was not understood."""

    text: str
    kinds: tuple[DeadlineKind, ...] = ()
    every: Every | None = None
    start: date | None = None
    due: tuple[date, ...] = ()
    strict: bool = False
    notes: tuple[Message, ...] = ()

    @classmethod
    def parse(cls, text: str, year: int) -> Self:
        """Return how the words read in a plan for the year; never raises.

        >>> [str(day) for day in Deadline.parse("Trước 15/6 và trước 30/11 hằng năm", 2024).due]
        ['2024-06-15', '2024-11-30']
        >>> Deadline.parse("như trên", 2024).understood
        False
        """
        from qms_xlsx.domain.deadline.reading import read  # noqa: PLC0415 (it builds on this)

        found = read(text, year)
        return cls(
            text=text,
            kinds=found.kinds,
            every=found.every,
            start=found.start,
            due=found.due,
            strict=found.strict,
            notes=found.notes,
        )

    @property
    def understood(self) -> bool:
        """Whether the words could be read at all."""
        return bool(self.kinds)

    @property
    def lends_report_dates(self) -> bool:
        """Whether the register lends its report dates: "Định kỳ", and nothing says how often."""
        return DeadlineKind.RECURRING in self.kinds and self.every is None and not self.due

    def last_good_days(self, *, strict_before: bool = True) -> tuple[date, ...]:
        """Return the last day on time for each due date; "trước" ends on the day before."""
        early = self.strict and strict_before
        return tuple(day - DAY if early else day for day in self.due)

    def __str__(self) -> str:
        from qms_xlsx.domain.deadline.wording import wording  # noqa: PLC0415 (it builds on this)

        return wording(self)
