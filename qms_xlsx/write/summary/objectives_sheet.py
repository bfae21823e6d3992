"""Sheet "Mục tiêu": the report on the year's quality objectives, printable as it is."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from qms_xlsx.book import look
from qms_xlsx.domain.status import Status
from qms_xlsx.language.numbers import show
from qms_xlsx.say import figures as words
from qms_xlsx.say import movement, sentences
from qms_xlsx.say.counting import sentence
from qms_xlsx.say.names import one_line
from qms_xlsx.say.periods import day_in_words, in_words
from qms_xlsx.write.summary import bullets, heading, table
from qms_xlsx.write.summary.page import Page

if TYPE_CHECKING:
    from qms_xlsx.domain.indicator import Objective
    from qms_xlsx.domain.register import Register
    from qms_xlsx.judge.results import Result
    from qms_xlsx.say.facts import Facts
    from qms_xlsx.write.summary.book import SummaryBook
    from qms_xlsx.write.summary.data_rows import Data
    from qms_xlsx.write.summary.page import Cell

NAME = "Mục tiêu"
TITLE = "BÁO CÁO KẾT QUẢ THỰC HIỆN MỤC TIÊU CHẤT LƯỢNG"
WIDTHS = (38, 276, 50, 62, 64, 68, 63, 21, 74, 54, 114, 162)
HEADINGS = (
    "TT",
    "Mục tiêu chất lượng",
    "ĐVT",
    "Mức năm",
    "Mức của kỳ",
    "Thực hiện",
    "So với mức của kỳ",
    "",
    "Diễn biến",
    "",
    "Đánh giá",
)
_BULLET, SPARK, BEFORE = 6, 8, 9
_READ = 900
"""Letters of all departments' causes, or remedies, that are told below a row."""
_LAST = len(WIDTHS) - 1
_LEFT, _RIGHT = (0, 3), (6, _LAST)


class Voice:
    """What the sheet says of who reports a row, and of why it falls short."""

    reporters = "Bộ phận"
    hidden: tuple[int, ...] = ()
    """Columns of which nothing is known."""

    def reported_by(self, result: Result) -> str:
        """Return who reports a row."""
        return "; ".join(map(one_line, result.objective.departments))

    def reasons(self, result: Result) -> list[str]:
        """Return why a row falls short, and what is done about it."""
        return [
            f"Nguyên nhân: {_some(result.cause) or 'chưa nêu'}",
            f"Biện pháp: {_some(result.remedy) or 'chưa nêu'}",
        ]


_DEPARTMENTS = Voice()


def _some(texts: str) -> str:
    """Return what departments say of a row, no more of it than somebody reads there."""
    if len(texts) <= _READ:
        return texts
    words, _, word = texts[:_READ].rpartition(" ")
    return f"{words or word}… (còn nữa, xem biểu mẫu của bộ phận)"


def write(book: SummaryBook, facts: Facts, data: Data, voice: Voice = _DEPARTMENTS) -> None:
    """Write the sheet."""
    page = Page(book, NAME, WIDTHS, footer=words.scope(facts.aggregate))
    _head(page, facts)
    _notes(page, facts, linked=bool(data.places))
    _header(page, facts, voice)
    page.hide(voice.hidden)
    rows = bullets.Bullets(page, _BULLET)
    starred = not _all_provisional(facts)
    top = page.row
    for result in facts.organisation.values():
        rows.note(result)
        bullets.sparkline(page, SPARK, data, result)
        top = page.row
        cells = _cells(book, facts, data, result, starred=starred)
        page.line([*cells, (voice.reported_by(result) or None, book.cell(**_own(facts, result)))])
        _explanation(page, facts, result, voice)
        page.together(top)
    rows.draw()
    heading.signatures(page, facts.aggregate.register, (0, 3), (8, _LAST))
    page.together(top)  # no page holds the signatures alone
    page.finish()


def _head(page: Page, facts: Facts) -> None:
    aggregate, book = facts.aggregate, page.book
    register = aggregate.register
    heading.office_heading(page, register, _LEFT, _RIGHT)
    heading.dateline(page, register, _LEFT, _RIGHT, left=_report_number(register))
    title = f"{TITLE} {in_words(aggregate.period).upper()}"
    bold = book.format(bold=True, align="center", font_size=15, text_wrap=True)
    page.wide(title, bold, height=24)
    parts = [f"số liệu đến {day_in_words(aggregate.as_of)}"]
    if register.decision_number:
        day = f" {day_in_words(register.decision_date)}" if register.decision_date else ""
        parts.insert(0, f"Mục tiêu ban hành kèm theo Quyết định số {register.decision_number}{day}")
    page.wide(f"({' · '.join(parts)})", book.format(italic=True, align="center"))


def _report_number(register: Register) -> str:
    """Return the line for the report's number, its ending taken from the decision's."""
    _, _, ending = register.decision_number.partition("-")
    return f"Số:          /BC{'-' if ending else ''}{ending}"


def _all_provisional(facts: Facts) -> bool:
    """Whether every figure is provisional, so that it is said once and marks would say nothing."""
    known = [r for r in facts.indicators if r.actual is not None]
    return len(known) > 1 and all(r.provisional for r in known)


def _notes(page: Page, facts: Facts, *, linked: bool) -> None:
    """Say above the table what holds for all of it."""
    small = page.book.format(italic=True, text_wrap=True, font_size=look.SIZE)
    if facts.silent:
        page.wide("Chưa bộ phận nào nộp báo cáo của kỳ: bảng chưa có số liệu thực hiện.", small)
        return
    mark = ""
    if _all_provisional(facts):
        mark = "Mọi số thực hiện dưới đây đều là số tạm tính. "
    elif facts.provisional:
        mark = "Dấu * là số tạm tính (còn thiếu số liệu, số ước hoặc cách hiểu chưa xác nhận). "
    caution = show(facts.aggregate.register.caution)
    page.wide(
        f"{mark}Thực hiện là số lũy kế từ đầu năm; vạch đậm là 100 % mức của kỳ; ◆: từ "
        f"{caution} % mức của kỳ{'; số gạch chân dẫn đến số liệu gốc' if linked else ''}.",
        small,
    )


def _header(page: Page, facts: Facts, voice: Voice) -> None:
    before = facts.background.before
    labels = [*HEADINGS, voice.reporters]
    labels[BEFORE] = movement.when(before).capitalize() if before else "Lần trước"
    style = page.book.header()
    for column, label in enumerate(labels):
        if column not in (_BULLET, _BULLET + 1):
            page.put(page.row, column, label, style)
    page.span(_BULLET, _BULLET + 1, labels[_BULLET], style)
    page.end(30)
    page.frozen(page.row, columns=2, seen=2)
    page.sheet.autofilter(page.row - 1, 0, page.row - 1, _LAST)


def _own(facts: Facts, result: Result) -> dict[str, Any]:
    """Return what the cells of a row have in common: those of a heading are shaded."""
    parent = result.objective.code in facts.aggregate.register.children
    return {"bold": True, "bg_color": f"#{look.SECTION_FILL}"} if parent else {}


def _cells(
    book: SummaryBook, facts: Facts, data: Data, result: Result, *, starred: bool
) -> list[Cell]:
    objective, register = result.objective, facts.aggregate.register
    own = _own(facts, result)
    middle = book.cell(align="center", **own)
    name = book.cell(indent=_depth(register, objective), **own)
    star = "*" if starred and result.provisional else ""
    bar, beyond = bullets.cells(book, result, own)
    return [
        _number(book, data, objective, own),
        (objective.name + words.compared(result), name),
        (words.unit_shown(result) or None, middle),
        table.level(book, result, result.year_target, result.year_upper, **own),
        table.level(book, result, result.period_target, result.period_upper, **own),
        table.reached(book, result, star, indent=1, **own),
        bar,
        beyond,
        (None, book.cell(**own)),
        (_moved(facts, result) or None, middle),
        table.status(book, result),
    ]


def _moved(facts: Facts, result: Result) -> str:
    """Return the mark of the run before and which way the status went since."""
    row = facts.background.row_before(result)
    if row is None or row.status is None:
        return ""
    way = facts.background.movement(result)
    return f"{row.status.mark} {table.ARROWS[way] if way else ''}".strip()


def _explanation(page: Page, facts: Facts, result: Result, voice: Voice) -> None:
    """Write cause, remedy and pace beneath what is at risk or missed; nothing elsewhere."""
    children = facts.aggregate.register.children
    if result.status not in (Status.AT_RISK, Status.MISSED) or result.objective.code in children:
        return
    pace = facts.background.pace(facts.aggregate, result)
    parts = [
        *voice.reasons(result),
        *([sentence(sentences.LOST)] if words.lost(result) else []),
        *([f"Nhịp độ: {movement.pace(pace, result)}"] if pace else []),
    ]
    style = page.book.cell(italic=True, indent=1)
    page.put(page.row, 0, None, page.book.cell())
    text = f"↳ {sentences.one_after_another(parts)}"
    page.end(page.span(1, _LAST, text, style))


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
