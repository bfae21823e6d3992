"""Live judging: period target, attainment and status (docs/figures.md, "Judging, in this order").

What depends on the register alone, such as the target at each month, is worked out here
by `Goal` and stands in the formula as numbers: that rule exists only once.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from qms_xlsx.book.labels import KPS
from qms_xlsx.domain.goal import Goal
from qms_xlsx.domain.indicator import Aggregation
from qms_xlsx.domain.status import Status
from qms_xlsx.domain.target import GRADE_SCALES, Better, Kind, grade_rank
from qms_xlsx.judge.comparing import settled
from qms_xlsx.language.symbols import YES
from qms_xlsx.write.form.form_indicator import literal, rounded, word

if TYPE_CHECKING:
    from collections.abc import Sequence

    from qms_xlsx.domain.goal import Level
    from qms_xlsx.write.form.form_indicator import FormIndicator, IndicatorCells

EMPTY = '""'
_WORDED = (Kind.YES_NO, Kind.GRADE, Kind.RANK)
"""Kinds without an attainment, which may be met before they are due."""


def judging_formulas(indicator: FormIndicator, cells: IndicatorCells) -> dict[str, str]:
    """Return the formulas of an indicator's verdict, by column key."""
    blank = dict.fromkeys(("period_target", "attainment", "status", "_early", "_compared"), EMPTY)
    if indicator.contributes:
        return blank
    if not isinstance(indicator.goal, Goal):
        return {**blank, "status": word(Status.NO_DATA)}
    judging = _Judging(indicator, indicator.goal, cells)
    return {
        "_compared": judging.compared(),
        "_early": judging.early(),
        "period_target": judging.period_target(),
        "attainment": judging.attainment(),
        "status": judging.status(),
        **({"baseline": judging.baseline()} if judging.has_baseline else {}),
    }


@dataclass(frozen=True, slots=True)
class _Judging:
    indicator: FormIndicator
    goal: Goal
    cells: IndicatorCells

    @property
    def n(self) -> str:
        return self.cells.at("_n")

    @property
    def has_baseline(self) -> bool:
        own = self.indicator.objective
        return own.baseline_h1 is not None or own.baseline_year is not None

    @property
    def reaches(self) -> tuple[int, ...]:
        """What `reach` may be, for 1, 2, … slots within the period."""
        return self.indicator.reaches

    @property
    def before_the_years_end(self) -> str:
        """Whether slots of the row are still to come."""
        return f"({self.n}+{self.indicator.skipped})*{self.indicator.months}<12"

    def _due(self, reach: int) -> bool:
        return self.goal.due(reach, self.indicator.begin)

    def _at(self, reach: int) -> Level:
        return self.goal.at(reach, self.indicator.begin)

    def _by_slots(self, values: Sequence[str]) -> str:
        """Return the value that belongs to the number of slots within the period."""
        return values[0] if len(set(values)) == 1 else f"CHOOSE({self.n},{','.join(values)})"

    def compared(self) -> str:
        """Return the figure, or its change against the baseline (a reduction is positive)."""
        value = self.cells.at("result")
        if not self.goal.change:
            return value
        base = self.baseline()
        change = f"({value}-{base})" if self.goal.kind is Kind.GROWTH else f"({base}-{value})"
        if self.goal.relative:
            change = f"100*{change}/{base}"
        return f'IF(ISNUMBER({value}),IF({self._no_baseline()},"",{change}),"")'

    def baseline(self) -> str:
        """Return the baseline of the period: at half-year its own, else the year's."""
        own = self.indicator.objective
        year = EMPTY if own.baseline_year is None else literal(own.baseline_year)
        half = EMPTY if own.baseline_h1 is None else literal(own.baseline_h1)
        if year == half or self.indicator.months == 12:
            return year
        place = 6 // self.indicator.months - self.indicator.skipped
        return f"IF({self.n}={place},{half},{year})" if place > 0 else year

    def _no_baseline(self) -> str:
        """Return whether no change can be worked out: none, or per cent of zero."""
        base = self.baseline()
        return f"N({base})=0" if self.goal.relative else f"NOT(ISNUMBER({base}))"

    def early(self) -> str:
        """Return the status that needs no comparison, or nothing."""
        goal, result = self.goal, self.cells.at("result")
        complete = f"{self.cells.at('_filled')}={self.n}"
        kps = f"IF({complete},{word(Status.NOT_APPLICABLE)},{word(Status.NO_DATA)})"
        rest = f'IF({result}="",{word(Status.NO_DATA)},{self._without_comparison()})'
        due = self._by_slots(["1" if self._due(reach) else "0" for reach in self.reaches])
        if due != "1":
            rest = f"IF({due}=1,{rest},{self._not_due(rest)})"
        text = f'IF({self.n}=0,{word(Status.NOT_DUE)},IF({result}="{KPS}",{kps},{rest}))'
        if goal.zero:
            return f'IF(N({result})>0,"",{text})'
        limit = goal.value if isinstance(goal.value, float) and self._adds_to_limit else None
        if limit is None or due == "1":
            return text
        past = f"IF({due}=1,FALSE,NOT({rounded(result)}{goal.comparator}{rounded(literal(limit))}))"
        return f'IF(ISNUMBER({result}),IF({past},"",{text}),{text})'

    @property
    def _adds_to_limit(self) -> bool:
        return self.goal.limit and self.indicator.how is Aggregation.SUM

    def _not_due(self, rest: str) -> str:
        """Return "not due", but for an answer, grade or rank that meets the target already."""
        not_due = word(Status.NOT_DUE)
        if self.goal.kind not in _WORDED:
            return not_due
        met = self._met(self.cells.at("result"), self._shown(self.goal.value))
        return f"IF({met},{rest},{not_due})"

    def _without_comparison(self) -> str:
        if self.goal.kind is Kind.THRESHOLD and self.goal.comparator is None:
            return word(Status.NOT_APPLICABLE)
        if self.goal.change:
            return f"IF({self._no_baseline()},{word(Status.NO_DATA)},{EMPTY})"
        return EMPTY

    def period_target(self) -> str:
        """Return the target that the period is judged against, blank where there is none."""
        none = EMPTY
        settled = self.goal.zero or self._adds_to_limit
        if self.goal.kind in _WORDED or settled:  # met or missed already
            none = f"IF({self.cells.at('_early')}={EMPTY},{self._shown(self.goal.value)},{EMPTY})"
        shown = [
            self._shown(self._at(reach)[0]) if self._due(reach) else none for reach in self.reaches
        ]
        return f"IF({self.n}=0,{EMPTY},{self._by_slots(shown)})"

    def _shown(self, value: float | str | None) -> str:
        if self.goal.kind is Kind.YES_NO:
            return f'"{YES}"'
        if value is None:
            return EMPTY
        return f'"{value}"' if isinstance(value, str) else literal(value)

    def _upper(self) -> str:
        uppers = [self._at(reach)[1] for reach in self.reaches]
        if any(upper is None for upper in uppers):
            return ""
        return self._by_slots([literal(upper) for upper in uppers if upper is not None])

    def _met(self, value: str, target: str) -> str:
        """Return the comparison; texts never pass for numbers."""
        goal, have = self.goal, rounded(value)
        if goal.kind is Kind.YES_NO:
            return f'{value}="{YES}"'
        if goal.kind is Kind.GRADE:
            wanted = [self._at(reach)[0] for reach in self.reaches]
            return self._by_slots([_grade_met(str(grade), value) for grade in wanted])
        if goal.change and goal.value is None:
            test = f"{have}>0"
        elif goal.kind is Kind.RANGE:
            test = self._within(have, target)
        else:
            test = f"{have}{goal.comparator or '='}{rounded(target)}"
        return f'IF(ISNUMBER({value}),{test},{value}="{YES}")'

    def _within(self, have: str, low: str) -> str:
        upper = self._upper()
        if self.goal.better is Better.LOWER and upper:
            return f"{have}<={rounded(upper)}"
        return f"{have}>={rounded(low)}"

    def attainment(self) -> str:
        """Return the attainment in per cent, blank where there is none."""
        goal, value, target = self.goal, self.cells.at("_compared"), self.cells.at("period_target")
        if goal.kind in _WORDED or (goal.change and goal.value is None):
            return EMPTY
        if goal.zero:
            share = f"IF({value}=0,100,0)"
        elif goal.kind is Kind.RANGE:
            share = self._range_attainment(value, target)
        elif goal.better is Better.LOWER and not goal.change:
            share = _share(target, value)
        else:
            share = _share(value, target)
        return f'IF({self.cells.at("_early")}<>"","",IF(ISNUMBER({value}),{share},""))'

    def _range_attainment(self, value: str, low: str) -> str:
        have, high = rounded(value), self._upper()
        if self.goal.better is Better.LOWER and high:
            return f"IF({have}>{rounded(high)},100*{high}/{value},100)"
        return f"IF({have}<{rounded(low)},{_share(value, low)},100)"

    def status(self) -> str:
        """Return the status with its mark."""
        early = self.cells.at("_early")
        met = self._met(self.cells.at("_compared"), self.cells.at("period_target"))
        good = self._judged(self._met_or_exceeded(), met=True)
        bad = self._judged(self._missed(), met=False)
        return f'IF({early}<>"",{early},IF({met},{good},{bad}))'

    def _judged(self, verdict: str, *, met: bool) -> str:
        """Return a verdict where enough is there for it, else that there is too little."""
        objective = self.indicator.objective
        if settled(objective, self.goal, None if not self.goal.zero else 1.0, met=met):
            return verdict
        enough = self._there(f"2*{self.cells.at('_filled')}>={self.n}")
        return f"IF({enough},{verdict},{word(Status.NO_DATA)})"

    def _there(self, enough: str) -> str:
        """Return whether enough slots hold something, or the latest where that alone counts."""
        if self.indicator.how is not Aggregation.LAST:
            return enough
        parts = range(len(self.cells.rows))
        latest = [self.cells.slot(self.n, part) for part in parts]
        kps = [f'{cell}="{KPS}"' for cell in latest]
        none = ",".join(f"ISNUMBER({cell}),{cell}=0" for cell in latest)
        nothing = [f"AND({none})"] if self.indicator.pair else []
        return f"OR({enough},{self.cells.at('_last')}={self.n},{','.join([*kps, *nothing])})"

    def _met_or_exceeded(self) -> str:
        goal, attained = self.goal, self.cells.at("attainment")
        met, exceeded = word(Status.MET), word(Status.EXCEEDED)
        if goal.kind is Kind.RANGE or goal.kind in _WORDED:
            return met
        if goal.stretch is not None:
            return self._stretched(met, exceeded)
        otherwise = met
        if goal.kind is Kind.THRESHOLD and goal.comparator in ("<", "<=") and goal.value != 0:
            value = self.cells.at("_compared")
            otherwise = f"IF(ISNUMBER({value}),{exceeded},{met})"  # 0: without attainment
        # Rounded to 0,1 above 100,0: from 100,05 on.
        above = f"IF({rounded(attained)}>=100.05,{exceeded},{met})"
        return f"IF(ISNUMBER({attained}),{above},{otherwise})"

    def _stretched(self, met: str, exceeded: str) -> str:
        """Return "exceeded" where the higher level is reached."""
        goal, value = self.goal, self.cells.at("_compared")
        levels = [
            goal.stretch_at(reach, self.indicator.begin) if self._due(reach) else goal.stretch
            for reach in self.reaches
        ]
        if goal.kind is Kind.GRADE:
            test = _grade_met(str(goal.stretch), value)
        else:
            level = self._by_slots([literal(v) for v in levels if isinstance(v, float)])
            test = f"{rounded(value)}{goal.comparator or '='}{rounded(level)}"
        return f"IF({test},{exceeded},{met})"

    def _missed(self) -> str:
        attained, caution = self.cells.at("attainment"), literal(self.indicator.caution)
        enough = f"IF(ISNUMBER({attained}),{rounded(attained)}>={caution},FALSE)"
        risky = f"IF({self.before_the_years_end},{enough},FALSE)"
        if self._adds_to_limit and isinstance(self.goal.value, float):
            value, year = self.cells.at("_compared"), rounded(literal(self.goal.value))
            early = self.before_the_years_end
            risky = f"IF({early},{rounded(value)}{self.goal.comparator}{year},FALSE)"
        return f"IF({risky},{word(Status.AT_RISK)},{word(Status.MISSED)})"


def _share(part: str, whole: str) -> str:
    return f'IF({whole}=0,"",100*{part}/{whole})'


def _grade_met(wanted: str, value: str) -> str:
    place = grade_rank(wanted)
    if place is None:
        return "FALSE"
    names = GRADE_SCALES[place[0]][: place[1] + 1]
    return "OR(" + ",".join(f'{value}="{name}"' for name in names) + ")"
