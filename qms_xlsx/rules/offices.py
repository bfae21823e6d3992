"""Family X: what the summaries of many offices say of each other, and of the level above."""

from __future__ import annotations

from dataclasses import dataclass
from math import fsum
from typing import TYPE_CHECKING

from qms_xlsx.codes.rule import Hit, Rule, run
from qms_xlsx.domain.goal import Goal
from qms_xlsx.domain.office import Proof
from qms_xlsx.judge.matching import NotAdded
from qms_xlsx.judge.offices import NOT_ADDED
from qms_xlsx.judge.selecting import Aside
from qms_xlsx.language.near import meant
from qms_xlsx.language.numbers import is_number, significant
from qms_xlsx.language.units import factor
from qms_xlsx.read.office_register import stated
from qms_xlsx.rules.cascade import beside_the_parent, is_total
from qms_xlsx.rules.register.readings import named, setting, short

if TYPE_CHECKING:
    from collections.abc import Iterator

    from qms_xlsx.domain.finding import Finding, Place
    from qms_xlsx.domain.indicator import Indicator
    from qms_xlsx.domain.office import OfficeRow
    from qms_xlsx.judge.rolled import RolledUp
    from qms_xlsx.judge.selecting import Selection

_GUESSED = 20
"""Unknown offices for which a near name is looked for."""


@dataclass(frozen=True, slots=True)
class OfficesCase:
    """The summaries that count and those that do not, and what came of them."""

    selection: Selection
    rolled: RolledUp
    above: bool
    """Whether a register of the level above was given."""

    @property
    def names(self) -> dict[str, str]:
        """What each office is called."""
        return {office.code: office.name for office in self.selection.offices}

    def left_out(self, why: NotAdded) -> Iterator[tuple[OfficeRow, str, list[str]]]:
        """Yield what is left out for one reason, the offices that say the same put together."""
        found: dict[tuple[str, str, str], tuple[OfficeRow, str, list[str]]] = {}
        names = self.names
        for lost in self.rolled.left_out:
            if lost.why is why:
                key = lost.objective, lost.row.name, lost.row.unit
                found.setdefault(key, (lost.row, lost.objective, []))[2].append(names[lost.office])
        yield from found.values()


def office_findings(case: OfficesCase) -> list[Finding]:
    """Return what is wrong with the summaries, with how they fit, and with their targets."""
    return run(OFFICE_RULES, case)


def _aside(why: Aside, case: OfficesCase) -> Iterator[Hit]:
    asked = case.selection.period.label
    for one in case.selection.aside:
        if one.why is why:
            values = {"organisation": one.summary.organisation, "newer": one.newer}
            values |= {"period": one.summary.period.label, "asked": asked}
            yield Hit(one.summary.place, values)


def _edited_summary(case: OfficesCase) -> Iterator[Hit]:
    return _aside(Aside.EDITED, case)


def _summary_not_as_closed(case: OfficesCase) -> Iterator[Hit]:
    return _aside(Aside.ALTERED, case)


def _summary_replaced(case: OfficesCase) -> Iterator[Hit]:
    return _aside(Aside.REPLACED, case)


def _summary_of_another_period(case: OfficesCase) -> Iterator[Hit]:
    """Yield those of offices whose summary of the period itself is not there."""
    here = {office.summary.key for office in case.selection.offices if office.summary}
    hits = _aside(Aside.PERIOD, case)
    others = (one for one in case.selection.aside if one.why is Aside.PERIOD)
    return (hit for hit, one in zip(hits, others, strict=True) if one.summary.key not in here)


def _office_not_listed(case: OfficesCase) -> Iterator[Hit]:
    names = [office.name for office in case.selection.offices]
    for place, hit in enumerate(_aside(Aside.STRANGER, case)):
        likely = meant(hit.values["organisation"], names) if place < _GUESSED else "."
        yield Hit(hit.place, hit.values | {"likely": likely})


def _office_unclear(case: OfficesCase) -> Iterator[Hit]:
    return _aside(Aside.UNCLEAR, case)


def _summary_saved_again(case: OfficesCase) -> Iterator[Hit]:
    for office in case.selection.offices:
        own = office.summary
        if own and own.saved and own.proof is Proof.SEALED:
            yield Hit(own.place, {"organisation": own.organisation})


def _read_otherwise(case: OfficesCase) -> Iterator[Hit]:
    return _rows(case, NotAdded.OTHERWISE)


def _unit_unlike(case: OfficesCase) -> Iterator[Hit]:
    return _rows(case, NotAdded.UNIT)


def _parts_missing(case: OfficesCase) -> Iterator[Hit]:
    return _rows(case, NotAdded.PARTS)


def _follows_nothing(case: OfficesCase) -> Iterator[Hit]:
    known = case.rolled.aggregate.register.by_code
    for hit in _rows(case, NotAdded.CODE):
        yield Hit(hit.place, hit.values | {"likely": meant(hit.values["code"], known)})


def _rows(case: OfficesCase, why: NotAdded) -> Iterator[Hit]:
    known = case.rolled.aggregate.register.by_code
    for row, code, offices in case.left_out(why):
        above = known.get(code)
        other = above.unit if above and why is NotAdded.UNIT else above.name if above else ""
        yield Hit(
            row.place,
            {
                "name": row.name,
                "code": code,
                "offices": named(offices),
                "unit": row.unit,
                "above": other,
            },
        )


def _no_office_listed(case: OfficesCase) -> Iterator[Hit]:
    if case.above and not case.selection.listed:
        register = case.rolled.aggregate.register
        yield Hit(setting(register, "organisation"))


def _not_put_together(case: OfficesCase) -> Iterator[Hit]:
    for result in case.rolled.aggregate.results:
        if result.why is NOT_ADDED:
            values = {"name": result.objective.name, "n": len(result.sources)}
            yield Hit(result.sources[0], values)


def _looser_below(case: OfficesCase) -> Iterator[Hit]:
    """Yield the offices' targets that ask less than the one that they follow ("không thấp hơn")."""
    return _cascade(case, "R301")


def _not_beside_above(case: OfficesCase) -> Iterator[Hit]:
    return _cascade(case, "R302")


def _cascade(case: OfficesCase, code: str) -> Iterator[Hit]:
    found: dict[tuple[str, str], tuple[Place, Indicator, list[str]]] = {}
    known = case.rolled.aggregate.register.indicator_by_code if case.above else {}
    names = case.names
    for one in case.rolled.counted:
        row, above = one.row, known.get(one.row.follows or one.row.code)
        if above and _beside(row, above) == code:
            found.setdefault((above.code, row.target), (row.place, above, []))[2].append(
                names[one.office]
            )
    for (_, target), (place, above, offices) in found.items():
        targets = {"value": short(target), "parent": short(above.target)}
        yield Hit(place, {**targets, "code": above.code, "offices": named(offices)})


def _nobody_follows(case: OfficesCase) -> Iterator[Hit]:
    if case.above:
        rolled = case.rolled
        here = {row.follows or row.code for row in (one.row for one in rolled.counted)}
        here |= {lost.objective for lost in rolled.left_out}
        for above in rolled.aggregate.register.indicators:
            if above.code not in here:
                yield Hit(above.at("code"), {"code": above.code, "name": above.name})


def _totals_fall_short(case: OfficesCase) -> Iterator[Hit]:
    """Yield totals that are not reached although every office reaches its own target."""
    silent = any(office.summary is None for office in case.selection.offices)
    known = case.rolled.aggregate.register.indicators if case.above and not silent else ()
    rows: dict[str, list[OfficeRow]] = {}
    for one in case.rolled.counted:
        rows.setdefault(one.row.follows or one.row.code, []).append(one.row)
    for above in known:
        own = rows.get(above.code, [])
        wanted = _wanted(above)
        targets = [_target_in(row, above.unit) for row in own]
        whole = fsum(target for target in targets if target is not None)
        if wanted and own and None not in targets and significant(whole) < wanted:
            told = {"code": above.code, "name": above.name, "n": len(own), "whole": whole}
            yield Hit(own[0].place, {**told, "parent": short(above.target)})


def _wanted(above: Indicator) -> float | None:
    """Return the total that is wanted of the year; None where none is."""
    goal = above.goal
    total = is_total(above) and isinstance(goal, Goal) and goal.comparator in (">=", ">")
    value = goal.value if isinstance(goal, Goal) and total else None
    return significant(value) if is_number(value) else None


def _target_in(row: OfficeRow, unit: str) -> float | None:
    """Return an office's target of the year in the unit above; None where it has no such."""
    times = factor(row.unit, unit)
    known = row.year_target if row.comparator in (">=", ">") else None
    return known * times if is_number(known) and times is not None else None


def _beside(row: OfficeRow, above: Indicator) -> str | None:
    if row.over_time is None or row.over_departments is None or not row.target:
        return None
    own = stated(row.name, row.target, row.unit, row.over_time, row.over_departments)
    return beside_the_parent(own, above) if own else None


OFFICE_RULES: tuple[Rule[OfficesCase], ...] = (
    Rule("X601", _edited_summary),
    Rule("X602", _summary_not_as_closed),
    Rule("X603", _summary_replaced),
    Rule("X604", _summary_of_another_period),
    Rule("X606", _read_otherwise),
    Rule("X607", _unit_unlike),
    Rule("X608", _parts_missing),
    Rule("X609", _follows_nothing),
    Rule("X610", _office_not_listed),
    Rule("X611", _no_office_listed),
    Rule("X612", _summary_saved_again),
    Rule("X613", _not_put_together),
    Rule("X614", _office_unclear),
    Rule("X615", _looser_below),
    Rule("X616", _not_beside_above),
    Rule("X617", _nobody_follows),
    Rule("X618", _totals_fall_short),
)
