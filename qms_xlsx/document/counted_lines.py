"""Items that run on inside one paragraph: "Về kinh tế: (1) …; (2) …", "gồm: a) …; b) …"."""

from __future__ import annotations

import re
from dataclasses import replace
from itertools import pairwise
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterator

    from qms_xlsx.document.model import Paragraph

_COUNTERS = (
    (re.compile(r"(?:^|(?<=[:;.])\s+)\((\d{1,2})\)\s+(?=\S)"), "number"),
    (re.compile(r"(?:^|(?<=[:;.])\s+)(\d{1,2})\)\s+(?=\S)"), "number"),
    (re.compile(r"(?:^|(?<=[:;.])\s+)\(?([a-zđ])\)\s+(?=\S)"), "letter"),
    (re.compile(r"(?:^|(?<=[:;.])\s+)\(?([ivx]{1,4})\)\s+(?=\S)"), "small"),
)
_LETTERS = "abcdđeghiklmnopqrstuvxy"
_SMALL = ("i", "ii", "iii", "iv", "v", "vi", "vii", "viii", "ix", "x")


def counted(paragraph: Paragraph) -> Iterator[Paragraph]:
    """Yield a paragraph's items as paragraphs of their own, where it counts several."""
    begins = _begins(paragraph.text)
    if not begins:
        yield paragraph
        return
    head = paragraph.text[: begins[0]].strip()
    if head:
        yield replace(paragraph, text=head)
    ends = (*begins[1:], len(paragraph.text))
    for at, (begin, end) in enumerate(zip(begins, ends, strict=True)):
        text = paragraph.text[begin:end].strip()
        first = not head and at == 0
        yield (
            replace(paragraph, text=text)
            if first
            else replace(paragraph, text=text, marker="", bold=False)
        )


def _begins(text: str) -> list[int]:
    """Return where the items of a text begin: two at least, each counted after the one before."""
    for counter, kind in _COUNTERS:
        found = list(counter.finditer(text))
        order = [_order(one[1], kind) for one in found]
        runs = all(after == before + 1 for before, after in pairwise(order))
        if len(found) > 1 and runs and (kind == "number" or order[0] == 0):
            return [one.start() for one in found]
    return []


def _order(counter: str, kind: str) -> int:
    if kind == "number":
        return int(counter)
    if kind == "letter":
        return _LETTERS.find(counter)
    return _SMALL.index(counter) if counter in _SMALL else -1
