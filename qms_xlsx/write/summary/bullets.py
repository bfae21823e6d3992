"""A figure against its target as a bar, and month by month as columns."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from qms_xlsx.book import look
from qms_xlsx.book.a1 import address
from qms_xlsx.domain.status import Status

if TYPE_CHECKING:
    from qms_xlsx.judge.results import Result
    from qms_xlsx.write.summary.book import SummaryBook
    from qms_xlsx.write.summary.data_rows import Data
    from qms_xlsx.write.summary.page import Cell, Page

BEYOND = 33.0
"""Per cent beyond the target that the second cell shows; both cells have one scale."""


def cells(book: SummaryBook, result: Result, own: dict[str, Any]) -> tuple[Cell, Cell]:
    """Return the two cells of a bar: up to the target, whose line parts them, and beyond."""
    reached = result.attainment
    if reached is None:
        return (None, book.cell(**own, right=0)), (None, book.cell(**own, left=0))
    line = {"right": 5, "right_color": f"#{look.INK}"}
    return (
        (min(max(reached, 0.0), 100.0), book.figure("0", **own, **line)),
        (min(max(reached - 100.0, 0.0), BEYOND), book.figure("0", **own, left=0)),
    )


class Bullets:
    """The bars of a table's rows, drawn in the colour of each row's status."""

    def __init__(self, page: Page, column: int) -> None:
        self.page, self.column = page, column
        self.rows: dict[str, list[int]] = {}

    def note(self, result: Result) -> None:
        """Remember that the next row has a bar, if it has one."""
        if result.attainment is not None:
            colour = look.BARS.get(result.status or Status.MET, look.BAR)
            self.rows.setdefault(colour, []).append(self.page.row)

    def draw(self) -> None:
        """Put solid data bars without numbers into the cells."""
        for colour, rows in self.rows.items():
            for column, most in ((self.column, 100.0), (self.column + 1, BEYOND)):
                options = {
                    "type": "data_bar",
                    "bar_color": f"#{colour}",
                    "bar_solid": True,
                    "bar_only": True,
                    "bar_border_color": f"#{colour}",
                    "min_type": "num",
                    "max_type": "num",
                    "min_value": 0,
                    "max_value": most,
                    "multi_range": " ".join(address(row, column) for row in rows),
                }
                first, last = rows[0], rows[-1]
                self.page.sheet.conditional_format(first, column, last, column, options)


def sparkline(page: Page, column: int, data: Data, result: Result) -> None:
    """Draw the organisation's figures slot by slot, where there are at least two."""
    cells = data.series(result)
    if cells is None:
        return
    page.sheet.add_sparkline(
        page.row,
        column,
        {
            "range": cells,
            "type": "column",
            "min": 0,
            "series_color": f"#{look.BAR}",
            "last_point": True,
            "last_color": f"#{look.HEADER_INK}",
        },
    )
