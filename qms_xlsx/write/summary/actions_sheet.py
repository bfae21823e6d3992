"""Sheet "Khắc phục": corrective actions, overdue first, and missed objectives without one."""

from __future__ import annotations

from typing import TYPE_CHECKING

from qms_xlsx import say
from qms_xlsx.book import look
from qms_xlsx.language.symbols import day
from qms_xlsx.say import figures as words
from qms_xlsx.say.sentences import names
from qms_xlsx.write.summary import table
from qms_xlsx.write.summary.page import LIST, Page
from qms_xlsx.write.summary.states import action_state

if TYPE_CHECKING:
    from qms_xlsx.judge.results import Result
    from qms_xlsx.say.facts import Facts
    from qms_xlsx.say.open_actions import OpenAction
    from qms_xlsx.write.summary.book import SummaryBook
    from qms_xlsx.write.summary.page import Cell

NAME = "Khắc phục"
WIDTHS = (32, 112, 150, 156, 142, 166, 78, 104, 100)
HEADINGS = (
    "TT",
    "Bộ phận",
    "Chỉ tiêu",
    "Sự không phù hợp",
    "Nguyên nhân",
    "Hành động khắc phục",
    "Thời hạn",
    "Tình trạng",
    "Hiệu lực",
)
_OWED = ("TT", "Bộ phận", "Chỉ tiêu", "Vì sao", "Nguyên nhân", "Biện pháp đã nêu", "", "Đánh giá")
_OWED_BY_OBJECTIVE = ("TT", "Bộ phận", "Chỉ tiêu", "Của bộ phận nào", "", "", "", "Đánh giá")
_SIZE = look.SIZE - 1
_EACH, _NAMED = 100, 12
"""Results without an action that have a row each, and departments named where they have none."""


def write(book: SummaryBook, facts: Facts) -> None:
    """Write the sheet."""
    page = Page(book, NAME, WIDTHS, footer=words.scope(facts.aggregate))
    page.title("HÀNH ĐỘNG KHẮC PHỤC", words.scope(facts.aggregate))
    below = page.row + max(len(facts.actions), 1) + 4
    page.line([(_summary(facts, below), book.format(italic=True))])
    style = book.header(font_size=_SIZE)
    page.line([(label, style) for label in HEADINGS], height=32)
    page.frozen(page.row, columns=2, seen=2)
    for index, own in enumerate(page.fitting(facts.actions), 1):
        page.line(_action(book, facts, index, own))
    if not facts.actions:
        page.line([("Chưa bộ phận nào ghi hành động khắc phục.", book.format(italic=True))])
    _owed(page, facts)
    page.finish(LIST)


def _summary(facts: Facts, below: int) -> str:
    """Return the counts, and in which row the results without an action begin to be listed."""
    still = [a for a in facts.actions if not a.closed]
    late = sum(a.days_overdue > 0 for a in still)
    closed = len(facts.actions) - len(still)
    return (
        f"{len(facts.actions)} hành động: {len(still)} đang mở (trong đó {late} quá hạn), "
        f"{closed} đã đóng; {len(facts.unanswered)} kết quả không đạt chưa có hành động khắc phục"
        f"{f' (từ dòng {below})' if facts.unanswered and len(facts.actions) > _EACH else ''}."
    )


def _action(book: SummaryBook, facts: Facts, index: int, own: OpenAction) -> list[Cell]:
    action, state = own.action, action_state(own)
    text = book.cell(font_size=_SIZE)
    date = book.cell(font_size=_SIZE, num_format=look.DATE, align="center")
    closed = f"đóng ngày {day(action.closed_on)}" if action.closed_on else ""
    found = f"phát hiện ngày {day(action.found_on)}" if action.found_on else ""
    return [
        (float(index), book.figure("0", align="center", font_size=_SIZE)),
        (facts.name(own.department), text),
        (objective_name(facts, action.objective), text),
        (_joined(action.nonconformity, found), text),
        (action.cause or None, text),
        (_joined(action.action, action.owner), text),
        (action.due, date),
        (state.shown, book.coloured(state.colours, font_size=_SIZE)),
        (_joined(action.effectiveness, closed), text),
    ]


def _joined(text: str, beside: str) -> str | None:
    """Return a text with what belongs to it in brackets."""
    return f"{text} ({beside})" if text and beside else text or beside or None


def objective_name(facts: Facts, code: str) -> str:
    """Return an objective's number and name; its code where the register has none such."""
    objective = facts.aggregate.register.by_code.get(code)
    return f"{objective.number} {objective.name}".strip() if objective else code


def _owed(page: Page, facts: Facts) -> None:
    book = page.book
    page.gap(12)
    bold = book.format(bold=True, font_size=12, font_color=f"#{look.HEADER_INK}")
    page.line([("Kết quả không đạt chưa có hành động khắc phục", bold)], height=20)
    if not facts.unanswered:
        text = "Không có: mọi kết quả không đạt đều đã có hành động khắc phục."
        page.line([(text, book.format(italic=True))])
        return
    style = book.header(font_size=_SIZE)
    many = len(facts.unanswered) > _EACH
    page.line([(label, style) for label in (_OWED_BY_OBJECTIVE if many else _OWED)])
    if many:
        _by_objective(page, facts)
        return
    for index, result in enumerate(page.fitting(facts.unanswered), 1):
        page.line(_missed(book, facts, index, result))


def _by_objective(page: Page, facts: Facts) -> None:
    """Write an objective a row where very many results are owed an action, the most first."""
    owed: dict[str, list[Result]] = {}
    for result in facts.unanswered:
        owed.setdefault(result.objective.code, []).append(result)
    book = page.book
    text = book.cell(font_size=_SIZE)
    ordered = sorted(owed.items(), key=lambda item: -len(item[1]))
    for index, (code, rows) in enumerate(page.fitting(ordered), 1):
        who = names(facts, [row.department for row in rows if row.department], _NAMED)
        height = page.span(3, 6, who or None, text)
        page.put(page.row, 7, *table.status(book, rows[0], font_size=_SIZE))
        line: list[Cell] = [
            (float(index), book.figure("0", align="center", font_size=_SIZE)),
            (f"{len(rows)} bộ phận" if who else facts.name(None), text),
            (objective_name(facts, code), text),
        ]
        page.line(line, height=height)


def _missed(book: SummaryBook, facts: Facts, index: int, result: Result) -> list[Cell]:
    text = book.cell(font_size=_SIZE)
    return [
        (float(index), book.figure("0", align="center", font_size=_SIZE)),
        (facts.name(result.department), text),
        (objective_name(facts, result.objective.code), text),
        (say.text(result.why, say.VIETNAMESE) or None, text),
        (result.cause or None, text),
        (result.remedy or None, text),
        (None, text),
        table.status(book, result, font_size=_SIZE),
    ]
