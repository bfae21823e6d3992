"""Sheet "Kế hoạch": the plan matrix as the office wrote it, with where each measure stands."""

from __future__ import annotations

from textwrap import shorten
from typing import TYPE_CHECKING

from qms_xlsx.book import look
from qms_xlsx.domain.progress import Derived
from qms_xlsx.language.symbols import day
from qms_xlsx.say import figures as words
from qms_xlsx.write.summary import table
from qms_xlsx.write.summary.page import Page
from qms_xlsx.write.summary.states import STATES

if TYPE_CHECKING:
    from qms_xlsx.domain.measure import Measure
    from qms_xlsx.domain.submission import ProgressEntry
    from qms_xlsx.judge.results import MeasureResult
    from qms_xlsx.write.summary.book import SummaryBook
    from qms_xlsx.write.summary.facts import Facts
    from qms_xlsx.write.summary.page import Cell

NAME = "Kế hoạch"
WIDTHS = (48, 268, 132, 132, 128, 112, 82, 58, 58, 176, 172)
HEADINGS: tuple[table.Heading, ...] = (
    "TT",
    "Mục tiêu chất lượng và biện pháp thực hiện MTCL",
    ("Trách nhiệm thực hiện", ("Chủ trì", "Phối hợp")),
    "Thời gian thực hiện",
    "Tình trạng",
    "Hạn tiếp theo",
    "Quá hạn (ngày)",
    "Đã làm / đến hạn",
    "Cách thức theo dõi và kết quả",
    "Minh chứng đã có",
)
_SHORT = 64
"""Characters of a measure that its departments' rows repeat; the whole stands above them."""


def write(book: SummaryBook, facts: Facts) -> None:
    """Write the sheet."""
    page = Page(book, NAME, WIDTHS, footer=words.scope(facts.aggregate))
    page.title("KẾ HOẠCH THỰC HIỆN MỤC TIÊU CHẤT LƯỢNG", words.scope(facts.aggregate))
    page.line([(_summary(facts), book.format(italic=True))])
    page.gap(6)
    rows = table.header(page, HEADINGS)
    page.frozen(page.row, columns=2, first=page.row - rows)
    heading_row = page.row - 1
    section = ""
    for row in facts.by_lead:
        section = _section(page, facts, row.measure, section)
        page.line(_cells(book, facts, row), height=22)
    page.sheet.autofilter(heading_row, 0, max(page.row - 1, heading_row + 1), len(WIDTHS) - 1)
    page.finish()


def _summary(facts: Facts) -> str:
    overdue = len({r.measure.number for r in facts.overdue})
    total = len(facts.aggregate.register.measures)
    return (
        f"{total} biện pháp, {overdue} biện pháp có bộ phận quá hạn. "
        "Lọc cột Tình trạng để xem việc quá hạn trước; dòng lùi vào là của từng bộ phận."
    )


def _section(page: Page, facts: Facts, measure: Measure, current: str) -> str:
    """Open a section when a measure serves other objectives than the one above it."""
    title = _objectives(facts, measure)
    if title != current:
        style = table.section(page.book, text_wrap=False)
        cells: list[Cell] = [
            (measure.number.partition(".")[0], table.section(page.book, align="center"))
        ]
        cells += [(title, style)] + [(None, style)] * (len(WIDTHS) - 2)
        page.line(cells, height=22)
    return title


def _objectives(facts: Facts, measure: Measure) -> str:
    """Return the names of the objectives that a measure serves, their common parent's if one."""
    known = facts.aggregate.register.by_code
    served = [known[code] for code in measure.objectives if code in known]
    parents = {known[o.parent].code: known[o.parent] for o in served if o.parent in known}
    if len(parents) == 1 and len(served) > 1:
        served = list(parents.values())
    return "; ".join(o.name for o in served) or "Chưa gắn với mục tiêu nào"


def _cells(book: SummaryBook, facts: Facts, row: MeasureResult) -> list[Cell]:
    measure, state, progress = row.measure, STATES[row.derived], row.progress
    text, small = book.cell(), book.cell(font_size=look.SIZE - 1)
    middle, day = book.cell(align="center"), book.cell(num_format=look.DATE, align="center")
    overdue = float(progress.days_overdue) if row.derived is Derived.OVERDUE else None
    own = row.department is None
    quiet = book.cell(font_color=f"#{look.GREY_INK}", indent=1, font_size=look.SIZE - 1)
    return [
        (measure.number, middle),
        (measure.measure, text)
        if own
        else (shorten(measure.measure, _SHORT, placeholder="…"), quiet),
        (measure.lead if own else facts.name(row.department), small),
        (measure.coordinating if own else None, small),
        (measure.deadline.text or None, small if own else quiet),
        (state.shown, book.coloured(state.colours)),
        (progress.next_due, day),
        (overdue, book.figure(align="center", bold=True)),
        (done(row), middle),
        (measure.evidence if own else None, small),
        (_evidence(row.entry) or None, small),
    ]


def done(row: MeasureResult) -> str | None:
    """Return how often a measure was done of how often it was due: '4/5', '7/8 bộ phận'."""
    if row.done_departments:
        return f"{row.done_departments[0]}/{row.done_departments[1]} bộ phận"
    made, due = row.progress.done, row.progress.due_so_far
    if made is None or due is None or not (made or due):
        return None
    return f"{made}/{due}" if made <= due else f"{made}, trước hạn"


def _evidence(entry: ProgressEntry | None) -> str:
    if entry is None:
        return ""
    dated = f"ngày {day(entry.evidence_date)}" if entry.evidence_date else ""
    document = " ".join(part for part in (entry.evidence_number, dated) if part)
    parts = [": ".join(part for part in (document, entry.evidence_title) if part)]
    if entry.done_on:
        parts.append(f"Xong ngày {day(entry.done_on)}")
    return "\n".join(part for part in (*parts, entry.note) if part)
