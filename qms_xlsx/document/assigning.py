"""Who reports what, where the text itself says so: in brackets behind a target, or in a line."""

from __future__ import annotations

import re
from typing import NamedTuple

from qms_xlsx.document.parties import split_parties
from qms_xlsx.language.text import clean

_PARTY = (
    r"(?:công chức|các|phòng|bộ phận|văn phòng|ban|trung tâm|tổ|khoa|chi cục|công an|hội|trạm|đài"
    r"|đoàn|sở|thanh tra|trường|đội)\b[^():;]*?"
)
_DOES = r"(?:chủ trì|phụ trách|theo dõi|chịu trách nhiệm|thực hiện|đầu mối|báo cáo)"
_OFFICE = r"(?:đơn vị|bộ phận|cơ quan|phòng,? ban|người)"
_BEHIND = re.compile(
    rf"\s*(?:\(\s*|[–—]\s+)(?:(?:giao\s+|(?:(?:{_OFFICE}|giao)\s+)?{_DOES}\s*:\s*)"
    rf"(?P<after>{_PARTY})"
    rf"|(?P<before>{_PARTY})\s+{_DOES}(?:\s+(?:thực hiện|báo cáo|theo dõi))?)"
    r"\s*\)?\s*(?=[.;]*$)",
    re.IGNORECASE,
)
_LINE = re.compile(
    rf"^(?:{_OFFICE}\s+)?(?:được giao\s+)?{_DOES}(?:\s+(?:{_DOES}|chính))?"
    r"(?:\s+(?:các\s+)?(?:mục tiêu|mục|chỉ tiêu|khoản|nội dung)(?:\s+(?:số\s+)?"
    r"(?P<numbers>[\d.,\s]*\d(?:\s*(?:và|đến|-)\s*\d+(?:\.\d+)*)?))?(?:\s+(?:này|trên))?)?"
    r"\s*:\s*(?P<name>\S.*)$",
    re.IGNORECASE,
)


class Assignment(NamedTuple):
    """A line that gives items to somebody; without numbers it means the item above."""

    numbers: tuple[str, ...]
    departments: tuple[str, ...]


def without_party(text: str) -> tuple[str, tuple[str, ...]]:
    """Return a target without who reports it, and who does.

    >>> without_party("100% hồ sơ đúng hạn (Văn phòng - Thống kê chủ trì);")
    ('100% hồ sơ đúng hạn;', ('Văn phòng - Thống kê',))
    """
    found = _BEHIND.search(text)
    if found is None:
        return text, ()
    rest = clean(text[: found.start()] + text[found.end() :])
    return rest, split_parties(found["after"] or found["before"])


def assignment_of(text: str) -> Assignment | None:
    """Return what a line assigns, None for any other line.

    >>> assignment_of("Đơn vị theo dõi mục 1 và 2: Phòng Nội vụ.")
    Assignment(numbers=('1', '2'), departments=('Phòng Nội vụ',))
    """
    found = _LINE.match(text)
    if found is None or not re.match(_PARTY, found["name"], re.IGNORECASE):
        return None
    return Assignment(_numbers(found["numbers"] or ""), split_parties(found["name"]))


def _numbers(text: str) -> tuple[str, ...]:
    """Return the numbers of "1, 2 và 3" and of "1 đến 3".

    >>> _numbers("1 đến 3"), _numbers("1.1, 2")
    (('1', '2', '3'), ('1.1', '2'))
    """
    numbers = re.findall(r"\d+(?:\.\d+)*", text)
    if re.search(r"đến|-", text) and len(numbers) == 2 and all(n.isdigit() for n in numbers):
        return tuple(str(n) for n in range(int(numbers[0]), min(int(numbers[1]), 100) + 1))
    return tuple(numbers)
