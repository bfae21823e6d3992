"""Taking in a year's folder: the register, and every form handed in, read against it."""

from __future__ import annotations

from dataclasses import dataclass
from functools import partial
from typing import TYPE_CHECKING

from qms_xlsx.domain.finding import Excludes
from qms_xlsx.history.settling import closed_slots, settle
from qms_xlsx.rules.register import lint
from qms_xlsx.steps.closed import closed_periods
from qms_xlsx.steps.past_years import with_lent_baselines
from qms_xlsx.steps.trouble import StepError, told
from qms_xlsx.steps.year_reading import read_year

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable
    from datetime import date

    from qms_xlsx.domain.closing import ClosedPeriod, Settled
    from qms_xlsx.domain.finding import Finding
    from qms_xlsx.domain.period import Slot
    from qms_xlsx.domain.register import Register
    from qms_xlsx.domain.submission import Submission
    from qms_xlsx.read.form import FormReading
    from qms_xlsx.read.tables import Contents
    from qms_xlsx.steps.reading import Opened
    from qms_xlsx.steps.workspace import Workspace


@dataclass(frozen=True, slots=True)
class Intake:
    """All of a year's submissions, read against its register."""

    workspace: Workspace
    register: Register
    findings: tuple[Finding, ...]
    """What is wrong with the register."""
    register_file: Opened
    opened: dict[str, Opened]
    """The files of da-nop/, by file name."""
    readings: dict[str, FormReading]
    """The readings of forms, by file name."""
    received: tuple[Submission, ...]
    """The accepted submissions as they came."""
    closed: tuple[ClosedPeriod, ...]
    """The periods that are closed."""
    settled: Settled
    """The accepted submissions as they count beside what is closed."""

    @property
    def submissions(self) -> tuple[Submission, ...]:
        """The accepted submissions, reported figures in the slots of closed periods."""
        return self.settled.submissions

    def closed_slots(self, department: str, as_of: date) -> frozenset[Slot]:
        """Return the slots that a department can change no more, seen from a day."""
        return closed_slots(self.register, self.closed, department, as_of)

    def contents(self, name: str) -> Contents:
        """Return what a form that was read holds."""
        held = self.opened[name].contents
        if held is None:
            raise KeyError(name)
        return held

    @property
    def refused(self) -> dict[str, str]:
        """The department of each form that was refused as a whole, by file name."""
        return {
            name: reading.department
            for name, reading in self.readings.items()
            if reading.submission is None and reading.department
        }


def take_in(workspace: Workspace, tick: Callable[[int], None] | None = None) -> Intake:
    """Return the register and every form handed in, each with its findings.

    `tick` is called after each file with how many there are. Raises StepError when the register
    cannot be read, two departments share a file name, or a closed period is not as it was closed.
    """
    read = read_year(workspace, tick, partial(with_lent_baselines, workspace))
    register = read.register
    whole = (*read.findings, *lint(register))
    _refuse_unusable(whole)
    closed = closed_periods(workspace)
    return Intake(
        workspace=workspace,
        register=register,
        findings=whole,
        register_file=read.register_file,
        opened=read.opened,
        readings=read.forms,
        received=read.received,
        closed=closed,
        settled=settle(register, read.received, closed),
    )


def _refuse_unusable(findings: Iterable[Finding]) -> None:
    """Raise StepError for a register that nothing can be made of, shared file names included."""
    for finding in findings:
        if finding.excludes is Excludes.FILE:
            raise StepError(told(finding))
