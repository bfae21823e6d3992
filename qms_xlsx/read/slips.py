"""Family X, within a row: slipped figures, fractions for per cent, running totals."""

from __future__ import annotations

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
from qms_xlsx.read.likely import Reference, slip

if TYPE_CHECKING:
    from collections.abc import Iterator

    from qms_xlsx.domain.period import Slot
    from qms_xlsx.read.entries import EntryCase

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


def _figures(case: EntryCase, part: Component) -> dict[Slot, float]:
    """Return the figures of a row, January first (as they are read)."""
    row = case.rows.get(part, {})
    return {slot: entry.value for slot, entry in row.items() if isinstance(entry.value, float)}


def _target(case: EntryCase) -> tuple[Goal | None, float | None]:
    """Return the goal and the amount that the year is to come to: the target, else last year's."""
    aim = case.objective.goal
    if not isinstance(aim, Goal):
        return None, _last_year(case) or None
    amount = aim.value if aim.kind in _AMOUNTS else _last_year(case)
    return aim, amount if isinstance(amount, int | float) and amount > 0 else None


def _last_year(case: EntryCase) -> float | None:
    """Return what last year came to, told from its half-year where only that is typed."""
    own = case.objective
    if own.baseline_year is not None or own.baseline_h1 is None:
        return own.baseline_year
    return own.baseline_h1 * (2 if own.over_slots is Aggregation.SUM else 1)


def _slipped(case: EntryCase) -> Iterator[Hit]:
    return (hit for hit, unit in _slips(case) if not unit)


def _other_unit(case: EntryCase) -> Iterator[Hit]:
    return (hit for hit, unit in _slips(case) if unit)


def _slips(case: EntryCase) -> Iterator[tuple[Hit, str]]:
    """Yield slipped figures, each with the unit in which it was probably typed ('' for none)."""
    aim, year = _target(case)
    rows = {part: _figures(case, part) for part in case.rows if part in _COUNTED}
    for part, figures in rows.items():
        for slot, figure in figures.items():
            reference = None
            if year is not None and part in RATIO:
                halves = rows.get(_OTHER[part], {})
                reference = _other_half(case, part, halves.get(slot), aim, year)
            elif year is not None:
                reference = _share_of_year(case, slot, aim, year)
            others = [other for at, other in figures.items() if at is not slot]
            found = slip(figure, others, reference) if figure > 0 else None
            if found and not _confirmed(case, figure):
                times = max(found.factor, significant(1 / found.factor))
                shown = {"value": show(figure), "likely": show(found.likely), "times": show(times)}
                unit = case.objective.unit if part is Component.VALUE else ""
                smaller = unit_at_scale(unit, found.factor)
                names = {"typed": smaller, "unit": unit} if smaller else {}
                yield Hit(case.rows[part][slot].place, shown | names), smaller


def _share_of_year(case: EntryCase, slot: Slot, aim: Goal | None, year: float) -> Reference:
    """Return the range between what falls to a slot and what the year is to come to."""
    low = year
    if case.objective.over_slots is Aggregation.SUM:
        low = year * slot.cadence.months / 12
    elif aim and aim.profile is Profile.LINEAR:
        low = year * slot.end_month / 12
    if case.objective.across is Aggregation.SUM:
        low /= max(len(case.register.owners.get(case.objective.code, ())), 1)
    unit = case.objective.unit
    counted = case.objective.scale == 1.0 and folded(unit) not in MONEY and float(year).is_integer()
    larger = "" if counted else unit_at_scale(unit, 1e-3)
    scaled = bool(larger) and not larger.startswith("nghìn tỷ")  # nobody reports in those
    return Reference(low, year, whole=counted, scaled=scaled)


def _other_half(
    case: EntryCase, part: Component, other: float | None, aim: Goal | None, target: float
) -> Reference | None:
    """Return what the other half of a ratio lets expect when the target is about met."""
    if not other or aim is None or aim.kind not in _AMOUNTS:
        return None
    scale = case.objective.scale
    expected = other * target / scale if part is RATIO[0] else other * scale / target
    sure = aim.better is Better.HIGHER and scale == 100.0 and target >= _HIGH_SHARE
    return Reference(expected, expected, trusted=sure, whole=float(other).is_integer())


def _confirmed(case: EntryCase, figure: float) -> bool:
    """Whether the department's note names the figure: then it is meant."""
    return show(figure) in case.note


def _fraction_for_per_cent(case: EntryCase) -> Iterator[Hit]:
    aim, year = _target(case)
    if not (case.objective.scale == 100.0 and aim and year):
        return
    kept = aim.better is Better.HIGHER and aim.profile is Profile.SAME and year >= _HIGH_SHARE
    figures = _figures(case, Component.VALUE)
    for slot, figure in figures.items():
        likely = significant(figure * 100)
        near = figure <= year / _FAR_BELOW and _fits_level(case, slot, likely, year)
        fits = 0 < figure <= 1 and (near or (kept and year / 2 <= likely))
        if fits and not _confirmed(case, figure):
            place = case.rows[Component.VALUE][slot].place
            yield Hit(place, {"value": show(figure), "likely": show(likely)})


def _fits_level(case: EntryCase, slot: Slot, likely: float, year: float) -> bool:
    """Whether a level is near its target, or nearer to the row's other figures than to nothing."""
    aim, _ = _target(case)
    if aim and aim.better is Better.LOWER:
        return year / 2 <= likely <= year * 2
    others = [n for at, n in _figures(case, Component.VALUE).items() if at is not slot]
    beside = any(other / 2 <= likely <= other * 2 for other in others)
    return year * 0.75 <= likely <= year * 1.25 or (beside and year / 2 <= likely <= year * 2)


def _running_total(case: EntryCase) -> Iterator[Hit]:
    """Find totals since January typed month by month, where the months are added up."""
    _, year = _target(case)
    figures = _figures(case, Component.VALUE)
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


def _baseline_in_another_unit(case: EntryCase) -> Iterator[Hit]:
    """Find figures that a change's baseline is beside by a thousand: 8.550 for 8,55 tỷ đồng."""
    aim, base = _target(case)
    if aim is None or base is None or not aim.change:
        return
    own = case.objective
    whole = own.over_slots is Aggregation.SUM
    for slot, figure in _figures(case, Component.VALUE).items():
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


def _falling_total(case: EntryCase) -> Iterator[Hit]:
    """Find a figure as it stands at the period's end that is smaller than the one before."""
    aim, _ = _target(case)
    if aim is None or case.objective.over_slots is not Aggregation.LAST:
        return
    counted = case.objective.scale == 1.0 or aim.profile is Profile.LINEAR
    if not counted or aim.better is not Better.HIGHER:
        return
    figures = _figures(case, Component.VALUE)
    for (before, old), (after, new) in pairwise(figures.items()):
        if significant(new) < significant(old) and not _confirmed(case, new):
            shown = {
                "slot": after.label,
                "value": show(new),
                "before": before.label,
                "old": show(old),
            }
            yield Hit(case.rows[Component.VALUE][after].place, shown)


def _per_cent_for_count(case: EntryCase) -> Iterator[Hit]:
    """Find 98,5 over 100, and the 0,985 that Excel stores for a typed 98,5 %."""
    numerators, denominators = (_figures(case, part) for part in RATIO)
    if case.objective.scale != 100.0:
        return
    for slot, figure in numerators.items():
        whole = denominators.get(slot, 0.0)
        like_per_cent = significant(whole) in (1.0, 100.0) or (figure < 1 and whole.is_integer())
        if whole and like_per_cent and not figure.is_integer():
            place = case.rows[RATIO[0]][slot].place
            yield Hit(place, {"value": show(figure), "whole": show(whole)})


SLIP_RULES: tuple[Rule[EntryCase], ...] = (
    Rule("X201", _slipped),
    Rule("X202", _fraction_for_per_cent),
    Rule("X203", _running_total),
    Rule("X207", _baseline_in_another_unit),
    Rule("X204", _falling_total),
    Rule("X205", _per_cent_for_count),
    Rule("X206", _other_unit),
)
