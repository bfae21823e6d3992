"""Return copies: a fresh form with the department's entries and each wrong cell marked."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING

from qms_xlsx.book.areas import FORM
from qms_xlsx.book.keys import CellKey
from qms_xlsx.domain.finding import Severity
from qms_xlsx.intake.folder import spreadsheets
from qms_xlsx.language.messages import N_
from qms_xlsx.read.form_case import FormCase
from qms_xlsx.read.passed_over import overlooked
from qms_xlsx.steps.entries import keyed_rows, typed_entries, with_reported
from qms_xlsx.write.drafts import drafted_actions
from qms_xlsx.write.review import Review, by_harm

if TYPE_CHECKING:
    from collections.abc import Collection, Iterable, Mapping
    from pathlib import Path

    from qms_xlsx.domain.finding import Finding
    from qms_xlsx.domain.register import Register
    from qms_xlsx.judge.results import Aggregate
    from qms_xlsx.read.form import FormReading
    from qms_xlsx.read.tables import Contents
    from qms_xlsx.steps.intake import Intake
    from qms_xlsx.steps.outputs import Outputs
    from qms_xlsx.steps.workspace import Workspace

_DATED = {"dated_ahead", "slipped_ahead", "slipped_behind", "undated_unused"}
_NOT_MADE = N_("{file} was not written: {reason}")
_WORKBOOKS = {".xlsx", ".xlsm", ".ods", ".xls"}


def write_returns(
    outputs: Outputs, taken: Intake, findings: Iterable[Finding], aggregate: Aggregate
) -> tuple[Path, ...]:
    """Write a return copy for every form of a known department that has errors.

    A rejected form (another year's, another office's) comes back empty, and only to a department
    without an accepted one. Copies whose faults are mended are removed: they would only confuse.
    """
    due = _due(taken, findings)
    written = _write(outputs, taken, due, aggregate) if due else []
    _clear(taken.workspace, outputs, written)
    return tuple(written)


def _write(
    outputs: Outputs, taken: Intake, due: Mapping[str, list[Finding]], aggregate: Aggregate
) -> list[Path]:
    """Write the copies that are due; returns where they are."""
    from qms_xlsx.write.form import FormWriter  # noqa: PLC0415 (most runs write none)

    counted = {submission.department: submission for submission in aggregate.submissions}
    writer, written = FormWriter(taken.register), []
    for (name, own), item in zip(due.items(), taken.opened_again(due), strict=True):
        reading, held = taken.readings[name], item.contents
        department = reading.department or ""
        copy = taken.workspace.return_copy(department)
        if held is None:
            outputs.spare(copy, _NOT_MADE, reason=item.findings[0].message)
            continue
        shut = taken.closed_slots(department, aggregate.as_of)
        stands = counted.get(department) if shut else None
        typed = _entries(held, reading, aggregate) if reading.submission else {}
        fill = partial(
            writer.write,
            department,
            earlier=with_reported(typed, stands, shut),
            closed=frozenset(slot.key for slot in shut),
            review=Review(own, marks(held, own), _overlooked(held, taken.register)),
        )
        if path := outputs.write(copy, fill):
            written.append(path)
    return written


def _due(taken: Intake, findings: Iterable[Finding]) -> dict[str, list[Finding]]:
    """Return the findings of each form that is to be sent back, by file name."""
    by_file: dict[str, list[Finding]] = {}
    for finding in findings:
        by_file.setdefault(finding.place.file, []).append(finding)
    answered = {submission.department for submission in taken.submissions}
    due: dict[str, list[Finding]] = {}
    for name, reading in taken.readings.items():
        own = by_harm(by_file.get(name, []))
        idle = reading.submission is None and reading.department in answered
        wrong = any(finding.severity is Severity.ERROR for finding in own)
        if wrong and reading.department and not idle:
            due[name] = own
    return due


def _entries(
    contents: Contents, reading: FormReading, aggregate: Aggregate
) -> dict[CellKey, object]:
    """Return what was typed, and a drafted action for what the submission that counts missed."""
    typed, own = typed_entries(contents), reading.submission
    if own is None or own.path not in {s.path for s in aggregate.submissions}:
        return typed
    return typed | drafted_actions(aggregate, own, typed)


def _overlooked(contents: Contents, register: Register) -> list[tuple[str, str]]:
    """Return what was typed where nothing is read: its place and its words."""
    found = overlooked(FormCase(contents, register))
    return [(f"{sheet}!{cell.address}", cell.words) for sheet, cell in found]


def marks(contents: Contents, findings: Iterable[Finding]) -> list[tuple[CellKey, Finding]]:
    """Return the findings that stand at a cell, each with its area, row key and column key.

    Those that say why a form does not count stand at its date.
    """
    keys = {
        (table.sheet, f"{letters}{row.number}"): CellKey(table.area, key, column)
        for table in contents.tables
        for key, row in keyed_rows(table).items()
        for column, letters in table.columns.items()
    }
    date = CellKey(FORM.name, "report_date", "value")
    found = (
        (date if f.told.name in _DATED else keys.get((f.place.sheet, f.place.cell)), f)
        for f in findings
    )
    return [(key, finding) for key, finding in found if key]


def _clear(workspace: Workspace, outputs: Outputs, written: Collection[Path]) -> None:
    """Remove the copies of mended faults, and say of what is not ours that it does not count."""
    for path in spreadsheets(workspace.returned)[0]:
        if path in written:
            continue
        if outputs.is_ours(path):
            outputs.remove(path)
        elif path.suffix.lower() in _WORKBOOKS:
            outputs.spare(
                path,
                N_(
                    "{file} is not as it was written and was left alone. A corrected form counts "
                    "only in da-nop/: copy it there."
                ),
            )
