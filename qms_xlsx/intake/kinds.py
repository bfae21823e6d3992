"""What a file really is, told from its content."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from qms_xlsx.intake.faults import RefusedError, damaged, refuse
from qms_xlsx.language.messages import N_, Message

if TYPE_CHECKING:
    from collections.abc import Collection

    from qms_xlsx.intake.archive import Archive

ZIP, OLE = b"PK", b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"

_SAVE_AS = N_("Open it, save it as an Excel workbook (.xlsx) and send that.")
_TYPE_IN = N_("Type the figures into the Excel form and send that.")
_UNPACK = N_("Unpack it and send the workbooks in it.")

_STARTS: tuple[tuple[bytes, str, str], ...] = (
    (b"%PDF", N_("a PDF document"), _TYPE_IN),
    (b"{\\rtf", N_("a text document (RTF)"), _TYPE_IN),
    (b"\x89PNG", N_("a picture"), _TYPE_IN),
    (b"\xff\xd8\xff", N_("a picture"), _TYPE_IN),
    (b"GIF8", N_("a picture"), _TYPE_IN),
    (b"BM", N_("a picture"), _TYPE_IN),
    (b"Rar!", N_("an archive"), _UNPACK),
    (b"7z\xbc\xaf", N_("an archive"), _UNPACK),
    (b"\x1f\x8b", N_("an archive"), _UNPACK),
    (b"MZ", N_("a program"), _TYPE_IN),
    (b"\x7fELF", N_("a program"), _TYPE_IN),
    (b"\x09\x00\x04\x00", N_("a workbook of a very old Excel"), _SAVE_AS),
    (b"\x09\x02\x06\x00", N_("a workbook of a very old Excel"), _SAVE_AS),
    (b"\x09\x04\x06\x00", N_("a workbook of a very old Excel"), _SAVE_AS),
    (b"\x09\x08", N_("a workbook of a very old Excel"), _SAVE_AS),
)
_PACKAGES: tuple[tuple[str, str, str], ...] = (
    ("word/", N_("a Word document"), _TYPE_IN),
    ("ppt/", N_("a PowerPoint presentation"), _TYPE_IN),
    ("visio/", N_("a Visio drawing"), _TYPE_IN),
    ("xl/workbook.bin", N_("a binary workbook (.xlsb)"), _SAVE_AS),
    ("index/document.iwa", N_("a document of an Apple program"), _SAVE_AS),
    ("index.zip", N_("a document of an Apple program"), _SAVE_AS),
    ("content.xml", N_("a document of another office program"), _TYPE_IN),
)
_STREAMS: tuple[tuple[str, str, str], ...] = (
    ("worddocument", N_("a Word document"), _TYPE_IN),
    ("powerpoint document", N_("a PowerPoint presentation"), _TYPE_IN),
    ("__properties_version1.0", N_("an e-mail"), N_("Save the attachment and send that.")),
)


def other(kind: str, advice: str) -> RefusedError:
    """Return the refusal of a file of another kind."""
    return refuse("F106", kind=Message(kind), advice=Message(advice))


def refusal(data: bytes) -> RefusedError:
    """Return the refusal of a file that is neither a ZIP nor an OLE container."""
    if not data:
        return refuse("F104")
    for start, kind, advice in _STARTS:
        if data.startswith(start):
            return other(kind, advice)
    if not data.strip(b"\0"):
        return refuse("F105", reason=Message(N_("it holds only zeros")))
    return _text(data)


def _text(data: bytes) -> RefusedError:
    head = data[:4096]
    if head[:2] in (b"\xff\xfe", b"\xfe\xff"):
        head = head.decode("utf-16", "replace").encode()
    low = head.removeprefix(b"\xef\xbb\xbf").lstrip().lower()
    if low.startswith(b"<?xml") and b"office:spreadsheet" in low:
        return other(N_("an XML spreadsheet of Excel 2003"), _SAVE_AS)
    if re.match(rb"<(!doctype html|html|head|body|table|meta|style|div)", low) or b"<html" in low:
        return other(N_("a web page (HTML)"), _SAVE_AS)
    if low.startswith(b"<"):
        return other(N_("an XML file"), _SAVE_AS)
    if b"\0" in low or sum(byte < 32 and byte not in b"\t\r\n\f" for byte in low) > len(low) // 50:
        return other(N_("a file of an unknown kind"), _SAVE_AS)
    if re.search(rb"[,;\t]", low):
        return other(N_("a text table (CSV)"), _SAVE_AS)
    return other(N_("a text file"), _TYPE_IN)


def archive_refusal(archive: Archive) -> RefusedError:
    """Return the refusal of a ZIP archive that is no workbook of ours."""
    for start, kind, advice in (*_PACKAGES, ("xl/", "", "")):
        if any(name.startswith(start) for name in archive.entries):
            return other(kind, advice) if kind else damaged(N_("a part is missing"))
    return other(N_("a ZIP archive"), _UNPACK)


def workbook_stream(names: Collection[str]) -> str:
    """Return the stream of an OLE container that holds an old workbook (.xls).

    Raises RefusedError for a container of something else.
    """
    if "encryptedpackage" in names or "encryptioninfo" in names:
        raise refuse("F107")
    for stream in ("workbook", "book"):
        if stream in names:
            return stream
    for name, kind, advice in _STREAMS:
        if any(found.startswith(name) for found in names):
            raise other(kind, advice)
    raise other(N_("a file of an unknown kind"), _SAVE_AS)
