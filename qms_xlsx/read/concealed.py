"""Family S, what a sheet keeps from view: hidden figures, and input cells merged into one."""

from __future__ import annotations

from itertools import groupby
from typing import TYPE_CHECKING

from qms_xlsx.codes.rule import Hit, Rule
from qms_xlsx.domain.period import SLOTS, InvalidPeriod, Period
from qms_xlsx.read.form_case import REMARKS, SLOT_KEYS

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from qms_xlsx.read.form_case import FormCase
    from qms_xlsx.read.tables import Cell, Merge, Row, Table

_AREAS = ("results", "progress", "actions")
_FIRST_HALF = frozenset(s.key for s in SLOTS if s.end_month <= 6 and s.cadence.months < 6)


def _typed(case: FormCase) -> Iterator[tuple[Table, Row, str, Cell]]:
    """Yield what was typed into each area: where, under which column, and the cell."""
    for table in _tables(case):
        for row in table.rows:
            for key in case.inputs(table.area, row):
                if key in row.cells:
                    yield table, row, key, row.cells[key]


def _tables(case: FormCase) -> list[Table]:
    return [table for area in _AREAS if (table := case.table(area))]


def _hidden_rows(case: FormCase) -> Iterator[Hit]:
    hidden = (t for t in _typed(case) if t[1].number in t[0].hidden_rows)
    for _, cells in groupby(hidden, key=lambda typed: typed[0].area):
        found = list(cells)
        table, _, _, first = found[0]
        rows = dict.fromkeys(row.number for _, row, _, _ in found)
        yield Hit(case.contents.at(table, first.address), {"rows": ranges(rows)})


def _hidden_columns(case: FormCase) -> Iterator[Hit]:
    """Yield hidden columns with entries, but for the past months that a form hides by itself."""
    own = _FIRST_HALF if _second_half(case) else frozenset()
    hidden = (t for t in _typed(case) if t[2] in t[0].hidden_columns and t[2] not in own)
    for _, cells in groupby(hidden, key=lambda typed: typed[0].area):
        found = list(cells)
        table, _, _, first = found[0]
        letters = dict.fromkeys(table.columns[key] for _, _, key, _ in found)
        yield Hit(case.contents.at(table, first.address), {"columns": ", ".join(letters)})


def _second_half(case: FormCase) -> bool:
    cell = case.info("report_period")
    try:
        return cell is not None and Period.parse(cell.text, case.register.year).end_month > 6
    except InvalidPeriod:
        return False


def ranges(numbers: Iterable[int]) -> str:
    """Return numbers as ranges.

    >>> ranges([3, 4, 5, 9])
    '3–5, 9'
    """
    runs = groupby(enumerate(sorted(numbers)), key=lambda pair: pair[1] - pair[0])
    spans = [[number for _, number in run] for _, run in runs]
    return ", ".join(str(s[0]) if len(s) == 1 else f"{s[0]}–{s[-1]}" for s in spans)


def _merged_figures(case: FormCase) -> Iterator[Hit]:
    return (hit for hit, figures in _merged(case) if figures)


def _merged_words(case: FormCase) -> Iterator[Hit]:
    return (hit for hit, figures in _merged(case) if not figures)


def _merged(case: FormCase) -> Iterator[tuple[Hit, bool]]:
    """Yield merges that hide input cells behind their first one, and whether figures belong there.

    A ratio's words are merged over its two rows by the form itself: they are one input.
    """
    for table in _tables(case):
        for merge in table.merges:
            cells = _covered(case, merge, table)
            lost = [cell for cell in cells[1:] if _input(*cell) != _input(*cells[0])]
            if lost:
                row, key = cells[0]
                values = {"range": merge.address, "value": row.cells[key].text}
                place = case.contents.at(table, row.cells[key].address)
                yield Hit(place, values), any(key in SLOT_KEYS for _, key in lost)


def _kept_under_merge(case: FormCase) -> Iterator[Hit]:
    """Yield entries that a merge hides: some programs leave them in the file."""
    for table in _tables(case):
        for merge in table.merges:
            for row, key in _covered(case, merge, table)[1:]:
                if cell := row.cells.get(key):
                    values = {"range": merge.address, "value": cell.text}
                    yield Hit(case.contents.at(table, cell.address), values)


def _covered(case: FormCase, merge: Merge, table: Table) -> list[tuple[Row, str]]:
    """Return the input cells under a merge; none where its own cell is not one of the row's."""
    rows = [row for row in table.rows if row.number in merge.rows]
    cells = [(r, key) for r in rows for key in merge.keys if key in case.inputs(table.area, r)]
    return cells if cells[:1] == [(rows[0], merge.keys[0])] else []


def _input(row: Row, key: str) -> tuple[str | int, str]:
    code = row.key.rpartition(":")[0] if key in REMARKS else ""
    return code or row.number, key


CONCEALED_RULES: tuple[Rule[FormCase], ...] = (
    Rule("S129", _hidden_rows),
    Rule("S130", _hidden_columns),
    Rule("S131", _merged_figures),
    Rule("S132", _merged_words),
    Rule("S139", _kept_under_merge),
)
"""Rules on what is there, but not to be seen or not where it is looked for."""
