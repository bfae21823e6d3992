"""Kept readings: an unchanged form is not read again, and nobody can tell from what comes out."""

from __future__ import annotations

import json
import os
import shutil
import subprocess
from datetime import date
from functools import partial
from typing import TYPE_CHECKING

import openpyxl
import pytest

from qms_xlsx import version
from qms_xlsx.domain.period import Period
from qms_xlsx.intake.reader import Reader
from qms_xlsx.steps import intake as taking_in
from qms_xlsx.steps import kept as keeping
from qms_xlsx.steps.aggregate import Run, run_aggregation
from qms_xlsx.steps.intake import take_in
from qms_xlsx.steps.trouble import StepError
from qms_xlsx.steps.validate import validate
from tests.year_folders import NAMES, digests, year_folder, year_of

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Iterator
    from pathlib import Path

    from qms_xlsx.steps.workspace import Workspace

SENT_BACK = ("TC-KT_6thang.xlsx", "TP-HT_6thang.xlsx", "VH-XH_6thang.xlsx")
FORMS = ("DC-XD_nam.xlsx", "QS_nam.xlsx", "VP-TK_nam.xlsx")


@pytest.fixture
def reads(monkeypatch: pytest.MonkeyPatch) -> list[str]:
    """Return the names of the forms that are read from now on."""
    names: list[str] = []
    real = Reader.read_as

    def counted(
        reader: Reader[object], extract: Callable[[object], object], paths: Iterable[Path]
    ) -> Iterator[object]:
        ordered = list(paths)
        names.extend(path.name for path in ordered)
        return real(reader, extract, ordered)

    monkeypatch.setattr(Reader, "read_as", counted)
    return names


def run(workspace: Workspace) -> Run:
    year = workspace.root.name[-4:]
    return run_aggregation(workspace.root, period=Period.parse(year), as_of=date(int(year), 12, 15))


def outcome(workspace: Workspace) -> tuple[object, ...]:
    """Return all that a run gives away: the document, the summary's bytes, the return copies."""
    done = run(workspace)
    assert done.summary is not None
    bytes_now = done.summary.read_bytes()
    copies = {path.name: path.read_bytes() for path in done.returned}
    return json.dumps(done.as_json(), ensure_ascii=False), bytes_now, copies


@pytest.mark.parametrize("sample", NAMES)
def test_with_and_without_kept_readings_a_run_gives_the_same_bytes(
    tmp_path: Path, sample: str, reads: list[str]
) -> None:
    workspace = year_folder(tmp_path / f"MTCL-{year_of(sample)}", sample)
    first = outcome(workspace)
    assert reads
    reads.clear()
    assert outcome(workspace) == first
    assert reads == []
    workspace.kept.unlink()
    assert outcome(workspace) == first


def test_a_check_and_a_run_share_what_they_read(tmp_path: Path, reads: list[str]) -> None:
    workspace = year_folder(tmp_path / "MTCL-2024", forms=FORMS)
    fresh = validate([workspace.root]).as_json()
    reads.clear()
    again = validate([workspace.root]).as_json()
    assert (again["files"], again["counts"]) == (fresh["files"], fresh["counts"])
    run(workspace)
    assert reads == []


def test_only_what_changed_is_read_again(tmp_path: Path, reads: list[str]) -> None:
    workspace = year_folder(tmp_path / "MTCL-2024", forms=FORMS)
    run(workspace)
    reads.clear()
    (workspace.submitted / FORMS[0]).rename(workspace.submitted / "moved.xlsx")
    (workspace.submitted / FORMS[2]).unlink()
    changed = workspace.submitted / FORMS[1]
    with changed.open("ab") as file:
        file.write(b"\0")
    done = run(workspace)
    assert reads == [FORMS[1]]
    assert {s.path for s in done.aggregate.submissions} == {"moved.xlsx", FORMS[1]}


def test_what_a_run_does_not_use_goes(tmp_path: Path) -> None:
    workspace = year_folder(tmp_path / "MTCL-2024", forms=FORMS)
    run(workspace)
    whole = workspace.kept.read_bytes()
    (workspace.submitted / FORMS[2]).unlink()
    run(workspace)
    left = workspace.kept.read_bytes()
    assert len(left.split(b"\n")) == len(whole.split(b"\n")) - 1
    run(workspace)
    assert workspace.kept.read_bytes() == left


def edit_the_register(workspace: Workspace, _: pytest.MonkeyPatch) -> None:
    book = openpyxl.load_workbook(workspace.register)
    book.save(workspace.register)


def next_version(_: Workspace, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(keeping, "__version__", version.__version__ + ".1")


def next_year(_: Workspace, monkeypatch: pytest.MonkeyPatch) -> None:
    class Later(date):
        @classmethod
        def today(cls) -> Later:
            return cls(2099, 1, 1)

    monkeypatch.setattr(keeping, "date", Later)


@pytest.mark.parametrize("change", [edit_the_register, next_version, next_year])
def test_what_decides_a_reading_makes_it_old(
    change: Callable[[Workspace, pytest.MonkeyPatch], None],
    tmp_path: Path,
    reads: list[str],
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    workspace = year_folder(tmp_path / "MTCL-2024", forms=FORMS)
    run(workspace)
    reads.clear()
    change(workspace, monkeypatch)
    run(workspace)
    assert sorted(reads) == sorted(FORMS)


def broken(path: Path) -> None:
    path.write_bytes(path.read_bytes()[:-500])


def one_figure_changed(path: Path) -> None:
    head, *lines = path.read_bytes().split(b"\n")
    path.write_bytes(b"\n".join([head, *(line.replace(b"1.0", b"2.0", 1) for line in lines)]))


def swapped(path: Path) -> None:
    """Put what was read of one form under the bytes of another."""
    head, one, other, *more = path.read_bytes().split(b"\n")
    lines = [one[:64] + other[64:], other[:64] + one[64:]]
    path.write_bytes(b"\n".join([head, *lines, *more]))


def empty(path: Path) -> None:
    path.write_bytes(b"")


def huge(path: Path) -> None:
    with path.open("r+b") as file:
        file.truncate(300 * 2**20)


def pipe(path: Path) -> None:
    path.unlink()
    os.mkfifo(path)


def folder(path: Path) -> None:
    path.unlink()
    (path / "inside").mkdir(parents=True)


def link(path: Path) -> None:
    elsewhere = path.with_name("elsewhere")
    shutil.move(path, elsewhere)
    path.symlink_to(elsewhere)


@pytest.mark.parametrize(
    "spoil", [broken, one_figure_changed, swapped, empty, huge, pipe, folder, link]
)
def test_a_strangers_file_in_their_place_changes_nothing(
    spoil: Callable[[Path], None], tmp_path: Path
) -> None:
    if spoil is pipe and not hasattr(os, "mkfifo"):
        pytest.skip("this system has no pipes in folders")
    workspace = year_folder(tmp_path / "MTCL-2024", forms=FORMS)
    first = outcome(workspace)
    whole = workspace.kept.read_bytes()
    spoil(workspace.kept)
    assert outcome(workspace) == first
    assert spoil is folder or workspace.kept.read_bytes() == whole  # a folder is nobody's to remove


def test_a_form_that_cannot_be_read_is_tried_again(tmp_path: Path, reads: list[str]) -> None:
    workspace = year_folder(tmp_path / "MTCL-2024", forms=FORMS)
    (workspace.submitted / "hong.xlsx").write_bytes(b"PK\3\4")
    for _ in range(2):
        reads.clear()
        run(workspace)
    assert reads == ["hong.xlsx"]


def test_readings_leave_last_years_folder_as_it_is(tmp_path: Path) -> None:
    workspace = year_folder(tmp_path / "MTCL-2024", forms=FORMS)
    before = digests(workspace.root)
    take_in(workspace)
    assert digests(workspace.root) == before


def test_many_readers_and_one_give_the_same_bytes(tmp_path: Path) -> None:
    outcomes = []
    for workers in (1, 2, 4):
        workspace = year_folder(tmp_path / str(workers) / "MTCL-2024")
        done = run_aggregation(
            workspace.root,
            period=Period.parse("2024"),
            as_of=date(2024, 12, 15),
            workers=workers,
        )
        assert done.summary is not None
        files = {p.name: p.read_bytes() for p in (done.summary, workspace.kept, *done.returned)}
        outcomes.append((json.dumps(done.as_json(), ensure_ascii=False), files))
    assert outcomes[0] == outcomes[1] == outcomes[2]


def test_a_form_that_changes_under_the_run_gets_no_return_copy_of_the_wrong_bytes(
    tmp_path: Path,
) -> None:
    workspace = year_folder(tmp_path / "MTCL-2024", forms=FORMS)
    taken = take_in(workspace)
    path = workspace.submitted / FORMS[0]
    shutil.copyfile(workspace.submitted / FORMS[1], path)
    [same, other] = taken.opened_again([FORMS[1], FORMS[0]])
    assert same.contents is not None
    assert other.contents is None
    assert [f.code for f in other.findings] == ["F101"]


def test_what_no_sheet_has_room_for_is_told_before_a_form_is_read(
    tmp_path: Path, reads: list[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    workspace = year_folder(tmp_path / "MTCL-2024", forms=FORMS)
    monkeypatch.setattr(taking_in, "MOST_ROWS", 20)
    with pytest.raises(StepError, match="20"):
        run(workspace)
    assert reads == []


def test_one_process_reads_all_that_a_month_of_a_few_forms_opens(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    workspace = year_folder(tmp_path / "MTCL-2024", forms=SENT_BACK)
    half = partial(run_aggregation, workspace.root, period=Period.parse("2024-H1"))
    for copy in half(as_of=date(2024, 6, 20)).returned:
        copy.unlink()
    workspace.kept.unlink()
    monkeypatch.chdir(tmp_path)  # where no run before has left a process
    begun: list[object] = []
    real = subprocess.Popen
    monkeypatch.setattr(subprocess, "Popen", lambda *a, **k: begun.append(a) or real(*a, **k))
    done = half(as_of=date(2024, 6, 21))  # new forms, a summary before, forms to be returned
    assert done.background.before is not None
    assert (bool(done.background.before.file), bool(done.returned), len(begun)) == (True, True, 1)
