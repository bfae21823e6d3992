"""Which rows of the offices' summaries belong to an indicator above, and which only seem to."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum
from typing import TYPE_CHECKING

from qms_xlsx.domain.goal import Goal
from qms_xlsx.domain.indicator import RATIO, Aggregation, Component, Indicator
from qms_xlsx.domain.office import name_key
from qms_xlsx.domain.status import Status
from qms_xlsx.domain.submission import Mark
from qms_xlsx.domain.target import Kind
from qms_xlsx.judge.items import MaybeItem, Pair
from qms_xlsx.language.numbers import is_number
from qms_xlsx.language.units import factor

if TYPE_CHECKING:
    from qms_xlsx.domain.office import OfficeRow
    from qms_xlsx.domain.register import Register


class NotAdded(StrEnum):
    """Why an office's row does not count above."""

    CODE = "follows_nothing"
    OTHERWISE = "read_otherwise"
    UNIT = "unit_unlike"
    PARTS = "parts_missing"


@dataclass(frozen=True, slots=True)
class NotCountedRow:
    """An office's row that does not count above."""

    office: str
    row: OfficeRow
    objective: str
    """The code that it names above."""
    why: NotAdded


@dataclass(frozen=True, slots=True)
class Counted:
    """An office's row as it counts above, in the unit used there."""

    office: str
    row: OfficeRow
    item: MaybeItem
    in_period: MaybeItem
    actual: float | bool | str | None
    """The figure as people read it, in the unit above."""


def shares(indicator: Indicator) -> bool:
    """Whether what is reported above is itself a share of periods or of departments."""
    if indicator.over_slots is Aggregation.EVERY or indicator.across is Aggregation.EACH:
        return True
    goal = indicator.goal
    counts = isinstance(goal, Goal) and goal.kind in (Kind.THRESHOLD, Kind.CHILDREN)
    compared = isinstance(goal, Goal) and goal.comparator is not None
    return indicator.across is Aggregation.ALL and counts and compared


def matched(register: Register, office: str, row: OfficeRow) -> Counted | NotCountedRow | None:
    """Return how a row counts above; None for one that has no part there.

    A row that names what it follows is taken at its word; one that only bears the same code must
    also bear the same name and be read alike: registers number their rows alike.
    """
    code = row.follows or row.code
    above = register.by_code.get(code)
    if above is None:
        return NotCountedRow(office, row, code, NotAdded.CODE) if row.follows else None
    if row.over_time is None or not isinstance(above, Indicator):
        return None  # headings are judged by what stands below them there
    if not (_alike(row, above) if row.follows else _same(row, above)):
        return NotCountedRow(office, row, code, NotAdded.OTHERWISE)
    return _counted(office, row, above)


def _alike(row: OfficeRow, above: Indicator) -> bool:
    """Whether both want more, or both want less."""
    wanted = above.goal.comparator if isinstance(above.goal, Goal) else None
    return wanted is None or row.comparator is None or wanted[0] == row.comparator[0]


def _same(row: OfficeRow, above: Indicator) -> bool:
    named = name_key(row.name) == name_key(above.name)
    across = row.over_departments in (above.across, Aggregation.SINGLE)
    ways = row.over_time is above.over_slots and (across or above.across is Aggregation.SINGLE)
    return named and ways and _alike(row, above)


def _counted(office: str, row: OfficeRow, above: Indicator) -> Counted | NotCountedRow:
    if shares(above) or above.parts == RATIO:
        return _pair(office, row, above)
    if above.parts in ((Component.ANSWER,), (Component.GRADE,)):
        wanted = bool if above.parts == (Component.ANSWER,) else str
        if row.actual is not None and not isinstance(row.actual, wanted):
            return NotCountedRow(office, row, above.code, NotAdded.OTHERWISE)
        return Counted(office, row, _nothing(row, row.actual), row.in_period, row.actual)
    return _figure(office, row, above)


def _pair(office: str, row: OfficeRow, above: Indicator) -> Counted | NotCountedRow:
    """Return a row by its parts; a percentage alone can be added to nothing."""
    if row.numerator is None or row.denominator is None:
        if row.actual is not None:
            return NotCountedRow(office, row, above.code, NotAdded.PARTS)
        return Counted(office, row, _nothing(row, None), None, None)
    pair = Pair(row.numerator, row.denominator)
    scale = 100.0 if shares(above) else above.scale
    return Counted(office, row, pair, None, pair.quotient(scale))


def _figure(office: str, row: OfficeRow, above: Indicator) -> Counted | NotCountedRow:
    if row.actual is None:
        return Counted(office, row, _nothing(row, None), None, None)
    if not is_number(row.actual):
        return NotCountedRow(office, row, above.code, NotAdded.OTHERWISE)
    times = factor(row.unit, above.unit)
    if times is None:
        return NotCountedRow(office, row, above.code, NotAdded.UNIT)
    figure = float(row.actual) * times
    lately = float(row.in_period) * times if is_number(row.in_period) else None
    return Counted(office, row, figure, lately, figure)


def _nothing(row: OfficeRow, item: MaybeItem) -> MaybeItem:
    """Return KPS for a row of which nothing arose; else what there is."""
    return Mark.KPS if item is None and row.status is Status.NOT_APPLICABLE else item
