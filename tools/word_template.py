"""The Word template bao-cao.docx: styles, pages and headings of the four papers (Decree 30/2020).

A part begins at its mark (`#qms:report:1`, hidden text) and ends with its section. Places are
named: `{{organisation}}` in a line, `{{causes}}` alone for a list, `{{results:name}}` in a row that
is repeated, `{{#slips}}` … `{{/slips}}` around what is repeated.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

import docx
from docx.enum.section import WD_ORIENT, WD_SECTION
from docx.enum.style import WD_STYLE_TYPE
from docx.enum.table import WD_TABLE_ALIGNMENT
from docx.enum.text import WD_ALIGN_PARAGRAPH, WD_LINE_SPACING
from docx.oxml import OxmlElement
from docx.oxml.ns import qn
from docx.shared import Cm, Mm, Pt, RGBColor

from qms_xlsx.write.word.template import GAP_STYLE

if TYPE_CHECKING:
    from docx.document import Document
    from docx.section import Section
    from docx.table import Table, _Cell
    from docx.text.paragraph import Paragraph

FONT = "Times New Roman"
LEFT, JUSTIFIED, CENTRED = (
    WD_ALIGN_PARAGRAPH.LEFT, WD_ALIGN_PARAGRAPH.JUSTIFY, WD_ALIGN_PARAGRAPH.CENTER
)  # fmt: skip
NATION = "CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM"
MOTTO = "Độc lập - Tự do - Hạnh phúc"
# name: size, bold, italic, capitals, alignment, points before and after
STYLES = {
    "VB Quốc hiệu": (13, True, False, False, CENTRED, 0, 0),
    "VB Tiêu ngữ": (14, True, False, False, CENTRED, 0, 0),
    "VB Cơ quan chủ quản": (13, False, False, True, CENTRED, 0, 0),
    "VB Cơ quan": (13, True, False, True, CENTRED, 0, 0),
    "VB Số ký hiệu": (13, False, False, False, CENTRED, 3, 0),
    "VB Địa danh": (14, False, True, False, CENTRED, 3, 0),
    "VB Tên loại": (14, True, False, False, CENTRED, 18, 0),
    "VB Trích yếu": (14, True, False, False, CENTRED, 0, 0),
    "VB Kẻ": (4, False, False, False, CENTRED, 2, 0),
    "VB Mục lớn": (14, True, False, False, JUSTIFIED, 8, 4),
    "VB Mục": (14, True, False, False, JUSTIFIED, 6, 3),
    "VB Đoạn": (14, False, False, False, JUSTIFIED, 3, 3),
    "VB Gạch": (14, False, False, False, JUSTIFIED, 3, 3),
    "VB Chú thích": (12, False, True, False, JUSTIFIED, 3, 6),
    "VB Đầu bảng": (11, True, False, False, CENTRED, 2, 2),
    "VB Ô": (11, False, False, False, LEFT, 2, 2),
    "VB Ô giữa": (11, False, False, False, CENTRED, 2, 2),
    "VB Ô phiếu": (13, False, False, False, JUSTIFIED, 3, 3),
    "VB Chức vụ": (14, True, False, False, CENTRED, 0, 0),
    "VB Họ tên": (14, True, False, False, CENTRED, 56, 0),
    "VB Ký": (13, False, True, False, CENTRED, 0, 0),
    "VB Nơi nhận": (12, True, True, False, LEFT, 0, 0),
    "VB Danh sách nhận": (11, False, False, False, LEFT, 0, 0),
    "VB Số trang": (13, False, False, False, CENTRED, 0, 0),
}
CELL, CELL_MIDDLE = "VB Ô", "VB Ô giữa"
INDENTED = ("VB Mục lớn", "VB Mục", "VB Đoạn", "VB Gạch")


def word_template() -> Document:
    document = docx.Document()
    for element in list(document.element.body):
        if element.tag != qn("w:sectPr"):
            document.element.body.remove(element)
    make_styles(document)
    report(document)
    slips(document)
    minutes(document)
    departments(document)
    document.core_properties.author = "qms-xlsx"
    document.core_properties.title = document.core_properties.comments = ""
    for key, part in list(document.part.package.rels.items()):
        if part.reltype.endswith("/thumbnail"):
            del document.part.package.rels[key]
    return document


def make_styles(document: Document) -> None:
    normal = document.styles["Normal"]
    normal.font.size = Pt(14)
    set_font(normal.element.get_or_add_rPr())
    set_font(document.styles.element.find(qn("w:docDefaults")).find(f".//{qn('w:rPr')}"))
    normal.paragraph_format.space_after = Pt(0)
    for name, (size, bold, italic, capitals, alignment, before, after) in STYLES.items():
        style = document.styles.add_style(name, WD_STYLE_TYPE.PARAGRAPH)
        style.base_style, style.quick_style = normal, True
        font, shape = style.font, style.paragraph_format
        font.size, font.bold, font.italic = Pt(size), bold, italic
        font.all_caps, font.color.rgb = capitals, RGBColor(0, 0, 0)
        shape.alignment = alignment
        shape.space_before, shape.space_after = Pt(before), Pt(after)
        shape.line_spacing_rule = WD_LINE_SPACING.SINGLE
        shape.widow_control = True
        if name in INDENTED:
            shape.first_line_indent = Cm(1.27)
        if name in ("VB Mục lớn", "VB Mục"):
            shape.keep_with_next = True
            level = OxmlElement("w:outlineLvl")
            level.set(qn("w:val"), "0" if name == "VB Mục lớn" else "1")
            style.element.get_or_add_pPr().append(level)
    gap = document.styles.add_style(GAP_STYLE, WD_STYLE_TYPE.CHARACTER)
    shade = OxmlElement("w:shd")
    for key, value in (("val", "clear"), ("color", "auto"), ("fill", "FFF2A8")):
        shade.set(qn(f"w:{key}"), value)
    gap.element.get_or_add_rPr().append(shade)


def set_font(properties: object) -> None:
    fonts = properties.find(qn("w:rFonts"))  # type: ignore[attr-defined]
    if fonts is None:
        fonts = OxmlElement("w:rFonts")
        properties.insert(0, fonts)  # type: ignore[attr-defined]
    fonts.attrib.clear()
    for kind in ("ascii", "hAnsi", "cs", "eastAsia"):
        fonts.set(qn(f"w:{kind}"), FONT)


# --- pieces ---


def line(place: Document | _Cell, text: str, style: str) -> Paragraph:
    return place.add_paragraph(text, style)


def mark(document: Document, name: str) -> None:
    """Begin a part: the mark is hidden, the part begins with a section of its own."""
    run = document.add_paragraph(style="VB Kẻ").add_run(f"#qms:{name}:1")
    run.font.hidden = True


def page(
    section: Section, *, landscape: bool = False, numbered: bool = True, first: bool = True
) -> None:
    """Shape a section's page: A4, the decree's margins, the number above the text from page 2.

    A paper's `first` section counts from 1 and hides it.
    """
    width, height = (Mm(297), Mm(210)) if landscape else (Mm(210), Mm(297))
    section.orientation = WD_ORIENT.LANDSCAPE if landscape else WD_ORIENT.PORTRAIT
    section.page_width, section.page_height = width, height
    section.top_margin, section.bottom_margin = Mm(20), Mm(20)
    section.left_margin, section.right_margin = Mm(30), Mm(15)
    section.header_distance = section.footer_distance = Mm(10)
    section.different_first_page_header_footer = first
    section.header.is_linked_to_previous = section.first_page_header.is_linked_to_previous = False
    head = section.header.paragraphs[0]
    head.style = "VB Số trang"
    if numbered:
        for kind, text in (("begin", ""), ("", "PAGE"), ("end", "")):
            run = head.add_run()
            piece = OxmlElement("w:fldChar" if kind else "w:instrText")
            if kind:
                piece.set(qn("w:fldCharType"), kind)
            else:
                piece.text = text
            run._r.append(piece)
    counting = section._sectPr.find(qn("w:pgNumType"))
    if counting is None:
        counting = OxmlElement("w:pgNumType")
        section._sectPr.append(counting)
    counting.attrib.clear()
    if first:
        counting.set(qn("w:start"), "1")


def table(document: Document, widths: list[float], *, lines: bool) -> Table:
    """Return an empty table of fixed columns, widths in millimetres."""
    made = document.add_table(0, len(widths))
    made.autofit = False
    made.alignment = WD_TABLE_ALIGNMENT.CENTER
    if lines:
        made.style = "Table Grid"
    for column, width in zip(made.columns, widths, strict=True):
        column.width = Mm(width)
    properties = made._tbl.tblPr
    margins = OxmlElement("w:tblCellMar")
    for side in ("left", "right"):
        own = OxmlElement(f"w:{side}")
        own.set(qn("w:w"), "85")
        own.set(qn("w:type"), "dxa")
        margins.append(own)
    properties.append(margins)
    return made


def row(made: Table, texts: list[tuple[str, str]], *, head: bool = False) -> list[_Cell]:
    """Add a row that no page ends within; a head is repeated on every page."""
    cells = made.add_row().cells
    properties = made.rows[-1]._tr.get_or_add_trPr()
    properties.append(OxmlElement("w:cantSplit"))
    if head:
        properties.append(OxmlElement("w:tblHeader"))
    for cell, column, (text, style) in zip(cells, made.columns, texts, strict=True):
        cell.width = column.width
        cell.paragraphs[0].style = style
        cell.paragraphs[0].add_run(text)
    return list(cells)


def labels(made: Table, *texts: str) -> None:
    row(made, [(text, "VB Đầu bảng") for text in texts], head=True)


def sample(made: Table, kind: str, **columns: str) -> list[_Cell]:
    """Add the row that each item of a kind looks like: its columns, each with its style."""
    return row(made, [(f"{{{{{kind}:{key}}}}}", style) for key, style in columns.items()])


def bold(cells: list[_Cell]) -> None:
    for cell in cells:
        for run in cell.paragraphs[0].runs:
            run.bold = True


def rule(place: Document | _Cell, millimetres: float, width: float) -> Paragraph:
    """Draw a short line below what stands above, in the middle of so wide a place."""
    paragraph = line(place, "", "VB Kẻ")
    beside = Mm((width - millimetres) / 2)
    paragraph.paragraph_format.left_indent = paragraph.paragraph_format.right_indent = beside
    borders = OxmlElement("w:pBdr")
    top = OxmlElement("w:top")
    for key, value in (("val", "single"), ("sz", "6"), ("space", "1"), ("color", "000000")):
        top.set(qn(f"w:{key}"), value)
    borders.append(top)
    paragraph._p.get_or_add_pPr().insert_element_before(
        borders, "w:shd", "w:tabs", "w:spacing", "w:ind", "w:jc", "w:rPr"
    )
    return paragraph


def head(document: Document, number: str, *, room: float = 165) -> None:
    """Write the head of a paper: who writes on the left, nation and motto on the right."""
    left, right = room * 0.4, room * 0.6
    made = table(document, [left, right], lines=False)
    for pair in (((("{{parent}}", "VB Cơ quan chủ quản"),
                   ("{{organisation_in_full}}", "VB Cơ quan")),
                  ((NATION, "VB Quốc hiệu"), (MOTTO, "VB Tiêu ngữ"))),):  # fmt: skip
        cells = row(made, [side[0] for side in pair])
        for cell, (_, second), long, width in zip(
            cells, pair, (26, 68), (left, right), strict=True
        ):
            line(cell, *second)
            rule(cell, long, width)
    row(made, [(number, "VB Số ký hiệu"), ("{{dateline}}", "VB Địa danh")])


def title(document: Document, kind: str, about: str, room: float = 165) -> None:
    line(document, kind, "VB Tên loại")
    line(document, about, "VB Trích yếu")
    if room:
        rule(document, 45, room).paragraph_format.space_after = Pt(6)


def signed(document: Document, room: float = 165) -> None:
    """Write the end of a paper: who receives it on the left, who signs on the right."""
    made = table(document, [room * 0.45, room * 0.55], lines=False)
    left, right = row(made, [("Nơi nhận:", "VB Nơi nhận"), ("{{signers}}", "VB Chức vụ")])
    for text in ("- {{parent}};", "- Ban Chỉ đạo ISO;", "- Các bộ phận chuyên môn;", "- Lưu: VT."):
        line(left, text, "VB Danh sách nhận")
    line(right, "[… họ và tên]", "VB Họ tên")


def both_signed(document: Document, left: str, right: str, room: float = 165) -> None:
    made = table(document, [room / 2, room / 2], lines=False)
    cells = row(made, [(left, "VB Chức vụ"), (right, "VB Chức vụ")])
    for cell in cells:
        line(cell, "(Ký, ghi rõ họ tên)", "VB Ký")
        line(cell, "[… họ và tên]", "VB Họ tên")


# --- the four papers ---


def report(document: Document) -> None:
    page(document.sections[0])
    mark(document, "report")
    head(document, "Số: […]/BC-{{symbol}}")
    title(document, "BÁO CÁO", "Kết quả thực hiện mục tiêu chất lượng {{period}}")
    line(document, "{{opening}}", "VB Đoạn").paragraph_format.space_before = Pt(12)
    line(document, "I. TÌNH HÌNH TRIỂN KHAI", "VB Mục lớn")
    for number, (name, place) in enumerate(
        (("Công tác chỉ đạo, điều hành", "direction"), ("Chế độ báo cáo", "reporting"),
         ("Thực hiện kế hoạch", "plan_progress")), 1
    ):  # fmt: skip
        line(document, f"{number}. {name}", "VB Mục")
        line(document, f"{{{{{place}}}}}", "VB Đoạn")
    line(document, "II. KẾT QUẢ THỰC HIỆN MỤC TIÊU CHẤT LƯỢNG", "VB Mục lớn")
    line(document, "{{outcome}}", "VB Đoạn")
    line(document, "{{reservation}}", "VB Chú thích")
    results(document)
    line(document, "III. ĐÁNH GIÁ", "VB Mục lớn").paragraph_format.space_before = Pt(12)
    for number, (name, place) in enumerate(
        (("Kết quả đạt được", "achievements"), ("Tồn tại, hạn chế", "shortcomings"),
         ("Nguyên nhân", "causes"), ("Hành động khắc phục", "corrective")), 1
    ):  # fmt: skip
        line(document, f"{number}. {name}", "VB Mục")
        line(document, f"- {{{{{place}}}}}", "VB Gạch")
    line(document, "IV. PHƯƠNG HƯỚNG, KIẾN NGHỊ", "VB Mục lớn")
    line(document, "1. Nhiệm vụ, giải pháp trong thời gian tới", "VB Mục")
    line(document, "- {{tasks}}", "VB Gạch")
    line(document, "2. Kiến nghị", "VB Mục")
    line(document, "- {{proposals}}", "VB Gạch")
    end = line(document, "Trên đây là báo cáo {{subject}} của {{organisation}}./.", "VB Đoạn")
    end.paragraph_format.keep_with_next = True
    end.paragraph_format.space_after = Pt(12)
    signed(document)


def results(document: Document) -> None:
    made = table(document, [13, 46, 20, 19, 20, 22, 25], lines=True)
    labels(made, "TT", "Mục tiêu, chỉ tiêu", "Mức cả năm", "Mức của kỳ", "Thực hiện", "Đánh giá",
           "Bộ phận")  # fmt: skip
    for kind in ("results-heading", "results-weak", "results"):
        cells = sample(
            made, kind, number=CELL_MIDDLE, name=CELL, year_level=CELL_MIDDLE,
            period_level=CELL_MIDDLE, actual=CELL_MIDDLE, status=CELL_MIDDLE, departments=CELL,
        )  # fmt: skip
        if kind == "results-heading":
            bold(cells)
        if kind == "results-weak":
            bold(cells[5:6])


def slips(document: Document) -> None:
    page(document.add_section(WD_SECTION.NEW_PAGE), numbered=False)
    mark(document, "slips")
    line(document, "{{#slips}}", "VB Kẻ")
    line(document, "", "VB Kẻ").paragraph_format.page_break_before = True
    head(document, "Số: […]/{{year}}")
    title(document, "PHIẾU YÊU CẦU HÀNH ĐỘNG KHẮC PHỤC", "{{department}}")
    made = table(document, [165], lines=True)
    for name, lines, sign in (
        ("1. ĐỀ XUẤT", (("Mục tiêu, chỉ tiêu", "objective"), ("Ngày phát hiện", "found_on"),
                        ("Sự không phù hợp", "nonconformity")), "Người đề xuất"),
        ("2. NGUYÊN NHÂN VÀ BIỆN PHÁP", (
            ("Nguyên nhân", "cause"), ("Hành động khắc phục", "action"),
            ("Người thực hiện", "owner"), ("Thời hạn hoàn thành", "due")), "Trưởng bộ phận"),
        ("3. PHÊ DUYỆT", (), "Người phê duyệt"),
        ("4. THỰC HIỆN VÀ XÁC MINH", (
            ("Tình trạng thực hiện", "state"), ("Kết quả kiểm tra hiệu lực", "effectiveness"),
            ("Ngày đóng", "closed_on")), "Người xác minh"),
    ):  # fmt: skip
        (cell,) = row(made, [(name, "VB Ô phiếu")])
        bold([cell])
        for label, key in lines:
            line(cell, f"{label}: {{{{{key}}}}}", "VB Ô phiếu")
        if not lines:
            line(cell, "☐ Đồng ý     ☐ Không đồng ý     Ý kiến khác: […]", "VB Ô phiếu")
        own = line(cell, f"{sign} (ký, ghi rõ họ tên, ngày): […]", "VB Ô phiếu")
        own.paragraph_format.space_before, own.paragraph_format.space_after = Pt(10), Pt(34)
    line(document, "{{/slips}}", "VB Kẻ")


def minutes(document: Document) -> None:
    page(document.add_section(WD_SECTION.NEW_PAGE))
    mark(document, "minutes")
    head(document, "Số: […]/BB-{{symbol}}")
    title(document, "BIÊN BẢN", "Họp xem xét của lãnh đạo về hệ thống quản lý chất lượng", 0)
    line(document, "{{sentence_period}}", "VB Trích yếu")
    rule(document, 45, 165)
    first = line(document, "I. THỜI GIAN, ĐỊA ĐIỂM, THÀNH PHẦN", "VB Mục lớn")
    first.paragraph_format.space_before = Pt(14)
    for text in ("1. Thời gian: […] giờ […], ngày […] tháng […] năm […].", "2. Địa điểm: […].",
                 "3. Chủ trì: [… họ tên, chức vụ].", "4. Thành phần tham dự: […].",
                 "5. Thư ký: [… họ tên, chức vụ]."):  # fmt: skip
        line(document, text, "VB Đoạn")
    line(document, "II. NỘI DUNG XEM XÉT (TCVN ISO 9001:2015, mục 9.3.2)", "VB Mục lớn")
    line(document, "Số liệu tính đến {{as_of}}.", "VB Chú thích")
    for heading, place in (
        ("a) Việc thực hiện kết luận của cuộc xem xét trước",
         "[… nêu từng kết luận, đã làm đến đâu]"),
        ("b) Thay đổi bên ngoài và nội bộ liên quan đến hệ thống",
         "[… nêu văn bản mới, thay đổi về tổ chức, nhân sự, công nghệ]"),
        ("c) Kết quả thực hiện và hiệu lực của hệ thống", ""),
        ("c.1) Sự hài lòng và phản hồi của tổ chức, công dân", "[… nêu kết quả khảo sát, góp ý]"),
        ("c.2) Mức độ đạt mục tiêu chất lượng", "- {{objectives}}"),
        ("c.3) Kết quả báo cáo và thực hiện kế hoạch", "- {{processes}}"),
        ("c.4) Sự không phù hợp và hành động khắc phục", "- {{nonconformities}}"),
        ("c.5) Kết quả đánh giá nội bộ, đánh giá bên ngoài", "[… nêu kết quả, số phát hiện]"),
        ("c.6) Nhà cung cấp bên ngoài", "[… nêu kết quả, nếu có]"),
        ("d) Sự đầy đủ của nguồn lực", "[… nêu nhân lực, kinh phí, thiết bị]"),
        ("e) Hiệu lực của hành động giải quyết rủi ro và cơ hội", "- {{risks}}"),
        ("f) Cơ hội cải tiến", "[… nêu đề xuất cải tiến]"),
    ):  # fmt: skip
        line(document, heading, "VB Mục")
        if place:
            line(document, place, "VB Gạch")
    line(document, "III. Ý KIẾN THẢO LUẬN", "VB Mục lớn")
    line(document, "[… ghi ý kiến của từng người]", "VB Gạch")
    line(document, "IV. KẾT LUẬN CỦA CHỦ TRÌ (mục 9.3.3)", "VB Mục lớn")
    line(document, "1. Việc giao theo kết quả tổng hợp", "VB Mục")
    made = table(document, [12, 83, 40, 30], lines=True)
    labels(made, "TT", "Nội dung đề nghị", "Bộ phận thực hiện", "Kết luận, thời hạn")
    sample(made, "conclusions", position=CELL_MIDDLE, what=CELL, who=CELL, verdict=CELL_MIDDLE)
    for text in ("2. Cơ hội cải tiến: [… nêu kết luận].",
                 "3. Thay đổi cần thiết đối với hệ thống: [… nêu kết luận].",
                 "4. Nguồn lực: [… nêu kết luận]."):  # fmt: skip
        line(document, text, "VB Đoạn")
    end = line(document, "Biên bản được đọc lại cho mọi người cùng nghe, thống nhất và kết thúc "
               "hồi […] giờ […] cùng ngày./.", "VB Đoạn")  # fmt: skip
    end.paragraph_format.keep_with_next = True
    end.paragraph_format.space_after = Pt(12)
    both_signed(document, "THƯ KÝ", "CHỦ TRÌ")


def departments(document: Document) -> None:
    room = 247.0
    page(document.add_section(WD_SECTION.NEW_PAGE), landscape=True)
    mark(document, "departments")
    head(document, "Số: […]", room=room)
    title(document, "BẢNG TỔNG HỢP", "Kết quả thực hiện nhiệm vụ của các bộ phận {{period}}", room)
    line(document, "Số liệu tính đến {{as_of}}.", "VB Chú thích").alignment = CENTRED
    counts(document)
    note = line(document, "Chưa đánh giá: chưa đến kỳ, chưa đủ số liệu, không phát sinh hoặc cộng "
                "chung với bộ phận khác. Việc khác: biện pháp chưa đến hạn, thường xuyên hoặc làm "
                "khi phát sinh. Biểu mẫu trả lại: biểu mẫu đã nộp có lỗi phải sửa.",
                "VB Chú thích")  # fmt: skip
    note.paragraph_format.keep_with_next = True  # no signature stands on a page of its own
    signed(document, room)
    page(document.add_section(WD_SECTION.NEW_PAGE), first=False)
    line(document, "{{#each_department}}", "VB Kẻ")
    own = line(document, "CHI TIẾT NHIỆM VỤ CỦA BỘ PHẬN", "VB Tên loại")
    own.paragraph_format.page_break_before, own.paragraph_format.space_before = True, Pt(0)
    line(document, "{{position}}. {{department}}", "VB Trích yếu")
    line(document, "{{counts}}", "VB Chú thích").alignment = CENTRED
    made = table(document, [14, 60, 29, 37, 25], lines=True)
    labels(made, "Số", "Việc được giao", "Mức, thời hạn", "Kết quả", "Đánh giá")
    sample(made, "work", number=CELL_MIDDLE, what=CELL, wanted=CELL, result=CELL,
           status=CELL_MIDDLE)  # fmt: skip
    line(document, "{{/each_department}}", "VB Kẻ")


def counts(document: Document) -> None:
    """The departments' counts: labels on two rows, a row a department, their sum."""
    keys = ("position", "name", "report", "sent_back", "indicators", "met", "at_risk", "missed",
            "not_judged", "measures", "done", "on_time", "late", "overdue", "open")  # fmt: skip
    made = table(document, [10, 45, 30, 15, 15, 12, 15, 15, 16, 15, 12, 12, 12, 12, 11], lines=True)
    above = ("TT", "Bộ phận", "Báo cáo của kỳ", "Biểu mẫu trả lại", "Chỉ tiêu", "", "", "", "",
             "Biện pháp trong kế hoạch", "", "", "", "", "")  # fmt: skip
    below = ("", "", "", "", "Được giao", "Đạt", "Có nguy cơ", "Không đạt", "Chưa đánh giá",
             "Được giao", "Đã xong", "Đúng hạn", "Muộn", "Quá hạn", "Việc khác")  # fmt: skip
    first = row(made, [(label, "VB Đầu bảng") for label in above], head=True)
    second = row(made, [(label, "VB Đầu bảng") for label in below], head=True)
    for column in range(4):
        merged(first[column], second[column])
    merged(first[4], first[8])
    merged(first[9], first[14])
    styles = {key: CELL if key in ("name", "report") else CELL_MIDDLE for key in keys}
    for kind in ("departments", "departments-total"):
        cells = sample(made, kind, **styles)
        if kind.endswith("total"):
            bold(cells)
            cells[1].paragraphs[0].runs[0].text = "Cộng"


def merged(one: _Cell, other: _Cell) -> None:
    whole = one.merge(other)
    for extra in whole.paragraphs[1:]:
        extra._p.getparent().remove(extra._p)
