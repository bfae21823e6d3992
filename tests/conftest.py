"""What holds for every test: no test measures the clock, and what repeats is not traced again."""

from __future__ import annotations

import gc
from collections import Counter
from contextlib import contextmanager
from importlib import import_module
from pkgutil import walk_packages
from typing import TYPE_CHECKING

import pytest
from coverage import Coverage
from hypothesis import HealthCheck, settings
from xdist import is_xdist_controller

from qms_xlsx.intake.processes import keeping

if TYPE_CHECKING:
    from collections.abc import Generator, Iterator, Sequence

# An example that takes long on a loaded machine is no fault of the code.
settings.register_profile("patient", deadline=None, suppress_health_check=[HealthCheck.too_slow])
settings.load_profile("patient")

LONG_TABLE, OF_A_TABLE = 250, 50
"""Of a table of more rows than this, one in so many is traced; all are run."""
WHOLE_RUNS = (
    "tests/app/", "tests/cases/", "tests/document/unseen/", "tests/history/", "tests/steps/",
    "tests/write/",
)  # fmt: skip
OF_RUNS = 4
"""Of the tests that run whole commands, pages and papers, whose lines are much the same, one in so many."""
_TRACING = pytest.StashKey[Coverage]()


@pytest.fixture(scope="session", autouse=True)
def _one_process_reads() -> Iterator[None]:
    """Let one process read on from test to test, as for whoever works at the page."""
    with keeping():
        yield


def pytest_collection_modifyitems(items: Sequence[pytest.Item]) -> None:
    """Leave untraced what repeats itself: being traced makes a test take three times as long."""
    tables = [item.nodeid.partition("[")[0] for item in items]
    rows = Counter(tables)
    for number, (item, table) in enumerate(zip(items, tables, strict=True)):
        drawn = getattr(getattr(item, "obj", None), "is_hypothesis_test", False)
        if drawn or number % _one_in(item, rows[table]):
            item.add_marker(pytest.mark.untraced)


def _one_in(item: pytest.Item, rows: int) -> int:
    """Return of how many tests like this one is traced."""
    if rows > LONG_TABLE:
        return OF_A_TABLE
    return OF_RUNS if item.nodeid.startswith(WHOLE_RUNS) else 1


@pytest.hookimpl(trylast=True)
def pytest_sessionstart(session: pytest.Session) -> None:
    """Keep one coverage, and none where tests are only handed out.

    A worker is given two: the one beneath goes on tracing whenever the one above is stopped.
    """
    started = []
    while (one := Coverage.current()) is not None:
        one.stop()
        started.append(one)
    if started and not is_xdist_controller(session):
        started[0].start()


@pytest.hookimpl(tryfirst=True)
def pytest_collection(session: pytest.Session) -> None:
    """Trace what our modules do when imported, then only tests and their fixtures."""
    if not is_xdist_controller(session):  # which ends no collection
        gc.disable()
    tracing = Coverage.current()
    if tracing is None:
        return
    import qms_xlsx

    for module in walk_packages(qms_xlsx.__path__, "qms_xlsx."):
        if module.name != "qms_xlsx.__main__":  # which would be run
            import_module(module.name)
    tracing.stop()
    session.config.stash[_TRACING] = tracing


def pytest_collection_finish() -> None:
    """Look for garbage among what tests make, and seldom: what is collected here stays to the end."""
    gc.freeze()
    gc.set_threshold(5_000, 20, 20)
    gc.enable()


@contextmanager
def _traced(item: pytest.Item) -> Iterator[None]:
    """Let coverage follow, unless the test is marked `untraced`."""
    tracing = item.config.stash.get(_TRACING, None)
    if tracing is None or item.get_closest_marker("untraced"):
        yield
        return
    tracing.start()
    try:
        yield
    finally:
        tracing.stop()


@pytest.hookimpl(wrapper=True)
def pytest_runtest_setup(item: pytest.Item) -> Generator[None, object, object]:
    """Make a test's fixtures."""
    with _traced(item):
        return (yield)


@pytest.hookimpl(wrapper=True)
def pytest_runtest_call(item: pytest.Item) -> Generator[None, object, object]:
    """Run a test."""
    with _traced(item):
        return (yield)


@pytest.hookimpl(wrapper=True)
def pytest_runtest_teardown(item: pytest.Item) -> Generator[None, object, object]:
    """Clear a test's fixtures away."""
    with _traced(item):
        return (yield)
