"""The register of a level above that has none: what its offices' summaries have in common."""

from __future__ import annotations

from collections import Counter
from dataclasses import replace
from functools import lru_cache
from typing import TYPE_CHECKING

from qms_xlsx.domain.department import Department
from qms_xlsx.domain.goal import EVERY_ONE, Goal, Profile
from qms_xlsx.domain.indicator import RATIO, Aggregation, Component, Indicator, Objective
from qms_xlsx.domain.office import name_key
from qms_xlsx.domain.register import Register
from qms_xlsx.domain.status import MET, Status
from qms_xlsx.domain.target import Better, Kind, Target
from qms_xlsx.language.units import counted
from qms_xlsx.read.indicators import understood

if TYPE_CHECKING:
    from collections.abc import Sequence

    from qms_xlsx.domain.office import Office, OfficeRow
    from qms_xlsx.domain.period import Period

_BETTER = {">": Better.HIGHER, "<": Better.LOWER, "=": Better.LOWER}
_AT_ONCE = (Kind.YES_NO, Kind.GRADE, Kind.RANK)
"""Kinds that are judged with the year's report, unless they are reported as met before."""
_JUDGED = (*MET, Status.AT_RISK, Status.MISSED)
_HALF = 6
_COMPARED = frozenset({Kind.THRESHOLD, Kind.RANGE, Kind.YES_NO, Kind.GRADE, Kind.RANK})


def common_register(organisation: str, offices: Sequence[Office], period: Period) -> Register:
    """Return the register of what the offices report under one code and read alike.

    Of several readings under one code the one that most offices have; the others are left out when
    they are matched. A target stands where all have the same and it holds for each alone: what adds
    up has none of its own above, and is only followed.
    """
    groups: dict[str, list[OfficeRow]] = {}
    for office in offices:
        for row in office.summary.rows if office.summary else ():
            if row.over_time is not None:
                groups.setdefault(row.follows or row.code, []).append(row)
    return Register(
        organisation=organisation,
        year=period.year,
        departments=tuple(Department(code=o.code, name=o.name) for o in offices),
        objectives=tuple(_indicator(code, _most(rows)) for code, rows in groups.items()),
    )


def _most(rows: Sequence[OfficeRow]) -> list[OfficeRow]:
    """Return the rows of the reading that most offices have, of equals the first."""
    tally = Counter(map(_reading, rows))
    most = max(tally, key=lambda reading: tally[reading])
    return [row for row in rows if _reading(row) == most]


def _reading(row: OfficeRow) -> tuple[object, ...]:
    return name_key(row.name), row.over_time, row.over_departments, row.comparator, row.unit


def _indicator(code: str, rows: Sequence[OfficeRow]) -> Indicator:
    first = rows[0]
    time, across = first.over_time or Aggregation.LAST, first.over_departments
    across = across or Aggregation.SINGLE
    parts = _parts(rows)
    target = first.target if len({row.target for row in rows}) == 1 else ""
    return Indicator(
        code=code,
        number=first.number,
        name=first.name,
        unit=first.unit,
        target=target,
        goal=_goal(rows, time, across, parts),
        parts=parts,
        over_slots=time,
        across=across,
        confirmed=True,
    )


def _parts(rows: Sequence[OfficeRow]) -> tuple[Component, ...]:
    """Return what the rows report, by the figures that they show."""
    if any(row.numerator is not None for row in rows):
        return RATIO
    kinds = Counter(type(row.actual) for row in rows if row.actual is not None)
    most = kinds.most_common(1)[0][0] if kinds else float
    return ({bool: Component.ANSWER, str: Component.GRADE}.get(most, Component.VALUE),)


def _goal(
    rows: Sequence[OfficeRow],
    time: Aggregation,
    across: Aggregation,
    parts: tuple[Component, ...],
) -> Goal:
    """Return the target that all have and that holds for each alone; else the row is followed."""
    first = rows[0]
    if time is Aggregation.EVERY or across is Aggregation.EACH:
        return EVERY_ONE
    zero = first.year_target == 0 and first.comparator == "="
    alone = zero or parts != (Component.VALUE,) or across is not Aggregation.SUM
    kind = _kind(first.target)
    if not alone or kind is None or len(set(map(_levels, rows))) > 1:
        return _followed(first)
    waiting = all(row.status is Status.NOT_DUE for row in rows)
    if waiting or (kind in _AT_ONCE and not any(row.status in _JUDGED for row in rows)):
        return replace(_level(first, kind), profile=Profile.YEAR_END)
    if kind in _AT_ONCE:
        return _level(first, kind)
    half = first.reach == _HALF and first.period_target is not None
    if not half and first.period_target != first.year_target:
        return _followed(first)  # spread over the year as only the offices' registers tell
    own = _level(first, kind)
    upper = first.period_upper
    return (
        replace(own, half=first.period_target, half_upper=upper, half_given=True) if half else own
    )


def _levels(row: OfficeRow) -> tuple[object, ...]:
    return row.target, row.comparator, row.year_target, row.period_target, row.period_upper


def _level(row: OfficeRow, kind: Kind) -> Goal:
    return Goal(
        kind=kind,
        comparator=row.comparator,
        value=row.year_target,
        upper=row.period_upper,
        better=_BETTER.get((row.comparator or "")[:1], Better.HIGHER),
        unit=row.unit,
        profile=Profile.SAME,
        explicit=True,
        counted=counted(row.unit),
    )


def _followed(row: OfficeRow) -> Goal:
    return Goal(
        kind=Kind.THRESHOLD,
        comparator=None,
        value=None,
        better=Better.NEITHER,
        unit=row.unit,
        profile=Profile.SAME,
        explicit=False,
    )


@lru_cache(maxsize=4096)
def _kind(words: str) -> Kind | None:
    """Return the kind of a target that figures are compared with as they are; None for others."""
    targets = Target.parse(words).targets
    found = {target.kind for target in targets}
    kind = found.pop() if len(targets) == 1 else None
    return kind if kind in _COMPARED else None


@lru_cache(maxsize=65536)
def stated(
    name: str, target: str, unit: str, time: Aggregation, across: Aggregation
) -> Indicator | None:
    """Return an office's row as its register's reader understands it; None for one without words.

    What was read is kept, since offices say much alike.
    """
    row = Objective(
        code="1", name=name, target=target, unit=unit, over_time=time, over_departments=across
    )
    (read,) = understood([row])
    return read if isinstance(read, Indicator) else None
