"""What a sheet hides, merges and locks, however it is written."""

from __future__ import annotations

import io

import openpyxl
import pytest

from qms_xlsx.intake.concealed import MAX_COLUMNS, union
from tests.intake.intake_books import changed, good, ods, scan, with_cells, write
from tests.intake.test_reading import book_of
from tests.libreoffice import converted
from tests.patience import ends, lines_run

ROW = '<row r="{0}"{1}><c r="A{0}"><v>1</v></c></row>'


def part(rows: str, *, columns: str = "", tail: str = "") -> bytes:
    inside = f"<cols>{columns}</cols><sheetData>{rows}</sheetData>{tail}"
    return f"<worksheet>{inside}</worksheet>".encode()


@pytest.mark.parametrize(
    ("hidden", "expected"),
    [
        (' hidden="1"', {2}),
        (' spans="1:9" ht="17" hidden="true" collapsed="false"', {2}),
        (' hidden="0"', set()),
        (' hidden="false"', set()),
        ("", set()),
        (" hidden='1'", set()),  # nobody writes this beside double quotes
    ],
)
def test_hidden_rows_are_told(hidden, expected):
    assert scan(part(ROW.format(2, "") + ROW.format(3, hidden))).hidden_rows == expected


@pytest.mark.parametrize(
    ("columns", "expected"),
    [
        ('<col min="2" max="3" hidden="1"/><col min="5" max="5" width="9"/>', {1, 2}),
        ('<col hidden="true" width="13" max="1" min="1"/>', {0}),
        ('<col min="1" max="4" hidden="false"/>', set()),
        ('<col min="0" max="2" hidden="1"/><col min="9" max="3" hidden="1"/>', {0, 1}),
        ('<col min="16384" max="99999" hidden="1"/>', {16383}),
        ('<col min="999999999" max="x" hidden="1"/>', set()),
    ],
)
@pytest.mark.parametrize("odd", ["", "<!-- -->"], ids=["usual", "parsed"])
def test_hidden_columns_are_told(columns, expected, odd):
    assert scan(part(ROW.format(1, ""), columns=columns, tail=odd)).hidden_columns == expected


@pytest.mark.parametrize("odd", ["", "<!-- -->"], ids=["usual", "parsed"])
def test_merges_and_the_lock_are_told(odd):
    merges = '<mergeCells count="1"><mergeCell ref="B2:C4"/></mergeCells>'
    lock = '<sheetProtection formatColumns="0" sheet="1"/>'
    assert scan(part(ROW.format(1, ' hidden="1"'), tail=lock + merges + odd)).merges == [
        ((1, 1), (3, 2))
    ]
    assert scan(part("", tail=lock + odd)).locked
    assert not scan(part("", tail=lock.replace('"1"', '"0"') + odd)).locked
    assert not scan(part("", tail=odd)).locked


def test_hidden_spans_that_overlap_are_no_work():
    spans = [(b"1", b"99999")] * 10_000
    assert len(union(spans)) == MAX_COLUMNS
    assert lines_run(lambda: union(spans)) < 10 * len(spans)


def test_a_text_full_of_attributes_is_no_work():
    text = 'a hidden="1"' * 300_000
    with ends():  # a pattern that goes back over such a text takes days
        found = scan(part(f'<row r="1"><c r="A1" t="inlineStr"><is><t>{text}</t></is></c></row>'))
    assert not found.hidden_rows


def test_an_opendocument_sheet_tells_the_same(tmp_path):
    cell = '<table:table-cell office:value-type="float" office:value="1"{}/>'
    merged = cell.format(' table:number-columns-spanned="2" table:number-rows-spanned="3"')
    single = cell.format(' table:number-columns-spanned="1" table:number-rows-spanned="1"')
    rows = (
        '<table:table-column table:number-columns-repeated="2"/>'
        '<table:table-column table:visibility="collapse" table:number-columns-repeated="9999999"/>'
        f"<table:table-row>{single}{merged}</table:table-row>"
        f'<table:table-row table:visibility="filter">{single}</table:table-row>'
        f'<table:table-row table:visibility="collapse">{single}</table:table-row>'
        f'<table:table-row table:visibility="visible">{single}</table:table-row>'
    )
    sheet = book_of(ods(rows), tmp_path).sheets[0]
    assert sheet.hidden_rows == {1, 2}
    assert sheet.hidden_columns == set(range(2, MAX_COLUMNS))
    assert sheet.merges == (((0, 1), (2, 2)),)
    assert not sheet.locked


def test_what_is_not_hidden_nor_merged_says_nothing(tmp_path):
    sheet = book_of(with_cells(ROW.format(1, "")), tmp_path).sheets[0]
    assert (sheet.hidden_rows, sheet.hidden_columns, sheet.merges) == (set(), set(), ())


@pytest.mark.parametrize("kind", ["xlsx", "ods"])
def test_what_is_hidden_merged_and_locked_is_the_same_after_libreoffice(kind, tmp_path):
    book = openpyxl.load_workbook(io.BytesIO(good()))
    sheet = book.worksheets[0]
    sheet.row_dimensions[4].hidden = sheet.column_dimensions["B"].hidden = True
    sheet.protection.sheet = True
    source = write(tmp_path, b"", "goc.xlsx")
    book.save(source)
    (saved,) = converted([source], tmp_path / "out", tmp_path / "profile", kind)
    for data in (source.read_bytes(), saved.read_bytes()):
        read = book_of(data, tmp_path).sheets[0]
        assert (read.hidden_rows, read.hidden_columns) == ({3}, {1})
        assert (read.merges, read.locked) == ((((0, 7), (1, 9)),), True)


@pytest.mark.parametrize(
    ("texts", "count"),
    [
        (["Lan: chờ xác nhận", "xem lại"], 2),
        (["V202: Q1 có tử số 78 nhưng thiếu mẫu số."], 0),  # put there by a return copy
        (["S111: đã đổi", "đã hỏi V202"], 1),
        ([""], 1),
    ],
)
def test_peoples_notes_are_counted_and_not_our_own(texts, count, tmp_path):
    notes = "".join(
        f'<comment ref="B{row}" authorId="0"><text><r><t>{text}</t></r></text></comment>'
        for row, text in enumerate(texts, 1)
    )
    part = f"<comments><authors><author/></authors><commentList>{notes}</commentList></comments>"
    assert book_of(changed({"xl/comments1.xml": part}), tmp_path).notes == count
    cells = "".join(
        "<table:table-cell><office:annotation><dc:creator>Lan</dc:creator><dc:date>2024</dc:date>"
        f"<text:p>{text}</text:p></office:annotation></table:table-cell>"
        for text in texts
    )
    row = f'<table:table-row xmlns:dc="urn:dc">{cells}</table:table-row>'
    assert book_of(ods(row), tmp_path).notes == count
