"""Family R, objectives: targets, shares and the tree of objectives."""

from __future__ import annotations

from qms_xlsx.domain.finding import Code, Excludes, Severity
from qms_xlsx.language.messages import N_

_NO_STATUS = N_("{reason} It gets no status until this is mended.")

CODES: tuple[Code, ...] = (
    Code(
        "R201",
        "target_not_understood",
        Severity.ERROR,
        Excludes.ROW,
        N_("The target “{value}” is not understood, so it gets no status. {reason}"),
        N_("Write one figure with its unit, such as “ít nhất 95 %”, or “đạt chuẩn …”."),
    ),
    Code(
        "R202",
        "target_in_doubt",
        Severity.WARNING,
        Excludes.NOTHING,
        N_("The target “{value}” can be read in two ways. {note}"),
        N_("Write the target so that it can be read in one way only."),
    ),
    Code(
        "R203",
        "several_targets",
        Severity.ERROR,
        Excludes.ROW,
        N_("The cell holds several targets ({read}), so it gets no status: “{value}”."),
        N_("Give each target a row of its own below this one."),
    ),
    Code(
        "R204",
        "contradictory_direction",
        Severity.ERROR,
        Excludes.ROW,
        _NO_STATUS,
        N_("Correct the sign of the target, or the column “Chiều tốt”."),
    ),
    Code(
        "R205",
        "unit_not_convertible",
        Severity.ERROR,
        Excludes.ROW,
        N_(
            "The target is in “{written}” but the row in “{unit}”; one cannot be turned into the "
            "other."
        ),
        N_("Correct the column “Đơn vị tính”, or the target."),
    ),
    Code(
        "R206",
        "unmeasurable",
        Severity.WARNING,
        Excludes.NOTHING,
        N_(
            "“{value}” names nothing that can be counted or checked (TCVN ISO 9001:2015, 6.2.1 b); "
            "departments can only answer Có or Không."
        ),
        N_("Say what is counted: a share of answers, a certificate, a number of cases."),
    ),
    Code(
        "R207",
        "half_year_of_a_yearly_row",
        Severity.WARNING,
        Excludes.CELL,
        N_("There is a half-year target “{value}”, but the row is reported once a year."),
        N_("Empty “Mức 6 tháng”, or choose the cadence “half”."),
    ),
    Code(
        "R208",
        "half_year_not_understood",
        Severity.ERROR,
        Excludes.ROW,
        _NO_STATUS,
        N_("Write it as the year's target is written, with the half-year's figure."),
    ),
    Code(
        "R209",
        "vague_quality",
        Severity.WARNING,
        Excludes.NOTHING,
        N_("Two people would not count “{word}” alike in “{value}” (TCVN ISO 9001:2015, 6.2.1 b)."),
        N_("Say in “Tử số là” how it is found out: by a survey, a test, the yearly rating."),
    ),
    Code(
        "R210",
        "target_read_with_a_note",
        Severity.INFO,
        Excludes.NOTHING,
        N_("How the target “{value}” is read: {note}"),
        N_("Nothing needs to be done if that is meant; else write it more plainly."),
    ),
    Code(
        "R211",
        "unknown_parent",
        Severity.ERROR,
        Excludes.CELL,
        N_("The register has no objective “{value}” to stand under{likely}"),
        N_("Correct the code in “Thuộc mục tiêu”, or add the objective."),
    ),
    Code(
        "R212",
        "parent_loop",
        Severity.ERROR,
        Excludes.NOTHING,
        N_("The objective stands under itself: {path}."),
        N_("Correct “Thuộc mục tiêu” of one of these rows."),
    ),
    Code(
        "R213",
        "declared_and_listed",
        Severity.WARNING,
        Excludes.NOTHING,
        N_("“{value}” declares {declared} items, but {listed} are listed below."),
        N_("Add the missing item, or correct the number; as many may be missed as declared."),
    ),
    Code(
        "R214",
        "parents_target_unused",
        Severity.WARNING,
        Excludes.NOTHING,
        N_("“{value}” stands beside an objective with items below it, which alone are judged."),
        N_("Give the target a row of its own below, or write how many items must be met."),
    ),
    Code(
        "R215",
        "nothing_to_report",
        Severity.WARNING,
        Excludes.NOTHING,
        N_("“{name}” has neither a target nor items below it: nothing is reported for it."),
        N_("Write its target, or list its items below it."),
    ),
    Code(
        "R216",
        "fraction_for_a_percentage",
        Severity.ERROR,
        Excludes.ROW,
        _NO_STATUS,
        N_("Type the target in words, such as “ít nhất 97%” or “100% hồ sơ”."),
    ),
    Code(
        "R217",
        "stretch_unfit",
        Severity.ERROR,
        Excludes.ROW,
        _NO_STATUS,
        N_("Write the higher level as the target is written, and further than it."),
    ),
    Code(
        "R218",
        "question",
        Severity.ERROR,
        Excludes.ROW,
        N_("{ask} The row gets no status until this is answered."),
        N_("Choose one: {options}."),
    ),
    Code(
        "R219",
        "shares_do_not_add_up",
        Severity.ERROR,
        Excludes.NOTHING,
        N_("The shares given to departments add up to {total}, but the objective asks {target}."),
        N_("Correct a share on the sheet “Chỉ tiêu giao”, or the objective's target."),
    ),
    Code(
        "R220",
        "share_unread",
        Severity.ERROR,
        Excludes.ROW,
        N_("The share “{value}” of {objective} for “{department}” is not used: {reason}"),
        N_(
            "Name an objective's code and a department that reports it, and one target, or “không "
            "giao”."
        ),
    ),
    Code(
        "R246",
        "duplicate_objective",
        Severity.WARNING,
        Excludes.NOTHING,
        N_("“{name}” repeats {first} word for word, target included."),
        N_("Delete one of the two rows, or say how they differ."),
    ),
)
