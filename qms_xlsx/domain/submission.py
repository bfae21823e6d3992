"""Submissions: what a department's form says, cell by cell."""

from __future__ import annotations

from dataclasses import dataclass, field
from datetime import date, datetime
from enum import Enum
from typing import TYPE_CHECKING

from qms_xlsx.domain.finding import Place
from qms_xlsx.language.numbers import significant
from qms_xlsx.language.text import bare

if TYPE_CHECKING:
    from qms_xlsx.domain.indicator import Component
    from qms_xlsx.domain.period import Period, Slot
    from qms_xlsx.domain.progress import State
    from qms_xlsx.language.messages import Message


class Mark(Enum):
    """What may stand in a cell instead of a figure."""

    KPS = "KPS"
    """Không phát sinh: reported, and there was nothing to count."""


CLOSED = "da dong"
"""The word, without diacritics, that closes a corrective action."""
_FINISHED = (CLOSED, "hoan thanh")

Value = float | bool | str | Mark
"""A figure (numbers, ranks), an answer (Có is True), a grade's name, or KPS."""


def same(one: Value, other: Value) -> bool:
    """Whether two cells say the same, numbers by 12 significant digits.

    >>> same(0.1 + 0.2, 0.3), same(0.3, 0.31), same(Mark.KPS, 0.0)
    (True, False, False)
    """
    if isinstance(one, float) and isinstance(other, float):
        return significant(one) == significant(other)
    return one == other


@dataclass(frozen=True, slots=True)
class Entry:
    """One filled and accepted cell."""

    value: Value
    place: Place


def same_entry(one: Entry | None, other: Entry | None) -> bool:
    """Whether two cells, or none, say the same."""
    if one is None or other is None:
        return one is other
    return same(one.value, other.value)


@dataclass(frozen=True, slots=True)
class NotCounted:
    """A file that was received and is not counted, and why."""

    file: str
    department: str | None
    reason: Message
    shut: bool = False
    """Whether its period was closed without it; else its date is in doubt."""


@dataclass(frozen=True, slots=True, kw_only=True)
class ProgressEntry:
    """What a department says of one of its measures."""

    number: str
    state: State | None = None
    times_done: int | None = None
    done_on: date | None = None
    evidence_number: str = ""
    evidence_date: date | None = None
    evidence_title: str = ""
    note: str = ""
    place: Place = field(default=Place(), compare=False, repr=False)

    @property
    def evidenced(self) -> bool:
        """Whether a document is named that shows it."""
        return bool(self.evidence_number or self.evidence_title or self.evidence_date)


@dataclass(frozen=True, slots=True, kw_only=True)
class Action:
    """A corrective action (ISO 9001:2015, 10.2)."""

    objective: str
    found_on: date | None = None
    nonconformity: str = ""
    cause: str = ""
    action: str = ""
    owner: str = ""
    due: date | None = None
    state: str = ""
    effectiveness: str = ""
    closed_on: date | None = None
    place: Place = field(default=Place(), compare=False, repr=False)

    @property
    def done(self) -> bool:
        """Whether its work is finished; it stays open until its effectiveness is known."""
        return self.closed_on is not None or self._word in _FINISHED

    @property
    def called_closed(self) -> bool:
        """Whether the department calls it closed, rightly or not."""
        return self.closed_on is not None or self._word == CLOSED

    def closed(self, day: date) -> bool:
        """Whether it is closed by a day: only with its effectiveness stated (10.2.1 d)."""
        late = self.closed_on is not None and self.closed_on > day
        return self.called_closed and bool(self.effectiveness) and not late

    def days_overdue(self, day: date) -> int:
        """Return the days past its due date while its work is unfinished, else 0."""
        finished = self.done and not (self.closed_on and self.closed_on > day)
        return 0 if finished or self.due is None else max((day - self.due).days, 0)

    @property
    def _word(self) -> str:
        return bare(self.state).strip(" .")


@dataclass(frozen=True, slots=True, kw_only=True)
class Remark:
    """The words beside an indicator's figures."""

    estimate_from: Slot | None = None
    cause: str = ""
    remedy: str = ""
    note: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class CellCount:
    """The identity of a reading: cells in = accepted + rejected + blank."""

    accepted: int = 0
    rejected: int = 0
    blank: int = 0

    @property
    def total(self) -> int:
        """All input cells of the rows that the department owns."""
        return self.accepted + self.rejected + self.blank


@dataclass(frozen=True, slots=True, kw_only=True)
class Submission:
    """One accepted form of one department for one year."""

    path: str
    department: str
    year: int
    report_period: Period | None = None
    report_date: date | None = None
    modified: datetime | None = None
    prepared_by: str = ""
    head: str = ""
    entries: dict[tuple[str, Component], dict[Slot, Entry]] = field(default_factory=dict)
    remarks: dict[str, Remark] = field(default_factory=dict)
    progress: dict[str, ProgressEntry] = field(default_factory=dict)
    actions: tuple[Action, ...] = ()
    cells: CellCount = CellCount()
    sha256: str = ""
    size: int = 0

    @property
    def dated(self) -> date | None:
        """The day that it counts from: its report date, else the file's 'modified' property."""
        return self.report_date or (self.modified.date() if self.modified else None)

    def estimated(self, code: str, slot: Slot) -> bool:
        """Whether a row's figure of a slot is an estimate."""
        remark = self.remarks.get(code)
        start = remark.estimate_from if remark else None
        return start is not None and slot.months[0] >= start.months[0]

    @property
    def order(self) -> tuple[date, datetime, str]:
        """What tells the newest of several: report date, 'modified' property, file name."""
        modified = self.modified.replace(tzinfo=None) if self.modified else datetime.min
        return self.dated or date.min, modified, self.path
