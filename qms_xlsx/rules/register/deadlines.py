"""Family R: deadlines of measures that cannot be read, cannot be met, or say too little."""

from __future__ import annotations

from typing import TYPE_CHECKING

from qms_xlsx.codes.rule import Hit, Rule
from qms_xlsx.domain.deadline import DeadlineKind
from qms_xlsx.domain.finding import Severity
from qms_xlsx.language.messages import N_, message
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
        if not measure.deadline:
            yield Hit(measure.at("deadline"), {"number": measure.number})


def _deadline_not_understood(register: Register) -> Iterator[Hit]:
    for measure, deadline in with_deadlines(register):
        if not deadline.understood:
            values = {"value": short(measure.deadline), "reason": next(_notes(deadline.notes), "")}
            yield Hit(measure.at("deadline"), values)


def _deadline_in_doubt(register: Register) -> Iterator[Hit]:
    return (hit for doubtful, hit in _noted(register) if doubtful)


def _deadline_read_with_a_note(register: Register) -> Iterator[Hit]:
    return (hit for doubtful, hit in _noted(register) if not doubtful)


def _noted(register: Register) -> Iterator[tuple[bool, Hit]]:
    """Yield each note on a reading, and whether it tells of words left out."""
    for measure, deadline in with_deadlines(register):
        for note in _notes(deadline.notes) if deadline.understood else ():
            values = {"value": short(measure.deadline), "note": note}
            yield note in deadline.doubts, Hit(measure.at("deadline"), values)


def _notes(notes: Iterable[Message]) -> Iterator[Message]:
    return (note for note in notes if note.id not in SAID_ELSEWHERE)


def _before_the_decision(register: Register) -> Iterator[Hit]:
    decided = register.decision_date
    for measure, deadline in with_deadlines(register) if decided else ():
        early = [day for day in deadline.due if decided and day < decided]
        if early and DeadlineKind.RECURRING not in deadline.kinds:
            values = {
                "value": short(measure.deadline),
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
            yield Hit(measure.at("deadline"), {"value": short(measure.deadline), "used": used})


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
    return ", ".join(f"{day:%d/%m/%Y}" for day in days if day)


DEADLINE_RULES: tuple[Rule[Register], ...] = (
    Rule(
        code="R251",
        name="no_deadline",
        severity=Severity.WARNING,
        message=N_("Measure {number} has no deadline: it never becomes due."),
        hint=N_("Type it in “Thời gian thực hiện”, such as “Trước 30/6” or “Hàng quý”."),
        check=_no_deadline,
    ),
    Rule(
        code="R252",
        name="deadline_not_understood",
        severity=Severity.WARNING,
        message=N_("The deadline “{value}” is not understood: it never becomes due. {reason}"),
        hint=N_("Write a date or how often, such as “Trước 30/6” or “Hàng quý”."),
        check=_deadline_not_understood,
    ),
    Rule(
        code="R253",
        name="deadline_in_doubt",
        severity=Severity.WARNING,
        message=N_("The deadline “{value}” is not read as a whole. {note}"),
        hint=N_("Correct the date, or write the deadline more plainly."),
        check=_deadline_in_doubt,
    ),
    Rule(
        code="R254",
        name="before_the_decision",
        severity=Severity.WARNING,
        message=N_("The deadline “{value}” ({day}) lies before the decision's date, {decided}."),
        hint=N_("Correct the deadline, or the decision's date."),
        check=_before_the_decision,
    ),
    Rule(
        code="R255",
        name="periodic_without_a_period",
        severity=Severity.WARNING,
        message=N_("“{value}” does not say how often; {used}."),
        hint=N_("Say how often: “hàng tháng”, “hàng quý”, “06 tháng/lần”."),
        check=_periodic_without_a_period,
    ),
    Rule(
        code="R256",
        name="deadlines_on_weekends",
        severity=Severity.INFO,
        message=N_("Deadlines that fall on a weekend are not moved: {rows}."),
        hint=N_("Nothing needs to be done; a working day would be plainer."),
        check=_deadlines_on_weekends,
    ),
    Rule(
        code="R257",
        name="deadline_read_with_a_note",
        severity=Severity.INFO,
        message=N_("How the deadline “{value}” is read: {note}"),
        hint=N_("Nothing needs to be done if that is meant; else write it more plainly."),
        check=_deadline_read_with_a_note,
    ),
)
