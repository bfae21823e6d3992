"""Ruled tables of a page: their cells with their words, and tables printed beside each other."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Any, TypeAlias

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Iterator

Box: TypeAlias = tuple[float, float, float, float]
_NEAR = 1
"""Points that a letter may reach over a rule."""
_ROWS = 3
"""Tables of fewer rows may stand at the same heights by chance."""


@dataclass(slots=True)
class Band:
    """A table of a page: which block it became, where its rows and columns stand."""

    block: int
    down: tuple[int, ...]
    across: tuple[int, ...]
    wider: int = 0
    """How many tables of further pages were put beside it."""

    @classmethod
    def of(cls, table: Any, block: int) -> Band:
        """Return a table's band."""
        return cls(block, _edges(table, 1), _edges(table, 0))


def widened(bands: list[Band], table: Any) -> Band | None:
    """Return the table of an earlier page whose further columns a table holds, None without one.

    A sheet too wide for its paper is printed on pages beside each other: their rows stand at the
    same heights, and their columns elsewhere. A table that goes on down has its columns again.
    """
    own = Band.of(table, 0)
    level = [one for one in bands if one.down == own.down]
    if len(own.down) < _ROWS or any(one.across == own.across for one in bands):
        return None
    return min(level, key=lambda one: one.wider, default=None)


def _edges(table: Any, side: int) -> tuple[int, ...]:
    return tuple(sorted({round(box[side]) for box in table.cells}))


def table_rows(
    table: Any, words: list[Any], text: Callable[[list[Any]], str]
) -> tuple[tuple[str, ...], ...]:
    """Return a table's rows; a merged cell's text stands in every place that it covers."""
    parted = [part for word in words for part in _parted(word, table)]
    cells = {box: text([word for word in parted if inside(word, [box])]) for box in table.cells}
    across = _middles(box[0::2] for box in cells)
    return tuple(
        tuple(
            next((text for box, text in cells.items() if _covers(box, at, down)), "")
            for at in across
        )
        for down in _middles(box[1::2] for box in cells)
    )


def inside(word: Any, boxes: list[Box]) -> bool:
    """Return whether the middle of a word stands in one of the boxes."""
    across, down = (word["x0"] + word["x1"]) / 2, (word["top"] + word["bottom"]) / 2
    return any(_covers(box, across, down) for box in boxes)


def _parted(word: Any, table: Any) -> Iterator[Any]:
    """Yield a word in parts where a rule goes through it: "1" and "Tỷ" of "1Tỷ"."""
    down = (word["top"] + word["bottom"]) / 2
    rules = sorted(
        {
            edge
            for box in table.cells
            if box[1] <= down <= box[3]
            for edge in box[0::2]
            if word["x0"] + _NEAR < edge < word["x1"] - _NEAR
        }
    )
    for begin, end in zip([0, *rules], [*rules, word["x1"] + _NEAR], strict=True):
        chars = [c for c in word["chars"] if begin <= (c["x0"] + c["x1"]) / 2 < end]
        if chars:
            text = "".join(char["text"] for char in chars)
            yield {**word, "text": text, "x0": chars[0]["x0"], "x1": chars[-1]["x1"]}


def _covers(box: Box, across: float, down: float) -> bool:
    return box[0] <= across <= box[2] and box[1] <= down <= box[3]


def _middles(spans: Iterable[tuple[float, float]]) -> list[float]:
    """Return the middle of each row or column: a span that begins with it and ends first."""
    ends: dict[float, float] = {}
    for begin, end in spans:
        ends[begin] = min(end, ends.get(begin, end))
    return [(begin + end) / 2 for begin, end in sorted(ends.items())]
