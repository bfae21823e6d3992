"""A summary as the level above reads it: whatever was done to its file, and to its figures."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from openpyxl import load_workbook

from qms_xlsx.domain.office import Doubt, OfficeSummary, Proof
from qms_xlsx.intake.book import Refused
from qms_xlsx.intake.opening import opened
from qms_xlsx.read.office import AREAS, NoSummary, office_summary
from tests.libreoffice import converted
from tests.year_folders import SAMPLES

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

    from openpyxl import Workbook

OFFICES = SAMPLES / "tinh-minh-hoa" / "cac-xa"
FILE = OFFICES / "xa-11" / "tong-hop-2024-H1-20240703.xlsx"
SHEET = "Kết quả đã xét"
pytestmark = pytest.mark.filterwarnings("ignore:.*extension is not supported:UserWarning")


def read(path: Path) -> OfficeSummary | NoSummary:
    book = opened(path, AREAS)
    assert not isinstance(book, Refused)
    return office_summary(book)


def summary(path: Path) -> OfficeSummary:
    found = read(path)
    assert isinstance(found, OfficeSummary), found
    return found


def changed(folder: Path, change: Callable[[Workbook], object]) -> Path:
    """Return a copy of a summary in which somebody did something."""
    path = folder / FILE.name
    book = load_workbook(FILE)
    change(book)
    book.save(path)
    return path


def test_only_the_sheet_with_the_results_is_read() -> None:
    book = opened(FILE, AREAS)
    assert not isinstance(book, Refused)
    assert [sheet.name for sheet in book.sheets] == [SHEET]


def test_the_organisations_own_rows_are_read_with_their_cells() -> None:
    found = summary(FILE)
    assert (found.organisation, found.parent) == ("UBND xã Minh Họa 11", "UBND tỉnh Minh Họa")
    assert [row.code for row in found.rows] == [f"M{n}" for n in range(1, 9)]
    first = found.rows[0]
    assert (first.follows, first.numerator, first.denominator) == ("T1", 197, 200)
    book = load_workbook(FILE)
    assert book[SHEET][first.place.cell].value == first.actual
    assert (found.edited, found.saved, found.proof) == (False, False, Proof.SEALED)


def test_what_is_open_about_a_row_is_read() -> None:
    doubtful = summary(OFFICES / "xa-39" / FILE.name)
    assert {row.code: row.doubt for row in doubtful.rows if row.doubt} == {"M2": Doubt.QUESTION}


def put(sheet: str, cell: str, value: object) -> Callable[[Workbook], object]:
    def change(book: Workbook) -> None:
        book[sheet][cell] = value

    return change


FIGURE = summary(FILE).rows[1].place.cell
EDITS: dict[str, Callable[[Workbook], object]] = {
    "a figure": put(SHEET, FIGURE, 999),
    "a figure beyond any": put(SHEET, FIGURE, 1e300),
    "a formula": put(SHEET, FIGURE, "=1+1"),
    "an error": put(SHEET, FIGURE, "#DIV/0!"),
    "a text": put(SHEET, FIGURE, "rất nhiều"),
    "a status": put(SHEET, f"V{FIGURE[1:]}", "exceeded"),
    "the organisation": put(SHEET, "B4", "UBND xã Khác"),
    "a row twice": lambda book: book[SHEET].append(
        [cell.value for cell in book[SHEET][int(FIGURE[1:])]]
    ),
    "a row that is gone": lambda book: book[SHEET].delete_rows(int(FIGURE[1:])),
}


@pytest.mark.parametrize("edit", EDITS.values(), ids=EDITS)
def test_a_change_of_what_is_read_is_seen(
    edit: Callable[[Workbook], object], tmp_path: Path
) -> None:
    assert summary(changed(tmp_path, edit)).edited


HARMLESS: dict[str, Callable[[Workbook], object]] = {
    "nothing but saving": lambda _: None,
    "a note of one's own": put(SHEET, "AC3", "Đã xem"),
    "another sheet": put("Tổng quan", "A30", "Đã xem"),
    "sheet renamed and shown": lambda book: setattr(book[SHEET], "title", "So lieu"),
    "a row inserted above": lambda book: book[SHEET].insert_rows(1),
    "a column inserted": lambda book: book[SHEET].insert_cols(5),
}


@pytest.mark.parametrize("edit", HARMLESS.values(), ids=HARMLESS)
def test_saving_again_changes_nothing(edit: Callable[[Workbook], object], tmp_path: Path) -> None:
    found = summary(changed(tmp_path, edit))
    assert (found.edited, found.saved) == (False, True)
    assert found.rows[0].numerator == 197


def test_a_copied_sheet_is_refused(tmp_path: Path) -> None:
    path = changed(tmp_path, lambda book: book.copy_worksheet(book[SHEET]))
    assert isinstance(read(path), NoSummary)


@pytest.mark.parametrize(("cell", "value"), [("B7", "sáu tháng"), ("B8", "hôm qua"), ("B4", None)])
def test_a_run_that_says_nothing_of_itself_is_no_summary(
    cell: str, value: object, tmp_path: Path
) -> None:
    book = load_workbook(FILE)
    keys = {row[0].value: row[1].coordinate for row in book[SHEET].iter_rows(max_row=20)}
    wanted = {"B7": "period", "B8": "as_of", "B4": "organisation"}[cell]
    path = changed(tmp_path, put(SHEET, keys[wanted], value))
    assert isinstance(read(path), NoSummary)


def test_the_first_layout_is_read() -> None:
    found = summary(OFFICES / "xa-40" / FILE.name)
    assert (found.layout, found.proof, found.edited) == (1, Proof.NONE, False)
    assert found.rows[0].numerator == 189
    assert found.rows[0].reach is None


def test_an_older_layout_gives_itself_away_where_a_rate_is_not_of_its_parts(tmp_path: Path) -> None:
    older = OFFICES / "xa-40" / FILE.name
    book = load_workbook(older)
    book[SHEET][summary(older).rows[0].place.cell] = 99
    book.save(tmp_path / "a.xlsx")
    assert summary(tmp_path / "a.xlsx").edited


def test_a_newer_layout_is_read_by_the_keys_that_are_known(tmp_path: Path) -> None:
    def newer(book: Workbook) -> None:
        sheet = book[SHEET]
        for row in sheet.iter_rows(max_col=1):
            if str(row[0].value).startswith("#qms:results:"):
                row[0].value = "#qms:results:3"

    found = summary(changed(tmp_path, newer))
    assert (found.layout, found.edited, found.rows[0].numerator) == (3, False, 197)


@pytest.mark.parametrize("name", ["so-muc-tieu.xlsx", "da-nop/QS_nam.xlsx"])
def test_registers_and_forms_are_told_from_summaries(name: str) -> None:
    found = read(SAMPLES / "thuong-lo-2024" / name)
    assert isinstance(found, NoSummary)
    assert found.ours


@pytest.mark.parametrize("kind", ["xlsx", "ods"])
def test_a_summary_saved_by_another_program_keeps_its_digest(kind: str, tmp_path: Path) -> None:
    [path] = converted([FILE], tmp_path, tmp_path / "profile", kind)
    found = summary(path)
    assert not found.edited
    assert [row.code for row in found.rows] == [f"M{n}" for n in range(1, 9)]
