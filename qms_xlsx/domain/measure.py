"""Measures of the plan: who does what by when, watched by whom, shown by what."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from qms_xlsx.domain.deadline import Deadline
from qms_xlsx.domain.indicator import RegisterRow

if TYPE_CHECKING:
    from datetime import date


@dataclass(frozen=True, slots=True, kw_only=True)
class Measure(RegisterRow):
    """A row of the plan matrix, its deadline read."""

    number: str
    measure: str
    objectives: tuple[str, ...] = ()
    lead: str = ""
    coordinating: str = ""
    deadline: Deadline = field(default=Deadline(text=""))
    deadline_date: date | None = None
    """The day where the cell holds a date instead of words."""
    due: tuple[date, ...] = ()
    """Its due dates: the deadline's own, or the register's report dates lent to it."""
    last_good: tuple[date, ...] = ()
    """For each due date, the last day on time."""
    monitor: str = ""
    evidence: str = ""
    resources: str = ""
    quote: str = ""
