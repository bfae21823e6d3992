"""What the page works on: a folder, the work at hand, and what the steps returned last."""

from __future__ import annotations

import threading
from contextlib import suppress
from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Any

from qms_xlsx.app.jobs import Jobs
from qms_xlsx.intake.folder import spreadsheets
from qms_xlsx.steps.forms import stale_forms
from qms_xlsx.steps.reading import open_register
from qms_xlsx.steps.validate import validate
from qms_xlsx.steps.workspace import Workspace

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable
    from contextlib import ExitStack
    from pathlib import Path

    from qms_xlsx.domain.register import Register
    from qms_xlsx.steps.aggregate import Run
    from qms_xlsx.steps.close import Closing, Prospect
    from qms_xlsx.steps.forms import Forms
    from qms_xlsx.steps.import_decision import Imported
    from qms_xlsx.steps.next_year import Turned
    from qms_xlsx.steps.readings import Readings
    from qms_xlsx.steps.receiving import Received
    from qms_xlsx.steps.remind import Reminders
    from qms_xlsx.steps.report import Papers
    from qms_xlsx.steps.validate import FileReport, Validation
    from qms_xlsx.steps.verify import Verified


Stamps = frozenset[tuple[str, int, int]]
"""Files by name, time and size: other ones are other inputs."""


class NoFolderError(Exception):
    """No year's folder is open yet."""


@dataclass(frozen=True, slots=True)
class YearAsked:
    """A decision that names another year than was typed: nothing is made until it is answered."""

    paths: list[Path]
    kept: ExitStack
    """What holds the files until then."""
    name: str
    typed: int
    named: int


@dataclass(slots=True)
class Outcomes:
    """What the steps returned last, as they returned it; gone when the page is closed."""

    imported: Imported | None = None
    printed: Readings | None = None
    """The readings as they were printed, until one is answered."""
    forms: Forms | None = None
    received: list[Received] = field(default_factory=list)
    validation: Validation | None = None
    run: Run | None = None
    reminders: Reminders | None = None
    papers: Papers | None = None
    prospect: Prospect | None = None
    """The period that would be closed, until somebody says so."""
    closing: Closing | None = None
    verdicts: tuple[Verified, ...] = ()
    turned: Turned | None = None
    seen: dict[str, Stamps] = field(default_factory=dict)
    """What each of them was worked out from, by its name."""


@dataclass(slots=True)
class Desk:
    """One person's page: the folder of a year, or the folder in which those folders lie."""

    language: str
    home: Path
    """Where the folders lie that may be opened, and new ones are made."""
    folder: Path | None = None
    """The year's folder that is open."""
    jobs: Jobs = field(default_factory=Jobs)
    outcomes: Outcomes = field(default_factory=Outcomes)
    year_asked: YearAsked | None = None
    """A decision whose year is still to be told."""
    one_at_a_time: threading.Lock = field(default_factory=threading.Lock)
    """Held while something small is written: two windows never write at once."""
    _kept: dict[str, tuple[Stamps, Any]] = field(default_factory=dict)
    """What was worked out from files, until they are other ones."""

    @property
    def workspace(self) -> Workspace:
        """The year's folder that is open; NoFolderError when there is none."""
        if self.folder is None:
            raise NoFolderError
        return Workspace.at(self.folder)

    def register(self) -> Register:
        """Return the register as it stands; read again when the file is another one."""
        path = self.workspace.register
        kept: Register = self._worked_out("register", (path,), lambda: open_register(path)[0])
        return kept

    def register_report(self) -> FileReport:
        """Return the verdict on the register, as `validate` has it."""
        path = self.workspace.register
        kept: FileReport = self._worked_out("report", (path,), lambda: validate([path]).files[0])
        return kept

    def stale_forms(self) -> tuple[str, ...]:
        """Return the blank forms that show other rows than the register has now."""
        workspace = self.workspace
        files = (workspace.register, *spreadsheets(workspace.forms)[0])
        kept: tuple[str, ...] = self._worked_out(
            "stale", files, lambda: stale_forms(workspace, self.register())
        )
        return kept

    def _worked_out(self, name: str, files: Iterable[Path], work: Callable[[], Any]) -> Any:
        """Return what was worked out from files; anew when they are other ones."""
        stamps = _stamps(files)
        if name not in self._kept or self._kept[name][0] != stamps:
            self._kept[name] = (stamps, work())
        return self._kept[name][1]

    def inputs(self) -> Stamps:
        """Return what a run reads, as it is now: the register and what was handed in."""
        return _stamps((self.workspace.register, *self.workspace.submitted.iterdir()))

    def outdated(self, outcome: str) -> bool:
        """Whether something was handed in, answered or edited since an outcome was worked out."""
        seen = self.outcomes.seen.get(outcome)
        return seen is not None and seen != self.inputs()

    def open(self, folder: Path) -> None:
        """Work on another year's folder from now on."""
        self.folder, self.outcomes, self._kept = folder, Outcomes(), {}
        self.ask_year(None)

    def ask_year(self, asked: YearAsked | None) -> None:
        """Keep a decision until its year is told; the one before is let go."""
        if self.year_asked:
            self.year_asked.kept.close()
        self.year_asked = asked

    def folders(self) -> list[str]:
        """Return the names of the years' folders that may be opened, the latest first."""
        found = [path.name for path in self.home.iterdir() if _is_year(path)]
        return sorted((name for name in found if not name.startswith(".")), reverse=True)


def _stamps(files: Iterable[Path]) -> Stamps:
    found = ((path.name, path.lstat()) for path in files)
    return frozenset((name, about.st_mtime_ns, about.st_size) for name, about in found)


def _is_year(path: Path) -> bool:
    with suppress(OSError):  # one that we may not look into
        return Workspace(path).in_use
    return False
