"""The top of a sheet "Tổng quan", an office's or the level above's: who, when, how it stands."""

from __future__ import annotations

from typing import TYPE_CHECKING

from qms_xlsx.book import look
from qms_xlsx.say import figures as words
from qms_xlsx.say.periods import day_in_words
from qms_xlsx.write.summary import heading
from qms_xlsx.write.summary.page import Page
from qms_xlsx.write.summary.statuses import status_strip
from qms_xlsx.write.summary.tiles import Tile, tiles

if TYPE_CHECKING:
    from collections.abc import Sequence

    from qms_xlsx.say.facts import Facts
    from qms_xlsx.write.summary.book import SummaryBook

NAME = "Tổng quan"
UNIT, COLUMNS = 24, 42
"""Pixels of a column, and how many: all else is made of merged ones."""
SMALL = look.SIZE - 1
_LEFT, _RIGHT = (0, 18), (23, 41)


def first_page(
    book: SummaryBook, facts: Facts, title: str, message: str, shown: Sequence[Tile]
) -> Page:
    """Return the sheet, written down to the strip of statuses."""
    aggregate = facts.aggregate
    page = Page(book, NAME, [UNIT] * COLUMNS, footer=words.scope(aggregate), numbered=False)
    page.fit(1, 1)
    heading.office_heading(page, aggregate.register, _LEFT, _RIGHT)
    page.opens_below(page.row)
    about = f"{title} · {aggregate.period.label} · số liệu đến {day_in_words(aggregate.as_of)}"
    grey = book.format(align="center", font_size=SMALL, font_color=f"#{look.GREY_INK}")
    page.wide(about, grey, height=17)
    ink = f"#{look.HEADER_INK}"
    bold = book.format(bold=True, align="center", font_size=15, text_wrap=True, font_color=ink)
    page.wide(message, bold, height=26)
    page.gap(4)
    tiles(page, shown, COLUMNS)
    page.gap(5)
    status_strip(page, facts, COLUMNS)
    return page
