"""Family S, what was typed where nothing is read, hidden, merged or moved."""

from __future__ import annotations

from qms_xlsx.domain.finding import Code, Excludes, Severity
from qms_xlsx.language.messages import N_

CODES: tuple[Code, ...] = (
    Code(
        "S129",
        "hidden_rows",
        Severity.INFO,
        Excludes.NOTHING,
        N_("The rows {rows} are hidden; what was typed in them was read all the same."),
        N_("Nothing needs to be done if it counts; show the rows to check them."),
    ),
    Code(
        "S130",
        "hidden_columns",
        Severity.INFO,
        Excludes.NOTHING,
        N_("The columns {columns} are hidden; what was typed in them was read all the same."),
        N_("Nothing needs to be done if it counts; show the columns to check them."),
    ),
    Code(
        "S131",
        "merged_figures",
        Severity.ERROR,
        Excludes.CELL,
        N_(
            "The cells {range} are merged: which of them “{value}” is for cannot be told; it was "
            "not counted."
        ),
        N_("Unmerge the cells and type each figure into a cell of its own."),
    ),
    Code(
        "S132",
        "merged_words",
        Severity.WARNING,
        Excludes.NOTHING,
        N_("The cells {range} are merged: “{value}” was read for the first one only."),
        N_("Unmerge the cells and type each entry into a cell of its own."),
    ),
    Code(
        "S134",
        "other_cadence",
        Severity.ERROR,
        Excludes.CELL,
        N_("“{value}” stands under {slot}, which this row does not use; it was not counted."),
        N_("Type the figure under the row's own periods: {own}."),
    ),
    Code(
        "S135",
        "keyless_row",
        Severity.ERROR,
        Excludes.ROW,
        N_("This row is not one of the form's; what was typed in it was not used: {cells}."),
        N_("Type it into the form's own rows; ask the ISO secretary for a new indicator."),
    ),
    Code(
        "S136",
        "beside_the_table",
        Severity.WARNING,
        Excludes.NOTHING,
        N_("This column is not one of the form's; what was typed in it was not used: {cells}."),
        N_("Type what counts into the form's own columns, words into “Ghi chú”."),
    ),
    Code(
        "S137",
        "below_the_table",
        Severity.WARNING,
        Excludes.NOTHING,
        N_("This stands below the table and was not used: {cells}."),
        N_("Type it into the form's own rows; ask the ISO secretary for a new indicator."),
    ),
    Code(
        "S138",
        "sorted_rows",
        Severity.ERROR,
        Excludes.ROW,
        N_(
            "The text of this row (“{value}”) is another row's, as when only the visible columns "
            "were sorted; nothing of the row ({key}) was used."
        ),
        N_("Undo the sorting, or type the figures into a fresh form."),
    ),
    Code(
        "S139",
        "kept_under_merge",
        Severity.ERROR,
        Excludes.CELL,
        N_(
            "Under the merged cells {range} this cell still holds “{value}”, which nobody sees; it "
            "was not used."
        ),
        N_("Unmerge the cells and type each entry into a cell of its own."),
    ),
)
