"""The latest typed slot, found by comparisons alone.

No lookup for a number beyond all others: LibreOffice misses it among blanks and texts, and
Gnumeric has no array of a single cell.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from qms_xlsx.book.labels import KPS
from qms_xlsx.domain.indicator import Component
from qms_xlsx.language.symbols import NO, YES

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    from qms_xlsx.write.form.form_indicator import FormIndicator, IndicatorCells


def latest_place(indicator: FormIndicator, cells: IndicatorCells) -> str:
    """Return the place (1, 2, …) of the latest slot to date that holds something, else 0."""
    return last_place_where(cells, (_holds(indicator, cell) for cell in cells.typed()))


def last_place_where(cells: IndicatorCells, conditions: Iterable[str]) -> str:
    """Return the last place to date whose condition is true, else 0."""
    text = "0"
    for place, holds in enumerate(conditions, 1):  # the last one ends up outermost
        text = f"IF(AND({cells.at('_n')}>={place},{holds}),{place},{text})"
    return text


def latest_figure(cells: IndicatorCells, nothing: str) -> str:
    """Return what stands in the latest slot; `nothing` where there is none."""
    return f"IF({cells.at('_last')}=0,{nothing},{cells.slot(cells.at('_last'))})"


def latest_of(indicator: FormIndicator, typed: Sequence[str], nothing: str) -> str:
    """Return what stands in the latest of some cells that holds something."""
    text = nothing
    for cell in typed:
        text = f"IF({_holds(indicator, cell)},{cell},{text})"
    return text


def _holds(indicator: FormIndicator, cell: str) -> str:
    match indicator.component:
        case Component.ANSWER:
            return f'OR({cell}="{YES}",{cell}="{NO}")'
        case Component.GRADE:
            return f'AND(ISTEXT({cell}),{cell}<>"{KPS}")'
    return f"ISNUMBER({cell})"
