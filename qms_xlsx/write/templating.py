"""Filling a restylable template: areas found by their marker, rows written by key.

A template's rows under a marker are prototypes: their key cell reads `#row`, `#input`, `#off`
or `#section`, and their cells show how such cells look. Labels stand above the marker row,
and nothing stands below the prototypes: an area comes last on its sheet.
"""

from __future__ import annotations

import re
import warnings
from contextlib import contextmanager
from copy import copy
from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Any
from zipfile import BadZipFile, ZipFile

from openpyxl import load_workbook
from openpyxl.styles import Protection
from openpyxl.utils import get_column_letter
from openpyxl.utils.exceptions import InvalidFileException
from openpyxl.worksheet._reader import WorksheetReader
from openpyxl.worksheet.cell_range import CellRange

from qms_xlsx import say
from qms_xlsx.book.areas import MARKER_COLUMNS, MARKER_ROWS, Area
from qms_xlsx.language.messages import Message, message
from qms_xlsx.write.text_size import line_count

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Mapping, Sequence
    from pathlib import Path

    from openpyxl.cell.cell import Cell
    from openpyxl.workbook.workbook import Workbook
    from openpyxl.worksheet.worksheet import Worksheet

ROW, INPUT, OFF, SECTION = "#row", "#input", "#off", "#section"
_PROTOTYPES = (ROW, INPUT, OFF, SECTION)
_MARKER = re.compile(r"#qms:(\w+):\d+")
_CONTROL = re.compile(r"[\x00-\x08\x0b\x0c\x0e-\x1f\ufffe\uffff]")


class TemplateError(ValueError):
    """A template that cannot be filled; says which and why."""

    def __init__(self, reason: Message) -> None:
        super().__init__(reason)
        self.message = reason

    def __str__(self) -> str:
        return say.text(self.message, say.VIETNAMESE)


@dataclass(slots=True)
class TemplateTable:
    """An area found in a template: where its columns are and how its cells look."""

    sheet: Worksheet
    area: Area
    marker_row: int
    key_column: int
    columns: dict[str, int]
    lines: dict[str, int] = field(default_factory=dict)
    """The rows of a (key, value) area."""
    styles: dict[str, dict[int, Any]] = field(default_factory=dict)
    """Of each prototype, the style of its cells by column."""
    first_row: int = 0
    """Where the first row of data goes."""

    def letter(self, key: str) -> str:
        """Return a column's letter."""
        return get_column_letter(self.columns[key])

    def cell(self, row: int, key: str) -> Cell:
        """Return the cell of a row under a key."""
        return self.sheet.cell(row, self.columns[key])  # type: ignore[return-value]

    def merge(self, first: int, top: int, last: int, bottom: int) -> None:
        """Merge cells without touching their looks (openpyxl's own way restyles them, slowly)."""
        area = CellRange(min_col=first, min_row=top, max_col=last, max_row=bottom)
        self.sheet.merged_cells.ranges.add(area)

    def address(self, row: int, key: str) -> str:
        """Return a cell's relative address, such as 'G12'."""
        return f"{self.letter(key)}{row}"

    def line(self, key: str) -> Cell:
        """Return the value cell of a (key, value) area's line."""
        return self.cell(self.lines[key], "value")

    def dress(self, row: int, kinds: Mapping[str, str], default: str = ROW) -> None:
        """Give a row's cells the look of prototypes: of `kinds` by key, else of `default`."""
        looks = dict(self.styles.get(default, {}))
        for key, kind in kinds.items():
            column = self.columns[key]
            looks[column] = self.styles.get(kind, {}).get(column, looks.get(column))
        for column, style in looks.items():
            if style is not None:
                cell: Any = self.sheet.cell(row, column)
                cell._style = copy(style)


def open_template(path: Path) -> tuple[Workbook, tuple[Message, ...]]:
    """Return a template's workbook, and what of it cannot be kept."""
    try:
        with warnings.catch_warnings(), _merged_cells_as_they_are():
            warnings.simplefilter("ignore")  # what openpyxl drops is told below, in our words
            workbook = load_workbook(path)
        with ZipFile(path) as archive:
            names = archive.namelist()
    except (OSError, KeyError, ValueError, SyntaxError, BadZipFile, InvalidFileException) as fault:
        raise TemplateError(
            message(
                "The template {file} cannot be opened: it is missing, or no whole Excel workbook. "
                "Save it in Excel as .xlsx and name that file.",
                file=path.name,
            )
        ) from fault
    for sheet in workbook.worksheets:
        _separate_columns(sheet)
    return workbook, tuple(_lost(path.name, names))


@contextmanager
def _merged_cells_as_they_are() -> Iterator[None]:
    """Keep openpyxl from redrawing the borders of merged cells: over half the time of loading."""
    kind: Any = WorksheetReader
    redraw = kind.bind_merged_cells

    def keep(reader: Any) -> None:
        if reader.ws.merged_cells is not None and reader.parser.merged_cells is not None:
            for merged in reader.parser.merged_cells.mergeCell:
                reader.ws.merged_cells.ranges.add(CellRange(merged.ref))

    kind.bind_merged_cells = keep
    try:
        yield
    finally:
        kind.bind_merged_cells = redraw


def _separate_columns(sheet: Worksheet) -> None:
    """Give each column its own width: Excel stores neighbours of one width together."""
    for dimension in list(sheet.column_dimensions.values()):
        first, last = dimension.min or 0, min(dimension.max or 0, 200)
        for column in range(first + 1, last + 1):
            own: Any = sheet.column_dimensions[get_column_letter(column)]
            own.width, own.hidden = dimension.width, dimension.hidden
            own._style = copy(dimension._style)  # type: ignore[attr-defined]
        if first:
            dimension.min = dimension.max = first


def _lost(file: str, names: Iterable[str]) -> Iterable[Message]:
    parts = tuple(names)
    if any(name.startswith("xl/media/") for name in parts):
        yield message("The pictures of the template {file} cannot be kept.", file=file)
    if any(name.startswith(("xl/drawings/drawing", "xl/diagrams/")) for name in parts):
        yield message("The shapes and text boxes of the template {file} cannot be kept.", file=file)
    if any(name.startswith(("xl/ctrlProps/", "xl/activeX/")) for name in parts):
        yield message(
            "The buttons and check boxes of the template {file} cannot be kept.", file=file
        )
    if "xl/vbaProject.bin" in parts:
        yield message("The macros of the template {file} are left out.", file=file)


def find_tables(workbook: Workbook, areas: Iterable[Area], file: str) -> list[TemplateTable]:
    """Return where areas stand in a workbook; raises TemplateError unless each is there once."""
    found: dict[str, list[Cell]] = {}
    for sheet in workbook.worksheets:
        for cell in _corner(sheet):
            match = _MARKER.fullmatch(cell.value.strip()) if isinstance(cell.value, str) else None
            if match:
                found.setdefault(match[1], []).append(cell)
    return [_found_table(found.get(area.name, []), area, file) for area in areas]


def has_area(workbook: Workbook, area: Area) -> bool:
    """Whether a template has an area that it may do without."""
    return any(
        cell.value == area.marker for sheet in workbook.worksheets for cell in _corner(sheet)
    )


def _corner(sheet: Worksheet) -> list[Cell]:
    """Return the cells where a marker may stand; openpyxl's iterators would make blank ones."""
    return [
        cell for cell in _cells(sheet) if cell.row <= MARKER_ROWS and cell.column <= MARKER_COLUMNS
    ]


def _cells(sheet: Any) -> list[Cell]:
    return list(sheet._cells.values())


def _found_table(markers: Sequence[Cell], area: Area, file: str) -> TemplateTable:
    if len(markers) != 1:
        raise TemplateError(
            message(
                "The template {file} needs one area “{area}” (marker {marker}), and has {count}.",
                file=file,
                area=area.title,
                marker=area.marker,
                count=len(markers),
            )
        )
    table = _table(markers[0], area)
    missing = [column.label for column in area.columns if column.key not in table.columns]
    if missing:
        raise TemplateError(
            message(
                "The area “{area}” of the template {file} lacks the columns: {columns}.",
                area=area.title,
                file=file,
                columns=", ".join(missing),
            )
        )
    return table


def _table(marker: Cell, area: Area) -> TemplateTable:
    sheet: Any = marker.parent
    row, column = marker.row, marker.column
    rows: dict[int, list[Cell]] = {}
    for cell in _cells(sheet):
        if cell.row >= row:
            rows.setdefault(cell.row, []).append(cell)
    columns = {
        str(cell.value).strip(): cell.column
        for cell in rows.pop(row)
        if cell.column > column and cell.value is not None
    }
    table = TemplateTable(sheet, area, row, column, columns, first_row=row + 1)
    for number in sorted(rows):
        key = next((str(c.value or "").strip() for c in rows[number] if c.column == column), "")
        if _MARKER.fullmatch(key):
            break  # the next area of the sheet
        if key in _PROTOTYPES:
            _learn(table, key, rows[number])
        elif key:
            table.lines[key] = number
    return table


def _learn(table: TemplateTable, kind: str, cells: Sequence[Any]) -> None:
    """Take a prototype row's look, and the row away."""
    locked = kind != INPUT
    sheet: Any = table.sheet
    for cell in cells:
        if cell.protection.locked != locked:
            cell.protection = Protection(locked=locked)
        del sheet._cells[cell.row, cell.column]
    table.styles[kind] = {cell.column: copy(cell._style) for cell in cells if cell.has_style}


def put(cell: Any, value: object) -> None:
    """Write a value; text stays text, whatever it begins with."""
    if isinstance(value, str):
        cell.value = _CONTROL.sub("", value)
        if value:
            cell.data_type = "s"
    else:
        cell.value = value


def fill_placeholders(workbook: Workbook, values: Mapping[str, str]) -> None:
    """Replace `{name}` in the texts of all sheets: titles, headings and guides."""
    pattern = re.compile(r"\{(" + "|".join(map(re.escape, values)) + r")\}")
    for sheet in workbook.worksheets:
        for cell in _cells(sheet):
            if cell.data_type == "s" and "{" in str(cell.value):
                put(cell, pattern.sub(lambda found: values[found[1]], str(cell.value)))


def height_of(text: str, width: float, *, size: float = 11, least: int = 1) -> float:
    """Return a row height (points) that shows a wrapped text in a column of so many characters.

    LibreOffice does not fit rows around wrapped text by itself, so every height is set.
    """
    return max(line_count(text, width, size), least) * size * 1.2 + 5


def fitted_height(text: str, width: float, *, size: float = 11) -> float:
    """Return the least row height (points) that shows a wrapped text, for rows on a screen."""
    return line_count(text, width, size) * size * 1.16 + 2


def width_of(table: TemplateTable, key: str) -> float:
    """Return the width of a column, in characters."""
    return float(table.sheet.column_dimensions[table.letter(key)].width or 10)
