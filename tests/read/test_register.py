"""Reading a register: what is blank, and what else is told when something is wrong."""

from __future__ import annotations

from datetime import date

import pytest

from qms_xlsx import say
from qms_xlsx.domain.goal import Goal
from qms_xlsx.read.register import read_register
from tests.rules.office import objectives, plan, rows
from tests.tables_helper import register, register_contents


@pytest.mark.parametrize(
    ("target", "written", "unit"),
    [
        ("đạt từ 97% trở lên", "", "%"),
        ("100% các bộ phận", "", "%"),
        ("450 người", "", "người"),
        ("450 người", "lao động", "lao động"),
        ("tăng 15% so với cùng kỳ", "", ""),
        ("đạt chuẩn nông thôn mới", "", ""),
    ],
)
def test_a_blank_unit_is_the_one_in_the_target_s_words(
    target: str, written: str, unit: str
) -> None:
    known = register(objectives({"target": target, "unit": written}))
    assert known.objectives[0].unit == unit


@pytest.mark.parametrize(
    ("cells", "how"),
    [
        ({}, ("ratio", "ratio")),
        ({"name": "Hộ thoát nghèo", "target": "20 hộ", "unit": "hộ"}, ("sum", "sum")),
        ({"numerator_label": "Số hồ sơ đúng hạn"}, ("ratio", "ratio")),
        ({"over_time": "all"}, ("all", "all")),
        ({"over_time": "last"}, ("last", "single")),
        ({"over_time": "sum", "over_departments": "single"}, ("sum", "single")),
    ],
)
def test_blank_ways_of_putting_together_lose_no_department(
    cells: dict[str, str], how: tuple[str, str]
) -> None:
    known = register(objectives({"over_time": "", **cells})).objectives[0]
    assert (known.over_slots, known.across) == how


def test_a_year_or_a_name_that_is_missing_does_not_hide_the_other_faults() -> None:
    found = read_register(
        register_contents(
            objectives({"cadence": "tuần"}), year="hai nghìn", organisation="", caution="cao"
        )
    )
    assert found.register is None
    assert [f.code for f in found.findings] == ["R103", "R104", "R105", "R107"]
    assert len({f.place.cell for f in found.findings}) == 4


def test_rows_without_a_code_are_told_and_not_lost_silently() -> None:
    found = read_register(
        register_contents(
            objectives({"code": "", "name": "Mục không mã"}),
            plan=plan({"number": "", "measure": "Biện pháp không số"}),
            departments=rows({"code": "", "name": "Bộ phận không mã"}, {"code": "A", "name": "B"}),
        )
    )
    lost = [say.text(f.message, "vi") for f in found.findings if f.code == "R112"]
    assert [name in text for name, text in zip(
        ("Bộ phận không mã", "Mục không mã", "Biện pháp không số"), lost, strict=True
    )] == [True] * 3  # fmt: skip


def test_a_setting_is_named_as_on_the_sheet() -> None:
    found = read_register(register_contents(due_h1="31/6")).findings
    assert "“Hạn báo cáo 6 tháng”: “31/6”" in say.text(found[0].message, "vi")


def test_a_report_that_is_due_in_the_next_year_says_so_in_words() -> None:
    known = register(due_h1="15/01/2025", due_year="31/5/2026")
    assert known.due_dates == (date(2025, 1, 15), date(2024, 5, 31))


def test_a_code_left_blank_is_taken_from_the_number() -> None:
    known = register(
        objectives(
            {"code": "", "number": "1", "target": "", "departments": ""},
            {"code": "", "number": "a", "parent": "1"},
            {"code": "", "number": "2", "target": "", "departments": ""},
            {"code": "", "number": "a", "parent": "2"},
        )
    )
    assert [o.code for o in known.objectives] == ["1", "a", "2", "2.a"]


def test_children_written_at_the_end_stand_under_their_parent() -> None:
    known = register(
        objectives(
            {"code": "1", "target": "", "departments": ""},
            {"code": "2"},
            {"code": "1a", "parent": "1"},
        )
    )
    assert [o.code for o in known.objectives] == ["1", "1a", "2"]


def test_rows_without_a_code_are_one_finding() -> None:
    given = objectives(*({"code": "", "name": f"Dòng {n}"} for n in range(1, 6)))
    [said] = read_register(register_contents(given)).findings[:1]
    assert said.values["value"] == "Dòng 1”, “Dòng 2”, “Dòng 3 (+2)"


@pytest.mark.parametrize("caution", ["0,9", "900", "-5"])
def test_a_threshold_out_of_its_range_is_a_finding(caution: str) -> None:
    found = read_register(register_contents(caution=caution))
    assert {f.code for f in found.findings} == {"R105"}
    assert found.register
    assert found.register.caution == 90


def test_a_number_typed_among_words_is_that_number() -> None:
    known = register(objectives({"target": 9.267, "unit": "tỷ đồng", "name": "Thu ngân sách"}))
    own = known.indicators[0].goal
    assert isinstance(own, Goal)
    assert own.value == 9.267


def test_the_words_of_a_deadline_are_those_of_its_cell() -> None:
    [step] = register(plan=plan({"deadline": "Trước 15/6 và trước 30/11 hằng năm"})).measures
    assert step.words("deadline") == "Trước 15/6 và trước 30/11 hằng năm"
