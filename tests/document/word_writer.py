"""Writes small .docx files part by part, as Word and other programs write them."""

from __future__ import annotations

from typing import TYPE_CHECKING
from xml.sax.saxutils import escape
from zipfile import ZipFile

if TYPE_CHECKING:
    from pathlib import Path

W = 'xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"'
TYPES = (
    '<Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types">'
    '<Default Extension="xml" ContentType="application/xml"/></Types>'
)
LISTS = (
    f"<w:numbering {W}>"
    '<w:abstractNum w:abstractNumId="0">'
    '<w:lvl w:ilvl="0"><w:start w:val="1"/><w:numFmt w:val="decimal"/>'
    '<w:lvlText w:val="%1."/></w:lvl>'
    '<w:lvl w:ilvl="1"><w:start w:val="1"/><w:numFmt w:val="lowerLetter"/>'
    '<w:lvlText w:val="%2)"/></w:lvl>'
    '<w:lvl w:ilvl="2"><w:start w:val="1"/><w:numFmt w:val="bullet"/>'
    '<w:lvlText w:val="&#xF0B7;"/></w:lvl>'
    "</w:abstractNum>"
    '<w:num w:numId="1"><w:abstractNumId w:val="0"/></w:num></w:numbering>'
)


def paragraph(text: str, level: int | None = None, *, bold: bool = False, inner: str = "") -> str:
    """Return a paragraph; `level` numbers it by Word's own list."""
    listed = (
        f'<w:pPr><w:numPr><w:ilvl w:val="{level}"/><w:numId w:val="1"/></w:numPr></w:pPr>'
        if level is not None
        else ""
    )
    look = "<w:rPr><w:b/></w:rPr>" if bold else ""
    run = f'<w:r>{look}<w:t xml:space="preserve">{escape(text)}</w:t></w:r>'
    return f"<w:p>{listed}{run}{inner}</w:p>"


def table(*rows: tuple[str | tuple[str, int], ...]) -> str:
    """Return a table; a cell is a text, or a text and how many columns it covers."""
    return f"<w:tbl>{''.join(_row(row) for row in rows)}</w:tbl>"


def _row(cells: tuple[str | tuple[str, int], ...]) -> str:
    made = ""
    for cell in cells:
        text, span = cell if isinstance(cell, tuple) else (cell, 1)
        made += f'<w:tc><w:tcPr><w:gridSpan w:val="{span}"/></w:tcPr>{paragraph(text)}</w:tc>'
    return f"<w:tr>{made}</w:tr>"


def write_docx(path: Path, *body: str, **parts: str) -> Path:
    """Write a .docx of paragraphs and tables; `parts` are further parts of word/ by name."""
    with ZipFile(path, "w") as archive:
        archive.writestr("[Content_Types].xml", TYPES)
        document = f"<w:document {W}><w:body>{''.join(body)}</w:body></w:document>"
        archive.writestr("word/document.xml", document)
        for name, text in ({"numbering": LISTS} | parts).items():
            archive.writestr(f"word/{name}.xml", text)
    return path
