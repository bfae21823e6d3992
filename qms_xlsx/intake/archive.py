"""ZIP archives from strangers: a directory that is checked before anything is inflated."""

from __future__ import annotations

import re
import struct
import zlib
from io import BytesIO
from typing import TYPE_CHECKING, NamedTuple

from qms_xlsx.intake import limits
from qms_xlsx.intake.faults import damaged, refuse
from qms_xlsx.language.messages import N_

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

_END = struct.Struct("<4s4H2IH")
_END64 = struct.Struct("<4sQ2H2I4Q")
_ENTRY = struct.Struct("<4s6H3I5H2I")
_LOCAL = struct.Struct("<4s5H3I2H")
_MISSING = 0xFFFFFFFF  # "see the ZIP64 field"
_ENCRYPTED, _STREAMED, _UTF8 = 0x1, 0x8, 0x800
_STORED, _DEFLATED = 0, 8
_TRICK = re.compile(r"^/|^[A-Za-z]:|(^|/)\.\.(/|$)|[\x00-\x1f]")


class ArchiveEntry(NamedTuple):
    """A part as the ZIP directory describes it."""

    name: str
    flags: int
    method: int
    crc: int
    packed: int
    size: int
    offset: int


class Archive:
    """A ZIP file's parts, inflated one by one and never beyond what was declared."""

    def __init__(self, data: bytes) -> None:
        """Read and check the directory; raise RefusedError when it is not sound."""
        self._data = data
        self.entries: dict[str, ArchiveEntry] = {}  # by lower-case name: part names ignore case
        entries = list(_directory(data))
        _check_sizes(entries)
        for entry in entries:
            if _TRICK.search(entry.name):
                raise refuse("F303", part=entry.name)
            if self.entries.setdefault(entry.name.lower(), entry) is not entry:
                raise refuse("F302", part=entry.name)
        self._starts = {entry.name: self._start(entry) for entry in entries}
        self._check_overlap(entries)

    def read(self, entry: ArchiveEntry) -> bytes:
        """Return a part whole; raise RefusedError unless its size and checksum are right."""
        start = self._starts[entry.name]
        packed = self._data[start : start + entry.packed]
        data = packed if entry.method == _STORED else _inflated(packed, entry)
        if len(data) != entry.size or zlib.crc32(data) != entry.crc:
            raise damaged(N_("a checksum is wrong"))
        return data

    def _start(self, entry: ArchiveEntry) -> int:
        """Return where the part's data begin; the directory and the part must agree."""
        try:
            mark, _, flags, method, _, _, crc, packed, size, name, extra = _LOCAL.unpack_from(
                self._data, entry.offset
            )
        except (struct.error, OverflowError):
            raise damaged(N_("it ends too early")) from None
        if (entry.flags | flags) & _ENCRYPTED:
            raise refuse("F107")
        begin = entry.offset + _LOCAL.size
        same = (mark, method) == (b"PK\3\4", entry.method)
        same = same and _name(self._data[begin : begin + name], flags) == entry.name
        if not flags & _STREAMED:
            same = same and crc == entry.crc
            same = same and packed in (entry.packed, _MISSING) and size in (entry.size, _MISSING)
        if not same:
            raise damaged(N_("its directory and its parts disagree"))
        if entry.method not in (_STORED, _DEFLATED):
            raise refuse("F305", part=entry.name)
        return int(begin + name + extra)

    def _check_overlap(self, entries: list[ArchiveEntry]) -> None:
        end = 0
        for entry in sorted(entries, key=lambda entry: entry.offset):
            if entry.offset < end:
                raise refuse("F304")
            end = self._starts[entry.name] + entry.packed
        if end > len(self._data):
            raise damaged(N_("it ends too early"))


def _inflated(packed: bytes, entry: ArchiveEntry) -> bytes:
    inflater = zlib.decompressobj(-zlib.MAX_WBITS)
    try:
        data = inflater.decompress(packed, entry.size + 1)  # what was declared bounds it
    except zlib.error:
        raise damaged(N_("a checksum is wrong")) from None
    if not inflater.eof and len(data) <= entry.size:
        raise damaged(N_("it ends too early"))
    return data


def _check_sizes(entries: list[ArchiveEntry]) -> None:
    if len(entries) > limits.ENTRIES:
        raise refuse("F204", limit=limits.ENTRIES, actual=len(entries))
    total = sum(entry.size for entry in entries)
    largest = max((entry.size for entry in entries), default=0)
    for actual, limit in ((largest, limits.PART_BYTES), (total, limits.TOTAL_BYTES)):
        if actual > limit:
            mib = limits.MIB
            raise refuse("F202", limit=limit // mib, actual=-(-actual // mib))
    for entry in entries:
        tight = entry.size > limits.RATIO * max(entry.packed, 1)
        if tight and entry.size > limits.RATIO_FROM_BYTES:
            raise refuse("F203", limit=limits.RATIO, actual=entry.size // max(entry.packed, 1))


def _directory(data: bytes) -> Iterator[ArchiveEntry]:
    """Yield the directory's entries; it must end where the archive's end record begins."""
    at = data.rfind(b"PK\5\6", max(0, len(data) - 65_557))
    if at < 0 or at + _END.size > len(data):
        raise damaged(N_("it ends too early"))
    _, _, _, _, count, size, offset, _ = _END.unpack_from(data, at)
    end = at
    if data[max(0, at - 20) : at].startswith(b"PK\6\7"):
        count, size, offset, end = _zip64_end(data, at)
    if offset + size != end:
        raise damaged(N_("its directory and its parts disagree"))
    if count > limits.ENTRIES:
        raise refuse("F204", limit=limits.ENTRIES, actual=count)
    while offset < end and count >= 0:
        count -= 1
        entry, offset = _entry(data, offset, end)
        if not entry.name.endswith("/"):
            yield entry
    if count:
        raise damaged(N_("its directory and its parts disagree"))


def _zip64_end(data: bytes, at: int) -> tuple[int, int, int, int]:
    """Return the entries' number, size, place and end from the record of large archives."""
    try:
        end = struct.unpack_from("<Q", data, at - 12)[0]
        mark, *_, count, size, offset = _END64.unpack_from(data, end)
    except (struct.error, OverflowError):
        raise damaged(N_("it ends too early")) from None
    if mark != b"PK\6\6":
        raise damaged(N_("its directory and its parts disagree"))
    return count, size, offset, end


def _entry(data: bytes, at: int, end: int) -> tuple[ArchiveEntry, int]:
    if at + _ENTRY.size > end or data[at : at + 4] != b"PK\1\2":
        raise damaged(N_("its directory and its parts disagree"))
    _, _, _, flags, method, _, _, crc, packed, size, n, extra, comment, *_, offset = (
        _ENTRY.unpack_from(data, at)
    )
    begin = at + _ENTRY.size
    following = begin + n + extra + comment
    if following > end:
        raise damaged(N_("its directory and its parts disagree"))
    if _MISSING in (packed, size, offset):
        wide = _zip64_field(data[begin + n : begin + n + extra])
        size, packed, offset = (
            next(wide, -1) if value == _MISSING else value for value in (size, packed, offset)
        )
        if min(size, packed, offset) < 0:
            raise damaged(N_("its directory and its parts disagree"))
    name = _name(data[begin : begin + n], flags)
    return ArchiveEntry(name, flags, method, crc, packed, size, offset), following


def _zip64_field(extra: bytes) -> Iterator[int]:
    while len(extra) >= 4:
        tag, length = struct.unpack_from("<2H", extra)
        if tag == 1:
            field = extra[4 : 4 + length]
            yield from (value for (value,) in struct.iter_unpack("<Q", field[: length // 8 * 8]))
            return
        extra = extra[4 + length :]


def _name(raw: bytes, flags: int) -> str:
    """Return a part's name; old writers use backslashes."""
    encoding = "utf-8" if flags & _UTF8 else "cp437"
    return raw.decode(encoding, "replace").replace("\\", "/")


def packed(parts: Iterable[tuple[str, bytes]]) -> BytesIO:
    """Return a plain, uncompressed ZIP archive of the parts: what the parser gets to see."""
    body: list[bytes] = []
    directory, count, offset = bytearray(), 0, 0
    for name, data in parts:
        raw = name.encode()
        about = (20, 0, _STORED, 0, 33, zlib.crc32(data), len(data), len(data), len(raw), 0)
        body += (_LOCAL.pack(b"PK\3\4", *about), raw, data)
        directory += _ENTRY.pack(b"PK\1\2", 20, *about, 0, 0, 0, 0, offset) + raw
        count += 1
        offset += _LOCAL.size + len(raw) + len(data)
    end = _END.pack(b"PK\5\6", 0, 0, count, count, len(directory), offset, 0)
    return BytesIO(b"".join([*body, directory, end]))
