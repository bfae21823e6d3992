"""Rules for months, quarters, halves and years."""

from __future__ import annotations

from typing import TYPE_CHECKING

from qms_xlsx.domain.deadline.listing import listed
from qms_xlsx.domain.deadline.pieces import Span, YearOf
from qms_xlsx.domain.deadline.values import STEP, Edge, Every
from qms_xlsx.domain.deadline.words import TIME, Kind

if TYPE_CHECKING:
    from qms_xlsx.domain.deadline.cursor import Cursor
    from qms_xlsx.domain.deadline.listing import Numbers
    from qms_xlsx.domain.deadline.pieces import Body

_SOFT = frozenset({Kind.IN, Kind.FILLER, Kind.EACH})
_YEARS = range(1990, 2101)


def months(cursor: Cursor) -> tuple[Body, ...] | None:
    """Read "tháng 2-3/2024", "tháng 3, 6 và 9", "6/2024"."""
    if cursor.unit() is Every.MONTH:
        found = listed(cursor, cursor.past((Kind.SOFT,), 1), Every.MONTH)
        return _take(cursor, found, 1)
    if cursor.kind() is Kind.MONTH_YEAR and cursor.token().value[0] <= 12:
        return _take(cursor, listed(cursor, 0, Every.MONTH), 1)
    range_of_months = cursor.kind(1) is Kind.DASH and cursor.kind(2) is Kind.MONTH_YEAR
    if cursor.kind() is Kind.NUMBER and range_of_months:
        return _take(cursor, listed(cursor, 0, Every.MONTH), 1)
    return None


def quarters(cursor: Cursor) -> tuple[Body, ...] | None:
    """Read "quý III", "quý I, II/2024", "quý 1-2"."""
    if cursor.kind() is Kind.ROMAN and cursor.kind(1) is Kind.SLASH:
        found = listed(cursor, 0, Every.QUARTER)
        return _take(cursor, found, 3) if found and found.year else None
    if cursor.unit() is not Every.QUARTER:
        return None
    return _take(cursor, listed(cursor, 1, Every.QUARTER), 3)


def _take(cursor: Cursor, found: Numbers | None, length: int) -> tuple[Body, ...] | None:
    if found is None:
        return None
    cursor.take(found.end)
    return tuple(_span(first, last, found.year, length) for first, last in found.stretches)


def _span(first: int, last: int, year: int | None, length: int) -> Span:
    start, end = (first - 1) * length + 1, last * length
    crossing = year - 1 if year is not None and start > end else None
    return Span(start, end, year, crossing, closed=first != last)


def stretch(cursor: Cursor) -> tuple[Body, ...] | None:
    """Read "6 tháng đầu năm", "3 tháng cuối năm", "nửa đầu năm", "hai quý đầu năm"."""
    if cursor.kind() is Kind.HALF:
        return _half_year(cursor)
    number, unit = cursor.number(), cursor.unit(1)
    edge = cursor.past((Kind.IN, Kind.FILLER), 2)
    token = cursor.token(edge)
    if not number or unit not in (Every.MONTH, Every.QUARTER) or token.kind is not Kind.EDGE:
        return None
    length = number * STEP[unit]
    year = cursor.past(_SOFT, edge + 1)
    named = cursor.unit(year) is Every.YEAR
    if length > 12 or token.value is Edge.MIDDLE or not (named or length in (3, 6, 9)):
        return None
    cursor.take(year + 1 if named else edge + 1)
    return (_part_of_year(length, token.value),)


def _half_year(cursor: Cursor) -> tuple[Body, ...] | None:
    edge = cursor.token(1) if cursor.kind(1) is Kind.EDGE else cursor.token(2)
    year = 2 if cursor.kind(1) is Kind.EDGE else 1
    if edge.kind is not Kind.EDGE or cursor.unit(year) is not Every.YEAR:
        return None
    cursor.take(3)
    return (_part_of_year(6, edge.value),)


def _part_of_year(length: int, edge: Edge) -> Span:
    return Span(1, length) if edge is Edge.FIRST else Span(13 - length, 12)


def stage(cursor: Cursor) -> tuple[Body, ...] | None:
    """Read "giai đoạn 2021-2025", "năm 2024 - 2025"."""
    place = cursor.past((Kind.STAGE,))
    place += cursor.unit(place) is Every.YEAR
    first, last = cursor.number(place), cursor.number(place + 2)
    if cursor.kind(place + 1) not in (Kind.DASH, Kind.TO) or not first or not last:
        return None
    if first not in _YEARS or last not in _YEARS:
        return None
    cursor.take(place + 3)
    return (Span(1, 12, last, first, closed=True),)


def years(cursor: Cursor) -> tuple[Body, ...] | None:
    """Read "năm 2024", "năm sau", "2024"."""
    place = 1 if cursor.unit() is Every.YEAR else 0
    number = cursor.number(place)
    if number in _YEARS and cursor.kind(place) is Kind.NUMBER:
        cursor.take(place + 1)
        return (YearOf(number or 0),)
    if not place:
        return None
    shift = _shift(cursor)
    if shift is None:
        return None
    return (YearOf(cursor.year + shift, relative=True),)


def _shift(cursor: Cursor) -> int | None:
    """Return how many years from the plan's the words say, and take them."""
    token = cursor.token(1)
    extra = cursor.kind(2) is Kind.NEXT
    if token.kind is Kind.NEXT or token.kind is Kind.AFTER or token.text == "tới":
        cursor.take(2 + extra)
        return -1 if token.kind is Kind.NEXT and token.value < 0 else 1
    if token.kind is Kind.BEFORE and cursor.kind(2) not in TIME:
        cursor.take(2 + extra)
        return -1
    if token.kind is Kind.THIS or token.text == "báo cáo":
        cursor.take(2)
        return 0
    return None
