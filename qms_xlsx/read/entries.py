"""Family V, between cells: pairs of a ratio, slots and dates of one indicator's rows."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

from qms_xlsx.codes.rule import Hit, Rule
from qms_xlsx.domain.finding import Severity
from qms_xlsx.domain.register import RATIO, Component
from qms_xlsx.domain.submission import Mark
from qms_xlsx.judge.expected import begun
from qms_xlsx.judge.goals import ratio_scale
from qms_xlsx.language.messages import N_, message
from qms_xlsx.language.numbers import show

if TYPE_CHECKING:
    from collections.abc import Mapping
    from datetime import date

    from qms_xlsx.domain.finding import Place
    from qms_xlsx.domain.period import Period, Slot
    from qms_xlsx.domain.register import Objective, Register
    from qms_xlsx.domain.submission import Entry


@dataclass(frozen=True, slots=True)
class EntryCase:
    """The accepted cells of one indicator, and where each of its cells stands."""

    register: Register
    objective: Objective
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
    if ratio_scale(case.objective.unit) == 1.0:  # a yield or a mean may be more than one
        return
    numerators, denominators = (case.rows.get(part, {}) for part in RATIO)
    for slot, entry in numerators.items():
        below = denominators.get(slot)
        high, low = entry.value, below.value if below else None
        if isinstance(high, float) and isinstance(low, float) and high > low:
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
    early = {s for s in slots if not begun(case.register, s, day, case.report_period)}
    for row in case.rows.values() if early else ():
        for slot, entry in row.items():
            if slot in early:
                yield Hit(entry.place, {"slot": slot.label, "day": f"{day:%d/%m/%Y}"})


def _found_by_reader(_: Any) -> Iterator[Hit]:
    return iter(())


_HALVES = {Component.NUMERATOR: message("numerator"), Component.DENOMINATOR: message("denominator")}
_DATE_HINT = N_("Type the date as day/month/year, such as 14/6/2024.")

ENTRY_RULES: tuple[Rule[EntryCase], ...] = (
    Rule(
        code="V201",
        name="numerator_above_denominator",
        severity=Severity.ERROR,
        message=N_("The numerator {numerator} is larger than the denominator {denominator}."),
        hint=N_("Check both numbers; perhaps they were exchanged."),
        check=_numerator_above_denominator,
    ),
    Rule(
        code="V202",
        name="half_a_ratio",
        severity=Severity.ERROR,
        message=N_(
            "{slot} has the {given} {value} but no {missing}, so the ratio cannot be counted."
        ),
        hint=N_("Fill in the {missing} too, or KPS in both if nothing arose."),
        check=_half_a_ratio,
    ),
    Rule(
        code="V301",
        name="slot_not_begun",
        severity=Severity.ERROR,
        message=N_(
            "{slot} had not begun on the report's date ({day}), so it cannot hold a figure."
        ),
        hint=N_("Delete the figure, or correct the report date."),
        check=_slot_not_begun,
    ),
)

TEXT_RULES: tuple[Rule[Any], ...] = (
    Rule(
        code="V302",
        name="unknown_slot",
        severity=Severity.WARNING,
        message=N_("“{value}” names no period of this row; no figure is taken as an estimate."),
        hint=N_("Choose the first estimated period from the list, such as T6."),
        check=_found_by_reader,
    ),
    Rule(
        code="V401",
        name="not_a_date",
        severity=Severity.ERROR,
        message=N_("“{value}” is not a date; it was not used."),
        hint=_DATE_HINT,
        check=_found_by_reader,
    ),
    Rule(
        code="V402",
        name="unknown_state",
        severity=Severity.ERROR,
        message=N_("“{value}” is not one of: {choices}."),
        hint=N_("Choose one of the list's values."),
        check=_found_by_reader,
    ),
    Rule(
        code="V403",
        name="not_a_count",
        severity=Severity.ERROR,
        message=N_("“{value}” is not a whole number of times; it was not used."),
        hint=N_("Type how many times it was done, such as 3."),
        check=_found_by_reader,
    ),
)
READING = {rule.name: rule for rule in TEXT_RULES}
