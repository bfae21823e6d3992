"""Counts and lists within a sentence, as offices write them."""

from __future__ import annotations

from typing import TYPE_CHECKING

from qms_xlsx.language.numbers import show

if TYPE_CHECKING:
    from collections.abc import Iterable

GAP = "[…]"
"""What only people know, left for them to fill in."""
MOST = 12
"""Items of one kind in a paper's text before the rest is counted."""


def gap(what: str) -> str:
    """Return a gap that says what is to be filled in.

    >>> gap("nêu nguyên nhân")
    '[… nêu nguyên nhân]'
    """
    return f"[… {what}]"


def counted(count: int, noun: str = "") -> str:
    """Return a count with what is counted: below ten with a zero before it.

    >>> counted(5, "chỉ tiêu"), counted(12, "bộ phận"), counted(1200)
    ('05 chỉ tiêu', '12 bộ phận', '1.200')
    """
    shown = f"{count:02}" if count < 10 else show(float(count))
    return f"{shown} {noun}".strip()


def listed(items: Iterable[str], noun: str = "mục", most: int = MOST, link: str = "và") -> str:
    """Return a list in words, its tail counted; where items hold the link, marks alone part them.

    >>> listed(["1", "2a", "3b"]), listed(["1", "2a", "3b"], "chỉ tiêu", most=1)
    ('1, 2a và 3b', '1 và 02 chỉ tiêu khác')
    >>> listed(["Kinh tế và Hạ tầng", "Nội vụ"])
    'Kinh tế và Hạ tầng; Nội vụ'
    """
    known = list(dict.fromkeys(items))
    if len(known) > most + 1:
        known = [*known[:most], f"{counted(len(known) - most, noun)} khác"]
    if any("," in item or f" {link} " in item for item in known):
        return "; ".join(known)
    *first, last = known or [""]
    return f"{', '.join(first)} {link} {last}" if first else last


def sentence(text: str) -> str:
    """Return a text as a sentence begins."""
    return text[:1].upper() + text[1:]


def lines(items: Iterable[str], noun: str) -> list[str]:
    """Return items as lines of a list, its tail counted."""
    known = list(items)
    if len(known) <= MOST + 1:
        return known
    return [*known[:MOST], f"Và {counted(len(known) - MOST, noun)} khác."]
