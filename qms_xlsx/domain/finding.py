"""Findings: what is wrong, where, and how to mend it; a sentence only at the edge."""

from __future__ import annotations

from dataclasses import dataclass, field
from enum import StrEnum
from typing import TYPE_CHECKING, Any

from qms_xlsx.language.messages import Message

if TYPE_CHECKING:
    from collections.abc import Iterable


class Severity(StrEnum):
    """How loudly a finding is told to people; what it costs stands in `Excludes`."""

    ERROR = "error"
    WARNING = "warning"
    INFO = "info"


class Excludes(StrEnum):
    """What a finding keeps out of the figures, or of use, until it is mended."""

    NOTHING = "nothing"
    CELL = "cell"
    ROW = "row"
    FILE = "file"


@dataclass(frozen=True, slots=True)
class Code:
    """What one code stands for: its weight, what it excludes, its sentence and its mend."""

    code: str
    name: str
    severity: Severity
    excludes: Excludes
    message: str
    hint: str


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


_ABOUT_FIGURES = ("V", "X1", "X2")
"""Codes of cells, of figures across forms, and of slips; the X5 ask for causes and actions."""
_ABOUT_FORMS = ("F", "S", "V", "P102", "P103", "P104", "P105", "P304")
"""Codes of how a form was filled in, and of no list of its own in a reminder."""


ROW = "in_row"
"""The value that tells in whose row a cell stands: no sentence needs it."""


@dataclass(frozen=True, slots=True)
class Finding:
    """One fault at one place, with the values for its sentences; and its row's code, if known."""

    told: Code
    place: Place
    values: dict[str, Any] = field(default_factory=dict, hash=False)
    department: str | None = field(default=None, compare=False)

    @property
    def code(self) -> str:
        """The code, such as V201."""
        return self.told.code

    @property
    def severity(self) -> Severity:
        """How loudly it is told."""
        return self.told.severity

    @property
    def excludes(self) -> Excludes:
        """What it keeps out of the figures."""
        return self.told.excludes

    @property
    def row(self) -> str:
        """The code of the objective, or the number of the measure, in whose row it stands."""
        return str(self.values.get(ROW, ""))

    @property
    def doubts_a_figure(self) -> bool:
        """Whether it asks about a figure that is counted all the same."""
        warns = self.severity is Severity.WARNING and self.excludes is Excludes.NOTHING
        return warns and self.code.startswith(_ABOUT_FIGURES)

    @property
    def doubts_a_form(self) -> bool:
        """Whether it warns of how a form was filled in, where no counted figure is doubted."""
        warns = self.severity is Severity.WARNING and not self.doubts_a_figure
        return warns and self.code.startswith(_ABOUT_FORMS)

    @property
    def message(self) -> Message:
        """What is wrong."""
        return Message(self.told.message, self.values)

    @property
    def hint(self) -> Message:
        """The one action that mends it."""
        return Message(self.told.hint, self.values)


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
