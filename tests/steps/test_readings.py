"""`qms-xlsx readings`: on the terminal, as JSON, and as a workbook to be signed."""

import json
from pathlib import Path

import pytest
from click.testing import CliRunner
from openpyxl import load_workbook

from qms_xlsx.cli import main


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    where = tmp_path / "MTCL-2021"
    made = CliRunner().invoke(
        main, ["init", str(where), "--year", "2021", "--sample", "loc-son-2021"]
    )
    assert made.exit_code == 0, made.output
    return where


def test_the_terminal_shows_every_row_and_names_the_workbook(folder: Path) -> None:
    told = CliRunner().invoke(main, ["readings", str(folder)], env={"COLUMNS": "200"})
    assert "Đạt khi tổng số từ 450 người trở lên" in told.output
    assert "2 dòng cần xem lại và xác nhận, 1 dòng phải sửa" in told.output
    assert "cach-hieu.xlsx" in told.output


def test_a_row_that_cannot_be_judged_is_an_error(folder: Path) -> None:
    assert CliRunner().invoke(main, ["readings", str(folder)]).exit_code == 1


def test_json_holds_sentence_example_and_doubt(folder: Path) -> None:
    told = CliRunner().invoke(main, ["readings", str(folder), "--format", "json"])
    document = json.loads(told.output)
    rows = {row["objective"]: row for row in document["readings"]}
    assert document["provisional"] == 2
    assert rows["LS-1.16"]["example"] == "Ví dụ 6 tháng: 210 người → ◆ Có nguy cơ."
    assert not rows["LS-1.16"]["doubtful"]
    assert rows["LS-1.1"]["notes"]
    assert rows["LS-1.14"]["example"] is None


def test_the_workbook_is_a4_with_a_row_an_objective_and_room_to_sign(folder: Path) -> None:
    CliRunner().invoke(main, ["readings", str(folder)])
    sheet = load_workbook(folder / "cach-hieu.xlsx").active
    values = [[cell.value for cell in row] for row in sheet.iter_rows()]
    head = next(n for n, row in enumerate(values) if row[0] == "TT")
    assert values[head][3:] == ["Cách hiểu", "Ví dụ", "Cần xem lại", "Xác nhận"]
    row = next(row for row in values if row[0] == "1.16")
    assert row[3].startswith("Đạt khi tổng số từ 450 người trở lên")
    assert row[4].endswith("→ ◆ Có nguy cơ.")
    share = next(row for row in values if row[0] == "1.13")
    assert "Tử số: Số hộ nghèo" in share[1]
    assert any("CHỦ TỊCH" in str(cell) for row in values[head:] for cell in row)
    assert sheet.page_setup.paperSize == 9
    assert sheet.print_title_rows


def test_without_a_register_it_says_so(tmp_path: Path) -> None:
    told = CliRunner().invoke(main, ["readings", str(tmp_path)])
    assert told.exit_code == 2
