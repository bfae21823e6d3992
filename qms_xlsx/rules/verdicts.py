"""Family X, of a verdict: what a missed or endangered objective asks for (ISO 9001:2015, 10.2)."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from typing import TYPE_CHECKING

from qms_xlsx.codes.rule import Hit, Rule, run
from qms_xlsx.domain.indicator import Indicator
from qms_xlsx.domain.status import Status
from qms_xlsx.language.text import folded

if TYPE_CHECKING:
    from qms_xlsx.domain.finding import Finding
    from qms_xlsx.domain.indicator import Objective
    from qms_xlsx.domain.submission import Action
    from qms_xlsx.judge.results import Aggregate, Result


@dataclass(frozen=True, slots=True)
class VerdictCase:
    """A judged figure, and the corrective actions of those who reported it."""

    result: Result
    actions: tuple[Action, ...]

    def hit(self) -> Hit:
        """Return the hit of a rule: at the first cell that the figure comes from."""
        objective = self.result.objective
        # a form shows the number in its rows and the code in the list of its corrective actions
        number = objective.number
        code = f"{number} ({objective.code})" if number else objective.code
        return Hit(self.result.sources[0], {"code": code, "name": objective.name})


def result_findings(aggregate: Aggregate) -> list[Finding]:
    """Return what departments still owe for their missed and endangered objectives."""
    return [
        finding
        for case in _cases(aggregate)
        for finding in run(RESULT_RULES, case, case.result.department)
    ]


def without_action(aggregate: Aggregate) -> tuple[Result, ...]:
    """Return the missed figures for which nobody has stated a corrective action."""
    return tuple(case.result for case in _cases(aggregate) if any(_missed_without_action(case)))


def _cases(aggregate: Aggregate) -> Iterator[VerdictCase]:
    """Yield every figure that somebody answers for, with the actions stated for it."""
    actions: dict[str | None, tuple[Action, ...]] = {
        submission.department: submission.actions for submission in aggregate.submissions
    }
    actions[None] = tuple(action for own in actions.values() for action in own)
    for result in _answered_for(aggregate):
        yield VerdictCase(result, actions.get(result.department, ()))


def _answered_for(aggregate: Aggregate) -> Iterator[Result]:
    """Yield the departments' rows, and the organisation's where departments only contribute."""
    judged = {r.objective.code for r in aggregate.results if r.department and r.status}
    for result in aggregate.results:
        alone = result.department is None and result.objective.code not in judged
        if result.sources and (result.department or alone) and not still_coming(result):
            yield result


def still_coming(result: Result) -> bool:
    """Whether a total is short while figures are missing: those are asked for, not a cause."""
    own = result.objective
    short = isinstance(own, Indicator) and own.sums and result.comparator in (">=", ">")
    return short and not result.coverage.complete


def about(objective: Objective, text: str) -> bool:
    """Whether the objective of an action, as typed, is this one: by its code or its name."""
    code, name, typed = folded(objective.code), folded(objective.name), folded(text)
    return typed in (code, name) or typed.startswith(f"{code} ")


def explained(result: Result) -> bool:
    """Whether both cause and remedy are stated."""
    return bool(result.cause and result.remedy)


def answered(result: Result, actions: Iterable[Action]) -> bool:
    """Whether an action is stated for it; a drafted row that nobody has filled in is none yet."""
    return any(a.action and about(result.objective, a.objective) for a in actions)


def _missed_without_cause(case: VerdictCase) -> Iterator[Hit]:
    if case.result.status is Status.MISSED and not explained(case.result):
        yield case.hit()


def _missed_without_action(case: VerdictCase) -> Iterator[Hit]:
    if case.result.status is Status.MISSED and not answered(case.result, case.actions):
        yield case.hit()


def _at_risk_without_remedy(case: VerdictCase) -> Iterator[Hit]:
    # TCVN ISO 9001:2015, 6.1: the risk is determined, and an action addresses it.
    if case.result.status is Status.AT_RISK and not explained(case.result):
        yield case.hit()


RESULT_RULES: tuple[Rule[VerdictCase], ...] = (
    Rule("X501", _missed_without_cause),
    Rule("X502", _missed_without_action),
    Rule("X503", _at_risk_without_remedy),
)
