"""Statuses in words; workbooks show the Vietnamese ones of `domain.status`."""

from __future__ import annotations

from typing import TYPE_CHECKING

from qms_xlsx.domain.progress import Derived
from qms_xlsx.say.words import VIETNAMESE

if TYPE_CHECKING:
    from qms_xlsx.domain.status import Status


ON_TIME, LATE, MISSING, REFUSED = "Nộp đúng hạn", "Nộp muộn", "Chưa nộp", "Bị loại"
RECEIVED, WAITING = "Đã nộp", "Đã nhận, chưa tính"
"""What became of a department's report, as workbooks say it."""

MEASURES = {
    Derived.OVERDUE: "Quá hạn",
    Derived.DUE_SOON: "Sắp đến hạn",
    Derived.ONGOING: "Thường xuyên",
    Derived.ON_EVENT: "Khi phát sinh",
    Derived.NOT_DUE: "Chưa đến hạn",
    Derived.DONE_LATE: "Xong, muộn",
    Derived.DONE_ON_TIME: "Xong đúng hạn",
    Derived.NOT_APPLICABLE: "Không phát sinh",
}
"""Every derived state of a measure, worst first, as workbooks and papers say it."""


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
