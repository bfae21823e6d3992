"""Register workbook → Register."""

from __future__ import annotations

from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

from qms_xlsx.book import areas as layout
from qms_xlsx.domain.finding import Finding, Place
from qms_xlsx.domain.period import PeriodRule
from qms_xlsx.domain.register import Register
from qms_xlsx.read.cells import InvalidCell, as_date, as_number, as_yes_no
from qms_xlsx.read.indicators import shared_out, understood
from qms_xlsx.read.old_text import OLD_TEXT_IN_REGISTERS, modernised
from qms_xlsx.read.register_rows import RowReader
from qms_xlsx.read.settings import (
    Settings,
    caution,
    day_of_month,
    period_rule,
    value_of,
)

if TYPE_CHECKING:
    from qms_xlsx.read.tables import Cell, Contents, Row, Table

_ANY_YEAR = 2000
"""Stands in for a year that cannot be read, so that the other faults are found too."""


@dataclass(frozen=True, slots=True)
class RegisterReading:
    """A register as far as it could be read, and what was wrong; None when it cannot be trusted."""

    register: Register | None
    findings: tuple[Finding, ...]


def read_register(contents: Contents) -> RegisterReading:
    """Return the register of a workbook; every fault is a finding, not only the first."""
    modern = modernised(contents)
    reader = _Reader(modern.contents)
    reader.findings += modern.findings(OLD_TEXT_IN_REGISTERS)
    register = reader.register()
    return RegisterReading(register, tuple(reader.findings))


class _Reader(RowReader):
    """Reads one register; collects findings as it goes."""

    def register(self) -> Register | None:
        tables = {area.name: self._table(area) for area in layout.REGISTER_AREAS}
        info, departments, objectives = (tables[n] for n in ("info", "departments", "objectives"))
        if info is None or departments is None or objectives is None:
            return None
        facts = self._facts(info)
        register = replace(facts, departments=tuple(self.departments(departments)))
        rows = tuple(self.objectives(objectives))
        register = replace(
            register,
            objectives=understood(rows, register),
            measures=tuple(self.measures(tables["plan"], register)),
            exceptions=tuple(self.exceptions(tables["exceptions"])),
        )
        given = tuple(self.allocations(tables["allocations"]))
        register = replace(register, allocations=shared_out(given, register))
        for table, listed in ((departments, register.departments), (objectives, rows)):
            if not listed:
                title = layout.AREAS[table.area].title
                self.say("area_empty", self.contents.at(table), area=title)
        return register if register.organisation and self.dated else None

    def _facts(self, info: Table) -> Register:
        """Return the register's settings, without its tables."""
        lines = info.by_key()
        year = self._year(info, lines.get("year"))
        self.dated = year is not None
        organisation = value_of(lines.get("organisation"))
        if organisation is None:
            self.say("no_organisation", self._line_place(info, lines.get("organisation")))

        def unreadable(cell: Cell, name: str) -> None:
            self.say("unreadable_setting", self.at(info, cell), key=name, value=cell.text)

        settings = Settings(info, lines, year or _ANY_YEAR, unreadable)
        return Register(
            organisation=settings.text("organisation"),
            year=settings.year,
            start=settings.read("start", settings.day, None),
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
            caution=settings.read("caution", caution, 90.0),
            settings={key: self._line_place(info, row) for key, row in lines.items()},
        )

    def _table(self, area: layout.Area) -> Table | None:
        found = self.contents.of(area.name)
        if not found:
            if area.name not in layout.OPTIONAL_AREAS:
                place = Place(self.contents.file)
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

    def _line_place(self, table: Table, row: Row | None) -> Place:
        column = table.columns.get("value", "A")
        return self.contents.at(table, f"{column}{row.number}" if row else "")
