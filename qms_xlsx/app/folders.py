"""Which year: the folders that may be opened, and a new one made of the signed decision."""

from __future__ import annotations

from contextlib import ExitStack
from datetime import date
from typing import TYPE_CHECKING

from starlette.routing import Route

from qms_xlsx.app.desk import YearAsked
from qms_xlsx.app.pages import begin, desk_of, page, redirect
from qms_xlsx.app.uploads import files_of, on_disk, post
from qms_xlsx.language.file_names import stem_of
from qms_xlsx.language.messages import N_, message
from qms_xlsx.steps.decided_year import OtherYearError, init_from
from qms_xlsx.steps.init import init
from qms_xlsx.steps.trouble import StepError

if TYPE_CHECKING:
    from pathlib import Path

    from starlette.datastructures import FormData
    from starlette.requests import Request
    from starlette.responses import Response

    from qms_xlsx.app.desk import Desk
    from qms_xlsx.app.jobs import Tick


def choose(request: Request) -> Response:
    """Show the folders that may be opened, and the form that makes a new one."""
    desk = desk_of(request)
    asked = desk.year_asked
    return page(
        request, "folders.html", folders=desk.folders(), year=date.today().year, asked=asked
    )


def open_folder(request: Request, form: FormData) -> Response:
    """Open one of the folders that are listed."""
    desk = desk_of(request)
    name = str(form.get("folder", ""))
    if name not in desk.folders():
        raise StepError(message("There is no year's folder “{name}” here.", name=name))
    desk.open(desk.home / name)
    return redirect(request, "nam")


def make_folder(request: Request, form: FormData) -> Response:
    """Make the folder of a year, from the signed decision where it was handed over."""
    desk = desk_of(request)
    year, name = _year(form), str(form.get("name", "")).strip()
    sources = files_of(form, "decision")
    if not sources:
        folder = _folder(desk, name, year)
        init(folder, year)
        desk.open(folder)
        return redirect(request, "nam")
    kept = ExitStack()
    paths = kept.enter_context(on_disk(sources))

    def work(_: Tick) -> str:
        try:
            return _make(desk, paths, name, year, sure=False)
        except OtherYearError as error:
            desk.ask_year(YearAsked(paths, kept.pop_all(), name, year, error.named))
            return "nam/khac"
        finally:
            kept.close()

    return begin(request, N_("Reading the decision"), "nam/khac", work)


def answer_year(request: Request, form: FormData) -> Response:
    """Make the folder of the year that was meant."""
    desk = desk_of(request)
    asked, year = desk.year_asked, _year(form)
    if asked is None or year not in (asked.typed, asked.named):
        return redirect(request, "nam/khac")

    def work(_: Tick) -> str:
        return _make(desk, asked.paths, asked.name, year, sure=True)

    return begin(request, N_("Reading the decision"), "nam/khac", work)


def _make(desk: Desk, paths: list[Path], name: str, year: int, *, sure: bool) -> str:
    folder = _folder(desk, name, year)
    imported = init_from(folder, paths, year, desk.language, sure=sure)[1]
    desk.open(folder)
    desk.outcomes.imported = imported
    return "nam"


def _folder(desk: Desk, name: str, year: int) -> Path:
    return desk.home / stem_of(name or f"MTCL-{year}")


def _year(form: FormData) -> int:
    given = str(form.get("year", ""))
    if not given.isdigit() or not 1990 <= int(given) <= 2099:
        raise StepError(message("“{value}” is not a year.", value=given))
    return int(given)


ROUTES = [
    Route("/nam/khac", choose),
    post("/nam/mo", open_folder),
    post("/nam/tao", make_folder),
    post("/nam/tao-nam", answer_year),
]
