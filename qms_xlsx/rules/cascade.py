"""Family R, cascade: a register beside the parent organisation's, "không được thấp hơn"."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from functools import cached_property
from typing import TYPE_CHECKING

from qms_xlsx.codes.rule import Hit, Rule, run
from qms_xlsx.domain.goal import Goal
from qms_xlsx.domain.indicator import Heading, Indicator
from qms_xlsx.domain.target import Better, Kind, grade_rank
from qms_xlsx.language.near import meant
from qms_xlsx.language.numbers import significant
from qms_xlsx.language.text import bare
from qms_xlsx.language.units import factor
from qms_xlsx.rules.register.readings import setting, short

if TYPE_CHECKING:
    from qms_xlsx.domain.finding import Finding
    from qms_xlsx.domain.indicator import Objective
    from qms_xlsx.domain.register import Register

_STRICT = (">", "<")


@dataclass(frozen=True)
class CascadeCase:
    """A register and the one that it follows."""

    register: Register
    parent: Register

    @cached_property
    def pairs(self) -> tuple[tuple[Indicator, Objective], ...]:
        """Each indicator that names one of the parent's objectives, with it."""
        return tuple(
            (objective, self.parent.by_code[objective.follows])
            for objective in self.register.indicators
            if objective.follows in self.parent.by_code
        )


def compare(register: Register, parent: Register) -> list[Finding]:
    """Return where a register falls short of the parent's, or cannot be compared with it."""
    return run(CASCADE_RULES, CascadeCase(register, parent))


def beside_the_parent(own: Indicator, other: Objective) -> str | None:
    """Return the code of what is wrong with a target beside the one that it follows, if anything.

    A total is a part of the parent's, and never as large.
    """
    if is_total(own):
        return None
    below = _below(own, other)
    if below is None:
        return "R302"
    return "R301" if below else None


def _below_the_parent(case: CascadeCase) -> Iterator[Hit]:
    return _beside(case, "R301")


def _not_comparable(case: CascadeCase) -> Iterator[Hit]:
    return _beside(case, "R302")


def _beside(case: CascadeCase, code: str) -> Iterator[Hit]:
    for own, other in case.pairs:
        if beside_the_parent(own, other) == code:
            values = {"value": short(own.target), "code": other.code, "parent": short(other.target)}
            yield Hit(own.at("target"), values)


def _without_counterpart(case: CascadeCase) -> Iterator[Hit]:
    followed = {objective.follows for objective in case.register.objectives}
    for other in case.parent.indicators:
        if other.code not in followed:
            yield Hit(
                setting(case.register, "parent_organisation"),
                {"code": other.code, "name": other.name},
            )


def _unknown_code(case: CascadeCase) -> Iterator[Hit]:
    for objective in case.register.objectives:
        if objective.follows and objective.follows not in case.parent.by_code:
            likely = meant(objective.follows, case.parent.by_code)
            yield Hit(objective.at("follows"), {"value": objective.follows, "likely": likely})


def _totals(case: CascadeCase) -> Iterator[Hit]:
    """One hit for all totals: a commune's are a part of the district's, never as large."""
    found = [own for own, _ in case.pairs if is_total(own)]
    if found:
        yield Hit(found[0].at("follows"), {"codes": ", ".join(own.code for own in found)})


def _same_level(case: CascadeCase) -> Iterator[Hit]:
    level, above = case.register.level, case.parent
    if level and bare(level) == bare(above.level):
        yield Hit(setting(case.register, "level"), {"level": level, "parent": above.organisation})


def is_total(indicator: Indicator) -> bool:
    """Whether an indicator adds up to a total, of which each office has its part."""
    own = indicator.goal
    counted = isinstance(own, Goal) and own.kind is Kind.THRESHOLD and not own.zero
    return counted and indicator.sums and indicator.scale == 1.0


def _below(own: Indicator, other: Objective) -> bool | None:
    """Whether the first target asks less than the second; None if they cannot be compared."""
    mine = own.goal
    theirs = other.goal if isinstance(other, Indicator | Heading) else None
    if not isinstance(mine, Goal) or not isinstance(theirs, Goal) or mine.kind is not theirs.kind:
        return None
    if mine.kind is Kind.YES_NO:
        return False
    if mine.kind is Kind.GRADE:
        return _lower_grade(str(mine.value), str(theirs.value))
    return _asks_less(mine, theirs)


def _lower_grade(mine: str, theirs: str) -> bool | None:
    own, other = grade_rank(mine), grade_rank(theirs)
    if own is None or other is None or own[0] != other[0]:
        return None
    return own[1] > other[1]


def _asks_less(mine: Goal, theirs: Goal) -> bool | None:
    times = _times(mine, theirs)
    directions = {mine.better, theirs.better}
    if times is None or directions == {Better.HIGHER, Better.LOWER}:
        return None
    if theirs.kind is Kind.THRESHOLD and theirs.comparator is None:
        return False  # only followed
    value, wanted = _figure(mine) * times, _figure(theirs)
    if significant(value) == significant(wanted):
        return theirs.comparator in _STRICT and mine.comparator not in _STRICT
    lower = theirs.better is Better.LOWER and not theirs.change
    return value > wanted if lower else value < wanted


def _times(mine: Goal, theirs: Goal) -> float | None:
    """Return what turns one figure into the other's unit."""
    if mine.kind is Kind.RANK:
        return 1.0
    if mine.kind is Kind.CHILDREN:
        return 1.0 if mine.of and theirs.of else None
    if mine.change:
        return factor(mine.unit_of_change or "%", theirs.unit_of_change or "%")
    return factor(mine.unit, theirs.unit)


def _figure(own: Goal) -> float:
    """Return the figure that is asked: a change without a number is any change."""
    if own.upper is not None and own.better is Better.LOWER:
        return own.upper
    value = float(own.value) if isinstance(own.value, int | float) else 0.0
    return value / own.of if own.kind is Kind.CHILDREN and own.of else value


CASCADE_RULES: tuple[Rule[CascadeCase], ...] = (
    Rule("R301", _below_the_parent),
    Rule("R302", _not_comparable),
    Rule("R303", _without_counterpart),
    Rule("R304", _unknown_code),
    Rule("R305", _totals),
    Rule("R306", _same_level),
)
