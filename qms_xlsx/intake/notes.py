"""The notes (comments) that people put to cells; those of a return copy are ours."""

from __future__ import annotations

import re

_OURS = re.compile(rb"\s*[A-Z][0-9]{3}: ")  # a finding's code; LibreOffice drops the author
_ABOUT = re.compile(rb"<(?:dc|meta):[^<>]*>[^<>]*")  # author and date in an .ods
_TAG = re.compile(rb"<[^<>]*>")


def in_workbook(parts: dict[str, bytes]) -> int:
    """Return how many notes an OOXML workbook has, ours not counted."""
    own = (data for name, data in parts.items() if name.startswith("xl/comments"))
    return sum(_count(data, b"comment") for data in own)


def in_opendocument(content: bytes) -> int:
    """Return how many notes an .ods has, ours not counted."""
    return _count(content, b"office:annotation")


def _count(data: bytes, element: bytes) -> int:
    notes = data.replace(b"<" + element + b">", b"<" + element + b" >").split(b"<" + element + b" ")
    end = b"</" + element + b">"
    return sum(not _OURS.match(_text(note.partition(end)[0])) for note in notes[1:])


def _text(note: bytes) -> bytes:
    return _TAG.sub(b"", _ABOUT.sub(b"", note.partition(b">")[2]))
