"""A rule: a code, its words, and a pure check that yields what it hits."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass, field
from typing import Any, Generic, TypeVar

from qms_xlsx.domain.finding import Finding, Place, Severity
from qms_xlsx.i18n import Message

Case = TypeVar("Case")


@dataclass(frozen=True, slots=True)
class Hit:
    """One place where a rule found its fault, and the values for its sentence."""

    place: Place
    values: dict[str, Any] = field(default_factory=dict)


@dataclass(frozen=True, slots=True, kw_only=True)
class Rule(Generic[Case]):
    """A check named for the fault that it finds; codes are never used again."""

    code: str
    name: str
    severity: Severity
    message: str
    hint: str
    check: Callable[[Case], Iterable[Hit]]

    def findings(self, case: Case, department: str | None = None) -> Iterator[Finding]:
        """Yield the findings of this rule in a case."""
        for hit in self.check(case):
            yield self.at(hit, department)

    def at(self, hit: Hit, department: str | None = None) -> Finding:
        """Return the finding of one hit."""
        return Finding(
            code=self.code,
            severity=self.severity,
            place=hit.place,
            message=Message(self.message, hit.values),
            hint=Message(self.hint, hit.values),
            department=department,
        )


def run(rules: Iterable[Rule[Case]], case: Case, department: str | None = None) -> list[Finding]:
    """Return the findings of all the rules, in the rules' order."""
    return [finding for rule in rules for finding in rule.findings(case, department)]
