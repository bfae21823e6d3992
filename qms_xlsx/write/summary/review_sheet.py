"""Sheet "Xem xét": one page for the leaders' review (TCVN ISO 9001:2015, 9.3.2)."""

from __future__ import annotations

from typing import TYPE_CHECKING

from qms_xlsx.book import look
from qms_xlsx.domain.status import Status
from qms_xlsx.history.background import Movement
from qms_xlsx.language.symbols import day
from qms_xlsx.say import figures as words
from qms_xlsx.say import movement, sentences
from qms_xlsx.say.report import outcome
from qms_xlsx.say.states import overdue
from qms_xlsx.write.summary import heading, table
from qms_xlsx.write.summary.page import Page

if TYPE_CHECKING:
    from qms_xlsx.say.facts import Facts
    from qms_xlsx.write.summary.book import SummaryBook

NAME = "Xem xét"
COLUMNS = 14
_PIXELS = 68
_LEFT, _RIGHT = (0, 5), (7, 13)
_MOST = 4
"""Lines of a kind before the rest is counted: it stays one page."""
_BLANK_LINES = 3


def write(book: SummaryBook, facts: Facts) -> None:
    """Write the sheet."""
    page = Page(book, NAME, [_PIXELS] * COLUMNS, footer=words.scope(facts.aggregate))
    page.fit(1, 1)
    aggregate = facts.aggregate
    heading.office_heading(page, aggregate.register, _LEFT, _RIGHT)
    page.gap(6)
    title = book.format(bold=True, align="center", font_size=15)
    page.wide("BÁO CÁO ĐẦU VÀO XEM XÉT CỦA LÃNH ĐẠO", title, height=24)
    below = f"{aggregate.period.label} · TCVN ISO 9001:2015, mục 9.3.2 · số liệu đến ngày "
    page.wide(below + day(aggregate.as_of), book.format(italic=True, align="center"))
    page.gap(4)
    _objectives(page, facts)
    for name, lines in (
        ("2. Biến động so với kỳ trước", _movements(facts)),
        ("3. Sự không phù hợp và hành động khắc phục", _actions(facts)),
        ("4. Biện pháp quá hạn trong kế hoạch", _overdue(facts)),
        ("5. Nội dung xin ý kiến lãnh đạo", _requests(facts)),
    ):
        _part(page, name, lines)
    _part(page, "6. Kết luận của lãnh đạo", [])
    for _ in range(_BLANK_LINES):
        page.wide(None, book.format(bottom=1, bottom_color=f"#{look.LINE}"), height=17)
    heading.signatures(page, aggregate.register, (0, 5), (8, 13))
    page.finish()


def _part(page: Page, name: str, lines: list[str]) -> None:
    page.wide(name, page.book.format(bold=True, font_color=f"#{look.HEADER_INK}"), height=16)
    text = page.book.format(text_wrap=True, indent=1)
    for line in lines:
        page.wide(line, text, height=16)


def _objectives(page: Page, facts: Facts) -> None:
    """Write how far the objectives are met: counts by status, and in words."""
    book = page.book
    _part(page, "1. Mức độ đạt mục tiêu chất lượng", [])
    for index, status in enumerate(Status):
        page.span(2 * index, 2 * index + 1, status.shown, book.status(status))
    page.end(19)
    for index, status in enumerate(Status):
        count = float(facts.counts[status])
        page.span(2 * index, 2 * index + 1, count, book.figure("0", align="center", bold=True))
    page.end(19)
    page.gap(4)
    text = book.format(text_wrap=True, indent=1)
    reached = f"{outcome(facts)} {sentences.by_objective(facts)}"
    for line in (reached, sentences.completeness(facts)):
        page.wide(line, text, height=16)


def _movements(facts: Facts) -> list[str]:
    moved = [
        f"{table.ARROWS[way]} {movement.moved(facts, row)}"
        for way in (Movement.WORSE, Movement.LOST, Movement.BETTER)
        for row in facts.moved(way)
    ]
    return [movement.since(facts), *_first(moved)]


def _actions(facts: Facts) -> list[str]:
    still = [a for a in facts.actions if not a.closed]
    late = [a for a in still if a.days_overdue]
    missed = [r for r in facts.indicators if r.status is Status.MISSED]
    numbers = f" ({sentences.numbered(missed)})" if missed else ""
    lines = [
        f"{len(missed)} chỉ tiêu không đạt{numbers}; {len(facts.actions)} hành động khắc phục: "
        f"{len(still)} đang mở, {len(late)} quá hạn, {len(facts.actions) - len(still)} đã đóng; "
        f"{len(facts.unanswered)} kết quả không đạt chưa có hành động."
    ]
    return lines + _first(
        [
            f"{overdue(a.days_overdue)}: {a.action.action or a.action.nonconformity} "
            f"({facts.name(a.department)})"
            for a in late
        ]
    )


def _overdue(facts: Facts) -> list[str]:
    if not facts.overdue:
        return ["Không có biện pháp nào quá hạn."]
    lines = [
        f"{row.measure.number} {row.measure.measure} – "
        f"{facts.name(row.department) if row.department else row.measure.lead}: "
        f"quá hạn {row.progress.days_overdue} ngày."
        for row in facts.overdue
    ]
    return _first(lines)


def _requests(facts: Facts) -> list[str]:
    return [f"– {line}" for line in sentences.requests(facts)] or ["Không có."]


def _first(lines: list[str]) -> list[str]:
    if len(lines) <= _MOST + 1:
        return lines
    return [*lines[:_MOST], f"… và {len(lines) - _MOST} mục khác, xem các trang sau."]
