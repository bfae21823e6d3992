"""A reading in the making, and what is noticed on the way."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from qms_xlsx.domain.deadline.values import DeadlineKind, Every

if TYPE_CHECKING:
    from datetime import date

    from qms_xlsx.language.messages import Message


@dataclass(slots=True)
class Notes:
    """What is noticed, each once; doubts are the notes on what could not be read."""

    said: list[Message] = field(default_factory=list)
    doubts: list[Message] = field(default_factory=list)

    def add(self, note: Message) -> None:
        """Keep a note on how the words are read."""
        if note not in self.said:
            self.said.append(note)

    def doubt(self, note: Message) -> None:
        """Keep a note on words that are left out."""
        self.add(note)
        if note not in self.doubts:
            self.doubts.append(note)


@dataclass(slots=True)
class DatesSoFar:
    """What is read so far, in a plan for the year."""

    year: int
    notes: Notes = field(default_factory=Notes)
    found: set[DeadlineKind] = field(default_factory=set)
    everies: set[Every] = field(default_factory=set)
    asked: int = 0  # times in all that cycles ask for
    starts: list[date] = field(default_factory=list)
    dates: set[date] = field(default_factory=set)
    limits: set[bool] = field(default_factory=set)
    recurs: bool = False  # the dates named are a cycle's own

    @property
    def kinds(self) -> tuple[DeadlineKind, ...]:
        """The kinds in canonical order."""
        return tuple(kind for kind in DeadlineKind if kind in self.found)

    @property
    def every(self) -> Every | None:
        """The shortest period named, where anything was understood."""
        return max(self.everies, key=list(Every).index, default=None) if self.found else None

    @property
    def start(self) -> date | None:
        """The first day."""
        return min(self.starts, default=None)

    @property
    def due(self) -> tuple[date, ...]:
        """The due dates in order."""
        return tuple(sorted(self.dates))

    @property
    def times(self) -> int:
        """How many times each date asks for, where more is asked than there are dates."""
        return max(1, -(-self.asked // len(self.dates))) if self.dates else 1

    @property
    def strict(self) -> bool:
        """Whether a date is said with "trước"."""
        return True in self.limits
