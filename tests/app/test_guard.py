"""Who may ask: a stranger, another site and a guesser learn nothing and change nothing."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from starlette.testclient import TestClient

from qms_xlsx.app.guard import POLICY, new_key
from qms_xlsx.app.server import application, desk_at
from tests.app.browser import KEY, ORIGIN, PORT, Browser

if TYPE_CHECKING:
    from pathlib import Path


@pytest.fixture
def bare(tmp_path: Path) -> TestClient:
    """A client that sends only what a test gives it."""
    return TestClient(application(desk_at(tmp_path, "vi"), KEY, PORT), base_url=ORIGIN)


@pytest.mark.parametrize("host", ["127.0.0.1", "localhost", "[::1]"])
def test_the_computers_own_names_are_answered(bare: TestClient, host: str) -> None:
    assert bare.get(f"/{KEY}/nam", headers={"host": f"{host}:{PORT}"}).status_code == 200


@pytest.mark.parametrize(
    "host",
    ["evil.example", f"evil.example:{PORT}", "127.0.0.1", "127.0.0.1:1", f"127.0.0.1.evil:{PORT}",
     f"0.0.0.0:{PORT}", f"[::]:{PORT}", f"LOCALHOST.:{PORT}", ""],
)  # fmt: skip
def test_a_name_that_another_site_gave_this_computer_is_not(bare: TestClient, host: str) -> None:
    answer = bare.get(f"/{KEY}/nam", headers={"host": host})
    assert (answer.status_code, answer.text) == (404, "")


@pytest.mark.parametrize("path", ["/", "/nam", f"/{KEY[:-1]}/nam", f"/{KEY}x/nam", "/%00/nam",
                                  f"//{KEY}/nam", f"/{KEY.upper()}/nam", "/static/page.js"])  # fmt: skip
def test_without_the_key_nothing_is_told(bare: TestClient, path: str) -> None:
    answer = bare.get(path)
    assert (answer.status_code, answer.text) == (404, "")


def test_keys_differ_and_are_long() -> None:
    assert len({new_key() for _ in range(50)}) == 50
    assert len(new_key()) >= 32


@pytest.mark.parametrize(
    "headers",
    [
        {},
        {"origin": "http://evil.example"},
        {"origin": "null"},
        {"origin": f"https://127.0.0.1:{PORT}"},
        {"origin": "http://127.0.0.1:1"},
        {"sec-fetch-site": "cross-site"},
        {"sec-fetch-site": "same-site"},
        {"sec-fetch-site": "none"},
        {"origin": ORIGIN, "sec-fetch-site": "cross-site"},
        {"origin": "http://evil.example", "sec-fetch-site": "same-origin"},
    ],
)
def test_another_sites_form_changes_nothing(
    bare: TestClient, tmp_path: Path, headers: dict[str, str]
) -> None:
    answer = bare.post(f"/{KEY}/nam/tao", data={"year": "2024"}, headers=headers)
    assert (answer.status_code, answer.text) == (404, "")
    assert list(tmp_path.iterdir()) == []


@pytest.mark.parametrize("headers", [{"origin": ORIGIN}, {"sec-fetch-site": "same-origin"}])
def test_our_own_form_acts(bare: TestClient, tmp_path: Path, headers: dict[str, str]) -> None:
    sent = bare.post(f"/{KEY}/nam/tao", data={"year": "2024"}, headers=headers)
    assert sent.status_code == 200
    assert [path.name for path in tmp_path.iterdir()] == ["MTCL-2024"]


@pytest.mark.parametrize("method", ["PUT", "DELETE", "OPTIONS", "PATCH", "TRACE"])
def test_nothing_but_pages_and_forms_is_answered(bare: TestClient, method: str) -> None:
    assert bare.request(method, f"/{KEY}/nam", headers={"origin": ORIGIN}).status_code == 404


@pytest.mark.parametrize("path", [f"{KEY}/nam", f"{KEY}/static/page.js", f"{KEY}/nope", "nope"])
def test_every_answer_carries_the_policy(bare: TestClient, path: str) -> None:
    headers = bare.get(f"/{path}").headers
    assert headers["content-security-policy"] == POLICY
    assert headers["cache-control"] == "no-store"
    assert headers["x-content-type-options"] == "nosniff"
    assert headers["referrer-policy"] == "same-origin"
    assert "set-cookie" not in headers
    assert "server" not in headers


def test_no_page_holds_what_the_policy_forbids(tmp_path: Path) -> None:
    text = Browser.at(tmp_path).get("nam").text
    assert "style=" not in text
    assert "<style" not in text
    assert "onclick" not in text
    assert text.count("<script") == text.count("<script src=")
    assert "http://" not in text.replace("http-equiv", "")
