"""Close: a period's figures stand, kept with the forms, the register and the summary."""

from __future__ import annotations

import shutil
from dataclasses import dataclass
from datetime import date
from typing import TYPE_CHECKING

from qms_xlsx.domain.finding import Severity
from qms_xlsx.domain.period import SLOTS, Cadence, Period
from qms_xlsx.history.kept_year import keep_year
from qms_xlsx.history.records import record
from qms_xlsx.judge import aggregate
from qms_xlsx.language.messages import Message, message
from qms_xlsx.say.names import titled
from qms_xlsx.steps.aggregate import evaluate, write_run
from qms_xlsx.steps.closed import closed_folders
from qms_xlsx.steps.collector import collector_paused
from qms_xlsx.steps.intake import take_in
from qms_xlsx.steps.manifest import (
    FORMS,
    MANIFEST,
    RECORD,
    REPORTS,
    RESULTS,
    Manifest,
    Stamp,
    files_in,
)
from qms_xlsx.steps.manifest import stamps as stamps_of
from qms_xlsx.steps.new_folder import clear_leftovers, new_folder
from qms_xlsx.steps.reading import same_processes
from qms_xlsx.steps.state import append_state
from qms_xlsx.steps.trouble import StepError
from qms_xlsx.steps.workspace import REGISTER, Workspace
from qms_xlsx.version import __version__

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Iterator, Sequence
    from pathlib import Path

    from qms_xlsx.domain.indicator import Indicator
    from qms_xlsx.judge.results import Aggregate
    from qms_xlsx.steps.aggregate import Run
    from qms_xlsx.steps.intake import Intake

_READ_ONLY = 0o444
_REASONS_SHOWN = 3


@dataclass(frozen=True, slots=True)
class Closing:
    """A period that was closed."""

    run: Run
    folder: Path
    sha256: str
    """Of the manifest: written on a signed page, it proves the whole folder."""
    open: tuple[Message, ...]
    """What was open, and closed over all the same."""


@dataclass(frozen=True, slots=True)
class Prospect:
    """What would be closed, for somebody to look at before it stands for good."""

    run: Run
    open: tuple[Message, ...]


def look_before_closing(
    folder: Path,
    period: Period,
    *,
    as_of: date | None = None,
    tick: Callable[[int], None] | None = None,
) -> Prospect:
    """Return a period as it would be closed, and what is still open; nothing is closed.

    Raises StepError when it is closed already, or has not ended and no report of it is due.
    """
    workspace = Workspace.at(folder)
    with workspace.locked():
        run = _evaluated(workspace, period, as_of or date.today(), tick)[1]
    return Prospect(run, tuple(_open(run)))


def _evaluated(
    workspace: Workspace, period: Period, day: date, tick: Callable[[int], None] | None
) -> tuple[Intake, Run]:
    workspace.refuse_without_submissions()
    _refuse_twice(workspace, period)
    with same_processes(), collector_paused():
        taken = take_in(workspace, tick)
        run = evaluate(taken, period, day)
    _refuse_early(run)
    return taken, run


def close(
    folder: Path,
    period: Period,
    *,
    as_of: date | None = None,
    despite: str = "",
    tick: Callable[[int], None] | None = None,
) -> Closing:
    """Keep a period as it stands on a day in chot-so/, whole or not at all.

    Raises StepError while errors or questions are open, unless `despite` says why it is closed all
    the same; when it is closed already; when it has not ended and no report of it is due.
    """
    workspace = Workspace.at(folder)
    day = as_of or date.today()
    with workspace.locked():
        taken, run = _evaluated(workspace, period, day, tick)
        doubts = tuple(_open(run))
        if doubts and not despite.strip():
            raise StepError(_refusal(period, doubts))
        with new_folder(workspace.closed_period(period)) as made:
            _keep(made, taken, run)
            manifest = _manifest(made, taken, run, despite.strip())
            (made / MANIFEST).write_text(manifest.text(), encoding="utf-8")
            stamp = Stamp.of(made / MANIFEST)
            for name in (*files_in(made), MANIFEST):
                (made / name).chmod(_READ_ONLY)
            append_state(workspace.closings, f"{stamp.sha256} {period}")
    return Closing(run, workspace.closed_period(period), stamp.sha256, doubts)


def _refuse_twice(workspace: Workspace, period: Period) -> None:
    place = workspace.closed_period(period)
    clear_leftovers(place)
    if place.exists():
        raise StepError(
            message(
                "{period} is closed already ({folder}), and a closed period is never written "
                "again. What changed since stands in the summary's sheet Điều chỉnh.",
                period=period.label,
                folder=workspace.relative(place),
            )
        )


def _refuse_early(run: Run) -> None:
    register, period, day = run.aggregate.register, run.aggregate.period, run.aggregate.as_of
    ends = register.period_rule.end(register.year, period.slot)
    if day <= ends and not register.covered(period.slot, day):
        raise StepError(
            message(
                "{period} ends on {ends} and no report of it is due by {day}; close it afterwards.",
                period=period.label,
                ends=ends,
                day=day,
            )
        )


def _open(run: Run) -> Iterator[Message]:
    """Yield what is still to be answered or mended before figures should stand for good."""
    errors = [f for f in run.findings if f.severity is Severity.ERROR]
    if errors:
        told = [message("{place}: {says}", place=f.place, says=f.message) for f in errors]
        yield message("{n} errors in the inputs ({which})", n=len(errors), which=_few(told))
    register = run.aggregate.register
    if asked := [o for o in register.indicators if o.question]:
        yield message(
            "{n} rows whose words are a question ({which})", n=len(asked), which=_named(asked)
        )
    if doubtful := register.unconfirmed:
        yield message(
            "{n} doubtful readings that nobody confirmed ({which})",
            n=len(doubtful),
            which=_named(doubtful),
        )


def _named(rows: Iterable[Indicator]) -> Message:
    return _few([message("{row}", row=titled(row)) for row in rows])


def _few(told: Sequence[Message]) -> Message:
    """Return the first few of a list as one text."""
    more = [message("and {n} more", n=len(told) - _REASONS_SHOWN)]
    return _listed([*told[:_REASONS_SHOWN], *(more if len(told) > _REASONS_SHOWN else ())])


def _listed(told: Sequence[Message]) -> Message:
    whole = told[0]
    for one in told[1:]:
        whole = message("{one}; {other}", one=whole, other=one)
    return whole


def _refusal(period: Period, doubts: tuple[Message, ...]) -> Message:
    return message(
        "{period} was not closed: {reasons}. Mend them, or close it all the same with a reason, "
        "which is written down (in a terminal: --despite “reason”).",
        period=period.label,
        reasons=_listed(doubts),
    )


def _keep(made: Path, taken: Intake, run: Run) -> None:
    """Copy what the figures come from, and write them and the summary beside it."""
    workspace, used = taken.workspace, {s.path: s for s in run.aggregate.submissions}
    _copy(taken.register_file.path, made / REGISTER, taken.register_file.sha256)
    for item in taken.opened.values():
        if item.label in used:
            _copy(item.path, made / FORMS / item.label, item.sha256)
    (made / FORMS).mkdir(exist_ok=True)
    _copy_reports(workspace.root / REPORTS, made / REPORTS, str(run.aggregate.period))
    day = run.aggregate.as_of  # what is dated later was there, too, and was not reported
    seen = (s.sha256 for s in taken.submissions if s.dated is None or s.dated <= day)
    text = record(run.aggregate, seen, FORMS)
    (made / RECORD).write_text(text, encoding="utf-8")
    if run.aggregate.period.slot.cadence is Cadence.YEAR:
        results = keep_year(_every_period(run.aggregate))
        (made / RESULTS).write_text(results, encoding="utf-8")
    write_run(
        run, made / FORMS, made / workspace.summary(run.aggregate.period, run.aggregate.as_of).name
    )


def _every_period(year: Aggregate) -> Iterator[Aggregate]:
    """Yield what a year says of each of its periods: later years stand beside them."""
    for slot in SLOTS:
        period = Period(year.period.year, slot)
        yield aggregate(year.register, year.submissions, period, year.as_of)


def _copy(source: Path, place: Path, sha256: str) -> None:
    """Copy a file as it was read; StepError when it is another one by now."""
    place.parent.mkdir(parents=True, exist_ok=True)
    shutil.copyfile(source, place)
    if Stamp.of(place).sha256 != sha256:
        raise StepError(
            message(
                "{file} changed while the period was being closed; run “close” again.",
                file=source.name,
            )
        )


def _copy_reports(source: Path, place: Path, period: str) -> None:
    """Copy the papers that were made of the period."""
    for path in sorted(source.glob(f"*{period}*")) if source.is_dir() else ():
        if path.is_file():
            place.mkdir(exist_ok=True)
            shutil.copyfile(path, place / path.name)


def _manifest(made: Path, taken: Intake, run: Run, despite: str) -> Manifest:
    register, aggregate = taken.register, run.aggregate
    told = {
        "tool": f"qms_xlsx {__version__}",
        "organisation": register.organisation,
        "year": register.year,
        "period": str(aggregate.period),
        "as_of": aggregate.as_of.isoformat(),
        "missing": list(aggregate.reporting.missing),
        "despite": despite or None,
        "errors": run.errors,
        "before": {
            folder.name: Stamp.of(folder / MANIFEST).sha256
            for folder in closed_folders(taken.workspace)
        },
    }
    return Manifest(stamps_of(made, files_in(made)), told)
