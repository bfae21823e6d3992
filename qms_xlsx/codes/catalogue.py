"""The one catalogue of findings: every code, and how a finding of it is made."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from qms_xlsx.codes import (
    across,
    cascade,
    cells,
    files,
    forms,
    gathering,
    measures,
    objectives,
    offices,
    passed_over,
    plan,
    reading,
    register,
)
from qms_xlsx.domain.finding import Finding
from qms_xlsx.language.messages import N_

if TYPE_CHECKING:
    from qms_xlsx.domain.finding import Code, Place

FAMILIES = {
    "F": N_("Files"),
    "S": N_("Structure of a form"),
    "V": N_("Values in a form's cells"),
    "X": N_("Across cells, forms and periods"),
    "P": N_("Plan and corrective actions"),
    "R": N_("Register"),
}
"""The families of findings, by the first letter of their codes."""
_ROOMS = (
    files, reading, forms, passed_over, cells, across, offices,
    plan, register, objectives, gathering, cascade, measures,
)  # fmt: skip
CODES: tuple[Code, ...] = tuple(
    sorted(
        (code for room in _ROOMS for code in room.CODES),
        key=lambda code: code.code,
    )
)
"""Every code of every family, sorted."""
_BY_KEY = {key: code for code in CODES for key in (code.code, code.name)}
_LONGEST = 120
"""Characters of a text from a file that a finding quotes."""


def told(key: str) -> Code:
    """Return what a code, or the fault's name, stands for.

    >>> told("V201") is told("numerator_above_denominator")
    True
    """
    return _BY_KEY[key]


def finding(key: str, place: Place, department: str | None = None, /, **values: Any) -> Finding:
    """Return the finding of a code or name; texts from files on one line, not too long."""
    shown = {name: _quoted(value) for name, value in values.items()}
    return Finding(told(key), place, shown, department)


def _quoted(value: Any) -> Any:
    if not isinstance(value, str) or (len(value) <= _LONGEST and value.isprintable()):
        return value
    line = "".join(c if c.isprintable() else " " for c in value[: 2 * _LONGEST])
    return line if len(line) <= _LONGEST else f"{line[:_LONGEST].rstrip()}…"
