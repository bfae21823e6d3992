"""Roll up: the summaries of many offices, judged and written as the level above."""

from __future__ import annotations

from collections import Counter
from dataclasses import dataclass, replace
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING, Any

from qms_xlsx.domain.finding import Severity
from qms_xlsx.domain.office import Office
from qms_xlsx.domain.source import Source
from qms_xlsx.judge.offices import roll_up
from qms_xlsx.judge.selecting import Aside, select
from qms_xlsx.language.messages import Message, message
from qms_xlsx.read.office_register import common_register
from qms_xlsx.rules.offices import OfficesCase, office_findings
from qms_xlsx.say import VIETNAMESE
from qms_xlsx.say.findings import line
from qms_xlsx.steps.collector import collector_paused
from qms_xlsx.steps.lock import locked
from qms_xlsx.steps.outputs import Outputs, Spared, spared_json
from qms_xlsx.steps.reading import open_register
from qms_xlsx.steps.summaries import Gathered, gather
from qms_xlsx.steps.trouble import StepError, stopped
from qms_xlsx.write.files import remove_leftovers
from qms_xlsx.write.rollup import write_rollup
from qms_xlsx.write.rollup.document import rollup_json

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Iterator, Sequence

    from qms_xlsx.domain.finding import Finding
    from qms_xlsx.domain.office import OfficeSummary
    from qms_xlsx.domain.period import Period
    from qms_xlsx.domain.register import Register
    from qms_xlsx.judge.rolled import RolledUp
    from qms_xlsx.judge.selecting import Selection

_STATE = ".qms-xlsx"
NAMELESS = "Tổng hợp các cơ quan"
"""What the level above is called where neither a register nor the offices name it."""


@dataclass(frozen=True, slots=True)
class Rollup:
    """What the level above came to, and what was written."""

    rolled: RolledUp
    selection: Selection
    findings: tuple[Finding, ...]
    sources: tuple[Source, ...]
    above: bool
    """Whether a register of the level above was given."""
    summary: Path | None = None
    spared: tuple[Spared, ...] = ()

    @property
    def errors(self) -> int:
        """How many errors the inputs have."""
        return sum(found.severity is Severity.ERROR for found in self.findings)

    def as_json(self, language: str = VIETNAMESE) -> dict[str, Any]:
        """Return the whole rollup as plain values."""
        files = {"summary": str(self.summary) if self.summary else None}
        files |= spared_json(self.spared, language)
        return rollup_json(self.rolled, self.selection, self.findings, files, language)


def run_rollup(
    paths: Sequence[Path],
    *,
    register: Path | None = None,
    period: Period | None = None,
    output: Path | None = None,
    workers: int | None = None,
    tick: Callable[[int], None] | None = None,
) -> Rollup:
    """Return the level above the offices whose summaries are given, its workbook written.

    Folders are walked; only summaries are read, by so many `workers` at most (default: a process a
    core). Raises StepError when none of them can be used, the
    register cannot be read, or the workbook's place is one of the files given.
    """
    above = open_register(register) if register else None
    with collector_paused():
        gathered = gather(paths, tick, workers)
        done = _rolled(gathered, above, period)
    aggregate = done.rolled.aggregate
    name = f"tong-hop-cap-tren-{aggregate.period}-{aggregate.as_of:%Y%m%d}.xlsx"
    place = output or Path(name)
    _refuse_as_output(place, (*paths, *([register] if register else ())))
    state = place.parent / _STATE
    try:
        state.mkdir(parents=True, exist_ok=True)
        with locked(state / "lock"):
            outputs = Outputs.of(place.parent, state / "written")
            remove_leftovers(place.parent, place)
            written = outputs.write(place, partial(_write, done))
    except OSError as error:
        raise StepError(stopped(place.parent, error)) from error
    outputs.refuse_if_none()
    return replace(done, summary=written, spared=tuple(outputs.spared))


def _write(done: Rollup, path: Path) -> None:
    with collector_paused():
        write_rollup(done.rolled, done.selection, done.findings, done.sources, path)


def _rolled(
    gathered: Gathered, above: tuple[Register, tuple[Finding, ...]] | None, period: Period | None
) -> Rollup:
    """Return the level above, judged by its register or by what the offices have in common."""
    register = above[0] if above else None
    name = register.organisation if register else _above(gathered.summaries)
    summaries = [one for one in gathered.summaries if one.organisation != name]  # not our own
    selection = _usable(select(summaries, gathered.altered, register, period), gathered, register)
    if not selection.listed:
        silent = (Office(code=folder, name=folder) for folder in gathered.silent)
        selection = replace(selection, offices=(*selection.offices, *silent))
    counted = [office.summary for office in selection.offices if office.summary]
    as_of = max(one.as_of for one in counted)
    whole = register or common_register(name, selection.offices, selection.period)
    rolled = roll_up(whole, selection.offices, selection.period, as_of)
    case = OfficesCase(selection, rolled, above is not None)
    findings = (*gathered.findings, *(above[1] if above else ()), *office_findings(case))
    sources = (*_sources(selection), *gathered.others)
    return Rollup(rolled, selection, findings, sources, above is not None)


def _above(summaries: Iterable[OfficeSummary]) -> str:
    """Return what most offices name as the organisation above them."""
    named = Counter(one.parent for one in summaries if one.parent)
    return max(named, key=lambda name: named[name], default=NAMELESS)


def _usable(
    selection: Selection | None, gathered: Gathered, register: Register | None
) -> Selection:
    """Return the selection; StepError where nothing can be put together."""
    if selection is None or not any(office.summary for office in selection.offices):
        raise StepError(_nothing(selection, gathered))
    year = selection.period.year
    if register and register.year != year:
        raise StepError(
            message(
                "The offices report {period}, and the register above is of {year}; name the "
                "register of that year, or the period with --period.",
                period=selection.period.label,
                year=str(register.year),
            )
        )
    return selection


def _nothing(selection: Selection | None, gathered: Gathered) -> Message:
    """Return why no summary could be used: the first reason, as a person would ask for it."""
    aside = [] if selection is None else selection.aside
    if aside:
        return message(
            "None of the {n} summaries counts; the first, {file}: {reason}.",
            n=len(aside),
            file=aside[0].summary.file,
            reason=Message(aside[0].why.value),
        )
    if gathered.findings:
        first = line(gathered.findings[0], VIETNAMESE)
        return message("No summary could be read. {why}", why=first)
    return message(
        "No summary was found. Name the workbooks that “qms-xlsx aggregate” wrote into "
        "tong-hop/, or the folder in which they lie."
    )


def _refuse_as_output(place: Path, inputs: Iterable[Path]) -> None:
    """Raise StepError for a place where the workbook would destroy an input, or not open."""
    if place.resolve() in {path.resolve() for path in inputs}:
        raise StepError(
            message(
                "{path} is an input of the run and is never written over; "
                "name another place for the summary.",
                path=str(place),
            )
        )
    if place.suffix.lower() != ".xlsx" or place.is_dir():
        raise StepError(
            message("The summary is a workbook: {path} must end in .xlsx.", path=str(place))
        )


def _sources(selection: Selection) -> Iterator[Source]:
    """Yield every summary with what became of it."""
    for office in selection.offices:
        if office.summary:
            yield _source(office.summary, office.name, message("counted"), used=True)
    for one in selection.aside:
        own, fine = one.summary, one.why in _FINE
        remark = Message(one.why.value) if fine else None  # its finding says it
        yield _source(own, own.organisation, remark, used=False, accepted=fine)


_FINE = (Aside.REPLACED, Aside.PERIOD)
"""Why a summary with which nothing is wrong does not count."""


def _source(
    own: OfficeSummary, name: str, remark: Message | None, *, used: bool, accepted: bool = True
) -> Source:
    return Source(
        path=own.file,
        kind="summary",
        department=name,
        accepted=accepted,
        used=used,
        remark=remark,
        sha256=own.sha256,
        size=own.size,
        report_period=own.period.label,
        report_date=own.as_of,
        date_from="report",
    )
