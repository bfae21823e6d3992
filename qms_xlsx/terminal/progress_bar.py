"""A progress bar for work that takes more than two seconds."""

from __future__ import annotations

import time
from contextlib import contextmanager
from typing import TYPE_CHECKING

from rich.console import Console
from rich.progress import BarColumn, MofNCompleteColumn, Progress

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

PATIENCE_SECONDS = 2.0


@contextmanager
def bar() -> Iterator[Callable[[int], None]]:
    """Give a function that counts one file of `total`; the bar appears when it takes long."""
    progress = Progress(
        BarColumn(), MofNCompleteColumn(), console=Console(stderr=True), transient=True
    )
    task = progress.add_task("", total=None)
    begun = time.monotonic()
    shown = False

    def tick(total: int) -> None:
        nonlocal shown
        if not shown and time.monotonic() - begun > PATIENCE_SECONDS:
            progress.start()
            shown = True
        progress.update(task, total=total, advance=1)

    try:
        yield tick
    finally:
        if shown:
            progress.stop()
