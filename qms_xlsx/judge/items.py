"""Items and how they are put together; the same rule serves time and departments."""

from __future__ import annotations

from dataclasses import dataclass
from math import fsum
from typing import TYPE_CHECKING

from qms_xlsx.domain.indicator import Aggregation
from qms_xlsx.domain.submission import Mark
from qms_xlsx.domain.target import grade_rank

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence


@dataclass(frozen=True, slots=True)
class Pair:
    """The numerator and denominator of a ratio."""

    numerator: float
    denominator: float

    def quotient(self, scale: float) -> float | None:
        """Return the ratio times `scale`, 100 for per cent; None for nothing to count."""
        return scale * self.numerator / self.denominator if self.denominator else None


Item = float | bool | str | Pair
MaybeItem = Item | Mark | None


def combine(how: Aggregation, items: Iterable[MaybeItem], scale: float = 1.0) -> MaybeItem:
    """Return one item for many; KPS when only that was reported, None when nothing was.

    `scale` (100 for per cent) is what quotients of pairs are multiplied by when they are
    averaged or compared; pairs that are added stay pairs.

    >>> combine(Aggregation.SUM, [2.0, Mark.KPS, None, 3.0])
    5.0
    >>> combine(Aggregation.RATIO, [Pair(2, 4), Pair(2, 100)])
    Pair(numerator=4.0, denominator=104.0)
    >>> combine(Aggregation.RATIO, [Pair(3, 0)])  # of nothing there is no share
    <Mark.KPS: 'KPS'>
    """
    given = [item for item in items if item is not None]
    present = [item for item in given if item is not Mark.KPS]
    if not present:
        return Mark.KPS if given else None
    item = _put_together(how, present, scale)
    empty = isinstance(item, Pair) and item.denominator == 0
    return Mark.KPS if item is None or empty else item


def _put_together(how: Aggregation, items: Sequence[Item], scale: float) -> Item | None:
    match how:
        case Aggregation.LAST:
            return items[-1]
        case Aggregation.SINGLE:
            return items[0]
        case Aggregation.ALL:
            return all(item is True for item in items)
        case Aggregation.SUM | Aggregation.RATIO:
            return _total(items)
    grades = [item for item in items if isinstance(item, str)]
    if grades:
        return min(grades, key=_place) if how is Aggregation.MAX else max(grades, key=_place)
    values = [value for value in (_number(item, scale) for item in items) if value is not None]
    return _reduce(how, values) if values else None


def _total(items: Sequence[Item]) -> Item | None:
    figures = [item for item in items if type(item) is float]
    if len(figures) == len(items):  # as in nearly all rows
        return fsum(figures)
    pairs = [item for item in items if isinstance(item, Pair)]
    if pairs:
        return Pair(fsum(p.numerator for p in pairs), fsum(p.denominator for p in pairs))
    numbers = [item for item in items if not isinstance(item, str | Pair)]
    return fsum(numbers) if numbers else items[-1]


def _reduce(how: Aggregation, values: Sequence[float]) -> float:
    match how:
        case Aggregation.MIN:
            return min(values)
        case Aggregation.AVERAGE:
            return fsum(values) / len(values)
    return max(values)  # the largest; of ranks that is the worst


def _number(item: Item, scale: float) -> float | None:
    if isinstance(item, Pair):
        return item.quotient(scale)
    return None if isinstance(item, str) else float(item)


def _place(grade: str) -> int:
    """Return a grade's place on its scale, 0 for the best."""
    found = grade_rank(grade)
    return found[1] if found else 0
