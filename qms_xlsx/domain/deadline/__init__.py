"""Deadlines as plans write them: `Deadline.parse` reads the words into dates."""

from qms_xlsx.domain.deadline.value import Deadline, DeadlineKind, Every

__all__ = ["Deadline", "DeadlineKind", "Every"]
