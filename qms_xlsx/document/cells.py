"""What columns hold whose headings have no word of ours: told from their cells and neighbours."""

from __future__ import annotations

import re

from qms_xlsx.document.wording import parsed
from qms_xlsx.language.text import bare

PARTY = re.compile(
    r"(?:Xã|Phường|Thị trấn|Phòng|Ban|Trung tâm|Sở|Văn phòng|Tổ|Khoa|Trường|Công an|Chi cục"
    r"|Thanh tra|Hạt|Đội|Đoàn|Trạm|Thôn|Ấp|Bản|Xóm|Khu phố|Tổ dân phố|Hội)\s+[A-ZÀ-ỸĐ]"
)
"""A heading that names somebody: the column holds their share."""
PARTIES = re.compile(
    r"(ten )?(cac )?(phong|don vi|bo phan|khoa|to|co quan|xa|phuong|thon)\b(?!.*\b(ty le|so)\b)"
)
"""What heads a column of names that are all somebody's."""
_EACH = re.compile(
    r".*\b(cac|tung) (thon|xa|phuong|phong|don vi|khoa|truong|to|ap|ban|chi cuc|co so|bo phan)\b"
)
"""A heading above columns, each somebody's: "Chia ra các thôn"."""
_SPREAD = re.compile(r"(trong do|chia ra|chia theo|phan bo|giao|cac don vi|don vi)\b")
"""A heading above columns that share what the whole is given."""
_NO_PARTY = frozenset(
    ("quy", "thang", "nam", "6", "so", "ty", "muc", "loai", "nhom", "cap", "dot", "ky")
)
_EARLIER = re.compile(
    r"\b(thuc hien|uoc|ket qua|nam truoc|cung ky|so sanh|ghi chu|luy ke|hien (tai|nay|trang|co)"
    r"|dau nam|ban dau|goc)\b|^(t|thang) ?\d{1,2}$"
)
"""What heads figures of the past, or of a month that somebody fills in."""
_LISTED = 3
"""How many columns a list without headings has: its numbers, names and levels."""
_INDICATOR = re.compile(r"(cac )?(chi so|tieu chi|chi tieu|thuoc do|noi dung)\b")


def is_earlier(heading: str) -> bool:
    """Return whether a column holds figures of the past, and no levels."""
    return bool(_EARLIER.search(bare(heading)))


def shares_of(others: dict[int, str], headings: tuple[tuple[str, ...], ...]) -> dict[int, str]:
    """Return the columns that hold shares: a department's, or alike below one heading."""
    named = {column: text for column, text in others.items() if PARTY.match(text)}
    spread = {
        column: text
        for column, text in others.items()
        if any(_SPREAD.match(bare(row[column])) for row in headings[:-1])
    }
    each = any(_EACH.match(bare(row[column])) for column in spread for row in headings[:-1])
    alike = len(spread) > 1 and (each or _alike(spread))
    return named | spread if alike else named


def _alike(spread: dict[int, str]) -> bool:
    """Whether headings name several of one kind: "BHXH cơ sở A", "BHXH cơ sở B"."""
    kinds = {bare(text).split()[0] for text in spread.values()}
    return len(kinds) == 1 and not kinds & _NO_PARTY


def level_of(
    names: list[str], columns: dict[int, list[str]], headings: dict[int, str], *, unit: bool
) -> int | None:
    """Return the column of the levels, told by its cells; `unit` when another holds their units.

    Names that state levels themselves need none beside them.
    """
    if _set_levels(names):
        return None
    likely = {at: cells for at, cells in columns.items() if not is_earlier(headings[at])}
    levels = [at for at, cells in likely.items() if _set_levels(cells)]
    if not levels and unit:
        levels = [at for at, cells in likely.items() if _figures(cells)]
    return levels[0] if len(levels) == 1 else None  # of two it is asked which


def headless(rows: tuple[tuple[str, ...], ...]) -> dict[str, int]:
    """Return the columns of a list without headings: "1 | Tỷ lệ khám phá án | Trên 85%"."""
    cells = [row for row in rows if len(set(row)) > 1]  # rows across name whose list follows
    if len(cells) < 2 or len(cells[0]) != _LISTED:
        return {}
    numbers, names, levels = zip(*cells, strict=True)
    counted = all(re.fullmatch(r"\d{1,2}(?:\.\d{1,2})*\.?", number) for number in numbers)
    listed = counted and all(names) and all(levels) and not _set_levels(list(names))
    return {"number": 0, "name": 1, "value": 2} if listed and _set_levels(list(levels)) else {}


def level_cells(cells: list[str]) -> bool:
    """Return whether a column holds levels: set by words or signs, or figures alone."""
    return _set_levels(cells) or _figures(cells)


def _set_levels(cells: list[str]) -> bool:
    """Whether each cell of a column sets a level, and most of them not only by a figure."""
    goals = [parsed(cell)[0] for cell in cells if cell]
    single = [found[0] for found in goals if len(found) == 1 and found[0].value is not None]
    clear = sum(goal.explicit or bool(goal.unit) for goal in single)
    return bool(goals) and len(single) == len(goals) and clear * 2 > len(goals)


def _figures(cells: list[str]) -> bool:
    """Whether a column holds figures and nothing else."""
    filled = [cell for cell in cells if cell]
    return bool(filled) and all(re.fullmatch(r"[\d.,/]+\s?%?", cell) for cell in filled)


def indicator_of(name: int, others: dict[int, str]) -> int | None:
    """Return the column beside the objectives that says how each is measured: "Chỉ số"."""
    beside = others.get(name + 1)
    told = beside and _INDICATOR.match(bare(beside)) and not re.search(r"20\d\d", beside)
    return name + 1 if told else None
