"""What departments count for a share, in the words that state it: a part, and the whole of it."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from qms_xlsx.domain.target import Kind
from qms_xlsx.language.text import bare

if TYPE_CHECKING:
    from qms_xlsx.document.decision import Item

_RATE = re.compile(r"^tỷ lệ (?:số )?", re.IGNORECASE)
_ALL = re.compile(r"^(?:các|những|tất cả các|toàn bộ|số) ", re.IGNORECASE)
_PASSIVE = re.compile(r"\s(?=được\b)")
_DOES = re.compile(
    r"\s(?=(?:đạt|sử dụng|tham gia|hoàn thành|thực hiện|giải quyết|chấp hành|khai thác|đúng hạn"
    r"|trước hạn|trễ hạn|quá hạn|triển khai|niêm yết|hài lòng|áp dụng|giữ vững)\b)"
)
_OTHER = re.compile(
    r"(muc do|chi so|toc do|diem|nang suat|cong suat|duy tri|giam|tang|nang|thuc hien|giai quyet"
    r"|xay dung|to chuc|hoan thanh|kiem tra|khac phuc|so hoa|cap|tao|khen thuong)\b"
)
"""What is measured another way than by counting a part of a whole."""

_PLANNED = re.compile(r"\b(giao|ke hoach|chi tieu|du toan)\b")
"""Words of a plan: a label that holds them would make the whole a plan, which may be exceeded."""


def counts_of(item: Item) -> tuple[str, str]:
    """Return what the part and the whole of a share are called, empty where its words do not tell.

    "100% hồ sơ được trả đúng hạn" counts "Số hồ sơ được trả đúng hạn" of "Tổng số hồ sơ".
    """
    goal = item.goal
    if goal is None or goal.kind is not Kind.THRESHOLD or goal.unit != "%":
        return "", ""
    name = _ALL.sub("", _RATE.sub("", item.name))
    if _OTHER.match(bare(name)) or _PLANNED.search(bare(name)) or ":" in name:
        return "", ""
    part, of, whole = name.partition(" trên tổng số ")
    if of:
        return f"Số {_low(part)}", f"Tổng số {whole}"
    parts = _PASSIVE.split(name, maxsplit=1)
    if len(parts) == 1:
        parts = _DOES.split(name, maxsplit=1)
    if len(parts) == 1 or not parts[0] or parts[0].endswith(","):
        return "", ""
    return f"Số {_low(name)}", f"Tổng số {_low(parts[0])}"


def _low(text: str) -> str:
    """Return words as they stand inside a sentence; what is all capitals stays."""
    return text if text[1:2].isupper() else text[:1].lower() + text[1:]
