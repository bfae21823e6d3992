"""Write docs/findings.md: every code, its words in both languages, and a worked example.

python tools/findings_page.py           # writes the page
"""

from __future__ import annotations

import sys
from pathlib import Path
from typing import TYPE_CHECKING

ROOT = Path(__file__).resolve().parent.parent
sys.path.insert(0, str(ROOT))

from qms_xlsx import say  # noqa: E402
from qms_xlsx.codes.catalogue import CODES, FAMILIES, finding  # noqa: E402
from qms_xlsx.domain.finding import Excludes, Place  # noqa: E402
from qms_xlsx.intake import limits  # noqa: E402
from qms_xlsx.language.messages import message  # noqa: E402
from qms_xlsx.say.findings import fault, mend, severity  # noqa: E402
from tests.rules.cases import all_cases  # noqa: E402

if TYPE_CHECKING:
    from collections.abc import Iterator
    from typing import Any

    from qms_xlsx.domain.finding import Code, Finding

PAGE = ROOT / "docs" / "findings.md"
HEAD = """\
# Các phát hiện · Findings

Trang này do `python tools/findings_page.py` lập từ các quy tắc trong mã nguồn; đừng sửa tay.
Mỗi phát hiện có mã không đổi, mức độ, một ví dụ có thật (lấy từ bài kiểm thử) và một cách sửa.

- **lỗi**: phải sửa;
- **cảnh báo**: cần xem lại;
- **lưu ý**: cho biết phần mềm đã đọc hoặc sửa gì.

Mức độ là để người đọc biết việc nào làm trước. Phần bị loại khỏi số liệu cho đến khi sửa được ghi
ngay sau mức độ: *không dùng ô*, *không dùng dòng* hoặc *không dùng tệp*; không ghi gì là số liệu
vẫn được tính.

*This page is made by `python tools/findings_page.py` from the rules; don't edit it. Each finding
has a code that never changes, a severity, a worked example (from the tests) and one action that
mends it. The severity tells people what to do first; what stays out of the figures until it is
mended (the cell, the row or the file) is declared beside it, and where nothing is, all counts.*
"""
EXCLUDED = {
    Excludes.NOTHING: ("", ""),
    Excludes.CELL: (" · không dùng ô", ", the cell is not used"),
    Excludes.ROW: (" · không dùng dòng", ", the row is not used"),
    Excludes.FILE: (" · không dùng tệp", ", the file is not used"),
}
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
    "line": "2",
    "column": "535",
    "reference": "XFE1",
    "value": "1,5",
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


def example(code: Code, cases: dict[str, Any]) -> Finding:
    """Return a finding of the code."""
    if code.code in cases:
        return next(f for f in cases[code.code].error() if f.code == code.code)
    values = SAMPLE_VALUES | SAMPLE_VALUES_OF.get(code.code, {})
    return finding(code.code, Place("VP-TK.xlsx"), **values)


def page() -> str:
    """Return the whole page."""
    cases = all_cases()
    parts = [HEAD, *(_family(letter, cases) for letter in FAMILIES)]
    return "\n".join(parts)


def _family(letter: str, cases: dict[str, Any]) -> str:
    codes = [code for code in CODES if code.code.startswith(letter)]
    title = f"## {letter} · {say.word(FAMILIES[letter], 'vi')} · {FAMILIES[letter]}\n"
    return "\n".join([title, *(line for code in codes for line in _entry(code, cases))])


def _entry(code: Code, cases: dict[str, Any]) -> Iterator[str]:
    found = example(code, cases)
    excluded, in_english = EXCLUDED[code.excludes]
    yield f"### {code.code} · {severity(code.severity, 'vi')}{excluded}\n"
    yield f"`{found.place}` {fault(found, 'vi')}  \n**Cách sửa:** {mend(found, 'vi')}\n"
    yield (
        f"*{severity(code.severity, 'en').capitalize()}{in_english}:* {fault(found, 'en')}  \n"
        f"*How to mend it:* {mend(found, 'en')}\n"
    )


if __name__ == "__main__":
    PAGE.write_text(page(), encoding="utf-8")
