"""Sheet "Nguồn": every file of the run, what became of it, and what made this workbook."""

from __future__ import annotations

from typing import TYPE_CHECKING

from qms_xlsx import say
from qms_xlsx.book import look
from qms_xlsx.book.areas import Area, Column
from qms_xlsx.domain.finding import Severity
from qms_xlsx.language.symbols import day
from qms_xlsx.say import figures as words
from qms_xlsx.say.findings import fault
from qms_xlsx.say.sentences import every_figure, forms_seen, restated
from qms_xlsx.version import __version__
from qms_xlsx.write.summary import table
from qms_xlsx.write.summary.page import LIST, Page

if TYPE_CHECKING:
    from collections.abc import Sequence

    from qms_xlsx.domain.finding import Finding
    from qms_xlsx.domain.source import Source
    from qms_xlsx.say.facts import Facts
    from qms_xlsx.write.summary.book import SummaryBook
    from qms_xlsx.write.summary.page import Cell

NAME = "Nguồn"
PROVENANCE = Area(
    "provenance",
    NAME,
    (
        Column("kind", "Loại tệp", 8),
        Column("department", "Bộ phận", 7.4),
        Column("used", "Sử dụng", 12.6),
        Column("remark", "Lý do, ghi chú", 19),
        Column("report_period", "Kỳ báo cáo", 20),
        Column("report_date", "Ngày báo cáo", 9.3),
        Column("date_from", "Ngày lấy từ", 14),
        Column("size", "Cỡ (byte)", 6.4),
        Column("sha256", "SHA-256", 60.8),
    ),
)
_HIDDEN = (5, 7)
"""Columns that machines read, and paper has no room for: period, and where the day is from."""
_FILE, _OFFICE = 158, 150
_SIZE = look.SIZE - 1
_KINDS = {
    "register": "Sổ mục tiêu",
    "form": "Biểu mẫu",
    "summary": "Bảng tổng hợp",
    "unknown": "Không rõ",
}
_DATES = {"report": "biểu mẫu", "modified": "thuộc tính tệp", "": ""}


def write(
    book: SummaryBook, facts: Facts, about: Sequence[str] = (), sender: str = "Bộ phận"
) -> None:
    """Write the sheet; `about` is said above the files in place of what a year's folder says."""
    widths = [_FILE, *(round(column.width * 7 + 5) for column in PROVENANCE.columns)]
    if about:
        widths[2] = _OFFICE
    page = Page(book, NAME, widths, footer=words.scope(facts.aggregate))
    page.title("NGUỒN SỐ LIỆU", words.scope(facts.aggregate))
    page.hide(_HIDDEN)
    for text in about or _about(facts, book):
        page.wide(text, book.format(text_wrap=True))
    page.gap()
    table.marker(page, PROVENANCE)
    style = book.header(font_size=_SIZE)
    labels = [sender if c.key == "department" else c.label for c in PROVENANCE.columns]
    page.line([(text, style) for text in ("Tệp", *labels)])
    page.frozen(page.row, columns=1)
    page.grows()
    errors = _first_errors(facts)
    for source in page.fitting(facts.sources):
        page.line(_cells(book, errors, source))
    page.finish(LIST)


def _about(facts: Facts, book: SummaryBook) -> list[str]:
    aggregate = facts.aggregate
    lines = [
        f"Lập bởi qms-xlsx {__version__} cho kỳ {aggregate.period.label} ({aggregate.period}), "
        f"số liệu tính đến ngày {day(aggregate.as_of)}: cùng tệp nguồn, cùng kỳ và cùng ngày "
        "thì ra đúng tệp này, từng byte một.",
        f"{forms_seen(facts)}. Không tệp nào bị sửa đổi.",
        f"{restated(aggregate.restatements)}.",
    ]
    if facts.data_file:
        lines.append(every_figure(facts))
    if book.cuts:
        lines.append(
            "Nội dung dài hơn 32.767 ký tự đã được rút gọn (cuối ô có dấu …), xem bản đầy đủ trong "
            f"tệp nguồn: {words.several(book.cuts, 20)}."
        )
    return lines


def _cells(book: SummaryBook, errors: dict[str, Finding], source: Source) -> list[Cell]:
    text, middle = book.cell(font_size=_SIZE), book.cell(font_size=_SIZE, align="center")
    day = book.cell(num_format=look.DATE, align="center", font_size=_SIZE)
    return [
        (source.path, text),
        (_KINDS.get(source.kind, source.kind), middle),
        (source.department, middle),
        (_use(source), middle),
        (_remark(errors, source), text),
        (source.report_period or None, middle),
        (source.report_date, day),
        (_DATES.get(source.date_from, source.date_from) or None, middle),
        (float(source.size), book.figure(align="center", font_size=_SIZE)),
        (source.sha256 or None, book.cell(font_size=_SIZE, text_wrap=False)),
    ]


def _first_errors(facts: Facts) -> dict[str, Finding]:
    """Return the first error found in each file."""
    errors = (own for own in reversed(facts.findings) if own.severity is Severity.ERROR)
    return {own.place.file: own for own in errors}


def _remark(errors: dict[str, Finding], source: Source) -> str | None:
    """Return what became of a file; of a rejected one, why."""
    told = say.text(source.remark, say.VIETNAMESE) if source.remark else ""
    if source.date_from == "modified":
        told += "; ngày theo thuộc tính của tệp"
    if not source.accepted:
        own = errors.get(source.path)
        told = ": ".join(filter(None, (told, fault(own, say.VIETNAMESE) if own else "")))
    return told[:1].upper() + told[1:] or None


def _use(source: Source) -> str:
    if source.used:
        return "✔ Đã dùng"
    return "○ Không dùng" if source.accepted else "✖ Bị loại"
