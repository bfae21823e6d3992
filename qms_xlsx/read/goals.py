"""From a target's words to the goal that figures are judged against, or why there is none."""

from __future__ import annotations

import re
from dataclasses import replace
from typing import TYPE_CHECKING

from qms_xlsx.domain.goal import CHANGES, Fault, Goal, NoGoal, Profile
from qms_xlsx.domain.indicator import RATIO, Aggregation
from qms_xlsx.domain.target import Better, Kind, Target
from qms_xlsx.language.messages import message
from qms_xlsx.language.text import folded
from qms_xlsx.language.units import conversion, counted, divided, per_many

if TYPE_CHECKING:
    from qms_xlsx.domain.indicator import Component, Objective
    from qms_xlsx.domain.target import Reading, Unknown
    from qms_xlsx.read.gathering import Gathering

_AVERAGED = re.compile(r"\b(?:bình quân|trung bình|mỗi)\b")
_ODD = "Less is taken as better, which is odd for {value}%."
_AT_LEAST = (">=", ">")
_AT_MOST = ("<=", "<")
_DIRECTIONS = {
    Better.HIGHER: message("higher is better"),
    Better.LOWER: message("lower is better"),
    Better.NEITHER: message("neither direction is better"),
}


def goal(row: Objective, target: Target, how: Gathering) -> Goal | NoGoal:
    """Return what a row with one understood target is judged against, or why it cannot be."""
    better = row.better or target.better
    if _contradicts(target, better):
        return NoGoal(
            Fault.DIRECTION,
            message(
                "The target “{target}” contradicts the direction of the indicator: {better}.",
                target=row.target,
                better=_DIRECTIONS[better],
            ),
        )
    if _fraction_for_percentage(row, target, how.parts):
        return NoGoal(
            Fault.FRACTION,
            message(
                "The target is the number {value} without a percent sign, in a row counted in %: "
                "spreadsheets keep a typed percentage as a fraction (1 for 100%).",
                value=row.target.replace(".", ","),
            ),
        )
    if row.better is None and _odd(row):
        return NoGoal(
            Fault.QUESTION,
            message(
                "“{target}” of “{name}”: which way is better?", target=row.target, name=row.name
            ),
        )
    if how.parts == RATIO and not _divided(row, target):
        return NoGoal(
            Fault.UNIT,
            message(
                "A quotient of two figures cannot be counted in “{unit}”: the unit of “{target}” "
                "is %, or a rate such as ca/1.000 dân.",
                unit=row.unit,
                target=row.target,
            ),
        )
    target = _implied(target, better)
    return _resolved(row, target, _by_comparator(target, better), how)


def _odd(row: Objective) -> bool:
    """Whether the words make less of a large share better, which they hardly mean."""
    notes = row.reading.notes if row.reading else ()
    return any(note.id == _ODD for note in notes)


def unread(row: Objective) -> NoGoal:
    """Return why a row without one understood target has no goal."""
    if row.reading and row.reading.understood:
        several = message("The cell holds several targets: “{target}”.", target=row.target)
        return NoGoal(Fault.SEVERAL, several)
    return NoGoal(
        Fault.UNKNOWN, message("The target “{target}” is not understood.", target=row.target)
    )


def _contradicts(target: Target, better: Better) -> bool:
    if target.kind is Kind.GROWTH:
        return better is Better.LOWER
    if target.kind is Kind.REDUCTION:
        return better is Better.HIGHER
    if target.kind is not Kind.THRESHOLD or not target.explicit:
        return False
    if better is Better.LOWER:
        return target.comparator in _AT_LEAST
    return better is Better.HIGHER and target.comparator in _AT_MOST


def _fraction_for_percentage(row: Objective, target: Target, parts: tuple[Component, ...]) -> bool:
    """Whether a bare number of at most 1 stands where a percentage is wanted, be it 1 or 100 %."""
    bare = target.kind is Kind.THRESHOLD and not target.explicit and not target.unit
    share = row.unit.startswith("%") or parts == RATIO
    return bare and share and isinstance(target.value, float) and 0 < target.value <= 1


def _divided(row: Objective, target: Target) -> bool:
    """Whether a quotient can be compared with a target in the row's unit, both of as many."""
    if target.kind not in (Kind.THRESHOLD, Kind.RANGE) or target.value == 0:
        return True
    many = per_many(target.unit or "")
    averaged = _AVERAGED.search(folded(f"{row.name} {row.target}"))
    return (bool(averaged) or divided(row.unit)) and many in (1.0, per_many(row.unit))


def _implied(target: Target, better: Better) -> Target:
    """Give a number without a comparator the one that its direction implies."""
    if target.explicit or target.kind is not Kind.THRESHOLD:
        return target
    comparator = {Better.HIGHER: ">=", Better.LOWER: "<=", Better.NEITHER: None}[better]
    return replace(target, comparator=comparator, better=better)


def _by_comparator(target: Target, better: Better) -> Better:
    """Return the direction; a written comparator decides, also where one only follows the row."""
    if better is not Better.NEITHER or target.kind is not Kind.THRESHOLD:
        return better
    if target.comparator in _AT_MOST:
        return Better.LOWER
    return Better.HIGHER if target.comparator in _AT_LEAST else better


def _resolved(row: Objective, target: Target, better: Better, how: Gathering) -> Goal | NoGoal:
    level = _level(row, target)
    if level is None:
        return NoGoal(
            Fault.UNIT,
            message(
                "The target “{target}” cannot be turned into the indicator's unit “{unit}”.",
                target=row.target,
                unit=row.unit,
            ),
        )
    change = target.kind in CHANGES
    whole = Goal(
        kind=target.kind,
        comparator=target.comparator,
        value=level[0],
        upper=level[1],
        base=_base(row, how),
        better=better,
        unit=row.unit,
        profile=how.profile,
        explicit=target.explicit,
        counted=counted(row.unit),
        of=target.of,
        unit_of_change=(target.unit or "") if change else "",
    )
    return _with_others(row, target, whole)


def _base(row: Objective, how: Gathering) -> float:
    """Return where the line to a level's target begins: at its baseline."""
    level = how.over_slots is Aggregation.LAST and how.profile is Profile.LINEAR
    return row.baseline_year or 0.0 if level else 0.0


def _with_others(row: Objective, target: Target, whole: Goal) -> Goal | NoGoal:
    """Add the half-year's target and the higher one; words that do not fit leave no goal."""
    found = whole
    if row.target_h1:
        half = _fitting(row, target, row.half_reading)
        if half is None:
            return NoGoal(
                Fault.HALF,
                message(
                    "The half-year target “{half}” does not fit the year's, “{target}”.",
                    half=row.target_h1,
                    target=row.target,
                ),
            )
        found = replace(found, half=half[0], half_upper=half[1], half_given=True)
    if row.stretch:
        higher = _fitting(row, target, row.stretch_reading)
        if higher is None or not _beyond(whole, higher[0]):
            return NoGoal(
                Fault.STRETCH,
                message(
                    "The level striven for, “{stretch}”, does not fit the target “{target}”.",
                    stretch=row.stretch,
                    target=row.target,
                ),
            )
        found = replace(found, stretch=higher[0])
    return found


def _beyond(whole: Goal, higher: float | str | None) -> bool:
    """Whether a level asks more than the target does; grades are compared where they are met."""
    if not isinstance(higher, int | float) or not isinstance(whole.value, int | float):
        return isinstance(higher, str)
    less = whole.better is Better.LOWER and not whole.change
    return higher < whole.value if less else higher > whole.value


def _fitting(
    row: Objective, target: Target, reading: Reading | Unknown | None
) -> tuple[float | str | None, float | None] | None:
    """Return another level written as the row's own kind; None for what does not fit it."""
    targets = reading.targets if reading else ()
    other = targets[0] if len(targets) == 1 else None
    if other is None or other.kind is not target.kind:
        return None
    if other.explicit and target.explicit and other.comparator in _opposed(target.comparator):
        return None
    if target.kind in CHANGES and (other.unit or "%") != (target.unit or "%"):
        return None
    fraction = other.unit is None and isinstance(other.value, float) and 0 < other.value <= 1
    if (
        fraction
        and row.unit.startswith("%")
        and isinstance(target.value, float)
        and target.value > 1
    ):
        return 100 * float(other.value or 0), None  # what a spreadsheet keeps of a typed percentage
    return _level(row, other)


def _opposed(comparator: str | None) -> tuple[str, ...]:
    if comparator in _AT_LEAST:
        return _AT_MOST
    return _AT_LEAST if comparator in _AT_MOST else ()


def _level(row: Objective, target: Target) -> tuple[float | str | None, float | None] | None:
    """Return a target's figures in the row's unit; None where they cannot be turned into it."""
    unscaled = target.kind in CHANGES or target.kind is Kind.CHILDREN
    scale = 1.0 if unscaled else conversion(target.unit, row.unit)
    if scale is None:
        return None
    value = target.value * scale if isinstance(target.value, int | float) else target.value
    return value, None if target.upper is None else target.upper * scale
