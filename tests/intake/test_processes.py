"""The process that is kept from reader to reader: by whom, how long, and when it is not."""

from __future__ import annotations

import os
import subprocess
import threading
import time
from typing import TYPE_CHECKING

import pytest

from qms_xlsx.intake import limits
from qms_xlsx.intake.book import Book, Refused
from qms_xlsx.intake.processes import keeping
from qms_xlsx.intake.reader import Reader
from tests.intake.intake_books import good
from tests.intake.misbehaving import misbehaves, process_of

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path


@pytest.fixture(autouse=True)
def anew(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Iterator[None]:
    """Work in a folder in which no other test has started a process."""
    monkeypatch.chdir(tmp_path)
    with keeping():
        yield


@pytest.fixture
def begun(monkeypatch: pytest.MonkeyPatch) -> list[object]:
    """The processes that were started."""
    real, started = subprocess.Popen, []
    monkeypatch.setattr(subprocess, "Popen", lambda *a, **k: started.append(a) or real(*a, **k))
    return started


def file(folder: Path, name: str = "tốt") -> Path:
    path = folder / f"{name}.xlsx"
    path.write_bytes(good())
    return path


def process(path: Path, **more: object) -> object:
    """Return the number of the process that reads a file."""
    with Reader(process_of, workers=1, **more) as reader:
        return reader.read(path)


def test_who_reads_next_asks_the_process_that_read_before(begun, tmp_path):
    path = file(tmp_path)
    first = process(path)
    with Reader(workers=1, seconds=2 * limits.SECONDS, mark="#qms:") as reader:
        assert isinstance(reader.read(path), Book)
    assert (process(path), len(begun)) == (first, 1)


def test_of_many_processes_one_is_kept(begun, tmp_path):
    paths = [file(tmp_path, str(number)) for number in range(20)]
    with Reader(process_of, workers=3) as reader:
        several = set(reader.read_all(paths))
    started = len(begun)
    assert process(paths[0]) in several
    assert len(begun) == started


@pytest.mark.parametrize("what", ["memory", "folder", "modules"])
def test_on_other_terms_another_process_is_started(what, tmp_path, monkeypatch):
    path = file(tmp_path)
    first = process(path)
    other = tmp_path / "khác"
    other.mkdir()
    memory = limits.MEMORY_BYTES // (2 if what == "memory" else 1)
    if what == "folder":
        monkeypatch.chdir(other)
    if what == "modules":
        monkeypatch.syspath_prepend(other)
    assert process(path, memory=memory) not in {first, None}


@pytest.mark.parametrize("what", ["killed", "aborts", "panics", "hungry"])
def test_a_process_that_a_file_has_spoilt_is_not_kept(what, tmp_path):
    first = process(file(tmp_path))
    with Reader(misbehaves, workers=1) as reader:
        assert isinstance(reader.read(file(tmp_path, what)), Refused)
    assert isinstance(second := process(file(tmp_path)), int)
    assert second != first


def test_a_process_that_died_while_nobody_asked_is_replaced(tmp_path):
    first = process(file(tmp_path))
    os.kill(first, 9)
    assert process(file(tmp_path)) not in {first, None}


def test_a_process_that_is_still_asked_is_not_kept(tmp_path):
    reader, answers = Reader(misbehaves, workers=1), []
    asking = threading.Thread(target=lambda: answers.append(reader.read(file(tmp_path, "hangs"))))
    asking.start()
    while not (tmp_path / "hanging").exists():
        time.sleep(0.01)
    reader.close()
    asking.join()
    assert isinstance(answers[0], Refused)
    assert isinstance(process(file(tmp_path)), int)


@pytest.mark.skipif(not hasattr(os, "fork"), reason="this system has no fork")
def test_a_fork_starts_a_process_of_its_own_and_leaves_its_parents_alone(tmp_path):
    path = file(tmp_path)
    first = process(path)
    child = os.fork()
    if child == 0:
        ok = False
        try:
            ok = process(path) not in {first, None}
        finally:
            os._exit(0 if ok else 1)
    assert os.waitpid(child, 0)[1] == 0
    assert process(path) == first
