"""Reading many workbooks: registers and forms told apart, faults as findings."""

from __future__ import annotations

from contextlib import AbstractContextManager, contextmanager, nullcontext
from contextvars import ContextVar
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

from qms_xlsx.domain.finding import Excludes
from qms_xlsx.intake.book import Refused
from qms_xlsx.intake.folder import spreadsheets
from qms_xlsx.intake.reader import Reader
from qms_xlsx.language.messages import Message, message
from qms_xlsx.read.checked import label, named
from qms_xlsx.read.markers import PREFIX, contents
from qms_xlsx.read.register import read_register
from qms_xlsx.read.tables import is_register
from qms_xlsx.steps.trouble import StepError, told

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator
    from pathlib import Path

    from qms_xlsx.domain.finding import Finding
    from qms_xlsx.domain.register import Register
    from qms_xlsx.read.form import FormReading
    from qms_xlsx.read.tables import Contents


@dataclass(frozen=True, slots=True)
class Opened:
    """A file as opened: its contents, or only the reason why not."""

    path: Path
    label: str
    contents: Contents | None
    """The file's areas; None when it was refused, or checked where it was read."""
    findings: tuple[Finding, ...]
    size: int = 0
    sha256: str = ""
    form: FormReading | None = None
    """What it says, where it was checked as it was read."""


def files_below(folder: Path) -> tuple[list[Path], list[Opened]]:
    """Return the files of a folder to be read, and those that were refused at once."""
    found, refused = spreadsheets(folder)
    return found, [_refused(item, label(item.path, folder)) for item in refused]


_STANDING: ContextVar[Reader[Contents] | None] = ContextVar("standing", default=None)


@contextmanager
def same_processes(workers: int | None = None) -> Iterator[None]:
    """Let whatever a step opens be opened by the same processes: each takes a while to start."""
    with _new_reader(workers) as reader:
        before = _STANDING.set(reader)
        try:
            yield
        finally:
            _STANDING.reset(before)


def our_reader(workers: int | None = None) -> AbstractContextManager[Reader[Contents]]:
    """Return a reader of our areas: the step's, else one of so many processes, or of all cores."""
    standing = _STANDING.get()
    return nullcontext(standing) if standing else _new_reader(workers)


def _new_reader(workers: int | None) -> Reader[Contents]:
    return Reader(contents, workers=workers, mark=PREFIX)


def open_all(
    paths: Iterable[Path], base: Path | None = None, workers: int | None = None
) -> Iterator[Opened]:
    """Yield every file opened, in order; names are told relative to `base`."""
    with our_reader(workers) as reader:
        yield from opened_by(reader, paths, base)


def opened_by(
    reader: Reader[Contents], paths: Iterable[Path], base: Path | None = None
) -> Iterator[Opened]:
    """Yield every file opened by a reader of contents, as `open_all` does."""
    ordered = list(paths)
    for path, item in zip(ordered, reader.read_all(ordered), strict=True):
        yield opened(item, path, label(path, base))


def opened(item: Contents | Refused, path: Path, name: str) -> Opened:
    """Return a file as opened, under the name that findings give it."""
    if isinstance(item, Refused):
        return _refused(item, name)
    own = named(item, name)
    return Opened(path, name, own, own.warnings, item.size, item.sha256)


def _refused(item: Refused, name: str) -> Opened:
    fault = replace(item.fault, place=replace(item.fault.place, file=name))
    return Opened(item.path, name, None, (fault,), item.size, item.sha256 or "")


def contents_in(item: Opened) -> Contents:
    """Return what an opened file holds; StepError when it was refused."""
    if item.contents is None:
        raise StepError(told(item.findings[0]))
    return item.contents


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
