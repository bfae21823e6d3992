"""Family V, words: cells that hold something, but no value that anybody could read."""

from __future__ import annotations

from typing import TYPE_CHECKING

from qms_xlsx.book import areas as layout
from qms_xlsx.codes.rule import Hit, Rule
from qms_xlsx.read.form_case import REMARKS

if TYPE_CHECKING:
    from collections.abc import Iterator

    from qms_xlsx.read.form_case import FormCase
    from qms_xlsx.read.tables import Row

_SIGNED = ("prepared_by", "head")
"""Facts of the form that no rule of their own looks at."""
_WORDS = {
    layout.RESULTS.name: REMARKS,
    layout.PROGRESS.name: layout.PROGRESS_INPUTS,
    layout.ACTIONS.name: layout.ACTIONS.keys,
    layout.FORM.name: ("value",),
}
"""The columns of words by area; the figures' cells have rules of their own."""


def _words_lost(case: FormCase) -> Iterator[Hit]:
    for area, keys in _WORDS.items():
        for row in case.rows(area):
            if _read(area, row):
                cells = (row.cells[key] for key in keys if key in row.cells)
                # an odd cell is said by the intake already
                lost = (cell for cell in cells if cell.state in ("error", "unvalued"))
                yield from (Hit(case.at(area, cell.address)) for cell in lost)


def _read(area: str, row: Row) -> bool:
    if area == layout.FORM.name:
        return row.key in _SIGNED
    return bool(row.key) or area == layout.ACTIONS.name


HOLLOW_RULES: tuple[Rule[FormCase], ...] = (Rule("V404", _words_lost),)
"""Rules on what was to be read as words."""
