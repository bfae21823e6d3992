"""Setting aside: a file that is no form of the year leaves da-nop/ for a folder beside it."""

from __future__ import annotations

from typing import TYPE_CHECKING

from qms_xlsx.language.file_names import free_name
from qms_xlsx.language.messages import message
from qms_xlsx.language.text import escaped
from qms_xlsx.steps.trouble import StepError, cannot_write
from qms_xlsx.steps.workspace import Workspace

if TYPE_CHECKING:
    from pathlib import Path


def set_aside(folder: Path, name: str) -> Path:
    """Return where a file of da-nop/ was moved to in de-rieng/; no file is deleted or replaced.

    It is named as `validate` names it. Raises StepError for any other, and when it cannot be moved.
    """
    workspace = Workspace.at(folder)
    found = {escaped(workspace.relative(path)): path for path in workspace.submitted.rglob("*")}
    path = found.get(name)
    if path is None or not (path.is_file() or path.is_symlink()):
        raise StepError(message("There is no file {file} in da-nop/.", file=name))
    place = workspace.set_aside
    try:
        with workspace.locked():
            place.mkdir(exist_ok=True)
            return path.rename(place / free_name(path.name, (own.name for own in place.iterdir())))
    except OSError as error:
        raise StepError(cannot_write(path, error)) from error
