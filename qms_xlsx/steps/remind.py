"""Remind: who owes what; a note a department and the year's calendar in nhac-viec/."""

from __future__ import annotations

from contextlib import suppress
from dataclasses import dataclass
from datetime import date
from typing import TYPE_CHECKING, Any

from qms_xlsx.say import VIETNAMESE
from qms_xlsx.steps.aggregate import Run, default_period, evaluate
from qms_xlsx.steps.entries import typed_entries
from qms_xlsx.steps.forms import safe_name
from qms_xlsx.steps.intake import Intake, take_in
from qms_xlsx.steps.workspace import StepError, Workspace, cannot_write
from qms_xlsx.write.files import write_whole
from qms_xlsx.write.reminders import debts_of, note_of, plain_text
from qms_xlsx.write.reminders.calendar import calendar_file
from qms_xlsx.write.reminders.letter import reminders_json
from qms_xlsx.write.summary.reminder_sheet import write_note

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

    from qms_xlsx.domain.period import Period
    from qms_xlsx.write.reminders import Debts


@dataclass(frozen=True, slots=True)
class Reminders:
    """What every department owes, and the files that say so."""

    run: Run
    debts: tuple[Debts, ...]
    notes: dict[str, tuple[Path, ...]]
    """The files of each department that owes something, by its code."""
    calendar: Path

    def as_json(self, language: str = VIETNAMESE) -> dict[str, Any]:
        """Return the outcome as `remind --format json` prints it."""
        return reminders_json(self.run.aggregate, self.debts, self.notes, self.calendar, language)


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
    with workspace.locked():
        taken = take_in(workspace, tick)
        run = evaluate(taken, period or default_period(taken.register, day), day)
        debts = _debts(taken, run)
        try:
            notes = _write_notes(workspace, run, debts)
            calendar = workspace.reminders / f"lich-{taken.register.year}.ics"
            _write_bytes(calendar, calendar_file(taken.register, day))
        except OSError as error:
            blocked = workspace.reminders / (error.filename or "")
            raise StepError(cannot_write(blocked, error)) from error
    return Reminders(run, debts, notes, calendar)


def _debts(taken: Intake, run: Run) -> tuple[Debts, ...]:
    typed = {
        submission.department: typed_entries(taken.readings[submission.path].contents).keys()
        for submission in run.aggregate.submissions
    }
    return debts_of(run.aggregate, run.findings, taken.refused, typed)


def _write_notes(
    workspace: Workspace, run: Run, debts: tuple[Debts, ...]
) -> dict[str, tuple[Path, ...]]:
    """Write both notes of each department that owes something; outdated ones of others go."""
    register, period = run.aggregate.register, run.aggregate.period
    owing = {own.department.code: own for own in debts if not own.nothing}
    written: dict[str, tuple[Path, ...]] = {}
    for department in register.departments:
        stem = f"{safe_name(department.code)}-{period}"
        text, sheet = (workspace.reminders / f"{stem}.{kind}" for kind in ("txt", "xlsx"))
        own = owing.get(department.code)
        if own is None:
            for path in (text, sheet):
                with suppress(FileNotFoundError):
                    path.unlink()
            continue
        note = note_of(register, period, own)
        # Notepad, Zalo and Outlook's preview all show a text with this mark and these line ends.
        _write_bytes(text, plain_text(note).replace("\n", "\r\n").encode("utf-8-sig"))
        with write_whole(sheet) as temporary:
            write_note(note, run.aggregate.as_of, temporary)
        written[department.code] = (text, sheet)
    return written


def _write_bytes(path: Path, data: bytes) -> None:
    with write_whole(path) as temporary:
        temporary.write_bytes(data)
