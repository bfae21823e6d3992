"""Checking a folder's forms where they are read, but for those that have not changed."""

from __future__ import annotations

from dataclasses import replace
from functools import partial
from typing import TYPE_CHECKING

from qms_xlsx.read.checked import Checked, label
from qms_xlsx.read.read_back import read_back
from qms_xlsx.read.trust import no_form
from qms_xlsx.read.written import check_to_carry
from qms_xlsx.steps.reading import Opened, opened

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence
    from pathlib import Path

    from qms_xlsx.domain.register import Register
    from qms_xlsx.intake.book import Refused
    from qms_xlsx.intake.reader import Reader
    from qms_xlsx.read.tables import Contents
    from qms_xlsx.steps.kept import Kept


def check_all(
    reader: Reader[Contents],
    paths: Sequence[Path],
    base: Path | None,
    register: Register,
    kept: Kept | None = None,
) -> Iterator[Opened]:
    """Yield every file as checked beside a register, in order; of a register its contents.

    What is kept of a file with these bytes and this name is taken instead of reading it again.
    """
    names = [label(path, base) for path in paths]
    known = [kept.of(path, name) if kept else None for path, name in zip(paths, names, strict=True)]
    unknown = [path for path, held in zip(paths, known, strict=True) if held is None]
    answers = reader.read_as(partial(check_to_carry, register, base), unknown)
    for path, name, held in zip(paths, names, known, strict=True):
        yield _checked(next(answers) if held is None else held, path, name, kept)


def _checked(
    item: bytes | Checked | Contents | Refused, path: Path, name: str, kept: Kept | None
) -> Opened:
    if isinstance(item, bytes):
        held = read_back(item, name)
        if kept:
            kept.keep(held.sha256, item)
        item = held
    if isinstance(item, Checked):
        return Opened(path, name, None, item.findings, item.size, item.sha256, item.form)
    return opened(item, path, name)


def without_contents(item: Opened) -> Opened:
    """Return a file that should be a form and is a register: said, and not held."""
    if item.contents is None:
        return item
    return replace(item, contents=None, findings=(*item.findings, no_form(item.contents)))
