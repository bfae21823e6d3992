"""Readings kept from one run to the next: a form that has not changed is not read again.

They lie in .qms-xlsx/ as plain text, a line a form: the SHA-256 of its bytes, a check of the line
and what was read. All of it counts only for the register, the toolkit and the year that it was
read with. Whatever else stands there is passed over, and made anew.
"""

from __future__ import annotations

import sys
import unicodedata
from contextlib import suppress
from datetime import date
from hashlib import sha256
from importlib.util import find_spec
from pathlib import Path
from typing import TYPE_CHECKING

import qms_xlsx
from qms_xlsx.intake import limits
from qms_xlsx.read.read_back import InvalidText, read_back
from qms_xlsx.steps.state import read_bytes
from qms_xlsx.version import __version__
from qms_xlsx.write.files import remove_leftovers, write_whole

if TYPE_CHECKING:
    from collections.abc import Iterator

    from qms_xlsx.domain.register import Register
    from qms_xlsx.read.checked import Checked

_MOST_BYTES = 256 * limits.MIB
_LONGEST = limits.MIB
"""Bytes of one reading; the largest sample's has 14 thousand."""
_ROOMS = ("language", "domain", "codes", "book", "intake", "read")
"""What decides a reading."""
_KEY, _CHECK = slice(64), slice(64, 96)


class Kept:
    """The readings of a folder's forms, as they stood and as they are to stand."""

    def __init__(self, path: Path, mark: str) -> None:
        """Take what stands at `path`, as far as it was read under the same mark."""
        self._path, self._head = path, f"{mark}\n".encode()
        self._before = dict(self._lines(read_bytes(path, _MOST_BYTES)))
        self._now: dict[bytes, bytes] = {}

    def _lines(self, data: bytes) -> Iterator[tuple[bytes, bytes]]:
        if data.startswith(self._head):
            for line in data[len(self._head) :].split(b"\n"):
                yield line[_KEY], line

    def of(self, path: Path, name: str) -> Checked | None:
        """Return what was read of a file with these bytes, told under its name; None of others."""
        if not self._before:
            return None
        key = sha256(read_bytes(path, limits.FILE_BYTES)).hexdigest().encode()
        line = self._before.get(key, b"")
        body = line[_CHECK.stop :]
        if line[_CHECK] != _check(key + body):
            return None
        with suppress(InvalidText):
            found = read_back(body, name)
            self._now[key] = line
            return found
        return None

    def keep(self, digest: str, body: bytes) -> None:
        """Remember what was read of a file with this SHA-256."""
        if len(body) < _LONGEST:
            key = digest.encode()
            self._now[key] = key + _check(key + body) + body

    def save(self) -> None:
        """Let the next run find what this one used and read; what it did not use goes."""
        now, before = self._now, self._before
        self._now, self._before = {}, {}
        if now == before or sum(map(len, now.values())) > _MOST_BYTES:
            return
        remove_leftovers(self._path.parent, self._path)  # no others: see `since_last`
        with suppress(OSError), write_whole(self._path) as new:
            new.write_bytes(self._head + b"\n".join(sorted(now.values())))


def mark_of(register: Register, register_sha256: str) -> str:
    """Return what decides a reading beside the form: register, toolkit, libraries, the year."""
    whole = [
        register_sha256,
        repr(register),  # a baseline lent by last year's folder does not stand in its file
        __version__,
        *_sources(),
        sys.version,
        unicodedata.unidata_version,
        str(date.today().year),  # a figure that became a date is told by it
    ]
    return f"qms-xlsx readings {sha256(chr(0).join(whole).encode(errors='replace')).hexdigest()}"


def _sources() -> Iterator[str]:
    """Yield the files that read, by size and time: while they are worked on, the version stays."""
    reader = find_spec("python_calamine")
    folders = [Path(qms_xlsx.__file__).with_name(room) for room in _ROOMS]
    folders += [Path(reader.origin).parent] if reader and reader.origin else []
    for folder in folders:
        for path in sorted(folder.rglob("*.*")):
            if path.suffix != ".pyc":
                about = path.stat()
                yield f"{path.name} {about.st_size} {about.st_mtime_ns}"


def _check(line: bytes) -> bytes:
    return sha256(line).hexdigest()[:32].encode()
