"""Plan tables that stand each below the objective that its measures serve."""

from __future__ import annotations

from typing import TYPE_CHECKING

from qms_xlsx.document.columns import columns_of
from qms_xlsx.document.decision import ancestors
from qms_xlsx.document.model import Paragraph

if TYPE_CHECKING:
    from qms_xlsx.document.decision import Item
    from qms_xlsx.document.model import Document


def heads_of(document: Document, items: tuple[Item, ...]) -> dict[int, Item]:
    """Return the objective above each plan table by the table's order, where several have one.

    A single plan behind a list of objectives serves all of them, and not the last one.
    """
    above = ancestors(items)
    heads: dict[int, Item] = {}
    between: list[Item] = []
    order = 0
    for block in document.blocks:
        if isinstance(block, Paragraph):
            between += [item for item in items if item.place == block.place]
            continue
        head = _common(between, above)
        if head is not None and columns_of(block).plan:
            heads[order] = head
        between, order = [], order + 1
    return heads if len(heads) > 1 else {}


def _common(between: list[Item], above: dict[str, frozenset[str]]) -> Item | None:
    """Return the deepest item that all the others stand above or below."""
    kin = (
        one
        for one in between
        if all(
            one is other or one.number in above[other.number] or other.number in above[one.number]
            for other in between
        )
    )
    return max(kin, key=lambda one: len(above[one.number]), default=None)
