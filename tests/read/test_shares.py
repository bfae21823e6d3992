"""What a quotient is counted in: a share or a rate however it is spelt, or a question."""

from __future__ import annotations

from typing import Any

import pytest

from tests.unseen.offices import verdict

LATE: dict[str, Any] = {
    "office": "xã", "year": 2024, "departments": ["A"], "period": "2024-H1",
    "as_of": "2024-07-05", "name": "Tỷ lệ hồ sơ giải quyết quá hạn",
    "cells": {"numerator_label": "quá hạn", "denominator_label": "tổng số"},
    "figures": {"A": {"numerator": {"h1": 30}, "denominator": {"h1": 1000}}},
}  # fmt: skip


@pytest.mark.parametrize(
    "unit", ["", "%", "phần trăm", "Phần trăm (%)", "Tỷ lệ %", "Tỉ lệ (%)", "(%)", "% hồ sơ"]
)
def test_three_per_cent_exceed_a_limit_of_two(unit: str) -> None:
    assert verdict({**LATE, "target": "dưới 2%", "unit": unit}).status == "missed"


@pytest.mark.parametrize("unit", ["‰", "phần nghìn", "%o", "% o", "Tỷ lệ (‰)"])
def test_thirty_per_mille_exceed_a_limit_of_twenty(unit: str) -> None:
    assert verdict({**LATE, "target": "dưới 20‰", "unit": unit}).status == "missed"
    assert verdict({**LATE, "target": "dưới 2%", "unit": unit}).status == "missed"


@pytest.mark.parametrize(
    ("target", "unit", "status"),
    [
        ("dưới 20 vụ/1.000 dân", "vụ/1.000 dân", "missed"),
        ("dưới 20 vụ/1000 dân", "", "missed"),
        ("dưới 400 vụ/vạn dân", "vụ/vạn dân", "exceeded"),
        ("dưới 2000 ca/100.000 dân", "ca/100.000 dân", "missed"),
        ("dưới 2000 ca", "ca trên 100.000 dân", "missed"),
    ],
)
def test_a_rate_is_counted_of_as_many_as_its_unit_says(target: str, unit: str, status: str) -> None:
    assert verdict({**LATE, "target": target, "unit": unit}).status == status


@pytest.mark.parametrize(
    ("target", "unit"),
    [("dưới 2", ""), ("dưới 2", "hồ sơ"), ("dưới 2", "Tỷ lệ"), ("dưới 20 vụ/1.000 dân", "vụ")],
)
def test_a_quotient_in_no_unit_of_quotients_is_asked(target: str, unit: str) -> None:
    found = verdict({**LATE, "target": target, "unit": unit})
    assert (found.status, found.asked) == ("no_data", True)


@pytest.mark.parametrize(
    ("name", "target", "unit"),
    [
        ("Điểm hài lòng", "0,02 điểm", "điểm"),
        ("Năng suất lúa", "0,02 tạ/ha", "tạ/ha"),
        ("Thu nhập bình quân đầu người", "0,02 triệu đồng", "triệu đồng"),
        ("Số hồ sơ bình quân một công chức", "0,02 hồ sơ", "hồ sơ"),
    ],
)
def test_an_average_is_counted_in_its_own_unit(name: str, target: str, unit: str) -> None:
    row = {**LATE, "name": name, "target": target, "unit": unit}
    assert verdict(row).status == "exceeded"
