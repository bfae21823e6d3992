"""One run, as a report that is signed tells of it."""

from __future__ import annotations

from functools import cached_property
from typing import TYPE_CHECKING

from qms_xlsx.domain.status import Status
from qms_xlsx.say.facts import Facts
from qms_xlsx.say.names import one_line

if TYPE_CHECKING:
    from collections.abc import Iterable

    from qms_xlsx.domain.indicator import Objective
    from qms_xlsx.domain.progress import Derived
    from qms_xlsx.judge.results import MeasureResult, Result

WEAK = (Status.MISSED, Status.AT_RISK)
"""The statuses that ask for a cause and a remedy."""


class Account(Facts):
    """The facts of a run, and who answers for what in it."""

    @cached_property
    def weak(self) -> list[Result]:
        """The indicators that were missed, then those at risk."""
        return [result for status in WEAK for result in self.having(status)]

    @cached_property
    def by_objective(self) -> dict[str, tuple[Result, ...]]:
        """The departments' own rows of each objective, by its code."""
        found: dict[str, list[Result]] = {}
        for result in self.aggregate.results:
            if result.department is not None:
                found.setdefault(result.objective.code, []).append(result)
        return {code: tuple(rows) for code, rows in found.items()}

    @property
    def figureless(self) -> bool:
        """Whether nobody has reported a single figure."""
        return all(result.actual is None for result in self.aggregate.results)

    @cached_property
    def measures(self) -> tuple[MeasureResult, ...]:
        """Where each measure of the plan stands as a whole."""
        return tuple(row for row in self.aggregate.measures if row.department is None)

    def standing(self, derived: Derived) -> list[str]:
        """Return the numbers of the measures that are in a state as a whole."""
        return [row.measure.number for row in self.measures if row.derived is derived]

    def lead(self, row: MeasureResult) -> str:
        """Return who leads a measure: the department of its row, else the plan's own words."""
        return self.name(row.department) if row.department else one_line(row.measure.lead)

    def named(self, departments: Iterable[str | None]) -> list[str]:
        """Return departments' names."""
        return [self.name(code) for code in departments]

    def owners(self, objective: Objective) -> list[str]:
        """Return who reports an objective, as the register writes it; codes become names."""
        return self.named(objective.departments)

    def answerable(self, result: Result) -> list[str]:
        """Return the departments whose own row has an indicator's status, else its owners."""
        rows = self.by_objective.get(result.objective.code, ())
        same = [row.department for row in rows if row.status is result.status]
        return self.named(same) if same else self.owners(result.objective)
