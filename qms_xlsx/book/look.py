"""How our workbooks look: one font, one palette, one set of number formats."""

from __future__ import annotations

from dataclasses import dataclass

from qms_xlsx.domain.status import Status

FONT = "Times New Roman"
SIZE = 11
TITLE_SIZE = 14

INK = "000000"
GREY_INK = "595959"
LINE = "8C8C8C"
HAIRLINE = "C4C4C4"
"""The lines between the rows of a table that people read."""
INPUT_FILL = "FFF9DB"
LOCKED_FILL = "FFFFFF"
OFF_FILL = "E7E6E6"
SECTION_FILL = "DDE7F0"
HEADER_FILL = "D5E3F0"
HEADER_INK = "1F3864"
ERROR_FILL = "F8CBAD"
WHITE = "FFFFFF"
LINK_INK = "1F4E9E"

NUMBER = "#,##0"
DATE = "dd/mm/yyyy"


@dataclass(frozen=True, slots=True)
class Colours:
    """The fill of a cell and the ink that reads well on it."""

    fill: str
    ink: str


STATUS_COLOURS = {
    Status.EXCEEDED: Colours("C5E3CC", "12351B"),
    Status.MET: Colours("E4F1E6", "12351B"),
    Status.AT_RISK: Colours("F6BD3A", "2B1D00"),
    Status.MISSED: Colours("A31B15", "FFFFFF"),
    Status.NO_DATA: Colours("D0D0D0", "262626"),
    Status.NOT_DUE: Colours("FFFFFF", "404040"),
    Status.NOT_APPLICABLE: Colours("FFFFFF", "404040"),
}
"""Loud is what needs a hand: missed is the only dark fill, at risk amber, all that is good pale.
In grey they grow lighter from missed to met; mark and word tell them apart besides."""

BAR = "8FAAC6"
BARS = {Status.AT_RISK: "C58A00", Status.MISSED: STATUS_COLOURS[Status.MISSED].fill}
"""The fill of a bar, where a status gives it one of its own."""
TILE_FILL = "F2F2F2"
CALCULATED_BY = 191029
"""The engine of a current Excel: it takes stored results as they are, and asks to save nothing."""
