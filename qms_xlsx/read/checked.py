"""A file handed in, opened and checked in the reading process: little is left to carry."""

from __future__ import annotations

from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

from qms_xlsx.language.text import escaped
from qms_xlsx.read.form import FormReading, is_form, read_form
from qms_xlsx.read.markers import contents
from qms_xlsx.read.tables import is_register
from qms_xlsx.read.trust import no_form

if TYPE_CHECKING:
    from pathlib import Path

    from qms_xlsx.domain.finding import Finding
    from qms_xlsx.domain.register import Register
    from qms_xlsx.intake.book import Book
    from qms_xlsx.read.tables import Contents


@dataclass(frozen=True, slots=True)
class Checked:
    """A file as it was opened, and what it says if it is a form."""

    findings: tuple[Finding, ...]
    """Those of opening it, and that it is no form."""
    size: int
    sha256: str
    form: FormReading | None = None


def label(path: Path, base: Path | None) -> str:
    """Return how findings name a file: relative to the folder that was read."""
    if base is not None and path.is_relative_to(base):
        return escaped(path.relative_to(base).as_posix())
    return escaped(path.name)


def check(register: Register, base: Path | None, book: Book) -> Checked | Contents:
    """Return a workbook as checked beside a register; of a register its contents."""
    found = named(contents(book), label(book.path, base))
    if is_form(found):
        return Checked(found.warnings, found.size, found.sha256, read_form(found, register))
    if is_register(found):
        return found
    return Checked((*found.warnings, no_form(found)), found.size, found.sha256)


def named(found: Contents, name: str) -> Contents:
    """Return contents whose findings name the file so."""
    told = tuple(replace(w, place=replace(w.place, file=name)) for w in found.warnings)
    return replace(found, label=name, warnings=told)
