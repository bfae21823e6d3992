"""Sheet "Nguồn": every file of the run, what became of it, and what made this workbook."""

from __future__ import annotations

from typing import TYPE_CHECKING

from qms_xlsx import say
from qms_xlsx.book import look
from qms_xlsx.book.areas import Area, Column
from qms_xlsx.language.symbols import day
from qms_xlsx.say import figures as words
from qms_xlsx.version import __version__
from qms_xlsx.write.summary.page import Page

if TYPE_CHECKING:
    from qms_xlsx.write.summary.book import SummaryBook
    from qms_xlsx.write.summary.facts import Facts
    from qms_xlsx.write.summary.page import Cell
    from qms_xlsx.write.summary.source import Source

NAME = "Nguồn"
PROVENANCE = Area(
    "provenance",
    NAME,
    (
        Column("kind", "Loại tệp", 12),
        Column("department", "Bộ phận", 24),
        Column("used", "Sử dụng", 14),
        Column("remark", "Lý do, ghi chú", 34),
        Column("report_period", "Kỳ báo cáo", 13),
        Column("report_date", "Ngày báo cáo", 12),
        Column("date_from", "Ngày lấy từ", 19),
        Column("size", "Cỡ (byte)", 10),
        Column("sha256", "SHA-256", 34),
    ),
)
_KINDS = {"register": "Sổ mục tiêu", "form": "Biểu mẫu", "unknown": "Không rõ"}
_DATES = {"report": "Ghi trong biểu mẫu", "modified": "Thuộc tính của tệp", "": ""}


def write(book: SummaryBook, facts: Facts) -> None:
    """Write the sheet."""
    widths = [225, *(round(column.width * 7 + 5) for column in PROVENANCE.columns)]
    page = Page(book, NAME, widths, footer=words.scope(facts.aggregate))
    page.title("NGUỒN SỐ LIỆU", words.scope(facts.aggregate))
    for text in _about(facts, book):
        page.wide(text, book.format(text_wrap=True))
    page.gap()
    hidden = book.format(font_size=8, font_color=f"#{look.GREY_INK}")
    page.line([(text, hidden) for text in (PROVENANCE.marker, *PROVENANCE.keys)])
    page.sheet.set_row(page.row - 1, 12, None, {"hidden": True})
    page.line([(text, book.header()) for text in ("Tệp", *(c.label for c in PROVENANCE.columns))])
    page.frozen(page.row, columns=1)
    for source in facts.sources:
        page.line(_cells(book, facts, source))
    page.finish()


def _about(facts: Facts, book: SummaryBook) -> list[str]:
    aggregate = facts.aggregate
    used = sum(source.used for source in facts.sources)
    lines = [
        f"Lập bởi qms-xlsx {__version__} cho kỳ {aggregate.period.label} ({aggregate.period}), "
        f"số liệu tính đến ngày {day(aggregate.as_of)}: cùng tệp nguồn, cùng kỳ và cùng ngày "
        "thì ra đúng tệp này, từng byte một.",
        f"Đã xem {len(facts.sources)} tệp, sử dụng {used} tệp. Không tệp nào bị sửa đổi.",
    ]
    if book.cuts:
        lines.append(
            "Nội dung dài hơn 32.767 ký tự đã được rút gọn (cuối ô có dấu …), xem bản đầy đủ trong "
            f"tệp nguồn: {words.several(book.cuts, 20)}."
        )
    return lines


def _cells(book: SummaryBook, facts: Facts, source: Source) -> list[Cell]:
    text, middle = book.cell(), book.cell(align="center")
    day = book.cell(num_format=look.DATE, align="center")
    return [
        (source.path, text),
        (_KINDS.get(source.kind, source.kind), middle),
        (facts.name(source.department) if source.department else None, text),
        (_use(source), middle),
        (_remark(source), text),
        (source.report_period or None, middle),
        (source.report_date, day),
        (_DATES.get(source.date_from, source.date_from) or None, middle),
        (float(source.size), book.figure(align="center")),
        (source.sha256 or None, book.cell(font_size=look.SIZE - 2)),
    ]


def _remark(source: Source) -> str | None:
    told = say.text(source.remark, say.VIETNAMESE) if source.remark else ""
    return told[:1].upper() + told[1:] or None


def _use(source: Source) -> str:
    if source.used:
        return "✔ Đã dùng"
    return "○ Không dùng" if source.accepted else "✖ Bị loại"
