"""Family R: objectives without measures, measures without objectives, doubles."""

from __future__ import annotations

from typing import TYPE_CHECKING

from qms_xlsx.codes.rule import Hit, Rule
from qms_xlsx.language.near import meant
from qms_xlsx.language.text import folded
from qms_xlsx.rules.register.readings import named, setting, short
from qms_xlsx.rules.register.tree import ancestors

if TYPE_CHECKING:
    from collections.abc import Iterator

    from qms_xlsx.domain.indicator import Objective
    from qms_xlsx.domain.measure import Measure
    from qms_xlsx.domain.register import Register


def _no_plan(register: Register) -> Iterator[Hit]:
    if register.objectives and not register.measures:
        yield Hit(setting(register, ""))


def _objective_without_measure(register: Register) -> Iterator[Hit]:
    """TCVN ISO 9001:2015, 6.2.2: an organisation plans how its objectives are achieved.

    Said once for all of them: a plan that is still to be written must not fill the page.
    """
    served = {code for measure in register.measures for code in measure.objectives}
    bare = [
        objective
        for objective in (register.indicators if register.measures else ())
        if not any(o.code in served for o in (objective, *ancestors(register, objective)))
    ]
    if bare:
        names = named([f"{o.code} “{short(o.name)}”" for o in bare])
        values = {"code": ", ".join(o.code for o in bare), "names": names}
        yield Hit(bare[0].at("code"), values)


def _measure_without_objective(register: Register) -> Iterator[Hit]:
    for measure in register.measures:
        if not measure.objectives:
            yield Hit(measure.at("objectives"), {"number": measure.number})


def _unknown_objective(register: Register) -> Iterator[Hit]:
    for measure in register.measures:
        for code in measure.objectives:
            if code not in register.by_code:
                likely = meant(code, register.by_code)
                yield Hit(measure.at("objectives"), {"value": code, "likely": likely})


def _duplicate_measure(register: Register) -> Iterator[Hit]:
    """Word for word the same for one objective; under another objective it is meant."""
    first: dict[tuple[str, str], Measure] = {}
    for measure in register.measures:
        keys = [(code, folded(measure.measure)) for code in measure.objectives]
        twin = next((first[key] for key in keys if key in first), None)
        if twin is not None:
            values = {
                "number": measure.number,
                "first": twin.number,
                "value": short(measure.measure),
            }
            yield Hit(measure.at("measure"), values)
        first.update({key: measure for key in keys if key not in first})


def _duplicate_objective(register: Register) -> Iterator[Hit]:
    first: dict[tuple[str, str, str], Objective] = {}
    for objective in register.objectives:
        key = (objective.parent, folded(objective.name), folded(objective.target))
        twin = first.setdefault(key, objective)
        if twin is not objective and objective.name:
            values = {"name": objective.name, "first": twin.code}
            yield Hit(objective.at("name"), values)


MEASURE_RULES: tuple[Rule[Register], ...] = (
    Rule("R241", _no_plan),
    Rule("R242", _objective_without_measure),
    Rule("R243", _measure_without_objective),
    Rule("R244", _unknown_objective),
    Rule("R245", _duplicate_measure),
    Rule("R246", _duplicate_objective),
)
