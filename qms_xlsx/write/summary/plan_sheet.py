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
WIDTHS = (80, 350, 120, 122, 70, 156, 158)
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
_BEHIND = (Derived.OVERDUE, Derived.DONE_LATE)
_DONE = (Derived.DONE_LATE, Derived.DONE_ON_TIME)
_NAMED = 8
"""Departments that stand alike and are named; of more the rest is counted."""
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
        if others := _exceptions(facts, rows):
            page.line(_below(book, rows[0], others))
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


def _exceptions(facts: Facts, rows: list[MeasureResult]) -> str:
    """Return whose part of a measure that is done came late or did not arise; nothing if all's."""
    groups = _by_state(rows[1:])
    if len(groups) < 2 or rows[0].derived not in _DONE:
        return ""
    others = [group for group in groups if group[0].derived is not Derived.DONE_ON_TIME]
    return "; ".join(f"{STATES[own[0].derived].label}: {_names(facts, own)}" for own in others)


def _names(facts: Facts, rows: list[MeasureResult]) -> str:
    """Return the shortest names of the rows' departments; a row of hundreds fills no page."""
    shortest = [min(facts.called(row.department or ""), key=len) for row in rows]
    return words.several(shortest, _NAMED, "bộ phận")


def _summary(facts: Facts) -> str:
    overdue = len({r.measure.number for r in facts.overdue})
    register = facts.aggregate.register
    early = " “Trước ngày X”: chậm nhất ngày liền trước." if register.strict_before else ""
    return (
        f"{len(register.measures)} biện pháp, {overdue} quá hạn (xếp trước).{early} Dòng lùi vào: "
        "bộ phận cùng chủ trì có tình trạng khác nhau. Minh chứng đầy đủ ở biểu mẫu."
    )


def _measure(book: SummaryBook, facts: Facts, rows: list[MeasureResult]) -> list[Cell]:
    row, text = rows[0], book.cell(font_size=_SIZE)
    served = _objectives(facts, row.measure)
    number = f"{row.measure.number} ({served})" if served else row.measure.number
    return [
        (number, book.cell(font_size=_SIZE, align="center")),
        (one_line(row.measure.measure), text),
        (one_line(row.measure.lead) or None, text),
        (_brief(row.measure.deadline.text, _WHEN) or None, text),
        (last_good(row), book.cell(font_size=_SIZE, num_format=look.DATE, align="center")),
        _state(book, row, on_the_way(rows[1:]), "\n") if rows[1:] else _state(book, row, done(row)),
        (_shared(rows[1:]) or _evidence(row.entry) or _wanted(row), text),
    ]


def _below(book: SummaryBook, row: MeasureResult, told: str) -> list[Cell]:
    """Return the first cells of a row below a measure's, and empty ones beside them."""
    grey, text = f"#{look.GREY_INK}", book.cell(font_size=_SIZE)
    quiet = book.cell(font_color=grey, indent=2, font_size=_SIZE)
    number = row.measure.number, book.cell(font_size=_SIZE, font_color=grey)
    return [number, (told, quiet), *[(None, text)] * (len(WIDTHS) - 2)]


def _departments(book: SummaryBook, facts: Facts, rows: list[MeasureResult]) -> list[Cell]:
    made, text = {done(row) for row in rows}, book.cell(font_size=_SIZE)
    return [
        *_below(book, rows[0], _names(facts, rows))[:2],
        (f"{len(rows)} bộ phận" if len(rows) > 1 else None, text),
        (None, text),
        (last_good(rows[0]), book.cell(font_size=_SIZE, num_format=look.DATE, align="center")),
        _state(book, rows[0], made.pop() if len(made) == 1 else None),
        (_shared(rows) or None, text),
    ]


def _state(book: SummaryBook, row: MeasureResult, made: str | None, between: str = " · ") -> Cell:
    """Return how a measure stands, and how much of it was done."""
    state, days = STATES[row.derived], row.progress.days_overdue
    late = f" {days} ngày" if row.derived is Derived.OVERDUE else ""
    shown = between.join(filter(None, (f"{state.shown}{late}", made)))
    return shown, book.coloured(state.colours, font_size=_SIZE)


def on_the_way(rows: list[MeasureResult]) -> str | None:
    """Return how many of a group's departments are on time so far, or have done it already.

    Of what goes on all the time no count is true; of what is done the rows below tell.
    """
    asked = [row for row in rows if row.derived is not Derived.NOT_APPLICABLE]
    states = {row.derived for row in asked}
    if Derived.OVERDUE in states:
        on_time = sum(row.derived not in _BEHIND for row in asked)
        return f"{on_time}/{len(asked)} bộ phận đúng tiến độ"
    finished = sum(row.derived in _DONE for row in asked)
    if 0 < finished < len(asked):
        return f"{finished}/{len(asked)} bộ phận đã xong"
    return None


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
    """Return what departments show for a measure: what all show alike, else how many show any."""
    told = [_evidence(row.entry) for row in rows]
    if len(set(told)) == 1:
        return told[0]
    for word, shown in (("minh chứng", [_document(row.entry) for row in rows]), ("ghi chú", told)):
        if any(shown):
            return f"{sum(map(bool, shown))}/{len(rows)} bộ phận có {word}"
    return ""


def done(row: MeasureResult) -> str | None:
    """Return how often a measure was done of how often it was due, such as '4/5'."""
    made, due = row.progress.done, row.progress.due_so_far
    if made is None or due is None or not (made or due):
        return None
    return f"{made}/{due}" if made <= due else f"{made}, trước hạn"


def _evidence(entry: ProgressEntry | None) -> str:
    """Return the document that shows what was done, or the day, or the note."""
    if entry is None:
        return ""
    finished = f"xong ngày {day(entry.done_on)}" if entry.done_on else ""
    return _document(entry) or finished or one_line(entry.note)


def _document(entry: ProgressEntry | None) -> str:
    if entry is None:
        return ""
    document = ", ".join(filter(None, (entry.evidence_number, day(entry.evidence_date))))
    return document or entry.evidence_title


def _wanted(row: MeasureResult) -> str | None:
    if row.done_departments or not row.measure.evidence:
        return None
    return f"(cần: {_brief(row.measure.evidence, _WANTED)})"


def _brief(text: str, most: int) -> str:
    """Return words of the plan on one line, long ones cut: the register has them all."""
    return shorten(one_line(text), most, placeholder="…")
