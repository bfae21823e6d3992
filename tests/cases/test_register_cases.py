"""Numbers and dates typed into the register's columns of words are that number, that month."""

from __future__ import annotations

from datetime import date, datetime
from typing import TYPE_CHECKING

import openpyxl
import pytest

from qms_xlsx.domain.goal import Goal
from qms_xlsx.read.register import read_register
from qms_xlsx.read.tables import Cell
from qms_xlsx.rules.register import lint
from qms_xlsx.steps.reading import open_all
from tests.cases.test_small_inputs import FILES, LOC_SON
from tests.year_folders import SAMPLES

if TYPE_CHECKING:
    from pathlib import Path

    from qms_xlsx.domain.finding import Finding
    from qms_xlsx.domain.register import Register


def register_in(path: Path) -> tuple[Register, list[Finding]]:
    [opened] = open_all([path])
    assert opened.contents is not None
    reading = read_register(opened.contents)
    assert reading.register is not None
    return reading.register, [*opened.findings, *reading.findings, *lint(reading.register)]


def goal_at(register: Register, column: str, address: str) -> Goal:
    indicator = next(i for i in register.indicators if i.cells.get(column) == address)
    assert isinstance(indicator.goal, Goal)
    return indicator.goal


def test_a_number_typed_as_a_target_is_that_number() -> None:
    register, _ = register_in(FILES / "REG-target-number-9.267.xlsx")
    assert goal_at(register, "target", "F7").value == 9.267


def test_a_fraction_typed_as_the_half_years_per_cent_is_the_percentage() -> None:
    register, found = register_in(FILES / "REG-target_h1-0.95-percent.xlsx")
    assert goal_at(register, "target_h1", "G26").half == 95.0
    assert not [f for f in found if "10.203" in str(f.values)]


def test_a_month_that_became_a_date_is_asked_about() -> None:
    _, found = register_in(FILES / "REG-deadline-5-2024-as-date.xlsx")
    assert [f.place.cell for f in found if f.code == "R258"] == ["G11"]


@pytest.mark.parametrize(
    ("cell", "words"),
    [
        (Cell(9.267, "F7"), "9,267"),
        (Cell(12250.0, "F7"), "12250"),
        (Cell(0.1 + 0.2, "F7"), "0,3"),
        (Cell(100.0, "F7"), "100"),
        (Cell(-1.5, "F7"), "-1,5"),
        (Cell(0.95, "G7", shown="percent"), "95%"),
        (Cell(1.05, "G7", shown="percent"), "105%"),
        (Cell(date(2024, 5, 1), "G11", shown="month"), "5/2024"),
        (Cell(date(2024, 5, 1), "G11"), "01/05/2024"),
        (Cell("15/6 hằng năm", "G11"), "15/6 hằng năm"),
        (Cell(True, "G11"), "True"),
    ],
)
def test_a_cell_is_worded_as_an_official_would_write_it(cell: Cell, words: str) -> None:
    assert cell.words == words


def changed(folder: Path, sheet: str, address: str, value: object, shown: str) -> Register:
    """Return a sample's register with a value typed under a number format."""
    workbook = openpyxl.load_workbook(SAMPLES / LOC_SON / "so-muc-tieu.xlsx")
    cell = workbook[sheet][address]
    cell.value, cell.number_format = value, shown
    path = folder / "so-muc-tieu.xlsx"
    workbook.save(path)
    return register_in(path)[0]


def column_of(register: Register, key: str, address: str) -> str:
    return next(str(i.cells[key]) for i in register.indicators if i.cells.get("target") == address)


@pytest.mark.parametrize("shown", ["0%", "0.00%", "0.0 %"])
def test_a_target_shown_in_per_cent_is_what_is_shown(shown: str, tmp_path: Path) -> None:
    register = changed(tmp_path, "Mục tiêu", "F26", 0.985, shown)
    assert goal_at(register, "target", "F26").value == 98.5


def test_a_baseline_shown_in_per_cent_is_what_is_shown(tmp_path: Path) -> None:
    own, _ = register_in(SAMPLES / LOC_SON / "so-muc-tieu.xlsx")
    at = column_of(own, "baseline_year", "F26")
    register = changed(tmp_path, "Mục tiêu", at, 0.955, "0.0%")
    found = next(i for i in register.indicators if i.cells.get("target") == "F26")
    assert found.baseline_year == 95.5


def test_a_setting_shown_in_per_cent_is_what_is_shown(tmp_path: Path) -> None:
    workbook = openpyxl.load_workbook(SAMPLES / LOC_SON / "so-muc-tieu.xlsx")
    sheet = workbook["Thông tin"]
    row = next(n for n in range(1, 60) if sheet.cell(n, 1).value == "caution")
    register = changed(tmp_path, "Thông tin", f"C{row}", 0.85, "0%")
    assert register.caution == 85.0


def test_a_deadline_under_a_months_format_is_the_month(tmp_path: Path) -> None:
    register = changed(tmp_path, "Kế hoạch", "G8", datetime(2021, 5, 1), "mmm-yy")
    measure = next(m for m in register.measures if m.cells.get("deadline") == "G8")
    assert measure.deadline.text == "5/2021"
    assert measure.due == (date(2021, 5, 31),)
