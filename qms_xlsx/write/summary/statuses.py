"""The strip of page one: every indicator's status, each as wide as its share."""

from __future__ import annotations

from typing import TYPE_CHECKING

from qms_xlsx.book import look
from qms_xlsx.domain.status import Status
from qms_xlsx.write.summary.metrics import width

if TYPE_CHECKING:
    from collections.abc import Sequence

    from qms_xlsx.say.facts import Facts
    from qms_xlsx.write.summary.page import Page

_FEWEST = 2
"""Columns without which a mark and a count have no room."""
_SIZE = 10.5
_LINES = {f"{side}_color": f"#{look.HAIRLINE}" for side in ("top", "bottom", "left", "right")}


def status_strip(page: Page, facts: Facts, columns: int) -> None:
    """Write one row in which each status takes as many columns as its share of the indicators."""
    statuses = [status for status in Status if facts.counts[status]]
    first = 0
    for status, wide in zip(
        statuses, shares([facts.counts[s] for s in statuses], columns), strict=True
    ):
        style = page.book.status(status, font_size=_SIZE, text_wrap=False, border=1, **_LINES)
        shown = _shown(status, facts.counts[status], wide * page.widths[0])
        page.span(first, first + wide - 1, shown, style)
        first += wide
    page.end(20)


def shares(counts: Sequence[int], columns: int) -> list[int]:
    """Return how many columns each count takes: in proportion, but never too few to be read.

    >>> shares([9, 2, 1], 42), shares([1, 400], 42), shares([], 42)
    ([31, 7, 4], [2, 40], [])
    """
    total = sum(counts)
    wide = [max(_FEWEST, round(columns * count / total)) for count in counts]
    while wide and sum(wide) != columns:
        widest = wide.index(max(wide))
        wide[widest] += 1 if sum(wide) < columns else -1
    return wide


def _shown(status: Status, count: int, room: int) -> str:
    whole = f"{status.shown} {count}"
    return whole if width(whole, _SIZE, bold=True) < room - 8 else f"{status.mark} {count}"
