"""Rules for words that set no date: events, references, data windows, "thường xuyên"."""

from __future__ import annotations

from typing import TYPE_CHECKING

from qms_xlsx.domain.deadline.pieces import Mark, Sort
from qms_xlsx.domain.deadline.values import Every
from qms_xlsx.domain.deadline.words import TIME, Kind
from qms_xlsx.language.messages import message

if TYPE_CHECKING:
    from qms_xlsx.domain.deadline.cursor import Cursor
    from qms_xlsx.domain.deadline.pieces import Body
    from qms_xlsx.domain.deadline.tokens import Token

_STARTS = frozenset(
    {Kind.PERIODIC, Kind.YEARLY, Kind.ONGOING, Kind.EVENT, Kind.EACH, Kind.BEFORE, Kind.LATEST}
)
_CLOSED = frozenset({Kind.STOP, Kind.OR, Kind.PERIODIC, Kind.YEARLY, Kind.ONGOING, Kind.END})
_LINKS = frozenset({Kind.COMMA, Kind.AND, Kind.DASH, Kind.SOFT})
_PLAIN = {
    Kind.ONGOING: Sort.ONGOING,
    Kind.PERIODIC: Sort.PERIODIC,
    Kind.LUNAR: Sort.LUNAR,
    Kind.WEEKDAY: Sort.WEEKDAY,
}
_TELLING = frozenset(
    {Kind.WORD, Kind.EVENT, Kind.FILLER, Kind.REFERENCE, Kind.TIMES, Kind.PERIOD, Kind.OTHER_YEAR}
)
_SOFT = frozenset({Kind.IN, Kind.FILLER})
_WITHIN = ("trong", "nội trong", "ngay trong")
_COUNTED = TIME - {Kind.STAGE}
_RELATING = frozenset({Kind.FROM, Kind.AFTER, Kind.BEFORE})


def plain(cursor: Cursor) -> tuple[Body, ...] | None:
    """Read "thường xuyên", "định kỳ", "âm lịch", "thứ Sáu"."""
    if cursor.kind() is Kind.NEGATION and cursor.kind(1) in (Kind.ONGOING, Kind.PERIODIC):
        cursor.take(2)
        cursor.notes.doubt(message("A negation is not read."))
        return ()
    if cursor.kind() is Kind.ORDINAL and cursor.number(1) in range(2, 8):
        cursor.take(2)
        return (Mark(Sort.WEEKDAY),)
    sort = _PLAIN.get(cursor.kind())
    if sort is None:
        return None
    hours = cursor.take().text.endswith("hành chính")
    dated = cursor.kind(cursor.past((Kind.UNIT, *_SOFT))) in (Kind.DATE, Kind.NUMBER)
    return () if hours and dated else (Mark(sort),)


def event(cursor: Cursor) -> tuple[Body, ...] | None:
    """Read "đột xuất", "khi có …", "sau …", "trước kỳ họp", with the words that tell the event."""
    token = cursor.token()
    if _at_once(cursor):
        return (Mark(Sort.EVENT),)
    if token.kind is Kind.EVENT:
        cursor.take()
        if token.value:
            _swallow(cursor)
        # "kể từ ngày ký đến hết 30/6" begins with its event and has a date.
        since = token.text.startswith(("từ", "kể từ")) and cursor.kind() in (Kind.LATEST, Kind.TO)
        return () if since else (Mark(Sort.EVENT),)
    told = _told(cursor, cursor.past((Kind.EACH,), 1))
    # "khi hết quý III" is a date, "khi hết nhiệm kỳ" an event.
    if _when(token) and cursor.kind(cursor.past_soft(1)) not in _COUNTED:
        cursor.take()
        _swallow(cursor)
        return (Mark(Sort.EVENT),)
    if token.kind in (Kind.AFTER, Kind.BEFORE) and told and not _dated_soon(cursor):
        cursor.take()
        _swallow(cursor)
        return (Mark(Sort.EVENT),)
    return None


def _at_once(cursor: Cursor) -> bool:
    """Pass "ngay", "trong ngày" where no time follows, and tell so."""
    place = cursor.past((Kind.IN,)) if cursor.token().text in _WITHIN else 0
    if cursor.token(place).text != "ngay" and not (place and cursor.unit(place) is Every.DAY):
        return False
    end = cursor.past((Kind.WORKING,), place + 1)
    counted = cursor.kind(-1) in (Kind.EACH, Kind.NUMBER, Kind.NUMERAL, Kind.SLASH)
    timed = (
        cursor.kind(end) in (*_CLOSED, Kind.COMMA, Kind.AND)
        if place or cursor.unit()
        else (cursor.kind(cursor.past_soft(end)) not in (*TIME, Kind.FROM))
    )
    if counted or not timed:
        return False
    cursor.take(end)
    return True


def _told(cursor: Cursor, ahead: int) -> bool:
    """Return whether words tell an event there: "kỳ họp", "ngày khai giảng"."""
    if cursor.unit(ahead) is Every.DAY and cursor.kind(ahead + 1) is Kind.WORD:
        return cursor.kind(cursor.past((Kind.WORD, Kind.FILLER), ahead + 1)) is not Kind.DATE
    return cursor.kind(ahead) in _TELLING


def _when(token: Token) -> bool:
    """Return whether the word for an end is one of an event: "khi hết", "trước khi kết thúc"."""
    return token.kind is Kind.LATEST and "khi" in token.text.split()


def _dated_soon(cursor: Cursor) -> bool:
    """Return whether a date follows within a few plain words."""
    place = cursor.past((Kind.FILLER, Kind.IN, Kind.SOFT), 1)
    return cursor.kind(place) in TIME and not _told(cursor, place)


def _names_document(cursor: Cursor) -> bool:
    """Return whether a document's number follows: "theo công văn số 35/UBND-NV"."""
    return cursor.kind(1) is Kind.REFERENCE or cursor.token(1).text == "số"


def _swallow(cursor: Cursor, *, bracketed: bool = False) -> None:
    """Pass the words of the event, up to what says a time of its own."""
    while cursor.kind() not in _CLOSED:
        numbered = cursor.kind(-1) in (Kind.REFERENCE, Kind.NUMBER)
        if bracketed and cursor.kind() is Kind.SOFT and cursor.kind(1) in TIME and not numbered:
            return
        if cursor.kind() in _LINKS and (cursor.kind(1) in _STARTS or cursor.kind(1) is Kind.STOP):
            return
        limited = cursor.kind() in (Kind.BEFORE, Kind.LATEST)
        if limited and cursor.kind(cursor.past_soft(1)) in TIME:
            return
        if cursor.kind() is Kind.COMMA and cursor.kind(cursor.past((Kind.SOFT, *_SOFT), 1)) in TIME:
            return
        if cursor.kind() is Kind.DATE:
            cursor.notes.add(
                message("The date {date} belongs to the event.", date=cursor.token().text)
            )
        cursor.take()


def relative(cursor: Cursor) -> tuple[Body, ...] | None:
    """Read "trong vòng 05 ngày kể từ …", "3 ngày sau khi …": told from an event."""
    within = cursor.kind() is Kind.WITHIN
    place = cursor.past((Kind.WITHIN, Kind.MORE, Kind.LATEST, Kind.BEFORE, Kind.AFTER))
    if cursor.kind(place) is Kind.CLOCK:
        end = place + 1
    elif cursor.number(place) and cursor.unit(place + 1):
        end = place + 2
    else:
        return _nothing(cursor) if within else None
    end = cursor.past((Kind.WORKING,), end)
    if cursor.kind(end) is Kind.EDGE:
        return _nothing(cursor) if within else None
    related = cursor.kind(end) in _RELATING and _untimed(cursor, end)
    told = cursor.kind(end) is Kind.EVENT or related or _when(cursor.token(end))
    if not (told or within or _counts_back(cursor, place, end)):
        return None
    cursor.take(end)
    _swallow_told(cursor)
    return (Mark(Sort.EVENT),)


def _nothing(cursor: Cursor) -> tuple[Body, ...]:
    cursor.take()
    return ()


def _untimed(cursor: Cursor, ahead: int) -> bool:
    """Return whether no date follows: "kể từ ngày nhận", not "từ ngày 15"."""
    place = cursor.past((Kind.FILLER,), ahead + 1)
    place += cursor.unit(place) is Every.DAY
    return cursor.kind(place) not in TIME


def _counts_back(cursor: Cursor, place: int, end: int) -> bool:
    """Return whether "trước 10 ngày", "sau 5 ngày" counts from something unsaid."""
    led = any(cursor.kind(k) in (Kind.BEFORE, Kind.AFTER, Kind.LATEST) for k in range(place))
    day = cursor.kind() is Kind.AFTER or cursor.unit(place + 1) in (Every.DAY, Every.WEEK)
    return (
        cursor.number(place) is not None
        and led
        and day
        and cursor.kind(end) not in (Kind.NUMBER, Kind.EDGE, Kind.EACH)
    )


def _swallow_told(cursor: Cursor) -> None:
    if cursor.kind() in (Kind.EVENT, Kind.LATEST, *_RELATING):
        cursor.take()
    _swallow(cursor)


def data(cursor: Cursor) -> tuple[Body, ...] | None:
    """Pass a data window (Decree 09/2019, article 12): it says what is counted, not when."""
    if cursor.kind() is not Kind.DATA:
        return None
    cursor.take()
    while cursor.kind() not in (Kind.STOP, Kind.END):
        reporting = cursor.kind() in (Kind.COMMA, Kind.SOFT, Kind.AND)
        place = cursor.past((*_LINKS, Kind.FILLER))
        if reporting and cursor.kind(place) in (Kind.BEFORE, Kind.LATEST):
            break
        if cursor.kind() is Kind.BEFORE and cursor.kind(-1) is not Kind.UNIT:
            break
        cursor.take()
    return (Mark(Sort.DATA),)


def foreign(cursor: Cursor) -> tuple[Body, ...] | None:
    """Pass years and dates that are not the plan's: "năm học 2024-2025", "theo kế hoạch năm"."""
    if cursor.kind() is Kind.DEPENDS:
        cursor.notes.doubt(message("The date stands in another document."))
        cursor.take()
        _swallow(cursor, bracketed=True)
        return ()
    if cursor.kind() is not Kind.OTHER_YEAR:
        return None
    cursor.notes.doubt(
        message("“{words}” is not a period of the calendar year.", words=cursor.token().text)
    )
    cursor.take(cursor.past((Kind.NUMBER, Kind.ROMAN, Kind.DASH, Kind.SLASH), 1))
    return ()


def reference(cursor: Cursor) -> tuple[Body, ...] | None:
    """Pass a document's number and date: "Quyết định số 06/QĐ-UBND ngày 05/01/2024"."""
    place = 0
    if cursor.kind() is Kind.DOCUMENT or (cursor.kind() is Kind.EVENT and _names_document(cursor)):
        place = 1 + (cursor.token(1).text == "số")
    numbered = cursor.kind(place) is Kind.REFERENCE
    if place and cursor.kind(place) in (Kind.NUMBER, Kind.MONTH_YEAR, Kind.DATE):
        numbered = True
    if not numbered and not place:
        return None
    end = place + 1 if numbered else place
    day = end + 1 if cursor.unit(end) is Every.DAY else end
    if cursor.kind(day) is Kind.DATE and day > end:
        cursor.notes.add(message("The date of a document is not a deadline."))
        end = day + 1
    cursor.take(end)
    return ()
