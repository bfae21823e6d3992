"""Files that are not what their name says, and files that are not files."""

from __future__ import annotations

import os
import subprocess

import pytest

from qms_xlsx import say
from qms_xlsx.codes.catalogue import CODES
from qms_xlsx.intake.book import Refused
from qms_xlsx.intake.folder import spreadsheets
from qms_xlsx.intake.opening import opened
from qms_xlsx.intake.reader import Reader, read, usable_cores
from tests.intake.intake_books import compound, good, ods, with_cells, write


def test_an_old_word_document_with_a_workbook_inside_is_a_word_document(tmp_path):
    result = opened(write(tmp_path, compound("WordDocument", "ObjectPool")))
    assert isinstance(result, Refused)
    assert result.fault.message.values["kind"].id == "a Word document"


@pytest.mark.parametrize("name", ["khong-duoi", "a.xls", "a.csv", "a.ods", "a.pdf"])
def test_a_workbook_is_read_under_any_name(name, tmp_path):
    assert opened(write(tmp_path, good(), name)).kind == "xlsx"


def test_an_opendocument_sheet_is_read_under_the_name_of_excel(tmp_path):
    row = (
        '<table:table-row><table:table-cell office:value-type="float" office:value="1"/>'
        "</table:table-row>"
    )
    assert opened(write(tmp_path, ods(row))).kind == "ods"


def test_what_cannot_be_opened_is_refused(tmp_path):
    pipe = tmp_path / "pipe"
    os.mkfifo(pipe)
    cases = {tmp_path / "none.xlsx": "F101", tmp_path: "F102", pipe: "F102"}
    cases[tmp_path / "a\0b.xlsx"] = "F101"
    cases[tmp_path / ("x" * 300)] = "F101"
    with Reader() as reader:
        results = list(reader.read_all(list(cases)))
    assert [r.fault.code for r in results] == list(cases.values())
    assert all(r.sha256 is None for r in results)


def test_one_file_can_be_read_alone(tmp_path):
    assert read(str(write(tmp_path, good()))).kind == "xlsx"


def test_results_come_in_the_order_asked_for(tmp_path):
    paths = [write(tmp_path, good(), f"{n}.xlsx") for n in range(20)]
    paths[7].write_bytes(b"")
    with Reader(workers=2) as reader:
        results = list(reader.read_all(iter(paths)))
    assert [r.path for r in results] == paths
    assert [isinstance(r, Refused) for r in results].index(True) == 7


def test_an_extract_that_the_worker_cannot_find_is_said(tmp_path):
    def inner(book):
        return book

    with pytest.raises(Exception, match="inner"):
        Reader(inner)


def test_a_folder_gives_its_files_in_order_and_skips_what_nobody_sent(tmp_path):
    home = tmp_path / "da-nop"
    for name in (
        "b.xlsx", "A.xlsx", "sub/c.docx", "~$b.xlsx", ".DS_Store", "Thumbs.db", "desktop.ini",
        ".~lock.b.xlsx#", "__MACOSX/x.xlsx", ".git/y.xlsx", "Ω.csv",
    ):  # fmt: skip
        path = home / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_bytes(b"x")
    found, refused = spreadsheets(home)
    names = [path.relative_to(home).as_posix() for path in found]
    assert names == ["A.xlsx", "b.xlsx", "Ω.csv", "sub/c.docx"]
    assert refused == []


def test_links_out_of_the_folder_are_refused_and_links_inside_it_are_files(tmp_path):
    home, outside = tmp_path / "da-nop", tmp_path / "khac"
    home.mkdir()
    outside.mkdir()
    secret = write(outside, good(), "mat.xlsx")
    inside = write(home, good(), "a.xlsx")
    (home / "b.xlsx").symlink_to(inside)
    (home / "c.xlsx").symlink_to(secret)
    (home / "d").symlink_to(outside, target_is_directory=True)
    (home / "e.xlsx").symlink_to(home / "e.xlsx")
    found, refused = spreadsheets(home)
    assert [path.name for path in found] == ["a.xlsx", "b.xlsx"]
    assert [(r.path.name, r.fault.code) for r in refused] == [
        ("c.xlsx", "F103"), ("d", "F103"), ("e.xlsx", "F103"),
    ]  # fmt: skip


def test_a_folder_that_is_not_there_is_refused(tmp_path):
    found, refused = spreadsheets(tmp_path / "khong-co")
    assert found == []
    assert [r.fault.code for r in refused] == ["F101"]


@pytest.mark.parametrize("language", ["vi", "en"])
def test_every_code_has_words_in_both_languages(language):

    for told in (code for code in CODES if code.code[0] == "F"):
        for text in (told.message, told.hint):
            same = say.word(text, language) == text
            assert same == (language == "en" or text == "{advice}"), (told.code, text)


def test_messages_tell_the_limit_and_what_the_file_has(tmp_path):
    far = with_cells('<row r="1048576"><c r="CV1048576"><v>1</v></c></row>')
    result = opened(write(tmp_path, far))
    assert isinstance(result, Refused)
    expected = "to CV1048576: the limit is 10.000.000 cells, this has 104.857.600."
    assert say.text(result.fault.message, "en").endswith(expected)


def test_as_many_processes_may_read_as_there_are_cores_to_use(monkeypatch):
    monkeypatch.setattr(os, "sched_getaffinity", lambda _: {0, 3, 5}, raising=False)
    assert usable_cores() == 3
    monkeypatch.delattr(os, "sched_getaffinity")
    monkeypatch.setattr(os, "cpu_count", lambda: 7)
    assert usable_cores() == 7


@pytest.mark.parametrize(
    ("workers", "files", "started"), [(None, 8, 1), (None, 70, 3), (2, 8, 2), (1, 70, 1)]
)
def test_no_process_is_started_that_would_not_pay(workers, files, started, tmp_path, monkeypatch):
    monkeypatch.setattr("qms_xlsx.intake.reader.usable_cores", lambda: 4)
    begun = []
    real = subprocess.Popen
    monkeypatch.setattr(subprocess, "Popen", lambda *a, **k: begun.append(a) or real(*a, **k))
    monkeypatch.chdir(tmp_path)  # where no test before has left a process
    paths = [write(tmp_path, good(), f"{number}.xlsx") for number in range(files)]
    with Reader(workers=workers) as reader:
        results = list(reader.read_all(paths))
    assert [result.path for result in results] == paths
    assert 1 <= len(begun) <= started
