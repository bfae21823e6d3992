"""One input cell as the value rules look at it, and what they make of it."""

from __future__ import annotations

import unicodedata
from dataclasses import dataclass, field
from functools import cached_property
from typing import TYPE_CHECKING, Any

from qms_xlsx.domain.indicator import RATIO, Component
from qms_xlsx.language.text import bare, clean

if TYPE_CHECKING:
    from qms_xlsx.domain.finding import Place
    from qms_xlsx.domain.submission import Value
    from qms_xlsx.read.tables import Cell

NUMERIC = (Component.VALUE, *RATIO, Component.RANK)
LARGEST = 1e15
"""Beyond this, spreadsheets no longer hold whole numbers exactly."""
_STYLE = "\ufe0f"
"""Asks for the coloured form of the tick before it."""


@dataclass(frozen=True)
class CellCase:
    """One input cell of an indicator's row, for one slot."""

    cell: Cell
    place: Place
    component: Component
    unit: str = ""
    """The unit of a value; empty for the parts of a ratio, which are counts."""
    counted: str = ""
    """What the row counts, in words: a noun of these may stand behind the number."""
    grade: str = ""
    """A grade of the family that may be answered."""

    @cached_property
    def text(self) -> str:
        """The cell's text, composed, without what cannot be seen."""
        return visible(self.cell.text)

    @cached_property
    def word(self) -> str:
        """The text in small letters without diacritics and outer marks."""
        return bare(self.text).strip(" .!,;:")

    @property
    def numeric(self) -> bool:
        """Whether a number belongs here."""
        return self.component in NUMERIC

    @property
    def written(self) -> bool:
        """Whether text stands where a number belongs."""
        return self.numeric and isinstance(self.cell.value, str)


@dataclass(frozen=True, slots=True)
class Outcome:
    """What a rule makes of a cell: a value to go on with, or none."""

    value: Value | None = None
    values: dict[str, Any] = field(default_factory=dict)


def visible(text: str) -> str:
    r"""Return a text clean and without control and formatting characters.

    >>> visible("\u200e12\u200b.250\x07 ")
    '12.250'
    """
    if text.isascii() and text.isprintable():
        return text.strip().lstrip("'")
    kept = (c for c in clean(text) if unicodedata.category(c) not in ("Cc", "Cf") and c != _STYLE)
    return "".join(kept).strip().lstrip("'")
