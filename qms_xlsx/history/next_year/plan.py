"""The plan of the next year: what comes back is renewed, what was due once is asked about."""

from __future__ import annotations

from dataclasses import replace
from datetime import date, datetime
from typing import TYPE_CHECKING

from qms_xlsx.book.areas import PLAN
from qms_xlsx.domain.deadline import DeadlineKind
from qms_xlsx.domain.deadline.values import clipped
from qms_xlsx.history.next_year.model import Carried, Handed, Values, named, typed
from qms_xlsx.history.next_year.wording import reworded
from qms_xlsx.language.messages import message
from qms_xlsx.language.symbols import day
from qms_xlsx.language.years import moved_on
from qms_xlsx.read.register_rows import deadline_of
from qms_xlsx.read.tables import Cell

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from qms_xlsx.domain.deadline import Deadline
    from qms_xlsx.domain.finding import Place
    from qms_xlsx.domain.measure import Measure
    from qms_xlsx.history.next_year.departments import Heirs
    from qms_xlsx.history.next_year.model import OldYear
    from qms_xlsx.read.tables import Row, Table

_WORDS = ("measure", "evidence", "resources")
_PARTIES = ("lead", "coordinating", "monitor")
_RENEWED = frozenset({DeadlineKind.RECURRING, DeadlineKind.ONGOING, DeadlineKind.ON_EVENT})


def plan(old: OldYear, heirs: Heirs) -> tuple[list[Values], list[Carried]]:
    """Return the rows of the plan, their deadlines in the next year, and what is to be asked."""
    table = old.table(PLAN.name)
    rows: list[Values] = []
    carried: list[Carried] = []
    known = {own.number: own for own in old.register.measures}
    for row in table.rows if table else ():
        if table and row.cells:
            values = typed(row, ("quote",))
            carried += _moved(values, old, table, row, len(rows))
            carried += _led(values, heirs, len(rows), old.source(table, row, "lead"))
            own = known.get(row.text("number") or row.key)
            if own:
                carried += _deadline(
                    values, old, own, len(rows), old.source(table, row, "deadline")
                )
            rows.append(values)
    return rows, carried


def _moved(values: Values, old: OldYear, table: Table, row: Row, place: int) -> Iterator[Carried]:
    name, source = _name(values), old.source(table, row, "measure")
    return reworded(values, _WORDS, PLAN, old.year, row=place, name=name, source=source)


def _name(values: Values) -> str:
    return named(values, "number", "measure")


def _led(values: Values, heirs: Heirs, place: int, source: Place) -> Iterator[Carried]:
    for key in _PARTIES:
        before = str(values.get(key) or "")
        now = heirs.renamed(before)
        if now != before:
            values[key] = now
            yield Carried(
                how=Handed.MOVED,
                says=message(
                    "{name}: “{column}”", name=_name(values), column=PLAN.column(key).label
                ),
                before=before,
                now=now,
                source=source,
                area=PLAN.name,
                row=place,
                key=key,
            )


def _deadline(
    values: Values, old: OldYear, own: Measure, place: int, source: Place
) -> Iterator[Carried]:
    """Move a measure's deadline on; yields whether it is renewed, or due once and to be decided."""
    before = values.get("deadline")
    now, kept = _next(before, old.year)
    values["deadline"] = now
    line = Carried(
        how=Handed.KEPT,
        says=message("{name}: renewed", name=_name(values)),
        before=_words(before),
        now=_words(now),
        source=source,
        area=PLAN.name,
        row=place,
        key="deadline",
    )
    state = old.states.get(own.number)
    once = own.deadline.understood and not (_RENEWED & {*own.deadline.kinds} or own.deadline.every)
    if once and state:
        says = message(
            "{name}: due once last year ({state}) – keep it with the new date, or delete the row",
            name=_name(values),
            state=state,
        )
        yield replace(line, how=Handed.ASKED, says=says)
    else:
        yield replace(line, how=Handed.MOVED) if line.before != line.now else line
    if kept or not _follows(own.deadline, before, now, old.year):
        says = message(
            "{name}: is the deadline still right? Not all of its dates moved on by a year",
            name=_name(values),
        )
        yield replace(line, how=Handed.ASKED, says=says)


def _next(before: object, year: int) -> tuple[object, tuple[str, ...]]:
    """Return a deadline's cell a year later, and the passages of it that stay."""
    if isinstance(before, date):
        return _later(before), ()
    if not isinstance(before, str):
        return before, ()
    moved = moved_on(before, year, deadline=True)
    return moved.text, moved.kept


def _words(cell: object) -> str:
    return day(cell) if isinstance(cell, date) else str(cell or "")


def _later(day: date) -> date:
    later = clipped(day.year + 1, day.month, day.day) or day
    return datetime(later.year, later.month, later.day) if isinstance(day, datetime) else later


def _follows(deadline: Deadline, before: object, now: object, year: int) -> bool:
    """Whether the new words give the old due dates a year later; dates typed as such do."""
    if not isinstance(before, str) or not isinstance(now, str) or not deadline.understood:
        return True
    old, new = (deadline_of(Cell(text, ""), y) for text, y in ((before, year), (now, year + 1)))
    return _days(new.due) == _days(map(_later, old.due))


def _days(days: Iterable[date]) -> list[tuple[int, int, int]]:
    """Return days so that the last of one February is that of another."""
    return [(d.year, d.month, 28 if (d.month, d.day) == (2, 29) else d.day) for d in days]
