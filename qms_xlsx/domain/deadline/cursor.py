"""A place in the tokens, with what the rules ask about it."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from qms_xlsx.domain.deadline.tokens import Role, Word
from qms_xlsx.domain.deadline.values import EVERY, STEP, Every
from qms_xlsx.language.text import bare

if TYPE_CHECKING:
    from collections.abc import Collection

    from qms_xlsx.domain.deadline.draft import Notes
    from qms_xlsx.domain.deadline.pieces import Cycle, Limit, Piece

_END = Word(Role.END, None, "")
_SOFT = frozenset({Role.FILLER, Role.IN})
_WHOLE = ("ca", "toan", "trong ca")


@dataclass(slots=True)
class Sentence:
    """The tokens and the place reached; rules look ahead and move it when they succeed."""

    tokens: tuple[Word, ...]
    year: int
    notes: Notes
    at: int = 0
    previous: Piece | None = None
    limited: Limit | None = None
    cycle: Cycle | None = None

    def token(self, ahead: int = 0) -> Word:
        """Return the token so many places ahead, or an END."""
        place = self.at + ahead
        return self.tokens[place] if 0 <= place < len(self.tokens) else _END

    def kind(self, ahead: int = 0) -> Role:
        """Return the kind of the token so many places ahead."""
        return self.token(ahead).kind

    def unit(self, ahead: int = 0) -> Every | None:
        """Return the period that a unit word names."""
        token = self.token(ahead)
        return token.value if token.kind is Role.UNIT else None

    @property
    def whole(self) -> bool:
        """Whether "cả" stands right before: a year behind it is a period of its own."""
        return bare(self.token(-1).text) in _WHOLE

    def take(self, count: int = 1, which: int = 0) -> Word:
        """Move on and return the first of the tokens passed, or another."""
        token = self.token(which)
        self.at += count
        return token

    def past(self, kinds: Collection[Role], ahead: int = 0) -> int:
        """Return the distance of the first token from there that is of none of the kinds."""
        while self.kind(ahead) in kinds:
            ahead += 1
        return ahead

    def past_soft(self, ahead: int) -> int:
        """Return the distance past words such as "của" and "trong"."""
        return self.past(_SOFT, ahead)

    def number(self, ahead: int = 0) -> int | None:
        """Return the number there, in figures or words."""
        token = self.token(ahead)
        return token.value if token.kind in (Role.NUMBER, Role.NUMERAL) else None

    def counted(self, ahead: int) -> tuple[int, Every | None, int]:
        """Return how many periods stand there, of which kind, and where their words end."""
        if self.kind(ahead) is Role.HALF and self.unit(ahead + 1) is Every.YEAR:
            return 6, Every.MONTH, ahead + 2
        number, unit = self.number(ahead), self.unit(ahead + 1)
        return (number, unit, ahead + 2) if number and unit else (1, self.unit(ahead), ahead + 1)

    def period(self, ahead: int) -> tuple[Every | None, int]:
        """Return the period that stands there, in one word or in so many months, and its end."""
        count, unit, end = self.counted(ahead)
        return EVERY.get(count * STEP[unit]) if unit in STEP else None, end
