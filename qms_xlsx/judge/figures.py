"""From accepted cells to one department's item, with what is missing of it."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from qms_xlsx.domain.register import RATIO, Aggregation, Component
from qms_xlsx.domain.submission import Entry, Mark, Remark
from qms_xlsx.judge.goals import components, ratio_scale
from qms_xlsx.judge.items import MaybeItem, Pair, combine

if TYPE_CHECKING:
    from qms_xlsx.domain.finding import Place
    from qms_xlsx.domain.period import Slot
    from qms_xlsx.domain.register import Department, Objective
    from qms_xlsx.domain.submission import Submission
    from qms_xlsx.judge.expected import Calendar


@dataclass(frozen=True, slots=True, kw_only=True)
class DepartmentFigure:
    """One department's item to date and in the period, and how complete it is."""

    department: str
    item: MaybeItem
    in_period: MaybeItem
    expected: frozenset[Slot]
    filled: frozenset[Slot]
    """The expected slots that hold something."""
    estimated: bool
    latest: Slot | None
    """The last slot to date that holds something."""
    sources: tuple[Place, ...]

    @property
    def complete(self) -> bool:
        """Whether every expected slot holds something."""
        return self.filled == self.expected


def department_figure(
    calendar: Calendar,
    objective: Objective,
    department: Department,
    submission: Submission | None,
) -> DepartmentFigure:
    """Return what a department's submission says of an indicator."""
    items, sources = _slot_items(objective, submission)
    slots = calendar.to_date(objective.cadence)
    expected = frozenset(calendar.expected_of(objective.cadence, department))
    counted = {slot for slot in slots if items.get(slot) is not None}
    remark = submission.remarks.get(objective.code, Remark()) if submission else Remark()
    scale = ratio_scale(objective.unit)
    how = over_time(objective)
    return DepartmentFigure(
        department=department.code,
        item=combine(how, (items.get(s) for s in slots), scale),
        in_period=combine(
            how, (items.get(s) for s in calendar.in_period(objective.cadence)), scale
        ),
        expected=expected,
        filled=frozenset(counted & expected),
        estimated=_estimated(counted, expected, remark.estimate_from),
        latest=max(counted, default=None),
        sources=tuple(place for slot in slots for place in sources.get(slot, ())),
    )


def over_time(objective: Objective) -> Aggregation:
    """Return how the slots of a row are put together."""
    if objective.over_time is Aggregation.SINGLE:
        return Aggregation.LAST
    return _fitting(objective.over_time, components(objective))


def over_departments(objective: Objective) -> Aggregation:
    """Return how the departments' figures are put together."""
    return _fitting(objective.over_departments, components(objective))


def _fitting(how: Aggregation, parts: tuple[Component, ...]) -> Aggregation:
    """Return the nearest way that fits: answers cannot be added, nor are grades answers."""
    if parts == (Component.ANSWER,) and how not in (Aggregation.LAST, Aggregation.SINGLE):
        return Aggregation.ALL
    if parts == (Component.GRADE,) and how is Aggregation.ALL:
        return Aggregation.WORST
    return how


def _slot_items(
    objective: Objective, submission: Submission | None
) -> tuple[dict[Slot, MaybeItem], dict[Slot, tuple[Place, ...]]]:
    if submission is None:
        return {}, {}
    parts = components(objective)
    rows = [submission.entries.get((objective.code, part), {}) for part in parts]
    items: dict[Slot, MaybeItem] = {}
    sources: dict[Slot, tuple[Place, ...]] = {}
    for slot in {slot for row in rows for slot in row}:
        entries = [row.get(slot) for row in rows]
        item = _item(parts, entries)
        if item is not None:
            items[slot] = item
            sources[slot] = tuple(entry.place for entry in entries if entry)
    return items, sources


def _item(parts: tuple[Component, ...], entries: list[Entry | None]) -> MaybeItem:
    """Return a slot's item: one value, or a pair; half a pair is nothing, unless it is KPS."""
    values = [entry.value if entry else None for entry in entries]
    if parts != RATIO:
        return values[0]
    if Mark.KPS in values:
        return Mark.KPS
    numerator, denominator = values
    if isinstance(numerator, int | float) and isinstance(denominator, int | float):
        return Pair(numerator, denominator)
    return None


def _estimated(counted: set[Slot], expected: frozenset[Slot], start: Slot | None) -> bool:
    """Whether an estimate is among the counted slots."""
    early = counted - expected
    late = start is not None and any(slot.months[0] >= start.months[0] for slot in counted)
    return bool(early) or late
