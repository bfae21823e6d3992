"""What a year hands on to the next: the rows of the new register, and the list of all of it."""

from __future__ import annotations

from dataclasses import dataclass, field
from enum import StrEnum
from typing import TYPE_CHECKING

from qms_xlsx.domain.finding import Place
from qms_xlsx.language.messages import N_
from qms_xlsx.read.tables import HOLLOW

if TYPE_CHECKING:
    from collections.abc import Mapping

    from qms_xlsx.domain.period import Slot
    from qms_xlsx.domain.register import Register
    from qms_xlsx.judge.results import Result
    from qms_xlsx.language.messages import Message
    from qms_xlsx.read.tables import Cell, Contents, Row, Table

NOWHERE = Place()
_LONGEST = 70
"""Letters by which a row is named."""
Values = dict[str, object]
"""What the cells of a new row hold, by column key."""


class Handed(StrEnum):
    """How a thing comes into the next year, what needs an answer first."""

    ASKED = N_("To decide or to fill in")
    MOVED = N_("Moved: please look")
    BASELINE = N_("Last year's results as baselines")
    KEPT = N_("Carried over as it stands")


@dataclass(frozen=True, slots=True, kw_only=True)
class Carried:
    """One thing that was carried over, moved, or left behind."""

    how: Handed
    says: Message
    before: str = ""
    """What the old year says."""
    now: str = ""
    """What the new register says."""
    source: Place = NOWHERE
    """Where it stands in the old year's folder."""
    area: str = ""
    row: int = 0
    """Which row of the new register's area it is, from 0."""
    key: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class OldYear:
    """A year as it ended: its register, as read and as typed, and its results."""

    register: Register
    contents: Contents
    results: Mapping[str, Mapping[Slot, Result]]
    """The organisation's results of the first half-year and of the year, by objective."""
    states: Mapping[str, Message]
    """How far each measure came, by number."""
    figures: Place
    """Where in the old folder the figures are from: a closed period's folder, or the forms'."""
    ended: bool = True
    """Whether the year had ended when its figures were taken."""

    @property
    def year(self) -> int:
        """The year that ended."""
        return self.register.year

    def table(self, area: str) -> Table | None:
        """Return one of the register's tables."""
        return next(iter(self.contents.of(area)), None)

    def source(self, table: Table, row: Row, key: str = "") -> Place:
        """Return where in the old register something stands."""
        return self.contents.in_row(table, row, key)


@dataclass(frozen=True, slots=True)
class NextYear:
    """The rows of the new register by area, and everything that came into them, or did not."""

    year: int
    rows: Mapping[str, list[Values]]
    carried: tuple[Carried, ...]
    heirs: Mapping[str, str] = field(default_factory=dict)
    """Who goes on with the work of each department that closed."""


def typed(row: Row, without: tuple[str, ...] = ()) -> Values:
    """Return the cells of a row as they were typed."""
    return {key: again(cell) for key, cell in row.cells.items() if key not in without}


def again(cell: Cell) -> object:
    """Return what a cell can hold again; a percentage or a month as its words, an error not."""
    if cell.state in HOLLOW:
        return None
    return cell.words if cell.shown in ("percent", "month") else cell.value


def named(values: Values, *keys: str) -> str:
    """Return a row by some of its cells, so short that it is found by it and no more."""
    whole = " ".join(str(values[key]) for key in keys if values.get(key))
    line = " ".join(whole.split())
    return line if len(line) <= _LONGEST else f"{line[:_LONGEST].rstrip()}…"
