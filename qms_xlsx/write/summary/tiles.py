"""The six tiles of page one: a count, what it is of, and what the run before said."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

from qms_xlsx.book import look
from qms_xlsx.domain.status import MET, Status
from qms_xlsx.say import movement, sentences
from qms_xlsx.write.summary.metrics import fitted

if TYPE_CHECKING:
    from collections.abc import Sequence

    from qms_xlsx.say.facts import Facts
    from qms_xlsx.write.summary.page import Page
    from qms_xlsx.write.summary.xlsx import Format

QUIET = look.Colours(look.TILE_FILL, look.INK)
_SMALL = look.SIZE - 1
_LINES = (
    (17, look.SIZE, "label"),
    (30, 21, "figure"),
    (15, _SMALL, "beneath"),
    (15, _SMALL, "before"),
)
"""Height, size and part of each line of a tile."""


@dataclass(frozen=True, slots=True)
class Tile:
    """One tile: its label, its large figure, two lines beneath, and its colours."""

    label: str
    figure: str
    beneath: str
    before: str
    colours: look.Colours


def tiles(page: Page, made: Sequence[Tile], columns: int) -> None:
    """Write tiles over so many columns, a row for each of their four lines."""
    wide = columns // len(made)
    for height, size, part in _LINES:
        for index, tile in enumerate(made):
            bold = part == "figure"
            style = _style(page, tile, bold=bold, font_size=size)
            room = wide * page.widths[0] - 8
            shown = fitted(getattr(tile, part), room, size, bold=bold)
            page.span(index * wide, (index + 1) * wide - 1, shown, style)
        page.end(height)


def _style(page: Page, tile: Tile, **properties: Any) -> Format:
    """Return the format of a tile's line; thick white lines part it from its neighbours."""
    white = f"#{look.WHITE}"
    return page.book.format(
        align="center",
        bg_color=f"#{tile.colours.fill}",
        font_color=f"#{tile.colours.ink}",
        left=5,
        right=5,
        left_color=white,
        right_color=white,
        **properties,
    )


def tiles_of(facts: Facts) -> list[Tile]:
    """Return the six tiles of an office."""
    return [*status_tiles(facts), _reports(facts), _overdue(facts)]


def status_tiles(facts: Facts) -> list[Tile]:
    """Return the four tiles that count the indicators by status."""
    return [
        _of_status(facts, "Đạt và vượt", MET, _judged(facts)),
        _of_status(facts, "Có nguy cơ", (Status.AT_RISK,), _numbers(facts, Status.AT_RISK)),
        _of_status(facts, "Không đạt", (Status.MISSED,), _numbers(facts, Status.MISSED)),
        _of_status(facts, "Chưa có số liệu", (Status.NO_DATA,), _numbers(facts, Status.NO_DATA)),
    ]


def _judged(facts: Facts) -> str:
    return f"trên {facts.judged}/{len(facts.indicators)} đã đánh giá"


def _of_status(facts: Facts, label: str, statuses: tuple[Status, ...], beneath: str) -> Tile:
    count, then = sum(facts.counts[s] for s in statuses), facts.counts_before
    mark, colours = statuses[0].mark, look.STATUS_COLOURS[statuses[0]]
    return Tile(
        label,
        f"{mark} {count}",
        beneath,
        _before(facts, None if then is None else sum(then[s] for s in statuses)),
        colours if count else QUIET,
    )


def _numbers(facts: Facts, status: Status) -> str:
    return sentences.numbered(facts.having(status), 4)


def _reports(facts: Facts) -> Tile:
    reporting, before = facts.aggregate.reporting, facts.background.before
    came, asked = len(reporting.received), len(reporting.expected)
    missing = (*facts.owing, *facts.uncounted)
    beneath = f"chưa có {len(missing)} bộ phận" if missing else "đủ các bộ phận"
    if len(missing) == 1:
        beneath = f"chưa có: {min(facts.called(missing[0]), key=len)}"
    return Tile(
        "Bộ phận đã nộp",
        f"{came}/{asked}",
        beneath if asked else "",
        _before(facts, before.received if before else None),
        QUIET,
    )


def _overdue(facts: Facts) -> Tile:
    before = facts.background.before
    longest = facts.overdue[0] if facts.overdue else None
    days = longest.progress.days_overdue if longest else 0
    return Tile(
        "Biện pháp quá hạn",
        str(len({row.measure.number for row in facts.overdue})),
        f"lâu nhất {days} ngày ({longest.measure.number})" if longest else "không có",
        _before(facts, before.overdue if before else None),
        QUIET,
    )


def _before(facts: Facts, count: int | None) -> str:
    """Return what the run before counted; nothing where there was none, or nobody counted."""
    before = facts.background.before
    return f"{movement.when(before)}: {count}" if before and count is not None else ""
