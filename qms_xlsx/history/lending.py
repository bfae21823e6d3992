"""Baselines that nobody typed: last year's results, as long as the register names none."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING, Any

from qms_xlsx.domain.goal import Goal
from qms_xlsx.domain.indicator import Indicator
from qms_xlsx.domain.period import Cadence, Slot
from qms_xlsx.history.baselines import Baseline, baseline_of
from qms_xlsx.history.kept_year import known
from qms_xlsx.language.numbers import significant
from qms_xlsx.language.text import bare
from qms_xlsx.language.years import moved_on

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping

    from qms_xlsx.domain.indicator import Objective
    from qms_xlsx.domain.register import Register
    from qms_xlsx.history.kept_year import Known
    from qms_xlsx.judge.results import Result

BASELINES = {"baseline_h1": Slot.parse("h1"), "baseline_year": Slot.parse("year")}
"""The register's columns of baselines, with the period that each is the result of."""


def leaning(register: Register) -> bool:
    """Whether a change is asked of a row whose baseline is blank."""
    return any(any(_blank(row)) for row in register.indicators)


def lend(
    register: Register, before: Register, results: Mapping[str, Mapping[Slot, Result]], lender: str
) -> Register:
    """Return a register with last year's results as estimates where a change has no baseline."""
    rows = tuple(
        _leant(row, before, results.get(row.code, {}), lender) for row in register.objectives
    )
    return replace(register, objectives=rows)


def same_row(before: Known | None, now: Objective, years: range) -> bool:
    """Whether a row of an earlier year is this one: the same name in the same unit.

    The name's years move on over `years`, from the earlier one up to this. A code alone does not
    tell: a new decision numbers its objectives anew.
    """
    if before is None or before[1] != now.unit:
        return False
    name = before[0]
    for year in years:
        name = moved_on(name, year).text
    return bare(now.name) in (bare(name), bare(before[0]))


def _blank(row: Indicator) -> Iterator[str]:
    """Yield the columns of baselines that a row needs and does not have."""
    if isinstance(row.goal, Goal) and row.goal.change:
        for key in BASELINES:
            yearly = key == "baseline_h1" and row.cadence is Cadence.YEAR
            if getattr(row, key) is None and not yearly:
                yield key


def _leant(
    row: Objective, before: Register, results: Mapping[Slot, Result], lender: str
) -> Objective:
    own = known(before.objectives).get(row.code)
    years = range(before.year, before.year + 1)
    if not isinstance(row, Indicator) or not same_row(own, row, years):
        return row
    found = {
        key: baseline_of(results[BASELINES[key]])
        for key in _blank(row)
        if BASELINES[key] in results
    }
    given: dict[str, Any] = {
        key: significant(b.value) for key, b in found.items() if isinstance(b, Baseline)
    }
    if not given:
        return row
    return replace(row, **given, baseline_kind="estimate", lent=tuple(given), lender=lender)
