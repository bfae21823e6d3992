"""Sheet "Ma trận" of the level above: offices × indicators, the best office first."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from qms_xlsx.book import look
from qms_xlsx.domain.status import Status
from qms_xlsx.say import figures as words
from qms_xlsx.write.summary.metrics import fitted, fitting
from qms_xlsx.write.summary.page import Page

if TYPE_CHECKING:
    from qms_xlsx.domain.office import Office
    from qms_xlsx.judge.results import Result
    from qms_xlsx.write.rollup.view import Above
    from qms_xlsx.write.summary.book import SummaryBook
    from qms_xlsx.write.summary.page import Cell
    from qms_xlsx.write.summary.xlsx import Format

NAME = "Ma trận"
_RANK, _OFFICE, _SHARE, _REPORT, _FIGURE = 38, 150, 56, 38, 66
_LEFT = 4
_SIZE, _ROW, _HEAD = look.SIZE - 1, 15.0, 130.0
_ACROSS = 14
"""Indicators that one printed page holds readably."""
_NOTED = 13
"""The last column under the note: it must stand on the first printed page."""
_NOTE = (
    "Mỗi ô: dấu đánh giá theo mức của chính cơ quan và kết quả lũy kế; * là số tạm tính. ○: chưa "
    "đến kỳ; ?: chưa có số liệu; –: không áp dụng; ✂: có số liệu nhưng không cộng được. Ô xám: cơ "
    "quan không có chỉ tiêu này. Hạng: theo phần chỉ tiêu đạt trong số phải đánh giá; bằng nhau "
    "thì cùng hạng."
)


def write(book: SummaryBook, above: Above) -> None:
    """Write the sheet: a row an office, a column an indicator."""
    shown = above.facts.indicators
    widths = [_RANK, _OFFICE, _SHARE, _REPORT, *([_FIGURE] * len(shown))]
    page = Page(book, NAME, widths, footer=words.scope(above.aggregate))
    page.title("MA TRẬN CƠ QUAN VÀ CHỈ TIÊU", words.scope(above.aggregate))
    style = book.format(italic=True, font_size=_SIZE, text_wrap=True)
    page.end(page.span(0, min(len(widths) - 1, _NOTED), _NOTE, style))
    _header(page, shown)
    page.frozen(page.row, columns=_LEFT, seen=2)
    page.fit(-(-len(shown) // _ACROSS) or 1, 0)
    _organisation(page, shown)
    rows = _Rows(page, above, [r.objective.code for r in shown])
    for office in page.fitting(above.by_rank):
        rows.write(office)
    page.sheet.autofilter(3, 0, page.row - 1, len(widths) - 1)
    page.finish()


def _header(page: Page, shown: tuple[Result, ...]) -> None:
    """Write the labels, the indicators' names on their sides."""
    book = page.book
    label = book.header(font_size=_SIZE)
    side = book.header(font_size=_SIZE, rotation=90, text_wrap=True, bold=False)
    cells: list[Cell] = [(t, label) for t in ("Hạng", "Cơ quan", "Đạt / phải đánh giá", "Nộp")]
    for result in shown:
        unit = f" ({words.unit_shown(result)})" if words.unit_shown(result) else ""
        name = f"{result.objective.number} {result.objective.name}".strip()
        cells.append((fitted(name, 2.7 * _HEAD, _SIZE) + unit, side))
    for column, (value, style) in enumerate(cells):
        page.put(page.row, column, value, style)
    page.end(_HEAD)


def _organisation(page: Page, shown: tuple[Result, ...]) -> None:
    """Write what all offices reach together, first."""
    book = page.book
    shade = {"bg_color": f"#{look.SECTION_FILL}", "bold": True, "font_size": _SIZE}
    plain = book.cell(**shade)
    page.line([(None, plain), ("Cấp trên", plain), (None, plain), (None, plain)])
    page.row -= 1
    for column, result in enumerate(shown, _LEFT):
        own: dict[str, Any] = {"font_size": _SIZE, "text_wrap": False, "shrink": True}
        style = book.status(result.status, **own) if result.status else book.cell(**own, bold=True)
        page.put(page.row, column, _shown(result) or None, style)
    page.end(18)


def _shown(result: Result) -> str:
    figure = words.compared_figure(result)
    told = "" if figure is None else words.figure(figure, against=words.nearest(result))
    star = "*" if result.provisional and told else ""
    mark = result.status.mark if result.status else ""
    return f"{mark} {told}{star}".strip()


class _Rows:
    """Writes the offices' rows with formats fetched once."""

    def __init__(self, page: Page, above: Above, codes: list[str]) -> None:
        self.page, self.above, self.codes = page, above, codes
        book = page.book
        own: dict[str, Any] = {"font_size": _SIZE, "text_wrap": False, "shrink": True}
        self.middle = book.cell(**own, align="center")
        self.text = book.cell(**own)
        self.off = book.cell(bg_color=f"#{look.OFF_FILL}")
        self.status: dict[Status | None, Format] = {s: book.status(s, **own) for s in Status}
        self.status[None] = self.middle
        self.left_out = {(lost.office, lost.objective) for lost in above.rolled.left_out}

    def write(self, office: Office) -> None:
        """Write one office: its rank, how it reported, its figures."""
        page, above, put = self.page, self.above, self.page.put
        row, own = page.row, above.rolled.own[office.code]
        standing = above.rolled.standing.get(office.code)
        rank = above.rolled.ranks.get(office.code)
        report = above.reported(office)
        put(row, 0, float(rank) if rank else None, self.middle)
        put(row, 1, fitting(above.called(office.code), _OFFICE, _SIZE), self.text)
        put(row, 2, f"{standing.met}/{standing.asked}" if standing else None, self.middle)
        put(row, 3, report.mark, page.book.coloured(report.colours, font_size=_SIZE))
        for column, code in enumerate(self.codes, _LEFT):
            result = own.get(code)
            if result is not None:
                put(row, column, _shown(result) or None, self.status[result.status])
            elif (office.code, code) in self.left_out:
                put(row, column, "✂", self.middle)
            else:
                put(row, column, None, self.off)
        page.end(_ROW)
