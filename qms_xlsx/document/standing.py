"""Where a table stands: the heading above it, its part of the document, its figures' unit."""

from __future__ import annotations

import re
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

from qms_xlsx.document.assigning import department_of, owner_of
from qms_xlsx.document.clauses import clauses
from qms_xlsx.document.counts import without_count
from qms_xlsx.document.model import Paragraph
from qms_xlsx.document.parties import KIND
from qms_xlsx.document.zones import Zone, zoned
from qms_xlsx.language.text import bare

if TYPE_CHECKING:
    from collections.abc import Iterator

    from qms_xlsx.document.lines import Line
    from qms_xlsx.document.model import Document, TextTable

_UNIT = re.compile(
    r"\(?\s*(?:ĐVT|Đơn vị tính|Đơn vị)\s*:\s*(?P<unit>[^().]+?)\s*\)?\.?$", re.IGNORECASE
)
_ASIDE = re.compile(r"\(.*\)\.?$|(?:bảng|biểu|mẫu)(?: số)? [\w.]+\.?$", re.IGNORECASE)
"""A remark between a heading and its table: "(Kèm theo Quyết định …)", "Biểu số 2"."""
_REPORTED = re.compile(
    r"\b(tinh hinh|ket qua (thuc hien|dat duoc|nam|cong tac)|danh gia|ton tai|han che|du toan"
    r"|quyet toan|kinh phi|so lieu)\b"
)
"""What a heading says whose tables hold figures of the past or of money, and no objectives."""
_LONG = 25


@dataclass(frozen=True, slots=True)
class Standing:
    """Where a table stands."""

    table: TextTable
    title: Paragraph | None = None
    """The line directly above that says what it lists; no heading of the objectives."""
    number: str = ""
    """The title's number behind that of its part: "IV.1"."""
    text: str = ""
    """The title without its number."""
    unit: str = ""
    whose: str = ""
    """The department that a line above it names as the one whose table it is."""
    zone: Zone = Zone.HEAD
    reported: bool = False
    """Whether its part tells what was reached or spent."""

    @property
    def owner(self) -> str:
        """The department that the title is."""
        return self.whose or department_of(self.text)


def standings(document: Document) -> Iterator[Standing]:
    """Yield where each table of a document stands, in order."""
    told = {id(paragraph): (line, zone) for paragraph, line, zone in zoned(document.paragraphs)}
    above: list[tuple[Paragraph, Line, Zone]] = []
    part, reported, zone = "", False, Zone.HEAD
    for block in document.blocks:
        if isinstance(block, Paragraph):
            line, own = told[id(block)]
            zone = zone if own is Zone.NOTE else own  # a remark between two tables ends no part
            above.append((block, line, own))
            if line.style == "roman" or own in (Zone.HEADING, Zone.TITLE):
                part = line.label if line.style == "roman" else ""
                reported = bool(_REPORTED.search(bare(line.text)))
        else:
            yield _standing(Standing(block, zone=zone, reported=reported), above, part)
            above = []


def _standing(one: Standing, above: list[tuple[Paragraph, Line, Zone]], part: str) -> Standing:
    """Return where a table stands with what the lines above it say."""
    while above and (said := _remark(above[-1][0].text)) is not None:
        whose, unit = said
        one = replace(one, whose=whose or one.whose, unit=unit or one.unit)
        above = above[:-1]
    if not above or not _is_title(*above[-1]):
        return one
    title, line, _ = above[-1]
    number = ".".join(filter(None, (part, line.label)))
    return replace(
        one, title=title, number=number, text=without_count(line.text, heads=True).rstrip(" :.")
    )


def _remark(text: str) -> tuple[str, str] | None:
    """Return whose a table is and its unit, as a line above it says; None for a heading."""
    if owner := owner_of(text):
        return owner, ""
    unit = _UNIT.match(text)
    if unit and not KIND.match(unit["unit"]):
        return "", unit["unit"]
    return ("", "") if _ASIDE.match(text) else None


def _is_title(paragraph: Paragraph, line: Line, zone: Zone) -> bool:
    """Whether a line above a table names what the table lists, and states no level itself."""
    if zone in (Zone.TITLE, Zone.HEADING) or line.style == "roman":
        return False
    looks = bool(line.label) or paragraph.bold or bool(department_of(line.text))
    short = len(line.text.split()) <= _LONG and not line.text.endswith(";")
    text = without_count(line.text, heads=True)
    return looks and short and not any(clause.measured for clause in clauses(text))
