"""Corrective actions with who reported them."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from datetime import date

    from qms_xlsx.domain.submission import Action


@dataclass(frozen=True, slots=True)
class OpenAction:
    """A corrective action with the department that reported it."""

    department: str
    action: Action
    as_of: date

    @property
    def closed(self) -> bool:
        """Whether it was closed by the as-of date, its effectiveness stated."""
        return self.action.closed(self.as_of)

    @property
    def days_overdue(self) -> int:
        """Days past its due date while its work is unfinished."""
        return self.action.days_overdue(self.as_of)
