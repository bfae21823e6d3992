"""What forms share is made once, and no form sees another."""

from __future__ import annotations

from datetime import date
from typing import TYPE_CHECKING, Any

import pytest
from openpyxl import load_workbook

from qms_xlsx.book.keys import CellKey
from qms_xlsx.domain.finding import Code, Excludes, Finding, Place, Severity
from qms_xlsx.write.form import FormWriter, write_form
from qms_xlsx.write.review import Review
from tests.write.form.register_helper import objective, small_register
from tests.write.form.restyling import restyled
from tests.year_folders import sample_register

if TYPE_CHECKING:
    from pathlib import Path

FINDING = Finding(Code("V1", "x", Severity.ERROR, Excludes.CELL, "Sai.", "Ghi lại."), Place())


def _kinds() -> dict[str, dict[str, Any]]:
    typed = {
        CellKey("form", "report_period", "value"): "Năm 2024",
        CellKey("form", "report_date", "value"): date(2024, 12, 1),
        CellKey("actions", "1", "nonconformity"): "thiếu " * 60,
    }
    marks = [(CellKey("form", "report_date", "value"), FINDING)]
    return {
        "blank": {},
        "filled": {"earlier": typed, "closed": frozenset({"t1", "q1"})},
        "returned": {"earlier": typed, "review": Review([FINDING], marks)},
    }


@pytest.mark.parametrize("own_template", [False, True])
def test_a_form_made_among_others_has_the_bytes_of_one_made_alone(
    tmp_path: Path, own_template: bool
) -> None:
    register = sample_register()
    template = restyled(tmp_path / "mau.xlsx") if own_template else None
    among, alone = FormWriter(register, template), tmp_path / "alone.xlsx"
    for kind, more in _kinds().items():
        for department in ("VP-TK", "CA", "DC-XD")[: 1 if own_template else 3]:
            path = tmp_path / f"{kind}-{department}.xlsx"
            among.write(department, path, **more)
            write_form(register, department, alone, template=template, **more)
            assert path.read_bytes() == alone.read_bytes(), path.name


def test_no_text_of_an_office_is_taken_for_a_mark_of_ours(tmp_path: Path) -> None:
    odd = "Tỷ lệ \x01\x02\x00\ufdd0\ufdd1 {department} < 5 & > 3"
    own = objective("6", "450 người", name=odd, unit="người")
    write_form(small_register(own), "VP", tmp_path / "form.xlsx")
    texts = {
        cell.value
        for row in load_workbook(tmp_path / "form.xlsx")["Kết quả"].iter_rows()
        for cell in row
    }
    assert "Tỷ lệ \ufdd0\ufdd1 {department} < 5 & > 3" in texts


def test_one_cell_alone_is_not_merged(tmp_path: Path) -> None:
    write_form(small_register(), "VP", tmp_path / "form.xlsx")
    for sheet in load_workbook(tmp_path / "form.xlsx").worksheets:
        assert not [str(own) for own in sheet.merged_cells.ranges if own.size["rows"] == 1
                    and own.size["columns"] == 1]  # fmt: skip
