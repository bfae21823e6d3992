"""Pieces settled with one another: labels and data left out, cycles given their dates."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from qms_xlsx.domain.deadline.pieces import (
    STARTS,
    Cycle,
    DatelessSort,
    Join,
    Limit,
    Piece,
    Point,
    Span,
    Tag,
)
from qms_xlsx.domain.deadline.values import LAST, Every
from qms_xlsx.language.messages import message

if TYPE_CHECKING:
    from qms_xlsx.domain.deadline.draft import DatesSoFar


def settled(pieces: list[Piece], draft: DatesSoFar) -> list[Piece]:
    """Return the pieces that set dates and kinds, and note in the draft what was left out."""
    for step in _STEPS:
        pieces = step(pieces, draft)
    return pieces


def _without_lunar(pieces: list[Piece], draft: DatesSoFar) -> list[Piece]:
    if not any(piece.body == Tag(DatelessSort.LUNAR) for piece in pieces):
        return pieces
    draft.notes.doubt(message("Dates of the lunar calendar are not read."))
    return [piece for piece in pieces if not isinstance(piece.body, Point | Span)]


def _without_excepted(pieces: list[Piece], draft: DatesSoFar) -> list[Piece]:
    """Take "trừ tháng 2" out of the months in which a cycle falls due."""
    excepted = [piece for piece in pieces if piece.limit is Limit.EXCEPT]
    spans = [piece.body for piece in excepted if isinstance(piece.body, Span)]
    if len(spans) < len(excepted):
        draft.notes.doubt(message("A negation is not read."))
    left_out = {month for span in spans for month in range(span.first, span.last + 1)}
    kept = [piece for piece in pieces if piece.limit is not Limit.EXCEPT]
    return [_without_months(piece, left_out) for piece in kept] if left_out else kept


def _with_own_months(pieces: list[Piece], draft: DatesSoFar) -> list[Piece]:
    """Let a day of its own stand for its month's: "ngày 25 hằng tháng (tháng 2 ngày 23)"."""
    result = list(pieces)
    for index, piece in enumerate(pieces):
        body, before = piece.body, pieces[index - 1] if index else None
        if not isinstance(body, Point) or before is None or before.clause != piece.clause:
            continue
        if piece.join is not Join.LIST and (body.year or draft.year) == draft.year:
            result[index - 1] = _without_months(result[index - 1], {body.month})
    return result


def _without_months(piece: Piece, months: set[int]) -> Piece:
    body = piece.body
    if not isinstance(body, Cycle):
        return piece
    return replace(
        piece, body=replace(body, months=tuple(m for m in body.months if m not in months))
    )


def _without_data(pieces: list[Piece], draft: DatesSoFar) -> list[Piece]:
    """Leave out windows of data: from the 15th to a 14th, as Decree 09/2019 cuts periods."""
    clauses = {piece.clause for piece in pieces if _is_data(piece)}
    if not clauses:
        return pieces
    draft.notes.add(message("A window of data is not a deadline."))
    return [
        piece
        for index, piece in enumerate(pieces)
        if not (_is_data(piece) or _names_data(piece, clauses) or _ends_data(pieces, index))
    ]


def _ends_data(pieces: list[Piece], index: int) -> bool:
    """Return whether the piece closes a window of data: "… đến ngày 14 của tháng"."""
    near = index > 0 and _is_data(pieces[index - 1]) and pieces[index].join is Join.NEAR
    near = near and _beside(pieces, index - 1, index)
    named = isinstance(pieces[index].body, Cycle) and pieces[index].limit is None
    return near and named


def _names_data(piece: Piece, clauses: set[int]) -> bool:
    """Return whether a period only names whose data are meant: "6 tháng đầu năm: tính từ …"."""
    return isinstance(piece.body, Span) and piece.limit is None and piece.clause in clauses


def _is_data(piece: Piece) -> bool:
    body = piece.body
    if body == Tag(DatelessSort.DATA):
        return True
    if not isinstance(body, Span) or (body.first_day, body.last_day) != (15, 14):
        return False
    return body.first % 3 == body.last % 3 == 0


def _without_labels(pieces: list[Piece], draft: DatesSoFar) -> list[Piece]:
    """Leave out periods that only name a report whose date stands beside them."""
    strong = any(
        isinstance(p.body, Point)
        or (isinstance(p.body, Span) and not _absorbed(pieces, index))
        or (isinstance(p.body, Cycle) and not p.body.weak)
        for index, p in enumerate(pieces)
    )
    kept = []
    for index, piece in enumerate(pieces):
        body = piece.body
        if isinstance(body, Cycle) and body.weak:
            if strong:
                if piece.join is Join.LIST and isinstance(pieces[index - 1].body, Span):
                    left_out = message("Only the dates within the period named are kept.")
                    draft.notes.doubt(left_out)  # "6 tháng đầu năm, 9 tháng và năm"
                continue
            draft.notes.add(message("A bare period is read as one that comes back."))
        if isinstance(body, Span) and piece.limit is None and _refined(pieces, index, draft.year):
            continue
        if isinstance(body, Span) and _absorbed(pieces, index):
            continue
        kept.append(piece)
    return kept


def _refined(pieces: list[Piece], index: int, year: int) -> bool:
    """Return whether a date beside it says exactly when in the period, or by when."""
    span = pieces[index].body
    if not isinstance(span, Span) or (span.first_day, span.last_day) != (1, LAST):
        return False
    for place, other in enumerate(pieces):
        month = _month_named(other.body, span)
        if month is None or not (_beside(pieces, index, place) or _alone(pieces, index, place)):
            continue
        named = other.body.year if isinstance(other.body, Point | Span) else None
        inside = span.first <= month <= span.last and (named or year) == (span.year or year)
        tie = pieces[max(place, index)].join if abs(place - index) == 1 else Join.LIST
        if inside or (_beside(pieces, index, place) and tie in (Join.NEAR, Join.APART)):
            return True
    return False


def _month_named(body: object, span: Span) -> int | None:
    """Return the month of a day, or the single month that stands beside a longer span."""
    if isinstance(body, Point):
        return body.month
    single = isinstance(body, Span) and body.first == body.last and span.first != span.last
    return body.first if single and isinstance(body, Span) else None


def _beside(pieces: list[Piece], one: int, other: int) -> bool:
    return pieces[one].clause == pieces[other].clause


def _alone(pieces: list[Piece], index: int, date: int) -> bool:
    """Return whether a date stands by itself behind a clause that only names its period.

    "Định kỳ năm; 15/12", "Quý IV; trước 15/12".
    """
    period, dates = pieces[index].clause, pieces[date].clause
    told = (p for p in pieces if p.clause == dates)
    return period < dates and all(
        isinstance(p.body, Point) and p.join is not Join.APART for p in told
    )


def _absorbed(pieces: list[Piece], index: int) -> bool:
    """Return whether a whole year only repeats "thường xuyên" or "đột xuất"."""
    span, clause = pieces[index].body, pieces[index].clause
    if not isinstance(span, Span) or pieces[index].limit or (span.first, span.last) != (1, 12):
        return False
    others = [p.body for p in pieces if p.clause == clause and p.body is not span]
    marked = any(isinstance(body, Tag | Cycle) for body in others)
    return marked and not any(isinstance(body, Span) for body in others)


def _yearly(pieces: list[Piece], draft: DatesSoFar) -> list[Piece]:
    """Take "hằng năm" beside dates as "every year", not as a date of its own."""
    kept = []
    for index, piece in enumerate(pieces):
        body = piece.body
        plain = isinstance(body, Cycle) and body.every is Every.YEAR and body.plain
        if plain and _has_dates(pieces, index):
            if not any(_sets_days(other) for other in pieces):
                draft.everies.add(Every.YEAR)
            continue
        kept.append(piece)
    return kept


def _has_dates(pieces: list[Piece], index: int) -> bool:
    """Return whether dates stand beside a period, or by themselves behind it."""
    for place, other in enumerate(pieces):
        dated = isinstance(other.body, Point | Span) or _sets_days(other)
        if dated and place != index and _beside(pieces, index, place):
            return True
        if isinstance(other.body, Point) and _alone(pieces, index, place):
            return True
    return False


def _sets_days(piece: Piece) -> bool:
    return isinstance(piece.body, Cycle) and not piece.body.plain


def _end_of_period(pieces: list[Piece], draft: DatesSoFar) -> list[Piece]:
    """Give "tháng cuối kỳ" the periods that the text names; without any it has no dates."""
    named = [p.body for p in pieces if isinstance(p.body, Cycle) and p.body.plain and p.body.months]
    result = []
    for piece in pieces:
        body = piece.body
        if isinstance(body, Cycle) and body.every is None and not body.months:
            if not named:
                draft.notes.add(message("The period is not named, so its day is not kept."))
            result += [
                replace(piece, body=replace(body, every=c.every, months=c.months)) for c in named
            ] or [piece]
        else:
            result.append(piece)
    return result


def _matched(pieces: list[Piece], draft: DatesSoFar) -> list[Piece]:
    """Let dates that are as many as a cycle's periods stand for the cycle's own."""
    told = {p.body.every for p in pieces if isinstance(p.body, Cycle) and not p.body.plain}
    named = sum(_names_date(piece) for piece in pieces)
    kept = []
    for piece in pieces:
        body = piece.body
        if isinstance(body, Cycle) and body.plain and body.months:
            if body.every in told:
                continue
            if named > 1 and named == len(body.months) * body.times:
                draft.everies |= {body.every} if body.every else set()
                draft.recurs = True
                continue
        kept.append(piece)
    return kept


def _names_date(piece: Piece) -> bool:
    """Return whether the piece is a day or a single month."""
    body = piece.body
    month = isinstance(body, Span) and body.first == body.last and piece.limit is None
    return isinstance(body, Point) or month


def _bounded(pieces: list[Piece], draft: DatesSoFar) -> list[Piece]:
    """Keep a cycle within the stretch of months that stands beside it."""
    result = list(pieces)
    for index in range(len(result) - 1):
        one, two = result[index], result[index + 1]
        cycle, span = (one, two) if isinstance(one.body, Cycle) else (two, one)
        body, frame = cycle.body, span.body
        if not (isinstance(body, Cycle) and isinstance(frame, Span) and one.clause == two.clause):
            continue
        if two.join is Join.LIST and span.limit is None and frame.last - frame.first < 3:
            continue
        months = _within(body, frame, span.limit)
        if months:
            draft.notes.doubt(message("Only the dates within the period named are kept."))
            result[index] = replace(cycle, body=replace(body, months=months, year=frame.year))
            result[index + 1] = replace(span, body=Tag(DatelessSort.NONE))
    return result


def _within(cycle: Cycle, span: Span, limit: Limit | None) -> tuple[int, ...]:
    """Return the months of the cycle that lie in the span, if it is one of the same year."""
    if span.first_year not in (None, span.year) or limit is Limit.BEFORE:
        return ()
    open_end = limit in STARTS and not span.closed
    return tuple(
        month
        for month in cycle.months
        if (limit is Limit.BY or span.first <= month) and (open_end or month <= span.last)
    )


_STEPS = (
    _without_lunar,
    _without_excepted,
    _without_data,
    _without_labels,
    _yearly,
    _end_of_period,
    _matched,
    _with_own_months,
    _bounded,
)
