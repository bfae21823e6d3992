"""Sheet "Ma trận": objective × department as a heat map of marks and figures."""

from __future__ import annotations

from collections import Counter
from typing import TYPE_CHECKING, Any

from qms_xlsx.book import look
from qms_xlsx.domain.status import Status
from qms_xlsx.say import figures as words
from qms_xlsx.write.summary import scorecard
from qms_xlsx.write.summary.metrics import fitted, fitting
from qms_xlsx.write.summary.page import Page

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from qms_xlsx.judge.results import Result
    from qms_xlsx.say.facts import Facts
    from qms_xlsx.write.summary.book import SummaryBook
    from qms_xlsx.write.summary.page import Cell

NAME = "Ma trận"
_NUMBER, _OBJECTIVE, _UNIT, _OWN, _DEPARTMENT, _COUNT = 44, 288, 54, 72, 72, 48
_SIZE, _ROW = look.SIZE - 1, 14.5
_FITTING = 9
"""Departments that one printed page holds readably."""
_ONE_PAGE = 32
"""Rows that may be pressed onto one printed page."""
MOST = 36
"""Departments that the map shows each; of more it shows counts, and the worst."""
_WORST = 8
_COUNTED = (Status.EXCEEDED, Status.MET, Status.AT_RISK, Status.MISSED, Status.NO_DATA)
_CELLS = "Mỗi ô: dấu đánh giá và kết quả lũy kế."
_PARTS = "Số không có dấu là phần đóng góp vào chỉ tiêu chung, không đánh giá riêng."
_MARKS = (
    "○: chưa đến kỳ; ?: chưa có số liệu; –: không áp dụng. "
    "Ô xám: bộ phận không có phần trong chỉ tiêu này."
)
_MANY = (
    "Cơ quan có {n} bộ phận: các cột dấu là số bộ phận theo từng đánh giá; bên phải là {worst} "
    "bộ phận nhiều chỉ tiêu không đạt nhất. Kết quả từng bộ phận ở trang Bộ phận."
)


def write(book: SummaryBook, facts: Facts) -> None:
    """Write the sheet: a column a department, or counts and the worst where they are too many."""
    codes = [d.code for d in facts.aggregate.register.departments]
    many = len(codes) > MOST
    shown = scorecard.worst_first(facts)[:_WORST] if many else codes
    counted = _COUNTED if many else ()
    widths = [_COUNT] * len(counted) + [_DEPARTMENT] * len(shown)
    columns = [_NUMBER, _OBJECTIVE, _UNIT, _OWN, *widths]
    page = Page(book, NAME, columns, footer=words.scope(facts.aggregate))
    page.title("MA TRẬN MỤC TIÊU VÀ BỘ PHẬN", words.scope(facts.aggregate))
    parts = any(r.status is None and r.actual is not None for r in facts.aggregate.results)
    notes = [_CELLS, _PARTS if parts else "", _MARKS]
    notes.append(_MANY.format(n=len(codes), worst=len(shown)) if many else "")
    _say(page, " ".join(filter(None, notes)))
    _header(page, facts, counted, shown)
    page.frozen(page.row, columns=4)
    short = len(facts.organisation) <= _ONE_PAGE
    page.fit(-(-len(shown) // _FITTING) or 1, int(short))
    rows = _Rows(page, facts, counted, shown)
    for objective in facts.aggregate.register.objectives:
        own = facts.organisation.get(objective.code)
        if own is not None:
            rows.write(own)
    page.finish()


def _say(page: Page, text: str) -> None:
    """Write a note over the columns that stay in sight, or the whole of a narrow sheet."""
    style = page.book.format(italic=True, font_size=_SIZE, text_wrap=True)
    last = min(len(page.widths) - 1, 11)
    page.end(page.span(0, last, text, style))


def _header(
    page: Page, facts: Facts, counted: Sequence[Status], departments: Sequence[str]
) -> None:
    style = page.book.header(font_size=_SIZE)
    labels = ("TT", "Mục tiêu chất lượng", "ĐVT", "Toàn cơ quan")
    cells: list[Cell] = [(text, style) for text in labels]
    cells += [(s.mark, page.book.status(s)) for s in counted]
    room = 2 * _DEPARTMENT
    names = scorecard.called(facts, departments) if counted else {}
    known = (names.get(code) or facts.called(code) for code in departments)
    cells += [(fitting(own, room, _SIZE), style) for own in known]
    page.line(cells, height=30)


class _Rows:
    """Writes the map's rows with what all of them need at hand."""

    def __init__(
        self, page: Page, facts: Facts, counted: Sequence[Status], departments: Sequence[str]
    ) -> None:
        self.page, self.facts = page, facts
        self.counted, self.departments = counted, departments
        self.rows: dict[str, dict[str, Result]] = {}
        for result in facts.aggregate.results:
            if result.department is not None:
                self.rows.setdefault(result.objective.code, {})[result.department] = result

    def write(self, own: Result) -> None:
        """Write one objective: what all reach together, then each department."""
        book, register = self.page.book, self.facts.aggregate.register
        parent = own.objective.code in register.children
        shade: dict[str, Any] = {"bg_color": f"#{look.SECTION_FILL}"} if parent else {}
        plain = book.cell(font_size=_SIZE, bold=parent, **shade)
        middle = book.cell(font_size=_SIZE, align="center", bold=parent, **shade)
        others = self.rows.get(own.objective.code, {})
        tally = Counter(r.status for r in others.values())
        count = book.figure("0;;", font_size=_SIZE, align="center", **shade)
        cells: list[Cell] = [
            (own.objective.number or None, middle),
            (fitted(own.objective.name, _OBJECTIVE, _SIZE, bold=parent), plain),
            (fitted(words.unit_shown(own), _UNIT, _SIZE) or None, middle),
            _cell(book, own),
        ]
        cells += [(float(tally[status]), count) for status in self.counted]
        cells += self._departments(own, others, plain if parent else None)
        self.page.line(cells, height=_ROW)

    def _departments(self, own: Result, others: Mapping[str, Result], section: Any) -> list[Cell]:
        """Return a cell a department; an owner of whom nothing is expected yet is ○."""
        book = self.page.book
        owners = self.facts.aggregate.register.owners.get(own.objective.code, ())
        off = section or book.cell(bg_color=f"#{look.OFF_FILL}")
        waiting = Status.NOT_DUE.mark, book.cell(align="center", font_size=_SIZE)
        return [
            _cell(book, others[code])
            if code in others
            else (waiting if code in owners else (None, off))
            for code in self.departments
        ]


def _cell(book: SummaryBook, result: Result) -> Cell:
    """Return a mark with its figure; the mark alone where there is none."""
    figure = words.compared_figure(result)
    shown = "" if figure is None else words.figure(figure, against=words.nearest(result))
    own: dict[str, Any] = {"font_size": _SIZE, "text_wrap": False, "shrink": True}
    if result.status is None:
        return shown or None, book.cell(align="center", **own)
    return f"{result.status.mark} {shown}".strip(), book.status(result.status, **own)
