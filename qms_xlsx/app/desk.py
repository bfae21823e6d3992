"""What the page works on: a folder, the work at hand, and what the steps returned last."""

from __future__ import annotations

import threading
from contextlib import suppress
from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from qms_xlsx.app.jobs import Jobs
from qms_xlsx.steps.reading import open_register
from qms_xlsx.steps.workspace import Workspace

if TYPE_CHECKING:
    from pathlib import Path

    from qms_xlsx.domain.register import Register
    from qms_xlsx.steps.aggregate import Run
    from qms_xlsx.steps.close import Closing
    from qms_xlsx.steps.forms import Forms
    from qms_xlsx.steps.import_decision import Imported
    from qms_xlsx.steps.next_year import Turned
    from qms_xlsx.steps.readings import Readings
    from qms_xlsx.steps.receiving import Received
    from qms_xlsx.steps.remind import Reminders
    from qms_xlsx.steps.report import Papers
    from qms_xlsx.steps.validate import Validation
    from qms_xlsx.steps.verify import Verified


class NoFolderError(Exception):
    """No year's folder is open yet."""


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
    outdated: bool = False
    """Whether something was handed in or answered since the run."""
    reminders: Reminders | None = None
    papers: Papers | None = None
    closing: Closing | None = None
    verdicts: tuple[Verified, ...] = ()
    turned: Turned | None = None


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
    one_at_a_time: threading.Lock = field(default_factory=threading.Lock)
    """Held while something small is written: two windows never write at once."""
    _register: tuple[tuple[int, int], Register] | None = None

    @property
    def workspace(self) -> Workspace:
        """The year's folder that is open; NoFolderError when there is none."""
        if self.folder is None:
            raise NoFolderError
        return Workspace.at(self.folder)

    def register(self) -> Register:
        """Return the register as it stands; read again when the file is another one."""
        path = self.workspace.register
        about = path.stat()
        stamp = (about.st_mtime_ns, about.st_size)
        if self._register is None or self._register[0] != stamp:
            self._register = (stamp, open_register(path)[0])
        return self._register[1]

    def open(self, folder: Path) -> None:
        """Work on another year's folder from now on."""
        self.folder, self.outcomes, self._register = folder, Outcomes(), None

    def folders(self) -> list[str]:
        """Return the names of the years' folders that may be opened, the latest first."""
        found = [path.name for path in self.home.iterdir() if _is_year(path)]
        return sorted((name for name in found if not name.startswith(".")), reverse=True)


def _is_year(path: Path) -> bool:
    with suppress(OSError):  # one that we may not look into
        return Workspace(path).in_use
    return False
