"""Columns wide enough for their longest word: few programs but Word itself see to that."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from docx.oxml.ns import qn
from docx.text.paragraph import Paragraph

from qms_xlsx.write.text_size import text_width
from qms_xlsx.write.word.rows import columns_of, set_widths

if TYPE_CHECKING:
    from docx.document import Document

_TWENTIETHS = 20
_BESIDE = 12.0
"""Points that a cell keeps free at its sides, its border included."""
_BOLD = 1.08
"""Headings are bold, and programs differ a little."""
_USUAL_SIZE = 12.0


def fit_columns(document: Document) -> None:
    """Give every table's columns the room that their longest words need, taken from the others."""
    for table in document.element.body.iter(qn("w:tbl")):
        grid = table.find(qn("w:tblGrid")).findall(qn("w:gridCol"))
        widths = [int(own.get(qn("w:w"))) for own in grid]
        needs = [0] * len(widths)
        for row in table.findall(qn("w:tr")):
            for cell, columns in columns_of(row):
                if columns.stop - columns.start == 1:
                    needs[columns.start] = max(needs[columns.start], _need(cell, document))
        if (fitting := fitted(widths, needs)) != widths:
            set_widths(table, fitting)


def fitted(widths: list[int], needs: list[int]) -> list[int]:
    """Return widths of the same sum in which every column has what it needs, if there is room.

    >>> fitted([100, 300], [150, 100]), fitted([100, 100], [150, 150])
    ([150, 250], [100, 100])
    """
    short = sum(max(need - own, 0) for own, need in zip(widths, needs, strict=True))
    spare = sum(max(own - need, 0) for own, need in zip(widths, needs, strict=True))
    if not short or spare < short:
        return widths
    wider = [
        need if need > own else own - (own - need) * short // spare
        for own, need in zip(widths, needs, strict=True)
    ]
    wider[wider.index(max(wider))] += sum(widths) - sum(wider)
    return wider


def _need(cell: Any, document: Document) -> int:
    """Return the width of a cell's longest word, in twentieths of a point."""
    words = (
        text_width(word) * _BOLD * _size(Paragraph(paragraph, document))
        for paragraph in cell.findall(qn("w:p"))
        for word in Paragraph(paragraph, document).text.split(" ")
    )
    return int((max(words, default=0.0) + _BESIDE) * _TWENTIETHS)


def _size(paragraph: Paragraph) -> float:
    """Return the size of a paragraph's letters in points, by its runs or its style."""
    direct = [run.font.size for run in paragraph.runs if run.font.size]
    style = paragraph.style
    while style is not None and not direct:
        direct = [style.font.size] if style.font.size else []
        style = style.base_style
    return direct[0].pt if direct else _USUAL_SIZE
