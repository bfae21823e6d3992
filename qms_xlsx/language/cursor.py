"""A place in the tokens of a wording: small parsers look ahead and move it when they succeed."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, TypeVar

from qms_xlsx.language.slots import SLOTS

if TYPE_CHECKING:
    from qms_xlsx.language.lexicon import Lexicon
    from qms_xlsx.language.scanner import Text, Token

T = TypeVar("T")


@dataclass(slots=True)
class Cursor:
    """A text and the place reached in it."""

    text: Text
    at: int = 0

    @property
    def ended(self) -> bool:
        """Whether all is read."""
        return self.at >= len(self.text.tokens)

    def take(self, lexicon: Lexicon[T]) -> T | None:
        """Move past the longest phrase that begins here and return what it means."""
        found = lexicon.at(self.text, self.at)
        if found is None:
            return None
        self.at += found[0]
        return found[1]

    def slot(self, name: str) -> Token | None:
        """Move past a token that fits a slot and return it."""
        if self.ended or not SLOTS[name].fits(self.text, self.text.tokens[self.at]):
            return None
        self.at += 1
        return self.text.tokens[self.at - 1]

    def mark(self, *folds: str) -> bool:
        """Move past one of these tokens and tell whether it stood here."""
        if self.text.fold(self.at) not in folds:
            return False
        self.at += 1
        return True
