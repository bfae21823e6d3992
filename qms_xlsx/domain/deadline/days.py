"""Rules for days and dates: "ngày 30 tháng 8", "20/11", "5 ngày đầu", "cuối quý"."""

from __future__ import annotations

from typing import TYPE_CHECKING

from qms_xlsx.domain.deadline.cycles import in_period
from qms_xlsx.domain.deadline.periods import listed
from qms_xlsx.domain.deadline.pieces import STARTS, Days, Point, Span, cycle
from qms_xlsx.domain.deadline.tokens import Role
from qms_xlsx.domain.deadline.values import LAST, Edge, Every
from qms_xlsx.language.messages import message

if TYPE_CHECKING:
    from qms_xlsx.domain.deadline.cursor import Sentence
    from qms_xlsx.domain.deadline.pieces import Body

_SOFT = frozenset({Role.IN, Role.FILLER, Role.EACH})
_ONE_WEEK = frozenset({Role.NUMBER, Role.NUMERAL, Role.ORDINAL, Role.EDGE, Role.AFTER, Role.NEXT})
_WEEKS = 5
"""Weeks that a month may have, the last one cut short."""


def dated(cursor: Sentence) -> tuple[Body, ...] | None:
    """Read a date in figures, with or without "ngày"."""
    place = cursor.past_soft(1) if cursor.unit() is Every.DAY else 0
    token = cursor.token(place)
    if cursor.unit() is Every.DAY and token.kind is Role.WORD:
        return _named(cursor, place)
    dashed = token.kind is Role.DASHED and token.value[1] <= 12
    if token.kind is Role.DATE or (dashed and not _of_months(cursor, place + 1)):
        cursor.take(place + 1)
        return (Point(*token.value),)
    glued = cursor.token(place + 2)
    number = cursor.number(place)
    dashed = cursor.kind(place + 1) is Role.DASH and glued.kind is Role.MONTH_YEAR
    if dashed and number and number > 12:
        cursor.take(place + 3)
        return (Point(number, *glued.value),)
    return None


def _named(cursor: Sentence, ahead: int) -> tuple[Body, ...] | None:
    """Read the date of "ngày Quốc khánh 02/9"."""
    end = cursor.past((Role.WORD, Role.FILLER), ahead)
    if cursor.kind(end) is not Role.DATE:
        return None
    return (Point(*cursor.take(end + 1, end).value),)


def days(cursor: Sentence) -> tuple[Body, ...] | None:
    """Read "ngày 05, 15 và 25", "25 hàng tháng", "ngày cuối cùng"."""
    named = cursor.unit() is Every.DAY
    place = cursor.past_soft(1) if named else 0
    if named and cursor.kind(place) is Role.WORKING:
        cursor.notes.add(message("Working days are not counted."))
        place = cursor.past((Role.WORKING, Role.ORDINAL), place)
    part = cursor.token(place).value
    if named and part in (Edge.FIRST, Edge.LAST):
        cursor.take(place + 1)
        return (Days((LAST if part is Edge.LAST else 1,), part=part),)
    found = listed(cursor, place, Every.DAY)
    if found is None or not (named or _of_months(cursor, found.end) or _to_date(cursor, found.end)):
        return None
    cursor.take(found.end)
    return (_days(found.stretches),)


def _days(stretches: tuple[tuple[int, int], ...]) -> Days:
    """Return the last day of each stretch; a single stretch keeps its first."""
    ends = tuple(last for _, last in stretches)
    first, last = stretches[0]
    return Days(ends, first if len(stretches) == 1 and first != last else None)


def _to_date(cursor: Sentence, ahead: int) -> bool:
    """Return whether a date ends the range that begins here: "01-15/3"."""
    return cursor.kind(ahead) in (Role.DASH, Role.TO) and cursor.kind(ahead + 1) is Role.DATE


def _of_months(cursor: Sentence, ahead: int) -> bool:
    """Return whether months follow: "tháng 6", "hàng tháng", "tháng cuối quý"."""
    place = cursor.past(_SOFT, ahead)
    unit = cursor.unit(place)
    if unit is Every.QUARTER:
        return place > ahead
    if unit is not Every.MONTH:
        return False
    if cursor.kind(place + 1) is Role.EDGE:
        return cursor.unit(cursor.past(_SOFT, place + 2)) is Every.QUARTER
    return place > ahead or (listed(cursor, place + 1, Every.MONTH) is not None)


def stretch(cursor: Sentence) -> tuple[Body, ...] | None:
    """Read "5 ngày đầu", "tuần cuối", "tuần thứ 2", "nửa đầu tháng"."""
    return _first_days(cursor) or _week(cursor) or _half_month(cursor)


def _first_days(cursor: Sentence) -> tuple[Body, ...] | None:
    number = cursor.number()
    if not number or number > 31 or cursor.unit(1) is not Every.DAY:
        return None
    edge = cursor.past((Role.WORKING,), 2)
    token = cursor.token(edge)
    if token.value not in (Edge.FIRST, Edge.LAST):
        return None
    if edge > 2:
        cursor.notes.add(message("Working days are not counted."))
    cursor.take(edge + 1)
    last = token.value is Edge.LAST
    return (Days((LAST,), 1 - number) if last else Days((number,), 1, Edge.FIRST),)


def _week(cursor: Sentence) -> tuple[Body, ...] | None:
    if cursor.unit() is not Every.WEEK:
        return None
    place = cursor.past((Role.ORDINAL,), 1)
    token, number = cursor.token(place), cursor.number(place)
    if token.kind is Role.ROMAN:
        number = token.value
    if token.kind is Role.EDGE:
        number = {Edge.FIRST: 1, Edge.MIDDLE: 2, Edge.LAST: _WEEKS}[token.value]
    if number is None:
        return None
    if not 1 <= number <= _WEEKS:
        cursor.notes.doubt(message("Not read: “{words}”.", words=f"tuần {number}"))
        cursor.take(place + 1)
        return ()
    cursor.notes.add(message("A week of a month is read as seven days from its first."))
    cursor.take(place + 1)
    last = number == _WEEKS
    return (Days((LAST,), LAST - 6) if last else Days((7 * number,), 7 * number - 6, Edge.FIRST),)


def _half_month(cursor: Sentence) -> tuple[Body, ...] | None:
    edge = cursor.token(1)
    if cursor.kind() is not Role.HALF or edge.kind is not Role.EDGE:
        return None
    unit = cursor.unit(cursor.past(_SOFT, 2))
    if unit not in (Every.MONTH, Every.QUARTER):
        return None
    cursor.take(2)
    if edge.value is Edge.LAST:
        return (Days((LAST,), 16 if unit is Every.MONTH else None),)
    return (Days((15,), 1) if unit is Every.MONTH else Days((15,), part=Edge.MIDDLE),)


def edge(cursor: Sentence) -> tuple[Body, ...] | None:
    """Read "cuối quý", "đầu tháng 6", "giữa năm"; the period itself stays for its own rule."""
    if cursor.kind() is not Role.EDGE:
        return None
    part: Edge = cursor.token().value
    place = cursor.past(_SOFT, 1)
    unit = cursor.unit(place)
    if cursor.unit(cursor.past_soft(1)) is Every.YEAR:  # not "cuối mỗi năm"
        cursor.take(place + 1)
        return (_of_year(cursor, part),)
    if unit is Every.WEEK and cursor.kind(place + 1) not in _ONE_WEEK:
        cursor.take(place + 1)
        return (cycle(Every.WEEK),)
    told = cursor.previous is not None and isinstance(cursor.previous.body, Days)
    told = told and cursor.kind(-1) in (Role.NUMBER, Role.NUMERAL)  # "ngày 5 cuối quý"
    if told and unit is Every.QUARTER:
        return in_period(cursor, place + 1, unit, part)
    if unit is Every.WEEK or (told and unit is Every.MONTH):
        cursor.take(1)
        return ()
    if unit not in (Every.MONTH, Every.QUARTER, Every.YEAR):
        return None
    cursor.take(1)
    if part is Edge.LAST:
        return (Days((LAST,)),)
    cursor.notes.add(message("“đầu”, “giữa” give no day: the tenth and the fifteenth are taken."))
    return (Days((10,), 1, part) if part is Edge.FIRST else Days((15,), part=part),)


def _of_year(cursor: Sentence, part: Edge) -> Body:
    if part is Edge.LAST:
        return Span(12, 12) if cursor.limited in STARTS else Point(31, 12)
    cursor.notes.add(
        message("“đầu năm”, “giữa năm” give no date: the end of March and of June are taken.")
    )
    return Span(1, 3) if part is Edge.FIRST else Point(30, 6)
