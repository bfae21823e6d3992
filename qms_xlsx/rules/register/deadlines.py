"""Family R: deadlines of measures that cannot be read, cannot be met, or say too little."""

from __future__ import annotations

from typing import TYPE_CHECKING

from qms_xlsx.codes.rule import Hit, Rule
from qms_xlsx.domain.deadline import DeadlineKind
from qms_xlsx.language.messages import message
from qms_xlsx.language.symbols import day
from qms_xlsx.rules.register.readings import short, with_deadlines

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator
    from datetime import date

    from qms_xlsx.domain.finding import Place
    from qms_xlsx.domain.register import Register
    from qms_xlsx.language.messages import Message

SAID_ELSEWHERE = ("On a weekend: {dates}.", "“Định kỳ” does not say how often.")
"""Notes of the reading that have a rule of their own here."""


def _no_deadline(register: Register) -> Iterator[Hit]:
    for measure in register.measures:
        if not measure.deadline.text:
            yield Hit(measure.at("deadline"), {"number": measure.number})


def _deadline_not_understood(register: Register) -> Iterator[Hit]:
    for measure, deadline in with_deadlines(register):
        if not deadline.understood:
            values = {"value": short(deadline.text), "reason": next(_notes(deadline.notes), "")}
            yield Hit(measure.at("deadline"), values)


def _deadline_in_doubt(register: Register) -> Iterator[Hit]:
    return (hit for doubtful, hit in _noted(register) if doubtful)


def _deadline_read_with_a_note(register: Register) -> Iterator[Hit]:
    return (hit for doubtful, hit in _noted(register) if not doubtful)


def _noted(register: Register) -> Iterator[tuple[bool, Hit]]:
    """Yield each note on a reading, and whether it tells of words left out."""
    for measure, deadline in with_deadlines(register):
        for note in _notes(deadline.notes) if deadline.understood else ():
            values = {"value": short(deadline.text), "note": note}
            yield note in deadline.doubts, Hit(measure.at("deadline"), values)


def _notes(notes: Iterable[Message]) -> Iterator[Message]:
    return (note for note in notes if note.id not in SAID_ELSEWHERE)


def _before_the_decision(register: Register) -> Iterator[Hit]:
    decided = register.decision_date
    for measure, deadline in with_deadlines(register) if decided else ():
        early = [day for day in deadline.due if decided and day < decided]
        if early and DeadlineKind.RECURRING not in deadline.kinds:
            values = {
                "value": short(deadline.text),
                "day": _days(early),
                "decided": _days([decided]),
            }
            yield Hit(measure.at("deadline"), values)


def _periodic_without_a_period(register: Register) -> Iterator[Hit]:
    lent = register.due_dates
    used = (
        message("the dates of the two reports are taken: {days}", days=_days(lent))
        if lent
        else message("no date is set")
    )
    for measure, deadline in with_deadlines(register):
        if deadline.lends_report_dates:
            yield Hit(measure.at("deadline"), {"value": short(deadline.text), "used": used})


def _deadlines_on_weekends(register: Register) -> Iterator[Hit]:
    """One hit for all, and named periods only: that some month ends on a Sunday is no news."""
    found: dict[str, str] = {}
    place: Place | None = None
    for measure, deadline in with_deadlines(register):
        weekend = [day for day in deadline.due if day.weekday() > 4]
        if weekend and DeadlineKind.RECURRING not in deadline.kinds:
            place = place or measure.at("deadline")
            found[measure.number] = _days(weekend)
    if place:
        rows = "; ".join(f"{number} ({days})" for number, days in found.items())
        yield Hit(place, {"rows": rows})


def _days(days: Iterable[date | None]) -> str:
    return ", ".join(day(one) for one in days if one)


def _turned_into_a_date(register: Register) -> Iterator[Hit]:
    for measure in register.measures:
        if measure.deadline_date is not None and measure.deadline_date.day == 1:
            day = measure.deadline_date
            values = {"value": f"{day:%d/%m/%Y}", "typed": f"{day.month}/{day.year}"}
            yield Hit(measure.at("deadline"), values)


DEADLINE_RULES: tuple[Rule[Register], ...] = (
    Rule("R251", _no_deadline),
    Rule("R252", _deadline_not_understood),
    Rule("R253", _deadline_in_doubt),
    Rule("R254", _before_the_decision),
    Rule("R255", _periodic_without_a_period),
    Rule("R256", _deadlines_on_weekends),
    Rule("R258", _turned_into_a_date),
    Rule("R257", _deadline_read_with_a_note),
)
