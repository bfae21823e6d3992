"""Whether words speak of how far objectives were reached, and not of objectives."""

from __future__ import annotations

import re

_LOOKS_BACK = re.compile(
    r"\b(ket qua|tinh hinh|tien do|muc do|danh gia|kiem diem|so ket|tong ket|nguyen nhan|ton tai"
    r"|han che)( (viec|ket qua|muc do|tinh hinh|cong tac|thuc hien|trien khai|hoan thanh|dat duoc"
    r"|do luong|theo doi|cua|cac|mot so|doi voi|va|ve)){0,6} (muc tieu|chi tieu|mtcl)\b"
)
"""How results of objectives are named, and not objectives."""
_NAMED = re.compile(r"\b(muc tieu|chi tieu|mtcl)\b")


def looks_back(low: str) -> bool:
    """Return whether what words last say of objectives is how far they were reached.

    >>> looks_back("ket qua thuc hien muc tieu chat luong nam 2025")
    True
    >>> looks_back("sau khi danh gia muc tieu nam 2025, xa ban hanh muc tieu nam 2026 nhu sau:")
    False
    """
    parts = [part for part in re.split(r"[,;]", low) if _NAMED.search(part)]
    return bool(parts) and bool(_LOOKS_BACK.search(parts[-1]))
