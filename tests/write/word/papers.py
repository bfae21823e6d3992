"""Small templates and what comes out of them, for the tests of papers."""

from __future__ import annotations

from datetime import date
from io import BytesIO
from pathlib import Path
from typing import TYPE_CHECKING

import docx
from docx.oxml.ns import qn

from qms_xlsx.write.word import Filling, made_paper

if TYPE_CHECKING:
    from docx.document import Document

DAY = date(2024, 6, 20)


def small_template(folder: Path, *paragraphs: str, rows: list[list[str]] | None = None) -> Path:
    """Write a template of one part: paragraphs, then a table."""
    document = docx.Document()
    document.add_paragraph("#qms:report:1")
    for text in paragraphs:
        document.add_paragraph(text)
    if rows:
        table = document.add_table(0, len(rows[0]))
        for texts in rows:
            for cell, text in zip(table.add_row().cells, texts, strict=True):
                cell.text = text
    path = folder / "mau.docx"
    document.save(str(path))
    return path


def made(template: Path, filling: Filling) -> Document:
    """Return what a filling makes of a template."""
    return opened(made_paper("report", filling, DAY, template).data)


def opened(data: bytes) -> Document:
    """Return a finished document as another program reads it."""
    return docx.Document(BytesIO(data))


def lines(document: Document) -> list[str]:
    """Return a document's text in order: a line a paragraph, cells parted by bars."""
    found = []
    for element in document.element.body:
        if element.tag == qn("w:p"):
            found.append(_text(element))
        rows = ([_text(c) for c in row.findall(qn("w:tc"))] for row in element.findall(qn("w:tr")))
        found.extend(map(" | ".join, rows))
    return found


def _text(element: object) -> str:
    pieces = element.iter(qn("w:t"))  # type: ignore[attr-defined]
    return "".join(piece.text or "" for piece in pieces)
