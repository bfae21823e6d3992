"""Rules for what comes back: "hàng quý", "tháng cuối quý", "tháng sau"."""

from __future__ import annotations

from typing import TYPE_CHECKING

from qms_xlsx.domain.deadline.counts import frequency
from qms_xlsx.domain.deadline.periods import later, listed
from qms_xlsx.domain.deadline.pieces import (
    Cycle,
    DatelessSort,
    Days,
    Span,
    Tag,
    YearOf,
    cycle,
)
from qms_xlsx.domain.deadline.tokens import NUMBERS, Role
from qms_xlsx.domain.deadline.values import EVERY, STEP, Edge, Every
from qms_xlsx.language.messages import message

if TYPE_CHECKING:
    from qms_xlsx.domain.deadline.cursor import Sentence
    from qms_xlsx.domain.deadline.pieces import Body


_OF = ("của", "cua", "trong", "thuộc", "thuoc")
"""Words that tie a month to the period it is of: "tháng 4 báo cáo quý I" is of none."""


def each(cursor: Sentence) -> tuple[Body, ...] | None:
    """Read "hàng tháng", "mỗi 6 tháng", "các quý", "thường niên"."""
    if cursor.kind() is Role.YEARLY:
        cursor.take()
        return (cycle(Every.YEAR),)
    if cursor.kind() is not Role.EACH:
        return None
    if cursor.kind(1) is Role.PERIOD:
        cursor.take(2)
        return (Tag(DatelessSort.PERIODIC),)
    length, unit, end = cursor.counted(1)
    if unit is None:
        return None
    if end > 2:
        cursor.take(end)
        return (frequency(cursor, 1, length, unit),)
    if unit is Every.DAY and cursor.kind(2) is Role.WORKING and cursor.kind(3) is not Role.EDGE:
        cursor.take(3)
        return (Tag(DatelessSort.ONGOING),)
    if _names_one(cursor, unit):
        return None
    cursor.take(2)
    return (cycle(unit),)


def _names_one(cursor: Sentence, unit: Every) -> bool:
    """Return whether certain days or months are meant: "các tháng 3, 6", "các ngày cuối tháng"."""
    if unit is Every.DAY:
        return cursor.kind(2) in (*NUMBERS, Role.EDGE, Role.ORDINAL, Role.WORKING)
    always = cursor.token().text in ("hàng", "hằng", "hang")
    return unit is not Every.YEAR and cursor.kind(2) in NUMBERS and not always


def anchored(cursor: Sentence) -> tuple[Body, ...] | None:
    """Read "tháng cuối quý", "tháng đầu của quý sau", "tháng thứ hai mỗi quý"."""
    if cursor.unit() is not Every.MONTH:
        return None
    place = _place_in_quarter(cursor)
    if place is None:
        return None
    part, after = place
    every, end = cursor.period(cursor.past((Role.IN, Role.FILLER, Role.EACH), after))
    if cursor.kind(end - 1) is Role.PERIOD:
        return _last_month_of_period(cursor, end)
    if every is None and cursor.cycle:
        every, end = cursor.cycle.every, after
    if every not in (Every.QUARTER, Every.HALF, Every.YEAR) or cursor.kind(end) is Role.EDGE:
        return _unplaced(cursor, after)
    if not isinstance(part, Edge) and part >= STEP[every]:
        return _unplaced(cursor, after)
    return in_period(cursor, end, every, part)


def numbered(cursor: Sentence) -> tuple[Body, ...] | None:
    """Read "tháng 2 của quý", "tháng 1 và 2 hằng quý": months of each quarter, not of the year."""
    found = listed(cursor, 1, Every.MONTH) if cursor.unit() is Every.MONTH else None
    if found is None or found.year:
        return None
    every, end = _period_of(cursor, found.end)
    if every not in (Every.QUARTER, Every.HALF):
        return None
    places = sorted({last for _, last in found.stretches})
    if max(places) > STEP[every]:  # "tháng 6 của quý II" is June, "tháng 5 của quý" is none
        return None if cursor.kind(end) in NUMBERS else _unplaced(cursor, end)
    return in_period(cursor, end, every, *(place - 1 for place in places))


def first_months(cursor: Sentence) -> tuple[Body, ...] | None:
    """Read "2 tháng đầu quý": the second month ends them."""
    edge = cursor.token(2)
    if cursor.number() != 2 or cursor.unit(1) is not Every.MONTH or edge.kind is not Role.EDGE:
        return None
    end = cursor.past((Role.IN, Role.FILLER, Role.EACH), 3)
    if cursor.unit(end) is not Every.QUARTER or cursor.token().text == "02":
        return None  # "02 tháng đầu quý" may be a day
    last = Edge.LAST if edge.value is Edge.LAST else Edge.MIDDLE
    return in_period(cursor, end + 1, Every.QUARTER, last)


def _period_of(cursor: Sentence, ahead: int) -> tuple[Every | None, int]:
    """Return the period that what stands before is said to be of, and where its words end."""
    if cursor.token(ahead).text not in _OF and cursor.kind(ahead) is not Role.EACH:
        return None, ahead
    every, end = cursor.period(cursor.past((Role.IN, Role.FILLER, Role.EACH), ahead))
    edged = cursor.kind(end) is Role.EDGE  # "tháng 5 trong 6 tháng đầu năm" is May
    return None if edged else every, end


def _place_in_quarter(cursor: Sentence) -> tuple[Edge | int, int] | None:
    edge = cursor.token(1)
    if edge.kind is Role.EDGE:
        return edge.value, 2
    number = cursor.number(2)
    return (number - 1, 3) if edge.kind is Role.ORDINAL and number else None


def _unplaced(cursor: Sentence, after: int) -> tuple[Body, ...]:
    cursor.notes.doubt(message("The period is not named, so its day is not kept."))
    cursor.take(after)
    return ()


def _last_month_of_period(cursor: Sentence, end: int) -> tuple[Body, ...]:
    cursor.take(end)
    return (Cycle(None, plain=False),)


def in_period(cursor: Sentence, end: int, every: Every, *parts: Edge | int) -> tuple[Body, ...]:
    """Return the months of each period named up to the end: its first, middle or last."""
    step = STEP[every]
    edges = {Edge.FIRST: 0, Edge.MIDDLE: (step - 1) // 2, Edge.LAST: step - 1}
    places = [1 + (edges[part] if isinstance(part, Edge) else part) for part in parts]
    if every is Every.YEAR:
        cursor.take(end)
        return tuple(Span(place, place) for place in places)
    found = listed(cursor, end, every) if every is Every.QUARTER else None
    if found:
        cursor.take(found.end)
        numbers = [n for first, last in found.stretches for n in range(first, last + 1)]
        months = [(number - 1) * step + place for number in numbers for place in places]
        return tuple(Span(month, month, found.year) for month in months)
    shift, end = later(cursor, end)
    cursor.take(end)
    before = range(shift * step, 12 + shift * step, step)
    return tuple(
        Cycle(every, tuple(months + place for months in before), plain=False) for place in places
    )


def following(cursor: Sentence) -> tuple[Body, ...] | None:
    """Read "tháng sau", "quý tiếp theo": the period after each one."""
    unit = cursor.unit()
    if unit not in (Every.MONTH, Every.QUARTER):
        return None
    shift, end = later(cursor, 1)
    if not shift:
        return None
    cursor.take(end)
    firsts = tuple(range(1 + STEP[unit], 14, STEP[unit]))
    return (Cycle(unit, firsts, plain=False),) if shift == 1 else ()


def units(cursor: Sentence) -> tuple[Body, ...] | None:
    """Read a bare "tháng", "6 tháng": one more of a list of periods, else perhaps a mere name."""
    number, unit, width = cursor.counted(0)
    if unit is None or (width == 2 and unit is not Every.MONTH) or unit is Every.DAY:
        return None
    if unit is Every.WEEK and not (_listed(cursor) or cursor.token(-1).text.endswith("báo cáo")):
        return None
    if cursor.kind(width) in NUMBERS and unit is not Every.YEAR:
        words = " ".join(cursor.token(place).text for place in range(width + 1))
        cursor.notes.doubt(message("Not read: “{words}”.", words=words))
        cursor.take(width + 1)
        return ()
    if unit is Every.MONTH and width == 1 and cursor.kind(1) is Role.WORD and not _listed(cursor):
        return None
    before = cursor.kind(-1)
    whole = cursor.whole
    cursor.take(width)
    if unit is Every.YEAR and before in (Role.IN, Role.LATEST, Role.TO, Role.BEFORE):
        return (YearOf(cursor.year, whole=whole),)
    weak = not _listed(cursor)
    every = unit if width == 1 else EVERY.get(number)
    if every:
        return (cycle(every, weak=weak),)
    return (Cycle(None, (number,) if number < 13 else (), weak=weak),)


def _listed(cursor: Sentence) -> bool:
    """Return whether a list of periods, "định kỳ" or a day stands right before."""
    previous = cursor.previous
    if previous is None:
        return False
    body = previous.body
    if isinstance(body, Cycle):
        return not body.weak
    return isinstance(body, Days) or (isinstance(body, Tag) and body.sort is DatelessSort.PERIODIC)
