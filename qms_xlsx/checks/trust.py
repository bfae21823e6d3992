"""Family S, whole files: whether a workbook is a form of ours, of this office, this year."""

from __future__ import annotations

from difflib import get_close_matches
from typing import TYPE_CHECKING

from qms_xlsx import layout
from qms_xlsx.cells import InvalidCell, as_number
from qms_xlsx.checks.rule import Hit, Rule
from qms_xlsx.domain.finding import Place, Severity
from qms_xlsx.domain.register import party_key
from qms_xlsx.domain.text import folded
from qms_xlsx.i18n import N_

if TYPE_CHECKING:
    from collections.abc import Iterator

    from qms_xlsx.checks.form_case import FormCase
    from qms_xlsx.domain.finding import Finding


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
    known = {folded(text): text for d in case.register.departments for text in (d.code, d.name)}
    near = get_close_matches(folded(cell.text) if cell else "", known, 1, 0.5)
    names = ", ".join(d.code for d in case.register.departments)
    likely = known[near[0]] if near else names
    yield Hit(case.info_place("department"), {"value": cell.text if cell else "", "likely": likely})


TRUST_RULES: tuple[Rule[FormCase], ...] = (
    Rule(
        code="S101",
        name="marker_missing",
        severity=Severity.ERROR,
        message=N_("This is not a form of ours: its area “{area}” ({marker}) was not found."),
        hint=N_(
            "Fill in the form that the ISO secretary sent, and do not delete its hidden cells."
        ),
        check=_marker_missing,
    ),
    Rule(
        code="S103",
        name="other_year",
        severity=Severity.ERROR,
        message=N_("The form is of the year “{value}”, the register of {year}."),
        hint=N_("Fill in the form of the year {year}."),
        check=_other_year,
    ),
    Rule(
        code="S104",
        name="other_office",
        severity=Severity.ERROR,
        message=N_("The form is of another office: “{value}”; this register is of {organisation}."),
        hint=N_("Send the form to its own office, or fill in the one made from this register."),
        check=_other_office,
    ),
    Rule(
        code="S105",
        name="unknown_department",
        severity=Severity.ERROR,
        message=N_("The register has no department “{value}”. Is it {likely}?"),
        hint=N_(
            "Fill in the form made for your department, or add the name to the register's aliases."
        ),
        check=_unknown_department,
    ),
)
"""Rules whose hit makes the whole file untrustworthy: it is rejected."""


_NOT_OURS: Rule[str] = Rule(
    code="S117",
    name="not_ours",
    severity=Severity.ERROR,
    message=N_("This workbook is neither a register nor a form of ours; nothing of it was read."),
    hint=N_("Send the form that the ISO secretary made, or leave this file out of the folder."),
    check=lambda file: (Hit(Place(file)),),
)
_NO_REGISTER: Rule[str] = Rule(
    code="S118",
    name="no_register",
    severity=Severity.ERROR,
    message=N_("There is no register beside this form, so it cannot be checked."),
    hint=N_("Name the register: qms-xlsx validate --register so-muc-tieu.xlsx FILE."),
    check=lambda file: (Hit(Place(file)),),
)
FILE_RULES: tuple[Rule[str], ...] = (_NOT_OURS, _NO_REGISTER)


def no_register_beside(file: str, *, ours: bool) -> Finding:
    """Return the finding for a workbook that is not ours, or for a form without its register."""
    rule = _NO_REGISTER if ours else _NOT_OURS
    return rule.at(Hit(Place(file)))
