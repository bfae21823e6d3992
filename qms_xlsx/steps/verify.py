"""Verify: closed periods compared with their manifests, byte by byte."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from qms_xlsx.language.messages import message
from qms_xlsx.steps.closed import closed_folders
from qms_xlsx.steps.manifest import (
    MANIFEST,
    SIGNATURES,
    SIGNED,
    AlteredFile,
    Manifest,
    Trouble,
    differences,
    files_in,
    signatures,
    stamps,
)
from qms_xlsx.steps.state import read_state
from qms_xlsx.steps.trouble import StepError, cannot_write
from qms_xlsx.steps.workspace import Workspace
from qms_xlsx.write.files import write_whole

if TYPE_CHECKING:
    from pathlib import Path


@dataclass(frozen=True, slots=True)
class Verified:
    """A closed period beside its manifest."""

    period: str
    folder: str
    files: int
    signed: int
    """Signed papers that are recorded."""
    differences: tuple[AlteredFile, ...]


def verify(folder: Path, *, record: bool = False) -> tuple[Verified, ...]:
    """Return how every closed period of a year's folder compares with its manifest.

    With `record`, signed papers in its da-ky/ are remembered by their SHA-256. Raises StepError
    when there is no register or no period is closed.
    """
    workspace = Workspace.at(folder)
    folders = closed_folders(workspace)
    if not folders:
        raise StepError(
            message(
                "No period of {folder} is closed yet; “qms-xlsx close 2024-H1” closes one.",
                folder=str(folder),
            )
        )
    if record:
        with workspace.locked():
            for closed in folders:
                _record(closed)
    return tuple(_verdict(workspace, closed) for closed in folders)


def _record(closed: Path) -> None:
    """Remember the signed papers that are not yet; what was recorded is never recorded anew."""
    known = signatures(closed)
    names = (n for n in files_in(closed) if n.startswith(f"{SIGNED}/") and n not in known)
    found = stamps(closed, names)
    if not found:
        return
    place = closed / SIGNATURES
    try:
        with write_whole(place) as new:
            new.write_text(Manifest({**known, **found}).text(), encoding="utf-8")
    except OSError as error:
        raise StepError(cannot_write(place, error)) from error


def _verdict(workspace: Workspace, closed: Path) -> Verified:
    found = differences(closed)
    if not any(one.file == MANIFEST for one in found) and _rewritten(workspace, closed):
        found.insert(0, AlteredFile(MANIFEST, Trouble.CHANGED))
    try:
        files = len(Manifest.read(closed).files)
    except ValueError:
        files = 0
    name = workspace.relative(closed)
    return Verified(closed.name, name, files, len(signatures(closed)), tuple(found))


def _rewritten(workspace: Workspace, closed: Path) -> bool:
    """Whether a manifest is not the one that was written: by our journal, or a later manifest."""
    now = stamps(closed, iter((MANIFEST,)))[MANIFEST].sha256
    lines = (line.split(" ", 1) for line in read_state(workspace.closings).splitlines() if line)
    written = [digest for digest, *period in lines if period == [closed.name]]
    later = [told.get(closed.name) for told in map(_before, closed_folders(workspace))]
    return any(known and known != now for known in (*written[-1:], *later))


def _before(closed: Path) -> dict[str, str]:
    """Return what a manifest remembers of the periods closed before it."""
    try:
        told = Manifest.read(closed).told.get("before")
    except ValueError:
        return {}
    return told if isinstance(told, dict) else {}
