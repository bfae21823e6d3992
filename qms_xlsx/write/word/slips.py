"""Slips of corrective actions: one for each, and one begun for each miss that has none."""

from __future__ import annotations

from typing import TYPE_CHECKING

from qms_xlsx.language.symbols import day
from qms_xlsx.rules.verdicts import about
from qms_xlsx.say.counting import GAP, gap
from qms_xlsx.say.names import one_line, titled
from qms_xlsx.say.verdicts import shortfall
from qms_xlsx.write.word.filling import Filling
from qms_xlsx.write.word.office import office_fields

if TYPE_CHECKING:
    from qms_xlsx.domain.submission import Action
    from qms_xlsx.judge.results import Result
    from qms_xlsx.say.report import Account


def slips_filling(account: Account) -> Filling | None:
    """Return the texts of all slips; None when there is nothing to correct."""
    slips = [_stated(account, own.department, own.action) for own in account.actions]
    slips += [_begun(account, result) for result in account.unanswered]
    if not slips:
        return None
    fields = office_fields(account.aggregate)
    title = f"Phiếu yêu cầu hành động khắc phục, {fields['period']}"
    return Filling(fields={**fields, "title": title}, parts={"slips": slips})


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
