"""The meaning of a deadline's pieces: kinds, dates and notes."""

from __future__ import annotations

import re
from datetime import timedelta
from typing import TYPE_CHECKING

from qms_xlsx.domain.deadline import grammar
from qms_xlsx.domain.deadline.draft import DatesSoFar
from qms_xlsx.domain.deadline.joining import joined
from qms_xlsx.domain.deadline.pieces import (
    STARTS,
    Cycle,
    DatelessSort,
    Limit,
    Piece,
    Point,
    Span,
    Tag,
)
from qms_xlsx.domain.deadline.settling import settled
from qms_xlsx.domain.deadline.values import LAST, DeadlineKind, clipped, exact, order
from qms_xlsx.language.messages import message
from qms_xlsx.language.symbols import day
from qms_xlsx.language.text import bare, date_left_blank

if TYPE_CHECKING:
    from collections.abc import Iterable
    from datetime import date


_PLAIN_KINDS = {
    DatelessSort.ONGOING: DeadlineKind.ONGOING,
    DatelessSort.EVENT: DeadlineKind.ON_EVENT,
    DatelessSort.PERIODIC: DeadlineKind.RECURRING,
}

_FEAST = re.compile(
    r"\b(?:truoc|sau|cham nhat|dip|trong|xong)\b"
    r".*\b(?:tet(?! duong)|trung thu|vu lan|gio to|phat dan|ram thang)\b"
)
"""Days of the lunar calendar, which a plan of the year does not name by date."""
_LONGEST = 600
"""Characters past which a cell holds something else, and reading it would only cost time."""


def read(text: str, year: int) -> DatesSoFar:
    """Return the reading of a deadline's words in a plan for the year."""
    draft = DatesSoFar(year)
    if len(text) > _LONGEST:
        draft.notes.add(message("The text is too long for a deadline."))
        return draft
    if date_left_blank(text):
        draft.notes.add(message("A date is left blank."))
        return draft
    pieces = settled(joined(grammar.parse(text, year, draft.notes), draft.notes), draft)
    for piece in pieces:
        _read_piece(piece, draft)
    if _FEAST.search(bare(text)) and draft.found == {DeadlineKind.ON_EVENT}:
        draft.found.clear()
        draft.notes.doubt(message("The feast's day is another each year: name the date."))
    _periodic(pieces, draft)
    _remark(draft)
    return draft


def _read_piece(piece: Piece, draft: DatesSoFar) -> None:
    match piece.body:
        case Point() as point:
            _read_point(point, piece, draft)
        case Span() as span:
            _read_span(span, piece, draft)
        case Cycle() as cycle:
            _read_cycle(cycle, piece, draft)
        case Tag(sort) if sort in _PLAIN_KINDS and sort is not DatelessSort.PERIODIC:
            draft.found.add(_PLAIN_KINDS[sort])


def _read_point(point: Point, piece: Piece, draft: DatesSoFar) -> None:
    year = point.year or draft.year
    day = _day(year, point.month, point.day, draft) if 1 <= point.month <= 12 else None
    if day is None:
        told = {"day": point.day, "month": point.month, "year": year}
        draft.notes.doubt(message("There is no day {day}/{month}/{year}.", **told))
        return
    if piece.limit in STARTS:
        _begin(day, piece, draft)
        return
    draft.found.add(DeadlineKind.RECURRING if draft.recurs else DeadlineKind.BY)
    _due(day, piece, draft)


def _day(year: int, month: int, day: int, draft: DatesSoFar) -> date | None:
    """Return the day; one beyond the month's length is the month's last."""
    if day > 31:
        return None
    if exact(year, month, day) is None:
        draft.notes.add(message("Where a month has no such day, its last day is taken."))
    return clipped(year, month, day)


def _begin(day: date, piece: Piece, draft: DatesSoFar) -> None:
    """Begin on the day, or after it: "sau quý II" is from the first of July."""
    draft.found.add(DeadlineKind.ONGOING)
    after = piece.limit is Limit.AFTER
    if after:
        draft.notes.doubt(message("The words say after which day, and not by when."))
    draft.starts.append(day + timedelta(days=after))


def _read_span(span: Span, piece: Piece, draft: DatesSoFar) -> None:
    last_year = span.year or draft.year
    if span.first_year is not None:
        first_year = span.first_year
    else:
        first_year = last_year
        if (span.first, order(span.first_day)) > (span.last, order(span.last_day)):
            last_year += 1
            draft.notes.add(message("The period is read as ending in the next year."))
    start = _day(first_year, span.first, span.first_day, draft)
    end = _day(last_year, span.last, span.last_day, draft)
    if start is None or end is None or end < start:
        draft.notes.doubt(message("The period is not one of the calendar."))
        return
    _place_span(span, piece, start, end, draft)


def _place_span(span: Span, piece: Piece, start: date, end: date, draft: DatesSoFar) -> None:
    if piece.limit in STARTS and not span.closed:
        _begin(end if piece.limit is Limit.AFTER else start, piece, draft)
        return
    if piece.limit is Limit.BEFORE and span.first_day == 1 and span.last_day == LAST:
        draft.found.add(DeadlineKind.BY)
        _due(start, piece, draft)
        return
    if piece.limit is Limit.BY:
        draft.found.add(DeadlineKind.BY)
    elif draft.recurs:
        draft.found.add(DeadlineKind.RECURRING)
    else:
        draft.found.add(DeadlineKind.WINDOW)
        draft.starts.append(start)
    _due(end, piece, draft)


def _read_cycle(cycle: Cycle, piece: Piece, draft: DatesSoFar) -> None:
    draft.found.add(DeadlineKind.RECURRING)
    if cycle.every is not None:
        draft.everies.add(cycle.every)
    draft.asked = max(draft.asked, cycle.times * len(cycle.months))
    year = cycle.year or draft.year
    found = (_day(year, month, day, draft) for month in cycle.months for day in cycle.days)
    draft.dates.update(day for day in found if day)
    if cycle.months:
        strict = piece.limit is Limit.BEFORE and not cycle.plain
        draft.limits.add(strict and not _timed(piece, draft))


def _due(day: date, piece: Piece, draft: DatesSoFar) -> None:
    draft.dates.add(day)
    draft.limits.add(piece.limit is Limit.BEFORE and not _timed(piece, draft))


def _timed(piece: Piece, draft: DatesSoFar) -> bool:
    """Return whether a time of day is said: before 17:00 of a day, the day itself still counts."""
    if piece.timed:
        draft.notes.add(message("The time of day is not kept; the day itself still counts."))
    return piece.timed


def _periodic(pieces: Iterable[Piece], draft: DatesSoFar) -> None:
    if not any(piece.body == Tag(DatelessSort.PERIODIC) for piece in pieces):
        return
    if draft.everies or DeadlineKind.RECURRING in draft.found:
        return
    draft.found.add(DeadlineKind.RECURRING)
    if draft.dates:
        draft.notes.add(message("“Định kỳ” without a period: the dates named are taken."))


def _remark(draft: DatesSoFar) -> None:
    """Add the notes that only the whole shows."""
    if len(draft.everies) > 1:
        draft.notes.add(message("Several periods are named; the shortest one counts."))
    if draft.limits == {True, False}:
        draft.notes.add(message("“trước” stands at some of the dates only; it is taken for all."))
    weekend = [day for day in draft.due if day.weekday() > 4]
    if weekend:
        shown = ", ".join(map(day, weekend))
        draft.notes.add(message("On a weekend: {dates}.", dates=shown))
    if DeadlineKind.RECURRING in draft.found and not draft.dates and not draft.everies:
        draft.notes.add(message("“Định kỳ” does not say how often."))
