"""The papers as LibreOffice prints them: pages, numbers, whole words, signatures with their text."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from pypdf import PdfReader

from qms_xlsx.book.resources import REPORT_TEMPLATE, template
from qms_xlsx.say.report import Account
from qms_xlsx.write.word import departments_filling, made_paper, minutes_filling, report_filling
from tests.libreoffice import converted
from tests.write.word.papers import DAY, lines, opened

if TYPE_CHECKING:
    from pathlib import Path

PAPERS = {
    "report": report_filling,
    "minutes": minutes_filling,
    "departments": lambda account: departments_filling(account.aggregate, {}),
}


@pytest.fixture(scope="module")
def printed(half_year: Account, tmp_path_factory: pytest.TempPathFactory) -> dict[str, list[str]]:
    """The pages' texts, by paper."""
    folder: Path = tmp_path_factory.mktemp("in")
    for part, filling in PAPERS.items():
        paper = made_paper(part, filling(half_year), DAY)
        (folder / f"{part}.docx").write_bytes(paper.data)
    paths = converted(sorted(folder.glob("*.docx")), folder, folder / "profile", "pdf")
    return {
        path.stem: [page.extract_text().strip() for page in PdfReader(path).pages] for path in paths
    }


def words(text: str) -> str:
    return " ".join(text.replace("\u00a0", " ").split())


def test_pages_are_numbered_from_the_second(printed: dict[str, list[str]]) -> None:
    for pages in printed.values():
        assert not pages[0].startswith("1")
        assert [page.split()[0] for page in pages[1:]] == [str(n) for n in range(2, len(pages) + 1)]


def test_the_head_of_the_results_stands_on_each_of_their_pages(
    printed: dict[str, list[str]],
) -> None:
    pages = [words(page) for page in printed["report"]]
    first = next(i for i, page in enumerate(pages) if "TT Mục tiêu, chỉ tiêu" in page)
    last = next(i for i, page in enumerate(pages) if "III. ĐÁNH GIÁ" in page)
    assert last > first
    assert all("Mục tiêu, chỉ tiêu" in page for page in pages[first : last + 1])


@pytest.mark.parametrize("part", ["report", "minutes"])
def test_no_signature_stands_on_a_page_without_text(
    printed: dict[str, list[str]], part: str
) -> None:
    last = words(printed[part][-1])
    assert "./." in last
    assert "[… họ và tên]" in last


def test_no_word_of_a_heading_is_cut(printed: dict[str, list[str]]) -> None:
    counts = words(printed["departments"][0])
    for word in ("Đúng", "Muộn", "Quá", "Không", "giao", "Biểu", "Cộng"):
        assert f" {word} " in counts


def test_a_template_that_libreoffice_saved_makes_the_same_texts(
    half_year: Account, tmp_path: Path
) -> None:
    """An office restyles it in its own program, which writes every part anew."""
    [as_text] = converted([template(REPORT_TEMPLATE)], tmp_path, tmp_path / "profile", "odt")
    [restyled] = converted([as_text], tmp_path, tmp_path / "profile", "docx")
    for part, filling in PAPERS.items():
        ours = made_paper(part, filling(half_year), DAY)
        theirs = made_paper(part, filling(half_year), DAY, restyled)
        assert lines(opened(theirs.data)) == lines(opened(ours.data))
