"""Family S: whether a workbook is a form of this office and year, and whether it is whole."""

from __future__ import annotations

from qms_xlsx.domain.finding import Code, Excludes, Severity
from qms_xlsx.language.messages import N_

_OWN_THINGS = N_("Nothing needs to be done; put reasons and notes that count into the form itself.")

CODES: tuple[Code, ...] = (
    Code(
        "S101",
        "marker_missing",
        Severity.ERROR,
        Excludes.FILE,
        N_("This is not a form of ours: its area “{area}” ({marker}) was not found."),
        N_("Fill in the form that the ISO secretary sent, and do not delete its hidden cells."),
    ),
    Code(
        "S102",
        "marker_doubled",
        Severity.ERROR,
        Excludes.ROW,
        N_("The area “{area}” stands on several sheets: {sheets}. The first was read."),
        N_("Delete the copied sheet, or move its figures into the first one."),
    ),
    Code(
        "S103",
        "other_year",
        Severity.ERROR,
        Excludes.FILE,
        N_("The form is of the year “{value}”, the register of {year}."),
        N_("Fill in the form of the year {year}."),
    ),
    Code(
        "S104",
        "other_office",
        Severity.ERROR,
        Excludes.FILE,
        N_("The form is of another office: “{value}”; this register is of {organisation}."),
        N_("Send the form to its own office, or fill in the one made from this register."),
    ),
    Code(
        "S105",
        "department_unknown_here",
        Severity.ERROR,
        Excludes.FILE,
        N_("The register has no department “{value}”. Is it {likely}?"),
        N_("Fill in the form made for your department, or add the name to the register's aliases."),
    ),
    Code(
        "S106",
        "stale_form",
        Severity.WARNING,
        Excludes.NOTHING,
        N_("The register has changed since this form was made, or its code was lost."),
        N_("Fill in a fresh form next time; what still fits was read."),
    ),
    Code(
        "S107",
        "lost_row",
        Severity.WARNING,
        Excludes.NOTHING,
        N_("The row “{row}” ({key}) is missing from the form; it counts as not reported."),
        N_("Report it in a fresh form, or restore the deleted row."),
    ),
    Code(
        "S108",
        "duplicate_row",
        Severity.ERROR,
        Excludes.ROW,
        N_("The row {key} stands twice; only the first was read."),
        N_("Delete the row that is not meant."),
    ),
    Code(
        "S109",
        "unknown_row",
        Severity.WARNING,
        Excludes.ROW,
        N_("The register has no row {key}; its figures were not used."),
        N_("Report in the rows of the form only; ask the ISO secretary for a new indicator."),
    ),
    Code(
        "S110",
        "other_departments_row",
        Severity.ERROR,
        Excludes.ROW,
        N_("The row “{row}” ({key}) is another department's; its figures were not used."),
        N_("Delete the row, or have the register's “Bộ phận báo cáo” changed."),
    ),
    Code(
        "S111",
        "changed_locked_text",
        Severity.WARNING,
        Excludes.NOTHING,
        N_("The locked text was changed to “{value}”; the register's “{wanted}” is used."),
        N_("Leave the text as it is, or ask for the register to be changed."),
    ),
    Code(
        "S112",
        "formula_overwritten",
        Severity.WARNING,
        Excludes.NOTHING,
        N_(
            "A formula was overwritten with “{value}”; the figure is computed from the input cells."
        ),
        N_("Type figures in the yellow cells only."),
    ),
    Code(
        "S113",
        "missing_column",
        Severity.ERROR,
        Excludes.NOTHING,
        N_("The column “{column}” is missing; what it held counts as not reported."),
        N_("Report in a fresh form; hide columns instead of deleting them."),
    ),
    Code(
        "S114",
        "report_period_unclear",
        Severity.WARNING,
        Excludes.CELL,
        N_("The reporting period “{value}” is not one of the list."),
        N_("Choose the period from the list at the top of the form."),
    ),
    Code(
        "S115",
        "report_date_unclear",
        Severity.WARNING,
        Excludes.CELL,
        N_("The report date “{value}” is missing or not a date; the file's own date counts."),
        N_("Type the date as day/month/year at the top of the form."),
    ),
    Code(
        "S116",
        "own_sheets",
        Severity.INFO,
        Excludes.NOTHING,
        N_("The workbook has sheets of its own: {sheets}. They stay in the original file."),
        _OWN_THINGS,
    ),
    Code(
        "S117",
        "not_ours",
        Severity.ERROR,
        Excludes.FILE,
        N_("This workbook is neither a register nor a form of ours; nothing of it was read."),
        N_("Send the form that the ISO secretary made, or leave this file out of the folder."),
    ),
    Code(
        "S118",
        "no_register",
        Severity.ERROR,
        Excludes.FILE,
        N_("There is no readable register beside this form, so it cannot be checked against one."),
        N_("Mend the register, or name one: qms-xlsx validate --register so-muc-tieu.xlsx FILE."),
    ),
    Code(
        "S119",
        "department_changed",
        Severity.ERROR,
        Excludes.FILE,
        N_("The form was made for {made_for}, but its department cell says “{value}”."),
        N_("Write {made_for} back into the cell, or fill in the form made for {value}."),
    ),
    Code(
        "S120",
        "rows_of_another_register",
        Severity.ERROR,
        Excludes.FILE,
        N_(
            "None of the form's rows ({rows}) is asked of {department} by this register: the form "
            "was made from another one, and no figure of it could be read."
        ),
        N_("Fill in the form made from this register: the old one's figures do not fit its rows."),
    ),
    Code(
        "S121",
        "summary_handed_in",
        Severity.ERROR,
        Excludes.FILE,
        N_("This is a summary that the toolkit wrote, not a form; nothing of it was read."),
        N_("Keep it in the folder “tong-hop”, and hand in the department's filled form."),
    ),
    Code(
        "S122",
        "register_handed_in",
        Severity.ERROR,
        Excludes.FILE,
        N_("This is a register of objectives, not a form; nothing of it was read."),
        N_("Keep the register beside the folder “da-nop”, and hand in the department's form."),
    ),
    Code(
        "S123",
        "marks_lost",
        Severity.ERROR,
        Excludes.FILE,
        N_(
            "The sheets look like a form of ours, but its hidden rows and columns are gone; "
            "nothing could be read."
        ),
        N_(
            "Type the figures into a fresh form: cells copied into a new workbook lose their marks."
        ),
    ),
    Code(
        "S124",
        "blank_form",
        Severity.WARNING,
        Excludes.NOTHING,
        N_("The form was handed in with nothing filled in; nothing counts as reported."),
        N_("Fill in the yellow cells and send the form again; KPS where nothing arose."),
    ),
    Code(
        "S125",
        "pasted_as_values",
        Severity.WARNING,
        Excludes.NOTHING,
        N_(
            "The form's formulas are gone, as when it is pasted as values; the figures were "
            "computed afresh from the input cells."
        ),
        N_("Fill in the form itself next time instead of a copy of its values."),
    ),
    Code(
        "S126",
        "other_version",
        Severity.WARNING,
        Excludes.NOTHING,
        N_("The area “{area}” is of version {version}; this program knows version {ours}."),
        N_("Check what was read, and bring program and forms to the same version."),
    ),
    Code(
        "S127",
        "misspelt_column",
        Severity.WARNING,
        Excludes.NOTHING,
        N_("The hidden column name “{value}” is not known. Is {likely} (“{column}”) meant?"),
        N_("Type {likely} in this hidden cell, or report in a fresh form."),
    ),
    Code(
        "S128",
        "lost_area",
        Severity.WARNING,
        Excludes.NOTHING,
        N_("The area “{area}” ({marker}) was not found; it counts as not reported."),
        N_("Report in a fresh form; hide sheets instead of deleting them."),
    ),
    Code(
        "S133",
        "own_notes",
        Severity.INFO,
        Excludes.NOTHING,
        N_("The workbook has {count} comments on its cells. They stay in the original file."),
        _OWN_THINGS,
    ),
    Code(
        "S140",
        "slipped_date",
        Severity.WARNING,
        Excludes.NOTHING,
        N_("The report date {day} does not fit {period}. Is {likely} meant?"),
        N_("Type the right day at the top of the form: it decides which of several forms counts."),
    ),
    Code(
        "S141",
        "unfit_date",
        Severity.WARNING,
        Excludes.NOTHING,
        N_("The report date {day} does not fit {period}, nor do its last figures."),
        N_("Type the right day at the top of the form: it decides which of several forms counts."),
    ),
    Code(
        "S142",
        "undated",
        Severity.WARNING,
        Excludes.NOTHING,
        N_(
            "Neither the form nor the file says a day: any dated form of the department counts in "
            "place of this one."
        ),
        N_("Type the right day at the top of the form: it decides which of several forms counts."),
    ),
    Code(
        "S143",
        "more_findings",
        Severity.WARNING,
        Excludes.NOTHING,
        N_("{count} more findings are not listed one by one."),
        N_("Mend those that are listed and send the form again; then the others are told."),
    ),
)
