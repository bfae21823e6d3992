"""Signs, short words and days that every room shows alike."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from datetime import date

SIGNS = {">=": "≥", "<=": "≤", ">": ">", "<": "<", "=": "="}
"""How a comparison is printed."""
YES, NO = "Có", "Không"
NOTHING = "–"
"""What stands where there is no figure."""


def answer(yes: bool) -> str:
    """Return how a yes or a no is written."""
    return YES if yes else NO


def day(value: date | None) -> str:
    """Return a date as Vietnamese offices write it; nothing for none.

    >>> from datetime import date
    >>> day(date(2024, 1, 5))
    '05/01/2024'
    """
    return f"{value:%d/%m/%Y}" if value else ""
