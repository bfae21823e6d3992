"""Reading many workbooks: registers and forms told apart, faults as findings."""

from __future__ import annotations

import pickle
import zlib
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

from qms_xlsx.domain.finding import Excludes, Finding
from qms_xlsx.intake import Reader, Refused, spreadsheets
from qms_xlsx.language.messages import Message, message
from qms_xlsx.language.text import escaped
from qms_xlsx.read.markers import contents
from qms_xlsx.read.register import is_register, read_register
from qms_xlsx.steps.trouble import StepError, told

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Iterator
    from pathlib import Path

    from qms_xlsx.domain.register import Register
    from qms_xlsx.read.tables import Contents


_LARGE = 2_000
"""Filled cells from which contents are packed; the largest sample has 643."""


@dataclass(frozen=True, slots=True)
class Opened:
    """A file as opened: its contents, or only the reason why not."""

    path: Path
    label: str
    held: Contents | bytes | None
    """The contents; large ones packed, in a tenth of the room, until somebody asks for them."""
    findings: tuple[Finding, ...]
    size: int = 0
    sha256: str = ""

    @property
    def contents(self) -> Contents | None:
        """The file's areas; None when it was refused, or is none of ours."""
        if isinstance(self.held, bytes):
            unpacked: Contents = pickle.loads(zlib.decompress(self.held))  # noqa: S301 (our own)
            return unpacked
        return self.held


def files_below(folder: Path) -> tuple[list[Path], list[Opened]]:
    """Return the files of a folder to be read, and those that were refused at once."""
    found, refused = spreadsheets(folder)
    return found, [_refused(item, label(item.path, folder)) for item in refused]


def open_all(
    paths: Iterable[Path], base: Path | None = None, tick: Callable[[], None] | None = None
) -> Iterator[Opened]:
    """Yield every file opened, in order; names are told relative to `base`."""
    ordered = list(paths)
    with Reader(contents) as reader:
        for path, item in zip(ordered, reader.read_all(ordered), strict=True):
            yield _opened(item, path, label(path, base))
            if tick:
                tick()


def label(path: Path, base: Path | None) -> str:
    """Return how findings name a file: relative to the folder that was read."""
    if base is not None and path.is_relative_to(base):
        return escaped(path.relative_to(base).as_posix())
    return escaped(path.name)


def _opened(item: Contents | Refused, path: Path, name: str) -> Opened:
    if isinstance(item, Refused):
        return _refused(item, name)
    findings = tuple(_named(fault, name) for fault in item.warnings)
    held = _packed(replace(item, label=name))
    return Opened(path, name, held, findings, item.size, item.sha256)


def _packed(whole: Contents) -> Contents | bytes:
    cells = sum(len(row.cells) for table in whole.tables for row in table.rows)
    return whole if cells < _LARGE else zlib.compress(pickle.dumps(whole), 1)


def _refused(item: Refused, name: str) -> Opened:
    return Opened(item.path, name, None, (_named(item.fault, name),), item.size, item.sha256 or "")


def _named(fault: Finding, name: str) -> Finding:
    return replace(fault, place=replace(fault.place, file=name))


def open_register(path: Path) -> tuple[Register, tuple[Finding, ...]]:
    """Return the register of a file with its reading's findings; StepError when there is none."""
    return register_in(next(open_all([path])))


def register_in(opened: Opened) -> tuple[Register, tuple[Finding, ...]]:
    """Return the register of an opened file, as `open_register` does."""
    if opened.contents is None or not is_register(opened.contents):
        raise StepError(_no_register(opened))
    reading = read_register(opened.contents)
    findings = (*opened.findings, *reading.findings)
    if reading.register is None:
        worst = next(f for f in findings if f.excludes is Excludes.FILE)
        raise StepError(told(worst))
    return reading.register, findings


def _no_register(opened: Opened) -> Message:
    if opened.findings:
        return told(opened.findings[0])
    return message(
        "{file} is no register of ours. Name a register made by “qms-xlsx init”.", file=opened.label
    )
