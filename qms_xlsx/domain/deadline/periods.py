"""Rules for months, quarters, halves and years, and for the numbers listed behind a unit."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from qms_xlsx.domain.deadline.pieces import Span, YearOf
from qms_xlsx.domain.deadline.tokens import TIME, Role
from qms_xlsx.domain.deadline.values import STEP, Edge, Every
from qms_xlsx.language.messages import message
from qms_xlsx.language.text import bare

if TYPE_CHECKING:
    from qms_xlsx.domain.deadline.cursor import Sentence
    from qms_xlsx.domain.deadline.pieces import Body

_LISTING = frozenset({Role.COMMA, Role.AND, Role.OR, Role.SLASH})
_RANGING = frozenset({Role.DASH, Role.TO})
_COUNTED = frozenset({Role.WORD, Role.TIMES, Role.CLOCK})
_SOFT = frozenset({Role.IN, Role.FILLER, Role.EACH})
_YEARS = range(1990, 2101)
_LATER = {"truoc": -1, "sau": 1, "toi": 1}


@dataclass(frozen=True, slots=True)
class Numbers:
    """The stretches listed, a year that closes them, and where the list ends."""

    stretches: tuple[tuple[int, int], ...]
    year: int | None
    end: int


@dataclass(frozen=True, slots=True)
class _One:
    first: int
    last: int
    year: int | None
    end: int


def listed(cursor: Sentence, ahead: int, unit: Every) -> Numbers | None:
    """Return the numbers that stand there for days, months or quarters."""
    one = _one(cursor, ahead, unit)
    if one is None:
        return None
    stretches, year, end = [(one.first, one.last)], one.year, one.end
    while year is None:
        ranged, place = _connector(cursor, end)
        if place is None:
            break
        if cursor.unit(place) is unit:
            place += 1
        more = _one(cursor, place, unit)
        if more is None or not _continues(cursor, more, unit, stretches[-1][1]):
            break
        if ranged:
            stretches[-1] = (stretches[-1][0], more.last)
        else:
            stretches.append((more.first, more.last))
        year, end = more.year, more.end
    return Numbers(tuple(stretches), year, end)


def _one(cursor: Sentence, ahead: int, unit: Every) -> _One | None:
    token = cursor.token(ahead)
    top = {Every.DAY: 31, Every.MONTH: 12, Every.QUARTER: 4}[unit]
    match token.kind:
        case Role.DASHED if max(token.value) <= top:
            return _closed(cursor, _One(token.value[0], token.value[1], None, ahead + 1), unit)
        case Role.MONTH_YEAR if unit is not Every.DAY and token.value[0] <= top:
            return _One(token.value[0], token.value[0], token.value[1], ahead + 1)
        case Role.DATE if unit is not Every.DAY:
            return _slashed(token.value, top, ahead + 1)
        case Role.NUMBER | Role.NUMERAL | Role.ROMAN if 1 <= token.value <= top:
            if unit is Every.DAY and token.kind is Role.ROMAN:
                return None
            return _closed(cursor, _One(token.value, token.value, None, ahead + 1), unit)
        case Role.UNIT if _is_five(cursor, ahead, unit):
            return _One(5, 5, None, ahead + 1)
    return None


def _slashed(value: tuple[int, int, int | None], top: int, end: int) -> _One | None:
    """Read "6/24" behind "tháng" as a month and a year, "6/12" as two months."""
    first, second, third = value
    if third is not None or first > top:
        return None
    if second > top:
        return _One(first, first, 2000 + second, end)
    return _One(first, second, None, end) if second == first + 1 else None


def _closed(cursor: Sentence, one: _One, unit: Every) -> _One:
    """Take the year of "I/2024" along."""
    year = cursor.number(one.end + 1) or 0
    year += 2000 if 20 <= year < 100 else 0
    if unit is not Every.DAY and cursor.kind(one.end) is Role.SLASH and year in _YEARS:
        return _One(one.first, one.last, year, one.end + 2)
    return one


def _connector(cursor: Sentence, ahead: int) -> tuple[bool, int | None]:
    kind = cursor.kind(ahead)
    if kind in _RANGING and cursor.token(ahead).text != "đến trước":
        return True, ahead + 1
    if kind in _LISTING:
        both = kind is Role.COMMA and cursor.kind(ahead + 1) is Role.AND
        return False, ahead + 1 + both
    return False, None


def _continues(cursor: Sentence, one: _One, unit: Every, before: int) -> bool:
    """Return whether the number belongs to the list, not to words of its own after it."""
    following = cursor.kind(one.end)
    if following is Role.SLASH and cursor.kind(one.end + 1) in (Role.TIMES, Role.UNIT):
        return False
    if following is Role.UNIT:
        long = cursor.unit(one.end) in (Every.MONTH, Every.QUARTER) and unit is Every.DAY
        monthly = long and cursor.kind(one.end + 1) not in (Role.SLASH, Role.TIMES)
        return monthly or cursor.unit(one.end) is Every.YEAR
    return following not in _COUNTED or (one.first > before and following is Role.WORD)


def _is_five(cursor: Sentence, ahead: int, unit: Every) -> bool:
    """Return whether "năm" behind "mùng" or "tháng" is the fifth: no year follows it."""
    if cursor.token(ahead).text != "năm":
        return False
    if unit is not Every.MONTH:
        return cursor.token(ahead - 1).text.endswith(("mùng", "mồng"))
    after = cursor.kind(ahead + 1)
    if after is Role.NUMBER:  # "tháng năm 2024" is May, "các tháng năm 2024" all of them
        return cursor.kind(ahead - 2) not in (Role.EACH, Role.NUMBER, Role.NUMERAL)
    return after not in (Role.NEXT, Role.THIS, Role.AFTER, Role.BEFORE, Role.FILLER)


def months(cursor: Sentence) -> tuple[Body, ...] | None:
    """Read "tháng 2-3/2024", "tháng 3, 6 và 9", "6/2024"."""
    if cursor.unit() is Every.MONTH:
        found = listed(cursor, cursor.past((Role.SOFT,), 1), Every.MONTH)
        return _take(cursor, found, 1)
    if cursor.kind() is Role.MONTH_YEAR:
        return _take(cursor, listed(cursor, 0, Every.MONTH), 1)
    range_of_months = cursor.kind(1) is Role.DASH and cursor.kind(2) is Role.MONTH_YEAR
    if cursor.kind() is Role.NUMBER and range_of_months:
        return _take(cursor, listed(cursor, 0, Every.MONTH), 1)
    return None


def quarters(cursor: Sentence) -> tuple[Body, ...] | None:
    """Read "quý III", "quý I, II/2024", "quý 1-2"."""
    if cursor.kind() is Role.ROMAN:
        found = listed(cursor, 0, Every.QUARTER)
        return _take(cursor, found, 3) if found and found.year else None
    if cursor.unit() is not Every.QUARTER:
        return None
    return _take(cursor, listed(cursor, 1, Every.QUARTER), 3)


def _take(cursor: Sentence, found: Numbers | None, length: int) -> tuple[Body, ...] | None:
    if found is None:
        return None
    cursor.take(found.end)
    return tuple(_span(first, last, found.year, length) for first, last in found.stretches)


def _span(first: int, last: int, year: int | None, length: int) -> Span:
    start, end = (first - 1) * length + 1, last * length
    crossing = year - 1 if year is not None and start > end else None
    return Span(start, end, year, crossing, closed=first != last)


def stretch(cursor: Sentence) -> tuple[Body, ...] | None:
    """Read "6 tháng đầu năm", "3 tháng cuối năm", "nửa đầu năm", "hai quý đầu năm"."""
    if cursor.kind() is Role.HALF:
        return _half_year(cursor)
    number, unit = cursor.number(), cursor.unit(1)
    edge = cursor.past((Role.IN, Role.FILLER), 2)
    token = cursor.token(edge)
    if not number or unit not in (Every.MONTH, Every.QUARTER) or token.kind is not Role.EDGE:
        return None
    length = number * STEP[unit]
    year = cursor.past(_SOFT, edge + 1)
    named = cursor.unit(year) is Every.YEAR
    if length > 12 or token.value is Edge.MIDDLE or not (named or length in (3, 6, 9)):
        return None
    cursor.take(year + 1 if named else edge + 1)
    return (_part_of_year(length, token.value),)


def _half_year(cursor: Sentence) -> tuple[Body, ...] | None:
    edge = cursor.token(1) if cursor.kind(1) is Role.EDGE else cursor.token(2)
    year = 2 if cursor.kind(1) is Role.EDGE else 1
    if edge.kind is not Role.EDGE or cursor.unit(year) is not Every.YEAR:
        return None
    cursor.take(3)
    return (_part_of_year(6, edge.value),)


def _part_of_year(length: int, edge: Edge) -> Span:
    return Span(1, length) if edge is Edge.FIRST else Span(13 - length, 12)


def years(cursor: Sentence) -> tuple[Body, ...] | None:
    """Read "năm 2024", "năm sau", "2024"."""
    place = 1 if cursor.unit() is Every.YEAR else 0
    number = cursor.number(place)
    if number in _YEARS and cursor.kind(place) is Role.NUMBER:
        # "Hè 2024", "Đại hội 2025" are occasions in the year, not the year.
        named = not place and cursor.kind(-1) is Role.WORD
        whole, token = cursor.whole, cursor.take(place + 1)
        if named:
            cursor.notes.doubt(message("Not read: “{words}”.", words=token.text))
        return () if named else (YearOf(number or 0, whole=whole),)
    if not place:
        return None
    shift, end = later(cursor, 1)
    this = cursor.kind(1) is Role.THIS or cursor.token(1).text == "báo cáo"
    if not (shift or this):
        return None
    cursor.take(max(end, 2))
    return (YearOf(cursor.year + shift, relative=True),)


def later(cursor: Sentence, ahead: int) -> tuple[int, int]:
    """Return how many periods later the words there mean, and where they end."""
    place = cursor.past_soft(ahead)
    token = cursor.token(place)
    shift = token.value if token.kind is Role.NEXT else 0
    if cursor.kind(place + 1) not in TIME:
        shift = _LATER.get(bare(token.text), shift)
    return shift, place + 1 if shift else ahead
