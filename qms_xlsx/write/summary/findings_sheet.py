"""Sheet "Phát hiện": what is wrong in the inputs, by file, worst first."""

from __future__ import annotations

from collections import Counter
from typing import TYPE_CHECKING

from qms_xlsx.book import look
from qms_xlsx.domain.finding import Severity
from qms_xlsx.domain.status import Status
from qms_xlsx.say import VIETNAMESE
from qms_xlsx.say import figures as words
from qms_xlsx.say.findings import MARKS, fault, mend, severity
from qms_xlsx.write.summary.page import LIST, Page
from qms_xlsx.write.summary.states import StateLook

if TYPE_CHECKING:
    from collections.abc import Sequence

    from qms_xlsx.domain.finding import Finding
    from qms_xlsx.say.facts import Facts
    from qms_xlsx.write.summary.book import SummaryBook
    from qms_xlsx.write.summary.page import Cell

NAME = "Phát hiện"
WIDTHS = (32, 46, 86, 158, 64, 48, 320, 286)
HEADINGS = ("TT", "Mã", "Mức độ", "Tệp", "Trang", "Ô", "Phát hiện", "Cách sửa")
_SIZE = look.SIZE - 1
SEVERITIES = {
    weight: StateLook(
        MARKS[weight], severity(weight, VIETNAMESE).capitalize(), look.STATUS_COLOURS[like]
    )
    for weight, like in (
        (Severity.ERROR, Status.MISSED),
        (Severity.WARNING, Status.AT_RISK),
        (Severity.INFO, Status.NOT_DUE),
    )
}


def write(book: SummaryBook, facts: Facts) -> None:
    """Write the sheet."""
    page = Page(book, NAME, WIDTHS, footer=words.scope(facts.aggregate))
    page.title("PHÁT HIỆN TRONG SỐ LIỆU", words.scope(facts.aggregate))
    page.line([(_summary(facts), book.format(italic=True))])
    style = book.header(font_size=_SIZE)
    page.line([(label, style) for label in HEADINGS], height=22)
    page.frozen(page.row, seen=2)
    page.grows()
    first = page.row
    for index, finding in enumerate(page.fitting(worst_first(facts.findings)), 1):
        page.line(_cells(book, index, finding))
    if facts.findings:
        page.sheet.autofilter(first - 1, 0, page.row - 1, len(WIDTHS) - 1)
    page.finish(LIST)


def worst_first(findings: Sequence[Finding]) -> list[Finding]:
    """Return findings by file, the file with most errors first, and worst first within it."""
    order = list(Severity)
    errors = Counter(f.place.file for f in findings if f.severity is Severity.ERROR)
    return sorted(
        findings,
        key=lambda f: (-errors[f.place.file], f.place.file, order.index(f.severity), f.code),
    )


def _summary(facts: Facts) -> str:
    tally = Counter(f.severity for f in facts.findings)
    counts = ", ".join(f"{tally[s]} {SEVERITIES[s].label.lower()}" for s in Severity)
    return f"{counts}. Ô có lỗi không được tính vào kết quả và được xem như chưa có số liệu."


def _cells(book: SummaryBook, index: int, finding: Finding) -> list[Cell]:
    text, middle = book.cell(font_size=_SIZE), book.cell(font_size=_SIZE, align="center")
    state, place = SEVERITIES[finding.severity], finding.place
    return [
        (float(index), book.figure("0", align="center", font_size=_SIZE)),
        (finding.code, middle),
        (state.shown, book.coloured(state.colours, font_size=_SIZE)),
        (place.file or None, text),
        (place.sheet or None, text),
        (place.cell or None, middle),
        (fault(finding, VIETNAMESE), text),
        (mend(finding, VIETNAMESE), text),
    ]
