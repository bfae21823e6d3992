"""How wordings compare: the phrases of each comparator, and what several of them say together."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from qms_xlsx.language.lexicon import Lexicon
from qms_xlsx.language.messages import Message, doubt
from qms_xlsx.language.vocabulary.comparing import AFTER, BEFORE
from qms_xlsx.language.vocabulary.row import lexicon

if TYPE_CHECKING:
    from collections.abc import Sequence

UP, DOWN = frozenset({">=", ">"}), frozenset({"<=", "<"})


def _role(kind: str) -> tuple[str, str]:
    role, _, op = kind.partition(":")
    return role, op


@dataclass(frozen=True, slots=True)
class Comparison:
    """What the words around a figure say: the comparator, and how it was told."""

    op: str | None
    leaned: bool = False
    notes: tuple[Message, ...] = ()
    conflict: bool = False
    denied: bool = False
    """Whether it was turned round by what the words forbid."""


BEFORE_NUMBER: Lexicon[tuple[str, str]] = Lexicon(
    {phrase: _role(row.kind) for row in BEFORE for phrase in row.phrases}
    | {":": ("fills", ""), "：": ("fills", "")}
)
AFTER_NUMBER = lexicon(AFTER)
CANONICAL = {_role(row.kind)[1]: row.phrases[0] for row in BEFORE if row.kind.startswith("says")}
"""The first phrase of each comparator is the canonical one."""


def combined(said: Sequence[str], leaning: Sequence[str], after: str | None) -> Comparison:
    """Return what several comparators around one figure say together."""
    ops = {*said, *([after] if after else [])}
    if ops & UP and ops & DOWN:
        return Comparison(None, notes=(_contradict(),), conflict=True)
    if not ops:
        return Comparison(leaning[0], leaned=True) if leaning else Comparison(None)
    notes = [_strict_and_inclusive(ops)] if len(ops) > 1 else []
    if leaning and after != "<=" and {*leaning, *ops} & UP and {*leaning, *ops} & DOWN:
        notes.append(_contradict())
    inclusive = ">=" if ops & UP else "<="
    leaned = bool(leaning) and after is None and bool(ops & UP)
    return Comparison(inclusive if len(ops) > 1 else ops.pop(), leaned, notes=tuple(notes))


def _contradict() -> Message:
    return doubt("The words set a lower and an upper limit on the same figure.")


def _strict_and_inclusive(ops: set[str]) -> Message:
    if ops & UP:
        return doubt("“above” and “or more” are said at once: the limit itself is taken as good.")
    return doubt("“below” and “or less” are said at once: the limit itself is taken as good.")
