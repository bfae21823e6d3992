"""The text of a checked file, read back: what was written, or `InvalidText`."""

from __future__ import annotations

import json
from datetime import date, datetime
from sys import intern
from typing import TYPE_CHECKING, Any

from qms_xlsx.codes.catalogue import told
from qms_xlsx.domain.finding import Finding, Place
from qms_xlsx.domain.indicator import Component
from qms_xlsx.domain.period import SLOTS, Period
from qms_xlsx.domain.progress import State
from qms_xlsx.domain.submission import (
    Action,
    CellCount,
    Entry,
    Mark,
    ProgressEntry,
    Remark,
    Submission,
)
from qms_xlsx.language.messages import Message
from qms_xlsx.read.checked import Checked
from qms_xlsx.read.form import FormReading
from qms_xlsx.read.written import ACTION_DAYS, ACTION_WORDS, SURROGATES

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable

    from qms_xlsx.domain.period import Slot
    from qms_xlsx.domain.submission import Value

_SLOTS = {slot.key: slot for slot in SLOTS}
_PARTS = {part.value: part for part in Component}


class InvalidText(ValueError):
    """A text that no checked file was written as."""


def read_back(data: bytes, name: str) -> Checked:
    """Return the checked file, of this name, that a text was written of.

    Raises InvalidText for any other text.
    """
    reading = _Reading(intern(name))
    try:
        return reading.checked(*json.loads(data.decode("utf-8", SURROGATES)))
    except (ValueError, TypeError, KeyError, IndexError, AttributeError, RecursionError) as error:
        raise InvalidText(str(error)) from error


class _Reading:
    """Makes the parts of a checked file of what JSON holds."""

    def __init__(self, name: str) -> None:
        self.name = name

    def checked(self, findings: Any, size: Any, sha256: Any, form: Any) -> Checked:
        own = self.findings(findings)
        return Checked(own, _whole(size), _text(sha256), self.form(*form) if form else None)

    def form(self, department: Any, findings: Any, submission: Any) -> FormReading:
        own = self.submission(*submission) if submission else None
        return FormReading(own, self.findings(findings), department)

    def place(self, place: Any) -> Place:
        sheet, cell = place
        return Place(self.name, intern(sheet), intern(cell))

    def findings(self, written: Iterable[Any]) -> tuple[Finding, ...]:
        return tuple(
            Finding(told(code), self.place(place), _values(values), department)
            for code, place, values, department in written
        )

    def submission(
        self, department: Any, year: Any, period: Any, reported: Any, modified: Any, *rest: Any
    ) -> Submission:
        prepared_by, head, entries, remarks, progress, actions, cells, sha256, size = rest
        accepted, rejected, blank = map(_whole, cells)
        measures = (self.measure(*own) for own in progress)
        return Submission(
            path=self.name,
            department=_text(department),
            year=_whole(year),
            report_period=Period.parse(period) if period else None,
            report_date=_day(reported),
            modified=datetime.fromisoformat(modified) if modified else None,
            prepared_by=_text(prepared_by),
            head=_text(head),
            entries=dict(self.row(*own) for own in entries),
            remarks={intern(code): _remark(*own) for code, *own in remarks},
            progress={entry.number: entry for entry in measures},
            actions=tuple(self.action(*own) for own in actions),
            cells=CellCount(accepted=accepted, rejected=rejected, blank=blank),
            sha256=_text(sha256),
            size=_whole(size),
        )

    def row(
        self, code: str, part: str, sheet: str, *cells: Any
    ) -> tuple[tuple[str, Component], dict[Slot, Entry]]:
        """Return a row's cells; a year's forms share sheets and addresses, so each is held once."""
        file, own = self.name, intern(sheet)
        row = {
            _SLOTS[slot]: Entry(_figure(value), Place(file, own, intern(cell)))
            for slot, value, cell in zip(cells[::3], cells[1::3], cells[2::3], strict=True)
        }
        return (intern(code), _PARTS[part]), row

    def measure(
        self, number: Any, state: Any, times: Any, done: Any, document: Any, dated: Any, *rest: Any
    ) -> ProgressEntry:
        title, note, place = rest
        return ProgressEntry(
            number=intern(number),
            state=State(state) if state else None,
            times_done=None if times is None else _whole(times),
            done_on=_day(done),
            evidence_number=_text(document),
            evidence_date=_day(dated),
            evidence_title=_text(title),
            note=_text(note),
            place=self.place(place),
        )

    def action(self, words: Any, days: Any, place: Any) -> Action:
        said: dict[str, Any] = dict(zip(ACTION_WORDS, map(_text, words), strict=True))
        said |= zip(ACTION_DAYS, map(_day, days), strict=True)
        return Action(**said, place=self.place(place))


def _remark(start: Any, cause: Any, remedy: Any, note: Any) -> Remark:
    return Remark(
        estimate_from=_SLOTS[start] if start else None,
        cause=_text(cause),
        remedy=_text(remedy),
        note=_text(note),
    )


def _figure(value: Any) -> Value:
    if value is None:
        return Mark.KPS
    if isinstance(value, float | int | str):
        return value
    raise InvalidText(repr(value))


def _values(written: dict[str, Any]) -> dict[str, Any]:
    return {intern(name): _value(own) for name, own in written.items()}


def _value(written: Any) -> Any:
    if not isinstance(written, dict):
        return written
    ((kind, own),) = written.items()
    return _KINDS[kind](own)


_KINDS: dict[str, Callable[[Any], object]] = {
    "message": lambda own: Message(_text(own[0]), _values(own[1]), bool(own[2])),
    "moment": datetime.fromisoformat,
    "day": date.fromisoformat,
    "tuple": lambda own: tuple(map(_value, own)),
}


def _day(written: Any) -> date | None:
    return date.fromisoformat(written) if written else None


def _text(value: Any) -> str:
    if isinstance(value, str):
        return value
    raise InvalidText(repr(value))


def _whole(value: Any) -> int:
    if isinstance(value, int):
        return value
    raise InvalidText(repr(value))
