"""Workbooks read to be filled and written again, part by part."""

from __future__ import annotations

from datetime import datetime
from io import BytesIO
from zipfile import ZIP_DEFLATED, ZipFile

import pytest
from openpyxl import Workbook, load_workbook
from openpyxl.comments import Comment
from openpyxl.styles import Font

from qms_xlsx.book import resources
from qms_xlsx.write.foreign import retold
from qms_xlsx.write.parts.archive import ArchivePart, archived
from qms_xlsx.write.parts.reading import read_book
from qms_xlsx.write.parts.writing import written

MOMENT = datetime(2024, 1, 1)


@pytest.mark.parametrize("name", [resources.FORM_TEMPLATE, resources.REGISTER_TEMPLATE])
def test_what_is_read_and_written_again_stays_the_same(name: str) -> None:
    with resources.template(name).open("rb") as file:
        once = written(read_book(file), MOMENT, {})
    assert written(read_book(BytesIO(once)), MOMENT, {}) == once


def test_an_archive_is_one_that_every_program_reads() -> None:
    texts = {"xl/a.xml": "<a/>", "xl/Đề.xml": "ề" * 1000, "leer": ""}
    whole = archived(ArchivePart.of(name, text) for name, text in texts.items())
    with ZipFile(BytesIO(whole)) as archive:
        assert archive.testzip() is None
        assert {n: archive.read(n).decode() for n in archive.namelist()} == texts
        assert {own.date_time[0] for own in archive.infolist()} == {1980}
        assert {own.compress_type for own in archive.infolist()} == {ZIP_DEFLATED}


def test_a_strangers_workbook_keeps_what_its_cells_and_sheets_say(tmp_path: object) -> None:
    stranger = Workbook()
    sheet = stranger.active
    sheet.append([" chữ ", 1.5, True, "=B1*2", datetime(2024, 6, 15)])
    sheet["A1"].font = Font(name="Arial", size=9, italic=True, strike=True)
    sheet["A1"].comment = Comment("Ghi chú", "Ai đó")
    sheet["B3"].hyperlink = "https://example.org/x"
    sheet.merge_cells("A5:C6")
    sheet.column_dimensions["C"].width, sheet.freeze_panes = 33, "A2"
    stranger.save(f"{tmp_path}/x.xlsx")
    whole, comments = retold(f"{tmp_path}/x.xlsx")  # type: ignore[arg-type]
    book = read_book(BytesIO(whole))
    book.sheets[0].comments = comments[book.sheets[0].title]
    again = load_workbook(BytesIO(written(book, MOMENT, {}))).active
    assert [cell.value for cell in again[1]] == [cell.value for cell in sheet[1]]
    assert (again["A1"].font.name, again["A1"].font.strike) == ("Arial", True)
    assert (again["A1"].comment.text, again["A1"].comment.author) == ("Ghi chú", "Ai đó")
    assert again["B3"].hyperlink.target == "https://example.org/x"
    assert [str(own) for own in again.merged_cells.ranges] == ["A5:C6"]
    assert (again.column_dimensions["C"].width, again.freeze_panes) == (33, "A2")
