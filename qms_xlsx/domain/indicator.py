"""Objectives of a decision: what a row says, and what it means once it has been read."""

from __future__ import annotations

from dataclasses import dataclass, field
from enum import StrEnum
from typing import TYPE_CHECKING

from qms_xlsx.domain.finding import Place
from qms_xlsx.domain.goal import Goal, Profile
from qms_xlsx.domain.period import Cadence
from qms_xlsx.domain.target import Kind
from qms_xlsx.language.units import ratio_scale

if TYPE_CHECKING:
    from qms_xlsx.domain.goal import NoGoal
    from qms_xlsx.domain.question import Question
    from qms_xlsx.domain.target import Better, Reading, Target, Unknown
    from qms_xlsx.language.messages import Message


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
    """The share of periods that have what each must have."""
    EACH = "each"
    """The share of departments that have what each must have."""


ADDING = (Aggregation.SUM, Aggregation.RATIO)
"""Ways under which every figure adds to the whole."""


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
class RegisterRow:
    """A row of the register's workbook; where it stands is no part of what it says."""

    place: Place = field(default=Place(), compare=False, repr=False)
    cells: dict[str, str] = field(default_factory=dict, compare=False, hash=False, repr=False)
    """The address of each of the row's cells, by column key."""

    def at(self, key: str) -> Place:
        """Return the place of one of the row's cells."""
        return Place(self.place.file, self.place.sheet, self.cells.get(key, self.place.cell))

    def words(self, key: str) -> str:
        """Return one of the row's facts as its cell states it, spelt the same by every release."""
        value = getattr(self, key)
        if isinstance(value, tuple):
            return "; ".join(map(str, value))
        return "" if value is None else str(getattr(value, "text", value))


@dataclass(frozen=True, slots=True, kw_only=True)
class Objective(RegisterRow):
    """A numbered item of the decision as its row states it; blank cells are None or empty."""

    code: str
    name: str
    parent: str = ""
    number: str = ""
    target: str = ""
    target_h1: str = ""
    stretch: str = ""
    unit: str = ""
    numerator_label: str = ""
    denominator_label: str = ""
    better: Better | None = None
    over_time: Aggregation | None = None
    over_departments: Aggregation | None = None
    cadence: Cadence | None = None
    profile: Profile | None = None
    departments: tuple[str, ...] = ()
    baseline_h1: float | None = None
    baseline_year: float | None = None
    baseline_kind: str = ""
    lent: tuple[str, ...] = ()
    """The columns of baselines that are blank, and that last year's results stand for."""
    lender: str = ""
    """The folder of last year that they are from."""
    follows: str = ""
    confirmed: bool = False
    """Whether the secretary has read how the row is understood."""
    quote: str = ""
    source: str = ""
    note: str = ""
    reading: Reading | Unknown | None = None
    """What the target's words say; None without words."""
    half_reading: Reading | Unknown | None = None
    """What the words of the half-year's target say."""
    stretch_reading: Reading | Unknown | None = None
    """What the words of the higher target say."""

    def words(self, key: str) -> str:
        """Return one of the row's facts as its cell states it: a lent baseline is not stated."""
        return "" if key in self.lent else RegisterRow.words(self, key)

    @property
    def only_target(self) -> Target | None:
        """The one target that the words state; None for none, for several, for unknown words."""
        targets = self.reading.targets if self.reading else ()
        return targets[0] if len(targets) == 1 else None


@dataclass(frozen=True, slots=True, kw_only=True)
class Heading(Objective):
    """An objective with others below it: judged by its worst child, or by how many are met."""

    goal: Goal | NoGoal | None = None
    """What its own words ask, if it has some."""

    @property
    def count(self) -> tuple[int, int] | None:
        """(n, m) where n of m items below must be met; None for a plain heading, or for all."""
        own = self.goal
        if not isinstance(own, Goal) or own.kind is not Kind.CHILDREN or own.of is None:
            return None
        return (int(own.value), int(own.of)) if isinstance(own.value, float) else None


@dataclass(frozen=True, slots=True, kw_only=True)
class Indicator(Objective):
    """An objective that departments report figures for, as it is gathered and judged."""

    cadence: Cadence = Cadence.HALF
    goal: Goal | NoGoal
    parts: tuple[Component, ...]
    """What a form's rows hold: one component, or the two of a ratio."""
    over_slots: Aggregation
    """How the slots of a row are put together."""
    across: Aggregation
    """How the departments' figures are put together."""
    need: float | None = None
    """What every period must have at least, where that is asked; the goal is then a share."""
    period: Cadence | None = None
    """The period in each of which that is asked; None for each slot."""
    question: Question | None = None
    """What its words leave open, with the answers that there are; then there is no goal."""
    doubts: tuple[Message, ...] = ()
    """What its words could mean otherwise, or what was chosen for a blank cell with some doubt."""
    capped: bool = False
    """Whether a part of a whole is reported, which cannot exceed it."""

    @property
    def pair(self) -> bool:
        """Whether numerator and denominator are reported."""
        return self.parts == RATIO

    @property
    def scale(self) -> float:
        """What a quotient is multiplied by to be in the indicator's unit."""
        return ratio_scale(self.unit)

    @property
    def sums(self) -> bool:
        """Whether figures are added up, over time or over departments."""
        return Aggregation.SUM in (self.over_slots, self.across)

    @property
    def provisional(self) -> bool:
        """Whether it is judged by a doubtful reading that the secretary has not confirmed."""
        return bool(self.doubts) and not self.confirmed and isinstance(self.goal, Goal)

    @property
    def zero(self) -> bool:
        """Whether not one event may happen."""
        return isinstance(self.goal, Goal) and self.goal.zero
