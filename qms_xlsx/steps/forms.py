"""Forms: one blank form a department, earlier entries kept."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from qms_xlsx.aggregate import newest_submissions
from qms_xlsx.form_book import TemplateError, write_form
from qms_xlsx.steps.entries import EntryKey, earlier_entries, typed_entries
from qms_xlsx.steps.intake import take_in
from qms_xlsx.steps.reading import open_all
from qms_xlsx.workspace import StepError, Workspace, cannot_write

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

    from qms_xlsx.domain.register import Register
    from qms_xlsx.i18n import Message
    from qms_xlsx.steps.intake import Intake


@dataclass(frozen=True, slots=True)
class Forms:
    """The forms that were made, and what of an office's own template they could not keep."""

    paths: tuple[Path, ...]
    kept: int
    """How many of them hold entries of an earlier form."""
    notes: tuple[Message, ...]


def make_forms(
    folder: Path,
    *,
    template: Path | None = None,
    tick: Callable[[int], None] | None = None,
) -> Forms:
    """Write one form a department to bieu-mau/; entries of its newest submission are kept.

    Raises StepError when there is no register or the folder cannot be written.
    """
    workspace = Workspace.at(folder)
    with workspace.locked():
        taken = take_in(workspace)
        try:
            return _write(workspace, taken, template, tick)
        except TemplateError as error:
            raise StepError(error.message) from error
        except OSError as error:
            raise StepError(cannot_write(workspace.forms, error)) from error


def _write(
    workspace: Workspace,
    taken: Intake,
    template: Path | None,
    tick: Callable[[int], None] | None,
) -> Forms:
    register = taken.register
    codes = reporting_departments(register)
    newest = newest_submissions(taken.submissions)
    typed = _typed_in(workspace)
    paths: list[Path] = []
    notes: tuple[Message, ...] = ()
    for code in codes:
        path = workspace.forms / form_name(register, code)
        earlier = typed.get(path, {}) | earlier_entries(taken, newest.get(code))
        notes = write_form(register, code, path, template=template, earlier=earlier)
        paths.append(path)
        if tick:
            tick(len(codes))
    return Forms(tuple(paths), sum(code in newest for code in codes), notes)


def _typed_in(workspace: Workspace) -> dict[Path, dict[EntryKey, object]]:
    """Return what somebody typed into the blank forms themselves, so that it is not lost."""
    opened = open_all(sorted(workspace.forms.glob("*.xlsx")))
    return {item.path: typed_entries(item.contents) for item in opened if item.contents}


def reporting_departments(register: Register) -> tuple[str, ...]:
    """Return the departments that have something to report, in the register's order."""
    return tuple(
        d.code for d in register.departments if register.owned(d.code) or register.led(d.code)
    )


def form_name(register: Register, department: str) -> str:
    """Return the file name of a department's form, such as 'VP-TK-2024.xlsx'."""
    safe = "".join(c if c.isalnum() or c in "-_" else "-" for c in department)
    return f"{safe}-{register.year}.xlsx"
