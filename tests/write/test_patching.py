"""One cell of a sheet's XML written anew, whoever wrote the sheet."""

from __future__ import annotations

import pytest

from qms_xlsx.write.patching import CannotPatchError, patched

NEW = b'<c r="B2" t="inlineStr"><is><t xml:space="preserve">x</t></is></c>'
STYLED = NEW.replace(b' t="inl', b' s="7" t="inl')


@pytest.mark.parametrize(
    ("row", "after"),
    [
        (b'<c r="B2" s="7"><v>1</v></c>', STYLED),
        (b'<c r="B2" s="7"/>', STYLED),
        (b"<c s='7' r='B2' t='s'><v>4</v></c>", STYLED),
        (b'<c r="B2"\n s="7"\t></c >', STYLED),
        (b'<c r="A2"/><c r="B2" s="7"/><c r="C2"/>', b'<c r="A2"/>' + STYLED + b'<c r="C2"/>'),
        (b'<c r="A2"/><c r="C2"/>', b'<c r="A2"/>' + NEW + b'<c r="C2"/>'),
        (b'<c r="A2"/><c r="AA2"/>', b'<c r="A2"/>' + NEW + b'<c r="AA2"/>'),
        (b'<c r="A2"><v>1</v></c>', b'<c r="A2"><v>1</v></c>' + NEW),
        (b'<!-- <c r="B2"/> --><c r="B2" s="7"/>', b'<!-- <c r="B2"/> -->' + STYLED),
        (b'<c r="A2"><is><t>a>b</t></is></c><c r="B2" s="7"><is><t>&lt;&#10;</t></is></c>',
         b'<c r="A2"><is><t>a>b</t></is></c>' + STYLED),
    ],
)  # fmt: skip
def test_only_the_cell_changes(row: bytes, after: bytes) -> None:
    around = b'<?xml version="1.0"?>\n<w><row r="1"><c r="B1"/></row><row r="2">%s</row><row r="3"/></w>\n'
    assert patched(around % row, {"B2": "x"}) == around % after


def test_a_prefix_is_kept() -> None:
    sheet = b'<x:w xmlns:x="m"><x:row r="2"><x:c r="B2" s="1"><x:v>1</x:v></x:c></x:row></x:w>'
    found = patched(sheet, {"B2": "x"})
    assert (
        b'<x:c r="B2" s="1" t="inlineStr"><x:is><x:t xml:space="preserve">x</x:t></x:is></x:c>'
        in found
    )


def test_markup_in_an_answer_is_text() -> None:
    found = patched(b'<w><row r="2"><c r="B2"/></row></w>', {"B2": "<v>&"})
    assert b">&lt;v&gt;&amp;<" in found


def test_several_cells_of_a_row() -> None:
    found = patched(b'<w><row r="2"><c r="A2"/></row></w>', {"C2": "z", "B2": "y"})
    assert found.index(b'"B2"') < found.index(b'"C2"')


@pytest.mark.parametrize(
    "sheet",
    [
        b'<w><row r="1"><c r="B1"/></row></w>',
        b'<w><row r="2"><c r="B2"><f>A1</f><v>1</v></c></row></w>',
        b'<w><row r="2"><c><v>1</v></c></row></w>',
        b'<w><row r="2"/></w>',
        b'<w><row r="2"><c r="B2"></row></w>',
        '<w><row r="2"><c r="B2"/></row></w>'.encode("utf-16"),
        b"",
    ],
)
def test_what_cannot_be_told_is_not_touched(sheet: bytes) -> None:
    with pytest.raises(CannotPatchError):
        patched(sheet, {"B2": "x"})
