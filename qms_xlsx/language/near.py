"""Near misses: the known name that a misspelt one most likely means."""

from __future__ import annotations

import re
from difflib import get_close_matches
from typing import TYPE_CHECKING

from qms_xlsx.language.messages import Message, message
from qms_xlsx.language.text import bare

if TYPE_CHECKING:
    from collections.abc import Iterable

_LIKENESS = 0.7
_WORD = re.compile(r"[^\W\d_]+")


def nearest(text: str, names: Iterable[str], likeness: float = _LIKENESS) -> str | None:
    """Return the name that a text comes close to, None when none does.

    >>> nearest("VPTK", ["VP-TK", "TC-KT"]), nearest("Sở Y tế", ["VP-TK", "TC-KT"])
    ('VP-TK', None)
    """
    known = {bare(name): name for name in names}
    found = get_close_matches(bare(text), known, 1, likeness)
    return known[found[0]] if found else _abbreviated(text, known.values())


def _abbreviated(text: str, names: Iterable[str]) -> str | None:
    """Return the one name whose words begin with a text's letters, '&' and "và" left out.

    >>> _abbreviated("Phòng KTHT&ĐT", ["Phòng Kinh tế, Hạ tầng và Đô thị", "Phòng Kinh tế"])
    'Phòng Kinh tế, Hạ tầng và Đô thị'
    """
    short = _initials(text)
    fitting = {name for name in names if _initials(name).endswith(short)}
    return fitting.pop() if len(short) > 2 and len(fitting) == 1 else None


def _initials(text: str) -> str:
    """Return the first letter of each word, and all letters of what is written in capitals."""
    words = (word for word in _WORD.findall(text) if bare(word) != "va")
    return "".join(bare(word if word.isupper() else word[0]) for word in words)


def meant(text: str, names: Iterable[str]) -> Message | str:
    """Return the end of a sentence that asks whether a near name is meant; '' when none is near."""
    name = nearest(text, names)
    return message("; is “{name}” meant?", name=name) if name else "."
