"""Vietnamese numbers."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from qms_xlsx.language import numbers


@pytest.mark.parametrize(
    ("text", "value"),
    [
        ("9,267", 9.267),
        ("12.250", 12250),
        ("1.234,5", 1234.5),
        ("1.234.567,89", 1234567.89),
        ("05", 5),
        (" 7 ", 7),
        ("-0,5", -0.5),
        ("−3", -3),
    ],
)
def test_comma_is_for_decimals_and_dot_for_thousands(text: str, value: float) -> None:
    assert numbers.parse(text) == value


@pytest.mark.parametrize(
    "text", ["", "1.2", "12.25", "1,2,3", "1.2345", "3/4", "abc", "1 2", "1e5", "5."]
)
def test_what_is_no_vietnamese_number_is_refused(text: str) -> None:
    with pytest.raises(numbers.InvalidNumber):
        numbers.parse(text)


@given(st.decimals(-(10**9), 10**9, places=3).map(float))
def test_a_number_is_read_back_from_what_is_shown(value: float) -> None:
    assert numbers.parse(numbers.show(value)) == value


@given(st.floats(allow_nan=False, allow_infinity=False))
def test_rounding_to_twelve_digits_is_final(value: float) -> None:
    once = numbers.significant(value)
    assert numbers.significant(once) == once


def test_a_comparison_forgives_the_thirteenth_digit_only() -> None:
    assert numbers.significant(0.1 + 0.2) == numbers.significant(0.3)
    assert numbers.significant(94.996) < 95
