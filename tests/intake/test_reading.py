"""What sound workbooks give, and what the parser alone would not tell."""

from __future__ import annotations

import io
import re
from datetime import UTC, date, datetime, timedelta, timezone
from typing import TYPE_CHECKING

import pytest
import xlsxwriter
from hypothesis import given
from hypothesis import strategies as st

from qms_xlsx import say
from qms_xlsx.book.a1 import address
from qms_xlsx.domain.finding import Finding
from qms_xlsx.intake import limits
from qms_xlsx.intake.book import Book, Refused
from qms_xlsx.intake.cells import Cells, place
from qms_xlsx.intake.opening import opened
from tests.intake.intake_books import (
    BOOK,
    SHEET,
    STYLES,
    changed,
    exact,
    good,
    ods,
    parts_of,
    scan,
    swap,
    with_cells,
    write,
    zipped,
)
from tests.libreoffice import converted

if TYPE_CHECKING:
    from pathlib import Path


def book_of(data: bytes, folder: Path) -> Book:
    result = opened(write(folder, data))
    assert isinstance(result, Book), say.text(result.fault.message, "vi")
    return result


def codes(found: tuple[Finding, ...]) -> list[str]:
    return [fault.code for fault in found]


def test_a_good_workbook_is_read_from_a1_with_all_its_sheets(tmp_path):
    book = book_of(good(), tmp_path)
    results, hidden = book.sheets
    assert (book.kind, book.size, len(book.sha256)) == ("xlsx", len(good()), 64)
    assert book.modified == datetime(2024, 6, 15, 8, 30, tzinfo=UTC)
    assert results.name == "Kết quả"
    assert results.visible
    assert results.rows[3][:6] == ["TL-3:numerator", "Mục tiêu số 3", 4.5, 3, date(2024, 1, 4), 7.5]
    assert results.formulas == {(row, 5) for row in range(40)}
    assert not results.unvalued
    assert (hidden.name, hidden.visible, hidden.rows) == ("Ẩn", False, [])
    assert [(f.code, f.place.sheet) for f in book.warnings] == [("F505", "Ẩn")]


CELLS = {
    "an error is told from a blank": (
        '<row r="2"><c r="B2" t="e"><v>#N/A</v></c><c r="C2" s="1"/></row>',
        Cells(errors={(1, 1)}, last_row=2),
    ),
    "a formula and its error": (
        '<row r="1"><c r="A1" t="e"><f>1/0</f><v>#DIV/0!</v></c></row>',
        Cells(errors={(0, 0)}, formulas={(0, 0)}, last_row=1),
    ),
    "a formula without a stored value": (
        '<row r="1"><c r="A1"><f>1</f></c><c r="B1"><f>1</f><v></v></c><c r="C1"><f>1</f><v/></c>'
        '<c r="D1"><f>1</f><v>1</v></c></row>',
        Cells(formulas={(0, n) for n in range(4)}, unvalued={(0, 0), (0, 1), (0, 2)}, last_row=1),
    ),
    "a formula that gives an empty text has a value": (
        '<row r="1"><c r="A1" t="str"><f>""</f><v></v></c></row>',
        Cells(formulas={(0, 0)}, last_row=1),
    ),
    "shared formulas": (
        '<row r="1"><c r="A1"><f t="shared" ref="A1:B1" si="0">1</f><v>1</v></c>'
        '<c r="B1"><f t="shared" si="0"/><v>1</v></c><c r="C1"><f t="shared" si="0"/></c></row>',
        Cells(formulas={(0, 0), (0, 1), (0, 2)}, unvalued={(0, 2)}, last_row=1),
    ),
    "an array formula covers its cells": (
        '<row r="1"><c r="A1"><f t="array" ref="A1:B2">1</f><v>1</v></c>'
        '<c r="B1"><v>1</v></c></row>',
        Cells(formulas={(0, 0), (0, 1), (1, 0), (1, 1)}, last_row=1),
    ),
    "pretty-printed": (
        '<row r="1">\n <c r="A1">\n  <f>1</f>\n  <v>1</v>\n </c>\n <c r="B1"><f>2</f></c></row>',
        Cells(formulas={(0, 0), (0, 1)}, unvalued={(0, 1)}, last_row=1),
    ),
    "other order and quotes": (
        "<row r='1'><c t='e' s='1' r='A1'><v>#REF!</v></c>"
        "<c t='str' r='C1'><f>1</f><v>x</v></c></row>",
        Cells(errors={(0, 0)}, formulas={(0, 2)}, last_row=1),
    ),
    "no addresses": (
        '<row/><row><c/><c t="e"><v>#N/A</v></c></row><row r="5"><c><f>1</f></c></row>',
        Cells(errors={(1, 1)}, formulas={(4, 0)}, unvalued={(4, 0)}, last_row=5),
    ),
    "cells in a comment do not count": (
        '<!-- <c r="A9" t="e"><v>#N/A</v></c> --><row r="1"><c r="A1"><v>1</v></c></row>',
        Cells(last_row=1),
    ),
    "far out": (
        '<row r="10000"><c r="A10000" t="e"><v>#N/A</v></c></row>',
        Cells(errors={(9999, 0)}, last_row=10_000),
    ),
}


@pytest.mark.parametrize("name", CELLS)
def test_errors_and_formulas_are_found_at_their_cells(name, tmp_path):
    rows, expected = CELLS[name]
    part = f"<worksheet><sheetData>{rows}</sheetData></worksheet>".encode()
    assert scan(part) == expected
    assert exact(part) == expected  # the slow way says the same
    sheet = book_of(with_cells(rows), tmp_path).sheets[0]
    assert (sheet.errors, sheet.formulas) == (expected.errors, expected.formulas)


def test_the_fast_way_and_the_exact_way_agree_on_a_real_sheet():
    part = parts_of(good())[SHEET]
    assert scan(part) == exact(part)


@pytest.mark.parametrize("reference", ["A1", "Z9", "AA10", "AZ99", "ZZ1", "AAA1", "XFD1048576"])
def test_an_address_round_trips(reference):
    assert address(*place(reference)) == reference


def test_errors_of_newer_excel_are_errors_like_the_others(tmp_path):
    rows = (
        '<row r="1"><c r="A1" t="e"><f>X()</f><v>#SPILL!</v></c><c r="B1" t="str"><v>#CALC!</v></c>'
        '<c r="C1" t="e"><v>#CALC!</v></c><c r="D1" t="e"><v>#N/A</v></c></row>'
    )
    sheet = book_of(with_cells(rows), tmp_path).sheets[0]
    assert sheet.rows == [["", "#CALC!", "", ""]]
    assert sheet.errors == {(0, 0), (0, 2), (0, 3)}


def test_a_dimension_that_lies_loses_no_cell(tmp_path):
    for lie in ("A1", "A1:XFD1048576"):
        data = changed({SHEET: swap('<dimension ref="[^"]*"', f'<dimension ref="{lie}"')})
        assert book_of(data, tmp_path).sheets == book_of(good(), tmp_path).sheets


def test_ghost_rows_are_left_out_and_noted(tmp_path):
    ghosts = "".join(f'<row r="{n}"><c r="A{n}" s="1"/></row>' for n in range(2, 5_002))
    book = book_of(with_cells(f'<row r="1"><c r="A1"><v>1</v></c></row>{ghosts}'), tmp_path)
    assert book.sheets[0].rows == [[1]]
    note = next(fault for fault in book.warnings if fault.code == "F506")
    assert (note.place.sheet, note.message.values["rows"]) == ("Kết quả", 5_000)


def test_a_last_row_that_is_only_formatted_is_read_past(tmp_path):
    rows = '<row r="1"><c r="A1"><v>1</v></c></row><row r="1048576"><c r="XFD1048576" s="1"/></row>'
    assert book_of(with_cells(rows), tmp_path).sheets[0].rows == [[1]]


def test_dates_of_the_1904_system_are_converted_and_noted(tmp_path):
    rows = '<row r="1"><c r="A1" s="1"><v>0</v></c><c r="B1" s="1"><v>43538</v></c></row>'
    data = changed({BOOK: swap("<workbookPr", '<workbookPr date1904="1"')}, with_cells(rows))
    book = book_of(data, tmp_path)
    assert book.sheets[0].rows[0][1] == date(2023, 3, 15)
    assert "F507" in codes(book.warnings)


def test_strict_ooxml_is_read_like_the_ordinary_kind(tmp_path):
    swaps = (
        ("http://schemas.openxmlformats.org/spreadsheetml/2006/main", "spreadsheetml/main"),
        ("http://schemas.openxmlformats.org/officeDocument/2006/", "officeDocument/"),
    )
    parts = {}
    for name, data in parts_of(good()).items():
        text = data.decode()
        for old, new in swaps:
            text = text.replace(old, f"http://purl.oclc.org/ooxml/{new}")
        parts[name] = text
    assert book_of(zipped(parts), tmp_path).sheets == book_of(good(), tmp_path).sheets


def prefixed(text: str) -> str:
    text = re.sub(r"<(/?)(?![?!])", r"<\1x:", text)
    return text.replace(' xmlns="', ' xmlns:x="')


def test_workbooks_that_prefix_every_element_are_read(tmp_path):
    data = changed({SHEET: prefixed, BOOK: prefixed, STYLES: prefixed})
    assert book_of(data, tmp_path).sheets == book_of(good(), tmp_path).sheets


def test_part_names_with_backslashes_and_other_capitals_are_found(tmp_path):
    parts = {name.replace("xl/", "XL\\"): data for name, data in parts_of(good()).items()}
    assert book_of(zipped(parts), tmp_path).sheets == book_of(good(), tmp_path).sheets


def test_an_unknown_encoding_is_refused_by_its_part(tmp_path):
    result = opened(write(tmp_path, changed({BOOK: swap("UTF-8", "UTF-9")})))
    assert isinstance(result, Refused)
    assert (result.fault.code, result.fault.message.values["part"]) == ("F305", BOOK)


def test_bytes_after_the_archive_do_not_matter(tmp_path):
    assert book_of(good() + b"trailing bytes of a mail gateway", tmp_path).kind == "xlsx"


@pytest.mark.parametrize(
    ("written", "hour"), [("2024-06-15T08:30:00Z", 15), ("2024-06-15T08:30:00", 8)]
)
def test_a_time_without_a_zone_is_the_offices_own(written, hour, tmp_path):
    data = changed(
        {"docProps/core.xml": swap("2024-06-15T08:30:00Z(?=</dcterms:mod)", written + " ")}
    )
    modified = book_of(data, tmp_path).modified
    assert modified.astimezone(timezone(timedelta(hours=7))).hour == hour


@pytest.mark.parametrize("written", ["", "<dcterms:modified>hôm qua gì đó</dcterms:modified>"])
def test_a_file_that_does_not_say_when_it_was_saved_is_read(written, tmp_path):
    data = changed({"docProps/core.xml": f"<coreProperties>{written}</coreProperties>"})
    assert book_of(data, tmp_path).modified is None


def test_a_chart_sheet_holds_no_cells_and_is_left_out(tmp_path):
    buffer = io.BytesIO()
    made = xlsxwriter.Workbook(buffer)
    made.add_worksheet("Số liệu").write(0, 0, 5)
    chart = made.add_chart({"type": "bar"})
    chart.add_series({"values": "='Số liệu'!$A$1:$A$2"})
    made.add_chartsheet("Biểu đồ").set_chart(chart)
    made.add_worksheet("Sau").write(0, 0, 6)
    made.close()
    book = book_of(buffer.getvalue(), tmp_path)
    assert [(s.name, s.rows) for s in book.sheets] == [("Số liệu", [[5]]), ("Sau", [[6]])]


REL = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
VBA = swap(
    "</Relationships>",
    '<Relationship Id="v" Type="http://schemas.microsoft.com/office/2006/relationships/vbaProject"'
    ' Target="vbaProject.bin"/></Relationships>',
)


@pytest.mark.parametrize(
    ("changes", "kind", "code"),
    [
        ({"xl/vbaProject.bin": b"\0", "xl/_rels/workbook.xml.rels": VBA}, "xlsm", "F501"),
        (
            {"[Content_Types].xml": swap("sheet.main[+]xml", "sheet.macroEnabled.main+xml")},
            "xlsx",
            None,
        ),
        ({"xl/externalLinks/externalLink1.xml": "<externalLink/>"}, "xlsx", "F502"),
        ({"xl/externalLinks/externalLink1.xml": "<e><ddeLink/></e>"}, "xlsx", "F503"),
        ({"xl/connections.xml": "<connections/>"}, "xlsx", "F503"),
    ],
)
def test_active_content_is_not_run_but_named(changes, kind, code, tmp_path):
    book = book_of(changed(changes), tmp_path)
    assert book.sheets == book_of(good(), tmp_path).sheets
    if code:
        assert book.kind == kind
        assert code in codes(book.warnings)


ODS_ROWS = (
    '<table:table-row table:number-rows-repeated="2"><table:table-cell '
    'table:number-columns-repeated="3"/></table:table-row><table:table-row>'
    '<table:table-cell office:value-type="string"><office:annotation><text:p>ghi chú</text:p>'
    "</office:annotation><text:p>chữ</text:p></table:table-cell>"
    '<table:table-cell table:number-columns-repeated="2" office:value-type="float" '
    'office:value="1.5"/><table:table-cell table:formula="of:=1/0" office:value-type="string" '
    'office:string-value="" calcext:value-type="error"/><table:table-cell table:formula="of:=1"/>'
    '</table:table-row><table:table-row table:number-rows-repeated="1048573">'
    '<table:table-cell table:number-columns-repeated="16384"/></table:table-row>'
)


def test_an_opendocument_sheet_gives_values_errors_and_formulas(tmp_path):
    book = book_of(ods(ODS_ROWS), tmp_path)
    sheet = book.sheets[0]
    assert (book.kind, sheet.name) == ("ods", "Bảng")
    assert sheet.rows[2][:3] == ["chữ", 1.5, 1.5]
    assert (sheet.errors, sheet.formulas) == ({(2, 3)}, {(2, 3), (2, 4)})
    assert sheet.unvalued == {(2, 4)}
    assert book.notes == 1


@pytest.mark.parametrize(
    ("extra", "rows", "code"),
    [
        ({"Basic/Standard/Module1.xml": "<l/>"}, "", "F501"),
        ({}, "<table:table-source/>", "F502"),
        ({}, "<office:dde-source/>", "F503"),
    ],
)
def test_active_content_of_an_opendocument_sheet_is_named(extra, rows, code, tmp_path):
    assert codes(book_of(ods(rows + ODS_ROWS, extra=extra), tmp_path).warnings) == [code]


def test_many_sheets_share_the_room_for_cells(tmp_path):
    far = '<sheetData><row r="400000"><c r="T400000"><v>1</v></c></row></sheetData>'
    data = changed({SHEET: swap("<sheetData.*</sheetData>", far)})
    data = changed({SHEET.replace("1", "2"): swap("<sheetData/>", far)}, data)
    result = opened(write(tmp_path, data))
    assert isinstance(result, Refused)
    assert result.fault.code == "F206"
    assert result.fault.message.values["limit"] == limits.BOX_CELLS


@pytest.mark.parametrize("kind", ["xlsx", "ods", "xls"])
def test_a_form_saved_by_libreoffice_gives_the_same_values(kind, tmp_path):
    source = write(tmp_path, good(), "goc.xlsx")
    (saved,) = converted([source], tmp_path / "out", tmp_path / "profile", kind)
    book = book_of(saved.read_bytes(), tmp_path)
    original = book_of(good(), tmp_path)
    assert book.kind == kind
    assert [s.name for s in book.sheets] == [s.name for s in original.sheets]
    assert [s.visible for s in book.sheets] == [True, False]
    assert book.sheets[0].rows == original.sheets[0].rows
    assert book.sheets[0].formulas == original.sheets[0].formulas
    assert book.sheets[0].merges == original.sheets[0].merges
    if kind == "xls":
        assert codes(book.warnings) == ["F504", "F505"]
    else:
        assert book.modified is not None


VALUES = ("", "<v>1</v>", '<v xml:space="preserve"> </v>', "<v></v>", "<v/>", "<is><t>x</t></is>")
FORMULAS = ("", "<f>A1+1</f>", '<f t="shared" si="0"/>', "<f/>", '<f ca="1">NOW()</f>')


@st.composite
def sheets(draw: st.DrawFn) -> bytes:
    """Rows of cells as the usual programs write them."""
    rows = []
    for row in sorted(draw(st.sets(st.integers(1, 9_999), max_size=5))):
        cells = []
        for column in sorted(draw(st.sets(st.integers(0, 700), max_size=6))):
            kind = draw(st.sampled_from(["", ' t="e"', ' t="str"', ' s="3"', ' s="3" t="e"']))
            inside = draw(st.sampled_from(FORMULAS)) + draw(st.sampled_from(VALUES))
            head = f'<c r="{address(row - 1, column)}"{kind}'
            cells.append(f"{head}>{inside}</c>" if inside else f"{head}/>")
        looks = draw(st.sampled_from(["", ' hidden="1"', ' hidden="true"', ' hidden="false"']))
        rows.append(f'<row r="{row}" spans="1:9"{looks}>{"".join(cells)}</row>')
    columns = draw(st.sampled_from(["", '<cols><col min="2" max="4" hidden="1"/></cols>']))
    lock = draw(st.sampled_from(["", '<sheetProtection sheet="1"/>']))
    merges = draw(st.sampled_from(["", '<mergeCells><mergeCell ref="B2:C3"/></mergeCells>']))
    inside = f"{columns}<sheetData>{''.join(rows)}</sheetData>{lock}{merges}"
    return f"<worksheet>{inside}</worksheet>".encode()


@given(sheets())
def test_the_fast_way_and_the_exact_way_agree(part):
    assert scan(part) == exact(part)
