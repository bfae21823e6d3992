"""Family X, forms that were received and are not counted: by their date, or as a whole."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from qms_xlsx.codes.catalogue import finding
from qms_xlsx.domain.finding import Place
from qms_xlsx.domain.submission import NotCounted
from qms_xlsx.language.messages import message
from qms_xlsx.read.report_dates import reported

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator
    from datetime import date

    from qms_xlsx.domain.finding import Finding
    from qms_xlsx.domain.register import Register
    from qms_xlsx.domain.submission import Submission
    from qms_xlsx.language.messages import Message


@dataclass(frozen=True, slots=True)
class Unused:
    """A form that does not count, the finding that says so and the reason in a few words."""

    submission: Submission
    finding: Finding
    reason: Message

    @property
    def not_counted(self) -> NotCounted:
        """What the run's document says of it."""
        return NotCounted(self.submission.path, self.submission.department, self.reason)


def older_by_mistake(register: Register, submissions: Iterable[Submission]) -> list[Unused]:
    """Return the forms that only a doubtful date, or none, makes older than the one that counts.

    A form that a newer one replaces in the course of a year is no such form.
    """
    ordered = sorted(submissions, key=lambda s: s.order)
    newest = {submission.department: submission for submission in ordered}
    found: list[Unused] = []
    for submission in ordered:
        newer = newest[submission.department]
        if newer is not submission and newer.sha256 != submission.sha256:
            found += _older(register, submission, newer)
    return found


def dated_ahead(
    register: Register, submissions: Iterable[Submission], covered: Iterable[str], as_of: date
) -> list[Unused]:
    """Return the forms dated after a day, where nothing else covers the period or it was a slip.

    `covered` are the departments whose report of the period is in.
    """
    known = frozenset(covered)
    return [
        _dated_ahead(register, submission, as_of)
        for submission in submissions
        if submission.dated is not None
        and submission.dated > as_of
        and (submission.department not in known or _likely(register, submission, as_of))
    ]


def _likely(register: Register, submission: Submission, until: date | None = None) -> str:
    """Return the day that was probably meant where the form's own cannot be right, else ''."""
    told, day = reported(register, submission), submission.report_date
    if told is None or day is None or (until is None and told.fits(day)):
        return ""
    likely = told.likely(day, until)
    return f"{likely:%d/%m/%Y}" if likely else ""


def _dated_ahead(register: Register, submission: Submission, as_of: date) -> Unused:
    values = {"day": f"{submission.dated:%d/%m/%Y}", "as_of": f"{as_of:%d/%m/%Y}"}
    place, department = Place(submission.path), submission.department
    if likely := _likely(register, submission, as_of):
        values["likely"] = likely
        told = finding("X107", place, department, **values)
        reason = message("it is dated {day}, after {as_of}; {likely} may be meant", **values)
    else:
        told = finding("X106", place, department, **values)
        reason = message("it is dated {day}, after {as_of}", **values)
    if submission.report_date is None:  # nobody wrote the day by which it counts
        reason = message("it bears no report date and was saved on {day}, after {as_of}", **values)
    return Unused(submission, told, reason)


def _older(register: Register, submission: Submission, newer: Submission) -> Iterator[Unused]:
    """Yield a form that counts as older only because of a doubtful date, or of none."""
    place, department = Place(submission.path), submission.department
    if submission.dated is None:
        told = finding("X109", place, department, newer=newer.path)
        reason = message("neither it nor its file says a day, and {newer} does", newer=newer.path)
        yield Unused(submission, told, reason)
    elif likely := _likely(register, submission):
        day = f"{submission.dated:%d/%m/%Y}"
        values = {"day": day, "newer": newer.path, "likely": likely}
        reason = message(
            "by its date {day} it is older than {newer}; {likely} may be meant", **values
        )
        yield Unused(submission, finding("X108", place, department, **values), reason)
