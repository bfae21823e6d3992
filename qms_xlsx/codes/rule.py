"""A rule: a code, its words, and a pure check that yields what it hits."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass, field
from typing import Any, Generic, TypeVar

from qms_xlsx.domain.finding import Finding, Place, Severity
from qms_xlsx.language.messages import Message

Case = TypeVar("Case")
_LONGEST = 120
"""Characters of a text from a file that a finding quotes."""


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
        """Return the finding of one hit; texts from files are shown on one line, not too long."""
        values = {key: _shown(value) for key, value in hit.values.items()}
        return Finding(
            code=self.code,
            severity=self.severity,
            place=hit.place,
            message=Message(self.message, values),
            hint=Message(self.hint, values),
            department=department,
        )


def _shown(value: Any) -> Any:
    if not isinstance(value, str) or (len(value) <= _LONGEST and value.isprintable()):
        return value
    line = "".join(c if c.isprintable() else " " for c in value[: 2 * _LONGEST])
    return line if len(line) <= _LONGEST else f"{line[:_LONGEST].rstrip()}…"


def run(rules: Iterable[Rule[Case]], case: Case, department: str | None = None) -> list[Finding]:
    """Return the findings of all the rules, in the rules' order."""
    return [finding for rule in rules for finding in rule.findings(case, department)]
