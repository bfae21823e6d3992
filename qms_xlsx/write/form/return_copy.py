"""What makes a form a return copy: wrong cells marked, and an index of the findings in front."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

from openpyxl.comments import Comment
from openpyxl.styles import Alignment, Border, Font, PatternFill, Side
from openpyxl.utils import get_column_letter
from openpyxl.worksheet.hyperlink import Hyperlink

from qms_xlsx import say
from qms_xlsx.book import look
from qms_xlsx.book.areas import ACTIONS, FINDINGS_INDEX
from qms_xlsx.book.keys import CellKey
from qms_xlsx.domain.finding import Excludes, Severity
from qms_xlsx.say.findings import MARKS, fault, mend, severity
from qms_xlsx.write.form.lists import quoted
from qms_xlsx.write.form.paper import break_pages
from qms_xlsx.write.form.progress_area import NEXT_ACTION
from qms_xlsx.write.form.screen import open_at, protect
from qms_xlsx.write.templating import height_of, put

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Mapping, Sequence

    from openpyxl.cell.cell import Cell
    from openpyxl.workbook.workbook import Workbook
    from openpyxl.worksheet.worksheet import Worksheet

    from qms_xlsx.book.keys import Entries
    from qms_xlsx.domain.finding import Finding

_COLUMNS = (("TT", 5), ("Mức độ", 13), ("Hậu quả", 17), ("Ô cần sửa, cần ghi", 20),
            ("Nội dung", 60), ("Cách sửa", 52), ("Mã", 8))  # fmt: skip
_LINK = 4
"""The column that leads to the cell."""
_COSTS = {
    Excludes.FILE: "Cả biểu mẫu không được dùng",
    Excludes.ROW: "Dòng này không được tính",
    Excludes.CELL: "Ô này không được tính",
    Excludes.NOTHING: "",
}
"""What a finding costs until it is mended, the worst first."""
_LOOKS = {
    Severity.ERROR: (look.Colours("C0392B", "FFFFFF"), look.ERROR_FILL),
    Severity.WARNING: (look.Colours("FFD966", "4A3500"), "FFE9A8"),
    Severity.INFO: (look.Colours("FFFFFF", look.INK), "E3ECF5"),
}
"""Of each severity its colours in the index, and the fill of the cell."""
_FILLED_IN = {
    "missed_without_cause": ("cause", "remedy"),
    "at_risk_without_remedy": ("cause", "remedy"),
    "done_without_evidence": ("evidence_number",),
    "times_not_counted": ("times_done",),
    "closed_without_effectiveness": ("effectiveness",),
    "action_without_owner_or_day": ("owner", "due"),
}
"""Where what is missing is filled in, of findings that stand at their row: the first blank."""
_MENDED_IN = {
    "done_before_it_began": ("done_on",),
    "in_the_future": ("done_on", "evidence_date"),
    "state_contradicted": ("state",),
    "overdue": ("times_done", "state"),
    "action_overdue": ("state",),
}
"""Where what is typed is corrected, of findings that stand at their row: the first that is not
blank, else the last."""
_AIR = 6
"""Points above and below the words of a row."""
_LINE = Side(style="thin", color=look.LINE)
_BOX = Border(left=_LINE, right=_LINE, top=_LINE, bottom=_LINE)
_HEAD = PatternFill("solid", start_color=look.HEADER_FILL, end_color=look.HEADER_FILL)


@dataclass(frozen=True, slots=True)
class Review:
    """What a return copy says of the form that it answers."""

    findings: Sequence[Finding]
    marks: Sequence[tuple[CellKey, Finding]] = ()
    """The findings that stand at a cell."""
    overlooked: Sequence[tuple[str, str]] = ()
    """What was typed where nothing is read: where it stood, and its words."""


def by_harm(findings: Iterable[Finding]) -> list[Finding]:
    """Return findings with what costs most first: the form, a row, a cell; then by severity."""
    costs, weights = list(_COSTS), list(Severity)
    return sorted(findings, key=lambda f: (costs.index(f.excludes), weights.index(f.severity)))


def mark_cells(
    finders: Mapping[str, Callable[[str, str], Cell | None]],
    marks: Sequence[tuple[CellKey, Finding]],
    earlier: Entries,
) -> list[tuple[Finding, Cell]]:
    """Colour each cell to mend and comment it; returns the findings with their cells.

    `finders` find a cell of each area by its row key and column key. The first finding of a cell
    gives its colour, all of them its comment.
    """
    marked: list[tuple[Finding, Cell]] = []
    told: dict[str, list[Finding]] = {}
    for key, finding in marks:
        area, row_key, column = _to_fill(finding, key, earlier)
        cell = finders[area](row_key, column) if area in finders else None
        if cell is not None:
            marked.append((finding, cell))
            own = told.setdefault(f"{quoted(cell.parent)}{cell.coordinate}", [])
            own.append(finding)
            cell.fill = _filled(_LOOKS[own[0].severity][1])
            cell.comment = _comment(own)
    return marked


def _to_fill(finding: Finding, key: CellKey, earlier: Entries) -> CellKey:
    """Return the cell that mends a finding: where the cause goes, not where the figure stands."""
    area, row, column = key
    if finding.told.name == "missed_without_action":
        code = row.rpartition(":")[0]
        begun = (r for (a, r, c), own in earlier.items()
                 if (a, c, own) == (ACTIONS.name, "objective", code))  # fmt: skip
        number = next(begun, None)
        return CellKey(ACTIONS.name, number or NEXT_ACTION, "action" if number else "objective")
    name = finding.told.name
    blank: list[str] = []
    typed: list[str] = []
    for own in _FILLED_IN.get(name) or _MENDED_IN.get(name) or ():
        held = earlier.get(CellKey(area, row, own))
        (blank if held in (None, "") else typed).append(own)
    if name in _FILLED_IN:
        column = next(iter(blank), _FILLED_IN[name][0])
    elif name in _MENDED_IN:
        column = next(iter(typed), _MENDED_IN[name][-1])
    return CellKey(area, row, column)


def _filled(colour: str) -> PatternFill:
    return PatternFill("solid", start_color=colour, end_color=colour)


def _comment(findings: Sequence[Finding]) -> Comment:
    text = "\n".join(
        f"{f.code}: {fault(f, say.VIETNAMESE)}\n{mend(f, say.VIETNAMESE)}" for f in findings
    )
    return Comment(text, "qms-xlsx", height=int(30 + height_of(text, 42)), width=300)


def add_index(workbook: Workbook, review: Review, marked: Sequence[tuple[Finding, Cell]]) -> None:
    """Put a sheet in front that lists the findings, each with a link to its cell."""
    findings = review.findings
    sheet = workbook.create_sheet(FINDINGS_INDEX, 0)
    title = sheet.cell(1, 1, "CÁC NỘI DUNG CẦN XEM LẠI TRONG BIỂU MẪU")
    title.font = Font(name=look.FONT, size=look.TITLE_SIZE, bold=True)
    told = "Bấm vào ô màu xanh để đến chỗ cần sửa, cần ghi. Sửa xong, lưu và gửi lại tệp này."
    lead = sheet.cell(2, 1, told)
    lead.font = Font(name=look.FONT, size=12, italic=True)
    for column, (label, width) in enumerate(_COLUMNS, 1):
        cell = sheet.cell(4, column, label)
        _dress(cell, bold=True, centred=True)
        cell.fill = _HEAD
        sheet.column_dimensions[cell.column_letter].width = width
    for row, finding in enumerate(findings, 5):
        cell = next((cell for known, cell in marked if known is finding), None)
        _line(sheet, row, finding, cell)
    last = 4 + len(findings)
    sheet.row_dimensions[4].height = 24
    sheet.auto_filter.ref = f"A4:{get_column_letter(len(_COLUMNS))}{last}"
    if review.overlooked:
        last = _list_overlooked(sheet, last + 2, review.overlooked)
    _set_page(sheet, last)
    open_at(workbook, sheet, sheet.cell(5, _LINK).coordinate)


def _line(sheet: Worksheet, row: int, finding: Finding, target: Cell | None) -> None:
    place = finding.place
    shown = f"{place.sheet}!{place.cell}" if place.sheet and place.cell else place.sheet
    if target is not None:
        shown = f"{target.parent.title}!{target.coordinate}"
    colours, _ = _LOOKS[finding.severity]
    texts = (
        str(row - 4),
        f"{MARKS[finding.severity]} {severity(finding.severity, say.VIETNAMESE).capitalize()}",
        _COSTS[finding.excludes],
        shown,
        fault(finding, say.VIETNAMESE),
        mend(finding, say.VIETNAMESE),
        finding.code,
    )
    for column, text in enumerate(texts, 1):
        cell = sheet.cell(row, column)
        put(cell, text)
        _dress(cell, centred=column in (1, len(_COLUMNS)))
    weight: Any = sheet.cell(row, 2)
    weight.fill = _filled(colours.fill)
    _dress(weight, bold=True, ink=colours.ink)
    widths = [width for _, width in _COLUMNS]
    sheet.row_dimensions[row].height = max(map(height_of, texts, widths)) + _AIR
    if target is not None:
        link = sheet.cell(row, _LINK)
        location = f"{quoted(target.parent)}{target.coordinate}"
        link.hyperlink = Hyperlink(ref=link.coordinate, location=location, display=shown)
        _dress(link, link=True)


def _list_overlooked(sheet: Worksheet, row: int, overlooked: Sequence[tuple[str, str]]) -> int:
    """List what stood outside the form's cells, to be copied into them; returns the last row."""
    told = (
        "Nội dung ghi ngoài các ô của biểu mẫu: không được tính. Hãy chép vào đúng ô rồi gửi lại."
    )
    sheet.cell(row, 1, told).font = Font(name=look.FONT, size=12, italic=True)
    for number, (place, words) in enumerate(overlooked, 1):
        cells = [sheet.cell(row + number, column) for column in (1, _LINK, _LINK + 1)]
        for cell, text in zip(cells, (str(number), place, words), strict=True):
            put(cell, text)
            _dress(cell, centred=cell.column == 1)
        width = _COLUMNS[_LINK][1]
        sheet.row_dimensions[row + number].height = height_of(words, width) + _AIR
    return row + len(overlooked)


def _dress(
    cell: Any,
    *,
    bold: bool = False,
    link: bool = False,
    centred: bool = False,
    ink: str = look.INK,
) -> None:
    ink = look.LINK_INK if link else ink
    cell.font = Font(
        name=look.FONT, size=look.SIZE, bold=bold, color=ink, underline="single" if link else None
    )
    across = "center" if centred else "left"
    cell.alignment = Alignment(across, "center", wrap_text=True, indent=0 if centred else 1)
    cell.border = _BOX


def _set_page(sheet: Any, last: int) -> None:
    sheet.freeze_panes = "A5"
    sheet.page_setup.orientation, sheet.page_setup.paperSize = "landscape", 9
    sheet.page_margins.left = sheet.page_margins.right = 0.3
    sheet.page_margins.top, sheet.page_margins.bottom = 0.5, 0.6
    sheet.page_margins.header = sheet.page_margins.footer = 0.3
    break_pages(sheet, range(1, len(_COLUMNS) + 1), range(5, last + 1), last, (4,))
    sheet.print_title_rows = "4:4"
    sheet.oddFooter.center.text = f'&"{look.FONT},Regular"&12Trang &P/&N'
    protect(sheet)
