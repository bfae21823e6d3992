"""The rules of the grammar, in the order in which they are tried."""

from __future__ import annotations

from typing import TYPE_CHECKING

from qms_xlsx.domain.deadline import cycles, days, marks, spans

if TYPE_CHECKING:
    from collections.abc import Callable

    from qms_xlsx.domain.deadline.cursor import Cursor
    from qms_xlsx.domain.deadline.pieces import Body

# Counts come first ("quý 1 lần" is not the first quarter), bare units last.
_RULES: tuple[Callable[[Cursor], tuple[Body, ...] | None], ...] = (
    marks.reference,
    marks.foreign,
    marks.data,
    cycles.count,
    marks.relative,
    marks.event,
    cycles.each,
    spans.stretch,
    spans.stage,
    days.dated,
    days.days,
    days.stretch,
    days.edge,
    spans.months,
    cycles.anchored,
    cycles.following,
    spans.quarters,
    spans.years,
    marks.plain,
    cycles.units,
)


def element(cursor: Cursor) -> tuple[Body, ...] | None:
    """Return the bodies that start here, () for words that say nothing, None where no rule fits."""
    for rule in _RULES:
        bodies = rule(cursor)
        if bodies is not None:
            return bodies
    return None
