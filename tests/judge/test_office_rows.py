"""What an office's row counts for above, and how the office itself is shown there."""

from __future__ import annotations

from dataclasses import replace
from datetime import date, timedelta
from typing import Any

import pytest

from qms_xlsx import say
from qms_xlsx.domain.finding import Place
from qms_xlsx.domain.indicator import Aggregation
from qms_xlsx.domain.office import Doubt, Office
from qms_xlsx.domain.status import Status
from qms_xlsx.judge.matching import NotAdded
from qms_xlsx.judge.offices import roll_up
from qms_xlsx.judge.rolled import OfficeStanding
from qms_xlsx.language.messages import message
from tests.summaries import DAY, H1, JOBS, RATE, above, jobs, office, rolled, row

ANSWER: dict[str, Any] = {
    "code": "T3", "name": "Công khai thủ tục", "target": "duy trì công khai", "unit": "có/không",
    "over_time": Aggregation.ALL, "over_departments": Aggregation.ALL,
}  # fmt: skip
GRADE: dict[str, Any] = {
    "code": "T4", "name": "Xếp loại", "target": "xếp loại tốt", "unit": "",
    "over_time": Aggregation.LAST, "over_departments": Aggregation.WORST,
}  # fmt: skip
EACH = JOBS | {"target": "01 mô hình", "unit": "mô hình", "over_departments": Aggregation.EACH}
ALL = ANSWER | {"target": "100% các bộ phận áp dụng hệ thống", "unit": "%"}


def told(code: str, way: str, actual: Any, **known: Any) -> Any:
    return row("M1", way, follows=code, actual=actual, comparator=None, unit="", **known)


@pytest.mark.parametrize(
    ("asked", "given", "actual", "status"),
    [
        (ANSWER, [told("T3", "all", True), told("T3", "all", True)], True, "met"),
        (ANSWER, [told("T3", "all", True), told("T3", "all", False)], False, "missed"),
        (GRADE, [told("T4", "last/worst", "xuất sắc"), told("T4", "last/worst", "khá")], "khá", "not_due"),
        (EACH, [told("T2", "sum/each", None, pair=(3, 3)), told("T2", "sum/each", None, pair=(2, 3))], 500 / 6, "missed"),
        (ALL, [told("T3", "all", None, pair=(3, 3)), told("T3", "all", None, pair=(2, 3))], 500 / 6, "missed"),
        (EACH | {"target": "như năm trước"}, [told("T2", "sum/each", None, pair=(3, 3))], 100, "no_data"),
        (JOBS, [jobs(460.0), jobs(None, status=Status.NOT_APPLICABLE)], 460, "at_risk"),
        (JOBS, [jobs(None, status=Status.NOT_APPLICABLE)], 0, "missed"),
        (JOBS, [jobs(None, status=Status.NOT_APPLICABLE), jobs(None, status=Status.NO_DATA)], None, "no_data"),
        (RATE, [row(follows="T1", status=Status.NOT_APPLICABLE)], None, "not_applicable"),
    ],
)  # fmt: skip
def test_what_offices_report_is_put_together_as_it_is_meant(
    asked: dict[str, Any], given: list[Any], actual: Any, status: str
) -> None:
    offices = [office(f"UBND xã {n}", one) for n, one in enumerate(given)]
    found = rolled(above(asked), *offices).aggregate.organisation_row(asked["code"])
    assert found.status is Status(status), say.text(found.why, "vi")
    assert found.actual == (pytest.approx(actual) if isinstance(actual, float) else actual)


def test_a_share_of_departments_is_in_per_cent_whatever_the_unit_of_what_is_shared() -> None:
    pairs = [told("T2", "sum/each", None, pair=pair) for pair in ((3, 3), (1, 3), (1, 4))]
    done = rolled(
        above(EACH), office("UBND xã A", pairs[0], pairs[1]), office("UBND xã B", pairs[2])
    )
    assert [one.actual for one in done.counted] == pytest.approx([100, 100 / 3, 25])
    assert [row.actual for row in done.aggregate.results] == pytest.approx([50, 200 / 3, 25])


def test_a_heading_above_is_judged_by_the_whole_and_not_by_an_office() -> None:
    register = above({"code": "P", "name": "Cải cách"}, {**RATE, "parent": "P"})
    given = [office(f"UBND xã {n}", row(follows="T1", pair=pair)) for n, pair in
             enumerate([(50, 100), (1, 1)])]  # fmt: skip
    assert rolled(register, *given).aggregate.organisation_row("P").status is Status.MISSED


@pytest.mark.parametrize(
    ("asked", "given", "why"),
    [
        (ANSWER, told("T3", "all", "Có"), NotAdded.OTHERWISE),
        (GRADE, told("T4", "last/worst", True), NotAdded.OTHERWISE),
        (JOBS, jobs("nhiều"), NotAdded.OTHERWISE),
        (RATE, row(follows="T1", actual=90.0, numerator=9.0), NotAdded.PARTS),
        (RATE, row(follows="T1", actual=90.0, denominator=10.0), NotAdded.PARTS),
        (RATE, row(way="ratio/average", pair=(9, 10)), NotAdded.OTHERWISE),
        (RATE, row(way="ratio/single", pair=(9, 10)), None),
        (RATE, row(way="last/ratio", pair=(9, 10)), NotAdded.OTHERWISE),
        (RATE | {"over_departments": Aggregation.SINGLE}, row(way="ratio/average", pair=(9, 10)), None),
        (RATE | {"over_departments": Aggregation.SINGLE}, row(way="last/ratio", pair=(9, 10)), NotAdded.OTHERWISE),
    ],
)  # fmt: skip
def test_a_row_that_is_read_otherwise_is_named_and_not_added(
    asked: dict[str, Any], given: Any, why: NotAdded | None
) -> None:
    done = rolled(above(asked), office("UBND xã A", given))
    assert [lost.why for lost in done.left_out] == ([why] if why else [])
    assert len(done.counted) == (why is None)


def test_a_heading_below_is_no_figure_above() -> None:
    heading = replace(row(follows="T1", pair=(9, 10)), over_time=None)
    done = rolled(above(RATE), office("UBND xã A", heading))
    assert (done.counted, done.left_out) == ((), ())


def test_an_office_whose_row_is_left_out_is_waited_for() -> None:
    given = [office("UBND xã A", row(follows="T1", pair=(99, 100)))]
    given += [office(f"UBND xã {n}", row(follows="T1", actual=90.0)) for n in "BC"]
    found = rolled(above(RATE), *given).aggregate.organisation_row("T1")
    assert (found.status, found.coverage.departments) == (Status.NO_DATA, (1, 3))


def test_the_figure_of_the_period_is_added_in_the_unit_above() -> None:
    given = office("UBND xã A", jobs(1.5, unit="nghìn người", in_period=0.5))
    done = rolled(above(JOBS), given, office("UBND xã B", jobs(300.0, in_period=100.0)))
    assert [row.in_period for row in done.aggregate.results] == [600, 500, 100]


@pytest.mark.parametrize(("reaches", "reach"), [((6, 5), 6), ((None, 3), 3), ((None, None), 6)])
def test_the_level_above_has_come_as_far_as_the_furthest_office(
    reaches: tuple[int | None, ...], reach: int
) -> None:
    given = [office(f"UBND xã {n}", jobs(500.0, reach=month)) for n, month in enumerate(reaches)]
    assert rolled(above(JOBS), *given).aggregate.organisation_row("T2").reach == reach


def test_an_office_that_expects_something_is_judged_though_it_has_nothing_yet() -> None:
    owed = row(follows="T1", status=Status.NO_DATA, slots=(0, 1))
    found = rolled(above(RATE), office("UBND xã A", owed)).aggregate.organisation_row("T1")
    assert (found.status, found.coverage.departments) == (Status.NO_DATA, (0, 1))


def test_half_a_year_is_judged_as_ended_though_the_run_is_of_an_earlier_day() -> None:
    done = roll_up(above(JOBS), [office("UBND xã A")], H1, date(2024, 6, 1))
    assert done.aggregate.organisation_row("T2").reach == 6


def test_an_estimate_of_an_office_is_one_above() -> None:
    sure, estimated = jobs(500.0), jobs(500.0, doubt=Doubt.ESTIMATE)
    for one, said in ((sure, False), (estimated, True)):
        rows = rolled(above(JOBS), office("UBND xã A", one)).aggregate.results
        assert [row.estimated for row in rows] == [said, said]


# The offices themselves


def shown(*rows: Any) -> Any:
    """Return an office's own row of T2."""
    done = rolled(above(JOBS), office("UBND xã A", *rows))
    return done.own["UBND xã A"]["T2"]


def test_an_offices_row_is_as_its_summary_states_it() -> None:
    facts = {
        "period_target": 50.0, "period_upper": 60.0, "year_target": 100.0, "attainment": 80.0,
        "percent_of_year": 40.0, "status": Status.MISSED, "in_period": 9.0,
    }  # fmt: skip
    found = shown(jobs(40.0, slots=(2, 6), departments=(3, 4), **facts))
    assert {key: getattr(found, key) for key in facts} == facts
    assert (found.coverage.slots, found.coverage.departments) == ((2, 6), (3, 4))
    assert (found.actual, found.reach, found.provisional) == (40, 6, False)
    assert found.sources == (Place("UBND xã A.xlsx", "Kết quả đã xét", "O20"),)


def test_of_several_rows_an_office_shows_the_worst_status_and_their_sum() -> None:
    rows = [jobs(40.0, period_target=50.0), jobs(2.0, status=Status.MISSED, in_period=1.0)]
    found = shown(*rows)
    assert (found.actual, found.status) == (42, Status.MISSED)
    asked = (found.period_target, found.period_upper, found.year_target, found.in_period)
    assert (asked, found.attainment, found.percent_of_year) == ((None,) * 4, None, None)


@pytest.mark.parametrize(
    ("known", "provisional"),
    [({}, False), ({"provisional": True}, True), ({"doubt": Doubt.READING}, True)],
)
def test_an_offices_row_is_provisional_where_it_says_so_or_doubts(
    known: dict[str, Any], provisional: bool
) -> None:
    assert shown(jobs(40.0, **known)).provisional is provisional


@pytest.mark.parametrize(
    ("doubt", "said"), [(None, "own summary"), (Doubt.READING, "own summary"), (Doubt.QUESTION, "not answered")]
)  # fmt: skip
def test_an_office_that_has_not_answered_how_its_row_is_meant_says_so(
    doubt: Doubt | None, said: str
) -> None:
    assert said in shown(jobs(40.0, doubt=doubt)).why.id


def test_an_older_layout_that_does_not_tell_how_far_a_row_has_come_is_shown_without() -> None:
    assert shown(jobs(40.0, reach=None)).reach == 0


def test_who_came_by_the_last_good_day_is_on_time_and_who_was_refused_is_told() -> None:
    due = date(2024, 7, 4)  # "trước 5/7"
    given = [office(f"UBND xã {n}", jobs(1.0), as_of=due + timedelta(n)) for n in (-1, 0, 1)]
    refused = Office(code="UBND xã X", name="UBND xã X", refused=message("changed"))
    register = above(JOBS)
    found = roll_up(register, [*given, refused, office("UBND xã Y")], H1, DAY).aggregate.reporting
    assert (found.due, found.on_time) == (due, ("UBND xã -1", "UBND xã 0"))
    assert (found.rejected, found.missing) == (("UBND xã X",), ("UBND xã X", "UBND xã Y"))
    assert found.rate == 60
    free = replace(register, due_h1=None)
    assert roll_up(free, given, H1, DAY).aggregate.reporting.on_time is None


def test_a_silent_office_is_waited_for_where_the_register_names_none() -> None:
    given = office("UBND xã A", row(follows="T1", pair=(99, 100)))
    found = rolled(above(RATE), given, office("UBND xã B")).aggregate.organisation_row("T1")
    assert found.coverage.departments == (1, 2)


def test_an_office_stands_by_what_is_met_of_what_should_have_a_verdict() -> None:
    rows = [shown(jobs(1.0, status=Status(status))) for status in
            ("exceeded", "met", "at_risk", "missed", "missed", "no_data", "not_due")]  # fmt: skip
    doubtful = shown(jobs(1.0, status=Status.MET, provisional=True))
    unknown = replace(doubtful, actual=None)
    found = OfficeStanding.of([*rows, doubtful, unknown])
    assert (found.met, found.at_risk, found.missed, found.no_data) == (4, 1, 2, 1)
    assert (found.asked, found.figures, found.provisional) == (8, 8, 1)
    assert found.order == (-0.5, 2)
