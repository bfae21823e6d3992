"""A change whose verb is said once: "Giảm hộ nghèo 0,7%, hộ cận nghèo 1%" lowers both."""

from __future__ import annotations

import re
from dataclasses import replace
from typing import TYPE_CHECKING

from qms_xlsx.document.wording import parsed
from qms_xlsx.domain.target import Kind
from qms_xlsx.language.messages import doubt

if TYPE_CHECKING:
    from qms_xlsx.document.wording import StatedTarget

_VERB = re.compile(r"(?:phấn đấu\s+|kéo\s+)?(?P<verb>giảm|tăng)\b", re.IGNORECASE)
_CHANGED = (Kind.GROWTH, Kind.REDUCTION)
_LIKELY = 50
"""From so many per cent on, a figure behind a change is a level: "giảm 5%, bảo hiểm y tế 95%"."""
_OWN = re.compile(r"\b(?:đạt|còn|là|xuống|lên|chiếm|ở mức|bằng|giữ|duy trì)\b", re.IGNORECASE)
"""A verb of a level's own, which is no change."""


def with_verbs(found: list[StatedTarget], begin: int, sentence: str) -> None:
    """Let the parts of a sentence that begins with a change be changes, too.

    Where the verb stands inside the first part, it is asked whether it goes on.
    """
    verb = _VERB.match(sentence)
    last: StatedTarget | None = None
    for at in range(begin, len(found)):
        clause = found[at]
        if clause.goal.kind in _CHANGED:
            last = clause
        elif last is not None and _is_bare(clause, last):
            found[at] = _changed(clause, last, verb["verb"].lower()) if verb else _asked(clause)
        else:
            last = None


def _changed(clause: StatedTarget, last: StatedTarget, verb: str) -> StatedTarget:
    """Return a figure as a change of the kind before it, else with the question."""
    level = f"{verb} {clause.target}"
    goals, notes = parsed(f"{clause.name} {level}")
    if len(goals) != 1 or goals[0].kind is not last.goal.kind:
        return _asked(clause)
    alone, _ = parsed(level)
    turned = len(alone) == 1 and alone[0].better is not goals[0].better
    better = goals[0].better if turned else None
    return replace(clause, target=level, goal=goals[0], better=better, notes=notes)


def _asked(clause: StatedTarget) -> StatedTarget:
    note = doubt("Does the change before go on here, or is this a level?")
    return replace(clause, notes=(*clause.notes, note))


def _is_bare(clause: StatedTarget, before: StatedTarget) -> bool:
    """Whether a clause has only a figure of the unit before, and no verb or sign of its own."""
    goal = clause.goal
    figure = goal.kind is Kind.THRESHOLD and not goal.explicit and goal.unit == before.goal.unit
    likely = isinstance(goal.value, float | int) and goal.value < _LIKELY
    return figure and likely and not _OWN.search(clause.words)
