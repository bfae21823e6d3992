"""The template of the department's form."""

from __future__ import annotations

from typing import TYPE_CHECKING

from openpyxl.styles import Alignment
from openpyxl.worksheet.hyperlink import Hyperlink
from template_parts import (
    CENTRE,
    PLAIN,
    font,
    key_values,
    new_workbook,
    office_heading,
    page,
    table,
    write,
)

from qms_xlsx.book import look
from qms_xlsx.book.areas import (
    ACTIONS,
    FORM,
    HELPERS,
    PRINT,
    PRINT_HALF,
    PRINT_MONTHS,
    PRINT_QUARTERS,
    PROGRESS,
    RESULTS,
)
from qms_xlsx.book.lines import FORM_INPUTS, FORM_LINES
from qms_xlsx.domain.period import SLOTS
from qms_xlsx.domain.status import Status
from qms_xlsx.write.templating import INPUT, OFF, ROW, SECTION, height_of

if TYPE_CHECKING:
    from openpyxl import Workbook
    from openpyxl.worksheet.worksheet import Worksheet

SLOT_KEYS = tuple(slot.key for slot in SLOTS)
RESULT_ORDER = (
    "number", "name", "component", *SLOT_KEYS, "estimate_from", "target", "unit", "baseline",
    "result", "period_target", "attainment", "status", "_coverage",
    "cause", "remedy", "note", "_reading", *HELPERS,
)  # fmt: skip
RESULT_WIDTHS = {
    "number": 3.6, "name": 33, "component": 39, "target": 50, "unit": 7, "baseline": 8,
    **dict.fromkeys(SLOT_KEYS[:12], 4.6), **dict.fromkeys(SLOT_KEYS[12:16], 5.2),
    **dict.fromkeys(SLOT_KEYS[16:], 5.6), "estimate_from": 6, "result": 9, "period_target": 8.5,
    "attainment": 9, "status": 17, "_coverage": 8.5, "cause": 60, "remedy": 60, "note": 30,
    "_reading": 90,
}  # fmt: skip
"""With every slot shown, the first indicators' inputs all stand on a screen of 1366 × 768."""
RESULT_SIZES = {
    **dict.fromkeys(("number", "name", "target", "unit", "cause", "remedy", "note"), 10),
    "component": 9,
    "_reading": 9,
}
RESULT_LABELS = {
    "component": "Số liệu cần ghi", "result": "Lũy kế (tự tính)", "cause": "Nguyên nhân",
    "attainment": "Tỷ lệ hoàn thành (%)", "status": "Đánh giá (tự tính)", "remedy": "Biện pháp",
}  # fmt: skip
PRINT_WIDTHS = {
    "number": 5, "name": 31, "target": 22, "unit": 6.5, "result": 8.5, "period_target": 8.5,
    "attainment": 9, "status": 14.5, "remarks": 24, **dict.fromkeys(PRINT_MONTHS, 5.6),
    **dict.fromkeys(PRINT_QUARTERS, 6), PRINT_HALF: 7.5,
}  # fmt: skip
ONE_DECIMAL = "0.0"
NUMERIC = (*SLOT_KEYS, "baseline", "result", "period_target")
DATES = ("done_on", "evidence_date", "found_on", "due", "closed_on")
SLOTS_CENTRED = (*SLOT_KEYS, "number", "unit", "baseline", "estimate_from", "result",
                 "period_target", "attainment", "status", "_coverage")  # fmt: skip

HALVES = (
    *zip(PRINT_MONTHS, SLOTS[:6], SLOTS[6:12], strict=True),
    *zip(PRINT_QUARTERS, SLOTS[12:14], SLOTS[14:16], strict=True),
    (PRINT_HALF, *SLOTS[16:18]),
)
PRINT_LABELS = {
    "attainment": "Hoàn thành (%)",
    **{key: f'=IF(qms_end>6,"{second.label}","{first.label}")' for key, first, second in HALVES},
}
PRINT_SIZE = 12
"""Points, of which the fit to A4's width leaves at least nine."""
LINK_INK = look.LINK_INK

GUIDE = (
    ("Ô được ghi", "Chỉ ghi vào ô nền vàng nhạt. Các ô khác đã khóa: biểu tự điền, tự tính."),
    ("Kỳ báo cáo", "Ở trang “Ký nộp”: chọn Kỳ báo cáo, ghi Ngày báo cáo, Người lập, Phụ trách bộ "
     "phận. Kết quả lũy kế và đánh giá đổi theo kỳ đã chọn."),
    ("Số của từng kỳ", "Số của kỳ nào ghi vào cột của kỳ đó, không cộng dồn; các cột quý, 6 tháng, "
     "năm đứng sau tự tính. Riêng dòng có chữ “(cuối kỳ)” thì ghi số có đến ngày cuối của "
     "kỳ."),
    ("Tỷ lệ %", "Không ghi số phần trăm. Ghi tử số ở dòng trên, mẫu số ở dòng dưới; biểu tự chia."),
    ("0, KPS hay để trống", "Kết quả bằng không thì ghi 0. Trong kỳ không có việc gì để tính thì "
     "ghi KPS (không phát sinh). Chưa có số liệu thì để trống. Ba trường hợp này được tính khác "
     "nhau."),
    ("Số ước", "Ghi như số thật, rồi chọn ở cột “Ước từ” kỳ đầu tiên còn là số ước thực hiện. Để "
     "trống cột này nếu tất cả là số chính thức."),
    ("Số lẻ", "Ghi bằng dấu phẩy (98,5); không gõ dấu ngăn hàng nghìn (gõ 12250, biểu hiện 12.250)."
     " Máy không nhận dấu phẩy thì gõ dấu chấm (98.5)."),
    ("Khi chưa đạt", "Ghi Nguyên nhân và Biện pháp khắc phục ngay trên dòng. Sự không phù hợp cần "
     "theo dõi riêng thì ghi thêm ở trang “Khắc phục”."),
    ("Kế hoạch", "Với từng biện pháp bộ phận chủ trì: chọn Tình trạng, ghi ngày xong và số, ngày, "
     "trích yếu của văn bản minh chứng. Dòng “Phối hợp” chỉ để biết."),
    ("Bản giấy", "In trang “Bản in”: kết quả của 6 tháng đang báo cáo, mỗi chỉ tiêu một dòng, có "
     "chỗ ký. Trang “Kết quả” để ghi trên máy."),
    ("Nộp biểu", "Xem trang “Ký nộp” còn bao nhiêu ô chưa ghi. Lưu tệp ở dạng .xlsx, gửi cho Thư "
     "ký ISO {due}. Không chép hay xóa trang."),
    ("Có số liệu mới", "Ghi tiếp vào chính tệp này, sửa Kỳ báo cáo và Ngày báo cáo rồi gửi lại: "
     "bản mới thay toàn bộ bản cũ."),
)  # fmt: skip
LONGEST = {"due": "trước ngày 15/06/2024 (báo cáo 6 tháng) và trước ngày 30/11/2024 (báo cáo năm)"}
"""What stands for a placeholder at most, to set row heights by."""
MEANINGS = {
    Status.EXCEEDED: "Đạt, và cao hơn mức phấn đấu của kỳ",
    Status.MET: "Đạt mức phấn đấu của kỳ",
    Status.AT_RISK: "Chưa đạt, nhưng đã được từ {caution} % mức của kỳ; còn thời gian đến cuối năm",
    Status.MISSED: "Không đạt mức phấn đấu của kỳ",
    Status.NO_DATA: "Đến kỳ báo cáo mà chưa có, hoặc chưa đủ số liệu",
    Status.NOT_DUE: "Chưa đến lúc đánh giá",
    Status.NOT_APPLICABLE: "Không phát sinh, hoặc chỉ theo dõi",
}


def form_template() -> Workbook:
    """Return the form's template: guide, results, plan, corrective actions, hand-in sheet."""
    workbook = new_workbook()
    _guide(workbook.active)
    _results(workbook.create_sheet("Kết quả"))
    _plan(workbook.create_sheet("Kế hoạch"))
    _actions(workbook.create_sheet("Khắc phục"))
    _hand_in(workbook.create_sheet("Ký nộp"))
    _print(workbook.create_sheet("Bản in"))
    workbook.active = 1
    workbook.properties.title = "Biểu mẫu mục tiêu chất lượng"
    return workbook


def _guide(sheet: Worksheet) -> None:
    sheet.title = "Hướng dẫn"
    for column, width in (("A", 3), ("B", 23), ("C", 100)):
        sheet.column_dimensions[column].width = width
    _title(sheet, "B1:C1", "HƯỚNG DẪN GHI BIỂU MẪU MỤC TIÊU CHẤT LƯỢNG NĂM {year}")
    row = 4
    for topic, text in GUIDE:
        write(sheet, f"B{row}", topic, box=True, font=font(12, bold=True), fill=look.SECTION_FILL)
        write(sheet, f"C{row}", text, box=True, font=font(12))
        sheet.row_dimensions[row].height = height_of(text.format_map(LONGEST), 104, size=12) + 3
        row += 1
    write(sheet, f"B{row + 1}", "Ý nghĩa của cột Đánh giá", font=font(12, bold=True), align=PLAIN)
    for number, (status, text) in enumerate(MEANINGS.items(), row + 2):
        colours = look.STATUS_COLOURS[status]
        write(sheet, f"B{number}", status.shown, box=True, align=CENTRE, fill=colours.fill,
              font=font(12, colours.ink, bold=True))  # fmt: skip
        write(sheet, f"C{number}", text, box=True, font=font(12))
        sheet.row_dimensions[number].height = 20
    page(sheet)
    sheet.page_setup.fitToHeight = 1


def _results(sheet: Worksheet) -> None:
    """Only what is filled in, under one line: the office's heading stands on the printed sheet."""
    letters = _letters(sheet)
    write(sheet, f"B1:{letters['component']}1", "{department}", font=font(12, bold=True),
          align=PLAIN)  # fmt: skip
    period = '="Kỳ báo cáo: "&qms_report_period&" (đổi ở trang Ký nộp)"'
    first, last = letters[SLOT_KEYS[0]], letters[SLOT_KEYS[-1]]
    write(sheet, f"{first}1:{last}1", period, font=font(12, LINK_INK, underline="single"),
          align=PLAIN)  # fmt: skip
    sheet[f"{first}1"].hyperlink = Hyperlink(ref=f"{first}1", location="qms_report_period")
    sheet.row_dimensions[1].height = 16
    table(
        sheet, RESULTS, RESULT_ORDER, 2,
        widths=RESULT_WIDTHS, centred=SLOTS_CENTRED, labels=RESULT_LABELS, shrunk=NUMERIC,
        sizes=RESULT_SIZES,
        formats={**dict.fromkeys(NUMERIC, look.NUMBER), "attainment": ONE_DECIMAL},
        prototypes=(ROW, INPUT, OFF, SECTION),
    )  # fmt: skip
    sheet.row_dimensions[2].height = 28
    for key in HELPERS:
        sheet.column_dimensions[letters[key]].hidden = True
    sheet.freeze_panes = f"{first}4"
    page(sheet, repeat="2:2")
    sheet.print_title_cols = f"B:{letters['component']}"


def _print(sheet: Worksheet) -> None:
    """The report on paper: a row an indicator, the slots of the half-year that is reported."""
    order = [column.key for column in PRINT.columns]
    letters = {key: sheet.cell(1, number).column_letter for number, key in enumerate(order, 2)}
    office_heading(sheet, "B:C", f"{letters['result']}:{letters['remarks']}")
    wide = f"B{{0}}:{letters['remarks']}{{0}}"
    title = "BÁO CÁO KẾT QUẢ THỰC HIỆN MỤC TIÊU CHẤT LƯỢNG NĂM {year}"
    write(sheet, wide.format(3), title, font=font(15, bold=True), align=CENTRE)
    write(sheet, wide.format(4), "{department}", font=font(13, bold=True), align=CENTRE)
    write(sheet, wide.format(5), '=qms_report_period&""', font=font(13, italic=True), align=CENTRE)
    for row, height in ((3, 28), (4, 20), (5, 22)):
        sheet.row_dimensions[row].height = height
    table(
        sheet, PRINT, order, 6, labels=PRINT_LABELS, widths=PRINT_WIDTHS,
        shrunk=(*PRINT_MONTHS, *PRINT_QUARTERS, PRINT_HALF, "result", "period_target"),
        centred=("number", "unit", "attainment", "status"),
        sizes=dict.fromkeys(order, PRINT_SIZE), label_size=PRINT_SIZE,
        formats={**dict.fromkeys(order[4:-2], look.NUMBER), "attainment": ONE_DECIMAL},
        prototypes=(ROW, SECTION),
    )  # fmt: skip
    sheet.row_dimensions[6].height = 48
    page(sheet, repeat="6:6")


def _letters(sheet: Worksheet) -> dict[str, str]:
    return {key: sheet.cell(1, number).column_letter for number, key in enumerate(RESULT_ORDER, 2)}


def _plan(sheet: Worksheet) -> None:
    title = "TIẾN ĐỘ KẾ HOẠCH THỰC HIỆN MỤC TIÊU CHẤT LƯỢNG NĂM {year}"
    _title(sheet, "B1:O1", title)
    table(
        sheet, PROGRESS, PROGRESS.keys, 4,
        groups={
            "Trách nhiệm thực hiện": ("role", "coordinating"),
            "Kết quả thực hiện": ("state", "done_on"),
            "Văn bản minh chứng": ("evidence_number", "evidence_title"),
        },
        labels={"measure": "Biện pháp thực hiện MTCL", "role": "Bộ phận là"},
        widths={"number": 5.5, "measure": 30, "role": 7.5, "lead": 12, "coordinating": 12,
                "deadline": 13, "evidence": 19, "state": 10, "times_done": 6, "done_on": 10.5,
                "evidence_number": 10, "evidence_date": 10.5, "evidence_title": 15, "note": 8},
        formats=dict.fromkeys(DATES, look.DATE),
        centred=("number", "role", "state", "times_done", "done_on", "evidence_date"),
        prototypes=(ROW, INPUT, OFF, SECTION),
    )  # fmt: skip
    sheet.freeze_panes = "D7"
    page(sheet, repeat="4:5")


def _actions(sheet: Worksheet) -> None:
    _title(sheet, "B1:K1", "SỔ THEO DÕI HÀNH ĐỘNG KHẮC PHỤC NĂM {year}")
    table(
        sheet, ACTIONS, ACTIONS.keys, 4,
        widths={"objective": 25, "found_on": 10.5, "nonconformity": 22, "cause": 20, "action": 22,
                "owner": 13, "due": 10.5, "state": 12, "effectiveness": 18, "closed_on": 10.5},
        formats=dict.fromkeys(DATES, look.DATE),
        centred=("found_on", "due", "state", "closed_on"),
        prototypes=(ROW, INPUT),
    )  # fmt: skip
    sheet.freeze_panes = "C6"
    page(sheet, repeat="4:4")


def _title(sheet: Worksheet, place: str, text: str) -> None:
    write(sheet, place, text, font=font(look.TITLE_SIZE, bold=True), align=CENTRE)
    below = place.replace("1", "2")
    write(sheet, below, "{department} – {organisation}", font=font(12, italic=True), align=CENTRE)
    sheet.row_dimensions[1].height, sheet.row_dimensions[2].height = 26, 20


def _hand_in(sheet: Worksheet) -> None:
    """The head of the form, what is still open, signatures."""
    for column, width in (("B", 38), ("C", 50)):
        sheet.column_dimensions[column].width = width
    sheet.column_dimensions["A"].hidden = True
    _title(sheet, "B1:C1", "KỲ BÁO CÁO VÀ KÝ NỘP")
    row = key_values(
        sheet, FORM, [(line.key, line.label) for line in FORM_LINES], 3, label="B", value="C:C",
        hidden=("organisation", "year", "fingerprint", "template_version"), inputs=FORM_INPUTS,
    )  # fmt: skip
    lines = (
        ("Số ô của kỳ báo cáo chưa ghi", "=qms_blank_cells", look.NUMBER),
        ("Việc còn lại", '=IF(qms_blank_cells=0,"Đã ghi đủ, có thể ký và nộp.",'
         '"Còn ô trống: ghi nốt, hoặc ghi KPS nếu không phát sinh.")', "General"),
    )  # fmt: skip
    for number, (label, formula, number_format) in enumerate(lines, row + 1):
        write(sheet, f"B{number}", label, box=True, font=font(bold=True), align=PLAIN)
        write(sheet, f"C{number}", formula, box=True, format=number_format)
        sheet.row_dimensions[number].height = 32 if number > row + 1 else 18
    _signatures(sheet, row + 4)
    notes = (
        "Nộp bản điện tử (tệp .xlsx này) cho Thư ký ISO {due}.",
        "Nơi yêu cầu bản giấy: in trang Bản in và Kế hoạch, ký, gửi kèm.",
    )
    for number, text in enumerate(notes, row + 12):
        write(sheet, f"B{number}:C{number}", text, font=font(12, italic=True))
        sheet.row_dimensions[number].height = height_of(text.format_map(LONGEST), 80, size=12)
    page(sheet)


def _signatures(sheet: Worksheet, row: int) -> None:
    bold, middle = font(12, bold=True), Alignment(horizontal="center", vertical="center")
    for column, title, name in (
        ("B", "NGƯỜI LẬP BIỂU", "qms_prepared_by"),
        ("C", "TRƯỞNG BỘ PHẬN", "qms_head"),
    ):
        write(sheet, f"{column}{row}", title, font=bold, align=middle)
        write(sheet, f"{column}{row + 1}", "(Ký, ghi rõ họ tên)", font=font(12, italic=True),
              align=middle)  # fmt: skip
        write(sheet, f"{column}{row + 6}", f'={name}&""', font=bold, align=middle)
