"""The registers that forms are checked against: the one given, or the one near a form."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from qms_xlsx.read.register import read_register
from qms_xlsx.read.tables import is_register
from qms_xlsx.steps.past_years import with_lent_baselines
from qms_xlsx.steps.reading import Opened, open_register
from qms_xlsx.steps.trouble import StepError
from qms_xlsx.steps.workspace import REGISTER, Workspace

if TYPE_CHECKING:
    from pathlib import Path

    from qms_xlsx.domain.finding import Finding
    from qms_xlsx.domain.register import Register


_LEVELS = 4
"""Folders above a form in which its register is looked for: da-nop/ may have folders of its own."""


@dataclass(frozen=True, slots=True)
class Shelf:
    """The registers at hand."""

    given: Register | None
    read: dict[Path, Register | None] = field(default_factory=dict)
    """By path; None for one that cannot be read: it is told of itself, not at every form."""
    told: dict[Path, tuple[Finding, ...]] = field(default_factory=dict)
    """The findings of those among the files, by path."""

    def add(self, item: Opened) -> None:
        """Take a file that was opened, if it is a register."""
        if item.contents and is_register(item.contents) and item.path not in self.told:
            own = read_register(item.contents)
            self.read[item.path] = _complete(item.path, own.register)
            self.told[item.path] = own.findings

    def of(self, form: Path) -> Register | None:
        """Return a form's register: the given one, its folder's, else the only one there is."""
        only = next(iter(self.read.values())) if len(self.read) == 1 else None
        return self.near(form) or only

    def near(self, form: Path) -> Register | None:
        """Return the given register, or that of a form's own folder or of one above."""
        if self.given:
            return self.given
        for folder in (*form.parents[:_LEVELS], *form.absolute().parents[:_LEVELS]):
            path = folder / REGISTER
            if path in self.read:
                return self.read[path]
            if _is_there(path):
                self.read[path] = register_or_none(path)
                return self.read[path]
        return None


def _is_there(path: Path) -> bool:
    """Return whether a file stands there; nothing does under a name that is too long."""
    try:
        return path.is_file()
    except OSError:
        return False


def register_or_none(path: Path) -> Register | None:
    """Return a register that stands there, whole; None where it cannot be read."""
    try:
        return _complete(path, open_register(path)[0])
    except StepError:
        return None


def _complete(path: Path, register: Register | None) -> Register | None:
    """Return a year's register with the baselines that last year's folder lends it."""
    whole = register and path.name == REGISTER
    return with_lent_baselines(Workspace(path.parent), register) if register and whole else register
