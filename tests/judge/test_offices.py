"""Many offices below one register: what is added, what is not, and what stays in doubt."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING, Any

import pytest

from qms_xlsx.domain.indicator import Aggregation
from qms_xlsx.domain.office import Doubt
from qms_xlsx.domain.status import Status
from qms_xlsx.judge.matching import NotAdded
from qms_xlsx.judge.offices import NOT_ADDED
from qms_xlsx.read.office_register import common_register
from tests.summaries import H1, JOBS, RATE, above, jobs, office, rolled, row

if TYPE_CHECKING:
    from qms_xlsx.domain.office import Office
    from qms_xlsx.domain.register import Register
    from qms_xlsx.judge.results import Result


def whole(register: Register, *offices: Office, code: str = "T1") -> Result:
    """Return the row of the level above."""
    return rolled(register, *offices).aggregate.organisation_row(code)


def rates(*pairs: tuple[float, float]) -> list[Office]:
    """Return an office for each pair of parts."""
    return [office(f"UBND xã {n}", row(follows="T1", pair=pair)) for n, pair in enumerate(pairs)]


def test_two_of_four_and_two_of_a_hundred_are_four_of_a_hundred_and_four() -> None:
    found = whole(above(RATE), *rates((2, 4), (2, 100)))
    assert (found.numerator, found.denominator) == (4, 104)
    assert found.actual == pytest.approx(100 * 4 / 104)
    assert found.status is Status.MISSED


def test_a_register_that_asks_for_an_average_of_rates_gets_their_parts_added() -> None:
    average = {**RATE, "over_departments": Aggregation.AVERAGE}
    assert whole(above(average), *rates((1, 1), (90, 100))).numerator == 91


@pytest.mark.parametrize(
    ("way", "unit", "figures", "wanted"),
    [
        (Aggregation.SUM, "người", (5.0, 7.0), 12.0),
        (Aggregation.MIN, "%", (5.0, 7.0), 5.0),
        (Aggregation.MAX, "%", (5.0, 7.0), 7.0),
        (Aggregation.AVERAGE, "điểm", (5.0, 7.0), 6.0),
        (Aggregation.AVERAGE, "%", (5.0, 7.0), None),
        (Aggregation.SUM, "%", (5.0, 7.0), None),
        (Aggregation.SUM, "triệu đồng/người/năm", (50.0, 70.0), None),
        (Aggregation.SINGLE, "điểm", (5.0, 7.0), None),
        (Aggregation.SINGLE, "điểm", (5.0,), 5.0),
    ],
)
def test_what_is_added_by_its_way(
    way: Aggregation, unit: str, figures: tuple[float, ...], wanted: float | None
) -> None:
    register = above({**JOBS, "unit": unit, "target": "1 người", "over_departments": way})
    register = replace(
        register, objectives=tuple(replace(o, across=way, unit=unit) for o in register.indicators)
    )
    offices = [office(f"UBND xã {n}", jobs(f, unit=unit)) for n, f in enumerate(figures)]
    found = whole(register, *offices, code="T2")
    assert found.actual == wanted
    if wanted is None:
        assert (found.status, found.why) == (Status.NO_DATA, NOT_ADDED)


@pytest.mark.parametrize(
    ("unit", "figure", "wanted"),
    [("nghìn người", 1.5, 1500.0), ("người", 1500.0, 1500.0), ("hộ", 3.0, None), ("", 3.0, None)],
)
def test_units_are_turned_into_each_other_or_left_out(
    unit: str, figure: float, wanted: float | None
) -> None:
    done = rolled(above(JOBS), office("UBND xã A", jobs(figure, unit=unit)))
    assert done.aggregate.organisation_row("T2").actual == wanted
    assert [lost.why for lost in done.left_out] == ([] if wanted else [NotAdded.UNIT])


@pytest.mark.parametrize(
    ("known", "why"),
    [
        ({"pair": (9, 10)}, None),
        ({"pair": (9, 10), "name": "HỒ SƠ đúng hạn năm 2024"}, None),
        ({"pair": (9, 10), "name": "Văn bản đúng hạn"}, NotAdded.OTHERWISE),
        ({"pair": (9, 10), "comparator": "<="}, NotAdded.OTHERWISE),
        ({"pair": (9, 10), "way": "sum"}, NotAdded.OTHERWISE),
        ({"actual": 90.0}, NotAdded.PARTS),
        ({"pair": (9, 10), "follows": "T1", "name": "Gì cũng được"}, None),
        ({"pair": (9, 10), "follows": "T1", "comparator": "<="}, NotAdded.OTHERWISE),
        ({"pair": (9, 10), "follows": "T9"}, NotAdded.CODE),
    ],
)
def test_one_code_is_not_one_reading(known: dict[str, Any], why: NotAdded | None) -> None:
    done = rolled(above(RATE), office("UBND xã A", row("T1", **known)))
    assert [lost.why for lost in done.left_out] == ([why] if why else [])
    assert len(done.counted) == (why is None)


def test_a_row_of_the_offices_own_is_left_alone() -> None:
    done = rolled(above(RATE), office("UBND xã A", row("M8", pair=(9, 10))))
    assert not done.left_out
    assert not done.counted


def test_a_missing_office_makes_the_figure_provisional_and_half_of_them_no_verdict() -> None:
    names = ("UBND xã A", "UBND xã B", "UBND xã C")
    register = above({**RATE, "departments": ("Các xã",)}, offices=names)
    given = [office(name, row(follows="T1", pair=(99, 100))) for name in names]
    silent = [office(name) for name in names]
    full = whole(register, *given)
    assert (full.status, full.provisional) == (Status.EXCEEDED, False)
    most = whole(register, given[0], given[1], silent[2])
    assert (most.status, most.provisional, most.coverage.departments) == (
        Status.EXCEEDED, True, (2, 3),
    )  # fmt: skip
    few = whole(register, given[0], silent[1], silent[2])
    assert (few.status, few.actual) == (Status.NO_DATA, 99.0)


def test_a_sum_that_has_reached_its_target_is_met_whoever_is_missing() -> None:
    offices = [office("UBND xã A", jobs(600.0)), office("UBND xã B"), office("UBND xã C")]
    assert whole(above(JOBS), *offices, code="T2").status is Status.EXCEEDED  # 500 by June


def test_one_event_of_one_office_fails_all() -> None:
    zero = {**JOBS, "name": "Khiếu nại vượt cấp", "target": "không để phát sinh", "unit": "vụ"}
    rows = [jobs(n, unit="vụ", comparator="=") for n in (0.0, 0.0, 1.0)]
    offices = [office(f"UBND xã {n}", r) for n, r in enumerate(rows)]
    assert whole(above(zero), *offices, code="T2").status is Status.MISSED


@pytest.mark.parametrize(
    "known",
    [
        {"provisional": True},
        {"doubt": Doubt.READING},
        {"doubt": Doubt.ESTIMATE},
        {"doubt": Doubt.QUESTION, "status": Status.NO_DATA},
        {"status": Status.NO_DATA},
        {"reach": 5},
    ],
)
def test_an_offices_doubt_stays_visible_above(known: dict[str, Any]) -> None:
    sure = office("UBND xã A", row(follows="T1", pair=(99, 100)))
    unsure = office("UBND xã B", row(follows="T1", pair=(99, 100), **known))
    assert not whole(above(RATE), sure).provisional
    found = whole(above(RATE), sure, unsure)
    assert found.provisional
    assert found.denominator == 200


def test_what_an_office_could_not_judge_is_not_taken_for_there() -> None:
    unsure = row(follows="T1", pair=(99, 100), status=Status.NO_DATA)
    offices = [office("UBND xã A", row(follows="T1", pair=(99, 100)))]
    offices += [office(f"UBND xã {n}", unsure) for n in "BC"]
    assert whole(above(RATE), *offices).status is Status.NO_DATA


def test_shares_of_periods_are_added_as_such() -> None:
    every = {
        **JOBS, "target": "mỗi tháng ít nhất 01 buổi", "unit": "buổi",
        "over_time": Aggregation.EVERY, "over_departments": Aggregation.SINGLE,
    }  # fmt: skip
    given = [
        office(f"UBND xã {n}", row("M2", "every/single", follows="T2", unit="%", pair=pair))
        for n, pair in enumerate([(6, 6), (5, 6)])
    ]
    found = whole(above(every), *given, code="T2")
    assert (found.numerator, found.denominator, found.status) == (11, 12, Status.AT_RISK)


def test_nothing_is_due_where_the_offices_expect_nothing() -> None:
    waiting = row(follows="T1", status=Status.NOT_DUE, slots=(0, 0), reach=0)
    found = whole(above(RATE), office("UBND xã A", waiting))
    assert (found.status, found.reach) == (Status.NOT_DUE, 0)


def test_the_one_office_that_has_a_figure_of_what_cannot_be_added_stands_for_all() -> None:
    single = {**JOBS, "target": "1 điểm", "unit": "điểm", "over_departments": Aggregation.SINGLE}
    kps = jobs(None, unit="điểm", status=Status.NOT_APPLICABLE)
    offices = [office("UBND xã A", jobs(5.0, unit="điểm")), office("UBND xã B", kps)]
    assert whole(above(single), *offices, code="T2").actual == 5.0


def test_equal_offices_share_their_rank_and_figures_that_are_missing_count() -> None:
    good, bad = row(follows="T1", pair=(99, 100)), jobs(1.0, status=Status.MISSED)
    unknown = jobs(None, status=Status.NO_DATA)
    done = rolled(
        above(RATE, JOBS),
        office("A", good, jobs(1.0)),
        office("B", good, bad),
        office("C", good, unknown),
        office("D", good, bad),
        office("E"),
    )
    assert done.ranks == {"A": 1, "C": 2, "B": 3, "D": 3}


# Without a register


def test_the_reading_that_most_offices_have_is_the_groups_own() -> None:
    alike = [office(f"UBND xã {n}", row("1", pair=(9, 10))) for n in "AB"]
    other = office("UBND xã C", row("1", name="Việc khác", pair=(1, 10)))
    register = common_register("Huyện", [*alike, other], H1)
    done = rolled(register, *alike, other)
    found = done.aggregate.organisation_row("1")
    assert (found.numerator, found.denominator) == (18, 20)
    assert [lost.office for lost in done.left_out] == ["UBND xã C"]


@pytest.mark.parametrize(
    ("targets", "status"),
    [(("từ 95% trở lên",) * 2, Status.MISSED), (("từ 95% trở lên", "từ 90% trở lên"), None)],
)
def test_a_target_stands_where_all_have_the_same(
    targets: tuple[str, ...], status: Status | None
) -> None:
    offices = [
        office(f"UBND xã {n}", row("1", pair=(80, 100), target=target))
        for n, target in enumerate(targets)
    ]
    found = whole(common_register("Huyện", offices, H1), *offices, code="1")
    assert found.status is (status or Status.NOT_APPLICABLE)
    assert found.actual == 80.0


def test_what_no_office_has_to_judge_yet_is_not_due_above() -> None:
    waiting = row("1", pair=(80, 100), status=Status.NOT_DUE, period_target=None)
    offices = [office(f"UBND xã {n}", waiting) for n in "AB"]
    found = whole(common_register("Huyện", offices, H1), *offices, code="1")
    assert (found.status, found.actual) == (Status.NOT_DUE, 80.0)


def test_a_change_is_never_compared_with_a_sum() -> None:
    grown = {"target": "tăng 15% so với năm trước", "year_target": 15.0, "period_target": 15.0}
    offices = [office(f"UBND xã {n}", jobs(100.0, follows="", **grown)) for n in "AB"]
    found = whole(common_register("Huyện", offices, H1), *offices, code="M2")
    assert (found.actual, found.status) == (200.0, Status.NOT_APPLICABLE)
