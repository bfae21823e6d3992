"""Sheet "Điều chỉnh": what of closed periods reads otherwise today."""

from __future__ import annotations

from typing import TYPE_CHECKING

from qms_xlsx.book import look
from qms_xlsx.book.areas import OBJECTIVES
from qms_xlsx.book.labels import COMPONENTS
from qms_xlsx.domain.indicator import RATIO, Component
from qms_xlsx.say import figures as words
from qms_xlsx.say.sentences import restated
from qms_xlsx.write.summary import table
from qms_xlsx.write.summary.actions_sheet import objective_name
from qms_xlsx.write.summary.data_sheet import file_link
from qms_xlsx.write.summary.page import Page

if TYPE_CHECKING:
    from collections.abc import Mapping

    from qms_xlsx.domain.closing import Restatement
    from qms_xlsx.domain.status import Status
    from qms_xlsx.say.facts import Facts
    from qms_xlsx.write.summary.book import SummaryBook
    from qms_xlsx.write.summary.page import Cell

NAME = "Điều chỉnh"
WIDTHS = (30, 78, 186, 104, 98, 72, 72, 128, 140, 70, 86, 86)
HEADINGS = (
    "TT",
    "Kỳ đã chốt",
    "Mục tiêu, chỉ tiêu",
    "Bộ phận",
    "Nội dung",
    "Đã báo cáo",
    "Nay ghi",
    "Được tính",
    "Tệp, ô",
    "Từ ngày",
    "Đánh giá khi chốt",
    "Đánh giá nay",
)
_SIZE = look.SIZE - 1
_REGISTER = "Sổ mục tiêu"


def write(book: SummaryBook, facts: Facts, files: Mapping[str, str]) -> None:
    """Write the sheet, if there is anything to list; `files` may be linked."""
    lines = facts.aggregate.restatements
    if not lines:
        return  # Nguồn says so
    page = Page(book, NAME, WIDTHS, footer=words.scope(facts.aggregate))
    page.title("ĐIỀU CHỈNH SỐ LIỆU CÁC KỲ ĐÃ CHỐT", words.scope(facts.aggregate))
    page.line([(f"{restated(lines)}.", book.format(italic=True))])
    style = book.header(font_size=_SIZE)
    page.line([(label, style) for label in HEADINGS], height=32)
    page.frozen(page.row, columns=3)
    first = page.row - 1
    for index, line in enumerate(page.fitting(lines), 1):
        page.line(_cells(book, facts, files, index, line))
    page.sheet.autofilter(first, 0, page.row - 1, len(WIDTHS) - 1)
    page.finish()


def _cells(
    book: SummaryBook, facts: Facts, files: Mapping[str, str], index: int, line: Restatement
) -> list[Cell]:
    text, place = book.cell(font_size=_SIZE), line.place
    link = file_link(files, place, f"{place.file} · {place.cell}")
    own = book.cell(font_size=_SIZE, underline=1, font_color=f"#{look.LINK_INK}")
    return [
        (float(index), book.figure("0", align="center", font_size=_SIZE)),
        (line.period.label, text),
        (objective_name(facts, line.objective), text),
        (facts.name(line.department) if line.department else _REGISTER, text),
        (_what(line), text),
        table.figure(book, line.reported, font_size=_SIZE, align="center"),
        table.figure(book, line.now, font_size=_SIZE, align="center"),
        (_counted(line), text),
        (link or str(place) or None, own if link else text),
        (line.since, book.cell(font_size=_SIZE, num_format=look.DATE, align="center")),
        _status(book, line.status_reported),
        _status(book, line.status_now),
    ]


def _what(line: Restatement) -> str:
    """Return which figure a line is about, or which column of the register."""
    if line.slot is None:
        return OBJECTIVES.column(line.column).label
    half = line.component if line.component in RATIO else None
    return f"{line.slot.label} · {COMPONENTS[Component(half)].lower()}" if half else line.slot.label


def _counted(line: Restatement) -> str:
    if line.department is None:
        return "Theo sổ hiện nay"
    if not line.counted:
        return "Không: giữ số đã báo cáo"
    return f"Có: {line.reason}" if line.reason else "Có"


def _status(book: SummaryBook, status: Status | None) -> Cell:
    if status is None:
        return None, book.cell(font_size=_SIZE, align="center")
    return status.shown, book.status(status, font_size=_SIZE)
