"""What several rules ask of a row's words: its one target, its deadline, where a setting stands."""

from __future__ import annotations

from textwrap import shorten
from typing import TYPE_CHECKING

from qms_xlsx.domain.finding import Place

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from qms_xlsx.domain.deadline import Deadline
    from qms_xlsx.domain.indicator import Indicator
    from qms_xlsx.domain.measure import Measure
    from qms_xlsx.domain.register import Register
    from qms_xlsx.domain.target import Target


def with_targets(register: Register) -> Iterator[tuple[Indicator, Target]]:
    """Yield each indicator that has one understood target, with it."""
    for indicator in register.indicators:
        if indicator.only_target is not None:
            yield indicator, indicator.only_target


def with_deadlines(register: Register) -> Iterator[tuple[Measure, Deadline]]:
    """Yield each measure whose deadline is not blank, with its reading."""
    for measure in register.measures:
        if measure.deadline.text:
            yield measure, measure.deadline


def short(text: str) -> str:
    """Return a text to quote: its first eighty characters or so, whole words."""
    return shorten(text, 80, placeholder="…")


_NAMED = 5
"""Things that one finding names."""


def named(names: Sequence[str]) -> str:
    """Return names in one line, the first few of many, with how many there are.

    >>> named(["A", "B"]), named(list("ABCDEF"))
    ('A; B', 'A; B; C; D; E; … (6)')
    """
    more = f"; … ({len(names)})" if len(names) > _NAMED else ""
    return "; ".join(names[:_NAMED]) + more


def setting(register: Register, key: str) -> Place:
    """Return the place of one of the register's settings; its file when the line is missing."""
    rows = register.objectives or register.departments
    return register.settings.get(key, Place(rows[0].place.file if rows else ""))
