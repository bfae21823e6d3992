"""What a change is measured against."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from qms_xlsx.language.lexicon import Lexicon, phrases

if TYPE_CHECKING:
    from qms_xlsx.language.scanner import Text

_YEAR = re.compile(r"(?:nam )?((?:19|20)\d\d)")
_PLANNED = "kế hoạch|KH|dự toán|chỉ tiêu|mục tiêu|đầu nhiệm kỳ|nghị quyết|tổng số|quy định"
_RULES = {
    "previous_year_estimate": phrases(
        "ước [thực hiện|đạt] [cả] năm (trước|ngoái|liền trước)", "ước thực hiện <date>"
    ),
    "same_period": phrases("cùng kỳ"),
    "year": phrases(
        "(so với|hơn|so|bằng|của|với) … <date>", "(gấp|cao hơn|thấp hơn|hơn) [##|## %] … <date>"
    ),
    "previous_year": phrases("năm [liền] (trước|ngoái|liền kề)"),
    "period before": phrases("kỳ trước"),
    "yearly": phrases("(hàng|hằng|mỗi) năm, bình quân [mỗi] năm, năm sau, / năm"),
    "other": phrases(f"(so với|so|vượt|vượt mức|hơn) [##|## %] … ({_PLANNED})"),
}
_LEXICONS = {name: Lexicon(table) for name, table in _RULES.items()}


def baseline(text: Text, start: int = 0, end: int | None = None) -> str | None:
    """Return the baseline that the words between two tokens name: a key, 'yearly', 'other'."""
    for name, lexicon in _LEXICONS.items():
        for index, size, _ in lexicon.within(text, start, end):
            if name != "year":
                return "same_period" if name == "period before" else name
            if year := _YEAR.fullmatch(text.tokens[index + size - 1].bare):
                return f"year:{year[1]}"
    return None
