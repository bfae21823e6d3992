"""The folder of a year (DESIGN §3): the only place that makes names of folders and files."""

from __future__ import annotations

from contextlib import contextmanager
from dataclasses import dataclass
from typing import TYPE_CHECKING, ClassVar

from qms_xlsx.language.file_names import stem_of
from qms_xlsx.language.messages import message
from qms_xlsx.steps.lock import locked
from qms_xlsx.steps.outputs import Outputs
from qms_xlsx.steps.trouble import StepError, cannot_read, cannot_write, stopped
from qms_xlsx.write.files import remove_leftovers

if TYPE_CHECKING:
    from collections.abc import Iterator
    from datetime import date
    from pathlib import Path

    from qms_xlsx.domain.period import Period

REGISTER = "so-muc-tieu.xlsx"
SUBMITTED = "da-nop"
_FORMS, _RETURNED, _SUMMARIES, _REMINDERS = "bieu-mau", "tra-lai", "tong-hop", "nhac-viec"
_CLOSED = "chot-so"
_PAPERS = "bao-cao"
_PAPER_NAMES = {
    "report": "bao-cao",
    "slips": "phieu-khac-phuc",
    "minutes": "bien-ban-xem-xet",
    "departments": "bang-bo-phan",
}
_STATE = ".qms-xlsx"


@dataclass(frozen=True, slots=True)
class Workspace:
    """The folder of one office and one year."""

    root: Path
    not_summaries: ClassVar[frozenset[str]] = frozenset(
        {SUBMITTED, _FORMS, _RETURNED, _REMINDERS, _PAPERS, _STATE}
    )
    """The folders of a year in which no summary is ever kept."""

    @property
    def register(self) -> Path:
        """The register workbook."""
        return self.root / REGISTER

    @property
    def in_use(self) -> bool:
        """Whether the folder has a register, and a place for forms handed in."""
        return self.register.is_file() and self.submitted.is_dir()

    @property
    def forms(self) -> Path:
        """Blank forms, one a department."""
        return self.root / _FORMS

    @property
    def submitted(self) -> Path:
        """Filled forms as the departments sent them."""
        return self.root / SUBMITTED

    @property
    def set_aside(self) -> Path:
        """What was sent and is no form of the year; made when the first one is set aside."""
        return self.root / "de-rieng"

    @property
    def returned(self) -> Path:
        """Forms to send back, errors marked."""
        return self.root / _RETURNED

    @property
    def summaries(self) -> Path:
        """Summary workbooks, one a run."""
        return self.root / _SUMMARIES

    @property
    def reminders(self) -> Path:
        """Notes and the calendar file."""
        return self.root / _REMINDERS

    @property
    def closed(self) -> Path:
        """Closed periods, a folder each."""
        return self.root / _CLOSED

    @property
    def handed_over(self) -> tuple[Path, ...]:
        """The folders of what may be handed on: written by the steps, none of it sent by others."""
        return (*self._written, self.closed)

    def closed_period(self, period: Period) -> Path:
        """Return where a closed period is kept, such as 'chot-so/2024-H1'."""
        return self.closed / str(period)

    @property
    def closings(self) -> Path:
        """The SHA-256 of each manifest as it was written."""
        return self.root / _STATE / "closed"

    def register_before(self, sha256: str) -> Path:
        """Return where the register is kept as a person saved it, before an answer is written."""
        return self.root / _STATE / "so-truoc" / f"so-muc-tieu-{sha256[:12]}.xlsx"

    @property
    def journal(self) -> Path:
        """What the toolkit wrote into the folder, each file by its SHA-256."""
        return self.root / _STATE / "written"

    @property
    def kept(self) -> Path:
        """What was read of the forms, for the next run."""
        return self.root / _STATE / "readings"

    @property
    def last_import(self) -> Path:
        """What was taken from the decision that the register was drafted from."""
        return self.root / _STATE / "last-import.json"

    @property
    def last_check(self) -> Path:
        """What the last check found, for the next one to compare with."""
        return self.root / _STATE / "last-validation.json"

    def form(self, department: str, year: int) -> Path:
        """Return where a department's form goes, such as 'bieu-mau/VP-TK-2024.xlsx'."""
        return self.forms / f"{stem_of(department)}-{year}.xlsx"

    def return_copy(self, department: str) -> Path:
        """Return where a department's return copy goes, such as 'tra-lai/VP-TK.xlsx'."""
        return self.returned / f"{stem_of(department)}.xlsx"

    def note(self, department: str, period: Period, ending: str) -> Path:
        """Return where a department's reminder goes, such as 'nhac-viec/VP-TK-2024-H1.txt'."""
        return self.reminders / f"{stem_of(department)}-{period}{ending}"

    def calendar(self, year: int) -> Path:
        """Return where the year's calendar goes."""
        return self.reminders / f"lich-{year}.ics"

    def summary(self, period: Period, as_of: date) -> Path:
        """Return where a run's summary goes, such as 'tong-hop/tong-hop-2024-H1-20240620.xlsx'."""
        return self.summaries / f"tong-hop-{period}-{as_of:%Y%m%d}.xlsx"

    @property
    def papers(self) -> Path:
        """The Word report, slips, minutes and the departments' table."""
        return self.root / _PAPERS

    def paper(self, part: str, period: Period, as_of: date) -> Path:
        """Return where a paper goes, such as 'bao-cao/bao-cao-2024-H1-20240620.docx'."""
        return self.papers / f"{_PAPER_NAMES[part]}-{period}-{as_of:%Y%m%d}.docx"

    @property
    def readings(self) -> Path:
        """How every row of the register is judged, to print and have signed."""
        return self.root / "cach-hieu.xlsx"

    def relative(self, path: Path) -> str:
        """Return a path as the folder sees it, whatever the system's own signs."""
        inside = path.is_relative_to(self.root)
        return (path.relative_to(self.root) if inside else path).as_posix()

    @classmethod
    def at(cls, folder: Path) -> Workspace:
        """Return the workspace in a folder; StepError when there is none."""
        workspace = cls(folder)
        if not workspace.register.is_file():
            raise StepError(
                message(
                    "{folder} holds no register ({name}). Make a folder with “qms-xlsx init”, "
                    "or name the right one.",
                    folder=str(folder),
                    name=REGISTER,
                )
            )
        return workspace

    def make_folders(self) -> None:
        """Make the folders of a year."""
        for folder in (self.submitted, *self._written):
            folder.mkdir(parents=True, exist_ok=True)

    @property
    def _written(self) -> tuple[Path, ...]:
        return (self.forms, self.returned, self.summaries, self.reminders, self.papers)

    def refuse_without_submissions(self) -> None:
        """Raise StepError unless the forms handed in can be seen: nobody is told absent unseen."""
        try:
            next(self.submitted.iterdir(), None)
        except OSError as error:
            raise StepError(cannot_read(self.submitted, error)) from error

    def refuse_among_inputs(self, path: Path) -> None:
        """Raise StepError for a place where what is written would destroy an input."""
        place = path.resolve()
        if place == self.register.resolve() or self.submitted.resolve() in place.parents:
            raise StepError(
                message(
                    "{path} is an input of the run and is never written over; name another place.",
                    path=str(path),
                )
            )

    def refuse_as_output(self, path: Path) -> None:
        """Raise StepError for a place where a summary would destroy an input, or not open."""
        self.refuse_among_inputs(path)
        if path.suffix.lower() != ".xlsx" or path.is_dir():
            raise StepError(
                message("The summary is a workbook: {path} must end in .xlsx.", path=str(path))
            )

    @contextmanager
    def locked(self) -> Iterator[Outputs]:
        """Keep a second run out of the folder while this one writes; gives what it may write to.

        What a killed run left half-written is removed: nobody else writes there now. Raises
        StepError when the system refuses a file without which nothing can be done.
        """
        state = self.root / _STATE
        try:
            state.mkdir(exist_ok=True)
        except OSError as error:
            raise StepError(cannot_write(state, error)) from error
        with locked(state / "lock"):
            try:
                for folder in (self.root, state, *self._written):
                    remove_leftovers(folder)
                yield Outputs.of(self.root, self.journal)
            except OSError as error:
                raise StepError(stopped(self.root, error)) from error
