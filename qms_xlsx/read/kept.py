"""What the run keeps of a workbook, within bounds: texts shared, and never too much of them."""

from __future__ import annotations

import sys
from typing import TYPE_CHECKING, Any, TypeVar

from qms_xlsx.codes.catalogue import finding
from qms_xlsx.domain.finding import worst_first
from qms_xlsx.intake import limits
from qms_xlsx.intake.faults import refuse
from qms_xlsx.language.text import without_controls

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    from qms_xlsx.domain.finding import Finding, Place
    from qms_xlsx.read.tables import Cell, Table

Value = TypeVar("Value")
_FORM = frozenset(("form", "results"))


class Texts:
    """The texts of a workbook, each kept once however many cells hold it, without controls."""

    def __init__(self) -> None:
        self._known: dict[str, Any] = {}

    def shared(self, value: Value) -> Value:
        """Return a value; of equal texts always the same one."""
        if not isinstance(value, str):
            return value
        if value not in self._known:
            self._known[value] = without_controls(value)
        kept: Value = self._known[value]
        return kept


def check_kept(tables: Sequence[Table]) -> None:
    """Raise RefusedError where the areas of a workbook hold more than a workbook of ours may."""
    if len(tables) > limits.KEPT_AREAS:
        raise refuse("F211", limit=limits.KEPT_AREAS, actual=len(tables))
    form = any(table.area in _FORM for table in tables)
    most = limits.FORM_CELLS if form else limits.OTHER_CELLS
    filled = sum(len(row.cells) for table in tables for row in table.rows)
    if filled > most:
        raise refuse("F211", limit=most, actual=filled)
    room = limits.FORM_TEXT_BYTES if form else limits.OTHER_TEXT_BYTES
    texts = {id(text): text for text in _texts(tables)}
    taken = sum(map(sys.getsizeof, texts.values()))
    if taken > room:
        raise refuse("F212", limit=room // 1024, actual=-(-taken // 1024))


def bounded(findings: Sequence[Finding], file: Place) -> tuple[Finding, ...]:
    """Return the findings of a form, the worst of very many: nobody mends thousands at once."""
    more = len(findings) - limits.FINDINGS
    if more <= 0:
        return tuple(findings)
    return (*worst_first(findings)[: limits.FINDINGS], finding("more_findings", file, count=more))


def _texts(tables: Iterable[Table]) -> Iterable[str]:
    for table in tables:
        yield from (table.area, table.version, *table.columns)
        for row in table.rows:
            yield row.key
            yield from _in(row.cells.values())
        yield from _in(table.loose)


def _in(cells: Iterable[Cell]) -> Iterable[str]:
    return (cell.value for cell in cells if isinstance(cell.value, str))
