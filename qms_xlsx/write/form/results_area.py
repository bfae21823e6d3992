"""The results table of a form: a row a component, inputs open, everything else live or locked."""

from __future__ import annotations

from copy import copy
from dataclasses import dataclass, field
from functools import cache
from typing import TYPE_CHECKING, Any

from qms_xlsx import say
from qms_xlsx.book.keys import CellKey
from qms_xlsx.domain.indicator import Component, Indicator, Objective
from qms_xlsx.domain.period import SLOTS, Cadence, slots_of
from qms_xlsx.language.messages import message
from qms_xlsx.say.readings import sentence
from qms_xlsx.write.form.figure_formulas import (
    blank_formula,
    figure_formulas,
    slot_formula,
)
from qms_xlsx.write.form.form_indicator import FormIndicator, IndicatorCells
from qms_xlsx.write.form.judging_formulas import judging_formulas
from qms_xlsx.write.form.listing import component_label, listed, target_text
from qms_xlsx.write.templating import (
    INPUT,
    OFF,
    ROW,
    SECTION,
    TemplateError,
    TemplateTable,
    fitted_height,
    put,
    width_of,
)

if TYPE_CHECKING:
    from collections.abc import Iterator

    from openpyxl.cell.cell import Cell

    from qms_xlsx.book.keys import Entries
    from qms_xlsx.domain.period import Slot
    from qms_xlsx.domain.register import Register

REMARKS = ("estimate_from", "cause", "remedy", "note")
_WORDS = ("cause", "remedy", "note")
_ONCE = (
    "number", "name", "target", "unit", "baseline", "result", "period_target", "attainment",
    "status", "_coverage", "_reading", *REMARKS,
)  # fmt: skip
"""Columns that an indicator fills once, over the rows of both halves of a ratio."""


@dataclass(slots=True)
class Results:
    """What was written: where the rows are, for validations, formats and marks."""

    table: TemplateTable
    first: int
    last: int
    typed: list[tuple[FormIndicator, int, str, str]] = field(default_factory=list)
    """Of each component's row: its indicator, row, first and last typed column letter."""
    estimates: list[tuple[Cadence, str]] = field(default_factory=list)
    """The cells of 'estimate_from', with the cadence of their row."""
    rows: dict[str, int] = field(default_factory=dict)
    """The row of each key."""
    closed: frozenset[str] = frozenset()
    """The keys of slots that are locked."""
    starts: list[int] = field(default_factory=list)
    """Rows that a page may begin with: an indicator stays whole, and under its heading."""

    def cell(self, row_key: str, key: str) -> Cell | None:
        """Return a component's cell; what an indicator fills once stands on its first row."""
        if row_key not in self.rows or key not in self.table.columns:
            return None
        code = row_key.rpartition(":")[0]
        own = (row for name, row in self.rows.items() if name.rpartition(":")[0] == code)
        return self.table.cell(min(own) if key in _ONCE else self.rows[row_key], key)


def write_results(
    table: TemplateTable,
    register: Register,
    department: str,
    earlier: Entries,
    closed: frozenset[str] = frozenset(),
) -> Results:
    """Fill the results table with the indicators that the department owns.

    Slots that are `closed`, by key, are shown and locked.
    """
    _demand_order(table)
    written = Results(table, table.first_row, table.first_row, closed=closed)
    row, below_heading = table.first_row, False
    for line in listed(register, department):
        if not below_heading:
            written.starts.append(row)
        below_heading = not isinstance(line, FormIndicator)
        if isinstance(line, FormIndicator):
            put(table.cell(row, "_reading"), _reading(register, line.objective))
            row = _indicator(written, line, row, earlier)
        else:
            _section(table, row, line)
            row += 1
    written.last = max(row - 1, table.first_row)
    return written


def _reading(register: Register, objective: Indicator) -> str:
    """Return how the row is understood, where its figures come from, what the register notes."""
    told = say.text(sentence(register, objective).sentence, say.VIETNAMESE)
    source = f"Nguồn số liệu: {objective.source}." if objective.source else ""
    return " ".join(part for part in (told, source, objective.note) if part)


def _demand_order(table: TemplateTable) -> None:
    """Raise TemplateError unless the slots of each cadence stand side by side, January first."""
    for cadence in Cadence:
        columns = [table.columns[slot.key] for slot in slots_of(cadence)]
        if columns != list(range(columns[0], columns[0] + len(columns))):
            labels = ", ".join(slot.label for slot in slots_of(cadence))
            raise TemplateError(
                message("The columns {labels} of the form's template must stand side by side, "
                        "in this order.", labels=labels)
            )  # fmt: skip


def _section(table: TemplateTable, row: int, heading: Objective) -> None:
    """Write a row for a heading of the objectives' tree, across the table."""
    table.dress(row, {}, SECTION)
    put(table.cell(row, "number"), heading.number)
    put(table.cell(row, "name"), heading.name)
    table.sheet.row_dimensions[row].height = 13.5  # one line, as far to the right as it takes


def _indicator(
    written: Results,
    indicator: FormIndicator,
    row: int,
    earlier: Entries,
) -> int:
    """Write an indicator's rows; returns the row after them."""
    table, objective = written.table, indicator.objective
    rows = tuple(range(row, row + len(indicator.components)))
    slots = indicator.slots
    cells = IndicatorCells(
        rows, (table.letter(slots[0].key), table.letter(slots[-1].key)), table.letter
    )
    for part, component in enumerate(indicator.components):
        key = f"{objective.code}:{component}"
        written.rows[key] = rows[part]
        table.dress(rows[part], _kinds(objective.cadence, indicator.open, written.closed))
        put(table.sheet.cell(rows[part], table.key_column), key)
        put(table.cell(rows[part], "component"), component_label(objective, component))
        for slot, formula in _coarser(indicator, cells, part):
            table.cell(rows[part], slot).value = formula
        table.cell(rows[part], "_blank").value = "=" + blank_formula(cells, part)
        written.typed.append((indicator, rows[part], *cells.slots))
        _restore(table, rows[part], key, (slot.key for slot in slots), earlier)
    _describe(table, row, objective)
    _write_formulas(table, row, indicator, cells)
    _restore_remarks(table, row, indicator, earlier)
    written.estimates.append((objective.cadence, table.address(row, "estimate_from")))
    if len(rows) > 1:
        for key in _ONCE:
            table.merge(table.columns[key], rows[0], table.columns[key], rows[-1])
        table.cell(rows[-1], "status").value = f"={cells.at('status')}"  # for the filter
    _set_heights(table, rows, indicator)
    return rows[-1] + 1


@cache
def _kinds(
    cadence: Cadence, open_slots: tuple[Slot, ...], closed: frozenset[str]
) -> dict[str, str]:
    """Return which of a row's cells are typed, off, or (all others) filled in by the form."""
    kinds = dict.fromkeys(REMARKS, INPUT)
    for slot in SLOTS:
        own = slot.cadence is cadence
        if slot.cadence.months < cadence.months or (own and slot not in open_slots):
            kinds[slot.key] = OFF
        elif own:
            kinds[slot.key] = ROW if slot.key in closed else INPUT
    return kinds


def _coarser(
    indicator: FormIndicator, cells: IndicatorCells, part: int
) -> Iterator[tuple[str, str]]:
    """Yield the keys of the slots coarser than the typed ones, with their formulas."""
    before, count = indicator.skipped, len(indicator.open)
    for key, first, last in _spans(indicator.objective.cadence):
        span = max(first - before, 0), min(last - before, count - 1)
        if span[0] <= span[1]:
            yield key, "=" + slot_formula(indicator, cells, part, span)


@cache
def _spans(cadence: Cadence) -> tuple[tuple[str, int, int], ...]:
    """Return each coarser slot's key, with the places of its first and last typed slot."""
    inside = {
        slot.key: [typed.index - 1 for typed in slots_of(cadence) if typed.within(slot)]
        for slot in SLOTS
        if slot.cadence.months > cadence.months
    }
    return tuple((key, places[0], places[-1]) for key, places in inside.items())


def _describe(table: TemplateTable, row: int, objective: Indicator) -> None:
    put(table.cell(row, "number"), objective.number)
    put(table.cell(row, "name"), objective.name)
    put(table.cell(row, "target"), target_text(objective))
    put(table.cell(row, "unit"), objective.unit)


def _write_formulas(
    table: TemplateTable, row: int, indicator: FormIndicator, cells: IndicatorCells
) -> None:
    formulas = {**figure_formulas(indicator, cells), **judging_formulas(indicator, cells)}
    for key, text in formulas.items():
        table.cell(row, key).value = f"={text}"


def _restore(
    table: TemplateTable,
    row: int,
    row_key: str,
    keys: Iterator[str],
    earlier: Entries,
) -> None:
    """Put back what was typed earlier."""
    for key in keys:
        value = earlier.get(CellKey("results", row_key, key))
        if value is not None:
            put(table.cell(row, key), value)


def _restore_remarks(
    table: TemplateTable,
    row: int,
    indicator: FormIndicator,
    earlier: Entries,
) -> None:
    for component in reversed(indicator.components):  # the first row's words come out on top
        _restore(table, row, f"{indicator.objective.code}:{component}", iter(REMARKS), earlier)


def _set_heights(table: TemplateTable, rows: tuple[int, ...], indicator: FormIndicator) -> None:
    """Make rows as high as their texts, and no higher: eight indicators fit on a small screen."""
    objective = indicator.objective
    texts = [(objective.name, "name"), (target_text(objective), "target"), (objective.unit, "unit")]
    texts += [
        (str(table.cell(rows[0], key).value or ""), key) for key in ("cause", "remedy", "note")
    ]
    if indicator.component is Component.GRADE:
        texts += _wrap_grades(table, rows[0], indicator)
    tall = max(_fitted(table, rows[0], key, text) for text, key in texts)
    for row, component in zip(rows, indicator.components, strict=True):
        own = _fitted(table, row, "component", component_label(objective, component))
        table.sheet.row_dimensions[row].height = max(own, tall / len(rows), 15)


def _fitted(table: TemplateTable, row: int, key: str, text: str) -> float:
    size = table.cell(row, key).font.sz or 11
    return fitted_height(text, width_of(table, key), size=float(size))


def _wrap_grades(table: TemplateTable, row: int, indicator: FormIndicator) -> list[tuple[str, str]]:
    """Let the names of grades wrap in the slots; returns the texts that need room, with columns."""
    longest = max((grade for grade in indicator.grades), key=len, default="")
    keys = [slot.key for slot in slots_of(indicator.objective.cadence)]
    for key in (*keys, "h1", "h2", "year", "result", "period_target"):
        wrapped: Any = copy(table.cell(row, key).alignment)
        wrapped.shrink_to_fit, wrapped.wrap_text = False, True
        table.cell(row, key).alignment = wrapped
    return [(longest, key) for key in (keys[0], "result")]
