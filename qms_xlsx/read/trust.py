"""Family S, whole files: whether a workbook is a form of ours, of this office, this year."""

from __future__ import annotations

from typing import TYPE_CHECKING

from qms_xlsx.book import areas as layout
from qms_xlsx.codes.catalogue import finding
from qms_xlsx.codes.rule import Hit, Rule
from qms_xlsx.domain.department import party_key
from qms_xlsx.domain.finding import Place
from qms_xlsx.language.near import nearest
from qms_xlsx.language.text import folded
from qms_xlsx.read.cells import InvalidCell, as_number

if TYPE_CHECKING:
    from collections.abc import Iterator

    from qms_xlsx.domain.department import Department
    from qms_xlsx.domain.finding import Finding
    from qms_xlsx.read.form_case import FormCase
    from qms_xlsx.read.tables import Contents


def _marker_missing(case: FormCase) -> Iterator[Hit]:
    for area in (layout.FORM, layout.RESULTS):
        if case.table(area.name) is None:
            yield Hit(case.file, {"area": area.title, "marker": area.marker})


def _other_year(case: FormCase) -> Iterator[Hit]:
    cell = case.info("year")
    try:
        year = as_number(cell)
    except InvalidCell:
        year = None
    if year != case.register.year:
        shown = cell.text if cell else ""
        yield Hit(case.info_place("year"), {"value": shown, "year": str(case.register.year)})


def _other_office(case: FormCase) -> Iterator[Hit]:
    cell = case.info("organisation")
    if cell is None or party_key(cell.text) != party_key(case.register.organisation):
        values = {"value": cell.text if cell else "", "organisation": case.register.organisation}
        yield Hit(case.info_place("organisation"), values)


def _unknown_department(case: FormCase) -> Iterator[Hit]:
    if case.department() is not None:
        return
    cell = case.info("department")
    text = cell.text if cell else ""
    known = [name for d in case.register.departments for name in (d.code, d.name)]
    near = nearest(text, known, 0.5)
    made_for = _made_for(case)
    likely = near or ", ".join(d.code for d in case.register.departments)
    yield Hit(
        case.info_place("department"),
        {"value": text, "likely": made_for.code if made_for else likely},
    )


def _department_changed(case: FormCase) -> Iterator[Hit]:
    named, made_for = case.department(), _made_for(case)
    if named and made_for and made_for is not named:
        values = {"value": named.code, "made_for": made_for.code}
        yield Hit(case.info_place("department"), values)


def _rows_of_another_register(case: FormCase) -> Iterator[Hit]:
    department = case.department()
    asked = {own.code for own in case.register.owned(department.code)} if department else set()
    filled = dict.fromkeys(row.key.rpartition(":")[0] for row in case.rows("results") if row.key)
    if department and asked and filled and asked.isdisjoint(filled):
        shown = ", ".join(list(filled)[:3]) + (", …" if len(filled) > 3 else "")
        yield Hit(case.file, {"rows": shown, "department": department.name})


def _made_for(case: FormCase) -> Department | None:
    """Return the department whose rows the form's fingerprint is of."""
    cell = case.info("fingerprint")
    return case.register.by_fingerprint.get(cell.text) if cell else None


TRUST_RULES: tuple[Rule[FormCase], ...] = (
    Rule("S101", _marker_missing),
    Rule("S103", _other_year),
    Rule("S104", _other_office),
    Rule("S105", _unknown_department),
    Rule("S119", _department_changed),
    Rule("S120", _rows_of_another_register),
)
"""Rules whose hit makes the whole file untrustworthy: it is rejected."""


_FORM_SHEETS = frozenset(folded(name) for name in layout.FORM_SHEETS)


def no_form(contents: Contents) -> Finding:
    """Return the finding for a workbook handed in that is no form, by what it is instead."""
    areas = {table.area for table in contents.tables}
    sheets = {folded(name) for name, _ in contents.sheets}
    fault = "not_ours"
    if areas & {"data", "provenance"}:
        fault = "summary_handed_in"
    elif areas & {area.name for area in layout.REGISTER_AREAS}:
        fault = "register_handed_in"
    elif len(sheets & _FORM_SHEETS) > 1:
        fault = "marks_lost"
    return finding(fault, Place(contents.file))


def no_register_beside(file: str) -> Finding:
    """Return the finding for a form without its register."""
    return finding("no_register", Place(file))
