"""The files that a run has seen."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from datetime import date

    from qms_xlsx.language.messages import Message


@dataclass(frozen=True, slots=True, kw_only=True)
class Source:
    """A file that a run has seen, and what became of it."""

    path: str
    kind: str
    department: str | None = None
    accepted: bool = True
    used: bool = True
    """False when superseded, after the as-of date, or rejected."""
    remark: Message | None = None
    sha256: str = ""
    size: int = 0
    report_period: str = ""
    report_date: date | None = None
    date_from: str = ""
    """Where the report's date is from: 'report', 'modified' or ''."""
