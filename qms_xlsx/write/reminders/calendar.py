"""The year's due dates as an iCalendar file (RFC 5545), for Outlook and Google Calendar."""

from __future__ import annotations

from collections import Counter
from dataclasses import dataclass
from datetime import UTC, date, datetime, time, timedelta
from typing import TYPE_CHECKING

from qms_xlsx.domain.period import Cadence, Period, Slot, slots_of
from qms_xlsx.judge.expected import Calendar as Expected
from qms_xlsx.judge.reporting import last_good_day, reporting
from qms_xlsx.language.text import bare
from qms_xlsx.say.names import one_line
from qms_xlsx.say.periods import in_words

if TYPE_CHECKING:
    from collections.abc import Iterator

    from icalendar import Event

    from qms_xlsx.domain.measure import Measure
    from qms_xlsx.domain.register import Register

AHEAD = timedelta(days=7)
"""How long before a due date its alarm rings."""
_LONGEST = 90


@dataclass(frozen=True, slots=True)
class Due:
    """A last good day, and what is due on it."""

    key: str
    """What stays the same when the date or the words change: a calendar then moves its entry."""
    day: date
    title: str
    text: str


def due_dates(register: Register) -> tuple[Due, ...]:
    """Return every due date that a register sets, in order: reports and measures."""
    found = [*_reports(register), *_measures(register)]
    return tuple(sorted(found, key=lambda due: (due.day, due.key)))


def calendar_file(register: Register, as_of: date) -> bytes:
    """Return the .ics file of a register's due dates; the same day makes the same bytes."""
    from icalendar import Calendar  # noqa: PLC0415 (--help stays quick)

    calendar = Calendar()
    calendar.add("prodid", "-//qms-xlsx//VI")
    calendar.add("version", "2.0")
    calendar.add("method", "PUBLISH")
    calendar.add(
        "x-wr-calname", one_line(f"Mục tiêu chất lượng {register.year} – {register.organisation}")
    )
    office = _slug(register.organisation) or "co-quan"
    for due in due_dates(register):
        uid = f"{register.year}-{due.key}@{office}.qms-xlsx"
        calendar.add_component(_event(due, uid, as_of))
    return bytes(calendar.to_ical())


def _slug(text: str) -> str:
    """Return a text as a part of an identifier.

    >>> _slug("UBND xã Thượng Lộ"), _slug("II.2")
    ('ubnd-xa-thuong-lo', 'ii-2')
    """
    return "-".join("".join(c if c.isalnum() else " " for c in bare(text)).split())


def _event(due: Due, uid: str, as_of: date) -> Event:
    from icalendar import Alarm, Event  # noqa: PLC0415

    event = Event()
    event.add("uid", uid)
    event.add("dtstamp", datetime.combine(as_of, time(), UTC))
    event.add("dtstart", due.day)
    event.add("dtend", due.day + timedelta(days=1))  # the day after, exclusive
    event.add("summary", due.title)
    event.add("description", due.text)
    event.add("transp", "TRANSPARENT")  # the day is not blocked
    alarm = Alarm()
    alarm.add("action", "DISPLAY")
    alarm.add("description", due.title)
    alarm.add("trigger", -AHEAD)
    event.add_component(alarm)
    return event


def _reports(register: Register) -> Iterator[Due]:
    slots: list[Slot] = [Slot(Cadence.HALF, 1), Slot(Cadence.YEAR, 1)]
    for slot in (*slots_of(Cadence.MONTH), *slots_of(Cadence.QUARTER), *slots):
        period = Period(register.year, slot)
        day = last_good_day(register, period)
        if day is None:
            continue
        expected = reporting(Expected(register, period, day), ()).expected
        if expected:
            names = ", ".join(register.department_by_code[code].name for code in expected)
            title = f"Hạn nộp báo cáo {in_words(period)}"
            text = f"Bộ phận phải nộp: {names}.\nGửi Thư ký ISO chậm nhất trong ngày này."
            yield Due(f"bao-cao-{slot.key}", day, title, text)


def _measures(register: Register) -> Iterator[Due]:
    seen: Counter[str] = Counter()
    for measure in register.measures:
        good = measure.last_good
        for index, day in enumerate(good, 1):
            seen[measure.number] += 1  # a number may wrongly stand twice; a key may not
            key = f"bien-phap-{_slug(measure.number)}-{seen[measure.number]}"
            nth = f" (lần {index}/{len(good)})" if len(good) > 1 else ""
            title = f"Hạn biện pháp {measure.number}{nth}: {_short(measure.measure)}"
            yield Due(key, day, title, _described(register, measure))


def _short(text: str) -> str:
    words = one_line(text)
    return words if len(words) <= _LONGEST else words[:_LONGEST].rsplit(" ", 1)[0] + "…"


def _described(register: Register, measure: Measure) -> str:
    leads = [register.department_by_code[code].name for code in register.leads[measure.number]]
    lines = [
        one_line(measure.measure),
        f"Chủ trì: {', '.join(leads) or one_line(measure.lead)}",
        f"Phối hợp: {one_line(measure.coordinating)}" if measure.coordinating else "",
        f"Thời gian thực hiện theo kế hoạch: {one_line(measure.deadline.text)}",
        f"Theo dõi và minh chứng: {one_line(measure.evidence)}" if measure.evidence else "",
    ]
    return "\n".join(line for line in lines if line)
