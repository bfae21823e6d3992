"""Sheet "Ma trận": objective × department as a heat map of marks."""

from __future__ import annotations

from typing import TYPE_CHECKING

from qms_xlsx.book import look
from qms_xlsx.say import figures as words
from qms_xlsx.write.summary import table
from qms_xlsx.write.summary.page import Page

if TYPE_CHECKING:
    from qms_xlsx.domain.department import Department
    from qms_xlsx.judge.results import Result
    from qms_xlsx.write.summary.book import SummaryBook
    from qms_xlsx.write.summary.facts import Facts
    from qms_xlsx.write.summary.page import Cell

NAME = "Ma trận"
_NUMBER, _OBJECTIVE, _OWN, _DEPARTMENT = 48, 350, 116, 96
_LEGEND = 6
"""Columns beside the organisation's that the legend needs."""
_ONE_PAGE = 34
"""Rows that may be pressed onto one printed page."""
_FITTING = 14
"""Departments that one printed page holds readably."""


def write(book: SummaryBook, facts: Facts) -> None:
    """Write the sheet."""
    departments = facts.aggregate.register.departments
    columns = [_DEPARTMENT] * max(len(departments), _LEGEND)
    page = Page(
        book, NAME, [_NUMBER, _OBJECTIVE, _OWN, *columns], footer=words.scope(facts.aggregate)
    )
    page.title("MA TRẬN MỤC TIÊU VÀ BỘ PHẬN", words.scope(facts.aggregate))
    page.gap(6)
    page.put(page.row, 1, "Chú giải", book.format(align="right", italic=True))
    table.legend(page, first=2)
    page.gap(6)
    _header(page, departments)
    page.frozen(page.row, columns=3)
    short = len(facts.organisation) <= _ONE_PAGE
    page.sheet.fit_to_pages(-(-len(departments) // _FITTING) or 1, int(short))
    rows = {(r.department, r.objective.code): r for r in facts.aggregate.results}
    for objective in facts.aggregate.register.objectives:
        own = rows.get((None, objective.code))
        if own is not None:
            page.line(
                _row(book, own, [rows.get((d.code, objective.code)) for d in departments], facts)
            )
    page.gap(4)
    note = book.format(italic=True, font_size=look.SIZE - 1)
    page.line([(None, note), (_NOTE, note)])
    page.finish()


_NOTE = (
    "Mỗi ô: dấu đánh giá và kết quả lũy kế. Số không có dấu là phần đóng góp của bộ phận vào "
    "chỉ tiêu chung, không đánh giá riêng. Ô xám: bộ phận không báo cáo chỉ tiêu này."
)


def _header(page: Page, departments: tuple[Department, ...]) -> None:
    style = page.book.header()
    cells: list[Cell] = [("TT", style), ("Mục tiêu chất lượng", style), ("Toàn cơ quan", style)]
    small = page.book.header(font_size=look.SIZE - 1)
    page.line(cells + [(d.name, small) for d in departments], height=60)


def _row(book: SummaryBook, own: Result, others: list[Result | None], facts: Facts) -> list[Cell]:
    parent = own.objective.code in facts.aggregate.register.children
    style = table.section(book) if parent else book.cell()
    middle = table.section(book, align="center") if parent else book.cell(align="center")
    off = book.cell(bg_color=f"#{look.OFF_FILL}") if not parent else style
    return [
        (own.objective.number or None, middle),
        (own.objective.name, style),
        _cell(book, own),
        *(_cell(book, result) if result else (None, off) for result in others),
    ]


def _cell(book: SummaryBook, result: Result) -> Cell:
    shown = words.figure(result.actual, against=result.period_target)
    if result.status is None:
        return shown, book.cell(align="center")
    if result.actual is None:
        own = book.status(result.status, font_size=look.SIZE - 1, text_wrap=False, shrink=True)
        return result.status.shown, own
    return f"{result.status.mark} {shown}", book.status(result.status)
