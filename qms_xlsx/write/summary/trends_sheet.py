"""Sheet "Xu hướng": the same period of up to five years, side by side."""

from __future__ import annotations

from typing import TYPE_CHECKING

from qms_xlsx.book import look
from qms_xlsx.book.a1 import address
from qms_xlsx.domain.period import Period
from qms_xlsx.history.past import PastRow
from qms_xlsx.language.numbers import is_number
from qms_xlsx.say import figures as words
from qms_xlsx.say.names import one_line
from qms_xlsx.write.summary import table
from qms_xlsx.write.summary.page import Page

if TYPE_CHECKING:
    from collections.abc import Sequence

    from qms_xlsx.judge.results import Coverage, Result
    from qms_xlsx.say.facts import Facts
    from qms_xlsx.write.summary.book import SummaryBook
    from qms_xlsx.write.summary.page import Cell

NAME = "Xu hướng"
_YEARS = 5
_NUMBER, _NAME, _UNIT, _FIGURE, _SPARK, _COVERAGE = 38, 240, 58, 66, 96, 58
_FIRST = 3
"""The column of the first year's figure."""
_SIZE = look.SIZE - 1


def write(book: SummaryBook, facts: Facts) -> None:
    """Write the sheet, where earlier years lie beside this one; nothing otherwise."""
    background, aggregate = facts.background, facts.aggregate
    if not background.years:
        return
    this = aggregate.register.year
    years = tuple(range(max(this - _YEARS + 1, background.years[0].period.year), this + 1))
    widths = [_NUMBER, _NAME, _UNIT, *[_FIGURE] * len(years), _SPARK, *[_COVERAGE] * len(years)]
    page = Page(book, NAME, widths, footer=words.scope(aggregate))
    page.title("XU HƯỚNG QUA CÁC NĂM", words.scope(aggregate))
    page.line([(_note(facts), book.format(italic=True))])
    shown = tuple(map(str, years))
    span = Period(this, aggregate.period.slot).label.removesuffix(str(this)).rstrip(" /")
    headings = ("TT", "Chỉ tiêu", "ĐVT", (span, shown), "Diễn biến", ("Có số / phải có", shown))
    table.header(page, headings)
    page.frozen(page.row, columns=2)
    for result in facts.indicators:
        _row(page, facts, result, years)
    page.finish()


def _note(facts: Facts) -> str:
    folders = [
        f"{run.period.year}: thư mục {run.folder}, {'đã chốt' if run.closed else 'chưa chốt'}"
        for run in facts.background.years
    ]
    return f"Cùng kỳ các năm trước ({'; '.join(folders)}). Dấu * là số tạm tính."


def _row(page: Page, facts: Facts, result: Result, years: Sequence[int]) -> None:
    """Write an indicator's years, with a column each where they are numbers."""
    book, past = page.book, facts.background.row_by_year(result)
    now = PastRow(
        status=result.status,
        actual=result.actual,
        provisional=result.provisional,
        coverage=result.coverage,
    )
    rows = [past.get(year) for year in years[:-1]] + [now]
    if sum(is_number(row.actual) for row in rows if row) > 1:
        _sparkline(page, len(years))
    middle = book.cell(font_size=_SIZE, align="center")
    page.line(
        [
            (result.objective.number or None, middle),
            (one_line(result.objective.name), book.cell(font_size=_SIZE)),
            (result.unit or None, middle),
            *(_figure(book, result, row) for row in rows),
            (None, middle),
            *(_covered(book, row.coverage if row else None) for row in rows),
        ],
        height=26,
    )


def _figure(book: SummaryBook, result: Result, row: PastRow | None) -> Cell:
    """Return the cell of a year's figure, with the mark of a provisional one."""
    value = row.actual if row else None
    star = "*" if row and row.provisional else ""
    if not is_number(value):
        told = words.figure(value) + star if value is not None else None
        return told, book.cell(font_size=_SIZE, align="center")
    shown = words.number_format(words.places(value, words.nearest(result)))
    return value, book.figure(f'{shown}"{star}"' if star else shown, font_size=_SIZE)


def _covered(book: SummaryBook, coverage: Coverage | None) -> Cell:
    """Return the cell of what was there of what was expected: slots, and departments."""
    pairs = [coverage.slots, coverage.departments] if coverage else []
    told = " · ".join(f"{pair[0]}/{pair[1]}" for pair in pairs if pair and pair[1])
    return told or None, book.cell(font_size=_SIZE, align="center", shrink=True, text_wrap=False)


def _sparkline(page: Page, years: int) -> None:
    first, last = address(page.row, _FIRST), address(page.row, _FIRST + years - 1)
    options = {
        "range": f"'{NAME}'!{first}:{last}",
        "type": "column",
        "min": 0,
        "series_color": f"#{look.BAR}",
        "last_point": True,
        "last_color": f"#{look.HEADER_INK}",
    }
    page.sheet.add_sparkline(page.row, _FIRST + years, options)
