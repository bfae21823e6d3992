"""A function for the reading process that kills it, hangs, or asks for too much.

It stands alone, so that the process has little to import before it misbehaves.
"""

from __future__ import annotations

import os
import signal
import time
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from qms_xlsx.intake.book import Book


def misbehaves(book: Book) -> str:
    what = book.path.stem
    if what == "killed":
        os.kill(os.getpid(), signal.SIGKILL)
    elif what == "aborts":
        os.abort()
    elif what == "hangs":
        book.path.with_name("hanging").touch()
        time.sleep(600)
    elif what == "hungry":
        return str(len(bytearray(8 * 1024**3)))
    elif what == "panics":
        raise Panic
    elif what == "mistaken":
        raise KeyError(what)
    print("a library that prints")  # noqa: T201
    return what


def process_of(_: Book) -> int:
    return os.getpid()


def ends_its_machine(book: Book) -> str:
    """Return a file's name; at "last", end the machine that asks unless it is "home".

    Where "once" stands beside the file, no more than once.
    """
    path = book.path
    ended, home = path.with_name("ended"), path.with_name("home").read_text()
    if path.stem == "last" and home != str(os.getppid()) and not ended.exists():
        if path.with_name("once").exists():
            ended.touch()
        os.kill(os.getppid(), signal.SIGKILL)
    return path.name


class Panic(BaseException):
    """Like the panic of a native reader, which is no Exception."""
