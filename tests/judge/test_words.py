"""The sentence beside a status: it never contradicts itself, and names things as people do."""

from __future__ import annotations

from typing import Any

import pytest

from qms_xlsx import say
from tests.judge.cases import judged, objective

HALVES = {"over_time": "last", "cadence": "half", "profile": "same"}
RATIO = {"over_time": "ratio", "over_departments": "ratio", "cadence": "half", "unit": "%"}
ALL = HALVES | {"over_departments": "all", "unit": "%"}
RANK = HALVES | {"baseline_year": 15.0}


@pytest.mark.parametrize(
    ("target", "settings", "values", "said"),
    [
        ("tăng 02 bậc so với năm trước", RANK, [15, 17], "Xếp thứ 17 so với thứ 15: tụt 2 bậc, trong khi cần lên ≥ 2 bậc."),
        ("tăng 02 bậc so với năm trước", RANK, [15, 13], "Xếp thứ 13 so với thứ 15: lên 2 bậc, cần ≥ 2 bậc."),
        ("100% các bộ phận", ALL, [True, True], "1/1 bộ phận trả lời Có."),
        ("trên 95%", RATIO, [(95, 100)] * 2, "Thực hiện 95 % mới bằng đúng mức giới hạn, chưa đạt > 95 %."),
        ("dưới 2,3%", RATIO, [(23, 1000)] * 2, "Thực hiện 2,3 % mới bằng đúng mức giới hạn, chưa đạt < 2,3 %."),
        ("3 điểm", HALVES | {"unit": "điểm"}, [3, 3], "Thực hiện 3 điểm, đạt mức ≥ 3 điểm (bằng 100,0 % mức của kỳ)."),
    ],
)  # fmt: skip
def test_a_sentence_is_said_as_people_say_it(
    target: str, settings: Any, values: Any, said: str
) -> None:
    assert say.text(judged(objective(target, **settings), values).why, "vi") == said
