"""Corrective actions in forms: drafted once, kept, never mixed up."""

from __future__ import annotations

from datetime import date
from typing import TYPE_CHECKING

import pytest

from qms_xlsx.book.keys import CellKey
from qms_xlsx.domain.submission import Remark, Submission
from qms_xlsx.judge.results import Aggregate
from qms_xlsx.steps.aggregate import run_aggregation
from qms_xlsx.write.drafts import action_rows, drafted_actions, with_typed
from tests.form_filler import actions_in
from tests.judge.cases import objective, register, run, submission
from tests.year_folders import H1_2024, year_folder

if TYPE_CHECKING:
    from pathlib import Path

OWN = objective(
    "ít nhất 95%", unit="%", name="Hồ sơ đúng hạn", cadence="half",
    over_time="ratio", over_departments="ratio", departments=("D1", "D2"),
)  # fmt: skip
ROW = {
    CellKey("actions", "1", "objective"): "A",
    CellKey("actions", "1", "action"): "Lập lịch trực",
    CellKey("actions", "1", "state"): "hoàn thành",
}
CLOSED = {
    CellKey("actions", "1", "closed_on"): date(2024, 6, 1),
    CellKey("actions", "1", "effectiveness"): "Không tái diễn",
}


def judged(done: int) -> tuple[Aggregate, Submission]:
    told = submission(OWN, [(done, 100)], "D1", date(2024, 6, 13))
    told.remarks["A"] = Remark(cause="Thiếu người")
    known = register(OWN, departments=("D1", "D2"))
    return run(known, told, period="2024-H1", as_of=date(2024, 6, 20)), told


def test_a_missed_objective_gets_a_row_that_says_what_was_found() -> None:
    aggregate, told = judged(80)
    assert action_rows(drafted_actions(aggregate, told, {})) == {
        "1": {
            "objective": "A",
            "found_on": date(2024, 6, 13),
            "nonconformity": "6 tháng đầu năm 2024: Thực hiện 80 % (80/100), mức của kỳ ≥ 95 %.",
            "state": "chưa thực hiện",
            "cause": "Thiếu người",
        }
    }


@pytest.mark.parametrize("done", [88, 95])
def test_what_is_met_or_only_at_risk_gets_none(done: int) -> None:
    aggregate, told = judged(done)
    assert drafted_actions(aggregate, told, {}) == {}


@pytest.mark.parametrize(
    ("earlier", "rows"),
    [
        (ROW, []),
        (ROW | {CellKey("actions", "1", "objective"): "hồ sơ đúng hạn"}, []),
        (ROW | {CellKey("actions", "1", "objective"): "khác"}, ["2"]),
        (ROW | {CellKey("actions", "1", "closed_on"): date(2024, 6, 1)}, []),
        (ROW | CLOSED, ["2"]),
    ],
    ids=["open", "named", "another's", "closed without effectiveness", "closed"],
)
def test_an_objective_with_an_open_action_gets_no_second(
    earlier: dict[CellKey, object], rows: list[str]
) -> None:
    aggregate, told = judged(80)
    assert list(action_rows(drafted_actions(aggregate, told, earlier))) == rows


def test_another_department_s_miss_is_not_drafted_here() -> None:
    aggregate, _ = judged(80)
    other = submission(OWN, [], "D2", date(2024, 6, 13))
    assert drafted_actions(aggregate, other, {}) == {}


def test_rows_typed_into_the_blank_form_follow_those_handed_in() -> None:
    typed = {
        CellKey("actions", "1", "objective"): "B",
        CellKey("actions", "2", "objective"): "A",
        CellKey("actions", "2", "owner"): "ai đó",
        CellKey("results", "A:value", "h1"): 5,
        CellKey("results", "B:value", "h1"): 7,
    }
    merged = with_typed(ROW | {CellKey("results", "A:value", "h1"): 6}, typed)
    assert action_rows(merged) == {
        "1": {"objective": "A", "action": "Lập lịch trực", "state": "hoàn thành"},
        "2": {"objective": "B"},
    }
    assert merged[CellKey("results", "A:value", "h1")] == 6
    assert merged[CellKey("results", "B:value", "h1")] == 7


def test_a_return_copy_carries_the_draft_of_what_its_form_missed(tmp_path: Path) -> None:
    workspace = year_folder(tmp_path / "MTCL", forms=["TC-KT_6thang.xlsx", "VH-XH_6thang.xlsx"])
    run = run_aggregation(workspace.root, period=H1_2024, as_of=date(2024, 6, 20))
    found = {path.name: actions_in(path) for path in run.returned}
    assert [row["objective"] for row in found["TC-KT.xlsx"]] == ["TL-6"]
    assert found["TC-KT.xlsx"][0]["nonconformity"] == (
        "6 tháng đầu năm 2024: Thực hiện 89,2 % (99/111), mức của kỳ 100 %."
    )
    own = actions_in(workspace.submitted / "VH-XH_6thang.xlsx")
    assert found["VH-XH.xlsx"] == own  # it has an open action for what it missed
