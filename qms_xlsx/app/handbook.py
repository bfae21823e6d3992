"""The page *Trợ giúp*: the handbook, as it lies in the package."""

from __future__ import annotations

from typing import TYPE_CHECKING

from markdown_it import MarkdownIt
from markupsafe import Markup
from starlette.responses import FileResponse, PlainTextResponse
from starlette.routing import Route

from qms_xlsx.app.pages import page, redirect
from qms_xlsx.book import resources

if TYPE_CHECKING:
    from pathlib import Path

    from starlette.requests import Request
    from starlette.responses import Response


def chapters() -> dict[str, Path]:
    """Return the handbook's chapters by their names, in order."""
    return {path.stem: path for path in sorted(resources.handbook().glob("*.md"))}


def title_of(path: Path) -> str:
    """Return a chapter's title: its first line."""
    with path.open(encoding="utf-8") as file:
        return file.readline().lstrip("# ").strip()


def chapter(request: Request) -> Response:
    """Show a chapter; its pictures lie beside it."""
    found, name = chapters(), request.path_params["name"]
    if name not in found:
        return PlainTextResponse("", 404)
    text = found[name].read_text(encoding="utf-8")
    shown = Markup(MarkdownIt("js-default").render(text))  # noqa: S704 (our own text; no HTML in it passes)
    titles = {key: title_of(path) for key, path in found.items()}
    return page(request, "handbook.html", titles=titles, name=name, text=shown)


def first(request: Request) -> Response:
    """Send to the secretary's chapter: the page is hers."""
    own = next(name for name in chapters() if "thu-ky" in name)
    return redirect(request, f"tro-giup/{own}")


def picture(request: Request) -> Response:
    """Hand over one of the handbook's pictures."""
    found = {path.name: path for path in (resources.handbook() / "hinh").glob("*.png")}
    path = found.get(request.path_params["name"])
    return FileResponse(path) if path else PlainTextResponse("", 404)


ROUTES = [
    Route("/tro-giup", first),
    Route("/tro-giup/hinh/{name}", picture),
    Route("/tro-giup/{name}", chapter),
]
