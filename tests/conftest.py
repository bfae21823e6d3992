"""What holds for every test: no test measures the clock, and what repeats is not traced again."""

from __future__ import annotations

from collections import Counter
from typing import TYPE_CHECKING

import pytest
from coverage import Coverage
from hypothesis import HealthCheck, settings

if TYPE_CHECKING:
    from collections.abc import Generator, Sequence

# An example that takes long on a loaded machine is no fault of the code.
settings.register_profile("patient", deadline=None, suppress_health_check=[HealthCheck.too_slow])
settings.load_profile("patient")

LONG_TABLE, TRACED = 250, 5
"""Of a table of more rows than this, one in so many is traced; all are run."""


def pytest_collection_modifyitems(items: Sequence[pytest.Item]) -> None:
    """Leave untraced what repeats itself: being traced makes a test take three times as long."""
    tables = [item.nodeid.partition("[")[0] for item in items]
    rows = Counter(tables)
    for number, (item, table) in enumerate(zip(items, tables, strict=True)):
        of_many = rows[table] > LONG_TABLE and number % TRACED
        if of_many or getattr(getattr(item, "obj", None), "is_hypothesis_test", False):
            item.add_marker(pytest.mark.untraced)


@pytest.hookimpl(wrapper=True)
def pytest_runtest_protocol(item: pytest.Item) -> Generator[None, object, object]:
    """Run a test that is marked `untraced`, its fixtures too, without coverage."""
    tracing = Coverage.current() if item.get_closest_marker("untraced") else None
    if tracing is None:
        return (yield)
    tracing.stop()
    try:
        return (yield)
    finally:
        tracing.start()
