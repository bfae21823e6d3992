"""Demo: a whole cycle on a real sample."""

from __future__ import annotations

import shutil
from dataclasses import dataclass, replace
from datetime import date
from typing import TYPE_CHECKING

from qms_xlsx.domain.period import Period, Slot
from qms_xlsx.intake.processes import keeping
from qms_xlsx.steps.aggregate import Run, run_aggregation
from qms_xlsx.steps.forms import Forms, make_forms
from qms_xlsx.steps.import_decision import Imported, import_decision
from qms_xlsx.steps.init import DEFAULT_SAMPLE, fill, sample_folder
from qms_xlsx.steps.new_folder import new_folder
from qms_xlsx.steps.reading import open_register
from qms_xlsx.steps.remind import Reminders, remind
from qms_xlsx.steps.report import Papers, report
from qms_xlsx.steps.workspace import REGISTER, SUBMITTED, Workspace

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

DECISION = "quyet-dinh.docx"


@dataclass(frozen=True, slots=True)
class Demo:
    """What the demonstration made."""

    workspace: Workspace
    forms: Forms
    submitted: int
    run: Run
    reminders: Reminders
    papers: Papers
    imported: Imported
    """The register that import makes of the sample's decision, beside the one that is used."""

    def moved_from(self, root: Path) -> Demo:
        """Return the same with every path where it stands now: the folder was made elsewhere."""
        home = self.workspace

        def here(*paths: Path) -> tuple[Path, ...]:
            return tuple(home.root / path.relative_to(root) for path in paths)

        run, asked, papers = self.run, self.reminders, self.papers
        summary = here(run.summary)[0] if run.summary else None
        calendar = here(asked.calendar)[0] if asked.calendar else None
        notes = {code: here(*paths) for code, paths in asked.notes.items()}
        files = {part: here(path)[0] for part, path in papers.files.items()}
        return replace(
            self,
            forms=replace(self.forms, paths=here(*self.forms.paths)),
            run=replace(run, workspace=home, summary=summary, returned=here(*run.returned)),
            reminders=replace(
                asked, run=replace(asked.run, workspace=home), notes=notes, calendar=calendar
            ),
            imported=replace(
                self.imported, path=here(self.imported.path)[0] if self.imported.path else None
            ),
            papers=replace(papers, run=replace(papers.run, workspace=home), files=files),
        )


@keeping()
def demo(
    folder: Path, sample: str = DEFAULT_SAMPLE, tick: Callable[[int], None] | None = None
) -> Demo:
    """Return a finished half-year in a new folder, from the decision to the papers to sign.

    Raises StepError when the folder is in use or the sample is unknown.
    """
    source = sample_folder(sample)
    register, _ = open_register(source / REGISTER)
    with new_folder(folder) as root:
        workspace = Workspace(root)
        fill(workspace, register.year, source)
        decision = root / DECISION
        shutil.copyfile(source / "source" / DECISION, decision)
        imported = import_decision([decision], workspace.register)
        forms = make_forms(root, tick=tick)
        filled = sorted((source / SUBMITTED).iterdir())
        for path in filled:
            shutil.copyfile(path, workspace.submitted / path.name)
        half, day = Period(register.year, Slot.parse("h1")), half_year_day(register.year)
        run = run_aggregation(root, period=half, as_of=day, tick=tick)
        asked = remind(root, period=half, as_of=day)
        papers = report(root, period=half, as_of=day)
    played = Demo(Workspace(folder), forms, len(filled), run, asked, papers, imported)
    return played.moved_from(root)


def half_year_day(year: int) -> date:
    """Return the day on which the demonstration's secretary adds up: 20 June."""
    return date(year, 6, 20)
