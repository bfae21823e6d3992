"""The inputs of the management review (TCVN ISO 9001:2015, 9.3.2), as far as figures tell them."""

from __future__ import annotations

from typing import TYPE_CHECKING

from qms_xlsx.domain.status import Status
from qms_xlsx.say.counting import gap
from qms_xlsx.say.report.assessment import corrective, falling_short
from qms_xlsx.say.report.outcome import outcome
from qms_xlsx.say.report.requests import indicators
from qms_xlsx.say.report.situation import plan_progress, reporting

if TYPE_CHECKING:
    from collections.abc import Mapping

    from qms_xlsx.say.report.account import Account


def review_inputs(account: Account) -> Mapping[str, list[str]]:
    """Return what is known of the inputs, by the name of each in the template."""
    risky = account.having(Status.AT_RISK)
    risks = [f"Có nguy cơ không đạt: {indicators(risky)}."] if risky else []
    return {
        "objectives": [outcome(account), *falling_short(account)],
        "processes": [*reporting(account), *plan_progress(account)],
        "nonconformities": corrective(account),
        "risks": [*risks, gap("đánh giá hiệu lực của các hành động giải quyết rủi ro và cơ hội")],
    }
