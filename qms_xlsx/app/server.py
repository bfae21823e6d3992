"""The server of the page: its routes behind the guard, on this computer's own address only."""

from __future__ import annotations

import socket
import threading
import webbrowser
from contextlib import suppress
from typing import TYPE_CHECKING

import uvicorn
from starlette.applications import Starlette
from starlette.responses import PlainTextResponse, Response
from starlette.routing import Mount, Route
from starlette.staticfiles import StaticFiles

from qms_xlsx.app import closing, downloads, folders, handbook, month, next_year, readings, year
from qms_xlsx.app.desk import Desk, NoFolderError
from qms_xlsx.app.guard import Guard, new_key
from qms_xlsx.app.pages import HERE, desk_of, environment, page, redirect, trouble
from qms_xlsx.book.look import HEADER_FILL, HEADER_INK, LINK_INK, STATUS_COLOURS
from qms_xlsx.intake.processes import keeping
from qms_xlsx.steps.trouble import StepError
from qms_xlsx.steps.workspace import Workspace

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

    from starlette.requests import Request
    from starlette.types import ASGIApp


def first(request: Request) -> Response:
    """Send to the page where the day's work is."""
    return redirect(request, "thang-nay" if desk_of(request).folder else "nam")


def progress(request: Request) -> Response:
    """Show how far the work is; when it has ended, what came of it or why nothing did."""
    job = desk_of(request).jobs.now
    if job is None:
        return first(request)
    part = request.headers.get("hx-request") == "true"
    if job.finished and not job.trouble:
        if not part:
            return redirect(request, job.then)
        away = {"HX-Redirect": f"{request.app.state.base}/{job.then}"}
        return Response(status_code=200, headers=away)
    return page(request, "progress_part.html" if part else "progress.html", job=job)


def colours(_: Request) -> Response:
    """Return the colours of the workbooks as a style sheet."""
    root = f":root{{--head:#{HEADER_INK};--soft:#{HEADER_FILL};--link:#{LINK_INK}}}"
    rules = [
        f".st-{status.value}{{background:#{own.fill};color:#{own.ink}}}"
        for status, own in STATUS_COLOURS.items()
    ]
    return Response("\n".join([root, *rules]), media_type="text/css")


ROUTES = [
    Route("/", first),
    Route("/viec", progress),
    Route("/mau.css", colours),
    *folders.ROUTES,
    *year.ROUTES,
    *readings.ROUTES,
    *month.ROUTES,
    *closing.ROUTES,
    *next_year.ROUTES,
    *handbook.ROUTES,
    *downloads.ROUTES,
]


def application(desk: Desk, key: str, port: int) -> ASGIApp:
    """Return the page as an application behind its guard."""
    inside = [*ROUTES, Mount("/static", StaticFiles(directory=HERE / "static"))]
    app = Starlette(
        routes=[Mount(f"/{key}", routes=inside)],
        exception_handlers={
            StepError: trouble,
            NoFolderError: trouble,
            404: lambda *_: PlainTextResponse("", 404),
            405: lambda *_: PlainTextResponse("", 404),
            Exception: trouble,
        },
    )
    app.state.desk = desk
    app.state.base = f"/{key}"
    app.state.templates = environment(desk)
    return Guard(app, key, port)


def serve(desk: Desk, *, browser: bool, tell: Callable[[str], None], port: int = 0) -> None:
    """Show the page until the program is ended; `tell` hears its address."""
    sockets = _listening(port)
    chosen: int = sockets[0].getsockname()[1]
    key = new_key()
    address = f"http://127.0.0.1:{chosen}/{key}/"
    config = uvicorn.Config(
        application(desk, key, chosen), log_level="error", server_header=False, lifespan="off"
    )
    tell(address)
    if browser:
        threading.Timer(0.5, webbrowser.open, [address]).start()
    with keeping():
        uvicorn.Server(config).run(sockets=sockets)


def _listening(port: int) -> list[socket.socket]:
    """Return sockets on this computer's own two addresses; the second where it has one."""
    first_one = socket.create_server(("127.0.0.1", port))
    found = [first_one]
    with suppress(OSError):
        here = ("::1", first_one.getsockname()[1])
        found.append(socket.create_server(here, family=socket.AF_INET6))
    return found


def desk_at(folder: Path, language: str) -> Desk:
    """Return the desk for a folder: a year's, or the one in which years' folders lie."""
    root = folder.resolve()
    if Workspace(root).in_use:
        return Desk(language, root.parent, root)
    return Desk(language, root)
