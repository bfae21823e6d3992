"""Rows that were sorted away from their keys: told by their texts."""

from __future__ import annotations

from typing import TYPE_CHECKING

from qms_xlsx.language.text import folded

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping

    from qms_xlsx.domain.register import Register
    from qms_xlsx.read.tables import Row


def displaced_results(register: Register, rows: Iterable[Row]) -> frozenset[int]:
    """Return the numbers of the result rows whose text is another row's and not their own."""
    keyed = [row for row in rows if row.key]
    names = {row.key: _name(register, row.key) for row in keyed}
    labels = {row.key: _label(register, row.key) for row in keyed}
    return frozenset(
        row.number
        for row in keyed
        if _of_another(row, "name", names, whole=True)
        or _of_another(row, "component", labels, whole=False)
    )


def displaced_measures(register: Register, rows: Iterable[Row]) -> frozenset[int]:
    """Return the numbers of the plan's rows whose measure is another row's."""
    keyed = [row for row in rows if row.key]
    known = {measure.number: folded(measure.measure) for measure in register.measures}
    texts = {row.key: known.get(row.key, "") for row in keyed}
    return frozenset(row.number for row in keyed if _of_another(row, "measure", texts, whole=True))


def _of_another(row: Row, column: str, expected: Mapping[str, str], *, whole: bool) -> bool:
    cell, own = row.cells.get(column), expected[row.key]
    text = folded(cell.text) if cell and cell.state == "" else ""
    if not text or not own or own == text or (not whole and own in text):
        return False
    return any(t and (t == text if whole else t in text) for t in expected.values())


def _name(register: Register, key: str) -> str:
    objective = register.by_code.get(key.rpartition(":")[0])
    return folded(objective.name) if objective else ""


def _label(register: Register, key: str) -> str:
    code, _, part = key.rpartition(":")
    objective = register.by_code.get(code)
    return folded(getattr(objective, f"{part}_label", "")) if objective else ""
