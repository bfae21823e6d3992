"""One run at a time in a folder: a lock that the system lets go when a run dies."""

from __future__ import annotations

from contextlib import contextmanager, suppress
from typing import TYPE_CHECKING

from filelock import FileLock, Timeout

from qms_xlsx.language.messages import message
from qms_xlsx.steps.trouble import StepError, cannot_write

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path


@contextmanager
def locked(lock: Path) -> Iterator[None]:
    """Keep other runs out while this one works; StepError when another one is at work."""
    held = FileLock(lock, timeout=0)
    try:
        held.acquire()
    except Timeout:
        raise StepError(
            message(
                "Another run is at work in {folder}. Wait until it has finished and run again.",
                folder=str(lock.parent.parent),
            )
        ) from None
    except (OSError, NotImplementedError) as error:
        fault = error if isinstance(error, OSError) else OSError(str(error))
        raise StepError(cannot_write(lock, fault)) from error
    try:
        yield
    finally:
        with suppress(OSError):  # no trace; who opened it meanwhile sees that it is gone
            lock.unlink()
        held.release()
        with suppress(OSError):  # where nothing else stands there
            lock.parent.rmdir()
