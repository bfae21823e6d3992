"""A year's results as the baselines of the next: what may be compared with, and what may not."""

from __future__ import annotations

from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

from qms_xlsx.domain.indicator import Aggregation, Component, Indicator
from qms_xlsx.language.messages import message

if TYPE_CHECKING:
    from qms_xlsx.domain.register import Register
    from qms_xlsx.judge.results import Coverage, Result
    from qms_xlsx.language.messages import Message

_NO_FIGURE = message("no figure was reported")
_SHARE = message("a share of periods or departments is nothing to compare with")
_TOO_LITTLE = message("less than half of what was expected was reported")
_SHORT = message("figures of the total are missing")


@dataclass(frozen=True, slots=True, kw_only=True)
class Baseline:
    """A figure that the next year is compared with."""

    value: float
    provisional: bool
    """Whether it is an estimate, or something expected is missing from it."""


def baseline_of(result: Result, *, final: bool = True) -> Baseline | Message | None:
    """Return a result as a baseline, or why it is none; None for what is no number.

    A total from which figures are missing is none: growth against it would look better than it is.
    Before its period has ended nothing is `final`.
    """
    own, actual = result.objective, result.actual
    if not isinstance(own, Indicator) or isinstance(actual, bool | str):
        return None
    if actual is None:
        return _NO_FIGURE if own.pair or own.parts[0] is Component.VALUE else None
    if own.over_slots is Aggregation.EVERY or own.across in (Aggregation.EACH, Aggregation.ALL):
        return _SHARE
    if own.sums and not _whole(own, result):
        return _SHORT
    if not _half(own, result.coverage):
        return _TOO_LITTLE
    return Baseline(value=actual, provisional=result.provisional or not final)


def judged_by_figures(register: Register) -> Register:
    """Return a register in which only the figures themselves make a result provisional."""
    rows = tuple(replace(row, baseline_kind="") for row in register.objectives)
    return replace(register, objectives=rows)


def _whole(own: Indicator, result: Result) -> bool:
    """Whether nothing is missing from a total; of latest figures only the last ones are in it."""
    if own.over_slots is not Aggregation.LAST:
        return result.coverage.complete
    departments = result.coverage.departments
    here = departments is None or departments[0] == departments[1]
    return here and result.as_of_slot is None


def _half(own: Indicator, coverage: Coverage) -> bool:
    slots = None if own.over_slots is Aggregation.LAST else coverage.slots
    parts = (slots, coverage.departments)
    return all(part is None or 2 * part[0] >= part[1] for part in parts)
