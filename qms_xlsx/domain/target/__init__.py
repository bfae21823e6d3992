"""The language of targets: what a decision's words ask to be reached."""

from __future__ import annotations

from qms_xlsx.domain.target.model import Better, Kind, Reading, Target, Unknown
from qms_xlsx.domain.target.scales import GRADE_SCALES, grade_rank

__all__ = [
    "GRADE_SCALES",
    "Better",
    "Kind",
    "Reading",
    "Target",
    "Unknown",
    "grade_rank",
]
