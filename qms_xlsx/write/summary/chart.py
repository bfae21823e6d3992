"""The doughnut of statuses on the first sheet."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from qms_xlsx.book import look
from qms_xlsx.domain.status import Status

if TYPE_CHECKING:
    from qms_xlsx.write.summary.facts import Facts
    from qms_xlsx.write.summary.page import Page

WIDTH, HEIGHT = 274, 240
_NARROW = 0.06
"""Slices below this share have room for their mark alone."""


def status_chart(page: Page, facts: Facts, first: int, column: int, table: tuple[int, int]) -> None:
    """Put the chart beside the table of counts that it draws."""
    labels, counts = table
    last = first + len(Status) - 1
    chart = page.book.workbook.add_chart({"type": "doughnut"})
    chart.add_series(
        {
            "name": "Chỉ tiêu theo đánh giá",
            "categories": [page.name, first, labels, last, labels],
            "values": [page.name, first, counts, last, counts],
            "points": [_point(status) for status in Status],
            "data_labels": {"value": True, "custom": [_label(facts, s) for s in Status]},
        }
    )
    chart.set_title({"name": "Chỉ tiêu theo đánh giá", "name_font": _font(12, bold=True)})
    chart.set_legend({"none": True})
    chart.set_hole_size(48)
    chart.set_chartarea({"border": {"none": True}, "fill": {"none": True}})
    chart.set_size({"width": WIDTH, "height": HEIGHT})
    page.sheet.insert_chart(
        first - 1, column, chart, {"x_offset": 2, "y_offset": 2, "description": _description(facts)}
    )


def _font(size: int, *, bold: bool = False, colour: str = look.INK) -> dict[str, Any]:
    return {"name": look.FONT, "size": size, "bold": bold, "color": f"#{colour}"}


def _point(status: Status) -> dict[str, Any]:
    colours = look.STATUS_COLOURS[status]
    return {
        "fill": {"color": f"#{colours.fill}"},
        "border": {"color": f"#{look.GREY_INK}", "width": 1},
    }


def _label(facts: Facts, status: Status) -> dict[str, Any]:
    """Return a slice's label, its mark and count, so that it reads in black and white."""
    count = facts.counts[status]
    if not count:
        return {"delete": True}
    colours = look.STATUS_COLOURS[status]
    narrow = count < _NARROW * len(facts.indicators)
    text = status.mark if narrow else f"{status.mark} {count}"
    return {"value": text, "font": _font(11, bold=True, colour=colours.ink)}


def _description(facts: Facts) -> str:
    parts = [f"{s.label}: {facts.counts[s]}" for s in Status if facts.counts[s]]
    return (
        f"Biểu đồ vành khuyên, {len(facts.indicators)} chỉ tiêu theo đánh giá. {'; '.join(parts)}."
    )
