"""The papers that an office completes and signs: report, slips, minutes, departments' table."""

from __future__ import annotations

from collections import Counter
from dataclasses import dataclass
from datetime import date
from functools import partial
from typing import TYPE_CHECKING, Any

from qms_xlsx.domain.finding import Severity
from qms_xlsx.say import VIETNAMESE
from qms_xlsx.say.report import Account
from qms_xlsx.steps.aggregate import Run, default_period, evaluate
from qms_xlsx.steps.intake import Intake, take_in
from qms_xlsx.steps.outputs import spared_json
from qms_xlsx.steps.reading import same_processes
from qms_xlsx.steps.template import refuse_unless_safe
from qms_xlsx.steps.trouble import StepError
from qms_xlsx.steps.workspace import Workspace
from qms_xlsx.write.templating import TemplateError
from qms_xlsx.write.word import (
    Filling,
    Paper,
    departments_filling,
    made_paper,
    minutes_filling,
    report_filling,
    slips_filling,
)

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

    from qms_xlsx.domain.period import Period
    from qms_xlsx.steps.outputs import Outputs, Spared


@dataclass(frozen=True, slots=True)
class Papers:
    """The papers of a run, and how much of them only people can fill in."""

    run: Run
    files: dict[str, Path]
    """Each paper that was written, by the name of its part: report, slips, minutes, departments."""
    gaps: dict[str, int]
    """How many gaps each paper has."""
    spared: tuple[Spared, ...] = ()
    """The files that were left alone or could not be written."""

    def as_json(self, language: str = VIETNAMESE) -> dict[str, Any]:
        """Return the outcome as `report --format json` prints it."""
        aggregate, named = self.run.aggregate, self.run.workspace.relative
        files = {part: named(self.files[part]) if part in self.files else None for part in PARTS}
        return {
            "organisation": aggregate.register.organisation,
            "year": aggregate.register.year,
            "period": str(aggregate.period),
            "as_of": aggregate.as_of.isoformat(),
            "gaps": self.gaps,
            "files": files | spared_json(self.spared, language),
        }


PARTS = ("report", "slips", "minutes", "departments")
"""The papers, by the names of their parts in the template."""


def report(
    folder: Path,
    *,
    period: Period | None = None,
    as_of: date | None = None,
    template: Path | None = None,
    tick: Callable[[int], None] | None = None,
) -> Papers:
    """Return the papers of a period, written to bao-cao/.

    Raises StepError when nothing could be done: no register, another year's period, a template
    that is none, a folder that cannot be written.
    """
    workspace = Workspace.at(folder)
    day = as_of or date.today()
    with workspace.locked() as outputs, same_processes():
        workspace.refuse_without_submissions()
        if template:
            refuse_unless_safe(template)
        taken = take_in(workspace, tick)
        run = evaluate(taken, period or default_period(taken.register, day), day)
        taken.kept.save()
        try:
            papers = _made(run, _sent_back(taken, day), template)
        except TemplateError as error:
            raise StepError(error.message) from error
        files = _write(outputs, run, papers)
        outputs.refuse_if_none()
    gaps = {part: paper.gaps for part, paper in papers.items()}
    return Papers(run, files, gaps, tuple(outputs.spared))


def _sent_back(taken: Intake, day: date) -> Counter[str]:
    """Return how many forms of each department had errors and were to be given back."""
    return Counter(
        reading.department
        for reading in taken.readings.values()
        if reading.department
        and not (reading.submission and reading.submission.dated and reading.submission.dated > day)
        and any(finding.severity is Severity.ERROR for finding in reading.findings)
    )


def _made(run: Run, sent_back: Counter[str], template: Path | None) -> dict[str, Paper]:
    """Return each paper that has something to say."""
    aggregate, account = run.aggregate, Account(run.aggregate, run.findings, run.sources)
    fillings: dict[str, Filling | None] = {
        "report": report_filling(account),
        "slips": slips_filling(account),
        "minutes": minutes_filling(account),
        "departments": departments_filling(aggregate, sent_back),
    }
    return {
        part: made_paper(part, filling, aggregate.as_of, template)
        for part, filling in fillings.items()
        if filling is not None
    }


def _write(outputs: Outputs, run: Run, papers: dict[str, Paper]) -> dict[str, Path]:
    """Write the papers; one of an earlier run that has nothing to say any more is removed."""
    files: dict[str, Path] = {}
    for part in PARTS:
        path = run.workspace.paper(part, run.aggregate.period, run.aggregate.as_of)
        if part not in papers:
            outputs.remove(path)
        elif written := outputs.write(path, partial(_store, papers[part].data)):
            files[part] = written
    return files


def _store(data: bytes, path: Path) -> None:
    path.write_bytes(data)
