"""Sheet "Dữ liệu": every figure as reported, a row a component and a column a slot.

This is the sheet that grows with the forms: formats are fetched once, empty cells are not
written, and the grid is one conditional format.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from qms_xlsx import say
from qms_xlsx.book import look
from qms_xlsx.book.areas import Area, Column
from qms_xlsx.book.labels import COMPONENTS
from qms_xlsx.domain.period import SLOTS
from qms_xlsx.domain.status import Status
from qms_xlsx.domain.submission import Mark
from qms_xlsx.language.numbers import decimals, show
from qms_xlsx.say.figures import number_format, scope
from qms_xlsx.say.sentences import every_figure
from qms_xlsx.say.states import MISSING
from qms_xlsx.write.summary import table
from qms_xlsx.write.summary.data_rows import FIRST_SLOT, NAME, TOP, Data, DataRow, series
from qms_xlsx.write.summary.page import PRINTED, Link, Page

if TYPE_CHECKING:
    from collections.abc import Mapping
    from typing import Any

    from qms_xlsx.domain.finding import Place
    from qms_xlsx.judge.results import Result, Shown
    from qms_xlsx.say.facts import Facts
    from qms_xlsx.write.summary.book import SummaryBook
    from qms_xlsx.write.summary.page import Cell
    from qms_xlsx.write.summary.xlsx import Format

DATA = Area(
    "data",
    NAME,
    (
        Column("number", "TT", 5.4),
        Column("name", "Chỉ tiêu", 30),
        Column("department", "Bộ phận", 7.4),
        Column("component", "Số liệu", 7.4),
        *(Column(slot.key, slot.label, 4.6) for slot in SLOTS),
        Column("to_date", "Lũy kế", 7.6),
        Column("in_period", "Trong kỳ", 7.6),
        Column("period_target", "Mức của kỳ", 7.6),
        Column("attainment", "Tỷ lệ (%)", 6.6),
        Column("percent_of_year", "So với năm (%)", 7.6),
        Column("status", "Đánh giá", 15.4),
        Column("provisional", "Tạm tính", 6),
        Column("estimate_from", "Ước từ", 6),
        Column("file", "Tệp", 30),
        Column("sheet", "Trang", 10),
        Column("cell", "Ô", 9),
        Column("why", "Vì sao đánh giá như vậy", 80),
    ),
)
_KEPT = 5
"""Columns repeated on the second printed page: key, TT, name, department, component."""
_SLOT_COLUMNS = {slot: column for column, slot in enumerate(SLOTS, FIRST_SLOT)}
_RESULT = _KEPT + len(SLOTS)
_STATUS, _PROVISIONAL, _ESTIMATE = _RESULT + 5, _RESULT + 6, _RESULT + 7
_FILE, _WHY = _RESULT + 8, _RESULT + 11
_SMALL = look.SIZE - 1
_HARMLESS = re.compile(r"[\w\-. /]{1,150}\.(xlsx|xlsm|xls|ods)")
_PLAIN_SHEET = re.compile(r"[\w\- ]{1,31}")
_ROW = 14.5
_SMALLEST = 0.9
"""The scale at which the sheet's letters are still nine points high."""
_BLANKS = "Ô trống: chưa báo cáo; KPS: không phát sinh."
_ROWS = (
    "Bản in chỉ có dòng đậm, kết quả chung của cơ quan; dòng của từng bộ phận, tệp và ô gốc xem "
    "trên màn hình; tử số, mẫu số in ở trang Bộ phận."
)
_MANY = "Cơ quan có {n} bộ phận: trang này chỉ có kết quả chung."


def write(book: SummaryBook, facts: Facts, data: Data, files: Mapping[str, str]) -> None:
    """Write the sheet; `files` holds the addresses of the source files that may be linked."""
    widths = [20, *(round(column.width * 7 + 5) for column in DATA.columns)]
    page = Page(book, NAME, widths, footer=scope(facts.aggregate))
    page.hide(_unused(facts))
    page.title("DỮ LIỆU GỐC", scope(facts.aggregate), first=1)
    page.end(page.span(1, _STATUS, _note(facts), book.format(italic=True, text_wrap=True)))
    table.marker(page, DATA)
    style = book.header(font_size=_SMALL)
    page.line([("Khóa", style), *((c.label, style) for c in DATA.columns)], height=30)
    page.frozen(page.row, columns=_KEPT)
    writer = _Writer(page, data, files)
    for row in page.fitting(data.rows):
        if page.row == TOP + len(data.places):
            page.grows()  # charts look at the rows before
        writer.write(row)
    last = max(page.row - 1, TOP)
    table.grid(page, (TOP, 1, last, len(DATA.columns)))
    page.sheet.autofilter(TOP - 1, 1, last, len(DATA.columns))
    _print(page, data)


def _note(facts: Facts) -> str:
    """Return what the empty cells mean, and where the departments' rows are."""
    if facts.listed:
        return f"{_BLANKS} {_ROWS}"
    many = _MANY.format(n=show(float(len(facts.aggregate.register.departments))))
    return f"{_BLANKS} {many} {every_figure(facts)}"


def _print(page: Page, data: Data) -> None:
    """Print the organisation's rows up to their status, in two parts where one would be small."""
    hidden = page.print.hidden
    shown = {c: page.widths[c] for c in range(1, _STATUS + 1) if c not in hidden}
    page.sheet.print_area(0, 0, TOP + len(data.places) - 1, _STATUS)
    if sum(shown.values()) > PRINTED / _SMALLEST:
        page.sheet.set_v_pagebreaks([_RESULT])
        page.sheet.set_print_scale(round(100 * _SMALLEST))
    else:
        page.fit(1, 0)


def _unused(facts: Facts) -> set[int]:
    """Return the columns of keys, of slots that nobody fills, and of those still to come."""
    used = {o.cadence for o in facts.aggregate.register.indicators}
    end = facts.aggregate.period.end_month
    filled = {
        slot for s in facts.aggregate.submissions for own in s.entries.values() for slot in own
    }
    hidden = {0}
    if facts.aggregate.period.slot.months[0] == 1:
        hidden.add(_RESULT + 1)  # what is in the period is what there is to date
    for slot, column in _SLOT_COLUMNS.items():
        if slot.cadence not in used or (slot.end_month > end and slot not in filled):
            hidden.add(column)
    return hidden


class _Writer:
    """Writes rows with formats fetched once."""

    def __init__(self, page: Page, data: Data, files: Mapping[str, str]) -> None:
        self.page, self.sheet, self.data, self.files = page, page.sheet, data, files
        book = page.book
        self.own = book.cell(**_SHADED)
        self.own_middle = book.cell(**_SHADED, align="center")
        self.text = book.cell(**_FLAT, shrink=True)
        self.told = book.cell(**_FLAT)
        self.middle = book.cell(**_FLAT, shrink=True, align="center")
        self.number = book.figure("General", **_FLAT)
        blue = f"#{look.LINK_INK}"
        self.link = book.cell(**_FLAT, shrink=True, font_color=blue, underline=1)
        self.status = {s: book.status(s, **_FLAT) for s in Status}
        self.figures: dict[int, Format] = {}

    def write(self, row: DataRow) -> None:
        """Write one row."""
        if row.department is None:
            self._organisation(row)
        else:
            self._component(row)

    def _organisation(self, row: DataRow) -> None:
        page, own, objective = self.page, self.own, row.objective
        link = self.data.detail_link(objective.code)
        cells: list[Cell] = [
            (row.key, own),
            (objective.number or None, self.own_middle),
            (objective.name, own),  # it runs on over the two empty cells beside it
        ]
        cells += [(None, own)] * (len(DATA.columns) - 2)
        cells[_FILE] = (link, self.link) if link else (None, own)
        page.line(cells, height=_ROW)
        page.row -= 1  # the figures stand over the empty cells
        if row.result is not None:
            for slot, value in series(row.result).items():
                shown = value.value if isinstance(value, Mark) else value
                page.put(
                    page.row,
                    _SLOT_COLUMNS[slot],
                    table.plain(shown),
                    self._figure(shown, bold=True),
                )
            self._result(row.result, bold=True)
        page.row += 1

    def _component(self, row: DataRow) -> None:
        """Write a department's row, its verdict beside its first component."""
        put, index, component = self.page.put, self.page.row, row.component
        put(index, 0, row.key, self.text)
        put(index, 1, row.objective.number, self.middle)
        put(index, 3, row.department, self.middle)
        put(index, 4, COMPONENTS[component] if component else None, self.text)
        for slot, entry in row.entries.items():
            value, column = entry.value, _SLOT_COLUMNS[slot]
            if value.__class__ is float:
                self.sheet.number(index, column, value, self.number)
            else:
                shown = value.value if isinstance(value, Mark) else table.plain(value)
                put(index, column, shown, self.number)
        if row.result is not None:
            self._result(row.result)
            put(index, _ESTIMATE, _estimate(row) or None, self.middle)
        self._source(row, index)
        self.page.end(_ROW)

    def _result(self, result: Result, *, bold: bool = False) -> None:
        index, put = self.page.row, self.page.put
        values = (
            result.actual,
            result.in_period,
            result.period_target,
            result.attainment,
            result.percent_of_year,
        )
        for column, value in enumerate(values, _RESULT):
            if value is not None:
                put(index, column, table.plain(value), self._figure(value, bold=bold))
        if result.status:
            put(index, _STATUS, result.status.shown, self.status[result.status])
        if result.provisional:
            put(index, _PROVISIONAL, "x", self.own_middle if bold else self.middle)
        put(index, _WHY, say.text(result.why, say.VIETNAMESE), self.told)

    def _figure(self, value: Shown, *, bold: bool) -> Format:
        if isinstance(value, bool | str):
            return self.own_middle if bold else self.middle
        places = decimals(value)
        found = self.figures.get(places + 10 * bold)
        if found is None:
            style = _SHADED if bold else _FLAT
            found = self.page.book.figure(number_format(places), **style)
            self.figures[places + 10 * bold] = found
        return found

    def _source(self, row: DataRow, index: int) -> None:
        put, entries = self.page.put, row.entries
        if not entries:
            if row.submission is None:
                put(index, _FILE, MISSING, self.text)
            return
        first, last = entries[min(entries)].place, entries[max(entries)].place
        address = file_link(self.files, first, first.file) if row.result else None
        put(index, _FILE, address or first.file, self.link if address else self.text)
        put(index, _FILE + 1, first.sheet, self.text)
        cells = first.cell if first.cell == last.cell else f"{first.cell}:{last.cell}"
        put(index, _FILE + 2, cells, self.text)


_FLAT: dict[str, Any] = {"font_size": _SMALL, "text_wrap": False, "border": 0}
_SHADED: dict[str, Any] = _FLAT | {
    "bold": True,
    "bg_color": f"#{look.SECTION_FILL}",
}


def _estimate(row: DataRow) -> str | None:
    if row.submission is None:
        return None
    remark = row.submission.remarks.get(row.objective.code)
    return remark.estimate_from.label if remark and remark.estimate_from else None


def file_link(files: Mapping[str, str], place: Place, shown: str) -> Link | None:
    """Return a link to a cell of a source file; None where its names may not stand in one."""
    target = files.get(place.file)
    if target is None or not _PLAIN_SHEET.fullmatch(place.sheet):
        return None
    return Link(f"{target}#'{place.sheet}'!{place.cell}", shown)


def linkable(path: str) -> bool:
    """Whether a source file's relative address may stand in a link: plain characters only."""
    return bool(_HARMLESS.fullmatch(path))
