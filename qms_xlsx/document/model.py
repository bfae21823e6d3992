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


def joined(blocks: list[Block]) -> tuple[Block, ...]:
    """Return the blocks with tables that go on over a page made one.

    A table goes on when it follows at once, or when it is as wide and repeats the heading.
    """
    whole: list[Block] = []
    for block in blocks:
        last = whole[-1] if whole else None
        if isinstance(block, TextTable) and isinstance(last, TextTable):
            same = len(block.rows[0]) == len(last.rows[0])
            again = block.rows[0] == last.rows[0]
            if same:
                rows = block.rows[1:] if again else block.rows
                whole[-1] = TextTable(last.rows + rows, last.place)
                continue
        whole.append(block)
    return tuple(whole)
