"""Return copies: a fresh form with the department's entries and each wrong cell marked."""

from __future__ import annotations

from typing import TYPE_CHECKING

from qms_xlsx.domain.finding import Severity
from qms_xlsx.steps.entries import EntryKey, keyed_rows, typed_entries
from qms_xlsx.steps.forms import safe_name
from qms_xlsx.write.drafts import drafted_actions
from qms_xlsx.write.form import by_harm, write_form

if TYPE_CHECKING:
    from collections.abc import Iterable
    from pathlib import Path

    from qms_xlsx.domain.finding import Finding
    from qms_xlsx.judge.results import Aggregate
    from qms_xlsx.read.form import FormReading
    from qms_xlsx.steps.intake import Intake
    from qms_xlsx.steps.workspace import Workspace


def write_returns(
    workspace: Workspace, taken: Intake, findings: Iterable[Finding], aggregate: Aggregate
) -> tuple[Path, ...]:
    """Write a return copy for every form of a known department that has errors.

    A rejected form (another year's, another office's) comes back empty, and only to a department
    without an accepted one. Copies whose faults are mended are removed: they would only confuse.
    """
    by_file: dict[str, list[Finding]] = {}
    for finding in findings:
        by_file.setdefault(finding.place.file, []).append(finding)
    answered = {submission.department for submission in taken.submissions}
    written: list[Path] = []
    for name, reading in taken.readings.items():
        own = by_harm(by_file.get(name, []))
        rejected = reading.submission is None
        if reading.department is None or (rejected and reading.department in answered):
            continue
        if not any(finding.severity is Severity.ERROR for finding in own):
            continue
        path = workspace.returned / f"{safe_name(reading.department)}.xlsx"
        write_form(
            taken.register,
            reading.department,
            path,
            earlier={} if rejected else _entries(reading, aggregate),
            findings=own,
            marks=marks(reading, own),
        )
        written.append(path)
    _remove_mended(workspace.returned, written)
    return tuple(dict.fromkeys(written))


def _entries(reading: FormReading, aggregate: Aggregate) -> dict[EntryKey, object]:
    """Return what was typed, and a drafted action for what the submission that counts missed."""
    typed, own = typed_entries(reading.contents), reading.submission
    if own is None or own not in aggregate.submissions:
        return typed
    return typed | drafted_actions(aggregate, own, typed)


def marks(reading: FormReading, findings: Iterable[Finding]) -> list[tuple[EntryKey, Finding]]:
    """Return the findings that stand at a cell, each with its area, row key and column key."""
    keys = {
        (table.sheet, f"{letters}{row.number}"): (table.area, key, column)
        for table in reading.contents.tables
        for key, row in keyed_rows(table).items()
        for column, letters in table.columns.items()
    }
    found = ((keys.get((f.place.sheet, f.place.cell)), f) for f in findings)
    return [(key, finding) for key, finding in found if key]


def _remove_mended(folder: Path, written: Iterable[Path]) -> None:
    keep = set(written)
    for path in folder.glob("*.xlsx") if folder.is_dir() else ():
        if path not in keep:
            path.unlink()
