"""Who reports what, where the text itself says so: in brackets behind a target, or in a line."""

from __future__ import annotations

import re
from typing import NamedTuple

from qms_xlsx.document.parties import KIND, split_parties
from qms_xlsx.language.text import bare, clean

_WORK = r"(?:mục tiêu|chỉ tiêu|nội dung|nhiệm vụ|công việc|lĩnh vực|phần|mục)"
_PARTY = (
    rf"(?:công chức|các(?! {_WORK})|toàn thể|tất cả|phòng(?!,? (?:chống|ngừa))|bộ phận|văn phòng"
    r"|ban(?! hành)|trung tâm|tổ(?! chức)|khoa(?! học)|chi cục|công an|hội(?! nghị| nhập)|trạm|đài"
    r"|đoàn(?! kết)|sở|thanh tra|trường(?! hợp)|đội(?! ngũ)|chuyên viên|kế toán|văn thư)"
    r"\b(?:(?!\.\s|\s0\d\s)[^():;%]){0,150}?"
)
"""Who reports something: a kind of department and its name, within one sentence and no level."""
_DOES = r"(?:chủ trì|phụ trách|theo dõi|chịu trách nhiệm|thực hiện|đầu mối|báo cáo)"
_OFFICE = r"(?:đơn vị|bộ phận|cơ quan|phòng,? ban|người)"
_HELPED = r"(?:\s*[,;.]?\s+(?:[^().;:]{0,60}\s)?phối hợp\b[^()]*)"
"""Who helps, behind who leads: "; phối hợp: Phòng B", ", các khu phố phối hợp"."""
_BEHIND = re.compile(
    rf"\s*(?:\(\s*|[–—]\s+|(?<=[.;])\s+)(?:(?:giao\s+|(?:(?:{_OFFICE}|giao)\s+)?{_DOES}\s*:\s*)"
    rf"(?P<after>{_PARTY})"
    rf"|(?P<before>{_PARTY})\s+(?:phối hợp\s+(?:[^();]*?\s+)?)?{_DOES}"
    rf"(?:\s+(?:thực hiện|báo cáo|theo dõi))?){_HELPED}?"
    r"\s*[.;]?\s*\)?\s*(?:(?=[.;]*$)|(?<=\))(?=:))",
    re.IGNORECASE,
)
_LEADS = r"(?:chủ trì|phụ trách|đầu mối|chịu trách nhiệm)"
_LABELLED = re.compile(
    rf"\s*\(\s*(?:giao|(?:(?:{_OFFICE}|giao)\s+)?{_LEADS})\s*:\s*"
    rf"(?P<name>[^\W\d_][^():;%\d]{{2,100}}?)"
    r"(?:\s*[,;.]\s+(?:đơn vị )?phối hợp\b[^()]*)?\s*\)\s*(?=[.;:]*$)",
    re.IGNORECASE,
)
"""Who leads, told with a label in brackets, whatever it is called: "(phụ trách: Xưởng in)"."""
_BEFORE = re.compile(
    rf"giao\s+(?:cho\s+)?(?P<name>{_PARTY})\s+(?:làm nòng cốt|làm đầu mối|chủ trì)"
    r"(?:,\s*phối hợp\b[^%\d]*?)?,?\s+(?=(?:bảo đảm|đảm bảo|phấn đấu|hoàn thành|thực hiện)\b)",
    re.IGNORECASE,
)
"""Who leads what the rest of a sentence states: "Giao Phòng A chủ trì bảo đảm 100% …"."""
_WHO = re.compile(
    r"(?P<name>(?:Văn phòng|Phòng|Ban|Trung tâm|Tổ|Khoa|Chi cục|Công an|Thanh tra|Trạm|Đội)"
    r"\s[A-ZÀ-ỸĐ][^:;.,%\d()]{1,60}):\s+(?=[^\W\d_]{2,}.*\s)"
)
"""A department before a colon, and what it does behind it: "Phòng A: xử lý 100% văn bản"."""
_IN_BRACKETS = re.compile(
    r"\s*\((?P<name>(?:Công chức|Phòng|Bộ phận|Văn phòng|Ban|Trung tâm|Tổ|Khoa|Chi cục|Công an"
    r"|Thanh tra|Trạm)\s[^():;]*)\)\s*(?=[.;:]*$)"
)
"""A department alone in brackets at the end; not an explanation of a place named before."""
_PLACE = re.compile(
    r"\b(?:tại|của|ở|thuộc)\s+(?!thẩm quyền)"
    r"\S+(?:\s+(?!(?:được|đạt|đúng|trước|không|có|xếp|trở)\b)\S+){0,7}\s*$",
    re.IGNORECASE,
)
_GIVES = re.compile(
    rf"^(?:giao\s+(?:cho\s+)?)?(?P<name>{_PARTY})\s+(?:chủ trì|phụ trách|chịu trách nhiệm)"
    r"(?:\s+(?:thực hiện|theo dõi|báo cáo|mục tiêu này))*\s*[.;]?$",
    re.IGNORECASE,
)
_ABOVE = re.compile(
    rf"(?:^|(?<=[.;])\s+)(?:giao\s+(?:cho\s+)?)?(?P<name>{_PARTY})\s+{_DOES}(?:\s+{_DOES})*"
    r"\s+(?:các\s+)?(?:mục tiêu|chỉ tiêu|nội dung|nhiệm vụ)\s+(?:nêu\s+)?trên\s*[.;]?$",
    re.IGNORECASE,
)
_ALL_OF_IT = re.compile(
    rf"(?:^|(?<=[.;])\s+)(?:(?:(?:các|những|toàn bộ|tất cả)\s+)*{_WORK}\b[^.;:%\d]{{0,40}}?"
    rf"\s(?P<what>mục này|phần này|lĩnh vực này|này|trên|đây)\s+(?:được\s+)?(?:do|giao(?:\s+cho)?)"
    rf"|giao(?:\s+cho)?)\s+(?P<name>{_PARTY})"
    rf"(?:\s+{_DOES}(?:,?\s+(?:{_DOES}|chính))*{_HELPED}?|(?(what)|(?!)))\s*[.;]?$",
    re.IGNORECASE,
)
"""A last sentence that says whose all of it is: "Các nội dung này do Phòng A chủ trì"."""
_SECTION = ("mục này", "phần này", "lĩnh vực này", "trên", "đây")
"""What means all of a section, and not only the paragraph that the words stand in."""
_LINE = re.compile(
    rf"^(?:{_OFFICE}\s+)?(?:được giao\s+)?{_DOES}(?:\s+(?:{_DOES}|chính))?"
    r"(?:\s+(?:các\s+)?(?:mục tiêu|mục|chỉ tiêu|khoản|nội dung)(?:\s+(?:số\s+)?"
    r"(?P<numbers>[\d.,\s]*\d(?:\s*(?:và|đến|-)\s*\d+(?:\.\d+)*)?))?(?:\s+(?:này|trên))?)?"
    r"\s*:\s*(?P<name>\S.*)$",
    re.IGNORECASE,
)


_KINDS = (
    "văn phòng|phòng|ban|trung tâm|khoa|tổ|chi cục|công an|thanh tra|trạm|bộ phận|đội|hạt kiểm lâm"
)
_PROPER = re.compile(r"\S+(?:\s+(?:phòng|cục|tâm|an|tra|phận|kiểm lâm))?\s+[A-ZÀ-ỸĐ]")
_TITLE = re.compile(
    rf"^(?!đội ngũ|tổ chức|phòng,? (?:chống|ngừa|bệnh)|khoa học|ban hành)(?:{_KINDS})"
    r"\s+[^:;.%\d()]{2,60}$",
    re.IGNORECASE,
)


def department_of(title: str) -> str:
    """Return the department that a heading is, empty for any other.

    >>> department_of("PHÒNG NỘI VỤ:"), department_of("Phòng chống dịch bệnh")
    ('PHÒNG NỘI VỤ', '')
    """
    name = clean(title).rstrip(" :.")
    proper = name.isupper() or _PROPER.match(name)
    return name if _TITLE.match(name) and proper and len(name.split()) <= 12 else ""


_OWNER = re.compile(
    r"(?:Tên )?(?:đơn vị|bộ phận|phòng,? ?ban|khoa,? ?phòng|phòng/ban|khoa/phòng)"
    r"(?: thực hiện| phụ trách| áp dụng| báo cáo)?\s*:\s*(?P<name>[^:]{3,80}?)\.?$",
    re.IGNORECASE,
)
"""A line that says whose list or table follows: "Bộ phận: Phòng Kỹ thuật"."""


class Assignment(NamedTuple):
    """A line that gives items to somebody; without numbers it means the item above."""

    numbers: tuple[str, ...]
    departments: tuple[str, ...]


def owner_of(text: str) -> str:
    """Return the department that a line names as the one whose list or table follows.

    >>> owner_of("Bộ phận: Phòng Kỹ thuật"), owner_of("Đơn vị: triệu đồng")
    ('Phòng Kỹ thuật', '')
    """
    found = _OWNER.match(text)
    return found["name"] if found and KIND.match(found["name"]) else ""


def without_party(text: str) -> tuple[str, tuple[str, ...]]:
    """Return a target without who reports it, and who does.

    >>> without_party("100% hồ sơ đúng hạn (Văn phòng - Thống kê chủ trì);")
    ('100% hồ sơ đúng hạn;', ('Văn phòng - Thống kê',))
    """
    whole = _ALL_OF_IT.search(text)
    if whole and whole.start():
        return text[: whole.start()].strip(), split_parties(whole["name"])
    if before := _BEFORE.match(text) or _WHO.match(text):
        return text[before.end() :], split_parties(before["name"])
    found = _BEHIND.search(text) or _LABELLED.search(text)
    alone = _IN_BRACKETS.search(text)
    if found:
        name = next(filter(None, found.groups()))
    elif alone and not _PLACE.search(text[: alone.start()]):
        found, name = alone, alone["name"]
    else:
        return text, ()
    return clean(text[: found.start()] + text[found.end() :]), split_parties(name)


def given_above(text: str) -> tuple[str, tuple[str, ...]]:
    """Return a text without a last sentence that gives all above it to somebody, and to whom.

    >>> given_above("Khám phá 85% số án. Đội Điều tra chủ trì thực hiện các chỉ tiêu nêu trên.")
    ('Khám phá 85% số án.', ('Đội Điều tra',))
    """
    found = _ABOVE.search(text)
    if found is None and (said := _ALL_OF_IT.search(text)):
        found = said if bare(said["what"] or "") in map(bare, _SECTION) and said.start() else None
    return (text[: found.start()].strip(), split_parties(found["name"])) if found else (text, ())


def assignment_of(text: str) -> Assignment | None:
    """Return what a line assigns, None for any other line.

    >>> assignment_of("Đơn vị theo dõi mục 1 và 2: Phòng Nội vụ.")
    Assignment(numbers=('1', '2'), departments=('Phòng Nội vụ',))
    """
    whole = _GIVES.match(text) or _ALL_OF_IT.match(text)
    if whole:
        return Assignment((), split_parties(whole["name"]))
    found = _LINE.match(text)
    if found is None or not re.match(_PARTY, found["name"], re.IGNORECASE):
        return None
    return Assignment(numbers_of(found["numbers"] or ""), split_parties(found["name"]))


def numbers_of(text: str) -> tuple[str, ...]:
    """Return the numbers of "1, 2 và 3" and of "1 đến 3".

    >>> numbers_of("1 đến 3"), numbers_of("1.1, 2"), numbers_of("a, b và 2đ")
    (('1', '2', '3'), ('1.1', '2'), ('a', 'b', '2đ'))
    """
    numbers = re.findall(r"\d+(?:\.\d+)*(?:\.?[a-zđ]\b)?|\b[IVX]+\b|\b[a-zđ]\b", text)
    numbers = [number.lstrip("0") for number in numbers]
    if re.search(r"đến|-", text) and len(numbers) == 2 and all(n.isdigit() for n in numbers):
        return tuple(str(n) for n in range(int(numbers[0]), min(int(numbers[1]), 100) + 1))
    return tuple(numbers)
