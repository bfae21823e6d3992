"""A document as its readers hand it on: paragraphs and tables in order, whatever file they were."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TypeAlias


@dataclass(frozen=True, slots=True)
class Paragraph:
    """A paragraph: its words, the list number that Word makes for it, how it looks, its place."""

    text: str
    place: str
    marker: str = ""
    bold: bool = False
    level: int = 0
    """How deep its list stands in others."""
    aside: bool = False
    """Whether it is a footnote, which stands outside the text."""


@dataclass(frozen=True, slots=True)
class TextTable:
    """A table of texts; a merged cell's text stands in every place that it covers."""

    rows: tuple[tuple[str, ...], ...]
    place: str
    lines: tuple[int, ...] = ()
    """The numbers that the file itself gives its rows, as a sheet does."""

    def at(self, row: int) -> str:
        """Return the place of a row, for people."""
        return f"{self.place}, dòng {self.lines[row] if self.lines else row + 1}"


Block: TypeAlias = Paragraph | TextTable


@dataclass(frozen=True, slots=True)
class Document:
    """What a file says, in order."""

    blocks: tuple[Block, ...]
    sha256: str = ""

    @property
    def paragraphs(self) -> tuple[Paragraph, ...]:
        """The paragraphs outside tables."""
        return tuple(block for block in self.blocks if isinstance(block, Paragraph))

    @property
    def tables(self) -> tuple[TextTable, ...]:
        """The tables."""
        return tuple(block for block in self.blocks if isinstance(block, TextTable))
