"""What a clause leaves unsaid because the clause before it said it."""

from __future__ import annotations

import re
from dataclasses import replace
from typing import TYPE_CHECKING

from qms_xlsx.document.conjuncts import acts
from qms_xlsx.language.text import bare

if TYPE_CHECKING:
    from qms_xlsx.document.wording import StatedTarget

_INSIDE = re.compile(r"\btrong đó\b,?\s*:?", re.IGNORECASE)
_PREPOSITION = re.compile(r"(?:đối với|ở|tại|trong|của|cho|về|riêng|lĩnh vực)\b", re.IGNORECASE)
_STATE = re.compile(
    r"(?:đạt|được|hoàn thành|xếp|có|(?:đúng|trước|quá|trễ) hạn|(?:trên|vượt) chuẩn)\b",
    re.IGNORECASE,
)
_KINDS = frozenset(("the", "cap", "loai", "nhom", "khoi", "o", "dat", "doi", "linh", "dien"))
"""First words that only tell which kind of the same thing is meant."""

_LETTERED = frozenset(("nhom", "loai", "hang", "cap"))
"""What a letter or number is put behind: "nhóm B", "loại 1"."""
_LETTER = re.compile(r"[A-ZĐ]|[IVX]+|\d+")

_PEOPLE = re.compile(
    r"(?:người|nhân viên|học sinh|giáo viên|cha mẹ|phụ huynh|doanh nghiệp|tổ chức|cá nhân|công dân"
    r"|khách hàng|bệnh nhân|cán bộ|công chức|viên chức|hộ|nhân dân)\b",
    re.IGNORECASE,
)
_OF_PEOPLE = re.compile(r"^((?:tỷ lệ|mức độ|sự) hài lòng (?:của|đối với)) ", re.IGNORECASE)
_MEASURE = re.compile(
    r"(?:tổng|tỷ lệ|tỉ lệ|số|mức|diện tích|sản lượng|năng suất|thu|thu nhập|điểm|chỉ số|thời gian"
    r"|kết quả|giá trị|cơ cấu|tốc độ|đàn|quy mô|doanh thu|độ)\b",
    re.IGNORECASE,
)
"""What a heading begins with that names what is measured, and not a field of work."""
_BARE = 2
"""A name behind "trong đó" of no more words says nothing without its whole."""
_SHORT = 4
"""A part of more words than this has a name of its own."""
_COORDINATED = re.compile(r",\s+|\s+và\s+")


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
    >>> carried("Xếp loại tốt: Tiếng Việt", "Xếp loại tốt: Toán")
    'Xếp loại tốt: Tiếng Việt'
    >>> carried("Nhân viên y tế", "Tỷ lệ hài lòng của người bệnh")
    'Tỷ lệ hài lòng của nhân viên y tế'
    """
    words, earlier = name.split(), before.split()
    if not words or not earlier:
        return name
    subject, colon, _ = name.partition(": ")
    if colon and before.startswith(f"{subject}: "):
        return name
    first = bare(words[0])
    low = name[:1].lower() + name[1:]
    places = [at for at, word in enumerate(earlier) if at and bare(word) == first]
    if places and first in _KINDS and first != bare(earlier[0]):
        return f"{' '.join(earlier[: places[-1]])} {low}"
    if (of := _OF_PEOPLE.match(before)) and _PEOPLE.match(name):
        return f"{of[1]} {low}"
    if _PREPOSITION.match(name):
        return f"{before} {low}"
    if first in _LETTERED and _LETTER.fullmatch(" ".join(words[1:])):
        return f"{before}: {low}"  # "15 ngày/dự án nhóm C, 20 ngày/dự án nhóm B"
    return f"{before}: {low}" if _STATE.match(name) else name


def is_place(name: str) -> bool:
    """Whether a name only says where or of whom: "riêng lĩnh vực đất đai", "đối với cấp xã"."""
    return bool(_PREPOSITION.match(name))


def is_bare(name: str) -> bool:
    """Whether a name only says which part of a whole is meant: "Trung cấp", "Nữ"."""
    return 0 < len(name.split()) <= _BARE and not _MEASURE.match(name)


def part_of(name: str, whole: str) -> str:
    """Return the name of a part with the words of its whole, where it only says which part it is.

    >>> part_of("Lúa", "Tổng diện tích gieo trồng"), part_of("Thu khác", "Tổng thu ngân sách")
    ('Tổng diện tích gieo trồng: lúa', 'Thu khác')
    >>> part_of("Tình cảm, kỹ năng xã hội", "Tỷ lệ trẻ đạt yêu cầu theo lĩnh vực")
    'Tỷ lệ trẻ đạt yêu cầu theo lĩnh vực: tình cảm, kỹ năng xã hội'
    >>> part_of("Tại các xã", "Tỷ lệ rác được thu gom"), part_of("Hồ sơ đúng hạn", "Về hành chính")
    ('Tỷ lệ rác được thu gom tại các xã', 'Hồ sơ đúng hạn')
    """
    if not name or not whole:
        return name
    if _PREPOSITION.match(name):
        return carried(name, whole) if _MEASURE.match(whole) else name
    plain = name.replace(" - ", "-")
    words = plain.split()
    long = any(len(part.split()) > _SHORT for part in _COORDINATED.split(plain))
    own = bare(words[0]) in bare(whole).split() or _MEASURE.match(name) or long
    if own or not _MEASURE.match(whole):
        return name
    short = len(words[0]) > 1 and words[0].isupper()  # "BHYT", and not the "Y" of "Y tế"
    return f"{whole}: {name if short else name[:1].lower() + name[1:]}"


def name_parts(
    found: list[StatedTarget], begin: int, sentence: str, above: StatedTarget | None
) -> StatedTarget | None:
    """Let short names behind "trong đó" take over what the whole before it is called.

    Parts between semicolons go on with the whole `above`; the whole is returned.
    """
    inside = _INSIDE.search(sentence)
    if inside is None:
        return _go_on(found, begin, above)
    before, parts = sentence[: inside.start()], sentence[inside.end() :]
    whole = next((c for c in reversed(found) if c.words and c.words in before), None)
    whole = whole or (found[begin - 1] if begin and not before.strip() else None)
    for at in range(begin, len(found)):
        part = found[at]
        words = _INSIDE.sub("", part.words).strip(" ,:")
        own = whole is not None and part.name.startswith(f"{whole.name}: ")
        if whole is not None and part is not whole and not own and words in parts:
            name = part_of(part.name, whole.name)
            if name == part.name and (acts(name) or is_bare(name)):
                # "90% công chức đạt chuẩn, trong đó 50% sử dụng …", "trong đó cao đẳng 520"
                name = f"{whole.name}: {name[:1].lower()}{name[1:]}"
            found[at] = replace(part, name=name)
    return whole if inside[0].rstrip().endswith(":") else None


def _go_on(
    found: list[StatedTarget], begin: int, above: StatedTarget | None
) -> StatedTarget | None:
    """Name the parts of a further sentence as those of the whole, while they are of its unit."""
    for at in range(begin, len(found)):
        part = found[at]
        name = part_of(part.name, above.name) if above else part.name
        if above is None or name == part.name or part.goal.unit != above.goal.unit:
            return None
        found[at] = replace(part, name=name)
    return above
