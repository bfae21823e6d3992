"""Whether a figure slipped by some places or stands in another unit, beside what else is known.

A good figure must never be hit: several things have to agree, small counts are left alone,
and so is whatever a season, a slump or a month just begun may explain.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, NamedTuple

from qms_xlsx.language.numbers import significant

if TYPE_CHECKING:
    from collections.abc import Collection, Sequence

_FACTORS = (1000.0, 1e6, 1e9, 100.0, 0.01, 0.001, 1e-6, 1e-9)
_FAR = 30.0
"""How many times larger or smaller than all that is known a slipped figure is at least."""
_ALIKE = 10.0
"""Figures of a row that differ more than this say nothing of each other."""
_SEASON = 3.0
"""A month may bring the whole year's target, even more, but hardly three times as much."""
_THOUSANDFOLD = 500.0
"""Counts below ten leap by a hundred, hardly by a thousand."""
_SMALL_COUNT = 10
_LARGER_UNIT = 1e-3
"""The factor from which on a figure may stand in the next larger unit."""


class Reference(NamedTuple):
    """The range in which a target, or the other half of a ratio, lets a figure be expected."""

    low: float
    high: float
    trusted: bool = True
    """Whether it may be believed without other figures beside it."""
    whole: bool = False
    """Whether whole things are counted."""
    scaled: bool = False
    """Whether its unit has a usual larger one, in which a figure may have been typed."""

    def near(self, figure: float, times: float = 3.0) -> bool:
        """Whether a figure lies in the range, give or take so many times."""
        return self.low / times <= figure <= self.high * times

    def leaves(self, figure: float) -> bool:
        """Whether a figure is as far beyond the range as a slipped one is at least."""
        return figure >= _FAR * self.high or figure <= self.low / _FAR

    def strains(self, figure: float) -> bool:
        """Whether a figure is more than even a season explains, or next to nothing."""
        return figure > _SEASON * self.high or figure < self.low / _FAR

    def proves(self, figure: float, factor: float) -> bool:
        """Whether a figure that is off by a factor needs no other proof.

        One too small proves it only where parts of whole things are counted: 6.125 of 12 250 head.
        """
        candidate = significant(figure / factor)
        if self.scaled and factor <= _LARGER_UNIT:
            return self.trusted and self.low / 2 <= candidate <= self.low * 2
        if factor > 1:
            enough = figure >= _FAR * self.high
        else:
            enough = self.whole and not float(figure).is_integer() and figure <= self.low / _FAR
        fits = candidate.is_integer() or not self.whole
        return self.trusted and enough and fits and self.near(candidate, 2.0)


@dataclass(frozen=True, slots=True)
class Slip:
    """What a slipped figure most likely is, and by which factor it is off."""

    likely: float
    factor: float


def alike(figures: Collection[float]) -> bool:
    """Whether no figure of a row is far from its others, told at a glance."""
    least, most = min(figures, default=0.0), max(figures, default=0.0)
    return least > most / _FAR and most < least * _FAR


def slip(figure: float, others: Sequence[float], reference: Reference | None) -> Slip | None:
    """Return the slip that a figure shows beside its row's others; None for a good figure."""
    if not _far(figure, others, reference):
        return None
    for factor in _FACTORS:
        candidate = significant(figure / factor)
        agreed = _possible(figure, candidate, others) and _agreed(
            figure, candidate, others, reference
        )
        if agreed or _proved(figure, factor, others, reference):
            return Slip(candidate, factor)
    return None


def _far(figure: float, others: Sequence[float], reference: Reference | None) -> bool:
    """Whether a figure is far from the row's others or beyond its reference, as every slip is."""
    beside = bool(others) and not min(others) / _FAR < figure < max(others) * _FAR
    return beside or (reference is not None and reference.leaves(figure))


def _possible(figure: float, candidate: float, others: Sequence[float]) -> bool:
    """Whether the row's kind of numbers allows a slip: counts stay whole, and slumps happen."""
    if not all(float(number).is_integer() for number in others):
        return True
    if candidate < figure:
        large = figure >= _THOUSANDFOLD * candidate or max(others, default=0) >= _SMALL_COUNT
        return candidate.is_integer() and large
    return not figure.is_integer() and candidate.is_integer()


def _agreed(
    figure: float, candidate: float, others: Sequence[float], reference: Reference | None
) -> bool:
    """Whether the row's other figures, and the reference with them, speak for the candidate."""
    if not others or min(others) <= 0 or max(others) > _ALIKE * min(others):
        return False
    many = len(others) >= 3
    times = 2.0 if many else 3.0
    if not min(others) / times <= candidate <= max(others) * times:
        return False
    if reference is None:
        ratio = max(figure, candidate) / min(figure, candidate)
        return len(others) >= 4 and ratio >= _THOUSANDFOLD
    return reference.strains(figure) and (many or reference.near(candidate))


def _proved(
    figure: float, factor: float, others: Sequence[float], reference: Reference | None
) -> bool:
    """Whether the reference alone proves it, and no other figure contradicts."""
    if reference is None or not reference.proves(figure, factor):
        return False
    candidate = figure / factor
    return all(
        other <= 0
        or reference.proves(other, factor)
        or candidate / _FAR <= other <= candidate * _FAR
        for other in others
    )
