"""What several rules ask of a row's words: its one target, its deadline, where a setting stands."""

from __future__ import annotations

from functools import lru_cache
from textwrap import shorten
from typing import TYPE_CHECKING

from qms_xlsx.domain.deadline import Deadline
from qms_xlsx.domain.finding import Place
from qms_xlsx.domain.target import Kind, Target

if TYPE_CHECKING:
    from collections.abc import Iterator

    from qms_xlsx.domain.register import Measure, Objective, Register
    from qms_xlsx.domain.target import Reading, Unknown

CHANGES = (Kind.GROWTH, Kind.REDUCTION)


@lru_cache(maxsize=4096)
def reading(text: str) -> Reading | Unknown:
    """Return how a target's words read; the same words are read once."""
    return Target.parse(text)


def only_target(objective: Objective) -> Target | None:
    """Return the one target of an objective; None when it has none, several or an unknown one."""
    targets = reading(objective.target).targets if objective.target else ()
    return targets[0] if len(targets) == 1 else None


def with_targets(register: Register) -> Iterator[tuple[Objective, Target]]:
    """Yield each indicator that has one understood target, with it."""
    for objective in register.indicators:
        target = only_target(objective)
        if target is not None:
            yield objective, target


@lru_cache(maxsize=4096)
def _deadline(text: str, year: int) -> Deadline:
    return Deadline.parse(text, year)


def with_deadlines(register: Register) -> Iterator[tuple[Measure, Deadline]]:
    """Yield each measure whose deadline is not blank, with its reading."""
    for measure in register.measures:
        if measure.deadline:
            yield measure, _deadline(measure.deadline, register.year)


def short(text: str) -> str:
    """Return a text to quote: its first eighty characters or so, whole words."""
    return shorten(text, 80, placeholder="…")


def setting(register: Register, key: str) -> Place:
    """Return the place of one of the register's settings; its file when the line is missing."""
    rows = register.objectives or register.departments
    return register.settings.get(key, Place(rows[0].place.file if rows else ""))
