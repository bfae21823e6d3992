"""Family R, reading: faults that a register shows while it is read, cell by cell.

The reader reports them where it finds them, so these rules need no check of their own.
"""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

from qms_xlsx.codes.rule import Hit, Rule
from qms_xlsx.domain.finding import Severity
from qms_xlsx.language.messages import N_


def _found_by_reader(_: Any) -> Iterator[Hit]:
    return iter(())


def _rule(code: str, severity: Severity, name: str, message: str, hint: str) -> Rule[Any]:
    return Rule(
        code=code, name=name, severity=severity, message=message, hint=hint, check=_found_by_reader
    )


READING_RULES: tuple[Rule[Any], ...] = (
    _rule(
        "R101",
        Severity.ERROR,
        "area_missing",
        N_("The register has no area “{area}”: its marker {marker} was not found."),
        N_("Start from a register made by “qms-xlsx init”, and do not delete its hidden rows."),
    ),
    _rule(
        "R102",
        Severity.ERROR,
        "area_doubled",
        N_("The area “{area}” stands on several sheets: {sheets}. The first was read."),
        N_("Delete the copied sheet."),
    ),
    _rule(
        "R103",
        Severity.ERROR,
        "no_year",
        N_("The year of the register is missing or not a year: “{value}”."),
        N_("Type the year, such as 2024, beside “Năm” on the first sheet."),
    ),
    _rule(
        "R104",
        Severity.ERROR,
        "no_organisation",
        N_("The register does not name its organisation."),
        N_("Type the organisation's full name beside “Cơ quan” on the first sheet."),
    ),
    _rule(
        "R105",
        Severity.ERROR,
        "unreadable_setting",
        N_("The setting “{key}” cannot be read: “{value}”. Its default is used."),
        N_("Type it as the note beside the cell shows."),
    ),
    _rule(
        "R106",
        Severity.ERROR,
        "duplicate_code",
        N_("The code “{value}” stands twice; the second row was left out."),
        N_("Give one of the two rows another code."),
    ),
    _rule(
        "R107",
        Severity.ERROR,
        "unknown_word",
        N_("“{value}” is not one of: {choices}. The column's default is used."),
        N_("Choose a value from the cell's list."),
    ),
    _rule(
        "R108",
        Severity.ERROR,
        "not_a_date",
        N_("“{value}” is not a date."),
        N_("Type the date as day/month/year, such as 22/3/2024."),
    ),
    _rule(
        "R109",
        Severity.ERROR,
        "not_a_figure",
        N_("“{value}” is not a number."),
        N_("Type the number alone, with a comma for decimals."),
    ),
    _rule(
        "R112",
        Severity.ERROR,
        "row_without_code",
        N_("The row “{value}” has no code, so it was left out."),
        N_("Type a code of its own in the marked cell."),
    ),
    _rule(
        "R113",
        Severity.ERROR,
        "area_empty",
        N_("The register lists nothing yet under “{area}”."),
        N_("Fill in one row for each, below the headings of this sheet."),
    ),
)
READING = {rule.name: rule for rule in READING_RULES}
