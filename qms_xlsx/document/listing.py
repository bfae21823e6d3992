"""Lists inside a sentence: parts in brackets, and parts that share the subject before a colon."""

from __future__ import annotations

import re

from qms_xlsx.document.conjuncts import acts
from qms_xlsx.document.wording import LEAD, MEASURED, parsed
from qms_xlsx.domain.target import Kind
from qms_xlsx.language.text import bare, clean

_OPENER = re.compile(r"^(?:trong đó|bao gồm|gồm|cụ thể|chia ra)\s*:?\s*", re.IGNORECASE)
_NAME = re.compile(r"[,;]\s+|\s+và\s+", re.IGNORECASE)
_NUMBERED = re.compile(r"([^\W\d_]+)\s?\d+")
"""A word that a number follows: which street, station or project is meant."""
_AMONG = re.compile(r"trong đó\b", re.IGNORECASE)
_BRACKETS = re.compile(r"\(([^()]*\d[^()]*)\)")
_SUBJECT = re.compile(
    r"^([^:%]{3,80}):\s+(?!(?:đạt|từ|trên|dưới|ít nhất|tối thiểu|không quá)\b)"
    r"(?=[^\W\d_]|\d+ [^\W\d_]+ (?:đạt|là)\b)"
)
"""A subject before a colon, where its first part has a name of its own."""
_ALONE = re.compile(r"\D{5,}\s*(?:đạt|là|[≥≤<>]=?|trên|dưới|từ)?\s*\d+(?:,\d+)?\s?%(?: trở lên)?$")
_REMARK = re.compile(
    r"(?:năm|cùng kỳ|tăng|giảm|so với|kế hoạch|theo|tương|bằng|chiếm|đạt|ước|thực hiện|khoảng|hiện"
    r"|từ|trung ương|tỉnh|huyện|thành phố|chỉ tiêu|nghị quyết|mục tiêu|mức|tỷ lệ này|tính|không)\b",
    re.IGNORECASE,
)
"""How brackets begin that only say more of the level before them."""
_COMPARED = re.compile(
    r"(?:năm (?:học )?\d{4}|năm trước|cùng kỳ|ước|so với|hiện (?:tại|nay|có)|kết quả)\b",
    re.IGNORECASE,
)
"""How brackets begin that tell of another year."""
_STRIVEN = re.compile(r"phấn đấu\b", re.IGNORECASE)
"""A further level of the same subject, and no part of it."""
_LEVEL = re.compile(
    r"(?:đạt|từ|trên|dưới|ít nhất|tối thiểu|tối đa|không quá|còn|[≥≤<>]=?)\s?\d", re.IGNORECASE
)
"""How a part begins that is a level alone: its name is the whole one of the part before."""
_DEED = 2
"""A deed of more words than this says what it is done to."""
_SHORT = 5
"""A part that begins with at most so many words before its figure only names which part it is."""


def without_list(sentence: str) -> tuple[str, list[str]]:
    """Return a sentence without a list of parts in brackets, and the parts.

    >>> without_list("Trồng mới 200 ha (cao su 100 ha, keo 60 ha)")
    ('Trồng mới 200 ha', ['cao su 100 ha', 'keo 60 ha'])
    >>> without_list("Tỷ lệ trường đạt chuẩn 50% (2/4 trường)")
    ('Tỷ lệ trường đạt chuẩn 50% (2/4 trường)', [])
    """
    found = _BRACKETS.search(sentence)
    if found is None:
        return sentence, []
    parts = _parts(_OPENER.sub("", found[1]))
    among = bool(_AMONG.match(found[1]))
    if _COMPARED.match(found[1]):
        return sentence, []
    if not all(map(_is_part, parts)) or not (len(parts) > 1 or among or _stands_alone(parts)):
        return sentence, []
    return clean(sentence[: found.start()] + sentence[found.end() :].lstrip(" .")), parts


def without_names(sentence: str) -> tuple[str, str]:
    """Return a sentence without brackets that number what is counted before them, and these.

    They name as many as are counted, and figures without a unit only tell which ones.

    >>> without_names("Nâng cấp 02 trạm y tế (trạm 1, trạm 3)")
    ('Nâng cấp 02 trạm y tế', '(trạm 1, trạm 3)')
    >>> without_names("Tuyển 25 người (nam 12, nữ 13)")
    ('Tuyển 25 người (nam 12, nữ 13)', '')
    """
    found = _BRACKETS.search(sentence)
    if found is None or _AMONG.match(found[1]) or _COMPARED.match(found[1]):
        return sentence, ""
    rest = clean(sentence[: found.start()] + sentence[found.end() :].lstrip(" ."))
    parts = _NAME.split(found[1])
    goals = [goal for part in parts for goal in parsed(part)[0]]
    plain = all(goal.kind is Kind.THRESHOLD and not (goal.unit or goal.of) for goal in goals)
    before = {bare(word) for word in _NUMBERED.findall(found[1])}
    names = bool(before) and before <= {*bare(rest).split(), "so", "duong", "km"}
    counted = [target.value for target in parsed(rest)[0]] == [len(parts)]
    return (rest, found[0]) if goals and plain and names and counted else (sentence, "")


def _stands_alone(parts: list[str]) -> bool:
    """Whether a single part in brackets has a name and a level of its own, in per cent.

    What compares, proves or explains the level before it is none.
    """
    return len(parts) == 1 and bool(_ALONE.match(parts[0])) and not _REMARK.match(parts[0])


def _parts(inner: str) -> list[str]:
    """Return the parts between semicolons, else between commas; each has a figure."""
    if ";" in inner:
        return [clean(part) for part in inner.split(";") if clean(part)]
    parts: list[str] = []
    waiting = ""
    for piece in re.split(r",\s+", inner):
        waiting = f"{waiting}, {piece}" if waiting else piece
        if re.search(r"\d", piece):
            parts.append(clean(waiting))
            waiting = ""
    return [*parts, waiting] if waiting else parts


def _is_part(part: str) -> bool:
    targets, _ = parsed(part)
    worded = re.search(r"[^\W\d_]{2,}.*\d", _OPENER.sub("", part))
    return len(targets) == 1 and targets[0].kind in MEASURED and bool(worded)


def with_subject(parts: list[str]) -> list[str]:
    """Return parts with the subject that stands before the first one's colon.

    >>> with_subject(["Kết quả học tập: tốt đạt 25%", "khá đạt 45%"])
    ['Kết quả học tập: tốt đạt 25%', 'Kết quả học tập: khá đạt 45%']
    """
    subject = _SUBJECT.match(parts[0]) if parts else None
    if subject is None or LEAD.fullmatch(subject[0].strip()) or _states(subject[1]):
        return parts
    return [
        f"{subject[1]}: {part}" if at and _is_short(part) else part for at, part in enumerate(parts)
    ]


def _states(subject: str) -> bool:
    """Whether words before a colon state a level: "Đạt 98 điểm", and not "Tỷ lệ trẻ 5 tuổi"."""
    return bool(re.search(r"\d", subject)) and any(t.kind in MEASURED for t in parsed(subject)[0])


def _is_short(part: str) -> bool:
    before = re.split(r"\d", part, maxsplit=1)[0]
    if acts(before) and len(before.split()) > _DEED:
        return False  # "duy trì sĩ số 100%"
    if _STRIVEN.match(part) or _LEVEL.match(part) or ":" in part:
        return False
    short = all(len(one.split()) <= _SHORT for one in re.split(r",\s+|\s+và\s+", before))
    return short and _is_part(part)
