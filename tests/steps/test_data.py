"""Every figure of a run beside its summary: asked for, or because no sheet has room for them."""

from __future__ import annotations

import csv
import json
from datetime import date
from importlib import import_module
from typing import TYPE_CHECKING

import pytest
from click.testing import CliRunner
from openpyxl import load_workbook

from qms_xlsx.cli import main
from qms_xlsx.domain.period import Period
from qms_xlsx.steps import data as where
from qms_xlsx.steps.aggregate import Run, run_aggregation
from qms_xlsx.steps.trouble import StepError
from qms_xlsx.write.data_file import JUDGED
from tests.year_folders import year_folder

if TYPE_CHECKING:
    from pathlib import Path

    from qms_xlsx.steps.workspace import Workspace

FORMS = ("DC-XD_nam.xlsx", "QS_nam.xlsx", "VP-TK_nam.xlsx")
DAY = date(2024, 12, 15)
WHO_ASKS = ("say.facts", "steps.aggregate", "steps.intake")


@pytest.fixture
def workspace(tmp_path: Path) -> Workspace:
    return year_folder(tmp_path / "MTCL-2024", forms=FORMS)


@pytest.fixture
def many(monkeypatch: pytest.MonkeyPatch) -> None:
    """Take three departments for very many."""
    for room in WHO_ASKS:
        monkeypatch.setattr(import_module(f"qms_xlsx.{room}"), "EACH_DEPARTMENT", 2)


def run(workspace: Workspace, data: Path | None = None, day: date = DAY) -> Run:
    return run_aggregation(workspace.root, period=Period.parse("2024"), as_of=day, data=data)


def rows_of(path: Path | None) -> list[dict[str, str]]:
    assert path is not None
    with path.open(encoding="utf-8-sig", newline="") as file:
        return list(csv.DictReader(file, delimiter=";"))


def sheet_rows(path: Path | None, name: str) -> list[list[object]]:
    assert path is not None
    sheet = load_workbook(path)[name]
    return [[cell.value for cell in row] for row in sheet.iter_rows()]


def test_every_figure_goes_to_the_file_that_was_asked_for(workspace: Workspace) -> None:
    path = workspace.root / "so-lieu.csv"
    asked = ["aggregate", str(workspace.root), "--period", "2024", "--as-of", "2024-12-15"]
    told = CliRunner().invoke(main, [*asked, "--data", str(path), "--format", "json"])
    document = json.loads(told.stdout)
    assert document["files"]["data"] == "so-lieu.csv"
    rows = rows_of(path)
    assert len([r for r in rows if r["Số liệu"] == JUDGED]) == len(document["results"])
    sources = {(s["file"], s["cell"]) for r in document["results"] for s in r["sources"]}
    assert sources <= {(r["Tệp"], r["Ô"]) for r in rows}
    said = CliRunner().invoke(main, [*asked, "--data", str(path)]).stdout
    assert f"Từng số liệu: {path}" in said.replace("\n", "")


def test_without_being_asked_few_departments_get_no_file(workspace: Workspace) -> None:
    done = run(workspace)
    assert done.data is None
    assert not list(workspace.root.rglob("*.csv"))


def test_a_file_that_somebody_changed_or_made_is_left_alone(workspace: Workspace) -> None:
    path = workspace.root / "so-lieu.csv"
    assert run(workspace, path).data == path
    assert run(workspace, path).data == path  # ours, unchanged: written over
    path.write_text("của tôi", encoding="utf-8")
    done = run(workspace, path)
    assert path.read_text(encoding="utf-8") == "của tôi"
    assert done.data == path.with_name("so-lieu (2).csv")
    assert [file.name for file in done.spared] == ["so-lieu.csv"]


@pytest.mark.parametrize(
    ("name", "said"),
    [("da-nop/a.csv", "tệp đầu vào"), ("a.xlsx", ".csv hoặc"), ("tong-hop", ".csv hoặc")],
)
def test_a_place_where_it_cannot_go_is_refused(workspace: Workspace, name: str, said: str) -> None:
    with pytest.raises(StepError, match=said):
        run(workspace, workspace.root / name)
    assert not list(workspace.summaries.iterdir())


def test_parquet_without_what_writes_it_is_refused_kindly(
    workspace: Workspace, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(where, "find_spec", lambda _: None)
    with pytest.raises(StepError, match="pip install"):
        run(workspace, workspace.root / "a.parquet")


@pytest.mark.usefixtures("many")
class TestOfVeryManyDepartments:
    def test_the_figures_stand_beside_the_summary_which_says_where(
        self, workspace: Workspace
    ) -> None:
        done = run(workspace)
        assert done.summary is not None
        assert done.data == done.summary.with_suffix(".csv")
        departments = {r["Mã bộ phận"] for r in rows_of(done.data)}
        assert {"", "VP-TK", "QS"} < departments
        for name in ("Dữ liệu", "Nguồn", "Bộ phận"):
            texts = [str(cell) for row in sheet_rows(done.summary, name) for cell in row]
            named = any(done.data.name in text for text in texts)
            assert named is (name != "Bộ phận"), name  # all six have blocks of their own there

    def test_the_workbook_has_the_rows_of_all_together_alone(self, workspace: Workspace) -> None:
        done = run(workspace)
        for name in ("Dữ liệu", "Kết quả đã xét"):
            keys = [str(row[0]) for row in sheet_rows(done.summary, name) if "/TL-" in str(row[0])]
            assert len(keys) == sum(r.department is None for r in done.aggregate.results), name
            assert all(key.startswith("/") for key in keys)

    def test_the_next_run_knows_how_all_moved_and_of_a_department_nothing(
        self, workspace: Workspace
    ) -> None:
        first, second = run(workspace, day=date(2024, 12, 14)), run(workspace)
        assert second.background.before is not None
        assert first.summary is not None
        assert second.background.before.file == first.summary.name
        moved = {
            result.department is None: second.background.movement(result)
            for result in second.aggregate.results
            if result.status and result.status.value in ("met", "missed", "exceeded")
        }
        assert moved == {True: "same", False: None}

    def test_no_register_is_too_large_for_a_sheet(
        self, workspace: Workspace, monkeypatch: pytest.MonkeyPatch
    ) -> None:
        own = len(run(workspace).aggregate.register.objectives)
        monkeypatch.setattr(import_module("qms_xlsx.steps.intake"), "MOST_ROWS", own)
        assert run(workspace).summary is not None
