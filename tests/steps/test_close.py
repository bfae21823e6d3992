"""Closing a period: kept whole, never written again, and known to every command after it."""

from __future__ import annotations

import json
import shutil
import subprocess
import sys
from datetime import date
from typing import TYPE_CHECKING

import pytest
from click.testing import CliRunner
from openpyxl import load_workbook

from qms_xlsx.cli import main
from qms_xlsx.steps import close as closing
from qms_xlsx.steps.aggregate import run_aggregation
from qms_xlsx.steps.close import Closing, close
from qms_xlsx.steps.forms import make_forms
from qms_xlsx.steps.manifest import Trouble
from qms_xlsx.steps.remind import remind
from qms_xlsx.steps.trouble import StepError
from qms_xlsx.steps.validate import validate
from qms_xlsx.steps.verify import verify
from tests.form_filler import contents_of, hand_in
from tests.year_folders import H1_2024, SAMPLES, THUONG_LO, digests, year_folder

if TYPE_CHECKING:
    from pathlib import Path

    from qms_xlsx.steps.workspace import Workspace

DAY, JULY = date(2024, 6, 20), date(2024, 7, 15)
FORM = "TP-HT_6thang.xlsx"
WHY = "Chốt theo hạn báo cáo"


@pytest.fixture
def workspace(tmp_path: Path) -> Workspace:
    return year_folder(tmp_path / "x", THUONG_LO, ["VH-XH_6thang.xlsx", FORM])


def closed(workspace: Workspace, despite: str = WHY) -> Closing:
    return close(workspace.root, H1_2024, as_of=DAY, despite=despite)


def restated(workspace: Workspace, value: float) -> tuple[Path, tuple[str, str, str]]:
    """Hand in a July form of the department that says one closed figure otherwise."""
    source = workspace.submitted / FORM
    [results] = contents_of(source).of("results")
    key, column = next(
        (row.key, column)
        for row in results.rows
        for column, cell in row.cells.items()
        if column in ("t1", "h1") and isinstance(cell.value, float) and not cell.state
        if row.key.endswith(":denominator")
    )
    head = {("form", "report_date", "value"): JULY, ("form", "report_period", "value"): "2024-07"}
    path = workspace.submitted / "thang7.xlsx"
    return hand_in(source, path, {("results", key, column): value, **head}), (
        "results",
        key,
        column,
    )


def test_a_closed_period_holds_forms_register_summary_and_manifest(workspace: Workspace) -> None:
    done = closed(workspace)
    kept = digests(done.folder)
    assert {name.split("/")[0] for name in kept} == {
        "da-nop", "manifest.json", "so-lieu.json", "so-muc-tieu.xlsx",
        "tong-hop-2024-H1-20240620.xlsx",
    }  # fmt: skip
    told = json.loads((done.folder / "manifest.json").read_text("utf-8"))
    assert {f["path"]: f["sha256"] for f in told["files"]} == {
        name: sha for name, sha in kept.items() if name != "manifest.json"
    }
    assert told["despite"] == WHY
    assert told["missing"] == list(done.run.aggregate.reporting.missing) != []
    assert done.sha256 == kept["manifest.json"]


def test_the_same_inputs_close_to_the_same_bytes(tmp_path: Path) -> None:
    one, other = (year_folder(tmp_path / name / "x", THUONG_LO, [FORM]) for name in ("a", "b"))
    assert digests(closed(one).folder) == digests(closed(other).folder)


def test_what_is_open_is_told_and_keeps_the_period_open(workspace: Workspace) -> None:
    faulty = SAMPLES / THUONG_LO / "da-nop" / "TC-KT_6thang.xlsx"
    shutil.copyfile(faulty, workspace.submitted / "t.xlsx")
    before = digests(workspace.root)
    with pytest.raises(StepError, match=r"Chưa chốt 6 tháng đầu năm 2024: còn .* lỗi .*--despite"):
        closed(workspace, despite=" ")
    assert digests(workspace.root) == before


def test_a_period_is_closed_once_and_not_before_its_time(workspace: Workspace) -> None:
    with pytest.raises(StepError, match="kết thúc ngày 30/06/2024"):
        close(workspace.root, H1_2024, as_of=date(2024, 5, 31), despite=WHY)
    closed(workspace)
    with pytest.raises(StepError, match="đã chốt"):
        closed(workspace)


def test_a_form_that_changes_while_it_is_kept_stops_the_closing(
    workspace: Workspace, monkeypatch: pytest.MonkeyPatch
) -> None:
    copy = shutil.copyfile

    def late(source: Path, place: Path) -> None:
        copy(source, place)
        if source.name == FORM:
            place.write_bytes(b"another form")

    monkeypatch.setattr(closing.shutil, "copyfile", late)
    with pytest.raises(StepError, match=FORM):
        closed(workspace)
    assert not digests(workspace.closed)


def test_no_command_writes_into_a_closed_folder(workspace: Workspace) -> None:
    folder = closed(workspace).folder
    before = digests(folder)
    restated(workspace, 999.0)
    make_forms(workspace.root, as_of=JULY)
    run_aggregation(workspace.root, period=H1_2024, as_of=JULY)
    remind(workspace.root, as_of=JULY)
    validate([workspace.root])
    verify(workspace.root, record=True)
    for arguments in (["readings", str(workspace.root)], ["close", "2024-H1", str(workspace.root)]):
        CliRunner().invoke(main, arguments)
    assert digests(folder) == before


@pytest.mark.parametrize("lay_there", [False, True], ids=["came after", "lay there, dated later"])
def test_a_restated_closed_figure_is_told_at_its_cell_and_does_not_count(
    workspace: Workspace, lay_there: bool
) -> None:
    before = run_aggregation(workspace.root, period=H1_2024, as_of=DAY)
    if lay_there:
        restated(workspace, 999.0)
    closed(workspace)
    if not lay_there:
        restated(workspace, 999.0)
    after = run_aggregation(workspace.root, period=H1_2024, as_of=JULY)
    [found] = [f for f in after.findings if f.code == "X111"]
    assert found.place.file == "thang7.xlsx"
    assert found.place.cell
    assert [r.actual for r in after.aggregate.results] == [
        r.actual for r in before.aggregate.results
    ]
    [line] = after.as_json()["restatements"]
    assert (line["now"], line["counted"], line["since"]) == (999, False, "2024-07-15")
    reports = {f.path: [x.code for x in f.findings] for f in validate([workspace.root]).files}
    assert "X111" in reports["da-nop/thang7.xlsx"]


def test_a_form_that_was_closed_may_bear_another_name_or_come_twice(workspace: Workspace) -> None:
    before = run_aggregation(workspace.root, period=H1_2024, as_of=DAY)
    closed(workspace)
    form = workspace.submitted / FORM
    shutil.copyfile(form, workspace.submitted / "ban sao.xlsx")
    form.rename(workspace.submitted / "doi ten.xlsx")
    after = run_aggregation(workspace.root, period=H1_2024, as_of=JULY)
    assert not [f for f in after.findings if f.code.startswith("X11")]
    assert after.aggregate.restatements == ()
    assert [r.actual for r in after.aggregate.results] == [
        r.actual for r in before.aggregate.results
    ]


def test_of_closings_at_once_one_closes_and_the_others_say_why_not(workspace: Workspace) -> None:
    command = [sys.executable, "-m", "qms_xlsx", "close", "2024-H1", str(workspace.root),
               "--as-of", "2024-06-20", "--despite", WHY]  # fmt: skip
    runs = [subprocess.Popen(command, stdout=subprocess.PIPE, stderr=subprocess.STDOUT)
            for _ in range(3)]  # fmt: skip
    ended = [(run.communicate()[0].decode(), run.returncode) for run in runs]
    assert [status for _, status in ended].count(0) == 1
    for text, status in ended:
        assert status == 0 or "Một lượt chạy khác" in text or "đã chốt" in text, text
    assert [verdict.differences for verdict in verify(workspace.root)] == [()]


def test_closed_slots_are_locked_in_the_next_form_with_what_was_reported(
    workspace: Workspace,
) -> None:
    closed(workspace)
    _, (_, key, column) = restated(workspace, 999.0)
    make_forms(workspace.root, as_of=JULY)
    form = workspace.form("TP-HT", 2024)
    [results] = contents_of(form).of("results")
    sheet = load_workbook(form)[results.sheet]
    row = results.by_key()[key].number
    cell = sheet[f"{results.columns[column]}{row}"]
    assert cell.protection.locked
    assert cell.value not in (None, 999.0)
    later = {"t1": "t7", "h1": "h2"}[column]
    assert not sheet[f"{results.columns[later]}{row}"].protection.locked


def test_verify_names_every_byte_that_differs(workspace: Workspace) -> None:
    folder = closed(workspace).folder
    [clean] = verify(workspace.root)
    assert clean.differences == ()
    record = folder / "so-lieu.json"
    record.chmod(0o644)
    record.write_bytes(record.read_bytes() + b" ")
    (folder / "da-nop" / FORM).unlink()
    (folder / "la.txt").write_text("lạ", encoding="utf-8")
    [verdict] = verify(workspace.root)
    assert {one.file: one.trouble for one in verdict.differences} == {
        "so-lieu.json": Trouble.CHANGED,
        f"da-nop/{FORM}": Trouble.MISSING,
        "la.txt": Trouble.ADDED,
    }
    with pytest.raises(StepError, match="không còn nguyên"):
        run_aggregation(workspace.root, as_of=JULY)
    assert CliRunner().invoke(main, ["verify", str(workspace.root)]).exit_code == 1


def test_verify_tells_a_manifest_that_was_written_anew(workspace: Workspace) -> None:
    manifest = closed(workspace).folder / "manifest.json"
    manifest.chmod(0o644)
    manifest.write_text(manifest.read_text("utf-8").replace(WHY, "Không còn gì"), encoding="utf-8")
    [verdict] = verify(workspace.root)
    assert [(d.file, d.trouble) for d in verdict.differences] == [
        ("manifest.json", Trouble.CHANGED)
    ]


def test_signed_papers_are_recorded_once_and_told_when_they_change(workspace: Workspace) -> None:
    folder = closed(workspace).folder
    paper = folder / "da-ky" / "bao-cao.pdf"
    paper.parent.mkdir()
    paper.write_bytes(b"%PDF signed")
    [before] = verify(workspace.root)
    assert [d.trouble for d in before.differences] == [Trouble.UNSIGNED]
    [recorded] = verify(workspace.root, record=True)
    assert (recorded.differences, recorded.signed) == ((), 1)
    paper.write_bytes(b"%PDF another")
    [changed] = verify(workspace.root, record=True)
    assert [d.trouble for d in changed.differences] == [Trouble.CHANGED]


def test_without_a_closed_period_verify_says_so(workspace: Workspace) -> None:
    done = CliRunner().invoke(main, ["verify", str(workspace.root)])
    assert done.exit_code == 2
    assert "chưa chốt kỳ nào" in done.output
