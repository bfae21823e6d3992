"""The rows of sheet "Dữ liệu", and where each objective's stand."""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import TYPE_CHECKING

from qms_xlsx.domain.indicator import Indicator
from qms_xlsx.write.summary.page import Link

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping

    from qms_xlsx.domain.indicator import Component, Objective
    from qms_xlsx.domain.period import Slot
    from qms_xlsx.domain.submission import Entry, Submission
    from qms_xlsx.judge.results import Result
    from qms_xlsx.write.summary.facts import Facts

NAME = "Dữ liệu"
ORGANISATION = "result"
"""The component of the organisation's own row of an objective: `/TL-5a2:result`."""
TOP = 5
"""Rows above the first data row: title, scope, note, marker, heading."""
_PLAIN_NUMBER = re.compile(r"\w[\w.\-]{0,11}")


@dataclass(frozen=True, slots=True)
class DataRow:
    """A row of the sheet: the organisation's (department None), or a department's component."""

    objective: Objective
    department: str | None
    component: Component | None
    result: Result | None
    submission: Submission | None

    @property
    def key(self) -> str:
        """The row's machine key: `<department>/<code>:<component>`."""
        part = self.component.value if self.component else ORGANISATION
        return f"{self.department or ''}/{self.objective.code}:{part}"

    @property
    def entries(self) -> Mapping[Slot, Entry]:
        """The accepted cells of the row."""
        if self.submission is None or self.component is None:
            return {}
        return self.submission.entries.get((self.objective.code, self.component), {})


@dataclass(frozen=True)
class Data:
    """The sheet's rows, and where each objective's stand."""

    rows: tuple[DataRow, ...]
    places: Mapping[str, int]
    """Index of each objective's first row, the organisation's own."""

    def link(self, code: str, shown: str) -> Link | None:
        """Return a link to an objective's row, its departments' below it; None where unsafe."""
        row = self.places.get(code)
        if row is None or not _PLAIN_NUMBER.fullmatch(shown):
            return None
        return Link(f"#'{NAME}'!B{row + 1}", shown)


def data_of(facts: Facts) -> Data:
    """Return the rows in the register's order: an objective's own, then its departments'."""
    rows = tuple(_rows(facts))
    places: dict[str, int] = {}
    for index, row in enumerate(rows, TOP):
        places.setdefault(row.objective.code, index)
    return Data(rows, places)


def _rows(facts: Facts) -> Iterator[DataRow]:
    register, submissions = facts.aggregate.register, facts.submissions
    own: dict[str, list[Result]] = {}
    for result in facts.aggregate.results:
        own.setdefault(result.objective.code, []).append(result)
    for objective in register.objectives:
        parts = objective.parts if isinstance(objective, Indicator) else ()
        for result in own.get(objective.code, ()):
            code = result.department
            if code is None:
                yield DataRow(objective, None, None, result, None)
                continue
            for index, part in enumerate(parts):
                judged = result if index == 0 else None
                yield DataRow(objective, code, part, judged, submissions.get(code))
