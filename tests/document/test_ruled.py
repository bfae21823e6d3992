"""Ruled tables of a page: words at a rule, and a sheet printed on pages beside each other."""

from __future__ import annotations

from dataclasses import dataclass
from itertools import pairwise
from typing import Any

import pytest

from qms_xlsx.document.pdf import _text as cell_text
from qms_xlsx.document.ruled import Band, Box, table_rows, widened


@dataclass
class Table:
    """A table as the reader of the print hands it over."""

    cells: list[Box]


def grid(xs: list[float], ys: list[float]) -> Table:
    return Table(
        [(left, top, right, bottom) for left, right in pairwise(xs) for top, bottom in pairwise(ys)]
    )


def word(text: str, left: float, top: float) -> dict[str, Any]:
    chars = [
        {"text": letter, "x0": left + 5 * at, "x1": left + 5 * at + 5}
        for at, letter in enumerate(text)
    ]
    return {
        "text": text, "x0": left, "x1": left + 5 * len(text), "top": top, "bottom": top + 10,
        "chars": chars,
    }  # fmt: skip


def texts(words: list[Any]) -> str:
    return " ".join(one["text"] for one in words)


def test_a_word_that_a_rule_goes_through_is_two() -> None:
    table = grid([0, 50, 200], [0, 20, 40])
    words = [word("STT", 10, 5), word("1Tỷ", 45, 25), word("lệ", 65, 25)]
    assert table_rows(table, words, texts) == (("STT", ""), ("1", "Tỷ lệ"))


def test_a_word_that_reaches_over_a_rule_by_a_hair_is_one() -> None:
    table = grid([0, 50, 200], [0, 20])
    assert table_rows(table, [word("hồ", 40.5, 5)], texts) == (("hồ", ""),)


HEIGHTS: list[float] = [50, 70, 90, 120]


@pytest.mark.parametrize(
    ("xs", "ys", "beside"),
    [
        ([30, 200, 400], HEIGHTS, True),
        ([30, 50, 300], HEIGHTS, False),  # it goes on down: the same columns
        ([30, 200, 400], [50, 70, 95, 120], False),
        ([30, 200, 400], [50, 70, 90], False),
    ],
)
def test_rows_at_the_same_heights_with_other_columns_go_on_beside(
    xs: list[float], ys: list[float], beside: bool
) -> None:
    bands = [Band.of(grid([30, 50, 300], HEIGHTS), 0)]
    assert (widened(bands, grid(xs, ys)) is not None) is beside


def test_few_rows_stand_at_the_same_heights_by_chance() -> None:
    bands = [Band.of(grid([30, 50, 300], [50, 70, 90]), 0)]
    assert widened(bands, grid([30, 200, 400], [50, 70, 90])) is None


def test_pages_go_down_first_and_then_beside_in_the_same_order() -> None:
    bands = [Band.of(grid([30, 50, 300], HEIGHTS), at) for at in (0, 1)]
    order = []
    for _ in range(2):
        band = widened(bands, grid([30, 200, 400], HEIGHTS))
        assert band is not None
        band.wider += 1
        order.append(band.block)
    assert order == [0, 1]


@pytest.mark.parametrize(
    ("lines", "cell"),
    [
        (["1.1. Rà soát", "quy trình", "1.2. Nhắc"], "1.1. Rà soát quy trình\n1.2. Nhắc"),
        (["1.1. Thu đạt", "2.5 tỷ đồng"], "1.1. Thu đạt 2.5 tỷ đồng"),
        (["- Rà soát", "quy trình", "- Nhắc"], "- Rà soát quy trình\n- Nhắc"),
        (["Rà soát", "1.1. quy trình"], "Rà soát 1.1. quy trình"),
    ],
)
def test_the_items_of_a_list_in_a_cell_stand_in_lines_of_their_own(
    lines: list[str], cell: str
) -> None:
    words = [
        {**word(text, 10 + 3 * at, 20 * row), "fontname": "Times"}
        for row, line in enumerate(lines)
        for at, text in enumerate(line.split())
    ]
    assert cell_text(words) == cell
