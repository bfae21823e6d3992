"""The page *Năm*: the year's folder, the signed decision, how rows are read, the blank forms."""

from __future__ import annotations

import zipfile
from contextlib import ExitStack
from io import BytesIO
from typing import TYPE_CHECKING

from starlette.responses import Response
from starlette.routing import Route

from qms_xlsx.app.folders import choose
from qms_xlsx.app.pages import begin, desk_of, page
from qms_xlsx.app.uploads import files_of, on_disk, post
from qms_xlsx.intake.folder import spreadsheets
from qms_xlsx.language.messages import N_, message
from qms_xlsx.say.readings import sentence
from qms_xlsx.steps.decided_year import keep_import, last_import
from qms_xlsx.steps.forms import make_forms, reporting_departments
from qms_xlsx.steps.import_decision import import_decision
from qms_xlsx.steps.trouble import StepError

if TYPE_CHECKING:
    from pathlib import Path

    from starlette.datastructures import FormData
    from starlette.requests import Request

    from qms_xlsx.app.desk import Desk
    from qms_xlsx.app.jobs import Tick
    from qms_xlsx.domain.register import Register


def overview(request: Request) -> Response:
    """Show the year's folder and what stands in it; without one, those that may be opened."""
    desk = desk_of(request)
    if desk.folder is None:
        return choose(request)
    try:
        register = desk.register()
    except StepError as error:  # one that is still to be filled in, most often
        return page(request, "register.html", told=error.reason)
    whose, imported = _whose(desk, register), desk.outcomes.imported
    return page(
        request,
        "year.html",
        waiting=_waiting(register),
        indicators=len(register.indicators),
        departments=_departments(register),
        nobodys=[o for o in register.indicators if not register.owners[o.code]],
        findings=desk.register_report().as_json(desk.language)["findings"],
        forms=[(path.name, whose.get(path.name, "")) for path in _forms(desk)],
        stale=desk.stale_forms(),
        formless=[
            name for file, name in whose.items() if not (desk.workspace.forms / file).exists()
        ],
        imported=imported.as_json(desk.language) if imported else last_import(desk.workspace),
    )


def _departments(register: Register) -> list[tuple[str, int, int]]:
    """Return each department with how many indicators it reports and measures it leads."""
    return [
        (d.name, len(register.owned(d.code)), len(register.led(d.code)))
        for d in register.departments
    ]


def _whose(desk: Desk, register: Register) -> dict[str, str]:
    """Return the department of each form that the register asks for, by file name."""
    named = register.department_by_code
    return {
        desk.workspace.form(code, register.year).name: named[code].name
        for code in reporting_departments(register)
    }


def _waiting(register: Register) -> dict[str, int]:
    """Return how many rows wait for the secretary, by what is asked of her."""
    told = [row for row in (sentence(register, o) for o in register.objectives) if row.waits]
    asked = [row for row in told if row.question]
    unread = [row for row in told if row.unread and not row.question]
    return {
        "asked": len(asked),
        "unread": len(unread),
        "doubtful": len(told) - len(asked) - len(unread),
    }


def _forms(desk: Desk) -> list[Path]:
    folder = desk.workspace.forms
    return spreadsheets(folder)[0] if folder.is_dir() else []


def compare_decision(request: Request, form: FormData) -> Response:
    """Draft a register beside the one that is there, and show how the two differ."""
    desk = desk_of(request)
    register = desk.workspace.register
    sources = files_of(form, "decision")
    if not sources:
        raise StepError(message("No file was chosen."))
    stack = ExitStack()
    paths = stack.enter_context(on_disk(sources))

    def work(_: Tick) -> str:
        with stack:
            done = import_decision(paths, register, language=desk.language)
        keep_import(desk.workspace, done, desk.language)
        desk.outcomes.imported = done
        return "nam"

    return begin(request, N_("Reading the decision"), "nam", work)


def write_forms(request: Request, _: FormData) -> Response:
    """Make one form a department."""
    desk = desk_of(request)
    root = desk.workspace.root

    def work(tick: Tick) -> str:
        desk.outcomes.forms = make_forms(root, tick=tick)
        return "nam#bieu-mau"

    return begin(request, N_("Making the forms"), "nam", work)


def forms_zip(request: Request) -> Response:
    """Hand over all blank forms as one file."""
    desk = desk_of(request)
    packed = BytesIO()
    with zipfile.ZipFile(packed, "w") as archive:  # workbooks are compressed already
        for path in _forms(desk):
            if path.is_file() and not path.is_symlink():
                archive.write(path, path.name)
    name = f"bieu-mau-{desk.register().year}.zip"
    headers = {"Content-Disposition": f'attachment; filename="{name}"'}
    return Response(packed.getvalue(), media_type="application/zip", headers=headers)


ROUTES = [
    Route("/nam", overview),
    post("/nam/quyet-dinh", compare_decision),
    post("/bieu-mau", write_forms),
    Route("/bieu-mau.zip", forms_zip),
]
