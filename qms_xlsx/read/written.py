"""A checked file as text: how it travels between processes, and is kept until the next run.

The file's own name is left out: whoever reads the text says what the file is called. What is read
back (`read_back.py`) equals what was written.
"""

from __future__ import annotations

import json
from dataclasses import astuple
from datetime import date, datetime
from typing import TYPE_CHECKING, Any

from qms_xlsx.domain.submission import Mark
from qms_xlsx.language.messages import Message
from qms_xlsx.read.checked import Checked, check, label

if TYPE_CHECKING:
    from pathlib import Path

    from qms_xlsx.domain.finding import Finding, Place
    from qms_xlsx.domain.indicator import Component
    from qms_xlsx.domain.period import Slot
    from qms_xlsx.domain.register import Register
    from qms_xlsx.domain.submission import Action, Entry, ProgressEntry, Remark, Submission
    from qms_xlsx.intake.book import Book
    from qms_xlsx.read.tables import Contents

SURROGATES = "surrogatepass"
"""How half a character of a hostile file is written: kept as it was read."""
ACTION_WORDS = (
    "objective", "nonconformity", "cause", "action", "owner", "state", "effectiveness",
)  # fmt: skip
ACTION_DAYS = ("found_on", "due", "closed_on")


class Unwritable(TypeError):
    """A value that has no text of its own."""


def check_to_carry(register: Register, base: Path | None, book: Book) -> bytes | Checked | Contents:
    """Return a workbook as checked, as text wherever it has one; of a register its contents."""
    checked = check(register, base, book)
    if not isinstance(checked, Checked):
        return checked
    try:
        return written(checked, label(book.path, base))
    except Unwritable:
        return checked


def written(checked: Checked, name: str) -> bytes:
    """Return a checked file of this name as text; raise Unwritable where a value has none."""
    writing, form = _Writing(name), checked.form
    whole = [
        writing.findings(checked.findings),
        checked.size,
        checked.sha256,
        form and [form.department, writing.findings(form.findings), writing.form(form.submission)],
    ]
    text = json.dumps(whole, ensure_ascii=False, separators=(",", ":"))
    return text.encode("utf-8", SURROGATES)


class _Writing:
    """Turns the parts of a checked file into lists that JSON can write."""

    def __init__(self, name: str) -> None:
        self.name = name

    def place(self, place: Place) -> list[str]:
        if place.file != self.name:
            raise Unwritable(place.file)
        return [place.sheet, place.cell]

    def findings(self, found: tuple[Finding, ...]) -> list[Any]:
        return [
            [own.code, self.place(own.place), self.values(own.values), own.department]
            for own in found
        ]

    def values(self, values: dict[str, Any]) -> dict[str, Any]:
        return {name: self.value(own) for name, own in values.items()}

    def value(self, value: object) -> object:
        """Return a value of a sentence; what JSON has not bears its kind."""
        match value:
            case Message():
                return {"message": [value.id, self.values(value.values), value.doubtful]}
            case datetime():
                return {"moment": value.isoformat()}
            case date():
                return {"day": value.isoformat()}
            case tuple():
                return {"tuple": [self.value(own) for own in value]}
        if value == self.name or not (value is None or type(value) in (str, int, float, bool)):
            raise Unwritable(repr(value))
        return value

    def form(self, own: Submission | None) -> list[Any] | None:
        if own is None:
            return None
        if own.path != self.name:
            raise Unwritable(own.path)
        return [
            own.department,
            own.year,
            own.report_period and str(own.report_period),
            _iso(own.report_date),
            _iso(own.modified),
            own.prepared_by,
            own.head,
            [self.row(code, part, row) for (code, part), row in own.entries.items()],
            [_remark(code, remark) for code, remark in own.remarks.items()],
            [self.measure(entry) for entry in own.progress.values()],
            [self.action(action) for action in own.actions],
            astuple(own.cells),
            own.sha256,
            own.size,
        ]

    def row(self, code: str, part: Component, row: dict[Slot, Entry]) -> list[Any]:
        """Return a row's sheet, and cell by cell its slot, value (KPS is null) and address."""
        sheet = next((entry.place.sheet for entry in row.values()), "")
        flat: list[Any] = [code, part.value, sheet]
        for slot, entry in row.items():
            place, value = entry.place, entry.value
            if place.file != self.name or place.sheet != sheet:
                raise Unwritable(str(place))
            flat += (slot.key, None if isinstance(value, Mark) else value, place.cell)
        return flat

    def measure(self, own: ProgressEntry) -> list[Any]:
        return [
            own.number,
            own.state and own.state.value,
            own.times_done,
            _iso(own.done_on),
            own.evidence_number,
            _iso(own.evidence_date),
            own.evidence_title,
            own.note,
            self.place(own.place),
        ]

    def action(self, own: Action) -> list[Any]:
        words = [getattr(own, key) for key in ACTION_WORDS]
        return [words, [_iso(getattr(own, key)) for key in ACTION_DAYS], self.place(own.place)]


def _remark(code: str, own: Remark) -> list[Any]:
    start = own.estimate_from
    return [code, start and start.key, own.cause, own.remedy, own.note]


def _iso(day: date | None) -> str | None:
    return day.isoformat() if day else None
