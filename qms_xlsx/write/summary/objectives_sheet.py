"""Sheet "Mục tiêu": the report on the year's quality objectives, printable as it is."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from qms_xlsx import say
from qms_xlsx.book import look
from qms_xlsx.say import figures as words
from qms_xlsx.say.periods import day_in_words
from qms_xlsx.write.summary import heading, table
from qms_xlsx.write.summary.page import Page

if TYPE_CHECKING:
    from qms_xlsx.domain.indicator import Objective
    from qms_xlsx.domain.register import Register
    from qms_xlsx.judge.results import Result
    from qms_xlsx.write.summary.book import SummaryBook
    from qms_xlsx.write.summary.data_rows import Data
    from qms_xlsx.write.summary.facts import Facts
    from qms_xlsx.write.summary.page import Cell

NAME = "Mục tiêu"
TITLE = "BÁO CÁO KẾT QUẢ THỰC HIỆN MỤC TIÊU CHẤT LƯỢNG"
WIDTHS = (42, 182, 142, 66, 62, 62, 82, 62, 100, 140, 116, 116, 82, 116)
HEADINGS: tuple[table.Heading, ...] = (
    "TT",
    "Mục tiêu chất lượng",
    "Chỉ tiêu\n(kế hoạch năm)",
    "Mức của kỳ",
    ("Kết quả thực hiện", ("Trong kỳ", "Lũy kế", "Tử số / mẫu số")),
    "Tỷ lệ so với kế hoạch năm (%)",
    "Đánh giá",
    "Độ đầy đủ của số liệu",
    "Nguyên nhân",
    "Biện pháp khắc phục, cải tiến",
    "Bộ phận chịu trách nhiệm",
    "Vì sao đánh giá như vậy",
)
ATTAINMENT = 7
_LEFT, _RIGHT = (0, 3), (8, 13)


def write(book: SummaryBook, facts: Facts, data: Data) -> None:
    """Write the sheet."""
    page = Page(book, NAME, WIDTHS, footer=words.scope(facts.aggregate))
    _head(page, facts)
    first = page.row
    rows = table.header(page, HEADINGS)
    page.frozen(page.row, columns=2, first=page.row - rows)
    page.sheet.repeat_columns(0, 1)
    for objective in facts.aggregate.register.objectives:
        result = facts.organisation.get(objective.code)
        if result is not None:
            page.line(_cells(book, facts, data, result), height=24)
    table.bars(page, ATTAINMENT, first + rows, page.row - 1)
    _notes(page)
    heading.signatures(page, facts.aggregate.register, (0, 2), (10, 13))
    page.finish()


def _head(page: Page, facts: Facts) -> None:
    aggregate, book = facts.aggregate, page.book
    register = aggregate.register
    heading.office_heading(page, register, _LEFT, _RIGHT)
    heading.dateline(page, register, _LEFT, _RIGHT, left=_report_number(register))
    page.wide(TITLE, book.format(bold=True, align="center", font_size=16), height=26)
    below = f"{aggregate.period.label} · số liệu tính đến {day_in_words(aggregate.as_of)}"
    page.wide(below, book.format(bold=True, align="center", font_size=12), height=20)
    if register.decision_number:
        day = f" {day_in_words(register.decision_date)}" if register.decision_date else ""
        text = f"(Mục tiêu ban hành kèm theo Quyết định số {register.decision_number}{day})"
        page.wide(text, book.format(italic=True, align="center"))
    page.gap(6)


def _report_number(register: Register) -> str:
    """Return the line for the report's number, its ending taken from the decision's."""
    _, _, ending = register.decision_number.partition("-")
    return f"Số:          /BC{'-' if ending else ''}{ending}"


def _cells(book: SummaryBook, facts: Facts, data: Data, result: Result) -> list[Cell]:
    objective = result.objective
    parent = objective.code in facts.aggregate.register.children
    own: dict[str, Any] = {"bold": True, "bg_color": f"#{look.SECTION_FILL}"} if parent else {}
    small = book.cell(font_size=look.SIZE - 1, **own)
    middle = book.cell(font_size=look.SIZE - 1, align="center", **own)
    unit = words.unit_of(result)
    limit = result.period_target
    return [
        _number(book, data, objective, own),
        (words.named(result), book.cell(indent=_depth(facts.aggregate.register, objective), **own)),
        (objective.target or None, small),
        table.target(book, result, **own),
        table.figure(book, result.in_period, unit, **own),
        table.figure(book, result.actual, unit, against=limit, **own),
        (words.fraction(result) or None, book.cell(align="center", **own)),
        table.percentage(book, result.percent_of_year, **own),
        table.status(book, result),
        (words.completeness(result) or None, middle),
        (result.cause or None, small),
        (result.remedy or None, small),
        ("; ".join(objective.departments) or None, small),
        (say.text(result.why, say.VIETNAMESE) or None, small),
    ]


def _number(book: SummaryBook, data: Data, objective: Objective, own: dict[str, Any]) -> Cell:
    link = data.link(objective.code, objective.number)
    if link is None:
        return objective.number or None, book.cell(align="center", **own)
    style = book.cell(align="center", underline=1, font_color=f"#{look.LINK_INK}", **own)
    return link, style


def _depth(register: Register, objective: Objective) -> int:
    """Return how many levels the objective stands below the top; a loop ends at nine."""
    depth, parent = 0, register.by_code.get(objective.parent)
    while parent is not None and depth < 9:
        depth, parent = depth + 1, register.by_code.get(parent.parent)
    return depth


def _notes(page: Page) -> None:
    note = page.book.format(italic=True, text_wrap=True, font_size=look.SIZE - 1)
    page.gap(4)
    page.wide(
        "Ghi chú: Lũy kế tính từ đầu năm đến hết kỳ. “Tạm tính”: còn thiếu số liệu hoặc có số ước "
        "thực hiện; “5/6 tháng · 7/9 bộ phận”: đã có / phải có. Số thứ tự gạch chân dẫn đến "
        "số liệu gốc ở trang Dữ liệu.",
        note,
    )
