"""The folder of a year (DESIGN §3)."""

from __future__ import annotations

import os
import time
from contextlib import contextmanager, suppress
from dataclasses import dataclass
from typing import TYPE_CHECKING

from qms_xlsx import say
from qms_xlsx.language.messages import Message, message
from qms_xlsx.write.files import remove_leftovers

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

REGISTER = "so-muc-tieu.xlsx"
FORMS, SUBMITTED, RETURNED, SUMMARIES, REMINDERS = (
    "bieu-mau",
    "da-nop",
    "tra-lai",
    "tong-hop",
    "nhac-viec",
)
_LOCK = ".qms-xlsx.lock"
_STALE_SECONDS = 3600


class StepError(Exception):
    """Nothing could be done; `reason` says why and how to mend it."""

    def __init__(self, reason: Message) -> None:
        super().__init__(reason)
        self.reason = reason

    def __str__(self) -> str:
        return say.text(self.reason, say.VIETNAMESE)


@dataclass(frozen=True, slots=True)
class Workspace:
    """The folder of one office and one year."""

    root: Path

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
        return self.root / FORMS

    @property
    def submitted(self) -> Path:
        """Filled forms as the departments sent them."""
        return self.root / SUBMITTED

    @property
    def returned(self) -> Path:
        """Forms to send back, errors marked."""
        return self.root / RETURNED

    @property
    def summaries(self) -> Path:
        """Summary workbooks, one a run."""
        return self.root / SUMMARIES

    @property
    def reminders(self) -> Path:
        """Notes and the calendar file."""
        return self.root / REMINDERS

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

    @classmethod
    def create(cls, folder: Path) -> Workspace:
        """Return a new workspace with its empty folders; StepError when the folder is in use."""
        try:
            if folder.exists() and (not folder.is_dir() or any(folder.iterdir())):
                raise StepError(
                    message(
                        "{folder} is in use; nothing was changed. Name a new or an empty folder.",
                        folder=str(folder),
                    )
                )
            for name in (FORMS, SUBMITTED, RETURNED, SUMMARIES, REMINDERS):
                (folder / name).mkdir(parents=True, exist_ok=True)
        except OSError as error:
            raise StepError(cannot_write(folder, error)) from error
        return cls(folder)

    def refuse_as_output(self, path: Path) -> None:
        """Raise StepError for a place where a summary would destroy an input, or not open."""
        place = path.resolve()
        if place == self.register.resolve() or self.submitted.resolve() in place.parents:
            raise StepError(
                message(
                    "{path} is an input of the run and is never written over; "
                    "name another place for the summary.",
                    path=str(path),
                )
            )
        if path.suffix.lower() != ".xlsx" or path.is_dir():
            raise StepError(
                message("The summary is a workbook: {path} must end in .xlsx.", path=str(path))
            )

    @contextmanager
    def locked(self) -> Iterator[None]:
        """Keep a second run out of the folder while this one writes; a stale lock is taken over.

        What a killed run left half-written is removed: nobody else writes there now.
        """
        lock = self.root / _LOCK
        _take(lock)
        try:
            for folder in (self.forms, self.returned, self.summaries, self.reminders):
                remove_leftovers(folder)
            yield
        finally:
            with suppress(OSError):
                lock.unlink()


def _take(lock: Path) -> None:
    for _ in range(2):
        try:
            handle = os.open(lock, os.O_CREAT | os.O_EXCL | os.O_WRONLY)
        except FileExistsError:
            _refuse_unless_stale(lock)
            with suppress(OSError):
                lock.unlink()
            continue
        except OSError as error:
            raise StepError(cannot_write(lock.parent, error)) from error
        os.write(handle, str(os.getpid()).encode())
        os.close(handle)
        return


def _refuse_unless_stale(lock: Path) -> None:
    try:
        pid, age = int(lock.read_text() or 0), time.time() - lock.stat().st_mtime
    except (OSError, ValueError):
        return
    if age < _STALE_SECONDS and _alive(pid):
        raise StepError(
            message(
                "Another run (process {pid}) has been working in {folder} for {seconds} seconds. "
                "Wait until it has finished and run again.",
                pid=pid,
                folder=str(lock.parent),
                seconds=int(age),
            )
        )


def _alive(pid: int) -> bool:
    if os.name == "nt":  # no cheap way to ask; the age decides
        return True
    try:
        os.kill(pid, 0)
    except ProcessLookupError:
        return False
    except OSError:
        return True
    return pid > 0


def cannot_write(path: Path, error: OSError) -> Message:
    """Return the sentence for a path that cannot be written."""
    return message(
        "{path} cannot be written: {reason}. Close it in other programs, check the folder's rights "
        "and the free space, and run again.",
        path=str(path),
        reason=error.strerror or str(error),
    )
