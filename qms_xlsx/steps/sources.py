"""Every file of a run with what became of it: the summary's sheet Nguồn."""

from __future__ import annotations

from typing import TYPE_CHECKING

from qms_xlsx.language.messages import Message, message
from qms_xlsx.write.summary import Source

if TYPE_CHECKING:
    from collections.abc import Collection
    from datetime import date

    from qms_xlsx.domain.submission import Submission
    from qms_xlsx.steps.intake import Intake
    from qms_xlsx.steps.reading import Opened


def sources_of(taken: Intake, used: Collection[str], as_of: date) -> tuple[Source, ...]:
    """Return the register and the files handed in, in the order in which they were read."""
    forms = (_source(taken, item, used, as_of) for item in taken.opened.values())
    return (_register(taken.register_file), *forms)


def _register(item: Opened) -> Source:
    return Source(
        path=f"../{item.label}",
        kind="register",
        department=None,
        accepted=True,
        used=True,
        remark=message("counted"),
        sha256=item.sha256,
        size=item.size,
        report_period="",
        report_date=None,
        date_from="",
    )


def _source(taken: Intake, item: Opened, used: Collection[str], as_of: date) -> Source:
    reading = taken.readings.get(item.label)
    submission = reading.submission if reading else None
    period = submission.report_period if submission else None
    return Source(
        path=item.label,
        kind="form" if reading else "unknown",
        department=reading.department if reading else None,
        accepted=submission is not None,
        used=item.label in used,
        remark=_remark(item, submission, used, as_of),
        sha256=item.sha256,
        size=item.size,
        report_period=period.label if period else "",
        report_date=submission.dated if submission else None,
        date_from=_date_from(submission),
    )


def _remark(
    item: Opened, submission: Submission | None, used: Collection[str], as_of: date
) -> Message:
    if submission is None:
        return message("rejected")
    if item.label in used:
        return message("counted")
    if submission.dated and submission.dated > as_of:
        return message("dated after the as-of date")
    return message("replaced by a newer form")


def _date_from(submission: Submission | None) -> str:
    if submission is None or submission.dated is None:
        return ""
    return "report" if submission.report_date else "modified"
