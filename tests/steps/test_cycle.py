"""The whole cycle through the library: init, forms, hand in, aggregate."""

from __future__ import annotations

import gc
import shutil
import signal
import subprocess
import sys
from datetime import date
from typing import TYPE_CHECKING

import pytest

from qms_xlsx.domain.finding import Severity
from qms_xlsx.domain.period import Period
from qms_xlsx.read.form import read_form
from qms_xlsx.steps.aggregate import Run, run_aggregation
from qms_xlsx.steps.entries import typed_entries
from qms_xlsx.steps.forms import make_forms
from qms_xlsx.steps.init import init
from qms_xlsx.steps.reading import open_all, open_register
from qms_xlsx.steps.trouble import StepError
from qms_xlsx.steps.workspace import Workspace
from tests.year_folders import H1_2024, NAMES, SAMPLES, digests, year_folder, year_of

if TYPE_CHECKING:
    from pathlib import Path

    from qms_xlsx.steps.entries import EntryKey

pytestmark = pytest.mark.untraced

JUNE = date(2024, 6, 20)


@pytest.fixture(scope="module")
def june(tmp_path_factory: pytest.TempPathFactory) -> tuple[Workspace, Run]:
    workspace = year_folder(tmp_path_factory.mktemp("nam") / "MTCL")
    return workspace, run_aggregation(workspace.root, period=H1_2024, as_of=JUNE)


def test_inputs_are_byte_identical_after_a_run(june: tuple[Workspace, Run]) -> None:
    workspace, _ = june
    given = {f"da-nop/{p.name}": p for p in (SAMPLES / "thuong-lo-2024" / "da-nop").iterdir()}
    given["so-muc-tieu.xlsx"] = SAMPLES / "thuong-lo-2024" / "so-muc-tieu.xlsx"
    after = {name: (workspace.root / name).read_bytes() for name in given}
    assert after == {name: path.read_bytes() for name, path in given.items()}


def test_the_same_inputs_make_the_same_bytes_again(
    june: tuple[Workspace, Run], tmp_path: Path
) -> None:
    workspace, run = june
    other = shutil.copytree(workspace.root, tmp_path / "khac" / "MTCL")
    first = {name: sha for name, sha in digests(workspace.root).items() if "tra-lai" in name}
    again = run_aggregation(other, period=H1_2024, as_of=JUNE)
    assert run.summary is not None
    assert again.summary is not None
    assert again.summary.read_bytes() == run.summary.read_bytes()
    assert {n: sha for n, sha in digests(other).items() if "tra-lai" in n} == first


def test_forms_with_errors_are_sent_back_and_no_others(june: tuple[Workspace, Run]) -> None:
    _, run = june
    used = {submission.path for submission in run.aggregate.submissions}
    errors = [f for f in run.findings if f.severity is Severity.ERROR and f.place.file in used]
    wrong = {f.department for f in errors}
    assert wrong == {"TC-KT", "TP-HT", "VH-XH"}
    assert {path.name for path in run.returned} == {f"{code}.xlsx" for code in wrong}


def test_a_return_copy_holds_what_the_department_typed(june: tuple[Workspace, Run]) -> None:
    workspace, run = june
    returned = next(path for path in run.returned if path.name.startswith("VH-XH"))
    sent = workspace.submitted / "VH-XH_6thang.xlsx"
    typed, put_back = entries(sent), entries(returned)
    assert typed.items() <= put_back.items()
    assert {area for area, _, _ in put_back.keys() - typed.keys()} <= {"actions"}  # drafted ones
    assert len(typed) > 100


def test_a_form_made_again_keeps_what_was_handed_in(tmp_path: Path) -> None:
    workspace = year_folder(tmp_path / "MTCL", forms=["QS_6thang.xlsx", "TNTKQ_6thang.xlsx"])
    made = make_forms(workspace.root)
    assert made.kept == 2
    pairs = {"QS-2024.xlsx": "QS_6thang.xlsx", "TNTKQ-2024.xlsx": "TNTKQ_6thang.xlsx"}
    for name, file in pairs.items():
        handed_in = entries(workspace.submitted / file)
        assert handed_in.items() <= entries(workspace.forms / name).items()


def entries(form: Path) -> dict[EntryKey, object]:
    [opened] = open_all([form])
    assert opened.contents is not None
    return typed_entries(opened.contents)


def test_forms_made_twice_are_the_same_bytes(tmp_path: Path) -> None:
    workspace = year_folder(tmp_path / "MTCL")
    make_forms(workspace.root)
    first = digests(workspace.forms)
    make_forms(workspace.root)
    assert digests(workspace.forms) == first
    assert len(first) == 8


@pytest.mark.parametrize("sample", NAMES)
def test_a_blank_form_of_every_sample_is_read_with_nothing_said_but_that_it_is_blank(
    tmp_path: Path, sample: str
) -> None:
    workspace = init(tmp_path / "MTCL", year_of(sample), sample)
    made = make_forms(workspace.root)
    register, _ = open_register(workspace.register)
    for item in open_all(made.paths):
        assert item.contents is not None
        reading = read_form(item.contents, register)
        assert reading.submission is not None
        assert {f.code for f in reading.findings} == {"S115", "S124"}  # no report date, and blank
        assert reading.submission.cells.total == reading.submission.cells.blank


@pytest.mark.parametrize("sample", NAMES)
@pytest.mark.parametrize(("code", "day"), [("{}-H1", (6, 20)), ("{}", (12, 15))])
def test_every_sample_goes_through_the_half_year_and_the_year(
    tmp_path: Path, sample: str, code: str, day: tuple[int, int]
) -> None:
    year = year_of(sample)
    workspace = year_folder(tmp_path / "MTCL", sample)
    period = Period.parse(code.format(year))
    run = run_aggregation(workspace.root, period=period, as_of=date(year, *day))
    assert run.summary is not None
    assert run.summary.is_file()
    assert len(run.aggregate.reporting.received) >= 4


def test_a_form_dated_after_the_as_of_day_does_not_count(tmp_path: Path) -> None:
    workspace = year_folder(tmp_path / "MTCL")
    run = run_aggregation(workspace.root, period=H1_2024, as_of=date(2024, 6, 16))
    assert "TNTKQ" in run.aggregate.reporting.waiting
    assert "TNTKQ" not in run.aggregate.reporting.missing
    assert not [s for s in run.aggregate.submissions if s.path.endswith("_nam.xlsx")]


def test_a_damaged_file_costs_itself_and_not_the_run(tmp_path: Path) -> None:
    workspace = year_folder(tmp_path / "MTCL")
    broken = workspace.submitted / "hong.xlsx"
    broken.write_bytes(b"PK\x03\x04 cut short")
    run = run_aggregation(workspace.root, period=H1_2024, as_of=JUNE)
    assert [f.code[0] for f in run.findings if f.place.file == "hong.xlsx"] == ["F"]
    assert run.aggregate.organisation_row("TL-1").actual == 100


def test_a_period_of_another_year_is_refused(tmp_path: Path) -> None:
    workspace = year_folder(tmp_path / "MTCL", forms=["QS_6thang.xlsx"])
    with pytest.raises(StepError, match="2023"):
        run_aggregation(workspace.root, period=Period.parse("2023-H1"), as_of=JUNE)
    assert not list(workspace.summaries.iterdir())
    assert gc.isenabled(), "the cycle collector is spared only while a step works"


KILLED = """
import os, sys, time, zipfile
from datetime import date
from pathlib import Path

import qms_xlsx.write.files
import qms_xlsx.steps.returns
import qms_xlsx.steps.aggregate as step
from qms_xlsx.domain.period import Period

def hang(*args, **kwargs):
    print("writing", flush=True)
    time.sleep(600)

step.write_returns = lambda *args: ()
if sys.argv[2] == "before the rename":
    os.fsync = hang
else:
    zipfile.ZipFile.close = hang
step.run_aggregation(Path(sys.argv[1]), period=Period.parse("2024-H1"), as_of=date(2024, 6, 20))
"""


@pytest.mark.parametrize("moment", ["in the middle", "before the rename"])
@pytest.mark.parametrize("before", [True, False], ids=["old", "none"])
def test_a_run_that_is_killed_leaves_the_old_summary_whole_or_none(
    tmp_path: Path, moment: str, before: bool
) -> None:
    workspace = year_folder(tmp_path / "MTCL", forms=["QS_6thang.xlsx"])
    summary = workspace.summaries / "tong-hop-2024-H1-20240620.xlsx"
    old = b""
    if before:
        run_aggregation(workspace.root, period=H1_2024, as_of=JUNE)
        old = summary.read_bytes()
        (workspace.submitted / "QS_6thang.xlsx").unlink()
    command = [sys.executable, "-c", KILLED, workspace.root, moment]
    with subprocess.Popen(command, stdout=subprocess.PIPE) as run:
        assert run.stdout is not None
        assert run.stdout.readline().strip() == b"writing"
        run.kill()
        assert run.wait() == (1 if sys.platform == "win32" else -signal.SIGKILL)
    assert summary.exists() is before
    assert not before or summary.read_bytes() == old
    assert run_aggregation(workspace.root, period=H1_2024, as_of=JUNE).summary == summary
    assert summary.read_bytes().startswith(b"PK")
    assert [path.name for path in workspace.summaries.iterdir()] == [summary.name]
