"""The loop as an office plays it: return copies corrected in LibreOffice, handed in, accepted."""

from __future__ import annotations

from datetime import datetime
from typing import TYPE_CHECKING

import openpyxl
import pytest

from qms_xlsx.domain.finding import Severity
from qms_xlsx.domain.indicator import Component
from qms_xlsx.domain.period import Slot
from qms_xlsx.say.findings import line
from qms_xlsx.steps.aggregate import run_aggregation
from qms_xlsx.steps.demo import demo
from tests.steps.test_other_writers import cell
from tests.write.form.office import recalculated
from tests.year_folders import H1_2024

if TYPE_CHECKING:
    from pathlib import Path

    from qms_xlsx.domain.submission import Submission
    from qms_xlsx.steps.aggregate import Run

pytestmark = pytest.mark.untraced

Key = tuple[str, str, str]
CORRECTIONS: dict[str, dict[Key, object]] = {
    "TC-KT": {
        ("results", "TL-2b:numerator", "t7"): None,
        ("results", "TL-2b:denominator", "t7"): None,
        ("results", "TL-6:numerator", "t2"): 17,
    },
    "TP-HT": {("results", "TL-5a2:numerator", "t4"): 66},
    "VH-XH": {
        ("results", "TL-5b2:denominator", "q1"): 78,
        ("results", "TL-5b2:denominator", "q2"): 81,
    },
}
"""What each department corrects in its return copy of the demonstration."""


@pytest.mark.parametrize("kind", ["xlsx", "ods"])
def test_a_return_copy_corrected_in_libreoffice_is_accepted(tmp_path: Path, kind: str) -> None:
    made = demo(tmp_path / "MTCL")
    copies = [corrected(path, tmp_path) for path in made.run.returned]
    for path in recalculated(copies, tmp_path, kind=kind):
        path.rename(made.workspace.submitted / f"{path.stem}_sua.{kind}")

    again = run_aggregation(made.workspace.root, period=H1_2024, as_of=made.run.aggregate.as_of)
    accepted = {s.department: s for s in again.aggregate.submissions}
    for department, corrections in CORRECTIONS.items():
        submission = accepted[department]
        assert submission.path == f"{department}_sua.{kind}"
        assert submission.cells.rejected == 0
        for (_, row, key), value in corrections.items():
            code, _, part = row.partition(":")
            entry = submission.entries[code, Component(part)].get(Slot.parse(key))
            assert (entry.value if entry else None) == value
    own = {submission.path for submission in accepted.values()}
    errors = [f for f in again.findings if f.severity is Severity.ERROR and f.place.file in own]
    assert [line(finding, "vi") for finding in errors] == []
    assert "S133" not in {finding.code for finding in again.findings}  # the comments are ours
    assert again.returned == ()
    assert not list(made.workspace.returned.iterdir())
    assert others(again) == others(made.run)


def others(run: Run) -> dict[str, Submission]:
    """Return what counts of the departments that had nothing to correct."""
    return {s.path: s for s in run.aggregate.submissions if s.department not in CORRECTIONS}


def corrected(path: Path, folder: Path) -> Path:
    """Return a return copy with its department's corrections and a new report date typed."""
    department = next(code for code in CORRECTIONS if path.name.startswith(code))
    workbook = openpyxl.load_workbook(path)
    for key, value in CORRECTIONS[department].items():
        at = cell(workbook, *key)
        assert at.comment is not None
        at.value = value
    cell(workbook, "form", "report_date", "value").value = datetime(2024, 6, 18)
    workbook.save(folder / f"{department}.xlsx")
    return folder / f"{department}.xlsx"
