"""Reads many files through worker processes that may die without harm."""

from __future__ import annotations

import os
import pickle
import threading
import time
from collections import deque
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path
from typing import TYPE_CHECKING, Any, Generic, TypeVar

from qms_xlsx.intake import limits
from qms_xlsx.intake.book import Book, Refused
from qms_xlsx.intake.faults import fault
from qms_xlsx.intake.processes import done_with, started

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Iterator, Sequence
    from concurrent.futures import Future
    from types import TracebackType

    from qms_xlsx.intake.processes import Process

T = TypeVar("T")
Other = TypeVar("Other")
_WATCH_SECONDS = 0.2
_WORTH = 32
"""Files for which another process is started, where nobody said how many: it costs as long."""
_DIED = (EOFError, OSError, pickle.UnpicklingError)


class _Worker:
    """One reading process, started when first needed and again after it died."""

    def __init__(self, memory: int, seconds: float) -> None:
        self._memory = memory
        self._seconds = seconds
        self._process: Process | None = None
        self._lock = threading.Lock()
        self._due: float | None = None  # when the file being read must be done
        self._late = False
        self._served = False  # whether the process asked had answered before

    def ask(self, path: Path, wanted: bytes) -> object:
        """Return the worker's answer, or the refusal that names this file.

        A process that served before may die of an earlier file: then this one gets a new process.
        """
        try:
            try:
                return self._asked(path, wanted)
            except _DIED:
                if not self._served or self._late:
                    raise
                self.stop()
                return self._asked(path, wanted, anew=True)
        except _DIED:
            self.stop()
            limit = fault("F402", limit=self._seconds)
            return Refused(path, limit if self._late else fault("F401"), _size(path))

    def _asked(self, path: Path, wanted: bytes, *, anew: bool = False) -> object:
        with self._lock:
            self._late = self._served = False
            process = self._process = self._process or started(self._memory, anew=anew)
            self._served, self._due = process.served, time.monotonic() + self._seconds
        try:
            return process.ask(path, self._seconds, wanted)
        finally:
            with self._lock:
                self._due = None

    def end_when_late(self) -> None:
        """Kill the process when its time for a file is over."""
        with self._lock:
            if self._process and self._due and time.monotonic() > self._due:
                self._late = True
                self._process.kill()

    def stop(self) -> None:
        """End the process, or leave it to the next reader; the next question starts another."""
        with self._lock:
            process, self._process = self._process, None
            idle = self._due is None
        if process is not None:
            done_with(process, idle=idle)


class Reader(Generic[T]):
    """Reads strangers' files; a file that kills, hangs or fills its reader is only refused.

    `extract` (a function of a module) runs beside the reader, so that only its result travels;
    `opening` reads files that are no workbooks; of sheets that nobody can type in, only those are
    read in which a cell starts with `mark`, if there is one; `workers` is how many processes there
    may be (by default as many as this process may use cores).
    """

    def __init__(
        self,
        extract: Callable[[Book], T] | None = None,
        *,
        workers: int | None = None,
        seconds: float = limits.SECONDS,
        memory: int = limits.MEMORY_BYTES,
        opening: Callable[[Path], object] | None = None,
        mark: str = "",
    ) -> None:
        self._opening, self._mark = opening, mark.encode()
        self._wanted = self._pickled(extract)
        self._worth = 1 if workers else _WORTH
        self._count = workers or usable_cores()
        self._all = [_Worker(memory, seconds) for _ in range(self._count)]
        self._idle = deque(self._all)
        self._free = threading.Semaphore(self._count)
        self._closed = threading.Event()
        self._watchman = threading.Thread(target=self._watch, daemon=True)
        self._watchman.start()

    def __enter__(self) -> Reader[T]:
        return self

    def __exit__(
        self,
        kind: type[BaseException] | None,
        error: BaseException | None,
        tb: TracebackType | None,
    ) -> None:
        self.close()

    def _watch(self) -> None:
        while not self._closed.wait(_WATCH_SECONDS):
            for worker in self._all:
                worker.end_when_late()

    def close(self) -> None:
        """End the worker processes."""
        self._closed.set()
        self._watchman.join()
        for worker in self._all:
            worker.stop()

    def _pickled(self, extract: Callable[[Book], Any] | None) -> bytes:
        return pickle.dumps((self._opening, extract, self._mark))

    def read(self, path: Path | str) -> T | Refused:
        """Return what the file holds, or why it was refused; never raises for a bad file."""
        return self._ask(path, self._wanted)  # type: ignore[return-value]

    def _ask(self, path: Path | str, wanted: bytes) -> object:
        with self._free:
            worker = self._idle.pop()  # the one used last is warm
            try:
                return worker.ask(Path(path), wanted)
            finally:
                self._idle.append(worker)

    def read_all(self, paths: Iterable[Path | str]) -> Iterator[T | Refused]:
        """Yield the result for each file in the given order, a few files ahead at most."""
        yield from self._asked(list(paths), self._wanted)  # type: ignore[misc]

    def read_as(
        self, extract: Callable[[Book], Other], paths: Iterable[Path | str]
    ) -> Iterator[Other | Refused]:
        """Yield what another function makes of each file, by the same processes."""
        yield from self._asked(list(paths), self._pickled(extract))  # type: ignore[misc]

    def _asked(self, paths: Sequence[Path | str], wanted: bytes) -> Iterator[object]:
        count = min(self._count, -(-len(paths) // self._worth))
        if count < 2:
            yield from (self._ask(path, wanted) for path in paths)
            return
        pending: deque[Future[object]] = deque()
        with ThreadPoolExecutor(count) as threads:
            for path in paths:
                pending.append(threads.submit(self._ask, path, wanted))
                if len(pending) > 2 * count:
                    yield pending.popleft().result()
            while pending:
                yield pending.popleft().result()


def usable_cores() -> int:
    """Return how many cores this process may use."""
    allowed = getattr(os, "sched_getaffinity", None)  # not on every system
    return len(allowed(0)) if allowed else os.cpu_count() or 1


def read(path: Path | str) -> Book | Refused:
    """Return what one file holds, or why it was refused."""
    with Reader[Book](workers=1) as reader:
        return reader.read(path)


def _size(path: Path) -> int:
    try:
        return path.stat().st_size
    except (OSError, ValueError):
        return 0
