"""Text typed with old Vietnamese fonts: converted when certain, doubted otherwise."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

from qms_xlsx.codes.rule import Hit, Rule, run
from qms_xlsx.domain.period import SLOTS
from qms_xlsx.language.encodings import OldText, old_text
from qms_xlsx.read.tables import Cell, Row

if TYPE_CHECKING:
    from qms_xlsx.domain.finding import Finding, Place
    from qms_xlsx.read.tables import Contents, Table

_FIGURES = frozenset(slot.key for slot in SLOTS)


@dataclass(frozen=True, slots=True)
class OldCell:
    """A cell whose text reads as garbage, and what it says in an old encoding."""

    place: Place
    text: str
    reading: OldText


@dataclass(slots=True)
class Modernised:
    """A workbook's contents with old text converted, and each cell that this was about."""

    contents: Contents
    found: list[OldCell]

    def findings(
        self, rules: tuple[Rule[OldCell], ...], department: str | None = None
    ) -> list[Finding]:
        """Return what is to be said of the cells."""
        return [finding for cell in self.found for finding in run(rules, cell, department)]


def modernised(contents: Contents) -> Modernised:
    """Return the contents with their words (not the figures' cells) in Unicode."""
    found: list[OldCell] = []
    tables = tuple(_table(contents, table, found) for table in contents.tables)
    return Modernised(replace(contents, tables=tables) if found else contents, found)


def _table(contents: Contents, table: Table, found: list[OldCell]) -> Table:
    before = len(found)
    rows = tuple(_row(contents, table, row, found) for row in table.rows)
    return replace(table, rows=rows) if len(found) > before else table


def _row(contents: Contents, table: Table, row: Row, found: list[OldCell]) -> Row:
    changed: dict[str, Cell] = {}
    for key, cell in row.cells.items():
        if not isinstance(cell.value, str) or cell.value.isascii() or key in _FIGURES:
            continue
        reading = old_text(cell.value)
        if reading:
            found.append(OldCell(contents.at(table, cell.address), cell.value, reading))
            if reading.certain:
                changed[key] = cell._replace(value=reading.text)
    return Row(row.number, row.key, row.cells | changed) if changed else row


def _converted(cell: OldCell) -> Iterator[Hit]:
    if cell.reading.certain:
        yield _hit(cell)


def _doubtful(cell: OldCell) -> Iterator[Hit]:
    if not cell.reading.certain:
        yield _hit(cell)


def _hit(cell: OldCell) -> Hit:
    reading = cell.reading
    return Hit(cell.place, {"value": cell.text, "read": reading.text, "encoding": reading.encoding})


OLD_TEXT_IN_FORMS = (Rule("V501", _converted), Rule("V502", _doubtful))
OLD_TEXT_IN_REGISTERS = (Rule("R110", _converted), Rule("R111", _doubtful))
