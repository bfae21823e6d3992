"""Measures told as sentences: "Phòng A chủ trì, phối hợp với Phòng B rà soát …, trong quý I"."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from qms_xlsx.document.decision import PlanRow
from qms_xlsx.document.parties import KIND, is_group
from qms_xlsx.domain.deadline import Deadline
from qms_xlsx.language.text import bare

if TYPE_CHECKING:
    from qms_xlsx.document.lines import Line

_TITLE = re.compile(
    r"((cac |mot so )?(nhiem vu,? (va )?)?(bien phap|giai phap)|ke hoach hanh dong)\b"
)
_VERB = (
    r"(?:chủ trì|phối hợp|tham mưu|tiến hành|công khai|khảo sát|rà soát|tuần tra|xây dựng|tổ chức"
    r"|thực hiện|triển khai|gửi|báo cáo|tổng hợp|theo dõi|đôn đốc|kiểm tra|giám sát|hướng dẫn"
    r"|tuyên truyền|phổ biến|niêm yết|cập nhật|(?<!công )lập|(?<!công )(?<!chương )(?<!quy )trình"
    r"|ban hành|đánh giá|thống kê|bố trí"
    r"|trang bị|tập huấn|bồi dưỡng|mở|hoàn thành|duy trì|vận hành|tiếp nhận|xử lý|giải quyết"
    r"|có trách nhiệm|chịu trách nhiệm|thẩm định|nâng cấp|đăng tải"
    r"|(?<!đăng )(?<!Đăng )(?<!thư )(?<!Thư )ký)"
)
"""What a measure does, in small letters: "Phòng Quản lý đô thị" holds no verb."""
_LEAD = re.compile(
    rf"(?:Giao\s+(?:cho\s+)?)?(?P<name>[^\d;:%\s]+\s[^\d;:%]{{2,90}}?),?\s+(?={_VERB}\b)"
)
_CHIEF = re.compile(
    r"(?:Giao\s+(?:cho\s+)?)?(?P<name>[^\d;:%,]{5,90}?)\s+(?=(?:chủ trì|(?:có|chịu) trách nhiệm)\b)"
)
"""Who leads in so many words, whatever deeds the name holds: "Phòng Quản lý xây dựng chủ trì"."""
_CHIEF_BEHIND = re.compile(
    r"[.;:]\s+(?:Giao\s+(?:cho\s+)?)?(?P<name>[^\d;:%.]{5,90}?)\s+(?=chủ trì\b)"
)
"""Who leads, told in a sentence behind what is done: "Rà soát …. Phòng A chủ trì"."""
_WITH_BEHIND = re.compile(
    r"\bchủ trì,?\s+(?:phối hợp\s+(?:với|cùng)\s+([^;:.%]+?)\s*[;.]"
    r"|([^;:.%]+?)\s+phối hợp\b(?!\s+(?:với|cùng)\b))"
)
_TIME = re.compile(
    r"[;.,]\s+(?:(?:thời gian|thời hạn)(?: [^\W\d]+){0,2}\s*:|(?:thực hiện|hoàn thành)(?= \S))"
    r"\s*([^;]+?)\.?$",
    re.IGNORECASE,
)
"""When, told behind all the rest of a sentence."""
_BRACKETED = re.compile(r"(.+?)\s*\(([^();\d]{2,90});\s*([^();]+)\)\s*[.;]?")
"""Who leads and by when, in brackets at the end: "Dự giờ (Tổ Toán; hằng tuần)"."""
_WITH = re.compile(rf"\bphối hợp\s+(?:với|cùng)\s+(?P<name>[^;:%]+?),?\s+(?={_VERB}\b)")
_HELPS = re.compile(r"[;,]\s+(?P<name>[^;,:%]+?)\s+phối hợp\b(?!\s+(?:với|cùng)\b)")
_WATCHES = re.compile(r"[;,]\s+(?P<name>[^;,:%]+?)\s+(?:theo dõi|giám sát|đôn đốc)\.?$")
_SHOWN = re.compile(
    r"\bthể hiện bằng\s+(?P<name>[^;]+?)\.?$|,\s+lập\s+(?P<made>biên bản[^,;]*?)\.?$"
)
_MONTH = r"(?:tháng|quý)\s+(?:\d{1,2}|[IVX]{1,3})(?:\s?/\s?\d{4}|\s+năm\s+\d{4})?"
_EVERY = r"(?:hằng|hàng|mỗi)\s+(?:ngày|tuần|tháng|quý|năm)"
_WHEN = re.compile(
    r"(?:(?:hoàn thành|xong|định kỳ)\s+)*(?:"
    r"(?:trước|chậm nhất|muộn nhất)(?:\s+là)?(?:\s+vào)?(?:\s+ngày)?\s+\d{1,2}"
    rf"(?:\s?/\s?\d{{1,2}}(?:\s?/\s?\d{{4}})?|\s+tháng\s+\d{{1,2}}(?:\s+năm\s+\d{{4}})?)?(?:\s+{_EVERY})?"
    r"(?:\s+tháng\s+(?:đầu|cuối)\s+(?:quý|kỳ)(?:\s+sau)?)?"
    rf"|(?:trước|trong|từ)\s+{_MONTH}(?:\s+đến\s+(?:hết\s+)?{_MONTH})?|{_EVERY}"
    r"|thường xuyên(?:\s+trong\s+năm)?|khi\s+(?:có\s+yêu\s+cầu|phát\s+sinh)[^,;.]*"
    r"|0?6\s+tháng\s*(?:/|một)\s*lần)",
    re.IGNORECASE,
)


def tells_measures(title: str) -> bool:
    """Return whether a heading opens a list of measures.

    >>> tells_measures("BIỆN PHÁP THỰC HIỆN"), tells_measures("TỔ CHỨC THỰC HIỆN")
    (True, False)
    """
    return bool(_TITLE.match(bare(title)))


def measure_of(line: Line, number: str, place: str, year: int | None) -> PlanRow | None:
    """Return the measure that a sentence tells: who leads it and by when; None for any other.

    The sentence stays whole as its words, but for brackets that name both.
    """
    if bracketed := _BRACKETED.fullmatch(line.text):
        what, lead, when = bracketed.groups()
        if Deadline.parse(when, year or 2024).understood:
            return PlanRow(
                number=number, measure=what, quote=line.text, place=place, lead=lead, deadline=when
            )
    when = _TIME.findall(line.text) or [found[0] for found in _WHEN.finditer(line.text)]
    opened = _WHEN.match(line.text)
    words = line.text[opened.end() :].lstrip(" ,") if opened else line.text
    behind = _CHIEF_BEHIND.search(words)
    lead = behind or _CHIEF.match(words) or _LEAD.match(words)
    if not when or lead is None or not (behind or _is_party(lead["name"])):
        return None
    if not Deadline.parse(when[0], year or 2024).understood:
        return None
    helps = _WITH_BEHIND.search(words) if behind else _WITH.search(words) or _HELPS.search(words)
    watches, shown = _WATCHES.search(words), _SHOWN.search(words)
    return PlanRow(
        number=number,
        measure=line.text,
        quote=line.text,
        place=place,
        lead=lead["name"],
        coordinating=next(filter(None, helps.groups()), "") if helps else "",
        deadline="; ".join(when),
        monitor=watches["name"] if watches else "",
        evidence=(shown["name"] or shown["made"]) if shown else "",
    )


def _is_party(name: str) -> bool:
    return len(name.split()) <= 14 and bool(KIND.match(f"{name} ") or is_group(name))
