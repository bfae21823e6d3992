"""Choosing the ways of a row's blank cells by what the row is (DESIGN §5)."""

from __future__ import annotations

import re
from dataclasses import replace
from typing import TYPE_CHECKING

from qms_xlsx.domain.goal import Profile
from qms_xlsx.domain.indicator import Aggregation
from qms_xlsx.domain.meaning import asking, shares
from qms_xlsx.domain.meaning.model import Choice, SaidRow, Sort
from qms_xlsx.domain.meaning.rhythm import Rhythm, rhythm
from qms_xlsx.domain.meaning.signs import Sign, kept, kept_up, sharing, unmarked
from qms_xlsx.domain.meaning.sorting import (
    Sorted,
    counted,
    doubtful_target,
    only_target,
    sort_of,
    unit_of,
)
from qms_xlsx.domain.period import Cadence
from qms_xlsx.domain.question import Question
from qms_xlsx.domain.target import Better, Kind
from qms_xlsx.domain.target.levels import UNMARKED
from qms_xlsx.language.text import folded

if TYPE_CHECKING:
    from qms_xlsx.language.messages import Message

_TIME = {
    Sort.PART: Aggregation.RATIO,
    Sort.PLAN: Aggregation.RATIO,
    Sort.SHARE: Aggregation.LAST,
    Sort.FLOW: Aggregation.SUM,
    Sort.ZERO: Aggregation.SUM,
    Sort.STOCK: Aggregation.LAST,
    Sort.RATE: Aggregation.LAST,
    Sort.SCORE: Aggregation.LAST,
    Sort.LONGEST: Aggregation.MAX,
    Sort.RHYTHM: Aggregation.EVERY,
    Sort.CEILING: Aggregation.MAX,
    Sort.ANSWER: Aggregation.ALL,
}
_DEPARTMENTS = {
    Sort.PART: Aggregation.RATIO,
    Sort.PLAN: Aggregation.RATIO,
    Sort.SHARE: Aggregation.RATIO,
    Sort.FLOW: Aggregation.SUM,
    Sort.ZERO: Aggregation.SUM,
    Sort.STOCK: Aggregation.SUM,
    Sort.RATE: Aggregation.SINGLE,
    Sort.SCORE: Aggregation.SINGLE,
    Sort.LONGEST: Aggregation.MAX,
    Sort.RHYTHM: Aggregation.SINGLE,
    Sort.CEILING: Aggregation.MAX,
    Sort.ANSWER: Aggregation.ALL,
}
_TYPED = {
    Aggregation.SUM: Sort.FLOW,
    Aggregation.RATIO: Sort.PART,
    Aggregation.EVERY: Sort.RHYTHM,
    Aggregation.ALL: Sort.ANSWER,
    Aggregation.WORST: Sort.SCORE,
}
_SAME = frozenset({Aggregation.AVERAGE, Aggregation.MIN, Aggregation.MAX})
"""Typed ways whose figure is comparable with the year's level at any time (DESIGN §8)."""
_ALIKE = frozenset({Aggregation.AVERAGE, Aggregation.MIN, Aggregation.MAX, Aggregation.WORST})
_EACH_OFFICE = re.compile(
    r"\b(?:mỗi|từng) (?:phòng|ban|bộ phận|đơn vị|cơ quan|khoa|đội|tổ chuyên môn|chi cục|trung tâm"
    r"|sở|ngành|công ty|trạm"
    r"|tổ(?! (?:dân phố|chức|viên|hợp|hòa giải|tự quản|đảng|công nghệ|trưởng|tiết kiệm|vay vốn)))\b"
)
_EACH_OTHER = re.compile(
    r"\b(?:mỗi|từng) (?!tháng|quý|năm|tuần|ngày|kỳ|lần|đợt|học kỳ|6 tháng|nửa năm|người dân)"
    r"[^\W\d_]+(?: [^\W\d_]+)?"
)


def choose(row: SaidRow) -> Choice | Question:
    """Return how a row's figures are put together and asked, or what its words leave open.

    What is typed stays; only blank cells are chosen.

    >>> from qms_xlsx.domain.target import Target
    >>> words = "Tổng đàn lợn 12.250 con"
    >>> targets = Target.parse(words).targets
    >>> choose(SaidRow(name="Tổng đàn lợn", words=words, targets=targets)).over_time
    <Aggregation.LAST: 'last'>
    """
    if asked := doubtful_target(row):
        return asked
    found = _typed(row) or _sorted(row)
    if isinstance(found, Question):
        settled = _one_slot(row)
        if settled is None:
            return found
        found = settled
    cadence = _cadence(row, found.sort)
    ways = _ways(row, found.sort)
    if isinstance(ways, Question):
        return ways
    over_time, over_departments, notes = ways
    return Choice(
        sort=found.sort,
        over_time=row.over_time or over_time,
        over_departments=row.over_departments or over_departments,
        profile=row.profile or _profile(row, found.sort, cadence),
        cadence=cadence,
        notes=() if _all_typed(row) else (*found.notes, *notes, *_unmarked(row)),
    )


def _sorted(row: SaidRow) -> Sorted | Question:
    """Return what a row is by its own words, else by its heading's with them, or what is open."""
    found = sort_of(row)
    if not (row.heading and isinstance(found, Question)):
        return found
    other = sort_of(replace(row, name=f"{row.heading}: {row.name}"))
    if isinstance(other, Question):
        return found
    return Sorted(other.sort, (*other.notes, asking.BY_HEADING))


def _unmarked(row: SaidRow) -> tuple[Message, ...]:
    told = unmarked(row.said)
    return (UNMARKED,) if told else ()


def _all_typed(row: SaidRow) -> bool:
    return None not in (row.over_time, row.over_departments, row.profile)


def _typed(row: SaidRow) -> Sorted | None:
    """Return what a row is where its way over time is typed, which leaves nothing to ask."""
    target = only_target(row)
    kind = target.kind if target else Kind.THRESHOLD
    if row.over_time is None or kind not in (Kind.THRESHOLD, Kind.RANGE):
        return None
    if target and target.comparator == "=" and target.value == 0:
        return None
    if row.over_time in (Aggregation.LAST, Aggregation.SINGLE):
        if row.numerator_label or row.over_departments in (Aggregation.RATIO, Aggregation.ALL):
            return Sorted(Sort.SHARE)
        found = counted(replace(row, over_time=None), unit_of(row), target)
        rate = unit_of(row).startswith(("%", "‰")) or (
            not isinstance(found, Question) and found[0] is Sort.RATE
        )
        return Sorted(Sort.RATE if rate else Sort.STOCK)
    return Sorted(_TYPED.get(row.over_time, Sort.RATE))


def _one_slot(row: SaidRow) -> Sorted | None:
    """Return a level where one figure a year is typed: whether it adds up makes no difference."""
    once = row.cadence is Cadence.YEAR and row.departments <= 1
    share = unit_of(row).startswith(("%", "‰"))
    return Sorted(Sort.STOCK) if once and not share else None


def _cadence(row: SaidRow, sort: Sort) -> Cadence:
    if row.cadence is not None:
        return row.cadence
    beat = rhythm(row, unit_of(row)) if sort in (Sort.RHYTHM, Sort.CEILING) else None
    return beat.cadence if isinstance(beat, Rhythm) else Cadence.HALF


_Ways = tuple[Aggregation, Aggregation, tuple["Message", ...]]


def _ways(row: SaidRow, sort: Sort) -> _Ways | Question:
    """Return the ways over time and over departments."""
    if sort is Sort.CHANGE:
        return _changing(row)
    over_time = row.over_time or (_answers(row) if sort is Sort.ANSWER else _TIME[sort])
    if row.over_departments is not None:
        return over_time, row.over_departments, ()
    if sort not in (Sort.PART, Sort.PLAN, Sort.SHARE):
        named = _each(row)
        if isinstance(named, Question):
            return named
        if named:
            return over_time, Aggregation.EACH, ()
    if row.over_time in _ALIKE:
        return over_time, row.over_time, ()
    if sort is Sort.SHARE and row.departments > 1 and shares.of_offices(row):
        return over_time, Aggregation.ALL, ()
    return _several(row, sort, over_time)


def _answers(row: SaidRow) -> Aggregation:
    """Return the way of answers: what is kept up must be so in every period, an aim at the end."""
    return Aggregation.ALL if kept(row.said) else Aggregation.LAST


def _several(row: SaidRow, sort: Sort, over_time: Aggregation) -> _Ways | Question:
    """Return the way over departments where one figure of each does not add up by itself."""
    plain = _DEPARTMENTS[sort]
    if row.departments <= 1:
        return over_time, plain, ()
    if sort is Sort.RATE:
        return asking.whose_rate(row.called, row.departments)
    if sort is Sort.RHYTHM:
        return over_time, Aggregation.EACH, (asking.EACH_ASSUMED,)
    if sort is Sort.SCORE:
        return over_time, _worst(row), (asking.WORST_COUNTS,)
    if sort is Sort.FLOW and folded(unit_of(row)).split("/")[0] == "lần":
        return asking.whose_times(row.called, row.departments)
    return over_time, plain, ()


def _worst(row: SaidRow) -> Aggregation:
    target = only_target(row)
    if target and target.kind is Kind.GRADE:
        return Aggregation.WORST
    lower = target is not None and (target.kind is Kind.RANK or target.better is Better.LOWER)
    return Aggregation.MAX if lower else Aggregation.MIN


def _each(row: SaidRow) -> bool | Question:
    """Tell whether so many are asked of each department; ask where others than they are meant."""
    text = folded(row.said)
    office, other = _EACH_OFFICE.search(text), _EACH_OTHER.search(text)
    said = any(target.each for target in row.targets)
    if office or (said and not other):
        whom = office[0] if office else row.words
        return asking.each_of_whom(row.called, whom) if row.departments == 1 else True
    return asking.each_of_whom(row.called, other[0]) if other else False


def _changing(row: SaidRow) -> _Ways | Question:
    """Return the ways of the figure that is to change."""
    if row.numerator_label or row.denominator_label:
        sort, _ = shares.labelled(row, share=True)
    elif row.unit.startswith(("%", "‰")) or _names_a_rate(row):
        sort = Sort.RATE
    else:
        own = replace(row, words="") if row.name else row  # "tăng thêm 120 người" is the change
        found = counted(own, folded(row.unit), None)
        if isinstance(found, Question):
            known = row.over_time or (row.cadence is Cadence.YEAR and Aggregation.LAST)
            if not known:
                return asking.changes_what(row.called)
            sort = Sort.FLOW if known is Aggregation.SUM else Sort.STOCK
        else:
            sort = found[0]
    over_time = row.over_time or _TIME[sort]
    if row.over_departments is not None:
        return over_time, row.over_departments, ()
    return _several(row, sort, over_time)


def _names_a_rate(row: SaidRow) -> bool:
    return any(f.sign is Sign.RATE for f in sharing(row.said))


def _profile(row: SaidRow, sort: Sort, cadence: Cadence) -> Profile:
    """Return how the year's target is asked before the year's report."""
    target = only_target(row)
    if sort in (Sort.ZERO, Sort.CHANGE):
        return Profile.SAME
    if cadence is Cadence.YEAR or sort is Sort.SCORE or (target and target.kind is Kind.RANGE):
        return Profile.YEAR_END if sort is not Sort.RHYTHM else Profile.SAME
    if sort in (Sort.PART, Sort.PLAN, Sort.RHYTHM, Sort.CEILING, Sort.LONGEST):
        return Profile.SAME
    if sort is Sort.ANSWER and target and target.kind is Kind.THRESHOLD:
        return Profile.SAME  # "100 % các bộ phận": one that does not is seen at once
    if sort is Sort.FLOW:
        return Profile.LINEAR
    limited = target is not None and target.comparator in ("<", "<=") and not shares.published(row)
    stated = shares.states_a_condition(row) and not limited
    if sort is Sort.SHARE and not (shares.awarded(row) or stated or shares.joins(row)):
        return Profile.SAME
    if row.over_time in _SAME or kept_up(row.said):
        return Profile.SAME
    levels = sort in (Sort.STOCK, Sort.RATE, Sort.SHARE)
    return Profile.LINEAR if levels and row.baseline else Profile.YEAR_END
