"""Paragraphs of a template: their fields replaced, whatever runs Word has cut them into."""

from __future__ import annotations

import re
from copy import deepcopy
from typing import TYPE_CHECKING, Any
from unicodedata import normalize

from docx.oxml.ns import qn

from qms_xlsx.language.text import without_controls

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping

FIELD = re.compile(r"\{\{\s*([a-z][a-z0-9_-]*(?::[a-z][a-z0-9_]*)?)\s*\}\}")
_GAP = re.compile(r"(\[…[^\[\]]*\])")
NO_BREAK = "\u00a0"
_SPACES = re.compile(rf"[^\S{NO_BREAK}]+")
_KEPT_TOGETHER = re.compile(r"(?<=\d) (?=[%‰])|(?<=[≥≤<>=]) (?=\d)")


def text_of(element: Any) -> str:
    """Return the text of a paragraph, a row or a cell."""
    return "".join(piece.text or "" for piece in element.iter(qn("w:t")))


def printable(text: str) -> str:
    r"""Return a text as one line of letters; a sign stays beside its number.

    >>> printable("giảm\x07 96,5 %\n(≥ 95)")
    'giảm 96,5\xa0% (≥\xa095)'
    """
    seen = without_controls(_SPACES.sub(" ", normalize("NFC", text)))
    return _KEPT_TOGETHER.sub(NO_BREAK, _SPACES.sub(" ", seen).strip())


def fill_fields(paragraph: Any, values: Mapping[str, str]) -> bool:
    """Put values in the places of a paragraph's fields; whether it still has something to say."""
    pieces = list(paragraph.iter(qn("w:t")))
    text = "".join(piece.text or "" for piece in pieces)
    found = [match for match in FIELD.finditer(text) if match[1] in values]
    for match in reversed(found):
        _replace(pieces, match.span(), printable(values[match[1]]))
    return not found or any(values[match[1]] for match in found)


def _replace(pieces: list[Any], span: tuple[int, int], value: str) -> None:
    """Put a value where a span of the pieces' joined text stands, in the first piece's shape."""
    begin = 0
    for piece in pieces:
        own = piece.text or ""
        first, last = max(span[0] - begin, 0), min(span[1] - begin, len(own))
        begin += len(own)
        if first >= last:
            continue
        piece.text = own[:first] + value + own[last:]
        piece.set(qn("xml:space"), "preserve")
        value = ""


def mark_gaps(paragraph: Any, style: str) -> int:
    """Give the gaps that people fill in a character style; return how many there are."""
    gaps = 0
    for run in list(paragraph.iter(qn("w:r"))):
        pieces = _GAP.split(text_of(run))
        gaps += len(pieces) // 2
        if len(pieces) > 1 and style:
            for new in _split(run, pieces, style):
                run.addprevious(new)
            run.getparent().remove(run)
    return gaps


def _split(run: Any, pieces: list[str], style: str) -> Iterator[Any]:
    """Yield a run for each piece; every second one is a gap."""
    for index, piece in enumerate(pieces):
        if piece:
            new = deepcopy(run)
            first, *more = new.iter(qn("w:t"))
            for other in more:
                other.getparent().remove(other)
            first.text = piece
            first.set(qn("xml:space"), "preserve")
            if index % 2:
                new.get_or_add_rPr().style = style
            yield new
