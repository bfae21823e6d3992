"""A function for the reading process that kills it, hangs, or asks for too much.

It stands alone, so that the process has little to import before it misbehaves.
"""

from __future__ import annotations

import os
import signal
import time
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from qms_xlsx.intake import Book


def misbehaves(book: Book) -> str:
    what = book.path.stem
    if what == "killed":
        os.kill(os.getpid(), signal.SIGKILL)
    elif what == "aborts":
        os.abort()
    elif what == "hangs":
        time.sleep(600)
    elif what == "hungry":
        return str(len(bytearray(8 * 1024**3)))
    elif what == "panics":
        raise Panic
    elif what == "mistaken":
        raise KeyError(what)
    print("a library that prints")  # noqa: T201
    return what


class Panic(BaseException):
    """Like the panic of a native reader, which is no Exception."""
