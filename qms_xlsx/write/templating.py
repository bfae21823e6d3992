"""Filling a restylable template: areas found by their marker, rows written by key.

A template's rows under a marker are prototypes: their key cell reads `#row`, `#input`, `#off`
or `#section`, and their cells show how such cells look. Labels stand above the marker row,
and nothing stands below the prototypes: an area comes last on its sheet.
"""

from __future__ import annotations

import re
from dataclasses import dataclass, field, replace
from io import BytesIO
from typing import TYPE_CHECKING
from zipfile import BadZipFile, ZipFile

from qms_xlsx import say
from qms_xlsx.book.a1 import letters
from qms_xlsx.book.areas import MARKER_COLUMNS, MARKER_ROWS, Area
from qms_xlsx.language.messages import Message, message
from qms_xlsx.write.parts.reading import read_book
from qms_xlsx.write.parts.sheet import PLAIN, Looks
from qms_xlsx.write.text_size import line_count

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping, Sequence
    from pathlib import Path

    from qms_xlsx.write.parts.book import Workbook
    from qms_xlsx.write.parts.sheet import CellPlace, SheetRow, Worksheet

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
    styles: dict[str, dict[int, int]] = field(default_factory=dict)
    """Of each prototype, the style of its cells by column."""
    first_row: int = 0
    """Where the first row of data goes."""

    def letter(self, key: str) -> str:
        """Return a column's letter."""
        return letters(self.columns[key] - 1)

    def cell(self, row: int, key: str) -> CellPlace:
        """Return the cell of a row under a key."""
        return self.sheet.cell(row, self.columns[key])

    def address(self, row: int, key: str) -> str:
        """Return a cell's relative address, such as 'G12'."""
        return f"{self.letter(key)}{row}"

    def line(self, key: str) -> CellPlace:
        """Return the value cell of a (key, value) area's line."""
        return self.cell(self.lines[key], "value")

    def looks(self, kinds: Mapping[str, str], default: str = ROW) -> Looks:
        """Return how a row looks, its cells like prototypes: of `kinds` by key, else `default`."""
        own = dict(self.styles.get(default, {}))
        for key, kind in kinds.items():
            column = self.columns[key]
            style = self.styles.get(kind, {}).get(column, own.get(column))
            if style is not None:
                own[column] = style
        return Looks(own)

    def on(self, sheet: Worksheet) -> TemplateTable:
        """Return the table on a sheet that is filled."""
        return replace(self, sheet=sheet)


def open_template(path: Path, *, ours: bool) -> tuple[Workbook, tuple[Message, ...]]:
    """Return a template's workbook, and what of it cannot be kept.

    `ours` are read as they are; an office's own is told in our words first.
    """
    try:
        if ours:
            with path.open("rb") as file:
                return read_book(file), ()
        return _foreign(path)
    except (OSError, KeyError, ValueError, SyntaxError, BadZipFile) as fault:
        raise TemplateError(
            message(
                "The template {file} cannot be opened: it is missing, or no whole Excel workbook. "
                "Save it in Excel as .xlsx and name that file.",
                file=path.name,
            )
        ) from fault


def _foreign(path: Path) -> tuple[Workbook, tuple[Message, ...]]:
    from qms_xlsx.write.foreign import retold  # noqa: PLC0415 (openpyxl: only for these)

    whole, comments = retold(path)
    book = read_book(BytesIO(whole))
    for title, own in comments.items():
        book.sheet(title).comments = own
    with ZipFile(path) as archive:
        return book, tuple(_lost(path.name, archive.namelist()))


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


def find_tables(book: Workbook, areas: Iterable[Area], file: str) -> list[TemplateTable]:
    """Return where areas stand in a workbook; raises TemplateError unless each is there once."""
    found: dict[str, list[CellPlace]] = {}
    for sheet in book.sheets:
        for cell in _corner(sheet):
            match = _MARKER.fullmatch(cell.value.strip()) if isinstance(cell.value, str) else None
            if match:
                found.setdefault(match[1], []).append(cell)
    return [_found_table(book, found.get(area.name, []), area, file) for area in areas]


def has_area(book: Workbook, area: Area) -> bool:
    """Whether a template has an area that it may do without."""
    return any(cell.value == area.marker for sheet in book.sheets for cell in _corner(sheet))


def _corner(sheet: Worksheet) -> list[CellPlace]:
    """Return the cells where a marker may stand."""
    return [
        sheet.cell(number, column)
        for number, row in sheet.rows.items()
        if number <= MARKER_ROWS
        for column in row.values
        if column <= MARKER_COLUMNS
    ]


def _found_table(
    book: Workbook, markers: Sequence[CellPlace], area: Area, file: str
) -> TemplateTable:
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
    table = _table(book, markers[0], area)
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


def _table(book: Workbook, marker: CellPlace, area: Area) -> TemplateTable:
    sheet, row, column = marker.sheet, marker.row, marker.column
    columns = {
        str(key).strip(): place for place, key in sheet.rows[row].values.items() if place > column
    }
    table = TemplateTable(sheet, area, row, column, columns, first_row=row + 1)
    for number in sorted(own for own in sheet.rows if own > row):
        key = str(sheet.value(number, column) or "").strip()
        if _MARKER.fullmatch(key):
            break  # the next area of the sheet
        if key in _PROTOTYPES:
            table.styles[key] = _learned(book, sheet.rows[number], locked=key != INPUT)
        elif key:
            table.lines[key] = number
    return table


def _learned(book: Workbook, row: SheetRow, *, locked: bool) -> dict[int, int]:
    """Return a prototype row's look by column, and take the row's cells away."""
    own = {
        column: style
        if book.frame.styles.locked(style) == locked
        else book.frame.styles.like(style, protection={"locked": int(locked)})
        for column, style in row.looks.styles.items()
    }
    row.looks, row.values = PLAIN, {}
    return {column: style for column, style in own.items() if style}


def cleaned(value: object) -> object:
    """Return a value without the characters that no workbook holds."""
    return _CONTROL.sub("", value) if isinstance(value, str) else value


def fill_placeholders(book: Workbook, values: Mapping[str, str]) -> None:
    """Replace `{name}` in the texts of all sheets: titles, headings and guides."""
    pattern = re.compile(r"\{(" + "|".join(map(re.escape, values)) + r")\}")
    for row in (row for sheet in book.sheets for row in sheet.rows.values()):
        for column, text in row.values.items():
            if isinstance(text, str) and "{" in text:
                row.values[column] = cleaned(pattern.sub(lambda found: values[found[1]], text))


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
    return table.sheet.wide(table.columns[key]) or 10
