"""A form that others have written: any openpyxl script by marker and key, and LibreOffice."""

from __future__ import annotations

from typing import TYPE_CHECKING

import openpyxl
import pytest

from qms_xlsx.domain.indicator import Component
from qms_xlsx.domain.submission import Entry, Mark, Submission
from qms_xlsx.read.form import read_form
from qms_xlsx.steps.forms import make_forms
from qms_xlsx.steps.init import init
from qms_xlsx.steps.reading import open_all
from tests.libreoffice import converted
from tests.year_folders import SAMPLES, THUONG_LO, sample_register

if TYPE_CHECKING:
    from pathlib import Path

    from openpyxl.cell.cell import Cell
    from openpyxl.workbook.workbook import Workbook

    from qms_xlsx.domain.finding import Finding
    from qms_xlsx.domain.register import Register

pytestmark = pytest.mark.untraced


@pytest.fixture(scope="module")
def register() -> Register:
    return sample_register()


def read(path: Path, register: Register) -> tuple[Submission, tuple[Finding, ...]]:
    opened = next(open_all([path]))
    assert opened.contents is not None, opened.findings
    reading = read_form(opened.contents, register)
    assert reading.submission is not None, reading.findings
    return reading.submission, (*opened.findings, *reading.findings)


def cell(workbook: Workbook, area: str, row: str, column: str) -> Cell:
    """Return the cell of a row key and a column key, as DESIGN §4 says how to find it."""
    for sheet in workbook.worksheets:
        for line in sheet.iter_rows(max_row=60, max_col=12):
            for marker in line:
                if str(marker.value).startswith(f"#qms:{area}:"):
                    keys = {c.value: c.column for c in sheet[marker.row][marker.column :]}
                    rows = {
                        sheet.cell(number, marker.column).value: number
                        for number in range(marker.row + 1, sheet.max_row + 1)
                    }
                    return sheet.cell(rows[row], keys[column])
    raise AssertionError(area)


def test_a_form_filled_by_marker_and_key_is_read_rightly(
    tmp_path: Path, register: Register
) -> None:
    workspace = init(tmp_path / "MTCL", 2024, THUONG_LO)
    make_forms(workspace.root)
    workbook = openpyxl.load_workbook(workspace.forms / "TNTKQ-2024.xlsx")
    filled = {
        ("form", "report_period", "value"): "6 tháng đầu năm 2024",
        ("form", "report_date", "value"): "14/6/2024",
        ("results", "TL-5b1:numerator", "q1"): 92,
        ("results", "TL-5b1:denominator", "q1"): 94,
        ("results", "TL-5c1:numerator", "q2"): "KPS",
        ("results", "TL-5c1:denominator", "q2"): "KPS",
        ("results", "TL-5c1:numerator", "estimate_from"): "Q2",
        ("progress", "V.4", "state"): "đang thực hiện",
        ("progress", "V.4", "times_done"): 1,
    }
    for place, value in filled.items():
        cell(workbook, *place).value = value
    workbook.save(tmp_path / "gui.xlsx")
    submission, findings = read(tmp_path / "gui.xlsx", register)
    assert [f.code for f in findings] == []
    assert str(submission.report_period) == "2024-H1"
    assert str(submission.report_date) == "2024-06-14"
    assert values(submission)["TL-5b1", Component.NUMERATOR] == {"q1": 92}
    assert values(submission)["TL-5b1", Component.DENOMINATOR] == {"q1": 94}
    assert values(submission)["TL-5c1", Component.DENOMINATOR] == {"q2": Mark.KPS}
    assert str(submission.remarks["TL-5c1"].estimate_from) == "q2"
    assert submission.progress["V.4"].times_done == 1
    assert submission.cells.accepted == 4


def values(submission: Submission) -> dict[tuple[str, Component], dict[str, object]]:
    return {
        key: {slot.key: entry.value for slot, entry in row.items()}
        for key, row in submission.entries.items()
    }


FORMATS = ["xlsx:Calc MS Excel 2007 XML", "ods:calc8", "xls:MS Excel 97"]
FORMS = ["VP-TK_nam", "VH-XH_6thang", "TNTKQ_6thang"]


@pytest.fixture(scope="module", params=FORMATS)
def copies(
    request: pytest.FixtureRequest, tmp_path_factory: pytest.TempPathFactory
) -> dict[str, Path]:
    """The forms as LibreOffice saves them in one of its formats: it starts once for all."""
    out = tmp_path_factory.mktemp("saved")
    sources = [SAMPLES / THUONG_LO / "da-nop" / f"{name}.xlsx" for name in FORMS]
    return dict(zip(FORMS, converted(sources, out, out / "lo", request.param), strict=True))


@pytest.mark.parametrize("name", FORMS)
def test_a_form_saved_by_libreoffice_reads_the_same(
    copies: dict[str, Path], register: Register, name: str
) -> None:
    own, before = read(SAMPLES / THUONG_LO / "da-nop" / f"{name}.xlsx", register)
    saved, after = read(copies[name], register)
    assert values(saved) == values(own)
    assert saved.remarks == own.remarks
    assert saved.progress == own.progress
    assert [without_place(a) for a in saved.actions] == [without_place(a) for a in own.actions]
    assert (saved.report_date, saved.report_period) == (own.report_date, own.report_period)
    assert [f.code for f in after if f.code[0] != "F"] == [f.code for f in before]


def without_place(action: object) -> str:
    return repr(action).partition("place=")[0]


def test_an_accepted_cell_names_its_sheet_and_address(register: Register) -> None:
    submission, _ = read(SAMPLES / THUONG_LO / "da-nop" / "QS_nam.xlsx", register)
    places = [e.place for row in submission.entries.values() for e in row.values()]
    assert len(set(places)) == len(places) == submission.cells.accepted
    assert isinstance(next(iter(submission.entries["TL-1", Component.ANSWER].values())), Entry)
