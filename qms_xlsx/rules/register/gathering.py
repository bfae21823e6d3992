"""Family R: baselines, cadence, and whether figures are put together as their kind allows."""

from __future__ import annotations

from typing import TYPE_CHECKING

from qms_xlsx.book import areas as layout
from qms_xlsx.book import labels
from qms_xlsx.codes.rule import Hit, Rule
from qms_xlsx.domain.goal import CHANGES, Goal
from qms_xlsx.domain.indicator import Aggregation
from qms_xlsx.domain.period import Cadence
from qms_xlsx.domain.target import Kind
from qms_xlsx.rules.register.readings import short, with_targets

if TYPE_CHECKING:
    from collections.abc import Iterator

    from qms_xlsx.domain.indicator import Indicator
    from qms_xlsx.domain.register import Register
    from qms_xlsx.domain.target import Target

_BASELINES = ("baseline_h1", "baseline_year")
_ADDING = frozenset({Aggregation.SUM, Aggregation.AVERAGE})
_UNFIT = {
    Kind.YES_NO: frozenset(
        {Aggregation.SUM, Aggregation.RATIO, Aggregation.AVERAGE, Aggregation.WORST}
    ),
    Kind.GRADE: frozenset(
        {Aggregation.SUM, Aggregation.RATIO, Aggregation.AVERAGE, Aggregation.ALL}
    ),
    Kind.RANK: frozenset({Aggregation.SUM, Aggregation.RATIO, Aggregation.ALL}),
}
"""What cannot be done with answers, grades and ranks; figures have no worst grade."""
_UNFIT_FIGURES = frozenset({Aggregation.WORST})


def _missing_baseline(register: Register) -> Iterator[Hit]:
    for objective, _ in _changes(register):
        wanted = _BASELINES[objective.cadence is Cadence.YEAR :]
        for key in wanted:
            if getattr(objective, key) is None:
                column = layout.OBJECTIVES.column(key).label
                yield Hit(objective.at(key), {"value": short(objective.target), "column": column})


def _zero_baseline(register: Register) -> Iterator[Hit]:
    for objective, target in _changes(register):
        relative = target.unit in (None, "%")
        for key in _BASELINES:
            if relative and target.value is not None and getattr(objective, key) == 0:
                yield Hit(objective.at(key), {"value": short(objective.target)})


def _estimated_baseline(register: Register) -> Iterator[Hit]:
    for objective, _ in _changes(register):
        if objective.baseline_kind == "estimate":
            yield Hit(objective.at("baseline_kind"))


def _changes(register: Register) -> Iterator[tuple[Indicator, Target]]:
    return ((o, target) for o, target in with_targets(register) if target.kind in CHANGES)


def _last_without_profile(register: Register) -> Iterator[Hit]:
    for objective, target in with_targets(register):
        if objective.over_time is not Aggregation.LAST or objective.profile:
            continue
        counted = target.kind in (Kind.THRESHOLD, Kind.CHILDREN) and target.value != 0
        profile = objective.goal.profile if isinstance(objective.goal, Goal) else None
        if counted and profile and objective.cadence is not Cadence.YEAR:
            values = {"value": short(objective.target), "profile": labels.PROFILES[profile]}
            yield Hit(objective.at("profile"), values)


def _unfit_aggregation(register: Register) -> Iterator[Hit]:
    for objective, target in with_targets(register):
        unfit = _UNFIT.get(target.kind, _UNFIT_FIGURES)
        for key in ("over_time", "over_departments"):
            how: Aggregation = getattr(objective, key)
            if how in unfit and not _counts_answers(objective):
                values = {"how": labels.AGGREGATIONS[how], "value": short(objective.target)}
                yield Hit(objective.at(key), values)


def _counts_answers(objective: Indicator) -> bool:
    """Whether departments answer Có or Không, whatever the target's own kind."""
    return objective.over_departments is Aggregation.ALL and objective.unit.startswith("%")


def _percentages_added(register: Register) -> Iterator[Hit]:
    for objective, target in with_targets(register):
        ways = (objective.over_time, objective.over_departments)
        if objective.pair or target.kind in CHANGES or not objective.unit.startswith(("%", "‰")):
            continue
        for key, how in zip(("over_time", "over_departments"), ways, strict=True):
            if how and how in _ADDING:
                yield Hit(objective.at(key), {"how": labels.AGGREGATIONS[how]})


def _pairs_averaged(register: Register) -> Iterator[Hit]:
    for objective, _ in with_targets(register):
        ways = {"over_time": objective.over_slots, "over_departments": objective.across}
        for key, how in ways.items():
            if objective.pair and how is Aggregation.AVERAGE:
                yield Hit(objective.at(key), {"how": labels.AGGREGATIONS[how]})


def _ratio_without_labels(register: Register) -> Iterator[Hit]:
    for objective, _ in with_targets(register):
        pairs = Aggregation.RATIO in (objective.over_slots, objective.across)
        for key in ("numerator_label", "denominator_label"):
            other = objective.numerator_label or objective.denominator_label
            if not getattr(objective, key) and (pairs or other):
                column = layout.OBJECTIVES.column(key).label
                yield Hit(objective.at(key), {"column": column})


def _single_of_several(register: Register) -> Iterator[Hit]:
    for objective in register.indicators:
        owners = register.owners[objective.code]
        if objective.across is Aggregation.SINGLE and len(owners) > 1:
            yield Hit(objective.at("over_departments"), {"owners": ", ".join(owners)})


def _too_often(register: Register) -> Iterator[Hit]:
    for objective, target in with_targets(register):
        if target.kind in (Kind.GRADE, Kind.RANK) and objective.cadence is Cadence.MONTH:
            yield Hit(objective.at("cadence"), {"value": short(objective.target)})


GATHERING_RULES: tuple[Rule[Register], ...] = (
    Rule("R221", _missing_baseline),
    Rule("R222", _zero_baseline),
    Rule("R223", _estimated_baseline),
    Rule("R224", _last_without_profile),
    Rule("R225", _unfit_aggregation),
    Rule("R226", _percentages_added),
    Rule("R230", _pairs_averaged),
    Rule("R227", _ratio_without_labels),
    Rule("R228", _single_of_several),
    Rule("R229", _too_often),
)
