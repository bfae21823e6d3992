"""Documents of every kind become the same paragraphs and tables; hostile ones a finding."""

from __future__ import annotations

from pathlib import Path
from zipfile import ZIP_DEFLATED, ZipFile

import openpyxl
import pytest

from qms_xlsx.book import resources
from qms_xlsx.document.model import Document, Paragraph, TextTable
from qms_xlsx.document.opening import opened_document, read_decision, read_document
from qms_xlsx.document.texts import goes_on, text_blocks
from qms_xlsx.document.web import page_blocks
from qms_xlsx.intake.book import Refused
from qms_xlsx.say.findings import line
from tests.document.word_writer import W, paragraph, table, write_docx


def texts(document: Document | Refused) -> list[tuple[str, str]]:
    assert isinstance(document, Document), document
    return [(p.marker, p.text) for p in document.paragraphs]


def test_numbers_that_word_makes_are_told(tmp_path: Path) -> None:
    body = [paragraph(t, level) for t, level in (("Một", 0), ("Ý a", 1), ("Ý b", 1), ("Hai", 0))]
    body += [
        paragraph("Gạch", 2),
        paragraph("Gạch đầu dòng đã tính là ý a", 1),
        paragraph("Không số"),
    ]
    found = texts(opened_document(write_docx(tmp_path / "a.docx", *body)))
    assert [marker for marker, _ in found] == ["1.", "a)", "b)", "2.", "-", "b)", ""]


def test_an_item_below_counts_as_one_of_the_level_above_as_in_word(tmp_path: Path) -> None:
    body = [paragraph("Gạch đầu dòng", 2), paragraph("Mục", 0)]
    found = texts(opened_document(write_docx(tmp_path / "a.docx", *body)))
    assert [marker for marker, _ in found] == ["-", "2."]


def test_what_word_hides_is_not_read_and_text_boxes_and_footnotes_are(tmp_path: Path) -> None:
    box = (
        '<w:r><w:pict xmlns:v="urn:schemas-microsoft-com:vml"><v:textbox><w:txbxContent>'
        f"{paragraph('Trong khung')}</w:txbxContent></v:textbox></w:pict></w:r>"
    )
    hidden = "<w:r><w:rPr><w:vanish/></w:rPr><w:t>Ẩn</w:t></w:r>"
    gone = "<w:del><w:r><w:delText>Xóa</w:delText></w:r></w:del>"
    note = (
        f'<w:footnotes {W}><w:footnote w:id="2">{paragraph("Chú thích")}</w:footnote></w:footnotes>'
    )
    path = write_docx(
        tmp_path / "a.docx", paragraph("Thấy", inner=box + hidden + gone), footnotes=note
    )
    assert [text for _, text in texts(opened_document(path))] == [
        "Thấy",
        "Trong khung",
        "Chú thích",
    ]


def test_merged_cells_stand_in_every_place_and_a_table_goes_on_over_a_page(tmp_path: Path) -> None:
    first = table(
        ("TT", ("Trách nhiệm", 2)), ("", "Chủ trì", "Phối hợp"), ("1", "A", "B"), ("2", "C", "D")
    )
    second = table(("3", "E", "F"))
    document = opened_document(write_docx(tmp_path / "a.docx", first, second))
    assert isinstance(document, Document)
    (whole,) = document.tables
    assert whole.rows[0] == ("TT", "Trách nhiệm", "Trách nhiệm")
    assert whole.rows[-1] == ("3", "E", "F")
    assert whole.at(4) == "Bảng 1, dòng 5"


def test_a_web_page_a_sheet_and_an_old_font_read_alike(tmp_path: Path) -> None:
    page = tmp_path / "a.html"
    page.write_text(
        "<html><head><title>x</title></head><body><h2>MỤC TIÊU</h2><ol><li>Thu ngân sách</li>"
        "<li>Hộ nghèo</li></ol><script>alert('không')</script></body></html>",
        encoding="utf-8",
    )
    assert [t for _, t in texts(opened_document(page))] == [
        "MỤC TIÊU",
        "1. Thu ngân sách",
        "2. Hộ nghèo",
    ]
    old = tmp_path / "a.txt"
    sentence = "Häp giao ban víi c¸c bé phËn ®Ó th¸o gì v­íng m¾c trong gi¶i quyÕt hå s¬"
    old.write_bytes(sentence.encode("latin-1"))
    ((_, text),) = texts(opened_document(old))
    assert text == "Họp giao ban với các bộ phận để tháo gỡ vướng mắc trong giải quyết hồ sơ"
    book = openpyxl.Workbook()
    sheet = book.active
    assert sheet is not None
    sheet.append(["Biểu giao chỉ tiêu năm 2025"])
    sheet.append(["STT", "Chỉ tiêu", "ĐVT", "Kế hoạch"])
    sheet.append([1, "Thu ngân sách", "tỷ đồng", 9.267])
    book.save(tmp_path / "a.xlsx")
    document = read_document(tmp_path / "a.xlsx")
    assert isinstance(document, Document)
    assert document.tables[0].at(1) == "Trang Sheet, dòng 3"
    assert document.tables[0].rows[1] == ("1", "Thu ngân sách", "tỷ đồng", "9,267")


def _bomb(path: Path) -> None:
    with ZipFile(path, "w", ZIP_DEFLATED) as archive:
        archive.writestr("word/document.xml", b" " * (30 * 1024 * 1024))


def _entities(path: Path) -> None:
    with ZipFile(path, "w") as archive:
        text = '<!DOCTYPE a [<!ENTITY b "x">]><a>&b;</a>'
        archive.writestr("word/document.xml", text)


def _deep(path: Path) -> None:
    write_docx(path, "<w:sdt>" * 5000 + "</w:sdt>" * 5000)


def _cut(path: Path) -> None:
    write_docx(path, paragraph("Một"))
    path.write_bytes(path.read_bytes()[:-40])


def _empty(path: Path) -> None:
    path.write_bytes(b"")


def _noise(path: Path) -> None:
    path.write_bytes(bytes(range(256)) * 20)


def _rich_text(path: Path) -> None:
    path.write_text("{\\rtf1 1. Thu ngan sach dat 12 ty dong.}", encoding="ascii")


def _ten_megabytes(path: Path) -> None:
    path.write_text("1. 100% hồ sơ được trả đúng hạn.\n" * 250_000, encoding="utf-8")


def _one_paragraph(path: Path) -> None:
    path.write_text("100% hồ sơ; " * 100_000, encoding="utf-8")


def _lists_in_lists(path: Path) -> None:
    path.write_text("<html>" + "<ol><li>95%" * 50_000, encoding="utf-8")


@pytest.mark.untraced
@pytest.mark.parametrize(
    ("make", "code"),
    [
        (_bomb, "F203"),
        (_entities, "F301"),
        (_deep, "F305"),
        (_cut, "F105"),
        (_empty, "F104"),
        (_noise, "F215"),
        (_rich_text, "F215"),
        (_ten_megabytes, "F213"),
        (_one_paragraph, "F214"),
        (_lists_in_lists, "F213"),
    ],
)
def test_a_hostile_file_ends_in_a_finding(tmp_path: Path, make, code: str) -> None:  # type: ignore[no-untyped-def]
    path = tmp_path / "xau.docx"
    make(path)
    refused = opened_document(path)
    assert isinstance(refused, Refused)
    assert refused.fault.code == code


def test_another_kind_of_document_is_refused_with_the_way_to_a_docx(tmp_path: Path) -> None:
    path = tmp_path / "quyet-dinh.rtf"
    _rich_text(path)
    refused = opened_document(path)
    assert isinstance(refused, Refused)
    assert ".docx" in line(refused.fault, "en")


@pytest.mark.parametrize("name", ["so-muc-tieu.xlsx", "da-nop/VP-TK_6thang.xlsx"])
def test_a_workbook_of_our_own_is_no_decision(name: str) -> None:
    refused = opened_document(resources.samples() / "thuong-lo-2024" / name)
    assert isinstance(refused, Refused)
    assert refused.fault.code == "F215"
    assert "next-year" in line(refused.fault, "en")


def test_an_item_that_is_broken_behind_a_semicolon_goes_on() -> None:
    item, sentence = Paragraph("2. 100% thủ tục đúng quy trình;", ""), Paragraph("Thu phí;", "")
    assert goes_on(item, "100% hồ sơ đúng hạn;", full=True)
    assert not goes_on(item, "3. Thu phí đạt 2 tỷ đồng;", full=True)
    assert not goes_on(item, "100% hồ sơ đúng hạn;", full=False)
    assert not goes_on(sentence, "100% hồ sơ đúng hạn;", full=True)


def test_tables_in_tables_without_end_are_read_once(tmp_path: Path) -> None:
    path = tmp_path / "sau.html"
    path.write_text("<html>" + "<table><tr><td>" * 20_000 + "Đạt 95%", encoding="utf-8")
    assert isinstance(opened_document(path), Document)


def test_what_takes_too_long_to_understand_ends_in_a_finding(tmp_path: Path) -> None:
    lines = (Paragraph(f"{n}. Thu phí loại {n} đạt {n} triệu đồng.", "") for n in range(9_000))
    document = Document((Paragraph("MỤC TIÊU CHẤT LƯỢNG", ""), *lines))
    refused = read_decision(document, tmp_path / "dai.txt", seconds=1)
    assert isinstance(refused, Refused)
    assert refused.fault.code == "F402"


def test_more_levels_than_a_register_holds_end_in_a_finding(tmp_path: Path) -> None:
    rows = (("TT", "Môn", "Tỷ lệ Khá", "Tỷ lệ Đạt", "Tỷ lệ Giỏi"),
            *((str(n), f"Môn {n}", "≥ 95%", "≥ 90%", "≥ 20%") for n in range(1, 1_700)))  # fmt: skip
    document = Document((Paragraph("MỤC TIÊU CHẤT LƯỢNG NĂM 2026", ""), TextTable(rows, "Bảng 1")))
    refused = read_decision(document, tmp_path / "bang.docx")
    assert isinstance(refused, Refused)
    assert (refused.fault.code, refused.fault.values["actual"]) == ("F216", 5_097)


def test_a_missing_file_is_a_finding_too(tmp_path: Path) -> None:
    assert isinstance(read_document(tmp_path / "khong-co.docx"), Refused)


_MAIL = """3. Lấy phiếu khảo sát sự hài lòng của tổ chức, cá nhân đến giao dịch.
   - Chủ trì: Trung tâm Phục vụ hành chính công; phối hợp: {}
   HĐND và UBND.
   - Thời hạn: tháng 9 - 11/2026. Kết quả: quyết định công nhận kết quả
   rà soát.
4. Việc thực hiện phải thường xuyên, có phân công rõ người, rõ việc, rõ
thời gian.
5. Các phòng, đơn vị căn cứ Kế hoạch này tổ chức thực hiện và gửi báo
cáo về Văn phòng.
6. Văn phòng gửi toàn văn Kế hoạch đã được Chủ tịch ký ngày hôm nay để
các phòng triển khai.
"""


@pytest.mark.parametrize(("last", "joined"), [("Văn phòng", True), ("Phòng", False)])
def test_a_line_that_had_no_room_for_the_next_word_goes_on(last: str, joined: bool) -> None:
    texts = [
        block.text for block in text_blocks(_MAIL.format(last)) if isinstance(block, Paragraph)
    ]
    assert any(f"phối hợp: {last} HĐND" in text for text in texts) is joined


def test_lines_of_a_table_of_a_page_s_head_are_lines_of_their_own() -> None:
    blocks = page_blocks(
        "<body><table><tr><td>UBND TỈNH ĐÔNG AN<br>HUYỆN VĨNH KHÊ<br>Số: 412/QĐ-UBND</td>"
        "<td>Độc lập - Tự do<br>Vĩnh Khê, ngày 21 tháng 02 năm 2024</td></tr></table></body>"
    )
    texts = [block.text for block in blocks if isinstance(block, Paragraph)]
    assert "Số: 412/QĐ-UBND" in texts
    assert "Vĩnh Khê, ngày 21 tháng 02 năm 2024" in texts
