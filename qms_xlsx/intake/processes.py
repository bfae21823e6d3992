"""The processes that read: how one is started, asked and ended, and kept for who reads next."""

from __future__ import annotations

import os
import pickle
import subprocess
import sys
import threading
from contextlib import contextmanager, suppress
from dataclasses import dataclass
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

_SERVE = "import sys; sys.path[:] = sys.argv[1:]; from qms_xlsx.intake.worker import main; main()"


@dataclass(frozen=True, slots=True)
class _Terms:
    """On what a process is started: its memory, where it finds modules and files, and by whom."""

    memory: int
    paths: tuple[str, ...]
    folder: str
    owner: int

    @classmethod
    def now(cls, memory: int) -> _Terms:
        """Return the terms of a process that is started now."""
        folder = ""
        with suppress(OSError):  # a folder that is gone
            folder = os.getcwd()  # noqa: PTH109
        return cls(memory, tuple(path or folder for path in sys.path), folder, os.getpid())


class Process:
    """A process of ours that reads, with the pipes to it."""

    def __init__(self, terms: _Terms) -> None:
        self.terms = terms
        self.served = False
        self._told = b""  # what it knows that it is to do
        self._answered = True
        self._popen = subprocess.Popen(  # noqa: S603 (ourselves)
            [sys.executable, "-P", "-c", _SERVE, *terms.paths],
            stdin=subprocess.PIPE,
            stdout=subprocess.PIPE,
            stderr=subprocess.DEVNULL,
        )
        if self._popen.stdin is not None:
            self._popen.stdin.write(pickle.dumps(terms.memory))

    @property
    def usable(self) -> bool:
        """Whether it lives, and no answer is still to come."""
        return self._answered and self._popen.poll() is None

    def ask(self, path: Path, seconds: float, wanted: bytes) -> object:
        """Return its answer; raises what a broken pipe gives when it dies."""
        stdin, stdout = self._popen.stdin, self._popen.stdout
        if stdin is None or stdout is None:
            raise AssertionError
        self._answered = False
        pickle.dump((path, seconds, None if wanted == self._told else wanted), stdin)
        stdin.flush()
        self._told = wanted
        answer: object = pickle.load(stdout)  # noqa: S301 (from our own process)
        self._answered = self.served = True
        return answer

    def kill(self) -> None:
        """Kill it; who asked it hears at once."""
        self._popen.kill()

    def end(self) -> None:
        """Kill it, and clear away what is left of it."""
        self._popen.kill()
        self._popen.wait()
        for pipe in (self._popen.stdin, self._popen.stdout):
            if pipe is not None:
                with suppress(OSError):  # what was not yet sent
                    pipe.close()


class _Keeper:
    """Keeps the process that read last, from reader to reader, while somebody works on and on."""

    def __init__(self) -> None:
        self._lock = threading.Lock()
        self._working = 0
        self._kept: list[Process] = []  # one at most

    @contextmanager
    def keeping(self) -> Iterator[None]:
        """Keep a process while this lasts: starting one takes longer than reading a form."""
        with self._lock:
            self._working += 1
        try:
            yield
        finally:
            with self._lock:
                self._working -= 1
            if not self._working:
                self._clear()

    def started(self, memory: int, *, anew: bool = False) -> Process:
        """Return a process to ask: the one that is kept, where it was started on the same terms."""
        terms = _Terms.now(memory)
        kept = self._taken()
        if kept and kept.terms == terms and kept.usable and not anew:
            return kept
        self._end(kept)
        return Process(terms)

    def done_with(self, process: Process, *, idle: bool) -> None:
        """End a process, or keep an idle one for the next reader."""
        if self._working and idle and process.usable:
            self._clear()
            self._kept.append(process)
        else:
            process.end()

    def _taken(self) -> Process | None:
        with suppress(IndexError):  # another thread may be quicker
            return self._kept.pop()
        return None

    def _clear(self) -> None:
        self._end(self._taken())

    def _end(self, process: Process | None) -> None:
        if process and process.terms.owner == os.getpid():  # a fork ends nothing of its parent's
            process.end()


_KEEPER = _Keeper()
keeping, started, done_with = _KEEPER.keeping, _KEEPER.started, _KEEPER.done_with
