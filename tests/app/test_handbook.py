"""The handbook: each chapter is shown, each picture is there and said in words."""

from __future__ import annotations

import re
from pathlib import Path

import pytest

from qms_xlsx.app.handbook import chapters
from tests.app.browser import Browser


def test_there_is_a_chapter_for_every_reader() -> None:
    assert list(chapters()) == ["1-can-bo-bo-phan", "2-thu-ky", "3-lanh-dao", "4-can-bo-cntt"]


@pytest.mark.parametrize("name", chapters())
def test_a_chapter_is_shown_with_its_pictures(tmp_path: Path, name: str) -> None:
    window = Browser.at(tmp_path)
    text = window.get(f"tro-giup/{name}").text
    pictures = re.findall(r'<img src="([^"]+)" alt="([^"]+)"', text)
    assert text.count("<img") == len(pictures)
    for source, _ in pictures:
        answer = window.get(f"tro-giup/{source}")
        assert answer.headers["content-type"] == "image/png"


@pytest.mark.parametrize("path", ["tro-giup/khong-co", "tro-giup/hinh/..%2f..%2fhouse.md",
                                  "tro-giup/hinh/khong.png", "tro-giup/..%2fhouse"])  # fmt: skip
def test_nothing_else_is_shown(tmp_path: Path, path: str) -> None:
    assert Browser.at(tmp_path).get(path).status_code == 404
