from __future__ import annotations

from itertools import product

import pytest

from qms_xlsx.domain.goal import Fault, NoGoal
from qms_xlsx.language.units import conversion, factor
from qms_xlsx.rules.register import lint
from tests.long_tables import each_row
from tests.rules.office import objectives
from tests.tables_helper import register


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


UNITS = ("", "%", "‰", "%o.", "% hồ sơ", "đồng", "nghìn đồng", "triệu đồng", "tỷ đồng", "tỷ đồng/năm",
         "triệu đồng/người/năm", "USD", "kg", "tạ", "tấn", "tạ/ha", "ha", "m2", "km", "m3", "phút",
         "giờ", "người", "nghìn người", "hồ sơ", "lần/tháng", "lần/quý", "điểm phần trăm")  # fmt: skip
SORTS = {
    **dict.fromkeys(("%", "‰", "%o.", "% hồ sơ"), "share"),
    **dict.fromkeys(("đồng", "nghìn đồng", "triệu đồng", "tỷ đồng", "tỷ đồng/năm"), "money"),
    "triệu đồng/người/năm": "money", "USD": "dollar", "kg": "weight", "tạ": "weight",
    "tấn": "weight", "tạ/ha": "weight", "ha": "area", "m2": "area", "km": "length",
    "m3": "volume", "phút": "time", "giờ": "time",
    **dict.fromkeys(("người", "nghìn người", "hồ sơ", "lần/tháng", "lần/quý"), "count"),
    "điểm phần trăm": "points",
}  # fmt: skip
BASES = {frozenset(pair) for pair in (("lần/tháng", "lần/quý"),)}
"""Units of one sort that are counted by different things."""


@each_row(product(UNITS, UNITS))
def test_units_convert_within_their_sort_and_never_beyond(written: str, unit: str) -> None:
    found = conversion(written, unit)
    alike = not written or not unit or SORTS[written] == SORTS[unit]
    assert (found is not None) == (alike and frozenset((written, unit)) not in BASES)
    back = conversion(unit, written)
    assert (found is None) == (back is None)
    assert found is None or back is None or found * back == pytest.approx(1.0)


@pytest.mark.untraced
def test_a_target_in_another_sort_of_unit_has_no_goal_and_the_lint_says_so() -> None:
    for written, unit in product(UNITS[1:], repeat=2):
        told = {"target": f"đạt 12 {written} trở lên", "unit": unit, "over_time": "sum"}
        known = register(objectives(told))
        [only] = known.indicators
        fault = only.goal.fault if isinstance(only.goal, NoGoal) else None
        said = any(finding.code == "R205" for finding in lint(known))
        assert said == (fault is Fault.UNIT), (written, unit)
