"""What of an objective is given to a department."""

from __future__ import annotations

from dataclasses import dataclass

from qms_xlsx.domain.indicator import Indicator, RegisterRow


@dataclass(frozen=True, slots=True, kw_only=True)
class Allocation(RegisterRow):
    """A department's own share of an objective ("chỉ tiêu giao")."""

    objective: str
    """The objective's code."""
    department: str
    """A department's code, name or alias, or a group."""
    target: str = ""
    target_h1: str = ""
    excluded: bool = False
    """Whether nothing is allocated ("không giao"): the department takes no part."""
    indicator: Indicator | None = None
    """The objective as it is asked of the department; None where no share could be read."""
