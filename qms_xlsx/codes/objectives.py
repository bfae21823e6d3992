"""Family R, objectives: targets, tree, gathering, departments, the parent's register."""

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
        "R221",
        "missing_baseline",
        Severity.WARNING,
        Excludes.ROW,
        N_("“{value}” is a change, but “{column}” is blank: it cannot be judged."),
        N_("Type last year's figure, and “Số ước” beside it while it is not final."),
    ),
    Code(
        "R222",
        "zero_baseline",
        Severity.WARNING,
        Excludes.ROW,
        N_("“{value}” is a change in per cent, but its baseline is 0."),
        N_("Write the target as a figure instead of a change."),
    ),
    Code(
        "R223",
        "estimated_baseline",
        Severity.INFO,
        Excludes.NOTHING,
        N_("The baseline is an estimate, so the status stays provisional."),
        N_("Type the final figure when it is known, and “Số chính thức” beside it."),
    ),
    Code(
        "R224",
        "last_without_profile",
        Severity.WARNING,
        Excludes.NOTHING,
        N_(
            "The latest figure counts, but the row does not say how “{value}” is spread over the "
            "year; “{profile}” is taken."
        ),
        N_("Choose what is meant in “Phân bổ trong năm”."),
    ),
    Code(
        "R225",
        "unfit_aggregation",
        Severity.WARNING,
        Excludes.NOTHING,
        N_("“{how}” does not fit “{value}”."),
        N_(
            "For answers choose “Tất cả đều Có” or “Số mới nhất”; for grades “Mức thấp nhất”; for "
            "one department “Của một bộ phận”."
        ),
    ),
    Code(
        "R226",
        "percentages_added",
        Severity.WARNING,
        Excludes.NOTHING,
        N_("“{how}” of percentages: small and large departments would count the same."),
        N_(
            "Choose “Tổng tử số / tổng mẫu số”, and say what the numerator and the denominator are."
        ),
    ),
    Code(
        "R227",
        "ratio_without_labels",
        Severity.WARNING,
        Excludes.NOTHING,
        N_("A ratio is reported, but “{column}” is blank: departments will guess."),
        N_("Say what is counted, such as “Số hồ sơ trả đúng hạn”."),
    ),
    Code(
        "R228",
        "single_of_several",
        Severity.WARNING,
        Excludes.NOTHING,
        N_("One department's figure counts, but several report it: {owners}."),
        N_("Leave one department, or choose how several are put together."),
    ),
    Code(
        "R229",
        "too_often",
        Severity.INFO,
        Excludes.NOTHING,
        N_("“{value}” is asked every month, though a grade or a rank is given once a year."),
        N_("Choose the cadence “Năm” or “6 tháng”."),
    ),
    Code(
        "R230",
        "pairs_averaged",
        Severity.WARNING,
        Excludes.NOTHING,
        N_(
            "“{how}” of ratios: a period or a department with two cases counts as much as one with "
            "two hundred."
        ),
        N_("Choose “Tổng tử số / tổng mẫu số”, unless the mean of the ratios is meant."),
    ),
    Code(
        "R231",
        "unknown_department",
        Severity.ERROR,
        Excludes.CELL,
        N_("“{value}” is no department or group of the register{likely}"),
        N_(
            "Correct the name, put “;” between several, or add it to a department's aliases or "
            "groups."
        ),
    ),
    Code(
        "R232",
        "no_department",
        Severity.ERROR,
        Excludes.NOTHING,
        N_("No department reports “{name}”."),
        N_("Name the department or group in “Bộ phận báo cáo”."),
    ),
    Code(
        "R246",
        "duplicate_objective",
        Severity.WARNING,
        Excludes.NOTHING,
        N_("“{name}” repeats {first} word for word, target included."),
        N_("Delete one of the two rows, or say how they differ."),
    ),
    Code(
        "R301",
        "below_the_parent",
        Severity.ERROR,
        Excludes.NOTHING,
        N_("The target “{value}” asks less than the parent's {code} “{parent}”."),
        N_("Raise it to the parent organisation's target or above."),
    ),
    Code(
        "R302",
        "not_comparable",
        Severity.WARNING,
        Excludes.NOTHING,
        N_("“{value}” cannot be compared with the parent's {code} “{parent}”."),
        N_("Write it as the parent's target is written: the same kind of figure and unit."),
    ),
    Code(
        "R303",
        "without_counterpart",
        Severity.WARNING,
        Excludes.NOTHING,
        N_("No objective follows the parent's {code} “{name}”."),
        N_("Add one, or name {code} in “Theo mục tiêu cấp trên” of the one that follows it."),
    ),
    Code(
        "R304",
        "unknown_objective_of_the_parent",
        Severity.ERROR,
        Excludes.NOTHING,
        N_("The parent's register has no objective “{value}”{likely}"),
        N_("Correct the code in “Theo mục tiêu cấp trên”."),
    ),
    Code(
        "R305",
        "totals_not_compared",
        Severity.INFO,
        Excludes.NOTHING,
        N_("Totals are a part of the parent's and are not compared: {codes}."),
        N_("Check them against the share that the parent organisation has assigned."),
    ),
)
