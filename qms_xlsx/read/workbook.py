"""Family S, the workbook around the areas: sheets, versions, lost columns, nothing filled in."""

from __future__ import annotations

from typing import TYPE_CHECKING

from qms_xlsx.book import areas as layout
from qms_xlsx.codes.rule import Hit, Rule
from qms_xlsx.domain.finding import Place
from qms_xlsx.domain.period import SLOTS
from qms_xlsx.language.near import nearest
from qms_xlsx.language.text import folded
from qms_xlsx.read.concealed import CONCEALED_RULES
from qms_xlsx.read.form_case import REMARKS

if TYPE_CHECKING:
    from collections.abc import Iterator

    from qms_xlsx.read.form_case import FormCase
    from qms_xlsx.read.tables import Cell, Table

_OUR_SHEETS = frozenset(
    folded(name)
    for name in (
        layout.FORM_GUIDE,
        *layout.FORM_SHEETS,
        layout.FORM_PRINT,
        layout.FINDINGS_INDEX,
    )
)
"""Sheets of a form that may hold no area."""


def _own_sheets(case: FormCase) -> Iterator[Hit]:
    names = [name for name in case.contents.own_sheets if folded(name) not in _OUR_SHEETS]
    if names:
        yield Hit(case.file, {"sheets": ", ".join(f"“{name}”" for name in names)})


def _own_notes(case: FormCase) -> Iterator[Hit]:
    if case.contents.notes:
        yield Hit(case.file, {"count": case.contents.notes})


def _blank_form(case: FormCase) -> Iterator[Hit]:
    department = case.department()
    if department is None:
        return
    owed = case.expected_keys() or case.register.led(department.code)
    if owed and not any(_typed_cells(case)):
        yield Hit(case.file)


def _typed_cells(case: FormCase) -> Iterator[Cell]:
    """Yield the cells that a department filled in."""
    for area in ("results", "progress", "actions"):
        for row in case.rows(area):
            yield from (row.cells[key] for key in case.inputs(area, row) if key in row.cells)


def _pasted_as_values(case: FormCase) -> Iterator[Hit]:
    table = case.table("results")
    if table is not None and case.formulas_lost:
        yield Hit(case.contents.at(table))


def _other_version(case: FormCase) -> Iterator[Hit]:
    for table in case.contents.tables:
        area = layout.AREAS.get(table.area)
        if area and table.version != str(area.version):
            shown = {"version": table.version or "?", "ours": str(area.version)}
            yield Hit(case.contents.at(table), {"area": area.title, **shown})


def _lost_area(case: FormCase) -> Iterator[Hit]:
    department = case.department()
    if department and case.register.led(department.code) and case.table("progress") is None:
        yield Hit(case.file, {"area": layout.PROGRESS.title, "marker": layout.PROGRESS.marker})


def _missing(case: FormCase) -> Iterator[tuple[Table, str, str]]:
    """Yield the input columns that an area lacks: its table, their keys and labels."""
    department = case.department()
    if department is None:
        return
    owned = case.register.owned(department.code)
    cadences = {o.cadence for o in owned}
    slots = tuple(slot.key for slot in SLOTS if slot.cadence in cadences)
    asked = (
        (layout.RESULTS, (*slots, *REMARKS) if owned else ()),
        (layout.PROGRESS, layout.PROGRESS_INPUTS if case.register.led(department.code) else ()),
    )
    for area, keys in asked:
        table = case.table(area.name)
        for key in keys if table else ():
            if table and key not in table.columns:
                yield table, key, area.column(key).label


def _missing_column(case: FormCase) -> Iterator[Hit]:
    for table, _, label in _missing(case):
        yield Hit(case.contents.at(table), {"column": label})


def _misspelt_column(case: FormCase) -> Iterator[Hit]:
    for table in case.contents.tables:
        area = layout.AREAS.get(table.area)
        lost = {key: label for found, key, label in _missing(case) if found is table}
        for name in table.columns if area and lost else ():
            near = nearest(name.replace(" ", ""), lost)
            if area and name not in area.keys and near:
                place = Place(case.contents.file, table.sheet, table.columns[name])
                row = "".join(c for c in table.marker if c.isdigit())
                at = Place(place.file, place.sheet, f"{place.cell}{row}")
                yield Hit(at, {"value": name, "likely": near, "column": lost[near]})


WORKBOOK_RULES: tuple[Rule[FormCase], ...] = (
    Rule("S113", _missing_column),
    Rule("S116", _own_sheets),
    Rule("S124", _blank_form),
    Rule("S125", _pasted_as_values),
    Rule("S126", _other_version),
    Rule("S127", _misspelt_column),
    Rule("S128", _lost_area),
    Rule("S133", _own_notes),
    *CONCEALED_RULES,
)
