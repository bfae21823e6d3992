"""Sheet "Dữ liệu" of the level above: every figure of every office, with the cell it stands in."""

from __future__ import annotations

from typing import TYPE_CHECKING

from qms_xlsx.book import look
from qms_xlsx.book.areas import Area, Column
from qms_xlsx.judge.matching import NotAdded
from qms_xlsx.say import figures as words
from qms_xlsx.write.summary import table
from qms_xlsx.write.summary.page import Page

if TYPE_CHECKING:
    from collections.abc import Iterator

    from qms_xlsx.domain.office import OfficeRow
    from qms_xlsx.write.rollup.view import Above
    from qms_xlsx.write.summary.book import SummaryBook
    from qms_xlsx.write.summary.page import Value

NAME = "Dữ liệu"
OFFICES = Area(
    "offices",
    NAME,
    (
        Column("number", "TT", 5),
        Column("name", "Chỉ tiêu của cơ quan", 30),
        Column("office", "Cơ quan", 20),
        Column("above", "Mã cấp trên", 7.4),
        Column("added", "Được cộng", 15),
        Column("unit", "ĐVT", 8),
        Column("actual", "Thực hiện", 10),
        Column("numerator", "Tử số", 9),
        Column("denominator", "Mẫu số", 9),
        Column("target", "Mức của kỳ", 10),
        Column("status", "Đánh giá", 15),
        Column("provisional", "Tạm tính", 6),
        Column("file", "Tệp", 34),
        Column("sheet", "Trang", 14),
        Column("cell", "Ô", 7),
    ),
)
_WHY = {
    NotAdded.CODE: "✂ mã không có ở cấp trên",
    NotAdded.OTHERWISE: "✂ cách hiểu khác",
    NotAdded.UNIT: "✂ khác đơn vị",
    NotAdded.PARTS: "✂ thiếu tử số, mẫu số",
}
_PRINTED = OFFICES.keys.index("provisional") + 1
"""The last column on paper: where a figure stands is looked up on the screen."""
_SMALL = look.SIZE - 1


def write(book: SummaryBook, above: Above) -> None:
    """Write the sheet: rows in the order of the offices, formats fetched once."""
    widths = [20, *(round(column.width * 7 + 5) for column in OFFICES.columns)]
    page = Page(book, NAME, widths, footer=words.scope(above.aggregate))
    page.title("SỐ LIỆU CỦA TỪNG CƠ QUAN", words.scope(above.aggregate), first=1)
    table.marker(page, OFFICES)
    style = book.header(font_size=_SMALL)
    page.line([("Khóa", style), *((c.label, style) for c in OFFICES.columns)], height=30)
    page.frozen(page.row, columns=4)
    page.hide([0])
    top, text = page.row, book.format(font_size=_SMALL, shrink=True)
    number = book.format(font_size=_SMALL, num_format="#,##0.##", shrink=True)
    page.grows()
    for values in page.fitting(_rows(above)):
        for column, value in enumerate(values):
            if value is not None and value != "":
                page.put(page.row, column, value, number if value.__class__ is float else text)
        page.advance()
    last = max(page.row - 1, top)
    table.grid(page, (top, 1, last, len(OFFICES.columns)))
    page.sheet.autofilter(top - 1, 1, last, len(OFFICES.columns))
    page.sheet.print_area(0, 1, last, _PRINTED)


def _rows(above: Above) -> Iterator[list[Value]]:
    for one in above.rolled.counted:
        added = "✔" if one.item is not None else "chưa có số liệu"
        yield _values(above, one.office, one.row, one.row.follows or one.row.code, added)
    for lost in above.rolled.left_out:
        yield _values(above, lost.office, lost.row, lost.objective, _WHY[lost.why])


def _values(above: Above, office: str, row: OfficeRow, code: str, added: str) -> list[Value]:
    return [
        f"{office}/{row.code}",
        row.number,
        row.name,
        above.names[office],
        code,
        added,
        row.unit,
        table.plain(row.actual),
        row.numerator,
        row.denominator,
        table.plain(row.period_target),
        row.status.shown if row.status else None,
        "x" if row.provisional or row.doubt else None,
        row.place.file,
        row.place.sheet,
        row.place.cell,
    ]
