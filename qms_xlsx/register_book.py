"""Register workbook → Register."""

from __future__ import annotations

from dataclasses import dataclass
from difflib import get_close_matches
from enum import StrEnum
from typing import TYPE_CHECKING, TypeVar

from qms_xlsx import layout
from qms_xlsx.cells import InvalidCell, as_date, as_number, as_yes_no, listed
from qms_xlsx.checks.old_text import OLD_TEXT_IN_REGISTERS, modernised
from qms_xlsx.checks.reading import READING
from qms_xlsx.checks.rule import Hit
from qms_xlsx.domain.finding import Finding, Place
from qms_xlsx.domain.period import Cadence, PeriodRule
from qms_xlsx.domain.register import (
    Aggregation,
    Department,
    Measure,
    Objective,
    Profile,
    Register,
)
from qms_xlsx.domain.target import Better

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable
    from datetime import date

    from qms_xlsx.tables import Cell, Contents, Row, Table

Word = TypeVar("Word", bound=StrEnum)
Value = TypeVar("Value")


@dataclass(frozen=True, slots=True)
class RegisterReading:
    """A register as far as it could be read, and what was wrong; None when it cannot be trusted."""

    register: Register | None
    findings: tuple[Finding, ...]


def is_register(contents: Contents) -> bool:
    """Whether a workbook holds a register."""
    return bool(contents.of("objectives") or contents.of("info"))


def read_register(contents: Contents) -> RegisterReading:
    """Return the register of a workbook; every fault is a finding, not only the first."""
    modern = modernised(contents)
    reader = _Reader(modern.contents)
    reader.findings += modern.findings(OLD_TEXT_IN_REGISTERS)
    register = reader.register()
    return RegisterReading(register, tuple(reader.findings))


class _Reader:
    """Reads one register; collects findings as it goes."""

    def __init__(self, contents: Contents) -> None:
        self.contents = contents
        self.findings: list[Finding] = []

    def register(self) -> Register | None:
        tables = {area.name: self._table(area) for area in layout.REGISTER_AREAS}
        info = tables["info"]
        if info is None or tables["departments"] is None or tables["objectives"] is None:
            return None
        lines = info.by_key()
        year = self._year(info, lines.get("year"))
        organisation = _value(lines.get("organisation"))
        if year is None or organisation is None:
            if organisation is None:
                self.say("no_organisation", self.contents.at(info))
            return None
        settings = _Settings(self, info, lines, year)
        return Register(
            organisation=organisation.text,
            year=year,
            level=settings.text("level"),
            parent_organisation=settings.text("parent_organisation"),
            decision_number=settings.text("decision_number"),
            decision_date=settings.read("decision_date", as_date, None),
            place=settings.text("place"),
            signer_title=settings.text("signer_title"),
            period_rule=settings.read("period_rule", _period_rule, PeriodRule.CALENDAR),
            due_h1=settings.read("due_h1", settings.due_date, None),
            due_year=settings.read("due_year", settings.due_date, None),
            due_day_month=settings.read("due_day_month", _day_of_month, None),
            due_day_quarter=settings.read("due_day_quarter", _day_of_month, None),
            strict_before=settings.read("strict_before", as_yes_no, True),
            caution=settings.read("caution", as_number, 90.0),
            language=settings.read("language", _language, "vi"),
            departments=tuple(self._departments(tables["departments"])),
            objectives=tuple(self._objectives(tables["objectives"])),
            measures=tuple(self._measures(tables["plan"])),
            settings={key: self._line_place(info, row) for key, row in lines.items()},
        )

    def _table(self, area: layout.Area) -> Table | None:
        found = self.contents.of(area.name)
        place = Place(self.contents.file)
        if not found:
            self.say("area_missing", place, area=area.title, marker=area.marker)
            return None
        if len(found) > 1:
            sheets = ", ".join(table.sheet for table in found)
            self.say("area_doubled", self.contents.at(found[1]), area=area.title, sheets=sheets)
        return found[0]

    def _year(self, info: Table, row: Row | None) -> int | None:
        cell = _value(row)
        try:
            year = as_number(cell)
        except InvalidCell:
            year = None
        if year is None or not (1990 <= year <= 2099 and year.is_integer()):
            shown = cell.text if cell else ""
            self.say("no_year", self.at(info, cell), value=shown)
            return None
        return int(year)

    def _departments(self, table: Table) -> Iterable[Department]:
        seen: set[str] = set()
        for row in table.rows:
            code = row.text("code") or row.key
            if not code or not (row.text("name") or row.text("code")):
                continue
            if code in seen:
                self.say("duplicate_code", self.at(table, row.cells.get("code")), value=code)
                continue
            seen.add(code)
            yield Department(
                code=code,
                name=row.text("name") or code,
                aliases=listed(row.text("aliases")),
                groups=listed(row.text("groups")),
                head=row.text("head"),
                active_from=self._date(table, row, "active_from"),
                active_to=self._date(table, row, "active_to"),
                place=self._row_place(table, row, "code"),
            )

    def _objectives(self, table: Table) -> Iterable[Objective]:
        seen: set[str] = set()
        for row in table.rows:
            code = row.text("code") or row.key
            if not code or not (row.text("name") or row.text("target")):
                continue
            if code in seen:
                self.say("duplicate_code", self.at(table, row.cells.get("code")), value=code)
                continue
            seen.add(code)
            yield self._objective(table, row, code)

    def _objective(self, table: Table, row: Row, code: str) -> Objective:
        def word(key: str, kind: type[Word], labels: dict[str, str], default: Word) -> Word:
            return self._word(table, row, key, kind, labels) or default

        texts = ("parent", "number", "name", "target", "target_h1", "unit", "numerator_label")
        more = ("denominator_label", "follows", "source", "note")
        return Objective(
            code=code,
            **{key: row.text(key) for key in (*texts, *more)},
            better=self._word(table, row, "better", Better, layout.BETTER),
            over_time=word("over_time", Aggregation, layout.AGGREGATIONS, Aggregation.SUM),
            over_departments=word(
                "over_departments", Aggregation, layout.AGGREGATIONS, Aggregation.SINGLE
            ),
            cadence=word("cadence", Cadence, layout.CADENCES, Cadence.HALF),
            profile=self._word(table, row, "profile", Profile, layout.PROFILES),
            departments=listed(row.text("departments")),
            baseline_h1=self._number(table, row, "baseline_h1"),
            baseline_year=self._number(table, row, "baseline_year"),
            baseline_kind=layout.code_of(row.text("baseline_kind"), layout.BASELINE_KINDS) or "",
            place=self._row_place(table, row, "code"),
            cells=_addresses(table, row),
        )

    def _measures(self, table: Table | None) -> Iterable[Measure]:
        if table is None:
            return
        seen: set[str] = set()
        for row in table.rows:
            number = row.text("number") or row.key
            if not number or not row.text("measure"):
                continue
            if number in seen:
                self.say("duplicate_code", self.at(table, row.cells.get("number")), value=number)
                continue
            seen.add(number)
            keys = (
                "measure",
                "lead",
                "coordinating",
                "deadline",
                "monitor",
                "evidence",
                "resources",
            )
            yield Measure(
                number=number,
                objectives=listed(row.text("objectives")),
                **{key: row.text(key) for key in keys},
                place=self._row_place(table, row, "number"),
                cells=_addresses(table, row),
            )

    def _word(
        self, table: Table, row: Row, key: str, kind: type[Word], labels: dict[str, str]
    ) -> Word | None:
        text = row.text(key)
        if not text:
            return None
        code = layout.code_of(text, labels)
        if code is None:
            near = get_close_matches(text.lower(), [*labels, *labels.values()], 1)
            choices = ", ".join(labels)
            place = self.at(table, row.cells[key])
            self.say("unknown_word", place, value=text, choices=choices, near=(near or [""])[0])
            return None
        return kind(code)

    def _date(self, table: Table, row: Row, key: str) -> date | None:
        try:
            return as_date(row.cells.get(key))
        except InvalidCell:
            self.say("not_a_date", self.at(table, row.cells[key]), value=row.text(key))
            return None

    def _number(self, table: Table, row: Row, key: str) -> float | None:
        try:
            return as_number(row.cells.get(key))
        except InvalidCell:
            self.say("not_a_figure", self.at(table, row.cells[key]), value=row.text(key))
            return None

    def _line_place(self, table: Table, row: Row) -> Place:
        return self.contents.at(table, f"{table.columns.get('value', 'A')}{row.number}")

    def _row_place(self, table: Table, row: Row, key: str) -> Place:
        column = table.columns.get(key) or next(iter(table.columns.values()), "A")
        return self.contents.at(table, f"{column}{row.number}")

    def at(self, table: Table, cell: Cell | None) -> Place:
        return self.contents.at(table, cell.address if cell else "")

    def say(self, name: str, place: Place, **values: object) -> None:
        self.findings.append(READING[name].at(Hit(place, values)))


def _addresses(table: Table, row: Row) -> dict[str, str]:
    return {key: f"{column}{row.number}" for key, column in table.columns.items()}


def _value(row: Row | None) -> Cell | None:
    return row.cells.get("value") if row else None


@dataclass(frozen=True, slots=True)
class _Settings:
    """The settings of the register's first sheet; what cannot be read takes its default."""

    reader: _Reader
    table: Table
    lines: dict[str, Row]
    year: int

    def text(self, key: str) -> str:
        cell = _value(self.lines.get(key))
        return cell.text if cell else ""

    def read(self, key: str, convert: Callable[[Cell], Value | None], default: Value) -> Value:
        cell = _value(self.lines.get(key))
        if cell is None:
            return default
        try:
            value = convert(cell)
        except InvalidCell:
            place = self.reader.at(self.table, cell)
            self.reader.say("unreadable_setting", place, key=key, value=cell.text)
            return default
        return default if value is None else value

    def due_date(self, cell: Cell) -> date | None:
        """Return a due date such as 15/6; Excel may have put its own year to it."""
        day = as_date(cell, self.year)
        return day.replace(year=self.year) if day else None


def _period_rule(cell: Cell) -> PeriodRule:
    return PeriodRule(_word_of(cell, layout.PERIOD_RULES))


def _language(cell: Cell) -> str:
    return _word_of(cell, layout.LANGUAGES)


def _word_of(cell: Cell, labels: dict[str, str]) -> str:
    code = layout.code_of(cell.text, labels)
    if code is None:
        raise InvalidCell(cell.text)
    return code


def _day_of_month(cell: Cell) -> int | None:
    number = as_number(cell)
    if number is not None and not (1 <= number <= 31 and number.is_integer()):
        raise InvalidCell(cell.text)
    return None if number is None else int(number)
