"""Verdicts of headings and of "n of m" objectives from those of their children."""

from __future__ import annotations

from typing import TYPE_CHECKING

from qms_xlsx.domain.indicator import Heading, Objective
from qms_xlsx.domain.status import MET, WORST_FIRST, Status
from qms_xlsx.judge.results import Coverage, Result
from qms_xlsx.language.messages import Message, message

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from qms_xlsx.domain.register import Register


def heading_rows(register: Register, leaves: Mapping[str, Result]) -> dict[str, Result]:
    """Return the rows of all objectives with children, given the rows of the others."""
    rows: dict[str, Result] = {}

    def row(objective: Objective, above: frozenset[str]) -> Result | None:
        if objective.code in leaves:
            return leaves[objective.code]
        children = register.children.get(objective.code, ())
        if objective.code not in rows and objective.code not in above:
            path = above | {objective.code}  # a register's own loop must not hang the run
            below = [row(child, path) for child in children]
            rows[objective.code] = _parent(objective, [r for r in below if r is not None])
        return rows.get(objective.code)

    for objective in register.objectives:
        row(objective, frozenset())
    return rows


def _parent(objective: Objective, children: Sequence[Result]) -> Result:
    counted = objective.count if isinstance(objective, Heading) else None
    applicable = [r for r in children if r.status is not Status.NOT_APPLICABLE]
    if not applicable:
        status, why = _none(children)
    elif counted is None:
        status, why = _worst(applicable)
    else:
        status, why = _enough(counted, applicable)
    met = sum(r.status in MET for r in applicable)
    judged = sum(r.status in (*MET, Status.AT_RISK, Status.MISSED) for r in applicable)
    needed = _needed(counted, applicable) if counted and applicable else None
    return Result(
        objective=objective,
        department=None,
        unit=objective.unit,
        target=objective.target,
        comparator=">=" if counted else None,
        year_target=float(needed) if needed is not None else None,
        period_target=float(needed) if needed is not None else None,
        actual=float(met) if counted else None,
        attainment=100.0 * met / needed if needed else None,
        percent_of_year=100.0 * met / needed if needed else None,
        status=status,
        provisional=any(r.provisional for r in children),
        estimated=any(r.estimated for r in children),
        coverage=Coverage(children=(judged, len(applicable))),
        why=why,
    )


def _none(children: Sequence[Result]) -> tuple[Status, Message]:
    if not children:
        return Status.NO_DATA, message("No item is listed below this objective.")
    return (
        Status.NOT_APPLICABLE,
        message("None of the {n} items below applies.", n=len(children)),
    )


def _needed(counted: tuple[int, int], applicable: Sequence[Result]) -> int:
    """Return how many must be met: as many may fail as the words allow, but never all."""
    n, m = counted
    return max(len(applicable) - (m - n), 1)


def _enough(counted: tuple[int, int], applicable: Sequence[Result]) -> tuple[Status, Message]:
    statuses = [r.status for r in applicable]
    met = sum(status in MET for status in statuses)
    missed = statuses.count(Status.MISSED)
    needed = _needed(counted, applicable)
    values = {"met": met, "missed": missed, "listed": len(applicable), "needed": needed}
    text = message(
        "{met} of {listed} items are met, {missed} missed; {needed} must be met.", **values
    )
    if met >= needed:
        return Status.MET, text
    if len(applicable) - missed < needed:
        return Status.MISSED, text
    if Status.NO_DATA in statuses and set(statuses) <= {Status.NO_DATA, Status.NOT_DUE}:
        return Status.NO_DATA, text
    if any(s in (Status.MISSED, Status.AT_RISK, Status.NO_DATA) for s in statuses):
        return Status.AT_RISK, text
    return Status.NOT_DUE, text


def _worst(children: Sequence[Result]) -> tuple[Status, Message]:
    statuses = [Status.MET if r.status in MET else r.status for r in children]
    worst = next(status for status in WORST_FIRST if status in statuses)
    codes = [r.objective.code for r, s in zip(children, statuses, strict=True) if s is worst]
    return worst, message(
        "The worst of the {n} items below: {codes}.", n=len(children), codes=", ".join(codes)
    )
