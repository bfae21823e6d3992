"""What may not change a judgement: units, order, names, a split, the same form twice, a day."""

from __future__ import annotations

from datetime import date, timedelta
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from tests.judge.cases import KPS, objective, register, run, submission

pytestmark = pytest.mark.untraced

TWO, THREE = ("D1", "D2"), ("D1", "D2", "D3")
SUM = {"cadence": "month", "over_time": "sum", "over_departments": "sum", "unit": "hồ sơ"}
RATIO = {"cadence": "month", "over_time": "ratio", "over_departments": "ratio", "unit": "%"}
LATEST = {"cadence": "month", "over_time": "last", "over_departments": "sum", "profile": "same"}
WAYS = (("120 hồ sơ", SUM), ("không quá 120 hồ sơ", SUM), ("300 con", LATEST | {"unit": "con"}))
SCALES = {"tỷ đồng": 1e9, "triệu đồng": 1e6, "nghìn đồng": 1e3, "đồng": 1.0}
PERIODS = st.sampled_from(["2024-03", "2024-Q2", "2024-H1", "2024-H2", "2024"])
COUNT = st.one_of(st.none(), st.just(KPS), st.integers(0, 40))
YEAR = st.lists(COUNT, min_size=12, max_size=12)
YEARS = st.lists(YEAR, min_size=3, max_size=3)
FEW = settings(max_examples=20, deadline=None)


def told(result: Any) -> tuple[Any, ...]:
    """Return all that a judgement says of a row but its sources."""
    shares = [None if n is None else float(f"{n:.9g}") for n in (result.actual, result.attainment)]
    return (*shares, result.status, result.provisional, result.coverage)


def office(target: str, way: dict[str, Any], years: list[list[Any]], period: str) -> Any:
    own = objective(target, departments=THREE[: len(years)], **way)
    known = register(own, departments=THREE[: len(years)])
    forms = [submission(own, year, d) for d, year in zip(THREE, years, strict=False)]
    return run(known, *forms, period=period).organisation_row("A")


@FEW
@given(st.lists(st.integers(0, 3000), min_size=12, max_size=12), PERIODS)
def test_the_same_money_in_another_unit_gives_the_same_status(year: list[int], period: str) -> None:
    for words in ("{} {}", "không quá {} {}", "trên {} {}"):
        found = {}
        for unit, size in SCALES.items():
            way = SUM | {"unit": unit}
            figures = [[n * 1e6 / size for n in year]]
            said = f"{5e9 / size:,.0f}".replace(",", ".")
            row = office(words.format(said, unit), way, figures, period)
            found[unit] = (row.status, row.coverage, round(row.attainment or 0, 6))
        assert len(set(found.values())) == 1, found


@pytest.mark.parametrize(("target", "way"), WAYS)
@FEW
@given(years=YEARS, period=PERIODS, order=st.permutations(range(3)))
def test_the_order_of_files_and_rows_changes_nothing(
    target: str, way: dict[str, Any], years: list[list[Any]], period: str, order: list[int]
) -> None:
    own = [objective(target, code, departments=THREE, **way) for code in "AB"]
    forms = [submission(own[0], y, d) for y, d in zip(years, THREE, strict=True)]
    known = register(*own, departments=THREE)
    turned = register(*reversed(own), departments=THREE)
    first = run(known, *forms, period=period)
    other = run(turned, *(forms[n] for n in order), period=period)
    for code in "AB":
        assert told(first.organisation_row(code)) == told(other.organisation_row(code))


@pytest.mark.parametrize(("target", "way"), WAYS)
@FEW
@given(years=YEARS, period=PERIODS)
def test_departments_under_other_names_give_the_same(
    target: str, way: dict[str, Any], years: list[list[Any]], period: str
) -> None:
    found = []
    for names in (THREE, ("VP-TK", "KT", "A-MOI")):
        own = objective(target, departments=names, **way)
        forms = [submission(own, y, d) for y, d in zip(years, names, strict=True)]
        known = register(own, departments=names)
        found.append(told(run(known, *forms, period=period).organisation_row("A")))
    assert found[0] == found[1]


@pytest.mark.parametrize(("target", "way"), WAYS)
@FEW
@given(parts=st.lists(st.tuples(*[st.integers(0, 40)] * 2), min_size=12, max_size=12), p=PERIODS)
def test_a_department_split_in_two_reports_the_same_together(
    target: str, way: dict[str, Any], parts: list[tuple[int, int]], p: str
) -> None:
    whole = office(target, way, [[a + b for a, b in parts]], p)
    halves = office(target, way, [[a for a, _ in parts], [b for _, b in parts]], p)
    assert told(whole)[:4] == told(halves)[:4]


@FEW
@given(parts=st.lists(st.tuples(*[st.integers(0, 40)] * 4), min_size=12, max_size=12), p=PERIODS)
def test_a_ratio_split_in_two_departments_is_the_same_ratio(
    parts: list[tuple[int, int, int, int]], p: str
) -> None:
    whole = office("95%", RATIO, [[(a + b, a + b + c + d) for a, b, c, d in parts]], p)
    first, second = ([(n[i], n[i] + n[i + 2]) for n in parts] for i in (0, 1))
    assert told(whole)[:3] == told(office("95%", RATIO, [first, second], p))[:3]


@pytest.mark.parametrize(("target", "way"), WAYS)
@FEW
@given(year=YEAR, period=PERIODS, later=st.integers(1, 20))
def test_the_same_form_sent_once_more_changes_nothing(
    target: str, way: dict[str, Any], year: list[Any], period: str, later: int
) -> None:
    own = objective(target, **way)
    day = date(2024, 12, 31)
    form, again = (submission(own, year, day=day + timedelta(n)) for n in (0, later))
    once = run(register(own), form, period=period)
    twice = run(register(own), form, again, period=period)
    assert told(once.organisation_row("A")) == told(twice.organisation_row("A"))


@FEW
@given(YEARS, PERIODS, st.integers(1, 400))
def test_a_day_later_no_less_is_expected(years: list[list[Any]], period: str, days: int) -> None:
    own = objective("120 hồ sơ", departments=THREE, **SUM)
    known = register(own, departments=THREE)
    sent = date(2024, 1, 1)
    forms = [submission(own, y, d, day=sent) for y, d in zip(years, THREE, strict=True)]
    today = sent + timedelta(days)
    before, after = (
        run(known, *forms, period=period, as_of=day).organisation_row("A").coverage
        for day in (today, today + timedelta(1))
    )
    assert (before.slots[1], before.departments[1]) <= (after.slots[1], after.departments[1])


@pytest.mark.parametrize(("target", "way"), WAYS)
@FEW
@given(years=YEARS, period=PERIODS, where=st.tuples(st.integers(0, 2), st.integers(0, 11)))
def test_one_figure_more_never_lowers_the_coverage(
    target: str, way: dict[str, Any], years: list[list[Any]], period: str, where: tuple[int, int]
) -> None:
    department, slot = where
    more = [list(year) for year in years]
    if more[department][slot] is None:
        more[department][slot] = 7
    before, after = (office(target, way, told, period).coverage for told in (years, more))
    # Slots count among those who report: one department more may bring fewer of them.
    assert (before.departments[0], before.slots[0]) <= (after.departments[0], after.slots[0])
