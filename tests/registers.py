"""Registers built by hand, read as a workbook's would be."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING, Any

from qms_xlsx.domain.deadline import Deadline
from qms_xlsx.domain.indicator import Aggregation, Indicator, Objective
from qms_xlsx.domain.measure import Measure
from qms_xlsx.domain.register import Register
from qms_xlsx.read.indicators import understood
from qms_xlsx.read.register_rows import dated

if TYPE_CHECKING:
    from collections.abc import Iterable


def measure(*, deadline: str = "", **words: Any) -> Measure:
    """Return a measure whose deadline is still to be read."""
    return Measure(deadline=Deadline(text=deadline), **words)


def register_of(
    *, objectives: Iterable[Objective] = (), measures: Iterable[Measure] = (), **facts: Any
) -> Register:
    """Return a register whose targets and deadlines are read."""
    bare = Register(objectives=understood(tuple(objectives)), **facts)
    read = (Deadline.parse(m.deadline.text, bare.year) for m in measures)
    planned = (replace(m, **dated(d, bare)) for m, d in zip(measures, read, strict=True))
    return replace(bare, measures=tuple(planned))


def added(objective: Objective) -> Objective:
    """Return an objective whose blank ways are those of a plain count of one department."""
    return replace(
        objective,
        over_time=objective.over_time or Aggregation.SUM,
        over_departments=objective.over_departments or Aggregation.SINGLE,
    )


def indicator(objective: Objective) -> Indicator:
    """Return an objective that departments report figures for, read."""
    [only] = understood((objective,))
    assert isinstance(only, Indicator)
    return only
