"""What an aggregation yields: a judged figure for each indicator, department and heading."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from qms_xlsx.domain.period import Slot
from qms_xlsx.domain.submission import Mark
from qms_xlsx.judge.items import Item

if TYPE_CHECKING:
    from collections.abc import Mapping
    from datetime import date

    from qms_xlsx.domain.closing import Restatement
    from qms_xlsx.domain.finding import Place
    from qms_xlsx.domain.indicator import Objective
    from qms_xlsx.domain.measure import Measure
    from qms_xlsx.domain.period import Period
    from qms_xlsx.domain.progress import Derived, Progress
    from qms_xlsx.domain.register import Register
    from qms_xlsx.domain.status import Status
    from qms_xlsx.domain.submission import NotCounted, ProgressEntry, Submission
    from qms_xlsx.language.messages import Message

Shown = float | bool | str
"""A figure as people read it: a number, an answer, a grade."""
Series = tuple[tuple[Slot, Item | Mark], ...]
"""Items by slot, January first."""


@dataclass(frozen=True, slots=True)
class Coverage:
    """How much of what was expected is there, filled of expected."""

    slots: tuple[int, int] | None = None
    """Expected slots that every department that reported has filled, of those expected."""
    departments: tuple[int, int] | None = None
    """Departments that reported anything, of those expected."""
    children: tuple[int, int] | None = None
    """For headings: children with a verdict, of those listed."""

    @property
    def complete(self) -> bool:
        """Whether nothing expected is missing."""
        parts = (self.slots, self.departments, self.children)
        return all(part is None or part[0] == part[1] for part in parts)


@dataclass(frozen=True, slots=True, kw_only=True)
class Result:
    """One figure with its verdict: of the organisation (department None) or of one department."""

    objective: Objective
    department: str | None
    unit: str
    target: str
    target_unit: str = ""
    """The unit of the period's target: a change's own, else the figure's."""
    comparator: str | None = None
    period_target: float | str | None = None
    period_upper: float | None = None
    """The upper end where the period's target is a range."""
    actual: Shown | None = None
    year_target: float | str | None = None
    year_upper: float | None = None
    """The upper end where the year's target is a range."""
    change: float | None = None
    """The change against the baseline, where that is what is judged; a reduction is positive."""
    baseline: float | None = None
    """What a change is measured against."""
    series: Series = ()
    """The organisation's figure slot by slot, of the slots that hold something."""
    reach: int = 0
    """The month that the row has come to; 0 when nothing is expected yet, and for headings."""
    in_period: Shown | None = None
    numerator: float | None = None
    denominator: float | None = None
    attainment: float | None = None
    percent_of_year: float | None = None
    status: Status | None = None
    provisional: bool = False
    estimated: bool = False
    coverage: Coverage = Coverage()
    as_of_slot: str | None = None
    """For `last` figures older than the last expected slot: the label of the slot they are from."""
    why: Message
    cause: str = ""
    remedy: str = ""
    sources: tuple[Place, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class MeasureResult:
    """Where a measure stands, for one department that leads it or (department None) for all."""

    measure: Measure
    department: str | None
    progress: Progress
    entry: ProgressEntry | None = None
    done_departments: tuple[int, int] | None = None
    """On the organisation's row of a group's measure: departments that have done it, of all."""

    @property
    def derived(self) -> Derived:
        """The derived state."""
        return self.progress.derived


@dataclass(frozen=True, slots=True, kw_only=True)
class Reporting:
    """Who handed in for the period; on time is None where no due date exists."""

    expected: tuple[str, ...]
    received: tuple[str, ...]
    on_time: tuple[str, ...] | None
    rejected: tuple[str, ...] = ()
    waiting: tuple[str, ...] = ()
    """Those that sent a form which is not counted because of its date: neither in nor missing."""
    due: date | None = None
    handed_in: Mapping[str, date] = field(default_factory=dict)
    """The day of each department's first form that covers the period, as far as it is dated."""

    @property
    def missing(self) -> tuple[str, ...]:
        """The departments that owe a report, in the register's order."""
        here = {*self.received, *self.waiting}
        return tuple(code for code in self.expected if code not in here)

    @property
    def rate(self) -> float | None:
        """Received of expected, in per cent."""
        return 100 * len(self.received) / len(self.expected) if self.expected else None

    @property
    def on_time_rate(self) -> float | None:
        """Received on time of expected, in per cent."""
        if self.on_time is None or not self.expected:
            return None
        return 100 * len(self.on_time) / len(self.expected)


@dataclass(frozen=True, slots=True, kw_only=True)
class Aggregate:
    """A whole run: everything that the summary shows, before any workbook is written."""

    register: Register
    period: Period
    as_of: date
    results: tuple[Result, ...]
    measures: tuple[MeasureResult, ...]
    reporting: Reporting
    submissions: tuple[Submission, ...] = field(default=())
    """The submissions that counted, one a department, in the register's order."""
    not_counted: tuple[NotCounted, ...] = field(default=())
    """What was received and does not count, other than what a newer form replaced."""
    restatements: tuple[Restatement, ...] = field(default=())
    """What of closed periods reads otherwise today."""

    def organisation_row(self, code: str) -> Result:
        """Return the organisation's own row of an objective."""
        return next(r for r in self.results if r.department is None and r.objective.code == code)
