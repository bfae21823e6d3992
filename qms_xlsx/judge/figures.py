"""From accepted cells to one department's item, with what is missing of it."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from qms_xlsx.domain.indicator import RATIO, Aggregation, Component
from qms_xlsx.domain.period import Slot, slots_of
from qms_xlsx.domain.submission import Entry, Mark
from qms_xlsx.judge.comparing import compare
from qms_xlsx.judge.items import MaybeItem, Pair, combine
from qms_xlsx.judge.results import Coverage

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Mapping, Sequence

    from qms_xlsx.domain.department import Department
    from qms_xlsx.domain.finding import Place
    from qms_xlsx.domain.indicator import Indicator
    from qms_xlsx.domain.submission import Submission
    from qms_xlsx.judge.expected import Calendar

_BESIDE = frozenset({Aggregation.SUM, Aggregation.RATIO, Aggregation.ALL})
"""Ways under which a department's figures and those it took over stand beside each other."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Typed:
    """What one department has typed to date for an indicator, and what is expected of it."""

    department: str
    items: Mapping[Slot, MaybeItem]
    places: Mapping[Slot, tuple[Place, ...]]
    expected: frozenset[Slot]
    estimate_from: Slot | None
    begin: int
    """Months of the year before its row begins."""
    latest: int = field(init=False)
    """The last month that something is typed for, 0 for none."""
    asked: int = field(init=False)
    """The last month that something is expected for, 0 for none."""

    def __post_init__(self) -> None:
        """Work out once what is asked for again and again."""
        for name, slots in (("latest", self.items), ("asked", self.expected)):
            last = max((slot.end_month for slot in slots), default=0)
            object.__setattr__(self, name, last)


@dataclass(frozen=True, slots=True, kw_only=True)
class DepartmentFigure:
    """One department's item to date and in the period, and how complete it is."""

    department: str
    item: MaybeItem
    in_period: MaybeItem
    expected: frozenset[Slot]
    filled: frozenset[Slot]
    """The expected slots that hold something."""
    there: int
    """How many of the expected slots it needs no more: for the latest figure, all before it."""
    estimated: bool
    latest: Slot | None
    """The last slot to date that holds something."""
    sources: tuple[Place, ...]

    @property
    def complete(self) -> bool:
        """Whether every expected slot holds something."""
        return self.filled == self.expected


def typed(
    calendar: Calendar,
    indicator: Indicator,
    department: Department,
    submission: Submission | None,
    taken_over: Iterable[Typed] = (),
) -> Typed:
    """Return what a department's submission says of an indicator, with what it took over."""
    slots = [s for s in calendar.to_date(indicator.cadence) if calendar.open_to(s, department)]
    own = list(_slot_items(indicator, submission, slots)) if submission else []
    remark = submission.remarks.get(indicator.code) if submission else None
    items = {slot: item for slot, item, _ in own}
    cut = (slot for slot in calendar.cut_short(indicator.cadence, department) if slot in items)
    whole = Typed(
        department=department.code,
        items=items,
        places={slot: places for slot, _, places in own},
        expected=frozenset((*calendar.expected_of(indicator.cadence, department), *cut)),
        estimate_from=remark.estimate_from if remark else None,
        begin=calendar.register.months_before(department),
    )
    for before in taken_over:
        whole = _joined(indicator, before, whole)
    return whole


def _joined(indicator: Indicator, before: Typed, after: Typed) -> Typed:
    """Return the figures of a successor with those of the department whose work it took over."""
    how = indicator.across if indicator.across in _BESIDE else Aggregation.SINGLE
    items = {
        slot: combine(how, (whose.items.get(slot) for whose in (after, before)), indicator.scale)
        for slot in {**before.items, **after.items}
    }
    return Typed(
        department=after.department,
        items=dict(sorted(items.items())),
        places={s: (*before.places.get(s, ()), *after.places.get(s, ())) for s in items},
        expected=before.expected | after.expected,
        estimate_from=after.estimate_from,
        begin=min(before.begin, after.begin),
    )


def figure_of(
    calendar: Calendar, indicator: Indicator, told: Typed, reach: int
) -> DepartmentFigure:
    """Return a department's figure for a year that has come to month `reach`."""
    end = reach or told.latest  # before anything is expected, what is typed is an estimate
    slots = [slot for slot in slots_of(indicator.cadence) if slot.end_month <= end]
    counted = [slot for slot in slots if told.items.get(slot) is not None]
    within = calendar.in_period(indicator.cadence)
    lately = [slot for slot in slots if slot in within]
    filled = told.expected.intersection(counted)
    item = _gathered(indicator, told, slots)
    return DepartmentFigure(
        department=told.department,
        item=item,
        in_period=item if lately == slots else _gathered(indicator, told, lately),
        expected=told.expected,
        filled=filled,
        there=_there(indicator, told, filled),
        estimated=_estimated(counted, told.expected, told.estimate_from),
        latest=counted[-1] if counted else None,
        sources=tuple(_sources(indicator, told, counted)),
    )


def _gathered(indicator: Indicator, told: Typed, slots: Sequence[Slot]) -> MaybeItem:
    if indicator.over_slots is Aggregation.EVERY:
        return _every(indicator, told, slots)
    items = (told.items.get(slot) for slot in slots)
    return combine(indicator.over_slots, items, indicator.scale)


def _every(indicator: Indicator, told: Typed, slots: Sequence[Slot]) -> MaybeItem:
    """Return the periods that have what each must have, of those expected."""
    if all(told.items.get(slot) is None for slot in slots):
        return None
    period = indicator.period or indicator.cadence
    good = asked = 0
    for whole in slots_of(period):
        inside = [slot for slot in slots if slot.within(whole)]
        due = [slot for slot in inside if slot in told.expected or told.items.get(slot) is not None]
        if due and inside[-1].end_month == whole.end_month:
            asked += 1
            good += _has(indicator, [told.items.get(slot) for slot in inside])
    return Pair(float(good), float(asked)) if asked else None


def _has(indicator: Indicator, items: Sequence[MaybeItem]) -> bool:
    """Whether a period has what each must: so much in all, or Có throughout."""
    if indicator.need is None:
        return all(item is True for item in items)
    whole = combine(Aggregation.SUM, items)
    return isinstance(whole, float) and compare(">=", whole, indicator.need)


def _there(indicator: Indicator, told: Typed, filled: frozenset[Slot]) -> int:
    """Return how many of the expected slots need not be waited for."""
    if indicator.over_slots is Aggregation.LAST and max(told.expected, default=None) in filled:
        return len(told.expected)
    return len(filled)


def _sources(indicator: Indicator, told: Typed, counted: list[Slot]) -> Iterator[Place]:
    """Yield the cells that a figure comes from: of the latest figure its own only."""
    if indicator.over_slots is Aggregation.LAST:
        real = [slot for slot in counted if not isinstance(told.items[slot], Mark)]
        counted = (real or counted)[-1:]
    for slot in counted:
        yield from told.places.get(slot, ())


def _slot_items(
    indicator: Indicator, submission: Submission, slots: Iterable[Slot]
) -> Iterator[tuple[Slot, MaybeItem, tuple[Place, ...]]]:
    """Yield each of the slots that holds something: what, and the cells that it stands in."""
    parts = indicator.parts
    rows = [submission.entries.get((indicator.code, part), {}) for part in parts]
    for slot in slots:
        entries = [row.get(slot) for row in rows]
        item = _item(parts, entries)
        if item is not None:
            yield slot, item, tuple([entry.place for entry in entries if entry])


def _item(parts: tuple[Component, ...], entries: list[Entry | None]) -> MaybeItem:
    """Return a slot's item: a value, or a pair; half a pair is nothing, 0/0 is KPS."""
    if parts != RATIO:
        return entries[0].value if entries[0] else None
    values = [entry.value if entry else None for entry in entries]
    if Mark.KPS in values:
        return Mark.KPS
    numerator, denominator = values
    if isinstance(numerator, int | float) and isinstance(denominator, int | float):
        return Pair(numerator, denominator) if numerator or denominator else Mark.KPS
    return None


def _estimated(counted: list[Slot], expected: frozenset[Slot], start: Slot | None) -> bool:
    """Whether an estimate is among the counted slots."""
    early = not expected.issuperset(counted)
    late = start is not None and any(slot.end_month >= start.months[0] for slot in counted)
    return early or late


def coverage_of(figures: Sequence[DepartmentFigure]) -> Coverage:
    """Return how much of what is expected of some departments is there."""
    if len(figures) == 1:  # as in most rows
        [own] = figures
        return Coverage(
            slots=(len(own.filled), len(own.expected)),
            departments=(int(bool(own.filled)), int(bool(own.expected))),
        )
    asked = [f for f in figures if f.expected]
    reported = [f for f in asked if f.filled]
    slots = frozenset(slot for f in asked for slot in f.expected)
    whole = [
        s for s in slots if reported and all(s in f.filled for f in reported if s in f.expected)
    ]
    return Coverage(
        slots=(len(whole), len(slots)),
        departments=(len(reported), len(asked)),
    )


def stale_slot(indicator: Indicator, figures: Sequence[DepartmentFigure]) -> str | None:
    """Return the slot a `last` figure is from when a later one was expected."""
    if indicator.over_slots is not Aggregation.LAST:
        return None
    old = [f.latest for f in figures if f.latest and f.expected and f.latest < max(f.expected)]
    return min(old).label if old else None
