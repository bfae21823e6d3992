"""The summary's areas that machines read back: the next run, and the level above (DESIGN §4)."""

from __future__ import annotations

from qms_xlsx.book.areas import Area, Column

EACH_DEPARTMENT = 1_000
"""Departments whose every figure has a row in the summary; of more the figures go to a file."""
RUN = Area("run", "Lần tổng hợp", (Column("value", "Giá trị", 48),))
"""What a summary is about, a key a row: organisation, year, period, as_of, version …"""
JUDGED, JUDGED_BY = "judged", "objective"
"""How a summary's results are known among tables, and the column that tells them from a form's."""
JUDGED_RESULTS = Area(
    "results",
    "Kết quả đã xét",
    (
        Column("objective", "Mã", 14),
        Column("department", "Bộ phận", 12),
        Column("number", "TT", 8),
        Column("name", "Chỉ tiêu", 48),
        Column("follows", "Theo mã cấp trên", 14),
        Column("over_time", "Cách gộp theo thời gian", 12),
        Column("over_departments", "Cách gộp theo bộ phận", 12),
        Column("unit", "Đơn vị tính", 12),
        Column("target", "Mức phấn đấu", 30),
        Column("comparator", "So sánh", 8),
        Column("year_target", "Mức năm", 12),
        Column("period_target", "Mức của kỳ", 12),
        Column("period_upper", "Mức trên của kỳ", 12),
        Column("actual", "Thực hiện lũy kế", 12),
        Column("in_period", "Trong kỳ", 12),
        Column("numerator", "Tử số", 12),
        Column("denominator", "Mẫu số", 12),
        Column("attainment", "Hoàn thành (%)", 12),
        Column("percent_of_year", "So với năm (%)", 12),
        Column("status", "Đánh giá", 14),
        Column("provisional", "Tạm tính", 8),
        Column("doubt", "Còn hỏi", 10),
        Column("reach", "Đến hết tháng", 8),
        Column("slots", "Kỳ có số / phải có", 12),
        Column("departments", "Bộ phận có số / phải có", 12),
    ),
    version=2,
)
"""Every judged figure of a run, the organisation's rows with an empty department.

Version 1 told neither what is open about a row (`doubt`) nor the month it has come to (`reach`).
"""
