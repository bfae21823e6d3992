"""The workbook “cach-hieu.xlsx”: how each row is judged, to be read, printed and signed."""

from __future__ import annotations

from typing import TYPE_CHECKING

from qms_xlsx.book import look
from qms_xlsx.domain.indicator import Indicator
from qms_xlsx.domain.status import Status
from qms_xlsx.language.symbols import day
from qms_xlsx.say import VIETNAMESE, text
from qms_xlsx.write.summary import table
from qms_xlsx.write.summary.book import SummaryBook
from qms_xlsx.write.summary.heading import dateline, office_heading, signatures
from qms_xlsx.write.summary.page import Page

if TYPE_CHECKING:
    from collections.abc import Sequence
    from datetime import date
    from pathlib import Path

    from qms_xlsx.domain.register import Register
    from qms_xlsx.say.readings import RowReading
    from qms_xlsx.write.summary.page import Cell

NAME = "Cách hiểu"
WIDTHS = (42, 196, 158, 292, 132, 132, 56)
HEADINGS = (
    "TT",
    "Mục tiêu, chỉ tiêu",
    "Mức phấn đấu (lời văn)",
    "Cách hiểu",
    "Ví dụ",
    "Cần xem lại",
    "Xác nhận",
)
_LEFT, _RIGHT = (0, 2), (3, 6)
LOOK = "◆ Cần xem"


def write_readings(
    register: Register, rows: Sequence[RowReading], path: Path, created: date
) -> None:
    """Write the readings of a register to a workbook."""
    title = f"Cách hiểu mục tiêu chất lượng năm {register.year}"
    book = SummaryBook(path, title=title, author=register.organisation, created=created)
    _write(book, register, rows)
    book.close()


def _write(book: SummaryBook, register: Register, rows: Sequence[RowReading]) -> None:
    page = Page(book, NAME, WIDTHS, footer=f"{register.organisation} · năm {register.year}")
    office_heading(page, register, _LEFT, _RIGHT)
    dateline(page, register, _LEFT, _RIGHT, left="")
    page.gap(6)
    _title(page, register, rows)
    first = page.row
    table.header(page, HEADINGS)
    page.frozen(page.row, first=first)
    for row in rows:
        page.line(_cells(book, row))
    signatures(page, register, _LEFT, _RIGHT)
    page.finish()


def _title(page: Page, register: Register, rows: Sequence[RowReading]) -> None:
    book = page.book
    bold = book.format(bold=True, font_size=look.TITLE_SIZE, align="center")
    page.wide(f"CÁCH HIỂU CÁC MỤC TIÊU CHẤT LƯỢNG NĂM {register.year}", bold, height=24)
    if register.decision_number:
        signed = day(register.decision_date)
        decided = f"(Theo Quyết định số {register.decision_number}"
        decided += f" ngày {signed})" if signed else ")"
        page.wide(decided, book.format(italic=True, align="center"))
    page.gap(4)
    page.wide(_summary(rows), book.format(text_wrap=True))
    page.gap(4)


def _summary(rows: Sequence[RowReading]) -> str:
    reported = sum(isinstance(row.objective, Indicator) and not row.unread for row in rows)
    open_rows, unread = sum(row.provisional for row in rows), sum(row.unread for row in rows)
    told = (
        f"{reported} chỉ tiêu được xét như dưới đây; ví dụ là số giả định, xét đúng như số thật. "
        "Chỗ nào chưa đúng ý của quyết định thì sửa ở sổ mục tiêu; đúng thì ghi “x” vào cột xác "
        "nhận của sổ mục tiêu."
    )
    if unread:
        told += f" Có {unread} dòng chưa xét được, phải sửa sổ mục tiêu trước."
    if open_rows:
        told += f" Còn {open_rows} dòng cần xem lại, chưa xác nhận: kết quả tạm tính."
    return told


def _cells(book: SummaryBook, row: RowReading) -> list[Cell]:
    objective = row.objective
    section = not isinstance(objective, Indicator)
    style = table.section(book) if section else book.cell()
    middle = table.section(book, align="center") if section else book.cell(align="center")
    plain = book.cell(bg_color=f"#{look.SECTION_FILL}") if section else style
    doubt = _doubt(row)
    return [
        (objective.number or objective.code, middle),
        (_named(row), style),
        (objective.target or None, plain),
        (text(row.sentence, VIETNAMESE), plain),
        (text(row.example, VIETNAMESE) if row.example else None, plain),
        (doubt, book.coloured(_AMBER, align="left", bold=False) if doubt else plain),
        ("x" if row.confirmed else None, middle),
    ]


_AMBER = look.STATUS_COLOURS[Status.AT_RISK]


def _named(row: RowReading) -> str:
    """Return the name, with what is counted where two counts make a share."""
    objective = row.objective
    parts = [objective.name]
    if objective.numerator_label:
        parts.append(f"Tử số: {objective.numerator_label}")
    if objective.denominator_label:
        parts.append(f"Mẫu số: {objective.denominator_label}")
    return "\n".join(parts)


def _doubt(row: RowReading) -> str | None:
    if not row.doubtful:
        return None
    lines = [LOOK, *(text(note, VIETNAMESE) for note in row.notes)]
    for option in row.question.options if row.question else ():
        answer, consequence = (text(m, VIETNAMESE) for m in (option.answer, option.consequence))
        lines.append(f"• {answer}: {consequence}")
    return "\n".join(lines)
