"""The summaries of offices × the register above them → judged figures of the level above. Pure."""

from __future__ import annotations

from dataclasses import replace
from datetime import timedelta
from typing import TYPE_CHECKING

from qms_xlsx.domain.goal import EVERY_ONE, Goal
from qms_xlsx.domain.indicator import RATIO, Aggregation, Indicator
from qms_xlsx.domain.office import Doubt
from qms_xlsx.domain.status import WORST_FIRST, Status
from qms_xlsx.domain.submission import Mark
from qms_xlsx.judge.comparing import Figure
from qms_xlsx.judge.expected import Calendar
from qms_xlsx.judge.headings import heading_rows
from qms_xlsx.judge.indicators import judged_row
from qms_xlsx.judge.items import MaybeItem, Pair, combine
from qms_xlsx.judge.matching import Counted, NotCountedRow, matched, shares
from qms_xlsx.judge.reporting import last_good_day
from qms_xlsx.judge.results import Aggregate, Coverage, Reporting, Result
from qms_xlsx.judge.rolled import RolledUp
from qms_xlsx.judge.verdict import Verdict, judge, kps_as_zero, value_of
from qms_xlsx.language.messages import message
from qms_xlsx.language.units import is_rate

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Sequence
    from datetime import date

    from qms_xlsx.domain.office import Office, OfficeRow
    from qms_xlsx.domain.period import Period
    from qms_xlsx.domain.register import Register

NOT_ADDED = message(
    "What the offices report cannot be put together: neither averages nor percentages are added."
)
_OWN = message("As the office's own summary states it.")
_ASKED = message("The office has not answered how the row's words are to be understood.")
_SUMMED = (Aggregation.SUM, Aggregation.RATIO)


def roll_up(register: Register, offices: Sequence[Office], period: Period, as_of: date) -> RolledUp:
    """Return the level above, judged by its register: parts added, nothing averaged of shares."""
    counted, left_out = _sorted_out(register, offices)
    whole = _Whole(register, tuple(offices), period, as_of, counted, left_out)
    rows = {o.code: list(whole.rows(o)) for o in register.indicators}
    headings = heading_rows(register, {code: own[0] for code, own in rows.items()})
    known = {**{code: [row] for code, row in headings.items()}, **rows}
    aggregate = Aggregate(
        register=register,
        period=period,
        as_of=as_of,
        results=tuple(row for o in register.objectives for row in known.get(o.code, ())),
        measures=(),
        reporting=_reporting(register, offices, period),
    )
    return RolledUp(aggregate, tuple(offices), tuple(counted), tuple(left_out))


def _sorted_out(
    register: Register, offices: Iterable[Office]
) -> tuple[list[Counted], list[NotCountedRow]]:
    counted: list[Counted] = []
    left_out: list[NotCountedRow] = []
    for office in offices:
        for row in office.summary.rows if office.summary else ():
            found = matched(register, office.code, row)
            if isinstance(found, NotCountedRow):
                left_out.append(found)
            elif found is not None:
                counted.append(found)
    return counted, left_out


def _reporting(register: Register, offices: Sequence[Office], period: Period) -> Reporting:
    """Return which offices have handed in a summary that counts, and which on time."""
    came = {o.code: o.summary.as_of for o in offices if o.summary}
    due = last_good_day(register, period)
    return Reporting(
        expected=tuple(office.code for office in offices),
        received=tuple(came),
        on_time=None if due is None else tuple(c for c, day in came.items() if day <= due),
        rejected=tuple(o.code for o in offices if o.refused),
        due=due,
        handed_in=came,
    )


class _Whole:
    """Makes the rows of one indicator after the other."""

    def __init__(
        self,
        register: Register,
        offices: tuple[Office, ...],
        period: Period,
        as_of: date,
        counted: Iterable[Counted],
        left_out: Iterable[NotCountedRow],
    ) -> None:
        self.register = register
        self.codes = [office.code for office in offices]
        self.silent = [office.code for office in offices if office.summary is None]
        ends = register.period_rule.end(register.year, period.slot)
        self.calendar = Calendar(register, period, max(as_of, ends + timedelta(days=1)))
        self.counted: dict[str, list[Counted]] = {}
        for one in counted:
            self.counted.setdefault(one.row.follows or one.row.code, []).append(one)
        self.left_out: dict[str, list[str]] = {}
        for lost in left_out:
            self.left_out.setdefault(lost.objective, []).append(lost.office)

    def rows(self, indicator: Indicator) -> Iterator[Result]:
        """Yield the row of the level above, then the offices' own."""
        own = self.counted.get(indicator.code, [])
        yield self._organisation(indicator, own)
        by_office: dict[str, list[Counted]] = {}
        for one in own:
            by_office.setdefault(one.office, []).append(one)
        for office, rows in by_office.items():
            yield _office_row(indicator, office, rows)

    def _asked(self, code: str, own: Sequence[Counted]) -> set[str]:
        """Return the offices that owe a figure.

        They are those that the register names, else all that have such a row and all that are
        silent.
        """
        waiting = {one.office for one in own if not _expected(one)}
        named = set(self.register.owners.get(code, ())).intersection(self.codes)
        others = named or set(self.silent)
        return {*(o.office for o in own), *self.left_out.get(code, ()), *others} - waiting

    def _organisation(self, indicator: Indicator, own: Sequence[Counted]) -> Result:
        given = [one for one in own if one.item is not None]
        asked = self._asked(indicator.code, own)
        full = {one.office for one in given if one.row.status is not Status.NO_DATA}
        there = (len(full & asked), len(asked))
        judged = _as_reported(indicator)
        scale = 100.0 if shares(indicator) else indicator.scale
        item = _together(indicator, [one.item for one in given], scale)
        item = kps_as_zero(indicator, item, complete=there[0] == there[1])
        figure = Figure(
            item=item,
            value=value_of(item, scale),
            reach=self._reach(indicator, own),
            begin=self.calendar.register.months_before(),
            there=there,
            full=there[0] == there[1],
        )
        verdict = judge(judged, figure, self.register.caution)
        if item is None and given:
            verdict = Verdict(status=Status.NO_DATA, why=NOT_ADDED)
        lately = _together(indicator, [one.in_period for one in own], scale)
        return _result(indicator, judged, figure, verdict, own, lately)

    def _reach(self, indicator: Indicator, own: Sequence[Counted]) -> int:
        """Return the month that the offices have come to; 0 where nobody owes anything yet."""
        if own and not any(map(_expected, own)):
            return 0
        told = [one.row.reach for one in own if one.row.reach]
        return max(told, default=self.calendar.reach(indicator.cadence))


def _expected(one: Counted) -> bool:
    """Whether an office owes a figure by now, or has given one."""
    return one.item is not None or one.row.slots is None or one.row.slots[1] > 0


def _as_reported(indicator: Indicator) -> Indicator:
    """Return an indicator as it is judged by shares of departments or of periods."""
    if not shares(indicator):
        return indicator
    each = indicator.across is Aggregation.EACH and isinstance(indicator.goal, Goal)
    return replace(indicator, parts=RATIO, goal=EVERY_ONE if each else indicator.goal)


def _together(indicator: Indicator, items: Sequence[MaybeItem], scale: float) -> MaybeItem:
    """Return the offices' items put together; None where that would say nothing.

    Parts are always added. A figure of one owner is no total of several, and percentages are
    neither added nor averaged: of them only the least, the most and the worst say something.
    """
    how = indicator.across
    if shares(indicator) or indicator.parts == RATIO:
        lone = how in (Aggregation.MIN, Aggregation.MAX, Aggregation.WORST)
        return combine(how if lone else Aggregation.RATIO, items, scale)
    figures = [item for item in items if item is not None and not isinstance(item, Mark)]
    alone = how is Aggregation.SINGLE or (
        how in (*_SUMMED, Aggregation.AVERAGE) and is_rate(indicator.unit)
    )
    if alone and len(figures) > 1:
        return None
    return combine(how, items, scale)


def _result(
    indicator: Indicator,
    judged: Indicator,
    figure: Figure,
    verdict: Verdict,
    own: Sequence[Counted],
    lately: MaybeItem,
) -> Result:
    pair = figure.item if isinstance(figure.item, Pair) else None
    used = [one for one in own if one.item is not None]
    estimated = any(one.row.doubt is Doubt.ESTIMATE for one in used) or verdict.estimated_baseline
    return judged_row(
        indicator,
        judged,
        verdict,
        figure.reach,
        department=None,
        actual=figure.value,
        in_period=value_of(lately, judged.scale),
        numerator=pair.numerator if pair else None,
        denominator=pair.denominator if pair else None,
        provisional=figure.value is not None and (estimated or _doubtful(judged, figure, used)),
        estimated=estimated,
        coverage=Coverage(departments=figure.there),
        sources=tuple(one.row.place for one in used),
    )


def _doubtful(indicator: Indicator, figure: Figure, used: Sequence[Counted]) -> bool:
    """Whether a figure rests on what an office doubts, on too few, or on different months."""
    reaches = {one.row.reach for one in used if one.row.reach}
    own = any(one.row.provisional or one.row.doubt for one in used)
    return own or not figure.complete or len(reaches) > 1 or indicator.provisional


def _office_row(indicator: Indicator, office: str, rows: Sequence[Counted]) -> Result:
    """Return an office's row as it states it; of several the worst status and their sum."""
    own: OfficeRow = rows[0].row
    statuses = [one.row.status for one in rows]
    single = len(rows) == 1
    scale = 100.0 if shares(indicator) else indicator.scale
    item = rows[0].item if single else _together(indicator, [r.item for r in rows], scale)
    worst = next((s for s in WORST_FIRST if s in statuses), own.status)
    lately = rows[0].in_period if single else None
    return Result(
        objective=indicator,
        department=office,
        unit=indicator.unit,
        target=own.target,
        target_unit=own.unit,
        comparator=own.comparator,
        period_target=own.period_target if single else None,
        period_upper=own.period_upper if single else None,
        actual=value_of(item, scale),
        year_target=own.year_target if single else None,
        reach=own.reach or 0,
        in_period=value_of(lately, scale),
        numerator=item.numerator if isinstance(item, Pair) else None,
        denominator=item.denominator if isinstance(item, Pair) else None,
        attainment=own.attainment if single else None,
        percent_of_year=own.percent_of_year if single else None,
        status=own.status if single else worst,
        provisional=any(r.row.provisional or r.row.doubt for r in rows),
        estimated=any(r.row.doubt is Doubt.ESTIMATE for r in rows),
        coverage=Coverage(slots=own.slots, departments=own.departments),
        why=_ASKED if own.doubt is Doubt.QUESTION else _OWN,
        sources=tuple(one.row.place for one in rows),
    )
