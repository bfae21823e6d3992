"""A note to a department on paper: one A4 page upright, as offices send it."""

from __future__ import annotations

from typing import TYPE_CHECKING

from qms_xlsx.book import look
from qms_xlsx.write.reminders.note import CLOSING, SENDER, TITLE
from qms_xlsx.write.summary import heading, table
from qms_xlsx.write.summary.book import SummaryBook
from qms_xlsx.write.summary.page import Page

if TYPE_CHECKING:
    from datetime import date
    from pathlib import Path

    from qms_xlsx.write.reminders.note import Note, NoteSection
    from qms_xlsx.write.summary.xlsx import Format

WIDTHS = (40, 286, 374)
"""Pixels: TT, what it is about, what is asked; together the width of upright A4."""
_LEFT, _RIGHT = (0, 1), (2, 2)
_SIZE = 12
_ROOM = 54


def write_note(note: Note, as_of: date, path: Path) -> None:
    """Write the note's sheet to `path`; same note, same bytes."""
    organisation = note.register.organisation
    book = SummaryBook(path, title=f"{TITLE}: {note.addressee}", author=organisation, created=as_of)
    page = Page(book, "Nhắc việc", WIDTHS, footer=organisation)
    page.upright()
    _top(page, note)
    labels = [(label, book.header(font_size=_SIZE)) for label in ("TT", "Nội dung", "Đề nghị")]
    page.line(labels, height=24)
    page.repeated(page.row - 1, page.row)
    for number, section in enumerate(note.sections, 1):
        _section(page, number, section)
    _bottom(page)
    page.finish()
    book.close()


def _top(page: Page, note: Note) -> None:
    book = page.book
    heading.office_heading(page, note.register, _LEFT, _RIGHT)
    page.span(*_RIGHT, note.dateline, book.format(align="center", italic=True, font_size=_SIZE))
    page.end(22)
    page.gap(8)
    page.wide(TITLE, book.format(bold=True, align="center", font_size=15), height=26)
    bold = {"bold": True, "text_wrap": True, "font_size": _SIZE}
    page.wide(note.subject, book.format(**bold, align="center"), height=20)
    page.gap(8)
    page.wide(f"Kính gửi: {note.addressee}", book.format(**bold), height=22)
    page.wide(note.opening, _running(page))
    page.gap(8)


def _section(page: Page, number: int, section: NoteSection) -> None:
    book = page.book
    bold = table.section(book, font_size=_SIZE)
    middle = table.section(book, font_size=_SIZE, align="center")
    first = page.row
    page.put(page.row, 0, str(number), middle)
    page.end(max(22, page.span(1, 2, section.title, bold)))
    if section.hint:
        page.end(max(20, page.span(1, 2, section.hint, book.cell(font_size=_SIZE, italic=True))))
        page.together(first)
    text, count = book.cell(font_size=_SIZE), book.cell(font_size=_SIZE, align="center")
    for index, item in enumerate(section.items, 1):
        page.line([(f"{number}.{index}", count), (item.what, text), (item.asked, text)], height=20)
        if index == 1:  # a heading never ends a page
            page.together(first)


def _bottom(page: Page) -> None:
    book, first = page.book, page.row
    page.gap(8)
    for line in CLOSING:
        page.wide(line, _running(page), height=20)
    page.gap(8)
    for words, style in (
        (SENDER, book.format(bold=True, align="center", font_size=_SIZE)),
        (heading.SIGN_HERE, book.format(italic=True, align="center", font_size=look.SIZE)),
    ):
        page.span(*_RIGHT, words, style)
        page.end(18)
    page.gap(_ROOM)
    page.together(first)


def _running(page: Page) -> Format:
    return page.book.format(text_wrap=True, valign="top", font_size=_SIZE)
