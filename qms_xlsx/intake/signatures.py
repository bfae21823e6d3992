"""How files of other kinds begin, what they are called and what their sender can do."""

from __future__ import annotations

from typing import NamedTuple

from qms_xlsx.language.messages import N_


class FileKind(NamedTuple):
    """What a file is called, and the one thing to do with it."""

    name: str
    advice: str


SAVE_AS = N_("Open it, save it as an Excel workbook (.xlsx) and send that.")
TYPE_IN = N_("Type the figures into the Excel form and send that.")
UNPACK = N_("Unpack it and send the workbooks in it.")
ATTACHMENT = N_("Save the attachment and send that.")
ITSELF = N_("Send the workbook itself: what it points at is not in it.")
DOWNLOAD = N_("Open it, choose File, Download, Microsoft Excel (.xlsx) and send that file.")
EXPORT = N_("Open it in Numbers, choose File, Export To, Excel and send that file.")

PDF = FileKind(N_("a PDF document"), TYPE_IN)
VIDEO = FileKind(N_("a video"), TYPE_IN)
SOUND = FileKind(N_("a sound recording"), TYPE_IN)
PROGRAM = FileKind(N_("a program"), TYPE_IN)
HEIC = FileKind(N_("a photo of a telephone (HEIC)"), TYPE_IN)
VERY_OLD = FileKind(N_("a workbook of a very old Excel"), SAVE_AS)
ACCESS = FileKind(N_("an Access database"), TYPE_IN)

STARTS: tuple[tuple[int, bytes, FileKind], ...] = (
    (0, b"%PDF", PDF),
    (0, b"{\\rtf", FileKind(N_("a text document (RTF)"), TYPE_IN)),
    (0, b"\x89PNG", FileKind(N_("a picture (PNG)"), TYPE_IN)),
    (0, b"\xff\xd8\xff", FileKind(N_("a picture (JPEG)"), TYPE_IN)),
    (0, b"GIF8", FileKind(N_("a picture (GIF)"), TYPE_IN)),
    (0, b"II*\0", FileKind(N_("a picture (TIFF)"), TYPE_IN)),
    (0, b"MM\0*", FileKind(N_("a picture (TIFF)"), TYPE_IN)),
    (0, b"8BPS", FileKind(N_("a picture (Photoshop)"), TYPE_IN)),
    (8, b"WEBP", FileKind(N_("a picture (WebP)"), TYPE_IN)),
    (4, b"ftypheic", HEIC),
    (4, b"ftypheix", HEIC),
    (4, b"ftyphevc", HEIC),
    (4, b"ftypmif1", HEIC),
    (4, b"ftypmsf1", HEIC),
    (4, b"ftypavif", FileKind(N_("a picture (AVIF)"), TYPE_IN)),
    (4, b"ftypM4A", SOUND),
    (4, b"ftyp", VIDEO),
    (8, b"AVI ", VIDEO),
    (8, b"WAVE", SOUND),
    (0, b"\x1aE\xdf\xa3", VIDEO),
    (0, b"ID3", SOUND),
    (0, b"#!AMR", SOUND),
    (0, b"OggS", SOUND),
    (0, b"Rar!", FileKind(N_("an archive (RAR)"), UNPACK)),
    (0, b"7z\xbc\xaf", FileKind(N_("an archive (7-Zip)"), UNPACK)),
    (0, b"\x1f\x8b", FileKind(N_("an archive (gzip)"), UNPACK)),
    (0, b"BZh", FileKind(N_("an archive (bzip2)"), UNPACK)),
    (0, b"\xfd7zXZ", FileKind(N_("an archive (xz)"), UNPACK)),
    (0, b"\x28\xb5\x2f\xfd", FileKind(N_("an archive (zstd)"), UNPACK)),
    (0, b"MSCF", FileKind(N_("an archive (CAB)"), UNPACK)),
    (257, b"ustar", FileKind(N_("an archive (tar)"), UNPACK)),
    (0, b"L\0\0\0\x01\x14\x02\0", FileKind(N_("a Windows shortcut (.lnk)"), ITSELF)),
    (0, b'x\x9f>"', FileKind(N_("an attachment of Outlook (winmail.dat)"), ATTACHMENT)),
    (0, b"SQLite format 3", FileKind(N_("a database (SQLite)"), TYPE_IN)),
    (4, b"Standard Jet DB", ACCESS),
    (4, b"Standard ACE DB", ACCESS),
    (0, b"\0\0\x02\0\x06\x04", FileKind(N_("a table of Lotus 1-2-3"), SAVE_AS)),
    (0, b"\0\0\x1a\0", FileKind(N_("a table of Lotus 1-2-3"), SAVE_AS)),
    (0, b"\x7fELF", PROGRAM),
    (0, b"\xcf\xfa\xed\xfe", PROGRAM),
    (0, b"\x09\x00\x04\x00", VERY_OLD),
    (0, b"\x09\x02\x06\x00", VERY_OLD),
    (0, b"\x09\x04\x06\x00", VERY_OLD),
    (0, b"\x09\x08", VERY_OLD),
)
"""Where a mark stands in the file, the mark and the kind; the first that fits decides."""

SHORT_STARTS: tuple[tuple[bytes, FileKind], ...] = (
    (b"BM", FileKind(N_("a picture (BMP)"), TYPE_IN)),
    (b"MZ", PROGRAM),
    (b"\x03", FileKind(N_("a table of dBase"), SAVE_AS)),
)
"""Marks so short that a text may begin with them."""

TEXTS: tuple[tuple[bytes, FileKind], ...] = (
    (
        rb'\{[^{}]*"(?:url|doc_id)"[^{}]*\}',
        FileKind(N_("a link to a Google sheet (.gsheet)"), DOWNLOAD),
    ),
    (rb"\[internetshortcut\]", FileKind(N_("a link to a web page"), ITSELF)),
    (rb"\[desktop entry\]", FileKind(N_("a link to a web page"), ITSELF)),
    (rb"id;p", FileKind(N_("a SYLK table (.slk)"), SAVE_AS)),
    (rb"table\r?\n0,1\r?\n", FileKind(N_("a DIF table"), SAVE_AS)),
    (rb"-----begin pgp", FileKind(N_("an encrypted message (PGP)"), TYPE_IN)),
    (rb"begin:vcalendar", FileKind(N_("a calendar file (.ics)"), TYPE_IN)),
    (rb"[\[{]", FileKind(N_("a JSON file"), SAVE_AS)),
)
"""How texts of a known kind begin, in small letters and without white space before."""

PACKAGES: tuple[tuple[str, FileKind], ...] = (
    ("word/", FileKind(N_("a Word document"), TYPE_IN)),
    ("ppt/", FileKind(N_("a PowerPoint presentation"), TYPE_IN)),
    ("visio/", FileKind(N_("a Visio drawing"), TYPE_IN)),
    ("xl/workbook.bin", FileKind(N_("a binary workbook (.xlsb)"), SAVE_AS)),
    ("index/", FileKind(N_("a document of Apple's Numbers or Pages"), EXPORT)),
    ("index.zip", FileKind(N_("a document of Apple's Numbers or Pages"), EXPORT)),
    ("index.xml", FileKind(N_("a document of Apple's Numbers or Pages"), EXPORT)),
    ("fixeddocseq.fdseq", FileKind(N_("an XPS document"), TYPE_IN)),
    ("androidmanifest.xml", PROGRAM),
)
"""What a part of a ZIP archive tells of the whole."""

MIMES: tuple[tuple[bytes, FileKind], ...] = (
    (b"application/vnd.oasis.opendocument.text", FileKind(N_("a text document (.odt)"), TYPE_IN)),
    (b"application/vnd.oasis.opendocument.presentation",
     FileKind(N_("a presentation (.odp)"), TYPE_IN)),
    (b"application/vnd.oasis.opendocument.graphics", FileKind(N_("a drawing (.odg)"), TYPE_IN)),
    (b"application/epub", FileKind(N_("an electronic book (EPUB)"), TYPE_IN)),
    (b"application/", FileKind(N_("a document of another office program"), TYPE_IN)),
)  # fmt: skip
"""What the first part of an OpenDocument package says."""

STREAMS: tuple[tuple[str, FileKind], ...] = (
    ("worddocument", FileKind(N_("a Word document"), TYPE_IN)),
    ("powerpoint document", FileKind(N_("a PowerPoint presentation"), TYPE_IN)),
    ("visiodocument", FileKind(N_("a Visio drawing"), TYPE_IN)),
    ("quill", FileKind(N_("a Publisher document"), TYPE_IN)),
    ("__properties_version1.0", FileKind(N_("an e-mail"), ATTACHMENT)),
    ("matost", FileKind(N_("a document of Microsoft Works"), SAVE_AS)),
)
"""What a stream of an OLE container tells of the whole."""
