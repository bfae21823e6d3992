"""ZIP archives as other programs write them, and the same refusals without a process."""

from __future__ import annotations

import io
import pickle
import struct
import zipfile

import pytest

from qms_xlsx.intake import limits
from qms_xlsx.intake.archive import Archive, packed
from qms_xlsx.intake.book import Book, Refused
from qms_xlsx.intake.faults import RefusedError
from qms_xlsx.intake.opening import opened
from qms_xlsx.intake.worker import _answer
from tests.intake.intake_books import good, parts_of, write, zipped
from tests.intake.test_hostile import ATTACKS

IN_A_PROCESS_ONLY = {"F401", "F402", "F403"}


class _Stream(io.BytesIO):
    """A file that cannot go back, as a pipe: its parts get their sizes afterwards."""

    def seekable(self) -> bool:
        return False

    def seek(self, *_: object) -> int:
        raise io.UnsupportedOperation

    def tell(self) -> int:
        raise io.UnsupportedOperation


def large_fields(monkeypatch) -> bytes:
    """Return the good workbook with the ZIP64 fields of very large files."""
    parts = parts_of(good())
    monkeypatch.setattr(zipfile, "ZIP64_LIMIT", 100)
    monkeypatch.setattr(zipfile, "ZIP_FILECOUNT_LIMIT", 3)
    return zipped(parts)


def streamed() -> bytes:
    stream = _Stream()
    with zipfile.ZipFile(stream, "w", zipfile.ZIP_DEFLATED) as archive:
        for name, data in parts_of(good()).items():
            archive.writestr(name, data)
    return stream.getvalue()


def same_values(data: bytes, folder) -> bool:
    book, original = opened(write(folder, data)), opened(write(folder, good(), "goc.xlsx"))
    assert isinstance(book, Book)
    assert isinstance(original, Book)
    return book.sheets == original.sheets


def test_an_archive_with_the_fields_of_large_files_is_read(monkeypatch, tmp_path):
    data = large_fields(monkeypatch)
    assert b"PK\6\6" in data
    assert same_values(data, tmp_path)


def test_a_wrong_field_of_a_large_file_is_damage(monkeypatch, tmp_path):
    data = bytearray(large_fields(monkeypatch))
    struct.pack_into("<Q", data, data.find(b"PK\6\6") + 48, 2**63)
    result = opened(write(tmp_path, bytes(data)))
    assert isinstance(result, Refused)
    assert result.fault.code == "F105"


def test_an_archive_written_to_a_pipe_is_read(tmp_path):
    assert same_values(streamed(), tmp_path)


def test_what_is_packed_is_read_back():
    parts = {"a.xml": b"<a/>", "b/c.bin": bytes(1000), "d.xml": b""}
    archive = Archive(packed(parts.items()).getvalue())
    assert {name: archive.read(entry) for name, entry in archive.entries.items()} == parts


@pytest.mark.parametrize("method", [zipfile.ZIP_BZIP2, zipfile.ZIP_LZMA])
def test_packing_that_excel_does_not_use_is_refused(method):
    buffer = io.BytesIO()
    with zipfile.ZipFile(buffer, "w", method) as archive:
        archive.writestr("a.xml", "<a/>")
    with pytest.raises(RefusedError, match="F305"):
        Archive(buffer.getvalue())


@pytest.mark.untraced
@pytest.mark.parametrize("name", ATTACKS)
def test_an_attack_is_seen_before_it_could_harm_a_process(name, tmp_path):
    make, code = ATTACKS[name]
    if code in IN_A_PROCESS_ONLY:
        pytest.skip("this one ends its process")
    data = make()
    if limits.MIB < len(data) <= limits.FILE_BYTES:
        pytest.skip("large: once is enough")
    result, spent = _answer(write(tmp_path, data), pickle.dumps((None, None, b"")))
    assert isinstance(result, Refused)
    assert (result.fault.code, spent) == (code, False)
