"""Family F: files that cannot be read safely, and what is worth knowing of those that can."""

from __future__ import annotations

from qms_xlsx.domain.finding import Code, Excludes, Severity
from qms_xlsx.language.messages import N_

_SEND_AGAIN = N_("Ask the sender for the file again.")
_SMALLER = N_("Copy the filled cells into a fresh form and send that.")
_FRESH = N_("Fill in a fresh form and send that.")
_SAVE_AGAIN = N_(
    "Open it in Excel or LibreOffice, save it as an Excel workbook (.xlsx) and send it again."
)
_NOTHING = N_("Nothing needs to be done.")

CODES: tuple[Code, ...] = (
    Code(
        "F101",
        "cannot_be_opened",
        Severity.ERROR,
        Excludes.FILE,
        N_("The file cannot be opened: {reason}."),
        N_(
            "Close it in other programs, check that it still exists and may be read, and try again."
        ),
    ),
    Code(
        "F102",
        "no_file",
        Severity.ERROR,
        Excludes.FILE,
        N_("This is a folder or a device, not a file."),
        N_("Give the path of a workbook, or of the folder that holds the forms."),
    ),
    Code(
        "F103",
        "link_out_of_the_folder",
        Severity.ERROR,
        Excludes.FILE,
        N_("This link leads out of the folder, to {target}; it was not followed."),
        N_("Copy the file itself into the folder."),
    ),
    Code(
        "F104",
        "empty_file",
        Severity.ERROR,
        Excludes.FILE,
        N_("The file is empty (0 bytes)."),
        _SEND_AGAIN,
    ),
    Code(
        "F105",
        "damaged_file",
        Severity.ERROR,
        Excludes.FILE,
        N_("The file is damaged or incomplete ({reason}); nothing of it was used."),
        _SEND_AGAIN,
    ),
    Code(
        "F106",
        "other_kind_of_file",
        Severity.ERROR,
        Excludes.FILE,
        N_("This is really {kind}, not an Excel workbook."),
        N_("{advice}"),
    ),
    Code(
        "F107",
        "encrypted_file",
        Severity.ERROR,
        Excludes.FILE,
        N_("The file is protected by a password and cannot be read."),
        N_("Open it in Excel, remove the password (File, Info), save it and send it again."),
    ),
    Code(
        "F201",
        "file_too_large",
        Severity.ERROR,
        Excludes.FILE,
        N_("The file is too large: the limit is {limit} MiB, this has {actual} MiB."),
        N_("Remove pictures and attachments from it, or copy the filled cells into a fresh form."),
    ),
    Code(
        "F202",
        "too_large_unpacked",
        Severity.ERROR,
        Excludes.FILE,
        N_("Unpacked, the file is too large: the limit is {limit} MiB, this has {actual} MiB."),
        _SMALLER,
    ),
    Code(
        "F203",
        "packed_too_tightly",
        Severity.ERROR,
        Excludes.FILE,
        N_("A part is packed too tightly: the limit is {limit} to 1, this has {actual} to 1."),
        _FRESH,
    ),
    Code(
        "F204",
        "too_many_parts",
        Severity.ERROR,
        Excludes.FILE,
        N_("The file has too many parts: the limit is {limit}, this has {actual}."),
        _SMALLER,
    ),
    Code(
        "F205",
        "too_many_cells",
        Severity.ERROR,
        Excludes.FILE,
        N_("The sheets have too many cells: the limit is {limit}, this has {actual}."),
        _SMALLER,
    ),
    Code(
        "F206",
        "sheet_reaches_too_far",
        Severity.ERROR,
        Excludes.FILE,
        N_("The sheet reaches too far, to {cell}: the limit is {limit} cells, this has {actual}."),
        N_("Delete what stands in the far cell {cell}, save and send again."),
    ),
    Code(
        "F207",
        "too_much_merged",
        Severity.ERROR,
        Excludes.FILE,
        N_(
            "Merged cells or array formulas cover too much: the limit is {limit} cells, this has "
            "{actual}."
        ),
        N_("Unmerge the cells of the sheet, save and send again."),
    ),
    Code(
        "F208",
        "too_many_styles",
        Severity.ERROR,
        Excludes.FILE,
        N_("The file has too many cell styles: the limit is {limit}, this has {actual}."),
        _SMALLER,
    ),
    Code(
        "F209",
        "text_too_long",
        Severity.ERROR,
        Excludes.FILE,
        N_("A cell holds too long a text: the limit is {limit} characters, this has {actual}."),
        N_("Shorten the text in that cell and send the file again."),
    ),
    Code(
        "F210",
        "list_of_texts_too_long",
        Severity.ERROR,
        Excludes.FILE,
        N_("The list of texts claims {actual} entries, but at most {limit} fit into it."),
        _FRESH,
    ),
    Code(
        "F211",
        "too_many_filled_cells",
        Severity.ERROR,
        Excludes.FILE,
        N_(
            "Too many cells are filled for a workbook of ours: the limit is {limit}, this has "
            "{actual}."
        ),
        _FRESH,
    ),
    Code(
        "F212",
        "too_much_text",
        Severity.ERROR,
        Excludes.FILE,
        N_(
            "The cells hold too much text for a workbook of ours: the limit is {limit} KiB, this "
            "has {actual} KiB."
        ),
        N_("Shorten the longest texts and send the file again."),
    ),
    Code(
        "F301",
        "doctype",
        Severity.ERROR,
        Excludes.FILE,
        N_("Not a normal workbook: {part} has a DOCTYPE, which Excel never writes."),
        _FRESH,
    ),
    Code(
        "F302",
        "part_doubled",
        Severity.ERROR,
        Excludes.FILE,
        N_("Not a normal workbook: the part {part} is in it twice."),
        _SAVE_AGAIN,
    ),
    Code(
        "F303",
        "part_name_leads_out",
        Severity.ERROR,
        Excludes.FILE,
        N_("Not a normal workbook: a part has the name {part}, which leads out of the file."),
        _FRESH,
    ),
    Code(
        "F304",
        "parts_overlap",
        Severity.ERROR,
        Excludes.FILE,
        N_("Not a normal workbook: parts of the file overlap."),
        _FRESH,
    ),
    Code(
        "F305",
        "packed_unlike_excel",
        Severity.ERROR,
        Excludes.FILE,
        N_("Not a normal workbook: {part} is packed or written in a way that Excel does not use."),
        _SAVE_AGAIN,
    ),
    Code(
        "F306",
        "part_not_understood",
        Severity.ERROR,
        Excludes.FILE,
        N_("Not a normal workbook: {part} cannot be understood (line {line}, character {column})."),
        _SAVE_AGAIN,
    ),
    Code(
        "F307",
        "impossible_cell",
        Severity.ERROR,
        Excludes.FILE,
        N_("Not a normal workbook: it has a cell “{reference}”, which no sheet has."),
        _SAVE_AGAIN,
    ),
    Code(
        "F308",
        "not_understood",
        Severity.ERROR,
        Excludes.FILE,
        N_("Not a normal workbook: its contents cannot be understood."),
        _SAVE_AGAIN,
    ),
    Code(
        "F401",
        "reader_broke_off",
        Severity.ERROR,
        Excludes.FILE,
        N_("The file could not be read safely (the reader broke off); the other files went on."),
        _SAVE_AGAIN,
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
        _SMALLER,
    ),
    Code(
        "F403",
        "too_much_memory",
        Severity.ERROR,
        Excludes.FILE,
        N_(
            "The file could not be read safely (it needs too much memory); the other files went on."
        ),
        _SMALLER,
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
