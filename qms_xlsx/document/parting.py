"""A sentence taken apart at its commas, colons and conjunctions, a target a part."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from qms_xlsx.document.wording import MEASURED, parsed
from qms_xlsx.domain.target import Kind, Target
from qms_xlsx.language.text import bare, clean

if TYPE_CHECKING:
    from qms_xlsx.language.messages import Message

_SENTENCE = re.compile(r";|\.(?=\s+[^\W\d_a-zàáâãèéêìíòóôõùúýăđĩũơưạ-ỹ]|\s+\d+(?:[.,]\d+)?\s?%)|\n")
_FINER = (
    re.compile(r",?\s*trong đó,?\s*:?", re.IGNORECASE),
    re.compile(r"\s(?=và\s(?:ít nhất |trên |hơn )?\d+(?:\.\d+)*\s[^\W\d_]+,)"),
    re.compile(r",\s"),
    re.compile(r":"),
    re.compile(r"\s(?=và\s)"),
)
_ALIKE = re.compile(
    r"(?:cán bộ|công chức|viên chức|chiến sĩ|người lao động|đảng viên|đoàn viên|hội viên|tổ chức"
    r"|cá nhân|doanh nghiệp|người dân|cơ quan|đơn vị|phường|thị trấn|ngành|học sinh|sinh viên"
    r"|kiến nghị|phản ánh|khiếu nại|tố cáo)\b",
    re.IGNORECASE,
)
_AMONG = re.compile(rf"{_ALIKE.pattern}$|\b(?:xã|sở|khoa)$", re.IGNORECASE)
"""Words that a comma joins to one subject: "cán bộ, chiến sĩ", "tổ chức, cá nhân"."""
_SWALLOWED = "“{words}” is taken as part of the description."
"""What the reading says of a second figure that it took for a part of the first one's words."""
_BEGINS = re.compile(r"(khong (co|de|xay ra)|\d+([.,]\d+)?\s?%) \w")
"""A level at the beginning: what it measures follows it, and does not stand before it."""
_TITLE = re.compile(
    r"[^\d]{3,}\b(?:được tặng|được công nhận|nhận|đạt|giữ vững)\b[^\d]*"
    r"\b(?:danh hiệu|bằng khen|giấy khen|cờ thi đua|huân chương)\b[^\d]*$",
    re.IGNORECASE,
)
"""A part that says, without a figure, which title somebody reaches."""
_AND_NONE = re.compile(
    r"(?P<kept>(?:duy trì|giữ vững|hoàn thành|bảo đảm|đảm bảo|đạt|được công nhận)\b.*?)"
    r"(?:,|,?\s+(?:và|đồng thời))\s+(?P<none>không (?:để|có|xảy ra|phát sinh|còn)\s.+)$",
    re.IGNORECASE,
)
"""What is kept or reached, and behind it what must not happen: two results."""
_SAYS = re.compile(r"\b(?:đạt|được|hoàn thành|giảm|tăng|còn|không)\b", re.IGNORECASE)
_OF_EACH = re.compile(r",\s+(?=(?:mỗi|từng)\s+[^\W\d_]+)", re.IGNORECASE)
_FOR = re.compile(
    r"\s+cho\s+(?=(?:ít nhất |trên |hơn |tối thiểu )?\d[\d.]*\s"
    r"(?:lượt |học viên|người|lao động|cán bộ|công chức|viên chức"
    r"|đoàn viên|hội viên|nông dân|giáo viên|học sinh|đảng viên|thanh niên))",
    re.IGNORECASE,
)
_COURSES = re.compile(r"\d\s(?:lớp|khóa|khoá|buổi|hội nghị|đợt|cuộc)\b", re.IGNORECASE)
_RANKED = (Kind.GRADE, Kind.RANK, Kind.YES_NO)
_REACHED = re.compile(
    r"(?!dat\b).*\b(dat|xep (loai|thu|hang)|duoc (cong nhan|xep)|giu vung|duy tri)\b"
)


def sentences(text: str) -> list[str]:
    """Return the parts between semicolons and full stops that stand in no brackets."""
    return [part for part in _parts(text, _SENTENCE) if part]


def _parts(text: str, separator: re.Pattern[str]) -> list[str]:
    parts, begin = [], 0
    for found in separator.finditer(text):
        before = text[: found.start()]
        if before.count("(") > before.count(")") or before.count("[") > before.count("]"):
            continue
        if found[0][0] == "," and _AMONG.search(before) and _ALIKE.match(text[found.end() :]):
            continue
        parts.append(text[begin : found.start()])
        begin = found.end()
    return [clean(part).strip(" ,;") for part in (*parts, text[begin:])]


def pieces(sentence: str, count: int, notes: tuple[Message, ...]) -> list[str]:
    """Return the parts of a sentence that states several levels, empty where it is one."""
    if titles := _titles(sentence):
        return titles
    swallowed = any(note.id == _SWALLOWED for note in notes)
    one = count == 1 and (_results(sentence) or _and_none(sentence))
    apart = _swallowed(sentence) if swallowed else one or []
    if apart or count <= 1:
        return apart
    ways = (_merged(_parts(sentence, separator), count) for separator in _FINER)
    return next((parts for parts in ways if parts), [])


def _titles(sentence: str) -> list[str]:
    """Return the parts of a sentence, those between commas by themselves that reach a title."""
    parts: list[str] = []
    alone = False
    for part in _parts(sentence, re.compile(r",\s")):
        own = bool(_TITLE.match(part)) and len(parsed(part)[0]) == 1
        own = own and (not parts or bool(_SAYS.search(parts[-1])))
        if own or alone or not parts:
            parts.append(part)
        else:
            parts[-1] = f"{parts[-1]}, {part}"
        alone = own
    return parts if len(parts) > 1 else []


def _apart(sentence: str) -> list[str]:
    """Return the parts between commas when each states one level of its own subject."""
    parts = _parts(sentence, re.compile(r",\s"))
    levels = [parsed(part)[0] for part in parts]
    single = all(len(found) == 1 and found[0].kind in MEASURED for found in levels)
    return parts if len(parts) > 1 and single else []


def _swallowed(sentence: str) -> list[str]:
    """Return the parts of a sentence that is read as one level and holds another."""
    return _apart(sentence) or _each(sentence) or _for_people(sentence)


def _each(sentence: str) -> list[str]:
    """Return a count of things and the level that each of them has to reach, behind a comma."""
    found = _OF_EACH.search(sentence)
    parts = [sentence[: found.start()], sentence[found.end() :]] if found else []
    levels = [parsed(part)[0] for part in parts]
    single = all(len(goals) == 1 and goals[0].kind in MEASURED for goals in levels)
    return parts if parts and single and levels[1][0].explicit else []


def _for_people(sentence: str) -> list[str]:
    """Return a count of courses or meetings and how many take part: "04 lớp cho 420 lao động"."""
    found = _FOR.search(sentence) if _COURSES.search(sentence) else None
    parts = [sentence[: found.start()], sentence[found.start() :].strip()] if found else []
    levels = [parsed(part)[0] for part in parts]
    single = all(len(goals) == 1 and goals[0].kind is Kind.THRESHOLD for goals in levels)
    return parts if single else []


def _results(sentence: str) -> list[str]:
    """Return the parts between commas when each states a result of its own: a grade, a standard."""
    parts = _parts(sentence, re.compile(r",\s"))
    goals = [parsed(part)[0] for part in parts]
    ranked = all(len(found) == 1 and found[0].kind in _RANKED for found in goals)
    stated = all(_REACHED.match(bare(part)) for part in parts)
    return parts if len(parts) > 1 and ranked and stated else []


def _and_none(sentence: str) -> list[str]:
    """Return a result without a figure and what must not happen behind it, each by itself."""
    found = _AND_NONE.match(sentence)
    parts = [found["kept"], found["none"]] if found else []
    goals = [goal for part in parts for goal in parsed(part)[0]]
    kept = len(goals) == len(parts) and all(g.kind in _RANKED for g in goals[:1])
    return parts if kept else []


def _merged(parts: list[str], count: int) -> list[str]:
    """Return parts with a target each, what has none put to its neighbour; empty if none fits."""
    if len(parts) < 2:
        return []
    merged: list[str] = []
    waiting = ""
    for part in parts:
        if waiting and merged and _BEGINS.match(bare(part)) and parsed(part)[0]:
            merged[-1], waiting = f"{merged[-1]}, {waiting}", ""
        joined = f"{waiting}, {part}" if waiting else part
        measured = [t for t in parsed(joined)[0] if t.kind in MEASURED]
        if merged and not waiting and _grades(merged[-1], measured):
            merged[-1] = f"{merged[-1]}, {part}"
            count -= 1
        elif measured:
            merged.append(joined)
            waiting = ""
        else:
            waiting = joined
    if waiting and merged:
        merged[-1] = f"{merged[-1]}, {waiting}"
    total = sum(len(parsed(part)[0]) for part in merged)
    return merged if len(merged) > 1 and total == count else []


def _grades(before: str, measured: list[Target]) -> bool:
    """Whether a part only says which grade the share before it reaches.

    "100% cơ quan, đơn vị hoàn thành tốt nhiệm vụ" is one share of those that reach a grade.
    """
    share = [target for target in parsed(before)[0] if target.unit == "%"]
    only = len(measured) == 1 and measured[0].kind is Kind.GRADE
    return only and len(share) == 1 and not re.search(r"\b(dat|duoc|hoan thanh)\b", bare(before))


def states_a_result(text: str) -> bool:
    """Return whether a text says what somebody or something reaches or keeps."""
    return bool(_REACHED.match(bare(text)))
