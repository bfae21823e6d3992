"""A new year's folder from its decision, and what was taken from that, to be shown again."""

from __future__ import annotations

import json
from dataclasses import replace
from typing import TYPE_CHECKING, Any

from qms_xlsx.language.messages import message
from qms_xlsx.say import VIETNAMESE
from qms_xlsx.steps.import_decision import Imported, import_decision
from qms_xlsx.steps.new_folder import new_folder
from qms_xlsx.steps.starter import put_starter
from qms_xlsx.steps.state import read_state
from qms_xlsx.steps.trouble import StepError
from qms_xlsx.steps.workspace import Workspace
from qms_xlsx.write.files import write_whole

if TYPE_CHECKING:
    from collections.abc import Sequence
    from pathlib import Path


class OtherYearError(Exception):
    """The decision names another year than the one that was given: nothing was made."""

    def __init__(self, named: int) -> None:
        super().__init__(named)
        self.named = named


def init_from(
    folder: Path,
    files: Sequence[Path],
    year: int | None = None,
    language: str = VIETNAMESE,
    *,
    sure: bool = True,
) -> tuple[Workspace, Imported]:
    """Return a new year's folder with the draft of a decision as its register.

    Raises StepError when the folder is in use, or nothing could be taken from the files; unless
    the year is `sure`, OtherYearError when the decision's headings name another.
    """
    with new_folder(folder) as root:
        Workspace(root).make_folders()
        put_starter(root)
        done = import_decision(files, Workspace(root).register, year, language)
        if done.path is None:
            raise StepError(
                message(
                    "No objective was found, so no folder was made. {why}", why=done.decision.why
                )
            )
        named = done.decision.head.named_year
        if year and named and named != year and not sure:
            raise OtherYearError(named)
        done = replace(done, path=Workspace(folder).register)
        keep_import(Workspace(root), done, language)
    return Workspace(folder), done


def keep_import(workspace: Workspace, done: Imported, language: str) -> None:
    """Keep in the year's folder what was taken from a decision, to be shown again."""
    place = workspace.last_import
    place.parent.mkdir(exist_ok=True)
    with write_whole(place) as new:
        new.write_text(json.dumps(done.as_json(language), ensure_ascii=False), encoding="utf-8")


def last_import(workspace: Workspace) -> dict[str, Any] | None:
    """Return the document of the last import into a folder; None where none can be read."""
    try:
        told = json.loads(read_state(workspace.last_import))
    except ValueError:
        return None
    return told if isinstance(told, dict) and "left_out" in told else None
