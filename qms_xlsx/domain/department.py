"""Departments, and the names by which plans call them."""

from __future__ import annotations

from dataclasses import dataclass, field
from datetime import date

from qms_xlsx.domain.finding import Place
from qms_xlsx.language.text import bare


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
    successor: str = ""
    """Who took over its work: a code, a name or an alias."""
    place: Place = field(default=Place(), compare=False, repr=False)

    @property
    def closed(self) -> date:
        """The last day of its work; the last of all days where none is named."""
        return self.active_to or date.max

    def active(self, day: date) -> bool:
        """Whether the department exists on that day."""
        started = self.active_from is None or self.active_from <= day
        return started and (self.active_to is None or day <= self.active_to)


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
