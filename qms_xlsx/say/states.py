"""Statuses in words; workbooks show the Vietnamese ones of `domain.status`."""

from __future__ import annotations

from typing import TYPE_CHECKING

from qms_xlsx.say.words import VIETNAMESE

if TYPE_CHECKING:
    from qms_xlsx.domain.status import Status


ON_TIME, LATE, MISSING, REFUSED = "Nộp đúng hạn", "Nộp muộn", "Chưa nộp", "Bị loại"
"""What became of a department's report, as workbooks say it."""


def overdue(days: int) -> str:
    """Return by how much something is late, as workbooks say it."""
    return f"Quá hạn {days} ngày"


def status_shown(status: Status, language: str) -> str:
    """Return a status's mark and word.

    >>> from qms_xlsx.domain.status import Status
    >>> status_shown(Status.AT_RISK, "vi"), status_shown(Status.AT_RISK, "en")
    ('◆ Có nguy cơ', '◆ At risk')
    """
    word = status.label if language == VIETNAMESE else status.value.replace("_", " ").capitalize()
    return f"{status.mark} {word}"
