"""Reads a .docx: what Word shows, in order, and nothing that it hides or would fetch."""

from __future__ import annotations

from typing import TYPE_CHECKING
from xml.etree import ElementTree

from qms_xlsx.document.columns import is_heading
from qms_xlsx.document.joining import joined
from qms_xlsx.document.lines import split_lines
from qms_xlsx.document.model import Block, Paragraph, TextTable
from qms_xlsx.document.numbering import Numbering, W
from qms_xlsx.intake import limits, markup
from qms_xlsx.intake.faults import RefusedError, damaged, refuse
from qms_xlsx.language.messages import N_
from qms_xlsx.language.text import clean

if TYPE_CHECKING:
    from collections.abc import Iterator
    from xml.etree.ElementTree import Element

    from qms_xlsx.intake.archive import Archive

BODY = "word/document.xml"
_SYMBOLS = {"f0b3": "≥", "f0a3": "≤", "f02d": "-", "f0b7": "•"}
_DEPTH = 200  # elements inside one another; Word's own documents stay far below
_LEFT_OUT = ("del", "moveFrom", "instrText", "delText", "pPr", "rPr", "tblPr", "tcPr", "sdtPr")


def word_blocks(archive: Archive) -> tuple[Block, ...]:
    """Return the blocks of a Word document; raise RefusedError when it is harmful or damaged."""
    body = _part(archive, BODY)
    if body is None:
        raise damaged(N_("it ends too early"))
    definitions, styles = (_part(archive, f"word/{name}.xml") for name in ("numbering", "styles"))
    numbering = Numbering(definitions, styles, body)
    reader = _Reader(numbering)
    inner = body.find(f"{W}body")
    reader.walk(inner if inner is not None else body)
    notes = _part(archive, "word/footnotes.xml")
    for note in [] if notes is None else notes.findall(f"{W}footnote"):
        if note.get(f"{W}type") is None:
            text = _text(note)
            if clean(text):
                place = f"Chú thích {note.get(f'{W}id')}"
                reader.blocks.append(Paragraph(clean(text), place, aside=True))
    return joined(reader.blocks)


def _part(archive: Archive, name: str) -> Element | None:
    entry = archive.entries.get(name)
    if entry is None:
        return None
    data = archive.read(entry)
    markup.check_size(data, limits.PARSED_BYTES)
    data = markup.checked(name, data)
    _check_depth(name, data)
    return ElementTree.fromstring(data)  # noqa: S314 (no DOCTYPE: checked)


def _check_depth(name: str, data: bytes) -> None:
    """Refuse XML that is nested past any document, or not well-formed."""
    depth = 0

    def start(_name: str, _attributes: dict[str, str]) -> None:
        nonlocal depth
        depth += 1
        if depth > _DEPTH:
            raise refuse("F305", part=name)

    def end(_name: str) -> None:
        nonlocal depth
        depth -= 1

    try:
        markup.parse(data, start, end)
    except RefusedError as refusal:
        raise refusal.on(part=name) from None


class _Reader:
    """Walks the body; text boxes follow the paragraph that they hang on."""

    def __init__(self, numbering: Numbering) -> None:
        self.numbering = numbering
        self.blocks: list[Block] = []
        self._paragraphs = self._tables = 0

    def walk(self, parent: Element) -> None:
        for child in parent:
            if child.tag == f"{W}p":
                self._paragraph(child)
            elif child.tag == f"{W}tbl":
                self._table(child)
            elif child.tag not in _names(_LEFT_OUT):
                self.walk(child)

    def _paragraph(self, element: Element) -> None:
        self._paragraphs += 1
        text, (marker, level) = _text(element), self.numbering.marker(element)
        place = f"Đoạn {self._paragraphs}"
        for line in split_lines(text):
            self.blocks.append(Paragraph(line, place, marker, _bold(element), level))
            marker = ""
        for box in _boxes(element):
            self.walk(box)

    def _table(self, element: Element) -> None:
        rows = tuple(_rows(element))
        if not any(any(row) for row in rows):
            return
        width = max(len(row) for row in rows)
        if width == 1 or _only_layout(rows):
            for text in dict.fromkeys(cell for row in rows for cell in row if cell):
                for line in split_lines(text):
                    self._paragraphs += 1
                    self.blocks.append(Paragraph(line, f"Đoạn {self._paragraphs}"))
            return
        self._tables += 1
        padded = tuple(row + ("",) * (width - len(row)) for row in rows)
        self.blocks.append(TextTable(padded, f"Bảng {self._tables}"))


def _only_layout(rows: tuple[tuple[str, ...], ...]) -> bool:
    """Whether a table only sets texts beside each other, as the head and the signature do."""
    small = len(rows) <= 3 and max(len(row) for row in rows) <= 2
    return small and not is_heading(rows[0])


def _rows(table: Element) -> Iterator[tuple[str, ...]]:
    above: list[str] = []
    for row in _inside(table, "tr"):
        cells: list[str] = []
        for cell in _inside(row, "tc"):
            properties = cell.find(f"{W}tcPr")
            span = _attribute(properties, "gridSpan")
            merge = None if properties is None else properties.find(f"{W}vMerge")
            text = "\n".join(clean(_text(p)) for p in cell.iter(f"{W}p")).strip()
            if merge is not None and merge.get(f"{W}val") != "restart" and len(cells) < len(above):
                text = text or above[len(cells)]
            cells += [text] * min(int(span) if span.isdigit() else 1, 100)
        above = cells
        yield tuple(cells)


def _inside(parent: Element, name: str) -> Iterator[Element]:
    """Yield the rows or cells of a table, also those wrapped by content controls."""
    for child in parent:
        if child.tag == f"{W}{name}":
            yield child
        elif child.tag in _names(("sdt", "sdtContent", "ins", "customXml")):
            yield from _inside(child, name)


def _attribute(properties: Element | None, name: str) -> str:
    found = None if properties is None else properties.find(f"{W}{name}")
    return "" if found is None else found.get(f"{W}val", "")


def _text(element: Element) -> str:
    return "".join(_pieces(element))


def _pieces(element: Element) -> Iterator[str]:
    for child in element:
        name = child.tag.rpartition("}")[2]
        if name in _LEFT_OUT or name in ("txbxContent", "Fallback") or _hidden(child):
            continue
        if name == "t":
            yield child.text or ""
        elif name in ("tab", "br", "cr", "noBreakHyphen"):
            yield {"tab": "\t", "noBreakHyphen": "-"}.get(name, "\n")
        elif name == "sym":
            yield _SYMBOLS.get(child.get(f"{W}char", "").lower(), " ")
        else:
            yield from _pieces(child)


def _hidden(run: Element) -> bool:
    return run.tag == f"{W}r" and run.find(f"{W}rPr/{W}vanish") is not None


def _boxes(paragraph: Element) -> Iterator[Element]:
    """Yield the text boxes of a paragraph, once each: old programs get a second copy."""
    for child in paragraph:
        name = child.tag.rpartition("}")[2]
        if name == "txbxContent":
            yield child
        elif name != "Fallback":
            yield from _boxes(child)


def _bold(paragraph: Element) -> bool:
    runs = [run for run in paragraph.iter(f"{W}r") if clean(_text(run))]
    marks = [run.find(f"{W}rPr/{W}b") for run in runs]
    return bool(runs) and all(mark is not None and mark.get(f"{W}val") != "0" for mark in marks)


def _names(names: tuple[str, ...]) -> frozenset[str]:
    return frozenset(f"{W}{name}" for name in names)
