"""Family R: parents and children, and how many of them the decision declares."""

from __future__ import annotations

from typing import TYPE_CHECKING

from qms_xlsx.codes.rule import Hit, Rule
from qms_xlsx.domain.finding import Severity
from qms_xlsx.domain.target import Kind
from qms_xlsx.language.messages import N_
from qms_xlsx.language.near import meant
from qms_xlsx.rules.register.readings import only_target, short

if TYPE_CHECKING:
    from collections.abc import Iterator

    from qms_xlsx.domain.register import Objective, Register


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
        target = only_target(register.by_code[code])
        if target is None or target.kind is not Kind.CHILDREN or target.of is None:
            continue
        declared, listed = int(target.of), len(children)
        if declared != listed:
            values = {"value": short(register.by_code[code].target), "declared": declared}
            yield Hit(register.by_code[code].at("target"), values | {"listed": listed})


def _parents_target_unused(register: Register) -> Iterator[Hit]:
    for code in register.children:
        objective = register.by_code[code]
        target = only_target(objective)
        if objective.target and (target is None or target.kind is not Kind.CHILDREN):
            yield Hit(objective.at("target"), {"value": short(objective.target)})


def _nothing_to_report(register: Register) -> Iterator[Hit]:
    for objective in register.objectives:
        if not objective.target and objective.code not in register.children:
            yield Hit(objective.at("target"), {"name": objective.name})


TREE_RULES: tuple[Rule[Register], ...] = (
    Rule(
        code="R211",
        name="unknown_parent",
        severity=Severity.ERROR,
        message=N_("The register has no objective “{value}” to stand under{likely}"),
        hint=N_("Correct the code in “Thuộc mục tiêu”, or add the objective."),
        check=_unknown_parent,
    ),
    Rule(
        code="R212",
        name="parent_loop",
        severity=Severity.ERROR,
        message=N_("The objective stands under itself: {path}."),
        hint=N_("Correct “Thuộc mục tiêu” of one of these rows."),
        check=_parent_loop,
    ),
    Rule(
        code="R213",
        name="declared_and_listed",
        severity=Severity.WARNING,
        message=N_("“{value}” declares {declared} items, but {listed} are listed below."),
        hint=N_("Add the missing item, or correct the number; as many may be missed as declared."),
        check=_declared_and_listed,
    ),
    Rule(
        code="R214",
        name="parents_target_unused",
        severity=Severity.WARNING,
        message=N_(
            "“{value}” stands beside an objective with items below it, which alone are judged."
        ),
        hint=N_("Give the target a row of its own below, or write how many items must be met."),
        check=_parents_target_unused,
    ),
    Rule(
        code="R215",
        name="nothing_to_report",
        severity=Severity.WARNING,
        message=N_("“{name}” has neither a target nor items below it: nothing is reported for it."),
        hint=N_("Write its target, or list its items below it."),
        check=_nothing_to_report,
    ),
)
