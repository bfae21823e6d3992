"""Forms: one blank form a department, earlier entries kept."""

from __future__ import annotations

from dataclasses import dataclass, field
from datetime import date
from functools import partial
from typing import TYPE_CHECKING, Any

from qms_xlsx.domain.finding import Severity
from qms_xlsx.intake.folder import spreadsheets
from qms_xlsx.judge import aggregate, newest_submissions
from qms_xlsx.language.messages import Message, message
from qms_xlsx.read.form import is_form
from qms_xlsx.read.form_case import FormCase
from qms_xlsx.read.structure import is_stale
from qms_xlsx.steps.entries import earlier_entries, typed_entries, with_reported
from qms_xlsx.steps.intake import take_in
from qms_xlsx.steps.reading import open_all, same_processes
from qms_xlsx.steps.template import refuse_unless_blank
from qms_xlsx.steps.trouble import StepError
from qms_xlsx.steps.workspace import Workspace
from qms_xlsx.write.drafts import drafted_actions, with_typed
from qms_xlsx.write.form import FormWriter, TemplateError

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

    from qms_xlsx.book.keys import CellKey
    from qms_xlsx.domain.period import Period
    from qms_xlsx.domain.register import Register
    from qms_xlsx.domain.submission import Submission
    from qms_xlsx.judge.results import Aggregate
    from qms_xlsx.steps.intake import Intake
    from qms_xlsx.steps.outputs import Outputs, Spared


@dataclass(frozen=True, slots=True)
class Forms:
    """The forms that were made, and what of an office's own template they could not keep."""

    paths: tuple[Path, ...]
    kept: int
    """How many of them hold entries of an earlier form."""
    notes: tuple[Message, ...]
    errors: int = 0
    """Errors in the register, which the forms repeat until it is mended."""
    spared: tuple[Spared, ...] = ()
    """The files that were left alone or could not be written."""


def make_forms(
    folder: Path,
    *,
    template: Path | None = None,
    as_of: date | None = None,
    tick: Callable[[int], None] | None = None,
) -> Forms:
    """Write one form a department to bieu-mau/; entries of its newest submission are kept.

    What the submission missed, seen from `as_of` (default today), gets a drafted action. Raises
    StepError when there is no register, nobody has anything to report, or the folder cannot be
    written.
    """
    workspace = Workspace.at(folder)
    with workspace.locked() as outputs, same_processes():
        if workspace.submitted.exists():
            workspace.refuse_without_submissions()
        if template:
            refuse_unless_blank(template)
        taken = take_in(workspace)
        try:
            return _write(outputs, taken, template, as_of or date.today(), tick)
        except TemplateError as error:
            raise StepError(error.message) from error


def _write(
    outputs: Outputs,
    taken: Intake,
    template: Path | None,
    as_of: date,
    tick: Callable[[int], None] | None,
) -> Forms:
    register = taken.register
    codes = reporting_departments(register)
    if not codes:
        raise StepError(
            message(
                "The register gives no department anything to report, so no form was written. "
                "Fill in its departments, objectives and plan, then run “qms-xlsx validate”."
            )
        )
    newest = newest_submissions(taken.submissions)
    typed = _typed_in(taken.workspace, outputs)
    known = _Known(taken, as_of)
    writer = FormWriter(register, template)
    paths: list[Path] = []
    held = earlier_entries(taken, map(newest.get, codes))
    for code, earlier in zip(codes, held, strict=True):
        path = taken.workspace.form(code, register.year)
        begun = known.of(code, newest.get(code), with_typed(earlier, typed.get(path.stem, {})))
        if written := outputs.write(path, partial(writer.write, code, **begun)):
            paths.append(written)
        if tick:
            tick(len(codes))
    outputs.refuse_if_none()
    errors = sum(finding.severity is Severity.ERROR for finding in taken.findings)
    kept = sum(code in newest for code in codes)
    return Forms(tuple(paths), kept, writer.lost, errors, tuple(outputs.spared))


@dataclass(slots=True)
class _Known:
    """What forms begin with; submissions are judged once for each period that they report on."""

    taken: Intake
    as_of: date
    judged: dict[Period, Aggregate] = field(default_factory=dict)

    def of(
        self, code: str, own: Submission | None, earlier: dict[CellKey, object]
    ) -> dict[str, Any]:
        """Return what a department's form holds already, and the slots that it can change no more.

        `own` is its newest submission, `earlier` what was typed there and in its blank form.
        """
        if own and own.report_period:
            earlier |= drafted_actions(self._by(own.report_period), own, earlier)
        shut = self.taken.closed_slots(code, self.as_of)
        return {
            "earlier": with_reported(earlier, own, shut) if shut else earlier,
            "closed": frozenset(slot.key for slot in shut),
        }

    def _by(self, period: Period) -> Aggregate:
        if period not in self.judged:
            taken = self.taken
            self.judged[period] = aggregate(taken.register, taken.submissions, period, self.as_of)
        return self.judged[period]


def _typed_in(workspace: Workspace, outputs: Outputs) -> dict[str, dict[CellKey, object]]:
    """Return what somebody typed into the blank forms themselves, by the form's first name.

    A form that was changed since it was made says more than one that was not, a later one more
    than an earlier one: VP-2024 (2).xlsx was made from VP-2024.xlsx.
    """
    found = spreadsheets(workspace.forms)[0]
    found.sort(key=lambda path: (not outputs.is_ours(path), len(path.name), path.name))
    typed: dict[str, dict[CellKey, object]] = {}
    for item in open_all(found):
        if item.contents and is_form(item.contents):
            first = item.path.stem.partition(" (")[0]
            typed.setdefault(first, {}).update(typed_entries(item.contents))
    return typed


def stale_forms(workspace: Workspace, register: Register) -> tuple[str, ...]:
    """Return the blank forms that show other rows than the register has now, by file name."""
    found = spreadsheets(workspace.forms)[0] if workspace.forms.is_dir() else []
    return tuple(
        item.path.name
        for item in open_all(found)
        if item.contents and is_form(item.contents) and is_stale(FormCase(item.contents, register))
    )


def reporting_departments(register: Register) -> tuple[str, ...]:
    """Return the departments that have something to report, in the register's order."""
    return tuple(
        d.code for d in register.departments if register.owned(d.code) or register.led(d.code)
    )
