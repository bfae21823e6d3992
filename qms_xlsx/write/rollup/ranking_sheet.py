"""Sheet "Xếp hạng": each indicator with how its offices stand, the first and the last of them."""

from __future__ import annotations

from collections import Counter
from typing import TYPE_CHECKING

from qms_xlsx.book import look
from qms_xlsx.domain.indicator import Aggregation, Indicator
from qms_xlsx.domain.status import MET, Status
from qms_xlsx.language.numbers import is_number, significant
from qms_xlsx.say import figures as words
from qms_xlsx.write.summary import table
from qms_xlsx.write.summary.page import Page

if TYPE_CHECKING:
    from qms_xlsx.judge.matching import Counted
    from qms_xlsx.judge.results import Result
    from qms_xlsx.write.rollup.view import Above
    from qms_xlsx.write.summary.book import SummaryBook
    from qms_xlsx.write.summary.page import Cell

NAME = "Xếp hạng"
WIDTHS = (40, 250, 70, 92, 38, 38, 38, 38, 44, 196, 196)
_SHOWN = (MET, (Status.AT_RISK,), (Status.MISSED,), (Status.NO_DATA,))
_ENDS = 3
"""Offices named at each end."""
_SIZE = look.SIZE - 1


def write(book: SummaryBook, above: Above) -> None:
    """Write the sheet."""
    page = Page(book, NAME, WIDTHS, footer=words.scope(above.aggregate))
    page.title("XẾP HẠNG CƠ QUAN THEO TỪNG CHỈ TIÊU", words.scope(above.aggregate))
    note = (
        "Cơ quan được xếp theo số thực hiện; chỉ tiêu cộng dồn thì theo tỷ lệ so với mức của chính "
        "cơ quan. Có/không, xếp loại thì không xếp. ✂: số cơ quan có số liệu không cộng được."
    )
    page.wide(note, book.format(italic=True, font_size=_SIZE, text_wrap=True))
    label = book.header(font_size=_SIZE)
    cells: list[Cell] = [(t, label) for t in ("TT", "Chỉ tiêu", "Cấp trên", "Đánh giá")]
    cells += [(own[0].mark, book.status(own[0], font_size=_SIZE)) for own in _SHOWN]
    cells += [(text, label) for text in ("✂", "Dẫn đầu", "Cuối bảng")]
    page.line(cells, height=24)
    page.frozen(page.row, columns=2, seen=2)
    lost = Counter(one.objective for one in above.rolled.left_out)
    for result in above.facts.indicators:
        page.line(_cells(book, above, result, lost[result.objective.code]))
    page.finish()


def _cells(book: SummaryBook, above: Above, result: Result, lost: int) -> list[Cell]:
    rows = above.rows.get(result.objective.code, [])
    tally = Counter(one.row.status for one in rows)
    text, middle = book.cell(font_size=_SIZE), book.cell(font_size=_SIZE, align="center")
    count = book.figure("0;;", font_size=_SIZE, align="center")
    first, last = _ends(above, result)
    star = "*" if result.provisional else ""
    return [
        (result.objective.number or None, middle),
        (result.objective.name, text),
        table.reached(book, result, star, font_size=_SIZE),
        table.status(book, result, font_size=_SIZE),
        *((float(sum(tally[s] for s in own)), count) for own in _SHOWN),
        (float(lost), count),
        (first or None, text),
        (last or None, text),
    ]


def _ends(above: Above, result: Result) -> tuple[str, str]:
    """Return the first and the last offices of a row; equals stand together."""
    unit = words.unit_shown(result)
    equals: dict[float, list[Counted]] = {}
    for one in above.rows.get(result.objective.code, []):
        worth = _worth(result, one)
        if worth is not None:
            equals.setdefault(significant(worth), []).append(one)
    places = [equals[worth] for worth in sorted(equals, reverse=True)]
    if len(places) < 2:
        alike = places[0] if places else []
        told = words.figure(alike[0].actual, unit) if alike else ""
        return (f"{len(alike)} cơ quan như nhau: {told}" if alike else ""), ""
    return _named(above, places, unit), _named(above, places[::-1], unit)


def _worth(result: Result, one: Counted) -> float | None:
    """Return what an office is ranked by: of a total its share of its own target, else the figure.

    Who set itself less is not ranked the higher for it.
    """
    objective = result.objective
    if isinstance(objective, Indicator) and objective.across is Aggregation.SUM:
        return one.row.attainment
    comparator = result.comparator or one.row.comparator or ""
    if not is_number(one.actual) or not comparator:
        return None
    return float(one.actual) if comparator.startswith(">") else -float(one.actual)


def _named(above: Above, places: list[list[Counted]], unit: str) -> str:
    """Return the offices of the places nearest to an end, until enough are named."""
    told: list[str] = []
    named = 0
    for equals in places[: max(len(places) // 2, 1)]:
        if named >= _ENDS:
            break
        offices = above.several([one.office for one in equals], _ENDS)
        told.append(f"{words.figure(equals[0].actual, unit)}: {offices}")
        named += len(equals)
    return "; ".join(told)
