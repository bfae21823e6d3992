"""Who owes what: each department's debts, the note that says so kindly, and the year's calendar."""

from qms_xlsx.write.reminders.debts import Blank, Debts, Missed, ReportState, debts_of
from qms_xlsx.write.reminders.note import Note, note_of, plain_text

__all__ = [
    "Blank",
    "Debts",
    "Missed",
    "Note",
    "ReportState",
    "debts_of",
    "note_of",
    "plain_text",
]
