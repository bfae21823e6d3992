"""Judged rows of one indicator: each department's, and the organisation's."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from qms_xlsx.domain.register import Aggregation
from qms_xlsx.domain.submission import Mark
from qms_xlsx.domain.target import Kind
from qms_xlsx.judge import why
from qms_xlsx.judge.figures import (
    DepartmentFigure,
    department_figure,
    over_departments,
    over_time,
)
from qms_xlsx.judge.goals import Goal, NoGoal, goal, ratio_scale
from qms_xlsx.judge.items import MaybeItem, Pair, combine
from qms_xlsx.judge.results import Coverage, Result, Shown
from qms_xlsx.judge.verdict import Verdict, figure, judge, kps_as_zero

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping, Sequence

    from qms_xlsx.domain.register import Objective
    from qms_xlsx.domain.submission import Submission
    from qms_xlsx.judge.expected import Calendar


@dataclass(frozen=True, slots=True)
class _Context:
    calendar: Calendar
    objective: Objective
    goal: Goal | NoGoal
    scale: float
    remarks: Mapping[str, tuple[str, str]]
    """Cause and remedy, by department."""


def indicator_rows(
    calendar: Calendar, objective: Objective, submissions: Mapping[str, Submission]
) -> list[Result]:
    """Return the organisation's row of an indicator, then one for each department that owns it."""
    register = calendar.register
    owners = [register.department_by_code[code] for code in register.owners[objective.code]]
    figures = [
        department_figure(calendar, objective, owner, submissions.get(owner.code))
        for owner in owners
    ]
    context = _Context(
        calendar,
        objective,
        goal(objective),
        ratio_scale(objective.unit),
        {code: _words(objective, submission) for code, submission in submissions.items()},
    )
    asked = [f for f in figures if f.expected or f.item is not None]
    rows = [_department_row(context, f, several=len(owners) > 1) for f in asked]
    return [_organisation_row(context, asked), *rows]


def _words(objective: Objective, submission: Submission) -> tuple[str, str]:
    remark = submission.remarks.get(objective.code)
    return (remark.cause, remark.remedy) if remark else ("", "")


def _department_row(context: _Context, own: DepartmentFigure, *, several: bool) -> Result:
    item = kps_as_zero(context.objective, context.goal, own.item, complete=own.complete)
    verdict: Verdict | None = _verdict(context, item, complete=own.complete)
    contributes = several and context.objective.over_departments is Aggregation.SUM
    zero = isinstance(context.goal, Goal) and context.goal.zero
    if contributes and not zero:
        verdict = None
    return _row(
        context,
        verdict,
        department=own.department,
        items=(item, own.in_period),
        figures=[own],
        coverage=_coverage([own]),
    )


def _organisation_row(context: _Context, figures: Sequence[DepartmentFigure]) -> Result:
    how = over_departments(context.objective)
    percentage = how is Aggregation.ALL and _counts_departments(context.goal)
    if percentage:
        whole, lately = _share_of_yes(figures), _share_of_yes(figures, in_period=True)
    else:
        whole = combine(how, (f.item for f in figures), context.scale)
        lately = combine(how, (f.in_period for f in figures), context.scale)
    used = [f for f in figures if f.item is not None]
    if how is Aggregation.SINGLE:
        used = used[:1]
    complete = bool(figures) and all(f.complete for f in figures)
    whole = kps_as_zero(context.objective, context.goal, whole, complete=complete)
    return _row(
        context,
        _verdict(context, whole, complete=complete),
        department=None,
        items=(whole, lately),
        figures=used,
        coverage=_coverage(figures),
    )


def _counts_departments(goal: Goal | NoGoal) -> bool:
    """Whether "all" is asked as a percentage of the departments."""
    return isinstance(goal, Goal) and goal.kind in (Kind.THRESHOLD, Kind.CHILDREN)


def _share_of_yes(figures: Sequence[DepartmentFigure], *, in_period: bool = False) -> MaybeItem:
    """Return departments with Có of departments expected; KPS leaves both."""
    items = [f.in_period if in_period else f.item for f in figures]
    if all(item is None for item in items):
        return None
    counted = [item for item in items if not isinstance(item, Mark)]
    if not counted:
        return Mark.KPS
    return Pair(float(sum(item is True for item in counted)), float(len(counted)))


def _verdict(context: _Context, item: MaybeItem, *, complete: bool) -> Verdict:
    calendar, objective = context.calendar, context.objective
    own = figure(item, context.scale, calendar.reach(objective.cadence), complete=complete)
    return judge(objective, context.goal, own, calendar.register.caution)


def _row(
    context: _Context,
    verdict: Verdict | None,
    *,
    department: str | None,
    items: tuple[MaybeItem, MaybeItem],
    figures: Sequence[DepartmentFigure],
    coverage: Coverage,
) -> Result:
    pair = items[0] if isinstance(items[0], Pair) else None
    actual = _shown(items[0], context.scale)
    estimated = any(f.estimated for f in figures) or bool(verdict and verdict.estimated_baseline)
    known = context.goal if isinstance(context.goal, Goal) else None
    words = [context.remarks.get(f.department, ("", "")) for f in figures]
    return Result(
        objective=context.objective,
        department=department,
        unit=known.unit if known else context.objective.unit,
        target=context.objective.target,
        comparator=known.comparator if known else None,
        period_target=verdict.period_target if verdict else None,
        actual=actual,
        in_period=_shown(items[1], context.scale),
        numerator=pair.numerator if pair else None,
        denominator=pair.denominator if pair else None,
        attainment=verdict.attainment if verdict else None,
        percent_of_year=verdict.percent_of_year if verdict else None,
        status=verdict.status if verdict else None,
        provisional=actual is not None and (estimated or not coverage.complete),
        estimated=estimated,
        coverage=coverage,
        as_of_slot=_stale_slot(context, figures),
        why=verdict.why if verdict else why.CONTRIBUTION,
        cause=_joined(cause for cause, _ in words),
        remedy=_joined(remedy for _, remedy in words),
        sources=tuple(place for f in figures for place in f.sources),
    )


def _joined(texts: Iterable[str]) -> str:
    return "; ".join(dict.fromkeys(text for text in texts if text))


def _shown(item: MaybeItem, scale: float) -> Shown | None:
    if isinstance(item, Pair):
        return item.quotient(scale)
    return None if isinstance(item, Mark) else item


def _coverage(figures: Sequence[DepartmentFigure]) -> Coverage:
    asked = [f for f in figures if f.expected]
    reported = [f for f in asked if f.filled]
    slots = frozenset(slot for f in asked for slot in f.expected)
    whole = [
        s for s in slots if reported and all(s in f.filled for f in reported if s in f.expected)
    ]
    return Coverage(
        slots=(len(whole), len(slots)),
        departments=(len(reported), len(asked)),
    )


def _stale_slot(context: _Context, figures: Sequence[DepartmentFigure]) -> str | None:
    """Return the slot a `last` figure is from when a later one was expected."""
    if over_time(context.objective) is not Aggregation.LAST:
        return None
    old = [f.latest for f in figures if f.latest and f.expected and f.latest < max(f.expected)]
    return min(old).label if old else None
