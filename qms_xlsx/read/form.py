"""Filled form → Submission: every input cell accepted, rejected or blank, and said so."""

from __future__ import annotations

from dataclasses import dataclass, replace
from string import ascii_uppercase
from typing import TYPE_CHECKING

from qms_xlsx.codes.rule import run
from qms_xlsx.domain.finding import ROW, Excludes
from qms_xlsx.domain.goal import Goal
from qms_xlsx.domain.indicator import RATIO, Component
from qms_xlsx.domain.period import InvalidPeriod, Period, Slot, slots_of
from qms_xlsx.domain.submission import CellCount, Entry, Submission
from qms_xlsx.read.cell_case import CellCase, visible
from qms_xlsx.read.cells import InvalidCell, as_date
from qms_xlsx.read.entries import ENTRY_RULES
from qms_xlsx.read.form_case import FormCase
from qms_xlsx.read.form_words import WordsReader
from qms_xlsx.read.hollow import HOLLOW_RULES
from qms_xlsx.read.kept import bounded
from qms_xlsx.read.old_text import OLD_TEXT_IN_FORMS, modernised
from qms_xlsx.read.passed_over import PASSED_OVER_RULES
from qms_xlsx.read.recognise import good_count
from qms_xlsx.read.report_dates import DATE_RULES, DateCase
from qms_xlsx.read.slips import SLIP_RULES, SlipCase
from qms_xlsx.read.structure import ROW_RULES
from qms_xlsx.read.trust import TRUST_RULES
from qms_xlsx.read.values import read_cell
from qms_xlsx.read.workbook import WORKBOOK_RULES

if TYPE_CHECKING:
    from datetime import date

    from qms_xlsx.domain.department import Department
    from qms_xlsx.domain.finding import Finding, Place
    from qms_xlsx.domain.indicator import Indicator
    from qms_xlsx.domain.register import Register
    from qms_xlsx.domain.submission import Remark
    from qms_xlsx.read.tables import Cell, Contents, Row

Rows = dict[Component, dict[Slot, Entry]]
"""The accepted cells of one indicator."""


_COUNTS = (Component.VALUE, *RATIO)


@dataclass(frozen=True, slots=True)
class FormReading:
    """A form as far as it could be read; without a submission where the file is rejected."""

    submission: Submission | None
    findings: tuple[Finding, ...]
    department: str | None = None


def is_form(contents: Contents) -> bool:
    """Whether a workbook holds a form."""
    return bool(contents.of("form") or contents.of("results"))


def read_form(contents: Contents, register: Register) -> FormReading:
    """Return what a form says for a register; a person's mistake is a finding."""
    modern = modernised(contents)
    case = FormCase(modern.contents, register)
    department = case.department()
    code = department.code if department else None
    distrust = run(TRUST_RULES, case, code)
    if distrust or department is None:
        return FormReading(None, tuple(distrust), code)
    reader = _Reader(case, department, modern.findings(OLD_TEXT_IN_FORMS, code))
    submission = reader.submission()
    findings = _with_rows(reader.findings, case)
    return FormReading(submission, bounded(findings, case.file), code)


def _with_rows(findings: list[Finding], case: FormCase) -> list[Finding]:
    """Return findings that know the row in which their cell stands."""
    tables = [table for name in ("results", "progress") if (table := case.table(name))]
    rows = {
        (table.sheet, str(row.number)): row.key.partition(":")[0]
        for table in tables
        for row in table.rows
    }

    def known(one: Finding) -> Finding:
        key = rows.get((one.place.sheet, one.place.cell.lstrip(ascii_uppercase)))
        return replace(one, values=one.values | {ROW: key}) if key else one

    return [known(one) for one in findings]


@dataclass(slots=True)
class _Cells:
    """The cells of one indicator as they are read."""

    rows: Rows
    places: dict[tuple[Component, Slot], Place]
    """Every input cell's place, blank ones too."""
    typed: set[tuple[Component, Slot]]
    """The cells that are not blank, rejected ones too."""


class _Reader:
    """Reads one trusted form; collects findings as it goes."""

    def __init__(self, case: FormCase, department: Department, findings: list[Finding]) -> None:
        self.case = case
        self.register = case.register
        self.department = department
        self.findings = [
            *run(WORKBOOK_RULES, case, department.code),
            *run(ROW_RULES, case, department.code),
            *run(PASSED_OVER_RULES, case, department.code),
            *run(HOLLOW_RULES, case, department.code),
            *findings,
        ]
        unused = (f for f in self.findings if f.excludes is Excludes.CELL)
        self.unclear = {finding.place for finding in unused}
        self.words = WordsReader(case, self.findings)
        self.total = self.accepted = self.blank = 0
        self.report_period = self._period()
        self.report_date = self._report_date()

    def submission(self) -> Submission:
        """Return the whole form as read."""
        contents = self.case.contents
        table = self.case.table("results")
        rows = table.by_key() if table else {}
        entries: dict[tuple[str, Component], dict[Slot, Entry]] = {}
        remarks: dict[str, Remark] = {}
        for objective in self.register.owned(self.department.code):
            remarks[objective.code] = self.words.remark(objective, rows)
            entries |= self._indicator(objective, rows, remarks[objective.code])
        rejected = self.total - self.accepted - self.blank
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
            progress=self.words.progress(self.register.led(self.department.code)),
            actions=tuple(self.words.actions()),
            cells=CellCount(accepted=self.accepted, rejected=rejected, blank=self.blank),
            sha256=contents.sha256,
            size=contents.size,
        )
        dated = DateCase(self.register, submission, self.case.info_place("report_date"))
        self.findings += run(DATE_RULES, dated, self.department.code)
        return submission

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

    def _indicator(
        self, objective: Indicator, rows: dict[str, Row], remark: Remark
    ) -> dict[tuple[str, Component], dict[Slot, Entry]]:
        cells = _Cells({}, {}, set())
        for part in objective.parts:
            self.total += len(slots_of(objective.cadence))
            row = rows.get(f"{objective.code}:{part}")
            cells.rows[part] = self._row(objective, part, row, cells)
        modified = self.case.contents.modified
        dated = self.report_date or (modified.date() if modified else None)
        case = SlipCase(
            register=self.register,
            department=self.department,
            objective=objective,
            rows=cells.rows,
            places=cells.places,
            typed=frozenset(cells.typed),
            dated=dated,
            report_period=self.report_period,
            note=remark.note,
        )
        code = self.department.code
        self._reject(run(ENTRY_RULES, case, code), cells.rows)
        self._reject(run(SLIP_RULES, case, code), cells.rows)
        self.accepted += sum(map(len, cells.rows.values()))
        return {(objective.code, part): entries for part, entries in cells.rows.items()}

    def _row(
        self, objective: Indicator, part: Component, row: Row | None, cells: _Cells
    ) -> dict[Slot, Entry]:
        """Return a row's accepted cells; those of a lost row or column count as blank."""
        table = self.case.table("results")
        entries: dict[Slot, Entry] = {}
        displaced = self._displaced(row)
        for slot in slots_of(objective.cadence):
            column = table.columns.get(slot.key) if table else None
            cell = row.cells.get(slot.key) if row else None
            if row and table and column:
                place = self.case.contents.at(table, f"{column}{row.number}")
                cells.places[part, slot] = place
            count = good_count(cell) if cell and part in _COUNTS else None
            if cell is None or (count is None and not _filled(cell)):
                self.blank += 1
                continue
            cells.typed.add((part, slot))
            place = cells.places[part, slot]
            if displaced or place in self.unclear:
                continue  # such as one that was merged with others, or sorted away from its key
            entry = Entry(count, place) if count is not None else None
            entry = entry or self._value(objective, part, cell, place)
            if entry is not None:
                entries[slot] = entry
        return entries

    def _displaced(self, row: Row | None) -> bool:
        return row is not None and ("results", row.number) in self.case.displaced

    def _value(
        self, objective: Indicator, part: Component, cell: Cell, place: Place
    ) -> Entry | None:
        reading = read_cell(_cell_case(objective, part, cell, place))
        if reading.finding:
            self.findings.append(replace(reading.finding, department=self.department.code))
        return None if reading.value is None else Entry(reading.value, place)

    def _reject(self, findings: list[Finding], rows: Rows) -> None:
        """Keep the cells that a rule between cells calls wrong out of the figures."""
        self.findings.extend(findings)
        wrong = {finding.place for finding in findings if finding.excludes is Excludes.CELL}
        if any(finding.excludes is Excludes.ROW for finding in findings):
            wrong |= {entry.place for entries in rows.values() for entry in entries.values()}
        for entries in rows.values() if wrong else ():
            for slot in [slot for slot, entry in entries.items() if entry.place in wrong]:
                del entries[slot]


def _filled(cell: Cell) -> bool:
    return cell.state not in ("", "formula") or bool(visible(cell.text))


def _cell_case(objective: Indicator, part: Component, cell: Cell, place: Place) -> CellCase:
    wanted = objective.goal if part is Component.GRADE else None
    labels = {
        Component.NUMERATOR: objective.numerator_label,
        Component.DENOMINATOR: objective.denominator_label,
    }
    return CellCase(
        cell,
        place,
        part,
        unit=objective.unit if part is Component.VALUE else "",  # parts of a ratio are counts
        counted=labels.get(part, ""),
        grade=str(wanted.value) if isinstance(wanted, Goal) else "",
    )
