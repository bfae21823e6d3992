"""Write docs/findings.md: every code, its words in both languages, and a worked example.

python tools/findings_page.py           # writes the page
"""

from __future__ import annotations

import sys
from pathlib import Path
from typing import TYPE_CHECKING

ROOT = Path(__file__).resolve().parent.parent
sys.path.insert(0, str(ROOT))

from qms_xlsx.codes.rule import Hit  # noqa: E402
from qms_xlsx.domain.finding import Place, severity_label  # noqa: E402
from qms_xlsx.intake import limits  # noqa: E402
from qms_xlsx.language.messages import language, message, set_language, translate  # noqa: E402
from qms_xlsx.rules.catalogue import ALL_RULES, FAMILIES  # noqa: E402
from tests.rules.cases import all_cases  # noqa: E402

if TYPE_CHECKING:
    from collections.abc import Iterator
    from typing import Any

    from qms_xlsx.codes.rule import Rule
    from qms_xlsx.domain.finding import Finding

PAGE = ROOT / "docs" / "findings.md"
HEAD = """\
# Các phát hiện · Findings

Trang này do `python tools/findings_page.py` lập từ các quy tắc trong mã nguồn; đừng sửa tay.
Mỗi phát hiện có mã không đổi, mức độ, một ví dụ có thật (lấy từ bài kiểm thử) và một cách sửa.

- **lỗi**: ô (hoặc tệp) bị loại khỏi số tổng hợp cho đến khi sửa;
- **cảnh báo**: vẫn được tính, nhưng cần xem lại;
- **lưu ý**: cho biết phần mềm đã đọc hoặc sửa gì.

*This page is made by `python tools/findings_page.py` from the rules; don't edit it. Each finding
has a code that never changes, a severity, a worked example (from the tests) and one action that
mends it. An error keeps its cell or file out of the totals until it is mended, a warning still
counts, a note says what was read or repaired.*
"""
SAMPLE_VALUES: dict[str, Any] = {
    "reason": message("it holds only zeros"),
    "target": "../TP-HT.xlsx",
    "kind": "PDF",
    "advice": message("Ask the sender for the file again."),
    "limit": "20",
    "actual": "45",
    "cell": "XFD1048576",
    "part": "xl/workbook.xml",
    "error": "ValueError",
    "rows": "120",
}
"""What file findings may name; the other families' examples are their tests' own findings."""
SAMPLE_VALUES_OF: dict[str, dict[str, Any]] = {
    "F101": {"reason": "Permission denied"},
    "F201": {"limit": limits.FILE_BYTES // limits.MIB},
    "F202": {"limit": limits.TOTAL_BYTES // limits.MIB, "actual": "4096"},
    "F203": {"limit": limits.RATIO, "actual": "1032"},
    "F204": {"limit": limits.ENTRIES, "actual": "65535"},
    "F205": {"limit": limits.CELLS, "actual": "2000001"},
    "F206": {"limit": limits.BOX_CELLS, "actual": "17179869184"},
    "F207": {"limit": limits.MERGED_CELLS, "actual": "17179869184"},
    "F208": {"limit": limits.STYLES, "actual": "300000"},
    "F209": {"limit": limits.CHARACTERS, "actual": "1000000"},
    "F210": {"limit": "4096", "actual": "4294967295"},
    "F402": {"limit": limits.SECONDS},
}


def example(rule: Rule[Any], cases: dict[str, Any]) -> Finding:
    """Return a finding of the rule."""
    if rule.code in cases:
        return next(f for f in cases[rule.code].error() if f.code == rule.code)
    values = SAMPLE_VALUES | SAMPLE_VALUES_OF.get(rule.code, {})
    return rule.at(Hit(Place("VP-TK.xlsx"), values))


def page() -> str:
    """Return the whole page."""
    cases = all_cases()
    before = language()
    try:
        parts = [HEAD, *(_family(letter, cases) for letter in FAMILIES)]
    finally:
        set_language(before)
    return "\n".join(parts)


def _family(letter: str, cases: dict[str, Any]) -> str:
    rules = [rule for rule in ALL_RULES if rule.code.startswith(letter)]
    title = f"## {letter} · {_said('vi', FAMILIES[letter])} · {_said('en', FAMILIES[letter])}\n"
    return "\n".join([title, *(line for rule in rules for line in _entry(rule, cases))])


def _entry(rule: Rule[Any], cases: dict[str, Any]) -> Iterator[str]:
    finding = example(rule, cases)
    set_language("vi")
    yield f"### {rule.code} · {severity_label(rule.severity)}\n"
    yield f"`{finding.place}` {finding.message}  \n**Cách sửa:** {finding.hint}\n"
    set_language("en")
    yield (
        f"*{severity_label(rule.severity).capitalize()}:* {finding.message}  \n"
        f"*How to mend it:* {finding.hint}\n"
    )


def _said(code: str, text: str) -> str:
    set_language(code)
    return translate(text)


if __name__ == "__main__":
    PAGE.write_text(page(), encoding="utf-8")
