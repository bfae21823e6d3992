"""The page *Chốt kỳ*: figures that stand, the proof of it, and what reads otherwise now."""

from __future__ import annotations

from contextlib import suppress
from datetime import date
from typing import TYPE_CHECKING

from starlette.routing import Route

from qms_xlsx.app.front_page import front_page
from qms_xlsx.app.pages import begin, day_in, desk_of, page, period_in, periods_of, redirect
from qms_xlsx.app.uploads import post
from qms_xlsx.domain.period import Period, next_to_close
from qms_xlsx.language.messages import N_
from qms_xlsx.steps.close import close, look_before_closing
from qms_xlsx.steps.closed import closed_folders
from qms_xlsx.steps.manifest import MANIFEST, InvalidManifest, Manifest, Stamp
from qms_xlsx.steps.verify import verify

if TYPE_CHECKING:
    from starlette.datastructures import FormData
    from starlette.requests import Request
    from starlette.responses import Response

    from qms_xlsx.app.desk import Desk
    from qms_xlsx.app.front_page import FrontPage
    from qms_xlsx.app.jobs import Tick
    from qms_xlsx.steps.aggregate import Run


def overview(request: Request) -> Response:
    """Show which periods are closed, what they say today, and the form that closes one."""
    desk = desk_of(request)
    run, register = desk.outcomes.run, desk.register()
    closed = _closed(desk)
    ran = str(run.aggregate.period) if run else ""
    left = [code for code in periods_of(register) if code not in closed]
    taken = {Period.parse(code).slot for code in closed}
    due = next_to_close(register.year, date.today(), taken, register.period_rule)
    prospect = desk.outcomes.prospect
    return page(
        request,
        "closing.html",
        closed=closed,
        prospect=prospect,
        front=prospect and _front(prospect.run, desk.language),
        closing=desk.outcomes.closing,
        verdicts=desk.outcomes.verdicts,
        restatements=run.as_json(desk.language)["restatements"] if run else None,
        exceptions=register.exceptions,
        periods=left,
        chosen=ran if ran in left else str(due or ""),
        as_of=run.aggregate.as_of.isoformat() if run else "",
    )


def _closed(desk: Desk) -> dict[str, dict[str, str]]:
    """Return the closed periods with the SHA-256 of their manifests, and why despite doubts."""
    found = {}
    for folder in closed_folders(desk.workspace):
        told = {"sha256": "", "despite": ""}
        with suppress(InvalidManifest, OSError):
            told["sha256"] = Stamp.of(folder / MANIFEST).sha256
            told["despite"] = Manifest.read(folder).told.get("despite") or ""
        found[folder.name] = told
    return found


def _front(run: Run, language: str) -> FrontPage:
    return front_page(run, run.as_json(language), language)


def look_first(request: Request, form: FormData) -> Response:
    """Show what would be closed, and what is still open, before it is."""
    desk = desk_of(request)
    root, period, as_of = desk.workspace.root, period_in(form), day_in(form)

    def work(tick: Tick) -> str:
        desk.outcomes.prospect = look_before_closing(root, period, as_of=as_of, tick=tick)
        return "chot-ky#h-sure"

    return begin(request, N_("Looking at the period"), "chot-ky", work)


def leave_open(request: Request, _: FormData) -> Response:
    """Close nothing."""
    desk_of(request).outcomes.prospect = None
    return redirect(request, "chot-ky")


def close_period(request: Request, form: FormData) -> Response:
    """Close a period."""
    desk = desk_of(request)
    root, period, as_of = desk.workspace.root, period_in(form), day_in(form)
    despite = str(form.get("despite", ""))

    def work(tick: Tick) -> str:
        desk.outcomes.closing = close(root, period, as_of=as_of, despite=despite, tick=tick)
        desk.outcomes.prospect = None
        return "chot-ky"

    return begin(request, N_("Closing the period"), "chot-ky", work)


def verify_all(request: Request, form: FormData) -> Response:
    """Compare closed periods with their manifests."""
    desk = desk_of(request)
    root, record = desk.workspace.root, bool(form.get("record"))

    def work(_: Tick) -> str:
        desk.outcomes.verdicts = verify(root, record=record)
        return "chot-ky"

    return begin(request, N_("Comparing closed periods"), "chot-ky", work)


ROUTES = [
    Route("/chot-ky", overview),
    post("/chot-ky/xem", look_first),
    post("/chot-ky/thoi", leave_open),
    post("/chot-ky/chot", close_period),
    post("/chot-ky/kiem-chot", verify_all),
]
