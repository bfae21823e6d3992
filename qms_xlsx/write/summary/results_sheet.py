"""The hidden sheet that machines read: what the run was, and every judged result."""

from __future__ import annotations

from typing import TYPE_CHECKING

from qms_xlsx.book.digest import DIGEST, digest
from qms_xlsx.book.summary_areas import JUDGED_RESULTS, RUN
from qms_xlsx.domain.goal import NoGoal
from qms_xlsx.domain.indicator import Indicator
from qms_xlsx.domain.office import Doubt
from qms_xlsx.history.past import overdue_measures
from qms_xlsx.say.figures import scope
from qms_xlsx.version import __version__
from qms_xlsx.write.summary import table
from qms_xlsx.write.summary.page import Page

if TYPE_CHECKING:
    from qms_xlsx.domain.indicator import Objective
    from qms_xlsx.judge.results import Aggregate, Result
    from qms_xlsx.say.facts import Facts
    from qms_xlsx.write.summary.book import SummaryBook
    from qms_xlsx.write.summary.page import Value

NAME = "Kết quả đã xét"


def write(book: SummaryBook, facts: Facts) -> None:
    """Write the sheet, hidden: people read the same on the others.

    Of very many departments it has the organisation's rows alone: more could not be read back.
    """
    widths = [150, *(round(column.width * 7 + 5) for column in JUDGED_RESULTS.columns)]
    page = Page(book, NAME, widths, footer=scope(facts.aggregate))
    page.title("KẾT QUẢ ĐÃ XÉT (MÁY ĐỌC)", scope(facts.aggregate))
    plain, head = book.format(), book.header()
    table.marker(page, RUN)
    whole = [result for result in facts.aggregate.results if not result.department]
    for key, value in _run(facts.aggregate, [_row(result) for result in whole]).items():
        page.line([(key, plain), (value, plain)])
    table.marker(page, JUDGED_RESULTS)
    page.line([("Khóa", head), *((c.label, head) for c in JUDGED_RESULTS.columns)], height=30)
    page.frozen(page.row, columns=1)
    page.grows()
    for result in page.fitting(facts.aggregate.results if facts.listed else whole):
        row = _row(result)
        for column, value in enumerate(row.values(), 1):
            if value is not None and value != "":
                page.put(page.row, column, value, plain)
        page.put(page.row, 0, f"{row['department'] or ''}/{row['objective']}", plain)
        page.advance()
    page.sheet.hide()  # and without a print area, since LibreOffice prints hidden ones


def _run(aggregate: Aggregate, rows: list[dict[str, Value]]) -> dict[str, Value]:
    """Return what the run says of itself, and what tells whether it was changed since."""
    register, reporting = aggregate.register, aggregate.reporting
    on_time = None if reporting.on_time is None else float(len(reporting.on_time))
    said: dict[str, Value] = {
        "organisation": register.organisation,
        "level": register.level,
        "parent_organisation": register.parent_organisation,
        "year": str(register.year),
        "period": str(aggregate.period),
        "as_of": aggregate.as_of.isoformat(),
        "version": __version__,
        "expected": float(len(reporting.expected)),
        "received": float(len(reporting.received)),
        "on_time": on_time,
        "overdue": float(overdue_measures(aggregate)),
    }
    return said | {DIGEST: digest(said, rows)}


def _row(result: Result) -> dict[str, Value]:
    """Return a row's values by column, in the columns' order."""
    own, coverage = result.objective, result.coverage
    over_time, across = _ways(own)
    doubt = _doubt(result)
    values: list[Value] = [
        own.code,
        result.department,
        own.number,
        own.name,
        own.follows,
        over_time,
        across,
        result.unit,
        result.target,
        result.comparator,
        table.plain(result.year_target),
        table.plain(result.period_target),
        result.period_upper,
        table.plain(result.actual),
        table.plain(result.in_period),
        result.numerator,
        result.denominator,
        table.plain(result.attainment),
        table.plain(result.percent_of_year),
        result.status.value if result.status else None,
        "x" if result.provisional else None,
        doubt.value if doubt else None,
        float(result.reach),
        _pair(coverage.slots),
        _pair(coverage.departments),
    ]
    return dict(zip(JUDGED_RESULTS.keys, values, strict=True))


def _doubt(result: Result) -> Doubt | None:
    """Return what is open about a row; nothing for a heading, whose rows say it."""
    own = result.objective
    if not isinstance(own, Indicator):
        return None
    if isinstance(own.goal, NoGoal):
        return Doubt.QUESTION
    if own.provisional:
        return Doubt.READING
    return Doubt.ESTIMATE if result.estimated else None


def _ways(objective: Objective) -> tuple[str, str]:
    """Return how a row is gathered over time and over departments; nothing for a heading."""
    ways = (getattr(objective, name, None) for name in ("over_slots", "across"))
    time, departments = (way.value if way else "" for way in ways)
    return time, departments


def _pair(pair: tuple[int, int] | None) -> str | None:
    return f"{pair[0]}/{pair[1]}" if pair else None
