"""Family V, between cells: pairs of a ratio, slots and dates of one indicator's rows."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date
from typing import TYPE_CHECKING

from qms_xlsx.codes.rule import Hit, Rule
from qms_xlsx.domain.indicator import RATIO, Component
from qms_xlsx.domain.submission import Mark
from qms_xlsx.language.messages import message
from qms_xlsx.language.numbers import show, significant

if TYPE_CHECKING:
    from collections.abc import Mapping

    from qms_xlsx.domain.department import Department
    from qms_xlsx.domain.finding import Place
    from qms_xlsx.domain.indicator import Indicator
    from qms_xlsx.domain.period import Period, Slot
    from qms_xlsx.domain.register import Register
    from qms_xlsx.domain.submission import Entry


@dataclass(frozen=True, slots=True)
class EntryCase:
    """The accepted cells of one indicator, and where each of its cells stands."""

    register: Register
    department: Department
    objective: Indicator
    rows: Mapping[Component, Mapping[Slot, Entry]]
    places: Mapping[tuple[Component, Slot], Place]
    """Every input cell's place, blank ones too."""
    typed: frozenset[tuple[Component, Slot]]
    """The cells that are not blank, rejected ones too."""
    dated: date | None
    report_period: Period | None
    note: str = ""
    """The row's note: where a person confirms a figure that looks wrong."""


def _numerator_above_denominator(case: EntryCase) -> Iterator[Hit]:
    if not case.objective.capped:  # a yield, a mean or the share of a plan may be more than one
        return
    numerators, denominators = (case.rows.get(part, {}) for part in RATIO)
    for slot, entry in numerators.items():
        below = denominators.get(slot)
        high, low = entry.value, below.value if below else None
        if not (isinstance(high, float) and isinstance(low, float)):
            continue
        if significant(high) > significant(low):
            yield Hit(entry.place, {"numerator": show(high), "denominator": show(low)})


def _half_a_ratio(case: EntryCase) -> Iterator[Hit]:
    slots = {slot for part, slot in case.typed if part in RATIO}
    for slot in sorted(slots):
        missing = [part for part in RATIO if (part, slot) not in case.typed]
        other = next((p for p in RATIO if (p, slot) in case.typed), None)
        if len(missing) != 1 or other is None or (missing[0], slot) not in case.places:
            continue
        entry = case.rows.get(other, {}).get(slot)
        if entry and entry.value is not Mark.KPS:
            values = {"value": show(float(entry.value)), "slot": slot.label}
            name = {"missing": _HALVES[missing[0]], "given": _HALVES[other]}
            yield Hit(case.places[missing[0], slot], values | name)


def _slot_not_begun(case: EntryCase) -> Iterator[Hit]:
    day = case.dated
    if day is None:
        return
    slots = {slot for row in case.rows.values() for slot in row}
    early = {s for s in slots if not case.register.begun(s, day, case.report_period)}
    for slot, entry in _entries(case) if early else ():
        if slot in early:
            yield Hit(entry.place, {"slot": slot.label, "day": day})


def _before_it_began(case: EntryCase) -> Iterator[Hit]:
    begins = case.register.begins(case.department) or date.min
    for slot, entry in _entries(case):
        if case.register.period_rule.end(case.register.year, slot) < begins:
            yield Hit(entry.place, {"slot": slot.label, "day": begins})


def _after_it_closed(case: EntryCase) -> Iterator[Hit]:
    closed = case.department.closed
    for slot, entry in _entries(case):
        if closed < case.register.period_rule.start(case.register.year, slot):
            yield Hit(entry.place, {"slot": slot.label, "day": closed})


def _entries(case: EntryCase) -> Iterator[tuple[Slot, Entry]]:
    return ((slot, entry) for row in case.rows.values() for slot, entry in row.items())


_HALVES = {Component.NUMERATOR: message("numerator"), Component.DENOMINATOR: message("denominator")}

ENTRY_RULES: tuple[Rule[EntryCase], ...] = (
    Rule("V201", _numerator_above_denominator),
    Rule("V202", _half_a_ratio),
    Rule("V301", _slot_not_begun),
    Rule("V303", _before_it_began),
    Rule("V304", _after_it_closed),
)
