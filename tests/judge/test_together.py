"""How the departments' rows become the organisation's: figures, months, causes, sources."""

from __future__ import annotations

from dataclasses import replace
from datetime import date
from typing import Any

import pytest

from qms_xlsx import say
from qms_xlsx.domain.indicator import Aggregation
from qms_xlsx.domain.status import Status
from qms_xlsx.domain.submission import Remark
from qms_xlsx.judge.items import MaybeItem, Pair, combine
from tests.judge.cases import KPS, objective, register, run, submission

THREE = ("D1", "D2", "D3")
SUM = {"over_time": "sum", "over_departments": "sum", "cadence": "month", "unit": "hộ"}
LAST = {"over_time": "last", "cadence": "month", "unit": "điểm", "profile": "same"}
ALL = {"over_time": "all", "over_departments": "all", "cadence": "month", "profile": "same"}


def office(
    target: str, settings: dict[str, Any], told: dict[str, list[Any]], period: str = "2024-02"
) -> dict[str | None, Any]:
    """Return the rows of one indicator of three departments by department."""
    own = objective(target, **settings | {"departments": THREE})
    known = register(own, departments=THREE)
    done = run(known, *(submission(own, v, d) for d, v in told.items()), period=period)
    return {row.department: row for row in done.results}


@pytest.mark.parametrize(
    ("way", "settings", "months"),
    [
        ("average", LAST, [3.0, 6.0]),
        ("max", LAST, [4.0, 6.0]),
        ("each", LAST, [6.0, 6.0]),
        ("sum", SUM, [6.0, 6.0]),
    ],
)
def test_each_month_is_put_together_as_the_whole_is(
    way: str, settings: dict[str, Any], months: list[float]
) -> None:
    found = office("≥ 1", settings | {"over_departments": way}, {"D1": [2, None], "D2": [4, 6]})
    assert [item for _, item in found[None].series] == months


def test_what_all_who_report_have_typed_ahead_moves_the_row_on_whoever_is_silent() -> None:
    own = objective("120 hộ", **SUM | {"departments": THREE})
    known = register(own, departments=THREE)
    day = date(2024, 5, 20)
    told = [submission(own, [10] * 5, d, day) for d in ("D1", "D2")]
    whole = run(known, *told, period="2024-06", as_of=day).organisation_row("A")
    assert (whole.reach, whole.period_target, whole.estimated) == (5, 50, True)


def test_of_a_department_that_is_silent_nothing_is_ahead() -> None:
    own = objective("120 hộ", **SUM | {"departments": THREE})
    row = run(register(own, departments=THREE), period="2024-06").organisation_row("A")
    assert (row.reach, row.status, say.text(row.why, "en")) == (
        6, Status.NO_DATA, "A figure is expected and none was reported.",
    )  # fmt: skip


def test_a_share_is_in_the_unit_of_its_row() -> None:
    way = LAST | {"over_time": "ratio", "over_departments": "ratio", "unit": "‰"}
    found = office("dưới 5‰", way, {"D1": [(1, 1000)] * 2})
    assert (found[None].actual, found["D1"].actual) == (1, 1)


def test_in_the_period_the_departments_are_counted_anew() -> None:
    target = "100% các bộ phận áp dụng hệ thống"
    whole = office(target, ALL, {d: [d != "D1", True] for d in THREE})[None]
    assert (whole.numerator, whole.denominator) == (2, 3)
    assert whole.in_period == 100


def test_where_nobody_answers_nothing_was_reported_and_of_kps_nothing_arose() -> None:
    target = "100% các bộ phận áp dụng hệ thống"
    nobody = office(target, ALL, {})[None]
    assert nobody.why.id == "A figure is expected and none was reported."
    kps = office(target, ALL, {"D1": [KPS, KPS]})[None]
    assert kps.why.id == "Only KPS so far, and expected figures are missing."


def test_of_each_department_those_of_which_nothing_arose_are_not_counted() -> None:
    way = LAST | {"over_departments": "each"}
    found = office("01 điểm", way, {"D1": [1, 1], "D2": [1, 1], "D3": [KPS, KPS]})
    assert found["D3"].status is Status.NOT_APPLICABLE
    assert (found[None].status, found[None].numerator, found[None].denominator) == (
        Status.MET, 2, 2,
    )  # fmt: skip
    assert {place.file for place in found[None].sources} == {"D1.xlsx", "D2.xlsx", "D3.xlsx"}


def test_of_each_department_the_silent_are_no_source() -> None:
    found = office("01 điểm", LAST | {"over_departments": "each"}, {"D1": [1, 1], "D2": [1, 1]})
    assert {place.file for place in found[None].sources} == {"D1.xlsx", "D2.xlsx"}


def test_what_each_must_reach_is_not_judged_where_its_words_are_not_understood() -> None:
    found = office("như năm trước", LAST | {"over_departments": "each"}, {"D1": [1, 1]})
    assert found[None].status is Status.NO_DATA
    assert found[None].why == found["D1"].why


def test_causes_and_remedies_stand_side_by_side_once_each() -> None:
    own = objective("120 hộ", **SUM | {"departments": THREE})
    known = register(own, departments=THREE)
    told = []
    for d, cause, remedy in (
        ("D1", "Mưa bão", ""),
        ("D2", "", "Bổ sung"),
        ("D3", "Mưa bão", "Họp"),
    ):
        form = submission(own, [1], d)
        told.append(replace(form, remarks={"A": Remark(cause=cause, remedy=remedy)}))
    done = run(known, *told, period="2024-02")
    whole = done.organisation_row("A")
    assert (whole.cause, whole.remedy) == ("Mưa bão", "Bổ sung; Họp")
    assert [row.cause for row in done.results] == ["Mưa bão", "Mưa bão", "", "Mưa bão"]


@pytest.mark.parametrize(
    ("how", "items", "whole"),
    [
        (Aggregation.RATIO, [Pair(3, 0)], KPS),
        (Aggregation.RATIO, [Pair(3, 0), Pair(1, 2)], Pair(4, 2)),
        (Aggregation.MIN, [Pair(3, 0)], KPS),
        (Aggregation.MIN, [Pair(9, 10), Pair(1, 10)], 10.0),
        (Aggregation.MAX, [Pair(9, 10), Pair(1, 10)], 90.0),
        (Aggregation.AVERAGE, [Pair(9, 10), Pair(1, 10), Pair(0, 0)], 50.0),
        (Aggregation.MAX, ["khá", "tốt"], "tốt"),
        (Aggregation.WORST, ["khá", "tốt", "khá"], "khá"),
        (Aggregation.WORST, [3.0, 12.0], 12.0),
        (Aggregation.ALL, [True, KPS, None], True),
        (Aggregation.SUM, [KPS, None], KPS),
        (Aggregation.SUM, [None], None),
        (Aggregation.SUM, [True, False, True], 2.0),
        (Aggregation.SUM, ["khá", "xuất sắc", "tốt"], "tốt"),
    ],
)
def test_items_are_put_together_by_their_way(
    how: Aggregation, items: list[MaybeItem], whole: MaybeItem
) -> None:
    assert combine(how, items, 100.0) == whole
