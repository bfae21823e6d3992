"""Tables that go on over a page, made one."""

from __future__ import annotations

from dataclasses import replace

from qms_xlsx.document.columns import is_heading
from qms_xlsx.document.model import Block, TextTable

_HEADINGS = 3
"""So many rows at a table's top may be its headings."""


def joined(blocks: list[Block]) -> tuple[Block, ...]:
    """Return the blocks with a table that follows another at once put to it, where it goes on."""
    whole: list[Block] = []
    for block in blocks:
        last = whole[-1] if whole else None
        rest = _rest(last, block)
        if isinstance(last, TextTable) and rest is not None:
            whole[-1] = replace(last, rows=last.rows + rest)
        else:
            whole.append(block)
    return tuple(whole)


def _rest(last: Block | None, block: Block) -> tuple[tuple[str, ...], ...] | None:
    """Return the rows that go on with the table before, without headings that they repeat."""
    if not isinstance(block, TextTable) or not isinstance(last, TextTable):
        return None
    if len(block.rows[0]) != len(last.rows[0]):
        return None
    headings = last.rows[:_HEADINGS]
    again, cut = 0, ("",) * len(block.rows[0])
    while again < len(block.rows):
        whole = next((one for one in headings if _repeats(block.rows[again], one)), None)
        if whole is None:
            break
        cut = tuple(map(_remainder, whole, block.rows[again]))
        again += 1
    own = again == 0 and is_heading(block.rows[0])
    return None if own else _without(cut, block.rows[again:])


def _repeats(row: tuple[str, ...], heading: tuple[str, ...]) -> bool:
    """Whether a row is a heading once more; a print may cut the end of a cell off."""
    same = sum(one == other for one, other in zip(row, heading, strict=True))
    begun = all(other.startswith(one) for one, other in zip(row, heading, strict=True))
    return begun and same * 2 > len(row)


def _remainder(whole: str, begun: str) -> str:
    return whole[len(begun) :].strip()


def _without(
    cut: tuple[str, ...], rows: tuple[tuple[str, ...], ...]
) -> tuple[tuple[str, ...], ...]:
    """Return rows without what was cut off their headings and slid into the first of them."""
    first = (
        "" if end and text == end else text for text, end in zip(rows[0], cut, strict=True)
    ) if rows else ()  # fmt: skip
    return (tuple(first), *rows[1:]) if rows else ()
