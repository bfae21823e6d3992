"""A summary that an earlier run wrote, read back by its marks."""

from __future__ import annotations

from datetime import date
from typing import TYPE_CHECKING

from qms_xlsx.book.summary_areas import JUDGED, RUN
from qms_xlsx.domain.period import InvalidPeriod, Period
from qms_xlsx.domain.status import Status
from qms_xlsx.history.past import Key, PastRow, PastRun
from qms_xlsx.language.symbols import NO, YES

if TYPE_CHECKING:
    from qms_xlsx.judge.results import Shown
    from qms_xlsx.read.tables import Contents, Row

_ANSWERS = {YES: True, NO: False}
_STATUSES = {status.value: status for status in Status}


def read_summary(contents: Contents, organisation: str, year: int) -> PastRun | None:
    """Return the run that a summary of this office and year tells of; None for anything else."""
    tables = [contents.of(area) for area in (RUN.name, JUDGED)]
    if any(len(found) != 1 for found in tables):
        return None
    (run,), (judged,) = tables
    said = run.by_key()
    if (_said(said, "organisation"), _said(said, "year")) != (organisation, str(year)):
        return None
    try:
        period = Period.parse(_said(said, "period"))
        as_of = date.fromisoformat(_said(said, "as_of"))
    except (InvalidPeriod, ValueError):
        return None
    return PastRun(
        period=period,
        as_of=as_of,
        rows=dict(_row(row) for row in judged.rows if "/" in row.key),  # not the labels' row
        file=contents.file,
        received=_number(_said(said, "received")),
        overdue=_number(_said(said, "overdue")),
    )


def _said(rows: dict[str, Row], key: str) -> str:
    return rows[key].text("value") if key in rows else ""


def _number(text: str) -> int | None:
    return int(text) if text.isdecimal() else None


def _row(row: Row) -> tuple[Key, PastRow]:
    key = row.text("objective"), row.text("department") or None
    return key, PastRow(status=_STATUSES.get(row.text("status")), actual=_actual(row))


def _actual(row: Row) -> Shown | None:
    cell = row.cells.get("actual")
    if cell is None:
        return None
    if isinstance(cell.value, int | float):
        return float(cell.value)
    return _ANSWERS.get(cell.text, cell.text)
