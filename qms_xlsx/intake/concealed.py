"""What a worksheet keeps from its reader's eyes: hidden rows and columns; and its lock."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterable

MAX_COLUMNS = 16_384
_TRUE = ("1", "true", "on")
_LONGEST_TAG = 1000  # or looking for its start in hostile text could last
_HIDDEN = b' hidden="'
_ROW = re.compile(rb'<row [^<>]*?\br="([0-9]{1,7})"')
_COLUMN = re.compile(rb'<col (?=[^<>]*?\bmin="([0-9]{1,5})")(?=[^<>]*?\bmax="([0-9]{1,5})")')
_LOCK = re.compile(rb'<sheetProtection [^<>]*\bsheet="(?:1|true)"')


def true(attribute: str | None) -> bool:
    """Return whether an attribute says yes."""
    return attribute in _TRUE


def hidden(data: bytes) -> tuple[set[int], set[int]]:
    """Return the hidden rows and columns, from 0, of a part that is written the usual way."""
    rows: set[int] = set()
    columns: list[tuple[bytes, bytes]] = []
    at = data.find(_HIDDEN)
    while at >= 0:
        if data.startswith((b'1"', b'true"'), at + len(_HIDDEN)):
            tag = data.rfind(b"<", max(at - _LONGEST_TAG, 0), at)
            if row := _ROW.match(data, tag):
                rows.add(int(row[1]) - 1)
            elif column := _COLUMN.match(data, tag):
                columns.append((column[1], column[2]))
        at = data.find(_HIDDEN, at + 1)
    return rows, union(columns)


def union(spans: Iterable[tuple[bytes, bytes]]) -> set[int]:
    """Return the columns, from 0, of spans counted from 1; what is no number is no column.

    No column is met twice, or a hostile file could make this last.
    """
    numbers = sorted((int(a), int(b)) for a, b in spans if _is_number(a) and _is_number(b))
    found: set[int] = set()
    reached = 0
    for first, last in numbers:
        found.update(range(max(first, reached + 1, 1) - 1, min(last, MAX_COLUMNS)))
        reached = max(reached, last)
    return found


def _is_number(text: bytes) -> bool:
    return text.isdigit() and len(text) <= 5


def is_locked(data: bytes) -> bool:
    """Return whether a worksheet part that is written the usual way is protected."""
    return bool(_LOCK.search(data, max(data.rfind(b"</sheetData>"), 0)))
