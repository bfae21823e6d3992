"""Pieces that several sheets share: heading rows, figures of a result."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from qms_xlsx.book import look
from qms_xlsx.history.background import Movement
from qms_xlsx.language.numbers import decimals, is_number, significant, told_apart
from qms_xlsx.language.symbols import answer
from qms_xlsx.say import figures as words
from qms_xlsx.write.summary import metrics

if TYPE_CHECKING:
    from collections.abc import Sequence

    from qms_xlsx.book.areas import Area
    from qms_xlsx.judge.results import Result, Shown
    from qms_xlsx.write.summary.book import SummaryBook
    from qms_xlsx.write.summary.page import Cell, Page
    from qms_xlsx.write.summary.xlsx import Format

Heading = str | tuple[str, tuple[str, ...]]
"""A column's label, or a label over several columns."""


def header(page: Page, headings: Sequence[Heading]) -> int:
    """Write the columns' labels, on two rows where some stand under a common one.

    Returns the number of rows written.
    """
    style = page.book.header()
    if all(isinstance(h, str) for h in headings):
        page.line([(str(h), style) for h in headings], height=32)
        return 1
    labels: list[str] = []
    for heading in headings:
        first = len(labels)
        if isinstance(heading, str):
            page.sheet.merge_range(page.row, first, page.row + 1, first, "", style)
            page.put(page.row, first, heading, style)
            labels.append("")
        else:
            page.span(first, first + len(heading[1]) - 1, heading[0], style)
            labels.extend(heading[1])
    page.end(20)
    for column, label in enumerate(labels):
        if label:
            page.put(page.row, column, label, style)
    tall = [h for h in headings if isinstance(h, str)]
    page.end(_header_height(page, headings) if tall else 32)
    return 2


def _header_height(page: Page, headings: Sequence[Heading]) -> float:
    first, most = 0, 1.0
    for heading in headings:
        if isinstance(heading, str):
            needed = metrics.lines(heading, page.widths[first], look.SIZE, bold=True)
            most = max(most, metrics.height(needed, look.SIZE) - 20)
            first += 1
            continue
        for label in heading[1]:
            needed = metrics.lines(label, page.widths[first], look.SIZE, bold=True)
            most = max(most, metrics.height(needed, look.SIZE))
            first += 1
    return max(most, 20)


ARROWS = {
    Movement.BETTER: "↑",
    Movement.WORSE: "↓",
    Movement.SAME: "→",
    Movement.NEW: "mới",
    Movement.LOST: "↓",
}
"""How a status moved, as the sheets show it."""


def figure(
    book: SummaryBook,
    value: Shown | None,
    unit: str = "",
    *,
    against: float | str | None = None,
    symbol: str = "",
    **properties: Any,
) -> Cell:
    """Return the cell of a figure: a number with its unit, an answer, a grade, or nothing."""
    if value is None or isinstance(value, bool | str):
        shown = words.figure(value) if value is not None else None
        return shown, book.cell(**({"align": "center"} | properties))
    places = words.places(value, against)
    return value, book.figure(words.number_format(places, unit, symbol), **properties)


def plain(value: Shown | None) -> str | float | None:
    """Return what a machine reads of a figure; answers are words."""
    if isinstance(value, bool):
        return answer(value)
    return significant(value) if isinstance(value, int | float) else value


def reached(book: SummaryBook, result: Result, star: str = "", **properties: Any) -> Cell:
    """Return the cell of what was reached to date: a change where that is what is judged."""
    own: dict[str, Any] = {"bold": True, **properties}
    value, symbol = words.compared_figure(result), ""
    if not is_number(value):
        told = words.figure(value) + star if value is not None else None
        return told, book.cell(align="center", **own)
    if result.change is not None:
        symbol = words.change_word(result, result.change)
    places = words.places(value, words.nearest(result))
    shown = words.number_format(places, symbol=symbol) + (f'"{star}"' if star else "")
    return abs(value) if symbol else value, book.figure(shown, **own)


def level(
    book: SummaryBook,
    result: Result,
    value: float | str | None,
    upper: float | None,
    **properties: Any,
) -> Cell:
    """Return the cell of a target, a number wherever one number says it all."""
    if is_number(value) and upper is None and not isinstance(result.actual, bool):
        own = words.compared_figure(result)
        places = told_apart(own, value)[1] if is_number(own) else decimals(value)
        return value, book.figure(
            words.number_format(places, "", words.symbol(result)), **properties
        )
    return words.level(value, upper, result) or None, book.cell(align="center", **properties)


def status(book: SummaryBook, result: Result, **properties: Any) -> Cell:
    """Return the cell of a status: mark, word and colour; nothing for a part of a total."""
    if result.status is None:
        return None, book.cell(**properties)
    return result.status.shown, book.status(result.status, **properties)


def marker(page: Page, area: Area) -> None:
    """Write the hidden row by which machines find an area."""
    hidden = page.book.format(font_size=9, font_color=f"#{look.GREY_INK}")
    page.line([(text, hidden) for text in (area.marker, *area.keys)])
    page.sheet.set_row(page.row - 1, 12, None, {"hidden": True})


def grid(page: Page, area: tuple[int, int, int, int]) -> None:
    """Draw the lines of a table in one stroke, empty cells included, whatever it holds."""
    lines = page.book.grid
    page.sheet.conditional_format(*area, {"type": "formula", "criteria": "=TRUE", "format": lines})


def section(book: SummaryBook, **properties: Any) -> Format:
    """Return the format of a row that opens a section of a table."""
    return book.cell(bold=True, bg_color=f"#{look.SECTION_FILL}", **properties)
