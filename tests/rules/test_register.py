"""The lint beyond one case a rule: what it must not say, and where it points."""

from __future__ import annotations

import pytest
from babel.messages.pofile import read_po
from hypothesis import given, settings
from hypothesis import strategies as st

from qms_xlsx import say
from qms_xlsx.domain.department import Department
from qms_xlsx.domain.goal import Profile
from qms_xlsx.domain.indicator import Aggregation, Objective
from qms_xlsx.domain.measure import Measure
from qms_xlsx.domain.period import Cadence
from qms_xlsx.domain.target import Better
from qms_xlsx.language.near import nearest
from qms_xlsx.rules.register import REGISTER_RULES, deadlines, lint, targets
from qms_xlsx.say.findings import line
from tests.registers import measure, register_of
from tests.rules.office import linted, objectives, plan, rows
from tests.tables_helper import SAMPLES

CATALOGUE = SAMPLES.parent / "qms_xlsx/locale/vi/LC_MESSAGES/qms_xlsx.po"


def codes(*args: str, **given: str) -> set[str]:
    return {finding.code for finding in linted(*args, **given)}


def test_a_faultless_register_has_no_findings() -> None:
    assert linted() == []


@pytest.mark.parametrize(
    ("cells", "code", "cell"),
    [
        ({"target": "như năm trước"}, "R201", "D11"),
        ({"better": "lower"}, "R204", "D11"),
        ({"departments": "VPTK"}, "R231", "I11"),
    ],
)
def test_a_finding_points_at_the_cell(cells: dict[str, str], code: str, cell: str) -> None:
    found = next(f for f in linted(objectives(cells)) if f.code == code)
    assert (found.place.file, found.place.sheet, found.place.cell) == (
        "so-muc-tieu.xlsx",
        "Mục tiêu",
        cell,
    )


@pytest.mark.parametrize(
    ("text", "names", "name"),
    [
        ("VPTK", ["VP-TK", "TC-KT"], "VP-TK"),
        ("Van phong thong ke", ["Văn phòng - Thống kê"], "Văn phòng - Thống kê"),
        ("VP HĐND&UBND", ["Văn phòng HĐND và UBND", "VHXH"], "Văn phòng HĐND và UBND"),
        ("Phòng KTHT&ĐT", ["Phòng Kinh tế, Hạ tầng và Đô thị"], "Phòng Kinh tế, Hạ tầng và Đô thị"),
        ("Thư ký ISO", ["Văn phòng - Thống kê", "Công an xã"], None),
        ("", ["VP-TK"], None),
    ],
)
def test_the_nearest_name(text: str, names: list[str], name: str | None) -> None:
    assert nearest(text, names) == name


def test_a_near_miss_is_suggested() -> None:
    found = next(f for f in linted(objectives({"departments": "VPTK"})) if f.code == "R231")
    assert "; is “VP-TK” meant?" in say.text(found.message, "en")
    assert "; có phải ý là “VP-TK” không?" in say.text(found.message, "vi")


@pytest.mark.parametrize(
    "served",
    ["M-1", "M-2", "M-1;M-2"],
)
def test_a_measure_serves_what_stands_below_its_objective(served: str) -> None:
    both = objectives({"target": "", "departments": ""}, {"parent": "M-1", "name": "Con"})
    assert "R242" not in codes(both, plan=plan({"objectives": served}))


def test_a_measure_of_a_sister_does_not_serve() -> None:
    sisters = objectives(
        {"target": "", "departments": ""},
        {"parent": "M-1", "name": "Một"},
        {"parent": "M-1", "name": "Hai"},
    )
    found = [f for f in linted(sisters, plan=plan({"objectives": "M-2"})) if f.code == "R242"]
    assert [f.message.values["code"] for f in found] == ["M-3"]


def test_the_same_measure_for_another_objective_is_meant() -> None:
    two = objectives({}, {"name": "Hai"})
    assert "R245" not in codes(two, plan=plan({}, {"objectives": "M-2"}))


def test_a_yearly_change_needs_no_half_year_baseline() -> None:
    cells = {"target": "tăng 15% so với năm trước", "unit": "tỷ đồng", "baseline_year": 860.0}
    assert "R221" not in codes(objectives(cells))
    found = [f for f in linted(objectives({**cells, "cadence": "half"})) if f.code == "R221"]
    assert [f.message.values["column"] for f in found] == ["Số gốc 6 tháng"]


@pytest.mark.parametrize(
    ("target", "unit"),
    [
        ("49 ha", "ha"),
        ("9,5 tỷ đồng", "triệu đồng"),
        ("65 triệu đồng", "triệu đồng/người/năm"),
        ("9 hồ sơ", "vụ/đơn"),
        ("98%", "% hồ sơ"),
        ("tăng 15% so với năm trước", "tỷ đồng"),
        ("xếp loại tốt", "xếp loại"),
        ("48 trđ/người/năm", "triệu đồng/người"),
        ("1.200 m", "km"),
        ("15 m2/người", "m²/người"),
    ],
)
def test_units_that_fit(target: str, unit: str) -> None:
    assert "R205" not in codes(objectives({"target": target, "unit": unit}))


@pytest.mark.parametrize(
    ("target", "unit"), [("98%", "hồ sơ"), ("450 người", "%"), ("49 ha", "tấn")]
)
def test_units_that_do_not(target: str, unit: str) -> None:
    assert "R205" in codes(objectives({"target": target, "unit": unit}))


@pytest.mark.parametrize(
    "target",
    [
        "Duy trì áp dụng HTQLCL theo TCVN ISO 9001:2015",
        "đạt chuẩn đô thị văn minh",
        "tuân thủ đúng quy định của Hệ thống",
        "được công nhận danh hiệu xã văn hóa",
    ],
)
def test_what_can_be_checked_is_measurable(target: str) -> None:
    assert not {"R206", "R209"} & codes(objectives({"target": target, "unit": "có/không"}))


def test_a_survey_makes_satisfaction_measurable() -> None:
    words = {"target": "95% công dân hài lòng"}
    assert "R209" in codes(objectives(words))
    assert "R209" not in codes(objectives({**words, "numerator_label": "Số phiếu hài lòng"}))
    asked = {"numerator_label": "Số người hài lòng", "denominator_label": "Số người được khảo sát"}
    assert "R209" not in codes(objectives(words | asked))


def test_recurring_deadlines_are_neither_early_nor_on_weekends() -> None:
    found = codes(plan=plan({"deadline": "Trước ngày 25 hàng tháng"}), decision_date="2024-06-01")
    assert not {"R254", "R256"} & found


def test_weekends_make_one_finding() -> None:
    steps = plan(
        {"deadline": "Trước 15/6/2024"}, {"deadline": "Trước 30/11/2024", "measure": "Hai"}
    )
    found = [f for f in linted(plan=steps) if f.code == "R256"]
    assert [f.message.values["rows"] for f in found] == ["1 (15/06/2024); 2 (30/11/2024)"]


def test_notes_of_a_target_without_status_are_left_out() -> None:
    contradictory = {"name": "Tỷ lệ hộ nghèo", "target": "trên 9,267% trở lên", "better": "lower"}
    found = codes(objectives(contradictory))
    assert "R204" in found
    assert not {"R202", "R210"} & found


@pytest.mark.parametrize(("better", "asked"), [("", True), ("higher", False), ("lower", False)])
def test_a_direction_that_the_register_states_is_not_asked_for(better: str, asked: bool) -> None:
    row = {"name": "Bản đồ", "target": "12 bản đồ", "unit": "bản đồ", "better": better}
    assert ("R210" in codes(objectives(row))) is asked


def test_notes_that_the_rules_go_by_are_notes_of_the_grammars() -> None:
    with CATALOGUE.open("rb") as file:
        known = {message.id for message in read_po(file)}
    named = set(targets.ABOUT_DIRECTION)
    assert named | set(targets.SAID_ELSEWHERE) | set(deadlines.SAID_ELSEWHERE) <= known


@pytest.mark.parametrize("year", [2017, 2018])
def test_an_old_standard_is_outdated_from_2018(year: int) -> None:
    old = objectives({"name": "Duy trì ISO 9001:2008"})
    found = codes(old, year=str(year), decision_date=f"{year}-01-02")
    assert ("R265" in found) is (year == 2018)


def test_texts_without_a_plan_make_one_finding() -> None:
    empty = rows({"number": "", "measure": ""})
    found = codes(objectives({}, {"name": "Hai"}), plan=empty)
    assert "R241" in found
    assert "R242" not in found


TARGETS = st.sampled_from(
    ["", "95%", "trên 5% trở lên", "2/3 chỉ tiêu", "tăng 5%", "giảm", "top 3", "xếp loại tốt", "@#"]
)
CODES = st.sampled_from(["", "A", "B", "C"])
OBJECTIVE = st.builds(
    Objective,
    code=st.sampled_from(["A", "B", "C"]),
    name=st.sampled_from(["", "Một", "Dịch vụ công trực tuyến mức độ 4"]),
    parent=CODES,
    target=TARGETS,
    target_h1=TARGETS,
    unit=st.sampled_from(["", "%", "ha", "có/không"]),
    better=st.sampled_from([None, *Better]),
    over_time=st.sampled_from(Aggregation),
    over_departments=st.sampled_from(Aggregation),
    cadence=st.sampled_from(Cadence),
    profile=st.sampled_from([None, *Profile]),
    departments=st.sampled_from([(), ("V",), ("V", "?")]),
    baseline_year=st.sampled_from([None, 0.0, 5.0]),
)
MEASURE = st.builds(
    measure,
    number=st.sampled_from(["1", "2"]),
    measure=st.sampled_from(["", "Làm"]),
    objectives=st.lists(CODES, max_size=2).map(tuple),
    lead=st.sampled_from(["", "V", "?"]),
    deadline=st.sampled_from(["", "Định kỳ", "Trước 30/02", "hàng tháng", "xyz"]),
)


@settings(max_examples=200)
@given(st.lists(OBJECTIVE, max_size=4), st.lists(MEASURE, max_size=3))
def test_any_register_can_be_linted_and_said(
    objectives: list[Objective], measures: list[Measure]
) -> None:
    given = register_of(
        organisation="X",
        year=2024,
        departments=(Department(code="V", name="Văn phòng"),),
        objectives=tuple(objectives),
        measures=tuple(measures),
    )
    found = lint(given)
    for language in say.LANGUAGES:
        assert all(line(finding, language) for finding in found)
    assert {finding.code for finding in found} <= {rule.code for rule in REGISTER_RULES}
