"""What a return copy says of the form that it answers."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from qms_xlsx.domain.finding import Excludes, Severity

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    from qms_xlsx.book.keys import CellKey
    from qms_xlsx.domain.finding import Finding

COSTS = {
    Excludes.FILE: "Cả biểu mẫu không được dùng",
    Excludes.ROW: "Dòng này không được tính",
    Excludes.CELL: "Ô này không được tính",
    Excludes.NOTHING: "",
}
"""What a finding costs until it is mended, the worst first."""


@dataclass(frozen=True, slots=True)
class Review:
    """What a return copy says of the form that it answers."""

    findings: Sequence[Finding]
    marks: Sequence[tuple[CellKey, Finding]] = ()
    """The findings that stand at a cell."""
    overlooked: Sequence[tuple[str, str]] = ()
    """What was typed where nothing is read: where it stood, and its words."""


def by_harm(findings: Iterable[Finding]) -> list[Finding]:
    """Return findings with what costs most first: the form, a row, a cell; then by severity."""
    costs, weights = list(COSTS), list(Severity)
    return sorted(findings, key=lambda f: (costs.index(f.excludes), weights.index(f.severity)))
