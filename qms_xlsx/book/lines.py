"""The lines of the (key, value) areas: the register's settings and the head of a form."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Line:
    """A line of a (key, value) area."""

    key: str
    label: str
    help: str = ""
    choices: tuple[str, ...] = ()


INFO_LINES = (
    Line("organisation", "Cơ quan", "Tên đầy đủ, như trong quyết định"),
    Line("level", "Cấp", "xã, phường, huyện, sở…"),
    Line("parent_organisation", "Cơ quan cấp trên"),
    Line("year", "Năm"),
    Line(
        "start",
        "Ngày bắt đầu (nếu không phải 01/01)",
        "Ngày cơ quan thành lập, hoặc ngày bắt đầu thực hiện mục tiêu",
    ),
    Line("decision_number", "Số quyết định", "Ví dụ: 59/QĐ-UBND"),
    Line("decision_date", "Ngày quyết định", "ngày/tháng/năm"),
    Line("place", "Địa danh"),
    Line("signer_title", "Chức vụ người ký"),
    Line(
        "period_rule",
        "Cách tính kỳ",
        "Theo tháng, hoặc chốt số liệu ngày 14 hằng tháng",
        ("calendar", "decree09"),
    ),
    Line("due_h1", "Hạn báo cáo 6 tháng", "Ví dụ: 15/6"),
    Line("due_year", "Hạn báo cáo năm", "Ví dụ: 30/11"),
    Line("due_day_month", "Hạn báo cáo tháng", "Ngày trong tháng kế tiếp; để trống nếu không có"),
    Line("due_day_quarter", "Hạn báo cáo quý", "Ngày trong tháng kế tiếp; để trống nếu không có"),
    Line(
        "strict_before",
        "“Trước ngày X” không gồm ngày X",
        "Có: hạn là ngày liền trước; Không: tính cả ngày X",
        ("yes", "no"),
    ),
    Line("caution", "Ngưỡng “Có nguy cơ” (%)", "Từ mức này của mục tiêu kỳ đến dưới 100 %"),
)
FORM_LINES = (
    Line("organisation", "Cơ quan"),
    Line("department", "Bộ phận"),
    Line("year", "Năm"),
    Line("report_period", "Kỳ báo cáo", "Chọn kỳ; kết quả và đánh giá đổi theo"),
    Line("report_date", "Ngày báo cáo", "ngày/tháng/năm"),
    Line("prepared_by", "Người lập"),
    Line("head", "Phụ trách bộ phận"),
    Line("fingerprint", "Mã sổ mục tiêu"),
    Line("template_version", "Phiên bản biểu mẫu"),
)
FORM_INPUTS = ("report_period", "report_date", "prepared_by", "head")
