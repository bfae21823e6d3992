"""The meaning of a deadline's pieces: kinds, dates and notes."""

from __future__ import annotations

from dataclasses import dataclass, field, replace
from datetime import date
from typing import TYPE_CHECKING

from qms_xlsx.domain.deadline import grammar
from qms_xlsx.domain.deadline.calendar import LAST, clipped, exact, order
from qms_xlsx.domain.deadline.joining import joined
from qms_xlsx.domain.deadline.pieces import (
    Cycle,
    Join,
    Limit,
    Mark,
    Piece,
    Point,
    Sort,
    Span,
)
from qms_xlsx.domain.deadline.value import DeadlineKind, Every
from qms_xlsx.i18n import message

if TYPE_CHECKING:
    from collections.abc import Iterable

    from qms_xlsx.i18n import Message

_PLAIN_KINDS = {
    Sort.ONGOING: DeadlineKind.ONGOING,
    Sort.EVENT: DeadlineKind.ON_EVENT,
    Sort.PERIODIC: DeadlineKind.RECURRING,
}
_EVERY_OF_COUNT = {2: Every.HALF, 4: Every.QUARTER, 12: Every.MONTH}

_LONGEST = 1000
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
    dated_kind: DeadlineKind = DeadlineKind.BY
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
    pieces = joined(parsed.pieces, reading.remarks)
    for step in (
        _without_lunar,
        _without_data,
        _without_labels,
        _yearly,
        _settled,
        _matched,
        _bounded,
    ):
        pieces = step(pieces, reading)
    for piece in pieces:
        _read_piece(piece, reading)
    _periodic(pieces, reading)
    _remark(reading)
    return reading


def _without_lunar(pieces: list[Piece], reading: Reading) -> list[Piece]:
    if not any(piece.body == Mark(Sort.LUNAR) for piece in pieces):
        return pieces
    reading.note(message("Dates of the lunar calendar are not read."))
    return [piece for piece in pieces if not isinstance(piece.body, Point | Span)]


def _without_data(pieces: list[Piece], reading: Reading) -> list[Piece]:
    """Leave out windows of data: from the 15th to a 14th, as Decree 09/2019 cuts periods."""
    clauses = {piece.clause for piece in pieces if _is_data(piece)}
    if not clauses:
        return pieces
    reading.note(message("A window of data is not a deadline."))
    return [
        piece
        for index, piece in enumerate(pieces)
        if not (_is_data(piece) or _names_data(piece, clauses) or _ends_data(pieces, index))
    ]


def _ends_data(pieces: list[Piece], index: int) -> bool:
    """Return whether the piece closes a window of data: "… đến ngày 14 của tháng"."""
    near = index > 0 and _is_data(pieces[index - 1]) and pieces[index].join is Join.NEAR
    return near and isinstance(pieces[index].body, Cycle)


def _names_data(piece: Piece, clauses: set[int]) -> bool:
    """Return whether a period only names whose data are meant: "6 tháng đầu năm: tính từ …"."""
    return isinstance(piece.body, Span) and piece.limit is None and piece.clause in clauses


def _is_data(piece: Piece) -> bool:
    body = piece.body
    if body == Mark(Sort.DATA):
        return True
    if not isinstance(body, Span) or (body.first_day, body.last_day) != (15, 14):
        return False
    return (body.last - body.first) % 3 == 0


def _without_labels(pieces: list[Piece], reading: Reading) -> list[Piece]:
    """Leave out periods that only name a report whose date stands beside them."""
    strong = any(
        isinstance(p.body, Point | Span) or (isinstance(p.body, Cycle) and not p.body.weak)
        for p in pieces
    )
    kept = []
    for index, piece in enumerate(pieces):
        body = piece.body
        if isinstance(body, Cycle) and body.weak:
            if strong:
                continue
            reading.note(message("A bare period is read as one that comes back."))
        if isinstance(body, Span) and piece.limit is None and _refined(pieces, index, reading.year):
            continue
        if isinstance(body, Span) and _absorbed(pieces, index):
            continue
        kept.append(piece)
    return kept


def _refined(pieces: list[Piece], index: int, year: int) -> bool:
    """Return whether a date in the same clause says exactly when in the period, or by when."""
    span, clause = pieces[index].body, pieces[index].clause
    for place, other in enumerate(pieces):
        body = other.body
        if other.clause != clause or not isinstance(body, Point) or not isinstance(span, Span):
            continue
        inside = span.first <= body.month <= span.last and (body.year or year) == (
            span.year or year
        )
        tie = pieces[max(place, index)].join if abs(place - index) == 1 else Join.LIST
        if inside or tie in (Join.NEAR, Join.APART):
            return True
    return False


def _absorbed(pieces: list[Piece], index: int) -> bool:
    """Return whether a whole year only repeats "thường xuyên" or "đột xuất"."""
    span, clause = pieces[index].body, pieces[index].clause
    if not isinstance(span, Span) or pieces[index].limit or (span.first, span.last) != (1, 12):
        return False
    return any(other.clause == clause and isinstance(other.body, Mark | Cycle) for other in pieces)


def _yearly(pieces: list[Piece], reading: Reading) -> list[Piece]:
    """Take "hằng năm" beside dates as "every year", not as a date of its own."""
    kept = []
    for piece in pieces:
        body = piece.body
        plain = isinstance(body, Cycle) and body.every is Every.YEAR and body.plain
        beside = any(
            other is not piece
            and other.clause == piece.clause
            and (isinstance(other.body, Point | Span) or _sets_days(other))
            for other in pieces
        )
        if plain and beside:
            if not any(_sets_days(other) for other in pieces):
                reading.everies.add(Every.YEAR)
            continue
        kept.append(piece)
    return kept


def _sets_days(piece: Piece) -> bool:
    return isinstance(piece.body, Cycle) and not piece.body.plain


def _settled(pieces: list[Piece], reading: Reading) -> list[Piece]:
    """Give "tháng cuối kỳ" the periods that the text names; without any it has no dates."""
    named = [p.body for p in pieces if isinstance(p.body, Cycle) and p.body.plain and p.body.months]
    result = []
    for piece in pieces:
        body = piece.body
        if isinstance(body, Cycle) and body.every is None and not body.months:
            if not named:
                reading.note(message("The period is not named, so its day is not kept."))
            result += [
                replace(piece, body=replace(body, every=c.every, months=c.months)) for c in named
            ] or [piece]
        else:
            result.append(piece)
    return result


def _matched(pieces: list[Piece], reading: Reading) -> list[Piece]:
    """Let dates that are as many as a cycle's periods stand for the cycle's own."""
    told = {p.body.every for p in pieces if isinstance(p.body, Cycle) and not p.body.plain}
    points = [piece for piece in pieces if isinstance(piece.body, Point)]
    every = _EVERY_OF_COUNT.get(len(points))
    kept = []
    for piece in pieces:
        body = piece.body
        if isinstance(body, Cycle) and body.plain and body.months:
            if body.every in told:
                continue
            if every and body.every is every:
                reading.everies.add(body.every)
                reading.dated_kind = DeadlineKind.RECURRING
                continue
        kept.append(piece)
    return kept


def _bounded(pieces: list[Piece], reading: Reading) -> list[Piece]:
    """Keep a cycle within the stretch of months that stands beside it."""
    result = list(pieces)
    for index in range(len(result) - 1):
        pair = result[index], result[index + 1]
        span = next((p for p in pair if isinstance(p.body, Span)), None)
        cycle = next((p for p in pair if isinstance(p.body, Cycle)), None)
        if span is None or cycle is None or span.clause != cycle.clause:
            continue
        if pair[1].join is Join.LIST and span.limit is None and not _within(span.body):
            continue
        bounded = _within_span(cycle, span, reading)
        if bounded:
            result[index], result[index + 1] = bounded, replace(span, body=Mark(Sort.NONE))
    return result


def _within(body: object) -> bool:
    return isinstance(body, Span) and body.last - body.first > 2


def _within_span(cycle: Piece, span: Piece, reading: Reading) -> Piece | None:
    """Return the cycle with only the months of the span, if it has any there."""
    body, frame = cycle.body, span.body
    if not isinstance(body, Cycle) or not isinstance(frame, Span):
        return None
    year = frame.year or reading.year
    if frame.first_year not in (None, year):
        return None
    last = 12 if span.limit is Limit.FROM and not frame.closed else frame.last
    first = 1 if span.limit is Limit.BY else frame.first
    months = tuple(month for month in body.months if first <= month <= last)
    if not months or span.limit is Limit.BEFORE:
        return None
    reading.note(message("Only the dates within the period named are kept."))
    return replace(cycle, body=replace(body, months=months, year=frame.year))


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
    reading.found.add(reading.dated_kind)
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
