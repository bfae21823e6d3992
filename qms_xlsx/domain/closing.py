"""Closed periods: figures as they were reported, and what of them reads otherwise today."""

from __future__ import annotations

from dataclasses import dataclass, field
from functools import cached_property
from typing import TYPE_CHECKING, NamedTuple

from qms_xlsx.domain.indicator import RegisterRow

if TYPE_CHECKING:
    from collections.abc import Mapping
    from datetime import date

    from qms_xlsx.domain.finding import Place
    from qms_xlsx.domain.indicator import Component
    from qms_xlsx.domain.period import Period, Slot
    from qms_xlsx.domain.status import Status
    from qms_xlsx.domain.submission import Entry, Submission


@dataclass(frozen=True, slots=True, kw_only=True)
class Reopening(RegisterRow):
    """Leave for a department to change figures of a closed period, until a day."""

    period: str
    department: str
    reason: str = ""
    until: date | None = None


class FigureKey(NamedTuple):
    """What one typed figure is about."""

    department: str
    objective: str
    component: Component
    slot: Slot


@dataclass(frozen=True, kw_only=True)
class ClosedPeriod:
    """A period whose figures were reported and stand."""

    period: Period
    as_of: date
    figures: Mapping[FigureKey, Entry]
    """Every accepted figure of the slots that it covers, each with its place in the kept copy."""
    statuses: Mapping[tuple[str, str | None], Status | None]
    """What was reported of each objective, of a department or (None) of all."""
    rows: Mapping[str, Mapping[str, str]]
    """What the register said of each objective, by the machine names of its columns."""
    seen: frozenset[str]
    """The SHA-256 of every form that was there when the period was closed."""
    estimates: Mapping[tuple[str, str], Slot] = field(default_factory=dict)
    """From which slot on a department's figures of an objective were estimates."""

    def covers(self, slot: Slot) -> bool:
        """Whether the slot lies within what is closed."""
        return slot.end_month <= self.period.end_month

    @cached_property
    def _figures(self) -> dict[str, dict[FigureKey, Entry]]:
        found: dict[str, dict[FigureKey, Entry]] = {}
        for key, entry in self.figures.items():
            found.setdefault(key.department, {})[key] = entry
        return found

    @cached_property
    def _estimates(self) -> dict[str, dict[str, Slot]]:
        found: dict[str, dict[str, Slot]] = {}
        for (department, code), start in self.estimates.items():
            found.setdefault(department, {})[code] = start
        return found

    def of(self, department: str) -> Mapping[FigureKey, Entry]:
        """Return what a department had reported, nothing where it had not."""
        return self._figures.get(department, {})

    def estimates_of(self, department: str) -> Mapping[str, Slot]:
        """Return from which slot on a department's figures were estimates, by objective."""
        return self._estimates.get(department, {})


@dataclass(frozen=True, slots=True, kw_only=True)
class LateChange:
    """A figure of a closed period that a later form says otherwise."""

    key: FigureKey
    closed: ClosedPeriod
    reported: Entry | None
    now: Entry | None
    submission: Submission
    admitted: Reopening | None = None
    """The leave by which it counts; None when the reported figure stands."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Restatement:
    """A line of the ledger: what was reported of a closed period, and what it reads today."""

    period: Period
    objective: str
    department: str | None
    """None where the register itself changed."""
    slot: Slot | None = None
    component: Component | None = None
    column: str = ""
    """The register's column that changed, by its machine name."""
    reported: float | bool | str | None
    now: float | bool | str | None
    counted: bool
    """Whether today's figure counts; else the reported one stands."""
    reason: str = ""
    """Why the register lets the department in."""
    place: Place
    since: date | None = None
    status_reported: Status | None = None
    status_now: Status | None = None

    @property
    def status_changed(self) -> bool:
        """Whether the objective is judged otherwise today."""
        return self.status_reported is not self.status_now


@dataclass(frozen=True, slots=True)
class Settled:
    """Submissions as they count beside closed periods, and what they say otherwise."""

    submissions: tuple[Submission, ...]
    changes: tuple[LateChange, ...] = ()
    """Of every later form, a department's oldest form first."""
    kept: tuple[Submission, ...] = field(default=())
    """The closed figures of departments whose forms are gone."""
