"""What a file really is, told from its content."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from qms_xlsx.intake.faults import RefusedError, damaged, refuse
from qms_xlsx.intake.signatures import (
    ATTACHMENT,
    MIMES,
    PACKAGES,
    SAVE_AS,
    SHORT_STARTS,
    STARTS,
    STREAMS,
    TEXTS,
    TYPE_IN,
    UNPACK,
    FileKind,
)
from qms_xlsx.language.messages import N_, Message

if TYPE_CHECKING:
    from collections.abc import Collection

    from qms_xlsx.intake.archive import Archive

OLE = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"
UNKNOWN = FileKind(N_("a file of an unknown kind"), SAVE_AS)
EMAIL = FileKind(N_("an e-mail"), ATTACHMENT)


def other(kind: FileKind) -> RefusedError:
    """Return the refusal of a file of another kind."""
    return refuse("F106", kind=Message(kind.name), advice=Message(kind.advice))


def is_zip(data: bytes) -> bool:
    """Return whether a file begins as a ZIP archive does, with a part or empty."""
    return data[:4] in (b"PK\3\4", b"PK\5\6", b"PK\7\x08", b"PK00")


def refusal(data: bytes) -> RefusedError:
    """Return the refusal of a file that is neither a ZIP nor an OLE container."""
    if not data:
        return refuse("F104")
    for at, mark, kind in STARTS:
        if data.startswith(mark, at):
            return other(kind)
    if not data.strip(b"\0"):
        return refuse("F105", reason=Message(N_("it holds only zeros")))
    return _text(data)


def _text(data: bytes) -> RefusedError:
    head = data[:4096]
    if head[:2] in (b"\xff\xfe", b"\xfe\xff"):
        head = head.decode("utf-16", "replace").encode()
    low = head.removeprefix(b"\xef\xbb\xbf").lstrip().lower()
    if low.startswith(b"<") or b"<html" in low:
        return other(_markup(low))
    if b"\0" in low or sum(byte < 32 and byte not in b"\t\r\n\f" for byte in low) > len(low) // 50:
        return other(next((k for mark, k in SHORT_STARTS if data.startswith(mark)), UNKNOWN))
    for begin, kind in TEXTS:
        if re.match(begin, low):
            return other(kind)
    if re.match(rb"(?:[a-z-]+: [^\n]*\n(?:[ \t][^\n]*\n)*){3}", low):
        mhtml = b"multipart/related" in low
        return other(FileKind(N_("a web page (MHTML)"), SAVE_AS) if mhtml else EMAIL)
    if re.search(rb"[,;\t]", low):
        return other(FileKind(N_("a text table (CSV)"), SAVE_AS))
    return other(FileKind(N_("a text file"), TYPE_IN))


def _markup(low: bytes) -> FileKind:
    if b"<office:document" in low and b"opendocument.spreadsheet" in low:
        return FileKind(N_("a flat OpenDocument spreadsheet (.fods)"), SAVE_AS)
    if low.startswith(b"<?xml") and b"office:spreadsheet" in low:
        return FileKind(N_("an XML spreadsheet of Excel 2003"), SAVE_AS)
    if b"<svg" in low:
        return FileKind(N_("a picture (SVG)"), TYPE_IN)
    if re.match(rb"<(!doctype html|html|head|body|table|meta|style|div)", low) or b"<html" in low:
        return FileKind(N_("a web page (HTML)"), SAVE_AS)
    return FileKind(N_("an XML file"), SAVE_AS)


def archive_refusal(archive: Archive) -> RefusedError:
    """Return the refusal of a ZIP archive that is no workbook of ours."""
    if "encrypted-package" in archive.entries:  # as LibreOffice keeps a file with a password
        return refuse("F107")
    for start, kind in PACKAGES:
        if any(name.startswith(start) for name in archive.entries):
            return other(kind)
    if any(name.startswith("xl/") for name in archive.entries):
        return damaged(N_("a part is missing"))
    mime = archive.entries.get("mimetype")
    told = archive.read(mime) if mime else b""
    for start_of_mime, kind in MIMES:
        if told.startswith(start_of_mime):
            return other(kind)
    return other(FileKind(N_("a ZIP archive"), UNPACK))


def workbook_stream(names: Collection[str]) -> str:
    """Return the stream of an OLE container that holds an old workbook (.xls).

    Raises RefusedError for a container of something else.
    """
    if "encryptedpackage" in names or "encryptioninfo" in names:
        raise refuse("F107")
    for stream in ("workbook", "book"):
        if stream in names:
            return stream
    for name, kind in STREAMS:
        if any(found.startswith(name) for found in names):
            raise other(kind)
    raise other(UNKNOWN)
