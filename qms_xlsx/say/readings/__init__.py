"""The reading of a row: one sentence on how it is judged, and a worked example with figures."""

from __future__ import annotations

from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

from qms_xlsx.domain.goal import NoGoal
from qms_xlsx.domain.indicator import Heading, Indicator
from qms_xlsx.language.messages import Message, message
from qms_xlsx.say.readings.example import example
from qms_xlsx.say.readings.rule import exceeded_when, heading_rule, met_when
from qms_xlsx.say.readings.ways import before_year_end, over_departments, over_time

if TYPE_CHECKING:
    from qms_xlsx.domain.indicator import Objective
    from qms_xlsx.domain.question import Question
    from qms_xlsx.domain.register import Register


@dataclass(frozen=True, slots=True, kw_only=True)
class RowReading:
    """How a row of the register is judged, in words to be signed."""

    objective: Objective
    sentence: Message
    example: Message | None = None
    """None where nothing can be judged yet, and for headings."""
    notes: tuple[Message, ...] = ()
    """What is doubtful about it."""
    question: Question | None = None
    """What its words leave open."""
    confirmed: bool = False

    @property
    def unread(self) -> bool:
        """Whether departments report it and nothing can be judged until the register is mended."""
        return isinstance(self.objective, Indicator) and isinstance(self.objective.goal, NoGoal)

    @property
    def doubtful(self) -> bool:
        """Whether the secretary should look: something could be meant otherwise."""
        return bool(self.notes) or self.unread

    @property
    def provisional(self) -> bool:
        """Whether its status counts with a doubt that nobody has lifted."""
        return isinstance(self.objective, Indicator) and self.objective.provisional

    @property
    def waits(self) -> bool:
        """Whether it is the secretary's turn: to mend the register, to answer, or to confirm."""
        return self.unread or self.provisional


def readings(register: Register) -> tuple[RowReading, ...]:
    """Return the reading of every objective, in the register's order."""
    return tuple(reading(register, objective) for objective in register.objectives)


def reading(register: Register, objective: Objective) -> RowReading:
    """Return how one objective is judged, with a worked example."""
    told = sentence(register, objective)
    if told.unread or not isinstance(objective, Indicator):
        return told
    return replace(told, example=example(register, objective))


def sentence(register: Register, objective: Objective) -> RowReading:
    """Return how one objective is judged, without an example."""
    if not isinstance(objective, Indicator):
        own = objective if isinstance(objective, Heading) else None
        below = len(register.children.get(objective.code, ()))
        return RowReading(objective=objective, sentence=heading_rule(own, below))
    return RowReading(
        objective=objective,
        sentence=_sentence(register, objective),
        notes=objective.doubts,
        question=objective.question,
        confirmed=objective.confirmed,
    )


def _sentence(register: Register, indicator: Indicator) -> Message:
    goal = indicator.goal
    if isinstance(goal, NoGoal):
        return message("Not judged until the register is mended: {why}", why=goal.reason)
    clauses = (
        met_when(indicator, goal, len(register.owners[indicator.code])),
        exceeded_when(goal),
        over_time(indicator),
        over_departments(register, indicator),
        before_year_end(indicator, goal),
    )
    return _joined([clause for clause in clauses if clause is not None])


def _joined(clauses: list[Message]) -> Message:
    if len(clauses) == 1:
        return message("{clause}.", clause=clauses[0])
    rest = clauses[1] if len(clauses) == 2 else _tail(clauses[1:])
    return message("{clause}; {rest}.", clause=clauses[0], rest=rest)


def _tail(clauses: list[Message]) -> Message:
    if len(clauses) == 1:
        return clauses[0]
    return message("{clause}; {more}", clause=clauses[0], more=_tail(clauses[1:]))
