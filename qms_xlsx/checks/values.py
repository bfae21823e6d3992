"""Family V: what a single input cell holds.

A cell rule looks at one cell that is not a plain good figure and either says what it
means (a safe repair) or that it cannot be used; the first rule that recognises it decides.
"""

from __future__ import annotations

import math
import re
from dataclasses import dataclass, field
from datetime import date, datetime, time, timedelta
from typing import TYPE_CHECKING, Any

from qms_xlsx.cells import InvalidCell, as_yes_no, is_kps
from qms_xlsx.checks.rule import Hit, Rule
from qms_xlsx.domain import numbers
from qms_xlsx.domain.finding import Place, Severity
from qms_xlsx.domain.register import Component
from qms_xlsx.domain.submission import Mark
from qms_xlsx.domain.target import GRADE_SCALES, grade_rank
from qms_xlsx.domain.text import bare, folded
from qms_xlsx.i18n import N_

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

    from qms_xlsx.domain.finding import Finding
    from qms_xlsx.domain.submission import Value
    from qms_xlsx.tables import Cell

_NUMERIC = (Component.VALUE, Component.NUMERATOR, Component.DENOMINATOR, Component.RANK)
_LARGEST = 1e15
"""Beyond this, spreadsheets no longer hold whole numbers exactly."""
_NUMBER = re.compile(r"[+-]?\d[\d.,]*")
_LOOKALIKES = str.maketrans("OoQIl|", "000111")


@dataclass(frozen=True, slots=True)
class CellCase:
    """One input cell of an indicator's row, for one slot."""

    cell: Cell
    place: Place
    component: Component
    unit: str = ""
    grade: str = ""
    """A grade of the family that may be answered."""


@dataclass(frozen=True, slots=True)
class Outcome:
    """What a rule makes of a cell: a value to go on with, or none."""

    value: Value | None = None
    values: dict[str, Any] = field(default_factory=dict)


@dataclass(frozen=True, slots=True)
class Reading:
    """A cell read: its value (None when it cannot be used) and what is to be said of it."""

    value: Value | None
    finding: Finding | None = None


def read_cell(case: CellCase) -> Reading:
    """Return the value of an input cell, with at most one finding."""
    good = _plain(case)
    if good is not None:
        return Reading(good)
    for rule, recognise in CELL_RULES:
        outcome = recognise(case)
        if outcome is not None:
            shown = {"value": case.cell.text[:80], **outcome.values}
            return Reading(outcome.value, rule.at(Hit(case.place, shown)))
    return Reading(None)


def _plain(case: CellCase) -> Value | None:
    """Return the value of a cell that needs no word: a figure, KPS, a listed answer or grade."""
    cell, component = case.cell, case.component
    if cell.state in ("error", "unvalued"):
        return None
    value = cell.value
    if component in _NUMERIC and isinstance(value, int | float) and not isinstance(value, bool):
        whole = component is not Component.RANK or (value >= 1 and float(value).is_integer())
        return float(value) if 0 <= value < _LARGEST and whole else None
    if is_kps(cell):
        return Mark.KPS
    if component is Component.ANSWER:
        return {"có": True, "không": False}.get(folded(cell.text))
    if component is Component.GRADE and isinstance(value, str):
        return _grade(cell.text, case.grade)
    return None


def _grade(text: str, wanted: str) -> str | None:
    """Return the grade's canonical name when it is of the wanted grade's family."""
    family = grade_rank(wanted)
    if family is None:
        return None
    key = folded(text).strip(" .")
    return next((name for name in GRADE_SCALES[family[0]] if folded(name) == key), None)


def _error_cell(case: CellCase) -> Outcome | None:
    return Outcome() if case.cell.state == "error" else None


def _formula_without_value(case: CellCase) -> Outcome | None:
    return Outcome() if case.cell.state == "unvalued" else None


def _number_as_text(case: CellCase) -> Outcome | None:
    if case.component not in _NUMERIC or not isinstance(case.cell.value, str):
        return None
    found = _written_number(case.cell.text, case.unit)
    if found is None or found < 0:
        return None
    if case.component is Component.RANK and not (found >= 1 and found.is_integer()):
        return None
    return Outcome(found, {"read": numbers.show(found)})


def _written_number(text: str, unit: str) -> float | None:
    """Return the number of a text such as '98,5 %', '12.250' or '50 hồ sơ' (the row's own unit)."""
    found = _NUMBER.match(text.strip().lstrip("'"))
    if found is None:
        return None
    rest = bare(text.strip().lstrip("'")[found.end() :])
    if rest not in ("", bare(unit)) and not (rest == "%" and unit.startswith("%")):
        return None
    try:
        return numbers.parse(found[0])
    except numbers.InvalidNumber:
        return None


def _answer_repaired(case: CellCase) -> Outcome | None:
    if case.component is not Component.ANSWER:
        return None
    try:
        answer = as_yes_no(case.cell)
    except InvalidCell:
        return None
    return Outcome(answer, {"read": "Có" if answer else "Không"})


def _grade_repaired(case: CellCase) -> Outcome | None:
    if case.component is not Component.GRADE:
        return None
    text = bare(case.cell.text).removeprefix("xep loai ").removeprefix("loai ").removeprefix("dat ")
    family = grade_rank(case.grade)
    names = GRADE_SCALES[family[0]] if family else ()
    found = [name for name in names if bare(name) == text.strip(" .")]
    return Outcome(found[0], {"read": found[0]}) if len(found) == 1 else None


def _out_of_list(case: CellCase) -> Outcome | None:
    if case.component is Component.ANSWER:
        return Outcome(None, {"choices": "Có, Không, KPS"})
    if case.component is not Component.GRADE:
        return None
    family = grade_rank(case.grade)
    names = GRADE_SCALES[family[0]] if family else ()
    return Outcome(None, {"choices": ", ".join([*names, "KPS"])})


def _date_for_number(case: CellCase) -> Outcome | None:
    value = case.cell.value
    if isinstance(value, datetime | date):
        likely = f"{value.day}/{value.month}"
    elif isinstance(value, time | timedelta):
        likely = str(value)
    else:
        return None
    return Outcome(None, {"value": likely})


def _negative(case: CellCase) -> Outcome | None:
    value = case.cell.value
    number = value if isinstance(value, int | float) else _written_number(case.cell.text, case.unit)
    return Outcome() if number is not None and number < 0 else None


def _too_large(case: CellCase) -> Outcome | None:
    value = case.cell.value
    large = isinstance(value, float) and not (math.isfinite(value) and abs(value) < _LARGEST)
    return Outcome() if large else None


def _not_a_rank(case: CellCase) -> Outcome | None:
    number = isinstance(case.cell.value, int | float)
    return Outcome() if case.component is Component.RANK and number else None


def _likely_number(case: CellCase) -> Outcome | None:
    """Offer the number in a text that holds just one: too doubtful to use."""
    text = case.cell.text
    for candidate in (text, text.translate(_LOOKALIKES)):
        found = _NUMBER.findall(candidate)
        if len(found) == 1:
            try:
                return Outcome(None, {"likely": numbers.show(numbers.parse(found[0].rstrip(".,")))})
            except numbers.InvalidNumber:
                continue
    return None


def _not_a_number(_: CellCase) -> Outcome | None:
    return Outcome()


def _decided_by_cell(_: CellCase) -> Iterator[Hit]:
    return iter(())


def _rule(code: str, severity: Severity, name: str, message: str, hint: str) -> Rule[CellCase]:
    return Rule(
        code=code, name=name, severity=severity, message=message, hint=hint, check=_decided_by_cell
    )


_TYPE_NUMBER = N_("Type the number alone, with a comma for decimals, or KPS if nothing arose.")

CELL_RULES: tuple[tuple[Rule[CellCase], Callable[[CellCase], Outcome | None]], ...] = (
    (
        _rule(
            "V101",
            Severity.ERROR,
            "error_cell",
            N_("The cell shows an error such as #N/A or #DIV/0!; it is not counted."),
            N_("Type the number itself in place of the formula."),
        ),
        _error_cell,
    ),
    (
        _rule(
            "V102",
            Severity.ERROR,
            "formula_without_value",
            N_("The cell holds a formula whose result was not saved in the file."),
            N_("Open the form in Excel, save it and send it again, or type the number itself."),
        ),
        _formula_without_value,
    ),
    (
        _rule(
            "V103",
            Severity.INFO,
            "number_as_text",
            N_("“{value}” was typed as text and is read as {read}."),
            N_("Nothing needs to be done if {read} is right; else type the number again."),
        ),
        _number_as_text,
    ),
    (
        _rule(
            "V104",
            Severity.INFO,
            "answer_repaired",
            N_("“{value}” is read as {read}."),
            N_("Nothing needs to be done if {read} is right; else choose from the list."),
        ),
        lambda case: _answer_repaired(case) or _grade_repaired(case),
    ),
    (
        _rule(
            "V105",
            Severity.ERROR,
            "out_of_list",
            N_("“{value}” is not one of: {choices}."),
            N_("Choose one of the list's values."),
        ),
        _out_of_list,
    ),
    (
        _rule(
            "V106",
            Severity.ERROR,
            "date_for_number",
            N_("Excel has turned the entry into a date ({value})."),
            N_("Type numerator and denominator each in its own row, as plain numbers."),
        ),
        _date_for_number,
    ),
    (
        _rule(
            "V107",
            Severity.ERROR,
            "negative",
            N_("“{value}” is negative; a figure here is 0 or more."),
            N_("Check the sign and type the number again."),
        ),
        _negative,
    ),
    (
        _rule(
            "V108",
            Severity.ERROR,
            "too_large",
            N_("“{value}” is not a usable number: it is too large."),
            _TYPE_NUMBER,
        ),
        _too_large,
    ),
    (
        _rule(
            "V109",
            Severity.ERROR,
            "not_a_rank",
            N_("“{value}” is not a rank; a rank is a whole number from 1 on."),
            N_("Type the rank, such as 3."),
        ),
        _not_a_rank,
    ),
    (
        _rule(
            "V110",
            Severity.ERROR,
            "doubtful_number",
            N_("“{value}” is not a plain number. Is {likely} meant?"),
            N_("If so, type {likely} alone; else the right number."),
        ),
        _likely_number,
    ),
    (
        _rule(
            "V111",
            Severity.ERROR,
            "not_a_number",
            N_("“{value}” is not a number."),
            _TYPE_NUMBER,
        ),
        _not_a_number,
    ),
)
