"""Headings and "n of m" objectives take their verdicts from their children."""

from __future__ import annotations

from dataclasses import replace
from typing import Any

import pytest

from qms_xlsx import say
from qms_xlsx.domain.status import Status
from qms_xlsx.domain.submission import Submission
from tests.judge.cases import KPS, objective, register, run, submission

# A child's status, brought about by a half-yearly figure against "≥ 100" with caution 90.
CHILD: dict[str, tuple[str, list[Any]]] = {
    "met": ("≥ 100 điểm", [100]),
    "exceeded": ("≥ 100 điểm", [120]),
    "at_risk": ("≥ 100 điểm", [95]),
    "missed": ("≥ 100 điểm", [10]),
    "no_data": ("≥ 100 điểm", []),
    "not_applicable": ("≥ 100 điểm", ["KPS"]),
    "not_due": ("xếp loại tốt", []),
}


def parent_of(children: list[str], target: str = "") -> Any:
    top = objective(target, code="P")
    own: list[Any] = []
    told = Submission(path="D1.xlsx", department="D1", year=2024)
    for number, status in enumerate(children):
        words, values = CHILD[status]
        cadence = "year" if status == "not_due" else "half"
        child = objective(
            words,
            code=f"C{number}",
            parent="P",
            over_time="last",
            cadence=cadence,
            profile="same" if cadence == "half" else None,
            unit="điểm",
        )
        own.append(child)
        filled = [KPS if v == "KPS" else v for v in values]
        told = replace(told, entries=told.entries | submission(child, filled).entries)
    done = run(register(top, *own), told, period="2024-H1")
    for child, status in zip(own, children, strict=True):
        assert done.organisation_row(child.code).status is Status(status)
    return done.organisation_row("P")


@pytest.mark.parametrize(
    ("children", "status"),
    [
        (["met", "exceeded"], "met"),
        (["met", "not_due"], "not_due"),
        (["not_due", "no_data", "met"], "no_data"),
        (["no_data", "at_risk", "met"], "at_risk"),
        (["at_risk", "missed", "met"], "missed"),
        (["met", "not_applicable"], "met"),
        (["not_applicable", "not_applicable"], "not_applicable"),
    ],
)
def test_a_heading_takes_its_worst_child(children: list[str], status: str) -> None:
    assert parent_of(children).status is Status(status)


@pytest.mark.parametrize(
    ("target", "children", "status", "needed"),
    [
        ("3/3 chỉ tiêu", ["met", "exceeded", "met"], "met", 3),
        ("3/3 chỉ tiêu", ["met", "missed", "met"], "missed", 3),
        ("2/3 chỉ tiêu", ["met", "missed", "met"], "met", 2),
        ("2/3 chỉ tiêu", ["met", "missed", "at_risk"], "at_risk", 2),
        ("2/3 chỉ tiêu", ["met", "missed", "missed"], "missed", 2),
        ("3/3 chỉ tiêu", ["met", "met", "not_due"], "not_due", 3),
        ("3/3 chỉ tiêu", ["met", "met", "no_data"], "at_risk", 3),
        ("3/3 chỉ tiêu", ["no_data", "no_data", "no_data"], "no_data", 3),
        ("3/3 chỉ tiêu", ["no_data", "no_data", "not_due"], "no_data", 3),
        ("3/3 chỉ tiêu", ["met", "met", "not_applicable"], "met", 2),
        ("3/3 chỉ tiêu", ["met", "met"], "met", 2),  # declared 3, listed 2
        ("1/3 chỉ tiêu", ["missed", "not_applicable", "not_applicable"], "missed", 1),
        ("1/3 chỉ tiêu", ["at_risk", "not_applicable", "not_applicable"], "at_risk", 1),
        ("1/3 chỉ tiêu", ["not_applicable"] * 3, "not_applicable", None),
    ],
)
def test_n_of_m_counts_the_children_that_are_met(
    target: str, children: list[str], status: str, needed: int | None
) -> None:
    row = parent_of(children, target)
    assert (row.status, row.period_target) == (Status(status), needed)


def test_a_heading_is_judged_by_the_whole_of_an_item_and_not_by_a_departments_part() -> None:
    ways = {"over_time": "sum", "over_departments": "sum", "cadence": "half", "unit": "hộ"}
    item = objective("12 hộ", code="C", parent="P", departments=("D1", "D2"), **ways)
    known = register(objective("", code="P"), item, departments=("D1", "D2"))
    done = run(known, *(submission(item, [1, 1], d) for d in ("D1", "D2")))
    assert done.organisation_row("P").status is Status.MISSED


@pytest.mark.parametrize(
    ("target", "children", "said"),
    [
        ("", ["met", "missed", "missed"], "Lấy mức thấp nhất của 3 mục bên dưới: C1, C2."),
        ("", [], "Mục tiêu này chưa có chỉ tiêu nào bên dưới."),
        ("", ["not_applicable"] * 2, "Không mục nào trong 2 mục dưới đây áp dụng."),
        ("2/2 chỉ tiêu", ["missed", "met"], "1/2 mục đạt, 1 mục không đạt; cần 2 mục đạt."),
        ("2/2 chỉ tiêu", ["met", "not_applicable"], "1/1 mục đạt, 0 mục không đạt; cần 1 mục đạt."),
    ],
)
def test_a_heading_says_what_it_was_judged_by(target: str, children: list[str], said: str) -> None:
    assert say.text(parent_of(children, target).why, "vi") == said


def test_the_coverage_of_a_heading_is_children_with_a_verdict() -> None:
    assert parent_of(["met", "missed", "no_data", "not_applicable"]).coverage.children == (2, 3)


def test_a_headings_share_of_the_year_is_what_is_met_of_what_is_needed() -> None:
    row = parent_of(["met", "missed", "at_risk", "not_applicable"], "4/4 chỉ tiêu")
    assert (row.actual, row.period_target) == (1, 3)
    assert row.percent_of_year == row.attainment == pytest.approx(100 / 3)


def test_a_plain_heading_has_no_share_of_the_year() -> None:
    row = parent_of(["met", "missed"])
    assert (row.percent_of_year, row.attainment, row.actual) == (None, None, None)


def test_headings_that_stand_below_each_other_in_a_ring_have_nothing_to_judge() -> None:
    ring = [objective("", code=code, parent=above) for code, above in ("AC", "BA", "CB")]
    item = objective("≥ 100 điểm", code="I", parent="C", over_time="last", cadence="half",
                     profile="same", unit="điểm")  # fmt: skip
    done = run(register(*ring, item), submission(item, [10]), period="2024-H1")
    assert done.organisation_row("C").status is Status.MISSED


def test_a_heading_is_as_provisional_as_its_items_and_has_come_nowhere_itself() -> None:
    top, item = objective("", code="P"), objective(
        "≥ 6 hộ", code="C", parent="P", over_time="sum", cadence="month", unit="hộ"
    )  # fmt: skip
    known = register(top, item)
    for values, provisional in (([1] * 6, False), ([1] * 5, True)):
        row = run(known, submission(item, values), period="2024-H1").organisation_row("P")
        assert (row.provisional, row.estimated, row.reach) == (provisional, False, 0)
    guessed = submission(item, [1] * 6, estimate_from="t6")
    assert run(known, guessed, period="2024-H1").organisation_row("P").estimated


@pytest.mark.parametrize(("target", "comparator"), [("", None), ("1/1 chỉ tiêu", ">=")])
def test_a_count_of_items_is_a_least_number(target: str, comparator: str | None) -> None:
    assert parent_of(["met"], target).comparator == comparator


def test_a_heading_below_a_heading_is_judged_with_what_stands_below_it() -> None:
    item = objective("≥ 100 điểm", code="C", parent="Q", over_time="last", cadence="half",
                     profile="same", unit="điểm")  # fmt: skip
    tops = objective("", code="P"), objective("", code="Q", parent="P")
    done = run(register(*tops, item), submission(item, [10]), period="2024-H1")
    assert done.organisation_row("P").status is Status.MISSED
