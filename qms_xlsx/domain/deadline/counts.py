"""Rules for how often something comes back: "02 lần/năm", "06 tháng/lần"."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from qms_xlsx.domain.deadline.pieces import Cycle, cycle
from qms_xlsx.domain.deadline.tokens import NUMBERS, Role
from qms_xlsx.domain.deadline.values import EVERY, STEP, Every
from qms_xlsx.language.messages import message

if TYPE_CHECKING:
    from qms_xlsx.domain.deadline.cursor import Sentence
    from qms_xlsx.domain.deadline.pieces import Body

_TYING = frozenset({Role.SLASH, Role.EACH, Role.IN, Role.FILLER, Role.MORE, Role.SOFT})
_FAR = 8
"""Words at the most between a count and its period: "02 cuộc họp giao ban nội bộ/quý"."""
_BETWEEN = frozenset({Role.WORD, Role.FILLER, Role.MORE, Role.COMMA})


def count(cursor: Sentence) -> tuple[Body, ...] | None:
    """Read "02 lần/năm", "06 tháng/lần", "mỗi quý một lần"."""
    start = cursor.past((Role.MORE,))
    found = _times_first(cursor, start) or _unit_first(cursor, start)
    if found is None:
        return None
    times, length, unit, end = found
    cursor.take(end)
    return (frequency(cursor, times, length, unit),)


def _times(cursor: Sentence, ahead: int) -> tuple[int, int] | None:
    """Return how many times, and where the count ends; of a range the least."""
    first = cursor.token(ahead)
    if first.kind is Role.DASHED and cursor.kind(ahead + 1) is Role.TIMES:
        _note_range(cursor)
        return first.value[0], ahead + 2
    number = cursor.number(ahead)
    if number is None:
        return None
    if cursor.kind(ahead + 1) in (Role.DASH, Role.TO) and cursor.number(ahead + 2):
        if cursor.kind(ahead + 3) is not Role.TIMES:
            return None
        _note_range(cursor)
        return number, ahead + 4
    if cursor.kind(ahead + 1) is Role.TIMES:
        return number, ahead + 2
    words = cursor.past((Role.WORD, Role.FILLER, Role.PERIOD), ahead + 1)
    if ahead + 1 < words <= ahead + _FAR and cursor.kind(words) is Role.SLASH:
        return number, words
    return None


def _note_range(cursor: Sentence) -> None:
    cursor.notes.add(message("Of a range of times the least is taken."))


def _times_first(cursor: Sentence, ahead: int) -> tuple[int, int, Every, int] | None:
    counted = _times(cursor, cursor.past((Role.FROM,), ahead))
    if (
        counted is None
        and cursor.kind(ahead) is Role.TIMES
        and cursor.kind(ahead + 1) is Role.SLASH
    ):
        counted = 1, ahead + 1
    if counted is None:
        return None
    times, end = counted
    place = cursor.past(_TYING, end)
    number, unit = cursor.number(place), cursor.unit(place + 1)
    if number and unit:
        return times, number, unit, place + 2
    unit = cursor.unit(place)
    tied = place > end
    if unit is None or not tied or (cursor.kind(place + 1) in NUMBERS and unit is not Every.YEAR):
        return None
    return times, 1, unit, place + 1


def _unit_first(cursor: Sentence, ahead: int) -> tuple[int, int, Every, int] | None:
    each, twice = cursor.past((Role.EACH,), ahead), 1
    number, unit = cursor.number(each), cursor.unit(each + 1)
    length, place = (number, each + 2) if number and unit else (1, each + 1)
    if not (number and unit):
        unit = cursor.unit(each)
    if unit is None:
        halved = cursor.unit(each + 1) if cursor.kind(each) is Role.HALF else None
        if halved not in (Every.YEAR, Every.MONTH):
            return None
        length, unit, place = 6 if halved is Every.YEAR else 1, Every.MONTH, each + 2
        twice += halved is Every.MONTH
    slash = cursor.past((Role.SLASH, Role.MORE), place)
    if slash > place and cursor.kind(slash) is Role.TIMES:
        return twice, length, unit, slash + 1
    words = cursor.past(_BETWEEN | {Role.SLASH}, place)
    if each == ahead and words > cursor.past((Role.SLASH, Role.MORE, Role.COMMA), place):
        return None
    counted = _times(cursor, words)
    if counted is None or words > place + _FAR or cursor.kind(counted[1] - 1) is not Role.TIMES:
        return None
    return counted[0] * twice, length, unit, counted[1]


def frequency(cursor: Sentence, times: int, length: int, unit: Every) -> Cycle:
    """Return the cycle of so many times in so many periods."""
    if unit not in STEP:
        if length > 1:
            cursor.notes.add(message("How often it comes back is only kept roughly."))
        return Cycle(unit)
    months = STEP[unit] * max(length, 1)
    step, rest = divmod(months, max(times, 1))
    asked = 1
    if rest or step < 1:
        cursor.notes.add(
            message("Several times in a period: only the end of each period is a date.")
        )
        step, asked = months, times
    if step in EVERY:
        return replace(cycle(EVERY[step]), times=asked)
    cursor.notes.add(message("How often it comes back is only kept roughly."))
    if step > 12:
        return cycle(Every.YEAR)
    return Cycle(None, tuple(range(step, 13, step)), times=asked)
