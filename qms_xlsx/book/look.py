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
INPUT_FILL = "FFF9DB"
LOCKED_FILL = "FFFFFF"
OFF_FILL = "E7E6E6"
SECTION_FILL = "DDE7F0"
HEADER_FILL = "D5E3F0"
HEADER_INK = "1F3864"
ERROR_FILL = "F8CBAD"
WHITE = "FFFFFF"
BAR = "B4C7DC"
LINK_INK = "1F4E9E"

NUMBER = "#,##0"
PERCENT_ONE = "0.0"
DATE = "dd/mm/yyyy"


@dataclass(frozen=True, slots=True)
class Colours:
    """The fill of a cell and the ink that reads well on it."""

    fill: str
    ink: str


STATUS_COLOURS = {
    Status.EXCEEDED: Colours("1B5E20", "FFFFFF"),
    Status.MET: Colours("A9D8AE", "0B3D14"),
    Status.AT_RISK: Colours("FFD966", "4A3500"),
    Status.MISSED: Colours("C0392B", "FFFFFF"),
    Status.NO_DATA: Colours("D0CECE", "262626"),
    Status.NOT_DUE: Colours("FFFFFF", "404040"),
    Status.NOT_APPLICABLE: Colours("FFFFFF", "404040"),
}
"""Told apart by colour-blind readers through lightness, and by everyone through mark and word."""
