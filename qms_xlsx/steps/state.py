"""The toolkit's own small files in .qms-xlsx/, which a stranger may have put there or spoilt."""

from __future__ import annotations

import os
import stat
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from pathlib import Path

_LARGEST = 16 * 1024 * 1024
# A pipe would wait for somebody at its other end; a link may lead anywhere; Windows alters lines.
_SAFE = 0
for _flag in ("O_NONBLOCK", "O_NOFOLLOW", "O_CLOEXEC", "O_BINARY"):
    _SAFE |= getattr(os, _flag, 0)


def read_state(path: Path, most: int = _LARGEST) -> str:
    """Return what stands in a file of ours; nothing when it is none that we could have written.

    A file of more than `most` bytes is none.
    """
    return read_bytes(path, most).decode("utf-8", errors="replace")


def read_bytes(path: Path, most: int) -> bytes:
    """Return the bytes of a plain file; nothing of anything else, and of one with more."""
    try:
        handle = os.open(path, os.O_RDONLY | _SAFE)
        with os.fdopen(handle, "rb") as file:
            about = os.fstat(handle)
            if not stat.S_ISREG(about.st_mode) or about.st_size > most:
                return b""
            return file.read(about.st_size)  # no more is set aside for it
    except (OSError, ValueError):  # ValueError: a name that no system can have
        return b""


def append_state(path: Path, line: str) -> None:
    """Add a line to a file of ours; OSError when a stranger's pipe, link or folder is in its place.

    What a process wrote is there for the next one even when it is killed right after.
    """
    path.parent.mkdir(exist_ok=True)
    handle = os.open(path, os.O_WRONLY | os.O_APPEND | os.O_CREAT | _SAFE, 0o644)
    with os.fdopen(handle, "ab") as file:
        file.write(f"\n{line}\n".encode())  # a line that a full disk cut short ends here
