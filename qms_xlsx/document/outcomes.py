"""Whether a sentence without a figure says an outcome, reached one day or not, or endless work."""

from __future__ import annotations

import re

from qms_xlsx.domain.target.verbs import DOING
from qms_xlsx.language.plain import typed
from qms_xlsx.language.scanner import scan
from qms_xlsx.language.text import folded

_URGED = re.compile(
    r"(?:(?:phấn đấu|quyết tâm|tiếp tục|đồng thời|và|bảo đảm|đảm bảo|việc|trong năm|năm \d{4}"
    r"|đến (?:hết |cuối )?năm \d{4})\b[, :]*)+"
)
"""How a demand begins, whatever it asks for."""
_ENDLESS = re.compile(
    r"\b(?:không ngừng|từng bước|thường xuyên|tích cực|chủ động|hơn nữa|ngày càng"
    r"|(?:tốt|hiệu quả|nghiêm|đầy đủ|chặt chẽ|kịp thời)(?! nhiệm vụ))\b"
)
"""How work is done that has no end."""
_ENDS = re.compile(
    r"(?:hoàn thành|hoàn tất|ban hành|công bố|phê duyệt|thông qua|thành lập|giải thể|sáp nhập"
    r"|khánh thành|khởi công|bàn giao|nghiệm thu|quyết toán|chấm dứt|xoá bỏ|lắp đặt|thu hồi|di dời"
    r"|ký kết|khai trương|ra mắt|(?:tái |được )?(?:công nhận|chứng nhận)|đưa .*vào|không)\b"
)
"""Deeds that are done once and then are done, and what must not happen."""
_MADE = re.compile(r"(?:xây dựng|xây|lập|triển khai|sửa đổi|bổ sung|soạn thảo|trình|đưa)\b")
_THING = re.compile(
    r"\b(?:kế hoạch|đề án|phương án|quy chế|quy trình|nội quy|quy hoạch|phần mềm|cơ sở dữ liệu"
    r"|trụ sở|nhà|kho|trạm|cầu|đường|công trình|trang thông tin|bệnh án điện tử|sổ tay"
    r"|bộ (?:tiêu chí|chỉ số)|phòng họp)\b"
)
"""What is there, once it is made; not a team, a style or a climate of work."""
_HELD = re.compile(r"(?:duy trì|giữ vững|giữ|áp dụng|vận hành|đạt|được|có)\b")
_STANDING = re.compile(
    r"\b(?:danh hiệu|(?:tiêu )?chuẩn|tcvn|iso|hệ thống quản lý chất lượng|htqlcl|giấy phép"
    r"|chứng (?:nhận|chỉ)|công nhận|kiểm định|cấp độ|mức độ|(?:bằng|giấy) khen|cờ thi đua"
    r"|huân chương|giải)\b"
)
"""What is held or is not: a title, a standard, a certificate."""
_STATE = re.compile(
    r"\b(?:đạt|được|giữ vững|hoàn thành|trở thành|không|đúng hạn|đi vào hoạt động)\b"
)
"""What somebody or something has reached, behind who or what it is."""
_PURPOSE = re.compile(r"\b(?:để|nhằm|sao cho|hướng tới|góp phần)\b")
_BY = re.compile(
    r"\b(?:trước (?:ngày|tháng|hết|quý|\d)|chậm nhất|(?:hết|trong) (?:quý|tháng)|xong)\b"
)
"""When it is there."""
_EVENT = re.compile(
    r"tổ chức (?:đại hội|hội (?:nghị|thi|thảo)|lễ|ngày hội|họp|kỳ thi|lớp|diễn tập|đối thoại"
    r"|đánh giá nội bộ|gặp mặt|giải)\b"
)
_PART = re.compile(r"[,;.]\s+|\bvà\s+")


def is_outcome(text: str) -> bool:
    """Return whether a text asks for something that is, one day, reached or not.

    >>> is_outcome("Hoàn thành số hóa hộ tịch"), is_outcome("Tăng cường số hóa hộ tịch")
    (True, False)
    >>> is_outcome("Xã giữ vững danh hiệu văn hóa"), is_outcome("Giữ vững niềm tin của nhân dân")
    (True, False)
    """
    said = folded(text).strip(" .;")
    whole = typed(_PURPOSE, said).split(said)[0]
    parts = (typed(_URGED, said).sub("", part, count=1) for part in typed(_PART, said).split(whole))
    ended = any(_ends(part, whole) for part in parts if not typed(_ENDLESS, said).search(part))
    return ended or bool(typed(_BY, said).search(said))


def _ends(part: str, whole: str) -> bool:
    """Whether a part of a sentence says what is done once, made, held, or has come about."""
    ends, event, made, held, thing, standing, state = (
        typed(one, whole) for one in (_ENDS, _EVENT, _MADE, _HELD, _THING, _STANDING, _STATE)
    )
    if ends.match(part) or event.match(part) or (made.match(part) and thing.search(whole)):
        return True
    if held.match(part):
        return bool(standing.search(whole))
    return bool(part) and not DOING.at(scan(part), 0) and bool(state.search(part))
