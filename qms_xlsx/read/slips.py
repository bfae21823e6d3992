"""Family X, within a row: slipped figures, fractions for per cent, running totals."""

from __future__ import annotations

from functools import cached_property
from itertools import pairwise
from statistics import median
from typing import TYPE_CHECKING

from qms_xlsx.codes.rule import Hit, Rule
from qms_xlsx.domain.goal import Goal, Profile
from qms_xlsx.domain.indicator import RATIO, Aggregation, Component
from qms_xlsx.domain.period import Cadence
from qms_xlsx.domain.target import Better, Kind
from qms_xlsx.language.numbers import show, significant
from qms_xlsx.language.text import folded
from qms_xlsx.language.units import MONEY, unit_at_scale
from qms_xlsx.read.entries import EntryCase
from qms_xlsx.read.likely import Reference, alike, slip

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

    from qms_xlsx.domain.period import Slot

_AMOUNTS = (Kind.THRESHOLD, Kind.RANGE)
_COUNTED = (Component.VALUE, *RATIO)
_OTHER = dict(zip(RATIO, reversed(RATIO), strict=True))
_HIGH_SHARE = 50.0
"""From this target on (per cent), a figure near nothing is a mistake and no bad result."""

_FINER = (1e3, 1e6, 1e9)
"""How many of a finer unit make one of the row's."""
_NEAR = 3.0
_FAR_BELOW = 30.0
"""So many times below its target a percentage was typed as a part of one, if that fits it."""


class SlipCase(EntryCase):
    """The accepted cells of one indicator, with what several rules look at."""

    @cached_property
    def figures(self) -> dict[Component, dict[Slot, float]]:
        """The figures of each row, January first (as they are read)."""
        return {part: self._figures(part) for part in _COUNTED}

    def _figures(self, part: Component) -> dict[Slot, float]:
        row = self.rows.get(part, {})
        return {slot: entry.value for slot, entry in row.items() if isinstance(entry.value, float)}

    @cached_property
    def target(self) -> tuple[Goal | None, float | None]:
        """The goal, and what the year is to come to: the target, else last year's amount."""
        aim = self.objective.goal
        if not isinstance(aim, Goal):
            return None, _last_year(self) or None
        amount = aim.value if aim.kind in _AMOUNTS else _last_year(self)
        return aim, amount if isinstance(amount, int | float) and amount > 0 else None

    @cached_property
    def slips(self) -> tuple[tuple[Hit, str], ...]:
        """Slipped figures, each with the unit in which it was probably typed ('' for none)."""
        return tuple(_slips(self))


def _last_year(case: SlipCase) -> float | None:
    """Return what last year came to, told from its half-year where only that is typed."""
    own = case.objective
    if own.baseline_year is not None or own.baseline_h1 is None:
        return own.baseline_year
    return own.baseline_h1 * (2 if own.over_slots is Aggregation.SUM else 1)


def _slipped(case: SlipCase) -> Iterator[Hit]:
    return (hit for hit, unit in case.slips if not unit)


def _other_unit(case: SlipCase) -> Iterator[Hit]:
    return (hit for hit, unit in case.slips if unit)


def _slips(case: SlipCase) -> Iterator[tuple[Hit, str]]:
    for part, figures in case.figures.items():
        expected, even = _expected(case, part), alike(figures.values())
        for slot, figure in figures.items():
            reference = expected(slot)
            if even and (reference is None or not reference.leaves(figure)):
                continue
            others = [other for at, other in figures.items() if at is not slot]
            found = slip(figure, others, reference) if figure > 0 else None
            if found and not _confirmed(case, figure):
                times = max(found.factor, significant(1 / found.factor))
                shown = {"value": show(figure), "likely": show(found.likely), "times": show(times)}
                unit = case.objective.unit if part is Component.VALUE else ""
                smaller = unit_at_scale(unit, found.factor)
                names = {"typed": smaller, "unit": unit} if smaller else {}
                yield Hit(case.rows[part][slot].place, shown | names), smaller


def _expected(case: SlipCase, part: Component) -> Callable[[Slot], Reference | None]:
    """Return what tells of each slot of a row in which range its figure is expected."""
    aim, year = case.target
    if year is None:
        return lambda _: None
    if part in RATIO:
        halves = case.figures[_OTHER[part]]
        return lambda slot: _other_half(case, part, halves.get(slot), aim, year)
    whole = _of_the_year(case, year)
    return lambda slot: _share_of_year(case, slot, aim, whole)


def _of_the_year(case: SlipCase, year: float) -> Reference:
    """Return the range around what the year is to come to."""
    unit = case.objective.unit
    counted = case.objective.scale == 1.0 and folded(unit) not in MONEY and float(year).is_integer()
    larger = "" if counted else unit_at_scale(unit, 1e-3)
    scaled = bool(larger) and not larger.startswith("nghìn tỷ")  # nobody reports in those
    return Reference(year, year, whole=counted, scaled=scaled)


def _share_of_year(case: SlipCase, slot: Slot, aim: Goal | None, year: Reference) -> Reference:
    """Return the range between what falls to a slot and what the year is to come to."""
    low = year.high
    if case.objective.over_slots is Aggregation.SUM:
        low = low * slot.cadence.months / 12
    elif aim and aim.profile is Profile.LINEAR:
        low = low * slot.end_month / 12
    if case.objective.across is Aggregation.SUM:
        low /= max(len(case.register.owners.get(case.objective.code, ())), 1)
    return Reference(low, *year[1:])


def _other_half(
    case: SlipCase, part: Component, other: float | None, aim: Goal | None, target: float
) -> Reference | None:
    """Return what the other half of a ratio lets expect when the target is about met."""
    if not other or aim is None or aim.kind not in _AMOUNTS:
        return None
    scale = case.objective.scale
    expected = other * target / scale if part is RATIO[0] else other * scale / target
    sure = aim.better is Better.HIGHER and scale == 100.0 and target >= _HIGH_SHARE
    return Reference(expected, expected, trusted=sure, whole=float(other).is_integer())


def _confirmed(case: SlipCase, figure: float) -> bool:
    """Whether the department's note names the figure: then it is meant."""
    return show(figure) in case.note


def _fraction_for_per_cent(case: SlipCase) -> Iterator[Hit]:
    aim, year = case.target
    if not (case.objective.scale == 100.0 and aim and year):
        return
    kept = aim.better is Better.HIGHER and aim.profile is Profile.SAME and year >= _HIGH_SHARE
    figures = case.figures[Component.VALUE]
    for slot, figure in figures.items():
        likely = significant(figure * 100)
        near = figure <= year / _FAR_BELOW and _fits_level(case, slot, likely, year)
        fits = 0 < figure <= 1 and (near or (kept and year / 2 <= likely))
        if fits and not _confirmed(case, figure):
            place = case.rows[Component.VALUE][slot].place
            yield Hit(place, {"value": show(figure), "likely": show(likely)})


def _fits_level(case: SlipCase, slot: Slot, likely: float, year: float) -> bool:
    """Whether a level is near its target, or nearer to the row's other figures than to nothing."""
    aim, _ = case.target
    if aim and aim.better is Better.LOWER:
        return year / 2 <= likely <= year * 2
    others = [n for at, n in case.figures[Component.VALUE].items() if at is not slot]
    beside = any(other / 2 <= likely <= other * 2 for other in others)
    return year * 0.75 <= likely <= year * 1.25 or (beside and year / 2 <= likely <= year * 2)


def _running_total(case: SlipCase) -> Iterator[Hit]:
    """Find totals since January typed month by month, where the months are added up."""
    _, year = case.target
    figures = case.figures[Component.VALUE]
    least = {Cadence.MONTH: 3, Cadence.QUARTER: 3}.get(case.objective.cadence)
    if year is None or least is None or len(figures) < least:
        return
    if case.objective.over_slots is not Aggregation.SUM:
        return
    slots, values = [*figures], [*figures.values()]
    last, expected = values[-1], year * slots[-1].end_month / 12
    steps = [after - before for before, after in pairwise(values)]
    rising = significant(min(steps)) >= 0 < median(steps) and slots[0].index == 1
    like_totals = values[0] <= 2.5 * median(steps) and expected / 2 <= last <= expected * 1.5
    told = _confirmed(case, last)
    if rising and like_totals and sum(values) >= 1.8 * expected and not told:
        shown = {
            "total": show(significant(sum(values))),
            "slot": slots[-1].label,
            "last": show(last),
        }
        yield Hit(case.rows[Component.VALUE][slots[-1]].place, shown)


def _baseline_in_another_unit(case: SlipCase) -> Iterator[Hit]:
    """Find figures that a change's baseline is beside by a thousand: 8.550 for 8,55 tỷ đồng."""
    aim, base = case.target
    if aim is None or base is None or not aim.change:
        return
    own = case.objective
    whole = own.over_slots is Aggregation.SUM
    for slot, figure in case.figures[Component.VALUE].items():
        share = slot.cadence.months / 12 if whole else 1.0
        near = (
            f
            for f in _FINER
            if figure and _NEAR * base * share >= figure * f >= base * share / _NEAR
        )
        times = next(near, None)
        typed = unit_at_scale(own.unit, times) if times else ""
        if times and typed and not _confirmed(case, figure):
            shown = {
                "value": show(figure),
                "unit": own.unit,
                "baseline": show(base),
                "typed": typed,
            }
            likely = {"likely": show(significant(base / times))}
            yield Hit(case.rows[Component.VALUE][slot].place, shown | likely)


def _falling_total(case: SlipCase) -> Iterator[Hit]:
    """Find a figure as it stands at the period's end that is smaller than the one before."""
    aim, _ = case.target
    if aim is None or case.objective.over_slots is not Aggregation.LAST:
        return
    counted = case.objective.scale == 1.0 or aim.profile is Profile.LINEAR
    if not counted or aim.better is not Better.HIGHER:
        return
    figures = case.figures[Component.VALUE]
    for (before, old), (after, new) in pairwise(figures.items()):
        if significant(new) < significant(old) and not _confirmed(case, new):
            shown = {
                "slot": after.label,
                "value": show(new),
                "before": before.label,
                "old": show(old),
            }
            yield Hit(case.rows[Component.VALUE][after].place, shown)


def _per_cent_for_count(case: SlipCase) -> Iterator[Hit]:
    """Find 98,5 over 100, and the 0,985 that Excel stores for a typed 98,5 %."""
    numerators, denominators = (case.figures[part] for part in RATIO)
    if case.objective.scale != 100.0:
        return
    for slot, figure in numerators.items():
        whole = denominators.get(slot, 0.0)
        like_per_cent = significant(whole) in (1.0, 100.0) or (figure < 1 and whole.is_integer())
        if whole and like_per_cent and not figure.is_integer():
            place = case.rows[RATIO[0]][slot].place
            yield Hit(place, {"value": show(figure), "whole": show(whole)})


SLIP_RULES: tuple[Rule[SlipCase], ...] = (
    Rule("X201", _slipped),
    Rule("X202", _fraction_for_per_cent),
    Rule("X203", _running_total),
    Rule("X207", _baseline_in_another_unit),
    Rule("X204", _falling_total),
    Rule("X205", _per_cent_for_count),
    Rule("X206", _other_unit),
)
