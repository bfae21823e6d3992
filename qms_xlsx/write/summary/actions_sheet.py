"""Sheet "Khắc phục": corrective actions, overdue first, and missed objectives without one."""

from __future__ import annotations

from typing import TYPE_CHECKING

from qms_xlsx import say
from qms_xlsx.book import look
from qms_xlsx.say import figures as words
from qms_xlsx.write.summary import table
from qms_xlsx.write.summary.page import Page
from qms_xlsx.write.summary.states import action_state

if TYPE_CHECKING:
    from qms_xlsx.judge.results import Result
    from qms_xlsx.write.summary.book import SummaryBook
    from qms_xlsx.write.summary.facts import Facts, OpenAction
    from qms_xlsx.write.summary.page import Cell

NAME = "Khắc phục"
WIDTHS = (40, 110, 150, 100, 160, 140, 160, 104, 84, 100, 136, 84)
HEADINGS = (
    "TT",
    "Bộ phận",
    "Chỉ tiêu",
    "Ngày phát hiện",
    "Sự không phù hợp",
    "Nguyên nhân",
    "Hành động khắc phục",
    "Người thực hiện",
    "Thời hạn",
    "Tình trạng",
    "Kết quả kiểm tra hiệu lực",
    "Ngày đóng",
)


def write(book: SummaryBook, facts: Facts) -> None:
    """Write the sheet."""
    page = Page(book, NAME, WIDTHS, footer=words.scope(facts.aggregate))
    page.title("HÀNH ĐỘNG KHẮC PHỤC", words.scope(facts.aggregate))
    page.line([(_summary(facts), book.format(italic=True))])
    page.gap(6)
    table.header(page, HEADINGS)
    page.frozen(page.row, columns=2)
    for index, own in enumerate(facts.actions, 1):
        page.line(_action(book, facts, index, own), height=24)
    if not facts.actions:
        page.line([("Chưa bộ phận nào ghi hành động khắc phục.", book.format(italic=True))])
    _owed(page, facts)
    page.finish()


def _summary(facts: Facts) -> str:
    still = [a for a in facts.actions if not a.closed]
    late = sum(a.days_overdue > 0 for a in still)
    closed = len(facts.actions) - len(still)
    return (
        f"{len(facts.actions)} hành động: {len(still)} đang mở (trong đó {late} quá hạn), "
        f"{closed} đã đóng; {len(facts.unanswered)} kết quả không đạt chưa có hành động khắc phục."
    )


def _action(book: SummaryBook, facts: Facts, index: int, own: OpenAction) -> list[Cell]:
    action, state = own.action, action_state(own)
    text, small = book.cell(), book.cell(font_size=look.SIZE - 1)
    day = book.cell(num_format=look.DATE, align="center")
    return [
        (float(index), book.figure("0", align="center")),
        (facts.name(own.department), small),
        (objective_name(facts, action.objective), small),
        (action.found_on, day),
        (action.nonconformity or None, text),
        (action.cause or None, small),
        (action.action or None, text),
        (action.owner or None, small),
        (action.due, day),
        (state.shown, book.coloured(state.colours)),
        (action.effectiveness or None, small),
        (action.closed_on, day),
    ]


def objective_name(facts: Facts, code: str) -> str:
    """Return an objective's number and name; its code where the register has none such."""
    objective = facts.aggregate.register.by_code.get(code)
    return f"{objective.number} {objective.name}".strip() if objective else code


def _owed(page: Page, facts: Facts) -> None:
    book = page.book
    page.gap(16)
    bold = book.format(bold=True, font_size=13)
    page.line([("KẾT QUẢ KHÔNG ĐẠT CHƯA CÓ HÀNH ĐỘNG KHẮC PHỤC", bold)], height=22)
    if not facts.unanswered:
        text = "Không có: mọi kết quả không đạt đều đã có hành động khắc phục."
        page.line([(text, book.format(italic=True))])
        return
    style = book.header()
    labels = ("TT", "Bộ phận", "Chỉ tiêu", "Đánh giá", "Vì sao", "Nguyên nhân", "Biện pháp đã nêu")
    page.line([(label, style) for label in labels], height=24)
    for index, result in enumerate(facts.unanswered, 1):
        page.line(_missed(book, facts, index, result), height=24)


def _missed(book: SummaryBook, facts: Facts, index: int, result: Result) -> list[Cell]:
    small = book.cell(font_size=look.SIZE - 1)
    return [
        (float(index), book.figure("0", align="center")),
        (facts.name(result.department), small),
        (objective_name(facts, result.objective.code), small),
        table.status(book, result),
        (say.text(result.why, say.VIETNAMESE) or None, small),
        (result.cause or None, small),
        (result.remedy or None, small),
    ]
