"""Family V: what a single input cell holds.

A cell rule looks at one cell that is not a plain good figure and either says what it
means (a safe repair) or that it cannot be used; the first rule that recognises it decides.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from qms_xlsx.codes.rule import Hit, Rule
from qms_xlsx.domain.finding import Severity
from qms_xlsx.language.messages import N_
from qms_xlsx.read import recognise

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

    from qms_xlsx.domain.finding import Finding
    from qms_xlsx.domain.submission import Value
    from qms_xlsx.read.cell_case import CellCase, Outcome

    Recognise = Callable[[CellCase], Outcome | None]


@dataclass(frozen=True, slots=True)
class Reading:
    """A cell read: its value (None when it cannot be used) and what is to be said of it."""

    value: Value | None
    finding: Finding | None = None


def read_cell(case: CellCase) -> Reading:
    """Return the value of an input cell, with at most one finding."""
    good = recognise.plain(case)
    if good is not None:
        return Reading(good)
    for rule, recogniser in CELL_RULES:
        outcome = recogniser(case)
        if outcome is not None:
            hit = Hit(case.place, {"value": case.cell.text, **outcome.values})
            return Reading(outcome.value, rule.at(hit))
    return Reading(None)


def _decided_by_cell(_: CellCase) -> Iterator[Hit]:
    return iter(())


def _rule(
    code: str, severity: Severity, recogniser: Recognise, message: str, hint: str
) -> tuple[Rule[CellCase], Recognise]:
    rule = Rule(
        code=code,
        name=recogniser.__name__,
        severity=severity,
        message=message,
        hint=hint,
        check=_decided_by_cell,
    )
    return rule, recogniser


_TYPE_NUMBER = N_("Type the number alone, with a comma for decimals, or KPS if nothing arose.")

CELL_RULES: tuple[tuple[Rule[CellCase], Recognise], ...] = (
    _rule(
        "V101",
        Severity.ERROR,
        recognise.error_cell,
        N_("The cell shows an error such as #N/A or #DIV/0!; it is not counted."),
        N_("Type the number itself in place of the formula."),
    ),
    _rule(
        "V102",
        Severity.ERROR,
        recognise.formula_without_value,
        N_("The cell holds a formula whose result was not saved in the file."),
        N_("Open the form in Excel, save it and send it again, or type the number itself."),
    ),
    _rule(
        "V103",
        Severity.INFO,
        recognise.number_as_text,
        N_("“{value}” was typed as text and is read as {read}."),
        N_("Nothing needs to be done if {read} is right; else type the number again."),
    ),
    _rule(
        "V116",
        Severity.INFO,
        recognise.date_format_on_number,
        N_("The cell's format shows a date ({value}); the number in it is read: {read}."),
        N_("Nothing needs to be done if {read} is right; the cell's format may be set to Number."),
    ),
    _rule(
        "V104",
        Severity.INFO,
        recognise.word_repaired,
        N_("“{value}” is read as {read}."),
        N_("Nothing needs to be done if {read} is right; else choose from the list."),
    ),
    _rule(
        "V105",
        Severity.ERROR,
        recognise.out_of_list,
        N_("“{value}” is not one of: {choices}."),
        N_("Choose one of the list's values."),
    ),
    _rule(
        "V112",
        Severity.ERROR,
        recognise.fraction_in_a_cell,
        N_(
            "“{value}” is not one number; if {likely} was typed, it is numerator {numerator} and "
            "denominator {denominator}."
        ),
        N_(
            "If so, type {numerator} in the numerator's row and {denominator} in the denominator's."
        ),
    ),
    _rule(
        "V106",
        Severity.ERROR,
        recognise.date_for_number,
        N_("The cell holds a date ({value}), not a number. Was {likely} typed?"),
        N_("Set the cell's format to Number and type the number again."),
    ),
    _rule(
        "V107",
        Severity.ERROR,
        recognise.negative,
        N_("“{value}” is negative; a figure here is 0 or more."),
        N_("Check the sign and type the number again."),
    ),
    _rule(
        "V108",
        Severity.ERROR,
        recognise.unusable_number,
        N_("“{value}” is not a usable number: it is too large."),
        _TYPE_NUMBER,
    ),
    _rule(
        "V109",
        Severity.ERROR,
        recognise.not_a_rank,
        N_("“{value}” is not a rank; a rank is a whole number from 1 on."),
        N_("Type the rank, such as 3."),
    ),
    _rule(
        "V113",
        Severity.ERROR,
        recognise.percentage_for_count,
        N_("“{value}” is a percentage, but this row takes a count."),
        N_("Type numerator and denominator, each in its own row, not a percentage."),
    ),
    _rule(
        "V114",
        Severity.ERROR,
        recognise.mark_for_nothing,
        N_("“{value}” may mean 0, KPS (nothing arose) or not known yet; it is not counted."),
        N_("Type 0, or KPS if nothing arose, or leave the cell blank if it is not known yet."),
    ),
    _rule(
        "V110",
        Severity.ERROR,
        recognise.doubtful_number,
        N_("“{value}” is not a plain number. Is {likely} meant?"),
        N_("If so, type {likely} alone; else the right number."),
    ),
    _rule(
        "V115",
        Severity.ERROR,
        recognise.more_than_one_number,
        N_("“{value}” holds more than one number; a cell takes exactly one."),
        N_("Type the one exact figure, such as 55."),
    ),
    _rule(
        "V111",
        Severity.ERROR,
        recognise.anything_else,
        N_("“{value}” is not a number."),
        _TYPE_NUMBER,
    ),
)
