"""Sixty files that are no workbook of ours, and the true sentence that each gets."""

from __future__ import annotations

import bz2
import gzip
import io
import lzma
import sqlite3
import struct
import tarfile
from typing import TYPE_CHECKING

import pytest

from qms_xlsx import say
from qms_xlsx.intake import limits
from qms_xlsx.intake.book import Refused
from qms_xlsx.intake.compound import packed
from qms_xlsx.intake.opening import opened
from tests.intake.intake_books import (
    BOOK,
    ODS_MIME,
    SHEET,
    STRINGS,
    changed,
    compound,
    good,
    ods,
    swap,
    with_cells,
    write,
    zipped,
)

if TYPE_CHECKING:
    from pathlib import Path

SAVE = "Open it, save it as an Excel workbook (.xlsx) and send that."
TYPE = "Type the figures into the Excel form and send that."
UNPACK = "Unpack it and send the workbooks in it."
AGAIN = "Ask the sender for the file again."
RESAVE = "Open it in Excel or LibreOffice, save it as an Excel workbook (.xlsx) and send it again."
LOCKED = "The file is protected by a password and cannot be read."
CUT = "The file is damaged or incomplete (it ends too early); nothing of it was used."


def really(kind: str) -> str:
    return f"This is really {kind}, not an Excel workbook."


def tar() -> bytes:
    buffer = io.BytesIO()
    with tarfile.open(fileobj=buffer, mode="w") as archive:
        archive.addfile(tarfile.TarInfo("bieu.xlsx"))
    return buffer.getvalue()


def database() -> bytes:
    with sqlite3.connect(":memory:") as base:
        base.execute("create table t (a)")
        return base.serialize()


def biff(*records: tuple[int, bytes]) -> bytes:
    """Return an old workbook (.xls) of these records."""
    stream = b"".join(struct.pack("<2H", kind, len(data)) + data for kind, data in records)
    return packed("Workbook", stream)


BOF = (0x809, struct.pack("<8H", 0x600, 5, 0, 0, 0, 0, 0, 0))
EOF = (0x0A, b"")
FILEPASS = (0x2F, struct.pack("<3H", 1, 1, 1) + bytes(48))
HEAD = b"From: a@b.vn\nTo: c@d.vn\nSubject: Bieu mau\n\nKinh gui\n"
MHTML = b'MIME-Version: 1.0\nX-A: 1\nContent-Type: multipart/related; boundary="x"\n\n--x\n'
PNG = b"\x89PNG\r\n\x1a\n"
FODS = (
    '<?xml version="1.0"?><office:document office:mimetype='
    '"application/vnd.oasis.opendocument.spreadsheet"/>'
)
MIME_TEXT = ODS_MIME.replace("spreadsheet", "text")

FILES: dict[str, tuple[bytes, str, str]] = {
    "hop-dong.pdf": (b"%PDF-1.7\n", really("a PDF document"), TYPE),
    "bieu.rtf": (b"{\\rtf1 x}", really("a text document (RTF)"), TYPE),
    "anh.png": (PNG, really("a picture (PNG)"), TYPE),
    "anh.jpg": (b"\xff\xd8\xff\xe0", really("a picture (JPEG)"), TYPE),
    "anh.gif": (b"GIF89a", really("a picture (GIF)"), TYPE),
    "anh.bmp": (b"BM\x36\0\0\0\0\0", really("a picture (BMP)"), TYPE),
    "quet.tif": (b"II*\0\x08\0\0\0", really("a picture (TIFF)"), TYPE),
    "quet-2.tif": (b"MM\0*\0\0\0\x08", really("a picture (TIFF)"), TYPE),
    "anh.webp": (b"RIFF\x24\0\0\0WEBPVP8 ", really("a picture (WebP)"), TYPE),
    "anh.heic": (b"\0\0\0\x18ftypheic\0\0", really("a photo of a telephone (HEIC)"), TYPE),
    "anh-2.heic": (b"\0\0\0\x18ftypmif1\0\0", really("a photo of a telephone (HEIC)"), TYPE),
    "anh.avif": (b"\0\0\0\x1cftypavif\0\0", really("a picture (AVIF)"), TYPE),
    "anh.svg": (b"<svg xmlns='http://www.w3.org/2000/svg'/>", really("a picture (SVG)"), TYPE),
    "anh.psd": (b"8BPS\0\x01", really("a picture (Photoshop)"), TYPE),
    "hop.mp4": (b"\0\0\0\x20ftypisom\0\0", really("a video"), TYPE),
    "hop.mov": (b"\0\0\0\x14ftypqt  \0\0", really("a video"), TYPE),
    "ghi-am.m4a": (b"\0\0\0\x20ftypM4A \0\0", really("a sound recording"), TYPE),
    "ghi-am.mp3": (b"ID3\x04\0", really("a sound recording"), TYPE),
    "bieu.rar": (b"Rar!\x1a\x07\x01\0", really("an archive (RAR)"), UNPACK),
    "bieu.7z": (b"7z\xbc\xaf\x27\x1c", really("an archive (7-Zip)"), UNPACK),
    "bieu.gz": (gzip.compress(b"x"), really("an archive (gzip)"), UNPACK),
    "bieu.bz2": (bz2.compress(b"x"), really("an archive (bzip2)"), UNPACK),
    "bieu.xz": (lzma.compress(b"x"), really("an archive (xz)"), UNPACK),
    "bieu.tar": (tar(), really("an archive (tar)"), UNPACK),
    "bieu.cab": (b"MSCF\0\0\0\0", really("an archive (CAB)"), UNPACK),
    "bieu.zip": (zipped({"bieu.xlsx": good()}), really("a ZIP archive"), UNPACK),
    "rong.zip": (zipped({}), really("a ZIP archive"), UNPACK),
    "chay.exe": (b"MZ\x90\0\x03\0\0\0", really("a program"), TYPE),
    "chay": (b"\x7fELF\x02", really("a program"), TYPE),
    "app.apk": (zipped({"AndroidManifest.xml": b"\x03\0"}), really("a program"), TYPE),
    "loi-tat.lnk": (
        b"L\0\0\0\x01\x14\x02\0\0\0",
        really("a Windows shortcut (.lnk)"),
        "Send the workbook itself: what it points at is not in it.",
    ),
    "bieu.gsheet": (
        b'{"url": "https://docs.google.com/open?id=1", "doc_id": "1", "email": "a@b.vn"}',
        really("a link to a Google sheet (.gsheet)"),
        "Open it, choose File, Download, Microsoft Excel (.xlsx) and send that file.",
    ),
    "bieu.url": (
        b"[InternetShortcut]\r\nURL=https://docs.google.com/\r\n",
        really("a link to a web page"),
        "Send the workbook itself: what it points at is not in it.",
    ),
    "bieu.docx": (
        zipped({"[Content_Types].xml": "<Types/>", "word/document.xml": "<d/>"}),
        really("a Word document"),
        TYPE,
    ),
    "bieu.doc": (compound("WordDocument", "ObjectPool"), really("a Word document"), TYPE),
    "bieu.pptx": (
        zipped({"ppt/presentation.xml": "<p/>"}),
        really("a PowerPoint presentation"),
        TYPE,
    ),
    "so-do.vsdx": (zipped({"visio/document.xml": "<p/>"}), really("a Visio drawing"), TYPE),
    "bieu.xlsb": (zipped({"xl/workbook.bin": b"\x83"}), really("a binary workbook (.xlsb)"), SAVE),
    "bieu.numbers": (
        zipped({"Index/Document.iwa": b"x", "preview.jpg": b"x"}),
        really("a document of Apple's Numbers or Pages"),
        "Open it in Numbers, choose File, Export To, Excel and send that file.",
    ),
    "bieu.odt": (
        zipped({"mimetype": MIME_TEXT, "content.xml": "<c/>"}),
        really("a text document (.odt)"),
        TYPE,
    ),
    "bieu.odp": (
        zipped(
            {"mimetype": ODS_MIME.replace("spreadsheet", "presentation"), "content.xml": "<c/>"}
        ),
        really("a presentation (.odp)"),
        TYPE,
    ),
    "sach.epub": (
        zipped({"mimetype": "application/epub+zip"}),
        really("an electronic book (EPUB)"),
        TYPE,
    ),
    "bieu.xps": (zipped({"FixedDocSeq.fdseq": "<f/>"}), really("an XPS document"), TYPE),
    "bieu.fods": (FODS.encode(), really("a flat OpenDocument spreadsheet (.fods)"), SAVE),
    "bieu.xml": (
        b'<?xml version="1.0"?><Workbook xmlns="urn:schemas-microsoft-com:office:spreadsheet"/>',
        really("an XML spreadsheet of Excel 2003"),
        SAVE,
    ),
    "du-lieu.xml": (b"<?xml version='1.0'?><a/>", really("an XML file"), SAVE),
    "bao-cao.xls": (
        b"\xef\xbb\xbf\r\n<html><table><tr><td>1</td></tr></table></html>",
        really("a web page (HTML)"),
        SAVE,
    ),
    "trang.mht": (MHTML, really("a web page (MHTML)"), SAVE),
    "thu.eml": (HEAD, really("an e-mail"), "Save the attachment and send that."),
    "thu.msg": (
        compound("__properties_version1.0"),
        really("an e-mail"),
        "Save the attachment and send that.",
    ),
    "winmail.dat": (
        b'x\x9f>"\0\0',
        really("an attachment of Outlook (winmail.dat)"),
        "Save the attachment and send that.",
    ),
    "bieu.csv": ("mục tiêu;kết quả\n1;2\n".encode(), really("a text table (CSV)"), SAVE),
    "pk.csv": (b"PKD;1\nPKE;2\n", really("a text table (CSV)"), SAVE),
    "bieu.txt": ("Kính gửi".encode("utf-16"), really("a text file"), TYPE),
    "bieu.slk": (b"ID;PWXL;N;E\r\nC;Y1;X1;K5\r\n", really("a SYLK table (.slk)"), SAVE),
    "bieu.dif": (b'TABLE\r\n0,1\r\n"EXCEL"\r\n', really("a DIF table"), SAVE),
    "bieu.dbf": (b"\x03\x7c\x06\x0f\x01\0\0\0", really("a table of dBase"), SAVE),
    "bieu.wk1": (b"\0\0\x02\0\x06\x04\x06\0", really("a table of Lotus 1-2-3"), SAVE),
    "kho.mdb": (b"\0\x01\0\0Standard Jet DB\0", really("an Access database"), TYPE),
    "kho.db": (database(), really("a database (SQLite)"), TYPE),
    "du-lieu.json": (b'[{"a": 1}]', really("a JSON file"), SAVE),
    "bieu-95.xls": (b"\x09\x08\x10\0\0\x06\x05\0", really("a workbook of a very old Excel"), SAVE),
    "la.bin": (bytes(range(1, 30)) * 9, really("a file of an unknown kind"), SAVE),
    "la.ole": (compound("Rubbish"), really("a file of an unknown kind"), SAVE),
    # workbooks that cannot be used, each for its own reason
    "mat-khau.xlsx": (compound("EncryptionInfo", "EncryptedPackage"), LOCKED, ""),
    "mat-khau.xls": (biff(BOF, FILEPASS, EOF), LOCKED, ""),
    "mat-khau.ods": (
        ods("", extra={"META-INF/manifest.xml": "<m><manifest:encryption-data/></m>"}),
        LOCKED,
        "",
    ),
    "mat-khau-2.ods": (
        zipped(
            {
                "mimetype": ODS_MIME,
                "content.xml": b"\x8b\x01\x02",
                "META-INF/manifest.xml": "<m><manifest:encryption-data/></m>",
            }
        ),
        LOCKED,
        "",
    ),
    "mat-khau-3.ods": (
        zipped({"mimetype": ODS_MIME, "encrypted-package": b"\x8b\x01"}),
        LOCKED,
        "",
    ),
    "rong.xlsx": (b"", "The file is empty (0 bytes).", AGAIN),
    "khong.xlsx": (
        bytes(5000),
        "The file is damaged or incomplete (it holds only zeros); nothing of it was used.",
        AGAIN,
    ),
    "tai-do.xlsx": (good()[: len(good()) // 2], CUT, AGAIN),
    "tai-do.xls": (biff(BOF, EOF)[:2000], CUT, AGAIN),
    "tai-do-2.xls": (compound("Workbook")[:300], CUT, AGAIN),
    "cat-trong.xlsx": (changed({SHEET: lambda xml: xml[: len(xml) // 2]}), CUT, AGAIN),
    "sai-the.xlsx": (
        changed({BOOK: swap("</sheets>", "</sheet>")}),
        "Not a normal workbook: xl/workbook.xml cannot be understood (line ",
        RESAVE,
    ),
    "sai-o.xlsx": (
        with_cells('<row r="1"><c r="A1B"><v>1</v></c></row>'),
        "Not a normal workbook: it has a cell “A1B”, which no sheet has.",
        RESAVE,
    ),
    "utf-9.xlsx": (
        changed({STRINGS: swap("UTF-8", "UTF-9")}),
        "Not a normal workbook: xl/sharedStrings.xml is packed or written in a way that Excel does "
        "not use.",
        RESAVE,
    ),
    "thieu.xlsx": (
        changed({SHEET: None}),
        "The file is damaged or incomplete (a sheet is missing); nothing of it was used.",
        AGAIN,
    ),
    "to.xlsx": (
        bytes(limits.FILE_BYTES + 1),
        "The file is too large: the limit is 25 MiB, this has 26 MiB.",
        "Remove pictures and attachments from it, or copy the filled cells into a fresh form.",
    ),
}


@pytest.mark.parametrize("name", FILES)
def test_what_is_said_of_a_file_is_true_of_it(name: str, tmp_path: Path) -> None:
    data, sentence, advice = FILES[name]
    result = opened(write(tmp_path, data, name))
    assert isinstance(result, Refused)
    told = say.text(result.fault.message, "en")
    assert told == sentence if sentence.endswith(".") else told.startswith(sentence)
    if advice:
        assert say.text(result.fault.hint, "en") == advice
    assert say.text(result.fault.message, "vi") != sentence
    assert result.size == len(data)
