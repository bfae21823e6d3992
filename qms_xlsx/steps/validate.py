"""Validate: what is wrong with registers and forms, file by file."""

from __future__ import annotations

from dataclasses import dataclass, replace
from pathlib import Path
from typing import TYPE_CHECKING, Any

from qms_xlsx.domain.finding import Finding, counts
from qms_xlsx.history.settling import settle
from qms_xlsx.judge import newest_submissions
from qms_xlsx.language.messages import message
from qms_xlsx.read.form import is_form, read_form
from qms_xlsx.read.trust import no_form, no_register_beside
from qms_xlsx.read.unregistered import cell_findings
from qms_xlsx.rules.closed import closed_findings
from qms_xlsx.rules.register import lint
from qms_xlsx.say import VIETNAMESE
from qms_xlsx.say.findings import as_json
from qms_xlsx.steps.checking import check_all
from qms_xlsx.steps.closed import closed_periods
from qms_xlsx.steps.kept import Kept, mark_of
from qms_xlsx.steps.reading import Opened, files_below, open_register, opened_by, our_reader
from qms_xlsx.steps.shelf import Shelf, register_or_none
from qms_xlsx.steps.since_last import SinceLast, since_last
from qms_xlsx.steps.trouble import StepError
from qms_xlsx.steps.workspace import REGISTER, Workspace

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Sequence

    from qms_xlsx.domain.register import Register
    from qms_xlsx.domain.submission import Submission
    from qms_xlsx.intake.reader import Reader
    from qms_xlsx.read.tables import Contents


@dataclass(frozen=True, slots=True)
class FileReport:
    """One file's verdict."""

    path: str
    kind: str
    """'register', 'form' or 'unknown'."""
    department: str | None
    accepted: bool
    findings: tuple[Finding, ...]
    submission: Submission | None = None

    def as_json(self, language: str) -> dict[str, Any]:
        """Return the report as `validate --format json` prints it."""
        return {
            "path": self.path,
            "kind": self.kind,
            "department": self.department,
            "accepted": self.accepted,
            "findings": [as_json(finding, language) for finding in self.findings],
        }


@dataclass(frozen=True, slots=True)
class Validation:
    """The verdicts on all files."""

    files: tuple[FileReport, ...]
    since_last: SinceLast | None = None
    """What changed since the folder's last check; None where there was none."""

    @property
    def findings(self) -> tuple[Finding, ...]:
        """All findings, file by file."""
        return tuple(finding for file in self.files for finding in file.findings)

    @property
    def counts(self) -> dict[str, int]:
        """How many findings of each severity there are."""
        return counts(self.findings)

    def as_json(self, language: str = VIETNAMESE) -> dict[str, Any]:
        """Return the document of DESIGN §13."""
        told = {"files": [file.as_json(language) for file in self.files], "counts": self.counts}
        return told | ({"since_last": self.since_last.as_json()} if self.since_last else {})


def validate(
    paths: Sequence[Path],
    *,
    register: Path | None = None,
    parent: Path | None = None,
    workers: int | None = None,
    tick: Callable[[int], None] | None = None,
) -> Validation:
    """Return what is wrong with the files and folders named; none of them is changed.

    Forms are checked against `register`, else against the register of their own folder or
    of the folder above, else against the only register among the files; `workers` processes read
    at most. Raises StepError when there is no file to look at or the named register cannot be read.
    """
    found, refused = _files(paths)
    if not (found or refused):
        raise StepError(
            message(
                "There is nothing to check in {folder}; name a register, a form or their folder.",
                folder=", ".join(map(str, paths)),
            )
        )
    given = open_register(register)[0] if register else None
    above = open_register(parent)[0] if parent else None
    workspace = Workspace(paths[0])
    whole_year = len(paths) == 1 and workspace.in_use
    shelf = Shelf(given)
    with our_reader(workers) as reader:
        ticked = (lambda: tick(len(found))) if tick else None
        year = workspace if whole_year and not given else None
        opened, kept = _opened(reader, found, _base(paths), shelf, year, ticked)
    reports = [_report(item, shelf, above) for item in (*refused, *opened)]
    if whole_year:
        reports = _beside_closed(reports, workspace)
    done = Validation(tuple(reports))
    if kept:
        kept.save()
    if whole_year:
        return replace(done, since_last=since_last(workspace, done.findings))
    return done


def _files(paths: Iterable[Path]) -> tuple[list[Path], list[Opened]]:
    files: list[Path] = []
    refused: list[Opened] = []
    for path in paths:
        try:
            first, folder = _looked_at(path)
        except OSError:  # such as a name that is too long: opening it says so
            first, folder = [path], None
        below, links = files_below(folder) if folder else ([], [])
        files += [*first, *below]
        refused += links
    return list(dict.fromkeys(files)), refused


def _looked_at(path: Path) -> tuple[list[Path], Path | None]:
    """Return the file that a path stands for, and the folder whose files are looked at."""
    workspace = Workspace(path)
    if workspace.in_use:
        return [workspace.register], workspace.submitted
    return ([], path) if path.is_dir() else ([path], None)


def _base(paths: Sequence[Path]) -> Path | None:
    """Return what file names are told relative to: the one folder, else the working directory."""
    if len(paths) == 1 and paths[0].is_dir():
        return paths[0]
    return Path()


def _opened(
    reader: Reader[Contents],
    found: Sequence[Path],
    base: Path | None,
    shelf: Shelf,
    year: Workspace | None,
    tick: Callable[[], None] | None,
) -> tuple[list[Opened], Kept | None]:
    """Return the files as opened, in order; forms are checked there, beside what is on the shelf.

    In a whole year's folder what is kept of them is taken, and given back for the next run.
    """
    done: dict[Path, Opened] = {}
    for item in opened_by(reader, [path for path in found if path.name == REGISTER], base):
        shelf.add(item)
        done[item.path] = item
    kept = _kept(shelf, year, done)
    for register, paths in _by_register(shelf, (path for path in found if path not in done)):
        files = opened_by(reader, paths, base)
        if register:
            own = year and register is shelf.read.get(year.register)
            files = check_all(reader, paths, base, register, kept if own else None)
        for item in files:
            shelf.add(item)
            done[item.path] = item
            if tick:
                tick()
    return [done[path] for path in found], kept


def _kept(shelf: Shelf, year: Workspace | None, done: dict[Path, Opened]) -> Kept | None:
    """Return what is kept of a year's forms; nothing without its register."""
    register = shelf.read.get(year.register) if year else None
    if year is None or register is None:
        return None
    return Kept(year.kept, mark_of(register, done[year.register].sha256))


def _by_register(
    shelf: Shelf, forms: Iterable[Path]
) -> Iterable[tuple[Register | None, list[Path]]]:
    """Return forms grouped by the register near them."""
    groups: dict[int, tuple[Register | None, list[Path]]] = {}
    for path in forms:
        register = shelf.near(path)
        groups.setdefault(id(register), (register, []))[1].append(path)
    return groups.values()


def _report(item: Opened, shelf: Shelf, parent: Register | None) -> FileReport:
    if item.path in shelf.told:
        register, findings = shelf.read[item.path], shelf.told[item.path]
        more = lint(register) if register else []
        if register and parent:
            from qms_xlsx.rules.cascade import compare  # noqa: PLC0415 (only on request)

            more += compare(register, parent)
        whole = (*item.findings, *findings, *more)
        return FileReport(item.label, "register", None, register is not None, whole)
    if item.contents is None and item.form is None:
        return FileReport(item.label, "unknown", None, False, item.findings)
    return _form_report(item, shelf)


def _form_report(item: Opened, shelf: Shelf) -> FileReport:
    held, reading = item.contents, item.form
    if held and not is_form(held):
        return FileReport(item.label, "unknown", None, False, (*item.findings, no_form(held)))
    register = shelf.of(item.path)
    if held and register:
        reading = read_form(held, register)
    if held and not register:
        told = (*item.findings, no_register_beside(item.label), *cell_findings(held))
        return FileReport(item.label, "form", None, False, told)
    if reading is None:
        return FileReport(item.label, "unknown", None, False, item.findings)
    findings = (*item.findings, *reading.findings)
    own = reading.submission
    return FileReport(item.label, "form", reading.department, own is not None, findings, own)


def _beside_closed(reports: list[FileReport], workspace: Workspace) -> list[FileReport]:
    """Return the reports with what each department's newest form says of closed periods."""
    closed = closed_periods(workspace)
    register = register_or_none(workspace.register) if closed else None
    if register is None:
        return reports
    settled = settle(register, [r.submission for r in reports if r.submission], closed)
    newest = {s.path for s in newest_submissions(settled.submissions).values()}
    more: dict[str, list[Finding]] = {}
    for finding in closed_findings(register, settled, newest):
        more.setdefault(finding.place.file, []).append(finding)
    return [replace(r, findings=(*r.findings, *more.get(r.path, ()))) for r in reports]
