"""What people type into a cell: read where it is sure, listed where repaired, else questioned."""

from __future__ import annotations

import unicodedata
from datetime import datetime, time
from typing import TYPE_CHECKING

import pytest
from hypothesis import given
from hypothesis import strategies as st

from qms_xlsx import say
from qms_xlsx.domain.finding import Place
from qms_xlsx.domain.indicator import Component
from qms_xlsx.domain.submission import Mark
from qms_xlsx.language.numbers import show
from qms_xlsx.read.cell_case import CellCase
from qms_xlsx.read.tables import Cell
from qms_xlsx.read.values import CellReading, read_cell

if TYPE_CHECKING:
    from qms_xlsx.domain.submission import Value

PLACE = Place("VP-TK.xlsx", "Kết quả", "H14")


def reading(value: object, component: str = "value", **row: str) -> CellReading:
    return read_cell(CellCase(Cell(value, "H14"), PLACE, Component(component), **row))


def code(given: CellReading) -> str:
    return given.finding.code if given.finding else ""


@pytest.mark.parametrize(
    ("text", "number", "row"),
    [
        ("9,267", 9.267, {}),
        ("12.250", 12250, {}),
        ("1.234.567,89", 1234567.89, {}),
        ("1 234 567", 1234567, {}),
        ("1\u00a0234\u202f567,5", 1234567.5, {}),
        ("'50", 50, {}),
        (" 50 ", 50, {}),
        ("\u200e50\u200b", 50, {}),
        ("50.", 50, {}),
        ("98,5 %", 98.5, {"unit": "%"}),
        ("98,5%", 98.5, {"unit": "%"}),
        ("50 lớp", 50, {"unit": "lớp"}),
        ("50 LỚP", 50, {"unit": "lớp"}),
        (unicodedata.normalize("NFD", "50 lớp"), 50, {"unit": "lớp"}),
        ("8.550 triệu", 8550, {"unit": "triệu đồng"}),
        ("50 hồ sơ", 50, {"component": "numerator", "counted": "Số hồ sơ trả đúng hạn"}),
        ("3 phiếu", 3, {"component": "denominator", "counted": "Số phiếu"}),
    ],
)
def test_a_number_typed_as_text_is_read_and_listed(
    text: str, number: float, row: dict[str, str]
) -> None:
    found = reading(text, **row)
    assert (found.value, code(found)) == (number, "V103")


@pytest.mark.parametrize(
    ("text", "likely", "row"),
    [
        ("khoảng 50", "50", {}),
        ("~50", "50", {}),
        (">50", "50", {}),
        ("≈ 50", "50", {}),
        ("1O0", "100", {}),
        ("l5", "15", {}),
        ("50l", "50", {}),
        ("1,234.5", "1.234,5", {}),
        ("98.5", "98,5", {}),
        ("0.985", "0,985", {}),
        ("1,234,567", "1.234.567", {}),
        ("50 hồ sơ", "50", {"unit": "lớp"}),
        ("98,5 %", "98,5", {"unit": "lớp"}),
        ("1.500 triệu đồng", "1,5", {"unit": "tỷ đồng"}),
        ("50 đồng", "0,00005", {"unit": "triệu đồng"}),
        ("thứ 3", "3", {"component": "rank"}),
    ],
)
def test_a_doubtful_number_is_an_error_with_its_likely_reading(
    text: str, likely: str, row: dict[str, str]
) -> None:
    found = reading(text, **row)
    assert (found.value, code(found)) == (None, "V110")
    assert found.finding is not None
    assert found.finding.message.values["likely"] == likely


@pytest.mark.parametrize(
    ("value", "wanted", "component"),
    [
        ("98,5 %", "V113", "numerator"),
        ("100%", "V113", "denominator"),
        ("50-60", "V115", "value"),
        ("từ 50 đến 60", "V115", "value"),
        ("-", "V114", "value"),
        ("–", "V114", "numerator"),
        (".", "V114", "value"),
        ("…", "V114", "value"),
        ("0 phát sinh", "V114", "value"),
        ("không có", "V114", "denominator"),
        ("N/A", "V114", "value"),
        ("NaN", "V114", "value"),
        ("nhiều", "V111", "value"),
        ("không", "V114", "value"),
        (float("nan"), "V108", "value"),
        (float("inf"), "V108", "value"),
        ("9" * 30, "V108", "value"),
        (-5.0, "V107", "value"),
        ("-5", "V107", "value"),
        ("−5", "V107", "numerator"),
        (0.0, "V109", "rank"),
        ("2,5", "V109", "rank"),
        (True, "V111", "value"),
        ("x" * 32_767, "V111", "value"),
        ("9," * 16_000, "V111", "value"),
        ("{value}", "V111", "value"),
        ("=1+1", "V115", "value"),
        ("3/4", "V112", "numerator"),
        (datetime(2024, 4, 3), "V112", "denominator"),
        (time(3, 4), "V112", "numerator"),
        (datetime(2024, 4, 3), "V106", "value"),
    ],
)
def test_what_cannot_be_used_is_an_error_with_its_own_reason(
    value: object, wanted: str, component: str
) -> None:
    found = reading(value, component)
    assert (found.value, code(found)) == (None, wanted)
    assert found.finding is not None
    assert len(str(found.finding)) < 600


@pytest.mark.parametrize(
    ("value", "likely"),
    [
        ("3/4", "3/4"),
        ("9 / 10", "9/10"),
        (datetime(2024, 4, 3), "3/4"),
        (datetime(1940, 3, 1), "3/40"),
        (time(3, 4), "3/4"),
    ],
)
def test_a_fraction_is_offered_as_numerator_and_denominator(value: object, likely: str) -> None:
    finding = reading(value, "numerator").finding
    assert finding is not None
    assert finding.message.values["likely"] == likely


@pytest.mark.parametrize(
    ("value", "number"),
    [(datetime(1900, 1, 12), 12), (datetime(1900, 4, 9), 100), (datetime(1900, 1, 4, 12), 4.5)],
)
def test_a_number_in_a_cell_formatted_as_a_date_is_read(value: datetime, number: float) -> None:
    found = reading(value, "numerator")
    assert (found.value, code(found)) == (number, "V116")


YES = ("x", "X", "v", "✓", "✔️", "co", "Có ", "CÓ", "Đạt", "rồi", "có rồi", "yes", "1", 1.0, True)
NO = ("k", "K", "không ", "khong", "chưa", "ko", "chưa đạt", "✗", "0", False, "không đạt")
KPS = ("kps", "KPS ", "k.p.s", "K P S", "không phát sinh", "Không phát sinh.", "ko phát sinh")


@pytest.mark.parametrize(
    ("value", "answer"), [*((text, True) for text in YES), *((text, False) for text in NO)]
)
def test_an_answer_in_any_spelling_is_read(value: object, answer: Value) -> None:
    assert reading(value, "answer").value is answer


@pytest.mark.parametrize("component", ["value", "numerator", "answer", "grade", "rank"])
@pytest.mark.parametrize("text", [*KPS, unicodedata.normalize("NFD", "không phát sinh")])
def test_nothing_arose_in_any_spelling_is_read(text: str, component: str) -> None:
    found = reading(text, component, grade="tốt")
    assert found.value is Mark.KPS
    assert code(found) == ("" if text.strip().upper() == "KPS" else "V104")


@pytest.mark.parametrize("text", ["có lẽ", "50", "–", "mai"])
def test_no_answer_is_guessed(text: str) -> None:
    found = reading(text, "answer")
    assert (found.value, code(found)) == (None, "V105")


@pytest.mark.parametrize(
    ("text", "grade"), [("Tốt", "tốt"), ("loại tốt", "tốt"), ("xếp loại Khá.", "khá")]
)
def test_a_grade_in_another_spelling_is_read(text: str, grade: str) -> None:
    assert str(reading(text, "grade", grade="tốt").value) == grade


def test_a_long_text_with_control_characters_is_quoted_on_one_short_line() -> None:
    finding = reading("\x1b[31m" + "đỏ\r\n" * 9000).finding
    assert finding is not None
    assert say.text(finding.message, "vi").isprintable()
    assert len(say.text(finding.message, "vi")) < 250


@given(st.floats(0, 1e14, allow_nan=False).map(lambda n: round(n, 2)))
def test_a_number_as_the_toolkit_shows_it_is_read_back(number: float) -> None:
    found = reading(show(number) + " ")
    assert found.value == pytest.approx(number, rel=1e-11)
