"""Sheet "Tổng quan": where we are, what is late, who owes, what changed; one printed page."""

from __future__ import annotations

from typing import TYPE_CHECKING

from qms_xlsx.book import look
from qms_xlsx.language.numbers import show
from qms_xlsx.say import movement, sentences
from qms_xlsx.write.summary import scorecard
from qms_xlsx.write.summary.attention import attention, named, with_brackets
from qms_xlsx.write.summary.first_page import SMALL, UNIT, first_page
from qms_xlsx.write.summary.metrics import fitted
from qms_xlsx.write.summary.page import INDENT, Page
from qms_xlsx.write.summary.strip import strip
from qms_xlsx.write.summary.tiles import tiles_of

if TYPE_CHECKING:
    from qms_xlsx.say.facts import Facts
    from qms_xlsx.write.summary.attention import Matter
    from qms_xlsx.write.summary.book import SummaryBook
    from qms_xlsx.write.summary.page import Columns
    from qms_xlsx.write.summary.states import StateLook

_TITLE = "TỔNG HỢP KẾT QUẢ THỰC HIỆN MỤC TIÊU CHẤT LƯỢNG"
_MARK, _WHAT, _HOW, _WHO = (0, 0), (1, 12), (13, 17), (18, 25)
_LIST, _BOARD = (0, 25), (27, 41)
_MONTHS, _DOUBTS = (0, 28), (30, 41)
_LABEL = (0, 4)
_NAMED = 2
"""Departments whose names a line of the list gives."""
_DOUBT_ROWS = 6
"""Rows that the words beside the year take."""


def write(book: SummaryBook, facts: Facts) -> None:
    """Write the sheet."""
    page = first_page(book, facts, _TITLE, sentences.headline(facts), tiles_of(facts))
    moved = book.format(italic=True, text_wrap=True, font_size=SMALL)
    said = (movement.since(facts), sentences.out_of_reach(facts))
    page.wide(" ".join(filter(None, said)), moved, height=16)
    _lists(page, facts)
    _year(page, facts)
    page.finish()


def _lists(page: Page, facts: Facts) -> None:
    """Write what leaders are asked for on the left, the departments on the right."""
    items = attention(facts)
    rows = scorecard.board(facts, max(len(items), scorecard.FEWEST))
    _title(page, _LIST, "Cần lãnh đạo cho ý kiến")
    _title(page, _BOARD, "Bộ phận")
    page.end(20)
    for index in range(max(len(items) or 1, len(rows))):
        if index < len(items):
            _item(page, facts, items[index])
        elif not items and index == 0:
            page.span(*_LIST, "Không có việc gì cần cho ý kiến.", page.book.format(italic=True))
        if index < len(rows):
            scorecard.write_row(page, rows[index], _BOARD[0])
        page.end(17)
    page.wide(_legend(facts), page.book.format(italic=True, font_size=SMALL), height=16)
    page.gap(4)


def _legend(facts: Facts) -> str:
    """Return what the marks say of reports, and from where on a figure is at risk."""
    caution = show(facts.aggregate.register.caution)
    return (
        "Nộp: ✔ đã nộp, ◆ muộn, ✖ chưa nộp hoặc không được tính, ○ chưa đến hạn. Đánh giá: "
        f"◆ có nguy cơ (đạt từ {caution} % mức của kỳ), ✖ không đạt, ? chưa có số liệu."
    )


def _title(page: Page, columns: Columns, text: str) -> None:
    ink = f"#{look.HEADER_INK}"
    style = page.book.format(bold=True, font_size=12, font_color=ink, bottom=2, bottom_color=ink)
    page.span(*columns, text, style)


def _item(page: Page, facts: Facts, item: Matter) -> None:
    book = page.book
    plain = book.cell(top=0, text_wrap=False)
    small = book.cell(top=0, text_wrap=False, font_size=SMALL, indent=1)
    bold = book.cell(top=0, text_wrap=False, font_size=SMALL, bold=True, align="right")
    page.span(*_MARK, item.state.mark, book.coloured(item.state.colours, top=0))
    page.span(*_WHAT, fitted(item.what, _room(_WHAT), look.SIZE), plain)
    how = fitted(item.how, _room(_HOW), SMALL, bold=True)
    page.span(*_HOW, how if how == item.how else item.brief or how, bold)
    page.span(*_WHO, _who(facts, item, _room(_WHO) - INDENT), small)


def _who(facts: Facts, item: Matter, room: int) -> str:
    """Return whose an item is: names as far as they fit, two at most, the others counted."""
    if not item.departments:
        return fitted(item.where, room, SMALL)
    for names in (named(facts, item), named(facts, item, short=True), _coded(item)):
        for told in range(min(len(names), _NAMED), 0, -1):
            rest = len(names) - told
            whole = ", ".join(names[:told]) + (f" và {rest} bộ phận" if rest else "")
            if fitted(whole, room, SMALL) == whole:
                return whole
    return f"{len(item.departments)} bộ phận"


def _coded(item: Matter) -> list[str]:
    return with_brackets(item.departments, item.about)


def _room(columns: Columns) -> int:
    return UNIT * (columns[1] - columns[0] + 1)


def _year(page: Page, facts: Facts) -> None:
    """Write the year's due dates month by month, and beside them how far to trust the figures."""
    book, register, year = page.book, facts.aggregate.register, strip(facts)
    outside = f" (ngoài năm: {year.outside})" if year.outside else ""
    _title(
        page,
        _MONTHS,
        f"Hạn của các biện pháp năm {register.year} (mỗi bộ phận chủ trì tính riêng){outside}",
    )
    _title(page, _DOUBTS, "Độ tin cậy của số liệu")
    page.end(19)
    text = book.format(italic=True, text_wrap=True, valign="top", font_size=SMALL)
    page.span(*_DOUBTS, sentences.completeness(facts), text, rows=_DOUBT_ROWS)
    _months(page, facts)
    last = page.row + _DOUBT_ROWS - 1
    for state, counts in year.rows():
        if any(counts):
            _dates(page, state, counts)
    while page.row < last:
        page.end(15)


def _dates(page: Page, state: StateLook, counts: tuple[int, ...]) -> None:
    """Write how many due dates of each month are in one state."""
    book = page.book
    label = book.cell(top=0, text_wrap=False, shrink=True, font_size=SMALL)
    page.span(*_LABEL, f"{state.shown}: {sum(counts)}", label)
    filled = book.coloured(state.colours, top=0, **scorecard.COUNT)
    empty = book.cell(top=0)
    for month, count in enumerate(counts):
        first = _LABEL[1] + 1 + 2 * month
        page.span(first, first + 1, float(count) or None, filled if count else empty)
    page.end(15)


def _months(page: Page, facts: Facts) -> None:
    """Write the months, the as-of date's own in the loud heading colours."""
    book, today = page.book, facts.aggregate.as_of
    here = (today.year, today.month)
    for month in range(1, 13):
        now = here == (facts.aggregate.register.year, month)
        ink = {"bg_color": f"#{look.HEADER_INK}", "font_color": "#FFFFFF"} if now else {}
        style = book.format(bold=now, align="center", font_size=SMALL, **ink)
        first = _LABEL[1] + 1 + 2 * (month - 1)
        page.span(first, first + 1, f"T{month}", style)
    page.end(15)
