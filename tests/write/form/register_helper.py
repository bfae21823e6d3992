"""A small register for form tests."""

from __future__ import annotations

from datetime import date
from typing import Any

from qms_xlsx.domain.department import Department
from qms_xlsx.domain.indicator import Aggregation, Indicator, Objective
from qms_xlsx.domain.period import Cadence
from qms_xlsx.domain.register import Register
from qms_xlsx.domain.target import Better
from tests.registers import added, indicator, measure, register_of

SHARE = {"unit": "%", "over_time": Aggregation.RATIO, "over_departments": Aggregation.RATIO,
         "numerator_label": "Hồ sơ đúng hạn", "denominator_label": "Hồ sơ đã trả"}  # fmt: skip


def objective(code: str, target: str, **more: Any) -> Indicator:
    """Return an indicator of the department VP."""
    values = {"name": f"Chỉ tiêu {code}", "better": Better.HIGHER, "departments": ("VP",)}
    return indicator(added(Objective(**{"code": code, "target": target, **values, **more})))


def small_register(*objectives: Objective, **more: Any) -> Register:
    """Return a register with two departments and two measures."""
    own = objectives or (
        Objective(code="5", number="5", name="Giải quyết thủ tục hành chính"),
        objective("5a", "100%", parent="5", cadence=Cadence.MONTH, **SHARE),
        objective("6", "450 người", unit="người", cadence=Cadence.QUARTER),
        objective("7", "xếp loại tốt trở lên", cadence=Cadence.YEAR, over_time=Aggregation.LAST),
        objective("8", "đạt chuẩn", cadence=Cadence.HALF, over_time=Aggregation.ALL),
    )
    values: dict[str, Any] = {
        "organisation": "UBND xã Thử",
        "parent_organisation": "UBND huyện Mẫu",
        "year": 2024,
        "departments": (
            Department(code="VP", name="Văn phòng - Thống kê", head="Trần Thị C"),
            Department(code="DC", name="Địa chính"),
        ),
        "measures": (
            measure(number="I.1", measure="Đánh giá nội bộ", objectives=("5a",), lead="VP"),
            measure(number="I.2", measure="Báo cáo", lead="DC", coordinating="VP"),
        ),
        "due_h1": date(2024, 6, 15),
        "due_year": date(2024, 11, 30),
    }
    return register_of(**{**values, "objectives": own, **more})
