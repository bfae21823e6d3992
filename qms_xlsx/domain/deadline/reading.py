"""The meaning of a deadline's pieces: kinds, dates and notes."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from qms_xlsx.domain.deadline import grammar
from qms_xlsx.domain.deadline.calendar import LAST, clipped, exact, order
from qms_xlsx.domain.deadline.joining import joined
from qms_xlsx.domain.deadline.pieces import (
    Cycle,
    Limit,
    Mark,
    Piece,
    Point,
    Sort,
    Span,
)
from qms_xlsx.domain.deadline.settling import settled
from qms_xlsx.domain.deadline.value import DeadlineKind, Every
from qms_xlsx.language.messages import message

if TYPE_CHECKING:
    from collections.abc import Iterable
    from datetime import date

    from qms_xlsx.language.messages import Message

_PLAIN_KINDS = {
    Sort.ONGOING: DeadlineKind.ONGOING,
    Sort.EVENT: DeadlineKind.ON_EVENT,
    Sort.PERIODIC: DeadlineKind.RECURRING,
}

_LONGEST = 600
"""Characters past which a cell holds something else, and reading it would only cost time."""


@dataclass(slots=True)
class Reading:
    """What is read so far, in a plan for the year."""

    year: int
    found: set[DeadlineKind] = field(default_factory=set)
    everies: set[Every] = field(default_factory=set)
    starts: list[date] = field(default_factory=list)
    dates: set[date] = field(default_factory=set)
    limits: set[bool] = field(default_factory=set)
    recurs: bool = False  # the dates named are a cycle's own
    remarks: list[Message] = field(default_factory=list)

    @property
    def kinds(self) -> tuple[DeadlineKind, ...]:
        """The kinds in canonical order."""
        return tuple(kind for kind in DeadlineKind if kind in self.found)

    @property
    def every(self) -> Every | None:
        """The shortest period named, where anything was understood."""
        return max(self.everies, key=list(Every).index, default=None) if self.found else None

    @property
    def start(self) -> date | None:
        """The first day."""
        return min(self.starts, default=None)

    @property
    def due(self) -> tuple[date, ...]:
        """The due dates in order."""
        return tuple(sorted(self.dates))

    @property
    def strict(self) -> bool:
        """Whether a date is said with "trước"."""
        return True in self.limits

    @property
    def notes(self) -> tuple[Message, ...]:
        """The notes, each once."""
        return tuple(dict.fromkeys(self.remarks))

    def note(self, text: Message) -> None:
        """Add a note."""
        self.remarks.append(text)


def read(text: str, year: int) -> Reading:
    """Return the reading of a deadline's words in a plan for the year."""
    reading = Reading(year)
    if len(text) > _LONGEST:
        reading.note(message("The text is too long for a deadline."))
        return reading
    parsed = grammar.parse(text, year)
    reading.remarks += parsed.notes
    pieces = settled(joined(parsed.pieces, reading.remarks), reading)
    for piece in pieces:
        _read_piece(piece, reading)
    _periodic(pieces, reading)
    _remark(reading)
    return reading


def _read_piece(piece: Piece, reading: Reading) -> None:
    match piece.body:
        case Point() as point:
            _read_point(point, piece, reading)
        case Span() as span:
            _read_span(span, piece, reading)
        case Cycle() as cycle:
            _read_cycle(cycle, piece, reading)
        case Mark(sort) if sort in _PLAIN_KINDS and sort is not Sort.PERIODIC:
            reading.found.add(_PLAIN_KINDS[sort])


def _read_point(point: Point, piece: Piece, reading: Reading) -> None:
    year = point.year or reading.year
    day = exact(year, point.month, point.day) if 1 <= point.month <= 12 else None
    if day is None:
        reading.note(
            message(
                "There is no day {day}/{month}/{year}.", day=point.day, month=point.month, year=year
            )
        )
        return
    if piece.limit is Limit.FROM:
        _begin(day, reading)
        return
    reading.found.add(DeadlineKind.RECURRING if reading.recurs else DeadlineKind.BY)
    _due(day, piece, reading)


def _begin(day: date, reading: Reading) -> None:
    reading.found.add(DeadlineKind.ONGOING)
    reading.starts.append(day)


def _read_span(span: Span, piece: Piece, reading: Reading) -> None:
    last_year = span.year or reading.year
    if span.first_year is not None:
        first_year = span.first_year
    else:
        first_year = last_year
        if (span.first, order(span.first_day)) > (span.last, order(span.last_day)):
            last_year += 1
            reading.note(message("The period is read as ending in the next year."))
    start = exact(first_year, span.first, span.first_day)
    end = exact(last_year, span.last, span.last_day)
    if start is None or end is None or end < start:
        reading.note(message("The period is not one of the calendar."))
        return
    _place_span(span, piece, start, end, reading)


def _place_span(span: Span, piece: Piece, start: date, end: date, reading: Reading) -> None:
    if piece.limit is Limit.FROM and not span.closed:
        _begin(start, reading)
        return
    if piece.limit is Limit.BEFORE and span.first_day == 1 and span.last_day == LAST:
        reading.found.add(DeadlineKind.BY)
        _due(start, piece, reading)
        return
    if piece.limit is Limit.BY:
        reading.found.add(DeadlineKind.BY)
    elif reading.recurs:
        reading.found.add(DeadlineKind.RECURRING)
    else:
        reading.found.add(DeadlineKind.WINDOW)
        reading.starts.append(start)
    _due(end, piece, reading)


def _read_cycle(cycle: Cycle, piece: Piece, reading: Reading) -> None:
    reading.found.add(DeadlineKind.RECURRING)
    if cycle.every is not None:
        reading.everies.add(cycle.every)
    year = cycle.year or reading.year
    for month in cycle.months:
        for day in cycle.days:
            _cycle_day(year, month, day, reading)
    if cycle.months:
        strict = piece.limit is Limit.BEFORE and not cycle.plain
        reading.limits.add(strict and not _timed(piece, reading))


def _cycle_day(year: int, month: int, day: int, reading: Reading) -> None:
    if exact(year, month, day) is None:
        reading.note(message("Where a month has no such day, its last day is taken."))
    found = clipped(year, month, day)
    if found:
        reading.dates.add(found)


def _due(day: date, piece: Piece, reading: Reading) -> None:
    reading.dates.add(day)
    reading.limits.add(piece.limit is Limit.BEFORE and not _timed(piece, reading))


def _timed(piece: Piece, reading: Reading) -> bool:
    """Return whether a time of day is said: before 17:00 of a day, the day itself still counts."""
    if piece.timed:
        reading.note(message("The time of day is not kept; the day itself still counts."))
    return piece.timed


def _periodic(pieces: Iterable[Piece], reading: Reading) -> None:
    if not any(piece.body == Mark(Sort.PERIODIC) for piece in pieces):
        return
    if reading.everies or DeadlineKind.RECURRING in reading.found:
        return
    reading.found.add(DeadlineKind.RECURRING)
    if reading.dates:
        reading.note(message("“Định kỳ” without a period: the dates named are taken."))


def _remark(reading: Reading) -> None:
    """Add the notes that only the whole shows."""
    if len(reading.everies) > 1:
        reading.note(message("Several periods are named; the shortest one counts."))
    if reading.limits == {True, False}:
        reading.note(message("“trước” stands at some of the dates only; it is taken for all."))
    weekend = [day for day in reading.due if day.weekday() > 4]
    if weekend:
        shown = ", ".join(f"{day:%d/%m/%Y}" for day in weekend)
        reading.note(message("On a weekend: {dates}.", dates=shown))
    if DeadlineKind.RECURRING in reading.found and not reading.dates and not reading.everies:
        reading.note(message("“Định kỳ” does not say how often."))
