"""What a sheet prints: as large as A4's width allows, and no row of ours cut by a page's end.

Not by "fit to width": Excel then overlooks page breaks.
"""

from __future__ import annotations

from math import floor
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Sequence

    from qms_xlsx.write.parts.sheet import Worksheet

_WIDTH, _HEIGHT = 798.0, 508.0
"""Points of A4 landscape between our margins."""
_SPARE = 0.975
"""Programs measure columns a little differently."""


def break_pages(
    sheet: Worksheet,
    columns: Iterable[int],
    starts: Sequence[int],
    last: int,
    repeated: Sequence[int],
) -> None:
    """Scale a sheet to these columns, and let pages begin only at some rows.

    `starts` are the rows that a page may begin with, `repeated` those printed on every page.
    """
    scale = min(1.0, _SPARE * _WIDTH / sum(_width(sheet, column) for column in columns))
    sheet.scale = floor(100 * scale)
    head = sum(map(sheet.tall, repeated))
    room = _SPARE * _HEIGHT / scale - head
    above = sum(map(sheet.tall, range(1, starts[0] if starts else 1))) - head
    for row in _page_starts(sheet, starts, last, room, above):
        sheet.breaks.append(row - 1)


def _page_starts(
    sheet: Worksheet, starts: Sequence[int], last: int, room: float, above: float
) -> Iterator[int]:
    """Yield the rows that begin a page; `above` is what stands over the first of them."""
    used = max(above, 0.0)
    for start, end in zip(starts, [*starts[1:], last + 1], strict=False):
        height = sum(map(sheet.tall, range(start, end)))
        if used + height > room and start != starts[0]:
            yield start
            used = 0.0
        used += height


def _width(sheet: Worksheet, column: int) -> float:
    return 0.0 if column in sheet.hidden else (sheet.wide(column) * 7 + 5) * 0.75
