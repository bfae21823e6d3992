"""A form without its register: what its cells hold wrongly can be told all the same."""

from __future__ import annotations

from typing import TYPE_CHECKING

from qms_xlsx.book import areas as layout
from qms_xlsx.domain.deadline import Deadline
from qms_xlsx.domain.department import Department
from qms_xlsx.domain.indicator import RATIO, Aggregation, Component, Objective
from qms_xlsx.domain.measure import Measure
from qms_xlsx.domain.period import SLOTS, Cadence
from qms_xlsx.domain.register import Register
from qms_xlsx.read.cells import InvalidCell, as_number
from qms_xlsx.read.form import read_form
from qms_xlsx.read.form_case import FormCase
from qms_xlsx.read.indicators import understood

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from qms_xlsx.domain.finding import Finding
    from qms_xlsx.read.tables import Contents, Row

_OF_CELLS = ("V", "S102", "S108", "S115", "S129", "S13", "S14")
"""Codes that stand whatever the register says: of cells, rows and dates as they are."""
_OF_THE_REGISTER = ("S134", "S137", "S138", "V301")
_NO_YEAR = 2000


def cell_findings(contents: Contents) -> list[Finding]:
    """Return what is wrong with a form's cells, its own labels taken for the register's rows."""
    case = FormCase(contents, Register(organisation="", year=_NO_YEAR))
    return [
        finding
        for finding in read_form(contents, _as_labelled(case)).findings
        if finding.code.startswith(_OF_CELLS) and finding.code not in _OF_THE_REGISTER
    ]


def _as_labelled(case: FormCase) -> Register:
    """Return the register that a form's labels would make: one department and its rows."""
    head = {key: cell.text if (cell := case.info(key)) else "" for key in
            ("organisation", "department")}  # fmt: skip
    own = Department(code=head["department"], name=head["department"])
    return Register(
        organisation=head["organisation"],
        year=_year(case),
        departments=(own,),
        objectives=understood(tuple(_objectives(case, own.code))),
        measures=tuple(
            Measure(number=row.key, measure=row.text("measure"), lead=own.name,
                    deadline=Deadline(text=row.words("deadline")))
            for row in case.rows(layout.PROGRESS.name)
            if row.key
        ),
    )  # fmt: skip


def _year(case: FormCase) -> int:
    try:
        return int(as_number(case.info("year")) or _NO_YEAR)
    except InvalidCell:
        return _NO_YEAR


def _objectives(case: FormCase, department: str) -> Iterator[Objective]:
    rows: dict[str, list[Row]] = {}
    for row in case.rows(layout.RESULTS.name):
        code, _, part = row.key.rpartition(":")
        if code and part in set(Component):
            rows.setdefault(code, []).append(row)
    for code, own in rows.items():
        pair = {row.key.rpartition(":")[2] for row in own} == set(RATIO)
        yield Objective(
            code=code,
            name=own[0].text("name"),
            target=own[0].words("target"),
            unit=own[0].text("unit"),
            over_time=Aggregation.RATIO if pair else None,
            cadence=_cadence(own),
            departments=(department,),
        )


def _cadence(rows: Sequence[Row]) -> Cadence:
    """Return what a row is typed in: one finer than the finest slots that its formulas fill."""
    held = [(slot.cadence, cell) for row in rows for slot in SLOTS
            if (cell := row.cells.get(slot.key))]  # fmt: skip
    filled = [cadence for cadence, cell in held if cell.state in ("formula", "unvalued")]
    typed = [cadence for cadence, cell in held if cell.state not in ("formula", "unvalued")]
    if not filled:
        return min(typed, key=lambda cadence: cadence.months, default=Cadence.YEAR)
    coarser = min(cadence.months for cadence in filled)
    return max((c for c in Cadence if c.months < coarser), key=lambda cadence: cadence.months)
