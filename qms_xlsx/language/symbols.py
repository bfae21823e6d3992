"""Signs and short words that every room shows alike."""

from __future__ import annotations

SIGNS = {">=": "≥", "<=": "≤", ">": ">", "<": "<", "=": "="}
"""How a comparison is printed."""
YES, NO = "Có", "Không"
NOTHING = "–"
"""What stands where there is no figure."""


def answer(yes: bool) -> str:
    """Return how a yes or a no is written."""
    return YES if yes else NO
