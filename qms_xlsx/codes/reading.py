"""Family F, reading: what broke off, and what is worth knowing of a file that was read."""

from __future__ import annotations

from qms_xlsx.codes.files import SAVE_AGAIN, SMALLER
from qms_xlsx.domain.finding import Code, Excludes, Severity
from qms_xlsx.language.messages import N_

_NOTHING = N_("Nothing needs to be done.")

CODES: tuple[Code, ...] = (
    Code(
        "F401",
        "reader_broke_off",
        Severity.ERROR,
        Excludes.FILE,
        N_("The file could not be read safely (the reader broke off); the other files went on."),
        SAVE_AGAIN,
    ),
    Code(
        "F402",
        "reading_took_too_long",
        Severity.ERROR,
        Excludes.FILE,
        N_(
            "The file could not be read safely (it took more than {limit} seconds); the other "
            "files went on."
        ),
        SMALLER,
    ),
    Code(
        "F403",
        "too_much_memory",
        Severity.ERROR,
        Excludes.FILE,
        N_(
            "The file could not be read safely (it needs too much memory); the other files went on."
        ),
        SMALLER,
    ),
    Code(
        "F404",
        "fault_of_this_program",
        Severity.ERROR,
        Excludes.FILE,
        N_(
            "The file could not be read safely (a fault of this program: {error}); the other files "
            "went on."
        ),
        N_("Report this fault with the file's kind and this message."),
    ),
    Code(
        "F501",
        "macros",
        Severity.WARNING,
        Excludes.NOTHING,
        N_("The file holds macros; they were not run, only values were read."),
        N_("Save it as .xlsx, which has no macros, unless they are needed."),
    ),
    Code(
        "F502",
        "external_links",
        Severity.WARNING,
        Excludes.NOTHING,
        N_("The file links to other workbooks; the links were not followed."),
        N_("Check the linked figures, and paste them as values."),
    ),
    Code(
        "F503",
        "external_data",
        Severity.WARNING,
        Excludes.NOTHING,
        N_("The file draws data from outside (DDE or a data connection); it was not fetched."),
        N_("Check these figures, and paste them as values."),
    ),
    Code(
        "F504",
        "old_format",
        Severity.INFO,
        Excludes.NOTHING,
        N_("Old format (.xls): it was read, but drop-downs and checks may have been lost in it."),
        N_("Nothing needs to be done; save it as .xlsx next time."),
    ),
    Code(
        "F505",
        "hidden_sheet",
        Severity.INFO,
        Excludes.NOTHING,
        N_("The sheet is hidden; it was read like the others."),
        N_("Nothing needs to be done: only the stored values were read."),
    ),
    Code(
        "F506",
        "empty_formatted_rows",
        Severity.INFO,
        Excludes.NOTHING,
        N_("{rows} rows after the last value are formatted but empty; they were left out."),
        _NOTHING,
    ),
    Code(
        "F507",
        "dates_from_1904",
        Severity.INFO,
        Excludes.NOTHING,
        N_("The file counts dates from 1904; they were converted."),
        _NOTHING,
    ),
    Code(
        "F508",
        "odd_cell",
        Severity.ERROR,
        Excludes.CELL,
        N_(
            "What the file keeps in this cell (“{value}”) is not as a spreadsheet program writes "
            "it; the cell was left out."
        ),
        N_("Open the file in Excel or LibreOffice, check this cell, save it and send it again."),
    ),
)
