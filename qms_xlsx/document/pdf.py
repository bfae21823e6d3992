"""Reads a .pdf that has a text layer, with pypdf (the extra `pdf`)."""

from __future__ import annotations

from io import BytesIO
from typing import TYPE_CHECKING

from qms_xlsx.document.texts import text_blocks
from qms_xlsx.intake.faults import RefusedError, refuse
from qms_xlsx.language.messages import N_, Message

if TYPE_CHECKING:
    from qms_xlsx.document.model import Block

_PAGES = 300
_LETTERS_A_PAGE = 40
"""Fewer letters than this on a page on average: it is a picture of a page."""


def pdf_blocks(data: bytes) -> tuple[Block, ...]:
    """Return the blocks of a PDF; raise RefusedError for a scan, a lock or a damaged file."""
    try:
        from pypdf import PdfReader  # noqa: PLC0415 (an extra)
        from pypdf.errors import PyPdfError  # noqa: PLC0415
    except ImportError:
        raise _advised(N_("a PDF"), N_("Install the extra “pdf”, or import the .docx.")) from None
    try:
        reader = PdfReader(BytesIO(data))
        if reader.is_encrypted:
            raise refuse("F107")
        pages = [page.extract_text() or "" for page in list(reader.pages)[:_PAGES]]
    except PyPdfError:
        raise refuse("F105", reason=Message(N_("its directory and its parts disagree"))) from None
    if sum(map(len, map(str.strip, pages))) < _LETTERS_A_PAGE * len(pages):
        raise _advised(
            N_("a scanned PDF: pictures of pages, without text"),
            N_("Import the .docx it was printed from, or run text recognition (OCR) on it first."),
        )
    return text_blocks("\n".join(pages), printed=True)


def _advised(kind: str, advice: str) -> RefusedError:
    return refuse("F106", kind=Message(kind), advice=Message(advice))
