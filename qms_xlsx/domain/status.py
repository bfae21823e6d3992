"""The seven statuses of an indicator."""

from __future__ import annotations

from enum import StrEnum


class Status(StrEnum):
    """What an indicator's figure says of its target."""

    EXCEEDED = "exceeded"
    MET = "met"
    AT_RISK = "at_risk"
    MISSED = "missed"
    NO_DATA = "no_data"
    NOT_DUE = "not_due"
    NOT_APPLICABLE = "not_applicable"

    @property
    def label(self) -> str:
        """The word that people read."""
        return STATUS_LABELS[self]

    @property
    def mark(self) -> str:
        """The symbol that stands beside the word, so that black and white suffices."""
        return STATUS_MARKS[self]

    @property
    def shown(self) -> str:
        """Mark and word together."""
        return f"{self.mark} {self.label}"


STATUS_LABELS = {
    Status.EXCEEDED: "Vượt",
    Status.MET: "Đạt",
    Status.AT_RISK: "Có nguy cơ",
    Status.MISSED: "Không đạt",
    Status.NO_DATA: "Chưa có số liệu",
    Status.NOT_DUE: "Chưa đến kỳ",
    Status.NOT_APPLICABLE: "Không áp dụng",
}
STATUS_MARKS = {
    Status.EXCEEDED: "▲",
    Status.MET: "✔",
    Status.AT_RISK: "◆",
    Status.MISSED: "✖",
    Status.NO_DATA: "?",
    Status.NOT_DUE: "○",
    Status.NOT_APPLICABLE: "–",
}
MET = (Status.MET, Status.EXCEEDED)
"""The statuses of what has reached its target."""
WORST_FIRST = (
    Status.MISSED,
    Status.AT_RISK,
    Status.NO_DATA,
    Status.NOT_DUE,
    Status.MET,
)
"""The order in which a heading takes its worst child's status."""
