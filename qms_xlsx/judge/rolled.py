"""What a rollup yields: the level above, and how each office below it stands."""

from __future__ import annotations

from dataclasses import dataclass
from functools import cached_property
from typing import TYPE_CHECKING

from qms_xlsx.domain.status import MET, Status

if TYPE_CHECKING:
    from collections.abc import Iterable

    from qms_xlsx.domain.office import Office
    from qms_xlsx.judge.matching import Counted, NotCountedRow
    from qms_xlsx.judge.results import Aggregate, Result


@dataclass(frozen=True)
class RolledUp:
    """The level above: its judged figures, and the offices that they come from."""

    aggregate: Aggregate
    """The departments of its results and of its reporting are offices."""
    offices: tuple[Office, ...]
    counted: tuple[Counted, ...]
    left_out: tuple[NotCountedRow, ...]

    @cached_property
    def own(self) -> dict[str, dict[str, Result]]:
        """Each office's rows, by the code above."""
        found: dict[str, dict[str, Result]] = {office.code: {} for office in self.offices}
        for result in self.aggregate.results:
            if result.department is not None:
                found[result.department][result.objective.code] = result
        return found

    @cached_property
    def standing(self) -> dict[str, OfficeStanding]:
        """How each office stands that has something to be judged by, the best first."""
        made = {code: OfficeStanding.of(rows.values()) for code, rows in self.own.items()}
        asked = {code: own for code, own in made.items() if own.asked}
        return dict(sorted(asked.items(), key=lambda one: one[1].order))

    @cached_property
    def ranks(self) -> dict[str, int]:
        """The place of each office that is ranked; equals share theirs."""
        places: dict[tuple[float, int], int] = {}
        return {
            code: places.setdefault(own.order, place)
            for place, (code, own) in enumerate(self.standing.items(), 1)
        }


@dataclass(frozen=True, slots=True)
class OfficeStanding:
    """How many of an office's rows are met, of those that should have a verdict by now."""

    met: int
    at_risk: int
    missed: int
    no_data: int
    provisional: int
    """Figures that are provisional, of so many."""
    figures: int

    @classmethod
    def of(cls, rows: Iterable[Result]) -> OfficeStanding:
        """Return the standing of an office's rows."""
        rows = tuple(rows)
        statuses = [row.status for row in rows]
        known = [row for row in rows if row.actual is not None]
        return cls(
            met=sum(status in MET for status in statuses),
            at_risk=statuses.count(Status.AT_RISK),
            missed=statuses.count(Status.MISSED),
            no_data=statuses.count(Status.NO_DATA),
            provisional=sum(row.provisional for row in known),
            figures=len(known),
        )

    @property
    def asked(self) -> int:
        """Rows that should have a verdict: one without figures counts as not met."""
        return self.met + self.at_risk + self.missed + self.no_data

    @property
    def order(self) -> tuple[float, int]:
        """What offices are ranked by: the share that is met, then how little is missed."""
        return -self.met / self.asked, self.missed
