"""An indicator's rows of the results, made once for every form that asks for them."""

from __future__ import annotations

from dataclasses import dataclass, field
from functools import cache
from typing import TYPE_CHECKING, Any

from qms_xlsx import say
from qms_xlsx.domain.indicator import Component, Indicator
from qms_xlsx.domain.period import SLOTS, Cadence, slots_of
from qms_xlsx.say.readings import sentence
from qms_xlsx.write.form.figure_formulas import blank_formula, figure_formulas, slot_formula
from qms_xlsx.write.form.form_indicator import FormIndicator, IndicatorCells
from qms_xlsx.write.form.judging_formulas import judging_formulas
from qms_xlsx.write.form.listing import component_label, target_text
from qms_xlsx.write.parts.sheet import NEXT, OWN, Formula, Looks
from qms_xlsx.write.templating import INPUT, OFF, ROW, cleaned, fitted_height, width_of

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping

    from qms_xlsx.domain.period import Slot
    from qms_xlsx.domain.register import Register
    from qms_xlsx.write.parts.styles import Styles
    from qms_xlsx.write.templating import TemplateTable

REMARKS = ("estimate_from", "cause", "remedy", "note")
SHOWN_GRADES = ("h1", "h2", "year", "result", "period_target")
"""Where a grade's name stands, besides the slots that it is typed in."""
_LEAST = 15.0


@dataclass(frozen=True, slots=True)
class Block:
    """An indicator's rows, a component each, wherever they stand."""

    indicator: FormIndicator
    keys: tuple[str, ...]
    looks: tuple[Looks, ...]
    values: tuple[Mapping[int, Any], ...]
    """By column; in a formula OWN and NEXT stand for the block's rows."""
    heights: tuple[float, ...]
    """What each row's own texts need, in points."""
    tall: float
    """What the texts over all of the rows need."""
    typed: range
    """The columns of the slots that are typed."""
    span: tuple[str, str]
    """The letters of the first and the last of them."""


@dataclass(slots=True)
class Blocks:
    """The blocks of an office's indicators, each made when it is first asked for."""

    table: TemplateTable
    register: Register
    styles: Styles
    wrapped: Mapping[int, int]
    """Of each style its like in which words wrap."""
    _made: dict[tuple[FormIndicator, frozenset[str]], Block] = field(default_factory=dict)

    def of(self, indicator: FormIndicator, closed: frozenset[str]) -> Block:
        """Return an indicator's block; slots that are `closed`, by key, are locked."""
        key = indicator, closed
        if key not in self._made:
            self._made[key] = self._block(indicator, closed)
        return self._made[key]

    def _block(self, indicator: FormIndicator, closed: frozenset[str]) -> Block:
        table, own = self.table, indicator.objective
        slots = indicator.slots
        span = table.letter(slots[0].key), table.letter(slots[-1].key)
        parts = range(len(indicator.components))
        cells = IndicatorCells((OWN, NEXT)[: len(parts)], span, table.letter)
        looks = [self._looks(indicator, closed)] * len(parts)
        labels = [component_label(own, component) for component in indicator.components]
        return Block(
            indicator=indicator,
            keys=tuple(f"{own.code}:{component}" for component in indicator.components),
            looks=tuple(looks),
            values=tuple(self._values(indicator, cells, part, labels[part]) for part in parts),
            heights=tuple(self.fitted(looks[0], "component", label) for label in labels),
            tall=max(self.fitted(looks[0], key, text) for text, key in _tall_texts(indicator)),
            typed=range(table.columns[slots[0].key], table.columns[slots[-1].key] + 1),
            span=span,
        )

    def _looks(self, indicator: FormIndicator, closed: frozenset[str]) -> Looks:
        cadence = indicator.objective.cadence
        looks = self.table.looks(_kinds(cadence, indicator.open, closed))
        if indicator.component is not Component.GRADE:
            return looks
        keys = (*(slot.key for slot in slots_of(cadence)), *SHOWN_GRADES)
        wide = {self.table.columns[key] for key in keys}
        styles = looks.styles.items()
        return Looks({at: self.wrapped.get(own, own) if at in wide else own for at, own in styles})

    def _values(
        self, indicator: FormIndicator, cells: IndicatorCells, part: int, label: str
    ) -> dict[int, Any]:
        """Return what stands in the row of a component."""
        table, own = self.table, indicator.objective
        texts = {"component": label}
        formulas = dict(_coarser(indicator, cells, part)) | {"_blank": blank_formula(cells, part)}
        if part == 0:
            texts |= {"number": own.number, "name": own.name, "target": target_text(own)}
            texts |= {"unit": own.unit, "_reading": _reading(self.register, own)}
            formulas |= figure_formulas(indicator, cells) | judging_formulas(indicator, cells)
        else:
            formulas["status"] = cells.at("status")  # for the filter
        key = f"{own.code}:{indicator.components[part]}"
        return {
            table.key_column: cleaned(key),
            **{table.columns[name]: cleaned(text) for name, text in texts.items()},
            **{table.columns[name]: Formula(text) for name, text in formulas.items()},
        }

    def fitted(self, looks: Looks, key: str, text: str) -> float:
        """Return the least height that shows a text under a key."""
        size = self.styles.font_size(looks.styles.get(self.table.columns[key], 0))
        return fitted_height(text, width_of(self.table, key), size=size)


def _reading(register: Register, objective: Indicator) -> str:
    """Return how the row is understood, where its figures come from, what the register notes."""
    told = say.text(sentence(register, objective).sentence, say.VIETNAMESE)
    source = f"Nguồn số liệu: {objective.source}." if objective.source else ""
    return " ".join(part for part in (told, source, objective.note) if part)


def _tall_texts(indicator: FormIndicator) -> Iterator[tuple[str, str]]:
    """Yield the texts that an indicator's rows make room for together, with their columns."""
    own = indicator.objective
    yield from ((own.name, "name"), (target_text(own), "target"), (own.unit, "unit"))
    if indicator.component is Component.GRADE:
        longest = max(indicator.grades, key=len, default="")
        yield from ((longest, key) for key in (slots_of(own.cadence)[0].key, "result"))


@cache
def _kinds(
    cadence: Cadence, open_slots: tuple[Slot, ...], closed: frozenset[str]
) -> dict[str, str]:
    """Return which of a row's cells are typed, off, or (all others) filled in by the form."""
    kinds = dict.fromkeys(REMARKS, INPUT)
    for slot in SLOTS:
        own = slot.cadence is cadence
        if slot.cadence.months < cadence.months or (own and slot not in open_slots):
            kinds[slot.key] = OFF
        elif own:
            kinds[slot.key] = ROW if slot.key in closed else INPUT
    return kinds


def _coarser(
    indicator: FormIndicator, cells: IndicatorCells, part: int
) -> Iterator[tuple[str, str]]:
    """Yield the keys of the slots coarser than the typed ones, with their formulas."""
    before, count = indicator.skipped, len(indicator.open)
    for key, first, last in _spans(indicator.objective.cadence):
        span = max(first - before, 0), min(last - before, count - 1)
        if span[0] <= span[1]:
            yield key, slot_formula(indicator, cells, part, span)


@cache
def _spans(cadence: Cadence) -> tuple[tuple[str, int, int], ...]:
    """Return each coarser slot's key, with the places of its first and last typed slot."""
    inside = {
        slot.key: [typed.index - 1 for typed in slots_of(cadence) if typed.within(slot)]
        for slot in SLOTS
        if slot.cadence.months > cadence.months
    }
    return tuple((key, places[0], places[-1]) for key, places in inside.items())


def tallest(block: Block, also: float) -> Iterator[float]:
    """Yield the heights of a block's rows, with what its remarks need: no higher than texts.

    Eight indicators fit on a small screen.
    """
    together = max(block.tall, also) / len(block.keys)
    yield from (max(own, together, _LEAST) for own in block.heights)
