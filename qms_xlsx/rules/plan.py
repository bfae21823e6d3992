"""Family P: what a form says of its department's measures and corrective actions."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date, timedelta
from functools import cached_property
from typing import TYPE_CHECKING

from qms_xlsx.codes.rule import Hit, Rule, run
from qms_xlsx.domain.finding import Finding, Place
from qms_xlsx.domain.progress import Derived, State
from qms_xlsx.judge.measures import own_rows
from qms_xlsx.rules.register.readings import short
from qms_xlsx.rules.verdicts import about

if TYPE_CHECKING:
    from qms_xlsx.domain.register import Register
    from qms_xlsx.domain.submission import ProgressEntry, Submission
    from qms_xlsx.judge.results import MeasureResult

_EARLY = timedelta(days=31)
"""What is due in January may be done in the December before."""


@dataclass(frozen=True)
class PlanCase:
    """One department's form beside its register, as of a day."""

    register: Register
    submission: Submission
    as_of: date

    @cached_property
    def rows(self) -> tuple[MeasureResult, ...]:
        """Where each measure that the department leads stands."""
        return tuple(own_rows(self.register, self.submission, self.as_of))

    @cached_property
    def entries(self) -> tuple[ProgressEntry, ...]:
        """What the form says of its measures."""
        return tuple(row.entry for row in self.rows if row.entry)

    @property
    def written(self) -> date:
        """The day that the form was written: nothing in it is later."""
        return self.submission.dated or self.as_of


def plan_findings(register: Register, submission: Submission, as_of: date) -> list[Finding]:
    """Return what a form says wrongly, or not at all, of its measures and actions."""
    case = PlanCase(register, submission, as_of)
    return run(PLAN_RULES, case, submission.department)


def _done_without_evidence(case: PlanCase) -> Iterator[Hit]:
    for entry in case.entries:
        if entry.state is State.DONE and not entry.evidenced:
            yield Hit(entry.place, {"number": entry.number})


def _done_before_it_began(case: PlanCase) -> Iterator[Hit]:
    for row in case.rows:
        day, start = row.entry and row.entry.done_on, _start(case.register, row)
        if row.entry and day and day < start:
            values = {"number": row.entry.number, "day": day, "start": start}
            yield Hit(row.entry.place, values)


def _start(register: Register, row: MeasureResult) -> date:
    """Return the first day on which a measure may be done."""
    due, start = row.measure.due, row.measure.deadline.start
    new_year = date(register.year, 1, 1)
    soon = bool(due) and due[0] < new_year + _EARLY
    return start or (new_year - _EARLY if soon else new_year)


def _in_the_future(case: PlanCase) -> Iterator[Hit]:
    for entry in case.entries:
        for day in (entry.done_on, entry.evidence_date):
            if day and day > case.written:
                values = {"number": entry.number, "day": day}
                yield Hit(entry.place, values | {"written": case.written})
                break


def _state_contradicted(case: PlanCase) -> Iterator[Hit]:
    for entry in case.entries:
        idle = entry.state in (State.NOT_STARTED, State.NOT_APPLICABLE)
        if (idle and (entry.times_done or entry.done_on)) or (
            entry.state is State.DONE and entry.times_done == 0
        ):
            yield Hit(entry.place, {"number": entry.number})


def _times_not_counted(case: PlanCase) -> Iterator[Hit]:
    for row in case.rows:
        several = len(row.measure.due) > 1 and row.progress.due_so_far
        begun = row.entry and row.entry.state is State.IN_PROGRESS
        if row.entry and begun and several and row.entry.times_done is None:
            values = {"number": row.entry.number, "due": row.progress.due_so_far}
            yield Hit(row.entry.place, values)


def _overdue(case: PlanCase) -> Iterator[Hit]:
    for row in case.rows:
        if row.derived is Derived.OVERDUE:
            place = row.entry.place if row.entry else Place(case.submission.path)
            values = {"number": row.measure.number, "measure": short(row.measure.measure)}
            yield Hit(place, values | {"why": row.progress.why})


def _closed_without_effectiveness(case: PlanCase) -> Iterator[Hit]:
    for action in case.submission.actions:
        if action.called_closed and not action.effectiveness:
            yield Hit(action.place, {"objective": action.objective})


def _action_overdue(case: PlanCase) -> Iterator[Hit]:
    for action in case.submission.actions:
        days = action.days_overdue(case.as_of)
        if action.due and days:
            values = {"objective": action.objective, "day": action.due, "days": days}
            yield Hit(action.place, values)


def _action_without_owner_or_day(case: PlanCase) -> Iterator[Hit]:
    for action in case.submission.actions:
        if not action.done and action.action and not (action.due and action.owner):
            yield Hit(action.place, {"objective": action.objective})


def _action_for_no_indicator(case: PlanCase) -> Iterator[Hit]:
    known = case.register.objectives
    for action in case.submission.actions:
        if action.objective and not any(about(own, action.objective) for own in known):
            yield Hit(action.place, {"value": action.objective})


PLAN_RULES: tuple[Rule[PlanCase], ...] = (
    Rule("P101", _done_without_evidence),
    Rule("P102", _done_before_it_began),
    Rule("P103", _in_the_future),
    Rule("P104", _state_contradicted),
    Rule("P105", _times_not_counted),
    Rule("P201", _overdue),
    Rule("P301", _closed_without_effectiveness),
    Rule("P302", _action_overdue),
    Rule("P303", _action_without_owner_or_day),
    Rule("P304", _action_for_no_indicator),
)
