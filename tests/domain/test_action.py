"""When a corrective action is done, overdue and closed (TCVN ISO 9001:2015, 10.2)."""

from __future__ import annotations

from datetime import date

import pytest

from qms_xlsx.domain.submission import Action

JUNE = date(2024, 6, 20)
SAID = "Không tái diễn"


@pytest.mark.parametrize(
    ("state", "closed_on", "effectiveness", "done", "closed"),
    [
        ("", None, "", False, False),
        ("đang thực hiện", None, SAID, False, False),
        ("hoàn thành", None, SAID, True, False),
        ("Hoàn thành.", None, "", True, False),
        ("đã đóng", None, "", True, False),
        ("Đã đóng", None, SAID, True, True),
        ("", date(2024, 6, 1), "", True, False),
        ("", date(2024, 6, 1), SAID, True, True),
        ("", date(2024, 6, 20), SAID, True, True),
        ("", date(2024, 6, 21), SAID, True, False),
    ],
)
def test_an_action_is_closed_only_with_its_effectiveness_stated(
    state: str, closed_on: date | None, effectiveness: str, done: bool, closed: bool
) -> None:
    action = Action(objective="A", state=state, closed_on=closed_on, effectiveness=effectiveness)
    assert (action.done, action.closed(JUNE)) == (done, closed)


@pytest.mark.parametrize(
    ("due", "state", "closed_on", "days"),
    [
        (None, "", None, 0),
        (date(2024, 6, 20), "", None, 0),
        (date(2024, 6, 19), "", None, 1),
        (date(2024, 6, 1), "hoàn thành", None, 0),
        (date(2024, 6, 1), "", date(2024, 6, 10), 0),
        (date(2024, 6, 1), "", date(2024, 6, 30), 19),
    ],
)
def test_days_overdue_count_while_its_work_is_unfinished(
    due: date | None, state: str, closed_on: date | None, days: int
) -> None:
    action = Action(objective="A", due=due, state=state, closed_on=closed_on)
    assert action.days_overdue(JUNE) == days
