"""Deadlines as plans write them: `Deadline.parse` reads the words into dates."""

from qms_xlsx.domain.deadline.deadline import Deadline
from qms_xlsx.domain.deadline.values import DeadlineKind, Every

__all__ = ["Deadline", "DeadlineKind", "Every"]
