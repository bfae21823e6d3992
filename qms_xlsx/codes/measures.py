"""Family R, measures of the plan: who leads, what they serve, when they are due."""

from __future__ import annotations

from qms_xlsx.domain.finding import Code, Excludes, Severity
from qms_xlsx.language.messages import N_

CODES: tuple[Code, ...] = (
    Code(
        "R233",
        "unknown_lead",
        Severity.ERROR,
        Excludes.CELL,
        N_(
            "The lead “{value}” is no department or group of the register, so nobody reports the "
            "measure{likely}"
        ),
        N_(
            "Correct the name, put “;” between several, or add it to a department's aliases or "
            "groups."
        ),
    ),
    Code(
        "R234",
        "no_lead",
        Severity.WARNING,
        Excludes.NOTHING,
        N_("Nobody leads measure {number}, so nobody reports it."),
        N_("Name one department or group in “Chủ trì”."),
    ),
    Code(
        "R235",
        "unknown_coordinator",
        Severity.INFO,
        Excludes.CELL,
        N_(
            "“{value}” coordinates, but is no department or group of the register, so it gets no "
            "form{likely}"
        ),
        N_("Nothing needs to be done for an outsider; else correct the name."),
    ),
    Code(
        "R236",
        "unknown_successor",
        Severity.ERROR,
        Excludes.CELL,
        N_("The successor “{value}” is no department of the register{likely}"),
        N_("Correct the name in “Bộ phận kế thừa”."),
    ),
    Code(
        "R237",
        "nobody_goes_on",
        Severity.WARNING,
        Excludes.NOTHING,
        N_("“{name}” ends on {day} without a successor: nobody goes on with {rows}."),
        N_("Name who takes over in “Bộ phận kế thừa”, or another department beside each."),
    ),
    Code(
        "R241",
        "no_plan",
        Severity.WARNING,
        Excludes.NOTHING,
        N_("The register has objectives but no plan (TCVN ISO 9001:2015, 6.2.2)."),
        N_("List who does what by when on the sheet of the plan."),
    ),
    Code(
        "R242",
        "objective_without_measure",
        Severity.WARNING,
        Excludes.NOTHING,
        N_("No measure of the plan serves {names}."),
        N_("Add measures, or name the codes in “Phục vụ mục tiêu” of those that serve them."),
    ),
    Code(
        "R243",
        "measure_without_objective",
        Severity.WARNING,
        Excludes.NOTHING,
        N_("Measure {number} serves no objective."),
        N_("Name the objective in “Phục vụ mục tiêu”."),
    ),
    Code(
        "R244",
        "unknown_objective",
        Severity.ERROR,
        Excludes.CELL,
        N_("The register has no objective “{value}” for the measure to serve{likely}"),
        N_("Correct the code in “Phục vụ mục tiêu”."),
    ),
    Code(
        "R245",
        "duplicate_measure",
        Severity.WARNING,
        Excludes.NOTHING,
        N_("Measure {number} repeats {first} word for word for the same objective."),
        N_("Delete one of the two, or say how they differ."),
    ),
    Code(
        "R251",
        "no_deadline",
        Severity.WARNING,
        Excludes.NOTHING,
        N_("Measure {number} has no deadline: it never becomes due."),
        N_("Type it in “Thời gian thực hiện”, such as “Trước 30/6” or “Hàng quý”."),
    ),
    Code(
        "R252",
        "deadline_not_understood",
        Severity.WARNING,
        Excludes.CELL,
        N_("The deadline “{value}” is not understood: it never becomes due. {reason}"),
        N_("Write a date or how often, such as “Trước 30/6” or “Hàng quý”."),
    ),
    Code(
        "R253",
        "deadline_in_doubt",
        Severity.WARNING,
        Excludes.NOTHING,
        N_("The deadline “{value}” is not read as a whole. {note}"),
        N_("Correct the date, or write the deadline more plainly."),
    ),
    Code(
        "R254",
        "before_the_decision",
        Severity.WARNING,
        Excludes.NOTHING,
        N_("The deadline “{value}” ({day}) lies before the decision's date, {decided}."),
        N_("Correct the deadline, or the decision's date."),
    ),
    Code(
        "R255",
        "periodic_without_a_period",
        Severity.WARNING,
        Excludes.NOTHING,
        N_("“{value}” does not say how often; {used}."),
        N_("Say how often: “hàng tháng”, “hàng quý”, “06 tháng/lần”."),
    ),
    Code(
        "R256",
        "deadlines_on_weekends",
        Severity.INFO,
        Excludes.NOTHING,
        N_("Deadlines that fall on a weekend are not moved: {rows}."),
        N_("Nothing needs to be done; a working day would be plainer."),
    ),
    Code(
        "R257",
        "deadline_read_with_a_note",
        Severity.INFO,
        Excludes.NOTHING,
        N_("How the deadline “{value}” is read: {note}"),
        N_("Nothing needs to be done if that is meant; else write it more plainly."),
    ),
    Code(
        "R258",
        "deadline_turned_into_a_date",
        Severity.WARNING,
        Excludes.NOTHING,
        N_(
            "The deadline is the date {value}; a spreadsheet makes one of a typed “{typed}”, which "
            "would be the whole month."
        ),
        N_("Write “Tháng {typed}” if the month is meant, “Ngày {value}” if that day is."),
    ),
)
