"""The page *Năm sau*: the next year's folder, and what came into it from this one."""

from __future__ import annotations

from itertools import groupby
from typing import TYPE_CHECKING

from starlette.routing import Route

from qms_xlsx.app.pages import begin, desk_of, page, redirect
from qms_xlsx.app.uploads import post
from qms_xlsx.history.next_year import Handed
from qms_xlsx.language.messages import N_, message
from qms_xlsx.steps.next_year import turn_year
from qms_xlsx.steps.trouble import StepError

if TYPE_CHECKING:
    from starlette.datastructures import FormData
    from starlette.requests import Request
    from starlette.responses import Response

    from qms_xlsx.app.jobs import Tick


def overview(request: Request) -> Response:
    """Show what turning the year does, and what it did."""
    desk = desk_of(request)
    turned = desk.outcomes.turned
    carried = groupby(turned.made.carried, key=lambda one: one.how) if turned else ()
    return page(
        request,
        "next_year.html",
        turned=turned,
        groups=[(how, list(rows)) for how, rows in carried],
        asked=Handed.ASKED,
        year=desk.register().year + 1,
    )


def turn(request: Request, _: FormData) -> Response:
    """Make the next year's folder beside this one."""
    desk = desk_of(request)
    root = desk.workspace.root

    def work(tick: Tick) -> str:
        desk.outcomes.turned = turn_year(root, tick=tick)
        return "nam-sau"

    return begin(request, N_("Making the next year"), "nam-sau", work)


def go_there(request: Request, _: FormData) -> Response:
    """Work on the folder that was just made."""
    desk = desk_of(request)
    turned = desk.outcomes.turned
    if turned is None:
        raise StepError(message("No next year was made yet."))
    desk.open(turned.workspace.root)
    return redirect(request, "nam")


ROUTES = [Route("/nam-sau", overview), post("/nam-sau/lap", turn), post("/nam-sau/mo", go_there)]
