"""One run, looked at from the sides that a report tells of."""

from __future__ import annotations

from dataclasses import dataclass
from functools import cached_property
from typing import TYPE_CHECKING

from qms_xlsx.domain.status import Status
from qms_xlsx.rules.verdicts import without_action
from qms_xlsx.say.names import one_line

if TYPE_CHECKING:
    from collections.abc import Iterable

    from qms_xlsx.domain.indicator import Objective
    from qms_xlsx.domain.progress import Derived
    from qms_xlsx.domain.submission import Action
    from qms_xlsx.judge.results import Aggregate, MeasureResult, Result

WEAK = (Status.MISSED, Status.AT_RISK)
"""The statuses that ask for a cause and a remedy."""


@dataclass(frozen=True)
class Account:
    """The figures of a run, as sentences need them."""

    aggregate: Aggregate

    @cached_property
    def indicators(self) -> tuple[Result, ...]:
        """The organisation's own row of each indicator, in the register's order."""
        own = {r.objective.code: r for r in self.aggregate.results if r.department is None}
        return tuple(own[i.code] for i in self.aggregate.register.indicators if i.code in own)

    @cached_property
    def by_department(self) -> dict[str, tuple[Result, ...]]:
        """The departments' own rows of each indicator, by its code."""
        found: dict[str, list[Result]] = {}
        for result in self.aggregate.results:
            if result.department is not None:
                found.setdefault(result.objective.code, []).append(result)
        return {code: tuple(rows) for code, rows in found.items()}

    def having(self, *statuses: Status) -> tuple[Result, ...]:
        """Return the indicators of some statuses, in the order of the statuses."""
        return tuple(r for status in statuses for r in self.indicators if r.status is status)

    @property
    def silent(self) -> bool:
        """Whether nobody has reported a single figure."""
        return all(result.actual is None for result in self.aggregate.results)

    @cached_property
    def measures(self) -> tuple[MeasureResult, ...]:
        """Where each measure of the plan stands: one row each."""
        return tuple(row for row in self.aggregate.measures if row.department is None)

    def standing(self, derived: Derived) -> list[str]:
        """Return the numbers of the measures that are in a state as a whole."""
        return [row.measure.number for row in self.measures if row.derived is derived]

    def led(self, derived: Derived) -> tuple[MeasureResult, ...]:
        """Return the measures in a state, for each department that leads them; longest due first.

        A measure that no department leads stands for the organisation.
        """
        known = {row.measure.number for row in self.aggregate.measures if row.department}
        rows = [
            row
            for row in self.aggregate.measures
            if row.derived is derived and (row.department or row.measure.number not in known)
        ]
        return tuple(sorted(rows, key=lambda row: -row.progress.days_overdue))

    @cached_property
    def actions(self) -> tuple[tuple[str, Action], ...]:
        """The corrective actions, each with the department that stated it."""
        return tuple((s.department, a) for s in self.aggregate.submissions for a in s.actions)

    @cached_property
    def without_action(self) -> tuple[Result, ...]:
        """The missed figures for which nobody has stated a corrective action."""
        return without_action(self.aggregate)

    def name(self, department: str | None) -> str:
        """Return a department's name; the organisation's for none."""
        register = self.aggregate.register
        known = register.department_by_code.get(department or "")
        return known.name if known else department or register.organisation

    def lead(self, row: MeasureResult) -> str:
        """Return who leads a measure: the department of its row, else the plan's own words."""
        return self.name(row.department) if row.department else one_line(row.measure.lead)

    def names(self, departments: Iterable[str | None]) -> list[str]:
        """Return departments' names."""
        return [self.name(code) for code in departments]

    def owners(self, objective: Objective) -> list[str]:
        """Return who reports an objective, as the register writes it; codes become names."""
        return self.names(objective.departments)

    def answerable(self, result: Result) -> list[str]:
        """Return the departments whose own row has an indicator's status, else its owners."""
        rows = self.by_department.get(result.objective.code, ())
        same = [row.department for row in rows if row.status is result.status]
        return self.names(same) if same else self.owners(result.objective)
