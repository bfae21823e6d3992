"""Sheet "Dữ liệu": every figure as reported, a row a component and a column a slot."""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import TYPE_CHECKING

from qms_xlsx import look
from qms_xlsx.aggregate.goals import components
from qms_xlsx.domain.numbers import significant
from qms_xlsx.domain.period import SLOTS, Slot
from qms_xlsx.domain.submission import Mark
from qms_xlsx.layout import COMPONENTS, NO, YES, Area, Column
from qms_xlsx.summary.page import PRINTED, Link, Page
from qms_xlsx.summary.words import decimals, number_format, scope

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping

    from qms_xlsx.aggregate.results import Result, Shown
    from qms_xlsx.domain.register import Component, Objective
    from qms_xlsx.domain.submission import Entry, Submission, Value
    from qms_xlsx.summary.book import Book
    from qms_xlsx.summary.facts import Facts
    from qms_xlsx.summary.xlsx import Format

NAME = "Dữ liệu"
DATA = Area(
    "data",
    NAME,
    (
        Column("number", "TT", 6),
        Column("name", "Chỉ tiêu", 42),
        Column("department", "Bộ phận", 9),
        Column("component", "Số liệu", 9),
        *(Column(slot.key, slot.label, 5.6) for slot in SLOTS),
        Column("to_date", "Lũy kế", 9),
        Column("in_period", "Trong kỳ", 9),
        Column("period_target", "Mức của kỳ", 9),
        Column("attainment", "Tỷ lệ (%)", 9),
        Column("percent_of_year", "% năm", 9),
        Column("status", "Đánh giá", 14),
        Column("provisional", "Tạm tính", 7),
        Column("estimate_from", "Ước từ", 6),
        Column("file", "Tệp", 26),
        Column("sheet", "Trang", 10),
        Column("cell", "Ô", 9),
    ),
)
ORGANISATION = "result"
"""The component of the organisation's own row of an objective: `/TL-5a2:result`."""

_TOP = 5
"""Rows above the first data row: title, scope, key, marker, heading."""
_FIRST_SLOT = 5
_AFTER_SLOTS = _FIRST_SLOT + len(SLOTS)
_SMALL = look.SIZE - 2
_HARMLESS = re.compile(r"[\w\-. /()]{1,150}\.(xlsx|xlsm|xls|ods)")
_PLAIN_SHEET = re.compile(r"[\w\- ]{1,31}")
_NOTE = (
    "Ô trống: chưa báo cáo; KPS: không phát sinh; 0: có báo cáo và bằng không. "
    "Dòng đậm: kết quả chung của cơ quan."
)


@dataclass(frozen=True, slots=True)
class Row:
    """A row of the sheet: the organisation's (department None), or a department's component."""

    objective: Objective
    department: str | None
    component: Component | None
    result: Result | None
    submission: Submission | None

    @property
    def key(self) -> str:
        """The row's machine key: `<department>/<code>:<component>`."""
        part = self.component.value if self.component else ORGANISATION
        return f"{self.department or ''}/{self.objective.code}:{part}"

    @property
    def entries(self) -> Mapping[Slot, Entry]:
        """The accepted cells of the row."""
        if self.submission is None or self.component is None:
            return {}
        return self.submission.entries.get((self.objective.code, self.component), {})


@dataclass(frozen=True)
class Data:
    """The sheet's rows, and where each objective's stand."""

    rows: tuple[Row, ...]
    places: Mapping[tuple[str | None, str], int]
    """Index of the first row of a department (None: the organisation) and an objective."""

    def link(self, code: str, shown: str, department: str | None = None) -> Link | None:
        """Return a link to an objective's figures; None when there are none or text is unsafe."""
        row = self.places.get((department, code))
        if row is None or not re.fullmatch(r"[\w.\-]{1,12}", shown):
            return None
        return Link(f"#'{NAME}'!B{row + 1}", shown)


def data_of(facts: Facts) -> Data:
    """Return the rows in the register's order: an objective's own, then its departments'."""
    rows = tuple(_rows(facts))
    places: dict[tuple[str | None, str], int] = {}
    for index, row in enumerate(rows, _TOP):
        places.setdefault((row.department, row.objective.code), index)
    return Data(rows, places)


def _rows(facts: Facts) -> Iterator[Row]:
    register, submissions = facts.aggregate.register, facts.submissions
    own: dict[str, list[Result]] = {}
    for result in facts.aggregate.results:
        own.setdefault(result.objective.code, []).append(result)
    for objective in register.objectives:
        parts = components(objective)
        for result in own.get(objective.code, ()):
            code = result.department
            if code is None:
                yield Row(objective, None, None, result, None)
                continue
            for index, part in enumerate(parts):
                judged = result if index == 0 else None
                yield Row(objective, code, part, judged, submissions.get(code))


def write(book: Book, facts: Facts, data: Data, files: Mapping[str, str]) -> None:
    """Write the sheet; `files` holds the addresses of the source files that may be linked."""
    widths = [20, *(round(column.width * 7 + 5) for column in DATA.columns)]
    page = Page(book, NAME, widths, footer=scope(facts.aggregate))
    page.title("DỮ LIỆU GỐC", scope(facts.aggregate), first=1)
    page.line([(_NOTE, book.format(italic=True))], first=1)
    _marker(page)
    _print_on_two_pages(page, facts)
    writer = _Writer(page, files)
    for row in data.rows:
        writer.write(row)
    page.sheet.autofilter(_TOP - 1, 1, max(page.row - 1, _TOP), len(DATA.columns))
    page.finish()


def _marker(page: Page) -> None:
    hidden = page.book.format(font_size=8, font_color=f"#{look.GREY_INK}")
    page.line([(text, hidden) for text in (DATA.marker, *DATA.keys)])
    page.sheet.set_row(page.row - 1, 12, None, {"hidden": True})
    style = page.book.header(font_size=_SMALL)
    page.line([("Khóa", style), *((c.label, style) for c in DATA.columns)], height=30)
    page.frozen(page.row, columns=5)


def _print_on_two_pages(page: Page, facts: Facts) -> None:
    """Hide what nobody uses, and break the page after the slots: one page would be unreadable."""
    used = {o.cadence for o in facts.aggregate.register.indicators}
    page.sheet.set_column_pixels(0, 0, page.widths[0], None, {"hidden": True})
    shown = sum(page.widths[1:_FIRST_SLOT])
    for column, slot in enumerate(SLOTS, _FIRST_SLOT):
        if slot.cadence in used:
            shown += page.widths[column]
        else:
            page.sheet.set_column_pixels(
                column, column, page.widths[column], None, {"hidden": True}
            )
    right = sum(page.widths[1:_FIRST_SLOT]) + sum(page.widths[_AFTER_SLOTS:])
    page.sheet.set_print_scale(min(100, int(94 * PRINTED / max(shown, right))))
    page.sheet.set_v_pagebreaks([_AFTER_SLOTS])


class _Writer:
    """Writes rows with formats fetched once: this is the sheet that grows with the forms."""

    def __init__(self, page: Page, files: Mapping[str, str]) -> None:
        self.page, self.files = page, files
        self.styles = {own: _styles(page.book, own=own) for own in (True, False)}

    def write(self, row: Row) -> None:
        """Write one row."""
        page, sheet, index = self.page, self.page.sheet, self.page.row
        text, number, link, middle, name = self.styles[row.department is None]
        page.put(index, 0, row.key, text)
        page.put(index, 1, row.objective.number or None, middle)
        page.put(index, 2, row.objective.name, name)
        page.put(index, 3, row.department, middle)
        page.put(index, 4, COMPONENTS[row.component] if row.component else "Kết quả", text)
        entries = row.entries
        for column, slot in enumerate(SLOTS, _FIRST_SLOT):
            entry = entries.get(slot)
            if entry is None:
                sheet.write_blank(index, column, None, number)
            else:
                self._entry(index, column, entry.value, number)
        self._result(row, index)
        self._source(row, index, text, link)
        page.end(page.needed(2, row.objective.name, name))

    def _entry(self, row: int, column: int, value: Value, style: Format) -> None:
        if isinstance(value, bool):
            self.page.put(row, column, YES if value else NO, style)
        elif isinstance(value, Mark):
            self.page.put(row, column, value.value, style)
        elif isinstance(value, str):
            self.page.put(row, column, value, style)
        else:
            self.page.sheet.write_number(row, column, value, style)

    def _result(self, row: Row, index: int) -> None:
        text, number, _, middle, _ = self.styles[row.department is None]
        result, column, put = row.result, _AFTER_SLOTS, self.page.put
        if result is None:
            for offset in range(8):
                self.page.sheet.write_blank(index, column + offset, None, number)
            return
        for offset, value in enumerate(
            (
                result.actual,
                result.in_period,
                result.period_target,
                result.attainment,
                result.percent_of_year,
            )
        ):
            put(index, column + offset, _plain(value), self._figure(row, value))
        status = result.status
        shown = self.page.book.status(status, font_size=_SMALL) if status else text
        put(index, column + 5, status.shown if status else None, shown)
        put(index, column + 6, "x" if result.provisional else None, middle)
        put(index, column + 7, _estimate(row), middle)

    def _figure(self, row: Row, value: Shown | None) -> Format:
        own = row.department is None
        if isinstance(value, bool | str) or value is None:
            return self.styles[own][1]
        return self.page.book.figure(number_format(decimals(value)), **_base(own=own))

    def _source(self, row: Row, index: int, text: Format, link: Format) -> None:
        column, put = _AFTER_SLOTS + 8, self.page.put
        places = [entry.place for _, entry in sorted(row.entries.items())]
        if not places:
            missing = row.department is not None and row.submission is None
            put(index, column, "Chưa nộp" if missing else None, text)
            put(index, column + 1, None, text)
            put(index, column + 2, None, text)
            return
        first, last = places[0], places[-1]
        cells = first.cell if first.cell == last.cell else f"{first.cell}:{last.cell}"
        address = self._address(first.file, first.sheet, first.cell)
        put(index, column, address or first.file, link if address else text)
        put(index, column + 1, first.sheet, text)
        put(index, column + 2, cells, text)

    def _address(self, file: str, sheet: str, cell: str) -> Link | None:
        target = self.files.get(file)
        if target is None or not _PLAIN_SHEET.fullmatch(sheet):
            return None
        return Link(f"{target}#'{sheet}'!{cell}", file)


def _base(*, own: bool) -> dict[str, object]:
    shade = {"bold": True, "bg_color": f"#{look.SECTION_FILL}"} if own else {}
    return {"font_size": _SMALL, "text_wrap": False, **shade}


def _styles(book: Book, *, own: bool) -> tuple[Format, Format, Format, Format, Format]:
    base = _base(own=own)
    return (
        book.cell(**base, shrink=True),
        book.figure("General", **base),
        book.cell(**base, shrink=True, font_color=f"#{look.LINK_INK}", underline=1),
        book.cell(**base, align="center", shrink=True),
        book.cell(**(base | {"text_wrap": True})),
    )


def _plain(value: Shown | None) -> str | float | None:
    if isinstance(value, bool):
        return YES if value else NO
    return significant(value) if isinstance(value, int | float) else value


def _estimate(row: Row) -> str | None:
    if row.submission is None:
        return None
    remark = row.submission.remarks.get(row.objective.code)
    return remark.estimate_from.label if remark and remark.estimate_from else None


def linkable(path: str) -> bool:
    """Whether a source file's relative address may stand in a link: plain characters only."""
    return bool(_HARMLESS.fullmatch(path))
