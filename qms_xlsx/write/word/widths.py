"""Columns wide enough for their longest word: few programs but Word itself see to that."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from docx.oxml.ns import qn

from qms_xlsx.write.text_size import text_width
from qms_xlsx.write.word.paragraphs import text_of
from qms_xlsx.write.word.rows import columns_of, set_widths

if TYPE_CHECKING:
    from collections.abc import Mapping

    from docx.document import Document
    from docx.styles.style import BaseStyle

_TWENTIETHS = 20
_BESIDE = 12.0
"""Points that a cell keeps free at its sides, its border included."""
_BOLD = 1.08
"""Headings are bold, and programs differ a little."""
_USUAL_SIZE = 12.0


def fit_columns(document: Document) -> None:
    """Give every table's columns the room that their longest words need, taken from the others."""
    sizes = _sizes(document)
    for table in document.element.body.iter(qn("w:tbl")):
        grid = table.find(qn("w:tblGrid")).findall(qn("w:gridCol"))
        widths = [int(own.get(qn("w:w"))) for own in grid]
        needs = [0] * len(widths)
        for row in table.findall(qn("w:tr")):
            for cell, columns in columns_of(row):
                if columns.stop - columns.start == 1:
                    needs[columns.start] = max(needs[columns.start], _need(cell, sizes))
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


def _need(cell: Any, sizes: Mapping[str, float]) -> int:
    """Return the width of a cell's longest word, in twentieths of a point."""
    longest = (
        _size(own, sizes) * max(map(text_width, text_of(own).split(" ")))
        for own in cell.findall(qn("w:p"))
    )
    return int((max(longest, default=0.0) * _BOLD + _BESIDE) * _TWENTIETHS)


def _size(paragraph: Any, sizes: Mapping[str, float]) -> float:
    """Return the size of a paragraph's letters in points: its first run's own, or its style's."""
    direct = next(paragraph.iter(qn("w:sz")), None)
    if direct is not None:
        return int(direct.get(qn("w:val"))) / 2
    style = next(paragraph.iter(qn("w:pStyle")), None)
    return sizes.get(style.get(qn("w:val")) if style is not None else "", _USUAL_SIZE)


def _sizes(document: Document) -> dict[str, float]:
    """Return the size of each style's letters in points, by the style's id."""
    found: dict[str, float] = {}
    for style in document.styles:
        own: BaseStyle | None = style
        while own is not None and own.element.find(f"{qn('w:rPr')}/{qn('w:sz')}") is None:
            own = getattr(own, "base_style", None)
        size = own.element.find(f"{qn('w:rPr')}/{qn('w:sz')}") if own is not None else None
        found[style.style_id] = int(size.get(qn("w:val"))) / 2 if size is not None else _USUAL_SIZE
    return found
