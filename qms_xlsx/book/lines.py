"""The lines of the (key, value) areas: the register's settings and the head of a form."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class KeyedLine:
    """A line of a (key, value) area."""

    key: str
    label: str
    help: str = ""
    choices: tuple[str, ...] = ()


INFO_LINES = (
    KeyedLine("organisation", "Cơ quan", "Tên đầy đủ, như trong quyết định"),
    KeyedLine("level", "Cấp", "xã, phường, huyện, sở…"),
    KeyedLine("parent_organisation", "Cơ quan cấp trên"),
    KeyedLine("year", "Năm"),
    KeyedLine(
        "start",
        "Ngày bắt đầu (nếu không phải 01/01)",
        "Ngày cơ quan thành lập, hoặc ngày bắt đầu thực hiện mục tiêu",
    ),
    KeyedLine("decision_number", "Số quyết định", "Ví dụ: 59/QĐ-UBND"),
    KeyedLine("decision_date", "Ngày quyết định", "ngày/tháng/năm"),
    KeyedLine("place", "Địa danh"),
    KeyedLine("signer_title", "Chức vụ người ký"),
    KeyedLine(
        "period_rule",
        "Cách tính kỳ",
        "Theo tháng, hoặc chốt số liệu ngày 14 hằng tháng",
        ("calendar", "decree09"),
    ),
    KeyedLine("due_h1", "Hạn báo cáo 6 tháng", "Ví dụ: 15/6"),
    KeyedLine("due_year", "Hạn báo cáo năm", "Ví dụ: 30/11"),
    KeyedLine(
        "due_day_month", "Hạn báo cáo tháng", "Ngày trong tháng kế tiếp; để trống nếu không có"
    ),
    KeyedLine(
        "due_day_quarter", "Hạn báo cáo quý", "Ngày trong tháng kế tiếp; để trống nếu không có"
    ),
    KeyedLine(
        "strict_before",
        "“Trước ngày X” không gồm ngày X",
        "Có: hạn là ngày liền trước; Không: tính cả ngày X",
        ("yes", "no"),
    ),
    KeyedLine("caution", "Ngưỡng “Có nguy cơ” (%)", "Từ mức này của mục tiêu kỳ đến dưới 100 %"),
)
FORM_LINES = (
    KeyedLine("organisation", "Cơ quan"),
    KeyedLine("department", "Bộ phận"),
    KeyedLine("year", "Năm"),
    KeyedLine("report_period", "Kỳ báo cáo", "Chọn kỳ; kết quả và đánh giá đổi theo"),
    KeyedLine("report_date", "Ngày báo cáo", "ngày/tháng/năm"),
    KeyedLine("prepared_by", "Người lập"),
    KeyedLine("head", "Phụ trách bộ phận"),
    KeyedLine("fingerprint", "Mã sổ mục tiêu"),
    KeyedLine("template_version", "Phiên bản biểu mẫu"),
)
FORM_INPUTS = ("report_period", "report_date", "prepared_by", "head")
