"""The register: an organisation's departments, objectives and plan for one year."""

from __future__ import annotations

from dataclasses import dataclass, field, fields
from functools import cached_property
from hashlib import sha256
from typing import TYPE_CHECKING, Any, TypeVar

from qms_xlsx.domain.department import parties, party_key
from qms_xlsx.domain.indicator import Aggregation, Indicator, RegisterRow
from qms_xlsx.domain.period import PeriodRule

if TYPE_CHECKING:
    from collections.abc import Iterable
    from datetime import date

    from qms_xlsx.domain.allocation import Allocation
    from qms_xlsx.domain.closing import Reopening
    from qms_xlsx.domain.department import Department
    from qms_xlsx.domain.finding import Place
    from qms_xlsx.domain.indicator import Objective
    from qms_xlsx.domain.measure import Measure
    from qms_xlsx.domain.period import Period, Slot


SEEN_OF_INDICATORS = (
    "code", "number", "name", "target", "target_h1", "unit", "numerator_label",
    "denominator_label", "better", "over_time", "over_departments", "cadence", "profile",
    "baseline_h1", "baseline_year",
)  # fmt: skip
_SEEN_OF_MEASURES = (
    "number", "measure", "objectives", "lead", "coordinating", "deadline", "monitor", "evidence",
    "resources",
)  # fmt: skip


@dataclass(frozen=True, kw_only=True)
class Register:
    """Everything that the chairman signed for one year."""

    organisation: str
    year: int
    start: date | None = None
    """The day that the office, or its year of objectives, begins; None for the year's first."""
    level: str = ""
    parent_organisation: str = ""
    decision_number: str = ""
    decision_date: date | None = None
    place: str = ""
    signer_title: str = ""
    period_rule: PeriodRule = PeriodRule.CALENDAR
    due_h1: date | None = None
    due_year: date | None = None
    due_day_month: int | None = None
    due_day_quarter: int | None = None
    strict_before: bool = True
    caution: float = 90.0
    departments: tuple[Department, ...] = ()
    objectives: tuple[Objective, ...] = ()
    measures: tuple[Measure, ...] = ()
    allocations: tuple[Allocation, ...] = ()
    exceptions: tuple[Reopening, ...] = ()
    settings: dict[str, Place] = field(default_factory=dict, compare=False, hash=False, repr=False)
    """Where each setting stands, by key."""

    @cached_property
    def by_code(self) -> dict[str, Objective]:
        """The objectives by code."""
        return {objective.code: objective for objective in self.objectives}

    @cached_property
    def children(self) -> dict[str, tuple[Objective, ...]]:
        """The children of each objective that has some, in the register's order."""
        known = self.by_code
        return _grouped(
            (o, (o.parent,)) for o in self.objectives if o.parent in known and o.parent != o.code
        )

    @cached_property
    def indicators(self) -> tuple[Indicator, ...]:
        """The objectives that departments report figures for."""
        return tuple(o for o in self.objectives if isinstance(o, Indicator))

    @cached_property
    def indicator_by_code(self) -> dict[str, Indicator]:
        """The indicators by code."""
        return {indicator.code: indicator for indicator in self.indicators}

    @cached_property
    def department_by_code(self) -> dict[str, Department]:
        """The departments by code."""
        return {department.code: department for department in self.departments}

    @cached_property
    def unconfirmed(self) -> tuple[Indicator, ...]:
        """The indicators whose doubtful reading nobody has confirmed yet."""
        return tuple(indicator for indicator in self.indicators if indicator.provisional)

    @property
    def due_dates(self) -> tuple[date, ...]:
        """The named due dates of the two reports, as far as the register states them."""
        return tuple(day for day in (self.due_h1, self.due_year) if day)

    @cached_property
    def _names(self) -> dict[str, tuple[str, ...]]:
        names: dict[str, dict[str, None]] = {}
        for department in self.departments:
            for text in (department.code, department.name, *department.aliases):
                names.setdefault(party_key(text), {})[department.code] = None
        for department in self.departments:
            for group in department.groups:
                names.setdefault(party_key(group), {})[department.code] = None
        return {key: tuple(codes) for key, codes in names.items() if key}

    def resolve(self, party: str) -> tuple[str, ...]:
        """Return the codes of the departments that a name, an alias, a code or a group means.

        Several parties may stand in one text, one a line or behind ';'; what means nobody
        known adds nothing.
        """
        known = (self._names.get(party_key(name), ()) for name in self._parties(party))
        return tuple(dict.fromkeys(code for codes in known for code in codes))

    def unknown_parties(self, party: str) -> tuple[str, ...]:
        """Return the names in a text that no department, alias or group bears."""
        return tuple(n for n in self._parties(party) if party_key(n) not in self._names)

    def _parties(self, text: str) -> tuple[str, ...]:
        """Return the names in a text; commas part them only where no name has them inside."""
        names: list[str] = []
        for name in parties(text):
            known = party_key(name) in self._names or "," not in name
            names.extend((name,) if known else parties(name.replace(",", ";")))
        return tuple(names)

    @cached_property
    def owners(self) -> dict[str, tuple[str, ...]]:
        """The codes of the departments that report each indicator, successors among them."""
        return {o.code: self._reporting(o) for o in self.indicators}

    def _reporting(self, indicator: Indicator) -> tuple[str, ...]:
        named = self.resolve(";".join(indicator.departments))
        return self.with_successors(c for c in named if (indicator.code, c) not in self._excluded)

    @cached_property
    def _excluded(self) -> frozenset[tuple[str, str]]:
        out = (share for share in self.allocations if share.excluded)
        return frozenset((s.objective, code) for s in out for code in self.resolve(s.department))

    @cached_property
    def successors(self) -> dict[str, str]:
        """Who took over the work of each department that closes in the year."""
        named = ((d.code, self.resolve(d.successor)) for d in self.departments if d.active_to)
        return {code: heirs[0] for code, heirs in named if heirs and heirs[0] != code}

    @cached_property
    def predecessors(self) -> dict[str, tuple[str, ...]]:
        """The departments whose work each successor took over."""
        return _grouped((code, (heir,)) for code, heir in self.successors.items())

    def with_successors(self, codes: Iterable[str]) -> tuple[str, ...]:
        """Return codes with those of the departments that took over from them."""
        found: dict[str, None] = {}
        for code in codes:
            heir: str | None = code
            while heir is not None and heir not in found:
                found[heir] = None
                heir = self.successors.get(heir)
        return tuple(found)

    @cached_property
    def _shares(self) -> dict[tuple[str, str], Indicator]:
        return {
            (share.objective, code): share.indicator
            for share in self.allocations
            if share.indicator
            for code in self.resolve(share.department)
        }

    def asked_of(self, indicator: Indicator, department: str) -> Indicator:
        """Return an indicator as it is asked of a department: with its own share, if it has one."""
        return self._shares.get((indicator.code, department), indicator)

    @cached_property
    def leads(self) -> dict[str, tuple[str, ...]]:
        """The codes of the departments that lead each measure, successors among them."""
        return {m.number: self.with_successors(self.resolve(m.lead)) for m in self.measures}

    @cached_property
    def coordinators(self) -> dict[str, tuple[str, ...]]:
        """The codes of the departments that coordinate each measure without leading it."""
        return {
            m.number: tuple(
                c for c in self.resolve(m.coordinating) if c not in self.leads[m.number]
            )
            for m in self.measures
        }

    def contributes(self, indicator: Indicator, department: str) -> bool:
        """Whether a department's row only adds to a total that several departments share."""
        shared = len(self.owners[indicator.code]) > 1
        own = (indicator.code, department) in self._shares
        return shared and indicator.across is Aggregation.SUM and not indicator.zero and not own

    def continues(self, indicator: Indicator, department: str) -> bool:
        """Whether another department that closes reports a row that this one goes on with."""
        before = self.predecessors.get(department, ())
        return any(code in self.owners[indicator.code] for code in before)

    @cached_property
    def _owned(self) -> dict[str, tuple[Indicator, ...]]:
        rows = ((o, code) for o in self.indicators for code in self.owners[o.code])
        return _grouped((self.asked_of(o, code), (code,)) for o, code in rows)

    @cached_property
    def _led(self) -> dict[str, tuple[Measure, ...]]:
        return _grouped((m, self.leads[m.number]) for m in self.measures)

    def owned(self, department: str) -> tuple[Indicator, ...]:
        """Return the indicators that a department reports."""
        return self._owned.get(department, ())

    def led(self, department: str) -> tuple[Measure, ...]:
        """Return the measures that a department leads."""
        return self._led.get(department, ())

    def begins(self, department: Department | None = None) -> date | None:
        """Return the first day of the office, or of a department in it, where one is named."""
        days = (self.start, department.active_from if department else None)
        return max((day for day in days if day), default=None)

    def months_before(self, department: Department | None = None) -> int:
        """Return how many months of the year lie before that day."""
        day = self.begins(department)
        return day.month - 1 if day and day.year == self.year else 0

    def covered(self, slot: Slot, day: date) -> bool:
        """Whether a half-year or year report that is due by `day` covers the slot."""
        half = self.due_h1 if slot.end_month <= 6 else None
        return any(due is not None and due <= day for due in (half, self.due_year))

    def begun(self, slot: Slot, day: date, report_period: Period | None) -> bool:
        """Whether a slot may hold a figure on a day: it has begun, or the report covers it."""
        if self.period_rule.start(self.year, slot) <= day:
            return True
        return report_period is not None and slot.end_month <= report_period.end_month

    @cached_property
    def _seen(self) -> dict[int, str]:
        """What a department sees of each row: many departments see the same."""
        asked = {id(row): row for rows in self._owned.values() for row in rows}
        seen = {key: _seen(row, SEEN_OF_INDICATORS) for key, row in asked.items()}
        return seen | {id(row): _seen(row, _SEEN_OF_MEASURES) for row in self.measures}

    def fingerprint(self, department: str) -> str:
        """Return a short digest of what a department sees of its own rows: tells a stale form."""
        shown = [f"{self.year}", department]
        shown += (self._seen[id(row)] for row in self.owned(department))
        shown += (self._seen[id(row)] for row in self.led(department))
        return sha256("\n".join(shown).encode()).hexdigest()[:12]

    @cached_property
    def by_fingerprint(self) -> dict[str, Department]:
        """The departments by fingerprint: tells whose form a form is."""
        return {self.fingerprint(department.code): department for department in self.departments}

    def __getstate__(self) -> dict[str, Any]:
        """Return the declared fields: what was worked out from them is worked out again."""
        return {own.name: getattr(self, own.name) for own in fields(self)}


Owned = TypeVar("Owned")


def _grouped(rows: Iterable[tuple[Owned, tuple[str, ...]]]) -> dict[str, tuple[Owned, ...]]:
    """Return rows by each of the codes beside them, in the order given."""
    found: dict[str, list[Owned]] = {}
    for row, codes in rows:
        for code in codes:
            found.setdefault(code, []).append(row)
    return {code: tuple(own) for code, own in found.items()}


def _seen(row: RegisterRow, keys: tuple[str, ...]) -> str:
    """Return what a department sees of a row, spelt the same by every release."""
    return "\x1f".join(map(row.words, keys))
