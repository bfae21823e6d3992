"""How many items a heading says that follow it: no level, but something to be proved."""

from __future__ import annotations

import re

_THINGS = (
    r"(?:nhóm )?(?:mục tiêu|chỉ tiêu|nhiệm vụ|nội dung|tiêu chí)(?: (?:chủ yếu|cụ thể|chính))?"
)
_COUNT = re.compile(
    rf"\s*\((?:(?:bao )?gồm |có )?(?P<inside>\d{{1,3}}) {_THINGS}\)"
    rf"|(?:\s*[:,–-]\s*(?:(?:bao )?gồm |có |với )?|\s+(?:(?:bao )?gồm|có|với) )"
    rf"(?P<behind>\d{{1,3}}) {_THINGS}(?=[\s,;.:]*(?:cụ thể|như sau|sau đây|sau)?[\s.:]*$)",
    re.IGNORECASE,
)
_FIELD = re.compile(r"(?:về|lĩnh vực|trong lĩnh vực|nhóm (?:mục tiêu|chỉ tiêu))\b", re.IGNORECASE)


def declared(text: str) -> int:
    """Return how many items a heading says that follow it, zero where it says none.

    >>> declared("Về kinh tế: 05 chỉ tiêu"), declared("Các chỉ tiêu chủ yếu (17 chỉ tiêu)")
    (5, 17)
    >>> declared("Hoàn thành 18 chỉ tiêu"), declared("Các chỉ tiêu chủ yếu gồm 3 chỉ tiêu, cụ thể:")
    (0, 3)
    """
    found = _COUNT.search(text)
    return int(found["inside"] or found["behind"]) if found else 0


def without_count(text: str, *, heads: bool) -> str:
    """Return a line without how many items follow it; `heads` where items do stand below it.

    Where none does, only what names a field counts them: "Về kinh tế: 05 chỉ tiêu".
    """
    return _COUNT.sub("", text, count=1) if heads or _FIELD.match(text) else text
