"""Writing files whole or not at all."""

from __future__ import annotations

import os
import re
import shutil
import tempfile
from contextlib import contextmanager, suppress
from pathlib import Path
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterator

_MARK = ".qms-"
_TEMPORARY = re.compile(rf"\..+{re.escape(_MARK)}[a-z0-9_]{{8}}(\.\w+)?")  # as mkstemp names it
_LONGEST = 40
"""Characters of a name that its temporary file repeats: both must fit into 255 bytes."""


@contextmanager
def write_whole(path: Path) -> Iterator[Path]:
    """Give a temporary file beside `path` to write to; it takes the path's name when all went well.

    The old file stays whole until the new one is on the disk. Raises OSError as the
    system does: no room, no right to write, or (Windows) the file is open in Excel.
    """
    with temporary_beside(path) as temporary:
        yield temporary
        on_disk(temporary)
        take_place(temporary, path)


@contextmanager
def temporary_beside(path: Path) -> Iterator[Path]:
    """Give an empty file in the folder of `path`; it is gone afterwards unless it was renamed."""
    path.parent.mkdir(parents=True, exist_ok=True)
    handle, name = tempfile.mkstemp(dir=path.parent, prefix=_prefix(path), suffix=path.suffix)
    os.close(handle)
    temporary = Path(name)
    try:
        yield temporary
    finally:
        with suppress(OSError):
            temporary.unlink()


def on_disk(temporary: Path) -> None:
    """Wait until what was written has reached the disk, and let others read it."""
    with temporary.open("rb+") as written:
        os.fsync(written.fileno())
    temporary.chmod(0o644)


def take_place(temporary: Path, path: Path) -> None:
    """Give a finished file its name; whatever bore it before is gone at the same moment."""
    temporary.replace(path)
    _sync_folder(path.parent)


@contextmanager
def folder_beside(folder: Path) -> Iterator[Path]:
    """Give a new folder beside `folder`; it is gone afterwards unless it was renamed."""
    folder.parent.mkdir(parents=True, exist_ok=True)
    temporary = Path(tempfile.mkdtemp(dir=folder.parent, prefix=_prefix(folder)))
    try:
        temporary.chmod(0o755)
        yield temporary
    finally:
        shutil.rmtree(temporary, ignore_errors=True)


def _prefix(path: Path) -> str:
    return f".{path.stem[:_LONGEST]}{_MARK}"


def remove_leftovers(folder: Path, of: Path | None = None) -> None:
    """Remove what killed runs left half-written in a folder: all of it, or of one file only."""
    for path in leftovers(folder, of):
        if path.is_file() and not path.is_symlink():
            with suppress(OSError):
                path.unlink()


def leftovers(folder: Path, of: Path | None = None) -> list[Path]:
    """Return what bears the name of a temporary file or folder of ours, or of one path's only."""
    prefix = _prefix(of) if of else "."
    with suppress(OSError):
        found = list(folder.iterdir())
        return [p for p in found if _TEMPORARY.fullmatch(p.name) and p.name.startswith(prefix)]
    return []


def _sync_folder(folder: Path) -> None:
    with suppress(OSError):  # Windows cannot open a folder
        handle = os.open(folder, os.O_RDONLY)
        try:
            os.fsync(handle)
        finally:
            os.close(handle)
