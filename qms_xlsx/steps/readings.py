"""Readings: how every row of the register is judged, in one sentence, to be signed."""

from __future__ import annotations

import json
from dataclasses import dataclass, replace
from hashlib import sha256
from typing import TYPE_CHECKING, Any

from qms_xlsx.say import VIETNAMESE, text
from qms_xlsx.say.readings import readings
from qms_xlsx.steps.outputs import spared_json
from qms_xlsx.steps.past_years import with_lent_baselines
from qms_xlsx.steps.reading import open_all, register_in
from qms_xlsx.steps.workspace import Workspace
from qms_xlsx.write.readings import write_readings

if TYPE_CHECKING:
    from datetime import date
    from pathlib import Path

    from qms_xlsx.domain.register import Register
    from qms_xlsx.say.readings import RowReading
    from qms_xlsx.steps.outputs import Spared


@dataclass(frozen=True, slots=True)
class Readings:
    """The readings of a register's rows, and the workbook that holds them."""

    register: Register
    rows: tuple[RowReading, ...]
    workspace: Workspace
    path: Path | None
    spared: tuple[Spared, ...] = ()
    """The file, when it was left alone or could not be written."""
    stamp: str = ""
    """The SHA-256 of the register that was read."""

    @property
    def unread(self) -> int:
        """How many indicators cannot be judged until the register is mended."""
        return sum(row.unread for row in self.rows)

    @property
    def provisional(self) -> int:
        """How many rows are judged by a doubtful reading that is not confirmed."""
        return sum(row.provisional for row in self.rows)

    @property
    def waiting(self) -> int:
        """How many rows wait for the secretary, for whatever reason."""
        return sum(row.waits for row in self.rows)

    def as_json(self, language: str = VIETNAMESE) -> dict[str, Any]:
        """Return the outcome as `readings --format json` prints it."""
        return {
            "organisation": self.register.organisation,
            "year": self.register.year,
            "provisional": self.provisional,
            "waiting": self.waiting,
            "readings": [_json(row, language) for row in self.rows],
            "file": self.workspace.relative(self.path) if self.path else None,
            **spared_json(self.spared, language),
        }


def read_readings(folder: Path, register_file: Path | None = None) -> Readings:
    """Return how a year's rows are judged, nothing written; StepError when there is no register.

    With `register_file` that file is read, not the folder's own register.
    """
    workspace = Workspace.at(folder)
    opened = next(open_all([register_file or workspace.register]))
    register = with_lent_baselines(workspace, register_in(opened)[0])
    return Readings(register, readings(register), workspace, None, stamp=opened.sha256)


def seen_as(row: RowReading) -> str:
    """Return a digest of what a person is shown of a row: an answer is given to that alone."""
    shown = _json(row, VIETNAMESE)
    del shown["confirmed"]  # confirming twice does no harm
    return sha256(json.dumps(shown, ensure_ascii=False).encode()).hexdigest()[:16]


def tell_readings(folder: Path, today: date) -> Readings:
    """Return how a year's rows are judged, and write it to cach-hieu.xlsx in the folder.

    Raises StepError when there is no register, or the folder cannot be written.
    """
    told = read_readings(folder)
    register, rows, workspace = told.register, told.rows, told.workspace
    with workspace.locked() as outputs:
        path = outputs.write(
            workspace.readings, lambda new: write_readings(register, rows, new, today)
        )
        outputs.refuse_if_none()
    return replace(told, path=path, spared=tuple(outputs.spared))


def _json(row: RowReading, language: str) -> dict[str, Any]:
    objective = row.objective
    question = row.question
    return {
        "objective": objective.code,
        "number": objective.number,
        "name": objective.name,
        "target": objective.target,
        "reading": text(row.sentence, language),
        "example": text(row.example, language) if row.example else None,
        "notes": [text(note, language) for note in row.notes],
        "choices": [
            {
                "answer": text(option.answer, language),
                "consequence": text(option.consequence, language),
                "sets": dict(option.sets),
            }
            for option in (question.options if question else ())
        ],
        "doubtful": row.doubtful,
        "unread": row.unread,
        "waits": row.waits,
        "confirmed": row.confirmed,
    }
