"""The rows of a register's tables, cell by cell, as they state themselves."""

from __future__ import annotations

from datetime import date, datetime
from enum import StrEnum
from typing import TYPE_CHECKING, Any, TypeVar

from qms_xlsx.book import labels
from qms_xlsx.codes.catalogue import finding
from qms_xlsx.domain.allocation import Allocation
from qms_xlsx.domain.closing import Reopening
from qms_xlsx.domain.deadline import Deadline
from qms_xlsx.domain.department import Department
from qms_xlsx.domain.goal import Profile
from qms_xlsx.domain.indicator import Aggregation, Objective
from qms_xlsx.domain.measure import Measure
from qms_xlsx.domain.period import Cadence
from qms_xlsx.domain.progress import due_and_good
from qms_xlsx.domain.target import Better
from qms_xlsx.language.text import bare, on_one_line
from qms_xlsx.language.units import by_sign
from qms_xlsx.read.cells import InvalidCell, as_date, as_number, as_yes_no, listed

if TYPE_CHECKING:
    from collections.abc import Iterator

    from qms_xlsx.domain.finding import Finding, Place
    from qms_xlsx.domain.register import Register
    from qms_xlsx.read.tables import Cell, Contents, Row, Table

Word = TypeVar("Word", bound=StrEnum)
_TARGETS = ("target", "target_h1", "stretch")
_OBJECTIVE_TEXTS = (
    "parent",
    "number",
    "name",
    "unit",
    "numerator_label",
    "denominator_label",
    "follows",
    "quote",
    "source",
    "note",
)
_MEASURE_TEXTS = ("measure", "lead", "coordinating", "monitor", "evidence", "resources", "quote")
_NOTHING_GIVEN = ("khong giao", "khong")


class RowReader:
    """Reads the rows of one register's tables; collects findings as it goes."""

    def __init__(self, contents: Contents) -> None:
        self.contents = contents
        self.findings: list[Finding] = []

    def departments(self, table: Table) -> Iterator[Department]:
        """Yield the departments."""
        for _, row, code in self._coded(
            table, "code", ("name", "aliases", "head"), ("name", "code")
        ):
            yield Department(
                code=code,
                name=on_one_line(row.text("name")) or code,
                aliases=listed(row.text("aliases")),
                groups=listed(row.text("groups")),
                head=on_one_line(row.text("head")),
                active_from=self._date(table, row, "active_from"),
                active_to=self._date(table, row, "active_to"),
                successor=row.text("successor"),
                place=self.contents.in_row(table, row, "code"),
            )

    def objectives(self, table: Table) -> Iterator[Objective]:
        """Yield the objectives, their targets still in words."""
        for _, row, code in self._coded(table, "code", ("name", "target"), ("name", "target")):
            yield self._objective(table, row, code)

    def _objective(self, table: Table, row: Row, code: str) -> Objective:
        def word(key: str, kind: type[Word], shown: dict[str, str]) -> Word | None:
            return self._word(table, row, key, kind, shown)

        texts: dict[str, Any] = {key: row.text(key) for key in _OBJECTIVE_TEXTS}
        texts["unit"] = by_sign(texts["unit"])
        targets: dict[str, Any] = {key: row.words(key) for key in _TARGETS}
        return Objective(
            code=code,
            **texts,
            **targets,
            better=word("better", Better, labels.BETTER),
            over_time=word("over_time", Aggregation, labels.AGGREGATIONS),
            over_departments=word("over_departments", Aggregation, labels.AGGREGATIONS),
            cadence=word("cadence", Cadence, labels.CADENCES),
            profile=word("profile", Profile, labels.PROFILES),
            departments=listed(row.text("departments")),
            baseline_h1=self._baseline(table, row, "baseline_h1"),
            baseline_year=self._baseline(table, row, "baseline_year"),
            baseline_kind=labels.code_of(row.text("baseline_kind"), labels.BASELINE_KINDS) or "",
            confirmed=self._ticked(row, "confirmed"),
            place=self.contents.in_row(table, row, "code"),
            cells=_addresses(table, row),
        )

    def measures(self, found: Table | None, register: Register) -> Iterator[Measure]:
        """Yield the measures of the plan, their deadlines read."""
        for table, row, number in self._coded(found, "number", ("measure",), ("measure",)):
            texts: dict[str, Any] = {key: row.text(key) for key in _MEASURE_TEXTS}
            yield Measure(
                number=number,
                objectives=listed(row.text("objectives")),
                **texts,
                **dated(deadline_of(row.cells.get("deadline"), register.year), register),
                deadline_date=typed_date(row.cells.get("deadline")),
                place=self.contents.in_row(table, row, "number"),
                cells=_addresses(table, row),
            )

    def allocations(self, found: Table | None) -> Iterator[Allocation]:
        """Yield the shares that departments are given."""
        for table, row in _written(found):
            words = row.words("target")
            yield Allocation(
                objective=row.text("objective"),
                department=row.text("department"),
                target=words,
                target_h1=row.words("target_h1"),
                excluded=bare(words).strip(" .") in _NOTHING_GIVEN,
                place=self.contents.in_row(table, row, "objective"),
                cells=_addresses(table, row),
            )

    def exceptions(self, found: Table | None) -> Iterator[Reopening]:
        """Yield who may still change figures of which closed period."""
        for table, row in _written(found):
            yield Reopening(
                period=row.text("period"),
                department=row.text("department"),
                reason=row.text("reason"),
                until=self._date(table, row, "until"),
                place=self.contents.in_row(table, row, "period"),
                cells=_addresses(table, row),
            )

    def _coded(
        self, found: Table | None, key: str, telling: tuple[str, ...], needed: tuple[str, ...]
    ) -> Iterator[tuple[Table, Row, str]]:
        """Yield the rows that say something, each with a code of its own."""
        seen: set[str] = set()
        lost: list[tuple[Place, str]] = []
        for table, row in _written(found):
            code = self._code(row, key, seen)
            written = next((row.text(other) for other in telling if row.text(other)), "")
            if not code and written:
                lost.append((self.contents.in_row(table, row, key), written))
            if not code or not any(map(row.text, needed)):
                continue
            if code in seen:
                self.say("duplicate_code", self.at(table, row.cells.get(key)), value=code)
                continue
            seen.add(code)
            yield table, row, code
        if lost:  # one cause, said once
            more = f" (+{len(lost) - 3})" if len(lost) > 3 else ""
            self.say(
                "row_without_code", lost[0][0], value="”, “".join(w for _, w in lost[:3]) + more
            )

    def _code(self, row: Row, key: str, seen: set[str]) -> str:
        """Return a row's code, else its number, with its heading's where it repeats."""
        written = row.text(key) or row.key
        code = written or row.text("number")
        if code in seen and not written and row.text("parent"):
            return f"{row.text('parent')}.{code}"  # "a)" stands below every heading
        return code

    def _word(
        self, table: Table, row: Row, key: str, kind: type[Word], shown: dict[str, str]
    ) -> Word | None:
        text = row.text(key)
        if not text:
            return None
        code = labels.code_of(text, shown)
        if code is None:
            place = self.at(table, row.cells[key])
            self.say("unknown_word", place, value=text, choices=", ".join(shown.values()))
            return None
        return kind(code)

    def _ticked(self, row: Row, key: str) -> bool:
        try:
            return bool(as_yes_no(row.cells.get(key)))
        except InvalidCell:
            return False

    def _date(self, table: Table, row: Row, key: str) -> date | None:
        try:
            return as_date(row.cells.get(key))
        except InvalidCell:
            self.say("not_a_date", self.at(table, row.cells[key]), value=row.text(key))
            return None

    def _baseline(self, table: Table, row: Row, key: str) -> float | None:
        cell, unit = row.cells.get(key), by_sign(row.text("unit"))
        if cell and cell.words.endswith("%") and unit and not unit.startswith("%"):
            self.say("percentage_for_a_figure", self.at(table, cell), value=cell.words, unit=unit)
            return None
        try:
            return as_number(cell)
        except InvalidCell:
            self.say("not_a_figure", self.at(table, cell), value=row.text(key))
            return None

    def at(self, table: Table, cell: Cell | None) -> Place:
        """Return the place of a cell; of its table when it is blank."""
        return self.contents.at(table, cell.address if cell else "")

    def say(self, name: str, place: Place, **values: object) -> None:
        """Keep a finding."""
        self.findings.append(finding(name, place, **values))


def _written(table: Table | None) -> Iterator[tuple[Table, Row]]:
    """Yield the rows of a table that hold something, with it."""
    for row in table.rows if table else ():
        if table and (row.cells or row.key):
            yield table, row


def _addresses(table: Table, row: Row) -> dict[str, str]:
    return {key: f"{column}{row.number}" for key, column in table.columns.items()}


def dated(deadline: Deadline, register: Register) -> dict[str, Any]:
    """Return a deadline with its due dates and the last day on time for each."""
    begins = max(filter(None, (register.start, register.decision_date)), default=None)
    deadline = deadline.since(begins, strict_before=register.strict_before)
    due, good = due_and_good(
        deadline, strict_before=register.strict_before, report_dates=register.due_dates
    )
    return {"deadline": deadline, "due": due, "last_good": good}


def typed_date(cell: Cell | None) -> date | None:
    """Return the day in a cell of words that holds one, where its format shows the day."""
    if cell is None or cell.shown == "month" or not isinstance(cell.value, date):
        return None
    return cell.value.date() if isinstance(cell.value, datetime) else cell.value


def deadline_of(cell: Cell | None, year: int) -> Deadline:
    """Return the reading of a deadline's cell."""
    day = typed_date(cell)
    return Deadline.of_date(day) if day else Deadline.parse(cell.words if cell else "", year)
