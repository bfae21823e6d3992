"""The register: an organisation's departments, objectives and plan for one year."""

from __future__ import annotations

from dataclasses import dataclass, field
from enum import StrEnum
from functools import cached_property
from hashlib import sha256
from typing import TYPE_CHECKING

from qms_xlsx.domain.finding import Place
from qms_xlsx.domain.period import Cadence, PeriodRule
from qms_xlsx.language.text import bare

if TYPE_CHECKING:
    from datetime import date

    from qms_xlsx.domain.target import Better


class Aggregation(StrEnum):
    """How figures are put together, over time or over departments."""

    SINGLE = "single"
    SUM = "sum"
    RATIO = "ratio"
    LAST = "last"
    AVERAGE = "average"
    MIN = "min"
    MAX = "max"
    ALL = "all"
    WORST = "worst"
    EVERY = "every"
    """So many in every period."""
    EACH = "each"
    """So many by each department."""


class Profile(StrEnum):
    """How the year's target is spread over the year."""

    LINEAR = "linear"
    SAME = "same"
    YEAR_END = "year_end"


class Component(StrEnum):
    """What a form's row holds of an indicator."""

    VALUE = "value"
    NUMERATOR = "numerator"
    DENOMINATOR = "denominator"
    ANSWER = "answer"
    GRADE = "grade"
    RANK = "rank"


RATIO = (Component.NUMERATOR, Component.DENOMINATOR)


@dataclass(frozen=True, slots=True, kw_only=True)
class Department:
    """A reporting department; outside its active dates nothing is expected of it."""

    code: str
    name: str
    aliases: tuple[str, ...] = ()
    groups: tuple[str, ...] = ()
    head: str = ""
    active_from: date | None = None
    active_to: date | None = None
    place: Place = field(default=Place(), compare=False, repr=False)

    def active(self, day: date) -> bool:
        """Whether the department exists on that day."""
        started = self.active_from is None or self.active_from <= day
        return started and (self.active_to is None or day <= self.active_to)


@dataclass(frozen=True, slots=True, kw_only=True)
class _Row:
    """A row of the register's workbook; where it stands is no part of what it says."""

    place: Place = field(default=Place(), compare=False, repr=False)
    cells: dict[str, str] = field(default_factory=dict, compare=False, hash=False, repr=False)
    """The address of each of the row's cells, by column key."""

    def at(self, key: str) -> Place:
        """Return the place of one of the row's cells."""
        return Place(self.place.file, self.place.sheet, self.cells.get(key, self.place.cell))


@dataclass(frozen=True, slots=True, kw_only=True)
class Objective(_Row):
    """A numbered item of the decision: a heading, or an indicator with one target in words."""

    code: str
    name: str
    parent: str = ""
    number: str = ""
    target: str = ""
    target_h1: str = ""
    unit: str = ""
    numerator_label: str = ""
    denominator_label: str = ""
    better: Better | None = None
    over_time: Aggregation = Aggregation.SUM
    over_departments: Aggregation = Aggregation.SINGLE
    cadence: Cadence = Cadence.HALF
    profile: Profile | None = None
    departments: tuple[str, ...] = ()
    baseline_h1: float | None = None
    baseline_year: float | None = None
    baseline_kind: str = ""
    follows: str = ""
    source: str = ""
    note: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class Measure(_Row):
    """A row of the plan matrix: who does what by when, watched by whom, shown by what."""

    number: str
    measure: str
    objectives: tuple[str, ...] = ()
    lead: str = ""
    coordinating: str = ""
    deadline: str = ""
    monitor: str = ""
    evidence: str = ""
    resources: str = ""


@dataclass(frozen=True, kw_only=True)
class Register:
    """Everything that the chairman signed for one year."""

    organisation: str
    year: int
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
    language: str = "vi"
    departments: tuple[Department, ...] = ()
    objectives: tuple[Objective, ...] = ()
    measures: tuple[Measure, ...] = ()
    settings: dict[str, Place] = field(default_factory=dict, compare=False, hash=False, repr=False)
    """Where each setting stands, by key."""

    @cached_property
    def by_code(self) -> dict[str, Objective]:
        """The objectives by code."""
        return {objective.code: objective for objective in self.objectives}

    @cached_property
    def children(self) -> dict[str, tuple[Objective, ...]]:
        """The children of each objective that has some, in the register's order."""
        found: dict[str, tuple[Objective, ...]] = {}
        for objective in self.objectives:
            if objective.parent in self.by_code and objective.parent != objective.code:
                found[objective.parent] = (*found.get(objective.parent, ()), objective)
        return found

    @cached_property
    def indicators(self) -> tuple[Objective, ...]:
        """The objectives that departments report figures for."""
        return tuple(o for o in self.objectives if o.target and o.code not in self.children)

    @cached_property
    def department_by_code(self) -> dict[str, Department]:
        """The departments by code."""
        return {department.code: department for department in self.departments}

    @property
    def due_dates(self) -> tuple[date, ...]:
        """The named due dates of the two reports, as far as the register states them."""
        return tuple(day for day in (self.due_h1, self.due_year) if day)

    @cached_property
    def _names(self) -> dict[str, tuple[str, ...]]:
        names: dict[str, list[str]] = {}
        for department in self.departments:
            for text in (department.code, department.name, *department.aliases):
                names.setdefault(party_key(text), []).append(department.code)
        for department in self.departments:
            for group in department.groups:
                codes = names.setdefault(party_key(group), [])
                if department.code not in codes:
                    codes.append(department.code)
        return {key: tuple(dict.fromkeys(codes)) for key, codes in names.items() if key}

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
        """The codes of the departments that report each indicator."""
        return {o.code: self.resolve(";".join(o.departments)) for o in self.indicators}

    @cached_property
    def leads(self) -> dict[str, tuple[str, ...]]:
        """The codes of the departments that lead each measure."""
        return {m.number: self.resolve(m.lead) for m in self.measures}

    @cached_property
    def coordinators(self) -> dict[str, tuple[str, ...]]:
        """The codes of the departments that coordinate each measure without leading it."""
        return {
            m.number: tuple(
                c for c in self.resolve(m.coordinating) if c not in self.leads[m.number]
            )
            for m in self.measures
        }

    def owned(self, department: str) -> tuple[Objective, ...]:
        """Return the indicators that a department reports."""
        return tuple(o for o in self.indicators if department in self.owners[o.code])

    def led(self, department: str) -> tuple[Measure, ...]:
        """Return the measures that a department leads."""
        return tuple(m for m in self.measures if department in self.leads[m.number])

    def fingerprint(self, department: str) -> str:
        """Return a short digest of the department's own rows: tells a stale form."""
        own = (*self.owned(department), *self.led(department))
        digests = (self._digests[id(row)] for row in own)
        return _digest("\n".join((str(self.year), department, *digests)))[:12]

    @cached_property
    def by_fingerprint(self) -> dict[str, Department]:
        """The departments by fingerprint: tells whose form a form is."""
        return {self.fingerprint(department.code): department for department in self.departments}

    @cached_property
    def _digests(self) -> dict[int, str]:
        """A digest of every row; a form is asked for its rows' only."""
        return {id(row): _digest(repr(row)) for row in (*self.indicators, *self.measures)}


def _digest(text: str) -> str:
    return sha256(text.encode()).hexdigest()


def parties(text: str) -> tuple[str, ...]:
    """Return the names in a cell of the plan, bullets and final marks removed.

    >>> parties("- QMR; - Thư ký ISO.")
    ('QMR', 'Thư ký ISO')
    """
    pieces = text.replace("\n", ";").split(";")
    names = (piece.strip(" \t-–•.,") for piece in pieces)
    return tuple(name for name in names if name)


def party_key(name: str) -> str:
    """Return what two spellings of one party share.

    >>> party_key("Văn phòng - Thống kê") == party_key("văn phòng thống kê.")
    True
    """
    return " ".join(bare(name).replace("-", " ").replace(",", " ").split()).strip(".;: ")
