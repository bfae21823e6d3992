"""Rules for how often something comes back: "02 lần/năm", "06 tháng/lần"."""

from __future__ import annotations

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
    if cursor.kind(ahead) is Role.TIMES and cursor.kind(ahead + 1) is Role.SLASH:
        return 1, ahead + 1
    dashed = cursor.kind(ahead) is Role.DASHED
    number, end = cursor.token(ahead).value[0] if dashed else cursor.number(ahead), ahead + 1
    if not number:
        return None
    ranged = cursor.kind(end) in (Role.DASH, Role.TO) and cursor.number(end + 1)
    end += 2 if ranged else 0
    words = cursor.past((Role.WORD, Role.FILLER, Role.PERIOD), end)
    if cursor.kind(end) is Role.TIMES:
        end += 1
    elif end < words < end + _FAR and cursor.kind(words) is Role.SLASH:
        end = words
    else:
        return None
    if dashed or ranged:
        cursor.notes.add(message("Of a range of times the least is taken."))
    return number, end


def _times_first(cursor: Sentence, ahead: int) -> tuple[int, int, Every, int] | None:
    counted = _times(cursor, cursor.past((Role.FROM,), ahead))
    if counted is None:
        return None
    times, end = counted
    place = cursor.past(_TYING, end)
    length, unit, after = cursor.counted(place)
    named = unit is not Every.YEAR and cursor.kind(after) in NUMBERS  # "02 lần trong quý II"
    tied = place > end or after > place + 1  # "02 lần/năm", "hai lần một năm"
    if unit is None or not tied or named:
        return None
    return times, length, unit, after


def _unit_first(cursor: Sentence, ahead: int) -> tuple[int, int, Every, int] | None:
    each = cursor.past((Role.EACH,), ahead)
    halved = cursor.kind(each) is Role.HALF and cursor.unit(each + 1) is Every.MONTH
    length, unit, place = (1, Every.MONTH, each + 2) if halved else cursor.counted(each)
    if unit is None:
        return None
    slash = cursor.past((Role.SLASH, Role.MORE), place)
    if slash > place and cursor.kind(slash) is Role.TIMES:
        return 1 + halved, length, unit, slash + 1
    words = cursor.past(_BETWEEN | {Role.SLASH}, place)
    if each == ahead and words > cursor.past((Role.SLASH, Role.MORE, Role.COMMA), place):
        return None
    counted = _times(cursor, words)
    if counted is None or words > place + _FAR or cursor.kind(counted[1] - 1) is not Role.TIMES:
        return None
    return counted[0] * (1 + halved), length, unit, counted[1]


def frequency(cursor: Sentence, times: int, length: int, unit: Every) -> Cycle:
    """Return the cycle of so many times in so many periods."""
    if unit not in STEP:
        if length > 1:
            cursor.notes.add(message("How often it comes back is only kept roughly."))
        return Cycle(unit)
    step, rest = divmod(STEP[unit] * length, times)
    asked = 1
    if rest:
        cursor.notes.add(
            message("Several times in a period: only the end of each period is a date.")
        )
        step, asked = STEP[unit] * length, times
    if step not in EVERY:
        cursor.notes.add(message("How often it comes back is only kept roughly."))
    months = tuple(range(step, 13, step))
    return Cycle(EVERY.get(step), months, times=asked) if months else cycle(Every.YEAR)
