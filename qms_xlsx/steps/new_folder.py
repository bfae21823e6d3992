"""A new folder that is there whole, or not at all."""

from __future__ import annotations

import shutil
from contextlib import contextmanager, suppress
from dataclasses import replace
from pathlib import Path
from typing import TYPE_CHECKING

from filelock import FileLock, Timeout

from qms_xlsx.language.messages import message
from qms_xlsx.steps.trouble import StepError, cannot_write
from qms_xlsx.steps.workspace import REGISTER
from qms_xlsx.write.files import folder_beside, leftovers

if TYPE_CHECKING:
    from collections.abc import Iterator

    from qms_xlsx.language.messages import Message

_MAKING = ".making"
"""The lock by which a folder being made is told from one that a killed run left."""


@contextmanager
def new_folder(folder: Path) -> Iterator[Path]:
    """Give a folder to fill, which becomes `folder` when all went well; else nothing is there.

    Raises StepError when the folder is in use or cannot be written. What a killed run left beside
    it is removed.
    """
    place = folder.absolute()
    try:
        clear_leftovers(place)
        if place.exists() and (not place.is_dir() or any(place.iterdir())):
            raise StepError(_in_use(folder))
        with folder_beside(place) as temporary, FileLock(temporary / _MAKING):
            made = temporary / place.name
            made.mkdir()
            try:
                yield made
            except StepError as error:  # told of the folder as it is to be called
                raise StepError(_renamed(error.reason, made, folder)) from error
            _settle(made, place)
    except OSError as error:
        raise StepError(cannot_write(folder, error)) from error


def _renamed(reason: Message, made: Path, folder: Path) -> Message:
    values = {
        key: value.replace(str(made), str(folder)) if isinstance(value, str) else value
        for key, value in reason.values.items()
    }
    return replace(reason, values=values)


def _in_use(folder: Path) -> Message:
    return message(
        "{folder} is in use; nothing was changed. Name a new or an empty folder.",
        folder=str(folder),
    )


def clear_leftovers(place: Path) -> None:
    """Remove what killed runs left beside a folder that they were making."""
    for left in leftovers(place.parent, place):
        _remove_unless_alive(left)


def _remove_unless_alive(left: Path) -> None:
    with suppress(OSError, Timeout), FileLock(left / _MAKING, timeout=0):
        shutil.rmtree(left, ignore_errors=True)


def _settle(made: Path, place: Path) -> None:
    """Move a finished folder to its place, at one stroke wherever that can be."""
    if not place.exists() or _removed(place):
        made.rename(place)
        return
    if any(place.iterdir()):  # another run was quicker
        raise StepError(_in_use(place))
    for part in sorted(made.iterdir(), key=lambda part: part.name == REGISTER):
        part.rename(place / part.name)  # the register last: without it a folder is not in use


def _removed(place: Path) -> bool:
    """Remove an empty folder, unless somebody stands in it or it cannot be."""
    try:
        if place.samefile(Path.cwd()):
            return False
        place.rmdir()
    except OSError:
        return False
    return True
