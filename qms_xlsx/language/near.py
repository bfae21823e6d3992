"""Near misses: the known name that a misspelt one most likely means."""

from __future__ import annotations

from difflib import get_close_matches
from typing import TYPE_CHECKING

from qms_xlsx.language.messages import Message, message
from qms_xlsx.language.text import bare

if TYPE_CHECKING:
    from collections.abc import Iterable

_LIKENESS = 0.7


def nearest(text: str, names: Iterable[str], likeness: float = _LIKENESS) -> str | None:
    """Return the name that a text comes close to, None when none does.

    >>> nearest("VPTK", ["VP-TK", "TC-KT"]), nearest("Sở Y tế", ["VP-TK", "TC-KT"])
    ('VP-TK', None)
    """
    known = {bare(name): name for name in names}
    found = get_close_matches(bare(text), known, 1, likeness)
    return known[found[0]] if found else None


def meant(text: str, names: Iterable[str]) -> Message | str:
    """Return the end of a sentence that asks whether a near name is meant; '' when none is near."""
    name = nearest(text, names)
    return message("; is “{name}” meant?", name=name) if name else "."
