"""Opens a document as strangers' files are opened: a document comes out, or the reason why not."""

from __future__ import annotations

import hashlib
from typing import TYPE_CHECKING

from qms_xlsx.document.model import Block, Document
from qms_xlsx.document.pdf import pdf_blocks
from qms_xlsx.document.texts import decoded, page_blocks, sheet_blocks, text_blocks
from qms_xlsx.document.word import BODY, word_blocks
from qms_xlsx.intake import Reader, Refused, kinds
from qms_xlsx.intake.archive import Archive
from qms_xlsx.intake.faults import RefusedError
from qms_xlsx.intake.opening import content, opened

if TYPE_CHECKING:
    from pathlib import Path


def read_document(path: Path) -> Document | Refused:
    """Return what a document says, read in a process of its own."""
    with Reader[Document](workers=1, opening=opened_document) as reader:
        return reader.read(path)


def opened_document(path: Path) -> Document | Refused:
    """Return what a document says, or why it was refused."""
    data = b""
    try:
        data = content(path)
        return Document(_blocks(path, data), hashlib.sha256(data).hexdigest())
    except RefusedError as refusal:
        sha256 = hashlib.sha256(data).hexdigest() if data else None
        return Refused(path, refusal.fault, len(data), sha256)


def _blocks(path: Path, data: bytes) -> tuple[Block, ...]:
    if kinds.is_zip(data):
        archive = Archive(data)
        if BODY in archive.entries:
            return word_blocks(archive)
        return _workbook(path)
    if data.startswith(kinds.OLE):
        return _workbook(path)
    if data.startswith(b"%PDF"):
        return pdf_blocks(data)
    return _written(data)


def _workbook(path: Path) -> tuple[Block, ...]:
    book = opened(path)
    if isinstance(book, Refused):
        raise RefusedError(book.fault)
    return sheet_blocks(book)


def _written(data: bytes) -> tuple[Block, ...]:
    text = decoded(data)
    controls = sum(letter < " " and letter not in "\t\r\n\f" for letter in text[:4096])
    if not data.strip() or controls > len(text[:4096]) // 50:
        raise kinds.refusal(data)
    head = text[:4096].lstrip("\ufeff \t\r\n").lower()
    if head.startswith("{\\rtf"):
        raise kinds.refusal(data)
    is_page = head.startswith(("<!doctype html", "<html")) or "<body" in head or "<p" in head[:400]
    return page_blocks(text) if is_page else text_blocks(text)
