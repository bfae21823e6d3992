"""Live figures of ratios: pair by pair, without array formulas, which programs read differently."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from qms_xlsx.book.labels import KPS
from qms_xlsx.domain.indicator import Aggregation
from qms_xlsx.write.form.form_indicator import literal
from qms_xlsx.write.form.latest_formulas import last_place_where

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from qms_xlsx.write.form.form_indicator import FormIndicator, IndicatorCells

_EXTREMES = {
    Aggregation.MIN: ("MIN", "9E+307"),
    Aggregation.MAX: ("MAX", "0"),
    Aggregation.WORST: ("MAX", "0"),
}
"""Of each way that picks one quotient: its function, and what stands for a pair left out."""


def pair_formulas(indicator: FormIndicator, cells: IndicatorCells, kps: str) -> dict[str, str]:
    """Return the formulas of a ratio's figure and its steps; half pairs drop out.

    KPS in either half makes the pair KPS, and so do denominators that come to 0.
    """
    pairs = _Pairs(cells, share=indicator.share)
    nothing = f'IF({cells.at("_filled")}>0,{kps},"")'
    return {
        "_filled": f"IF({cells.at('_n')}=0,0,{pairs.filled()})",
        **_figure(indicator, cells, pairs, nothing, kps),
    }


def holds_pair(indicator: FormIndicator, cells: IndicatorCells, place: int) -> str:
    """Return whether a slot holds a pair or KPS, by its place among the row's."""
    return list(_Pairs(cells, share=indicator.share).held())[place]


def _figure(
    indicator: FormIndicator, cells: IndicatorCells, pairs: _Pairs, nothing: str, kps: str
) -> dict[str, str]:
    scale, last = literal(indicator.scale), cells.at("_last")
    if indicator.how is Aggregation.LAST:
        numerator, denominator = cells.slot(last, 0), cells.slot(last, 1)
        quotient = f"IF({denominator}=0,{kps},{scale}*{numerator}/{denominator})"
        return {
            "_last": last_place_where(cells, pairs.counted()),
            "result": f"IF({last}=0,{nothing},{quotient})",
        }
    top, bottom = cells.at("_top"), cells.at("_bottom")
    quotient = f"{scale}*{top}" if indicator.how in _EXTREMES else f"{scale}*{top}/{bottom}"
    return {**pairs.steps(indicator.how), "result": f"IF({bottom}=0,{nothing},{quotient})"}


@dataclass(frozen=True, slots=True)
class _Pairs:
    """The pairs in a row's slots."""

    cells: IndicatorCells
    share: bool

    @property
    def halves(self) -> tuple[tuple[str, str], ...]:
        """The addresses of numerator and denominator in each slot."""
        return tuple(zip(self.cells.typed(0), self.cells.typed(1), strict=True))

    def valid(self) -> Iterator[str]:
        """Yield the condition of each pair: two numbers, the part not above the whole."""
        for top, bottom in self.halves:
            held = f"ISNUMBER({top}),ISNUMBER({bottom})"
            yield f"{held},{top}<={bottom}" if self.share else held

    def counted(self) -> Iterator[str]:
        """Yield the condition of each pair that counts: a typed 0/0 is the same as KPS."""
        for held, (top, bottom) in zip(self.valid(), self.halves, strict=True):
            yield f"{held},OR({top}<>0,{bottom}<>0)"

    def filled(self) -> str:
        """Return how many slots to date hold a pair or KPS."""
        return self._sum(self.held(), self._ones())

    def held(self) -> Iterator[str]:
        """Yield whether each slot holds a pair or KPS."""
        for valid, (top, bottom) in zip(self.valid(), self.halves, strict=True):
            yield f'OR(AND({valid}),{top}="{KPS}",{bottom}="{KPS}")'

    def steps(self, how: Aggregation) -> dict[str, str]:
        """Return what is divided by what."""
        if how in (Aggregation.AVERAGE, *_EXTREMES):
            return self._over_quotients(how)
        tops, bottoms = zip(*self.halves, strict=True)
        return {
            "_top": self._sum(self.counted(), tops),
            "_bottom": self._sum(self.counted(), bottoms),
        }

    def _over_quotients(self, how: Aggregation) -> dict[str, str]:
        pairs = zip(self.counted(), self.halves, strict=True)
        usable = [f"{held},{bottom}<>0" for held, (_, bottom) in pairs]
        quotients = [f"{top}/{bottom}" for top, bottom in self.halves]
        number = self._sum(usable, self._ones())
        if how not in _EXTREMES:
            return {"_top": self._sum(usable, quotients), "_bottom": number}
        name, otherwise = _EXTREMES[how]
        terms = ",".join(self._terms(usable, quotients, otherwise))
        return {"_top": f"{name}({terms})", "_bottom": number}

    def _ones(self) -> tuple[str, ...]:
        return ("1",) * len(self.halves)

    def _sum(self, conditions: Iterable[str], values: Iterable[str]) -> str:
        return "+".join(self._terms(conditions, values, "0"))

    def _terms(
        self, conditions: Iterable[str], values: Iterable[str], otherwise: str
    ) -> Iterator[str]:
        """Yield a value for each slot: its own to date where its condition is true."""
        for place, (holds, value) in enumerate(zip(conditions, values, strict=True), 1):
            yield f"IF(AND({self.cells.at('_n')}>={place},{holds}),{value},{otherwise})"
