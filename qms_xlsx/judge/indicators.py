"""Judged rows of one indicator: each department's, and the organisation's."""

from __future__ import annotations

from dataclasses import dataclass, replace
from typing import TYPE_CHECKING, Any

from qms_xlsx.domain.goal import EVERY_ONE, Goal
from qms_xlsx.domain.indicator import RATIO, Aggregation, Indicator
from qms_xlsx.domain.status import MET, Status
from qms_xlsx.domain.submission import Mark
from qms_xlsx.domain.target import Kind
from qms_xlsx.judge import why
from qms_xlsx.judge.comparing import Figure
from qms_xlsx.judge.figures import (
    DepartmentFigure,
    Typed,
    coverage_of,
    figure_of,
    stale_slot,
)
from qms_xlsx.judge.items import MaybeItem, Pair, combine
from qms_xlsx.judge.owners import reach_of, told_by_owners
from qms_xlsx.judge.results import Coverage, Result, Series, Shown
from qms_xlsx.judge.verdict import Verdict, judge, kps_as_zero, value_of

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping, Sequence

    from qms_xlsx.domain.indicator import Objective
    from qms_xlsx.domain.submission import Submission
    from qms_xlsx.judge.expected import Calendar

_NOTHING = Coverage()
_CONTRIBUTES = Verdict(status=None, why=why.CONTRIBUTION)


@dataclass(frozen=True, slots=True)
class _Context:
    calendar: Calendar
    indicator: Indicator
    submissions: Mapping[str, Submission]
    """Each department's."""
    reach: int
    """The month that the row has come to."""
    begin: int
    """Months of the year before the row begins."""


@dataclass(frozen=True, slots=True)
class _Own:
    """What a department says of a row, as it stands alone."""

    told: Typed
    indicator: Indicator
    """The row as it is asked of the department."""
    reach: int
    figure: DepartmentFigure

    @classmethod
    def of(cls, calendar: Calendar, indicator: Indicator, told: Typed) -> _Own:
        asked, reach = calendar.register.asked_of(indicator, told.department), reach_of([told])
        return cls(told, asked, reach, figure_of(calendar, asked, told, reach))

    def beside_others(self, context: _Context) -> DepartmentFigure:
        """Return its figure as a part of the organisation's, which may have come to less."""
        if self.reach == context.reach and self.indicator is context.indicator:
            return self.figure
        return figure_of(context.calendar, context.indicator, self.told, context.reach)


def indicator_rows(
    calendar: Calendar, indicator: Indicator, submissions: Mapping[str, Submission]
) -> list[Result]:
    """Return the organisation's row of an indicator, then one for each department that owns it."""
    told = told_by_owners(calendar, indicator, submissions)
    asked = [one for one in told if one.expected or one.items]
    reach = reach_of(asked) if asked else calendar.reach(indicator.cadence)
    context = _Context(calendar, indicator, submissions, reach, calendar.register.months_before())
    if not asked and told and reach:
        return [_row(context, Verdict(status=Status.NOT_APPLICABLE, why=why.NOBODY_EXPECTED))]
    owners = [_Own.of(calendar, indicator, one) for one in asked]
    rows = [_department_row(calendar, own, submissions) for own in owners]
    figures = [own.beside_others(context) for own in owners]
    whole = _organisation_row(context, figures, rows)
    return [replace(whole, series=_series(indicator, asked)), *rows]


def _series(indicator: Indicator, told: Sequence[Typed]) -> Series:
    """Return the departments' items put together slot by slot."""
    how = Aggregation.SUM if indicator.across is Aggregation.EACH else indicator.across
    slots = sorted({slot for one in told for slot in one.items})
    items = ((s, combine(how, (o.items.get(s) for o in told), indicator.scale)) for s in slots)
    return tuple((slot, item) for slot, item in items if item is not None)


def _words(indicator: Indicator, submission: Submission | None) -> tuple[str, str]:
    """Return the cause and the remedy that a department states."""
    remark = submission.remarks.get(indicator.code) if submission else None
    return (remark.cause, remark.remedy) if remark else ("", "")


def _department_row(calendar: Calendar, own: _Own, submissions: Mapping[str, Submission]) -> Result:
    indicator, figure = own.indicator, own.figure
    context = _Context(calendar, indicator, submissions, own.reach, own.told.begin)
    item = kps_as_zero(indicator, figure.item, complete=figure.complete)
    contributes = calendar.register.contributes(indicator, figure.department)
    verdict = _CONTRIBUTES if contributes else _verdict(context, item, [figure])
    return _row(
        context,
        verdict,
        department=figure.department,
        items=(item, figure.in_period),
        figures=[figure],
        coverage=coverage_of([figure]),
    )


def _organisation_row(
    context: _Context, figures: Sequence[DepartmentFigure], rows: Sequence[Result]
) -> Result:
    indicator = context.indicator
    how, scale = indicator.across, indicator.scale
    if how is Aggregation.EACH:
        return _everybody_row(context, figures, rows)
    if how is Aggregation.ALL and _counts_departments(indicator.goal):
        whole, lately = _share_of_yes(figures), _share_of_yes(figures, in_period=True)
    else:
        if indicator.over_slots is Aggregation.EVERY:
            how = Aggregation.RATIO
        whole = combine(how, (f.item for f in figures), scale)
        lately = combine(how, (f.in_period for f in figures), scale)
    used = [f for f in figures if f.item is not None]
    if how is Aggregation.SINGLE:
        used = [f for f in used if not isinstance(f.item, Mark)][:1] or used[:1]
    complete = all(f.complete for f in figures)
    whole = kps_as_zero(indicator, whole, complete=complete)
    return _row(
        context,
        _verdict(context, whole, figures),
        department=None,
        items=(whole, lately),
        figures=used,
        coverage=coverage_of(figures),
    )


def _everybody_row(
    context: _Context, figures: Sequence[DepartmentFigure], rows: Sequence[Result]
) -> Result:
    """Return the row of what each department must reach: how many of those expected do."""
    counted = [row for row in rows if row.status not in (None, *_OUTSIDE)]
    reached = sum(row.status in MET for row in counted)
    failed = any(row.status in (Status.MISSED, Status.AT_RISK) for row in counted)
    share = replace(context, indicator=replace(context.indicator, goal=EVERY_ONE, parts=RATIO))
    item: MaybeItem = Pair(float(reached), float(len(counted))) if counted else None
    if isinstance(context.indicator.goal, Goal):
        verdict = _verdict(share, item, figures, certain=failed)
    else:
        verdict = Verdict(status=Status.NO_DATA, why=context.indicator.goal.reason)
    outside = next((status for status in _OUTSIDE if any(r.status is status for r in rows)), None)
    if not counted and outside:
        reason = next(row.why for row in rows if row.status is outside)
        verdict = Verdict(status=outside, why=reason)
    return _row(
        share,
        verdict,
        items=(item, None),
        figures=[f for f in figures if f.item is not None],
        coverage=coverage_of(figures),
    )


_OUTSIDE = (Status.NOT_DUE, Status.NOT_APPLICABLE)
"""Statuses of departments that are not counted among those that must reach something."""


def _counts_departments(goal: object) -> bool:
    """Whether "all" is asked as a percentage of the departments."""
    return isinstance(goal, Goal) and goal.kind in (Kind.THRESHOLD, Kind.CHILDREN)


def _share_of_yes(figures: Sequence[DepartmentFigure], *, in_period: bool = False) -> MaybeItem:
    """Return departments with Có of departments expected; KPS leaves both."""
    items = [f.in_period if in_period else f.item for f in figures]
    counted = [item for item in items if not isinstance(item, Mark)]
    if all(item is None for item in counted):  # nobody has answered
        return Mark.KPS if len(counted) < len(items) else None
    return Pair(float(sum(item is True for item in counted)), float(len(counted)))


def _verdict(
    context: _Context,
    item: MaybeItem,
    figures: Sequence[DepartmentFigure],
    *,
    certain: bool = False,
) -> Verdict:
    indicator = context.indicator
    own = Figure(
        item=item,
        value=value_of(item, _scale(indicator)),
        reach=context.reach,
        begin=context.begin,
        there=(sum(f.there for f in figures), sum(len(f.expected) for f in figures)),
        full=all(f.complete for f in figures),
        certain=certain,
    )
    return judge(indicator, own, context.calendar.register.caution)


def _scale(indicator: Indicator) -> float:
    """Return a pair's scale; a share of periods or departments is in per cent whatever the unit."""
    return 100.0 if indicator.goal is EVERY_ONE else indicator.scale


def _row(
    context: _Context,
    verdict: Verdict,
    *,
    department: str | None = None,
    items: tuple[MaybeItem, MaybeItem] = (None, None),
    figures: Sequence[DepartmentFigure] = (),
    coverage: Coverage = _NOTHING,
) -> Result:
    indicator, scale = context.indicator, _scale(context.indicator)
    objective = context.calendar.register.by_code[indicator.code]
    actual = _shown(items[0], scale)
    pair = items[0] if isinstance(items[0], Pair) else None
    estimated = any(f.estimated for f in figures) or verdict.estimated_baseline
    doubtful = estimated or not coverage.complete or indicator.provisional
    words = [_words(indicator, context.submissions.get(f.department)) for f in figures]
    return judged_row(
        objective,
        indicator,
        verdict,
        context.reach,
        department=department,
        actual=actual,
        in_period=_shown(items[1], scale),
        numerator=pair.numerator if pair else None,
        denominator=pair.denominator if pair else None,
        provisional=actual is not None and doubtful,
        estimated=estimated,
        coverage=coverage,
        as_of_slot=stale_slot(indicator, figures),
        cause=_joined(cause for cause, _ in words),
        remedy=_joined(remedy for _, remedy in words),
        sources=tuple(place for f in figures for place in f.sources),
    )


def judged_row(
    objective: Objective,
    indicator: Indicator,
    verdict: Verdict,
    reach: int,
    *,
    department: str | None,
    **figures: Any,
) -> Result:
    """Return the row of what is asked and how it is judged, with the figures that are given."""
    known = indicator.goal if isinstance(indicator.goal, Goal) else None
    return Result(
        objective=objective,
        department=department,
        unit=known.unit if known else indicator.unit,
        target=indicator.target,
        target_unit=known.target_unit if known else indicator.unit,
        comparator=known.comparator if known else None,
        period_target=verdict.period_target,
        period_upper=verdict.period_upper,
        year_target=known.of_the_year if known else None,
        year_upper=known.upper if known else None,
        change=verdict.change,
        baseline=verdict.baseline,
        reach=reach,
        attainment=verdict.attainment,
        percent_of_year=verdict.percent_of_year,
        status=verdict.status,
        why=verdict.why,
        **figures,
    )


def _joined(texts: Iterable[str]) -> str:
    return "; ".join(dict.fromkeys(text for text in texts if text))


def _shown(item: MaybeItem, scale: float) -> Shown | None:
    if isinstance(item, Pair):
        return item.quotient(scale)
    return None if isinstance(item, Mark) else item
