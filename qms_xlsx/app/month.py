"""The page *Tháng này*: forms come in, each gets its verdict; the run, its figures, reminders."""

from __future__ import annotations

from collections import Counter
from datetime import date
from typing import TYPE_CHECKING

from starlette.responses import Response
from starlette.routing import Route

from qms_xlsx.app.front_page import front_page
from qms_xlsx.app.pages import begin, day_in, desk_of, page, period_in, periods_of, redirect
from qms_xlsx.app.uploads import files_of, post
from qms_xlsx.app.verdicts import verdicts
from qms_xlsx.domain.period import Cadence, Period, slots_of
from qms_xlsx.intake.folder import spreadsheets
from qms_xlsx.language.messages import N_, message
from qms_xlsx.steps.aggregate import default_period, run_aggregation
from qms_xlsx.steps.receiving import receive
from qms_xlsx.steps.remind import remind
from qms_xlsx.steps.report import report
from qms_xlsx.steps.setting_aside import set_aside
from qms_xlsx.steps.trouble import StepError
from qms_xlsx.steps.validate import validate
from qms_xlsx.write.reminders import note_of, plain_text

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path
    from typing import Any

    from starlette.datastructures import FormData
    from starlette.requests import Request

    from qms_xlsx.app.desk import Desk
    from qms_xlsx.app.jobs import Tick
    from qms_xlsx.domain.register import Register


def overview(request: Request) -> Response:
    """Show what came in and what is wrong with it, and what can be done now."""
    desk = desk_of(request)
    workspace, outcomes = desk.workspace, desk.outcomes
    checked = outcomes.validation
    files = verdicts(checked, desk.register(), workspace, desk.language) if checked else []
    return page(
        request,
        "month.html",
        count=len(spreadsheets(workspace.submitted)[0]),
        received=outcomes.received,
        files=files,
        weights=Counter(
            one["severity"] for own in files if not own["replaced_by"] for one in own["findings"]
        ),
        aside=len(spreadsheets(workspace.set_aside)[0]) if workspace.set_aside.is_dir() else 0,
        returned=[path.name for path in _below(workspace.returned)],
        papers=_papers(desk),
        **_when(desk),
    )


def _papers(desk: Desk) -> dict[str, Any] | None:
    """Return the document of the papers that were written last."""
    return desk.outcomes.papers.as_json(desk.language) if desk.outcomes.papers else None


def _below(folder: Path) -> list[Path]:
    return spreadsheets(folder)[0] if folder.is_dir() else []


def _when(desk: Desk) -> dict[str, Any]:
    """Return the periods and the day that the run's form offers first."""
    register, run = desk.register(), desk.outcomes.run
    today = date.today()
    chosen = run.aggregate.period if run else _reported(desk) or _due(register, today)
    return {
        "periods": periods_of(register),
        "chosen": str(chosen),
        "as_of": (run.aggregate.as_of if run else today).isoformat(),
    }


def _reported(desk: Desk) -> Period | None:
    """Return the last period that the forms handed in report on; None where none says."""
    checked, year = desk.outcomes.validation, desk.register().year
    forms = [file.submission for file in checked.files if file.submission] if checked else []
    said = [form.report_period for form in forms if form.report_period]
    own = [period for period in said if period.year == year]
    return max(own, key=lambda one: (one.end_month, one.slot.cadence.months), default=None)


def _due(register: Register, today: date) -> Period:
    """Return the last period of the office's own rhythm that has ended, or whose report is due."""
    rhythm = min((o.cadence for o in register.indicators), key=_months, default=Cadence.MONTH)
    if rhythm is Cadence.MONTH:
        return default_period(register, today)
    slots = (*slots_of(rhythm)[:-1], *slots_of(Cadence.YEAR))
    ended = [
        slot
        for slot in slots
        if register.period_rule.end(register.year, slot) < today or register.covered(slot, today)
    ]
    return Period(register.year, ended[-1] if ended else slots[0])


def _months(cadence: Cadence) -> int:
    return cadence.months


def hand_in(request: Request, form: FormData) -> Response:
    """Put the files that were dropped into da-nop/, and check all unless more of them follow."""
    desk = desk_of(request)
    files = files_of(form, "files")
    workspace, first = desk.workspace, not form.get("later")

    if not files and first:
        raise StepError(message("No file was chosen."))
    with desk.one_at_a_time:
        if first:
            desk.outcomes.received = []
        for file in files:
            done = receive(workspace, file.filename or "", file.file)
            desk.outcomes.received.append(done)
    return Response(status_code=204) if form.get("more") else check_all(request, form)


def check_all(request: Request, _: FormData) -> Response:
    """Check the register and every form handed in."""
    desk = desk_of(request)
    root = desk.workspace.root

    def work(tick: Tick) -> str:
        desk.outcomes.validation = validate([root], tick=tick)
        return "thang-nay"

    return begin(request, N_("Checking the files"), "thang-nay", work)


def put_aside(request: Request, form: FormData) -> Response:
    """Move a file that is no form of the year out of da-nop/, and check the others again."""
    desk = desk_of(request)
    name, checked = str(form.get("file", "")), desk.outcomes.validation
    refused = {file.path for file in checked.files if not file.accepted} if checked else set()
    if name not in refused:
        raise StepError(message("Only a file that was not accepted is set aside."))
    set_aside(desk.workspace.root, name)
    return check_all(request, form)


def _started(
    name: str, title: str, step: Callable[[Desk, Path, Period, date, Tick], str]
) -> Callable[[Request, FormData], Response]:
    """Return what begins a step about a period, seen from a day; `name` is its outcome's."""

    def act(request: Request, form: FormData) -> Response:
        desk = desk_of(request)
        root, period, as_of = desk.workspace.root, period_in(form), day_in(form)

        def work(tick: Tick) -> str:
            seen = desk.inputs()
            then = step(desk, root, period, as_of, tick)
            desk.outcomes.seen[name] = seen
            return then

        return begin(request, title, "thang-nay", work)

    return act


def _run(desk: Desk, root: Path, period: Period, as_of: date, tick: Tick) -> str:
    desk.outcomes.papers = None  # they tell what the run before found
    desk.outcomes.run = run_aggregation(root, period=period, as_of=as_of, tick=tick)
    return "ket-qua"


def _remind(desk: Desk, root: Path, period: Period, as_of: date, tick: Tick) -> str:
    desk.outcomes.reminders = remind(root, period=period, as_of=as_of, tick=tick)
    return "nhac-viec"


def _report(desk: Desk, root: Path, period: Period, as_of: date, tick: Tick) -> str:
    desk.outcomes.papers = report(root, period=period, as_of=as_of, tick=tick)
    run = desk.outcomes.run
    shown = run and (run.aggregate.period, run.aggregate.as_of) == (period, as_of)
    return "ket-qua" if shown else "thang-nay#bao-cao"


def results(request: Request) -> Response:
    """Show the front page of the summary: what came out, and what each figure comes from."""
    desk = desk_of(request)
    run = desk.outcomes.run
    if run is None:
        return redirect(request, "thang-nay")
    told = run.as_json(desk.language)
    return page(
        request,
        "results.html",
        told=told,
        front=front_page(run, told, desk.language),
        papers=_papers_of(desk, told),
    )


def _papers_of(desk: Desk, told: dict[str, Any]) -> dict[str, Any] | None:
    """Return the papers that were written of the very run that is shown."""
    papers, same = _papers(desk), ("period", "as_of")
    alike = papers and all(papers[key] == told[key] for key in same)
    return papers if alike else None


def reminders(request: Request) -> Response:
    """Show each department's reminder as a text to copy."""
    desk = desk_of(request)
    asked = desk.outcomes.reminders
    if asked is None:
        return redirect(request, "thang-nay")
    register, period = asked.run.aggregate.register, asked.run.aggregate.period
    notes = [
        (own.department, plain_text(note_of(register, period, own)))
        for own in asked.debts
        if not own.nothing
    ]
    told = asked.as_json(desk.language)
    return page(request, "reminders.html", told=told, notes=notes)


ROUTES = [
    Route("/thang-nay", overview),
    post("/nop", hand_in),
    post("/kiem-tra", check_all),
    post("/de-rieng", put_aside),
    post("/tong-hop", _started("run", N_("Running the month"), _run)),
    Route("/ket-qua", results),
    Route("/nhac-viec", reminders),
    post("/bao-cao", _started("papers", N_("Writing the report"), _report)),
    post("/nhac-viec/soan", _started("reminders", N_("Writing the reminders"), _remind)),
]
