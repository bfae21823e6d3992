"""Departments of the next year: those that closed are gone, their work is their successors'."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from qms_xlsx.book.areas import DEPARTMENTS
from qms_xlsx.domain.department import parties, party_key
from qms_xlsx.history.next_year.model import Carried, Handed, Values, typed
from qms_xlsx.language.messages import message
from qms_xlsx.language.symbols import day

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from qms_xlsx.domain.department import Department
    from qms_xlsx.domain.finding import Place
    from qms_xlsx.domain.register import Register
    from qms_xlsx.history.next_year.model import OldYear


@dataclass(frozen=True, slots=True)
class Heirs:
    """Who goes on with the work of the departments that closed in a year or before."""

    register: Register
    by_code: dict[str, str] = field(default_factory=dict)
    """The heir of each closed department, by code; those without one are not in it."""

    @classmethod
    def of(cls, register: Register) -> Heirs:
        """Return the heirs that a register names, each still at work in the next year."""
        closed = {d.code for d in register.departments if d.closed.year <= register.year}
        found: dict[str, str] = {}
        for code in closed:
            chain = register.with_successors((code,))
            if chain[-1] not in closed:
                found[code] = chain[-1]
        return cls(register, found)

    def renamed(self, text: str) -> str:
        """Return a text of parties in which an heir's name stands for each closed department's."""
        named = parties(text)
        new = [self._name(name) for name in named]
        return text if tuple(new) == named else "; ".join(dict.fromkeys(new))

    def _name(self, name: str) -> str:
        own = [code for code in self.by_code if party_key(name) in _names(self._of(code))]
        if not own:
            return name
        heir = self._of(self.by_code[own[0]])
        return heir.code if party_key(name) == party_key(own[0]) else heir.name

    def _of(self, code: str) -> Department:
        return self.register.department_by_code[code]


def departments(old: OldYear, heirs: Heirs) -> tuple[list[Values], list[Carried]]:
    """Return the rows of the departments that go on, and what became of each that closed."""
    table = old.table(DEPARTMENTS.name)
    rows: list[Values] = []
    carried: list[Carried] = []
    known = old.register.department_by_code
    for row in table.rows if table else ():
        own = known.get(row.text("code") or row.key)
        if table is None or not row.cells:
            continue
        source = old.source(table, row, "code")
        if own and own.code in heirs.by_code:
            carried.append(_gone(own, known[heirs.by_code[own.code]], source))
            continue
        values = typed(row)
        if own:
            before = [known[code] for code, heir in heirs.by_code.items() if heir == own.code]
            carried += _merged(values, own, before, len(rows), source)
            if own.closed.year <= old.year:
                carried.append(_unsettled(own, len(rows), source))
        rows.append(values)
    kept = message("{n} departments", n=len(rows))
    carried.append(Carried(how=Handed.KEPT, says=kept, area=DEPARTMENTS.name, key="code"))
    return rows, carried


def _gone(own: Department, heir: Department, source: Place) -> Carried:
    says = message(
        "{name} closed on {day}; its objectives, shares and measures are with {heir} now",
        name=own.name,
        day=day(own.active_to),
        heir=heir.name,
    )
    return Carried(how=Handed.MOVED, says=says, before=own.name, now=heir.name, source=source)


def _merged(
    values: Values, heir: Department, before: Iterable[Department], row: int, source: Place
) -> Iterator[Carried]:
    """Let an heir answer to the names of those it follows, and stand in their groups."""
    gone = tuple(before)
    if not gone:
        return
    names = [name for own in gone for name in (own.name, *own.aliases, own.code)]
    new = {
        "aliases": _joined(heir.aliases, names, _names(heir)),
        "groups": _joined(heir.groups, [group for own in gone for group in own.groups], set()),
    }
    for key, text in new.items():
        was = str(values.get(key) or "")
        if text != was:
            values[key] = text
            yield Carried(
                how=Handed.MOVED,
                says=message("{name}: “{column}”", name=heir.name, column=_label(key)),
                before=was,
                now=text,
                source=source,
                area=DEPARTMENTS.name,
                row=row,
                key=key,
            )


def _unsettled(own: Department, row: int, source: Place) -> Carried:
    says = message(
        "{name} closed on {day} and nobody is named who goes on with its work: name a successor "
        "(“{column}”), or give its rows to others",
        name=own.name,
        day=day(own.active_to),
        column=_label("successor"),
    )
    return Carried(
        how=Handed.ASKED,
        says=says,
        before=own.name,
        source=source,
        area=DEPARTMENTS.name,
        row=row,
        key="successor",
    )


def _label(key: str) -> str:
    return DEPARTMENTS.column(key).label.partition(" (")[0]


def _joined(own: Iterable[str], more: Iterable[str], known: set[str]) -> str:
    """Return names with others behind them, each once."""
    found = {party_key(name): name for name in own}
    for name in more:
        if party_key(name) not in known:
            found.setdefault(party_key(name), name)
    return "; ".join(found.values())


def _names(own: Department) -> set[str]:
    return {party_key(name) for name in (own.code, own.name, *own.aliases)}
