"""Family F: files that cannot be read safely, and what is worth knowing of those that can."""

from __future__ import annotations

from qms_xlsx.domain.finding import Code, Excludes, Severity
from qms_xlsx.language.messages import N_

_SEND_AGAIN = N_("Ask the sender for the file again.")
SMALLER = N_("Copy the filled cells into a fresh form and send that.")
_FRESH = N_("Fill in a fresh form and send that.")
SAVE_AGAIN = N_(
    "Open it in Excel or LibreOffice, save it as an Excel workbook (.xlsx) and send it again."
)

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
        SMALLER,
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
        SMALLER,
    ),
    Code(
        "F205",
        "too_many_cells",
        Severity.ERROR,
        Excludes.FILE,
        N_("The sheets have too many cells: the limit is {limit}, this has {actual}."),
        SMALLER,
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
        SMALLER,
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
        "F213",
        "longer_than_a_decision",
        Severity.ERROR,
        Excludes.FILE,
        N_(
            "No decision is that long: the limit is {limit} paragraphs and rows of tables, this "
            "has {actual}."
        ),
        N_("Import the part that holds the objectives and the plan alone."),
    ),
    Code(
        "F214",
        "passage_too_long",
        Severity.ERROR,
        Excludes.FILE,
        N_("A paragraph is too long: the limit is {limit} characters, this has {actual}."),
        N_("Break it into paragraphs, one for each objective, and import it again."),
    ),
    Code(
        "F215",
        "other_kind_of_document",
        Severity.ERROR,
        Excludes.FILE,
        N_("This is {kind}, which cannot be imported."),
        N_("{advice}"),
    ),
    Code(
        "F216",
        "more_than_a_register_holds",
        Severity.ERROR,
        Excludes.FILE,
        N_(
            "No decision sets that much: the limit is {limit} objectives and measures, this has "
            "{actual}."
        ),
        N_("Import the part that holds the objectives and the plan alone."),
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
        SAVE_AGAIN,
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
        SAVE_AGAIN,
    ),
    Code(
        "F306",
        "part_not_understood",
        Severity.ERROR,
        Excludes.FILE,
        N_("Not a normal workbook: {part} cannot be understood (line {line}, character {column})."),
        SAVE_AGAIN,
    ),
    Code(
        "F307",
        "impossible_cell",
        Severity.ERROR,
        Excludes.FILE,
        N_("Not a normal workbook: it has a cell “{reference}”, which no sheet has."),
        SAVE_AGAIN,
    ),
    Code(
        "F308",
        "not_understood",
        Severity.ERROR,
        Excludes.FILE,
        N_("Not a normal workbook: its contents cannot be understood."),
        SAVE_AGAIN,
    ),
)
