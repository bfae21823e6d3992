"""What a department typed, as typed: put back into the next form and the return copy."""

from __future__ import annotations

from typing import TYPE_CHECKING

from qms_xlsx import layout

if TYPE_CHECKING:
    from qms_xlsx.domain.submission import Submission
    from qms_xlsx.steps.intake import Intake
    from qms_xlsx.tables import Contents, Row

EntryKey = tuple[str, str, str]
"""Area, row key, column key."""

_INPUTS = {
    "form": ("value",),
    "results": layout.RESULT_INPUTS,
    "progress": layout.PROGRESS_INPUTS,
}


def earlier_entries(taken: Intake, submission: Submission | None) -> dict[EntryKey, object]:
    """Return what stands in the input cells of a submission's file; nothing without one."""
    reading = taken.readings.get(submission.path) if submission else None
    return typed_entries(reading.contents) if reading else {}


def typed_entries(contents: Contents) -> dict[EntryKey, object]:
    """Return what was typed in the input cells of a form, also what could not be read.

    Rows of actions have no key of their own and are numbered from 1 as they stand.
    """
    found: dict[EntryKey, object] = {}
    for area, keys in _INPUTS.items():
        for table in contents.of(area)[:1]:
            for key, row in table.by_key().items():
                if area != "form" or key in layout.FORM_INPUTS:
                    found |= _typed(area, key, row, keys)
    for table in contents.of("actions")[:1]:
        filled = [row for row in table.rows if not row.cells.keys().isdisjoint(layout.ACTIONS.keys)]
        for number, row in enumerate(filled, start=1):
            found |= _typed("actions", str(number), row, layout.ACTIONS.keys)
    return found


def _typed(area: str, key: str, row: Row, columns: tuple[str, ...]) -> dict[EntryKey, object]:
    cells = {column: row.cells[column] for column in columns if column in row.cells}
    return {
        (area, key, column): cell.value
        for column, cell in cells.items()
        if cell.state not in ("error", "unvalued")
    }
