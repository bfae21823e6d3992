"""The front page of a run as a page: made of the run's own document, names beside it."""

from __future__ import annotations

from collections import Counter
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

from qms_xlsx.domain.status import MET, Status
from qms_xlsx.say.names import one_line

if TYPE_CHECKING:
    from collections.abc import Mapping

    from qms_xlsx.domain.register import Register
    from qms_xlsx.steps.aggregate import Run

    Document = dict[str, Any]

JUDGED = (*MET, Status.AT_RISK, Status.MISSED)


@dataclass(frozen=True, slots=True)
class FrontLine:
    """An objective with its own figure, and those of its departments."""

    number: str
    name: str
    depth: int
    heading: bool
    own: Document
    """As `aggregate --format json` prints it."""
    departments: tuple[Document, ...]


@dataclass(frozen=True, slots=True)
class FrontPage:
    """What a leader sees first of a run."""

    counts: Counter[Status]
    lines: tuple[FrontLine, ...]
    overdue: tuple[Document, ...]
    """Overdue measures, longest first."""
    measures: Mapping[str, str]
    """What each measure is, by its number."""

    @property
    def judged(self) -> int:
        """How many indicators were compared with their target."""
        return sum(self.counts[status] for status in JUDGED)

    @property
    def met(self) -> int:
        """How many of them are met."""
        return sum(self.counts[status] for status in MET)

    @property
    def urgent(self) -> list[FrontLine]:
        """The indicators that need a hand: missed first."""
        wanted = (Status.MISSED, Status.AT_RISK)
        return [
            line
            for status in wanted
            for line in self.lines
            if not line.heading and line.own["status"] == status
        ]


def front_page(run: Run, told: Document) -> FrontPage:
    """Return the front page of a run; `told` is its document."""
    register = run.aggregate.register
    lines = tuple(_lines(register, told["results"]))
    counts = Counter(
        Status(line.own["status"]) for line in lines if line.own["status"] and not line.heading
    )
    late = [m for m in told["measures"] if m["state"] == "overdue" and m["department"] is not None]
    late.sort(key=lambda measure: -(measure["days_overdue"] or 0))
    named = {measure.number: one_line(measure.measure) for measure in register.measures}
    return FrontPage(counts, lines, tuple(late), named)


def _lines(register: Register, results: list[Document]) -> list[FrontLine]:
    below: dict[str, list[Document]] = {}
    for result in results:
        if result["department"] is not None:
            below.setdefault(result["objective"], []).append(result)
    found = []
    for own in results:
        objective = register.by_code[own["objective"]]
        if own["department"] is None:
            heading = "children" in own["coverage"]
            parts = tuple(below.get(objective.code, ()))
            depth = _depth(register, objective.code)
            found.append(FrontLine(objective.number, objective.name, depth, heading, own, parts))
    return found


def _depth(register: Register, code: str) -> int:
    """Return how many objectives an objective stands under; a circle ends where it began."""
    seen = {code}
    while (code := register.by_code[code].parent) in register.by_code and code not in seen:
        seen.add(code)
    return len(seen) - 1
