"""Family R, gathering: baselines, ways over time and over departments, who reports."""

from __future__ import annotations

from qms_xlsx.domain.finding import Code, Excludes, Severity
from qms_xlsx.language.messages import N_

CODES: tuple[Code, ...] = (
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
        N_("No department reports {names}."),
        N_("Name the department or group in “Bộ phận báo cáo”."),
    ),
    Code(
        "R247",
        "nobody_reports",
        Severity.WARNING,
        Excludes.NOTHING,
        N_("The register does not say yet who reports its {count} targets: forms stay empty."),
        N_("Name a department or group in “Bộ phận báo cáo” for each row."),
    ),
)
