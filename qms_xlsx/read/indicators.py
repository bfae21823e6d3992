"""What the rows of a register mean: each target's words read once, and turned into a goal."""

from __future__ import annotations

import re
from dataclasses import fields, replace
from typing import TYPE_CHECKING, Any

from qms_xlsx.domain.goal import CHANGES, Fault, Goal, NoGoal, Profile
from qms_xlsx.domain.indicator import (
    RATIO,
    Aggregation,
    Heading,
    Indicator,
    Objective,
)
from qms_xlsx.domain.meaning import Choice, SaidRow, Sort, choose
from qms_xlsx.domain.period import Cadence
from qms_xlsx.domain.question import Question
from qms_xlsx.domain.target import Kind, Reading, Target, Unknown
from qms_xlsx.domain.target.model import PLACES
from qms_xlsx.domain.target.ranks import FALLING, place_or_step
from qms_xlsx.language.text import folded
from qms_xlsx.language.units import NUMERALS, as_written
from qms_xlsx.read.gathering import Gathering, eventful, every, fitting, fitting_across, parts_of
from qms_xlsx.read.goals import goal, unread

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Sequence

    from qms_xlsx.domain.allocation import Allocation
    from qms_xlsx.domain.register import Register
    from qms_xlsx.language.messages import Message

ABOUT_DIRECTION = frozenset(
    {
        "The words do not say which way is better: more is taken so.",
        "The words do not say which way is better: less is taken so.",
    }
)
"""Notes that the register's own “Chiều tốt” answers."""
_NO_BASELINE = "The change names no baseline."
"""The note that the columns of baselines answer."""
_RELATIVE = "{value}% may be relative or in points: it is read as relative."
_COUNTED_OUT = "The number is counted out in {unit}."
_RANKING = re.compile(r"hạng|hang|vị t|vi t|thứ bậc|thu bac|xếp thứ|xep thu")
_MOVED = re.compile(r"(?:nâng|tăng|cải thiện|giảm|hạ|thăng|vươn)\b")
CONTRADICTION = "The comparator contradicts what is measured: it is read as written."
"""The note of a reading whose sign and name point in two directions ("suy dinh dưỡng > 6 %")."""


def understood(
    rows: Sequence[Objective],
    register: Register | None = None,
) -> tuple[Objective, ...]:
    """Return the objectives of a register with their targets read: headings and indicators."""
    rows = _in_tree_order(rows)
    codes = {row.code for row in rows}
    parents = {row.parent for row in rows if row.parent in codes and row.parent != row.code}

    def owners(row: Objective) -> int:
        return len(register.resolve(";".join(row.departments))) if register else 1

    names = {row.code: row.name for row in rows}
    return tuple(_understood(row, parents, owners(row), names.get(row.parent, "")) for row in rows)


def _in_tree_order(rows: Sequence[Objective]) -> Sequence[Objective]:
    """Return rows with each one's children right below it, else in the order written."""
    below: dict[str, list[Objective]] = {}
    for row in rows:
        below.setdefault(row.parent, []).append(row)
    codes = {row.code for row in rows}
    roots = [row for row in rows if row.parent not in codes or row.parent == row.code]
    found: dict[str, Objective] = {}
    waiting = [*reversed(rows), *reversed(roots)]  # what stands under itself comes last
    while waiting:
        row = waiting.pop()
        if found.setdefault(row.code, row) is row:
            waiting.extend(c for c in reversed(below.get(row.code, ())) if c.code not in found)
    return tuple(found.values())


def _understood(row: Objective, parents: set[str], owners: int, heading: str = "") -> Objective:
    row = replace(
        row,
        reading=_read(row, row.target),
        half_reading=_read(row, row.target_h1),
        stretch_reading=_read(row, row.stretch),
    )
    if row.code in parents:
        return Heading(**_facts(row), goal=_own_goal(row))
    return _indicator(row, owners, heading) if row.target else row


def _read(row: Objective, words: str) -> Reading | Unknown | None:
    """Return how a row's words read: what they leave open its name and its unit tell."""
    return _directed(replace(row, target=words), Target.parse(words)) if words else None


def _directed(row: Objective, reading: Reading | Unknown) -> Reading | Unknown:
    """Return a reading whose direction the row's name tells where its words alone do not."""
    target = reading.targets[0] if len(reading.targets) == 1 else None
    if target is None or target.kind not in (Kind.THRESHOLD, Kind.RANGE):
        return reading
    named = Target.parse(f"{row.name}: {row.target}")
    if placed := _placed(row, target, named):
        return replace(placed, text=row.target)
    alike = len(named.targets) == 1 and named.targets[0].value == target.value
    if not alike or not isinstance(reading, Reading):
        return reading
    limited = target.explicit and target.kind is Kind.THRESHOLD  # a range has both limits
    if limited and not any(note.id == CONTRADICTION for note in named.notes):
        return reading
    notes = named.notes if named.targets[0].better is not target.better else reading.notes
    told = {note.id for note in named.notes}
    kept = tuple(n for n in notes if n.id not in ABOUT_DIRECTION or n.id in told)
    return replace(reading, targets=(replace(target, better=named.targets[0].better),), notes=kept)


def _placed(row: Objective, target: Target, named: Reading | Unknown) -> Reading | Unknown | None:
    """Return the reading of a number that is a place in an order, by its row's name or unit."""
    unit = folded(row.unit)
    ranked = unit == "hạng" or _ranks(row.name)
    if FALLING in named.notes:
        return named
    if not (ranked or unit in PLACES) or target.unit not in (None, *PLACES):
        return None
    if unit == "bậc" or _MOVED.match(folded(row.name)):
        return Target.parse(f"{row.name}: {row.target} {row.unit}")
    found = Target.parse(f"xếp hạng: {row.target}")
    placed = [t.kind for t in found.targets] == [Kind.RANK]
    return (
        found
        if placed or not found.understood
        else Unknown(row.target, (place_or_step(row.target),))
    )


def _ranks(name: str) -> bool:
    """Tell whether a name is a ranking's ("Xếp hạng PAR-Index"), so that a number is a place."""
    probe = Target.parse(f"{name}: 5").targets if _RANKING.search(folded(name)) else ()
    return [(target.kind, target.value) for target in probe] == [(Kind.RANK, 5.0)]


def _own_goal(row: Objective) -> Goal | NoGoal | None:
    """Return what the words beside a heading ask, if there are some."""
    if not row.target:
        return None
    how = Gathering((), Aggregation.LAST, Aggregation.SINGLE, Profile.YEAR_END)
    return goal(row, row.only_target, how) if row.only_target else unread(row)


def shared_out(given: Sequence[Allocation], register: Register) -> tuple[Allocation, ...]:
    """Return the shares that departments are given, each as an indicator of its own."""
    known = register.indicator_by_code
    return tuple(
        share
        if share.excluded or share.objective not in known
        else _shared(share, known[share.objective])
        for share in given
    )


def _shared(share: Allocation, whole: Indicator) -> Allocation:
    row = Objective(
        **(
            _facts(whole)
            | {
                "target": share.target,
                "target_h1": share.target_h1,
                "over_time": whole.over_slots,
                "over_departments": whole.across,
                "profile": whole.goal.profile if isinstance(whole.goal, Goal) else None,
            }
        )
    )
    read = _understood(row, set(), 1)
    return replace(share, indicator=read) if isinstance(read, Indicator) else share


def _facts(row: Objective) -> dict[str, Any]:
    return {field.name: getattr(row, field.name) for field in fields(Objective)}


def _indicator(row: Objective, owners: int, heading: str) -> Indicator:
    target = row.only_target
    row = replace(row, unit=row.unit or _unit_in_words(target, row.target))
    if target is None:
        return _without_goal(row, unread(row))
    meant = choose(_asked(row, owners, heading))
    if isinstance(meant, Question):
        return _without_goal(row, NoGoal(Fault.QUESTION, meant.ask), meant)
    parts = parts_of(row, meant.over_time, meant.over_departments)
    how = Gathering(
        parts,
        fitting(meant.over_time, parts),
        fitting_across(meant.over_departments, parts),
        meant.profile,
    )
    return _gathered(replace(row, cadence=meant.cadence), target, how, meant)


def _asked(row: Objective, owners: int, heading: str) -> SaidRow:
    """Return what a row says of itself, for its blank cells to be chosen by."""
    return SaidRow(
        name=row.name,
        words=row.target,
        heading=heading,
        targets=row.reading.targets if row.reading else (),
        unit=row.unit,
        numerator_label=row.numerator_label,
        denominator_label=row.denominator_label,
        better=row.better,
        baseline=row.baseline_year is not None,
        departments=owners,
        cadence=row.cadence,
        over_time=row.over_time,
        over_departments=row.over_departments,
        profile=row.profile,
    )


def _without_goal(row: Objective, why: NoGoal, question: Question | None = None) -> Indicator:
    """Return a row that gets no status until the register is mended; figures are kept as typed."""
    time, across = row.over_time or Aggregation.LAST, row.over_departments or Aggregation.SINGLE
    if time is Aggregation.EVERY:  # nobody knows what a period must have
        time = Aggregation.LAST
    parts = parts_of(row, time, across)
    facts = _facts(row) | {"cadence": row.cadence or Cadence.HALF}
    return Indicator(
        **facts,
        goal=why,
        parts=parts,
        over_slots=fitting(time, parts),
        across=fitting_across(across, parts),
        question=question,
    )


def _gathered(row: Objective, target: Target, how: Gathering, meant: Choice) -> Indicator:
    own = goal(row, target, how)
    if isinstance(own, Goal) and own.zero:
        how = eventful(how)
    need, period = None, None
    if how.over_slots is Aggregation.EVERY and isinstance(own, Goal):
        need, period, own = every(own, target, row.cadence or Cadence.HALF, how.parts)
    if how.over_slots is Aggregation.EVERY and not isinstance(own, Goal):
        how = replace(how, over_slots=Aggregation.LAST)
    capped = how.parts == RATIO and row.unit.startswith(("%", "‰")) and not target.of_plan
    return Indicator(
        **_facts(row),
        goal=own,
        parts=how.parts,
        over_slots=how.over_slots,
        across=how.across,
        need=need,
        period=period,
        doubts=tuple(_distinct((*_doubts(row, how), *meant.notes))),
        capped=capped and meant.sort is not Sort.PLAN,
    )


def _distinct(notes: Iterable[Message]) -> Iterator[Message]:
    said: list[Message] = []
    for note in notes:
        if note not in said:
            said.append(note)
            yield note


def _doubts(row: Objective, how: Gathering) -> tuple[Message, ...]:
    """Return the notes on a target's words that the row's other cells do not answer."""
    notes = row.reading.notes if row.reading else ()
    answered = ABOUT_DIRECTION if row.better else frozenset()
    if (row.baseline_h1, row.baseline_year) != (None, None):
        answered |= {_NO_BASELINE}
    if how.over_slots is Aggregation.SUM:  # what adds up is no rate that could change in points
        answered |= {_RELATIVE}
    kept = [note for note in notes if note.id not in answered]
    scaled = row.unit.split(maxsplit=1)[:1]
    counted_out = not scaled or scaled[0] not in NUMERALS
    return tuple(note for note in kept if counted_out or note.id != _COUNTED_OUT)


def _unit_in_words(target: Target | None, words: str) -> str:
    """Return the unit that a target's words name, where the register leaves its own blank."""
    return as_written(target.unit or "", words) if target and target.kind not in CHANGES else ""
