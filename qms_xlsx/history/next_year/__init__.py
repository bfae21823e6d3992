"""The next year: what a year hands on, nothing of it silently."""

from __future__ import annotations

from datetime import date
from itertools import islice
from typing import TYPE_CHECKING

from qms_xlsx.book.areas import (
    ALLOCATIONS,
    DEPARTMENTS,
    EXCEPTIONS,
    INFO,
    OBJECTIVES,
    PLAN,
    REGISTER_AREAS,
)
from qms_xlsx.book.lines import INFO_LINES
from qms_xlsx.history.next_year.departments import Heirs, departments
from qms_xlsx.history.next_year.model import (
    Carried,
    Handed,
    NextYear,
    OldYear,
    Values,
    again,
    typed,
)
from qms_xlsx.history.next_year.objectives import objectives
from qms_xlsx.history.next_year.plan import plan
from qms_xlsx.history.next_year.wording import reworded
from qms_xlsx.language.messages import message
from qms_xlsx.language.symbols import day
from qms_xlsx.language.years import moved_on

if TYPE_CHECKING:
    from collections.abc import Iterator

    from qms_xlsx.read.tables import Row

__all__ = ["Carried", "Handed", "Heirs", "NextYear", "OldYear", "Values", "next_year"]

_NEW = ("decision_number", "decision_date", "start")
"""Settings that are one year's own."""
_LABELS = {line.key: line.label for line in INFO_LINES}
_LOOSE_SHOWN = 50


def next_year(old: OldYear) -> NextYear:
    """Return the next year's register, and the list of all that came into it or stayed behind."""
    heirs = Heirs.of(old.register)
    info, carried = _info(old)
    rows = {INFO.name: [info]}
    for area, make in ((DEPARTMENTS, departments), (OBJECTIVES, objectives), (PLAN, plan)):
        rows[area.name], found = make(old, heirs)
        carried += found
    rows[ALLOCATIONS.name], found = _allocations(old, heirs)
    carried += (*found, *_exceptions(old), *_loose(old))
    order = list(Handed)
    carried.sort(key=lambda one: order.index(one.how))
    return NextYear(old.year + 1, rows, tuple(carried), heirs.by_code)


def _info(old: OldYear) -> tuple[Values, list[Carried]]:
    """Return the settings: the year moved on, the decision's own left blank."""
    table = old.table(INFO.name)
    values: Values = {}
    carried: list[Carried] = []
    for key, row in table.by_key().items() if table else ():
        cell = row.cells.get("value")
        if table is None or cell is None:
            continue
        now, how = again(cell), None
        if key == "year":
            now, how = old.year + 1, Handed.MOVED
        elif key in _NEW:
            now, how = None, Handed.ASKED
        elif isinstance(now, date):
            now, how = now.replace(year=old.year + 1), Handed.MOVED
        elif isinstance(now, str) and (moved := moved_on(now, old.year).text) != now:
            now, how = moved, Handed.MOVED
        values[key] = now
        if how:
            says = message("{setting}", setting=_LABELS.get(key, key))
            if how is Handed.ASKED:
                says = message("{setting}: enter that of the new year", setting=_LABELS[key])
            carried.append(
                Carried(
                    how=how,
                    says=says,
                    before=cell.text,
                    now=day(now) if isinstance(now, date) else str(now or ""),
                    source=old.source(table, row, "value"),
                    area=INFO.name,
                    key=key,
                )
            )
    return values, carried


def _allocations(old: OldYear, heirs: Heirs) -> tuple[list[Values], list[Carried]]:
    """Return the shares, each of them listed: they are last year's until somebody looks."""
    table = old.table(ALLOCATIONS.name)
    rows: list[Values] = []
    carried: list[Carried] = []
    for row in table.rows if table else ():
        if table is None or not row.cells:
            continue
        values, source = typed(row), old.source(table, row, "department")
        before = _share(row)
        values["department"] = heirs.renamed(str(values.get("department") or ""))
        keys = ("target", "target_h1")
        name = f"{values.get('objective', '')} · {values['department']}"
        place = len(rows)
        carried += reworded(
            values, keys, ALLOCATIONS, old.year, row=place, name=name, source=source
        )
        carried.append(
            Carried(
                how=Handed.ASKED,
                says=message("Share of last year: is it the new year's, too?"),
                before=before,
                now=" · ".join(str(value) for value in values.values() if value),
                source=source,
                area=ALLOCATIONS.name,
                row=place,
                key="target",
            )
        )
        rows.append(values)
    return rows, carried


def _share(row: Row) -> str:
    return " · ".join(cell.words for cell in row.cells.values())


def _exceptions(old: OldYear) -> Iterator[Carried]:
    for one in old.register.exceptions:
        yield Carried(
            how=Handed.ASKED,
            says=message("Leave to change a closed period: it stays with last year"),
            before=" · ".join(filter(None, (one.period, one.department, one.reason))),
            source=one.place,
            area=EXCEPTIONS.name,
            key="period",
        )


def _loose(old: OldYear) -> Iterator[Carried]:
    """Yield what stands in the old register where no column of ours is."""
    areas = {area.name for area in REGISTER_AREAS}
    tables = [table for table in old.contents.tables if table.area in areas]
    cells = ((table, cell) for table in tables for cell in table.loose)
    for table, cell in islice(cells, _LOOSE_SHOWN):
        yield Carried(
            how=Handed.ASKED,
            says=message("Stands beside or below the tables and was not carried over"),
            before=cell.text,
            source=old.contents.at(table, cell.address),
        )
