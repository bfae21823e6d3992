"""Part IV of the report: what is to be done next, and what is asked of the level above."""

from __future__ import annotations

from typing import TYPE_CHECKING

from qms_xlsx.say.counting import gap
from qms_xlsx.say.report.assessment import explained
from qms_xlsx.say.report.requests import requests

if TYPE_CHECKING:
    from qms_xlsx.say.report.account import Account


def tasks(account: Account) -> list[str]:
    """Return the remedies that departments state, and what else is to be done by whom."""
    return [
        *explained(account, "remedy", gap("bổ sung biện pháp")),
        *(f"{own.what}. Thực hiện: {own.who}." for own in requests(account)),
        gap("bổ sung nhiệm vụ, giải pháp trọng tâm khác"),
    ]


def proposals(account: Account) -> list[str]:
    """Return the gap for what is asked of the level above."""
    above = account.aggregate.register.parent_organisation
    to = f" với {above}" if above else ""
    return [gap(f"nêu kiến nghị, đề xuất{to}; không có thì ghi “Không có”")]
