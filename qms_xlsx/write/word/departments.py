"""The departments' work: counts in one table, and each department's items below."""

from __future__ import annotations

from dataclasses import fields
from typing import TYPE_CHECKING

from qms_xlsx import say
from qms_xlsx.language.symbols import NOTHING, day
from qms_xlsx.say.names import one_line
from qms_xlsx.say.report.workload import Workload, load_in_words, total, workloads
from qms_xlsx.say.states import LATE, MEASURES, MISSING, ON_TIME, RECEIVED, REFUSED, WAITING
from qms_xlsx.say.verdicts import achieved, period_level, year_level
from qms_xlsx.write.reminders.debts import ReportState, report_state
from qms_xlsx.write.word.filling import Filling, TableRow
from qms_xlsx.write.word.office import office_fields, signers

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping

    from qms_xlsx.domain.department import Department
    from qms_xlsx.judge.results import Aggregate, MeasureResult, Result

_REPORTS = {
    ReportState.NOT_EXPECTED: NOTHING,
    ReportState.ON_TIME: ON_TIME,
    ReportState.RECEIVED: RECEIVED,
    ReportState.LATE: LATE,
    ReportState.MISSING: MISSING,
    ReportState.REJECTED: REFUSED,
    ReportState.WAITING: WAITING,
}


def departments_filling(aggregate: Aggregate, sent_back: Mapping[str, int]) -> Filling:
    """Return the texts of the departments' table; `sent_back` counts forms given back."""
    loads, known = workloads(aggregate, sent_back), aggregate.register.department_by_code
    rows: list[TableRow] = [
        ("departments", _counts(loads[code]) | _named(index, known[code], aggregate))
        for index, code in enumerate(loads, 1)
    ]
    rows.append(("departments-total", _counts(total(loads))))
    own = office_fields(aggregate)
    title = f"Bảng tổng hợp kết quả thực hiện nhiệm vụ của các bộ phận {own['period']}"
    return Filling(
        fields={**own, "title": title},
        lists={"signers": signers(aggregate.register)},
        tables={"departments": rows},
        parts={
            "each_department": [
                Filling(
                    fields={
                        "position": str(index),
                        "department": known[code].name,
                        "counts": load_in_words(loads[code]),
                    },
                    tables={"work": list(_work(aggregate, code))},
                )
                for index, code in enumerate(loads, 1)
            ]
        },
    )


def _counts(load: Workload) -> dict[str, str]:
    names = (*(own.name for own in fields(Workload)), "not_judged", "open")
    return {name: str(getattr(load, name)) for name in names}


def _named(index: int, department: Department, aggregate: Aggregate) -> dict[str, str]:
    reporting = aggregate.reporting
    state = _REPORTS[report_state(reporting, department.code)]
    handed_in = day(reporting.handed_in.get(department.code))
    report = f"{state} ({handed_in})" if handed_in else state
    return {"position": str(index), "name": department.name, "report": report}


def _work(aggregate: Aggregate, code: str) -> Iterator[TableRow]:
    """Yield what a department was given, indicators first, each with how it stands."""
    for result in aggregate.results:
        if result.department == code:
            yield "work", _indicator(result)
    for row in aggregate.measures:
        if row.department == code:
            yield "work", _measure(row)


def _indicator(result: Result) -> dict[str, str]:
    objective = result.objective
    return {
        "number": objective.number,
        "what": one_line(objective.name),
        "wanted": period_level(result) or one_line(year_level(objective)),
        "result": achieved(result) if result.actual is not None else NOTHING,
        "status": result.status.label if result.status else "Cộng chung",
    }


def _measure(row: MeasureResult) -> dict[str, str]:
    return {
        "number": row.measure.number,
        "what": one_line(row.measure.measure),
        "wanted": one_line(row.measure.deadline.text),
        "result": say.text(row.progress.why, say.VIETNAMESE),
        "status": MEASURES[row.derived],
    }
