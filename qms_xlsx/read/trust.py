"""Family S, whole files: whether a workbook is a form of ours, of this office, this year."""

from __future__ import annotations

from difflib import get_close_matches
from typing import TYPE_CHECKING

from qms_xlsx.book import areas as layout
from qms_xlsx.codes.rule import Hit, Rule
from qms_xlsx.domain.finding import Place, Severity
from qms_xlsx.domain.register import party_key
from qms_xlsx.language.messages import N_
from qms_xlsx.language.text import folded
from qms_xlsx.read.cells import InvalidCell, as_number

if TYPE_CHECKING:
    from collections.abc import Iterator

    from qms_xlsx.domain.finding import Finding
    from qms_xlsx.domain.register import Department
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
    known = {folded(name): name for d in case.register.departments for name in (d.code, d.name)}
    near = get_close_matches(folded(text), known, 1, 0.5)
    made_for = _made_for(case)
    likely = known[near[0]] if near else ", ".join(d.code for d in case.register.departments)
    yield Hit(
        case.info_place("department"),
        {"value": text, "likely": made_for.code if made_for else likely},
    )


def _department_changed(case: FormCase) -> Iterator[Hit]:
    named, made_for = case.department(), _made_for(case)
    if named and made_for and made_for is not named:
        values = {"value": named.code, "made_for": made_for.code}
        yield Hit(case.info_place("department"), values)


def _made_for(case: FormCase) -> Department | None:
    """Return the department whose rows the form's fingerprint is of."""
    cell = case.info("fingerprint")
    return case.register.by_fingerprint.get(cell.text) if cell else None


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
    Rule(
        code="S119",
        name="department_changed",
        severity=Severity.ERROR,
        message=N_("The form was made for {made_for}, but its department cell says “{value}”."),
        hint=N_("Write {made_for} back into the cell, or fill in the form made for {value}."),
        check=_department_changed,
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
_SUMMARY: Rule[str] = Rule(
    code="S121",
    name="summary_handed_in",
    severity=Severity.ERROR,
    message=N_("This is a summary that the toolkit wrote, not a form; nothing of it was read."),
    hint=N_("Keep it in the folder “tong-hop”, and hand in the department's filled form."),
    check=lambda file: (Hit(Place(file)),),
)
_REGISTER: Rule[str] = Rule(
    code="S122",
    name="register_handed_in",
    severity=Severity.ERROR,
    message=N_("This is a register of objectives, not a form; nothing of it was read."),
    hint=N_("Keep the register beside the folder “da-nop”, and hand in the department's form."),
    check=lambda file: (Hit(Place(file)),),
)
_MARKS_LOST: Rule[str] = Rule(
    code="S123",
    name="marks_lost",
    severity=Severity.ERROR,
    message=N_(
        "The sheets look like a form of ours, but its hidden rows and columns are gone; nothing "
        "could be read."
    ),
    hint=N_(
        "Type the figures into a fresh form: cells copied into a new workbook lose their marks."
    ),
    check=lambda file: (Hit(Place(file)),),
)
FILE_RULES: tuple[Rule[str], ...] = (_NOT_OURS, _NO_REGISTER, _SUMMARY, _REGISTER, _MARKS_LOST)
_FORM_SHEETS = frozenset(folded(name) for name in ("Kết quả", "Kế hoạch", "Khắc phục", "Ký nộp"))


def no_form(contents: Contents) -> Finding:
    """Return the finding for a workbook handed in that is no form, by what it is instead."""
    areas = {table.area for table in contents.tables}
    sheets = {folded(name) for name, _ in contents.sheets}
    rule = _NOT_OURS
    if areas & {"data", "provenance"}:
        rule = _SUMMARY
    elif areas & {area.name for area in layout.REGISTER_AREAS}:
        rule = _REGISTER
    elif len(sheets & _FORM_SHEETS) > 1:
        rule = _MARKS_LOST
    return rule.at(Hit(Place(contents.file)))


def no_register_beside(file: str) -> Finding:
    """Return the finding for a form without its register."""
    return _NO_REGISTER.at(Hit(Place(file)))
