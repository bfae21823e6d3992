"""Lists and ranges of numbers behind one unit: "3, 6 và 9", "2-3/2024", "I đến III"."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from qms_xlsx.domain.deadline.values import Every
from qms_xlsx.domain.deadline.words import Kind

if TYPE_CHECKING:
    from qms_xlsx.domain.deadline.cursor import Cursor

_LISTING = frozenset({Kind.COMMA, Kind.AND, Kind.OR, Kind.SLASH})
_RANGING = frozenset({Kind.DASH, Kind.TO})
_COUNTED = frozenset({Kind.WORD, Kind.TIMES, Kind.CLOCK})


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


def listed(cursor: Cursor, ahead: int, unit: Every) -> Numbers | None:
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


def _one(cursor: Cursor, ahead: int, unit: Every) -> _One | None:
    token = cursor.token(ahead)
    top = {Every.DAY: 31, Every.MONTH: 12, Every.QUARTER: 4}[unit]
    match token.kind:
        case Kind.DASHED if max(token.value) <= top:
            return _closed(cursor, _One(token.value[0], token.value[1], None, ahead + 1), unit)
        case Kind.MONTH_YEAR if unit is not Every.DAY and token.value[0] <= top:
            return _One(token.value[0], token.value[0], token.value[1], ahead + 1)
        case Kind.DATE if unit is not Every.DAY:
            return _slashed(token.value, top, ahead + 1)
        case Kind.NUMBER | Kind.NUMERAL | Kind.ROMAN if 1 <= token.value <= top:
            if unit is Every.DAY and token.kind is Kind.ROMAN:
                return None
            return _closed(cursor, _One(token.value, token.value, None, ahead + 1), unit)
        case Kind.UNIT if unit is Every.MONTH and _is_may(cursor, ahead):
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


def _closed(cursor: Cursor, one: _One, unit: Every) -> _One:
    """Take the year of "I/2024" along."""
    year = cursor.token(one.end + 1)
    closes = cursor.kind(one.end) is Kind.SLASH and year.kind is Kind.NUMBER
    if unit is not Every.DAY and closes and (year.value > 1900 or 20 <= year.value < 100):
        return _One(one.first, one.last, year.value % 2000 + 2000, one.end + 2)
    return one


def _connector(cursor: Cursor, ahead: int) -> tuple[bool, int | None]:
    kind = cursor.kind(ahead)
    if kind in _RANGING:
        return True, ahead + 1
    if kind in _LISTING:
        both = kind is Kind.COMMA and cursor.kind(ahead + 1) is Kind.AND
        return False, ahead + 1 + both
    return False, None


def _continues(cursor: Cursor, one: _One, unit: Every, before: int) -> bool:
    """Return whether the number belongs to the list, not to words of its own after it."""
    following = cursor.kind(one.end)
    if following is Kind.SLASH and cursor.kind(one.end + 1) in (Kind.TIMES, Kind.UNIT):
        return False
    if following is Kind.UNIT:
        monthly = cursor.unit(one.end) is Every.MONTH and unit is Every.DAY
        own = cursor.kind(one.end + 1) in (Kind.NUMBER, Kind.NUMERAL, Kind.ROMAN, Kind.EDGE)
        yearly = cursor.unit(one.end) is Every.YEAR
        return yearly or (
            monthly and (own or cursor.kind(one.end + 1) not in (Kind.SLASH, Kind.TIMES))
        )
    return following not in _COUNTED or (
        one.first > before and following is Kind.WORD and before > 0
    )


def _is_may(cursor: Cursor, ahead: int) -> bool:
    """Return whether "năm" behind "tháng" is the fifth: no year follows it."""
    token = cursor.token(ahead)
    after = cursor.kind(ahead + 1)
    return token.text == "năm" and after not in (
        Kind.NUMBER,
        Kind.NEXT,
        Kind.THIS,
        Kind.AFTER,
        Kind.BEFORE,
        Kind.FILLER,
    )
