"""The report: four parts, the results in a table."""

from __future__ import annotations

from typing import TYPE_CHECKING

from qms_xlsx.domain.indicator import Indicator
from qms_xlsx.say import report as told
from qms_xlsx.say.counting import listed
from qms_xlsx.say.names import one_line
from qms_xlsx.say.report.account import WEAK
from qms_xlsx.say.verdicts import achieved, period_level, year_level
from qms_xlsx.write.word.filling import Filling, TableRow
from qms_xlsx.write.word.office import office_fields, signers

if TYPE_CHECKING:
    from qms_xlsx.judge.results import Result
    from qms_xlsx.say.report import Account


def report_filling(account: Account) -> Filling:
    """Return the texts of the report."""
    aggregate = account.aggregate
    subject = f"kết quả thực hiện mục tiêu chất lượng {office_fields(aggregate)['period']}"
    whole_year = aggregate.period.end_month == 12
    return Filling(
        fields={
            **office_fields(aggregate),
            "title": f"Báo cáo {subject}",
            "subject": subject,
            "opening": told.opening(account),
            "outcome": told.outcome(account),
            "reservation": "" if account.figureless else told.reservation(account),
        },
        lists={
            "direction": told.direction(account),
            "reporting": told.reporting(account),
            "plan_progress": told.plan_progress(account),
            "achievements": told.achievements(account),
            "shortcomings": told.shortcomings(account),
            "causes": told.causes(account),
            "corrective": told.corrective(account),
            "tasks": told.tasks(account),
            "proposals": told.proposals(account),
            "signers": signers(aggregate.register),
        },
        tables={"results": () if account.figureless else _rows(account)},
        left_out=frozenset({"results:period_level"} if whole_year else ()),
    )


def _rows(account: Account) -> tuple[TableRow, ...]:
    """Return a row for each objective, headings among them."""
    shown = [r for r in account.aggregate.results if r.department is None]
    provisional = [r.provisional for r in account.indicators if r.actual is not None]
    star = "" if all(provisional) else "*"  # what is true of all is said once, above the table
    return tuple(_row(account, result, star) for result in shown)


def _row(account: Account, result: Result, star: str) -> TableRow:
    objective = result.objective
    judged = isinstance(objective, Indicator)
    figure = achieved(result) if result.actual is not None else ""
    cells = {
        "number": objective.number,
        "name": one_line(objective.name),
        "year_level": one_line(year_level(objective)),
        "period_level": period_level(result),
        "actual": figure + (star if figure and result.provisional else ""),
        "status": result.status.label if result.status else "",
        "departments": listed(account.owners(objective), "bộ phận", 4),
    }
    if not judged:
        return "results-heading", cells
    return "results-weak" if result.status in WEAK else "results", cells
