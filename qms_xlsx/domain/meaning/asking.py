"""The questions that a row's words leave open, and the notes on a doubtful choice."""

from __future__ import annotations

from typing import TYPE_CHECKING

from qms_xlsx.domain.question import Option, Question
from qms_xlsx.language.messages import message

if TYPE_CHECKING:
    from qms_xlsx.language.messages import Message

_ADDS_UP = Option(
    message("Over time: “Sum”"),
    message("The figures of the periods are added up: 3 in Q1 and 4 in Q2 make 7."),
    (("over_time", "sum"),),
)
_STANDS = Option(
    message("Over time: “Latest figure”"),
    message("The latest figure counts: 3 at the end of Q1 and 4 at the end of Q2 make 4."),
    (("over_time", "last"),),
)
_PAIRS = Option(
    message("Name the numerator and the denominator"),
    message("Departments report two counts; all of them are added, then divided."),
)
_ONE = Option(
    message("Leave one department"),
    message("Its figure is the organisation's."),
)
_EACH = Option(
    message("List every department; over departments: “Each department”"),
    message("The departments that reach it are counted, of all that report."),
    (("over_departments", "each"),),
)


def adds_up_or_stands(name: str) -> Question:
    """Ask whether a count or an amount adds up or stands at a moment."""
    return Question(
        message("“{name}”: do the figures of the periods add up, or is it a level?", name=name),
        (_ADDS_UP, _STANDS),
    )


def counts_what(name: str) -> Question:
    """Ask what a bare number counts, where a name tells but a field of work."""
    return Question(
        message("“{name}”: the words do not say what the number counts.", name=name),
        (
            Option(
                message("Write the number with its unit"),
                message("“95 points”, “95 % of files”, “95 meetings” are gathered differently."),
            ),
            _ADDS_UP,
            _STANDS,
        ),
    )


def change_or_level(name: str) -> Question:
    """Ask whether a bare number is the change or what is to be reached."""
    change = Option(
        message("Write “down by …” or “up by …” before the number"),
        message("The change against the baseline is compared with it."),
    )
    level = Option(
        message("Write “down to …” or “up to …” before the number"),
        message("The figure itself is compared with it."),
    )
    return Question(
        message(
            "“{name}” is to change: is the number the change itself, or the level to reach?",
            name=name,
        ),
        (change, level),
    )


def changes_what(name: str) -> Question:
    """Ask whether what is to change adds up or stands at a moment."""
    return Question(
        message(
            "“{name}” is to change: does the figure itself add up over the year, or is it a level?",
            name=name,
        ),
        (_ADDS_UP, _STANDS),
    )


def per_cent_of_what(name: str) -> Question:
    """Ask what a percentage is a share of."""
    planned = Option(
        message("Write “… % of the plan”"),
        message("What was done is compared with what was planned; it may exceed 100 %."),
    )
    stated = Option(
        message("Over time: “Latest figure”"),
        message("The department reports the percentage itself; the latest one counts."),
        (("over_time", "last"),),
    )
    return Question(
        message("“{name}”: the words do not say what the percentage is a share of.", name=name),
        (_PAIRS, planned, stated),
    )


def within_limits(name: str) -> Question:
    """Ask about a range of something that is neither better for being more nor for being less."""
    two = Option(
        message("Write a row for each limit: “at least …” and “at most …”"),
        message("A figure below the lower or above the upper limit is missed."),
    )
    more = Option(
        message("Better: “Higher” or “Lower”"),
        message("A figure beyond the range on that side is met, with a note."),
    )
    return Question(
        message("“{name}”: is a figure outside the range on either side a failure?", name=name),
        (two, more),
    )


def whose_rate(name: str, departments: int) -> Question:
    """Ask how several departments' rates become one."""
    lowest = Option(
        message("Over departments: “Smallest” or “Largest”"),
        message("The worst department decides."),
    )
    return Question(
        message(
            "“{name}” is a rate, and {departments} departments report it: how do they become one?",
            name=name,
            departments=departments,
        ),
        (_PAIRS, _ONE, lowest),
    )


def whose_times(name: str, departments: int) -> Question:
    """Ask whether so many times a year are asked of each department or of all together."""
    together = Option(
        message("Over departments: “Sum”"),
        message("The departments' figures are added up."),
        (("over_departments", "sum"),),
    )
    return Question(
        message(
            "“{name}” is reported by {departments} departments: "
            "is the number asked of each, or of all together?",
            name=name,
            departments=departments,
        ),
        (_EACH, together),
    )


def each_of_whom(name: str, words: str) -> Question:
    """Ask about "each …" where those who are meant do not report themselves."""
    reached = Option(
        message("Write “100 % of them have at least …”"),
        message("Departments report how many of them have reached it, and how many there are."),
    )
    total = Option(
        message("Write the total of all"), message("The figures are added up to that total.")
    )
    return Question(
        message(
            "“{name}” asks it of “{words}”, who do not report one by one.", name=name, words=words
        ),
        (reached, _EACH, total),
    )


def seen_less_often(asked: Message, reported: Message) -> Message:
    """Return the note on a number for each month in a row that is reported less often."""
    return message(
        "A number for every {asked}, but reported by {reported}: only the total of each is seen.",
        asked=asked,
        reported=reported,
    )


def limit_of_a_period(name: str, asked: Message) -> Question:
    """Ask about a limit for each period in a row that is reported for other periods."""
    same = Option(
        message("Report it for every {asked}", asked=asked),
        message("The largest figure of any period is compared with the limit."),
    )
    return Question(
        message(
            "“{name}” sets a limit for every {asked}; others are reported.", name=name, asked=asked
        ),
        (
            same,
            Option(
                message("Write the limit for the whole year"),
                _ADDS_UP.consequence,
                (("over_time", "sum"),),
            ),
        ),
    )


def too_often(name: str) -> Question:
    """Ask about "n a week" or "n a day", for which a form has no column."""
    monthly = Option(
        message("Write the number for a month"),
        message("Every month must reach it."),
    )
    return Question(
        message("“{name}” asks a number for every week or day; forms report by month.", name=name),
        (monthly, _ADDS_UP),
    )


DUE_IN_PERIOD = message(
    "In the denominator stands what was due in the same periods, not the whole year's programme."
)
NOT_SAID_WHOLE = message("The words do not say what the whole is; taken as cases of the period.")
NOT_SAID_RATE = message("Taken as a rate that is stated by itself, the latest one counts.")
GATHERS = message(
    "It is reached in the course of the year; asked in full at half-year too, unless the register "
    "says otherwise."
)
SINCE_JANUARY = message("In the numerator stand all since January, not those of the period alone.")
COUNTED_THINGS = message("Taken as what there is at the end of the period, not as what was added.")
WEIGHED = message("Taken as an amount that adds up.")
NO_LONGER = message("“No longer any”: judged as failed while there is one left.")
EACH_ASSUMED = message("Taken as asked of each department.")
SLOWEST = message("Taken as the slowest case of the period.")
WORST_COUNTS = message("Several departments report it: the worst one decides.")
EVERY_MONTH_ASSUMED = message("Taken as a number that every period must reach.")
BY_HEADING = message("Read with its heading, since its own words do not tell.")
