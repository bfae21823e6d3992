"""Family S, the day of a report: one that cannot be right decides which form counts."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from qms_xlsx.codes.rule import Hit, Rule
from qms_xlsx.domain.report_date import Reported

if TYPE_CHECKING:
    from collections.abc import Iterator

    from qms_xlsx.domain.finding import Place
    from qms_xlsx.domain.period import Slot
    from qms_xlsx.domain.register import Register
    from qms_xlsx.domain.submission import Submission


@dataclass(frozen=True, slots=True)
class DateCase:
    """A form as read, and where its date stands."""

    register: Register
    submission: Submission
    place: Place


def reported(register: Register, submission: Submission) -> Reported | None:
    """Return what a form's date has to fit; None where it names no period of the year."""
    period = submission.report_period
    if period is None or period.year != register.year:
        return None
    own = {slot for slot in _final_slots(submission) if slot.end_month <= period.end_month}
    last = max(own, key=lambda slot: slot.months[0], default=None)
    saved = submission.modified.date() if submission.modified else None
    return Reported(register.period_rule, period, last, saved)


def _final_slots(submission: Submission) -> Iterator[Slot]:
    for (code, _), row in submission.entries.items():
        remark = submission.remarks.get(code)
        start = remark.estimate_from if remark else None
        for slot in row:
            if start is None or slot.months[0] < start.months[0]:
                yield slot


def _doubtful(case: DateCase) -> Iterator[tuple[Hit, bool]]:
    """Yield the hit of a date that does not fit, and whether a slip explains it."""
    day, told = case.submission.report_date, reported(case.register, case.submission)
    if day is None or told is None or told.fits(day):
        return
    likely = told.likely(day)
    if likely is None and not told.too_early(day):
        return  # late, but perhaps truly so
    period = case.submission.report_period
    values = {"day": f"{day:%d/%m/%Y}", "period": period.label if period else ""}
    if likely:
        values["likely"] = f"{likely:%d/%m/%Y}"
    yield Hit(case.place, values), likely is not None


def _slipped_date(case: DateCase) -> Iterator[Hit]:
    return (hit for hit, explained in _doubtful(case) if explained)


def _unfit_date(case: DateCase) -> Iterator[Hit]:
    return (hit for hit, explained in _doubtful(case) if not explained)


def _undated(case: DateCase) -> Iterator[Hit]:
    if case.submission.dated is None:
        yield Hit(case.place)


DATE_RULES: tuple[Rule[DateCase], ...] = (
    Rule("S140", _slipped_date),
    Rule("S141", _unfit_date),
    Rule("S142", _undated),
)
"""Rules on the day that a form is dated."""
DOUBTFUL = frozenset(rule.code for rule in DATE_RULES)
