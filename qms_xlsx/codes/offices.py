"""Family X: the summaries of many offices beside each other, and beside the level above."""

from __future__ import annotations

from qms_xlsx.domain.finding import Code, Excludes, Severity
from qms_xlsx.language.messages import N_

_SEND_AGAIN = N_(
    "Ask {organisation} for the summary as the toolkit wrote it; until then it counts as missing."
)
_FOLLOWS = N_(
    "If it is the same, write {code} in “Theo mục tiêu cấp trên” of the offices' registers and run "
    "their summaries again."
)

CODES: tuple[Code, ...] = (
    Code(
        "X601",
        "edited_summary",
        Severity.ERROR,
        Excludes.FILE,
        N_("Figures of {organisation} were changed by hand after the run that wrote them."),
        _SEND_AGAIN,
    ),
    Code(
        "X602",
        "summary_not_as_closed",
        Severity.ERROR,
        Excludes.FILE,
        N_("The summary of {organisation} is not the one that was closed: its manifest says so."),
        _SEND_AGAIN,
    ),
    Code(
        "X603",
        "summary_replaced",
        Severity.INFO,
        Excludes.FILE,
        N_("{organisation} sent several summaries of the period; {newer} counts."),
        N_("Nothing needs to be done if these are of one office and the newer run is right."),
    ),
    Code(
        "X604",
        "summary_of_another_period",
        Severity.WARNING,
        Excludes.FILE,
        N_("{organisation} reports {period}, and {asked} is put together."),
        N_("Ask for its summary of {asked}, or name the period with --period."),
    ),
    Code(
        "X605",
        "no_summary",
        Severity.ERROR,
        Excludes.FILE,
        N_("No summary that can be read: {reason}."),
        N_("Ask the office for the summary as the toolkit wrote it."),
    ),
    Code(
        "X606",
        "read_otherwise",
        Severity.WARNING,
        Excludes.ROW,
        N_("“{name}” of {offices} bears the code {code}, but is not read as “{above}”: not added."),
        _FOLLOWS,
    ),
    Code(
        "X607",
        "unit_unlike",
        Severity.WARNING,
        Excludes.ROW,
        N_("“{name}” of {offices} is counted in “{unit}”, {code} in “{above}”: not added."),
        N_("Agree on one unit, and run the offices' summaries again."),
    ),
    Code(
        "X608",
        "parts_missing",
        Severity.WARNING,
        Excludes.ROW,
        N_("“{name}” of {offices} is a rate without its two parts, which {code} adds: not added."),
        N_("Let the offices report numerator and denominator; percentages are never averaged."),
    ),
    Code(
        "X609",
        "follows_nothing",
        Severity.WARNING,
        Excludes.ROW,
        N_("“{name}” of {offices} follows “{code}”, which is not in the register above{likely}"),
        N_("Correct the code in “Theo mục tiêu cấp trên” of the offices' registers."),
    ),
    Code(
        "X610",
        "office_not_listed",
        Severity.ERROR,
        Excludes.FILE,
        N_("{organisation} is no office of the register above{likely}"),
        N_("Add it to the sheet “Bộ phận” of the register above, with the names it goes by."),
    ),
    Code(
        "X611",
        "no_office_listed",
        Severity.WARNING,
        Excludes.NOTHING,
        N_("The register above lists none of the offices: who is missing cannot be told."),
        N_("List the offices in its sheet “Bộ phận”."),
    ),
    Code(
        "X612",
        "summary_saved_again",
        Severity.INFO,
        Excludes.NOTHING,
        N_("The summary of {organisation} was saved again; its figures are as the run wrote them."),
        N_("Look at its printed pages only beside these figures: they may say otherwise."),
    ),
    Code(
        "X613",
        "not_put_together",
        Severity.INFO,
        Excludes.NOTHING,
        N_("“{name}” has no figure above: rates and averages of {n} offices cannot be added."),
        N_("Let the offices report numerator and denominator, or read the offices' own figures."),
    ),
    Code(
        "X614",
        "office_unclear",
        Severity.ERROR,
        Excludes.FILE,
        N_("Several offices bear the name {organisation}: whose figures these are cannot be told."),
        N_("Write what is above it in “Cơ quan cấp trên” of its register, and list each apart."),
    ),
    Code(
        "X615",
        "looser_below",
        Severity.WARNING,
        Excludes.NOTHING,
        N_("The target “{value}” of {offices} asks less than {code} “{parent}” above it."),
        N_("Let the offices raise it to the target above or higher."),
    ),
    Code(
        "X616",
        "not_beside_above",
        Severity.INFO,
        Excludes.NOTHING,
        N_("The target “{value}” of {offices} cannot be compared with {code} “{parent}” above it."),
        N_("Let the offices write it as the target above is written: the same kind and unit."),
    ),
    Code(
        "X617",
        "nobody_follows",
        Severity.WARNING,
        Excludes.NOTHING,
        N_("No office reports {code} “{name}”."),
        N_("Let the offices name {code} in “Theo mục tiêu cấp trên” of the row that follows it."),
    ),
    Code(
        "X618",
        "totals_fall_short",
        Severity.WARNING,
        Excludes.NOTHING,
        N_("The targets of {n} offices add up to {whole}, less than {code} “{name}” ({parent})."),
        N_("Share the total out among the offices, so that all of it is somebody's."),
    ),
)
