"""What a department's form lists, and what people read of each row."""

from __future__ import annotations

from typing import TYPE_CHECKING

from qms_xlsx.book.labels import COMPONENTS
from qms_xlsx.domain.indicator import RATIO, Aggregation, Component, Indicator, Objective
from qms_xlsx.domain.period import Cadence
from qms_xlsx.write.form.form_indicator import FormIndicator

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from qms_xlsx.domain.register import Register


def listed(register: Register, department: str) -> Iterator[Objective | FormIndicator]:
    """Yield the indicators that a department owns, each heading above them once."""
    told: set[str] = set()
    for objective in register.owned(department):
        for heading in headings(register, objective):
            if heading.code not in told:
                told.add(heading.code)
                yield heading
        yield FormIndicator.of(register, objective, department)


def finest(register: Register, department: str) -> Cadence:
    """Return the finest cadence among a department's indicators."""
    cadences = [objective.cadence for objective in register.owned(department)]
    return min(cadences, key=lambda cadence: cadence.months, default=Cadence.HALF)


def headings(register: Register, objective: Objective) -> Sequence[Objective]:
    """Return the objectives above an indicator, the topmost first."""
    chain: list[Objective] = []
    parent = register.by_code.get(objective.parent)
    while parent is not None and parent not in chain:
        chain.insert(0, parent)
        parent = register.by_code.get(parent.parent)
    return chain


def component_label(objective: Indicator, component: Component) -> str:
    """Return what a row asks for, in words."""
    label = {
        Component.NUMERATOR: objective.numerator_label,
        Component.DENOMINATOR: objective.denominator_label,
    }.get(component, "")
    text = f"{COMPONENTS[component]}: {label}" if label else COMPONENTS[component]
    counted = component in (*RATIO, Component.VALUE)
    latest = objective.over_slots is Aggregation.LAST
    return f"{text} (cuối kỳ)" if counted and latest else text


def target_text(objective: Objective) -> str:
    """Return the target as the decision words it, with the half-year's where there is one."""
    if not objective.target_h1:
        return objective.target
    return f"{objective.target}\n(6 tháng: {objective.target_h1})"
