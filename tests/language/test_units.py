from __future__ import annotations

import pytest

from qms_xlsx.language.units import factor


@pytest.mark.parametrize(
    ("written", "wanted", "times"),
    [
        ("triệu đồng", "tỷ đồng", 1e-3),
        ("tỷ", "triệu", 1e3),
        ("tỉ đồng", "tỷ đồng", 1.0),
        ("đồng", "triệu đồng", 1e-6),
        ("nghìn đồng", "đồng", 1e3),
        ("trđ/hộ/năm", "triệu đồng/hộ/năm", 1.0),
        ("triệu đồng", "triệu đồng/người/năm", 1.0),
        ("nghìn tỷ đồng", "tỷ đồng", 1e3),
        ("‰", "%", 0.1),
        ("%", "‰", 10.0),
        ("tấn", "tạ", 10.0),
        ("tạ/ha", "tấn/ha", 0.1),
        ("ha", "m2", 1e4),
        ("km", "m", 1e3),
        ("nghìn con", "con", 1e3),
        ("hồ sơ", "hồ sơ", 1.0),
        (None, None, 1.0),
    ],
)
def test_a_figure_converts_between_scales(
    written: str | None, wanted: str | None, times: float
) -> None:
    assert factor(written, wanted) == pytest.approx(times)


@pytest.mark.parametrize(
    ("written", "wanted"),
    [("ha", "hồ sơ"), ("%", "điểm phần trăm"), ("tạ/ha", "tạ/vụ"), (None, "%"), ("đồng", "USD")],
)
def test_unlike_units_do_not_convert(written: str | None, wanted: str | None) -> None:
    assert factor(written, wanted) is None
