"""Family X: across cells, forms and periods."""

from __future__ import annotations

from qms_xlsx.domain.finding import Code, Excludes, Severity
from qms_xlsx.language.messages import N_

_TYPE_LIKELY = N_(
    "If so, type {likely}; if {value} is right, write “{value}” with the reason in the row's note."
)

CODES: tuple[Code, ...] = (
    Code(
        "X101",
        "superseded",
        Severity.INFO,
        Excludes.NOTHING,
        N_("{newer} counts for {department}; it replaces {older}."),
        N_("Nothing needs to be done if the newer form is the right one."),
    ),
    Code(
        "X102",
        "restatement",
        Severity.WARNING,
        Excludes.NOTHING,
        N_("{slot} of “{name}” was reported as {old} ({older}) and is now {new}."),
        N_("Confirm the new figure with the department and note the reason."),
    ),
    Code(
        "X103",
        "handed_in_twice",
        Severity.INFO,
        Excludes.NOTHING,
        N_("The same file was handed in twice; it also came as {newer}."),
        N_("Nothing needs to be done; it counts once."),
    ),
    Code(
        "X104",
        "owners_differ",
        Severity.WARNING,
        Excludes.NOTHING,
        N_(
            "Two departments report “{name}” in {slot} differently: {first}, {second}; the first "
            "counts."
        ),
        N_("Agree on one figure, and name one department in the register."),
    ),
    Code(
        "X105",
        "estimate_restated",
        Severity.INFO,
        Excludes.NOTHING,
        N_("{slot} of “{name}” was estimated as {old} ({older}) and is now {new}."),
        N_("Nothing needs to be done if the new figure is right."),
    ),
    Code(
        "X106",
        "dated_ahead",
        Severity.WARNING,
        Excludes.FILE,
        N_("The form was received but is not counted: it is dated {day}, after {as_of}."),
        N_("Ask the department for the right day, and correct it at the top of the form."),
    ),
    Code(
        "X107",
        "slipped_ahead",
        Severity.ERROR,
        Excludes.FILE,
        N_(
            "The form was received but is not counted: it is dated {day}, after {as_of}. Is "
            "{likely} meant?"
        ),
        N_("Ask the department for the right day, and correct it at the top of the form."),
    ),
    Code(
        "X108",
        "slipped_behind",
        Severity.ERROR,
        Excludes.FILE,
        N_(
            "The form was received but is not counted: by its date {day} it is older than {newer}. "
            "Is {likely} meant?"
        ),
        N_("Ask the department for the right day, and correct it at the top of the form."),
    ),
    Code(
        "X109",
        "undated_unused",
        Severity.ERROR,
        Excludes.FILE,
        N_(
            "The form was received but is not counted: neither it nor its file says a day, and "
            "{newer} does."
        ),
        N_("Ask the department for the right day, and correct it at the top of the form."),
    ),
    Code(
        "X111",
        "closed_figure_changed",
        Severity.ERROR,
        Excludes.CELL,
        N_(
            "{slot} of “{name}” was reported as {reported} and {period} is closed; {now} in this "
            "form does not count, {reported} stands."
        ),
        N_(
            "Type {reported} again. If the new figure is right, the secretary lets the department "
            "in by a row of the register's table “Cho sửa số liệu kỳ đã chốt”, with the reason."
        ),
    ),
    Code(
        "X112",
        "late_for_a_closed_period",
        Severity.ERROR,
        Excludes.CELL,
        N_("{period} was closed before this department reported; {slots} do not count."),
        N_(
            "To let them count, name the department in the register's table “Cho sửa số liệu kỳ "
            "đã chốt”, with the reason and a day."
        ),
    ),
    Code(
        "X113",
        "reopened_figures",
        Severity.INFO,
        Excludes.NOTHING,
        N_("{n} figures of {period}, which is closed, are counted anew: {reason}."),
        N_("Nothing needs to be done; the summary's sheet Điều chỉnh lists each with the old one."),
    ),
    Code(
        "X114",
        "closed_form_gone",
        Severity.WARNING,
        Excludes.NOTHING,
        N_(
            "No form of {name} is in da-nop/ any more; the figures of the closed period count from "
            "the kept copy."
        ),
        N_("Put the department's newest form back into da-nop/."),
    ),
    Code(
        "X201",
        "slipped",
        Severity.ERROR,
        Excludes.CELL,
        N_(
            "{value} is out of line with the row's target or other figures by about {times} times. "
            "Is {likely} meant?"
        ),
        _TYPE_LIKELY,
    ),
    Code(
        "X202",
        "fraction_for_per_cent",
        Severity.ERROR,
        Excludes.CELL,
        N_("{value} looks like a part of 1, but the row is in per cent. Is {likely} meant?"),
        _TYPE_LIKELY,
    ),
    Code(
        "X203",
        "running_total",
        Severity.ERROR,
        Excludes.ROW,
        N_(
            "The figures look like totals since January: added up they make {total}, while {slot} "
            "alone says {last}."
        ),
        N_(
            "If they are totals, type each period's own figure; the form adds them up itself. If "
            "not, write “{last}” with the reason in the row's note."
        ),
    ),
    Code(
        "X204",
        "falling_total",
        Severity.WARNING,
        Excludes.NOTHING,
        N_("{slot} ({value}) is below {before} ({old}), though the figure only grows."),
        N_("Type the figure as it stands at the period's end, not that of the period alone."),
    ),
    Code(
        "X205",
        "per_cent_for_count",
        Severity.WARNING,
        Excludes.NOTHING,
        N_("{value} of {whole} looks like a percentage, not like counted cases."),
        N_("Type how many were counted and out of how many, so that periods add up rightly."),
    ),
    Code(
        "X206",
        "other_unit",
        Severity.ERROR,
        Excludes.CELL,
        N_(
            "{value} is out of all proportion to the row's target or other figures. Was it typed "
            "in {typed}? {value} {typed} is {likely} {unit}."
        ),
        _TYPE_LIKELY,
    ),
    Code(
        "X207",
        "baseline_in_another_unit",
        Severity.ERROR,
        Excludes.CELL,
        N_(
            "{value} {unit} is out of all proportion to the baseline {baseline}. Was that typed in "
            "{typed}? {baseline} {typed} is {likely} {unit}."
        ),
        N_(
            "Ask the secretary to correct the baseline in the register; if {value} is right, write "
            "“{value}” with the reason in the row's note."
        ),
    ),
    Code(
        "X501",
        "missed_without_cause",
        Severity.WARNING,
        Excludes.NOTHING,
        N_("“{name}” is missed, but its cause or its remedy is not stated."),
        N_("Fill in “Nguyên nhân” and “Biện pháp khắc phục” in the row of {code}."),
    ),
    Code(
        "X502",
        "missed_without_action",
        Severity.WARNING,
        Excludes.NOTHING,
        N_("“{name}” is missed, but no corrective action for {code} is entered."),
        N_("Enter one on the sheet “Khắc phục”: what, who, by when."),
    ),
    Code(
        "X503",
        "at_risk_without_remedy",
        Severity.INFO,
        Excludes.NOTHING,
        N_("“{name}” is at risk, but the risk or the measure against it is not stated."),
        N_(
            "Say in “Nguyên nhân” what endangers {code}, and in “Biện pháp khắc phục” what is done "
            "to still reach it."
        ),
    ),
)
