"""The results table of a form: a row a component, inputs open, everything else live or locked."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from qms_xlsx.domain.period import Cadence, slots_of
from qms_xlsx.language.messages import message
from qms_xlsx.write.form.blocks import REMARKS, Block, Blocks, tallest
from qms_xlsx.write.form.form_indicator import FormIndicator
from qms_xlsx.write.form.listing import listed
from qms_xlsx.write.templating import SECTION, TemplateError, TemplateTable, cleaned

if TYPE_CHECKING:
    from collections.abc import Mapping

    from qms_xlsx.domain.indicator import Objective
    from qms_xlsx.domain.register import Register
    from qms_xlsx.write.form.typed import TypedEntries
    from qms_xlsx.write.parts.sheet import CellPlace, Looks

_WORDS = ("cause", "remedy", "note")
_ONCE = (
    "number", "name", "target", "unit", "baseline", "result", "period_target", "attainment",
    "status", "_coverage", "_reading", *REMARKS,
)  # fmt: skip
"""Columns that an indicator fills once, over the rows of both halves of a ratio."""
_ONE_LINE = 13.5
"""Points of a heading: as far to the right as it takes."""


@dataclass(slots=True)
class Results:
    """What was written: where the rows are, for validations, formats and marks."""

    table: TemplateTable
    first: int
    last: int
    placed: list[tuple[Block, int]] = field(default_factory=list)
    """Each indicator's block, with its first row."""
    rows: dict[str, int] = field(default_factory=dict)
    """The row of each key."""
    starts: list[int] = field(default_factory=list)
    """Rows that a page may begin with: an indicator stays whole, and under its heading."""

    def about(self, indicator: FormIndicator) -> tuple[int, ...]:
        """Return the rows of an indicator."""
        code = indicator.objective.code
        return tuple(self.rows[f"{code}:{component}"] for component in indicator.components)

    def cell(self, row_key: str, key: str) -> CellPlace | None:
        """Return a component's cell; what an indicator fills once stands on its first row."""
        if row_key not in self.rows or key not in self.table.columns:
            return None
        code = row_key.rpartition(":")[0]
        own = (row for name, row in self.rows.items() if name.rpartition(":")[0] == code)
        return self.table.cell(min(own) if key in _ONCE else self.rows[row_key], key)


def demand_order(table: TemplateTable) -> None:
    """Raise TemplateError unless the slots of each cadence stand side by side, January first."""
    for cadence in Cadence:
        columns = [table.columns[slot.key] for slot in slots_of(cadence)]
        if columns != list(range(columns[0], columns[0] + len(columns))):
            labels = ", ".join(slot.label for slot in slots_of(cadence))
            raise TemplateError(
                message("The columns {labels} of the form's template must stand side by side, "
                        "in this order.", labels=labels)
            )  # fmt: skip


def write_results(
    table: TemplateTable,
    blocks: Blocks,
    department: str,
    typed: TypedEntries,
    closed: frozenset[str] = frozenset(),
) -> Results:
    """Fill the results table with the indicators that the department owns.

    Slots that are `closed`, by key, are shown and locked.
    """
    register: Register = blocks.register
    written = Results(table, table.first_row, table.first_row)
    section = table.looks({}, SECTION)
    row, below_heading = table.first_row, False
    for line in listed(register, department):
        if not below_heading:
            written.starts.append(row)
        below_heading = not isinstance(line, FormIndicator)
        if isinstance(line, FormIndicator):
            block = blocks.of(line, closed)
            _place(written, blocks, block, row, typed)
            row += len(block.keys)
        else:
            _section(table, row, line, section)
            row += 1
    written.last = table.sheet.last = max(row - 1, table.first_row)
    return written


def _section(table: TemplateTable, row: int, heading: Objective, looks: Looks) -> None:
    """Write a row for a heading of the objectives' tree, across the table."""
    own = table.sheet.dress(row, looks)
    for key, text in (("number", heading.number), ("name", heading.name)):
        own.values[table.columns[key]] = cleaned(text)
    own.height = _ONE_LINE


def _place(written: Results, blocks: Blocks, block: Block, first: int, typed: TypedEntries) -> None:
    """Write an indicator's rows, with what was typed in them before."""
    table = written.table
    written.placed.append((block, first))
    rows = tuple(range(first, first + len(block.keys)))
    for row, key, looks, values in zip(rows, block.keys, block.looks, block.values, strict=True):
        written.rows[key] = row
        own = table.sheet.dress(row, looks)
        own.values, own.about = dict(values), rows
        for column, value in typed.of("results", key).items():
            at = table.columns.get(column, 0)
            if at in block.typed:
                own.values[at] = cleaned(value)
    tall = _restore_remarks(written, blocks, block, first, typed)
    for row, height in zip(rows, tallest(block, tall), strict=True):
        table.sheet.rows[row].height = height
    if len(rows) > 1:
        for key in _ONCE:
            table.sheet.merge(rows[0], table.columns[key], rows[-1], table.columns[key])


def _restore_remarks(
    written: Results, blocks: Blocks, block: Block, first: int, typed: TypedEntries
) -> float:
    """Put back an indicator's remarks; returns what room their words need, in points."""
    remarks: dict[str, object] = {}
    for key in reversed(block.keys):  # the first row's words come out on top
        own: Mapping[str, object] = typed.of("results", key)
        remarks |= {name: cleaned(own[name]) for name in REMARKS if name in own}
    values = written.table.sheet.rows[first].values
    values |= {written.table.columns[name]: value for name, value in remarks.items()}
    words = {name: str(remarks.get(name) or "") for name in _WORDS}
    return max(blocks.fitted(block.looks[0], name, text) for name, text in words.items())
