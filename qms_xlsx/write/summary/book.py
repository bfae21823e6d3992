"""The summary's workbook: one font, formats made once, text that is only ever text."""

from __future__ import annotations

import re
from datetime import datetime, time
from typing import TYPE_CHECKING, Any

from qms_xlsx.book import look
from qms_xlsx.write.summary.xlsx import RowSheet, StreamedWorkbook

if TYPE_CHECKING:
    from datetime import date
    from pathlib import Path

    from qms_xlsx.domain.status import Status
    from qms_xlsx.write.summary.xlsx import Format

LONGEST = 32_767
"""UTF-16 units that a cell can hold; Excel calls a file with more damaged."""

_DIGITS = 10.5
"""At this size a digit is 7 pixels wide, so that every program gives columns the same width."""
_UNWRITABLE = re.compile("[\ud800-\udfff￾￿]")


class SummaryBook:
    """A workbook being written, with the formats that its sheets share."""

    def __init__(self, path: Path, *, title: str, author: str, created: date) -> None:
        font = {"font_name": look.FONT, "font_size": _DIGITS}  # XlsxWriter writes into it
        self.workbook = StreamedWorkbook(path, font)
        self.workbook.set_properties(
            {"title": title, "author": author, "created": datetime.combine(created, time())}
        )
        self.workbook.set_calc_mode("auto", look.CALCULATED_BY)
        self.workbook.calc_on_load = False  # its only formulas are links, with their texts
        self.cuts: list[str] = []
        """The cells whose text was too long for a cell, as 'Sheet'!A1."""
        self._formats: dict[tuple[tuple[str, Any], ...], Format] = {}
        self.grid = self.workbook.add_format({"bottom": 1, "bottom_color": f"#{look.HAIRLINE}"})
        """The lines of a table whose empty cells are not written."""

    def sheet(self, name: str) -> RowSheet:
        """Return a new worksheet."""
        made: RowSheet = self.workbook.add_worksheet(name, RowSheet)
        return made

    def format(self, **properties: Any) -> Format:
        """Return the format with these properties, made once."""
        key = tuple(sorted(properties.items()))
        found = self._formats.get(key)
        if found is None:
            base = {"font_name": look.FONT, "font_size": look.SIZE, "valign": "vcenter"}
            found = self._formats[key] = self.workbook.add_format(base | properties)
        return found

    def cell(self, **properties: Any) -> Format:
        """Return the format of a table's cell: thin lines, wrapped."""
        return self.format(**(_CELL | properties))

    def figure(self, number_format: str = look.NUMBER, **properties: Any) -> Format:
        """Return the format of a number in a table; it shrinks before it shows '####'."""
        own = {"num_format": number_format, "align": "right", "shrink": True, "text_wrap": False}
        return self.cell(**(own | properties))

    def header(self, **properties: Any) -> Format:
        """Return the format of a column's heading."""
        return self.cell(**(_HEADER | properties))

    def status(self, status: Status, **properties: Any) -> Format:
        """Return the format of a cell that shows a status."""
        colours = look.STATUS_COLOURS[status]
        return self.coloured(colours, **properties)

    def coloured(self, colours: look.Colours, **properties: Any) -> Format:
        """Return the format of a cell with a fill and the ink that reads on it."""
        own = {"bg_color": f"#{colours.fill}", "font_color": f"#{colours.ink}", "align": "center"}
        if colours.fill == look.WHITE:
            del own["bg_color"]
        return self.cell(**(own | {"bold": True} | properties))

    def close(self) -> None:
        """Write everything to the file."""
        self.workbook.close()


_CELL = {
    "top": 1,
    "bottom": 1,
    "top_color": f"#{look.HAIRLINE}",
    "bottom_color": f"#{look.HAIRLINE}",
    "text_wrap": True,
    "valign": "vcenter",
}
_HEADER = {
    "bold": True,
    "align": "center",
    "bg_color": f"#{look.HEADER_FILL}",
    "font_color": f"#{look.HEADER_INK}",
    "bottom": 2,
    "bottom_color": f"#{look.HEADER_INK}",
}


def writable(text: str) -> tuple[str, bool]:
    """Return the text as a cell can hold it, and whether it had to be cut short.

    >>> writable("=1+1"), writable("x" * 40_000)[0][-2:], writable("x" * 40_000)[1]
    (('=1+1', False), 'x…', True)
    """
    if _UNWRITABLE.search(text):
        text = _UNWRITABLE.sub("\N{REPLACEMENT CHARACTER}", text)
    if len(text) <= LONGEST // 2:
        return text, False
    units = text.encode("utf-16-le")
    if len(units) <= 2 * LONGEST:
        return text, False
    return units[: 2 * (LONGEST - 1)].decode("utf-16-le", "ignore") + "…", True
