"""Family V: what a single input cell holds.

A cell rule looks at one cell that is not a plain good figure and either says what it
means (a safe repair) or that it cannot be used; the first rule that recognises it decides.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from qms_xlsx.codes.catalogue import finding
from qms_xlsx.read import recognise

if TYPE_CHECKING:
    from collections.abc import Callable

    from qms_xlsx.domain.finding import Finding
    from qms_xlsx.domain.submission import Value
    from qms_xlsx.read.cell_case import CellCase, Outcome

    Recognise = Callable[[CellCase], Outcome | None]


@dataclass(frozen=True, slots=True)
class CellReading:
    """A cell read: its value (None when it cannot be used) and what is to be said of it."""

    value: Value | None
    finding: Finding | None = None


def read_cell(case: CellCase) -> CellReading:
    """Return the value of an input cell, with at most one finding."""
    good = recognise.plain(case)
    if good is not None:
        return CellReading(good)
    if case.cell.state == "odd":  # said by the intake already
        return CellReading(None)
    for code, recogniser in CELL_RULES:
        outcome = recogniser(case)
        if outcome is not None:
            values = {"value": case.cell.text, **outcome.values}
            return CellReading(outcome.value, finding(code, case.place, **values))
    return CellReading(None)


CELL_RULES: tuple[tuple[str, Recognise], ...] = (
    ("V101", recognise.error_cell),
    ("V102", recognise.formula_without_value),
    ("V103", recognise.number_as_text),
    ("V116", recognise.date_format_on_number),
    ("V117", recognise.percent_format_on_number),
    ("V104", recognise.word_repaired),
    ("V105", recognise.out_of_list),
    ("V112", recognise.fraction_in_a_cell),
    ("V106", recognise.date_for_number),
    ("V107", recognise.negative),
    ("V108", recognise.unusable_number),
    ("V109", recognise.not_a_rank),
    ("V113", recognise.percentage_for_count),
    ("V114", recognise.mark_for_nothing),
    ("V110", recognise.doubtful_number),
    ("V115", recognise.more_than_one_number),
    ("V111", recognise.anything_else),
)
"""Codes and what recognises them, in the order in which they are asked."""
