"""Attacks of further kinds: archives, numbers, links, containers, records, encodings, floods."""

from __future__ import annotations

import random
import struct
import zipfile
import zlib
from io import BytesIO
from typing import TYPE_CHECKING

from qms_xlsx.intake.compound import packed
from tests.intake.intake_books import (
    BOOK,
    SHEET,
    STRINGS,
    STYLES,
    changed,
    compound,
    good,
    ods,
    parts_of,
    swap,
    with_cells,
    zipped,
)

if TYPE_CHECKING:
    from collections.abc import Callable

READ = "read"
"""In place of a code: it is read, and nothing of the attack comes through."""
RELS = "xl/_rels/workbook.xml.rels"
OFFICE = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
CELL = '<row r="1"><c r="A1"><v>1</v></c></row>'
DICE = 20_240_615


def cell(attributes: str, inside: str = "<v>1</v>") -> bytes:
    return with_cells(f'<row r="1"><c {attributes}>{inside}</c></row>')


# archives


def entry(name: bytes, data: bytes, at: int, /, **lies: int) -> bytes:
    """Return an entry of a directory that may lie."""
    told = {
        "flags": 0,
        "method": 0,
        "crc": zlib.crc32(data),
        "packed": len(data),
        "size": len(data),
    }
    told |= {key: value for key, value in lies.items() if key in told}
    extra = struct.pack("<2H2Q", 1, 16, lies["wide"], lies["wide"]) if "wide" in lies else b""
    head = struct.pack(
        "<4s6H3I5H2I", b"PK\1\2", 20, 20, told["flags"], told["method"], 0, 0, told["crc"],
        told["packed"], told["size"], len(name), len(extra), 0, 0, 0, 0, lies.get("offset", at),
    )  # fmt: skip
    return head + name + extra


def archive(name: bytes = b"a.xml", data: bytes = b"<a/>", **lies: int) -> bytes:
    """Return an archive of one part whose directory may lie."""
    about = (20, 0, 0, 0, 0, zlib.crc32(data), len(data), len(data), len(name), 0)
    body = struct.pack("<4s5H3I2H", b"PK\3\4", *about) + name + data
    directory = entry(name, data, 0, **lies)
    count = lies.get("count", 1)
    size, start = lies.get("length", len(directory)), lies.get("start", len(body))
    end = struct.pack("<4s4H2IH", b"PK\5\6", 0, 0, count, count, size, start, 0)
    return body + directory + end


def quoted(method: int) -> bytes:
    """Return the good workbook with its parts packed in another way."""
    buffer = BytesIO()
    with zipfile.ZipFile(buffer, "w", method) as made:
        for name, data in parts_of(good()).items():
            made.writestr(name, data)
    return buffer.getvalue()


def overlapping_many() -> bytes:
    """Return a directory whose two thousand entries are all the same bytes (D. Fifield's bomb)."""
    data, name = b"<a/>" * 1000, b"a%04d"
    body = struct.pack(
        "<4s5H3I2H", b"PK\3\4", 20, 0, 0, 0, 0, zlib.crc32(data), *[len(data)] * 2, 5, 0
    )
    body += b"a0000" + data
    directory = b"".join(entry(name % n, data, 0) for n in range(1_500))
    end = struct.pack("<4s4H2IH", b"PK\5\6", 0, 0, 1_500, 1_500, len(directory), len(body), 0)
    return body + directory + end


def zip64(count: int) -> bytes:
    """Return an archive whose record for large archives claims so many entries."""
    plain = archive()
    body, start = plain[:-22], len(plain) - 22
    size = len(body) - body.index(b"PK\1\2")
    record = struct.pack(
        "<4sQ2H2I4Q", b"PK\6\6", 44, 45, 45, 0, 0, count, count, size, start - size
    )
    locator = struct.pack("<4sIQI", b"PK\6\7", 0, start, 1)
    return body + record + locator + plain[-22:]


def with_comment() -> bytes:
    """Return the good workbook with a second end record in the comment behind the first."""
    data, tail = bytearray(good()), archive()
    struct.pack_into("<H", data, len(data) - 2, len(tail))
    return bytes(data) + tail


ARCHIVES: dict[str, tuple[Callable[[], bytes], str]] = {
    "entries that are all the same bytes": (overlapping_many, "F105"),
    "a million entries claimed by zip64": (lambda: zip64(1_000_000), "F204"),
    "2^63 entries claimed by zip64": (lambda: zip64(2**63), "F204"),
    "a size of 2^62 claimed by zip64": (
        lambda: archive(packed=0xFFFFFFFF, size=0xFFFFFFFF, wide=2**62),
        "F202",
    ),
    "a size that is missing": (lambda: archive(size=0xFFFFFFFF), "F105"),
    "an offset behind the end": (lambda: archive(offset=0x7FFFFFFF), "F105"),
    "an offset that is negative": (lambda: archive(offset=0xFFFFFFFE), "F105"),
    "a directory that begins behind the end": (lambda: archive(start=0x7FFFFFFF), "F105"),
    "a directory that is longer than the file": (lambda: archive(length=0x7FFFFFFF), "F105"),
    "fewer entries than claimed": (lambda: archive(count=9), "F105"),
    "more entries than claimed": (lambda: archive(count=0), "F105"),
    "a method that nobody uses": (lambda: archive(method=99), "F105"),
    "parts packed by bzip2": (lambda: quoted(zipfile.ZIP_BZIP2), "F305"),
    "parts packed by LZMA": (lambda: quoted(zipfile.ZIP_LZMA), "F305"),
    "a checksum of zero": (lambda: archive(crc=0), "F105"),
    "a name of 60,000 characters": (lambda: archive(b"a" * 60_000), "F106"),
    "a name with a line break": (lambda: archive(b"a\nb.xml"), "F303"),
    "a name that climbs in the middle": (lambda: archive(b"xl/../../a.xml"), "F303"),
    "a second directory in a comment": (with_comment, "F105"),
    "a program in front of the archive": (lambda: b"MZ" + bytes(500) + good(), "F106"),
}

# numbers

NUMBERS: dict[str, tuple[Callable[[], bytes], str]] = {
    "row 0": (lambda: with_cells('<row r="0"><c><v>1</v></c></row>'), "F307"),
    "row -1": (lambda: with_cells('<row r="-1"><c r="A-1"><v>1</v></c></row>'), "F307"),
    "row 2^64": (lambda: with_cells(f'<row r="{2**64}"><c><v>1</v></c></row>'), "F307"),
    "cell A0": (lambda: cell('r="A0"'), "F307"),
    "cell $A$1": (lambda: cell('r="$A$1"'), "F307"),
    "cell AAAA1": (lambda: cell('r="AAAA1"'), "F307"),
    "cell 11": (lambda: cell('r="11"'), "F307"),
    "a cell in a row of 10^12": (lambda: cell('r="A1000000000000"'), "F307"),
    "style -1": (lambda: cell('r="A1" s="-1"'), READ),
    "style 10^12": (lambda: cell('r="A1" s="1000000000000"'), READ),
    "text -1 of the list": (lambda: cell('r="A1" t="s"', "<v>-1</v>"), READ),
    "text 10^12 of the list": (lambda: cell('r="A1" t="s"', "<v>1000000000000</v>"), READ),
    "a shared formula -1": (lambda: cell('r="A1"', '<f t="shared" si="-1"/><v>1</v>'), READ),
    "a number of 100,000 digits": (lambda: cell('r="A1"', f"<v>{'9' * 30_000}</v>"), READ),
    "an exponent of 999": (lambda: cell('r="A1"', "<v>1e999</v>"), READ),
    "an array over cells that are none": (
        lambda: cell('r="A1"', '<f t="array" ref="A1:A0">1</f><v>1</v>'),
        "F307",
    ),
    "an array without a range": (lambda: cell('r="A1"', '<f t="array">1</f><v>1</v>'), READ),
    "a merge of cells that are none": (
        lambda: with_cells(CELL, '<mergeCells><mergeCell ref="A1:A0"/></mergeCells>'),
        "F307",
    ),
    "a merge without a range": (
        lambda: with_cells(CELL, "<mergeCells><mergeCell/></mergeCells>"),
        READ,
    ),
    "-5 texts claimed": (lambda: changed({STRINGS: swap('uniqueCount="[0-9]+"', 'uniqueCount="-5"')}), READ),
    "a column that never ends": (
        lambda: changed({SHEET: swap("<sheetData", '<cols><col min="1" max="999999999" hidden="1"/></cols><sheetData')}),
        READ,
    ),
    "an .ods cell repeated 0 times": (
        lambda: ods('<table:table-row><table:table-cell table:number-columns-repeated="0"/></table:table-row>'),
        READ,
    ),
    "an .ods row repeated -1 times": (
        lambda: ods('<table:table-row table:number-rows-repeated="-1"></table:table-row>'),
        "F105",
    ),
    "an .ods span of a thousand million": (
        lambda: ods('<table:table-row><table:table-cell table:number-columns-spanned="1000000000" '
                    'table:number-rows-spanned="1000000000"/></table:table-row>'),
        "F207",
    ),
    "an .ods of very many hidden rows": (
        lambda: ods(
            "</table:table>".join(
                f'{f"<table:table table:name={chr(34)}{n}{chr(34)}>" if n else ""}'
                '<table:table-row table:visibility="collapse" table:number-rows-repeated="1048576">'
                "</table:table-row>"
                for n in range(400)
            )
        ),
        "F205",
    ),
}  # fmt: skip

# links between parts


def linked(kind: str, target: str) -> bytes:
    """Return the good workbook with another target for one of its links."""

    def change(xml: str) -> str:
        head, found, tail = xml.partition(f'{OFFICE}/{kind}" Target="')
        return head + found + target + tail[tail.index('"') :]

    return changed({RELS: change})


def many_sheets(count: int) -> bytes:
    """Return a workbook whose sheets are all the same part."""
    sheets = "".join(f'<sheet name="{n}" sheetId="{n + 1}" r:id="rId1"/>' for n in range(count))
    return changed({BOOK: swap("<sheets>.*</sheets>", f"<sheets>{sheets}</sheets>")})


LINKS: dict[str, tuple[Callable[[], bytes], str]] = {
    "a sheet that is the workbook": (lambda: linked("worksheet", "workbook.xml"), "F308"),
    "a sheet that is its own links": (lambda: linked("worksheet", "_rels/workbook.xml.rels"), "F308"),
    "a sheet that is the list of texts": (lambda: linked("worksheet", "sharedStrings.xml"), "F308"),
    "texts that are the workbook": (lambda: linked("sharedStrings", "workbook.xml"), READ),
    "styles that are the workbook": (lambda: linked("styles", "workbook.xml"), READ),
    "a sheet outside the file": (lambda: linked("worksheet", "../../../etc/passwd"), "F105"),
    "a sheet with its climb written in per cent": (
        lambda: linked("worksheet", "%2e%2e/%2e%2e/etc/passwd"),
        "F105",
    ),
    "a sheet on another machine": (lambda: linked("worksheet", "//host/share/sheet.xml"), "F105"),
    "a workbook that is its own links": (
        lambda: changed({"_rels/.rels": swap('Target="xl/workbook.xml"', 'Target="_rels/.rels"')}),
        "F105",
    ),
    "a workbook that is the package": (
        lambda: changed({"_rels/.rels": swap('Target="xl/workbook.xml"', 'Target=""')}),
        "F105",
    ),
    "a thousand sheets that are one part": (lambda: many_sheets(1_000), READ),
    "a hundred thousand sheets that are one part": (lambda: many_sheets(100_000), "F204"),
    "links without end": (
        lambda: changed({RELS: swap("</Relationships>", f"{'<Relationship/>' * 700_000}</Relationships>")}),
        "F203",
    ),
}  # fmt: skip

# containers and records of old workbooks


def record(kind: int, data: bytes = b"") -> bytes:
    return struct.pack("<2H", kind, len(data)) + data


def bof(kind: int = 5) -> bytes:
    return record(0x809, struct.pack("<8H", 0x600, kind, 0, 0, 0, 0, 0, 0))


EOF = record(0x0A)


def sheet_at(offset: int) -> bytes:
    return record(0x85, struct.pack("<IBB", offset, 0, 0) + b"\1\0a")


def biff(body: bytes, *, before: bytes = b"", offset: int | None = None) -> bytes:
    """Return an old workbook whose one sheet holds these records."""
    head = bof() + before
    start = len(head) + len(sheet_at(0)) + len(EOF)
    stream = head + sheet_at(start if offset is None else offset) + EOF + bof(0x10) + body + EOF
    return packed("Workbook", stream)


def number(row: int, column: int) -> bytes:
    return record(0x203, struct.pack("<3Hd", row, column, 0, 1.0))


def chained(where: int, value: int) -> bytes:
    """Return a sound old workbook with one number of its container changed."""
    data = bytearray(biff(number(0, 0)))
    struct.pack_into("<I", data, where, value)
    return bytes(data)


def circle() -> bytes:
    """Return an old workbook whose stream leads back to its own beginning."""
    data = bytearray(biff(number(0, 0)))
    table = data.rindex(struct.pack("<2I", 1, 2)) if struct.pack("<2I", 1, 2) in data else 0
    struct.pack_into("<I", data, table + 4 * 3, 0)
    return bytes(data)


def tree() -> bytes:
    """Return a container whose entries are each other's neighbours."""
    data = bytearray(compound("Workbook", "Other"))
    for at in range(1024, len(data) - 128, 128):
        struct.pack_into("<3I", data, at + 68, 1, 2, 1)
    return bytes(data)


OLD: dict[str, tuple[Callable[[], bytes], str]] = {
    "a sound old workbook": (lambda: biff(number(0, 0)), READ),
    "a stream that runs in a circle": (circle, "F105"),
    "a directory in a circle": (tree, "F105"),
    "a directory behind the end": (lambda: chained(48, 0x00FFFFFF), "F105"),
    "sectors of 2^0 bytes": (lambda: chained(30, 0x00060000), "F105"),
    "sectors of 2^31 bytes": (lambda: chained(30, 0x0006001F), "F105"),
    "tables behind the end": (lambda: chained(76, 0x00FFFFFF), "F105"),
    "tables of tables in a circle": (
        lambda: bytes(struct.pack("<2I", 0, 99).join([chained(48, 8)[:68], chained(48, 8)[76:]])),
        "F105",
    ),
    "a record longer than the stream": (lambda: biff(struct.pack("<2H", 0x203, 0xFFFF)), "F105"),
    "a sheet behind the end": (lambda: biff(b"", offset=0x7FFFFFFF), "F105"),
    "a sheet that is the workbook itself": (lambda: biff(number(0, 0), offset=0), READ),
    "a sheet in the middle of a record": (lambda: biff(number(0, 0), offset=3), "F105"),
    "a sheet without an end": (
        lambda: packed("Workbook", bof() + sheet_at(36) + EOF + bof(0x10) + number(0, 0)),
        "F105",
    ),
    "charts in charts": (lambda: biff(bof(0x20) * 5_000 + EOF * 5_000), READ),
    "texts that claim to be four thousand million (.xls)": (
        lambda: biff(b"", before=record(0xFC, struct.pack("<2I", 9, 0xFFFFFFF0))),
        "F210",
    ),
    "a text longer than its record": (
        lambda: biff(
            record(0xFD, struct.pack("<3HI", 0, 0, 0, 0)),
            before=record(0xFC, struct.pack("<2IHB", 1, 1, 0xFFFF, 1) + b"ab"),
        ),
        "F308",
    ),
    "a text that is not in the list (.xls)": (
        lambda: biff(record(0xFD, struct.pack("<3HI", 0, 0, 0, 99_999))), READ
    ),
    "a cell in the last corner (.xls)": (lambda: biff(number(65_535, 255)), "F206"),
    "a cell in a column that no .xls has": (lambda: biff(number(65_535, 65_535)), "F206"),
    "dimensions that lie": (
        lambda: biff(record(0x200, struct.pack("<2I3H", 0, 0xFFFFFFF0, 0, 0xFFFF, 0)) + number(0, 0)),
        READ,
    ),
    "60,000 merges (.xls)": (
        lambda: biff(record(0xE5, struct.pack("<H", 1_000) + struct.pack("<4H", 0, 65_535, 0, 255) * 1_000)),
        "F207",
    ),
    "merges that end too early": (lambda: biff(record(0xE5, struct.pack("<H", 9_999))), "F105"),
    "70,000 cell styles (.xls)": (
        lambda: biff(b"", before=record(0xE0, bytes(20)) * 70_000), "F208"
    ),
    "2,000 sheets (.xls)": (
        lambda: packed("Workbook", bof() + sheet_at(0) * 2_000 + EOF), "F105"
    ),
    "a number format longer than its record": (
        lambda: biff(number(0, 0), before=record(0x41E, struct.pack("<2HB", 164, 0xFFFF, 1) + b"d")),
        READ,
    ),
    "a code page that is none": (
        lambda: biff(number(0, 0), before=record(0x42, struct.pack("<H", 9))), "F308"
    ),
    "records of a single byte": (lambda: biff(record(0x203, b"\0")), "F105"),
}  # fmt: skip

# encodings


def recoded(encoding: str, name: str = SHEET) -> bytes:
    """Return the good workbook with a part in another encoding, and said so."""
    text = parts_of(good())[name].decode().replace("UTF-8", encoding)
    return changed({name: text.encode(encoding)})


ENCODINGS: dict[str, tuple[Callable[[], bytes], str]] = {
    "a workbook part in UTF-7": (
        lambda: changed({BOOK: lambda x: x.replace("UTF-8", "UTF-7").replace("<sheets>", "+ADw-sheets+AD4-")}),
        "F305",
    ),
    "a sheet in UTF-16 that is cut in a character": (
        lambda: changed({SHEET: parts_of(good())[SHEET].decode().encode("utf-16")[:-1]}),
        "F305",
    ),
    "a sheet in UTF-32": (lambda: changed({SHEET: parts_of(good())[SHEET].decode().encode("utf-32")}), "F305"),
    "a sheet in EBCDIC": (lambda: recoded("cp037"), "F306"),
    "a sheet in GB18030": (lambda: recoded("gb18030"), "F305"),
    "a sheet in UTF-16 that says UTF-7 inside": (
        lambda: changed({SHEET: parts_of(good())[SHEET].decode().replace("UTF-8", "UTF-7").encode("utf-16")}),
        READ,
    ),
    "a DOCTYPE in UTF-16": (
        lambda: changed({SHEET: '<?xml version="1.0"?><!DOCTYPE a [<!ENTITY b "c">]><a/>'.encode("utf-16")}),
        "F301",
    ),
    "bytes that are no UTF-8": (lambda: changed({SHEET: parts_of(good())[SHEET].replace(b"TL-", b"\xff\xfe-")}), READ),
    "a letter written too long": (
        lambda: changed({SHEET: parts_of(with_cells('<row r="1"><c r="A1" t="str"><v>QQ</v></c></row>'))[SHEET].replace(b"QQ", b"\xc0\xbc")}),
        "F306",
    ),
}  # fmt: skip

# floods


def flood(part: str, where: str, what: str, count: int) -> bytes:
    """Return the good workbook with an element repeated, each with a number of its own."""
    dice = random.Random(DICE)  # noqa: S311
    many = "".join(what.replace("#", str(dice.getrandbits(48))) for _ in range(count))
    return changed({part: lambda xml: xml.replace(where, many + where, 1)})


FLOODS: dict[str, tuple[Callable[[], bytes], str]] = {
    "300,000 number formats": (
        lambda: flood(STYLES, "</styleSheet>", '<numFmt numFmtId="#" formatCode="0"/>', 300_000),
        "F202",
    ),
    "60,000 number formats": (
        lambda: flood(STYLES, "</styleSheet>", '<numFmt numFmtId="#" formatCode="0"/>', 60_000),
        READ,
    ),
    "a number format of a million characters": (
        lambda: changed({STYLES: lambda x: x.replace("dd/mm/yyyy", "[" * 300_000 + "d" * 300_000)}),
        READ,
    ),
    "200,000 fonts": (lambda: flood(STYLES, "</fonts>", '<font><sz val="#"/></font>', 200_000), READ),
    "300,000 defined names": (
        lambda: flood(BOOK, "</workbook>", '<definedName name="n#">A1</definedName>', 300_000),
        "F202",
    ),
    "100,000 conditional formats": (
        lambda: flood(SHEET, "<pageMargins", '<conditionalFormatting sqref="A#"/>', 100_000),
        READ,
    ),
    "100,000 drop-downs": (
        lambda: flood(SHEET, "<pageMargins", '<dataValidation sqref="A#"/>', 100_000),
        READ,
    ),
    "an element of 100,000 attributes": (
        lambda: changed({BOOK: swap("<sheets>", f"<a {' '.join(f'b{n}=' + chr(34) * 2 for n in range(100_000))}/><sheets>")}),
        READ,
    ),
    "100,000 namespaces": (
        lambda: changed({BOOK: swap("<sheets>", "".join(f'<a xmlns:b{n}="u:{n}"/>' for n in range(100_000)) + "<sheets>")}),
        READ,
    ),
    "a sheet of 200,000 instructions": (
        lambda: with_cells("".join(f"<?a {n}?>" for n in range(200_000)) + CELL),
        READ,
    ),
    "elements nested 100,000 deep in the styles": (
        lambda: flood(STYLES, "</styleSheet>", "<a>" * 1_000 + "#" + "</a>" * 1_000, 100),
        READ,
    ),
    "100,000 notes": (
        lambda: changed({"xl/comments1.xml": f"<comments>{''.join(f'<comment ref={chr(34)}A{n}{chr(34)}>{n}</comment>' for n in range(100_000))}</comments>"}),
        READ,
    ),
    "an .ods of 20,000 tables": (
        lambda: ods("</table:table>".join(f'<table:table table:name="t{n}">' if n else "" for n in range(20_000))),
        "F204",
    ),
    "an .ods of tables in cells": (
        lambda: ods("<table:table-row><table:table-cell><table:table>" * 5_000 + "x" + "</table:table></table:table-cell></table:table-row>" * 5_000),
        READ,
    ),
    "an .ods of 300,000 styles": (
        lambda: zipped({**parts_of(ods("")), "content.xml": parts_of(ods(""))["content.xml"].decode().replace("<office:body>", "<a>" + "".join(f'<style:style style:name="s{n}"/>' for n in range(300_000)) + "</a><office:body>")}, stored=("mimetype",)),
        READ,
    ),
}  # fmt: skip

FURTHER = {**ARCHIVES, **NUMBERS, **LINKS, **OLD, **ENCODINGS, **FLOODS}
