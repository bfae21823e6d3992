"""What both templates are built from: headings, tables under a marker, guides, pages."""

from __future__ import annotations

from typing import TYPE_CHECKING

from openpyxl import Workbook
from openpyxl.styles import Alignment, Border, Font, PatternFill, Protection, Side
from openpyxl.utils import get_column_letter
from openpyxl.utils.indexed_list import IndexedList

from qms_xlsx.book import look
from qms_xlsx.write.templating import INPUT, OFF, ROW, SECTION

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from openpyxl.worksheet.worksheet import Worksheet

    from qms_xlsx.book.areas import Area

LINE = Side(style="thin", color=look.LINE)
BOX = Border(left=LINE, right=LINE, top=LINE, bottom=LINE)
LEFT = Alignment(horizontal="left", vertical="center", wrap_text=True)
CENTRE = Alignment(horizontal="center", vertical="center", wrap_text=True)
SHRUNK = Alignment(horizontal="center", vertical="center", shrink_to_fit=True)
PLAIN = Alignment(horizontal="left", vertical="center")


def font(size: float = look.SIZE, ink: str = look.INK, **more: bool | str) -> Font:
    return Font(name=look.FONT, size=size, color=ink, **more)


def fill(colour: str) -> PatternFill:
    return PatternFill("solid", start_color=colour, end_color=colour)


def new_workbook() -> Workbook:
    """A workbook whose own font is ours: widths of columns are counted in its digits."""
    workbook = Workbook()
    default = font()
    workbook._fonts = IndexedList([default])
    workbook._named_styles["Normal"].font = default
    workbook.properties.creator = "qms-xlsx"
    return workbook


FILLS = {ROW: look.LOCKED_FILL, INPUT: look.INPUT_FILL, OFF: look.OFF_FILL}


def page(sheet: Worksheet, *, repeat: str | None = None) -> None:
    """A4, fitted to the width, small margins, 'Trang x/y' below, titles repeated."""
    sheet.page_setup.orientation = "landscape"
    sheet.page_setup.paperSize = sheet.PAPERSIZE_A4
    sheet.page_setup.fitToWidth, sheet.page_setup.fitToHeight = 1, 0
    sheet.sheet_properties.pageSetUpPr.fitToPage = True
    sheet.page_margins.left = sheet.page_margins.right = 0.3
    sheet.page_margins.top, sheet.page_margins.bottom = 0.5, 0.6
    sheet.page_margins.header = sheet.page_margins.footer = 0.3
    sheet.print_options.horizontalCentered = True
    sheet.oddFooter.center.text = f'&"{look.FONT},Regular"&12Trang &P/&N'
    sheet.oddFooter.left.text = f'&"{look.FONT},Regular"&12&A'
    sheet.sheet_view.showGridLines = False
    if repeat:
        sheet.print_title_rows = repeat


def write(sheet: Worksheet, place: str, text: object, **style: object) -> None:
    """One cell, or the first of a range that is merged, with its look."""
    cell = sheet[place.split(":", maxsplit=1)[0]]
    cell.value = text
    cell.font = style.get("font") or font()
    cell.alignment = style.get("align") or LEFT
    if style.get("fill"):
        cell.fill = fill(str(style["fill"]))
    if style.get("box"):
        cell.border = BOX
    if style.get("format"):
        cell.number_format = str(style["format"])
    if ":" in place:
        if style.get("box"):
            for row in sheet[place]:
                for covered in row:
                    covered.border = BOX
        sheet.merge_cells(place)


def office_heading(sheet: Worksheet, left: str, right: str) -> None:
    """Rows 1 and 2: the office on the left, the national motto on the right."""
    first, last = left.split(":")
    from_, to = right.split(":")
    head = font(12, bold=True)
    write(sheet, f"{first}1:{last}1", "{PARENT}", font=font(12), align=CENTRE)
    write(sheet, f"{first}2:{last}2", "{ORGANISATION}", font=head, align=CENTRE)
    motto = "CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM"
    write(sheet, f"{from_}1:{to}1", motto, font=head, align=CENTRE)
    below = font(12, bold=True, underline="single")
    write(sheet, f"{from_}2:{to}2", "Độc lập - Tự do - Hạnh phúc", font=below, align=CENTRE)
    sheet.row_dimensions[1].height = sheet.row_dimensions[2].height = 17


def table(  # noqa: PLR0913 (a table has that many sides)
    sheet: Worksheet,
    area: Area,
    order: Sequence[str],
    row: int,
    *,
    groups: Mapping[str, tuple[str, str]] | None = None,
    widths: Mapping[str, float] | None = None,
    labels: Mapping[str, str] | None = None,
    formats: Mapping[str, str] | None = None,
    default_format: str = "General",
    centred: Sequence[str] = (),
    shrunk: Sequence[str] = (),
    sizes: Mapping[str, float] | None = None,
    label_size: float = look.SIZE,
    prototypes: Sequence[str] = (ROW,),
) -> None:
    """Header lines at `row`, the hidden marker row below them, then the prototype rows.

    `groups` are headings over several columns: title -> (first key, last key).
    """
    at = {key: number for number, key in enumerate(order, 2)}
    marker_row = row + (2 if groups else 1)
    _header(sheet, area, at, row, dict(groups or {}), dict(labels or {}), label_size)
    sheet.column_dimensions["A"].hidden = True
    for key, column in at.items():
        width = (widths or {}).get(key, area.column(key).width)
        sheet.column_dimensions[get_column_letter(column)].width = width
    _marker(sheet, area, at, marker_row)
    for number, kind in enumerate(prototypes, marker_row + 1):
        sheet.cell(number, 1, kind)
        for key, column in at.items():
            cell = sheet.cell(number, column)
            _dress(cell, kind, (sizes or {}).get(key, look.SIZE), centred=key in centred)
            if key in shrunk and kind != SECTION:  # a long number gets smaller, never "####"
                cell.alignment = SHRUNK
            cell.number_format = (formats or {}).get(key, default_format)


def _header(
    sheet: Worksheet,
    area: Area,
    at: Mapping[str, int],
    row: int,
    groups: dict[str, tuple[str, str]],
    labels: dict[str, str],
    size: float,
) -> None:
    style = {"font": font(size, bold=True, ink=look.HEADER_INK), "align": CENTRE, "box": True}
    style["fill"] = look.HEADER_FILL
    grouped: set[int] = set()
    for title, (first, last) in groups.items():
        a, b = get_column_letter(at[first]), get_column_letter(at[last])
        write(sheet, f"{a}{row}:{b}{row}", title, **style)
        grouped.update(range(at[first], at[last] + 1))
    for key, column in at.items():
        letter = get_column_letter(column)
        label = labels.get(key, area.column(key).label)
        if not groups:
            write(sheet, f"{letter}{row}", label, **style)
        elif column in grouped:
            write(sheet, f"{letter}{row + 1}", label, **style)
        else:
            write(sheet, f"{letter}{row}:{letter}{row + 1}", label, **style)
    sheet.row_dimensions[row].height = 18 if groups else 34
    if groups:
        sheet.row_dimensions[row + 1].height = 46


def _marker(sheet: Worksheet, area: Area, at: Mapping[str, int], row: int) -> None:
    sheet.cell(row, 1, area.marker)
    for key, column in at.items():
        cell = sheet.cell(row, column, key)
        cell.font = font(8, look.WHITE)  # clearing a filter shows hidden rows
    sheet.row_dimensions[row].hidden = True


def _dress(cell, kind: str, size: float, *, centred: bool) -> None:
    cell.border = BOX
    cell.alignment = PLAIN if kind == SECTION else CENTRE if centred else LEFT
    cell.font = font(size, bold=kind == SECTION)
    cell.fill = fill(look.SECTION_FILL if kind == SECTION else FILLS[kind])
    cell.protection = Protection(locked=kind != INPUT)


def key_values(
    sheet: Worksheet,
    area: Area,
    lines: Sequence[tuple[str, str]],
    row: int,
    *,
    label: str,
    value: str,
    hidden: Sequence[str] = (),
    inputs: Sequence[str] = (),
) -> int:
    """A (key, value) area: marker row, then a line a key; returns the row after it."""
    first_value, last_value = value.split(":")
    sheet.cell(row, 1, area.marker)
    sheet[f"{first_value}{row}"] = "value"
    sheet.row_dimensions[row].hidden = True
    for number, (key, text) in enumerate(lines, row + 1):
        sheet.cell(number, 1, key)
        write(sheet, f"{label}{number}", text, align=PLAIN, font=font(bold=True))
        place = f"{first_value}{number}"
        if first_value != last_value:
            place += f":{last_value}{number}"
        write(sheet, place, None, box=True, align=PLAIN)
        sheet[f"{first_value}{number}"].fill = fill(
            look.INPUT_FILL if key in inputs else look.LOCKED_FILL
        )
        sheet[f"{first_value}{number}"].protection = Protection(locked=key not in inputs)
        if key.endswith("_date"):
            sheet[f"{first_value}{number}"].number_format = look.DATE
        sheet.row_dimensions[number].height = 17
        sheet.row_dimensions[number].hidden = key in hidden
    return row + 1 + len(lines)
