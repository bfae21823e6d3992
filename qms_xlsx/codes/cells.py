"""Family V: what stands in a form's input cells."""

from __future__ import annotations

from qms_xlsx.codes.old_fonts import DOUBTFUL, NOTHING, READ, TYPE_AGAIN
from qms_xlsx.domain.finding import Code, Excludes, Severity
from qms_xlsx.language.messages import N_

_NUMBER_ALONE = N_("Type the number alone, with a comma for decimals, or KPS if nothing arose.")
_FROM_THE_LIST = N_("Choose one of the list's values.")

CODES: tuple[Code, ...] = (
    Code(
        "V101",
        "error_cell",
        Severity.ERROR,
        Excludes.CELL,
        N_("The cell shows an error such as #N/A or #DIV/0!; it is not counted."),
        N_("Type the number itself in place of the formula."),
    ),
    Code(
        "V102",
        "formula_without_value",
        Severity.ERROR,
        Excludes.CELL,
        N_("The cell holds a formula whose result was not saved in the file."),
        N_("Open the form in Excel, save it and send it again, or type the number itself."),
    ),
    Code(
        "V103",
        "number_as_text",
        Severity.INFO,
        Excludes.NOTHING,
        N_("“{value}” was typed as text and is read as {read}."),
        N_("Nothing needs to be done if {read} is right; else type the number again."),
    ),
    Code(
        "V104",
        "word_repaired",
        Severity.INFO,
        Excludes.NOTHING,
        N_("“{value}” is read as {read}."),
        N_("Nothing needs to be done if {read} is right; else choose from the list."),
    ),
    Code(
        "V105",
        "out_of_list",
        Severity.ERROR,
        Excludes.CELL,
        N_("“{value}” is not one of: {choices}."),
        _FROM_THE_LIST,
    ),
    Code(
        "V106",
        "date_for_number",
        Severity.ERROR,
        Excludes.CELL,
        N_("The cell holds a date ({value}), not a number. Was {likely} typed?"),
        N_("Set the cell's format to Number and type the number again."),
    ),
    Code(
        "V107",
        "negative",
        Severity.ERROR,
        Excludes.CELL,
        N_("“{value}” is negative; a figure here is 0 or more."),
        N_("Check the sign and type the number again."),
    ),
    Code(
        "V108",
        "unusable_number",
        Severity.ERROR,
        Excludes.CELL,
        N_("“{value}” is not a usable number: it is too large."),
        _NUMBER_ALONE,
    ),
    Code(
        "V109",
        "not_a_rank",
        Severity.ERROR,
        Excludes.CELL,
        N_("“{value}” is not a rank; a rank is a whole number from 1 on."),
        N_("Type the rank, such as 3."),
    ),
    Code(
        "V110",
        "doubtful_number",
        Severity.ERROR,
        Excludes.CELL,
        N_("“{value}” is not a plain number. Is {likely} meant?"),
        N_("If so, type {likely} alone; else the right number."),
    ),
    Code(
        "V111",
        "anything_else",
        Severity.ERROR,
        Excludes.CELL,
        N_("“{value}” is not a number."),
        _NUMBER_ALONE,
    ),
    Code(
        "V112",
        "fraction_in_a_cell",
        Severity.ERROR,
        Excludes.CELL,
        N_(
            "“{value}” is not one number; if {likely} was typed, it is numerator {numerator} and "
            "denominator {denominator}."
        ),
        N_(
            "If so, type {numerator} in the numerator's row and {denominator} in the denominator's."
        ),
    ),
    Code(
        "V113",
        "percentage_for_count",
        Severity.ERROR,
        Excludes.CELL,
        N_("“{value}” is a percentage, but this row takes a count."),
        N_("Type numerator and denominator, each in its own row, not a percentage."),
    ),
    Code(
        "V114",
        "mark_for_nothing",
        Severity.ERROR,
        Excludes.CELL,
        N_("“{value}” may mean 0, KPS (nothing arose) or not known yet; it is not counted."),
        N_("Type 0, or KPS if nothing arose, or leave the cell blank if it is not known yet."),
    ),
    Code(
        "V115",
        "more_than_one_number",
        Severity.ERROR,
        Excludes.CELL,
        N_("“{value}” holds more than one number; a cell takes exactly one."),
        N_("Type the one exact figure, such as 55."),
    ),
    Code(
        "V116",
        "date_format_on_number",
        Severity.INFO,
        Excludes.NOTHING,
        N_("The cell's format shows a date ({value}); the number in it is read: {read}."),
        N_("Nothing needs to be done if {read} is right; the cell's format may be set to Number."),
    ),
    Code(
        "V117",
        "percent_format_on_number",
        Severity.INFO,
        Excludes.NOTHING,
        N_("The cell shows {value}; it is read as {read}."),
        N_("Nothing needs to be done if {read} is right; else type the number again."),
    ),
    Code(
        "V201",
        "numerator_above_denominator",
        Severity.ERROR,
        Excludes.CELL,
        N_("The numerator {numerator} is larger than the denominator {denominator}."),
        N_("Check both numbers; perhaps they were exchanged."),
    ),
    Code(
        "V202",
        "half_a_ratio",
        Severity.ERROR,
        Excludes.CELL,
        N_("{slot} has the {given} {value} but no {missing}, so the ratio cannot be counted."),
        N_("Fill in the {missing} too, or KPS in both if nothing arose."),
    ),
    Code(
        "V301",
        "slot_not_begun",
        Severity.ERROR,
        Excludes.CELL,
        N_("{slot} had not begun on the report's date ({day}), so it cannot hold a figure."),
        N_("Delete the figure, or correct the report date."),
    ),
    Code(
        "V302",
        "unknown_slot",
        Severity.WARNING,
        Excludes.CELL,
        N_("“{value}” names no period of this row; no figure is taken as an estimate."),
        N_("Choose the first estimated period from the list, such as T6."),
    ),
    Code(
        "V303",
        "before_it_began",
        Severity.ERROR,
        Excludes.CELL,
        N_("{slot} ended before {day}, when this row's reports begin; the figure was not counted."),
        N_(
            "Delete the figure; if what was reached earlier counts too, ask the ISO secretary to "
            "correct the first day in the register."
        ),
    ),
    Code(
        "V304",
        "after_it_closed",
        Severity.ERROR,
        Excludes.CELL,
        N_("{slot} began after {day}, the department's last day; the figure was not counted."),
        N_("Type it into the form of the department that took over, or have the day corrected."),
    ),
    Code(
        "V401",
        "not_a_day",
        Severity.ERROR,
        Excludes.CELL,
        N_("“{value}” is not a date; it was not used."),
        N_("Type the date as day/month/year, such as 14/6/2024."),
    ),
    Code(
        "V402",
        "unknown_state",
        Severity.ERROR,
        Excludes.CELL,
        N_("“{value}” is not one of: {choices}."),
        _FROM_THE_LIST,
    ),
    Code(
        "V403",
        "not_a_count",
        Severity.ERROR,
        Excludes.CELL,
        N_("“{value}” is not a whole number of times; it was not used."),
        N_("Type how many times it was done, such as 3."),
    ),
    Code(
        "V404",
        "words_lost",
        Severity.ERROR,
        Excludes.CELL,
        N_(
            "The cell shows an error such as #N/A, or holds a formula whose result was not saved; "
            "what it should say is not known."
        ),
        N_("Type the words, the date or the number itself in place of the formula."),
    ),
    Code(
        "V501",
        "old_text_converted_form",
        Severity.INFO,
        Excludes.NOTHING,
        READ,
        NOTHING,
    ),
    Code(
        "V502",
        "old_text_form",
        Severity.WARNING,
        Excludes.NOTHING,
        DOUBTFUL,
        TYPE_AGAIN,
    ),
)
