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
    again = 0
    while again < len(block.rows) and block.rows[again] in headings:
        again += 1
    own = again == 0 and is_heading(block.rows[0])
    return None if own else block.rows[again:]
