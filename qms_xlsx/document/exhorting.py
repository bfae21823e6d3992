"""What a text only exhorts to: its figures are part of a saying, and no level."""

from __future__ import annotations

import re

from qms_xlsx.document.clauses import clauses
from qms_xlsx.document.parting import sentences

_SAYING = re.compile(
    r"\b(?:hãy|khắc ghi|nêu cao|quyết tâm|phát huy truyền thống|phương châm|thước đo|noi gương"
    r"|chung sức|đồng lòng|lời thề|lời dạy|thấm nhuần|bài học)\b|\b\d+ điều Bác Hồ",
    re.IGNORECASE,
)
_LEVEL = re.compile(
    r"\d\s?(?:%|điểm\b)|\b(?:ít nhất|tối thiểu|tối đa|không quá|không dưới|trên|dưới|từ|đạt"
    r"|hoàn thành|còn|giảm|tăng)\s+(?:từ\s+)?\d",
    re.IGNORECASE,
)
"""Words that set a level, whatever saying stands beside them."""


def without_sayings(text: str) -> tuple[str, list[str]]:
    """Return a text without the sentences that only exhort, and these.

    >>> without_sayings("Giảm 5% số vụ. Toàn đơn vị hãy phát huy truyền thống 78 năm xây dựng.")
    ('Giảm 5% số vụ', ['Toàn đơn vị hãy phát huy truyền thống 78 năm xây dựng.'])
    """
    if not _SAYING.search(text):
        return text, []
    parts = sentences(text)
    said = [part for part in parts if _only_exhorts(part)]
    return ("; ".join(part for part in parts if part not in said), said) if said else (text, [])


def _only_exhorts(sentence: str) -> bool:
    found = clauses(sentence)
    return bool(_SAYING.search(sentence)) and bool(found) and not _LEVEL.search(sentence)
