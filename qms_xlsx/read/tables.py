"""Our areas as they stand in a workbook: rows by key, and their cells that are not blank."""

from __future__ import annotations

from dataclasses import dataclass, field
from datetime import date
from typing import TYPE_CHECKING, NamedTuple

from qms_xlsx.domain.finding import Place
from qms_xlsx.language.numbers import significant
from qms_xlsx.language.symbols import day

if TYPE_CHECKING:
    from datetime import datetime
    from pathlib import Path

    from qms_xlsx.domain.finding import Finding

HOLLOW = ("error", "unvalued", "odd")
"""States of a cell that holds something, but no value that could be used."""


class Cell(NamedTuple):
    """One cell that is not blank: what it holds, where, and how it came by it.

    A tuple, since a form has a thousand and they travel between processes.
    """

    value: object
    address: str
    state: str = ""
    """'' typed, 'formula' with a stored value, 'unvalued' formula without one, 'error', 'odd'."""
    shown: str = ""
    """What its format makes of a number ('date', 'percent'), or 'month' of a day."""

    @property
    def text(self) -> str:
        """The value as text, whole numbers without a point, dates as offices write them."""
        if isinstance(self.value, str):
            return self.value.strip()
        if isinstance(self.value, float) and self.value.is_integer():
            return str(int(self.value))
        return day(self.value) if isinstance(self.value, date) else str(self.value)

    @property
    def words(self) -> str:
        """The value as an official would write it: 9,267 and 95% for numbers, 5/2024 for a month.

        >>> Cell(9.267, "F7").words, Cell(0.95, "G7", shown="percent").words
        ('9,267', '95%')
        """
        value = self.value
        if isinstance(value, date) and self.shown == "month":
            return f"{value.month}/{value.year}"
        if isinstance(value, bool) or not isinstance(value, float | int):
            return self.text
        percent = self.shown == "percent"
        number = significant(float(value) * 100 if percent else float(value))
        return f"{number:.12g}".replace(".", ",") + ("%" if percent else "")


@dataclass(frozen=True, slots=True)
class Row:
    """A row of an area: its machine key ('' where it has none) and its cells that are not blank."""

    number: int
    key: str
    cells: dict[str, Cell]

    def filled(self, key: str) -> Cell | None:
        """Return a cell that holds a value, None for others."""
        cell = self.cells.get(key)
        return None if cell is None or cell.state in HOLLOW else cell

    def text(self, key: str) -> str:
        """Return a cell's text, '' when it is blank."""
        cell = self.cells.get(key)
        return cell.text if cell else ""

    def words(self, key: str) -> str:
        """Return a cell as an official would write it, '' when it is blank."""
        cell = self.cells.get(key)
        return cell.words if cell else ""


class Merge(NamedTuple):
    """A merged range whose first cell is an input cell of ours that holds something."""

    address: str
    rows: tuple[int, ...]
    """Numbers of the area's rows that it covers."""
    keys: tuple[str, ...]
    """Machine keys of the input columns that it covers."""


@dataclass(frozen=True, slots=True)
class Table:
    """An area as it stands in a sheet."""

    area: str
    version: str
    sheet: str
    marker: str
    columns: dict[str, str]
    """Column letters by machine key."""
    rows: tuple[Row, ...]
    hidden_rows: frozenset[int] = frozenset()
    hidden_columns: frozenset[str] = frozenset()
    """Machine keys of its input columns that are hidden."""
    merges: tuple[Merge, ...] = ()
    """Those over several input cells."""
    loose: tuple[Cell, ...] = ()
    """What a person typed under the marker where no key looks: a column without a name, and any
    cell below the last keyed row."""

    def by_key(self) -> dict[str, Row]:
        """Return the rows by machine key; of doubled keys the first."""
        rows: dict[str, Row] = {}
        for row in self.rows:
            if row.key:
                rows.setdefault(row.key, row)
        return rows


@dataclass(frozen=True, slots=True)
class Contents:
    """What the toolkit keeps of a workbook: its areas and what it says of itself."""

    path: Path
    kind: str
    sha256: str
    size: int
    modified: datetime | None
    warnings: tuple[Finding, ...] = ()
    tables: tuple[Table, ...] = ()
    sheets: tuple[tuple[str, bool], ...] = field(default=())
    """Names of all sheets, and whether they are visible."""
    own_sheets: tuple[str, ...] = ()
    """Visible sheets that hold something, but no area, and no lock as every sheet of a form."""
    notes: int = 0
    """How many comments people put to its cells."""
    label: str = ""
    """How findings name the file; its bare name when empty."""

    @property
    def file(self) -> str:
        """The file's name in findings."""
        return self.label or self.path.name

    def of(self, area: str) -> tuple[Table, ...]:
        """Return the tables of one area: none, one, or too many."""
        return tuple(table for table in self.tables if table.area == area)

    def in_row(self, table: Table, row: Row, key: str = "") -> Place:
        """Return the place of one of a row's cells; of its first column where it has no such."""
        column = table.columns.get(key) or next(iter(table.columns.values()), "A")
        return self.at(table, f"{column}{row.number}")

    def at(self, table: Table, address: str = "") -> Place:
        """Return the place of a cell of a table."""
        return Place(self.file, table.sheet, address or table.marker)


def is_register(contents: Contents) -> bool:
    """Whether a workbook holds a register."""
    return bool(contents.of("objectives") or contents.of("info"))
