"""Answering: what the secretary confirms or chooses is written into one row of the register."""

from __future__ import annotations

from contextlib import suppress
from functools import partial
from typing import TYPE_CHECKING

from qms_xlsx.book import labels
from qms_xlsx.domain.goal import NoGoal
from qms_xlsx.domain.indicator import Indicator
from qms_xlsx.language.messages import Message, message
from qms_xlsx.steps.readings import read_readings, seen_as
from qms_xlsx.steps.trouble import StepError, cannot_write
from qms_xlsx.write.patching import CannotPatchError, patch

if TYPE_CHECKING:
    from pathlib import Path

    from qms_xlsx.domain.indicator import Objective
    from qms_xlsx.steps.readings import Readings
    from qms_xlsx.steps.workspace import Workspace

CONFIRM, TAKE_BACK = "confirm", "take_back"
"""Answers besides the numbers of a question's options."""
_SHOWN = {
    "over_time": labels.AGGREGATIONS,
    "over_departments": labels.AGGREGATIONS,
    "cadence": labels.CADENCES,
    "profile": labels.PROFILES,
    "better": labels.BETTER,
    "baseline_kind": labels.BASELINE_KINDS,
}


def answer(folder: Path, objective: str, choice: str, *, seen: str) -> Readings:
    """Return how the rows read after one is confirmed, or its question is answered.

    `choice` is "confirm", "take_back" or the number of an option; `seen` is the row as it was shown
    (`seen_as`). Raises StepError when it reads otherwise by now, when the register is open in a
    program, or cannot be written with nothing else touched.
    """
    told = read_readings(folder)
    workspace = told.workspace
    row = _row(told, objective, seen)
    _refuse_open(workspace)
    cells = _cells(told, row, choice)
    if not cells.keys() <= row.cells.keys():
        raise StepError(_by_hand(workspace, row))
    values = {row.cells[key]: word for key, word in cells.items()}
    with workspace.locked() as outputs:
        try:
            outputs.write_over(
                workspace.register,
                partial(_write, told, row, values),
                workspace.register_before(told.stamp),
            )
        except OSError as error:
            raise StepError(cannot_write(workspace.register, error)) from error
    return read_readings(folder)


def _row(told: Readings, code: str, seen: str) -> Objective:
    """Return a row; StepError when there is none, or it reads otherwise than it was seen."""
    row = next((row for row in told.rows if row.objective.code == code), None)
    if row is None:
        raise StepError(message("The register has no row {code}.", code=code))
    if seen_as(row) != seen:
        raise StepError(
            message(
                "This row was changed since the page was shown, so nothing was written. Look at "
                "it as it reads now and answer again."
            )
        )
    return row.objective


def _cells(told: Readings, row: Objective, choice: str) -> dict[str, str]:
    """Return what is written into which columns of the row, in the words of its drop-downs."""
    if choice == CONFIRM and isinstance(row, Indicator) and isinstance(row.goal, NoGoal):
        raise StepError(
            message(
                "Row {code} is not judged until the register is mended, so there is nothing to "
                "confirm yet.",
                code=row.code,
            )
        )
    if choice in (CONFIRM, TAKE_BACK):
        return {"confirmed": "x" if choice == CONFIRM else ""}
    question = row.question if isinstance(row, Indicator) else None
    options = question.options if question else ()
    option = options[int(choice)] if choice.isdigit() and int(choice) < len(options) else None
    if option is None or not option.sets:
        raise StepError(
            message(
                "This answer needs other words in the register itself: open {file}, row {code}.",
                file=told.workspace.register.name,
                code=row.code,
            )
        )
    return {key: _SHOWN.get(key, {}).get(word, word) for key, word in option.sets}


def _refuse_open(workspace: Workspace) -> None:
    """Raise StepError while a spreadsheet program says that it has the register open."""
    path = workspace.register
    for mark in (f"~${path.name}", f".~lock.{path.name}#"):
        if path.with_name(mark).exists():
            raise StepError(
                message(
                    "{file} is open in Excel or LibreOffice. Save and close it there, then answer "
                    "here (a mark {mark} that stays behind may be deleted).",
                    file=path.name,
                    mark=mark,
                )
            )


def _write(told: Readings, row: Objective, values: dict[str, str], path: Path) -> None:
    """Write the register with the row's cells, if it then reads as before but for that row."""
    workspace = told.workspace
    try:
        patch(workspace.register, path, row.place.sheet, values)
    except CannotPatchError as error:
        raise StepError(_by_hand(workspace, row)) from error
    after = None
    with suppress(StepError):
        after = read_readings(workspace.root, path)
    if after is None or not _same_but(told, after, row.code):
        raise StepError(_by_hand(workspace, row))


def _same_but(before: Readings, after: Readings, code: str) -> bool:
    """Whether all rows but one state what they stated."""
    old, new = before.register, after.register
    rest = [[o for o in one.objectives if o.code != code] for one in (old, new)]
    parts = ("departments", "measures", "allocations", "exceptions", "year", "organisation")
    return rest[0] == rest[1] and all(getattr(old, key) == getattr(new, key) for key in parts)


def _by_hand(workspace: Workspace, row: Objective) -> Message:
    return message(
        "The answer cannot be written into {file} without touching other cells. Open it, write it "
        "into row {code} and save.",
        file=workspace.register.name,
        code=row.code,
    )
