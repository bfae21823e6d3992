"""What was taken from a document, and what was not: each with its words and its place."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from qms_xlsx.language.units import conversion

if TYPE_CHECKING:
    from datetime import date

    from qms_xlsx.domain.period import Cadence
    from qms_xlsx.domain.target import Better, Target
    from qms_xlsx.language.messages import Message


@dataclass(frozen=True, slots=True, kw_only=True)
class Item:
    """An objective as the document states it; a heading has no target."""

    number: str
    name: str
    quote: str
    place: str
    parent: str = ""
    target: str = ""
    half: str = ""
    """The words of the half-year's level, where the document sets one."""
    cadence: Cadence | None = None
    stretch: str = ""
    """The words of a higher level that is striven for beside the binding one."""
    shares: tuple[tuple[str, str], ...] = ()
    """Each department's own level, as a table's columns give it."""
    unit: str = ""
    better: Better | None = None
    departments: tuple[str, ...] = ()
    given: str = ""
    """The words that give it to its departments and their place, where they stand elsewhere."""
    goal: Target | None = None
    notes: tuple[Message, ...] = ()

    @property
    def value(self) -> float | str | None:
        """The level in the row's own unit: 368 of "368 nghìn tấn", which is read as 368.000 tấn."""
        value = self.goal.value if self.goal else None
        own = self.goal.unit if self.goal else None
        scale = conversion(own, self.unit) if own and self.unit else None
        return round(value * scale, 9) if scale and isinstance(value, float | int) else value

    @property
    def doubtful(self) -> bool:
        """Whether a person has to look at how it was read."""
        return any(note.doubtful for note in self.notes)


@dataclass(frozen=True, slots=True, kw_only=True)
class PlanRow:
    """A row of the plan matrix as the document states it."""

    number: str
    measure: str
    quote: str
    place: str
    objectives: tuple[str, ...] = ()
    lead: str = ""
    coordinating: str = ""
    deadline: str = ""
    monitor: str = ""
    evidence: str = ""


@dataclass(frozen=True, slots=True)
class LeftOut:
    """What was not taken, and why."""

    quote: str
    place: str
    reason: Message


@dataclass(frozen=True, slots=True)
class Check:
    """Something that the document says twice: whether the two agree."""

    says: Message
    found: Message
    agrees: bool
    place: str
    number: str = ""
    """The objective that it is about, where it is about one."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Party:
    """A department or a group named in the document, with its other spellings."""

    name: str
    code: str
    aliases: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class Head:
    """Who decided what when; blank where the document says nothing."""

    organisation: str = ""
    number: str = ""
    day: date | None = None
    year: int | None = None
    named_year: int | None = None
    """The year that the document's own headings name, whatever year was given."""
    place: str = ""
    numbers: tuple[str, ...] = ()
    """Every number that a decision in the document bears: two are two decisions."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Decision:
    """A document as it was understood."""

    head: Head
    items: tuple[Item, ...]
    plan: tuple[PlanRow, ...]
    departments: tuple[Party, ...]
    groups: tuple[str, ...]
    left_out: tuple[LeftOut, ...]
    checks: tuple[Check, ...]
    due_h1: str = ""
    due_year: str = ""
    why: Message | None = None
    """Why nothing was taken, where nothing was."""


def ancestors(items: tuple[Item, ...]) -> dict[str, frozenset[str]]:
    """Return the numbers of all that each item stands under; a circle ends where it closes."""
    parents = {item.number: item.parent for item in items}
    found: dict[str, frozenset[str]] = {}
    for number, parent in parents.items():
        above: list[str] = []
        at = parent
        while at and at not in above:
            above.append(at)
            at = parents.get(at, "")
        found[number] = frozenset(above)
    return found
