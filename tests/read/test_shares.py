"""A share is the same share however the register's unit column spells it."""

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
