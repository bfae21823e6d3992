"""What a row's words do not tell and the secretary is asked, with the answers that there are."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from qms_xlsx.language.messages import Message


@dataclass(frozen=True, slots=True)
class Option:
    """One answer to a question: what to write where, and what follows from it."""

    answer: Message
    consequence: Message
    sets: tuple[tuple[str, str], ...] = ()
    """The cells that give this answer, by column key; none where words must be rewritten."""


@dataclass(frozen=True, slots=True)
class Question:
    """What the words do not tell, and the answers that there are."""

    ask: Message
    options: tuple[Option, ...]
