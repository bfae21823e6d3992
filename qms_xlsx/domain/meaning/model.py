"""What is asked of a row's meaning, and what the answer is: a choice, or a question."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from qms_xlsx.domain.goal import Profile
    from qms_xlsx.domain.indicator import Aggregation
    from qms_xlsx.domain.period import Cadence
    from qms_xlsx.domain.target import Better, Target
    from qms_xlsx.language.messages import Message


class Sort(StrEnum):
    """What a row is, by its words, its unit and its labels (DESIGN §5)."""

    PART = "part"
    """A part of a whole that comes anew in each period: files returned on time."""
    SHARE = "share"
    """A part of a standing whole, counted again each time: officials who use the mail."""
    PLAN = "plan"
    """What was done against what was planned; the part may exceed the whole."""
    FLOW = "flow"
    """An amount or a count that adds up."""
    STOCK = "stock"
    """A count or an amount at a moment."""
    RATE = "rate"
    """A rate or an average at a moment, which nobody adds."""
    LONGEST = "longest"
    """How long the slowest case took."""
    RHYTHM = "rhythm"
    """So many in every period."""
    CEILING = "ceiling"
    """No more than so many in any period."""
    ZERO = "zero"
    """What may not happen once."""
    CHANGE = "change"
    """A growth or a reduction against a baseline."""
    SCORE = "score"
    """A score, an index, a rank, a grade or a title."""
    ANSWER = "answer"
    """Yes or no."""


@dataclass(frozen=True, slots=True, kw_only=True)
class SaidRow:
    """What a register's row says of itself; None where a method cell is blank."""

    name: str
    words: str = ""
    heading: str = ""
    """The name of the heading above it, asked where its own words leave something open."""
    targets: tuple[Target, ...] = ()
    unit: str = ""
    numerator_label: str = ""
    denominator_label: str = ""
    better: Better | None = None
    baseline: bool = False
    """Whether the baseline of the year is typed."""
    departments: int = 1
    """How many departments report it; 0 when none is named."""
    cadence: Cadence | None = None
    over_time: Aggregation | None = None
    over_departments: Aggregation | None = None
    profile: Profile | None = None

    @property
    def called(self) -> str:
        """What to call it by: its name, else its words."""
        return self.name or self.words

    @property
    def said(self) -> str:
        """All its own words."""
        return f"{self.name} ; {self.words}"


@dataclass(frozen=True, slots=True, kw_only=True)
class Choice:
    """How a row's figures are put together and asked; notes say what is doubtful about it."""

    sort: Sort
    over_time: Aggregation
    over_departments: Aggregation
    profile: Profile
    cadence: Cadence
    notes: tuple[Message, ...] = ()
