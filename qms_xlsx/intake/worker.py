"""The reading process: paths come in, results go out, and it dies instead of the run."""

from __future__ import annotations

import os
import pickle
import signal
import sys
import traceback
from functools import lru_cache, partial
from typing import TYPE_CHECKING, Any, BinaryIO

from qms_xlsx.intake.book import Refused
from qms_xlsx.intake.faults import RefusedError, fault
from qms_xlsx.intake.opening import opened

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

_GRACE = 5
"""Seconds after which a process ends itself that whoever asks has not ended when it was late."""
_IDLE = 600
"""Seconds after which a process ends itself that is kept and asked nothing."""


def main() -> None:
    """Serve requests until the pipe closes: first the memory, then each path.

    With a path come its seconds, and what is to be done from now on, None if that is as before.
    """
    requests, answers = _pipes()
    signal.signal(signal.SIGINT, signal.SIG_IGN)  # the run decides when to stop
    _limit(pickle.load(requests))  # noqa: S301 (from our own parent)
    wanted = b""
    while True:
        try:
            path, seconds, told = pickle.load(requests)  # noqa: S301
        except EOFError:
            return
        wanted = told or wanted
        _alarm(seconds + _GRACE)
        answer, spent = _answer(path, wanted)
        pickle.dump(answer, answers, pickle.HIGHEST_PROTOCOL)
        answers.flush()
        if spent:
            return
        _alarm(_IDLE)


def _pipes() -> tuple[BinaryIO, BinaryIO]:
    """Keep the pipes for ourselves: what libraries print goes nowhere."""
    requests, answers = os.fdopen(os.dup(0), "rb"), os.fdopen(os.dup(1), "wb")
    nowhere = os.open(os.devnull, os.O_RDWR)
    for standard in (0, 1, 2):
        os.dup2(nowhere, standard)
    return requests, answers


def _limit(memory: int) -> None:
    """Bound the address space where the system can (Windows cannot)."""
    try:
        import resource  # noqa: PLC0415 (not on Windows)

        resource.setrlimit(resource.RLIMIT_AS, (memory, memory))
        resource.setrlimit(resource.RLIMIT_CORE, (0, 0))
    except (ImportError, ValueError, OSError):
        pass


def _alarm(seconds: float) -> None:
    """End this process after a time, even when nobody is left to stop it."""
    if hasattr(signal, "alarm"):
        signal.alarm(int(seconds))


@lru_cache(maxsize=1)
def _asked(wanted: bytes) -> tuple[Callable[[Path], Any], Callable[[Any], Any] | None]:
    opening, extract, mark = pickle.loads(wanted)  # noqa: S301
    return opening or partial(opened, mark=mark), extract


def _answer(path: Path, wanted: bytes) -> tuple[object, bool]:
    """Return the answer for a file, and whether the process should not be used again."""
    try:
        opening, extract = _asked(wanted)
        book = opening(path)
        if isinstance(book, Refused) or extract is None:
            return book, False
        return extract(book), False
    except RefusedError as refusal:
        return Refused(path, refusal.fault), False
    except MemoryError:
        return Refused(path, fault("F403")), True
    except Exception as error:
        return Refused(path, fault("F404", error=_where(error))), False
    except BaseException:
        return Refused(path, fault("F401")), True


def _where(error: Exception) -> str:
    last = traceback.extract_tb(error.__traceback__)[-1]
    return f"{type(error).__name__}: {error} ({os.path.basename(last.filename)}:{last.lineno})"  # noqa: PTH119


if __name__ == "__main__":
    main()
    sys.exit(0)
