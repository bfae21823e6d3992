"""Objectives that an item of the text counts and an annex lists: "14/14 chỉ tiêu tại Phụ lục"."""

from __future__ import annotations

import re
from dataclasses import replace
from typing import TYPE_CHECKING

from qms_xlsx.domain.target import Kind
from qms_xlsx.language.text import bare

if TYPE_CHECKING:
    from qms_xlsx.document.decision import Item

_ANNEX = re.compile(r"\b(phu luc|bieu|bang|danh muc)\b")


def annexed(stated: tuple[Item, ...], items: tuple[Item, ...]) -> tuple[Item, ...]:
    """Return items with an annex's rows below the one item that counts them.

    Only its numbered rows are counted: parts of them stay beside, and titles of groups fall away,
    since the count of what is met goes by the rows directly below.
    """
    rows = items[len(stated) :]
    counts = [item for item in stated if _counts(item, items)]
    shallowest = _shallowest(rows)
    tops = [row for row in rows if row.target and _depth(row) == shallowest]
    if len(counts) != 1 or not counts[0].goal or counts[0].goal.of != len(tops):
        return items
    below = {row.number for row in tops}
    targets = (row for row in rows if row.target)
    hung = (replace(row, parent=counts[0].number if row.number in below else "") for row in targets)
    return (*items[: len(stated)], *hung)


def _counts(item: Item, items: tuple[Item, ...]) -> bool:
    roll_up = item.goal is not None and item.goal.kind is Kind.CHILDREN
    if not roll_up or not _ANNEX.search(bare(item.quote)):
        return False
    return not any(other.parent == item.number for other in items)


def _depth(row: Item) -> int:
    """Return how deep a row's own number is, without the group that it stands in."""
    return len([step for step in re.split(r"[.\-]", row.number) if not step.isupper()])


def _shallowest(rows: tuple[Item, ...]) -> int:
    return min((_depth(row) for row in rows if row.target), default=0)
