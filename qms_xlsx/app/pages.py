"""How a page is answered: a template, the words in the person's language, the way back."""

from __future__ import annotations

import json
from contextlib import suppress
from datetime import date
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING, Any

from jinja2 import Environment, FileSystemLoader, StrictUndefined
from starlette.responses import HTMLResponse, RedirectResponse

from qms_xlsx import say
from qms_xlsx.app.desk import Desk, NoFolderError
from qms_xlsx.app.jobs import Job, fault
from qms_xlsx.domain.finding import Severity
from qms_xlsx.domain.period import SLOTS, InvalidPeriod, Period
from qms_xlsx.domain.status import Status
from qms_xlsx.language.messages import Message, message
from qms_xlsx.language.symbols import NOTHING, SIGNS, day
from qms_xlsx.say.figures import figure
from qms_xlsx.say.findings import severity
from qms_xlsx.say.periods import period_name
from qms_xlsx.say.states import status_shown
from qms_xlsx.steps.trouble import StepError

if TYPE_CHECKING:
    from collections.abc import Callable

    from starlette.datastructures import FormData
    from starlette.requests import Request
    from starlette.responses import Response

    from qms_xlsx.app.jobs import Tick
    from qms_xlsx.domain.register import Register

HERE = Path(__file__).parent


def environment(desk: Desk) -> Environment:
    """Return the templates, which speak one language and escape whatever they show."""
    language = desk.language
    made = Environment(
        loader=FileSystemLoader(HERE / "templates"),
        autoescape=True,
        undefined=StrictUndefined,
        trim_blocks=True,
        lstrip_blocks=True,
    )

    def said(message_id: str, **values: Any) -> str:
        return say.text(Message(message_id, values), language)

    made.globals["_"] = said
    made.globals["language"] = language
    made.filters |= {
        "said": lambda told: say.text(told, language),
        "day": lambda iso: day(date.fromisoformat(iso)) if iso else "",
        "period": lambda code: period_name(Period.parse(code), language),
        "status": lambda code: status_shown(Status(code), language),
        "severity": lambda code: severity(Severity(code), language),
        "department": partial(_department, desk),
        "figure": _figure,
        "sign": lambda code: SIGNS.get(code or "", ""),
        "json": partial(json.dumps, ensure_ascii=False),
    }
    return made


def _department(desk: Desk, code: str) -> str:
    known = desk.register().department_by_code.get(code)
    return known.name if known else code


def _figure(value: float | str | None, unit: str) -> str:
    """Return a document's figure as an office writes it; a dash where there is none."""
    return NOTHING if value is None else figure(value, unit)


def desk_of(request: Request) -> Desk:
    """Return what the page works on."""
    desk: Desk = request.app.state.desk
    return desk


def page(request: Request, template: str, status: int = 200, **values: Any) -> HTMLResponse:
    """Return a page; what all of them show is added here."""
    desk: Desk = request.app.state.desk
    templates: Environment = request.app.state.templates
    shared = {"base": request.app.state.base, "desk": desk, "office": _office(desk)}
    text = templates.get_template(template).render(shared | values)
    return HTMLResponse(text, status)


def _office(desk: Desk) -> Register | None:
    """Return the register for the page's head; nothing while there is none that can be read."""
    with suppress(NoFolderError, StepError, OSError):
        return desk.register()
    return None


def redirect(request: Request, to: str) -> Response:
    """Send the browser to one of our pages."""
    return RedirectResponse(f"{request.app.state.base}/{to}", 303)


def begin(request: Request, title: str, back: str, work: Callable[[Tick], str]) -> Response:
    """Begin long work and show its progress; StepError while other work is going on."""
    if not desk_of(request).jobs.start(Job(title, back, work)):
        raise StepError(
            message("Other work is still going on. Wait until it has finished, then try again.")
        )
    return redirect(request, "viec")


def trouble(request: Request, error: Exception) -> Response:
    """Say kindly what could not be done."""
    if isinstance(error, NoFolderError):
        return redirect(request, "nam")
    told = error.reason if isinstance(error, StepError) else fault()
    status = 409 if isinstance(error, StepError) else 500
    if request.headers.get("hx-request") == "true":  # a part of a page asked: the page stays
        answer = page(request, "trouble_part.html", status, told=told)
        answer.headers.update({"HX-Retarget": "#told", "HX-Reswap": "innerHTML"})
        return answer
    return page(request, "trouble.html", status, told=told)


def period_in(form: FormData) -> Period:
    """Return the period that was chosen."""
    given = str(form.get("period", ""))
    try:
        return Period.parse(given)
    except InvalidPeriod:
        raise StepError(
            message(
                "“{value}” is not a period; write 2024, 2024-H1, 2024-Q2 or 2024-06.", value=given
            )
        ) from None


def day_in(form: FormData) -> date:
    """Return the day that was chosen; today when none was."""
    given = str(form.get("as_of", ""))
    try:
        return date.fromisoformat(given) if given else date.today()
    except ValueError:
        raise StepError(
            message("“{value}” is not a day; write 2024-06-20 or 20/6/2024.", value=given)
        ) from None


def periods_of(register: Register) -> list[str]:
    """Return the periods of the year that may be chosen: the long ones first."""
    return [str(Period(register.year, slot)) for slot in reversed(SLOTS)]
