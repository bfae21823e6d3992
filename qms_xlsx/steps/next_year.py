"""Next year: a new folder that goes on where a year ended."""

from __future__ import annotations

import os
from contextlib import suppress
from dataclasses import dataclass, replace
from datetime import date
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING

from qms_xlsx.book.areas import ACTIONS
from qms_xlsx.book.keys import CellKey
from qms_xlsx.domain.finding import Place, Severity
from qms_xlsx.domain.period import Period, Slot
from qms_xlsx.history.next_year import Carried, Handed, NextYear, OldYear, next_year
from qms_xlsx.intake.processes import keeping
from qms_xlsx.judge import aggregate, newest_submissions
from qms_xlsx.language.messages import message
from qms_xlsx.rules.register import lint
from qms_xlsx.steps.entries import earlier_entries
from qms_xlsx.steps.intake import take_in
from qms_xlsx.steps.new_folder import new_folder
from qms_xlsx.steps.outputs import Outputs
from qms_xlsx.steps.past_years import as_it_ended
from qms_xlsx.steps.reading import open_register
from qms_xlsx.steps.starter import put_starter
from qms_xlsx.steps.trouble import StepError
from qms_xlsx.steps.workspace import SUBMITTED, Workspace
from qms_xlsx.write.drafts import action_rows, is_open
from qms_xlsx.write.form import FormWriter
from qms_xlsx.write.next_year import write_next_year

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping

    from qms_xlsx.domain.register import Register
    from qms_xlsx.language.messages import Message
    from qms_xlsx.steps.intake import Intake

Entries = dict[CellKey, object]
_YEAR = Slot.parse("year")


@dataclass(frozen=True, slots=True)
class Turned:
    """A year's folder that was made from the year before."""

    workspace: Workspace
    made: NextYear
    figures: Message
    """Where last year's results are from."""
    forms: tuple[Path, ...]
    """The forms that hold corrective actions which are open still."""
    errors: int
    """Errors in the new register, which last year's had, too."""


@keeping()
def turn_year(
    folder: Path,
    new: Path | None = None,
    *,
    as_of: date | None = None,
    tick: Callable[[int], None] | None = None,
) -> Turned:
    """Make the next year's folder, whole or not at all; the old one is only read.

    It stands beside the old one as MTCL-2025 unless `new` names another place. Raises StepError
    when that is in use, or the old folder cannot be read.
    """
    workspace = Workspace.at(folder)
    taken = take_in(workspace, tick)
    old = _old_year(taken, as_of or date.today())
    place = new or workspace.root.absolute().parent / f"MTCL-{old.year + 1}"
    _refuse_inside(workspace, place)
    figures = _figures(old)
    made = next_year(old)
    actions, listed = _open_actions(taken, made)
    made = replace(made, carried=(*made.carried, *listed))
    with new_folder(place) as root:
        fresh = Workspace(root)
        fresh.make_folders()
        put_starter(root)
        write_next_year(made, figures, _seen_from(workspace.root, place), fresh.register)
        register, findings = open_register(fresh.register)
        _write_forms(fresh, register, actions)
    errors = sum(f.severity is Severity.ERROR for f in (*findings, *lint(register)))
    whole = Workspace(place)
    forms = tuple(whole.form(code, register.year) for code in actions)
    return Turned(whole, made, figures, forms, errors)


def _refuse_inside(workspace: Workspace, place: Path) -> None:
    if place.resolve().is_relative_to(workspace.root.resolve()):
        raise StepError(
            message(
                "The next year's folder cannot lie in last year's ({folder}), which is never "
                "written; name another place.",
                folder=str(workspace.root),
            )
        )


def _old_year(taken: Intake, today: date) -> OldYear:
    """Return the year as it ended: as it was closed, or else as its forms say today."""
    register, contents = taken.register, taken.register_file.contents
    assert contents is not None  # noqa: S101 (its register has been read)
    ended = as_it_ended(taken.workspace, register, taken.closed, lambda: taken.submissions, today)
    whole = Period(register.year, _YEAR)
    closed = taken.workspace.relative(taken.workspace.closed_period(whole))
    plan = aggregate(register, taken.submissions, whole, today).measures
    return OldYear(
        register=register,
        contents=contents,
        results=ended.results(),
        states={m.measure.number: m.progress.why for m in plan if m.department is None},
        figures=Place(closed if ended.closed else SUBMITTED),
        ended=ended.ended(_YEAR),
    )


def _figures(old: OldYear) -> Message:
    """Return where last year's results are from, in a sentence."""
    values = {"year": str(old.year), "place": old.figures.file}
    if old.figures.file == SUBMITTED:
        return message(
            "Results of {year} are those of the forms in {place}/ today: the year is not closed, "
            "so they may change still.",
            **values,
        )
    return message("Results of {year} are those of the closed year ({place}).", **values)


def _seen_from(old: Path, place: Path) -> str:
    """Return last year's folder as seen from the new one; its name where no way leads there."""
    with suppress(ValueError):  # another drive
        return Path(os.path.relpath(old.absolute(), place.absolute())).as_posix()
    return old.name


def _open_actions(taken: Intake, made: NextYear) -> tuple[dict[str, Entries], tuple[Carried, ...]]:
    """Return the corrective actions that are open still, for the forms of those who own them."""
    found: dict[str, Entries] = {}
    listed: list[Carried] = []
    going_on = {str(row.get("code") or "") for row in made.rows["departments"]}
    newest = newest_submissions(taken.submissions)
    held = earlier_entries(taken, newest.values())
    for (code, submission), entries_then in zip(newest.items(), held, strict=True):
        owner = made.heirs.get(code, code)
        rows = action_rows(entries_then).values()
        for row in (own for own in rows if is_open(own) and owner in going_on):
            entries = found.setdefault(owner, {})
            number = len(action_rows(entries)) + 1
            entries |= {CellKey(ACTIONS.name, str(number), key): v for key, v in row.items()}
            listed.append(_listed(row, owner, f"{SUBMITTED}/{submission.path}"))
    return found, tuple(listed)


def _listed(row: Mapping[str, object], owner: str, file: str) -> Carried:
    said = (row.get(key) for key in ("objective", "nonconformity", "action"))
    return Carried(
        how=Handed.KEPT,
        says=message("Corrective action still open: it stands in the form of {owner}", owner=owner),
        before=" · ".join(str(words) for words in said if words),
        source=Place(file),
    )


def _write_forms(fresh: Workspace, register: Register, actions: Mapping[str, Entries]) -> None:
    """Write the forms of those who have corrective actions to finish."""
    outputs, writer = Outputs.of(fresh.root, fresh.journal), FormWriter(register)
    for code, entries in actions.items():
        make = partial(writer.write, code, earlier=entries)
        outputs.write(fresh.form(code, register.year), make)
    if outputs.spared:
        raise StepError(outputs.spared[0].said)
