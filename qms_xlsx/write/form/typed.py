"""What a department typed before, by the rows that it goes back to."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from collections.abc import Mapping

    from qms_xlsx.book.keys import Entries


@dataclass(frozen=True, slots=True)
class TypedEntries:
    """Entries by area and row key; blank ones are none."""

    rows: Mapping[tuple[str, str], Mapping[str, Any]] = field(default_factory=dict)

    @classmethod
    def among(cls, entries: Entries) -> TypedEntries:
        """Return the entries that hold something."""
        rows: dict[tuple[str, str], dict[str, Any]] = {}
        for (area, row, column), value in entries.items():
            if value is not None:
                rows.setdefault((area, row), {})[column] = value
        return cls(rows)

    def of(self, area: str, row: str) -> Mapping[str, Any]:
        """Return what was typed in a row, by column key."""
        return self.rows.get((area, row), {})
