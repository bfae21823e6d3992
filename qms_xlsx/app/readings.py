"""The page *Cách hiểu*: how each row is judged; answers are written into the register."""

from __future__ import annotations

from datetime import date
from typing import TYPE_CHECKING, Any

from starlette.routing import Route

from qms_xlsx.app.pages import begin, desk_of, page, redirect
from qms_xlsx.app.uploads import post
from qms_xlsx.domain.indicator import Indicator
from qms_xlsx.language.messages import N_, message
from qms_xlsx.steps.answering import answer
from qms_xlsx.steps.readings import read_readings, seen_as, tell_readings
from qms_xlsx.steps.trouble import StepError

if TYPE_CHECKING:
    from starlette.datastructures import FormData
    from starlette.requests import Request
    from starlette.responses import Response

    from qms_xlsx.app.jobs import Tick
    from qms_xlsx.language.messages import Message
    from qms_xlsx.steps.readings import Readings

_SAYS = {
    "target": N_("the year's level"),
    "target_h1": N_("the half-year's level"),
    "unit": N_("the unit"),
    "better": N_("which way is better"),
    "over_time": N_("how the year's periods are put together"),
    "over_departments": N_("how departments are put together"),
    "cadence": N_("how often it is reported"),
    "profile": N_("what is asked before the year's end"),
    "departments": N_("who reports it"),
}
"""What each column of the register says of a reading."""


def readings(request: Request) -> Response:
    """Show how each row is judged, one by one, with what is asked about it."""
    desk = desk_of(request)
    told = read_readings(desk.workspace.root)
    printed = desk.outcomes.printed
    return page(
        request,
        "readings.html",
        told=told.as_json(desk.language),
        rows=_rows(told, desk.language),
        printed=printed and printed.as_json(desk.language),
    )


def _rows(told: Readings, language: str) -> list[dict[str, Any]]:
    """Return each row's document, with how it was seen and where the register says it."""
    documents = told.as_json(language)["readings"]
    return [
        document
        | {
            "stamp": seen_as(row),
            "sheet": row.objective.place.sheet,
            "cells": {key: row.objective.cells.get(key, "") for key in _SAYS},
            "says": _SAYS,
            "judged": isinstance(row.objective, Indicator),
        }
        for row, document in zip(told.rows, documents, strict=True)
    ]


def answer_row(request: Request, form: FormData) -> Response:
    """Write what was confirmed or answered into the register, and show the row as it reads now."""
    desk = desk_of(request)
    code, seen = str(form.get("objective", "")), str(form.get("stamp", ""))
    choice = str(form.get("choice", ""))
    in_place = request.headers.get("hx-request") == "true"
    wrong: Message | None = None
    with desk.one_at_a_time:  # quick clicks on several rows: each is taken, one after the other
        try:
            told = answer(desk.workspace.root, code, choice, seen=seen)
        except StepError as error:
            if not in_place:
                raise
            wrong, told = error.reason, read_readings(desk.workspace.root)
    if wrong is None:
        desk.outcomes.printed = None
    if not in_place:
        return redirect(request, f"cach-hieu#{code}")
    own = next((row for row in _rows(told, desk.language) if row["objective"] == code), None)
    if own is None:  # the row is gone: it cannot be shown beside its trouble
        raise StepError(wrong or message("The register has no row {code}.", code=code))
    return page(request, "reading.html", 409 if wrong else 200, row=own, wrong=wrong)


def print_readings(request: Request, _: FormData) -> Response:
    """Write the readings to a workbook that can be printed and signed."""
    desk = desk_of(request)
    root = desk.workspace.root

    def work(_: Tick) -> str:
        desk.outcomes.printed = tell_readings(root, date.today())
        return "cach-hieu#ban-in"

    return begin(request, N_("Writing the readings"), "cach-hieu", work)


ROUTES = [
    Route("/cach-hieu", readings),
    post("/cach-hieu/tra-loi", answer_row),
    post("/cach-hieu/in", print_readings),
]
