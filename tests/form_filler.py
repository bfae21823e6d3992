"""A department's hands: a form filled by marker and keys, never by address."""

from __future__ import annotations

from typing import TYPE_CHECKING

from openpyxl import load_workbook

from qms_xlsx.book.labels import chosen_code
from qms_xlsx.steps.reading import open_all

if TYPE_CHECKING:
    from collections.abc import Mapping
    from pathlib import Path

    from qms_xlsx.read.tables import Contents, Table


def contents_of(path: Path) -> Contents:
    """Return what the toolkit reads of a workbook."""
    contents = next(open_all([path])).contents
    assert contents is not None, path
    return contents


def hand_in(form: Path, target: Path, entries: Mapping[tuple[str, str, str], object]) -> Path:
    """Save a form with these entries typed, by area, row key (actions: their number) and column."""
    contents = contents_of(form)
    workbook = load_workbook(form)
    for (area, key, column), value in entries.items():
        table = contents.of(area)[0]
        workbook[table.sheet][f"{table.columns[column]}{_row(table, key)}"] = value
    workbook.save(target)
    return target


def _row(table: Table, key: str) -> int:
    if key in table.by_key():
        return table.by_key()[key].number
    return [row for row in table.rows if row.cells][int(key) - 1].number


def actions_in(path: Path) -> list[dict[str, object]]:
    """Return the rows of corrective actions that stand in a form, each objective by its code."""
    rows = contents_of(path).of("actions")[0].rows
    return [
        {key: _code(cell.value) if key == "objective" else cell.value
         for key, cell in row.cells.items()}
        for row in rows
        if row.cells
    ]  # fmt: skip


def _code(value: object) -> str:
    return chosen_code(str(value))
