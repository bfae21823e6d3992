"""Remind: who owes what; a note a department and the year's calendar in nhac-viec/."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from functools import partial
from typing import TYPE_CHECKING, Any

from qms_xlsx.say import VIETNAMESE
from qms_xlsx.steps.aggregate import Run, default_period, evaluate
from qms_xlsx.steps.entries import typed_entries
from qms_xlsx.steps.intake import Intake, take_in
from qms_xlsx.steps.outputs import spared_json
from qms_xlsx.steps.reading import same_processes
from qms_xlsx.steps.workspace import Workspace
from qms_xlsx.write.reminders import debts_of, note_of, plain_text
from qms_xlsx.write.reminders.calendar import calendar_file
from qms_xlsx.write.reminders.letter import reminders_json
from qms_xlsx.write.summary.reminder_sheet import write_note

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

    from qms_xlsx.domain.period import Period
    from qms_xlsx.steps.outputs import Outputs, Spared
    from qms_xlsx.write.reminders import Debts, Note


@dataclass(frozen=True, slots=True)
class Reminders:
    """What every department owes, and the files that say so."""

    run: Run
    debts: tuple[Debts, ...]
    notes: dict[str, tuple[Path, ...]]
    """The files of each department that owes something, by its code."""
    calendar: Path | None
    spared: tuple[Spared, ...] = ()
    """The files that were left alone or could not be written."""

    def as_json(self, language: str = VIETNAMESE) -> dict[str, Any]:
        """Return the outcome as `remind --format json` prints it."""
        named = self.run.workspace.relative
        notes = {code: [named(path) for path in paths] for code, paths in self.notes.items()}
        files = {"calendar": named(self.calendar) if self.calendar else None} | spared_json(
            self.spared, language
        )
        return reminders_json(self.run.aggregate, self.debts, notes, files, language)


def remind(
    folder: Path,
    *,
    period: Period | None = None,
    as_of: date | None = None,
    tick: Callable[[int], None] | None = None,
) -> Reminders:
    """Return who owes what for a period, the notes and the calendar written to nhac-viec/.

    Raises StepError when nothing could be done: no register, another year's period, a folder
    that cannot be written.
    """
    workspace = Workspace.at(folder)
    day = as_of or date.today()
    with workspace.locked() as outputs, same_processes():
        workspace.refuse_without_submissions()
        taken = take_in(workspace, tick)
        run = evaluate(taken, period or default_period(taken.register, day), day)
        taken.kept.save()
        debts = _debts(taken, run)
        notes = _write_notes(outputs, run, debts)
        dates = calendar_file(taken.register, day)
        calendar = outputs.write(
            workspace.calendar(taken.register.year), lambda new: new.write_bytes(dates)
        )
        outputs.refuse_if_none()
    return Reminders(run, debts, notes, calendar, tuple(outputs.spared))


def _debts(taken: Intake, run: Run) -> tuple[Debts, ...]:
    counted = [s for s in run.aggregate.submissions if s.path in taken.readings]
    files = taken.opened_again(own.path for own in counted)
    typed = {
        own.department: typed_entries(item.contents).keys()
        for own, item in zip(counted, files, strict=True)
        if item.contents
    }
    return debts_of(run.aggregate, run.findings, taken.refused, typed)


def _write_notes(
    outputs: Outputs, run: Run, debts: tuple[Debts, ...]
) -> dict[str, tuple[Path, ...]]:
    """Write both notes of each department that owes something; outdated ones of others go."""
    register, period, name = run.aggregate.register, run.aggregate.period, run.workspace.note
    owing = {own.department.code: own for own in debts if not own.nothing}
    written: dict[str, tuple[Path, ...]] = {}
    for department in register.departments:
        text, sheet = (name(department.code, period, ending) for ending in (".txt", ".xlsx"))
        own = owing.get(department.code)
        if own is None:
            outputs.remove(text)
            outputs.remove(sheet)
            continue
        note = note_of(register, period, own)
        made = (
            outputs.write(text, partial(_write_text, note)),
            outputs.write(sheet, partial(write_note, note, run.aggregate.as_of)),
        )
        written[department.code] = tuple(path for path in made if path)
    return written


def _write_text(note: Note, path: Path) -> None:
    # Notepad, Zalo and Outlook's preview all show a text with this mark and these line ends.
    path.write_bytes(plain_text(note).replace("\n", "\r\n").encode("utf-8-sig"))
