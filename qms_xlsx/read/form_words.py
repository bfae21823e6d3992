"""What a form says beside its figures: remarks, progress of measures, corrective actions."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from qms_xlsx.book import areas as layout
from qms_xlsx.book import labels
from qms_xlsx.codes.catalogue import finding
from qms_xlsx.domain.period import InvalidPeriod, Slot
from qms_xlsx.domain.progress import State
from qms_xlsx.domain.submission import CLOSED, Action, ProgressEntry, Remark
from qms_xlsx.language.text import bare
from qms_xlsx.read.cells import InvalidCell, as_date, as_number

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping
    from datetime import date

    from qms_xlsx.domain.finding import Finding, Place
    from qms_xlsx.domain.indicator import Indicator
    from qms_xlsx.domain.measure import Measure
    from qms_xlsx.read.form_case import FormCase
    from qms_xlsx.read.tables import Cell, Row

_STATES = dict(zip((bare(label) for label in labels.STATES), State, strict=True))
_ACTION_STATES = {"", CLOSED, *map(bare, labels.ACTION_STATES)}


@dataclass(slots=True)
class WordsReader:
    """Reads the words of one trusted form; collects findings as it goes."""

    case: FormCase
    findings: list[Finding]

    def remark(self, objective: Indicator, rows: Mapping[str, Row]) -> Remark:
        """Return the words of an indicator, from whichever of its rows holds them."""
        own = [rows.get(f"{objective.code}:{part}") for part in objective.parts]
        present = [row for row in own if row and self._in_place("results", row)]

        def text(key: str) -> str:
            return next((row.text(key) for row in present if row.text(key)), "")

        start: Slot | None = None
        for row in present:
            if row.text("estimate_from") and start is None:
                start = self._slot(row.cells["estimate_from"])
        return Remark(
            estimate_from=start, cause=text("cause"), remedy=text("remedy"), note=text("note")
        )

    def _slot(self, cell: Cell) -> Slot | None:
        try:
            return Slot.parse(cell.text)
        except InvalidPeriod:
            self._say("unknown_slot", self.case.at("results", cell.address), value=cell.text)
            return None

    def progress(self, measures: Iterable[Measure]) -> dict[str, ProgressEntry]:
        """Return what is said of each of these measures; nothing of those left blank."""
        table = self.case.table("progress")
        rows = table.by_key() if table else {}
        return {
            m.number: self._progress_entry(rows[m.number])
            for m in measures
            if m.number in rows
            and self._in_place("progress", rows[m.number])
            and any(rows[m.number].text(key) for key in layout.PROGRESS_INPUTS)
        }

    def _in_place(self, area: str, row: Row) -> bool:
        return (area, row.number) not in self.case.displaced

    def _progress_entry(self, row: Row) -> ProgressEntry:
        return ProgressEntry(
            number=row.key,
            state=self._state(row),
            times_done=self._count(row),
            done_on=self._date("progress", row, "done_on"),
            evidence_number=row.text("evidence_number"),
            evidence_date=self._date("progress", row, "evidence_date"),
            evidence_title=row.text("evidence_title"),
            note=row.text("note"),
            place=self.case.at("progress", next(iter(row.cells.values())).address),
        )

    def _state(self, row: Row) -> State | None:
        text = row.text("state")
        state = _STATES.get(_word(text))
        if text and state is None:
            place = self.case.at("progress", row.cells["state"].address)
            self._say("unknown_state", place, value=text, choices=", ".join(labels.STATES))
        return state

    def _count(self, row: Row) -> int | None:
        cell = row.cells.get("times_done")
        try:
            number = as_number(cell)
        except InvalidCell:
            number = -1.0
        if cell is not None and (number is None or number < 0 or not number.is_integer()):
            place = self.case.at("progress", cell.address)
            self._say("not_a_count", place, value=cell.text)
            return None
        return None if number is None else int(number)

    def _date(self, area: str, row: Row, key: str) -> date | None:
        try:
            return as_date(row.filled(key), self.case.register.year)
        except InvalidCell:
            place = self.case.at(area, row.cells[key].address)
            self._say("not_a_day", place, value=row.text(key))
            return None

    def actions(self) -> list[Action]:
        """Return the corrective actions, also those of which only a part is filled in."""
        rows = self.case.rows("actions")
        return [self._action(row) for row in rows if any(map(row.text, layout.ACTIONS.keys))]

    def _action(self, row: Row) -> Action:
        return Action(
            objective=labels.chosen_code(row.text("objective")),
            found_on=self._date("actions", row, "found_on"),
            nonconformity=row.text("nonconformity"),
            cause=row.text("cause"),
            action=row.text("action"),
            owner=row.text("owner"),
            due=self._date("actions", row, "due"),
            state=self._action_state(row),
            effectiveness=row.text("effectiveness"),
            closed_on=self._date("actions", row, "closed_on"),
            place=self.case.at("actions", next(iter(row.cells.values())).address),
        )

    def _action_state(self, row: Row) -> str:
        """Return the state as it was typed; what is none of the list finishes nothing."""
        text = row.text("state")
        if _word(text) not in _ACTION_STATES:
            place = self.case.at("actions", row.cells["state"].address)
            self._say("unknown_state", place, value=text, choices=", ".join(labels.ACTION_STATES))
        return text

    def _say(self, name: str, place: Place, **values: object) -> None:
        department = self.case.department()
        code = department.code if department else None
        self.findings.append(finding(name, place, code, **values))


def _word(text: str) -> str:
    return bare(text).strip(" .")
