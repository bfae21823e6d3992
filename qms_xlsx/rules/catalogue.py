"""Every rule there is, sorted by code; the page of findings and the tests go by it."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

from qms_xlsx.codes.rule import Hit, Rule
from qms_xlsx.domain.finding import Severity
from qms_xlsx.intake.faults import CODES
from qms_xlsx.language.messages import N_
from qms_xlsx.read.entries import ENTRY_RULES, TEXT_RULES
from qms_xlsx.read.old_text import OLD_TEXT_IN_FORMS, OLD_TEXT_IN_REGISTERS
from qms_xlsx.read.register_faults import READING_RULES
from qms_xlsx.read.slips import SLIP_RULES
from qms_xlsx.read.structure import ROW_RULES
from qms_xlsx.read.trust import FILE_RULES, TRUST_RULES
from qms_xlsx.read.values import CELL_RULES
from qms_xlsx.read.workbook import WORKBOOK_RULES
from qms_xlsx.rules.across import ACROSS_RULES
from qms_xlsx.rules.cascade import CASCADE_RULES
from qms_xlsx.rules.plan import PLAN_RULES
from qms_xlsx.rules.register import REGISTER_RULES
from qms_xlsx.rules.verdicts import RESULT_RULES

FAMILIES = {
    "F": N_("Files"),
    "S": N_("Structure of a form"),
    "V": N_("Values in a form's cells"),
    "X": N_("Across cells, forms and periods"),
    "P": N_("Plan and corrective actions"),
    "R": N_("Register"),
}
"""The families of findings, by the first letter of their codes."""


def _found_by_intake(_: Any) -> Iterator[Hit]:
    return iter(())


def _file_rules() -> Iterator[Rule[Any]]:
    """Yield the intake's codes as rules; it reports them itself while it opens a file."""
    for code, told in CODES.items():
        yield Rule(
            code=code,
            name=code.lower(),
            severity=Severity(told.severity),
            message=told.message,
            hint=told.hint,
            check=_found_by_intake,
        )


ALL_RULES: tuple[Rule[Any], ...] = tuple(
    sorted(
        (
            *_file_rules(),
            *FILE_RULES,
            *TRUST_RULES,
            *ROW_RULES,
            *WORKBOOK_RULES,
            *(rule for rule, _ in CELL_RULES),
            *ENTRY_RULES,
            *TEXT_RULES,
            *SLIP_RULES,
            *OLD_TEXT_IN_FORMS,
            *OLD_TEXT_IN_REGISTERS,
            *ACROSS_RULES,
            *RESULT_RULES,
            *PLAN_RULES,
            *READING_RULES,
            *REGISTER_RULES,
            *CASCADE_RULES,
        ),
        key=lambda rule: rule.code,
    )
)
"""All rules of all families."""
