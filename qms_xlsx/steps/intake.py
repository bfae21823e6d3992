"""Taking in a year's folder: the register, and every form handed in, read against it."""

from __future__ import annotations

from dataclasses import dataclass, replace
from functools import partial
from typing import TYPE_CHECKING

from qms_xlsx.book.a1 import MOST_ROWS
from qms_xlsx.book.summary_areas import EACH_DEPARTMENT
from qms_xlsx.codes.catalogue import finding
from qms_xlsx.domain.finding import Excludes, Place
from qms_xlsx.history.settling import closed_slots, settle
from qms_xlsx.language.messages import message
from qms_xlsx.rules.register import lint
from qms_xlsx.steps.closed import closed_periods
from qms_xlsx.steps.past_years import with_lent_baselines
from qms_xlsx.steps.reading import open_all
from qms_xlsx.steps.trouble import StepError, told
from qms_xlsx.steps.year_reading import read_year

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Iterator
    from datetime import date

    from qms_xlsx.domain.closing import ClosedPeriod, Settled
    from qms_xlsx.domain.finding import Finding
    from qms_xlsx.domain.period import Slot
    from qms_xlsx.domain.register import Register
    from qms_xlsx.domain.submission import Submission
    from qms_xlsx.read.form import FormReading
    from qms_xlsx.steps.kept import Kept
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
    kept: Kept
    """The readings, as the next run may find them."""
    workers: int | None = None
    """How many processes may read."""

    @property
    def submissions(self) -> tuple[Submission, ...]:
        """The accepted submissions, reported figures in the slots of closed periods."""
        return self.settled.submissions

    def closed_slots(self, department: str, as_of: date) -> frozenset[Slot]:
        """Return the slots that a department can change no more, seen from a day."""
        return closed_slots(self.register, self.closed, department, as_of)

    def opened_again(self, names: Iterable[str]) -> Iterator[Opened]:
        """Yield forms that were read with what they hold, in order; it is not held all the while.

        One that is not what it was when it was read is refused.
        """
        read = [self.opened[name] for name in names]
        files = open_all([item.path for item in read], self.workspace.submitted, self.workers)
        for before, now in zip(read, files, strict=True):
            same = now.contents is None or now.sha256 == before.sha256
            yield now if same else replace(before, contents=None, findings=(_changed(before),))

    @property
    def refused(self) -> dict[str, str]:
        """The department of each form that was refused as a whole, by file name."""
        return {
            name: reading.department
            for name, reading in self.readings.items()
            if reading.submission is None and reading.department
        }


def take_in(
    workspace: Workspace,
    tick: Callable[[int], None] | None = None,
    *,
    workers: int | None = None,
    cluster: str = "",
) -> Intake:
    """Return the register and every form handed in, each with its findings.

    `tick`, `workers` and `cluster` are those of `read_year`. Raises StepError when the register
    cannot be read, two departments share a file name, or a closed period is not as it was closed.
    """
    complete = partial(_complete, workspace)
    read = read_year(workspace, tick, complete, workers=workers, cluster=cluster)
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
        kept=read.kept,
        workers=workers,
    )


def _changed(item: Opened) -> Finding:
    reason = message("it was changed while the run was going on; run it again")
    return finding("F101", Place(item.label), reason=reason)


def _complete(workspace: Workspace, register: Register) -> Register:
    """Return a register with what last year lends it.

    Raises StepError, before any form is read, where no sheet has room for what it asks for.
    """
    asked = sum(len(i.parts) * len(register.owners[i.code]) for i in register.indicators)
    listed = len(register.departments) <= EACH_DEPARTMENT
    rows = asked * listed + len(register.objectives)
    if rows > MOST_ROWS:
        raise StepError(
            message(
                "The register asks its departments for {rows} rows of figures, and a sheet has "
                "room for {most}. Give parts of the departments a folder and a register of their "
                "own.",
                rows=float(rows),
                most=float(MOST_ROWS),
            )
        )
    return with_lent_baselines(workspace, register)


def _refuse_unusable(findings: Iterable[Finding]) -> None:
    """Raise StepError for a register that nothing can be made of, shared file names included."""
    for fault in findings:
        if fault.excludes is Excludes.FILE:
            raise StepError(told(fault))
