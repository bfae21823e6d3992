"""Findings in words: the sentence, how loudly it is told, and the form that machines read."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from qms_xlsx import say
from qms_xlsx.domain.finding import Severity
from qms_xlsx.language.messages import N_
from qms_xlsx.say.names import numbered, titled

if TYPE_CHECKING:
    from qms_xlsx.domain.finding import Finding
    from qms_xlsx.domain.register import Register

_SEVERITIES = {
    Severity.ERROR: N_("error"),
    Severity.WARNING: N_("warning"),
    Severity.INFO: N_("note"),
}
MARKS = {Severity.ERROR: "✖", Severity.WARNING: "◆", Severity.INFO: "ℹ"}
"""Of each severity its mark, wherever a workbook shows one; "○" is kept for what is not due yet."""


def severity(weight: Severity, language: str) -> str:
    """Return a severity's name, such as 'cảnh báo'."""
    return say.word(_SEVERITIES[weight], language)


def fault(finding: Finding, language: str) -> str:
    """Return what is wrong, as a sentence."""
    return say.text(finding.message, language)


def mend(finding: Finding, language: str) -> str:
    """Return the one action that mends it, as a sentence."""
    return say.text(finding.hint, language)


def row_of(finding: Finding, register: Register) -> str:
    """Return the row that a finding's cell stands in, by its number and name; '' if not known."""
    objective = register.by_code.get(finding.row)
    if objective:
        return titled(objective)
    measures = (m for m in register.measures if m.number == finding.row)
    return next((numbered(m.number, m.measure) for m in measures), "")


def line(finding: Finding, language: str) -> str:
    """Return the whole finding: place, code, what is wrong, how to mend it."""
    told = f"{fault(finding, language)} {mend(finding, language)}"
    return f"{finding.place} · {finding.code}: {told}"


def as_json(finding: Finding, language: str) -> dict[str, Any]:
    """Return the finding as `validate --format json` prints it, without its file."""
    return {
        "code": finding.code,
        "severity": finding.severity.value,
        "sheet": finding.place.sheet or None,
        "cell": finding.place.cell or None,
        "message": fault(finding, language),
        "hint": mend(finding, language),
    }
