"""The rows of a sheet: held as text as soon as they are finished, the same in the file."""

from __future__ import annotations

import errno
import io
import tracemalloc
import zipfile
from datetime import datetime
from pathlib import Path
from typing import TYPE_CHECKING

import pytest
import xlsxwriter

from qms_xlsx.write.summary.xlsx import RowSheet, StreamedWorkbook

if TYPE_CHECKING:
    from collections.abc import Callable

DAY = datetime(2024, 6, 20)


def part(fill: Callable[[RowSheet, xlsxwriter.format.Format], None]) -> bytes:
    """Return the part of a sheet that was filled so."""
    made = io.BytesIO()
    book = xlsxwriter.Workbook(made, {"in_memory": True})
    fill(book.add_worksheet("Một", RowSheet), book.add_format({"bold": True}))
    book.close()
    with zipfile.ZipFile(made) as archive:
        return archive.read("xl/worksheets/sheet1.xml")


def fill(sheet: RowSheet, style: xlsxwriter.format.Format, settle: tuple[int, ...] = ()) -> None:
    for row in range(12):
        if row in settle:
            sheet.settle(3, row)
        sheet.set_row(row, 14.5 if row % 2 else 20)
        if row == 5:  # only a height
            continue
        sheet.number(row, 2, row / 7, style)
        sheet.text(row, 0, f"<dòng {row % 4} & thêm>", style)
        sheet.blank(row, 1, style)
        sheet.formula(row, 30, '=HYPERLINK("#A1","a & b")', style, "a & b")
    sheet.merge_range(12, 0, 13, 4, "gộp", style)


@pytest.mark.parametrize("settle", [(4,), (6, 9), (4, 5, 6, 7, 8), (11,)])
def test_rows_that_were_settled_stand_in_the_file_like_the_others(settle: tuple[int, ...]) -> None:
    whole = part(fill)
    assert part(lambda sheet, style: fill(sheet, style, settle)) == whole
    assert whole.count(b"<row ") == 14


def test_cells_are_as_the_library_itself_writes_them() -> None:
    def usual(sheet: RowSheet, style: xlsxwriter.format.Format) -> None:
        for row in range(12):
            sheet.set_row(row, 14.5 if row % 2 else 20)
            if row == 5:
                continue
            sheet.write_number(row, 2, row / 7, style)
            sheet.write_string(row, 0, f"<dòng {row % 4} & thêm>", style)
            sheet.write_blank(row, 1, None, style)
            sheet.write_formula(row, 30, '=HYPERLINK("#A1","a & b")', style, "a & b")
        sheet.merge_range(12, 0, 13, 4, "gộp", style)

    assert part(usual) == part(fill)


@pytest.mark.parametrize(("row", "column"), [(1_048_576, 0), (0, 16_384), (-1, 0)])
def test_there_is_no_room_beyond_the_last_row_and_column(row: int, column: int) -> None:
    with pytest.raises(ValueError, match="no room"):
        part(lambda sheet, style: sheet.text(row, column, "x", style))


@pytest.mark.parametrize("number", [float("nan"), float("inf")])
def test_what_is_no_number_is_not_written_as_one(number: float) -> None:
    with pytest.raises(ValueError, match="cannot hold"):
        part(lambda sheet, style: sheet.number(0, 0, number, style))


def test_the_file_is_as_the_library_itself_makes_it(tmp_path: Path) -> None:
    def filled(book: xlsxwriter.Workbook) -> None:
        fill(book.add_worksheet("Một", RowSheet), book.add_format({"bold": True}))
        chart = book.add_chart({"type": "line"})
        chart.add_series({"values": "='Một'!$C$1:$C$4"})
        book.add_worksheet("Hai").insert_chart("A1", chart)
        book.set_properties({"created": DAY})
        book.close()

    made = io.BytesIO()
    filled(xlsxwriter.Workbook(made, {"in_memory": True}))
    filled(StreamedWorkbook(tmp_path / "a.xlsx", {}))
    assert (tmp_path / "a.xlsx").read_bytes() == made.getvalue()


def test_a_sheet_of_many_rows_is_never_whole_in_memory(tmp_path: Path) -> None:
    book = StreamedWorkbook(tmp_path / "a.xlsx", {})
    sheet, style = book.add_worksheet("Một", RowSheet), book.add_format()
    tracemalloc.start()
    try:
        for row in range(1_500):
            sheet.set_row(row, 14.5)
            for column in range(20):
                sheet.number(row, column, row / 7 + column, style)
            if row % 10 == 9:
                sheet.settle(0, row + 1)
        book.close()
        _, most = tracemalloc.get_traced_memory()
    finally:
        tracemalloc.stop()
    with zipfile.ZipFile(tmp_path / "a.xlsx") as archive:
        whole = archive.getinfo("xl/worksheets/sheet1.xml").file_size
    assert whole > 1_000_000
    assert most < whole / 2


@pytest.mark.skipif(not Path("/dev/full").exists(), reason="a disk that is always full")
def test_a_full_disk_is_told_as_the_system_tells_it() -> None:
    book = StreamedWorkbook(Path("/dev/full"), {})
    fill(book.add_worksheet("Một", RowSheet), book.add_format())
    with pytest.raises(OSError, match="No space") as caught:
        book.close()
    assert caught.value.errno == errno.ENOSPC
