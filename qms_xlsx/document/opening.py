"""Opens a document as strangers' files are opened: a document comes out, or the reason why not."""

from __future__ import annotations

import hashlib
from functools import partial
from typing import TYPE_CHECKING

from qms_xlsx.document.decision import Decision
from qms_xlsx.document.model import Block, Document, Paragraph
from qms_xlsx.document.pdf import pdf_blocks
from qms_xlsx.document.texts import decoded, sheet_blocks, text_blocks
from qms_xlsx.document.understanding import understood
from qms_xlsx.document.web import page_blocks
from qms_xlsx.document.word import BODY, word_blocks
from qms_xlsx.intake import kinds, limits
from qms_xlsx.intake.archive import Archive
from qms_xlsx.intake.book import Refused
from qms_xlsx.intake.faults import RefusedError, refuse
from qms_xlsx.intake.opening import content, opened
from qms_xlsx.intake.reader import Reader
from qms_xlsx.language.messages import N_, Message
from qms_xlsx.read.markers import PREFIX

if TYPE_CHECKING:
    from pathlib import Path

    from qms_xlsx.document.model import TextTable
    from qms_xlsx.domain.finding import Finding


_OWN = N_("one of qms-xlsx's own workbooks (a register, a form or a summary)")
_OF_THE_DECISION = N_(
    "Name the decision itself; next year's register is made of this year's by “qms-xlsx next-year”."
)


def read_document(path: Path) -> Document | Refused:
    """Return what a document says, read in a process of its own."""
    with Reader[Document](workers=1, opening=opened_document) as reader:
        return reader.read(path)


def read_decision(
    document: Document,
    path: Path,
    year: int | None = None,
    seconds: float = limits.UNDERSTANDING_SECONDS,
) -> Decision | Refused:
    """Return what a document decides, told in a process of its own within its time; see `path`."""
    apart = partial(_understood, document, year)
    with Reader[Decision](workers=1, opening=apart, seconds=seconds) as reader:
        return reader.read(path)


def _understood(document: Document, year: int | None, path: Path) -> Decision | Refused:
    decision = understood(document, year)
    rows = len(decision.items) + len(decision.plan)
    if rows > limits.DECIDED:
        return Refused(path, refuse("F216", limit=limits.DECIDED, actual=rows).fault)
    return decision


def opened_document(path: Path) -> Document | Refused:
    """Return what a document says, or why it was refused."""
    data = b""
    try:
        data = content(path)
        blocks = _blocks(path, data)
        _check_length(blocks)
        return Document(blocks, hashlib.sha256(data).hexdigest())
    except RefusedError as refusal:
        sha256 = hashlib.sha256(data).hexdigest() if data else None
        return Refused(path, _advised(refusal.fault), len(data), sha256)


def _advised(fault: Finding) -> Finding:
    """Return a fault with advice for a decision where the intake's is for a form."""
    if fault.code != "F106":
        return fault
    advice = Message(N_("Open it in Word or LibreOffice, save it as .docx and import that."))
    return refuse("F215", kind=fault.values["kind"], advice=advice).fault


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


def _check_length(blocks: tuple[Block, ...]) -> None:
    """Refuse what is longer than a decision: each passage may become a row of the register."""
    passages = [
        text
        for block in blocks
        for text in ([block.text] if isinstance(block, Paragraph) else _longest(block))
    ]
    if len(passages) > limits.PASSAGES:
        raise refuse("F213", limit=limits.PASSAGES, actual=len(passages))
    longest = max(map(len, passages), default=0)
    if longest > limits.CHARACTERS:
        raise refuse("F214", limit=limits.CHARACTERS, actual=longest)


def _longest(table: TextTable) -> list[str]:
    return [max(row, key=len) for row in table.rows]


def _workbook(path: Path) -> tuple[Block, ...]:
    book = opened(path)
    if isinstance(book, Refused):
        raise RefusedError(book.fault)
    if any(
        str(cell).startswith(PREFIX) for sheet in book.sheets for row in sheet.rows for cell in row
    ):
        raise refuse("F215", kind=Message(_OWN), advice=Message(_OF_THE_DECISION))
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
