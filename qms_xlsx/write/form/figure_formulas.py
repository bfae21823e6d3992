"""Live figures: what the typed slots within the reporting period come to (docs/figures.md).

Blank, 0 and KPS stay apart. Only functions that Excel and LibreOffice share without a
prefix; no decimal stands in a criterion's text, where it would depend on the locale.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from qms_xlsx.book.areas import KPS, NO, YES
from qms_xlsx.domain.register import Aggregation, Component
from qms_xlsx.judge.goals import Goal
from qms_xlsx.write.form.form_indicator import literal
from qms_xlsx.write.form.lists import grade_list

if TYPE_CHECKING:
    from collections.abc import Sequence

    from qms_xlsx.write.form.form_indicator import Cells, Indicator

_KPS = f'"{KPS}"'
_BY_QUOTIENT = (Aggregation.AVERAGE, Aggregation.MIN, Aggregation.MAX, Aggregation.WORST)


def figure_formulas(indicator: Indicator, cells: Cells) -> dict[str, str]:
    """Return the formulas of an indicator's figure and coverage, by column key."""
    n = cells.at("_n")
    ranges = [cells.to_date(part) for part in range(len(cells.rows))]
    kps = _nothing_arose(indicator, cells)
    if indicator.pair:
        figure = _pair(indicator, ranges[0], ranges[1], kps)
    else:
        figure = _single(indicator, ranges[0], kps)
    return {
        "_n": f"INT(qms_end/{indicator.months})",
        "_filled": f"IF({n}=0,0,{_count(indicator, ranges)})",
        "result": f'IF({n}=0,"",{figure})',
        "_coverage": _coverage(indicator, cells),
    }


def slot_formula(indicator: Indicator, cells: Cells, part: int, first: str, last: str) -> str:
    """Return the formula of a coarser slot over the typed slots between two columns."""
    return _single(indicator, cells.between(first, last, part), _KPS)


def blank_formula(cells: Cells, part: int) -> str:
    """Return how many cells of a component are expected and blank."""
    n = cells.at("_n")
    return f"IF({n}=0,0,{n}-COUNTA({cells.to_date(part)}))"


def needs_array(indicator: Indicator) -> bool:
    """Whether the figure is worked out pair by pair, in an array formula."""
    return indicator.pair and indicator.how is not Aggregation.LAST


def _nothing_arose(indicator: Indicator, cells: Cells) -> str:
    """Return what a figure of KPS alone is: where things are summed it keeps a zero target."""
    if not (isinstance(indicator.goal, Goal) and indicator.goal.zero and indicator.summed):
        return _KPS
    return f"IF({cells.at('_filled')}={cells.at('_n')},0,{_KPS})"


def _single(indicator: Indicator, cells: str, kps: str) -> str:
    """Return one component's figure over some cells: a value, KPS, or nothing."""
    if indicator.component is Component.ANSWER:
        return _answer(indicator.how, cells)
    if indicator.component is Component.GRADE:
        return _grade(indicator, cells)
    added = indicator.pair and indicator.how is not Aggregation.LAST
    number = _number(Aggregation.SUM if added else indicator.how, cells)
    return f'IF(COUNT({cells})>0,{number},IF(COUNTIF({cells},"{KPS}")>0,{kps},""))'


def _number(how: Aggregation, cells: str) -> str:
    match how:
        case Aggregation.LAST:
            return f"LOOKUP(2,1/ISNUMBER({cells}),{cells})"
        case Aggregation.AVERAGE:
            return f"AVERAGE({cells})"
        case Aggregation.MIN:
            return f"MIN({cells})"
        case Aggregation.MAX | Aggregation.WORST:
            return f"MAX({cells})"
    return f"SUM({cells})"


def _answer(how: Aggregation, cells: str) -> str:
    if how is not Aggregation.LAST:
        return _first_of((NO, YES, KPS), cells)
    last = f'LOOKUP(2,1/(({cells}="{YES}")+({cells}="{NO}")),{cells})'
    return f"IFERROR({last},{_first_of((KPS,), cells)})"


def _grade(indicator: Indicator, cells: str) -> str:
    if indicator.how in (Aggregation.LAST, Aggregation.SUM, Aggregation.RATIO):
        last = f'LOOKUP(2,1/(ISTEXT({cells})*({cells}<>"{KPS}")),{cells})'
        return f"IFERROR({last},{_first_of((KPS,), cells)})"
    best_first = indicator.how is Aggregation.MAX
    order = indicator.grades if best_first else tuple(reversed(indicator.grades))
    return _first_of((*order, KPS), cells)


def _first_of(words: Sequence[str], cells: str) -> str:
    """Return the first of some words that stands in the cells, else nothing."""
    text = '""'
    for name in reversed(words):
        text = f'IF(COUNTIF({cells},"{name}")>0,"{name}",{text})'
    return text


def _pair(indicator: Indicator, numerators: str, denominators: str, kps: str) -> str:
    """Return a ratio's figure; half pairs drop out, KPS in either half makes the pair KPS."""
    valid = _valid(indicator, numerators, denominators)
    if indicator.how in _BY_QUOTIENT:
        quotient = _quotients(indicator, valid, numerators, denominators, kps)
    else:
        top, bottom = _halves(indicator.how, valid, numerators, denominators)
        quotient = f"IF({bottom}=0,{kps},{literal(indicator.scale)}*{top}/{bottom})"
    some = _either_kps(numerators, denominators)
    return f'IF(SUMPRODUCT({valid})>0,{quotient},IF({some}>0,{kps},""))'


def _valid(indicator: Indicator, numerators: str, denominators: str) -> str:
    """Return 1 for each pair that counts: two numbers, the part not above the whole."""
    valid = f"ISNUMBER({numerators})*ISNUMBER({denominators})"
    share = indicator.scale != 1  # a yield or a mean may be more than one
    return f"{valid}*({numerators}<={denominators})" if share else valid


def _either_kps(numerators: str, denominators: str) -> str:
    return f'SUMPRODUCT(--(({numerators}="{KPS}")+({denominators}="{KPS}")>0))'


def _halves(how: Aggregation, valid: str, numerators: str, denominators: str) -> tuple[str, str]:
    if how is Aggregation.LAST:
        last = f"LOOKUP(2,1/({valid}),"
        return f"{last}{numerators})", f"{last}{denominators})"
    return f"SUM(IF({valid},{numerators}))", f"SUM(IF({valid},{denominators}))"


def _quotients(
    indicator: Indicator, valid: str, numerators: str, denominators: str, kps: str
) -> str:
    usable = f"{valid}*({denominators}<>0)"
    name = {Aggregation.AVERAGE: "AVERAGE", Aggregation.MIN: "MIN"}.get(indicator.how, "MAX")
    figure = f"{name}(IF({usable},{numerators}/{denominators}))"
    return f"IF(SUMPRODUCT({usable})=0,{kps},{literal(indicator.scale)}*{figure})"


def _count(indicator: Indicator, ranges: Sequence[str]) -> str:
    """Return how many slots within the period hold something."""
    if indicator.pair:
        return f"SUMPRODUCT({_valid(indicator, *ranges)})+{_either_kps(*ranges)}"
    if indicator.component is Component.ANSWER:
        return f"SUMPRODUCT(COUNTIF({ranges[0]},qms_answers))"
    if indicator.component is Component.GRADE and indicator.grades:
        return f"SUMPRODUCT(COUNTIF({ranges[0]},{grade_list(indicator.grades)}))"
    return f'COUNT({ranges[0]})+COUNTIF({ranges[0]},"{KPS}")'


def _coverage(indicator: Indicator, cells: Cells) -> str:
    """Return "5/6", and that the figure is provisional while something is missing or estimated."""
    n, filled, estimate = cells.at("_n"), cells.at("_filled"), cells.at("estimate_from")
    begins = f"IFERROR(INDEX(qms_slot_starts,MATCH({estimate},qms_slots,0)),99)"
    estimated = f"({n}-1)*{indicator.months}+1>={begins}"
    some = f'AND({cells.at("result")}<>"",{cells.at("result")}<>"{KPS}")'
    provisional = f"AND({some},OR({filled}<{n},{estimated}))"
    return f'IF({n}=0,"",{filled}&"/"&{n}&IF({provisional}," tạm tính",""))'
