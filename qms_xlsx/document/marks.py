"""Columns that only mark who reports a row: "x" below "Văn phòng"."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from qms_xlsx.document.cells import PARTY
from qms_xlsx.language.text import bare, clean

if TYPE_CHECKING:
    from collections.abc import Iterable

_BLANK = re.compile(r"[\s.…_–-]*")
_ACROSS = 2
"""A row of no more different texts goes across the table: a number, and what follows."""
_ALONE = frozenset("xv+*✓✔√●•")
_LEADING = (("c", "p"), ("ct", "ph"), ("chu tri", "phoi hop"), ("●", "○"), ("●", "o"))
"""Marks of who leads, each beside that of who only helps."""
_WHO = re.compile(
    r"(bo phan|don vi|phong|khoa|trach nhiem|phan cong|chu tri|thuc hien|cac (phong|don vi))\b"
)
"""What stands above columns that are each somebody's."""


def marked_by(
    columns: dict[int, str], headings: Iterable[tuple[str, ...]], rows: Iterable[tuple[str, ...]]
) -> tuple[dict[int, str], str]:
    """Return the columns that mark who reports, with their names, and the mark that says it."""
    above, below = list(headings), [row for row in rows if len(set(row)) > _ACROSS]
    whose = {at: text for at, text in columns.items() if _is_whose(at, text, above)}
    said = {at: {_folded(row[at]) for row in below} - {""} for at in whose}
    marks = set().union(*said.values()) if said else set()
    lead = _lead_of(marks)
    return ({at: clean(whose[at]) for at in whose if said[at]}, lead) if lead else ({}, "")


def marks(cell: str, lead: str) -> bool:
    """Return whether a cell bears the mark."""
    return _folded(cell) == lead


def _is_whose(at: int, text: str, headings: list[tuple[str, ...]]) -> bool:
    above = (row[at] for row in headings[:-1] if row[at] != text)
    return bool(PARTY.match(text)) or any(_WHO.match(bare(words)) for words in above)


def _folded(cell: str) -> str:
    return "" if _BLANK.fullmatch(cell) else bare(cell).strip(" .()")


def _lead_of(marks: set[str]) -> str:
    """Return the mark of who reports, empty where the cells hold anything else."""
    if len(marks) == 1 and marks <= _ALONE:
        return next(iter(marks))
    return next((lead for lead, helps in _LEADING if marks and marks <= {lead, helps}), "")
