"""Family P: progress of the plan, and corrective actions."""

from __future__ import annotations

from qms_xlsx.domain.finding import Code, Excludes, Severity
from qms_xlsx.language.messages import N_

CODES: tuple[Code, ...] = (
    Code(
        "P101",
        "done_without_evidence",
        Severity.WARNING,
        Excludes.NOTHING,
        N_("Measure {number} is done, but no document shows it."),
        N_("Type the number, date and title of the document that proves it."),
    ),
    Code(
        "P102",
        "done_before_it_began",
        Severity.WARNING,
        Excludes.NOTHING,
        N_("Measure {number} was done on {day}, before it began ({start})."),
        N_("Check the year and month of the date."),
    ),
    Code(
        "P103",
        "in_the_future",
        Severity.WARNING,
        Excludes.NOTHING,
        N_("Measure {number} names {day}, but the form was written on {written}."),
        N_("Correct the date, or leave it blank until the day has come."),
    ),
    Code(
        "P104",
        "state_contradicted",
        Severity.WARNING,
        Excludes.NOTHING,
        N_("The state of measure {number} contradicts the times or the date beside it."),
        N_("Correct the state, or the number of times and the date."),
    ),
    Code(
        "P105",
        "times_not_counted",
        Severity.WARNING,
        Excludes.NOTHING,
        N_(
            "Measure {number} comes back and was due {due} times so far, but the times it was done "
            "are not stated; it counts as never done."
        ),
        N_("Type how many times it was done this year."),
    ),
    Code(
        "P201",
        "overdue",
        Severity.WARNING,
        Excludes.NOTHING,
        N_("Measure {number} “{measure}” is overdue. {why}"),
        N_("Do it, or report it as done with its date and evidence."),
    ),
    Code(
        "P301",
        "closed_without_effectiveness",
        Severity.ERROR,
        Excludes.NOTHING,
        N_("The action for {objective} is closed, but its effectiveness is not stated."),
        N_("State whether the nonconformity came back, or leave the action open."),
    ),
    Code(
        "P302",
        "action_overdue",
        Severity.WARNING,
        Excludes.NOTHING,
        N_("The action for {objective} was due on {day}, {days} days ago, and is open."),
        N_("Finish it and state its effectiveness, or agree on a new day."),
    ),
    Code(
        "P303",
        "action_without_owner_or_day",
        Severity.WARNING,
        Excludes.NOTHING,
        N_("The action for {objective} has no owner or no due date."),
        N_("Say who does it by when."),
    ),
    Code(
        "P304",
        "action_for_no_indicator",
        Severity.WARNING,
        Excludes.NOTHING,
        N_("The action's indicator “{value}” is none of the register; it answers for no result."),
        N_("Choose the indicator from the list; leave it blank where the action is about none."),
    ),
)
