"""Reading a year's folder: the register, and every form handed in, read against it."""

from __future__ import annotations

from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

from qms_xlsx.read.form import FormReading, is_form, read_form
from qms_xlsx.read.trust import no_form
from qms_xlsx.steps.reading import Opened, files_below, open_all, register_in

if TYPE_CHECKING:
    from collections.abc import Callable

    from qms_xlsx.domain.finding import Finding
    from qms_xlsx.domain.register import Register
    from qms_xlsx.domain.submission import Submission
    from qms_xlsx.steps.workspace import Workspace


@dataclass(frozen=True, slots=True)
class YearReading:
    """The files of a year's folder as read."""

    register: Register
    findings: tuple[Finding, ...]
    """What reading the register found."""
    register_file: Opened
    opened: dict[str, Opened]
    """The files of da-nop/, by file name."""
    forms: dict[str, FormReading]
    """The readings of forms, by file name."""

    @property
    def received(self) -> tuple[Submission, ...]:
        """The accepted submissions as they came."""
        return tuple(form.submission for form in self.forms.values() if form.submission)


def read_year(
    workspace: Workspace,
    tick: Callable[[int], None] | None = None,
    complete: Callable[[Register], Register] | None = None,
) -> YearReading:
    """Return the register, made complete if asked to, and every form handed in.

    `tick` is called after each file with how many there are. Raises StepError when the register
    cannot be read.
    """
    found, refused = files_below(workspace.submitted)
    ticked = (lambda: tick(len(found) + 1)) if tick else None
    files = open_all([workspace.register, *found], workspace.submitted, ticked)
    register_file = next(files)
    register, findings = register_in(register_file)
    register = complete(register) if complete else register
    opened = {item.label: item for item in refused}
    forms: dict[str, FormReading] = {}
    for item in files:
        contents = item.contents
        if contents and is_form(contents):
            forms[item.label] = read_form(contents, register)
        elif contents:  # said, and not kept: it may be as large as a register
            told_so = (*item.findings, no_form(contents))
            item = replace(item, held=None, findings=told_so)  # noqa: PLW2901
        opened[item.label] = item
    return YearReading(register, findings, register_file, opened, forms)
