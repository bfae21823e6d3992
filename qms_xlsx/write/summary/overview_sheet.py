"""Sheet "Tổng quan": what a chairman reads first, on one page if it can be."""

from __future__ import annotations

from typing import TYPE_CHECKING

from qms_xlsx.book import look
from qms_xlsx.domain.status import Status
from qms_xlsx.language.numbers import show
from qms_xlsx.say import figures as words
from qms_xlsx.say.periods import day_in_words
from qms_xlsx.say.states import LATE, MISSING, ON_TIME, REFUSED
from qms_xlsx.write.summary import heading, sentences
from qms_xlsx.write.summary.attention import attention
from qms_xlsx.write.summary.chart import status_chart
from qms_xlsx.write.summary.page import MARGINS, Page
from qms_xlsx.write.summary.strip import strip

if TYPE_CHECKING:
    from qms_xlsx.write.summary.attention import AttentionItem
    from qms_xlsx.write.summary.book import SummaryBook
    from qms_xlsx.write.summary.facts import Facts

NAME = "Tổng quan"
WIDTHS = (*[34] * 6, *[56] * 12, *[22] * 6)
"""Pixels: the months in the middle, six narrow columns at each side."""
COLUMNS = len(WIDTHS)
_LEFT, _RIGHT = (0, 8), (11, 23)
_STATUS, _COUNT, _SHARE = (0, 3), (4, 5), (6, 6)
CHART = 7
"""The column at which the chart begins."""
_LABEL, _VALUE = (12, 14), (15, 23)
_LIST = ((0, 3), (4, 9), (10, 13), (14, 23))


_CLOSE = {"top": 0.45, "bottom": 0.6}
"""Inches: closer than on other sheets, so that counts, chart and strip share the first page."""


def write(book: SummaryBook, facts: Facts) -> None:
    """Write the sheet."""
    page = Page(book, NAME, WIDTHS, footer=words.scope(facts.aggregate))
    _head(page, facts)
    _conclusion(page, facts)
    _counts(page, facts)
    _months(page, facts)
    _attention(page, facts)
    page.finish()
    page.sheet.set_margins(**(MARGINS | _CLOSE))


def _head(page: Page, facts: Facts) -> None:
    aggregate, book = facts.aggregate, page.book
    heading.office_heading(page, aggregate.register, _LEFT, _RIGHT)
    page.gap(8)
    title = book.format(bold=True, align="center", font_size=16)
    page.wide("TỔNG HỢP KẾT QUẢ THỰC HIỆN MỤC TIÊU CHẤT LƯỢNG", title, height=24)
    below = f"{aggregate.period.label} · số liệu tính đến {day_in_words(aggregate.as_of)}"
    page.wide(below, book.format(bold=True, align="center", font_size=12), height=19)
    page.gap(6)


def _conclusion(page: Page, facts: Facts) -> None:
    """Say in words what came out, whether it is complete, and what changed."""
    book = page.book
    shade = {"bg_color": f"#{look.SECTION_FILL}"}
    label = book.cell(bold=True, indent=1, **shade)
    text = book.cell(indent=1)
    for name, sentence in (
        ("Kết quả", sentences.outcome(facts)),
        ("Độ đầy đủ", sentences.completeness(facts)),
        ("Thay đổi", sentences.movement(facts)),
    ):
        page.span(0, 3, name, label)
        page.end(page.span(4, COLUMNS - 1, sentence, text))
    page.gap(8)


def _counts(page: Page, facts: Facts) -> None:
    """Write the counts by status on the left, the reporting on the right, the chart between."""
    book, total = page.book, len(facts.indicators)
    style = book.header()
    labels = ((_STATUS, "Đánh giá"), (_COUNT, "Số chỉ tiêu"), (_SHARE, "Tỷ lệ (%)"))
    height = max(page.span(*columns, label, style) for columns, label in labels)
    page.span(_LABEL[0], _VALUE[1], "Báo cáo của các bộ phận", style)
    page.end(height)
    first = page.row
    lines = _reporting(facts)
    for index, status in enumerate(Status):
        count = facts.counts[status]
        page.span(*_STATUS, status.shown, book.status(status))
        page.span(*_COUNT, float(count), book.figure("0", align="center"))
        page.span(
            *_SHARE,
            100 * count / total if total else None,
            book.figure(look.PERCENT_ONE, align="center"),
        )
        page.end(max(20, _reported(page, *lines[index]) if index < len(lines) else 0))
    bold = book.cell(bold=True, bg_color=f"#{look.SECTION_FILL}", align="center")
    page.span(*_STATUS, "Tổng số chỉ tiêu", bold)
    page.span(*_COUNT, float(total), book.figure("0", bold=True, align="center"))
    page.span(
        *_SHARE, 100.0 if total else None, book.figure(look.PERCENT_ONE, bold=True, align="center")
    )
    page.end(max(20, _reported(page, *lines[-1])))
    status_chart(page, facts, first, CHART, (_STATUS[0], _COUNT[0]))
    page.gap(8)


def _reported(page: Page, label: str, value: str) -> float:
    page.span(*_LABEL, label, page.book.cell(bg_color=f"#{look.SECTION_FILL}", indent=1))
    needed = page.span(*_VALUE, value, page.book.cell(indent=1))
    return max(needed, 20)


def _reporting(facts: Facts) -> list[tuple[str, str]]:
    reporting, (filled, expected) = facts.aggregate.reporting, facts.cells
    total = len(reporting.expected)
    on_time = "không có hạn để xét"
    if reporting.on_time is not None:
        on_time = _share(len(reporting.on_time), total, reporting.on_time_rate)
    none = "không có"
    return [
        ("Tỷ lệ nộp", _share(len(reporting.received), total, reporting.rate)),
        (ON_TIME, on_time),
        ("Ngày cuối đúng hạn", sentences.due(facts)),
        (MISSING, sentences.names(facts, reporting.missing, 4) or none),
        (LATE, sentences.names(facts, facts.late, 4) or none),
        (REFUSED, _not_used(facts) or none),
        (
            "Ô đến hạn có số",
            _share(filled, expected, 100 * filled / expected if expected else None),
        ),
        ("Ô bị loại vì lỗi", f"{facts.rejected_cells} ô; {len(facts.errors)} lỗi phải sửa"),
    ]


def _not_used(facts: Facts) -> str:
    """Return whose forms were refused, and whose were received and do not count yet."""
    refused, waiting = facts.aggregate.reporting.rejected, facts.aggregate.reporting.waiting
    parts = [sentences.names(facts, refused, 4)]
    if waiting:
        parts.append(f"đã nhận, chưa tính: {sentences.names(facts, waiting, 4)}")
    return "; ".join(part for part in parts if part)


def _share(part: int, whole: int, rate: float | None) -> str:
    shown = f" ({show(rate, 1)} %)" if rate is not None else ""
    return f"{part}/{whole}{shown}"


def _months(page: Page, facts: Facts) -> None:
    """Write the strip of the year's due dates, a column a month."""
    book, register = page.book, facts.aggregate.register
    year = strip(facts)
    head = f"Hạn của các biện pháp năm {register.year} theo tháng (mỗi bộ phận chủ trì tính riêng)"
    page.wide(head, book.format(bold=True, font_size=12), height=20)
    style, now = book.header(), book.header(bg_color=f"#{look.HEADER_INK}", font_color="#FFFFFF")
    page.span(0, 5, "Tình trạng", style)
    today = facts.aggregate.as_of
    for month in range(1, 13):
        current = (today.year, today.month) == (register.year, month)
        page.put(page.row, 5 + month, f"T{month}", now if current else style)
    page.span(18, 23, "Tổng số", style)
    page.end(18)
    for state, counts in year.rows():
        page.span(0, 5, state.shown, book.coloured(state.colours))
        filled = book.coloured(state.colours, num_format="0", text_wrap=False, shrink=True)
        empty = book.cell()
        for month, count in enumerate(counts, 6):
            page.put(page.row, month, float(count) or None, filled if count else empty)
        page.span(18, 23, float(sum(counts)), book.figure("0", bold=True, align="center"))
        page.end(16.5)
    if year.outside:
        note = f"Ngoài ra có {year.outside} hạn không thuộc năm {register.year}."
        page.wide(note, book.format(italic=True))
    page.gap(8)


def _attention(page: Page, facts: Facts) -> None:
    book = page.book
    page.sheet.set_h_pagebreaks([page.row])  # the list begins a page of its own
    page.wide("Cần chú ý", book.format(bold=True, font_size=12), height=20)
    items = attention(facts)
    if not items:
        page.wide("Không có việc gì cần chú ý.", book.format(italic=True))
        return
    style = book.header()
    for columns, label in zip(_LIST, ("Mức", "Nội dung", "Bộ phận", "Vì sao"), strict=True):
        page.span(*columns, label, style)
    page.end(20)
    for item in items:
        _item(page, item)


def _item(page: Page, item: AttentionItem) -> None:
    text = page.book.cell(indent=1)
    cells = (
        (item.state.shown, page.book.coloured(item.state.colours)),
        (item.what, text),
        (item.who, text),
        (item.why, text),
    )
    heights = [
        page.span(*columns, value, style)
        for columns, (value, style) in zip(_LIST, cells, strict=True)
    ]
    page.end(max(heights))
