"""What became of objectives between two decisions."""

from __future__ import annotations

import pytest

from qms_xlsx.document.comparing import Change, Stated, differences
from qms_xlsx.domain.target import Better


@pytest.mark.parametrize(
    ("before", "now", "better", "change"),
    [
        ("đạt từ 90% trở lên", "đạt từ 95% trở lên", None, Change.STRICTER),
        ("đạt từ 95% trở lên", "đạt từ 90% trở lên", None, Change.LOOSER),
        ("từ 95% trở lên", "trên 95%", None, Change.STRICTER),
        ("dưới 2,3%", "dưới 2%", None, Change.STRICTER),
        ("0,9 %", "1,2 %", Better.LOWER, Change.LOOSER),
        ("giảm 10% so với năm trước", "giảm 15% so với năm trước", None, Change.STRICTER),
        ("đạt 95%", "450 người", None, Change.OTHER),
        ("đạt 95%", "95%", None, Change.REWORDED),
        ("9,2 tỷ đồng", "9.300 triệu đồng", None, Change.STRICTER),
        ("95%", "95%", None, None),
    ],
)
def test_a_level_is_stricter_or_looser_by_its_direction(
    before: str, now: str, better: Better | None, change: Change | None
) -> None:
    old, new = Stated("1", "Tỷ lệ", before, better), Stated("1", "Tỷ lệ", now, better)
    assert [d.change for d in differences([old], [new])] == ([change] if change else [])


def test_what_has_no_partner_is_new_or_gone() -> None:
    old = [Stated("1", "Thu ngân sách nhà nước", "9 tỷ đồng"), Stated("2", "Tỷ lệ hộ nghèo", "2%")]
    new = [Stated("1", "Tỷ lệ hộ nghèo", "2%"), Stated("2", "Số giường bệnh", "40 giường")]
    found = differences(old, new)
    assert [d.change for d in found] == [Change.NEW, Change.GONE]
    assert found[1].before == old[0]
