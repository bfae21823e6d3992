"""Sheet "Bộ phận": a scorecard a department, and below it each department's own block."""

from __future__ import annotations

from collections import Counter
from typing import TYPE_CHECKING, Any

from qms_xlsx import say
from qms_xlsx.book import look
from qms_xlsx.domain.progress import Derived
from qms_xlsx.domain.status import Status
from qms_xlsx.language.numbers import show
from qms_xlsx.say import figures as words
from qms_xlsx.say import sentences
from qms_xlsx.say.counting import sentence
from qms_xlsx.write.summary import scorecard, table
from qms_xlsx.write.summary.page import Page

if TYPE_CHECKING:
    from collections.abc import Iterable

    from qms_xlsx.judge.results import MeasureResult, Result
    from qms_xlsx.say.facts import Facts
    from qms_xlsx.write.summary.book import SummaryBook
    from qms_xlsx.write.summary.page import Cell

NAME = "Bộ phận"
WIDTHS = (56, 378, 50, 70, 72, 88, 146, 196)
_PERIOD, _PLACE = 76, 4
"""Pixels and place of the figures in the period, where they differ from those to date."""
_SHOWN = {
    "✔▲ Đạt": (Status.MET, Status.EXCEEDED),
    "◆ Có nguy cơ": (Status.AT_RISK,),
    "✖ Không đạt": (Status.MISSED,),
    "? Chưa có số": (Status.NO_DATA,),
}
"""The statuses that a scorecard counts, by their label; those of what is met together."""
_LABELS = ("ĐVT", "Mức của kỳ", "Lũy kế", "Tử số / mẫu số", "Đánh giá", "Độ đầy đủ")
_SIZE = look.SIZE - 1
MANY = 40
"""Departments beyond which the worst come first instead of the register's order."""
MOST = 100
"""Departments whose rows the sheet shows; of more those that come first."""
_ONLY = (
    "Dưới đây là kết quả từng chỉ tiêu của {shown} bộ phận đứng đầu bảng trên, trong {all} bộ phận."
)
_BELOW = "Kết quả từng chỉ tiêu của {shown} bộ phận đứng đầu: từ dòng {row}."
_IN_DATA = "Của tất cả xem ở trang Dữ liệu (lọc theo cột Bộ phận)."


def write(book: SummaryBook, facts: Facts) -> None:
    """Write the sheet."""
    beside = facts.aggregate.period.slot.months[0] > 1
    page = Page(book, NAME, _widths(beside=beside), footer=words.scope(facts.aggregate))
    page.title("KẾT QUẢ THEO BỘ PHẬN", words.scope(facts.aggregate))
    block = _Block(page, facts, beside=beside)
    codes = _order(facts)
    many = len(codes) > MOST
    blocks = _BELOW.format(shown=MOST, row=page.row + len(codes) + 5)
    below = blocks if many and not facts.silent else ""
    page.line([(f"{block.note} {below}".strip(), book.format(italic=True))])
    first = page.row
    _scores(page, facts, codes, beside=beside)
    page.gap(10)
    _blocks(page, facts, block, codes)
    page.finish(first + 1 + MOST if many else None)


def _scores(page: Page, facts: Facts, codes: list[str], *, beside: bool) -> None:
    """Write the scorecard: a line a department."""
    book, first = page.book, page.row
    _score_header(page, beside=beside)
    page.sheet.freeze_panes(page.row, 2)
    if len(codes) > MOST:
        page.repeated(first, page.row)
    page.grows()
    led: dict[str, list[MeasureResult]] = {}
    for row in facts.led:
        led.setdefault(row.department or "", []).append(row)
    for code in page.fitting(codes):
        cells = _score(book, facts, code, led.get(code, []))
        page.line(_beside(book, cells) if beside else cells, height=17)
    page.sheet.autofilter(first, 0, max(page.row - 1, first + 1), len(page.widths) - 1)


def _blocks(page: Page, facts: Facts, block: _Block, codes: list[str]) -> None:
    """Write the departments' blocks, of very many the first ones'."""
    if facts.silent:
        said = "Chưa bộ phận nào nộp báo cáo của kỳ, nên chưa có kết quả của từng chỉ tiêu."
        page.line([(said, page.book.format(italic=True))])
        return
    if len(codes) > MOST:
        only = _ONLY.format(shown=MOST, all=show(float(len(codes))))
        where = _IN_DATA if facts.listed else sentences.every_figure(facts)
        page.wide(f"{only} {where}", page.book.format(text_wrap=True))
    for code in page.fitting(codes[:MOST]):
        if facts.by_department.get(code):
            top = page.row
            block.write(code)
            page.together(top)


def _widths(*, beside: bool) -> tuple[int, ...]:
    """Return the columns' widths, with one for the period's own figures beside those to date."""
    if not beside:
        return WIDTHS
    number, name, *rest = WIDTHS
    return (number, name - _PERIOD, *rest[:2], _PERIOD, *rest[2:])


def _beside(book: SummaryBook, cells: list[Cell], period: Cell | None = None) -> list[Cell]:
    """Return a row's cells with that of the period's own figure, or an empty one, among them."""
    own = period or (None, book.cell())
    return [*cells[:_PLACE], own, *cells[_PLACE:]]


def _order(facts: Facts) -> list[str]:
    codes = [d.code for d in facts.aggregate.register.departments]
    if len(codes) <= MANY:
        return codes
    worst = scorecard.worst_first(facts)
    known = set(worst)
    return worst + [code for code in codes if code not in known]


def _score_header(page: Page, *, beside: bool) -> None:
    """Write the scorecard's labels: the statuses stand in their own colours."""
    style = page.book.header(font_size=_SIZE)
    cells: list[Cell] = [("Mã", style), ("Bộ phận", style)]
    for label, statuses in _SHOWN.items():
        cells.append((label, page.book.status(statuses[0], font_size=_SIZE)))
    cells += [("Báo cáo của kỳ", style), ("Biện pháp, khắc phục", style)]
    page.line(_beside(page.book, cells, (None, style)) if beside else cells)


def _score(book: SummaryBook, facts: Facts, code: str, led: list[MeasureResult]) -> list[Cell]:
    tally = facts.tallies.get(code, Counter())
    count = book.figure("0;;", align="center", font_size=_SIZE)
    state = scorecard.reported(facts, code)
    text = book.cell(font_size=_SIZE, indent=1)
    return [
        (code, book.cell(font_size=_SIZE, text_wrap=False, shrink=True)),
        (facts.name(code), book.cell(bold=True, font_size=_SIZE)),
        *((float(sum(tally[status] for status in own)), count) for own in _SHOWN.values()),
        (state.shown + _dated(facts, code), book.coloured(state.colours, font_size=_SIZE)),
        (_owed(facts, code, led) or None, text),
    ]


def _dated(facts: Facts, code: str) -> str:
    submission = facts.submissions.get(code)
    if submission is None or submission.dated is None:
        return ""
    kind = "" if submission.report_date else " (theo tệp)"
    return f" {submission.dated:%d/%m}{kind}"


def _owed(facts: Facts, code: str, led: list[MeasureResult]) -> str:
    """Return how a department stands with its measures and its corrective actions."""
    tally = Counter(row.derived for row in led)
    done = tally[Derived.DONE_ON_TIME] + tally[Derived.DONE_LATE]
    own = facts.open_actions[code]
    counts = (
        (f"xong {done}/{len(led)} biện pháp", len(led)),
        (f"✖ {tally[Derived.OVERDUE]} quá hạn", tally[Derived.OVERDUE]),
        (f"{own} khắc phục đang mở", own),
        (f"◆ {(owed := facts.owed_actions[code])} chưa có khắc phục", owed),
    )
    return "; ".join(text for text, count in counts if count)


class _Block:
    """Writes a department's block with formats fetched once."""

    def __init__(self, page: Page, facts: Facts, *, beside: bool) -> None:
        self.page, self.facts, self.beside, book = page, facts, beside, page.book
        self.label = book.header(font_size=_SIZE)
        self.name = book.header(font_size=_SIZE, align="left", text_wrap=True)
        self.text = book.cell(font_size=_SIZE)
        self.middle = book.cell(font_size=_SIZE, align="center")
        self.told = book.cell(font_size=_SIZE, italic=True, indent=1)
        self.status = {status: book.status(status, font_size=_SIZE) for status in Status}
        known = [r for r in facts.aggregate.results if r.department and r.actual is not None]
        self.starred = not (len(known) > 1 and all(r.provisional for r in known))

    @property
    def note(self) -> str:
        """What holds for all the blocks, said once."""
        mark = "* là số tạm tính." if self.starred else "Mọi số liệu dưới đây là số tạm tính."
        return f"{mark} Độ đầy đủ: số kỳ đã có số / phải có."

    def write(self, code: str) -> None:
        """Write a heading with the department's name, then its indicators."""
        page, rows = self.page, self.facts.by_department[code]
        name = f"{self.facts.name(code)} – {scorecard.reported(self.facts, code).shown.lower()}"
        cells: list[Cell] = [("TT", self.label), (name, self.name)]
        cells += [(label, self.label) for label in _LABELS]
        own = ("Trong kỳ", self.label)
        page.line(_beside(page.book, cells, own) if self.beside else cells)
        if code not in self.facts.submissions:
            numbers = sentences.numbered(rows, 30)
            self._say(f"Chưa có số liệu của {len(rows)} chỉ tiêu: {numbers}.")
            return
        for result in rows:
            if not _waits(result):
                self._row(result)
        self._fold(rows)

    def _row(self, result: Result) -> None:
        """Write one indicator of the department, and why it falls short."""
        book, status, middle = self.page.book, result.status, self.middle
        small: dict[str, Any] = {"font_size": _SIZE}
        star = "*" if self.starred and result.provisional else ""
        cells: list[Cell] = [
            (result.objective.number or None, middle),
            (result.objective.name + words.compared(result), self.text),
            (words.unit_shown(result) or None, middle),
            table.level(book, result, result.period_target, result.period_upper, **small),
            table.reached(book, result, star, **small),
            (words.fraction(result) or None, middle),
            (status.shown, self.status[status]) if status else ("phần đóng góp", middle),
            (words.completeness(result, mark=bool(star)) or None, middle),
        ]
        if self.beside:
            cells = _beside(book, cells, table.figure(book, result.in_period, **small))
        self.page.line(cells, height=16.5)
        if status in (Status.AT_RISK, Status.MISSED):
            self._say(_reason(result), first=1)

    def _fold(self, rows: Iterable[Result]) -> None:
        """Write what is not due yet in one line."""
        waiting = [r for r in rows if _waits(r)]
        if waiting:
            self._say(f"{Status.NOT_DUE.shown}: {sentences.numbered(waiting, 30)}.")

    def _say(self, text: str, *, first: int = 0) -> None:
        if first:
            self.page.put(self.page.row, 0, None, self.text)
        last = len(self.page.widths) - 1
        self.page.end(max(16.5, self.page.span(first, last, text, self.told)))


def _waits(result: Result) -> bool:
    return result.status is Status.NOT_DUE and result.actual is None


def _reason(result: Result) -> str:
    """Return cause and remedy as the department states them; without a cause, the verdict's own."""
    parts = [
        f"Nguyên nhân: {result.cause}" if result.cause else say.text(result.why, say.VIETNAMESE),
        *([] if result.cause else ["Chưa nêu nguyên nhân"]),
        f"Biện pháp: {result.remedy}" if result.remedy else "Chưa nêu biện pháp",
        *([sentence(sentences.LOST)] if result.cause and words.lost(result) else []),
    ]
    return f"↳ {sentences.one_after_another(parts)}"
