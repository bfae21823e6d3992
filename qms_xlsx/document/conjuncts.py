"""Two deeds under one percentage, joined by “và”, where each is whole by itself."""

from __future__ import annotations

import re
from dataclasses import dataclass

from qms_xlsx.language.text import folded

_VERBS = (
    "sử dụng|khai thác|nắm vững|nắm chắc|ký|luân chuyển|thực hiện|niêm yết|công khai|tham gia"
    "|hoàn thành|chấp hành|có|tiếp nhận|giải quyết|trả|cập nhật|số hóa|số hoá|tái sử dụng|lưu trữ"
    "|xử lý|gửi|nhận|ban hành|phổ biến|tập huấn|bồi dưỡng|ứng dụng|lập|cung cấp|tích hợp|theo dõi"
    "|đôn đốc|duy trì|cải tiến|xây dựng|áp dụng|triển khai|kiểm tra|giám sát|báo cáo|đánh giá"
    "|tuyên truyền|hướng dẫn|đăng ký|thông báo|tổ chức|quản lý|rà soát|đẩy mạnh|tăng cường"
)
_VERB = re.compile(rf"\b(?:{_VERBS})\b", re.IGNORECASE)
_NOUN_BEFORE = re.compile(
    r"\b(?:kế hoạch|công tác|hệ thống|chương trình|phần mềm|quy trình|hoạt động|nhiệm vụ|việc|về"
    r"|để|nhằm|phục vụ|bộ phận|quy chế|biện pháp|báo cáo|kết quả|chức năng|kỹ năng)\s*$",
    re.IGNORECASE,
)
"""Before a verb, these make it part of a name: "kế hoạch kiểm tra", "phần mềm quản lý"."""
_DEEDS = re.compile(
    r"(?:thực hiện|tổ chức|đẩy mạnh|tăng cường|tiếp tục|xây dựng|triển khai|duy trì)\b",
    re.IGNORECASE,
)
"""After "được …", these say what the office does, and no more what is done to the share."""
_JOINT = re.compile(r",?\s+và\s+", re.IGNORECASE)


@dataclass(frozen=True, slots=True)
class _Side:
    subject: str
    predicate: str


def conjuncts(sentence: str) -> list[str]:
    """Return the sentence once for each of its two deeds; empty where it is one deed.

    >>> conjuncts("100% văn bản được ký số và luân chuyển trên mạng")
    ['100% văn bản được ký số', '100% văn bản được luân chuyển trên mạng']
    >>> conjuncts("100% nhiệm vụ được theo dõi và đôn đốc thực hiện")
    []
    """
    for joint in _JOINT.finditer(sentence):
        left, right = sentence[: joint.start()], sentence[joint.end() :]
        side = _whole(left)
        if left.count("(") == left.count(")") and side and _begins_whole(right):
            passive = side.predicate.startswith("được ")
            if passive and _DEEDS.match(right):
                return [left, right]
            again = f"{side.subject} {'được ' if passive else ''}{right}"
            return [left, again]
    return []


def acts(text: str) -> bool:
    """Whether a text begins with what somebody does."""
    return bool(_VERB.match(text))


def _whole(left: str) -> _Side | None:
    """Return the subject and predicate before "và" when its last verb has words of its own."""
    found = [verb for verb in _VERB.finditer(left) if "%" in left[: verb.start()]]
    if not found or any(_NOUN_BEFORE.search(left[: verb.start()]) for verb in found):
        return None
    rest = left[found[-1].end() :].strip(" ,")
    begin = found[0].start()
    if left[:begin].endswith("được "):
        begin -= len("được ")
    return _Side(left[:begin].strip(), left[begin:]) if rest else None


def _begins_whole(right: str) -> bool:
    """Whether the words after "và" begin with a verb that has words of its own."""
    verb = _VERB.match(right.removeprefix("được "))
    rest = folded(right.removeprefix("được ")[verb.end() :]) if verb else ""
    return bool(rest.strip(" .")) and not _VERB.match(rest.strip())
