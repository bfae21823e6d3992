"""Files that come from the browser: bounded before they are read, kept in temporary files only."""

from __future__ import annotations

import shutil
import tempfile
from contextlib import asynccontextmanager, contextmanager
from pathlib import Path
from typing import TYPE_CHECKING

from starlette.concurrency import run_in_threadpool
from starlette.datastructures import UploadFile
from starlette.exceptions import HTTPException
from starlette.formparsers import MultiPartException
from starlette.requests import Request
from starlette.routing import Route

from qms_xlsx.intake import limits
from qms_xlsx.language.file_names import sent_name
from qms_xlsx.language.messages import message
from qms_xlsx.steps.trouble import StepError

if TYPE_CHECKING:
    from collections.abc import AsyncIterator, Callable, Iterator

    from starlette.datastructures import FormData
    from starlette.responses import Response
    from starlette.types import Message, Receive

MOST_FILES = 600
"""In one request; a commune has ten departments, a province's office some hundred."""
MOST_FIELDS = 100
MOST_BYTES = limits.TOTAL_BYTES


def too_much() -> StepError:
    """Return what is said of a request that holds more than is taken at once."""
    return StepError(
        message(
            "That is more than is taken at once: at most {files} files and {most} MB. Nothing was "
            "taken; hand them over in smaller parts.",
            files=MOST_FILES,
            most=MOST_BYTES // limits.MIB,
        )
    )


def post(path: str, act: Callable[[Request, FormData], Response]) -> Route:
    """Return the route of a form; `act` gets what was sent, beside the server's own loop."""

    async def endpoint(request: Request) -> Response:
        async with form_of(request) as form:
            return await run_in_threadpool(act, request, form)

    return Route(path, endpoint, methods=["POST"])


@asynccontextmanager
async def form_of(request: Request) -> AsyncIterator[FormData]:
    """Give what a form sent; StepError when it is too much, before and while it is read."""
    length = request.headers.get("content-length", "0")
    if not length.isdigit() or int(length) > MOST_BYTES:
        raise too_much()
    bounded = Request(request.scope, _bounded(request.receive, MOST_BYTES))
    try:
        form = await bounded.form(max_files=MOST_FILES, max_fields=MOST_FIELDS)
    except HTTPException as error:  # more files, fields or bytes, or no form at all
        raise too_much() from error
    try:
        yield form
    finally:
        await form.close()


def _bounded(receive: Receive, most: int) -> Receive:
    """Return a receiver that stops when more comes than was announced or is taken."""
    came = 0

    async def receive_some() -> Message:
        nonlocal came
        part = await receive()
        came += len(part.get("body", b""))
        if came > most:
            raise MultiPartException("")  # the parser closes what it has so far
        return part

    return receive_some


def files_of(form: FormData, field: str) -> list[UploadFile]:
    """Return the files that were chosen in a field; an empty field sends one without a name."""
    sent = [item for item in form.getlist(field) if isinstance(item, UploadFile)]
    return [file for file in sent if file.filename]


@contextmanager
def on_disk(files: list[UploadFile]) -> Iterator[list[Path]]:
    """Give a copy of each file on the disk, gone afterwards; StepError for one too large."""
    with tempfile.TemporaryDirectory(prefix="qms-xlsx-") as folder:
        yield [_copied(file, Path(folder) / str(n)) for n, file in enumerate(files, start=1)]


def _copied(file: UploadFile, folder: Path) -> Path:
    name = sent_name(file.filename or "")
    if (file.size or 0) > limits.FILE_BYTES:
        most = limits.FILE_BYTES // limits.MIB
        raise StepError(message("{file} is larger than {most} MB.", file=name, most=most))
    folder.mkdir()
    with (folder / name).open("wb") as new:
        file.file.seek(0)
        shutil.copyfileobj(file.file, new)
    return folder / name
