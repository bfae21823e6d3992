"""What each department owes for a period, as of a day."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from enum import StrEnum
from typing import TYPE_CHECKING

from qms_xlsx.book.areas import RESULTS
from qms_xlsx.book.keys import CellKey
from qms_xlsx.domain.finding import Severity
from qms_xlsx.domain.period import Cadence
from qms_xlsx.domain.progress import Derived, State
from qms_xlsx.domain.status import Status
from qms_xlsx.judge.expected import Calendar
from qms_xlsx.judge.figures import typed as typed_by
from qms_xlsx.rules.verdicts import answered, explained

if TYPE_CHECKING:
    from qms_xlsx.domain.department import Department
    from qms_xlsx.domain.finding import Finding
    from qms_xlsx.domain.indicator import Indicator
    from qms_xlsx.domain.period import Slot
    from qms_xlsx.domain.submission import Action, NotCounted, Submission
    from qms_xlsx.judge.results import Aggregate, MeasureResult, Reporting, Result

Typed = Mapping[str, Collection[CellKey]]
"""By department, the cells of its form that hold something."""


class ReportState(StrEnum):
    """How a department stands with the period's report."""

    NOT_EXPECTED = "not_expected"
    ON_TIME = "on_time"
    RECEIVED = "received"
    """Handed in where no due date exists."""
    LATE = "late"
    MISSING = "missing"
    REJECTED = "rejected"
    WAITING = "waiting"
    """Received, and not counted because of its date."""

    @property
    def owed(self) -> bool:
        """Whether the report is still to come."""
        return self in (ReportState.MISSING, ReportState.REJECTED, ReportState.WAITING)


@dataclass(frozen=True, slots=True)
class Blank:
    """The slots of an indicator that should be filled by now and hold nothing at all."""

    objective: Indicator
    slots: tuple[Slot, ...]
    running: tuple[Slot, ...] = ()
    """Those of them that have not ended yet: an estimate is asked for."""

    @property
    def cells(self) -> int:
        """How many cells that are."""
        return len(self.slots) * len(self.objective.parts)


@dataclass(frozen=True, slots=True)
class Missed:
    """A missed or endangered indicator, and what the department has said of it so far."""

    result: Result
    explained: bool
    answered: bool
    """Whether a corrective action is stated, or none is needed."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Debts:
    """Everything that one department owes; each part in the order in which it presses."""

    department: Department
    as_of: date
    report: ReportState
    due: date | None = None
    """The last day on which the report is on time."""
    handed_in: date | None = None
    prepared_by: str = ""
    """Who filled in the form that counts."""
    not_counted: tuple[NotCounted, ...] = ()
    """Its forms that were received, would be good, and do not count."""
    blanks: tuple[Blank, ...] = ()
    errors: tuple[Finding, ...] = ()
    doubts: tuple[Finding, ...] = ()
    """What is asked about figures that are counted all the same."""
    remarks: tuple[Finding, ...] = ()
    """What else its form that counts has to be looked at for, such as what was not used."""
    overdue: tuple[MeasureResult, ...] = ()
    due_soon: tuple[MeasureResult, ...] = ()
    unproven: tuple[MeasureResult, ...] = ()
    """Measures reported as done without a document that shows it."""
    missed: tuple[Missed, ...] = ()
    at_risk: tuple[Missed, ...] = ()
    actions: tuple[Action, ...] = ()

    @property
    def blank_cells(self) -> int:
        """How many cells are blank that should not be."""
        return sum(blank.cells for blank in self.blanks)

    @property
    def nothing(self) -> bool:
        """Whether nothing is owed; a report that came late is not owed any more."""
        parts = (self.blanks, self.errors, self.overdue, self.due_soon, self.unproven)
        more = (
            self.not_counted,
            self.doubts,
            self.remarks,
            self.missed,
            self.at_risk,
            self.actions,
        )
        return not self.report.owed and not any((*parts, *more))


def debts_of(
    aggregate: Aggregate, findings: Iterable[Finding], refused: Mapping[str, str], typed: Typed
) -> tuple[Debts, ...]:
    """Return the debts of every department from which something is expected, in their order.

    `refused` names the department of each form that was refused as a whole, by file.
    """
    submissions = {submission.department: submission for submission in aggregate.submissions}
    found = tuple(findings)
    errors = _errors(aggregate, found, refused)
    warnings = _warnings(aggregate, found)
    unused = [item for item in aggregate.not_counted if item.file not in refused]
    register, day = aggregate.register, aggregate.as_of
    return tuple(
        _debts(
            aggregate,
            department,
            submissions.get(department.code),
            tuple(errors.get(department.code, ())),
            warnings.get(department.code, ()),
            tuple(item for item in unused if item.department == department.code),
            typed.get(department.code, ()),
        )
        for department in register.departments
        if department.code in aggregate.reporting.expected
        or (department.active(day) and register.led(department.code))
    )


def _errors(
    aggregate: Aggregate, findings: Iterable[Finding], refused: Mapping[str, str]
) -> dict[str, list[Finding]]:
    """Return the errors by department: of its form that counts, of a refused one where it owes."""
    owing = set(aggregate.reporting.rejected)
    files = {file: code for file, code in refused.items() if code in owing}
    files |= {submission.path: submission.department for submission in aggregate.submissions}
    found: dict[str, list[Finding]] = {}
    for finding in findings:
        code = files.get(finding.place.file)
        if code and finding.severity is Severity.ERROR:
            found.setdefault(code, []).append(finding)
    return found


def _warnings(aggregate: Aggregate, findings: Iterable[Finding]) -> dict[str, list[Finding]]:
    """Return what is asked about each department's form that counts."""
    files = {submission.path: submission.department for submission in aggregate.submissions}
    found: dict[str, list[Finding]] = {}
    for finding in findings:
        doubted = finding.doubts_a_figure or finding.doubts_a_form
        if doubted and finding.place.file in files:
            found.setdefault(files[finding.place.file], []).append(finding)
    return found


def _debts(
    aggregate: Aggregate,
    department: Department,
    submission: Submission | None,
    errors: tuple[Finding, ...],
    warnings: Sequence[Finding],
    unused: tuple[NotCounted, ...],
    typed: Collection[CellKey],
) -> Debts:
    code, reporting = department.code, aggregate.reporting
    report = report_state(reporting, code)
    measures = [row for row in aggregate.measures if row.department == code]
    counted = submission if not report.owed else None
    return Debts(
        department=department,
        as_of=aggregate.as_of,
        report=report,
        due=reporting.due,
        handed_in=reporting.handed_in.get(code),
        prepared_by=submission.prepared_by if submission else "",
        not_counted=unused,
        blanks=_blanks(aggregate, department, counted, typed) if counted else (),
        errors=errors,
        doubts=tuple(f for f in warnings if f.doubts_a_figure),
        remarks=tuple(f for f in warnings if f.doubts_a_form),
        overdue=_by_days([r for r in measures if r.derived is Derived.OVERDUE]),
        due_soon=_by_days([r for r in measures if r.derived is Derived.DUE_SOON]),
        unproven=tuple(
            r for r in measures if r.entry and r.entry.state is State.DONE and not r.entry.evidenced
        ),
        missed=_owing_words(aggregate, submission, Status.MISSED),
        at_risk=_owing_words(aggregate, submission, Status.AT_RISK),
        actions=_open_actions(submission, aggregate.as_of),
    )


def report_state(reporting: Reporting, department: str) -> ReportState:
    """Return how a department stands with the period's report."""
    if department not in reporting.expected:
        return ReportState.NOT_EXPECTED
    if department in reporting.rejected:
        return ReportState.REJECTED
    if department not in reporting.received:
        waiting = department in reporting.waiting
        return ReportState.WAITING if waiting else ReportState.MISSING
    if reporting.on_time is None:
        return ReportState.RECEIVED
    return ReportState.ON_TIME if department in reporting.on_time else ReportState.LATE


def _blanks(
    aggregate: Aggregate,
    department: Department,
    submission: Submission,
    typed: Collection[CellKey],
) -> tuple[Blank, ...]:
    """Return the blank slots of rows that are judged by now.

    One that holds something wrong or half is an error, not a blank.
    """
    calendar = Calendar(aggregate.register, aggregate.period, aggregate.as_of)
    held = {(key.partition(":")[0], slot) for area, key, slot in typed if area == RESULTS.name}
    short = {s for cadence in Cadence for s in calendar.cut_short(cadence, department)}
    later = {r.objective.code for r in aggregate.results if r.status is Status.NOT_DUE}
    found: list[Blank] = []
    for objective in aggregate.register.owned(department.code):
        if objective.code in later:
            continue
        told = typed_by(calendar, objective, department, submission)
        missing = sorted(told.expected - told.items.keys())
        slots = tuple(slot for slot in missing if (objective.code, slot.key) not in held)
        if slots:
            running = (s for s in slots if s not in short and calendar.running(s))
            found.append(Blank(objective, slots, tuple(running)))
    return tuple(found)


def _by_days(rows: Iterable[MeasureResult]) -> tuple[MeasureResult, ...]:
    """Return measures with the longest overdue first, then the next due."""
    return tuple(
        sorted(rows, key=lambda r: (-r.progress.days_overdue, r.progress.next_due or date.max))
    )


def _owing_words(
    aggregate: Aggregate, submission: Submission | None, status: Status
) -> tuple[Missed, ...]:
    """Return the department's indicators of a status that still want words or an action."""
    if submission is None:
        return ()
    found = []
    for result in aggregate.results:
        if result.department == submission.department and result.status is status:
            acted = status is Status.AT_RISK or answered(result, submission.actions)
            if not (explained(result) and acted):
                found.append(Missed(result, explained(result), acted))
    return tuple(found)


def _open_actions(submission: Submission | None, day: date) -> tuple[Action, ...]:
    """Return the open corrective actions, overdue first, then by due date."""
    still = [a for a in submission.actions if not a.closed(day)] if submission else []
    return tuple(sorted(still, key=lambda a: (-a.days_overdue(day), a.due or date.max)))
