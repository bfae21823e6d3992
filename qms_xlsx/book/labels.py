"""What people see and choose for the machine's words in our workbooks, declared once."""

from __future__ import annotations

from typing import TYPE_CHECKING

from qms_xlsx.language.symbols import NO, YES

if TYPE_CHECKING:
    from collections.abc import Iterable

KPS = "KPS"

CADENCES = {"month": "Tháng", "quarter": "Quý", "half": "6 tháng", "year": "Năm"}
AGGREGATIONS = {
    "single": "Của một bộ phận",
    "sum": "Cộng",
    "ratio": "Tổng tử số / tổng mẫu số",
    "last": "Số mới nhất",
    "average": "Trung bình",
    "min": "Nhỏ nhất",
    "max": "Lớn nhất",
    "all": "Tất cả đều Có",
    "worst": "Mức thấp nhất",
    "every": "Kỳ nào cũng đạt",
    "each": "Bộ phận nào cũng đạt",
}
OVER_TIME = ("sum", "ratio", "last", "average", "min", "max", "all", "worst", "every")
OVER_DEPARTMENTS = ("single", "sum", "ratio", "average", "min", "max", "all", "worst", "each")
PROFILES = {
    "linear": "Tăng dần theo tháng",
    "same": "Như mức cả năm",
    "year_end": "Chỉ xét cuối năm",
}
BETTER = {"higher": "Càng cao càng tốt", "lower": "Càng thấp càng tốt", "neither": "Chỉ theo dõi"}
PERIOD_RULES = {
    "calendar": "Theo tháng dương lịch",
    "decree09": "Chốt số liệu ngày 14 (Nghị định 09/2019/NĐ-CP)",
}
BASELINE_KINDS = {"actual": "Số chính thức", "estimate": "Số ước"}
YES_NO = {"yes": YES, "no": NO}
COMPONENTS = {
    "value": "Giá trị",
    "numerator": "Tử số",
    "denominator": "Mẫu số",
    "answer": "Có/Không",
    "grade": "Xếp loại",
    "rank": "Thứ hạng",
}
STATES = ("chưa thực hiện", "đang thực hiện", "hoàn thành", "không phát sinh")
ACTION_STATES = ("chưa thực hiện", "đang thực hiện", "hoàn thành")


_BESIDE_CODE = " · "


def choice(code: str, name: str) -> str:
    """Return an indicator as a drop-down shows it: its code, and its name for people."""
    return f"{code}{_BESIDE_CODE}{name}"


def chosen_code(text: str) -> str:
    """Return the code that a drop-down's choice begins with, else the text as it is.

    >>> chosen_code(choice("TL-6", "Văn bản đúng hạn")), chosen_code("TL-6")
    ('TL-6', 'TL-6')
    """
    return text.partition(_BESIDE_CODE)[0].strip()


def code_of(text: str, labels: dict[str, str]) -> str | None:
    """Return the machine's word for a cell that holds it or its label; None for neither.

    >>> code_of("Tháng", CADENCES), code_of("month", CADENCES), code_of("tuần", CADENCES)
    ('month', 'month', None)
    """
    wanted = text.strip().casefold()
    matches: Iterable[str] = (
        code for code, label in labels.items() if wanted in (code, label.casefold())
    )
    return next(iter(matches), None)
