"""A target asks less than its parent's, in the sense of better, or cannot be compared."""

from __future__ import annotations

import pytest

from qms_xlsx.rules.cascade import compare
from tests.rules.office import objectives
from tests.tables_helper import register

LOWER = {"better": "lower"}
GRADE = {"unit": "xếp loại"}
MONEY = {"unit": "triệu đồng/người/năm"}
GROWTH = {"unit": "tỷ đồng", "baseline_year": 100.0}

BELOW, BESIDE, FINE = {"R301"}, {"R302"}, set[str]()


@pytest.mark.parametrize(
    ("own", "parent", "told"),
    [
        ({"target": "ít nhất 94%"}, {"target": "ít nhất 95%"}, BELOW),
        ({"target": "ít nhất 95%"}, {"target": "ít nhất 95%"}, FINE),
        ({"target": "ít nhất 95%"}, {"target": "trên 95%"}, BELOW),
        ({"target": "trên 95%"}, {"target": "ít nhất 95%"}, FINE),
        ({"target": "97%"}, {"target": "ít nhất 95%"}, FINE),
        ({"target": "dưới 3%", **LOWER}, {"target": "dưới 2,3%", **LOWER}, BELOW),
        ({"target": "dưới 2%", **LOWER}, {"target": "dưới 2,3%", **LOWER}, FINE),
        ({"target": "không quá 2,3%", **LOWER}, {"target": "dưới 2,3%", **LOWER}, BELOW),
        ({"target": "dưới 2%", **LOWER}, {"target": "ít nhất 95%"}, BESIDE),
        ({"target": "xếp loại khá", **GRADE}, {"target": "xếp loại tốt", **GRADE}, BELOW),
        ({"target": "xếp loại xuất sắc", **GRADE}, {"target": "xếp loại tốt", **GRADE}, FINE),
        ({"target": "đạt mức độ 3", **GRADE}, {"target": "xếp loại tốt", **GRADE}, BESIDE),
        ({"target": "top 5", **LOWER, "unit": "hạng"}, {"target": "top 3", **LOWER, "unit": "hạng"}, BELOW),
        ({"target": "top 3", **LOWER, "unit": "hạng"}, {"target": "top 5", **LOWER, "unit": "hạng"}, FINE),
        ({"target": "0,06 tỷ đồng/người/năm", "unit": "tỷ đồng/người/năm"}, {"target": "65 triệu đồng/người/năm", **MONEY}, BELOW),
        ({"target": "0,07 tỷ đồng/người/năm", "unit": "tỷ đồng/người/năm"}, {"target": "65 triệu đồng/người/năm", **MONEY}, FINE),
        ({"target": "51 tạ/ha", "unit": "tạ/ha"}, {"target": "ít nhất 95%"}, BESIDE),
        ({"target": "tăng 10% so với năm trước", **GROWTH}, {"target": "tăng 15% so với năm trước", **GROWTH}, BELOW),
        ({"target": "tăng 15% so với năm trước", **GROWTH}, {"target": "tăng 10% so với năm trước", **GROWTH}, FINE),
        ({"target": "giảm 0,5% so với cùng kỳ", **LOWER}, {"target": "giảm 1% so với cùng kỳ", **LOWER}, BELOW),
        ({"target": "giảm tỷ lệ sinh con thứ 3", **LOWER}, {"target": "giảm 1% so với cùng kỳ", **LOWER}, BELOW),
        ({"target": "Duy trì áp dụng HTQLCL", "unit": "có/không"}, {"target": "Duy trì áp dụng HTQLCL", "unit": "có/không"}, FINE),
        ({"target": "như năm trước"}, {"target": "ít nhất 95%"}, BESIDE),
        ({"target": "không để phát sinh", "unit": "vụ", **LOWER, "over_time": "sum"}, {"target": "không để phát sinh", "unit": "vụ", **LOWER, "over_time": "sum"}, FINE),
    ],
)  # fmt: skip
def test_below_the_parent(own: dict[str, str], parent: dict[str, str], told: set[str]) -> None:
    child = register(objectives({"follows": "M-1", **own}))
    above = register(objectives(parent))
    assert {finding.code for finding in compare(child, above)} == told


def test_a_heading_of_the_parent_needs_no_counterpart() -> None:
    above = register(objectives({"target": ""}, {"parent": "M-1", "name": "Chỉ tiêu"}))
    child = register(objectives({"follows": "M-2"}))
    assert compare(child, above) == []


def test_each_uncounted_objective_of_the_parent_is_named() -> None:
    above = register(objectives({}, {"name": "Hai"}, {"name": "Ba"}))
    child = register(objectives({"follows": "M-2"}))
    told = [finding.message.values["code"] for finding in compare(child, above)]
    assert told == ["M-1", "M-3"]
