"""What makes a form a return copy: wrong cells marked, and an index of the findings in front."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from openpyxl.comments import Comment
from openpyxl.styles import Alignment, Border, Font, PatternFill, Side
from openpyxl.worksheet.hyperlink import Hyperlink

from qms_xlsx import say
from qms_xlsx.book import look
from qms_xlsx.book.areas import FINDINGS_INDEX
from qms_xlsx.say.findings import fault, mend, severity
from qms_xlsx.write.form.lists import quoted
from qms_xlsx.write.templating import height_of, put

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping, Sequence

    from openpyxl.cell.cell import Cell
    from openpyxl.workbook.workbook import Workbook
    from openpyxl.worksheet.worksheet import Worksheet

    from qms_xlsx.domain.finding import Finding

    Key = tuple[str, str, str]

_COLUMNS = (("TT", 6), ("Mức độ", 12), ("Ô", 22), ("Nội dung", 70), ("Cách sửa", 58), ("Mã", 9))
_LINE = Side(style="thin", color=look.LINE)
_BOX = Border(left=_LINE, right=_LINE, top=_LINE, bottom=_LINE)
_WRONG = PatternFill("solid", start_color=look.ERROR_FILL, end_color=look.ERROR_FILL)
_HEAD = PatternFill("solid", start_color=look.HEADER_FILL, end_color=look.HEADER_FILL)


def mark_cells(
    finders: Mapping[str, Callable[[str, str], Cell | None]], marks: Mapping[Key, Finding]
) -> list[tuple[Finding, Cell]]:
    """Colour each wrong cell and comment it; returns the findings with their cells.

    `finders` find a cell of each area by its row key and column key.
    """
    marked: list[tuple[Finding, Cell]] = []
    for (area, row_key, key), finding in marks.items():
        cell = finders[area](row_key, key) if area in finders else None
        if cell is not None:
            cell.fill = _WRONG
            cell.comment = _comment(finding)
            marked.append((finding, cell))
    return marked


def _comment(finding: Finding) -> Comment:
    wrong, action = fault(finding, say.VIETNAMESE), mend(finding, say.VIETNAMESE)
    text = f"{finding.code}: {wrong}\n{action}"
    return Comment(text, "qms-xlsx", height=int(30 + height_of(text, 42)), width=300)


def add_index(
    workbook: Workbook, findings: Sequence[Finding], marked: Sequence[tuple[Finding, Cell]]
) -> None:
    """Put a sheet in front that lists the findings, each with a link to its cell."""
    sheet = workbook.create_sheet(FINDINGS_INDEX, 0)
    title = sheet.cell(1, 1, "CÁC NỘI DUNG CẦN XEM LẠI TRONG BIỂU MẪU")
    title.font = Font(name=look.FONT, size=look.TITLE_SIZE, bold=True)
    lead = sheet.cell(2, 1, "Bấm vào cột “Ô” để đến chỗ cần sửa. Sửa xong, lưu và gửi lại tệp này.")
    lead.font = Font(name=look.FONT, size=12, italic=True)
    for column, (label, width) in enumerate(_COLUMNS, 1):
        cell = sheet.cell(4, column, label)
        _dress(cell, bold=True)
        cell.fill = _HEAD
        sheet.column_dimensions[cell.column_letter].width = width
    for row, finding in enumerate(findings, 5):
        cell = next((cell for known, cell in marked if known is finding), None)
        _line(sheet, row, finding, cell)
    _set_page(sheet)
    for other in workbook.worksheets:
        other.sheet_view.tabSelected = other is sheet
    workbook.active = 0


def _line(sheet: Worksheet, row: int, finding: Finding, target: Cell | None) -> None:
    place = finding.place
    shown = f"{place.sheet}!{place.cell}" if place.sheet and place.cell else place.sheet
    if target is not None:
        shown = f"{target.parent.title}!{target.coordinate}"
    texts = (
        str(row - 4),
        severity(finding.severity, say.VIETNAMESE),
        shown,
        fault(finding, say.VIETNAMESE),
        mend(finding, say.VIETNAMESE),
        finding.code,
    )
    for column, text in enumerate(texts, 1):
        cell = sheet.cell(row, column)
        put(cell, text)
        _dress(cell)
    widths = [width for _, width in _COLUMNS]
    sheet.row_dimensions[row].height = max(map(height_of, texts, widths))
    if target is not None:
        link = sheet.cell(row, 3)
        location = f"{quoted(target.parent)}{target.coordinate}"
        link.hyperlink = Hyperlink(ref=link.coordinate, location=location, display=shown)
        _dress(link, link=True)


def _dress(cell: Any, *, bold: bool = False, link: bool = False) -> None:
    ink = "0563C1" if link else look.INK
    cell.font = Font(
        name=look.FONT, size=look.SIZE, bold=bold, color=ink, underline="single" if link else None
    )
    cell.alignment = Alignment(vertical="center", wrap_text=True)
    cell.border = _BOX


def _set_page(sheet: Any) -> None:
    sheet.freeze_panes = "A5"
    sheet.page_setup.orientation, sheet.page_setup.paperSize = "landscape", 9
    sheet.sheet_properties.pageSetUpPr.fitToPage = True
    sheet.page_setup.fitToHeight = 0
    sheet.print_title_rows = "4:4"
    sheet.oddFooter.center.text = f'&"{look.FONT},Regular"&12Trang &P/&N'
    sheet.protection.sheet = True
    sheet.protection.formatColumns = sheet.protection.formatRows = False
