"""Receiving: what came by mail or Zalo goes to da-nop/, whole or not at all."""

from __future__ import annotations

import os
import shutil
from dataclasses import dataclass
from hashlib import sha256
from typing import TYPE_CHECKING

from qms_xlsx.intake import limits
from qms_xlsx.language.file_names import free_name, sent_name
from qms_xlsx.language.messages import Message, message
from qms_xlsx.steps.trouble import StepError, cannot_write
from qms_xlsx.write.files import write_whole

if TYPE_CHECKING:
    from pathlib import Path
    from typing import BinaryIO

    from qms_xlsx.steps.workspace import Workspace

FORMS = (".xlsx", ".xlsm", ".ods", ".xls")
"""The endings of the files that departments fill in."""


@dataclass(frozen=True, slots=True)
class Received:
    """What became of a file that was handed over."""

    sent: str
    """Its name as it came."""
    name: str = ""
    """Its name in da-nop/; nothing when it was not put there."""
    said: Message | None = None
    """What is to be known about it; None when it simply lies there now."""

    @property
    def kept(self) -> bool:
        """Whether it was put into da-nop/."""
        return bool(self.name)


def receive(workspace: Workspace, sent: str, source: BinaryIO) -> Received:
    """Put what `source` holds into da-nop/ under the name that it was sent with.

    The same bytes are not kept twice; another file of that name leaves the first as it is.
    Raises StepError when the folder cannot be written.
    """
    _refuse_outside(workspace)
    wanted, size = sent_name(sent), source.seek(0, os.SEEK_END)
    if refused := _refusal(wanted, size):
        return Received(sent, said=refused)
    here = _files(workspace.submitted)
    twin = _same_bytes(source, size, here)
    if twin:
        return Received(sent, said=message("It is here already, as {file}.", file=twin.name))
    name = free_name(wanted, (path.name for path in workspace.submitted.iterdir()))
    path = workspace.submitted / name
    try:
        with write_whole(path) as new, new.open("wb") as file:
            source.seek(0)
            shutil.copyfileobj(source, file)
    except OSError as error:
        raise StepError(cannot_write(path, error)) from error
    if name == wanted:
        return Received(sent, name)
    said = message("Another file has its name, so it was put there as {file}.", file=name)
    return Received(sent, name, said)


def _refuse_outside(workspace: Workspace) -> None:
    """Raise StepError when da-nop/ is not there, or is a link out of the year's folder."""
    folder = workspace.submitted
    if not folder.is_dir() or not folder.resolve().is_relative_to(workspace.root.resolve()):
        raise StepError(
            message(
                "{folder} is no folder of its own, so nothing was put there. Make it anew.",
                folder=workspace.relative(folder),
            )
        )


def _refusal(name: str, size: int) -> Message | None:
    if not name.lower().endswith(FORMS):
        return message(
            "It is no form: only {endings} are taken. Ask for the Excel file itself.",
            endings=", ".join(FORMS),
        )
    if size > limits.FILE_BYTES:
        most = limits.FILE_BYTES // limits.MIB
        return message("It is larger than {most} MB; no form is.", most=most)
    return message("It is empty; ask for it again.") if size == 0 else None


def _files(folder: Path) -> list[Path]:
    try:
        return sorted(p for p in folder.rglob("*") if p.is_file() and not p.is_symlink())
    except OSError as error:
        raise StepError(cannot_write(folder, error)) from error


def _same_bytes(source: BinaryIO, size: int, here: list[Path]) -> Path | None:
    """Return the file that holds the same bytes; only those equal in size are read."""
    alike = [path for path in here if path.stat().st_size == size]
    own = _digest(source) if alike else b""
    return next((path for path in alike if _digest_of(path) == own), None)


def _digest_of(path: Path) -> bytes:
    with path.open("rb") as file:
        return _digest(file)


def _digest(file: BinaryIO) -> bytes:
    file.seek(0)
    return sha256(file.read()).digest()  # no more than a form's largest size
