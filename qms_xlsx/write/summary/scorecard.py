"""How a department stands, in one line: handed in, met, at risk, missed."""

from __future__ import annotations

from collections import Counter
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

from qms_xlsx.book import look
from qms_xlsx.domain.status import MET, Status
from qms_xlsx.say.states import LATE, MISSING, ON_TIME, REFUSED
from qms_xlsx.write.summary.metrics import fitting
from qms_xlsx.write.summary.states import StateLook

if TYPE_CHECKING:
    from collections.abc import Sequence

    from qms_xlsx.say.facts import Facts
    from qms_xlsx.write.summary.book import SummaryBook
    from qms_xlsx.write.summary.page import Cell, Page

FEWEST = 9
"""Lines that the board has at least, so that a commune's departments all stand on page one."""
_NAME, _WIDE = 6, (2, 2, 2, 2, 1)
"""Columns of a name, of the report's mark, and of each count."""
_GREEN, _RED, _AMBER, _GREY = (
    look.STATUS_COLOURS[s] for s in (Status.MET, Status.MISSED, Status.AT_RISK, Status.NO_DATA)
)
_PLAIN = look.STATUS_COLOURS[Status.NOT_DUE]
_SMALL = look.SIZE - 1
_ALIKE = 15
"""Letters by which names that are cut short would look the same."""
COUNT: dict[str, Any] = {"num_format": "0", "text_wrap": False, "shrink": True}
"""How a count in a narrow coloured cell is written."""


@dataclass(frozen=True, slots=True)
class BoardLine:
    """A line of the board: a department, or what is said in place of many."""

    names: tuple[str, ...]
    report: StateLook | None = None
    counts: tuple[int, int, int, int] | None = None
    """Met, at risk, missed, without figures; None for the labels and for a sentence."""


LABELS = BoardLine(("",))


def reported(facts: Facts, department: str) -> StateLook:
    """Return how a department stands with the period's report."""
    reports = facts.reports
    if department not in reports["expected"]:
        return StateLook("–", "Không phải nộp", _PLAIN)
    if department in reports["waiting"]:
        return StateLook("✖", "Đã nhận, chưa tính", _RED)
    if department in reports["rejected"]:
        return StateLook("✖", REFUSED, _RED)
    if department not in reports["received"]:
        return _missing(facts)
    if facts.aggregate.reporting.on_time is None:
        return StateLook("✔", "Đã nộp", _GREEN)
    if department in reports["on_time"]:
        return StateLook("✔", ON_TIME, _GREEN)
    return StateLook("◆", LATE, _AMBER)


def _missing(facts: Facts) -> StateLook:
    """Return how a report that has not come is shown: loud only once it is late."""
    if facts.report_days_overdue:
        return StateLook("✖", MISSING, _RED)
    if facts.aggregate.reporting.due:
        return StateLook("○", "Chưa đến hạn nộp", _PLAIN)
    return StateLook("?", MISSING, _GREY)


def worst_first(facts: Facts) -> list[str]:
    """Return the departments that have something to report: most missed, most at risk first."""
    expected = set(facts.aggregate.reporting.expected)

    def place(code: str) -> tuple[int, int, int]:
        own = facts.tallies[code]
        late = reported(facts, code).colours is _RED
        return -own[Status.MISSED], -int(late), -own[Status.AT_RISK]

    codes = [d.code for d in facts.aggregate.register.departments]
    asked = [code for code in codes if code in expected or facts.by_department.get(code)]
    return sorted(asked, key=place)


def board(facts: Facts, most: int) -> list[BoardLine]:
    """Return the board's lines under its labels: all departments, or the worst and a count."""
    codes = worst_first(facts)
    if facts.silent:
        return [BoardLine((f"Chưa bộ phận nào trong {len(codes)} bộ phận nộp báo cáo.",))]
    if len(codes) <= most - 1:
        known = set(codes)
        codes = [d.code for d in facts.aggregate.register.departments if d.code in known]
        return [LABELS, *(_line(facts, code, facts.called(code)) for code in codes)]
    shown = codes[: most - 2]
    names = called(facts, shown)
    rest = BoardLine((f"và {len(codes) - len(shown)} bộ phận khác, xem trang Bộ phận",))
    return [LABELS, *(_line(facts, code, names[code]) for code in shown), rest]


def called(facts: Facts, codes: Sequence[str]) -> dict[str, tuple[str, ...]]:
    """Return what departments are called beside each other: by their codes, if they begin alike."""
    alike = Counter(facts.name(code)[:_ALIKE] for code in codes)
    return {
        code: (*facts.called(code), *((code,) if alike[facts.name(code)[:_ALIKE]] > 1 else ()))
        for code in codes
    }


def _line(facts: Facts, code: str, names: tuple[str, ...]) -> BoardLine:
    return BoardLine(names, reported(facts, code), counts(facts.tallies[code]))


def counts(tally: Counter[Status]) -> tuple[int, int, int, int]:
    """Return how many rows are met, at risk, missed and without figures."""
    loud = tally[Status.AT_RISK], tally[Status.MISSED], tally[Status.NO_DATA]
    return sum(tally[s] for s in MET), *loud


def write_row(page: Page, line: BoardLine, first: int) -> None:
    """Write a line of the board into the current row, from column `first` on."""
    book = page.book
    flat = {"top": 0, "text_wrap": False}
    if line.counts is None and line is not LABELS:
        style = book.format(italic=True, font_size=_SMALL, text_wrap=True)
        page.span(first, first + _NAME + sum(_WIDE) - 1, line.names[0], style)
        return
    name = fitting(line.names, _NAME * page.widths[first], _SMALL)
    page.span(first, first + _NAME - 1, name, book.cell(**flat, font_size=_SMALL))
    column = first + _NAME
    for wide, (shown, style) in zip(_WIDE, _marks(book, line, flat), strict=True):
        page.span(column, column + wide - 1, shown, style)
        column += wide


def _marks(book: SummaryBook, line: BoardLine, flat: dict[str, Any]) -> list[Cell]:
    """Return the cells beside a name: the labels, or the report's mark and the counts."""
    if line is LABELS:
        bold = book.cell(**flat, bold=True, align="center", font_size=_SMALL)
        return [(label, bold) for label in ("Nộp", "Đạt", "◆", "✖", "?")]
    empty = book.cell(**flat)
    report = line.report
    cells: list[Cell] = [
        (report.mark, book.coloured(report.colours, **flat)) if report else (None, empty)
    ]
    for count, colours in zip(line.counts or (), (_PLAIN, _AMBER, _RED, _GREY), strict=True):
        style = book.coloured(colours, top=0, **COUNT) if count else empty
        cells.append((float(count) or None, style))
    return cells
