"""OLE containers (.xls, encrypted workbooks): the names at their root."""

from __future__ import annotations

import struct
from typing import TYPE_CHECKING

from qms_xlsx.intake.faults import damaged
from qms_xlsx.language.messages import N_

if TYPE_CHECKING:
    from collections.abc import Iterator

_HEADER = 512
_ENTRY = 128
_LAST_SECTOR = 0xFFFFFFFA  # larger numbers are marks, not sectors
_NONE = 0xFFFFFFFF


def root_names(data: bytes) -> list[str]:
    """Return the names of the streams and storages at the root."""
    if len(data) < _HEADER:
        raise damaged(N_("it ends too early"))
    directory = b"".join(_sectors(data))
    records = [directory[at : at + _ENTRY] for at in range(0, len(directory) - _ENTRY + 1, _ENTRY)]
    names, seen = [], {_NONE}
    waiting = [struct.unpack_from("<I", records[0], 76)[0]] if records else []
    while waiting:
        number = waiting.pop()
        if number in seen or number >= len(records):
            continue
        seen.add(number)
        record = records[number]
        length = struct.unpack_from("<H", record, 64)[0]
        names.append(record[: max(0, min(length, 64) - 2)].decode("utf-16-le", "replace"))
        waiting += struct.unpack_from("<2I", record, 68)  # its neighbours in the tree
    return names


def _sectors(data: bytes) -> Iterator[bytes]:
    """Yield the directory's sectors, along their chain."""
    shift, first = struct.unpack_from("<H", data, 30)[0], struct.unpack_from("<I", data, 48)[0]
    if shift not in (9, 12):
        raise damaged(N_("its contents cannot be understood"))
    size = 1 << shift
    tables = struct.unpack_from("<109I", data, 76)
    sector, seen = first, set()
    while sector < _LAST_SECTOR and sector not in seen:
        seen.add(sector)
        yield data[(sector + 1) * size : (sector + 2) * size]
        which, where = divmod(sector, size // 4)
        if which >= len(tables):
            return  # past 6.8 MB the chain needs more tables; directories stand early
        at = (tables[which] + 1) * size + where * 4
        if at + 4 > len(data):
            return
        sector = struct.unpack_from("<I", data, at)[0]
