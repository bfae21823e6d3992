"""Only sheets that may matter are read: those that people can type in, and those with a mark."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from qms_xlsx import say
from qms_xlsx.intake import limits
from qms_xlsx.intake.book import Book
from qms_xlsx.intake.markup import has_aside
from qms_xlsx.intake.opening import opened
from qms_xlsx.intake.texts import may_be_long
from tests.intake.intake_books import BOOK, STRINGS, changed, swap, with_cells, write

if TYPE_CHECKING:
    from pathlib import Path

    from qms_xlsx.intake.book import Sheet

MARK = b"#qms:"
LOCK = '<sheetProtection sheet="1"/>'
SHARED = '<row r="1"><c r="A1" t="s"><v>1</v></c></row>'


def first_sheet(data: bytes, folder: Path, mark: bytes = MARK) -> Sheet:
    book = opened(write(folder, data), mark=mark)
    assert isinstance(book, Book), say.text(book.fault.message, "vi")
    return book.sheets[0]


def cell(kind: str, value: str) -> str:
    return f'<row r="1"><c r="A1" t="{kind}">{value}</c></row>'


def texts(*items: str) -> str:
    return f'<sst uniqueCount="{len(items)}">{"".join(f"<si>{item}</si>" for item in items)}</sst>'


def test_a_locked_sheet_without_a_mark_is_not_read(tmp_path: Path) -> None:
    data = with_cells(SHARED, LOCK, texts=["a", "b qms: #"])
    sheet = first_sheet(data, tmp_path)
    assert (sheet.name, sheet.visible, sheet.locked, sheet.rows) == ("Kết quả", True, True, [])
    assert first_sheet(data, tmp_path, b"").rows == [["b qms: #"]]


def test_a_hidden_sheet_without_a_mark_is_not_read(tmp_path: Path) -> None:
    hidden = {BOOK: swap('name="Kết quả"', 'name="Kết quả" state="hidden"')}
    data = changed(hidden, with_cells(SHARED, texts=["a", "b"]))
    sheet = first_sheet(data, tmp_path)
    assert (sheet.visible, sheet.locked, sheet.rows) == (False, False, [])


def test_a_sheet_that_people_can_type_in_is_read(tmp_path: Path) -> None:
    assert first_sheet(with_cells(SHARED, texts=["a", "b"]), tmp_path).rows == [["b"]]


@pytest.mark.parametrize(
    "rows",
    [
        cell("str", "<v>#qms:form:1</v>"),
        cell("inlineStr", "<is><t>#qms:form:1</t></is>"),
        cell("inlineStr", "<is><r><t>#</t></r><r><t>qms:form:1</t></r></is>"),
        cell("str", "<v>&#35;qms:form:1</v>"),
        cell("str", "<v>&#x23;qms:form:1</v>"),
        cell("str", "<v><![CDATA[#qms:form:1]]></v>"),
        cell("str", "<!-- --><v>#qms:form:1</v>"),
    ],
)
def test_a_locked_sheet_with_a_mark_is_read_however_it_is_written(
    rows: str, tmp_path: Path
) -> None:
    assert first_sheet(with_cells(rows, LOCK), tmp_path).rows == [["#qms:form:1"]]


@pytest.mark.parametrize("number", ["1", " 1 ", "01", "+1"])
@pytest.mark.parametrize(
    "shared",
    [
        texts("<t>a</t>", "<t>#qms:form:1</t>"),
        texts("<t>a</t>", '<t xml:space="preserve">#qms:form:1</t>'),
        texts("<t>a</t>", "<r><t>#</t></r><r><t>qms:form:1</t></r>"),
        texts("<r><t>a</t></r><r><t>#</t></r>", "<t>&#35;qms:form:1</t>"),
        texts("<t>a</t>", "<t><![CDATA[#qms:form:1]]></t>"),
        texts("<t>a</t>", "<!-- --><t>#qms:form:1</t>"),
        texts("<t>#</t>", "<t>#qms:form:1</t>", *["<t>#</t>"] * 200),
        "<sst><si/><si><t>#qms:form:1</t></si></sst>",
    ],
)
def test_a_mark_among_the_shared_texts_is_found(shared: str, number: str, tmp_path: Path) -> None:
    rows = cell("s", f"<v>{number}</v>")
    data = changed({STRINGS: shared}, with_cells(rows, LOCK))
    assert first_sheet(data, tmp_path).rows == first_sheet(data, tmp_path, b"").rows
    assert number == "+1" or first_sheet(data, tmp_path).rows == [["#qms:form:1"]]


@pytest.mark.parametrize("sign", ["!", "?"])
def test_asides_are_found_among_many_signs(sign: str) -> None:
    for many in (3, 3_000):
        plain = (f"<f>'Trang'{sign}A1</f>" * many).encode()
        assert not has_aside(plain)
        assert has_aside(plain + b"<" + sign.encode() + b"--")
        assert not has_aside(b"<" + sign.encode() + plain, 2)


@pytest.mark.parametrize("before", [0, 1, 10_000, 16_383])
def test_no_text_that_is_too_long_is_missed_at_a_glance(before: int) -> None:
    head, text = b"<v>" + b"x" * before + b"</v><v>", b"x" * (limits.CHARACTERS + 1)
    assert may_be_long(b"", [head + text + b"</v>"])
    assert may_be_long(head + text + b"</v>", [])
    assert not may_be_long(b"", [(head + text[:9000] + b"</v>") * 9] if before < 10_000 else [])
