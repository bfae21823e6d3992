"""Figures of a reading: all their digits, since somebody signs them."""

from __future__ import annotations

from qms_xlsx.language.numbers import show


def exact(value: float | str | None, unit: str = "") -> str:
    """Return a target or a baseline with all its digits and its unit.

    >>> exact(4.6335, "tỷ đồng"), exact(12250.0, "con")
    ('4,6335 tỷ đồng', '12.250 con')
    """
    if not isinstance(value, int | float):
        return value or "–"
    return f"{show(float(value))} {unit}".strip()
