"""Rules for what comes back: "hàng quý", "tháng cuối quý", "tháng sau"."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from qms_xlsx.domain.deadline.counts import frequency
from qms_xlsx.domain.deadline.periods import listed
from qms_xlsx.domain.deadline.pieces import (
    Cycle,
    DatelessSort,
    Days,
    Span,
    Tag,
    YearOf,
    cycle,
)
from qms_xlsx.domain.deadline.tokens import NUMBERS, TIME, Role
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
    if cursor.kind(1) is Role.HALF and cursor.unit(2) is Every.YEAR:
        cursor.take(3)
        return (cycle(Every.HALF),)
    number, counted, unit = cursor.number(1), cursor.unit(2), cursor.unit(1)
    if number and counted:
        cursor.take(3)
        return (frequency(cursor, 1, number, counted),)
    if unit is None:
        return _each_period(cursor)
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


def _each_period(cursor: Sentence) -> tuple[Body, ...] | None:
    if cursor.token(1).text in ("kỳ", "kì", "kỳ báo cáo"):
        cursor.take(2)
        return (Tag(DatelessSort.PERIODIC),)
    return None


def anchored(cursor: Sentence) -> tuple[Body, ...] | None:
    """Read "tháng cuối quý", "tháng đầu của quý sau", "tháng thứ hai mỗi quý"."""
    if cursor.unit() is not Every.MONTH:
        return None
    place = _place_in_quarter(cursor)
    if place is None:
        return None
    part, after = place
    end = cursor.past((Role.IN, Role.FILLER, Role.EACH), after)
    number = cursor.number(end) or 0
    unit, end = (cursor.unit(end + 1), end + 2) if number else (cursor.unit(end), end + 1)
    every = EVERY.get(number) if number and unit is Every.MONTH else unit
    if cursor.kind(end - 1) is Role.PERIOD:
        return _last_month_of_period(cursor, end)
    if every is None and cursor.cycle:
        every, end = cursor.cycle.every, after
    if every not in (Every.QUARTER, Every.HALF, Every.YEAR):
        return _unplaced(cursor, after) if cursor.kind(1) is Role.ORDINAL else None
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
    if places[-1] > STEP[every]:  # "tháng 6 của quý II" is June, "tháng 5 của quý" is none
        return None if cursor.kind(end) in NUMBERS else _unplaced(cursor, end)
    return tuple(
        _earlier(body, places[-1] - place)
        for body in in_period(cursor, end, every, places[-1] - 1)
        for place in places
    )


def first_months(cursor: Sentence) -> tuple[Body, ...] | None:
    """Read "2 tháng đầu quý": the second month ends them."""
    number, edge = cursor.number(), cursor.token(2)
    if not number or cursor.unit(1) is not Every.MONTH or edge.kind is not Role.EDGE:
        return None
    end = cursor.past((Role.IN, Role.FILLER, Role.EACH), 3)
    if cursor.unit(end) is not Every.QUARTER or not 1 < number < STEP[Every.QUARTER]:
        return None
    if edge.value is Edge.MIDDLE or cursor.token().text.startswith("0"):
        return None  # "02 tháng đầu quý" may be a day
    last = number - 1 if edge.value is Edge.FIRST else Edge.LAST
    return in_period(cursor, end + 1, Every.QUARTER, last)


def _period_of(cursor: Sentence, ahead: int) -> tuple[Every | None, int]:
    """Return the period that what stands before is said to be of, and where its words end."""
    place = cursor.past((Role.IN, Role.FILLER, Role.EACH), ahead)
    if cursor.token(ahead).text not in _OF and cursor.kind(ahead) is not Role.EACH:
        return None, ahead
    months = cursor.number(place)
    if months is None or cursor.unit(place + 1) is not Every.MONTH:
        return cursor.unit(place), place + 1
    edged = cursor.kind(place + 2) is Role.EDGE  # "tháng 5 trong 6 tháng đầu năm" is May
    return None if edged else EVERY.get(months), place + 2


def _earlier(body: Body, months: int) -> Body:
    """Return a month in a year or in every period so many months earlier."""
    if isinstance(body, Cycle):
        return replace(body, months=tuple(month - months for month in body.months))
    if isinstance(body, Span):
        return replace(body, first=body.first - months, last=body.last - months)
    return body


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


def in_period(cursor: Sentence, end: int, every: Every, part: Edge | int) -> tuple[Body, ...]:
    """Return the month of each period named up to the end: its first, middle or last."""
    step = STEP[every]
    places = {Edge.FIRST: 0, Edge.MIDDLE: (step - 1) // 2, Edge.LAST: step - 1}
    within = places[part] if isinstance(part, Edge) else part
    if every is Every.YEAR:
        cursor.take(end)
        return (Span(within + 1, within + 1),)
    found = listed(cursor, end, every) if every is Every.QUARTER else None
    if found:
        cursor.take(found.end)
        numbers = [n for first, last in found.stretches for n in range(first, last + 1)]
        months = [(number - 1) * step + within + 1 for number in numbers]
        return tuple(Span(month, month, found.year) for month in months)
    later, width = _later(cursor, end)
    cursor.take(end + width)
    firsts = range(1, 13, step)
    return (Cycle(every, tuple(first + within + later * step for first in firsts), plain=False),)


def _later(cursor: Sentence, ahead: int) -> tuple[int, int]:
    """Return how many periods later is meant, and how many words say it."""
    place = cursor.past_soft(ahead)
    token = cursor.token(place)
    if token.kind is Role.NEXT:
        return token.value, place + 1 - ahead
    if token.kind is Role.BEFORE and cursor.kind(place + 1) not in TIME:
        return -1, place + 1 - ahead
    if token.kind is Role.AFTER or token.text == "tới":
        extra = cursor.kind(place + 1) is Role.NEXT
        return 1, place + 1 + extra - ahead
    return 0, 0


def following(cursor: Sentence) -> tuple[Body, ...] | None:
    """Read "tháng sau", "quý tiếp theo": the period after each one."""
    unit = cursor.unit()
    if unit not in (Every.MONTH, Every.QUARTER):
        return None
    shift, width = _later(cursor, 1)
    if not width:
        return None
    if shift < 0:
        cursor.take(1 + width)
        return ()
    cursor.take(1 + width)
    months = tuple(range(2, 14)) if unit is Every.MONTH else (4, 7, 10, 13)
    return (Cycle(unit, months, plain=False),)


def units(cursor: Sentence) -> tuple[Body, ...] | None:
    """Read a bare "tháng", "6 tháng": one more of a list of periods, else perhaps a mere name."""
    number, unit, width = cursor.number(), cursor.unit(1), 2
    if not (number and unit):
        number, unit, width = 1, cursor.unit(), 1
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
    all_of_it = cursor.token(-1).text in ("cả", "toàn", "trong cả", "ca")
    cursor.take(width)
    if unit is Every.YEAR and before in (Role.IN, Role.LATEST, Role.TO, Role.BEFORE):
        return (YearOf(cursor.year, whole=all_of_it),)
    weak = not _listed(cursor)
    if width == 1:
        return (cycle(unit, weak=weak),)
    if number in EVERY:
        return (cycle(EVERY[number], weak=weak),)
    return (Cycle(None, (number,) if number <= 12 else (), weak=weak),)


def _listed(cursor: Sentence) -> bool:
    """Return whether a list of periods, "định kỳ" or a day stands right before."""
    previous = cursor.previous
    if previous is None:
        return False
    body = previous.body
    if isinstance(body, Cycle):
        return not body.weak
    return isinstance(body, Days) or (isinstance(body, Tag) and body.sort is DatelessSort.PERIODIC)
