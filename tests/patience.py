"""Hangs told apart from slowness: work is counted, and a clock only ends what would never end."""

from __future__ import annotations

import signal
import sys
from contextlib import contextmanager
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

PATIENCE = 600
"""Seconds after which a program is taken to hang: far beyond what the slowest machine needs."""


def lines_run(call: Callable[[], object]) -> int:
    """Return how many lines of Python a call runs: the same on every machine, busy or not."""
    count = 0

    def line(_frame: Any, event: str, _about: Any) -> Any:
        nonlocal count
        count += event == "line"
        return line

    before = sys.gettrace()
    sys.settrace(line)
    try:
        call()
    finally:
        sys.settrace(before)
    return count


@contextmanager
def ends(seconds: int = PATIENCE) -> Iterator[None]:
    """Fail what would otherwise stop the whole suite, where the system can (Windows cannot)."""
    if not hasattr(signal, "SIGALRM"):
        yield
        return

    def hangs(_number: int, _frame: object) -> None:
        raise AssertionError(f"it has not ended in {seconds} seconds")

    before = signal.signal(signal.SIGALRM, hangs)
    signal.alarm(seconds)
    try:
        yield
    finally:
        signal.alarm(0)
        signal.signal(signal.SIGALRM, before)
