"""What a run is compared with: the summary before it, the month before, last year's folder."""

from __future__ import annotations

import shutil
from dataclasses import replace
from datetime import date
from pathlib import Path

import pytest
from openpyxl import load_workbook

from qms_xlsx.domain.period import Period
from qms_xlsx.domain.status import Status
from qms_xlsx.history.background import Movement, movement
from qms_xlsx.say.movement import source
from qms_xlsx.steps.aggregate import Run, run_aggregation
from qms_xlsx.steps.workspace import Workspace
from tests.year_folders import THUONG_LO, year_folder

JUNE, MAY = date(2024, 6, 20), date(2024, 5, 31)
H1 = Period.parse("2024-H1")


@pytest.fixture(scope="module")
def runs(tmp_path_factory) -> tuple[Run, Run, Run]:
    """Three runs in one folder: two of May, with days between, and the half-year's."""
    workspace = year_folder(tmp_path_factory.mktemp("runs") / "MTCL-2024", THUONG_LO)
    root = workspace.root
    early = run_aggregation(root, period=Period.parse("2024-04"), as_of=MAY)
    later = run_aggregation(root, period=Period.parse("2024-05"), as_of=date(2024, 6, 14))
    return early, later, run_aggregation(root, period=H1, as_of=JUNE)


def test_the_first_run_is_compared_with_the_month_before(runs):
    before = runs[0].background.before
    assert before is not None
    assert (str(before.period), before.file) == ("2024-03", "")


def test_a_later_run_is_compared_with_the_latest_summary_of_an_earlier_day(runs):
    _, later, half = runs
    before = half.background.before
    assert before is not None
    assert before.file == later.summary.name
    assert (before.period, before.as_of) == (later.aggregate.period, date(2024, 6, 14))


def test_what_a_summary_says_is_read_back_as_it_was_written(runs):
    _, later, half = runs
    before = half.background.before
    written = {
        (r.objective.code, r.department): (r.status, r.actual) for r in later.aggregate.results
    }
    assert written.keys() == before.rows.keys()
    for key, row in before.rows.items():
        status, actual = written[key]
        assert row.status is status
        assert row.actual == (pytest.approx(actual) if isinstance(actual, float) else actual)
    assert before.received == len(later.aggregate.reporting.received)


def test_a_run_of_the_same_day_is_none_before(runs):
    half = runs[2]
    again = run_aggregation(half.workspace.root, period=H1, as_of=JUNE)
    assert again.background.before == half.background.before


def test_a_summary_of_a_later_period_is_none_before(runs, tmp_path):
    root = shutil.copytree(runs[2].workspace.root, tmp_path / "MTCL-2024")
    quarter = run_aggregation(root, period=Period.parse("2024-Q1"), as_of=date(2024, 6, 25))
    assert quarter.background.before.file == ""  # those that lie there tell of April and later


def test_a_renamed_summary_is_known_by_its_marks_and_others_are_not(runs, tmp_path):
    root = Path(shutil.copytree(runs[1].workspace.root, tmp_path / "MTCL-2024"))
    folder = Workspace(root).summaries
    for path in folder.iterdir():
        if path.name == runs[1].summary.name:
            path.rename(folder / "ky-thang-5.xlsx")
        else:
            path.unlink()
    (folder / "ghi-chu.xlsx").write_bytes(b"no workbook")
    shutil.copyfile(root / "so-muc-tieu.xlsx", folder / "so.xlsx")
    run = run_aggregation(root, period=H1, as_of=JUNE)
    assert run.background.before.file == "ky-thang-5.xlsx"


def test_a_summary_that_somebody_edited_is_told_from_one_that_nobody_did(runs, tmp_path):
    root = Path(shutil.copytree(runs[1].workspace.root, tmp_path / "MTCL-2024"))
    path = Workspace(root).summaries / runs[1].summary.name
    book = load_workbook(path)
    book["Tổng quan"]["A1"] = "sửa tay"
    book.save(path)
    run = run_aggregation(root, period=H1, as_of=JUNE)
    assert (run.background.before.file, run.background.before.edited) == (path.name, True)
    assert "tệp đã bị sửa sau khi lập" in source(run.background.before)
    assert not runs[2].background.before.edited


def test_another_offices_summary_is_none_before(runs, tmp_path):
    root = Path(shutil.copytree(runs[1].workspace.root, tmp_path / "MTCL-2024"))
    for path in Workspace(root).summaries.iterdir():
        book = load_workbook(path)
        for row in book["Kết quả đã xét"].iter_rows(max_row=14):
            if row[0].value == "organisation":
                row[1].value = "UBND xã Khác"
        book.save(path)
    run = run_aggregation(root, period=H1, as_of=JUNE)
    assert run.background.before.file == ""


def test_last_years_folder_gives_the_same_period(runs, tmp_path):
    this = Path(shutil.copytree(runs[0].workspace.root, tmp_path / "MTCL-2024"))
    last = Path(shutil.copytree(this, tmp_path / "MTCL-2023"))
    run = run_aggregation(this, period=H1, as_of=JUNE)
    assert run.background.last_year is None  # its register is of 2024, whatever the folder's name
    book = load_workbook(last / "so-muc-tieu.xlsx")
    (cell,) = (c for sheet in book for row in sheet.iter_rows() for c in row if c.value == 2024)
    cell.value = 2023
    book.save(last / "so-muc-tieu.xlsx")
    run = run_aggregation(this, period=H1, as_of=JUNE)
    assert run.background.last_year.period == Period.parse("2023-H1")


@pytest.mark.parametrize(
    ("then", "now", "way"),
    [
        (Status.MET, Status.EXCEEDED, Movement.BETTER),
        (Status.EXCEEDED, Status.MISSED, Movement.WORSE),
        (Status.AT_RISK, Status.AT_RISK, Movement.SAME),
        (None, Status.MET, Movement.NEW),
        (Status.NO_DATA, Status.MISSED, Movement.NEW),
        (Status.MET, Status.NO_DATA, Movement.LOST),
        (Status.NOT_DUE, Status.NO_DATA, None),
        (None, None, None),
    ],
)
def test_a_status_moves(then, now, way):
    assert movement(then, now) is way


def test_json_says_what_moved_and_from_which_run(runs):
    half = runs[2]
    document = half.as_json()
    assert document["movement_from"] == {
        "file": runs[1].summary.name,
        "period": "2024-05",
        "as_of": "2024-06-14",
        "edited": False,
    }
    rows = {r["objective"]: r for r in document["results"] if r["department"] is None}
    row = rows["TL-6"]
    assert (row["before"], row["movement"], row["last_year"]) == ("missed", "same", None)
    worked_out = replace(half.background, before=None)
    assert replace(half, background=worked_out).as_json()["movement_from"] is None


def test_a_summary_among_the_forms_is_no_form(runs, tmp_path):
    root = Path(shutil.copytree(runs[1].workspace.root, tmp_path / "MTCL-2024"))
    shutil.copyfile(runs[1].summary, Workspace(root).submitted / "tong-hop.xlsx")
    run = run_aggregation(root, period=H1, as_of=JUNE)
    (source,) = (s for s in run.sources if s.path == "tong-hop.xlsx")
    assert (source.kind, source.accepted) == ("unknown", False)
