"""Each file's verdict as the page shows it: the check's own document, and what it leaves unsaid."""

from __future__ import annotations

from typing import TYPE_CHECKING

from qms_xlsx.judge import newest_submissions
from qms_xlsx.say.findings import row_of
from qms_xlsx.steps.closed import closed_folders

if TYPE_CHECKING:
    from typing import Any

    from qms_xlsx.domain.register import Register
    from qms_xlsx.domain.submission import Submission
    from qms_xlsx.steps.validate import FileReport, Validation
    from qms_xlsx.steps.workspace import Workspace

    Document = dict[str, Any]


def verdicts(
    checked: Validation, register: Register, workspace: Workspace, language: str
) -> list[Document]:
    """Return the documents of the files, each with what became of it since.

    `replaced_by` is the newer form that counts in its stead, `closed` the closed period that it
    reports on, and every finding's `row` the row in which its cell stands.
    """
    newest = newest_submissions(file.submission for file in checked.files if file.submission)
    closed = {folder.name for folder in closed_folders(workspace)}
    return [
        document
        | {
            "replaced_by": _replaced_by(file.submission, newest),
            "closed": _closed(file.submission, closed),
            "findings": _named(file, document["findings"], register),
        }
        for file, document in zip(checked.files, checked.as_json(language)["files"], strict=True)
    ]


def _replaced_by(own: Submission | None, newest: dict[str, Submission]) -> str:
    counted = newest[own.department].path if own else ""
    return counted if own and own.path != counted else ""


def _closed(own: Submission | None, closed: set[str]) -> str:
    said = str(own.report_period) if own and own.report_period else ""
    return said if said in closed else ""


def _named(file: FileReport, findings: list[Document], register: Register) -> list[Document]:
    """Return findings with their rows, where their sentences do not name them already."""
    rows = [row_of(one, register) for one in file.findings]
    return [
        told | {"row": "" if row.partition(". ")[2][:40] in told["message"] else row}
        for told, row in zip(findings, rows, strict=True)
    ]
