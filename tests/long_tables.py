"""Tables of thousands of rows, a hundred a test: telling of a test costs more than reading a row."""

from __future__ import annotations

from traceback import format_exception_only
from typing import TYPE_CHECKING, Any

import pytest

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Sequence

ROWS, TRACED = 100, 10
"""How many rows are a test, and in how many tests of a table coverage follows one."""


def each_row(rows: Iterable[object]) -> Callable[[Callable[..., None]], Callable[..., None]]:
    """Make of a test of one row the tests of a long table; every row that fails is named."""
    table = list(rows)
    blocks = [
        pytest.param(
            table[first : first + ROWS],
            id=f"rows {first + 1}-{min(first + ROWS, len(table))}",
            marks=pytest.mark.untraced if first // ROWS % TRACED else (),
        )
        for first in range(0, len(table), ROWS)
    ]

    def decorate(check: Callable[..., None]) -> Callable[..., None]:
        @pytest.mark.parametrize("block", blocks)
        def test(block: Sequence[Any]) -> None:
            failed = "\n".join(filter(None, (_fault(check, row) for row in block)))
            assert not failed, failed

        test.__name__, test.__doc__ = check.__name__, check.__doc__
        return test

    return decorate


def _fault(check: Callable[..., None], row: object) -> str:
    """Return what is wrong with a row, and which it is."""
    try:
        check(*(row if isinstance(row, tuple) else (row,)))
    except (Exception, pytest.fail.Exception) as error:
        return f"{row!r}: {''.join(format_exception_only(error))}"
    return ""
