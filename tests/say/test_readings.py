"""The reading of a row: what a chairman signs, word for word, and an example that the judge made."""

import re
from dataclasses import replace
from pathlib import Path

import pytest

from qms_xlsx.domain.department import Department
from qms_xlsx.domain.goal import Profile
from qms_xlsx.domain.indicator import Aggregation, Objective
from qms_xlsx.domain.period import Cadence
from qms_xlsx.domain.status import Status
from qms_xlsx.domain.target import Better
from qms_xlsx.read.indicators import understood
from qms_xlsx.say import VIETNAMESE, text
from qms_xlsx.say.readings import reading, readings
from qms_xlsx.steps.reading import open_register
from tests.registers import register_of

SAMPLES = sorted((Path(__file__).parents[2] / "samples").glob("*/so-muc-tieu.xlsx"))
OFFICES = tuple(
    Department(code=code, name=name)
    for code, name in (("VP", "Văn phòng"), ("TC", "Tài chính"), ("KT", "Kinh tế"))
)


def told(target: str, departments: int = 1, **facts: object) -> tuple[str, str]:
    """Return the sentence and the example of one row."""
    owners = tuple(office.code for office in OFFICES[:departments])
    base = {"code": "A", "name": "Chỉ tiêu", "departments": owners}
    base |= {"over_time": Aggregation.SUM, "over_departments": Aggregation.SUM}
    objective = Objective(**(base | {"target": target} | facts))
    register = register_of(organisation="UBND xã", year=2026, departments=OFFICES)
    register = replace(register, objectives=understood([objective], register))
    own = reading(register, register.objectives[0])
    return text(own.sentence, VIETNAMESE), text(own.example, VIETNAMESE) if own.example else ""


RATIO = {"over_time": Aggregation.RATIO, "over_departments": Aggregation.RATIO, "unit": "%"}
LAST = {"over_time": Aggregation.LAST, "over_departments": Aggregation.SINGLE}
ALL = {"over_time": Aggregation.ALL, "over_departments": Aggregation.ALL}

CASES = [
    (
        ("đạt từ 97% trở lên", 3, RATIO | {"cadence": Cadence.MONTH}),
        "Đạt khi tỷ lệ từ 97 % trở lên; cộng tử số, cộng mẫu số từ tháng 1; cộng 3 bộ phận; "
        "6 tháng xét theo mức cả năm.",
        "Ví dụ 6 tháng: 45/50 → 90 % → ◆ Có nguy cơ.",
    ),
    (
        ("450 người", 1, {"cadence": Cadence.QUARTER}),
        "Đạt khi tổng số từ 450 người trở lên; cộng các quý từ quý I; Văn phòng báo cáo; "
        "6 tháng xét theo mức 225 người.",
        "Ví dụ 6 tháng: 210 người → ◆ Có nguy cơ.",
    ),
    (
        ("dưới 2,3%", 1, LAST | {"unit": "%", "profile": Profile.YEAR_END}),
        "Đạt khi tỷ lệ mới nhất dưới 2,3 %; báo cáo 6 tháng một lần; Văn phòng báo cáo; "
        "6 tháng chưa xét, chỉ xét ở báo cáo năm.",
        "Ví dụ cả năm: 2,4 % → ✖ Không đạt.",
    ),
    (
        ("không để xảy ra vụ cháy nào", 2, {"unit": "vụ"}),
        "Chỉ đạt khi không phát sinh; có một trường hợp là không đạt ngay, cho đến hết năm; "
        "tính cả 2 bộ phận.",
        "Ví dụ 6 tháng: 1 vụ → ✖ Không đạt.",
    ),
    (
        (
            "tăng 15% so với năm trước",
            1,
            {"unit": "tỷ đồng", "baseline_year": 860.0, "baseline_h1": 410.0},
        ),
        "Đạt khi tổng số tăng từ 15 % trở lên so với số gốc cả năm (860 tỷ đồng, tức là từ "
        "989 tỷ đồng trở lên); cộng hai kỳ 6 tháng; Văn phòng báo cáo; 6 tháng so với số gốc "
        "6 tháng (410 tỷ đồng).",
        "Ví dụ 6 tháng: 440 tỷ đồng → ✖ Không đạt.",
    ),
    (
        ("duy trì áp dụng hệ thống quản lý chất lượng", 3, ALL),
        "Đạt khi cả 3 bộ phận đều trả lời “Có”; kỳ 6 tháng nào cũng phải như vậy; "
        "6 tháng xét như cả năm.",
        "Ví dụ 6 tháng: một bộ phận trả lời “Không” → ✖ Không đạt.",
    ),
    (
        ("duy trì áp dụng hệ thống quản lý chất lượng", 1, ALL),
        "Đạt khi trả lời “Có”; kỳ 6 tháng nào cũng phải như vậy; Văn phòng báo cáo; "
        "6 tháng xét như cả năm.",
        "Ví dụ 6 tháng: trả lời “Không” → ✖ Không đạt.",
    ),
    (
        ("100% các bộ phận áp dụng", 3, LAST | {"over_departments": Aggregation.ALL, "unit": "%"}),
        "Đạt khi cả 3 bộ phận đều trả lời “Có”; báo cáo 6 tháng một lần; 6 tháng xét như cả năm.",
        "Ví dụ 6 tháng: 2/3 → 66,7 % → ✖ Không đạt.",
    ),
    (
        ("xếp loại tốt trở lên", 1, LAST | {"cadence": Cadence.YEAR}),
        "Đạt khi xếp loại “tốt” trở lên; báo cáo một lần vào cuối năm; Văn phòng báo cáo.",
        "Ví dụ cả năm: “khá” → ✖ Không đạt.",
    ),
    (
        ("top 3", 1, LAST | {"cadence": Cadence.YEAR}),
        "Đạt khi xếp thứ 3 trở lên (thứ 1 là cao nhất); báo cáo một lần vào cuối năm; "
        "Văn phòng báo cáo.",
        "Ví dụ cả năm: thứ 4 → ✖ Không đạt.",
    ),
    (
        ("9,267 tỷ đồng", 1, {"better": Better.NEITHER, "cadence": Cadence.MONTH}),
        "Chỉ theo dõi so với mức 9,267 tỷ đồng, không xét đạt hay không đạt; cộng các tháng từ "
        "tháng 1; Văn phòng báo cáo.",
        "Ví dụ 6 tháng: 4,4 tỷ đồng → – Không áp dụng.",
    ),
    (
        ("9/10 TDP", 1, LAST | {"cadence": Cadence.YEAR}),
        "Đạt khi có từ 9 TDP trở lên trong tổng số 10; báo cáo một lần vào cuối năm; "
        "Văn phòng báo cáo.",
        "Ví dụ cả năm: 8 TDP → ✖ Không đạt.",
    ),
    (
        (
            "51 tạ/ha",
            1,
            {
                "over_time": Aggregation.RATIO,
                "over_departments": Aggregation.RATIO,
                "numerator_label": "Sản lượng",
                "denominator_label": "Diện tích",
            },
        ),
        "Đạt khi “Sản lượng” chia “Diện tích” từ 51 tạ/ha trở lên; cộng tử số, cộng mẫu số của "
        "hai kỳ 6 tháng; Văn phòng báo cáo; 6 tháng xét theo mức cả năm.",
        "Ví dụ 6 tháng: 2.371/50 → 47,42 tạ/ha → ◆ Có nguy cơ.",
    ),
    (
        ("01 lần", 1, {"unit": "lần"}),
        "Đạt khi tổng số từ 1 lần trở lên; cộng hai kỳ 6 tháng; Văn phòng báo cáo; 6 tháng chưa "
        "xét vì nửa mức cả năm chưa đến 1.",
        "Ví dụ cả năm: 0 lần → ✖ Không đạt.",
    ),
    (
        ("từ 01 - 02 lần/năm", 3, {"over_departments": Aggregation.MIN, "cadence": Cadence.YEAR}),
        "Đạt khi số cả năm từ 1 đến 2 lần/năm (cao hơn cũng đạt, có ghi chú); báo cáo một lần vào "
        "cuối năm; lấy bộ phận có số nhỏ nhất trong 3 bộ phận.",
        "Ví dụ cả năm: 0 lần/năm → ✖ Không đạt.",
    ),
    (
        (
            "01 lần/tháng",
            1,
            {"over_time": None, "over_departments": None, "cadence": Cadence.MONTH},
        ),
        "Đạt khi tháng nào cũng có từ 1 lần trở lên; Văn phòng báo cáo; 6 tháng xét các kỳ đã qua.",
        "Ví dụ 6 tháng: 5/6 kỳ có đủ → 83,3 % → ✖ Không đạt.",
    ),
    (
        (
            "02 cuộc/quý",
            3,
            {"over_time": None, "over_departments": None, "cadence": Cadence.QUARTER},
        ),
        "Đạt khi quý nào cũng có từ 2 cuộc trở lên; xét từng bộ phận trong 3 bộ phận; 6 tháng "
        "xét các kỳ đã qua.",
        "Ví dụ 6 tháng: 2/3 bộ phận có đủ → 66,7 % → ✖ Không đạt.",
    ),
    (
        ("02 cuộc/quý", 1, {"over_time": None, "over_departments": None, "cadence": Cadence.MONTH}),
        "Đạt khi quý nào cũng có từ 2 cuộc trở lên; Văn phòng báo cáo; 6 tháng xét các kỳ đã qua.",
        "Ví dụ 6 tháng: 1/2 kỳ có đủ → 50 % → ✖ Không đạt.",
    ),
    (
        ("mỗi phòng ít nhất 01 sáng kiến", 3, {"over_time": None, "over_departments": None}),
        "Đạt khi bộ phận nào cũng có từ 1 sáng kiến trở lên; cộng hai kỳ 6 tháng; xét từng bộ "
        "phận trong 3 bộ phận; 6 tháng chưa xét vì nửa mức cả năm chưa đến 1.",
        "Ví dụ cả năm: 2/3 bộ phận có đủ → 66,7 % → ✖ Không đạt.",
    ),
    (
        ("đạt 105% kế hoạch", 1, {"over_time": None, "over_departments": None, "unit": "%"}),
        "Đạt khi tỷ lệ so với kế hoạch từ 105 % trở lên; cộng tử số, cộng mẫu số của hai kỳ 6 "
        "tháng; Văn phòng báo cáo; 6 tháng xét theo mức cả năm.",
        "Ví dụ 6 tháng: 48/50 → 96 % → ◆ Có nguy cơ.",
    ),
    (
        (
            "12.000 con",
            1,
            LAST | {"unit": "con", "baseline_year": 10000.0, "profile": Profile.LINEAR},
        ),
        "Đạt khi số mới nhất từ 12.000 con trở lên; báo cáo 6 tháng một lần; Văn phòng báo cáo;"
        " 6 tháng xét theo mức 11.000 con.",
        "Ví dụ 6 tháng: 10.000 con → ◆ Có nguy cơ.",
    ),
    (
        ("95%", 1, RATIO | {"stretch": "98%"}),
        "Đạt khi tỷ lệ từ 95 % trở lên; vượt mức khi từ 98 % trở lên; cộng tử số, cộng mẫu số "
        "của hai kỳ 6 tháng; Văn phòng báo cáo; 6 tháng xét theo mức cả năm.",
        "Ví dụ 6 tháng: 44/50 → 88 % → ◆ Có nguy cơ.",
    ),
    (
        ("450 người", 1, {"target_h1": "200 người"}),
        "Đạt khi tổng số từ 450 người trở lên; cộng hai kỳ 6 tháng; Văn phòng báo cáo; "
        "6 tháng xét theo mức 200 người.",
        "Ví dụ 6 tháng: 190 người → ◆ Có nguy cơ.",
    ),
]


@pytest.mark.parametrize(("row", "sentence", "example"), CASES)
def test_a_row_is_read_aloud(row, sentence, example) -> None:
    target, departments, facts = row
    assert told(target, departments, **facts) == (sentence, example)


def test_what_cannot_be_judged_says_why_and_has_no_example() -> None:
    sentence, example = told("> 6,0%", unit="%", better=Better.LOWER)
    assert sentence.startswith("Chưa xét được, phải sửa sổ mục tiêu: ")
    assert not example


@pytest.mark.parametrize("path", SAMPLES, ids=lambda path: path.parent.name)
def test_every_row_of_the_samples_has_a_sentence_and_an_example_of_the_judge(path) -> None:
    register, _ = open_register(path)
    for own in readings(register):
        sentence, example = (
            text(own.sentence, VIETNAMESE),
            text(own.example, VIETNAMESE) if own.example else "",
        )
        assert sentence.endswith(".")
        assert not re.search(r"[{}]|None|\bnan\b", sentence + example)
        if own.objective.code in register.owners and not sentence.startswith("Chưa xét được"):
            assert any(example.endswith(f"→ {status.shown}.") for status in Status)


def test_a_doubt_counts_until_it_is_confirmed() -> None:
    register, _ = open_register(next(p for p in SAMPLES if "loc-son" in p.parent.name))
    doubtful, told = register.unconfirmed, readings(register)
    assert [objective.code for objective in doubtful] == ["LS-1.1", "LS-1.2"]
    assert [own.objective for own in told if own.provisional] == list(doubtful)
    assert [own.objective.code for own in told if own.unread] == ["LS-1.14"]
    lifted = tuple(replace(o, confirmed=o in doubtful) for o in register.objectives)
    assert not replace(register, objectives=lifted).unconfirmed


def test_a_heading_says_how_it_is_rolled_up() -> None:
    register, _ = open_register(next(p for p in SAMPLES if "bac-hong" in p.parent.name))
    spoken = {own.objective.code: text(own.sentence, VIETNAMESE) for own in readings(register)}
    assert spoken["BH-1"] == "Đạt khi có 21 trong 21 mục con đạt."
    assert spoken["BH-3"] == "Là đề mục: lấy trạng thái kém nhất của 2 mục con."
