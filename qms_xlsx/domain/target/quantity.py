"""A figure as written, with all that the words beside it say."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from qms_xlsx.domain.target import nouns
from qms_xlsx.domain.target.comparators import Comparison

if TYPE_CHECKING:
    from qms_xlsx.language.messages import Message


@dataclass(slots=True)
class Quantity:
    """A figure as written, between two tokens, with all that the words beside it say.

    `start` is the first comparator's token, `lead` the first of any word that leads to the figure.
    """

    start: int
    number: int
    end: int
    value: float
    upper: float | None = None
    of: float | None = None
    unit: str | None = None
    comparison: Comparison = field(default_factory=lambda: Comparison(None))
    about: bool = False
    level: bool = False
    reached: bool = False
    part: bool = False
    aside: bool = False
    lead: int = 0
    strict_upper: bool = False
    bounded: bool = False
    tolerant: bool = False
    notes: list[Message] = field(default_factory=list)

    @property
    def kind(self) -> str:
        """What sort of thing is measured."""
        return nouns.kind_of(self.unit)
