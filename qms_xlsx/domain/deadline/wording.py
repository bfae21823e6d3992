"""Deadlines in canonical Vietnamese."""

from __future__ import annotations

from typing import TYPE_CHECKING

from qms_xlsx.domain.deadline.calendar import LAST, exact
from qms_xlsx.domain.deadline.pieces import MONTHS_OF
from qms_xlsx.domain.deadline.value import DeadlineKind, Every

if TYPE_CHECKING:
    from datetime import date

    from qms_xlsx.domain.deadline.value import Deadline

EVERY = {
    Every.YEAR: "hằng năm",
    Every.HALF: "06 tháng/lần",
    Every.QUARTER: "hằng quý",
    Every.MONTH: "hằng tháng",
    Every.WEEK: "hằng tuần",
    Every.DAY: "hằng ngày",
}


def wording(deadline: Deadline) -> str:
    """Return the deadline in the words of a plan, or its own text where it was not understood."""
    kinds = set(deadline.kinds)
    if not kinds:
        return deadline.text
    parts = [_dates(deadline, kinds)]
    if DeadlineKind.ONGOING in kinds:
        since = not parts[0] and deadline.start
        parts.append(f"Thường xuyên từ ngày {_day(since)}" if since else "Thường xuyên")
    if DeadlineKind.ON_EVENT in kinds:
        parts.append("Khi phát sinh")
    return "; ".join(part for part in parts if part)


def _dates(deadline: Deadline, kinds: set[DeadlineKind]) -> str:
    every = EVERY[deadline.every] if deadline.every else ""
    if DeadlineKind.RECURRING in kinds:
        head = f"Định kỳ {every}".strip()
        return head if _at_ends(deadline) else f"{head}, {_listed(deadline)}"
    if DeadlineKind.WINDOW in kinds and len(deadline.due) == 1 and deadline.start:
        end = "đến trước" if deadline.strict else "đến"
        period = f"Từ ngày {_day(deadline.start)} {end} ngày {_day(deadline.due[0])}"
        return f"{period} {every}".strip()
    if deadline.due:
        text = f"{_listed(deadline)} {every}".strip()
        return text[0].upper() + text[1:]
    return ""


def _at_ends(deadline: Deadline) -> bool:
    """Return whether the dates are the ends of the year's periods, which go without saying."""
    if not deadline.due:
        return True
    months = MONTHS_OF.get(deadline.every, ()) if deadline.every else ()
    year = deadline.due[0].year
    ends = tuple(exact(year, month, LAST) for month in months)
    return deadline.due == ends and not deadline.strict


def _listed(deadline: Deadline) -> str:
    before = "trước" if deadline.strict else "chậm nhất"
    return f"{before} ngày " + ", ".join(_day(day) for day in deadline.due)


def _day(day: date) -> str:
    return f"{day:%d/%m/%Y}"
