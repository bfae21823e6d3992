"""Dates and spans tied together: lists under one year, beginnings with their ends."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from qms_xlsx.domain.deadline.calendar import LAST, order
from qms_xlsx.domain.deadline.pieces import Cycle, Join, Limit, Piece, Point, Span
from qms_xlsx.language.messages import message

if TYPE_CHECKING:
    from qms_xlsx.domain.deadline.draft import Notes

Pieces = list[Piece]


def dated(piece: Piece, year: int) -> Piece:
    """Return the piece in the year."""
    body = piece.body
    if isinstance(body, Point | Span | Cycle):
        return replace(piece, body=replace(body, year=year))
    return piece


def shared_years(pieces: Pieces) -> Pieces:
    """Give the year that closes a list to the dates before it: "15/6 và 30/11/2024"."""
    result = list(pieces)
    for index in range(len(result) - 1, 0, -1):
        later, earlier = result[index], result[index - 1]
        listed = later.join is Join.LIST and later.clause == earlier.clause
        body, other = later.body, earlier.body
        if not (listed and isinstance(body, Point | Span) and isinstance(other, Point | Span)):
            continue
        if body.year is not None and other.year is None and _start(other) <= _start(body):
            result[index - 1] = dated(earlier, body.year)
    return result


def merged(pieces: Pieces, notes: Notes) -> Pieces:
    """Make one span of months or quarters that follow one another: "quý III, IV"."""
    result: Pieces = []
    for run in _runs(pieces):
        first, last = run[0].body, run[-1].body
        whole_year = (
            isinstance(first, Span) and isinstance(last, Span) and last.last - first.first > 10
        )
        if len(run) == 1 or whole_year:
            result += run
            continue
        span = replace(_span_of(first, last), first_year=None)
        result.append(replace(run[0], body=span))
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


def _start(body: Point | Span) -> tuple[int, int]:
    if isinstance(body, Point):
        return body.month, body.day
    return body.first, body.first_day


def _end(body: Point | Span) -> tuple[int, int]:
    if isinstance(body, Point):
        return body.month, body.day
    return body.last, body.last_day


def ranges(pieces: Pieces) -> Pieces:
    """Make one span of a beginning and the end that follows it."""
    result: Pieces = []
    for piece in pieces:
        before = result[-1] if result else None
        if before and _closes(before, piece):
            limit = Limit.BEFORE if piece.limit is Limit.BEFORE else None
            span = _span_of(before.body, piece.body)
            result[-1] = replace(before, body=span, limit=limit)
        else:
            result.append(piece)
    return result


def _closes(before: Piece, piece: Piece) -> bool:
    both = isinstance(before.body, Point | Span) and isinstance(piece.body, Point | Span)
    if not both or before.clause != piece.clause:
        return False
    started = before.limit is Limit.FROM and piece.limit is not Limit.FROM
    return piece.join is Join.RANGE or started


def _span_of(first: object, last: object) -> Span:
    if not isinstance(first, Point | Span) or not isinstance(last, Point | Span):
        raise TypeError
    (month, day), (last_month, last_day) = _start(first), _end(last)
    year, first_year = last.year, first.year
    if isinstance(first, Span) and first.first_year is not None:
        first_year = first.first_year
    crossing = (month, order(day)) > (last_month, order(last_day))
    if first_year is None and year is not None:
        first_year = year - crossing
    elif year is None and first_year is not None:
        year = first_year + crossing
    return Span(month, last_month, year, first_year, day, last_day, closed=True)
