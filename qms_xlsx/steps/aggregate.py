"""The monthly run: read, validate, aggregate, write the summary and the return copies."""

from __future__ import annotations

from dataclasses import dataclass, field, replace
from datetime import date
from functools import partial
from typing import TYPE_CHECKING, Any

from qms_xlsx.book.summary_areas import EACH_DEPARTMENT
from qms_xlsx.codes.rule import run
from qms_xlsx.domain.finding import Finding, Severity
from qms_xlsx.domain.period import Cadence, Period, last_ended_month, slots_of
from qms_xlsx.domain.submission import NotCounted
from qms_xlsx.history.background import Background
from qms_xlsx.history.ledger import restatements
from qms_xlsx.judge import aggregate
from qms_xlsx.language.messages import message
from qms_xlsx.rules.across import ACROSS_RULES, AcrossCase
from qms_xlsx.rules.closed import closed_findings, late_forms
from qms_xlsx.rules.plan import plan_findings
from qms_xlsx.rules.unused import Unused, dated_ahead, older_by_mistake
from qms_xlsx.rules.verdicts import result_findings
from qms_xlsx.say import VIETNAMESE
from qms_xlsx.steps.background import background
from qms_xlsx.steps.collector import collector_paused
from qms_xlsx.steps.data import CSV, refuse_as_data
from qms_xlsx.steps.intake import Intake, take_in
from qms_xlsx.steps.outputs import spared_json
from qms_xlsx.steps.reading import same_processes
from qms_xlsx.steps.returns import write_returns
from qms_xlsx.steps.sources import sources_of
from qms_xlsx.steps.trouble import StepError
from qms_xlsx.steps.workspace import Workspace
from qms_xlsx.write.documents import aggregate_json
from qms_xlsx.write.summary import write_summary

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator
    from pathlib import Path

    from qms_xlsx.domain.closing import Restatement
    from qms_xlsx.domain.register import Register
    from qms_xlsx.judge.results import Aggregate
    from qms_xlsx.steps.outputs import Outputs, Spared
    from qms_xlsx.write.summary import Source


@dataclass(frozen=True, slots=True)
class Run:
    """What a monthly run found and wrote."""

    aggregate: Aggregate
    findings: tuple[Finding, ...]
    sources: tuple[Source, ...]
    workspace: Workspace
    background: Background = field(default_factory=Background)
    """The run before, and the same period of last year."""
    summary: Path | None = None
    data: Path | None = None
    """The file that holds every figure, where one was asked for or the sheets have no room."""
    returned: tuple[Path, ...] = ()
    spared: tuple[Spared, ...] = ()
    """The files that were left alone or could not be written."""

    @property
    def errors(self) -> int:
        """How many errors the inputs have."""
        return sum(finding.severity is Severity.ERROR for finding in self.findings)

    def as_json(self, language: str = VIETNAMESE) -> dict[str, Any]:
        """Return the document of DESIGN §13; files are named as the folder sees them."""
        named = self.workspace.relative
        files = {
            "summary": named(self.summary) if self.summary else None,
            "returned": [named(path) for path in self.returned],
        } | spared_json(self.spared, language)
        if self.data:
            files["data"] = named(self.data)
        return aggregate_json(self.aggregate, self.findings, files, language, self.background)


def run_aggregation(
    folder: Path,
    *,
    period: Period | None = None,
    as_of: date | None = None,
    output: Path | None = None,
    data: Path | None = None,
    workers: int | None = None,
    cluster: str = "",
    tick: Callable[[int], None] | None = None,
) -> Run:
    """Return the run over a year's folder, its summary and return copies written.

    `data` takes every figure, as CSV or Parquet by its ending; without it, the figures of very many
    departments go beside the summary. `workers` processes read the forms at most, by default one
    for each core, or the Dask cluster at an address. Raises StepError when nothing could be done:
    no register, another year's period, a folder that cannot be written, an output that is an input.
    """
    workspace = Workspace.at(folder)
    if output:
        workspace.refuse_as_output(output)
    if data:
        refuse_as_data(workspace, data)
    day = as_of or date.today()
    with workspace.locked() as outputs:
        workspace.refuse_without_submissions()
        with same_processes(workers):
            with collector_paused():
                taken = take_in(workspace, tick, workers=workers, cluster=cluster)
                chosen = period or default_period(taken.register, day)
                _refuse_other_year(taken.register, chosen)
                taken.kept.save()  # held no more while the figures are
                done = evaluate(taken, chosen, day)
            returned = write_returns(outputs, taken, done.findings, done.aggregate)
        path = output or workspace.summary(chosen, day)
        done = replace(done, data=_write_data(outputs, done, data, path))
        summary = outputs.write(path, partial(write_run, done, workspace.submitted))
        outputs.refuse_if_none()
    return replace(done, summary=summary, returned=returned, spared=tuple(outputs.spared))


def _write_data(outputs: Outputs, run: Run, wanted: Path | None, summary: Path) -> Path | None:
    """Return where every figure of the run was written, if it was wanted or is needed."""
    many = len(run.aggregate.register.departments) > EACH_DEPARTMENT
    path = wanted or (summary.with_suffix(CSV) if many else None)
    if path is None:
        return None
    from qms_xlsx.write.data_file import write_data  # noqa: PLC0415 (few runs need it)

    return outputs.write(path, partial(write_data, run.aggregate))


def default_period(register: Register, as_of: date) -> Period:
    """Return the last month that has ended, kept within the register's year."""
    ended = last_ended_month(as_of, register.period_rule)
    if ended.year == register.year:
        return ended
    months = slots_of(Cadence.MONTH)
    return Period(register.year, months[0] if ended.year < register.year else months[-1])


def _refuse_other_year(register: Register, period: Period) -> None:
    """Raise StepError for a period that the register says nothing of."""
    if period.year != register.year:
        raise StepError(
            message(
                "The period {period} is not of the register's year {year}; name one of that year.",
                period=str(period),
                year=str(register.year),
            )
        )


def evaluate(taken: Intake, period: Period, as_of: date) -> Run:
    """Return the run's figures and findings, nothing written."""
    _refuse_other_year(taken.register, period)
    known = tuple(s for s in taken.submissions if s.dated is None or s.dated <= as_of)
    older = older_by_mistake(taken.register, known)
    mistaken = {form.submission.path for form in older}
    known = tuple(s for s in known if s.path not in mistaken)
    result = aggregate(taken.register, known, period, as_of, taken.refused.values())
    ahead = dated_ahead(taken.register, taken.submissions, result.reporting.received, as_of)
    unused = [*older, *ahead]
    result = _with_unused(taken, result, unused)
    result = replace(result, restatements=_restatements(taken, result))
    used = {submission.path for submission in result.submissions}
    findings = [*taken.findings]
    for item in taken.opened.values():
        reading = taken.readings.get(item.label)
        findings += item.findings
        if reading and (item.label in used or reading.submission is None):
            findings += reading.findings
    findings += run(ACROSS_RULES, AcrossCase(taken.register, known))
    findings += closed_findings(taken.register, taken.settled, used)
    findings += [form.finding for form in unused]
    for submission in result.submissions:
        findings += plan_findings(taken.register, submission, as_of)
    findings += result_findings(result)
    sources = sources_of(taken, used, as_of)
    seen = background(taken.workspace, taken.register, known, period, as_of)
    return Run(result, tuple(findings), sources, taken.workspace, seen)


def _with_unused(taken: Intake, result: Aggregate, unused: list[Unused]) -> Aggregate:
    """Return the run with what was received and is not counted."""
    reporting = result.reporting
    late = {form.submission.department for form in unused}
    open_reports = set(reporting.expected).difference(reporting.received, reporting.rejected)
    waiting = tuple(code for code in reporting.expected if code in late & open_reports)
    return replace(
        result,
        reporting=replace(reporting, waiting=waiting),
        not_counted=(
            *(form.not_counted for form in unused),
            *late_forms(taken.settled.changes, {s.path for s in result.submissions}),
            *_refused(taken),
        ),
    )


def _restatements(taken: Intake, result: Aggregate) -> tuple[Restatement, ...]:
    """Return what of the periods closed so far reads otherwise in the forms that count."""
    register, day = taken.register, result.as_of
    used = {submission.path for submission in result.submissions}
    return restatements(
        register,
        [closed for closed in taken.closed if closed.as_of <= day],
        [change for change in taken.settled.changes if change.submission.path in used],
        [s for s in taken.received if s.dated is None or s.dated <= day],
        lambda period: aggregate(register, taken.submissions, period, day),
        taken.register_file.label,
    )


def _refused(taken: Intake) -> Iterator[NotCounted]:
    """Yield the files that were refused as a whole, each with its first reason."""
    for item in taken.opened.values():
        reading = taken.readings.get(item.label)
        if reading is None or reading.submission is None:
            findings = (*item.findings, *(reading.findings if reading else ()))
            worst = [f for f in findings if f.severity is Severity.ERROR]
            for finding in worst[:1]:
                department = reading.department if reading else None
                yield NotCounted(item.label, department, finding.message)


def write_run(run: Run, submitted: Path, path: Path) -> None:
    """Write a run's summary; the forms lie in `submitted`."""
    with collector_paused():
        write_summary(
            run.aggregate,
            run.findings,
            run.sources,
            path,
            background=run.background,
            folder=submitted,
            data_file=run.data.name if run.data else "",
        )
