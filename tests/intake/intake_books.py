"""Workbooks for the tests of the intake: a good one, and ways to spoil it."""

from __future__ import annotations

import io
import re
import struct
import zipfile
from datetime import datetime
from functools import cache
from typing import TYPE_CHECKING

import xlsxwriter

from qms_xlsx.intake.rebuild import rebuilt
from qms_xlsx.intake.usual import is_usual, searched

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping
    from pathlib import Path

    from qms_xlsx.intake.cells import Cells

SHEET = "xl/worksheets/sheet1.xml"
STRINGS = "xl/sharedStrings.xml"
STYLES = "xl/styles.xml"
BOOK = "xl/workbook.xml"
ODS_MIME = "application/vnd.oasis.opendocument.spreadsheet"

Part = bytes | str
Change = "Part | Callable[[str], str] | None"


@cache
def good() -> bytes:
    """Return a sound workbook: texts, numbers, dates, formulas, merges, a hidden sheet."""
    buffer = io.BytesIO()
    book = xlsxwriter.Workbook(buffer, {"in_memory": True})
    sheet = book.add_worksheet("Kết quả")
    date = book.add_format({"num_format": "dd/mm/yyyy"})
    for row in range(40):
        sheet.write_row(row, 0, [f"TL-{row}:numerator", f"Mục tiêu số {row}", row * 1.5, row % 7])
        sheet.write_datetime(row, 4, datetime(2024, 1, 1 + row % 28), date)
        sheet.write_formula(row, 5, f"=C{row + 1}+D{row + 1}", None, row * 1.5 + row % 7)
    sheet.merge_range("H1:J2", "Gộp")
    book.add_worksheet("Ẩn").hide()
    book.set_properties({"created": datetime(2024, 6, 15, 8, 30)})
    book.close()
    return buffer.getvalue()


def exact(part: bytes) -> Cells:
    """Return what a worksheet part says when every element of it is read."""
    return rebuilt(part, 99, {})[0]


def scan(part: bytes) -> Cells:
    """Return what a worksheet part says, searched where it is written the usual way."""
    return searched(part, {}) if is_usual(part) else exact(part)


def parts_of(data: bytes) -> dict[str, bytes]:
    with zipfile.ZipFile(io.BytesIO(data)) as archive:
        return {info.filename: archive.read(info) for info in archive.infolist()}


def zipped(parts: Mapping[str, Part], *, stored: tuple[str, ...] = ()) -> bytes:
    buffer = io.BytesIO()
    with zipfile.ZipFile(buffer, "w", zipfile.ZIP_DEFLATED) as archive:
        for name, data in parts.items():
            method = zipfile.ZIP_STORED if name in stored else zipfile.ZIP_DEFLATED
            archive.writestr(name, data, method)
    return buffer.getvalue()


def changed(changes: Mapping[str, Change], data: bytes | None = None) -> bytes:
    """Return the good workbook with parts replaced, edited by a function, added, or taken out."""
    parts: dict[str, Part] = dict(parts_of(data or good()))
    for name, change in changes.items():
        if change is None:
            del parts[name]
        elif callable(change):
            old = parts[name]
            assert isinstance(old, bytes)
            parts[name] = change(old.decode())
            assert parts[name] != old.decode(), f"the change of {name} changed nothing"
        else:
            parts[name] = change
    return zipped(parts)


def swap(pattern: str, new: str) -> Callable[[str], str]:
    return lambda text: re.sub(pattern, lambda _: new, text, count=1)


def with_cells(rows: str, tail: str = "", *, texts: list[str] | None = None) -> bytes:
    """Return a workbook whose first sheet holds these rows of XML."""
    head = '<worksheet xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main">'
    changes: dict[str, Change] = {
        SHEET: f"{head}<sheetData>{rows}</sheetData>{tail}</worksheet>",
    }
    if texts is not None:
        changes[STRINGS] = f"<sst>{''.join(f'<si><t>{text}</t></si>' for text in texts)}</sst>"
    return changed(changes)


def ods(table: str, *, extra: Mapping[str, Part] | None = None, name: str = "Bảng") -> bytes:
    """Return an .ods workbook with one table of these rows."""
    spaces = " ".join(
        f'xmlns:{prefix}="urn:oasis:names:tc:opendocument:xmlns:{prefix}:1.0"'
        for prefix in ("office", "table", "text", "style")
    )
    content = (
        f'<office:document-content {spaces} xmlns:calcext="urn:org:documentfoundation:names:'
        'experimental:calc:xmlns:calcext:1.0">'
        f'<office:body><office:spreadsheet><table:table table:name="{name}">{table}'
        "</table:table></office:spreadsheet></office:body></office:document-content>"
    )
    parts = {"mimetype": ODS_MIME, "content.xml": content, "META-INF/manifest.xml": "<m/>"}
    return zipped({**parts, **(extra or {})}, stored=("mimetype",))


def compound(*names: str) -> bytes:
    """Return an OLE container with these streams at its root, all empty."""
    entries = [("Root Entry", 5, 1), *((name, 2, 0xFFFFFFFF) for name in names)]
    directory = b""
    for number, (name, kind, child) in enumerate(entries):
        raw = name.encode("utf-16-le") + b"\0\0"
        right = number + 1 if 0 < number < len(entries) - 1 else 0xFFFFFFFF
        about = struct.pack("<HBB3I", len(raw), kind, 1, 0xFFFFFFFF, right, child)
        directory += raw.ljust(64, b"\0") + about + bytes(128 - 64 - len(about))
    directory = directory.ljust(1024, b"\0")
    table = struct.pack("<4I", 0xFFFFFFFD, 2, 0xFFFFFFFE, 0xFFFFFFFF).ljust(512, b"\xff")
    head = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + bytes(16)
    head += struct.pack("<5H6x", 0x3E, 3, 0xFFFE, 9, 6)
    head += struct.pack("<10I", 0, 1, 1, 0, 4096, 0xFFFFFFFE, 0, 0xFFFFFFFE, 0, 0)
    return head.ljust(512, b"\xff") + table + directory


def write(folder: Path, data: bytes, name: str = "bieu-mau.xlsx") -> Path:
    path = folder / name
    path.write_bytes(data)
    return path
