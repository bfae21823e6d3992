"""Slips of corrective actions: one for each, and one begun for each miss that has none."""

from __future__ import annotations

from typing import TYPE_CHECKING

from qms_xlsx.language.symbols import day
from qms_xlsx.rules.verdicts import about
from qms_xlsx.say.counting import GAP, gap
from qms_xlsx.say.names import one_line, titled
from qms_xlsx.say.report import Account
from qms_xlsx.say.verdicts import shortfall
from qms_xlsx.write.word.filling import Filling
from qms_xlsx.write.word.office import office_fields

if TYPE_CHECKING:
    from qms_xlsx.domain.submission import Action
    from qms_xlsx.judge.results import Aggregate, Result


def slips_filling(aggregate: Aggregate) -> Filling | None:
    """Return the texts of all slips; None when there is nothing to correct."""
    account = Account(aggregate)
    slips = [_stated(account, department, action) for department, action in account.actions]
    slips += [_begun(account, result) for result in account.without_action]
    if not slips:
        return None
    title = f"Phiếu yêu cầu hành động khắc phục, {office_fields(aggregate)['period']}"
    return Filling(fields={**office_fields(aggregate), "title": title}, parts={"slips": slips})


def _stated(account: Account, department: str, action: Action) -> Filling:
    known = account.aggregate.register.objectives
    objective = next((own for own in known if about(own, action.objective)), None)
    return _slip(
        department=account.name(department),
        objective=titled(objective) if objective else action.objective,
        found_on=day(action.found_on),
        nonconformity=action.nonconformity,
        cause=action.cause,
        action=action.action,
        owner=action.owner,
        due=day(action.due),
        state=action.state,
        effectiveness=action.effectiveness,
        closed_on=day(action.closed_on),
    )


def _begun(account: Account, result: Result) -> Filling:
    """Return the slip of a miss: what was found, and what the department has said of it."""
    return _slip(
        department=account.name(result.department) if result.department else "",
        objective=titled(result.objective),
        nonconformity=f"{account.aggregate.period.label}: {shortfall(result)}",
        cause=result.cause,
        action=result.remedy and f"{result.remedy} {gap('xác nhận hoặc bổ sung')}",
    )


_FIELDS = (
    "department",
    "objective",
    "found_on",
    "nonconformity",
    "cause",
    "action",
    "owner",
    "due",
    "state",
    "effectiveness",
    "closed_on",
)


def _slip(**known: str) -> Filling:
    return Filling(fields={name: one_line(known.get(name, "")) or GAP for name in _FIELDS})
