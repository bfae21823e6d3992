"""Slips by two or three places are found where several things agree, and good figures never hit."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from qms_xlsx import say
from qms_xlsx.read.likely import Reference, slip
from tests.rules.slip_cases import MONTHLY, RATIO, SHARE, row

FEW = MONTHLY | {"unit": "lớp", "target": "10 lớp"}
MANY = MONTHLY | {"unit": "con", "target": "12.250 con"}
NONE = MONTHLY | {"unit": "vụ", "target": "không để phát sinh", "better": "lower"}


def slips(*rows: list[object], **given: str) -> list[str]:
    """Return the readings offered for the slipped figures of a row."""
    found = row(*rows, **given)
    return [f.message.values["likely"] for f in found if f.code in ("X201", "X202", "X206")]


@pytest.mark.parametrize(
    ("rows", "objective", "likely"),
    [
        ([[4600.0]], MONTHLY | {"cadence": "half", "target": "9,267 tỷ đồng"}, ["4,6"]),
        ([[460.0]], MONTHLY | {"cadence": "half", "target": "9,267 tỷ đồng"}, ["4,6"]),
        ([[4.6e6]], MONTHLY | {"cadence": "half", "target": "9,267 tỷ đồng"}, ["4,6"]),
        ([[4.6e9]], MONTHLY | {"cadence": "half", "target": "9,267 tỷ đồng"}, ["4,6"]),
        ([[1.05, 0.98, 1.02e9]], MONTHLY, ["1,02"]),
        ([[1.05e9, 0.98e9, 1.02e9]], MONTHLY, ["1,05", "0,98", "1,02"]),
        ([[6.125]], MANY | {"cadence": "half"}, ["6.125"]),
        ([[225000.0]], FEW | {"cadence": "half", "unit": "người", "target": "450 người"}, ["225"]),
        (
            [[6e8]],
            MONTHLY | {"cadence": "half", "unit": "triệu đồng", "target": "1.200 triệu đồng"},
            ["600"],
        ),
        (
            [[18500.0]],
            MONTHLY
            | {"cadence": "half", "target": "tăng 5% so với năm trước", "baseline_year": "36"},
            ["18,5"],
        ),
        ([[1.05, 0.98, 102.0, 1.0]], MONTHLY, ["1,02"]),
        ([[1050.0, 980.0, 1.02, 1000.0]], MANY, ["1.020"]),
        ([[1050.0, 980.0, 1020000.0]], MANY, ["1.020"]),
        ([[12250.0]], MANY | {"cadence": "half"}, []),
        ([[58.0, 60.0, 59.0], [62.0, 64000.0, 63.0]], RATIO, ["64"]),
        ([[9850.0]], SHARE, ["98,5"]),
        ([[0.985]], SHARE, ["98,5"]),
        ([[1.0]], SHARE, ["100"]),
        ([[0.425]], SHARE | {"profile": "year_end", "target": "42%"}, ["42,5"]),
        ([[0.018]], SHARE | {"better": "lower", "target": "dưới 2%"}, ["1,8"]),
        (
            [[6.3]],
            MONTHLY | {"cadence": "half", "unit": "triệu đồng", "target": "12.400 triệu đồng"},
            ["6.300"],
        ),
        (
            [[1050.0, 980.5, 1020.0]],
            MONTHLY | {"target": "12,5 tỷ đồng"},
            ["1,05", "0,9805", "1,02"],
        ),
    ],
)
def test_a_slip_is_found_and_its_reading_offered(
    rows: list[list[object]], objective: dict[str, str], likely: list[str]
) -> None:
    assert slips(*rows, **objective) == likely


@pytest.mark.parametrize(
    ("rows", "objective"),
    [
        ([[0.0, 0.0, 0.0, 9.0, 3.0, 0.0]], MONTHLY),  # a harvest
        ([[0.2, 0.1, 12.0, 0.2]], MONTHLY),  # the year's revenue in one month
        ([[1.0, 0.0, 2.0, 40.0]], FEW),
        ([[60.0]], FEW | {"target": "02 lớp"}),
        ([[1.0, 1.0, 2.0, 100.0]], NONE),  # an outbreak
        ([[1000.0, 1100.0, 900.0, 10.0]], MANY),  # a slump, or a month just begun
        ([["KPS", "KPS", 300.0, "KPS"]], MANY),
        ([[40.0]], SHARE),
        ([[0.4]], SHARE),
        ([[0.4]], SHARE | {"better": "lower", "target": "dưới 2,3%"}),
        ([[1.0]], SHARE | {"better": "lower", "target": "không quá 3%"}),
        ([[1.0], [2000.0]], RATIO | {"better": "lower", "target": "không quá 5%"}),
        ([[0.5]], SHARE | {"profile": "linear"}),  # the year has only begun
        ([[0.004]], MONTHLY | {"cadence": "half"}),  # little, and perhaps truly so
        ([[6.0]], MANY | {"cadence": "half"}),
        ([[18.5]], MONTHLY | {"cadence": "half", "target": "37 tỷ đồng"}),
    ],
)
def test_a_good_figure_is_never_hit(rows: list[list[object]], objective: dict[str, str]) -> None:
    assert slips(*rows, **objective) == []


@given(
    st.lists(st.floats(0.3, 3.0), min_size=1, max_size=11),
    st.floats(0.1, 20.0),
    st.floats(0.01, 1e6),
)
def test_figures_within_a_season_are_good(shape: list[float], peak: float, scale: float) -> None:
    others = [part * scale for part in shape]
    assert slip(peak * scale, others, Reference(scale, scale * 12)) is None


@given(
    st.lists(st.floats(0.8, 1.2), min_size=3, max_size=11),
    st.sampled_from([1000.0, 100.0, 1e6, 1e9]),
    st.floats(0.01, 1e6),
)
def test_a_slip_beside_steady_figures_is_found(
    shape: list[float], factor: float, scale: float
) -> None:
    others = [part * scale + 0.001 for part in shape]
    assert slip(scale * factor * 1.1, others, Reference(scale, scale * 12)) is not None


def test_the_unit_that_was_typed_is_named_with_the_value_in_the_rows_own() -> None:
    all_found = row([18.5e9], **MONTHLY | {"cadence": "half", "target": "37 tỷ đồng"})
    [found] = [f for f in all_found if f.code == "X206"]
    assert say.text(found.message, "vi").endswith(
        "Có phải đã gõ bằng đồng? 18.500.000.000 đồng là 18,5 tỷ đồng."
    )


@pytest.mark.parametrize("count", [3, 4, 5])
def test_a_running_total_is_found_from_three_slots_on(count: int) -> None:
    figures: list[object] = [1.0, 2.1, 3.0, 4.2, 5.1][:count]
    assert "X203" in {finding.code for finding in row(figures, **MONTHLY)}


def test_a_running_total_is_told_with_what_it_says() -> None:
    [finding] = [f for f in row([1.0, 2.1, 3.0, 4.2, 5.1], **MONTHLY) if f.code == "X203"]
    told = {key: finding.message.values[key] for key in ("total", "slot", "last")}
    assert told == {"total": "15,4", "slot": "T5", "last": "5,1"}


@pytest.mark.parametrize(
    "figures", [[2.0, 2.5, 3.0, 3.5], [1.0, 1.1, 1.2, 1.3], [0.0, 0.0, 0.0, 4.0]]
)
def test_rising_months_are_no_running_total(figures: list[object]) -> None:
    assert "X203" not in {finding.code for finding in row(figures, **MONTHLY)}


@pytest.mark.parametrize(
    ("numerator", "denominator", "said"),
    [
        (98.5, 100.0, True),
        (0.985, 4.0, True),
        (0.985, 1.0, True),
        (98.0, 100.0, False),
        (8.5, 9.2, False),
        (0.5, 2.5, False),
        (45.5, 60.0, False),
    ],
)
def test_a_percentage_in_place_of_a_count_is_told(
    numerator: float, denominator: float, said: bool
) -> None:
    found = {finding.code for finding in row([numerator], [denominator], **RATIO)}
    assert ("X205" in found) == said
