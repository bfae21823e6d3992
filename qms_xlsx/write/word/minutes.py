"""Minutes of the management review, the figures filled in."""

from __future__ import annotations

from typing import TYPE_CHECKING

from qms_xlsx.say.counting import GAP, sentence
from qms_xlsx.say.report import requests, review_inputs
from qms_xlsx.write.word.filling import Filling
from qms_xlsx.write.word.office import office_fields

if TYPE_CHECKING:
    from qms_xlsx.say.report import Account


def minutes_filling(account: Account) -> Filling:
    """Return the texts of the minutes."""
    fields = office_fields(account.aggregate)
    asked = [
        (
            "conclusions",
            {"position": str(index), "what": own.what, "who": own.who or GAP, "verdict": GAP},
        )
        for index, own in enumerate(requests(account), 1)
    ]
    title = f"Biên bản họp xem xét của lãnh đạo {fields['period']}"
    return Filling(
        fields={**fields, "title": title, "sentence_period": sentence(fields["period"])},
        lists=review_inputs(account),
        tables={"conclusions": asked},
    )
