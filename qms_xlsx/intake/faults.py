"""The faults of files (family F): each code declared once, with its words."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Literal

from qms_xlsx.language.messages import N_, Message

if TYPE_CHECKING:
    from typing import Any

Severity = Literal["error", "warning", "info"]


@dataclass(frozen=True, slots=True)
class Code:
    """What one code stands for: its weight, its sentence and the one action that mends it."""

    severity: Severity
    message: str
    hint: str


@dataclass(frozen=True, slots=True)
class Fault:
    """Something wrong, or worth knowing, about a file."""

    code: str
    message: Message
    hint: Message
    severity: Severity
    sheet: str | None = None
    cell: str | None = None


class RefusedError(Exception):
    """Ends the reading of a file with a fault."""

    def __init__(self, found: Fault) -> None:
        super().__init__(found.code)
        self.fault = found


def fault(code: str, sheet: str | None = None, cell: str | None = None, **values: Any) -> Fault:
    """Return the fault of a code with its values filled in."""
    told = CODES[code]
    for key, value in values.items():
        if isinstance(value, int) and value >= 10_000:
            values[key] = float(value)  # shown with its thousands apart
    values |= {"cell": cell} if cell else {}
    hint = Message(told.hint, values)
    return Fault(code, Message(told.message, values), hint, told.severity, sheet, cell)


def refuse(
    code: str, sheet: str | None = None, cell: str | None = None, **values: Any
) -> RefusedError:
    """Return the exception that refuses the file with this fault."""
    return RefusedError(fault(code, sheet, cell, **values))


def damaged(reason: str) -> RefusedError:
    """Return the exception that refuses a file that is not whole."""
    return refuse("F105", reason=Message(reason))


SAVE_AGAIN = N_("Open it in Excel, save it as an Excel workbook (.xlsx) and send it again.")
SEND_AGAIN = N_("Ask the sender for the file again.")
SMALLER = N_("Copy the filled cells into a fresh form and send that.")
FRESH = N_("Fill in a fresh form and send that.")
VALUES_ONLY = N_("Nothing needs to be done: only the stored values were read.")

CODES: dict[str, Code] = {
    # what it is
    "F101": Code(
        "error",
        N_("The file cannot be opened: {reason}."),
        N_(
            "Close it in other programs, check that it still exists and may be read, and try again."
        ),
    ),
    "F102": Code(
        "error",
        N_("This is a folder or a device, not a file."),
        N_("Give the path of a workbook, or of the folder that holds the forms."),
    ),
    "F103": Code(
        "error",
        N_("This link leads out of the folder, to {target}; it was not followed."),
        N_("Copy the file itself into the folder."),
    ),
    "F104": Code("error", N_("The file is empty (0 bytes)."), SEND_AGAIN),
    "F105": Code(
        "error",
        N_("The file is damaged or incomplete ({reason}); nothing of it was used."),
        SEND_AGAIN,
    ),
    "F106": Code("error", N_("This is really {kind}, not an Excel workbook."), N_("{advice}")),
    "F107": Code(
        "error",
        N_("The file is protected by a password and cannot be read."),
        N_("Open it in Excel, remove the password (File, Info), save it and send it again."),
    ),
    # too large
    "F201": Code(
        "error",
        N_("The file is too large: the limit is {limit} MiB, this has {actual} MiB."),
        N_("Remove pictures and attachments from it, or copy the filled cells into a fresh form."),
    ),
    "F202": Code(
        "error",
        N_("Unpacked, the file is too large: the limit is {limit} MiB, this has {actual} MiB."),
        SMALLER,
    ),
    "F203": Code(
        "error",
        N_("A part is packed too tightly: the limit is {limit} to 1, this has {actual} to 1."),
        FRESH,
    ),
    "F204": Code(
        "error",
        N_("The file has too many parts: the limit is {limit}, this has {actual}."),
        SMALLER,
    ),
    "F205": Code(
        "error",
        N_("The sheets have too many cells: the limit is {limit}, this has {actual}."),
        SMALLER,
    ),
    "F206": Code(
        "error",
        N_("The sheet reaches too far, to {cell}: the limit is {limit} cells, this has {actual}."),
        N_("Delete what stands in the far cell {cell}, save and send again."),
    ),
    "F207": Code(
        "error",
        N_(
            "Merged cells or array formulas cover too much: the limit is {limit} cells, "
            "this has {actual}."
        ),
        N_("Unmerge the cells of the sheet, save and send again."),
    ),
    "F208": Code(
        "error",
        N_("The file has too many cell styles: the limit is {limit}, this has {actual}."),
        SMALLER,
    ),
    "F209": Code(
        "error",
        N_("A cell holds too long a text: the limit is {limit} characters, this has {actual}."),
        N_("Shorten the text in that cell and send the file again."),
    ),
    "F210": Code(
        "error",
        N_("The list of texts claims {actual} entries, but at most {limit} fit into it."),
        FRESH,
    ),
    # not a normal workbook
    "F301": Code(
        "error",
        N_("Not a normal workbook: {part} has a DOCTYPE, which Excel never writes."),
        FRESH,
    ),
    "F302": Code("error", N_("Not a normal workbook: the part {part} is in it twice."), SAVE_AGAIN),
    "F303": Code(
        "error",
        N_("Not a normal workbook: a part has the name {part}, which leads out of the file."),
        FRESH,
    ),
    "F304": Code("error", N_("Not a normal workbook: parts of the file overlap."), FRESH),
    "F305": Code(
        "error",
        N_("Not a normal workbook: {part} is packed or written in a way that Excel does not use."),
        SAVE_AGAIN,
    ),
    # the reader was stopped
    "F401": Code(
        "error",
        N_("The file could not be read safely (the reader broke off); the other files went on."),
        SAVE_AGAIN,
    ),
    "F402": Code(
        "error",
        N_(
            "The file could not be read safely (it took more than {limit} seconds); "
            "the other files went on."
        ),
        SMALLER,
    ),
    "F403": Code(
        "error",
        N_(
            "The file could not be read safely (it needs too much memory); the other files went on."
        ),
        SMALLER,
    ),
    "F404": Code(
        "error",
        N_(
            "The file could not be read safely (a fault of this program: {error}); "
            "the other files went on."
        ),
        N_("Report this fault with the file's kind and this message."),
    ),
    # read, and worth knowing
    "F501": Code(
        "warning",
        N_("The file holds macros; they were not run, only values were read."),
        N_("Save it as .xlsx, which has no macros, unless they are needed."),
    ),
    "F502": Code(
        "warning",
        N_("The file links to other workbooks; the links were not followed."),
        N_("Check the linked figures, and paste them as values."),
    ),
    "F503": Code(
        "warning",
        N_("The file draws data from outside (DDE or a data connection); it was not fetched."),
        N_("Check these figures, and paste them as values."),
    ),
    "F504": Code(
        "warning",
        N_("Old format (.xls): cells with an error such as #N/A cannot be told from empty ones."),
        N_("Save it as .xlsx and send that, or check that no cell shows an error."),
    ),
    "F505": Code("info", N_("The sheet is hidden; it was read like the others."), VALUES_ONLY),
    "F506": Code(
        "info",
        N_("{rows} rows after the last value are formatted but empty; they were left out."),
        N_("Nothing needs to be done."),
    ),
    "F507": Code(
        "info",
        N_("The file counts dates from 1904; they were converted."),
        N_("Nothing needs to be done."),
    ),
}
