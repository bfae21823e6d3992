"""Register workbook → Register."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum
from typing import TYPE_CHECKING, TypeVar

from qms_xlsx.book import areas as layout
from qms_xlsx.codes.catalogue import finding
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
from qms_xlsx.domain.target import Better, Kind, Target
from qms_xlsx.read.cells import InvalidCell, as_date, as_number, as_yes_no, listed
from qms_xlsx.read.old_text import OLD_TEXT_IN_REGISTERS, modernised
from qms_xlsx.read.settings import (
    Settings,
    day_of_month,
    language,
    period_rule,
    value_of,
)

if TYPE_CHECKING:
    from collections.abc import Iterable
    from datetime import date

    from qms_xlsx.read.tables import Cell, Contents, Row, Table

Word = TypeVar("Word", bound=StrEnum)
_ANY_YEAR = 2000
"""Stands in for a year that cannot be read, so that the other faults are found too."""

_ALIKE = {how: how for how in (Aggregation.SUM, Aggregation.RATIO, Aggregation.ALL)}
"""What adds up over time adds up over departments too, where the register leaves that blank."""


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
        info, departments, objectives = (tables[n] for n in ("info", "departments", "objectives"))
        if info is None or departments is None or objectives is None:
            return None
        lines = info.by_key()
        year = self._year(info, lines.get("year"))
        organisation = value_of(lines.get("organisation"))
        if organisation is None:
            self.say("no_organisation", self._line_place(info, lines.get("organisation")))

        def unreadable(cell: Cell, name: str) -> None:
            self.say("unreadable_setting", self.at(info, cell), key=name, value=cell.text)

        settings = Settings(info, lines, year or _ANY_YEAR, unreadable)
        register = Register(
            organisation=organisation.text if organisation else "",
            year=settings.year,
            level=settings.text("level"),
            parent_organisation=settings.text("parent_organisation"),
            decision_number=settings.text("decision_number"),
            decision_date=settings.read("decision_date", as_date, None),
            place=settings.text("place"),
            signer_title=settings.text("signer_title"),
            period_rule=settings.read("period_rule", period_rule, PeriodRule.CALENDAR),
            due_h1=settings.read("due_h1", settings.due_date, None),
            due_year=settings.read("due_year", settings.due_date, None),
            due_day_month=settings.read("due_day_month", day_of_month, None),
            due_day_quarter=settings.read("due_day_quarter", day_of_month, None),
            strict_before=settings.read("strict_before", as_yes_no, True),
            caution=settings.read("caution", as_number, 90.0),
            language=settings.read("language", language, "vi"),
            departments=tuple(self._departments(departments)),
            objectives=tuple(self._objectives(objectives)),
            measures=tuple(self._measures(tables["plan"])),
            settings={key: self._line_place(info, row) for key, row in lines.items()},
        )
        listed_in = ((departments, register.departments), (objectives, register.objectives))
        for table in (table for table, rows in listed_in if not rows):
            title = layout.AREAS[table.area].title
            self.say("area_empty", self.contents.at(table), area=title)
        return register if year and organisation else None

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
        cell = value_of(row)
        try:
            year = as_number(cell)
        except InvalidCell:
            year = None
        if year is None or not (1990 <= year <= 2099 and year.is_integer()):
            shown = cell.text if cell else ""
            self.say("no_year", self._line_place(info, row), value=shown)
            return None
        return int(year)

    def _departments(self, table: Table) -> Iterable[Department]:
        seen: set[str] = set()
        for row in table.rows:
            code = self._code(table, row, "code", ("name", "aliases", "head"))
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
            code = self._code(table, row, "code", ("name", "target"))
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

        pairs = bool(row.text("numerator_label"))
        over_time = word(
            "over_time",
            Aggregation,
            layout.AGGREGATIONS,
            Aggregation.RATIO if pairs else Aggregation.SUM,
        )
        texts = ("parent", "number", "name", "target", "target_h1", "numerator_label")
        more = ("denominator_label", "follows", "source", "note")
        return Objective(
            code=code,
            **{key: row.text(key) for key in (*texts, *more)}
            | {key: row.words(key) for key in ("target", "target_h1")},
            unit=row.text("unit") or _unit_in_words(row.words("target")),
            better=self._word(table, row, "better", Better, layout.BETTER),
            over_time=over_time,
            over_departments=word(
                "over_departments",
                Aggregation,
                layout.AGGREGATIONS,
                _ALIKE.get(over_time, Aggregation.SINGLE),
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
            number = self._code(table, row, "number", ("measure",))
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
                **{key: row.text(key) for key in keys} | {"deadline": row.words("deadline")},
                place=self._row_place(table, row, "number"),
                cells=_addresses(table, row),
            )

    def _code(self, table: Table, row: Row, key: str, telling: tuple[str, ...]) -> str:
        """Return a row's code; what is written in a row without one is not lost silently."""
        code = row.text(key) or row.key
        written = next((row.text(other) for other in telling if row.text(other)), "")
        if not code and written:
            self.say("row_without_code", self._row_place(table, row, key), value=written)
        return code

    def _word(
        self, table: Table, row: Row, key: str, kind: type[Word], labels: dict[str, str]
    ) -> Word | None:
        text = row.text(key)
        if not text:
            return None
        code = layout.code_of(text, labels)
        if code is None:
            place = self.at(table, row.cells[key])
            self.say("unknown_word", place, value=text, choices=", ".join(labels))
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

    def _line_place(self, table: Table, row: Row | None) -> Place:
        column = table.columns.get("value", "A")
        return self.contents.at(table, f"{column}{row.number}" if row else "")

    def _row_place(self, table: Table, row: Row, key: str) -> Place:
        column = table.columns.get(key) or next(iter(table.columns.values()), "A")
        return self.contents.at(table, f"{column}{row.number}")

    def at(self, table: Table, cell: Cell | None) -> Place:
        return self.contents.at(table, cell.address if cell else "")

    def say(self, name: str, place: Place, **values: object) -> None:
        self.findings.append(finding(name, place, **values))


def _addresses(table: Table, row: Row) -> dict[str, str]:
    return {key: f"{column}{row.number}" for key, column in table.columns.items()}


def _unit_in_words(target: str) -> str:
    """Return the unit that a target's words name, where the register leaves its own blank."""
    targets = Target.parse(target).targets if target else ()
    one = targets[0] if len(targets) == 1 else None
    return (one.unit or "") if one and one.kind in (Kind.THRESHOLD, Kind.RANGE) else ""
