"""Choosing the ways of blank cells: what is typed stays, and a question offers its answers."""

from dataclasses import replace
from itertools import product

import pytest
from hypothesis import assume, given, settings
from hypothesis import strategies as st

from qms_xlsx.domain.goal import Profile
from qms_xlsx.domain.indicator import Aggregation
from qms_xlsx.domain.meaning import Choice, SaidRow, Sort, choose
from qms_xlsx.domain.meaning.signs import Sign, counting, kept, unmarked
from qms_xlsx.domain.period import Cadence
from qms_xlsx.domain.question import Question
from qms_xlsx.domain.target import Target
from qms_xlsx.language.scanner import scan
from qms_xlsx.language.vocabulary.amounts import AMOUNTS
from qms_xlsx.language.vocabulary.shares import SHARES


def row(words: str, name: str = "", **more: object) -> SaidRow:
    return SaidRow(name=name or words, words=words, targets=Target.parse(words).targets, **more)


TYPED = [
    row("Trồng rừng 120 ha"),
    row("Tổng đàn lợn 4.000 con"),
    row("100% hồ sơ đúng hạn", unit="%"),
    row("Diện tích 20 ha"),
    row("Số sản phẩm 05 sản phẩm", departments=4),
]


@pytest.mark.parametrize("typed", TYPED, ids=lambda typed: typed.name)
def test_what_is_typed_stays_and_leaves_nothing_to_ask(typed) -> None:
    for time, departments, profile in product(Aggregation, Aggregation, Profile):
        found = choose(
            replace(typed, over_time=time, over_departments=departments, profile=profile)
        )
        assert isinstance(found, Choice)
        chosen = (found.over_time, found.over_departments, found.profile)
        assert chosen == (time, departments, profile)
        assert not found.notes


@pytest.mark.parametrize(
    ("time", "departments", "profile"),
    [
        (Aggregation.SUM, Aggregation.SUM, Profile.LINEAR),
        (Aggregation.LAST, Aggregation.SUM, Profile.YEAR_END),
        (Aggregation.RATIO, Aggregation.RATIO, Profile.SAME),
        (Aggregation.AVERAGE, Aggregation.AVERAGE, Profile.SAME),
        (Aggregation.MIN, Aggregation.MIN, Profile.SAME),
    ],
)
def test_a_typed_way_over_time_answers_the_question(time, departments, profile) -> None:
    open_row = row("Số sản phẩm 05 sản phẩm")
    assert isinstance(choose(open_row), Question)
    found = choose(replace(open_row, over_time=time))
    assert (found.over_departments, found.profile) == (departments, profile)


def test_one_figure_a_year_asks_nothing() -> None:
    found = choose(row("Số sản phẩm 05 sản phẩm", cadence=Cadence.YEAR))
    assert (found.sort, found.profile) == (Sort.STOCK, Profile.YEAR_END)


def test_one_figure_a_year_of_several_departments_still_asks_how_they_become_one() -> None:
    found = choose(row("Tỷ lệ hộ nghèo dưới 2%", cadence=Cadence.YEAR, departments=3))
    assert isinstance(found, Question)


@pytest.mark.parametrize(
    "words", ["họp 01 lần/tháng", "họp mỗi tháng 01 lần", "họp 01 lần trong tháng"]
)
def test_the_rhythm_in_the_words_is_the_cadence_of_a_blank(words) -> None:
    assert choose(row(words)).cadence is Cadence.MONTH


@pytest.mark.parametrize("name", ["Giảm tỷ lệ hộ nghèo", "Tăng diện tích rừng", "Giảm số hộ nghèo"])
def test_a_bare_number_after_down_or_up_is_asked_about(name) -> None:
    assert isinstance(choose(row("2%", name=name, unit="%")), Question)


@pytest.mark.parametrize("words", ["không còn nhà tạm", "không còn hộ nghèo"])
def test_no_longer_any_is_noted(words) -> None:
    found = choose(row(words))
    assert found.sort is Sort.ZERO
    assert found.notes


def test_every_question_has_two_answers_at_least() -> None:
    asked = [choose(row(words, name, unit=unit, departments=n)) for words, name, unit, n in OPEN]
    assert all(isinstance(question, Question) and len(question.options) > 1 for question in asked)


OPEN = [
    ("05 sản phẩm", "Số sản phẩm", "sản phẩm", 1),
    ("105%", "Thu ngân sách", "%", 1),
    ("1,5%", "Tỷ lệ hộ nghèo", "%", 4),
    ("02 lần/năm", "Đánh giá nội bộ", "lần", 6),
    ("mỗi thôn 01 mô hình", "Mô hình", "mô hình", 1),
    ("01 lần/tuần", "Tổng vệ sinh", "lần", 1),
    ("2%", "Giảm tỷ lệ hộ nghèo", "%", 1),
    ("tăng 5% so với năm trước", "Sản phẩm", "", 1),
]


def test_a_phrase_that_says_nothing_hides_a_shorter_one() -> None:
    assert Sign.NEW not in {found.sign for found in counting("Số xã đạt chuẩn nông thôn mới")}
    assert Sign.NEW in {found.sign for found in counting("Số hội viên mới")}


def test_a_text_without_marks_is_told_from_one_with_few() -> None:
    assert unmarked("Tong dan gia suc")
    assert not unmarked("Camera an ninh lắp đặt")
    assert not unmarked("100% TTHC")


def test_asked_all_year_round_is_found() -> None:
    assert kept("Duy trì áp dụng hệ thống")
    assert not kept("Xã đạt chuẩn tiếp cận pháp luật")


WORDS = [
    phrase
    for table in (AMOUNTS, SHARES)
    for kind in table
    for phrase in kind.phrases
    if "[" not in phrase
]
NAMES = st.lists(st.sampled_from(WORDS), min_size=1, max_size=4).map(" ".join)
FIGURES = st.sampled_from(
    [
        "12 hộ",
        "98%",
        "5 tỷ đồng",
        "không để phát sinh",
        "từ 2 đến 4 lần/năm",
        "01 lần/tháng",
        "top 3",
        "đạt chuẩn",
        "đạt 105% kế hoạch",
        "tăng 5% so với năm trước",
        "xếp loại tốt",
    ]
)


@settings(max_examples=300, deadline=None)
@given(name=NAMES, words=FIGURES, departments=st.integers(0, 9), cadence=st.sampled_from(Cadence))
def test_any_mixture_is_chosen_or_asked_and_typed_cells_stay(
    name, words, departments, cadence
) -> None:
    own = row(words, name=name, departments=departments, cadence=cadence)
    found = choose(own)
    assert choose(own) == found
    if isinstance(found, Question):
        assert len(found.options) > 1
        return
    assert found.cadence is cadence
    typed = choose(replace(own, over_time=found.over_time, profile=found.profile))
    assert isinstance(typed, Question) or typed.over_time is found.over_time


@settings(max_examples=200, deadline=None)
@given(name=NAMES, departments=st.integers(1, 5))
def test_the_scale_of_money_changes_no_way(name, departments) -> None:
    assume(not scan(f"{name} đồng").plain)  # what is typed almost without marks tells less
    found = [
        choose(row(f"{n} {unit}", name=name, unit=unit, departments=departments))
        for n, unit in (("5", "tỷ đồng"), ("5.000", "triệu đồng"), ("5.000.000.000", "đồng"))
    ]
    assert found[0] == found[1] == found[2]


def test_what_a_row_leaves_open_its_heading_may_tell() -> None:
    alone = row("2 km", name="Đường trục thôn")
    assert isinstance(choose(alone), Question)
    found = choose(replace(alone, heading="Xây dựng đường giao thông"))
    assert (found.sort, bool(found.notes)) == (Sort.FLOW, True)
    other = choose(replace(row("Tổng đàn lợn 4.000 con"), heading="Xây dựng nông thôn mới"))
    assert (other.sort, other.notes) == (Sort.STOCK, ())


def test_a_row_without_a_name_is_called_by_its_words() -> None:
    question = choose(SaidRow(name="", words="20 ha", targets=Target.parse("20 ha").targets))
    assert question.ask.values["name"] == "20 ha"
