"""Pieces tied together: years to dates."""

from __future__ import annotations

from dataclasses import replace

from qms_xlsx.domain.deadline.pieces import (
    Cycle,
    DatelessSort,
    Days,
    Join,
    Piece,
    Pieces,
    Point,
    Span,
    Tag,
    YearOf,
    start,
)


def with_years(pieces: Pieces) -> Pieces:
    """Return the pieces with each year set on the dates that it belongs to."""
    for index, piece in enumerate(pieces):
        if isinstance(piece.body, YearOf):
            _give_year(pieces, index, piece.body)
    kept = []
    for piece in pieces:
        if isinstance(piece.body, YearOf):
            kept.append(replace(piece, body=Span(1, 12, piece.body.year)))
        elif piece.body != Tag(DatelessSort.NONE):
            kept.append(piece)
    return kept


def _give_year(pieces: Pieces, index: int, year: YearOf) -> None:
    """Set the year on what stands before it, else on what follows; then it is spent."""
    join = pieces[index].join
    if join is Join.RANGE or (year.whole and join is Join.LIST):
        return
    spent = replace(pieces[index], body=Tag(DatelessSort.NONE))
    before = pieces[index - 1] if index else spent
    taken = _takes_year(before, pieces[index])
    if taken:
        pieces[index - 1] = _dated(before, year.year)
    marked = isinstance(before.body, Tag) and before.body.sort is not DatelessSort.NONE
    if taken or (marked and before.clause == pieces[index].clause):
        pieces[index] = spent
        return
    for later in range(index + 1, len(pieces)):
        if isinstance(pieces[later].body, Days) and pieces[later].clause == pieces[index].clause:
            continue
        if not _takes_year(pieces[later], pieces[index]):
            break
        pieces[later] = _dated(pieces[later], year.year)
        pieces[index] = spent


def _takes_year(piece: Piece, year: Piece) -> bool:
    body = piece.body
    dated = isinstance(body, Point | Span | Cycle) and body.year is None
    return dated and piece.clause == year.clause


def _dated(piece: Piece, year: int) -> Piece:
    """Return the piece in the year."""
    if isinstance(piece.body, Point | Span | Cycle):
        return replace(piece, body=replace(piece.body, year=year))
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
        if body.year is not None and other.year is None and start(other) <= start(body):
            result[index - 1] = _dated(earlier, body.year)
    return result
