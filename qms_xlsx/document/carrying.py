"""What a clause leaves unsaid because the clause before it said it."""

from __future__ import annotations

import re

from qms_xlsx.language.text import bare

_PREPOSITION = re.compile(r"(?:đối với|ở|tại|trong|của|về|riêng)\b", re.IGNORECASE)
_STATE = re.compile(r"(?:đạt|được|hoàn thành|xếp|có)\b", re.IGNORECASE)
_KINDS = frozenset(("the", "cap", "loai", "nhom", "khoi", "o", "dat", "doi", "linh", "dien"))
"""First words that only tell which kind of the same thing is meant."""


def carried(name: str, before: str) -> str:
    """Return a name with the words that it takes over from the one before in its sentence.

    >>> carried("Thể thấp còi", "Tỷ lệ trẻ em suy dinh dưỡng thể nhẹ cân")
    'Tỷ lệ trẻ em suy dinh dưỡng thể thấp còi'
    >>> carried("Ở cấp xã", "Tỷ lệ hồ sơ đúng hạn ở cấp huyện")
    'Tỷ lệ hồ sơ đúng hạn ở cấp xã'
    >>> carried("Hoàn thành xuất sắc", "Cán bộ, công chức")
    'Cán bộ, công chức: hoàn thành xuất sắc'
    >>> carried("Tỷ lệ phá án", "Số vụ phạm pháp")
    'Tỷ lệ phá án'
    """
    words, earlier = name.split(), before.split()
    if not words or not earlier:
        return name
    first = bare(words[0])
    low = name[:1].lower() + name[1:]
    places = [at for at, word in enumerate(earlier) if at and bare(word) == first]
    if places and first in _KINDS and first != bare(earlier[0]):
        return f"{' '.join(earlier[: places[-1]])} {low}"
    if _PREPOSITION.match(name):
        return f"{before} {low}"
    return f"{before}: {low}" if _STATE.match(name) else name
