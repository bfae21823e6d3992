"""Pieces tied together: days to months, ends to beginnings."""

from __future__ import annotations

from dataclasses import replace
from itertools import takewhile
from typing import TYPE_CHECKING

from qms_xlsx.domain.deadline.pieces import (
    STARTS,
    Body,
    Cycle,
    DatelessSort,
    Days,
    Join,
    Limit,
    Piece,
    Pieces,
    Point,
    Span,
    Tag,
    start,
)
from qms_xlsx.domain.deadline.values import LAST, STEP, Edge, Every, order
from qms_xlsx.domain.deadline.years import shared_years, with_years
from qms_xlsx.language.messages import message

if TYPE_CHECKING:
    from collections.abc import Iterator

    from qms_xlsx.domain.deadline.draft import Notes

_MONTHLESS = (Every.YEAR, Every.WEEK, Every.DAY)


def joined(pieces: Pieces, notes: Notes) -> Pieces:
    """Return the pieces once days, months, years and ranges have found each other."""
    result = with_years(pieces)
    result = _day_ranges(result)
    result = _with_days(result, notes)
    return _merged(_ranges(shared_years(result)), notes)


def _day_ranges(pieces: Pieces) -> Pieces:
    """Make "từ ngày 20 đến cuối" one stretch of days."""
    result: Pieces = []
    for piece in pieces:
        body, before = piece.body, result[-1].body if result else None
        if piece.join is Join.RANGE and isinstance(body, Days) and isinstance(before, Days):
            result[-1] = replace(result[-1], body=_days_between(before.days[0], body.days))
        else:
            result.append(piece)
    return result


def _days_between(first: int, days: tuple[int, ...]) -> Body:
    """Return the stretch; from the 15th to the 14th is how Decree 09/2019 cuts data."""
    return Tag(DatelessSort.DATA) if (first, days[-1]) == (15, 14) else Days(days, first)


def _with_days(pieces: Pieces, notes: Notes) -> Pieces:
    result = list(pieces)
    while (index := next(_places_of_days(result), None)) is not None:
        _place_days(result, index, notes)
    return result


def _places_of_days(pieces: Pieces) -> Iterator[int]:
    return (place for place, piece in enumerate(pieces) if isinstance(piece.body, Days))


def _place_days(pieces: Pieces, index: int, notes: Notes) -> None:
    """Give the days at the index their months."""
    month = _month_for(pieces, index)
    if month is None:
        notes.doubt(message("A day without its month is not read."))
        del pieces[index]
        return
    run = [month, *_run_of_months(pieces, month)]
    made = [piece for place in run for piece in _combined(pieces[index], pieces[place], notes)]
    kept = isinstance(pieces[month].body, Point)  # the days are of its month, the date stays
    for place in sorted({index} if kept else {index, *run}, reverse=True):
        del pieces[place]
    at = min(index, month)
    pieces[at:at] = made


def _run_of_months(pieces: Pieces, first: int) -> list[int]:
    """Return the places of the single months that are listed after the first."""
    ahead = range(first + 1, len(pieces))
    return list(takewhile(lambda place: _lists_month(pieces[place], pieces[first]), ahead))


def _lists_month(piece: Piece, first: Piece) -> bool:
    body, other = piece.body, first.body
    return (
        isinstance(body, Span)
        and isinstance(other, Span)
        and body.last - body.first == other.last - other.first
        and not piece.told
        and piece.join is Join.LIST
        and piece.clause == first.clause
    )


def _month_for(pieces: Pieces, index: int) -> int | None:
    """Return where the months for the days stand: behind them, else before, else further off."""
    clause = pieces[index].clause
    behind = index + 1 if index + 1 < len(pieces) and pieces[index + 1].clause == clause else None
    if behind is not None:
        join = pieces[behind].join
        tied = isinstance(pieces[behind].body, Point) and join in (Join.LIST, Join.RANGE)
        if tied or (join is Join.NEAR and _has_months(pieces[behind])):
            return behind
    before = [place for place in range(index) if _has_months(pieces[place])]
    beside = [place for place in before if pieces[place].clause == clause]
    if behind is not None and not beside and _has_months(pieces[behind]):
        return behind
    return max(beside or before, default=None)


def _has_months(piece: Piece) -> bool:
    body = piece.body
    if isinstance(body, Cycle):
        return body.every not in _MONTHLESS or piece.join is Join.NEAR
    return isinstance(body, Span)


def _combined(days: Piece, host: Piece, notes: Notes) -> Pieces:
    """Return the days as dates in the months of the host."""
    body, own = host.body, days.body
    if not isinstance(own, Days):
        return []
    whole = replace(days, limit=days.limit or host.limit, timed=days.timed or host.timed)
    long = isinstance(body, Cycle) and body.plain and body.every is not Every.MONTH
    long = long or (isinstance(body, Span) and body.first != body.last and own.first is None)
    if long and own.part is None and own.days != (LAST,):
        notes.add(message("A day of a longer period is read in its last month."))
    made: list[Body] = []
    if isinstance(body, Cycle):
        months = tuple(month - _back(body, own.part) for month in body.months)
        made = [replace(body, days=own.days, months=months, plain=False, weak=False)]
    elif isinstance(body, Point):
        made = [Point(day, body.month, body.year) for day in own.days]
    elif isinstance(body, Span) and own.first is not None:
        made = [_stretch(body, own.first, own.days[-1])]
    elif isinstance(body, Span):
        month = {Edge.FIRST: body.first, Edge.MIDDLE: (body.first + body.last) // 2}
        of_part = month.get(own.part or Edge.LAST, body.last)
        made = [Point(day, of_part, body.year) for day in own.days]
    return [
        replace(whole, body=one, join=Join.LIST if index else days.join)
        for index, one in enumerate(made)
    ]


def _back(cycle: Cycle, part: Edge | None) -> int:
    """Return how many months before its last one a part of the cycle's period lies."""
    if cycle.every not in STEP or not cycle.plain:
        return 0
    step = STEP[cycle.every]
    return {Edge.FIRST: step - 1, Edge.MIDDLE: step // 2}.get(part or Edge.LAST, 0)


def _stretch(body: Span, first: int, last: int) -> Span:
    """Return the days' stretch in the period: at its end if it runs to the last day."""
    month = body.last if last == LAST else body.first
    return Span(month, month, body.year, body.first_year, first, last, closed=True)


def _merged(pieces: Pieces, notes: Notes) -> Pieces:
    """Make one span of months or quarters that follow one another: "quý III, IV"."""
    result: Pieces = []
    for run in _runs(pieces):
        first, last = run[0].body, run[-1].body
        whole = isinstance(first, Span) and isinstance(last, Span) and last.last - first.first > 10
        if len(run) == 1 or whole or not isinstance(first, Span) or not isinstance(last, Span):
            result += run
            continue
        result.append(replace(run[0], body=replace(_between(first, last), first_year=None)))
        notes.add(message("Periods that follow one another are read as one."))
    return result


def _runs(pieces: Pieces) -> list[Pieces]:
    """Return the pieces in runs of spans of which each begins where the last one ended."""
    runs: list[Pieces] = []
    for piece in pieces:
        if runs and _adjoins(runs[-1][-1], piece):
            runs[-1].append(piece)
        else:
            runs.append([piece])
    return runs


def _adjoins(before: Piece, piece: Piece) -> bool:
    body, other = before.body, piece.body
    if not isinstance(body, Span) or not isinstance(other, Span) or piece.join is not Join.LIST:
        return False
    whole = (body.first_day, body.last_day, other.first_day, other.last_day) == (1, LAST, 1, LAST)
    same = before.clause == piece.clause and before.limit is piece.limit is None
    return whole and same and body.year == other.year and other.first == body.last + 1


def _end(body: Point | Span) -> tuple[int, int]:
    return (body.month, body.day) if isinstance(body, Point) else (body.last, body.last_day)


def _ranges(pieces: Pieces) -> Pieces:
    """Make one span of a beginning and the end that follows it."""
    result: Pieces = []
    for piece in pieces:
        before, body = result[-1] if result else None, piece.body
        first = before.body if before and _closes(before, piece) else None
        if before and isinstance(first, Point | Span) and isinstance(body, Point | Span):
            limit = Limit.BEFORE if piece.limit is Limit.BEFORE else None
            if limit and isinstance(body, Span):  # "đến trước tháng 6"
                body = Point(body.first_day, body.first, body.year)
            result[-1] = replace(before, body=_between(first, body), limit=limit)
        else:
            result.append(piece)
    return result


def _closes(before: Piece, piece: Piece) -> bool:
    started = before.limit in STARTS and piece.limit not in STARTS
    return before.clause == piece.clause and (piece.join is Join.RANGE or started)


def _between(first: Point | Span, last: Point | Span) -> Span:
    (month, day), (last_month, last_day) = start(first), _end(last)
    year, first_year = last.year, first.year
    if isinstance(first, Span) and first.first_year is not None:
        first_year = first.first_year
    crossing = (month, order(day)) >= (last_month, order(last_day))
    if first_year is None and year is not None:
        first_year = year - crossing
    elif year is None and first_year is not None:
        year = first_year + crossing
    return Span(month, last_month, year, first_year, day, last_day)
