"""A table that is tested a hundred rows at once tells as much as if each row were a test."""

from __future__ import annotations

import pytest

from tests.long_tables import ROWS, _fault, each_row


def test_every_row_that_fails_is_named_and_every_row_is_run() -> None:
    run = []

    def check(number: int, word: str) -> None:
        run.append(number)
        assert number % 90 != 7, word
        assert 1 / (number - 50)

    rows = [(number, f"word {number}") for number in range(250)]
    test = each_row(rows)(check)
    assert test.__name__ == "check"
    [mark] = test.pytestmark
    blocks = [block.values[0] for block in mark.args[1]]
    assert [row for block in blocks for row in block] == rows
    assert [len(block) for block in blocks] == [ROWS, ROWS, 50]
    with pytest.raises(AssertionError) as told:
        test(blocks[0])
    assert run == list(range(100))
    for words in ("(7, 'word 7'): AssertionError", "(97, 'word 97')", "(50, 'word 50'): ZeroDiv"):
        assert words in str(told.value)
    assert "word 8'" not in str(told.value)


def test_a_row_that_is_no_tuple_is_the_one_argument() -> None:
    assert _fault(len, "text") == ""
    assert "TypeError" in _fault(len, 7)
    assert _fault(pytest.fail, "why").startswith("'why': Failed: why")
