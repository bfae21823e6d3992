"""What is put in a class and counted, not ranked: monuments, works of a building, posts."""

from __future__ import annotations

from typing import TYPE_CHECKING

from qms_xlsx.language.lexicon import Lexicon, phrases
from qms_xlsx.language.text import bare

if TYPE_CHECKING:
    from qms_xlsx.language.scanner import Text

_THINGS = Lexicon(
    phrases(
        "di tích, di sản, sản phẩm, khách sạn, cơ sở lưu trú, hợp tác xã, HTX, cơ sở, công trình"
        ", viên chức, giáo viên, bác sĩ, đơn vị sự nghiệp, doanh nghiệp, nhà hàng, điểm du lịch"
        ", hiện vật"
    )
)
_CLASSED = Lexicon(
    {f"hạng {what}": True for what in phrases("mục, thương gia, chức danh, giáo viên, sao")}
    | dict.fromkeys(
        phrases(
            "vị trí (việc làm|đặt|lắp đặt|công tác|xung yếu|đấu nối|nguy hiểm|trọng điểm|lấy mẫu"
            "|quan trắc|sạt lở|ngập|tập kết|đỗ xe|chức danh)"
        ),
        True,
    )
)
"""Works of a building and posts of a staff, which begin as a place does."""
_NEAR = 4
"""Words between what is classed and its class: "di tích lịch sử được xếp hạng"."""
_TOLD = ("xep", "thu")
"""A "hạng" behind one of these was told one word before."""
_GOODS = ("khach", "ngan", "cua", "mat", "kho", "don", "hoa", "ban", "thue")
"""Behind these a "hang" without marks is goods or a customer: "khach hang"."""


def classed(text: Text, index: int, place: Lexicon[bool]) -> bool:
    """Tell a place that is a class of things, or a thing itself ("Số di tích được xếp hạng: 3")."""
    if _CLASSED.at(text, index):
        return True
    found = place.at(text, index)
    if found is None:
        return False
    end = index + found[0]
    before = bare(text.fold(index - 1))
    inside = before in _TOLD or (text.plain and before in _GOODS)
    counted = any(_THINGS.within(text, max(index - _NEAR, 0), end + _NEAR))
    held = before == "duoc"
    return inside or (text.kind(end) != "number" and (counted or held))
