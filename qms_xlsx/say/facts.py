"""A run looked at from the sides that reports need: counts, gaps, movement, what is owed."""

from __future__ import annotations

from collections import Counter
from dataclasses import dataclass, field
from functools import cached_property
from typing import TYPE_CHECKING

from qms_xlsx.book.summary_areas import EACH_DEPARTMENT
from qms_xlsx.domain.finding import Severity
from qms_xlsx.domain.progress import Derived
from qms_xlsx.domain.status import MET, Status
from qms_xlsx.history.background import Background
from qms_xlsx.rules.verdicts import without_action
from qms_xlsx.say.open_actions import OpenAction

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from qms_xlsx.domain.finding import Finding
    from qms_xlsx.domain.source import Source
    from qms_xlsx.domain.submission import Submission
    from qms_xlsx.history.background import Movement
    from qms_xlsx.judge.results import Aggregate, MeasureResult, Result

JUDGED = (*MET, Status.AT_RISK, Status.MISSED)
"""The statuses of what was compared with its target."""


@dataclass(frozen=True)
class Facts:
    """One run, looked at from the sides that the sheets need."""

    aggregate: Aggregate
    findings: tuple[Finding, ...]
    sources: tuple[Source, ...] = ()
    background: Background = field(default_factory=Background)
    data_file: str = ""
    """The file that holds every figure of the run; '' where none was written."""

    @cached_property
    def listed(self) -> bool:
        """Whether every department's figures have rows in the workbook: of very many none have."""
        return len(self.aggregate.register.departments) <= EACH_DEPARTMENT

    @cached_property
    def organisation(self) -> dict[str, Result]:
        """The organisation's own row of each objective, by code."""
        return {r.objective.code: r for r in self.aggregate.results if r.department is None}

    @cached_property
    def indicators(self) -> tuple[Result, ...]:
        """The organisation's rows of the indicators."""
        own, register = self.organisation, self.aggregate.register
        return tuple(own[o.code] for o in register.indicators if o.code in own)

    @cached_property
    def top(self) -> tuple[Result, ...]:
        """The organisation's rows of the objectives that stand under no other."""
        own, register = self.organisation, self.aggregate.register
        roots = (o for o in register.objectives if o.parent not in register.by_code)
        return tuple(own[o.code] for o in roots if o.code in own)

    @cached_property
    def by_department(self) -> dict[str, tuple[Result, ...]]:
        """The departments' rows, in the register's order."""
        found: dict[str, list[Result]] = {d.code: [] for d in self.aggregate.register.departments}
        for result in self.aggregate.results:
            if result.department is not None:
                found.setdefault(result.department, []).append(result)
        return {code: tuple(rows) for code, rows in found.items()}

    @cached_property
    def tallies(self) -> dict[str, Counter[Status]]:
        """How many of each department's rows have each status."""
        own = self.by_department.items()
        return {code: Counter(r.status for r in rows if r.status) for code, rows in own}

    @cached_property
    def submissions(self) -> dict[str, Submission]:
        """The submission that counted, by department."""
        return {s.department: s for s in self.aggregate.submissions}

    @cached_property
    def counts(self) -> Counter[Status]:
        """How many indicators have each status."""
        return Counter(r.status for r in self.indicators if r.status)

    @cached_property
    def counts_before(self) -> Counter[Status] | None:
        """How many of the same indicators had each status in the run before; None without one."""
        before = self.background.before
        return before.count(r.objective.code for r in self.indicators) if before else None

    @property
    def judged(self) -> int:
        """How many indicators were compared with their target."""
        return sum(self.counts[status] for status in JUDGED)

    @property
    def met(self) -> int:
        """How many indicators reach their target."""
        return sum(self.counts[status] for status in MET)

    def having(self, *statuses: Status) -> list[Result]:
        """Return the indicators with one of these statuses."""
        return [r for r in self.indicators if r.status in statuses]

    @cached_property
    def cells(self) -> tuple[int, int]:
        """Expected cells that the departments filled, of those expected in rows judged by now."""
        later = {r.objective.code for r in self.indicators if r.status is Status.NOT_DUE}
        own = [r for r in self.aggregate.results if r.department is not None]
        pairs = [r.coverage.slots for r in own if r.objective.code not in later]
        known = [pair for pair in pairs if pair]
        return sum(p[0] for p in known), sum(p[1] for p in known)

    @property
    def rejected_cells(self) -> int:
        """Cells kept out of the totals because of an error."""
        return sum(s.cells.rejected for s in self.aggregate.submissions)

    @cached_property
    def led(self) -> tuple[MeasureResult, ...]:
        """The measures as single departments lead them, else the organisation's row."""
        own: dict[str, list[MeasureResult]] = {}
        for row in self.aggregate.measures:
            own.setdefault(row.measure.number, []).append(row)
        return tuple(
            row
            for rows in own.values()
            for row in ([r for r in rows if r.department is not None] or rows)
        )

    @property
    def by_lead(self) -> Iterator[MeasureResult]:
        """The measures' rows as the plan shows them: one each, a group's departments below it."""
        for row in self.aggregate.measures:
            if row.department is None or len(self.aggregate.register.leads[row.measure.number]) > 1:
                yield row

    @cached_property
    def overdue(self) -> tuple[MeasureResult, ...]:
        """The overdue measures, longest first."""
        late = (r for r in self.led if r.derived is Derived.OVERDUE)
        return tuple(sorted(late, key=lambda r: -(r.progress.days_overdue or 0)))

    @cached_property
    def actions(self) -> tuple[OpenAction, ...]:
        """All corrective actions: overdue first, then open by due date, then closed."""
        as_of = self.aggregate.as_of
        found = [
            OpenAction(s.department, a, as_of)
            for s in self.aggregate.submissions
            for a in s.actions
        ]
        far = as_of.replace(year=as_of.year + 100, day=1)
        return tuple(sorted(found, key=lambda a: (a.closed, -a.days_overdue, a.action.due or far)))

    @cached_property
    def open_actions(self) -> Counter[str]:
        """How many corrective actions of each department are open still."""
        return Counter(own.department for own in self.actions if not own.closed)

    @cached_property
    def reports(self) -> dict[str, frozenset[str]]:
        """The departments by what became of their report, to ask after one of very many."""
        own = self.aggregate.reporting
        kinds = ("expected", "received", "on_time", "rejected", "waiting")
        return {kind: frozenset(getattr(own, kind) or ()) for kind in kinds}

    @cached_property
    def unanswered(self) -> tuple[Result, ...]:
        """Missed indicators for which nobody has stated a corrective action."""
        return without_action(self.aggregate)

    @cached_property
    def owed_actions(self) -> Counter[str | None]:
        """How many missed figures of each department have no corrective action."""
        return Counter(result.department for result in self.unanswered)

    @cached_property
    def errors(self) -> tuple[Finding, ...]:
        """The findings to be mended: errors, but not those of forms that a newer one replaced."""
        replaced = {s.path for s in self.sources if s.accepted and not s.used}
        return tuple(
            f
            for f in self.findings
            if f.severity is Severity.ERROR and f.place.file not in replaced
        )

    @cached_property
    def doubts(self) -> tuple[Finding, ...]:
        """What is asked about figures that are counted all the same."""
        return tuple(f for f in self._of_counted if f.doubts_a_figure)

    @cached_property
    def remarks(self) -> tuple[Finding, ...]:
        """What else the forms that count have to be looked at for, such as what was not used."""
        return tuple(f for f in self._of_counted if f.doubts_a_form)

    @cached_property
    def _of_counted(self) -> tuple[Finding, ...]:
        counted = {submission.path for submission in self.aggregate.submissions}
        return tuple(f for f in self.findings if f.place.file in counted)

    @property
    def forms(self) -> tuple[Source, ...]:
        """The files of the run other than the register."""
        return tuple(source for source in self.sources if source.kind != "register")

    def senders(self, findings: Iterable[Finding]) -> tuple[str, ...]:
        """Return the departments whose forms the findings are about."""
        files = {source.path: source.department for source in self.sources}
        files |= {s.path: s.department for s in self.aggregate.submissions}
        codes = (f.department or files.get(f.place.file) for f in findings)
        return tuple(dict.fromkeys(code for code in codes if code))

    def moved(self, way: Movement) -> list[Result]:
        """Return the indicators that moved in one way since the run before."""
        return [r for r in self.indicators if self.background.movement(r) is way]

    def name(self, department: str | None) -> str:
        """Return a department's name; the whole organisation's for none."""
        if department is None:
            return "Toàn cơ quan"
        known = self.aggregate.register.department_by_code.get(department)
        return known.name if known else department

    def called(self, department: str) -> tuple[str, ...]:
        """Return what a department is called: its name, then the other names of it."""
        known = self.aggregate.register.department_by_code.get(department)
        return (known.name, *known.aliases) if known else (department,)

    @property
    def late(self) -> tuple[str, ...]:
        """The departments that handed in after the last good day."""
        reporting = self.aggregate.reporting
        if reporting.on_time is None:
            return ()
        return tuple(c for c in reporting.received if c not in self.reports["on_time"])

    @property
    def owing(self) -> tuple[str, ...]:
        """The departments from which nothing came."""
        reporting = self.aggregate.reporting
        return tuple(c for c in reporting.missing if c not in self.reports["rejected"])

    @property
    def uncounted(self) -> tuple[str, ...]:
        """The departments whose form came and does not count: dated oddly, or refused."""
        reporting = self.aggregate.reporting
        return (*reporting.waiting, *reporting.rejected)

    @property
    def report_days_overdue(self) -> int:
        """Days since the last good day of the period's report; 0 before it, or without one."""
        due = self.aggregate.reporting.due
        return max((self.aggregate.as_of - due).days, 0) if due else 0

    @property
    def silent(self) -> bool:
        """Whether reports are expected and nobody has handed in one."""
        reporting = self.aggregate.reporting
        return bool(self.owing) and not (reporting.received or self.uncounted)

    @property
    def provisional(self) -> int:
        """How many indicators rest on incomplete figures or estimates."""
        return sum(r.provisional for r in self.indicators)

    @property
    def estimated(self) -> int:
        """How many provisional indicators hold estimates."""
        return sum(r.provisional and r.estimated for r in self.indicators)

    @cached_property
    def unconfirmed(self) -> tuple[Result, ...]:
        """The indicators whose doubtful reading nobody has confirmed."""
        doubtful = {o.code for o in self.aggregate.register.unconfirmed}
        return tuple(r for r in self.indicators if r.objective.code in doubtful)

    @property
    def complete(self) -> bool:
        """Whether nothing that was expected is missing."""
        filled, expected = self.cells
        return not (
            self.aggregate.reporting.missing
            or self.aggregate.reporting.waiting
            or self.rejected_cells
            or self.errors
            or expected > filled
        )
