"""An indicator as a form judges it, and where its cells stand."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from qms_xlsx.book.a1 import column, letters
from qms_xlsx.domain.goal import Goal
from qms_xlsx.domain.indicator import Aggregation, Component
from qms_xlsx.domain.period import slots_of
from qms_xlsx.domain.target import GRADE_SCALES, grade_rank
from qms_xlsx.language.numbers import significant

if TYPE_CHECKING:
    from collections.abc import Callable

    from qms_xlsx.domain.goal import NoGoal
    from qms_xlsx.domain.indicator import Indicator
    from qms_xlsx.domain.period import Slot
    from qms_xlsx.domain.register import Register
    from qms_xlsx.domain.status import Status


@dataclass(frozen=True, slots=True)
class FormIndicator:
    """An indicator as a department's form judges it."""

    objective: Indicator
    caution: float
    contributes: bool
    """Whether the row only adds to a total that several departments share."""
    begin: int = 0
    """Months of the year before the office, or its department, began."""
    skipped: int = 0
    """Slots that had ended by then: nobody fills them."""
    asked: int = 12
    """The last slot that ends before the department closes."""
    last: int = 12
    """The last slot that begins before it closes: one that is cut short need not be filled."""

    @classmethod
    def of(cls, register: Register, indicator: Indicator, department: str) -> FormIndicator:
        """Return one of the register's indicators, as it is asked of a department."""
        own, rule, year = (
            register.department_by_code[department],
            register.period_rule,
            register.year,
        )
        begins = register.begins(own)
        slots = slots_of(indicator.cadence)
        ends = [rule.end(year, slot) for slot in slots]
        return cls(
            objective=indicator,
            caution=register.caution,
            contributes=register.contributes(indicator, department)
            or register.continues(indicator, department),
            begin=register.months_before(own),
            skipped=sum(end < begins for end in ends) if begins else 0,
            asked=sum(end <= own.closed for end in ends),
            last=sum(rule.start(year, slot) <= own.closed for slot in slots),
        )

    @property
    def goal(self) -> Goal | NoGoal:
        """What it is judged against."""
        return self.objective.goal

    @property
    def components(self) -> tuple[Component, ...]:
        """What its rows hold."""
        return self.objective.parts

    @property
    def pair(self) -> bool:
        """Whether numerator and denominator are typed."""
        return self.objective.pair

    @property
    def component(self) -> Component:
        """Its first component."""
        return self.components[0]

    @property
    def how(self) -> Aggregation:
        """How its slots are put together."""
        return self.objective.over_slots

    @property
    def takes_latest(self) -> bool:
        """Whether its figure is that of the latest typed slot; grades are never added."""
        if self.component is Component.GRADE:
            return self.how in (Aggregation.LAST, Aggregation.SUM, Aggregation.RATIO)
        return self.how is Aggregation.LAST

    @property
    def adds_values(self) -> bool:
        """Whether a row of KPS alone comes to 0: where plain figures are added."""
        return self.objective.sums and self.components == (Component.VALUE,)

    @property
    def months(self) -> int:
        """How many months one of its slots covers."""
        return self.objective.cadence.months

    @property
    def open(self) -> tuple[Slot, ...]:
        """The slots that are filled."""
        return slots_of(self.objective.cadence)[self.skipped : self.last]

    @property
    def slots(self) -> tuple[Slot, ...]:
        """The slots that are filled; where there are none, all stand for none that is due."""
        return self.open or slots_of(self.objective.cadence)

    @property
    def reaches(self) -> tuple[int, ...]:
        """What month of the year 1, 2, … slots within the reporting period come to."""
        return tuple(slot.end_month for slot in self.slots)

    @property
    def scale(self) -> float:
        """What a quotient is multiplied by."""
        return self.objective.scale

    @property
    def share(self) -> bool:
        """Whether the numerator is a part of the denominator, which it cannot exceed."""
        return self.objective.capped

    @property
    def grades(self) -> tuple[str, ...]:
        """The scale of the target's grade, best first."""
        value = self.goal.value if isinstance(self.goal, Goal) else None
        place = grade_rank(value) if isinstance(value, str) else None
        return GRADE_SCALES[place[0]] if place else ()


@dataclass(frozen=True, slots=True)
class IndicatorCells:
    """Where an indicator's cells stand in the form."""

    rows: tuple[str, ...]
    """The row of each component, or what stands for it."""
    slots: tuple[str, str]
    """Letters of its first and last typed slot."""
    letter: Callable[[str], str]

    def at(self, key: str) -> str:
        """Return the address of one of its cells, on its first row."""
        return f"{self.letter(key)}{self.rows[0]}"

    def typed(self, part: int = 0) -> list[str]:
        """Return the addresses of a component's typed slots, January first."""
        first, last = map(column, self.slots)
        row = self.rows[part]
        return [f"{letters(place)}{row}" for place in range(first, last + 1)]

    def row(self, part: int = 0) -> str:
        """Return the reference to all of a component's typed slots."""
        first, last = self.slots
        return f"{first}{self.rows[part]}:{last}{self.rows[part]}"

    def slot(self, place: str, part: int = 0) -> str:
        """Return what stands in a component's slot of this place (1, 2, …)."""
        if self.slots[0] == self.slots[1]:  # Gnumeric finds nothing in a row of one cell
            return f"{self.slots[0]}{self.rows[part]}"
        return f"INDEX({self.row(part)},1,{place})"

    def to_date(self, part: int = 0) -> str:
        """Return the reference to a component's slots within the reporting period."""
        first, last = self.slots
        if first == last:
            return f"{first}{self.rows[part]}"
        return f"{first}{self.rows[part]}:INDEX({self.row(part)},1,{self.at('_n')})"


def literal(value: float) -> str:
    """Return a number as it stands in a formula: with a point, all its digits."""
    whole = float(value).is_integer() and abs(value) < 1e15
    return str(int(value)) if whole else repr(float(value))


def word(status: Status) -> str:
    """Return a status as a text in a formula."""
    return f'"{status.shown}"'


def rounded(cell: str) -> str:
    """Return a number to 12 significant digits, as `domain.numbers.significant` does."""
    try:
        return literal(significant(float(cell)))
    except ValueError:
        return f"IF({cell}=0,0,ROUND({cell},11-INT(LOG10(ABS({cell})))))"
