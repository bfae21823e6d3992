"""Files handed over from the year's folder: plain ones that our steps wrote, and nothing else."""

from __future__ import annotations

from typing import TYPE_CHECKING

from starlette.responses import FileResponse, PlainTextResponse
from starlette.routing import Route

from qms_xlsx.app.pages import desk_of

if TYPE_CHECKING:
    from pathlib import Path

    from starlette.requests import Request
    from starlette.responses import Response

    from qms_xlsx.steps.workspace import Workspace


def download(request: Request) -> Response:
    """Hand over one file."""
    path = _inside(desk_of(request).workspace, request.path_params["path"])
    if path is None:
        return PlainTextResponse("", 404)
    return FileResponse(path, filename=path.name)


def _inside(workspace: Workspace, wanted: str) -> Path | None:
    """Return the file that a path names; None for a link, a folder or anything not ours."""
    parts = wanted.split("/")
    if "\0" in wanted or "\\" in wanted or any(part in ("", ".", "..") for part in parts):
        return None
    path = workspace.root.joinpath(*parts)
    own = path in (workspace.register, workspace.readings)
    if not own and not any(path.is_relative_to(folder) for folder in workspace.handed_over):
        return None
    at_home = path.resolve() == workspace.root.resolve().joinpath(*parts)  # no link on the way
    return path if at_home and path.is_file() else None


ROUTES = [Route("/tai/{path:path}", download)]
