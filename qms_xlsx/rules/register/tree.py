"""Family R: parents and children, and how many of them the decision declares."""

from __future__ import annotations

from typing import TYPE_CHECKING

from qms_xlsx.codes.rule import Hit, Rule
from qms_xlsx.domain.target import Kind
from qms_xlsx.language.near import meant
from qms_xlsx.rules.register.readings import short

if TYPE_CHECKING:
    from collections.abc import Iterator

    from qms_xlsx.domain.indicator import Objective
    from qms_xlsx.domain.register import Register


def ancestors(register: Register, objective: Objective) -> Iterator[Objective]:
    """Yield the objectives above one, the nearest first; a loop ends where it began."""
    seen = {objective.code}
    above = register.by_code.get(objective.parent)
    while above is not None and above.code not in seen:
        yield above
        seen.add(above.code)
        above = register.by_code.get(above.parent)


def _unknown_parent(register: Register) -> Iterator[Hit]:
    for objective in register.objectives:
        if objective.parent and objective.parent not in register.by_code:
            likely = meant(objective.parent, register.by_code)
            yield Hit(objective.at("parent"), {"value": objective.parent, "likely": likely})


def _parent_loop(register: Register) -> Iterator[Hit]:
    for objective in register.objectives:
        above = (objective, *ancestors(register, objective))
        if above[-1].parent == objective.code:
            path = " → ".join(o.code for o in (*above, objective))
            yield Hit(objective.at("parent"), {"path": path})


def _declared_and_listed(register: Register) -> Iterator[Hit]:
    for code, children in register.children.items():
        target = register.by_code[code].only_target
        if target is None or target.kind is not Kind.CHILDREN or target.of is None:
            continue
        declared, listed = int(target.of), len(children)
        if declared != listed:
            values = {"value": short(register.by_code[code].target), "declared": declared}
            yield Hit(register.by_code[code].at("target"), values | {"listed": listed})


def _parents_target_unused(register: Register) -> Iterator[Hit]:
    for code in register.children:
        objective = register.by_code[code]
        target = objective.only_target
        if objective.target and (target is None or target.kind is not Kind.CHILDREN):
            yield Hit(objective.at("target"), {"value": short(objective.target)})


def _nothing_to_report(register: Register) -> Iterator[Hit]:
    for objective in register.objectives:
        if not objective.target and objective.code not in register.children:
            yield Hit(objective.at("target"), {"name": objective.name})


TREE_RULES: tuple[Rule[Register], ...] = (
    Rule("R211", _unknown_parent),
    Rule("R212", _parent_loop),
    Rule("R213", _declared_and_listed),
    Rule("R214", _parents_target_unused),
    Rule("R215", _nothing_to_report),
)
