"""Proof that a checked file is the same after it has travelled as text."""

from __future__ import annotations

from typing import TYPE_CHECKING

from qms_xlsx.read.checked import Checked
from qms_xlsx.read.read_back import read_back
from qms_xlsx.read.written import written

if TYPE_CHECKING:
    from qms_xlsx.domain.finding import Finding
    from qms_xlsx.read.form import FormReading


def carried(reading: FormReading, name: str) -> FormReading:
    """Return a reading as it arrives elsewhere; all that equality leaves out is compared, too."""
    sent = Checked((), 0, "", reading)
    received = read_back(written(sent, name), name)
    assert repr(received) == repr(sent)  # NaN, departments, the order of rows
    assert received.form is not None
    assert _places(received.form) == _places(reading)
    return received.form


def carried_finding(finding: Finding) -> Finding:
    """Return a finding as it arrives elsewhere."""
    name = finding.place.file
    sent = Checked((finding,), 1, "ab")
    received = read_back(written(sent, name), name)
    assert repr(received) == repr(sent)
    return received.findings[0]


def _places(reading: FormReading) -> list[object]:
    own = reading.submission
    told = [*own.progress.values(), *own.actions] if own else []
    return [thing.place for thing in told]
