"""Cells of a form by mark and not by address, wherever somebody has moved them (DESIGN §4)."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any, NamedTuple


class CellKey(NamedTuple):
    """A cell of a form: its area, its row's key and its column's."""

    area: str
    row: str
    column: str


Entries = Mapping[CellKey, Any]
"""What stands in a form's input cells."""
