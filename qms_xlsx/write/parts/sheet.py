"""A sheet to fill: rows of values over looks that many rows share."""

from __future__ import annotations

from dataclasses import dataclass, field, replace
from typing import TYPE_CHECKING, Any

from qms_xlsx.book.a1 import letters

if TYPE_CHECKING:
    from collections.abc import Mapping

    from qms_xlsx.write.parts.comments import Comment
    from qms_xlsx.write.parts.styles import Styles

OWN, NEXT = "\x01", "\x02"
"""In a formula, the number of the row that its row is about, and of the one below."""
HERE = "\x00"
"""In a row's XML, the row's own number."""
LAST, INPUT_CELL, SCALE = "\ufdd0", "\ufdd1", "\ufdd2"
"""In a sheet's elements, what only a filled sheet knows: see the fields of these names."""
_WIDTH, _HEIGHT = 13.0, 15.0
"""Of a column and a row that a template says nothing of: characters, points."""


@dataclass(frozen=True, slots=True)
class Formula:
    """A formula, without its "="."""

    text: str


@dataclass(frozen=True, slots=True)
class Looks:
    """How the cells of a row look, by column."""

    styles: Mapping[int, int]
    heads: dict[int, str] = field(init=False, compare=False)
    """How each cell's XML begins."""
    blank: dict[int, str] = field(init=False, compare=False)
    """The XML of each cell without a value."""

    def __post_init__(self) -> None:
        heads = {column: head(column, style) for column, style in sorted(self.styles.items())}
        object.__setattr__(self, "heads", heads)
        object.__setattr__(self, "blank", {column: f"{own}/>" for column, own in heads.items()})


def head(column: int, style: int) -> str:
    """Return how a cell's XML begins."""
    dressed = f' s="{style}"' if style else ""
    return f'<c r="{letters(column - 1)}{HERE}"{dressed}'


PLAIN = Looks({})


@dataclass(slots=True)
class SheetRow:
    """A row: its values by column, over its looks."""

    looks: Looks = PLAIN
    values: dict[int, Any] = field(default_factory=dict)
    """A text is a text, whatever it begins with; None is a blank cell."""
    styles: dict[int, int] = field(default_factory=dict)
    """Of the cells that do not look as the row's looks say."""
    attributes: dict[str, str] = field(default_factory=dict)
    """What the template says of the row itself."""
    height: float | None = None
    about: tuple[int, ...] = ()
    """The rows that OWN and NEXT stand for."""

    def style(self, column: int) -> int:
        """Return how one of its cells looks."""
        return self.styles.get(column, self.looks.styles.get(column, 0))

    def put(self, column: int, value: Any, styles: Styles) -> None:
        """Write a value, a date so that it shows as one."""
        self.values[column] = value
        style = self.style(column)
        if (dated := styles.dated(style, value)) != style:
            self.styles[column] = dated

    def copy(self) -> SheetRow:
        """Return the row to be filled without this one."""
        values, styles = self.values.copy(), self.styles.copy()
        return SheetRow(self.looks, values, styles, self.attributes, self.height, self.about)

    @property
    def tall(self) -> float:
        """Its height on paper, in points."""
        return 0.0 if self.attributes.get("hidden") == "1" else self.height or _HEIGHT


@dataclass(slots=True)
class Worksheet:
    """A sheet: its rows, and beside them its elements as XML, by their names."""

    title: str
    elements: dict[str, str] = field(default_factory=dict)
    rows: dict[int, SheetRow] = field(default_factory=dict)
    widths: dict[int, float] = field(default_factory=dict)
    columns: dict[int, Mapping[str, str]] = field(default_factory=dict)
    """What the template says of each column, but its place and whether it is hidden."""
    hidden: set[int] = field(default_factory=set)
    merged: list[tuple[int, int, int, int]] = field(default_factory=list)
    """The first row, first column, last row and last column of merged cells."""
    breaks: list[int] = field(default_factory=list)
    """The rows that a page ends with."""
    validations: list[str] = field(default_factory=list)
    links: list[str] = field(default_factory=list)
    relations: list[str] = field(default_factory=list)
    comments: list[Comment] = field(default_factory=list)
    last: int = 0
    """The last row of the sheet's table."""
    input_cell: str = "A1"
    """Where the sheet opens."""
    scale: int = 100
    """Of the print, in per cent."""
    whole: str = ""
    """The part of a sheet without cells, such as one that is a chart."""

    def copy(self) -> Worksheet:
        """Return the sheet to be filled without this one."""
        return replace(
            self,
            rows={number: row.copy() for number, row in self.rows.items()},
            hidden=self.hidden.copy(),
            merged=self.merged.copy(),
            breaks=self.breaks.copy(),
            validations=self.validations.copy(),
            links=self.links.copy(),
            comments=self.comments.copy(),
        )

    def row(self, number: int) -> SheetRow:
        """Return a row, a blank one where there was none."""
        if number not in self.rows:
            self.rows[number] = SheetRow()
        return self.rows[number]

    def cell(self, row: int, column: int) -> CellPlace:
        """Return a cell's place."""
        return CellPlace(self, row, column)

    def value(self, row: int, column: int) -> Any:
        """Return what stands in a cell; None of a blank one."""
        own = self.rows.get(row)
        return own.values.get(column) if own else None

    def dress(self, number: int, looks: Looks) -> SheetRow:
        """Return a row that looks so, without values; it keeps what the template says of it."""
        own = self.row(number)
        own.looks, own.values, own.styles = looks, {}, {}
        return own

    def merge(self, top: int, left: int, bottom: int, right: int) -> None:
        """Merge cells; one cell alone is none to merge (Excel takes that for damage)."""
        if (top, left) != (bottom, right):
            self.merged.append((top, left, bottom, right))

    def wide(self, column: int) -> float:
        """Return a column's width in characters."""
        return self.widths.get(column, _WIDTH)

    def tall(self, row: int) -> float:
        """Return a row's height on paper in points."""
        return self.rows[row].tall if row in self.rows else _HEIGHT

    @property
    def dimension(self) -> str:
        """The area of all cells."""
        filled = [(n, row) for n, row in self.rows.items() if row.looks.styles or row.values]
        columns = [c for _, row in filled for own in (row.looks.styles, row.values) for c in own]
        if not filled:
            return "A1"
        top, bottom = min(n for n, _ in filled), max(n for n, _ in filled)
        return area(top, min(columns), bottom, max(columns))


@dataclass(frozen=True, slots=True)
class CellPlace:
    """The place of a cell in a sheet."""

    sheet: Worksheet
    row: int
    column: int

    @property
    def coordinate(self) -> str:
        """Its address, such as "G12"."""
        return f"{letters(self.column - 1)}{self.row}"

    @property
    def value(self) -> Any:
        """What stands in it."""
        return self.sheet.value(self.row, self.column)

    def put(self, value: object) -> None:
        """Write a value."""
        self.sheet.row(self.row).values[self.column] = value

    @property
    def style(self) -> int:
        """How it looks."""
        return self.sheet.row(self.row).style(self.column)

    def look(self, style: int) -> None:
        """Make it look so."""
        self.sheet.row(self.row).styles[self.column] = style


def area(top: int, left: int, bottom: int, right: int) -> str:
    """Return the reference to cells.

    >>> area(1, 1, 2, 28), area(3, 2, 3, 2)
    ('A1:AB2', 'B3')
    """
    first, last = f"{letters(left - 1)}{top}", f"{letters(right - 1)}{bottom}"
    return first if first == last else f"{first}:{last}"
