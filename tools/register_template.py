"""The template of the register workbook."""

from __future__ import annotations

from typing import TYPE_CHECKING

from template_parts import CENTRE, font, key_values, new_workbook, page, table, write

from qms_xlsx.book import look
from qms_xlsx.book.areas import ALLOCATIONS, DEPARTMENTS, EXCEPTIONS, INFO, OBJECTIVES, PLAN
from qms_xlsx.book.labels import AGGREGATIONS, BETTER, CADENCES, PERIOD_RULES, PROFILES
from qms_xlsx.book.lines import INFO_LINES
from qms_xlsx.write.templating import INPUT, height_of

if TYPE_CHECKING:
    from openpyxl import Workbook
    from openpyxl.worksheet.worksheet import Worksheet

AS_TYPED = "@"
"""Excel keeps the words of such a cell: "100%" does not become 1, nor "9/10" a day."""
GUIDE = (
    "1. Sổ này do Thư ký ISO ghi mỗi năm một lần, theo quyết định ban hành mục tiêu chất lượng "
    "và kế hoạch thực hiện. Ghi vào các ô nền vàng nhạt.",
    "2. Trang “Thông tin”: cơ quan, năm, quyết định, hạn báo cáo.",
    "3. Trang “Bộ phận”: mỗi bộ phận một dòng. Tên gọi khác và nhóm giúp hiểu những gì kế hoạch "
    "viết (“Công chức văn phòng thống kê”, “Các bộ phận chuyên môn”…), cách nhau bằng dấu ;",
    "4. Trang “Mục tiêu”: mỗi mục một dòng, theo thứ tự của quyết định. Mục có các chỉ tiêu con "
    "thì chỉ ghi tên; ở dòng con ghi mã của mục mẹ vào cột “Thuộc mục tiêu”.",
    "5. Mức phấn đấu ghi đúng lời của quyết định (“đạt từ 97% trở lên”, “450 người”, “top 3”). "
    "Mỗi ô một mức; chỉ tiêu có hai mức thì tách thành hai dòng.",
    "6. Tỷ lệ %: ghi tử số là gì, mẫu số là gì, và chọn “Tổng tử số / tổng mẫu số” ở hai cột gộp. "
    "Mục tiêu giao riêng cho từng bộ phận: ghi ở trang “Chỉ tiêu giao”, mỗi bộ phận một dòng; "
    "bộ phận không được giao thì ghi “không giao”.",
    "7. Trang “Kế hoạch”: mỗi biện pháp một dòng, TT kiểu I.1, I.2…; thời gian thực hiện ghi đúng "
    "lời của kế hoạch.",
    "8. Xong thì lưu, rồi mở trang Năm của chương trình (bấm đúp MTCL.cmd): trang kiểm tra sổ và "
    "lập biểu mẫu. Dùng dòng lệnh thì chạy qms-xlsx validate, rồi qms-xlsx forms.",
)
WORDS = (
    ("Chiều tốt", BETTER),
    ("Gộp theo thời gian, gộp các bộ phận", AGGREGATIONS),
    ("Nhịp báo cáo", CADENCES),
    ("Phân bổ mức phấn đấu trong năm", PROFILES),
    ("Cách tính kỳ", PERIOD_RULES),
)


def register_template() -> Workbook:
    """Return the register's template: guide, information, departments, objectives, plan."""
    workbook = new_workbook()
    _guide(workbook.active)
    _information(workbook.create_sheet("Thông tin"))
    _departments(workbook.create_sheet("Bộ phận"))
    _objectives(workbook.create_sheet("Mục tiêu"))
    _allocations(workbook.create_sheet("Chỉ tiêu giao"))
    _plan(workbook.create_sheet("Kế hoạch"))
    _exceptions(workbook.create_sheet("Ngoại lệ"))
    workbook.properties.title = "Sổ mục tiêu chất lượng"
    return workbook


def _guide(sheet: Worksheet) -> None:
    sheet.title = "Hướng dẫn"
    for column, width in (("A", 3), ("B", 36), ("C", 16), ("D", 66)):
        sheet.column_dimensions[column].width = width
    title = font(look.TITLE_SIZE, bold=True)
    write(sheet, "B1:D1", "HƯỚNG DẪN GHI SỔ MỤC TIÊU CHẤT LƯỢNG", font=title, align=CENTRE)
    sheet.row_dimensions[1].height = 28
    for row, text in enumerate(GUIDE, 3):
        write(sheet, f"B{row}:D{row}", text, font=font(12))
        sheet.row_dimensions[row].height = height_of(text, 114, size=12)
    row = 3 + len(GUIDE) + 1
    write(sheet, f"B{row}:D{row}", "Các từ dùng trong ô chọn", font=font(12, bold=True))
    sheet.row_dimensions[row].height = 20
    for heading, words in WORDS:
        for number, (code, label) in enumerate(words.items()):
            row += 1
            write(sheet, f"B{row}", heading if number == 0 else "", box=True, font=font(12))
            write(sheet, f"C{row}", code, box=True, font=font(12, bold=True))
            write(sheet, f"D{row}", label, box=True, font=font(12))
            sheet.row_dimensions[row].height = 18
    page(sheet)
    sheet.page_setup.fitToHeight = 1


def _information(sheet: Worksheet) -> None:
    for column, width in (("B", 34), ("C", 56), ("D", 46)):
        sheet.column_dimensions[column].width = width
    sheet.column_dimensions["A"].hidden = True
    _title(sheet, "B1:D1", "THÔNG TIN CHUNG")
    keys = [line.key for line in INFO_LINES]
    lines = [(line.key, line.label) for line in INFO_LINES]
    key_values(sheet, INFO, lines, 3, label="B", value="C:C", inputs=keys)
    for row, line in enumerate(INFO_LINES, 4):
        write(sheet, f"D{row}", line.help, font=font(ink=look.GREY_INK, italic=True))
        sheet.row_dimensions[row].height = 20
    page(sheet)


def _departments(sheet: Worksheet) -> None:
    _title(sheet, "B1:H1", "CÁC BỘ PHẬN")
    table(
        sheet, DEPARTMENTS, DEPARTMENTS.keys, 3, prototypes=(INPUT,),
        formats=dict.fromkeys(("active_from", "active_to"), look.DATE), default_format=AS_TYPED,
    )  # fmt: skip
    sheet.freeze_panes = "D5"
    page(sheet, repeat="3:3")


def _objectives(sheet: Worksheet) -> None:
    _title(sheet, "B1:E1", "MỤC TIÊU CHẤT LƯỢNG NĂM {year}")  # whole on each page: they repeat
    words = ("better", "over_time", "over_departments", "cadence", "profile")
    table(
        sheet, OBJECTIVES, OBJECTIVES.keys, 3, prototypes=(INPUT,),
        groups={
            "Mức phấn đấu": ("target", "unit"),
            "Với tỷ lệ": ("numerator_label", "denominator_label"),
            "Cách tính": ("better", "profile"),
            "Số gốc để so sánh": ("baseline_h1", "baseline_kind"),
        },
        centred=("code", "parent", "number", "unit", *words, "baseline_kind", "follows",
                 "confirmed"),
        widths={"code": 9, "parent": 9, "number": 6, "name": 38, "target": 24, "target_h1": 11,
                "stretch": 11, "unit": 10, "numerator_label": 21, "denominator_label": 21,
                "better": 8,
                "over_time": 9, "over_departments": 9, "cadence": 8.5, "profile": 9,
                "departments": 18, "baseline_h1": 9, "baseline_year": 9, "baseline_kind": 9,
                "follows": 10, "confirmed": 9, "source": 30, "quote": 30, "note": 32},
        formats={"baseline_h1": "General", "baseline_year": "General"}, default_format=AS_TYPED,
    )  # fmt: skip
    sheet.freeze_panes = "F6"
    page(sheet, repeat="3:4")
    sheet.page_setup.fitToWidth, sheet.print_title_cols = 2, "B:E"


def _allocations(sheet: Worksheet) -> None:
    _title(sheet, "B1:E1", "CHỈ TIÊU GIAO CHO CÁC BỘ PHẬN NĂM {year}")
    table(
        sheet, ALLOCATIONS, ALLOCATIONS.keys, 3, prototypes=(INPUT,),
        centred=("objective",), default_format=AS_TYPED,
    )  # fmt: skip
    sheet.freeze_panes = "B5"
    page(sheet, repeat="3:3")


def _exceptions(sheet: Worksheet) -> None:
    _title(sheet, "B1:E1", "CHO SỬA SỐ LIỆU CỦA KỲ ĐÃ CHỐT")
    table(
        sheet, EXCEPTIONS, EXCEPTIONS.keys, 3, prototypes=(INPUT,),
        formats={"until": look.DATE}, default_format=AS_TYPED,
    )  # fmt: skip
    sheet.freeze_panes = "B5"
    page(sheet, repeat="3:3")


def _plan(sheet: Worksheet) -> None:
    _title(sheet, "B1:J1", "KẾ HOẠCH THỰC HIỆN MỤC TIÊU CHẤT LƯỢNG NĂM {year}")
    table(
        sheet, PLAN, PLAN.keys, 3, prototypes=(INPUT,),
        groups={"Trách nhiệm thực hiện": ("lead", "coordinating")},
        centred=("number", "objectives"), default_format=AS_TYPED,
    )  # fmt: skip
    sheet.freeze_panes = "E6"
    page(sheet, repeat="3:4")


def _title(sheet: Worksheet, place: str, text: str) -> None:
    write(sheet, place, text, font=font(look.TITLE_SIZE, bold=True), align=CENTRE)
    sheet.row_dimensions[1].height = 28
