"""Pieces tied together: years to dates, days to months, ends to beginnings."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from qms_xlsx.domain.deadline.calendar import LAST
from qms_xlsx.domain.deadline.pieces import (
    Body,
    Cycle,
    Days,
    Join,
    Mark,
    Piece,
    Point,
    Sort,
    Span,
    YearOf,
)
from qms_xlsx.domain.deadline.ranging import dated, merged, ranges, shared_years
from qms_xlsx.domain.deadline.values import STEP, Edge, Every
from qms_xlsx.language.messages import message

if TYPE_CHECKING:
    from qms_xlsx.domain.deadline.draft import Notes

Pieces = list[Piece]
_MONTHLESS = (Every.YEAR, Every.WEEK, Every.DAY)


def joined(pieces: Pieces, notes: Notes) -> Pieces:
    """Return the pieces once days, months, years and ranges have found each other."""
    result = _with_years(pieces)
    result = _day_ranges(result)
    result = _with_days(result, notes)
    return merged(ranges(shared_years(result)), notes)


def _with_years(pieces: Pieces) -> Pieces:
    for index, piece in enumerate(pieces):
        if isinstance(piece.body, YearOf):
            _give_year(pieces, index, piece.body)
    kept = []
    for piece in pieces:
        if isinstance(piece.body, YearOf):
            kept.append(replace(piece, body=Span(1, 12, piece.body.year)))
        elif piece.body != Mark(Sort.NONE):
            kept.append(piece)
    return kept


def _give_year(pieces: Pieces, index: int, year: YearOf) -> None:
    """Set the year on what stands before it, else on what follows; then it is spent."""
    if year.whole and pieces[index].join is Join.LIST:
        return
    spent = replace(pieces[index], body=Mark(Sort.NONE))
    place = index - 1
    while place >= 0 and _takes_year(pieces[place], pieces[index]):
        pieces[place] = dated(pieces[place], year.year)
        pieces[index] = spent
        if year.relative or pieces[place].join is not Join.LIST:
            return
        place -= 1
    if pieces[index] is spent:
        return
    before = pieces[index - 1] if index else None
    if before and before.clause == pieces[index].clause and isinstance(before.body, Mark):
        pieces[index] = spent
        return
    for later in range(index + 1, len(pieces)):
        if isinstance(pieces[later].body, Days) and pieces[later].clause == pieces[index].clause:
            continue
        if not _takes_year(pieces[later], pieces[index]):
            break
        pieces[later] = dated(pieces[later], year.year)
        pieces[index] = spent


def _takes_year(piece: Piece, year: Piece) -> bool:
    body = piece.body
    dated = isinstance(body, Point | Span | Cycle) and body.year is None
    return dated and piece.clause == year.clause


def _day_ranges(pieces: Pieces) -> Pieces:
    """Make "từ ngày 20 đến cuối" one stretch of days."""
    result: Pieces = []
    for piece in pieces:
        body, before = piece.body, result[-1] if result else None
        if (
            before
            and piece.join is Join.RANGE
            and isinstance(body, Days)
            and isinstance(before.body, Days)
        ):
            result[-1] = replace(before, body=_days_between(before.body.days[0], body.days))
        else:
            result.append(piece)
    return result


def _days_between(first: int, days: tuple[int, ...]) -> Body:
    """Return the stretch; from the 15th to the 14th is how Decree 09/2019 cuts data."""
    return Mark(Sort.DATA) if (first, days[-1]) == (15, 14) else Days(days, first)


def _with_days(pieces: Pieces, notes: Notes) -> Pieces:
    result = list(pieces)
    index = 0
    while index < len(result):
        if isinstance(result[index].body, Days):
            index = _place_days(result, index, notes)
        else:
            index += 1
    return result


def _place_days(pieces: Pieces, index: int, notes: Notes) -> int:
    """Give the days at the index their months; return where to go on."""
    piece = pieces[index]
    month = _month_for(pieces, index)
    if month is None:
        notes.doubt(message("A day without its month is not read."))
        del pieces[index]
        return index
    host = pieces[month]
    made = _combined(piece, host, notes)
    if isinstance(host.body, Point):
        pieces[index : index + 1] = made
        return index + len(made)
    run = [month]
    if month == index + 1 and isinstance(host.body, Span):
        run += _run_of_months(pieces, month)
        for other in run[1:]:
            made += _combined(piece, pieces[other], notes)
    for other in sorted({index, *run}, reverse=True):
        del pieces[other]
    at = min(index, month)
    pieces[at:at] = made
    return at + len(made)


def _run_of_months(pieces: Pieces, first: int) -> list[int]:
    run = []
    place = first + 1
    while place < len(pieces):
        body = pieces[place].body
        single = isinstance(body, Span) and body.first == body.last
        if (
            not single
            or pieces[place].join is not Join.LIST
            or pieces[place].clause != pieces[first].clause
        ):
            break
        run.append(place)
        place += 1
    return run


def _month_for(pieces: Pieces, index: int) -> int | None:
    """Return where the months for the days stand: behind them, else before, else further off."""
    clause = pieces[index].clause
    behind = index + 1 if index + 1 < len(pieces) and pieces[index + 1].clause == clause else None
    if behind is not None:
        join = pieces[behind].join
        tied = isinstance(pieces[behind].body, Point) and join in (Join.LIST, Join.RANGE)
        if tied or (join is Join.NEAR and _has_months(pieces[behind])):
            return behind
    for place in range(index - 1, -1, -1):
        if pieces[place].clause == clause and _has_months(pieces[place]):
            return place
    if behind is not None and _has_months(pieces[behind]):
        return behind
    for place in range(index - 1, -1, -1):
        if _has_months(pieces[place]):
            return place
    return None


def _has_months(piece: Piece) -> bool:
    body = piece.body
    if isinstance(body, Cycle):
        return body.every not in _MONTHLESS or not body.plain or piece.join is Join.NEAR
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
    if isinstance(body, Cycle):
        months = tuple(month - _back(body, own.part) for month in body.months)
        cycle = replace(body, days=own.days, months=months, plain=False, weak=False)
        return [replace(whole, body=cycle)]
    if isinstance(body, Point):
        return [replace(whole, body=Point(day, body.month, body.year)) for day in own.days]
    if not isinstance(body, Span):
        return []
    if own.first is not None:
        return [replace(whole, body=_stretch(body, own))]
    month = {Edge.FIRST: body.first, Edge.MIDDLE: (body.first + body.last) // 2}
    points = [
        Point(day, month.get(own.part or Edge.LAST, body.last), body.year) for day in own.days
    ]
    made = [replace(whole, body=point) for point in points]
    return [made[0], *(replace(piece, join=Join.LIST) for piece in made[1:])]


def _back(cycle: Cycle, part: Edge | None) -> int:
    """Return how many months before its last one a part of the cycle's period lies."""
    if cycle.every is None or not cycle.plain:
        return 0
    step = STEP.get(cycle.every, 1)
    return {Edge.FIRST: step - 1, Edge.MIDDLE: step // 2}.get(part, 0) if part else 0


def _stretch(body: Span, own: Days) -> Span:
    """Return the days' stretch in the period: at its end if it runs to the last day."""
    month = body.last if own.days[-1] == LAST else body.first
    first_year = body.first_year
    first = 1 if own.first is None else own.first
    return Span(month, month, body.year, first_year, first, own.days[-1], closed=True)
