"""What is at hand while a clause becomes a target."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from qms_xlsx.domain.target.clauses import Clause
    from qms_xlsx.domain.target.model import Target
    from qms_xlsx.domain.target.quantity import Quantity
    from qms_xlsx.language.messages import Message
    from qms_xlsx.language.scanner import Text


@dataclass(slots=True)
class Built:
    """A target with its notes; no target where the words conflict."""

    target: Target | None
    notes: list[Message] = field(default_factory=list)


@dataclass(slots=True)
class Part:
    """A clause around a figure, the baseline its sentence names, and the target ahead of it."""

    text: Text
    clause: Clause
    core: Quantity
    shared: str | None
    before: Target | None
    notes: list[Message]

    @property
    def around(self) -> str:
        """The bare letters of the clause."""
        return self.text.bare_words(self.clause.start, self.clause.end)

    @property
    def ahead(self) -> str:
        """The bare letters of the clause up to its figure."""
        return self.text.bare_words(self.clause.start, self.core.start)
