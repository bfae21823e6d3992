"""What a recalculated form shows: the values of its results table, by row key and column key."""

from __future__ import annotations

from typing import TYPE_CHECKING

from python_calamine import CalamineWorkbook

if TYPE_CHECKING:
    from pathlib import Path

MARKER = "#qms:results:1"


def shown_results(path: Path) -> dict[str, dict[str, object]]:
    """Return each row's cells that are not blank."""
    book = CalamineWorkbook.from_path(str(path))
    for name in book.sheet_names:
        rows = book.get_sheet_by_name(name).to_python(skip_empty_area=False)
        top, left = next(
            ((r, c) for r, row in enumerate(rows[:60]) for c, v in enumerate(row) if v == MARKER),
            (-1, -1),
        )
        if top >= 0:
            keys = [str(key) for key in rows[top]]
            found = {str(row[left]): dict(zip(keys, row, strict=False)) for row in rows[top + 1 :]}
            return {key: _filled(row) for key, row in found.items() if key}
    raise AssertionError(f"{path} has no results")


def _filled(row: dict[str, object]) -> dict[str, object]:
    return {key: value for key, value in row.items() if key and value != ""}
