"""Sheet "Kế hoạch": where each measure stands, overdue first, each with its last good day."""

from __future__ import annotations

from textwrap import shorten
from typing import TYPE_CHECKING

from qms_xlsx.book import look
from qms_xlsx.domain.progress import Derived
from qms_xlsx.judge.measures import WORST_FIRST
from qms_xlsx.language.symbols import day
from qms_xlsx.say import figures as words
from qms_xlsx.say.names import one_line
from qms_xlsx.write.summary.page import Page
from qms_xlsx.write.summary.states import STATES

if TYPE_CHECKING:
    from datetime import date

    from qms_xlsx.domain.measure import Measure
    from qms_xlsx.domain.submission import ProgressEntry
    from qms_xlsx.judge.results import MeasureResult
    from qms_xlsx.say.facts import Facts
    from qms_xlsx.write.summary.book import SummaryBook
    from qms_xlsx.write.summary.page import Cell

NAME = "Kế hoạch"
WIDTHS = (76, 358, 122, 134, 74, 138, 154)
HEADINGS = (
    "TT (MT)",
    "Biện pháp thực hiện MTCL",
    "Chủ trì",
    "Thời gian thực hiện",
    "Ngày cuối đúng hạn",
    "Tình trạng",
    "Minh chứng",
)
_SIZE = look.SIZE - 1
_URGENT = (Derived.OVERDUE, Derived.DUE_SOON)
_WHEN, _WANTED = 40, 40
"""Characters of a deadline's words, and of the evidence that is still wanted."""


def write(book: SummaryBook, facts: Facts) -> None:
    """Write the sheet."""
    page = Page(book, NAME, WIDTHS, footer=words.scope(facts.aggregate))
    page.title("KẾ HOẠCH THỰC HIỆN MỤC TIÊU CHẤT LƯỢNG", words.scope(facts.aggregate))
    page.line([(_summary(facts), book.format(italic=True))])
    style = book.header(font_size=_SIZE)
    page.line([(label, style) for label in HEADINGS], height=29)
    page.frozen(page.row, columns=2, seen=1)
    first = page.row - 1
    for rows in _measures(facts):
        top = page.row
        page.line(_measure(book, facts, rows))
        for group in _urgent(rows):
            page.line(_departments(book, facts, group))
        page.together(top)
    page.sheet.autofilter(first, 0, max(page.row - 1, first + 1), len(WIDTHS) - 1)
    page.finish()


def _measures(facts: Facts) -> list[list[MeasureResult]]:
    """Return each measure's rows, its own first; overdue measures first, the longest before."""
    own: dict[str, list[MeasureResult]] = {}
    for row in facts.by_lead:
        own.setdefault(row.measure.number, []).append(row)

    def place(rows: list[MeasureResult]) -> tuple[int, int]:
        state = rows[0].derived
        late = rows[0].progress.days_overdue or 0
        return WORST_FIRST.index(state), -late if state is Derived.OVERDUE else 0

    return sorted(own.values(), key=place)


def _by_state(rows: list[MeasureResult]) -> list[list[MeasureResult]]:
    """Return a group's departments, those together that stand alike."""
    alike: dict[tuple[Derived, int | None], list[MeasureResult]] = {}
    for row in rows:
        alike.setdefault((row.derived, row.progress.days_overdue), []).append(row)
    return sorted(alike.values(), key=lambda group: WORST_FIRST.index(group[0].derived))


def _urgent(rows: list[MeasureResult]) -> list[list[MeasureResult]]:
    """Return the groups to be told apart: where some are late or soon due, and others are not."""
    groups = _by_state(rows[1:])
    return groups if len(groups) > 1 and rows[0].derived in _URGENT else []


def _summary(facts: Facts) -> str:
    overdue = len({r.measure.number for r in facts.overdue})
    total = len(facts.aggregate.register.measures)
    return (
        f"{total} biện pháp, {overdue} biện pháp quá hạn (xếp trước). Dòng lùi vào: các bộ phận "
        "cùng chủ trì nhưng tình trạng khác nhau. Minh chứng đầy đủ ở biểu mẫu của bộ phận."
    )


def _measure(book: SummaryBook, facts: Facts, rows: list[MeasureResult]) -> list[Cell]:
    row, text = rows[0], book.cell(font_size=_SIZE)
    served = _objectives(facts, row.measure)
    number = f"{row.measure.number} ({served})" if served else row.measure.number
    return [
        (number, book.cell(font_size=_SIZE, align="center")),
        (one_line(row.measure.measure), text),
        (row.measure.lead or None, text),
        (_brief(row.measure.deadline.text, _WHEN) or None, text),
        (last_good(row), book.cell(font_size=_SIZE, num_format=look.DATE, align="center")),
        _state(book, row),
        (_evidence(row.entry) or _shared(rows[1:]) or _wanted(row), text),
    ]


def _departments(book: SummaryBook, facts: Facts, rows: list[MeasureResult]) -> list[Cell]:
    quiet = book.cell(font_color=f"#{look.GREY_INK}", indent=2, font_size=_SIZE)
    text = book.cell(font_size=_SIZE)
    names = ", ".join(min(facts.called(row.department or ""), key=len) for row in rows)
    return [
        (rows[0].measure.number, book.cell(font_size=_SIZE, font_color=f"#{look.GREY_INK}")),
        (names, quiet),
        (f"{len(rows)} bộ phận" if len(rows) > 1 else None, text),
        (None, text),
        (last_good(rows[0]), book.cell(font_size=_SIZE, num_format=look.DATE, align="center")),
        _state(book, rows[0]),
        (_shared(rows) or None, text),
    ]


def _state(book: SummaryBook, row: MeasureResult) -> Cell:
    """Return how a measure stands, and how often it was done of how often it was due."""
    state, days, made = STATES[row.derived], row.progress.days_overdue, done(row)
    late = f" {days} ngày" if row.derived is Derived.OVERDUE else ""
    shown = f"{state.shown}{late}" + (f" · {made}" if made else "")
    return shown, book.coloured(state.colours, font_size=_SIZE)


def last_good(row: MeasureResult) -> date | None:
    """Return the last day on which the next due date is met; None where none is left."""
    measure, wanted = row.measure, row.progress.next_due
    pairs = zip(measure.due, measure.last_good, strict=True)
    return next((good for due, good in pairs if due == wanted), wanted)


def _objectives(facts: Facts, measure: Measure) -> str:
    """Return the numbers of the objectives that a measure serves; their parent's for many."""
    known = facts.aggregate.register.by_code
    served = [known[code] for code in measure.objectives if code in known]
    parents = {o.parent: known[o.parent] for o in served if o.parent in known}
    if len(served) > 2 and len(parents) == 1:
        served = list(parents.values())
    return ", ".join(objective.number or objective.code for objective in served)


def _shared(rows: list[MeasureResult]) -> str:
    """Return what several departments show for a measure, the documents by their numbers."""
    if len(rows) == 1:
        return _evidence(rows[0].entry)
    numbers = [row.entry.evidence_number for row in rows if row.entry and row.entry.evidence_number]
    if numbers:
        return f"{len(numbers)} văn bản: {words.several(numbers, 1)}"
    notes = dict.fromkeys(_evidence(row.entry) for row in rows)
    return "; ".join(note for note in notes if note)


def done(row: MeasureResult) -> str | None:
    """Return how often a measure was done of how often it was due: '4/5', '7/8 bộ phận'."""
    if row.done_departments:
        return f"{row.done_departments[0]}/{row.done_departments[1]} bộ phận"
    made, due = row.progress.done, row.progress.due_so_far
    if made is None or due is None or not (made or due):
        return None
    return f"{made}/{due}" if made <= due else f"{made}, trước hạn"


def _evidence(entry: ProgressEntry | None) -> str:
    """Return the document that shows what was done, or the day, or the note."""
    if entry is None:
        return ""
    document = ", ".join(filter(None, (entry.evidence_number, day(entry.evidence_date))))
    finished = f"xong ngày {day(entry.done_on)}" if entry.done_on else ""
    return document or entry.evidence_title or finished or entry.note


def _wanted(row: MeasureResult) -> str | None:
    if row.done_departments or not row.measure.evidence:
        return None
    return f"(cần: {_brief(row.measure.evidence, _WANTED)})"


def _brief(text: str, most: int) -> str:
    """Return words of the plan on one line, long ones cut: the register has them all."""
    return shorten(one_line(text), most, placeholder="…")
