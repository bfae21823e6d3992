"""What a change is measured against."""

# ruff: noqa: E501 (a pattern is easier to check on one line)

from __future__ import annotations

import re

_YEAR = r"(?P<year>(?:19|20)\d{2})"
_RULES = [
    (re.compile(r"\buoc(?: thuc hien| dat)?(?: ca)? nam (?:truoc|ngoai|lien truoc)\b"), "previous_year_estimate"),
    (re.compile(r"\buoc thuc hien(?: nam)? (?:19|20)\d{2}\b"), "previous_year_estimate"),
    (re.compile(r"\bcung ky\b"), "same_period"),
    (re.compile(r"\b(?:so voi|hon|so|bang|cua|voi)(?: \w+){0,4}? nam " + _YEAR), "year"),
    (re.compile(r"\b(?:so voi|hon|so) " + _YEAR), "year"),
    (re.compile(r"\b(?:gap|cao hon|thap hon|hon)\b.{0,30}\bnam " + _YEAR), "year"),
    (re.compile(r"\bnam (?:lien )?(?:truoc|ngoai|lien ke)\b"), "previous_year"),
    (re.compile(r"\bky truoc\b"), "same_period"),
    (re.compile(r"\b(?:hang nam|moi nam|binh quan nam|binh quan moi nam|nam sau)\b|/ ?nam\b"), "yearly"),
    (re.compile(r"\b(?:so voi|so|vuot(?: muc)?|hon)\s+(?:\S+\s+){0,4}?(?:ke hoach|du toan|chi tieu|muc tieu|dau nhiem ky|nghi quyet|tong so|quy dinh)"), "other"),
]  # fmt: skip


def baseline(bare: str) -> str | None:
    """Return the baseline that marked-off letters name: a key, 'yearly', 'other', or None."""
    for pattern, name in _RULES:
        match = pattern.search(bare)
        if match:
            return f"year:{match['year']}" if name == "year" else name
    return None
