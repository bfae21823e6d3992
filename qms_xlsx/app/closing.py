"""The page *Chốt kỳ*: figures that stand, the proof of it, and what reads otherwise now."""

from __future__ import annotations

from datetime import date
from typing import TYPE_CHECKING

from starlette.routing import Route

from qms_xlsx.app.pages import begin, day_in, desk_of, page, period_in, periods_of
from qms_xlsx.app.uploads import post
from qms_xlsx.domain.period import Period, next_to_close
from qms_xlsx.language.messages import N_
from qms_xlsx.steps.close import close
from qms_xlsx.steps.closed import closed_folders
from qms_xlsx.steps.verify import verify

if TYPE_CHECKING:
    from starlette.datastructures import FormData
    from starlette.requests import Request
    from starlette.responses import Response

    from qms_xlsx.app.jobs import Tick


def overview(request: Request) -> Response:
    """Show which periods are closed, what they say today, and the form that closes one."""
    desk = desk_of(request)
    run, register = desk.outcomes.run, desk.register()
    closed = [folder.name for folder in closed_folders(desk.workspace)]
    ran = str(run.aggregate.period) if run else ""
    left = [code for code in periods_of(register) if code not in closed]
    taken = {Period.parse(code).slot for code in closed}
    due = next_to_close(register.year, date.today(), taken, register.period_rule)
    return page(
        request,
        "closing.html",
        closed=closed,
        closing=desk.outcomes.closing,
        verdicts=desk.outcomes.verdicts,
        restatements=run.as_json(desk.language)["restatements"] if run else None,
        exceptions=register.exceptions,
        periods=left,
        chosen=ran if ran in left else str(due or ""),
        as_of=run.aggregate.as_of.isoformat() if run else "",
    )


def close_period(request: Request, form: FormData) -> Response:
    """Close a period."""
    desk = desk_of(request)
    root, period, as_of = desk.workspace.root, period_in(form), day_in(form)
    despite = str(form.get("despite", ""))

    def work(tick: Tick) -> str:
        desk.outcomes.closing = close(root, period, as_of=as_of, despite=despite, tick=tick)
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
    post("/chot-ky/chot", close_period),
    post("/chot-ky/kiem-chot", verify_all),
]
