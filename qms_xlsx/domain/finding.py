"""Findings: what is wrong, where, and how to mend it; a sentence only at the edge."""

from __future__ import annotations

from dataclasses import dataclass, field
from enum import StrEnum
from typing import TYPE_CHECKING, Any

from qms_xlsx.language.messages import N_, Message, translate

if TYPE_CHECKING:
    from collections.abc import Iterable


class Severity(StrEnum):
    """How much a finding weighs: an error keeps its cell or file out of the totals."""

    ERROR = "error"
    WARNING = "warning"
    INFO = "info"


@dataclass(frozen=True, slots=True)
class Place:
    """Where in the inputs something stands; parts that do not apply are empty."""

    file: str = ""
    sheet: str = ""
    cell: str = ""

    def __str__(self) -> str:
        inside = f"'{self.sheet}'!{self.cell}" if self.sheet and self.cell else self.sheet
        return " · ".join(part for part in (self.file, inside) if part)

    def as_json(self) -> dict[str, str | None]:
        """Return the place as DESIGN §13 writes it."""
        return {"file": self.file, "sheet": self.sheet or None, "cell": self.cell or None}


@dataclass(frozen=True, slots=True)
class Finding:
    """One fault at one place, with the action that mends it."""

    code: str
    severity: Severity
    place: Place
    message: Message
    hint: Message
    department: str | None = field(default=None, compare=False)

    def __str__(self) -> str:
        return f"{self.place} · {self.code}: {self.message} {self.hint}"

    def as_json(self) -> dict[str, Any]:
        """Return the finding as `validate --format json` prints it, without its file."""
        return {
            "code": self.code,
            "severity": self.severity.value,
            "sheet": self.place.sheet or None,
            "cell": self.place.cell or None,
            "message": str(self.message),
            "hint": str(self.hint),
        }


def counts(findings: Iterable[Finding]) -> dict[str, int]:
    """Return how many findings of each severity there are."""
    tally = {severity.value: 0 for severity in Severity}
    for finding in findings:
        tally[finding.severity.value] += 1
    return tally


def worst_first(findings: Iterable[Finding]) -> list[Finding]:
    """Return findings with errors first, in the order found within a severity."""
    order = list(Severity)
    return sorted(findings, key=lambda finding: order.index(finding.severity))


def severity_label(severity: Severity) -> str:
    """Return the severity's name in the reader's language."""
    return translate(_LABELS[severity])


_LABELS = {
    Severity.ERROR: N_("error"),
    Severity.WARNING: N_("warning"),
    Severity.INFO: N_("note"),
}
