"""OLE containers, as far as it takes to find a stream in one, and to write one anew."""

from __future__ import annotations

import struct
from dataclasses import dataclass
from functools import cached_property
from typing import TYPE_CHECKING

from qms_xlsx.intake.faults import damaged
from qms_xlsx.language.messages import N_

if TYPE_CHECKING:
    from collections.abc import Iterator

_HEADER, _ENTRY = 512, 128
_FREE, _END, _FAT, _NONE = 0xFFFFFFFF, 0xFFFFFFFE, 0xFFFFFFFD, 0xFFFFFFFF
_LAST_SECTOR = 0xFFFFFFFA  # larger numbers are marks, not sectors
_MINI = 64
_ROOT = 5
_STREAM = 2


@dataclass(frozen=True, slots=True)
class _Entry:
    """A stream or storage as the directory describes it."""

    name: str
    kind: int
    start: int
    size: int


class Compound:
    """An OLE container; raises RefusedError where its chains run in circles or out of it."""

    def __init__(self, data: bytes) -> None:
        """Read the header."""
        if len(data) < _HEADER:
            raise damaged(N_("it ends too early"))
        self._data = data
        shift = struct.unpack_from("<H", data, 30)[0]
        if shift not in (9, 12):
            raise damaged(N_("its contents cannot be understood"))
        self._size = 1 << shift
        self._cutoff = struct.unpack_from("<I", data, 56)[0]

    @cached_property
    def _table(self) -> list[int]:
        """The table of which sector follows which."""
        first, count = struct.unpack_from("<2I", self._data, 68)
        sectors = list(struct.unpack_from("<109I", self._data, 76))
        seen: set[int] = set()
        for _ in range(min(count, len(self._data) // self._size + 1)):
            if first >= _LAST_SECTOR or first in seen:
                break
            seen.add(first)
            *more, first = self._numbers(first)
            sectors += more
        return [n for sector in sectors if sector < _LAST_SECTOR for n in self._numbers(sector)]

    def _numbers(self, sector: int) -> tuple[int, ...]:
        data = self._sector(sector)
        return struct.unpack(f"<{len(data) // 4}I", data[: len(data) // 4 * 4])

    def _sector(self, number: int) -> bytes:
        at = (number + 1) * self._size
        if at >= len(self._data):
            raise damaged(N_("it ends too early"))
        return self._data[at : at + self._size]

    def _chain(self, first: int, table: list[int]) -> Iterator[int]:
        seen: set[int] = set()
        while first < _LAST_SECTOR:
            if first in seen:
                raise damaged(N_("its directory and its parts disagree"))
            if first >= len(table):
                raise damaged(N_("it ends too early"))
            seen.add(first)
            yield first
            first = table[first]

    def _stream(self, first: int) -> bytes:
        return b"".join(self._sector(number) for number in self._chain(first, self._table))

    @cached_property
    def _entries(self) -> list[_Entry]:
        directory = self._stream(struct.unpack_from("<I", self._data, 48)[0])
        return [
            _entry(directory[at : at + _ENTRY])
            for at in range(0, len(directory) - _ENTRY + 1, _ENTRY)
        ]

    @cached_property
    def root(self) -> dict[str, _Entry]:
        """The streams and storages at the root by name in small letters."""
        directory = self._stream(struct.unpack_from("<I", self._data, 48)[0])
        found: dict[str, _Entry] = {}
        seen = {_NONE}
        waiting = [struct.unpack_from("<I", directory, 76)[0]] if directory else []
        while waiting:
            number = waiting.pop()
            if number in seen or number >= len(self._entries):
                continue
            seen.add(number)
            entry = self._entries[number]
            found.setdefault(entry.name.lower(), entry)
            waiting += struct.unpack_from("<2I", directory, number * _ENTRY + 68)  # its neighbours
        return found

    def read(self, name: str) -> bytes:
        """Return a stream of the root by its name in small letters; b'' where there is none."""
        entry = self.root.get(name)
        if entry is None or entry.kind != _STREAM:
            return b""
        large = entry.size >= self._cutoff
        data = self._stream(entry.start) if large else self._small(entry.start)
        if len(data) < entry.size:
            raise damaged(N_("it ends too early"))
        return data[: entry.size]

    def _small(self, first: int) -> bytes:
        """Return a stream that is kept in the root's own stream."""
        root = next((entry for entry in self._entries if entry.kind == _ROOT), None)
        store = self._stream(root.start) if root else b""
        start = struct.unpack_from("<I", self._data, 60)[0]
        numbers = self._stream(start) if start < _LAST_SECTOR else b""
        table = list(struct.unpack(f"<{len(numbers) // 4}I", numbers[: len(numbers) // 4 * 4]))
        return b"".join(store[n * _MINI : (n + 1) * _MINI] for n in self._chain(first, table))


def _entry(record: bytes) -> _Entry:
    length, kind = struct.unpack_from("<HB", record, 64)
    start, size = struct.unpack_from("<2I", record, 116)
    name = record[: max(0, min(length, 64) - 2)].decode("utf-16-le", "replace")
    return _Entry(name, kind, start, size)


def packed(name: str, data: bytes) -> bytes:
    """Return an OLE container that holds one stream and nothing else."""
    body = data.ljust(4096, b"\0")  # smaller ones would be kept elsewhere
    body += bytes(-len(body) % 512)
    count = len(body) // 512
    tables = 1
    while tables * 128 < count + 1 + tables:
        tables += 1
    chain = [*range(1, count), _END, _END, *[_FAT] * tables]
    table = struct.pack(f"<{len(chain)}I", *chain).ljust(tables * 512, b"\xff")
    root = _record("Root Entry", _ROOT, 1, _END, 0)
    stream = _record(name, _STREAM, _NONE, 0, len(body))
    places = [count + 1 + number for number in range(tables)]
    more = -(-max(tables - 109, 0) // 127)
    head = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + bytes(16)
    head += struct.pack("<5H6x", 0x3E, 3, 0xFFFE, 9, 6)
    after = count + 1 + tables
    first = after if more else _END
    head += struct.pack("<9I", 0, tables, count, 0, 4096, _END, 0, first, more)
    head += struct.pack(f"<{min(tables, 109)}I", *places[:109])
    return b"".join(
        [
            head.ljust(_HEADER, b"\xff"),
            body,
            (root + stream).ljust(512, b"\0"),
            table,
            *_further(places[109:], after),
        ]
    )


def _further(places: list[int], at: int) -> Iterator[bytes]:
    """Yield the sectors that list the tables which the header has no room for."""
    for start in range(0, len(places), 127):
        at += 1
        following = at if start + 127 < len(places) else _END
        listed = places[start : start + 127]
        numbers = [*listed, *[_FREE] * (127 - len(listed)), following]
        yield struct.pack("<128I", *numbers)


def _record(name: str, kind: int, child: int, start: int, size: int) -> bytes:
    raw = name.encode("utf-16-le") + b"\0\0"
    about = struct.pack("<HBB3I", len(raw), kind, 1, _NONE, _NONE, child)
    return raw.ljust(64, b"\0") + about + bytes(36) + struct.pack("<3I", start, size, 0)
