"""Sheet "Bộ phận": a scorecard a department, and below it each department's own rows."""

from __future__ import annotations

from collections import Counter
from typing import TYPE_CHECKING

from qms_xlsx import say
from qms_xlsx.book import look
from qms_xlsx.domain.progress import Derived
from qms_xlsx.domain.status import Status
from qms_xlsx.language.symbols import day
from qms_xlsx.say import figures as words
from qms_xlsx.say.states import LATE, MISSING, ON_TIME, REFUSED
from qms_xlsx.write.summary import table
from qms_xlsx.write.summary.page import Page
from qms_xlsx.write.summary.states import STATES, StateLook

if TYPE_CHECKING:
    from qms_xlsx.domain.department import Department
    from qms_xlsx.judge.results import MeasureResult, Result
    from qms_xlsx.write.summary.book import SummaryBook
    from qms_xlsx.write.summary.facts import Facts
    from qms_xlsx.write.summary.page import Cell

NAME = "Bộ phận"
WIDTHS = (42, 222, 68, 68, 68, 72, 72, 72, 100, 126, 130, 150, 170)
_SCORE_HEADINGS = ("Báo cáo của kỳ", "Ô đến hạn đã có số", "Biện pháp chủ trì", "Khắc phục đang mở")
_DETAIL_HEADINGS = (
    "Mức của kỳ",
    "Trong kỳ",
    "Lũy kế",
    "Tử số / mẫu số",
    "Tỷ lệ hoàn thành (%)",
    "So với năm (%)",
    "Đánh giá",
    "Độ đầy đủ",
    "Nguyên nhân",
    "Biện pháp khắc phục",
    "Vì sao đánh giá như vậy",
)
_ATTAINMENT = 6
_TITLE_ROWS = 2
_GREEN, _RED, _AMBER, _GREY = (
    look.STATUS_COLOURS[s] for s in (Status.MET, Status.MISSED, Status.AT_RISK, Status.NO_DATA)
)


def write(book: SummaryBook, facts: Facts) -> None:
    """Write the sheet."""
    page = Page(book, NAME, WIDTHS, footer=words.scope(facts.aggregate))
    page.title("KẾT QUẢ THEO BỘ PHẬN", words.scope(facts.aggregate))
    page.gap()
    _score_header(page)
    page.sheet.freeze_panes(_TITLE_ROWS, 2)
    page.sheet.repeat_rows(0, _TITLE_ROWS - 1)
    led: dict[str, list[MeasureResult]] = {}
    for row in facts.led:
        led.setdefault(row.department or "", []).append(row)
    for department in facts.aggregate.register.departments:
        page.line(_score(book, facts, department, led.get(department.code, [])), height=32)
    page.gap(18)
    page.line([("KẾT QUẢ TỪNG CHỈ TIÊU CỦA CÁC BỘ PHẬN", book.format(bold=True, font_size=13))])
    _detail(page, facts)
    page.finish()


def _score_header(page: Page) -> None:
    """Write the scorecard's labels: the statuses stand in their own colours."""
    style = page.book.header()
    cells: list[Cell] = [("TT", style), ("Bộ phận", style)]
    cells += [(status.shown, page.book.status(status)) for status in Status]
    cells += [(text, style) for text in _SCORE_HEADINGS]
    page.line(cells, height=34)


def _score(
    book: SummaryBook, facts: Facts, department: Department, led: list[MeasureResult]
) -> list[Cell]:
    rows = facts.by_department[department.code]
    tally = Counter(r.status for r in rows if r.status)
    count = book.figure("0;;", align="center")
    index = facts.aggregate.register.departments.index(department) + 1
    return [
        (float(index), book.figure("0", align="center")),
        (department.name, book.cell(bold=True)),
        *((float(tally[status]), count) for status in Status),
        _reported(book, facts, department.code),
        (_filled(facts, department.code, rows), book.cell(align="center")),
        (_measures(led), book.cell(font_size=look.SIZE - 1)),
        (_open_actions(facts, department.code), book.cell(font_size=look.SIZE - 1)),
    ]


def reported(facts: Facts, department: str) -> StateLook:
    """Return how a department stands with the period's report."""
    reporting = facts.aggregate.reporting
    if department not in reporting.expected:
        return StateLook("–", "Không phải nộp", look.STATUS_COLOURS[Status.NOT_APPLICABLE])
    if department in reporting.waiting:
        return StateLook("✖", "Đã nhận, chưa tính", _RED)
    if department not in reporting.received:
        word = REFUSED if department in reporting.rejected else MISSING
        return StateLook("✖", word, _RED)
    if reporting.on_time is None:
        return StateLook("✔", "Đã nộp", _GREEN)
    if department in reporting.on_time:
        return StateLook("✔", ON_TIME, _GREEN)
    return StateLook("◆", LATE, _AMBER)


def _reported(book: SummaryBook, facts: Facts, department: str) -> Cell:
    state = reported(facts, department)
    submission = facts.submissions.get(department)
    if submission is None or submission.dated is None:
        return state.shown, book.coloured(state.colours)
    kind = "" if submission.report_date else " (theo tệp)"
    return f"{state.shown}\n{day(submission.dated)}{kind}", book.coloured(state.colours)


def _filled(facts: Facts, department: str, rows: tuple[Result, ...]) -> str | None:
    pairs = [r.coverage.slots for r in rows if r.coverage.slots]
    filled, expected = sum(p[0] for p in pairs), sum(p[1] for p in pairs)
    if not expected:
        return None
    submission = facts.submissions.get(department)
    rejected = submission.cells.rejected if submission else 0
    return f"{filled}/{expected}" + (f"\n({rejected} ô bị loại)" if rejected else "")


def _measures(led: list[MeasureResult]) -> str | None:
    tally = Counter(row.derived for row in led)
    done = tally[Derived.DONE_ON_TIME] + tally[Derived.DONE_LATE]
    late, soon = tally[Derived.OVERDUE], tally[Derived.DUE_SOON]
    counts = (
        (f"✔ Xong {done}", done),
        (f"{STATES[Derived.OVERDUE].shown} {late}", late),
        (f"{STATES[Derived.DUE_SOON].shown} {soon}", soon),
        (f"○ Còn lại {len(led) - done - late - soon}", len(led) - done - late - soon),
    )
    return "\n".join(text for text, count in counts if count) or None


def _open_actions(facts: Facts, department: str) -> str | None:
    own = [a for a in facts.actions if a.department == department and not a.closed]
    overdue = sum(a.days_overdue > 0 for a in own)
    owed = sum(r.department == department for r in facts.unanswered)
    parts = [f"○ Đang mở {len(own)}"] if own else []
    parts += [f"✖ Quá hạn {overdue}"] if overdue else []
    parts += [f"◆ Chưa có hành động: {owed} chỉ tiêu không đạt"] if owed else []
    return "\n".join(parts) or None


def _detail(page: Page, facts: Facts) -> None:
    """Write a block a department: a heading row with its name, then its indicators."""
    label = page.book.header(font_size=look.SIZE - 1)
    name = page.book.header(align="left", text_wrap=True)
    block, first = _Block(page), page.row
    for department in facts.aggregate.register.departments:
        rows = facts.by_department[department.code]
        if not rows:
            continue
        top: list[Cell] = [("TT", label), (department.name, name)]
        page.line(top + [(text, label) for text in _DETAIL_HEADINGS], height=20)
        for result in rows:
            block.write(result)
    if page.row > first:
        table.bars(page, _ATTAINMENT, first, page.row - 1)
        table.grid(page, (first, 0, page.row - 1, len(WIDTHS) - 1))


class _Block:
    """Writes indicator rows with formats fetched once; empty cells are not written."""

    def __init__(self, page: Page) -> None:
        self.page, book = page, page.book
        self.text, self.middle = book.cell(border=0), book.cell(border=0, align="center")
        self.small = book.cell(border=0, font_size=look.SIZE - 1)
        self.light = book.cell(border=0, font_size=look.SIZE - 1, align="center")
        self.status = {status: book.status(status, border=0) for status in Status}
        self.percent = book.figure(look.PERCENT_ONE, border=0, align="center")
        # LibreOffice draws one conditional format a cell, and here that is the data bar.
        self.bar = book.figure(look.PERCENT_ONE, align="center")

    def write(self, result: Result) -> None:
        """Write one indicator of one department."""
        book, objective, status = self.page.book, result.objective, result.status
        unit, limit = words.unit_of(result), result.period_target
        cells: tuple[Cell, ...] = (
            (objective.number, self.middle),
            (words.named(result), self.text),
            table.target(book, result, border=0),
            table.figure(book, result.in_period, unit, border=0),
            table.figure(book, result.actual, unit, against=limit, border=0),
            (words.fraction(result), self.middle),
            (None, self.bar),
            (result.percent_of_year, self.percent),
            (status.shown, self.status[status]) if status else (None, self.text),
            (words.completeness(result), self.light),
            (result.cause, self.small),
            (result.remedy, self.small),
            (say.text(result.why, say.VIETNAMESE), self.small),
        )
        self.page.put(self.page.row, _ATTAINMENT, result.attainment, self.bar)
        self.page.filled(cells)
