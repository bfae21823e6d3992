"""Attacks and accidents: each ends in a refusal, and the other files of the run are read."""

from __future__ import annotations

import random
import struct
import zlib
from concurrent.futures import ThreadPoolExecutor
from functools import partial
from pathlib import Path

import pytest

from qms_xlsx import say
from qms_xlsx.intake import limits
from qms_xlsx.intake.book import Book, Refused
from qms_xlsx.intake.reader import Reader
from tests.intake.hostile_kinds import FURTHER, READ
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
    write,
    zipped,
)
from tests.intake.misbehaving import misbehaves

pytestmark = pytest.mark.untraced

GIB = 1024**3
SECONDS = 10 * limits.SECONDS  # the reader says of a file that hangs that it took too long
DOCTYPE = '<!DOCTYPE x [<!ENTITY a "ha"><!ENTITY b "&a;&a;&a;&a;&a;&a;&a;&a;">]>'
EXTERNAL = '<!DOCTYPE x [<!ENTITY a SYSTEM "file:///etc/passwd">]>'


def in_front(text: str) -> object:
    return lambda xml: xml.replace("?>", "?>" + text, 1)


def repeated(name: str) -> bytes:
    """Return the good workbook with one part's name used by another part too."""
    data = changed({"xl/worksheets/sheet9.xml": parts_of(good())[SHEET]})
    return data.replace(b"xl/worksheets/sheet9.xml", name.encode())


def overlapping() -> bytes:
    """Return an archive in which one part is the inside of another."""
    inner = local(b"b.xml", b"<b/>") + b"<b/>"
    body = local(b"a.xml", inner) + inner
    directory = listed(b"a.xml", inner, 0) + listed(b"b.xml", b"<b/>", len(body) - len(inner))
    end = struct.pack("<4s4H2IH", b"PK\5\6", 0, 0, 2, 2, len(directory), len(body), 0)
    return body + directory + end


def local(name: bytes, data: bytes) -> bytes:
    about = (20, 0, 0, 0, 0, zlib.crc32(data), len(data), len(data), len(name), 0)
    return struct.pack("<4s5H3I2H", b"PK\3\4", *about) + name


def listed(name: bytes, data: bytes, offset: int) -> bytes:
    about = (20, 20, 0, 0, 0, 0, zlib.crc32(data), len(data), len(data), len(name))
    return struct.pack("<4s6H3I5H2I", b"PK\1\2", *about, 0, 0, 0, 0, 0, offset) + name


def nested(depth: int) -> bytes:
    """Return archives in archives, as mail scanners fear them."""
    data = good()
    for _ in range(depth):
        data = zipped({"a.zip": data})
    return data


def encrypted_entries() -> bytes:
    data = bytearray(good())
    for mark, at in ((b"PK\3\4", 6), (b"PK\1\2", 8)):
        start = data.find(mark)
        while start >= 0:
            data[start + at] |= 1
            start = data.find(mark, start + 4)
    return bytes(data)


def lying_size() -> bytes:
    """Return a workbook whose directory claims that a sheet is small."""
    sheet = b"<worksheet>" + b" " * 900_000 + b"</worksheet>"
    data = bytearray(changed({SHEET: sheet}))
    for mark, at in ((b"PK\3\4", 22), (b"PK\1\2", 24)):
        start = data.find(mark)
        while start >= 0:
            if struct.unpack_from("<I", data, start + at)[0] == len(sheet):
                struct.pack_into("<I", data, start + at, 100)
            start = data.find(mark, start + 4)
    return bytes(data)


ATTACKS: dict[str, tuple[object, str]] = {
    "a bomb by ratio": (lambda: changed({SHEET: b" " * (20 * limits.MIB)}), "F203"),
    "a bomb past the limit of a part": (
        lambda: changed({SHEET: bytes(limits.PART_BYTES + 1)}),
        "F202",
    ),
    "a bomb of many parts": (
        lambda: changed({f"xl/media/{n}.png": bytes(limits.PART_BYTES) for n in range(3)}),
        "F202",
    ),
    "a bomb in a size that lies": (lying_size, "F105"),
    "a bomb by nesting": (lambda: nested(6), "F106"),
    "too many entries": (lambda: changed({f"x/{n}": b"" for n in range(2_100)}), "F204"),
    "billion laughs in a sheet": (lambda: changed({SHEET: in_front(DOCTYPE)}), "F301"),
    "billion laughs in the texts": (lambda: changed({STRINGS: in_front(DOCTYPE)}), "F301"),
    "instructions before a DOCTYPE": (
        lambda: changed({SHEET: in_front("<?a?>" * 5_000 + DOCTYPE)}),
        "F301",
    ),
    "instructions without end": (lambda: changed({SHEET: "<?a?>" * 5_000 + "<?"}), "F105"),
    "tags without end": (lambda: with_cells('<c r="A1" t="e" ' * 60_000), "F306"),
    "notes without end": (lambda: ods("<office:annotation>" * 50_000), "F306"),
    "a date that is only blank": (
        lambda: changed({"docProps/core.xml": f"<a><dc:date>{' ' * 900_000}</dc:date>"}),
        "F105",
    ),
    "elements without end in a sheet": (lambda: with_cells("<!-- -->" + loose(1_000_000)), "F202"),
    "many elements in the list of sheets": (
        lambda: changed({BOOK: swap("<sheets>", loose(300_000) + "<sheets>")}),
        "F202",
    ),
    "an .ods of loose elements": (lambda: ods(loose(1_000_000)), "F202"),
    "half a million merges": (
        lambda: with_cells("", f"<mergeCells>{merges(510_000)}</mergeCells>"),
        "F207",
    ),
    "an external entity": (lambda: changed({BOOK: in_front(EXTERNAL)}), "F301"),
    "an external entity in a property": (
        lambda: changed({"docProps/core.xml": in_front(EXTERNAL)}),
        "F301",
    ),
    "a DOCTYPE behind a comment": (
        lambda: changed({SHEET: in_front(f"<!-- {'x' * 9999} -->{DOCTYPE}")}),
        "F301",
    ),
    "an entity without a DOCTYPE": (
        lambda: with_cells('<row r="1"><c r="A1" t="str"><v>&a;</v></c></row>'),
        "F306",
    ),
    "a value in the last cell": (
        lambda: with_cells('<row r="1048576"><c r="XFD1048576"><v>1</v></c></row>'),
        "F206",
    ),
    "a value far down, in odd writing": (
        lambda: with_cells("<row r='1048576'><c s='0' r='ZZ1048576'><v>1</v></c></row>"),
        "F206",
    ),
    "a row beyond the sheet": (
        lambda: with_cells('<row r="99999999"><c r="A99999999"><v>1</v></c></row>'),
        "F307",
    ),
    "a row beyond the sheet, without addresses": (
        lambda: with_cells('<row r="99999999"><c><v>1</v></c></row>'),
        "F307",
    ),
    "a column beyond the sheet": (
        lambda: with_cells('<row r="1"><c r="XFE1"><v>1</v></c></row>'),
        "F307",
    ),
    "300,000 styles": (
        lambda: changed({STYLES: swap("<cellXfs.*</cellXfs>", many_styles(300_000))}),
        "F208",
    ),
    "3,000,000 cells": (
        lambda: with_cells(
            "".join(
                f'<row r="{r}">' + "".join(f"<c><v>{r}{c}</v></c>" for c in range(3_000)) + "</row>"
                for r in range(1, 1_001)
            )
        ),
        "F205",
    ),
    "a merge over the whole sheet": (
        lambda: with_cells("", '<mergeCells><mergeCell ref="A1:XFD1048576"/></mergeCells>'),
        "F207",
    ),
    "an array formula over the whole sheet": (
        lambda: with_cells(
            '<row r="1"><c r="A1"><f t="array" ref="A1:XFD1048576">1</f><v>1</v></c></row>'
        ),
        "F207",
    ),
    "a text past Excel's limit": (
        lambda: with_cells(f'<row r="1"><c r="A1" t="str"><v>{text(40_000)}</v></c></row>'),
        "F209",
    ),
    "texts that claim to be four thousand million": (
        lambda: changed({STRINGS: swap('uniqueCount="[0-9]+"', 'uniqueCount="4000000000"')}),
        "F210",
    ),
    "a part named to leave the file": (lambda: changed({"../../etc/cron.d/x": b""}), "F303"),
    "a part named from the root": (lambda: changed({"/etc/passwd": b""}), "F303"),
    "a part named with backslashes": (lambda: changed({"..\\..\\x.dll": b""}), "F303"),
    "a part named on a drive": (lambda: changed({"C:/x.dll": b""}), "F303"),
    "the same part twice": (lambda: repeated(SHEET), "F302"),
    "the same part twice in other letters": (
        lambda: changed({"XL/Worksheets/SHEET1.xml": b"<worksheet/>"}),
        "F302",
    ),
    "parts that overlap": (overlapping, "F304"),
    "NUL bytes in a text": (
        lambda: with_cells('<row r="1"><c r="A1" t="str"><v>a\0b</v></c></row>'),
        "F305",
    ),
    "elements nested 200,000 deep": (
        lambda: with_cells("<a>" * 200_000 + "x" + text(9_000) + "</a>" * 200_000),
        "F203",
    ),
    "elements left open": (lambda: changed({BOOK: swap("</sheets>", "")}), "F306"),
    "no sheets": (lambda: changed({BOOK: swap("<sheet .*/>", "")}), "F306"),
    "a sheet cut short": (lambda: changed({SHEET: lambda xml: xml[: len(xml) // 2]}), "F105"),
    "a sheet in UTF-7": (
        lambda: changed(
            {SHEET: lambda xml: xml.replace('"UTF-8"', '"UTF-7"').replace("<v>", "+ADw-v+AD4-")}
        ),
        "F305",
    ),
    "a sheet that is missing": (lambda: changed({SHEET: None}), "F105"),
    "a list of texts that is missing": (lambda: changed({STRINGS: None}), "F105"),
    "no relations": (lambda: changed({"xl/_rels/workbook.xml.rels": None}), "F105"),
    "an encrypted workbook": (lambda: compound("EncryptionInfo", "EncryptedPackage"), "F107"),
    "encrypted parts": (encrypted_entries, "F107"),
    "an .ods with a password": (
        lambda: ods("", extra={"META-INF/manifest.xml": "<m><manifest:encryption-data/></m>"}),
        "F107",
    ),
    "an .ods that repeats a value over the sheet": (
        lambda: ods(
            '<table:table-row table:number-rows-repeated="1048576"><table:table-cell '
            'table:number-columns-repeated="16384" office:value-type="float" office:value="1"/>'
            "</table:table-row>"
        ),
        "F206",
    ),
    "an .ods that repeats for ever": (
        lambda: ods(
            '<table:table-row table:number-rows-repeated="999999999999999999999"></table:table-row>'
        ),
        "F105",
    ),
    "an .ods with a million spaces in a word": (
        lambda: ods(
            '<table:table-row><table:table-cell office:value-type="string"><text:p>'
            '<text:s text:c="2000000000"/></text:p></table:table-cell></table:table-row>'
        ),
        "F209",
    ),
    "an .ods with tables of one name": (
        lambda: ods('</table:table><table:table table:name="Bảng">'),
        "F302",
    ),
    "an old workbook that is only a shell": (lambda: compound("Workbook"), "F105"),
    "an OLE container of nothing": (lambda: compound("Rubbish"), "F106"),
    "an OLE head alone": (lambda: compound("Workbook")[:300], "F105"),
    "an OLE container that points at itself": (
        lambda: compound("Workbook")[:512] + bytes(512) + compound("Workbook")[1024:],
        "F105",
    ),
    "a file past the limit": (lambda: bytes(limits.FILE_BYTES + 1), "F201"),
}


def loose(count: int) -> str:
    """Return elements that mean nothing, each with a number so that they do not pack well."""
    dice = random.Random(3)  # noqa: S311
    return "<a/>" + "".join(f'<a b="{dice.getrandbits(90)}"/>' for _ in range(count))


def merges(count: int) -> str:
    dice = random.Random(4)  # noqa: S311
    rows = (dice.randrange(1, 9_999_99) for _ in range(count))
    return "".join(f'<mergeCell ref="A{row}:A{row}"/>' for row in rows)


def many_styles(count: int) -> str:
    """Return cell formats that do not pack well, so that only their number gives them away."""
    dice = random.Random(1)  # noqa: S311
    formats = "".join(f'<xf numFmtId="{dice.getrandbits(40)}"/>' for _ in range(count))
    return f'<cellXfs count="{count}">{formats}</cellXfs>'


def text(length: int) -> str:
    dice = random.Random(2)  # noqa: S311
    return "".join(dice.choices("ăâđêôơưabcdefghijklmnop", k=length))


@pytest.fixture(scope="module")
def reader():
    """A reader whose processes may use 1 GiB at most."""
    with Reader(memory=GIB, workers=1, seconds=SECONDS) as made:
        yield made


@pytest.mark.parametrize("name", ATTACKS)
def test_an_attack_is_refused_for_what_it_is_and_the_next_file_is_read(name, reader, tmp_path):
    make, code = ATTACKS[name]
    bad, fine = write(tmp_path, make()), write(tmp_path, good(), "tot.xlsx")
    result = reader.read(bad)
    assert isinstance(result, Refused)
    assert result.fault.code == code, say.text(result.fault.message, "vi")
    assert say.text(result.fault.hint, "vi")
    assert isinstance(reader.read(fine), Book)


@pytest.mark.parametrize("name", FURTHER)
def test_a_further_attack_is_refused_for_what_it_is_or_read_without_harm(name, reader, tmp_path):
    make, code = FURTHER[name]
    result = reader.read(write(tmp_path, make()))
    found = READ if isinstance(result, Book) else result.fault.code
    assert found == code, name
    if isinstance(result, Refused):
        assert say.text(result.fault.hint, "vi")
    assert isinstance(reader.read(write(tmp_path, good(), "tot.xlsx")), Book)


@pytest.mark.parametrize(
    "rows",
    [
        '<row r="1"><c r="A1"' + ' t="e"' * 150_000 + "><f>1</f></c></row>",
        '<row r="1"><c r="A1">' + " " * 900_000 + "<v>1</v></c></row>",
        '<row r="1"' + " " * 900_000 + '><c r="A1"><v>1</v></c></row>',
        '<row r="1"><c r="A1">' + "<a>" * 200_000 + "</a>" * 200_000 + "<v>1</v></c></row>",
    ],
    ids=["marks", "blanks", "blanks in a tag", "nesting"],
)
def test_hostile_markup_that_means_little_takes_little_time(rows, reader, tmp_path):
    result = reader.read(write(tmp_path, with_cells(rows)))
    assert isinstance(result, Book) or result.fault.code not in {"F402", "F403"}


@pytest.mark.parametrize("tenth", range(10))
@pytest.mark.parametrize("kind", ["xlsx", "ods"])
def test_a_file_cut_short_is_damaged_or_empty(kind, tenth, reader, tmp_path):
    cell = '<table:table-cell office:value-type="float" office:value="1"/>'
    row = f"<table:table-row>{cell}</table:table-row>"
    whole = good() if kind == "xlsx" else ods(row)
    result = reader.read(write(tmp_path, whole[: len(whole) * tenth // 10]))
    assert isinstance(result, Refused)
    assert result.fault.code == ("F105" if tenth else "F104")


def test_one_changed_byte_is_noticed_or_changes_nothing(tmp_path):
    dice, original = random.Random(20240615), good()  # noqa: S311
    paths = [write(tmp_path, original, "goc.xlsx")]
    for number in range(500):
        data = bytearray(original)
        at = dice.randrange(len(data))
        data[at] ^= dice.randrange(1, 256)
        paths.append(write(tmp_path, bytes(data), f"{number}.xlsx"))
    with Reader(memory=GIB) as many:
        first, *others = many.read_all(paths)
    assert isinstance(first, Book)
    read = [other for other in others if isinstance(other, Book)]
    for book in read:
        assert (book.kind, book.sheets) == (first.kind, first.sheets), book.path.name
        assert (book.modified, book.warnings) == (first.modified, first.warnings)
    refused = [other.fault.code for other in others if isinstance(other, Refused)]
    assert len(refused) > 300
    assert "F404" not in refused  # nothing that the program did not foresee


# What can happen inside the reading process, played by the function that runs there.


@pytest.mark.parametrize(
    ("what", "code"),
    [
        ("killed", "F401"),
        ("aborts", "F401"),
        ("hungry", "F403"),
        ("panics", "F401"),
        ("mistaken", "F404"),
    ],
)
@pytest.mark.parametrize("workers", [1, 2])
def test_hostile_file_that_ends_its_process_is_named_and_nothing_else_is_lost(
    what, code, workers, tmp_path
):
    only_that_file_is_lost(what, code, workers, tmp_path)


def test_hostile_file_that_hangs_is_named_and_nothing_else_is_lost(tmp_path):
    folders = [tmp_path / "1", tmp_path / "2"]
    with ThreadPoolExecutor() as both:  # the time that passes passes once
        seconds = 10  # good files take a tenth, on a busy machine too
        lost = partial(only_that_file_is_lost, "hangs", "F402", seconds=seconds)
        for done in [both.submit(lost, n, folder) for n, folder in enumerate(folders, 1)]:
            done.result()


def only_that_file_is_lost(
    what: str, code: str, workers: int, folder: Path, seconds: float = SECONDS
) -> None:
    folder.mkdir(exist_ok=True)
    names = ["a", "b", "c", what, "d", "e", "f", "g"]
    paths = [write(folder, good(), f"{name}.xlsx") for name in names]
    with Reader(misbehaves, workers=workers, seconds=seconds, memory=GIB) as reader:
        results = list(reader.read_all(paths))
    assert [r for r in results if isinstance(r, str)] == [name for name in names if name != what]
    bad = results[3]
    assert isinstance(bad, Refused)
    assert (bad.path, bad.fault.code) == (paths[3], code)


def test_hostile_python_files_in_the_current_folder_are_not_run(tmp_path, monkeypatch):
    for name in ("zipfile", "hashlib", "pickle", "python_calamine", "qms_xlsx"):
        Path(tmp_path, f"{name}.py").write_text(f"open({str(tmp_path / 'run')!r}, 'w')")
    monkeypatch.chdir(tmp_path)
    with Reader() as reader:
        assert isinstance(reader.read(write(tmp_path, good())), Book)
    assert not Path(tmp_path, "run").exists()


def test_hostile_file_is_left_as_it_was(reader, tmp_path):
    path = write(tmp_path, good())
    before = path.stat()
    reader.read(path)
    assert path.read_bytes() == good()
    assert path.stat().st_mtime_ns == before.st_mtime_ns
