"""A workbook's file from its parts; what stays the same in many files is deflated once."""

from __future__ import annotations

import struct
import zlib
from dataclasses import dataclass
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterable

_DAY = 1 << 5 | 1
"""1/1/1980, the first day that an archive knows: all of ours bear it."""
_UTF8, _DEFLATED, _VERSION = 1 << 11, 8, 20
_MADE_BY = 3 << 8 | _VERSION
_RIGHTS = 0o600 << 16


@dataclass(frozen=True, slots=True)
class ArchivePart:
    """A part as it stands in the archive."""

    name: bytes
    check: int
    size: int
    deflated: bytes

    @classmethod
    def of(cls, name: str, data: str | bytes) -> ArchivePart:
        """Return a part deflated."""
        whole = data.encode() if isinstance(data, str) else data
        packer = zlib.compressobj(wbits=-zlib.MAX_WBITS)
        deflated = packer.compress(whole) + packer.flush()
        return cls(name.encode(), zlib.crc32(whole), len(whole), deflated)

    @property
    def heading(self) -> bytes:
        """What both the part's own heading and its line in the directory say."""
        return struct.pack(
            "<5H3L2H", _VERSION, _UTF8, _DEFLATED, 0, _DAY, self.check, len(self.deflated),
            self.size, len(self.name), 0,
        )  # fmt: skip


def archived(parts: Iterable[ArchivePart]) -> bytes:
    """Return the file of some parts (PKWARE's APPNOTE, 4.3)."""
    body, directory, at, number = [], [], 0, 0
    for part in parts:
        own = b"PK\3\4" + part.heading + part.name + part.deflated
        line = struct.pack("<3H2L", 0, 0, 0, _RIGHTS, at)
        directory.append(b"PK\1\2" + struct.pack("<H", _MADE_BY) + part.heading + line + part.name)
        body.append(own)
        at += len(own)
        number += 1
    listed = b"".join(directory)
    end = struct.pack("<4H2LH", 0, 0, number, number, len(listed), at, 0)
    return b"".join((*body, listed, b"PK\5\6", end))
