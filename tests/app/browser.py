"""A browser without a screen: the page's own requests, and what stands in its answers."""

from __future__ import annotations

import json
import time
from dataclasses import dataclass
from html.parser import HTMLParser
from typing import TYPE_CHECKING, Any

from starlette.testclient import TestClient

from qms_xlsx.app.server import application, desk_at

if TYPE_CHECKING:
    from collections.abc import Iterable
    from pathlib import Path

    from qms_xlsx.app.desk import Desk

KEY, PORT = "a-key-that-nobody-knows", 43210
ORIGIN = f"http://127.0.0.1:{PORT}"


@dataclass
class Browser:
    """One window, open at the page of a folder."""

    client: TestClient
    desk: Desk

    @classmethod
    def at(cls, folder: Path, language: str = "vi") -> Browser:
        """Open the page of a folder."""
        desk = desk_at(folder, language)
        headers = {"origin": ORIGIN, "sec-fetch-site": "same-origin"}
        inside = application(desk, KEY, PORT)
        return cls(TestClient(inside, base_url=ORIGIN, headers=headers), desk)

    def get(self, path: str, **more: Any) -> Any:
        """Follow a link."""
        return self.client.get(f"/{KEY}/{path}", **more)

    def post(self, path: str, data: dict[str, str] | None = None, **more: Any) -> Any:
        """Send a form, and wait until the work that it began has ended."""
        more = {"follow_redirects": False} | more
        answer = self.client.post(f"/{KEY}/{path}", data=data or {}, **more)
        self.wait()
        return answer

    def drop(self, files: Iterable[Path], path: str = "nop", **fields: str) -> Any:
        """Drop files on a page."""
        sent = [("files", (file.name, file.read_bytes())) for file in files]
        return self.post(path, fields, files=sent)

    def wait(self) -> None:
        """Wait for the work at hand."""
        while self.desk.jobs.busy:
            time.sleep(0.02)

    def trouble(self) -> str:
        """Return what the work at hand could not do."""
        return visible(self.get("viec").text)


class _Reading(HTMLParser):
    def __init__(self) -> None:
        super().__init__()
        self.fields: list[tuple[tuple[str, ...], str, Any]] = []
        self.words: list[str] = []
        self.objective = self.department = ""
        self._telling = ""
        self._quiet = 0

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        about = {key: value or "" for key, value in attrs}
        if "data-objective" in about:
            self.objective, self.department = about["data-objective"], ""
        self.department = about.get("data-department", self.department)
        if tag in ("script", "style", "option"):
            self._quiet += 1
        if "data-field" in about:
            where = (self.objective, self.department)
            said = "data-value" in about
            value = json.loads(about["data-value"]) if said else ""
            self.fields.append((where, about["data-field"], value))
            self._telling = "" if said else tag

    def handle_endtag(self, tag: str) -> None:
        if tag in ("script", "style", "option"):
            self._quiet -= 1
        if tag == "tr":
            self.department = ""
        if self._telling == tag:
            self._telling = ""

    def handle_data(self, data: str) -> None:
        if not self._quiet:
            self.words.append(data)
        if self._telling:
            where, name, value = self.fields[-1]
            self.fields[-1] = (where, name, value + data)


def fields(html: str) -> dict[tuple[str, str, str], Any]:
    """Return what a page shows of a document, by objective, department and the document's field."""
    reading = _Reading()
    reading.feed(html)
    return {(*where, name): value for where, name, value in reading.fields}


def visible(html: str) -> str:
    """Return the words of a page."""
    reading = _Reading()
    reading.feed(html)
    return " ".join(" ".join(reading.words).split())
