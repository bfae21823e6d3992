"""A figure and its second notation as one, or the doubt where they do not agree."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from qms_xlsx.domain.target.changing import changes
from qms_xlsx.domain.target.notation import joined, twice
from qms_xlsx.domain.target.quantity import Quantity
from qms_xlsx.domain.target.unit_words import unit_at
from qms_xlsx.language.messages import Message, doubt, message

if TYPE_CHECKING:
    from qms_xlsx.domain.target.clauses import Clause
    from qms_xlsx.language.scanner import Text


def paired(text: Text, clause: Clause, figures: list[Quantity]) -> tuple[Clause, Message | None]:
    """Join a figure with its second notation; also return the conflict, if they do not agree."""
    core = clause.core
    if not isinstance(core, Quantity):
        return clause, None
    for other in figures:
        if not clause.start <= other.start < clause.end or not twice(text, core, other):
            continue
        first, second = sorted((core, other), key=lambda figure: figure.number)
        fraction = core.of is not None or other.of is not None
        if not fraction and any(changes(text, clause.start, first.number)):
            return _as_written(text, clause, first, second), None
        whole = joined(first, second)
        if whole is None:
            return clause, _disagree(core, other)
        whole = replace(whole, level=first.level, reached=first.reached, lead=first.lead)
        if whole.unit is None and whole.of is not None:
            whole = replace(whole, unit=_unit_after(text, other.end))
        words = text.raw_words(other.start, other.end)
        notes = [n for n in clause.notes if n.values.get("words") != words]
        return replace(clause, core=whole, notes=notes), None
    return clause, None


def _as_written(text: Text, clause: Clause, first: Quantity, second: Quantity) -> Clause:
    """Ask for the figure written first: the share in "giảm 10 vụ (20%)" is no part of all."""
    told = [text.raw_words(figure.start, figure.end) for figure in (first, second)]
    left_out = message("“{words}” says the same again and is left out.", words=told[1])
    notes = [note for note in clause.notes if note.values.get("words") not in told]
    return replace(clause, core=first, notes=[*notes, left_out])


def _unit_after(text: Text, index: int) -> str | None:
    """Return the unit behind a bracket: "12/12 (100%) thôn"."""
    found = unit_at(text, index + 1) if text.fold(index) == ")" else None
    return found.name if found else None


def _disagree(core: Quantity, other: Quantity) -> Message:
    share, counted = (core, other) if core.kind == "share" else (other, core)
    return doubt(
        "The two notations do not agree: {share}% is not {n} of {of}.",
        share=share.value,
        n=counted.value,
        of=counted.of or "?",
    )
