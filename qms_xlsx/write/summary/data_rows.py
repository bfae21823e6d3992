"""The rows of sheet "Dữ liệu", and where each objective's stand."""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import TYPE_CHECKING

from qms_xlsx.book.a1 import address
from qms_xlsx.domain.indicator import Indicator
from qms_xlsx.domain.period import SLOTS, slots_of
from qms_xlsx.domain.submission import Mark
from qms_xlsx.judge.items import Pair
from qms_xlsx.write.summary.page import Link

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping

    from qms_xlsx.domain.indicator import Component, Objective
    from qms_xlsx.domain.period import Slot
    from qms_xlsx.domain.submission import Entry, Submission, Value
    from qms_xlsx.judge.results import Result
    from qms_xlsx.say.facts import Facts

NAME = "Dữ liệu"
ORGANISATION = "result"
"""The component of the organisation's own row of an objective: `/TL-5a2:result`."""
TOP = 5
"""Rows above the first data row: title, scope, note, marker, heading."""
FIRST_SLOT = 5
"""The column of T1; the other slots follow."""
SLOT_PLACES = {slot: place for place, slot in enumerate(SLOTS)}
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


def series(result: Result) -> dict[Slot, Value]:
    """Return the organisation's figures slot by slot: ratios as quotients, KPS as such."""
    scale = getattr(result.objective, "scale", 1.0)
    found: dict[Slot, Value] = {}
    for slot, item in result.series:
        value = item.quotient(scale) if isinstance(item, Pair) else item
        found[slot] = Mark.KPS if value is None else value
    return found


@dataclass(frozen=True)
class Data:
    """The sheet's rows: the organisation's first, then every department's."""

    rows: tuple[DataRow, ...]
    places: Mapping[str, int]
    """Index of the organisation's row of each objective."""
    details: Mapping[str, int]
    """Index of the first department's row of each objective."""

    def link(self, code: str, shown: str) -> Link | None:
        """Return a link to an objective's row; None where its number is no plain one."""
        row = self.places.get(code)
        if row is None or not _PLAIN_NUMBER.fullmatch(shown):
            return None
        return Link(f"#'{NAME}'!B{row + 1}", shown)

    def detail_link(self, code: str) -> Link | None:
        """Return a link from an objective's row to its departments' rows; None without any."""
        row = self.details.get(code)
        return None if row is None else Link(f"#'{NAME}'!B{row + 1}", "▼ từng bộ phận")

    def series(self, result: Result) -> str | None:
        """Return the cells of an objective's figures slot by slot; None for fewer than two."""
        values = series(result)
        numbers = [slot for slot, value in values.items() if value.__class__ is float]
        row = self.places.get(result.objective.code)
        if len(numbers) < 2 or row is None:
            return None
        slots = slots_of(numbers[0].cadence)
        first = FIRST_SLOT + SLOT_PLACES[slots[0]]
        last = FIRST_SLOT + SLOT_PLACES[max(numbers)]
        return f"'{NAME}'!{address(row, first)}:{address(row, last)}"


def data_of(facts: Facts) -> Data:
    """Return the rows in the register's order: the organisation's, then the departments'.

    Where there are very many departments, theirs are in a file of their own.
    """
    own = [DataRow(r.objective, None, None, r, None) for r in facts.organisation.values()]
    others = list(_components(facts)) if facts.listed else []
    places = {row.objective.code: index for index, row in enumerate(own, TOP)}
    details: dict[str, int] = {}
    for index, row in enumerate(others, TOP + len(own)):
        details.setdefault(row.objective.code, index)
    return Data((*own, *others), places, details)


def _components(facts: Facts) -> Iterator[DataRow]:
    """Yield the departments' rows, a component each, the verdict beside the first."""
    for result in facts.aggregate.results:
        objective, code = result.objective, result.department
        if code is not None and isinstance(objective, Indicator):
            for index, part in enumerate(objective.parts):
                judged = result if index == 0 else None
                yield DataRow(objective, code, part, judged, facts.submissions.get(code))
