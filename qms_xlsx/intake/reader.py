"""Reads many files through worker processes that may die without harm."""

from __future__ import annotations

import os
import pickle
import subprocess
import sys
import threading
import time
from collections import deque
from concurrent.futures import ThreadPoolExecutor
from itertools import chain, islice
from pathlib import Path
from typing import TYPE_CHECKING, Generic, TypeVar

from qms_xlsx.intake import limits
from qms_xlsx.intake.book import Book, Refused
from qms_xlsx.intake.faults import Fault, fault

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Iterator
    from concurrent.futures import Future
    from types import TracebackType

T = TypeVar("T")
_SERVE = "import sys; sys.path[:] = sys.argv[1:]; from qms_xlsx.intake.worker import main; main()"


class _Worker:
    """One reading process, started when first needed and again after it died."""

    def __init__(self, settings: bytes, seconds: float) -> None:
        self._settings = settings
        self._seconds = seconds
        self._process: subprocess.Popen[bytes] | None = None

    def ask(self, path: Path) -> object:
        """Return the worker's answer, or the refusal that names this file."""
        process = self._process = self._process or self._start()
        if process.stdin is None or process.stdout is None:
            raise AssertionError
        late = threading.Event()
        timer = threading.Timer(self._seconds, lambda: (late.set(), process.kill()))
        timer.daemon = True
        timer.start()
        try:
            pickle.dump(path, process.stdin)
            process.stdin.flush()
            return pickle.load(process.stdout)  # noqa: S301 (from our own process)
        except (EOFError, OSError, pickle.UnpicklingError):
            self.stop()
            return Refused(path, self._ended(late.is_set()), _size(path))
        finally:
            timer.cancel()

    def _ended(self, late: bool) -> Fault:
        return fault("F402", limit=self._seconds) if late else fault("F401")

    def _start(self) -> subprocess.Popen[bytes]:
        paths = [path or os.getcwd() for path in sys.path]  # noqa: PTH109
        process = subprocess.Popen(  # noqa: S603 (ourselves)
            [sys.executable, "-P", "-c", _SERVE, *paths],
            stdin=subprocess.PIPE,
            stdout=subprocess.PIPE,
            stderr=subprocess.DEVNULL,
        )
        if process.stdin is not None:
            process.stdin.write(self._settings)
        return process

    def stop(self) -> None:
        """End the process; the next question starts another."""
        process, self._process = self._process, None
        if process is None:
            return
        process.kill()
        process.wait()
        for pipe in (process.stdin, process.stdout):
            if pipe is not None:
                try:
                    pipe.close()
                except OSError:  # what was not yet sent
                    pass


class Reader(Generic[T]):
    """Reads strangers' files; a file that kills, hangs or fills its reader is only refused.

    `extract` (a function of a module) runs beside the reader, so that only its result travels.
    """

    def __init__(
        self,
        extract: Callable[[Book], T] | None = None,
        *,
        workers: int | None = None,
        seconds: float = limits.SECONDS,
        memory: int = limits.MEMORY_BYTES,
    ) -> None:
        settings = pickle.dumps((extract, seconds, memory))
        self._count = workers or min(2, os.cpu_count() or 1)
        self._all = [_Worker(settings, seconds) for _ in range(self._count)]
        self._idle = deque(self._all)
        self._free = threading.Semaphore(self._count)

    def __enter__(self) -> Reader[T]:
        return self

    def __exit__(
        self,
        kind: type[BaseException] | None,
        error: BaseException | None,
        tb: TracebackType | None,
    ) -> None:
        self.close()

    def close(self) -> None:
        """End the worker processes."""
        for worker in self._all:
            worker.stop()

    def read(self, path: Path | str) -> T | Refused:
        """Return what the file holds, or why it was refused; never raises for a bad file."""
        with self._free:
            worker = self._idle.pop()  # the one used last is warm
            try:
                return worker.ask(Path(path))  # type: ignore[return-value]
            finally:
                self._idle.append(worker)

    def read_all(self, paths: Iterable[Path | str]) -> Iterator[T | Refused]:
        """Yield the result for each file in the given order, a few files ahead at most."""
        rest = iter(paths)
        first = list(islice(rest, 3))
        if len(first) < 3 or self._count == 1:  # another process would not pay for its start
            yield from map(self.read, chain(first, rest))
            return
        pending: deque[Future[T | Refused]] = deque()
        with ThreadPoolExecutor(self._count) as threads:
            for path in chain(first, rest):
                pending.append(threads.submit(self.read, path))
                if len(pending) > 2 * self._count:
                    yield pending.popleft().result()
            while pending:
                yield pending.popleft().result()


def read(path: Path | str) -> Book | Refused:
    """Return what one file holds, or why it was refused."""
    with Reader[Book](workers=1) as reader:
        return reader.read(path)


def _size(path: Path) -> int:
    try:
        return path.stat().st_size
    except (OSError, ValueError):
        return 0
