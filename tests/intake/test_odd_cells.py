"""One odd spot costs its cell: what no program writes so is left out and named, the rest is read."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from qms_xlsx import say
from qms_xlsx.intake.book import Book
from qms_xlsx.intake.formats import kind_of
from qms_xlsx.intake.opening import opened
from tests.intake.intake_books import BOOK, SHEET, changed, good, ods, swap, with_cells, write
from tests.intake.test_reading import book_of

if TYPE_CHECKING:
    from pathlib import Path

READ = {
    # as every spreadsheet program reads it
    "spaces around a number": ("<v> 12 </v>", 12.0),
    "a line break around a number": ("<v>\n12\t</v>", 12.0),
    "digits written as entities": ("<v>&#49;2</v>", 12.0),
    "a section of characters": ("<v><![CDATA[12]]></v>", 12.0),
    "a comment before the value": ("<!-- x --><v>12</v>", 12.0),
    "an instruction before the value": ("<?a b?><v>12</v>", 12.0),
    "white space between elements": ("\n <v>12</v>\n ", 12.0),
    "a list of extensions": ("<v>12</v><extLst><ext><v>7</v></ext></extLst>", 12.0),
    "an attribute of another program": ("<v x='1'>12</v>", 12.0),
}
ODD = {
    # it could be read in more than one way
    "a comment in a number": "<v>1<!-- x -->2</v>",
    "an instruction in a number": "<v>1<?a b?>2</v>",
    "an element in a number": "<v>1<x/>2</v>",
    "a foreign element in a number": '<v>1<a xmlns="urn:x">5</a>2</v>',
    "an element of ours in a number": "<v>1<v>5</v>2</v>",
    "two values": "<v>1</v><v>2</v>",
    "a foreign element beside a number": '<a xmlns="urn:x"><v>9</v></a><v>1</v>',
    "a foreign value": '<v xmlns="urn:x">9</v>',
    "a comma": "<v>1,5</v>",
    "two points": "<v>1.234.567</v>",
    "a number of a program": "<v>0x10</v>",
    "no number": "<v>NaN</v>",
    "infinity": "<v>inf</v>",
    "underscores": "<v>1_000</v>",
    "a word": "<v>mười</v>",
}
TYPED = {
    "an unknown type": ('t="zz"', "<v>5</v>"),
    "a text that is not in the list": ('t="s"', "<v>99999</v>"),
    "a text before the list": ('t="s"', "<v>-1</v>"),
    "a text of the list by its words": ('t="s"', "<v>abc</v>"),
    "yes or no of another number": ('t="b"', "<v>7</v>"),
    "a date that is none": ('t="d"', "<v>hôm qua</v>"),
    "both ways of a text": ('t="inlineStr"', "<is><t>a</t></is><v>5</v>"),
    "a comment in a text": ('t="str"', "<v>a<!-- x -->b</v>"),
    "a foreign element in a text": ('t="inlineStr"', '<is><t>a</t><z xmlns="urn:x">b</z></is>'),
}
BESIDE = '<row r="1"><c r="A1"{}>{}</c><c r="B1"><v>7</v></c></row><row r="2"><c r="A2"><v>8</v></c></row>'


def one_odd(data: bytes, folder: Path) -> Book:
    """Return the book, whose first cell alone was left out."""
    book = book_of(data, folder)
    sheet = book.sheets[0]
    assert sheet.odd == {(0, 0)}
    assert sheet.rows[0][0] == ""
    assert (sheet.rows[0][1], sheet.rows[1][0]) == (7, 8)
    [named] = [f for f in book.warnings if f.code == "F508"]
    assert (named.place.sheet, named.place.cell) == ("Kết quả", "A1")
    return book


@pytest.mark.parametrize("name", READ)
def test_what_every_program_reads_is_read(name, tmp_path):
    inside, value = READ[name]
    book = book_of(with_cells(BESIDE.format("", inside)), tmp_path)
    assert book.sheets[0].rows[0] == [value, 7]
    assert not book.sheets[0].odd


@pytest.mark.parametrize("name", ODD)
def test_a_number_written_oddly_costs_its_cell(name, tmp_path):
    one_odd(with_cells(BESIDE.format("", ODD[name])), tmp_path)


@pytest.mark.parametrize("name", TYPED)
def test_a_cell_of_an_odd_type_costs_its_cell(name, tmp_path):
    kind, inside = TYPED[name]
    one_odd(with_cells(BESIDE.format(f" {kind}", inside), texts=["một", "hai"]), tmp_path)


def test_an_address_that_stands_twice_is_odd(tmp_path):
    rows = '<row r="1"><c r="A1"><v>1</v></c><c r="A1"><v> 2 </v></c><c r="B1"><v>7</v></c></row>'
    one_odd(with_cells(rows + '<row r="2"><c r="A2"><v>8</v></c></row>'), tmp_path)


def test_a_text_cell_that_keeps_its_text_as_a_value_is_read(tmp_path):
    book = book_of(with_cells(BESIDE.format(' t="inlineStr"', "<v>năm</v>")), tmp_path)
    assert book.sheets[0].rows[0] == ["năm", 7]


def test_a_text_in_runs_is_read_without_its_reading_aid(tmp_path):
    inside = "<is><r><rPr><b/></rPr><t>mục</t></r><r><t> tiêu</t></r><rPh><t>x</t></rPh></is>"
    book = book_of(with_cells(BESIDE.format(' t="inlineStr"', inside)), tmp_path)
    assert book.sheets[0].rows[0] == ["mục tiêu", 7]


@pytest.mark.parametrize("odd", ["a<!-- x -->b", "a<?x y?>b"])
def test_a_list_of_texts_with_comments_gives_its_texts(odd, tmp_path):
    book = book_of(with_cells(BESIDE.format(' t="s"', "<v>0</v>"), texts=[odd]), tmp_path)
    assert book.sheets[0].rows[0] == ["ab", 7]


@pytest.mark.parametrize("lie", ["A0", "A0:AZ48943", "", "B", "A1:", "1:1", "$A$1:$B$2", "ZZZZ1"])
def test_a_wrong_dimension_costs_nothing(lie, tmp_path):
    data = changed({SHEET: swap('<dimension ref="[^"]*"', f'<dimension ref="{lie}"')})
    assert book_of(data, tmp_path).sheets == book_of(good(), tmp_path).sheets


def test_a_sheet_in_utf_16_is_read(tmp_path):
    from tests.intake.intake_books import parts_of

    text = parts_of(good())[SHEET].decode()
    for data in (text.replace('"UTF-8"', '"UTF-16"').encode("utf-16"), text.encode("utf-16-le")):
        assert book_of(changed({SHEET: data}), tmp_path).sheets == book_of(good(), tmp_path).sheets


UNUSED = {
    "customXml of SharePoint in UTF-16": {"customXml/item1.xml": "<a/>".encode("utf-16")},
    "an empty part": {"customXml/item2.xml": b""},
    "a DOCTYPE where nobody looks": {"docProps/thumbnail.xml": "<!DOCTYPE a><a/>"},
    "a drawing cut short": {"xl/drawings/drawing9.xml": "<a><b>"},
}


@pytest.mark.parametrize("name", UNUSED)
def test_a_part_that_is_not_used_is_no_reason_to_refuse(name, tmp_path):
    assert book_of(changed(UNUSED[name]), tmp_path).sheets == book_of(good(), tmp_path).sheets


@pytest.mark.parametrize(
    ("name", "data"),
    [("Configurations2/accelerator/current.xml", b""), ("Basic/script-lc.xml", b"<l/>"),
     ("Basic/Standard/Module1.xml", b"<!DOCTYPE script:module PUBLIC '' 'module.dtd'><m/>"),
     ("META-INF/manifest.xml", b"<m>"), ("meta.xml", b"<office:document-meta"),
     ("styles.xml", b"<!DOCTYPE x><x/>")],
)  # fmt: skip
def test_an_unused_part_of_an_opendocument_file_is_no_reason_to_refuse(name, data, tmp_path):
    if name == "meta.xml":
        data = "<a/>".encode("utf-7") + b" "
    book = book_of(ods(ODS_CELL, extra={name: data}), tmp_path)
    assert book.sheets[0].rows == [[5.0]]


ODS_CELL = (
    '<table:table-row><table:table-cell office:value-type="float" office:value="5"/>'
    "</table:table-row>"
)


def ods_cell(attributes: str, inside: str = "") -> str:
    return f"<table:table-row><table:table-cell {attributes}>{inside}</table:table-cell></table:table-row>"


TEXTS = {
    "tabs keep words apart": ("<text:p>mục<text:tab/>tiêu</text:p>", "mục\ttiêu"),
    "line breaks keep words apart": ("<text:p>mục<text:line-break/>tiêu</text:p>", "mục\ntiêu"),
    "paragraphs are lines": ("<text:p>mục</text:p>\n  <text:p>tiêu</text:p>", "mục\ntiêu"),
    "spaces are counted": ('<text:p>a<text:s text:c="3"/>b</text:p>', "a   b"),
    "a space at the end stays": ("<text:p>a<text:s/></text:p>", "a "),
    "white space of the markup is one space": ("<text:p>\n   a\n   b </text:p>", "a b"),
    "spans": ("<text:p>mục <text:span>tiêu</text:span></text:p>", "mục tiêu"),
    "a note is no text": ("<office:annotation><text:p>x</text:p></office:annotation>"
                          "<text:p>a</text:p>", "a"),
    "a comment": ("<!-- x --><text:p>a</text:p><!-- y -->", "a"),
}  # fmt: skip


@pytest.mark.parametrize("name", TEXTS)
def test_a_text_of_an_opendocument_cell_is_as_it_is_shown(name, tmp_path):
    inside, text = TEXTS[name]
    row = ods_cell('office:value-type="string"', inside)
    assert book_of(ods(row), tmp_path).sheets[0].rows == [[text]]


@pytest.mark.parametrize(
    ("attributes", "value", "shown"),
    [
        ('office:value-type="float" office:value=" 12 "', 12.0, None),
        ('office:value-type="currency" office:value="9.267"', 9.267, None),
        ('office:value-type="percentage" office:value="0.95"', 0.95, "percent"),
        ('office:value-type="boolean" office:boolean-value="true"', True, None),
        ('office:value-type="date" office:date-value="1900-02-28"', 60.0, "date"),
        ('office:value-type="date" office:date-value="1899-12-30"', 0.0, "date"),
        ('office:value-type="date" office:date-value="1899-12-30T12:00:00"', 0.5, "date"),
        ('office:value-type="time" office:time-value="PT48H00M00S"', 2.0, "date"),
        ('office:value-type="void"', None, None),
    ],
)
def test_a_number_of_an_opendocument_cell_is_what_was_typed(attributes, value, shown, tmp_path):
    sheet = book_of(ods(ods_cell(attributes) + ODS_CELL), tmp_path).sheets[0]
    assert sheet.rows[0][0] == ("" if value is None else value)
    assert sheet.shown.get((0, 0)) == shown


@pytest.mark.parametrize(
    "attributes",
    [
        'office:value-type="float" office:value="1,5"',
        'office:value-type="float"',
        'office:value-type="boolean" office:boolean-value="maybe"',
        'office:value-type="date" office:date-value="hôm qua"',
        'office:value-type="time" office:time-value="12:30"',
        'office:value-type="cake" office:value="5"',
    ],
)
def test_an_odd_cell_of_an_opendocument_file_costs_its_cell(attributes, tmp_path):
    book = book_of(ods(ods_cell(attributes, "<text:p>1,5</text:p>") + ODS_CELL), tmp_path)
    assert book.sheets[0].rows == [[""], [5.0]]
    assert book.sheets[0].odd == {(0, 0)}
    assert [(f.code, f.place.cell) for f in book.warnings] == [("F508", "A1")]


def test_an_opendocument_file_that_counts_from_1904_gives_days_and_typed_numbers(tmp_path):
    setting = '<table:calculation-settings><table:null-date table:date-value="1904-01-01"/></table:calculation-settings>'
    cells = [
        ods_cell('office:value-type="date" office:date-value="2024-06-14"'),
        ods_cell('office:value-type="date" office:date-value="1904-01-13"'),
    ]
    data = ods("".join(cells))
    content = changed(
        {
            "content.xml": lambda xml: xml.replace(
                "<office:spreadsheet>", "<office:spreadsheet>" + setting
            )
        },
        data,
    )
    book = opened(write(tmp_path, content))
    assert isinstance(book, Book)
    day, number = (row[0] for row in book.sheets[0].rows)
    assert (str(day), number) == ("2024-06-14", 12.0)


@pytest.mark.parametrize(
    ("number", "code", "kind"),
    [
        (0, None, ""), (9, None, "percent"), (14, None, "date"), (20, None, "time"),
        (46, None, "time"), (50, None, "date"), (57, "#,##0.00", ""), (50, "General", ""),
        (164, "dd/mm/yyyy", "date"), (165, "mmm-yy", "month"), (17, None, "month"), (166, "[h]:mm", "time"),
        (167, "0.0%", "percent"), (168, '0.0" %"', ""), (169, "#,##0\\ [$đ-42A]", ""),
        (170, '0 "ngày"', ""), (171, "[Red]0;[Blue]-0", ""), (172, "0_);[Red]\\(0\\)", ""),
        (173, "mm:ss.0", "time"), (174, "d/m", "date"), (175, "@", ""), (176, "Standard", ""),
        (177, "0.00E+00", ""), (178, "0;0%", ""), (179, "", ""),
    ],
)  # fmt: skip
def test_a_number_format_shows_a_date_a_time_a_percentage_or_a_number(number, code, kind):
    assert kind_of(number, code) == kind


def styled(code: str) -> bytes:
    """Return the good workbook whose style 1 has this number format."""
    return changed({"xl/styles.xml": lambda xml: xml.replace("dd/mm/yyyy", code)})


@pytest.mark.parametrize(
    ("code", "value", "expected", "shown"),
    [
        ("dd/mm/yyyy", "60", 60.0, "date"),
        ("dd/mm/yyyy", "59", 59.0, "date"),
        ("dd/mm/yyyy", "0", 0.0, "date"),
        ("dd/mm/yyyy", "0.78", 0.78, "date"),
        ("dd/mm/yyyy", "10958", 10958.0, "date"),
        ("dd/mm/yyyy", "10959", "1930-01-01", None),
        ("dd/mm/yyyy", "45457", "2024-06-14", None),
        ("dd/mm/yyyy", "45457.5", "2024-06-14 12:00:00", None),
        ("dd/mm/yyyy", "9999999", 9999999.0, "date"),
        ("dd/mm/yyyy", "-1", -1.0, "date"),
        ("h:mm", "0.5", "12:00:00", None),
        ("h:mm", "3", 3.0, "date"),
        ("0%", "0.95", 0.95, "percent"),
        ("0.00", "60", 60.0, None),
    ],
)
@pytest.mark.parametrize("odd", ["", "<!-- -->"], ids=["searched", "rebuilt"])
def test_a_number_under_a_format_is_what_was_typed(code, value, expected, shown, odd, tmp_path):
    data = with_cells(f'<row r="1">{odd}<c r="A1" s="1"><v>{value}</v></c></row>')
    data = changed({"xl/styles.xml": lambda xml: xml.replace("dd/mm/yyyy", code) + " "}, data)
    sheet = book_of(data, tmp_path).sheets[0]
    found = sheet.rows[0][0]
    assert (found if isinstance(found, float) else str(found)) == expected
    assert sheet.shown.get((0, 0)) == shown


def test_what_is_refused_whole_names_its_part_and_how_to_mend_it(tmp_path):
    broken = opened(write(tmp_path, changed({BOOK: swap("</sheets>", "</sheet>")})))
    placed = opened(write(tmp_path, with_cells('<row r="1"><c r="A1B"><v>1</v></c></row>')))
    assert "xl/workbook.xml cannot be understood (line" in say.text(broken.fault.message, "en")
    assert "“A1B”" in say.text(placed.fault.message, "en")
    assert placed.fault.place.sheet == "Kết quả"
    for refused in (broken, placed):
        assert "Open it in Excel or LibreOffice, save it" in say.text(refused.fault.hint, "en")
