"""Offices' summaries and registers above them as tests need them, each from a line of text."""

from __future__ import annotations

from dataclasses import replace
from datetime import date
from typing import Any

from qms_xlsx.domain.department import Department
from qms_xlsx.domain.finding import Place
from qms_xlsx.domain.indicator import Aggregation, Objective
from qms_xlsx.domain.office import Office, OfficeRow, OfficeSummary, Proof
from qms_xlsx.domain.period import Cadence, Period
from qms_xlsx.domain.register import Register
from qms_xlsx.domain.status import Status
from qms_xlsx.judge.offices import roll_up
from qms_xlsx.judge.rolled import RolledUp
from qms_xlsx.read.indicators import understood

H1 = Period.parse("2024-H1")
DAY = date(2024, 7, 3)


def row(code: str = "T1", way: str = "ratio", **known: Any) -> OfficeRow:
    """Return an office's row: of a pair as (numerator, denominator), else with its figure."""
    time, _, across = way.partition("/")
    pair = known.pop("pair", None)
    if pair:
        known |= {"numerator": pair[0], "denominator": pair[1], "actual": 100 * pair[0] / pair[1]}
    facts: dict[str, Any] = {
        "name": "Hồ sơ đúng hạn", "number": "1", "unit": "%", "target": "từ 95% trở lên",
        "comparator": ">=", "status": Status.MET, "reach": 6, "slots": (1, 1),
        "year_target": 95.0, "period_target": 95.0,
    }  # fmt: skip
    return OfficeRow(
        code=code,
        over_time=Aggregation(time),
        over_departments=Aggregation(across or time),
        **facts | {"place": Place("", "Kết quả đã xét", "O20")} | known,
    )


def summary(name: str = "UBND xã A", *rows: OfficeRow, **known: Any) -> OfficeSummary:
    """Return the summary of an office, its file named by it."""
    file = known.pop("file", f"{name}.xlsx")
    facts: dict[str, Any] = {"period": H1, "as_of": DAY, "layout": 2, "proof": Proof.SEALED}
    told = tuple(replace(r, place=replace(r.place, file=file)) for r in rows)
    return OfficeSummary(organisation=name, rows=told, file=file, **facts | known)


def office(name: str, *rows: OfficeRow, **known: Any) -> Office:
    """Return an office whose summary counts; without rows one that sent nothing."""
    return Office(code=name, name=name, summary=summary(name, *rows, **known) if rows else None)


def above(*rows: dict[str, Any], offices: tuple[str, ...] = ()) -> Register:
    """Return the register of the level above, its rows by the names of the register's columns."""
    departments = tuple(Department(code=name, name=name, groups=("Các xã",)) for name in offices)
    register = Register(
        organisation="UBND tỉnh", year=2024, due_h1=date(2024, 7, 5), departments=departments
    )
    place = Place("tinh.xlsx", "Mục tiêu", "C8")
    made = [Objective(**{"cadence": Cadence.HALF, "place": place} | one) for one in rows]
    return replace(register, objectives=understood(made, register))


RATE: dict[str, Any] = {
    "code": "T1", "name": "Hồ sơ đúng hạn", "target": "từ 95% trở lên", "unit": "%",
    "numerator_label": "đúng hạn", "denominator_label": "đã trả",
    "over_time": Aggregation.RATIO, "over_departments": Aggregation.RATIO,
}  # fmt: skip
JOBS: dict[str, Any] = {
    "code": "T2", "name": "Tạo việc làm", "target": "1.000 người", "unit": "người",
    "over_time": Aggregation.SUM, "over_departments": Aggregation.SUM,
}  # fmt: skip


def jobs(number: float | None, **known: Any) -> OfficeRow:
    """Return an office's row of new jobs, following T2."""
    facts = {"name": "Việc làm mới", "unit": "người", "target": "100 người", "follows": "T2"}
    return row("M2", "sum", actual=number, **facts | known)


def rolled(register: Register, *offices: Office) -> RolledUp:
    """Return the level above these offices at half-year."""
    return roll_up(register, offices, H1, DAY)
