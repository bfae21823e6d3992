"""A rule: a pure check registered under the code of the fault that it finds."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Any, Generic, TypeVar

from qms_xlsx.codes.catalogue import finding

if TYPE_CHECKING:
    from qms_xlsx.domain.finding import Finding, Place

Case = TypeVar("Case")


@dataclass(frozen=True, slots=True)
class Hit:
    """One place where a rule found its fault, and the values for its sentence."""

    place: Place
    values: dict[str, Any] = field(default_factory=dict)


@dataclass(frozen=True, slots=True)
class Rule(Generic[Case]):
    """A check under a code of the catalogue, which says the rest; codes are never used again."""

    code: str
    check: Callable[[Case], Iterable[Hit]]

    def findings(self, case: Case, department: str | None = None) -> Iterator[Finding]:
        """Yield the findings of this rule in a case."""
        for hit in self.check(case):
            yield finding(self.code, hit.place, department, **hit.values)


def run(rules: Iterable[Rule[Case]], case: Case, department: str | None = None) -> list[Finding]:
    """Return the findings of all the rules, in the rules' order."""
    return [found for rule in rules for found in rule.findings(case, department)]
