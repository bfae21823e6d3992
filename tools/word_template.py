"""The Word template bao-cao.docx: styles, pages and headings of the four papers (Decree 30/2020).

A part begins at its mark (`#qms:report:1`, hidden text) and ends with its section. Places are
named: `{{organisation}}` in a line, `{{causes}}` alone for a list, `{{results:name}}` in a row that
is repeated, `{{#slips}}` … `{{/slips}}` around what is repeated.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

import docx
from docx.enum.section import WD_SECTION
from docx.oxml.ns import qn
from docx.shared import Pt
from word_pieces import (
    CELL,
    CELL_MIDDLE,
    CENTRED,
    bold,
    both_signed,
    head,
    labels,
    line,
    make_styles,
    mark,
    merged,
    page,
    row,
    rule,
    sample,
    signed,
    table,
    title,
)

if TYPE_CHECKING:
    from docx.document import Document


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
