"""Family X, closed periods: what later forms say of figures that were reported and stand."""

from __future__ import annotations

from itertools import groupby
from typing import TYPE_CHECKING

from qms_xlsx.codes.catalogue import finding
from qms_xlsx.domain.finding import Place
from qms_xlsx.domain.submission import NotCounted
from qms_xlsx.language.messages import message
from qms_xlsx.language.symbols import NOTHING
from qms_xlsx.rules.across import value_shown

if TYPE_CHECKING:
    from collections.abc import Collection, Iterable, Iterator

    from qms_xlsx.domain.closing import LateChange, Settled
    from qms_xlsx.domain.finding import Finding
    from qms_xlsx.domain.register import Register
    from qms_xlsx.domain.submission import Entry


def closed_findings(
    register: Register, settled: Settled, used: Collection[str]
) -> Iterator[Finding]:
    """Yield what the forms that count say of closed periods, and whose forms are gone."""
    told = [change for change in settled.changes if change.submission.path in used]
    for path, own in groupby(told, lambda change: change.submission.path):
        yield from _of_a_form(register, path, list(own))
    for kept in settled.kept:
        place, department = Place(kept.path), kept.department
        name = register.department_by_code[department].name
        yield finding("X114", place, department, name=name)


def late_forms(changes: Iterable[LateChange], used: Collection[str]) -> Iterator[NotCounted]:
    """Yield the forms of which nothing counts: their period was closed without them."""
    late: dict[str, LateChange] = {}
    for change in changes:
        reported = change.submission.report_period
        inside = reported is not None and change.closed.covers(reported.slot)
        if inside and change.submission.path in used and _came_late(change):
            late.setdefault(change.submission.path, change)
    for path, change in late.items():
        reason = message("{period} was closed without it", period=change.closed.period.label)
        yield NotCounted(path, change.key.department, reason, shut=True)


def _came_late(change: LateChange) -> bool:
    """Whether a department reports for the first time after the period was closed."""
    return change.admitted is None and not change.closed.of(change.key.department)


def _of_a_form(register: Register, path: str, changes: list[LateChange]) -> Iterator[Finding]:
    refused = [change for change in changes if change.admitted is None]
    late = [change for change in refused if _came_late(change)]
    department = changes[0].key.department
    if late:
        slots = dict.fromkeys(change.key.slot.label for change in late)
        values = {"period": late[0].closed.period.label, "slots": ", ".join(slots)}
        yield finding("X112", Place(path), department, **values)
    for change in refused:
        if change not in late:
            yield _changed(register, change)
    if admitted := [change for change in changes if change.admitted]:
        leave = admitted[0].admitted
        period, reason = admitted[0].closed.period.label, leave.reason if leave else ""
        place, count = Place(path), len(admitted)
        yield finding("X113", place, department, n=count, period=period, reason=reason)


def _changed(register: Register, change: LateChange) -> Finding:
    key = change.key
    return finding(
        "X111",
        change.now.place if change.now else Place(change.submission.path),
        key.department,
        slot=key.slot.label,
        name=register.by_code[key.objective].name,
        reported=_shown(change.reported),
        now=_shown(change.now),
        period=change.closed.period.label,
    )


def _shown(entry: Entry | None) -> str:
    return value_shown(entry.value) if entry else NOTHING
