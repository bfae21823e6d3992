"""The sentence beside a status: it never contradicts itself, and names things as people do."""

from __future__ import annotations

from typing import Any

import pytest

from qms_xlsx import say
from qms_xlsx.domain.status import Status
from tests.judge.cases import KPS, judged, objective

HALVES = {"over_time": "last", "cadence": "half", "profile": "same"}
RATIO = {"over_time": "ratio", "over_departments": "ratio", "cadence": "half", "unit": "%"}
ALL = HALVES | {"over_departments": "all", "unit": "%"}
RANK = HALVES | {"baseline_year": 15.0}
CASES = HALVES | {"baseline_year": 200.0, "unit": "vụ"}
LIMIT = {"over_time": "sum", "cadence": "half", "unit": "vụ", "better": "lower"}
SPAN = HALVES | {"unit": "%", "better": "neither"}


@pytest.mark.parametrize(
    ("target", "settings", "values", "said"),
    [
        ("tăng 02 bậc so với năm trước", RANK, [15, 17], "Xếp thứ 17 so với thứ 15: tụt 2 bậc, trong khi cần lên ≥ 2 bậc."),
        ("tăng 02 bậc so với năm trước", RANK, [15, 13], "Xếp thứ 13 so với thứ 15: lên 2 bậc, cần ≥ 2 bậc."),
        ("tăng 01 bậc so với năm trước", RANK, [15, 16], "Xếp thứ 16 so với thứ 15: tụt 1 bậc, trong khi cần lên ≥ 1 bậc."),
        ("tăng 01 bậc so với năm trước", RANK, [15, 15], "Xếp thứ 15 so với thứ 15: không đổi, trong khi cần lên ≥ 1 bậc."),
        ("tăng 01 bậc so với năm trước", RANK, [15, 14], "Xếp thứ 14 so với thứ 15: lên 1 bậc, cần ≥ 1 bậc."),
        ("giảm 5% so với năm trước", CASES, [50, 199], "Thực hiện 199 vụ so với số gốc 200: giảm 0,50 %, cần ≥ 5 %."),
        ("giảm 5% so với năm trước", CASES, [50, 200], "Thực hiện 200 vụ so với số gốc 200: không thay đổi, cần giảm ≥ 5 %."),
        ("giảm 5% so với năm trước", CASES, [50, 201], "Thực hiện 201 vụ so với số gốc 200: tăng 0,50 %, trong khi cần giảm ≥ 5 %."),
        ("tăng 5% so với năm trước", CASES, [50, 199], "Thực hiện 199 vụ so với số gốc 200: giảm 0,50 %, trong khi cần tăng ≥ 5 %."),
        ("tăng 5% so với năm trước", CASES, [50, 200], "Thực hiện 200 vụ so với số gốc 200: không thay đổi, cần tăng ≥ 5 %."),
        ("tăng 5% so với năm trước", CASES, [50, 201], "Thực hiện 201 vụ so với số gốc 200: tăng 0,50 %, cần ≥ 5 %."),
        ("không quá 10 vụ", LIMIT, [2, 7], "Thực hiện 9 vụ, trong mức ≤ 10 vụ; đã dùng 90 % giới hạn cả năm."),
        ("không quá 10 vụ", LIMIT, [8, 4], "Thực hiện 12 vụ, đã vượt giới hạn cả năm là 10 vụ."),
        ("từ 80 đến 85%", SPAN, [90, 90], "Thực hiện 90 % vượt khoảng 80–85 %: tính là đạt, đề nghị kiểm tra."),
        ("từ 80 đến 85%", SPAN, [82, 82], "Thực hiện 82 %, đạt mức 80–85 % (bằng 100,0 % mức của kỳ)."),
        ("từ 80 đến 85%", SPAN, [70, 70], "Thực hiện 70 %, không đạt mức 80–85 % (bằng 87,5 % mức của kỳ)."),
        ("từ 80 đến 85%", SPAN | {"better": "lower"}, [70, 70], "Thực hiện 70 % thấp hơn khoảng 80–85 %: tính là đạt, đề nghị kiểm tra lại."),
        ("từ 80 đến 85%", SPAN | {"better": "lower"}, [90, 90], "Thực hiện 90 %, không đạt mức 80–85 % (bằng 94,4 % mức của kỳ)."),
        ("100% các bộ phận", ALL, [True, True], "1/1 bộ phận trả lời Có."),
        ("trên 95%", RATIO, [(95, 100)] * 2, "Thực hiện 95 % mới bằng đúng mức giới hạn, chưa đạt > 95 %."),
        ("dưới 2,3%", RATIO, [(23, 1000)] * 2, "Thực hiện 2,3 % mới bằng đúng mức giới hạn, chưa đạt < 2,3 %."),
        ("3 điểm", HALVES | {"unit": "điểm"}, [3, 3], "Thực hiện 3 điểm, đạt mức ≥ 3 điểm (bằng 100,0 % mức của kỳ)."),
        ("giảm 5% so với năm trước", CASES, [0, 0], "Thực hiện 0 vụ so với số gốc 200: giảm 100,00 %, cần ≥ 5 %."),
        ("giảm so với năm trước", CASES | {"better": "lower"}, [0, 199.998], "Thực hiện 199,998 vụ so với số gốc 200: giảm 0,001 %, cần > 0."),
        ("không quá 10 vụ", LIMIT, [0, 0], "Thực hiện 0 vụ, trong mức ≤ 10 vụ; đã dùng 0 % giới hạn cả năm."),
        ("không quá 1.000.000 vụ", LIMIT, [999996, 0], "Thực hiện 999.996 vụ, trong mức ≤ 1.000.000 vụ; đã dùng 99,9996 % giới hạn cả năm."),
        ("100%", RATIO, [(999996, 1000000)] * 2, "Thực hiện 99,9996 %, không đạt mức ≥ 100 % (bằng 99,9996 % mức của kỳ)."),
        ("200 điểm", HALVES | {"unit": "điểm"}, [1, 200.08], "Thực hiện 200,08 điểm, đạt mức ≥ 200 điểm (bằng 100,0 % mức của kỳ)."),
        ("từ 80 đến 85%", SPAN, [1, 79.9996], "Thực hiện 79,9996 %, không đạt mức 80–85 % (bằng 99,999 % mức của kỳ)."),
        ("trên 95%", RATIO, [(90, 100)] * 2, "Thực hiện 90 %, không đạt mức > 95 % (bằng 94,7 % mức của kỳ)."),
        ("tăng trên 5% so với năm trước", CASES, [50, 210], "Thực hiện 210 vụ so với số gốc 200: tăng 5,00 %, cần > 5 %."),
        ("duy trì hệ thống", HALVES | {"over_time": "every", "unit": "có/không"}, [True, False], "1/2 kỳ trả lời Có."),
        ("tăng 5% so với năm trước", CASES | {"lent": ("baseline_year",), "lender": "MTCL-2023"}, [50, 220], "Thực hiện 220 vụ so với số gốc 200: tăng 10,00 %, cần ≥ 5 %. Số gốc lấy từ kết quả trong thư mục năm trước MTCL-2023, tạm tính cho đến khi sổ mục tiêu ghi số gốc."),
        ("từ 80 đến 85%", SPAN, [85, 85], "Thực hiện 85 %, đạt mức 80–85 % (bằng 100,0 % mức của kỳ)."),
        ("từ 80 đến 85%", SPAN | {"better": "lower"}, [80, 80], "Thực hiện 80 %, đạt mức 80–85 % (bằng 100,0 % mức của kỳ)."),
        ("dưới 2,3%", RATIO, [(0, 1000)] * 2, "Thực hiện 0 %, đạt mức < 2,3 %."),
        ("duy trì hệ thống", HALVES, [False, False], "Thực hiện Không, không đạt mức Có."),
        ("duy trì hệ thống", HALVES, [True, True], "Thực hiện Có, đạt mức Có."),
        ("xếp loại tốt", HALVES, ["khá", "khá"], "Thực hiện khá, không đạt mức ≥ tốt."),
        ("xếp loại tốt", HALVES, ["tốt", "tốt"], "Thực hiện tốt, đạt mức ≥ tốt."),
        ("02 lần/quý", HALVES | {"over_time": "every", "cadence": "quarter", "unit": "lần/quý"}, [2, 1, 2, 2], "3/4 kỳ có từ 2 lần trở lên."),
        ("tăng 5% so với năm trước", HALVES, [50, 201], "Sổ mục tiêu thiếu số gốc để so sánh."),
    ],
)  # fmt: skip
def test_a_sentence_is_said_as_people_say_it(
    target: str, settings: Any, values: Any, said: str
) -> None:
    assert say.text(judged(objective(target, **settings), values).why, "vi") == said


def test_a_limit_of_the_year_says_what_of_it_is_used_before_it_is_passed() -> None:
    own = objective("không quá 10 vụ", **LIMIT)
    assert say.text(judged(own, [8], "2024-H1").why, "vi") == (
        "Thực hiện 8 vụ, cao hơn mức của kỳ ≤ 5 vụ theo giới hạn cả năm 10 vụ: "
        "đã dùng 80 % giới hạn."
    )


@pytest.mark.parametrize(
    ("target", "settings", "values", "period", "said"),
    [
        ("đạt 95% trở lên", RATIO | {"cadence": "month"}, [(90, 100)], "2024-H1", "Not enough figures yet"),
        ("tăng 5% so với năm trước", CASES | {"over_time": "average", "cadence": "month"}, [250], "2024", "Not enough figures yet"),
        ("tăng 5% so với năm trước", CASES | {"cadence": "month"}, [250] * 3, "2024-03", "A change is judged at half-year"),
        ("xếp loại tốt", HALVES | {"profile": None}, ["khá"], "2024-H1", "Judged with the year's report only."),
        ("đạt 95% trở lên", RATIO, [], "2024-H1", "A figure is expected and none was reported."),
        ("đạt 95% trở lên", RATIO, ["KPS"], "2024-H1", "Nothing arose in the period (KPS)."),
        ("đạt 95% trở lên", RATIO, [(93, 100)], "2024-H1", "caution from 90 %"),
    ],
)  # fmt: skip
def test_what_is_not_judged_and_what_is_close_says_why(
    target: str, settings: Any, values: list[Any], period: str, said: str
) -> None:
    filled = [KPS if value == "KPS" else value for value in values]
    assert said in say.text(judged(objective(target, **settings), filled, period).why, "en")


MONTHS = {"over_time": "sum", "cadence": "month", "unit": "vụ"}
SHARE = RATIO | {"cadence": "month"}
EVERY = {"over_time": "every", "cadence": "month", "unit": "lần/tháng", "profile": "same"}
LITTLE = MONTHS | {"better": "lower", "profile": "same"}


@pytest.mark.parametrize(
    ("target", "settings", "values", "period", "gone"),
    [
        ("100%", SHARE, [(9, 10)] * 6, "2024-H1", True),
        ("100%", SHARE, [(9, 10)] * 11, "2024-11", True),
        ("100%", SHARE, [(9, 10)] * 12, "2024", False),
        ("đạt 95% trở lên", SHARE, [(9, 10)] * 6, "2024-H1", False),
        ("450 vụ", MONTHS, [20] * 6, "2024-H1", False),
        ("từ 12 đến 20 vụ", MONTHS | {"profile": "linear"}, [0, 1, 1, 1, 0, 0], "2024-H1", False),
        ("từ 5 đến 8 vụ", LITTLE, [3] * 6, "2024-H1", True),
        ("từ 5 đến 8 vụ", LITTLE | {"over_time": "last"}, [10] * 6, "2024-H1", False),
        ("từ 5 đến 8 vụ", LITTLE | {"over_time": "max", "over_departments": "sum"}, [9] * 6, "2024-H1", True),
        ("không quá 12 vụ", MONTHS, [13, 0, 0, 0, 0, 0], "2024-H1", True),
        ("không quá 12 vụ", MONTHS, [9, 0, 0, 0, 0, 0], "2024-H1", False),
        ("01 lần/tháng", EVERY, [1, 0, 1, 1, 1, 1], "2024-H1", True),
        ("01 lần/tháng", EVERY, [1, 0, 1, 1, None, 1], "2024-H1", False),
        ("duy trì hệ thống", ALL | {"over_time": "all", "unit": "có/không"}, [False], "2024-H1", True),
        ("đạt 95% trở lên", HALVES, [90], "2024-H1", False),
    ],
)  # fmt: skip
def test_what_can_no_longer_be_reached_is_said_and_nothing_else(
    target: str, settings: Any, values: list[Any], period: str, gone: bool
) -> None:
    row = judged(objective(target, **settings), values, period)
    assert row.status in (Status.AT_RISK, Status.MISSED)
    assert ("can no longer be reached" in say.text(row.why, "en")) is gone
