"""A closed half-year, for the tests."""

from __future__ import annotations

from datetime import date
from typing import TYPE_CHECKING

from qms_xlsx.domain.period import Period
from qms_xlsx.history.records import read_record, record
from qms_xlsx.judge import aggregate

if TYPE_CHECKING:
    from qms_xlsx.domain.closing import ClosedPeriod
    from qms_xlsx.domain.register import Register
    from qms_xlsx.domain.submission import Submission

HALF = Period.parse("2024-H1")
CLOSED_ON = date(2024, 6, 20)


def closed_half(
    register: Register, *forms: Submission, period: Period = HALF, day: date = CLOSED_ON
) -> ClosedPeriod:
    """Return the half-year closed with these forms, as it is read back from its record."""
    run = aggregate(register, forms, period, day)
    text = record(run, [form.sha256 for form in forms], "da-nop")
    return read_record(text, f"../chot-so/{period}")
