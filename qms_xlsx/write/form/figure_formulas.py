"""Live figures: what the typed slots within the reporting period come to (docs/figures.md).

Blank, 0 and KPS stay apart. Only functions that Excel and LibreOffice share without a
prefix; no decimal stands in a criterion's text, where it would depend on the locale.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from qms_xlsx.book.labels import KPS
from qms_xlsx.domain.indicator import Aggregation, Component
from qms_xlsx.language.symbols import NO, YES
from qms_xlsx.write.form.form_indicator import literal
from qms_xlsx.write.form.latest_formulas import latest_figure, latest_of, latest_place
from qms_xlsx.write.form.pair_formulas import holds_pair, pair_formulas

if TYPE_CHECKING:
    from collections.abc import Sequence

    from qms_xlsx.write.form.form_indicator import FormIndicator, IndicatorCells

EMPTY = '""'
_KPS = f'"{KPS}"'


def figure_formulas(indicator: FormIndicator, cells: IndicatorCells) -> dict[str, str]:
    """Return the formulas of an indicator's figure and coverage, by column key."""
    n = cells.at("_n")
    if indicator.pair:
        own = pair_formulas(indicator, cells, _nothing_arose(indicator, cells))
    else:
        own = _single_formulas(indicator, cells)
    figure = own.pop("result")
    return {
        **dict.fromkeys(_STEPS, EMPTY),
        **own,
        "_n": _slots_to_date(indicator, cells),
        "result": f'IF({n}=0,"",{figure})',
        "_coverage": _coverage(indicator, cells),
    }


def _slots_to_date(indicator: FormIndicator, cells: IndicatorCells) -> str:
    """Return how many of the row's slots count within the reporting period."""
    if not indicator.open:
        return "0"
    count = f"INT(qms_end/{indicator.months})"
    if indicator.skipped:
        count = f"MAX(0,{count}-{indicator.skipped})"
    asked = max(indicator.asked - indicator.skipped, 0)
    if indicator.skipped + asked >= 12 // indicator.months:
        return count
    whole = f"MIN({asked},{count})"
    if indicator.last == indicator.asked:
        return whole
    return f"{whole}+IF(AND({count}>{asked},{_holds(indicator, cells, asked)}),1,0)"


def _holds(indicator: FormIndicator, cells: IndicatorCells, place: int) -> str:
    """Return whether a slot holds something, by its place among the row's."""
    if indicator.pair:
        return holds_pair(indicator, cells, place)
    return f"{_count(indicator, cells.typed()[place])}>0"


_STEPS = ("_last", "_top", "_bottom")
"""Helpers that only some ways need."""


def _single_formulas(indicator: FormIndicator, cells: IndicatorCells) -> dict[str, str]:
    typed, kps = cells.to_date(), _nothing_arose(indicator, cells)
    filled = f"IF({cells.at('_n')}=0,0,{_count(indicator, typed)})"
    if indicator.how is Aggregation.EVERY:
        return {"_filled": filled, "result": _every(indicator, cells)}
    if not indicator.takes_latest:
        return {"_filled": filled, "result": _single(indicator, typed, kps)}
    figure = latest_figure(cells, _no_number(typed, kps))
    return {"_filled": filled, "_last": latest_place(indicator, cells), "result": figure}


def slot_formula(
    indicator: FormIndicator, cells: IndicatorCells, part: int, span: tuple[int, int]
) -> str:
    """Return the formula of a coarser slot over the typed slots between two places."""
    typed = cells.typed(part)[span[0] : span[1] + 1]
    between = typed[0] if len(typed) == 1 else f"{typed[0]}:{typed[-1]}"
    if indicator.takes_latest:
        return latest_of(indicator, typed, _first_of((KPS,), between))
    return _single(indicator, between, _KPS)


def blank_formula(cells: IndicatorCells, part: int) -> str:
    """Return how many cells of a component are expected and blank."""
    n = cells.at("_n")
    return f"IF({n}=0,0,{n}-COUNTA({cells.to_date(part)}))"


def _nothing_arose(indicator: FormIndicator, cells: IndicatorCells) -> str:
    """Return what a figure of KPS alone is: where things are summed, 0."""
    if not indicator.adds_values:
        return _KPS
    return f"IF({cells.at('_filled')}={cells.at('_n')},0,{_KPS})"


def _single(indicator: FormIndicator, cells: str, kps: str) -> str:
    """Return one component's figure over some cells: a value, KPS, or nothing."""
    if indicator.component is Component.ANSWER:
        return _first_of((NO, YES, KPS), cells)
    if indicator.component is Component.GRADE:
        best_first = indicator.how is Aggregation.MAX
        order = indicator.grades if best_first else tuple(reversed(indicator.grades))
        return _first_of((*order, KPS), cells)
    how = Aggregation.SUM if indicator.pair else indicator.how
    name = _FUNCTIONS.get(how, "SUM")
    return f"IF(COUNT({cells})>0,{name}({cells}),{_no_number(cells, kps)})"


def _every(indicator: FormIndicator, cells: IndicatorCells) -> str:
    """Return the share of the periods to date that have what each must, in per cent."""
    n, months = cells.at("_n"), indicator.months
    period = indicator.objective.period
    size = period.months // months if period else 1
    typed, before = cells.typed(), -indicator.skipped % size  # a period that it began within
    groups = [typed[i : i + size] for i in range(before, len(typed), size)]
    terms = "+".join(
        f"IF(AND({n}>={before + (i + 1) * size},{_enough(indicator, group)}),1,0)"
        for i, group in enumerate(groups)
    )
    asked = f"INT(({n}-{before})/{size})" if before else f"INT({n}/{size})"
    return f'IF(OR({cells.at("_filled")}=0,{asked}=0),"",100*({terms})/{asked})'


def _enough(indicator: FormIndicator, group: Sequence[str]) -> str:
    between = group[0] if len(group) == 1 else f"{group[0]}:{group[-1]}"
    if indicator.component is Component.ANSWER:
        return f'COUNTIF({between},"{YES}")={len(group)}'
    return f"AND(COUNT({between})>0,SUM({between})>={literal(indicator.objective.need or 0.0)})"


_FUNCTIONS = {
    Aggregation.AVERAGE: "AVERAGE",
    Aggregation.MIN: "MIN",
    Aggregation.MAX: "MAX",
    Aggregation.WORST: "MAX",
}


def _no_number(cells: str, kps: str) -> str:
    """Return what a figure is without anything to count: KPS where that was typed, else blank."""
    return f'IF(COUNTIF({cells},"{KPS}")>0,{kps},"")'


def _first_of(words: Sequence[str], cells: str) -> str:
    """Return the first of some words that stands in the cells, else nothing."""
    text = '""'
    for name in reversed(words):
        text = f'IF(COUNTIF({cells},"{name}")>0,"{name}",{text})'
    return text


def _count(indicator: FormIndicator, cells: str) -> str:
    """Return how many cells hold something."""
    if indicator.component is Component.ANSWER:
        return _count_words((YES, NO, KPS), cells)
    if indicator.component is Component.GRADE and indicator.grades:
        return _count_words((*indicator.grades, KPS), cells)
    return f'COUNT({cells})+COUNTIF({cells},"{KPS}")'


def _count_words(words: Sequence[str], cells: str) -> str:
    return "+".join(f'COUNTIF({cells},"{name}")' for name in words)


def _coverage(indicator: FormIndicator, cells: IndicatorCells) -> str:
    """Return "5/6", and that the figure is provisional while something is missing or estimated."""
    n, filled, estimate = cells.at("_n"), cells.at("_filled"), cells.at("estimate_from")
    begins = f"IFERROR(INDEX(qms_slot_starts,MATCH({estimate},qms_slots,0)),99)"
    estimated = f"({n}+{indicator.skipped}-1)*{indicator.months}+1>={begins}"
    some = f'AND({cells.at("result")}<>"",{cells.at("result")}<>"{KPS}")'
    provisional = f"AND({some},OR({filled}<{n},{estimated}))"
    return f'IF({n}=0,"",{filled}&"/"&{n}&IF({provisional}," tạm tính",""))'
