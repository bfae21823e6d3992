"""What changed since an earlier run, and what is still needed."""

from __future__ import annotations

from typing import TYPE_CHECKING

from qms_xlsx.history.background import Movement
from qms_xlsx.language.numbers import show, told_apart
from qms_xlsx.language.symbols import day
from qms_xlsx.say.figures import figure
from qms_xlsx.say.names import one_line
from qms_xlsx.say.periods import in_words
from qms_xlsx.say.sentences import numbered

if TYPE_CHECKING:
    from qms_xlsx.history.past import PastRun
    from qms_xlsx.judge.pace import Pace
    from qms_xlsx.judge.results import Result
    from qms_xlsx.say.facts import Facts

_WAYS = {
    Movement.BETTER: "tốt lên",
    Movement.WORSE: "kém đi",
    Movement.NEW: "mới được đánh giá",
    Movement.LOST: "không còn căn cứ đánh giá",
}


def since(facts: Facts) -> str:
    """Return what changed since the run before; that there is none to compare with, otherwise."""
    before = facts.background.before
    if before is None:
        return "Chưa có lần tổng hợp trước để so sánh."
    parts = []
    for way, words in _WAYS.items():
        rows = facts.moved(way)
        if rows:
            parts.append(f"{len(rows)} {words} ({numbered(rows)})")
    said = "; ".join(parts) or "không chỉ tiêu nào thay đổi đánh giá"
    return f"So với {source(before)}: {said}."


def source(before: PastRun) -> str:
    """Return which run another is compared with."""
    if before.file:
        edited = ", tệp đã bị sửa sau khi lập" if before.edited else ""
        return f"bảng tổng hợp ngày {day(before.as_of)} ({in_words(before.period)}{edited})"
    return in_words(before.period)


def when(before: PastRun) -> str:
    """Return the day or the month of an earlier run, in the fewest words."""
    if before.file:
        return f"ngày {before.as_of:%d/%m}"
    return before.period.label.partition("/")[0].lower()


def moved(facts: Facts, result: Result) -> str:
    """Return one indicator's movement: status and figure then and now."""
    then = facts.background.row_before(result)
    sides = [
        f"{row.status.shown if row and row.status else '–'} "
        f"({figure(row.actual if row else None, result.unit, result.period_target)})"
        for row in (then, result)
    ]
    return f"{result.objective.number} {one_line(result.objective.name)}: {sides[0]} → {sides[1]}"


def pace(told: Pace, result: Result) -> str:
    """Return what an indicator still needs, and what each month has brought so far."""
    parts = [_wanting(told, result)]
    apart = told_apart(told.per_month or 0.0, told.so_far)
    if told.per_month is not None:
        needed = f"{show(told.per_month, apart[0])}/tháng"
        parts.append(f"cần {needed}, đến nay {show(told.so_far, apart[1])}/tháng")
    if told.last_year is not None:
        parts.append(f"cùng kỳ năm trước {show(told.last_year, apart[1])}/tháng")
    return "; ".join(parts)


def _wanting(told: Pace, result: Result) -> str:
    """Return what is missing: the rest of a sum, or further cases that must all be good."""
    if getattr(result.objective, "capped", False):
        return f"cần thêm {show(told.missing)} trường hợp đều đạt"
    unit = result.unit if result.denominator is None else ""
    return f"còn thiếu {show(told.missing)} {unit}".strip()
