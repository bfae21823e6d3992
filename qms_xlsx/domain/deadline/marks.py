"""Rules for words that set no date: events, references, data windows, "thường xuyên"."""

from __future__ import annotations

from typing import TYPE_CHECKING

from qms_xlsx.domain.deadline.pieces import Cycle, DatelessSort, Tag
from qms_xlsx.domain.deadline.tokens import TIME, Role
from qms_xlsx.domain.deadline.values import MONTHS_OF, Every
from qms_xlsx.language.messages import message

if TYPE_CHECKING:
    from qms_xlsx.domain.deadline.cursor import Sentence
    from qms_xlsx.domain.deadline.pieces import Body
    from qms_xlsx.domain.deadline.tokens import Word

_STARTS = frozenset(
    {Role.PERIODIC, Role.YEARLY, Role.ONGOING, Role.EVENT, Role.EACH, Role.BEFORE, Role.LATEST}
)
_CLOSED = frozenset({Role.STOP, Role.OR, Role.PERIODIC, Role.YEARLY, Role.ONGOING, Role.END})
_LINKS = frozenset({Role.COMMA, Role.AND, Role.DASH, Role.SLASH, Role.SOFT})
_PLAIN = {
    Role.ONGOING: DatelessSort.ONGOING,
    Role.PERIODIC: DatelessSort.PERIODIC,
    Role.LUNAR: DatelessSort.LUNAR,
    Role.WEEKDAY: DatelessSort.WEEKDAY,
}
_TELLING = frozenset(
    {Role.WORD, Role.EVENT, Role.FILLER, Role.REFERENCE, Role.TIMES, Role.PERIOD, Role.OTHER_YEAR}
)
_NAMED = (Every.DAY, Every.WEEK, Every.MONTH)
"""Units that may begin a name: "ngày khai giảng", "tháng thanh niên"."""
_SHORTEST = 28
"""Days that every month has."""
_NUMBERED = frozenset({Role.NUMBER, Role.NUMERAL, Role.ROMAN, Role.MONTH_YEAR, Role.DATE})
_NEAR = 5
"""Words that a name may have before its date."""
_SOFT = frozenset({Role.IN, Role.FILLER})
_WITHIN = ("trong", "nội trong", "ngay trong")
_COUNTED = TIME - {Role.STAGE}
_RELATING = frozenset({Role.FROM, Role.AFTER, Role.BEFORE})


def plain(cursor: Sentence) -> tuple[Body, ...] | None:
    """Read "thường xuyên", "định kỳ", "âm lịch", "thứ Sáu"."""
    if cursor.kind() is Role.NEGATION and cursor.kind(1) in (Role.ONGOING, Role.PERIODIC):
        cursor.take(2)
        cursor.notes.doubt(message("A negation is not read."))
        return ()
    thursday = cursor.token(1).text == "năm" and cursor.kind(2) not in _NUMBERED
    if cursor.kind() is Role.ORDINAL and (thursday or cursor.number(1) in range(2, 8)):
        cursor.take(2)
        return (Tag(DatelessSort.WEEKDAY),)
    sort = _PLAIN.get(cursor.kind())
    if sort is None:
        return None
    hours = cursor.take().text.endswith("hành chính")
    dated = cursor.kind(cursor.past((Role.UNIT, *_SOFT))) in (Role.DATE, Role.NUMBER)
    return () if hours and dated else (Tag(sort),)


def event(cursor: Sentence) -> tuple[Body, ...] | None:
    """Read "đột xuất", "khi có …", "sau …", "trước kỳ họp", with the words that tell the event."""
    token = cursor.token()
    if _at_once(cursor):
        return (Tag(DatelessSort.EVENT),)
    if token.kind is Role.EVENT:
        cursor.take()
        if token.value:
            _swallow(cursor)
        # "kể từ ngày ký đến hết 30/6" begins with its event and has a date.
        since = token.text.startswith(("từ", "kể từ")) and cursor.kind() in (Role.LATEST, Role.TO)
        return () if since else (Tag(DatelessSort.EVENT),)
    told = _told(cursor, cursor.past((Role.EACH,), 1))
    # "khi hết quý III" is a date, "khi hết nhiệm kỳ" an event.
    if _when(token) and cursor.kind(cursor.past_soft(1)) not in _COUNTED:
        cursor.take()
        _swallow(cursor)
        return (Tag(DatelessSort.EVENT),)
    if token.kind in (Role.AFTER, Role.BEFORE) and told and not _dated_soon(cursor):
        cursor.take()
        _swallow(cursor)
        return (Tag(DatelessSort.EVENT),)
    return None


def _at_once(cursor: Sentence) -> bool:
    """Pass "ngay", "trong ngày" where no time follows, and tell so."""
    place = cursor.past((Role.IN,)) if cursor.token().text in _WITHIN else 0
    if cursor.token(place).text != "ngay" and not (place and cursor.unit(place) is Every.DAY):
        return False
    end = cursor.past((Role.WORKING,), place + 1)
    counted = cursor.kind(-1) in (Role.EACH, Role.NUMBER, Role.NUMERAL, Role.SLASH)
    timed = (
        cursor.kind(end) in (*_CLOSED, Role.COMMA, Role.AND)
        if place or cursor.unit()
        else (cursor.kind(cursor.past_soft(end)) not in (*TIME, Role.FROM))
    )
    if counted or not timed:
        return False
    cursor.take(end)
    return True


def _told(cursor: Sentence, ahead: int) -> bool:
    """Return whether words tell an event there: "kỳ họp", "ngày khai giảng"."""
    named = cursor.unit(ahead) in _NAMED
    end = cursor.past((Role.WORD, Role.FILLER), ahead + named)
    after = cursor.kind() is Role.AFTER and not named
    if cursor.kind(end) is Role.DATE and end <= ahead + _NEAR and not after:
        return False
    return cursor.kind(ahead + named) is Role.WORD if named else cursor.kind(ahead) in _TELLING


def _when(token: Word) -> bool:
    """Return whether the word for an end is one of an event: "khi hết", "trước khi kết thúc"."""
    return token.kind is Role.LATEST and "khi" in token.text.split()


def _dated_soon(cursor: Sentence) -> bool:
    """Return whether a date follows within a few plain words."""
    place = cursor.past((Role.FILLER, Role.IN, Role.SOFT), 1)
    return cursor.kind(place) in TIME and not _told(cursor, place)


def _names_document(cursor: Sentence) -> bool:
    """Return whether a document's number follows: "theo công văn số 35/UBND-NV"."""
    return cursor.kind(1) is Role.REFERENCE or cursor.token(1).text == "số"


def _swallow(cursor: Sentence, *, bracketed: bool = False) -> None:
    """Pass the words of the event, up to what says a time of its own."""
    opened = False
    while cursor.kind() not in _CLOSED:
        numbered = cursor.kind(-1) in (Role.REFERENCE, Role.NUMBER)
        if bracketed and cursor.kind() is Role.SOFT and cursor.kind(1) in TIME and not numbered:
            return
        if cursor.kind() in _LINKS and cursor.kind(1) in _STARTS:
            return
        opened = opened or cursor.kind() is Role.FROM
        ends = (Role.BEFORE, Role.LATEST) if opened else (Role.BEFORE, Role.LATEST, Role.TO)
        limited = cursor.kind() in ends
        if limited and cursor.kind(cursor.past_soft(1)) in TIME:
            return
        if (
            cursor.kind() is Role.COMMA
            and cursor.kind(cursor.past((Role.SOFT, Role.FROM, *_SOFT), 1)) in TIME
        ):
            return
        if cursor.kind() is Role.DATE:
            cursor.notes.add(
                message("The date {date} belongs to the event.", date=cursor.token().text)
            )
        cursor.take()


def relative(cursor: Sentence) -> tuple[Body, ...] | None:
    """Read "trong vòng 05 ngày kể từ …", "3 ngày sau khi …": told from an event."""
    within = cursor.kind() is Role.WITHIN
    place = cursor.past((Role.WITHIN, Role.MORE, Role.LATEST, Role.BEFORE, Role.AFTER))
    _, _, end = cursor.counted(place)
    if end == place + 1 and cursor.kind(place) is not Role.CLOCK:
        return _nothing(cursor) if within else None
    end = cursor.past((Role.WORKING,), end)
    if cursor.kind(end) is Role.EDGE:
        return _nothing(cursor) if within else None
    related = cursor.kind(end) in _RELATING and _untimed(cursor, end)
    told = cursor.kind(end) is Role.EVENT or related or _when(cursor.token(end))
    if not (told or within or _counts_back(cursor, place, end)):
        return None
    after = _after_period(cursor, place, end)
    if after:
        return (after,)
    cursor.take(end)
    _swallow_told(cursor)
    return (Tag(DatelessSort.EVENT),)


def _after_period(cursor: Sentence, place: int, end: int) -> Cycle | None:
    """Read "15 ngày sau khi kết thúc quý": a day of the month after each period."""
    day, since = cursor.number(place), cursor.past((Role.EVENT, Role.AFTER, Role.FROM), end)
    closed = cursor.past((Role.LATEST,), since + (cursor.unit(since) is Every.DAY))
    unit = cursor.unit(closed)
    if unit not in MONTHS_OF or cursor.kind(closed - 1) is not Role.LATEST:
        return None
    if cursor.kind(end) is Role.LATEST or not day or day > _SHORTEST:
        return None
    if cursor.unit(place + 1) is not Every.DAY or cursor.kind(closed + 1) in _NUMBERED:
        return None
    if cursor.kind(end - 1) is Role.WORKING:
        cursor.notes.add(message("Working days are not counted."))
    cursor.take(closed + 1)
    return Cycle(unit, tuple(month + 1 for month in MONTHS_OF[unit]), (day,), plain=False)


def _nothing(cursor: Sentence) -> tuple[Body, ...]:
    cursor.take()
    return ()


def _untimed(cursor: Sentence, ahead: int) -> bool:
    """Return whether no date follows: "kể từ ngày nhận", not "từ ngày 15"."""
    place = cursor.past((Role.FILLER,), ahead + 1)
    place += cursor.unit(place) is Every.DAY
    return cursor.kind(place) not in TIME


def _counts_back(cursor: Sentence, place: int, end: int) -> bool:
    """Return whether "trước 10 ngày", "sau 5 ngày" counts from something unsaid."""
    led = any(cursor.kind(k) in (Role.BEFORE, Role.AFTER, Role.LATEST) for k in range(place))
    day = cursor.kind() is Role.AFTER or cursor.unit(place + 1) in (Every.DAY, Every.WEEK)
    return (
        cursor.number(place) is not None
        and led
        and day
        and cursor.kind(end) not in (Role.NUMBER, Role.EDGE, Role.EACH)
    )


def _swallow_told(cursor: Sentence) -> None:
    cursor.take(cursor.past((Role.EVENT, Role.LATEST, *_RELATING)))
    _swallow(cursor)


def data(cursor: Sentence) -> tuple[Body, ...] | None:
    """Pass a data window (Decree 09/2019, article 12): it says what is counted, not when."""
    if cursor.kind() is not Role.DATA:
        return None
    while cursor.kind() not in (Role.STOP, Role.END):
        reporting = cursor.kind() in (Role.COMMA, Role.SOFT, Role.AND)
        place = cursor.past((*_LINKS, Role.FILLER))
        if reporting and cursor.kind(place) in (Role.BEFORE, Role.LATEST):
            break
        if cursor.kind() is Role.BEFORE and cursor.kind(-1) is not Role.UNIT:
            break
        cursor.take()
    return (Tag(DatelessSort.DATA),)


def foreign(cursor: Sentence) -> tuple[Body, ...] | None:
    """Pass years and dates that are not the plan's: "năm học 2024-2025", "theo kế hoạch năm"."""
    if cursor.kind() is Role.DEPENDS:
        cursor.notes.doubt(message("The date stands in another document."))
        cursor.take()
        _swallow(cursor, bracketed=True)
        return ()
    if cursor.kind() is not Role.OTHER_YEAR:
        return None
    cursor.notes.doubt(
        message("“{words}” is not a period of the calendar year.", words=cursor.token().text)
    )
    end = cursor.past((Role.WORD, Role.NUMBER, Role.ROMAN, Role.DASH, Role.SLASH), 1)
    of_year = cursor.unit(end) is Every.YEAR and cursor.kind(end + 1) is Role.NUMBER
    cursor.take(end + 2 if of_year else end)
    return ()


def reference(cursor: Sentence) -> tuple[Body, ...] | None:
    """Pass a document's number and date: "Quyết định số 06/QĐ-UBND ngày 05/01/2024"."""
    place = 0
    if cursor.kind() is Role.DOCUMENT or (cursor.kind() is Role.EVENT and _names_document(cursor)):
        place = 1 + (cursor.token(1).text == "số")
    numbered = cursor.kind(place) is Role.REFERENCE
    if place and cursor.kind(place) in (Role.NUMBER, Role.MONTH_YEAR, Role.DATE):
        numbered = True
    if not numbered and not place:
        return None
    end = place + 1 if numbered else place
    day = end + 1 if cursor.unit(end) is Every.DAY else end
    if cursor.kind(day) is Role.DATE:
        cursor.notes.add(message("The date of a document is not a deadline."))
        end = day + 1
    cursor.take(end)
    return ()
