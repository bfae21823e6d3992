"""Family R, cascade: the register against the parent organisation's."""

from __future__ import annotations

from qms_xlsx.domain.finding import Code, Excludes, Severity
from qms_xlsx.language.messages import N_

CODES: tuple[Code, ...] = (
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
    Code(
        "R306",
        "same_level",
        Severity.WARNING,
        Excludes.NOTHING,
        N_("Both registers are of the level “{level}”: {parent} is no parent organisation."),
        N_("Give the register of the parent organisation, or correct “Cấp” in one of the two."),
    ),
)
