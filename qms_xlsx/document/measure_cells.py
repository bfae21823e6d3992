"""A plan's cell of several numbered measures, parted with the lines that stand beside it."""

from __future__ import annotations

from typing import NamedTuple

from qms_xlsx.document.lines import line_of


class Told(NamedTuple):
    """A measure of a cell: its number where it bears one, its words, who and by when."""

    number: str
    words: str
    quote: str
    fields: dict[str, str]


def measures_in(cell: str, fields: dict[str, str]) -> list[Told]:
    """Return the measures of a cell, each with its own lines of the cells beside it.

    Where these hold another number of lines, all of it belongs to each measure.
    """
    parts = _numbered(cell)
    if len(parts) < 2:
        line = line_of(cell)
        own = line.style.startswith("decimal")
        return [_told(cell, fields) if own else Told("", cell, cell, fields)]
    beside = {key: _lines(text, len(parts)) for key, text in fields.items()}
    return [
        _told(part, {key: lines[at] for key, lines in beside.items()})
        for at, part in enumerate(parts)
    ]


def _numbered(cell: str) -> list[str]:
    """Return the texts of a cell that each begin with a number of one kind."""
    parts: list[str] = []
    style = line_of(cell).style
    for text in filter(None, cell.splitlines()):
        if not parts or (line_of(text).style == style and line_of(text).label):
            parts.append(text)
        else:
            parts[-1] += f"\n{text}"
    return parts if line_of(cell).label else []


def _lines(text: str, count: int) -> list[str]:
    lines = [line for line in text.splitlines() if line.strip()]
    return lines if len(lines) == count else [text] * count


def _told(text: str, fields: dict[str, str]) -> Told:
    line = line_of(text)
    return Told(line.label, line.text, text, fields)
