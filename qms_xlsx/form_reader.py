"""Filled form → Submission: every input cell accepted, rejected or blank, and said so."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from qms_xlsx import layout
from qms_xlsx.aggregate.goals import Goal, components, goal
from qms_xlsx.cells import InvalidCell, as_date, as_number
from qms_xlsx.checks.entries import ENTRY_RULES, READING, EntryCase
from qms_xlsx.checks.form_case import FormCase
from qms_xlsx.checks.rule import Hit, run
from qms_xlsx.checks.structure import ROW_RULES
from qms_xlsx.checks.trust import TRUST_RULES
from qms_xlsx.checks.values import CellCase, read_cell
from qms_xlsx.domain.finding import Finding, Severity
from qms_xlsx.domain.period import InvalidPeriod, Period, Slot, slots_of
from qms_xlsx.domain.progress import State
from qms_xlsx.domain.register import Component
from qms_xlsx.domain.submission import (
    Action,
    CellCount,
    Entry,
    ProgressEntry,
    Remark,
    Submission,
)
from qms_xlsx.domain.text import bare

if TYPE_CHECKING:
    from datetime import date

    from qms_xlsx.domain.finding import Place
    from qms_xlsx.domain.register import Department, Objective, Register
    from qms_xlsx.tables import Cell, Contents, Row

_STATES = dict(zip((bare(label) for label in layout.STATES), State, strict=True))


@dataclass(frozen=True, slots=True)
class FormReading:
    """A form as far as it could be read; without a submission where the file is rejected."""

    contents: Contents
    submission: Submission | None
    findings: tuple[Finding, ...]
    department: str | None = None


def is_form(contents: Contents) -> bool:
    """Whether a workbook holds a form."""
    return bool(contents.of("form") or contents.of("results"))


def read_form(contents: Contents, register: Register) -> FormReading:
    """Return what a form says for a register; a person's mistake is a finding."""
    case = FormCase(contents, register)
    department = case.department()
    code = department.code if department else None
    distrust = run(TRUST_RULES, case, code)
    if distrust or department is None:
        return FormReading(contents, None, tuple(distrust), code)
    return _Reader(case, department).reading()


@dataclass(slots=True)
class _Tally:
    accepted: int = 0
    rejected: int = 0
    blank: int = 0


class _Reader:
    """Reads one trusted form; collects findings as it goes."""

    def __init__(self, case: FormCase, department: Department) -> None:
        self.case = case
        self.register = case.register
        self.department = department
        self.findings = run(ROW_RULES, case, department.code)
        self.tally = _Tally()
        self.report_period = self._period()
        self.report_date = self._report_date()

    def reading(self) -> FormReading:
        contents = self.case.contents
        entries: dict[tuple[str, Component], dict[Slot, Entry]] = {}
        remarks: dict[str, Remark] = {}
        rows = self._rows("results")
        for objective in self.register.owned(self.department.code):
            entries |= self._indicator(objective, rows)
            remarks[objective.code] = self._remark(objective, rows)
        submission = Submission(
            path=contents.file,
            department=self.department.code,
            year=self.register.year,
            report_period=self.report_period,
            report_date=self.report_date,
            modified=contents.modified,
            prepared_by=self._info("prepared_by"),
            head=self._info("head"),
            entries=entries,
            remarks=remarks,
            progress=self._progress(),
            actions=tuple(self._actions()),
            cells=CellCount(
                accepted=self.tally.accepted, rejected=self.tally.rejected, blank=self.tally.blank
            ),
            sha256=contents.sha256,
            size=contents.size,
        )
        return FormReading(contents, submission, tuple(self.findings), self.department.code)

    def _info(self, key: str) -> str:
        cell = self.case.info(key)
        return cell.text if cell else ""

    def _period(self) -> Period | None:
        try:
            return Period.parse(self._info("report_period"), self.register.year)
        except InvalidPeriod:
            return None

    def _report_date(self) -> date | None:
        try:
            return as_date(self.case.info("report_date"), self.register.year)
        except InvalidCell:
            return None

    def _rows(self, area: str) -> dict[str, Row]:
        table = self.case.table(area)
        return table.by_key() if table else {}

    def _indicator(
        self, objective: Objective, rows: dict[str, Row]
    ) -> dict[tuple[str, Component], dict[Slot, Entry]]:
        found: dict[Component, dict[Slot, Entry]] = {}
        places: dict[tuple[Component, Slot], Place] = {}
        typed: set[tuple[Component, Slot]] = set()
        for part in components(objective):
            row = rows.get(f"{objective.code}:{part}")
            found[part] = self._row(objective, part, row, places, typed) if row else {}
        dated = self.report_date or (
            self.case.contents.modified.date() if self.case.contents.modified else None
        )
        case = EntryCase(
            self.register, objective, found, places, frozenset(typed), dated, self.report_period
        )
        self._reject(found, run(ENTRY_RULES, case, self.department.code))
        return {(objective.code, part): entries for part, entries in found.items()}

    def _row(
        self,
        objective: Objective,
        part: Component,
        row: Row,
        places: dict[tuple[Component, Slot], Place],
        typed: set[tuple[Component, Slot]],
    ) -> dict[Slot, Entry]:
        table = self.case.table("results")
        columns = table.columns if table else {}
        entries: dict[Slot, Entry] = {}
        for slot in slots_of(objective.cadence):
            if slot.key not in columns:
                continue
            place = self.case.at("results", f"{columns[slot.key]}{row.number}")
            places[part, slot] = place
            cell = row.cells.get(slot.key)
            if cell is None or (cell.state == "" and not cell.text):
                self.tally.blank += 1
                continue
            typed.add((part, slot))
            value = self._value(objective, part, cell, place)
            if value is not None:
                entries[slot] = value
        return entries

    def _value(
        self, objective: Objective, part: Component, cell: Cell, place: Place
    ) -> Entry | None:
        wanted = goal(objective) if part is Component.GRADE else None
        grade = str(wanted.value) if isinstance(wanted, Goal) else ""
        unit = objective.unit if part is Component.VALUE else ""  # parts of a ratio are counts
        reading = read_cell(CellCase(cell, place, part, unit, grade))
        if reading.finding:
            self._add(reading.finding)
        if reading.value is None:
            self.tally.rejected += 1
            return None
        self.tally.accepted += 1
        return Entry(reading.value, place)

    def _reject(self, found: dict[Component, dict[Slot, Entry]], findings: list[Finding]) -> None:
        """Keep the cells that a rule between cells calls wrong out of the figures."""
        self.findings.extend(findings)
        wrong = {finding.place for finding in findings if finding.severity is Severity.ERROR}
        for entries in found.values():
            for slot in [slot for slot, entry in entries.items() if entry.place in wrong]:
                del entries[slot]
                self.tally.accepted -= 1
                self.tally.rejected += 1

    def _remark(self, objective: Objective, rows: dict[str, Row]) -> Remark:
        """Return the words of an indicator, from whichever of its rows holds them."""
        own = [rows.get(f"{objective.code}:{part}") for part in components(objective)]
        present = [row for row in own if row]

        def text(key: str) -> str:
            return next((row.text(key) for row in present if row.text(key)), "")

        start: Slot | None = None
        for row in present:
            if "estimate_from" in row.cells and start is None:
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

    def _progress(self) -> dict[str, ProgressEntry]:
        rows = self._rows("progress")
        measures = self.register.led(self.department.code)
        entries = {
            m.number: self._progress_entry(rows[m.number]) for m in measures if m.number in rows
        }
        return {number: entry for number, entry in entries.items() if entry is not None}

    def _progress_entry(self, row: Row) -> ProgressEntry | None:
        if not any(row.text(key) for key in layout.PROGRESS_INPUTS):
            return None
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
        state = _STATES.get(bare(text))
        if text and state is None:
            place = self.case.at("progress", row.cells["state"].address)
            self._say("unknown_state", place, value=text, choices=", ".join(layout.STATES))
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
            return as_date(row.cells.get(key), self.register.year)
        except InvalidCell:
            place = self.case.at(area, row.cells[key].address)
            self._say("not_a_date", place, value=row.text(key))
            return None

    def _actions(self) -> list[Action]:
        rows = self.case.rows("actions")
        return [self._action(row) for row in rows if row.text("objective") or row.text("action")]

    def _action(self, row: Row) -> Action:
        return Action(
            objective=row.text("objective"),
            found_on=self._date("actions", row, "found_on"),
            nonconformity=row.text("nonconformity"),
            cause=row.text("cause"),
            action=row.text("action"),
            owner=row.text("owner"),
            due=self._date("actions", row, "due"),
            state=row.text("state"),
            effectiveness=row.text("effectiveness"),
            closed_on=self._date("actions", row, "closed_on"),
            place=self.case.at("actions", next(iter(row.cells.values())).address),
        )

    def _add(self, finding: Finding) -> None:
        self.findings.append(
            Finding(
                finding.code,
                finding.severity,
                finding.place,
                finding.message,
                finding.hint,
                self.department.code,
            )
        )

    def _say(self, name: str, place: Place, **values: object) -> None:
        self.findings.append(READING[name].at(Hit(place, values), self.department.code))
